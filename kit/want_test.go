//go:build !js

package kit

import (
	"context"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/callbacklens/callbacklens/parser"
)

// read is what a decoder makes of a body, in a form that all languages can print.
type read struct {
	Refused bool        `json:"refused"`
	Event   string      `json:"event"`
	Jobs    []job       `json:"jobs"`
	Run     []string    `json:"run"` // ID, workflow, state
	Leaves  [][2]string `json:"leaves"`
}

type job struct {
	ID      string      `json:"id"`
	Tag     string      `json:"tag"`
	State   string      `json:"state"`
	Code    string      `json:"code"`
	Outcome string      `json:"outcome"`
	Verdict string      `json:"verdict"`
	Times   [3]int64    `json:"times"` // seconds, 0 for none
	Input   [3]string   `json:"input"` // bucket, region, object
	Data    string      `json:"data"`
	Run     string      `json:"run"`
	Labels  [][2]string `json:"labels"`
	Tokens  []token     `json:"tokens"`
}

type token struct {
	Word   string `json:"word"`
	Pos    string `json:"pos"`
	Offset int    `json:"offset"`
	Length int    `json:"length"`
}

// bodies are those of this folder, of the stories, and the real ones that are at hand.
func bodies(t *testing.T) map[string][]byte {
	t.Helper()
	found := map[string][]byte{}
	for _, pattern := range []string{"testdata/*.json", "testdata/*.xml", "../testdata/flaws/*", "../../shared/corpus/*"} {
		names, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		if len(names) == 0 {
			t.Logf("%s: no bodies there", pattern)
		}
		for _, name := range names {
			if found[name], err = os.ReadFile(name); err != nil {
				t.Fatal(err)
			}
		}
	}
	stories, _ := filepath.Glob("../testdata/stories/*.txtar")
	for _, name := range stories {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range archive.Files {
			if !strings.HasPrefix(f.Name, "report.") {
				found[name+"/"+f.Name] = f.Data
			}
		}
	}
	return found
}

// wellFormed reports whether the libraries of Go take the body as it is.
func wellFormed(body []byte) bool {
	body = []byte(strings.TrimPrefix(string(body), "\ufeff"))
	switch start := strings.TrimLeft(string(body), " \t\r\n"); {
	case strings.HasPrefix(start, "{"), strings.HasPrefix(start, "["):
		return json.Valid(body)
	case !strings.HasPrefix(start, "<"):
		return false
	}
	dec, depth, roots := xml.NewDecoder(strings.NewReader(string(body))), 0, 0
	for {
		token, err := dec.Token()
		if err != nil {
			return errors.Is(err, io.EOF) && roots == 1
		}
		switch t := token.(type) {
		case xml.StartElement:
			if depth == 0 {
				roots++
			}
			depth++
		case xml.EndElement:
			depth--
		case xml.CharData:
			if depth == 0 && strings.TrimSpace(string(t)) != "" {
				return false
			}
		case xml.Directive:
			return false
		}
	}
}

// want is what parser.Inspect says of a body, and whether it says so of the body
// itself, not of something that it unwrapped or that is no callback.
func want(body []byte) (read, bool) {
	if !wellFormed(body) {
		return read{Refused: true}, true
	}
	r := parser.Inspect(context.Background(), body, parser.Options{})
	if slices.ContainsFunc(r.Layers, wraps) || len(r.Documents) != 1+len(r.Layers) || slices.ContainsFunc(r.Diagnostics, mended) {
		return read{}, false
	}
	w := read{Jobs: []job{}, Run: []string{}, Leaves: [][2]string{}}
	leaves(&w.Leaves, "", r.Documents[0].Root())
	for i := range r.Callbacks {
		c := &r.Callbacks[i]
		if c.Kind == "Request" {
			return read{}, false // nobody receives it
		}
		w.Event = c.Event.Text
		for k := range c.Jobs {
			w.Jobs = append(w.Jobs, wantJob(&c.Jobs[k]))
		}
		if x := c.Execution; x != nil {
			w.Run = []string{x.RunID.Text, x.ID.Text, x.State.Text}
		}
	}
	return w, true
}

// wraps reports whether a layer is more than values whose pieces were joined.
func wraps(l parser.Layer) bool {
	return !strings.HasPrefix(l.Note.EN, "values in several pieces joined")
}

// mended reports whether a remark says that the report has something else than the body.
func mended(d parser.Diagnostic) bool { return d.Code == "json-invisible" }

func wantJob(j *parser.Job) job {
	w := job{
		ID: j.ID.Text, Tag: j.Tag.Text, State: j.State.Text, Code: j.Code.Text,
		Input: [3]string{j.Input.Bucket.Text, j.Input.Region.Text, j.Input.Object.Text},
		Data:  j.Operation.UserData.Text, Run: j.Workflow.RunID.Text,
		Labels: [][2]string{}, Tokens: []token{},
	}
	outcome, by := j.Status()
	switch w.Outcome = outcome.String(); w.Outcome {
	case "Partial":
		w.Outcome = "Success" // the decoders leave results alone
	case "unknown":
		w.Outcome = ""
	}
	switch {
	case j.Reviewed() && j.Review.Result.Set():
		w.Outcome, w.Verdict = "Success", w.Outcome
	case by == "Result", by == "":
		w.Outcome = "" // the body does not say
	}
	for i, at := range []parser.Time{j.Created, j.Started, j.Ended} {
		if at.Known {
			w.Times[i] = at.At.Unix()
		}
	}
	for _, l := range j.Labels {
		w.Labels = append(w.Labels, [2]string{l.Category.Text, l.Word.Text})
	}
	for i := range j.Tokens.Len() {
		at := token{j.Tokens.Word(i), j.Tokens.Pos(i), -1, -1}
		if n, ok := j.Tokens.Offset(i); ok {
			at.Offset = n
		}
		if n, ok := j.Tokens.Length(i); ok {
			at.Length = n
		}
		w.Tokens = append(w.Tokens, at)
	}
	return w
}

// leaves adds every value of a document with its path. What has fields beside its
// text comes first, then the fields.
func leaves(to *[][2]string, path string, it parser.Item) {
	if it.Superseded() {
		return
	}
	switch it.Kind() {
	case parser.KindComment, parser.KindProcInst, parser.KindText, parser.KindCData:
		return
	case parser.KindArray:
		for c := range it.Children() {
			leaves(to, path, c) // under the name of the array
		}
		return
	case parser.KindNull:
		*to = append(*to, [2]string{path, ""})
		return
	}
	text, fields := it.Value(), 0
	for c := range it.Children() {
		switch c.Kind() {
		case parser.KindText, parser.KindCData:
			if !it.Leaf() {
				text += c.Value()
			}
		case parser.KindComment, parser.KindProcInst:
		default:
			fields++
		}
	}
	if fields == 0 || strings.TrimSpace(text) != "" {
		*to = append(*to, [2]string{path, text})
	}
	for c := range it.Children() {
		inner := path
		if n := nameOf(c); n != "" || c.Kind() != parser.KindArray && it.Kind() == parser.KindObject {
			inner += "/" + n
		}
		if !strings.HasPrefix(c.Name(), "xmlns") {
			leaves(to, inner, c)
		}
	}
}

// nameOf returns the name of an item as a decoder keeps it, without a prefix.
func nameOf(it parser.Item) string {
	name := it.Name()
	if it.Kind() != parser.KindElement && it.Kind() != parser.KindAttribute {
		return name
	}
	if _, local, ok := strings.Cut(name, ":"); ok {
		name = local
	}
	if it.Kind() == parser.KindAttribute {
		name = "@" + name
	}
	return name
}
