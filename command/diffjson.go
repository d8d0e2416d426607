//go:build !js

package command

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"

	"github.com/callbacklens/callbacklens/internal/visible"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/compare"
)

// The JSON of diff, as docs/cli.md describes it.
type (
	diffJSON struct {
		Same  bool       `json:"same"`
		Pairs []pairJSON `json:"pairs"`
	}
	pairJSON struct {
		Left        *sideJSON      `json:"left,omitempty"`
		Right       *sideJSON      `json:"right,omitempty"`
		Same        bool           `json:"same"`
		FieldCounts map[string]int `json:"fieldCounts,omitempty"`
		Fields      []fieldJSON    `json:"fields,omitempty"`
		TokenCounts map[string]int `json:"tokenCounts,omitempty"`
		ByText      bool           `json:"byText,omitempty"`
		Tokens      []changeJSON   `json:"tokens,omitempty"`
	}
	sideJSON struct {
		File     string `json:"file"`
		Callback int    `json:"callback"`
		Job      int    `json:"job"`
		ID       string `json:"jobId,omitempty"`
	}
	fieldJSON struct {
		Path  string  `json:"path"`
		Sort  string  `json:"sort"`
		Left  *string `json:"left,omitempty"`
		Right *string `json:"right,omitempty"`
	}
	changeJSON struct {
		Sort  string      `json:"sort"`
		Left  []tokenJSON `json:"left,omitempty"`
		Right []tokenJSON `json:"right,omitempty"`
	}
	tokenJSON struct {
		Index  int    `json:"index"`
		Word   string `json:"word"`
		Pos    string `json:"pos,omitempty"`
		Offset *int   `json:"offset,omitempty"`
		Length *int   `json:"length,omitempty"`
	}
)

func writeDiffJSON(w io.Writer, names []string, all []compared) {
	d := diffJSON{Same: true, Pairs: make([]pairJSON, len(all))}
	for i := range all {
		d.Pairs[i] = pairOf(names, &all[i])
		d.Same = d.Same && d.Pairs[i].Same
	}
	var b strings.Builder
	out := json.NewEncoder(&b)
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	if err := out.Encode(d); err != nil {
		panic(err) // it holds nothing that JSON has not
	}
	_, _ = io.WriteString(w, visible.Respell(b.String(), func(r rune, raw string) string {
		switch {
		case r == '\n':
			return raw
		case r > 0xffff:
			high, low := utf16.EncodeRune(r)
			return fmt.Sprintf(`\u%04x\u%04x`, high, low)
		}
		return fmt.Sprintf(`\u%04x`, r)
	})) // the writer keeps the error
}

func pairOf(names []string, c *compared) pairJSON {
	p := pairJSON{Left: sideOf(names[0], c.left), Right: sideOf(names[1], c.right)}
	if c.Result == nil {
		return p
	}
	p.Same, p.ByText = c.Equal(), c.ByText
	p.FieldCounts, p.TokenCounts = countsOf(c.FieldCounts), countsOf(c.TokenCounts)
	for i := range c.Fields {
		f := &c.Fields[i]
		if f.Sort != compare.Same {
			p.Fields = append(p.Fields, fieldJSON{f.Path, f.Sort.String(), textOf(f.Left), textOf(f.Right)})
		}
	}
	for i := range c.Tokens {
		t := &c.Tokens[i]
		if t.Sort != compare.Same {
			p.Tokens = append(p.Tokens, changeJSON{t.Sort.String(),
				tokensOf(c.Left.Tokens(), c.LeftTokens(t)), tokensOf(c.Right.Tokens(), c.RightTokens(t))})
		}
	}
	return p
}

func sideOf(name string, s *compare.Side) *sideJSON {
	if s == nil {
		return nil
	}
	return &sideJSON{name, s.Callback, s.Job, s.ID()}
}

func textOf(v parser.Value) *string {
	if !v.Ok() {
		return nil
	}
	return &v.Text
}

func countsOf(counts [compare.Sorts]int) map[string]int {
	named := make(map[string]int)
	for s, n := range counts {
		if n > 0 {
			named[compare.Sort(s).String()] = n
		}
	}
	return named
}

func tokensOf(t *parser.Tokens, tokens []int32) []tokenJSON {
	all := make([]tokenJSON, len(tokens))
	number := func(n int, ok bool) *int {
		if !ok {
			return nil
		}
		return &n
	}
	for i, k := range tokens {
		all[i] = tokenJSON{int(k), t.Word(int(k)), t.Pos(int(k)), number(t.Offset(int(k))), number(t.Length(int(k)))}
	}
	return all
}
