package parser

import (
	"strings"
	"testing"
)

// JSON that somebody put into a string without escaping its quotes costs that field alone:
// it is kept whole, and said.
func TestUnescapedJSONInAStringIsKeptWhole(t *testing.T) {
	for _, inner := range []string{
		`{"a":1}`, `{"a":"b"}`, `{"a": "b, c", "d": [1, "x", {"e": null}]}`, `["a","b"]`, `[{"a":"}"}]`, `{"order":{"id":"7","n":2}}`,
		`{"EventName":"x"}`, `{"a":"say \"hi\""}`, `{"JobId":"b","State":"Failed"}`,
	} {
		for name, body := range map[string]string{"one line": travelled, "pretty": indented(travelled)} {
			r := readString(strings.Replace(body, "order 17", inner, 1))
			if len(r.Callbacks) != 1 || codes(r) != "json-quote-inside" {
				t.Errorf("%s: %s: %d callbacks, said %s", name, inner, len(r.Callbacks), codes(r))
				continue
			}
			job := &r.Callbacks[0].Jobs[0]
			if job.State.Text != "Success" || job.Tokens.Len() != 3 || job.Tag.Text != "WordsGeneralize" {
				t.Errorf("%s: %s: the rest is lost", name, inner)
			}
			if got := strings.ReplaceAll(job.Operation.UserData.Text, `\"`, `"`); got != strings.ReplaceAll(inner, `\"`, `"`) {
				t.Errorf("%s: %s is read as %s", name, inner, got)
			}
		}
	}
	r := readString(`{"id":"1","body":"` + travelled + `","n":2}`)
	if len(r.Callbacks) != 1 || r.Callbacks[0].Jobs[0].Tokens.Len() != 3 {
		t.Errorf("a body in a record: %d callbacks, said %s", len(r.Callbacks), codes(r))
	}
}
