//go:build !js

package kit

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"testing"

	callback "github.com/callbacklens/callbacklens/kit/go"
)

// agree compares what a decoder read with what parser.Inspect says, body by body.
func agree(t *testing.T, all map[string][]byte, decode func(name string) read) {
	t.Helper()
	compared, refused := 0, 0
	for _, name := range slices.Sorted(maps.Keys(all)) {
		want, ok := want(all[name])
		if !ok {
			continue
		}
		compared++
		if want.Refused {
			refused++
		}
		if got, wanted := pretty(decode(name)), pretty(want); got != wanted {
			t.Errorf("%s:\n%s", name, difference(got, wanted))
		}
	}
	if compared < 40 || refused < 5 {
		t.Errorf("only %d bodies were compared, %d of them refused", compared, refused)
	}
	t.Logf("%d bodies, %d of them refused", compared, refused)
}

// difference shows where two texts part.
func difference(got, want string) string {
	n := 0
	for n < min(len(got), len(want)) && got[n] == want[n] {
		n++
	}
	part := func(s string) string { return s[max(n-200, 0):min(n+200, len(s))] }
	return fmt.Sprintf("got  %s\nwant %s", part(got), part(want))
}

func pretty(r read) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(r); err != nil {
		return err.Error()
	}
	return b.String()
}

func TestGoReadsWhatInspectReads(t *testing.T) {
	all := bodies(t)
	agree(t, all, func(name string) read { return readByGo(all[name]) })
}

// readByGo reads a body with the decoder in Go.
func readByGo(body []byte) read {
	c, err := callback.Decode(body)
	if err != nil {
		return read{Refused: true}
	}
	r := read{Event: c.Event, Jobs: []job{}, Run: []string{}, Leaves: [][2]string{}}
	top := c.Node
	var walk func(path string, n *callback.Node)
	walk = func(path string, n *callback.Node) {
		if n.Text != "" || len(n.Nodes) == 0 {
			r.Leaves = append(r.Leaves, [2]string{path, n.Text})
		}
		for _, c := range n.Nodes {
			inner := path + "/" + c.Name
			if n == top && c.Name == "" {
				inner = path // what stands in a list without a name
			}
			walk(inner, c)
		}
	}
	walk("", c.Node)
	for _, j := range c.Jobs {
		one := job{
			ID: j.ID, Tag: j.Tag, State: j.State, Code: j.Code, Outcome: j.Outcome(), Verdict: j.Verdict(),
			Input: [3]string{j.Input.Bucket, j.Input.Region, j.Input.Object},
			Data:  j.UserData, Run: j.Workflow.RunID, Labels: [][2]string{}, Tokens: []token{},
		}
		for i, at := range []interface {
			IsZero() bool
			Unix() int64
		}{j.Created, j.Started, j.Ended} {
			if !at.IsZero() {
				one.Times[i] = at.Unix()
			}
		}
		for _, l := range j.Labels {
			one.Labels = append(one.Labels, [2]string{l.Category, l.Word})
		}
		for _, tok := range j.Tokens {
			one.Tokens = append(one.Tokens, token{tok.Word, tok.Pos, tok.Offset, tok.Length})
		}
		r.Jobs = append(r.Jobs, one)
	}
	if c.Run != nil {
		r.Run = []string{c.Run.ID, c.Run.WorkflowID, c.Run.State}
	}
	return r
}
