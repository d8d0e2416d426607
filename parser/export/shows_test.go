package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/callbacklens/callbacklens/internal/visible"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/export/rows"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// answers answers the questions of a story. A question is a line; what is
// indented below it are the answers. One that begins with "alike" asks which
// bodies give the same at a path, any other what each gives there. A path leads
// into the JSON of a report: names and positions, [] for every item of a list.
//
//	callbacks[].jobs[].text
//	  every body: ["今天打车花60元"]
//	alike callbacks
//	  line.txt, lines.txt
//	  url.txt
func answers(t *testing.T, text string, reports []*parser.Report) []byte {
	t.Helper()
	values := make([]any, len(reports))
	for i, r := range reports {
		var out bytes.Buffer
		if err := JSON(&out, lang.EN, r); err != nil {
			t.Fatal(err)
		}
		d := json.NewDecoder(&out)
		d.UseNumber()
		if err := d.Decode(&values[i]); err != nil {
			t.Fatalf("the report of %s is no JSON: %v", r.Source.Name, err)
		}
	}
	var b strings.Builder
	for question := range strings.Lines(text) {
		question = strings.TrimSuffix(question, "\n")
		if question == "" || strings.HasPrefix(question, " ") {
			continue
		}
		fmt.Fprintln(&b, question)
		path, alike := strings.CutPrefix(question, "alike ")
		found := make([]string, len(values))
		for i, v := range values {
			found[i] = compact(t, at(t, v, path))
		}
		answer(&b, alike, found, reports)
	}
	return []byte(b.String())
}

// answer writes what was found for each report, or which found the same.
func answer(b *strings.Builder, alike bool, found []string, reports []*parser.Report) {
	var order []string // of what was found
	names := map[string][]string{}
	for i, f := range found {
		if names[f] == nil {
			order = append(order, f)
		}
		names[f] = append(names[f], reports[i].Source.Name)
	}
	switch {
	case alike:
		for _, f := range order {
			fmt.Fprintln(b, " ", strings.Join(names[f], ", "))
		}
	case len(order) == 1 && len(reports) > 1:
		fmt.Fprintf(b, "  every body: %s\n", found[0])
	default:
		for i, f := range found {
			fmt.Fprintf(b, "  %s: %s\n", reports[i].Source.Name, f)
		}
	}
}

// at returns what stands at a path, nil for nothing. Behind [] it is a list of
// what each item has there.
func at(t *testing.T, v any, path string) any {
	t.Helper()
	if path == "" {
		return v
	}
	if rest, ok := strings.CutPrefix(path, "["); ok {
		position, rest, closed := strings.Cut(rest, "]")
		if !closed {
			t.Fatalf("the path %s has no end", path)
		}
		items, _ := v.([]any)
		if position != "" {
			n, err := strconv.Atoi(position)
			if err != nil || n >= len(items) {
				t.Fatalf("there is no item %s of %d", position, len(items))
			}
			return at(t, items[n], rest)
		}
		each := make([]any, len(items))
		for i := range items {
			each[i] = at(t, items[i], rest)
		}
		return each
	}
	path = strings.TrimPrefix(path, ".")
	end := strings.IndexAny(path, ".[")
	if end < 0 {
		end = len(path)
	}
	members, _ := v.(map[string]any)
	return at(t, members[path[:end]], path[end:])
}

// compact writes a value on one line, with what hides or acts spelled out.
func compact(t *testing.T, v any) string {
	t.Helper()
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		t.Fatal(err)
	}
	return visible.Respell(strings.TrimSuffix(b.String(), "\n"), rows.JSONEscape)
}

// TestAnswers holds the questions of stories to what their answers mean.
func TestAnswers(t *testing.T) {
	one := inspect("one", []byte(`{"EventName":"TaskFinish","JobsDetail":[{"JobId":"a"},{"JobId":"b"}]}`))
	two := inspect("two", []byte(`{"EventName":"TaskFinish","JobsDetail":{"JobId":"c"}}`))
	const questions = "callbacks[].jobs[].jobId\n  stale: 1\ncallbacks[0].event\nsource.bytes\n" +
		"alike source.format\nalike callbacks\n"
	const want = `callbacks[].jobs[].jobId
  one: [["a","b"]]
  two: [["c"]]
callbacks[0].event
  every body: "TaskFinish"
source.bytes
  one: 69
  two: 53
alike source.format
  one, two
alike callbacks
  one
  two
`
	if got := string(answers(t, questions, []*parser.Report{one, two})); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	// Three of which the outer two agree are two groups, each named once.
	three := inspect("three", []byte(`{"EventName":"TaskFinish","JobsDetail":[{"JobId":"a"},{"JobId":"b"}]}`))
	const groups = "alike callbacks\n  one, three\n  two\n"
	if got := string(answers(t, "alike callbacks\n", []*parser.Report{one, two, three})); got != groups {
		t.Errorf("got\n%s\nwant\n%s", got, groups)
	}
}
