package export

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/callbacklens/callbacklens/internal/visible"
	lens "github.com/callbacklens/callbacklens/parser"
)

// replayed returns the bodies that are to be received again.
func replayed(r *lens.Report) (bodies []string) {
	for _, d := range r.Documents {
		if slices.ContainsFunc(r.Callbacks, func(c lens.Callback) bool { return c.Root.Document() == d }) {
			bodies = append(bodies, string(d.Text[d.Root().Span().Start:d.Root().Span().End]))
		}
	}
	as := []string{"bom", "charset", "recast", "mojibake"} // of which none is around a body
	wraps := func(l lens.Layer) bool { return !slices.Contains(as, l.Kind) }
	if len(bodies) == 0 || len(bodies) == 1 && !slices.ContainsFunc(r.Layers, wraps) {
		return []string{string(r.Source.Text)}
	}
	return bodies
}

// differ says where two lists of bodies do.
func differ(got, want []string) error {
	if slices.Equal(got, want) {
		return nil
	}
	return fmt.Errorf("bodies are %.500q, want %.500q", got, want)
}

// hides says that something acts on a screen or hides in what was written.
func hides(text string) error {
	for line := range strings.SplitSeq(text, "\n") {
		if respelled := visible.Respell(strings.ReplaceAll(line, "\t", ""), func(rune, string) string { return "💥" }); strings.Contains(respelled, "💥") && !strings.Contains(line, "💥") {
			return fmt.Errorf("something hides in %.300q", line)
		}
	}
	return nil
}

// checkCurl reads the words of the script as a shell does.
func checkCurl(r *lens.Report) error {
	script := export("curl", r)
	var got []string
	for rest := script; rest != ""; {
		line, behind, _ := strings.Cut(rest, "\n")
		switch {
		case strings.HasPrefix(line, "printf '%s' "):
			text, after, err := shellWord(strings.TrimPrefix(rest, "printf '%s' "))
			if packed, ok := strings.CutPrefix(after, " | base64 -d"); ok && err == nil {
				var body []byte
				body, err = base64.StdEncoding.DecodeString(text)
				text, after = string(body), packed
			}
			if err != nil || !strings.HasPrefix(after, " |\n") {
				return fmt.Errorf("after a word comes %.100q, %v", after, err)
			}
			got, rest = append(got, text), after[3:]
		case line == "", strings.HasPrefix(line, "#"), strings.HasPrefix(line, "url="), strings.HasPrefix(line, "  curl "):
			rest = behind
		default:
			return fmt.Errorf("the script has a line %.100q", line)
		}
	}
	if err := hides(script); err != nil {
		return err
	}
	return differ(got, replayed(r))
}

// shellWord returns the word in quotes that a text begins with, and what follows.
func shellWord(s string) (word, rest string, err error) {
	for strings.HasPrefix(s, "'") || strings.HasPrefix(s, `\'`) {
		if s[0] == '\\' {
			word, s = word+"'", s[2:]
			continue
		}
		part, after, ok := strings.Cut(s[1:], "'")
		if !ok {
			return "", "", fmt.Errorf("a quote stays open")
		}
		word, s = word+part, after
	}
	return word, s, nil
}

func checkFixture(r *lens.Report) error {
	var cases []struct {
		Body   string
		Base64 []byte
		Hidden int
		Jobs   []struct {
			ID, State string
			Words     []string
		}
	}
	text := export("fixture", r)
	if err := json.Unmarshal([]byte(text), &cases); err != nil {
		return err
	}
	var got, words, want []string
	for _, c := range cases {
		got = append(got, c.Body+string(c.Base64))
		for _, j := range c.Jobs {
			words = append(append(words, j.ID, j.State), j.Words...)
		}
		if c.Hidden != r.Hidden {
			return fmt.Errorf("%d are hidden, not %d", r.Hidden, c.Hidden)
		}
	}
	for i := range r.Callbacks {
		for k := range r.Callbacks[i].Jobs {
			j := &r.Callbacks[i].Jobs[k]
			if j.Asked {
				continue
			}
			want = append(want, asJSONHas(j.ID.Text), asJSONHas(j.State.Text))
			for n := range j.Tokens.Len() {
				want = append(want, asJSONHas(j.Tokens.Word(n)))
			}
		}
	}
	if err := hides(text); err != nil {
		return err
	}
	if err := differ(got, replayed(r)); err != nil {
		return err
	}
	slices.Sort(words) // callbacks stand with their documents
	slices.Sort(want)
	return differ(words, want)
}

// asJSONHas is a text as JSON can hold it.
func asJSONHas(s string) string {
	if utf8.ValidString(s) {
		return s
	}
	return string([]rune(s))
}
