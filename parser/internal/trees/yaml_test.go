package trees

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// leafText makes the texts of all leaves, so that numbers and words of two readers agree.
func leafText(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for k := range v {
			v[k] = leafText(v[k])
		}
		return v
	case []any:
		for i := range v {
			v[i] = leafText(v[i])
		}
		return v
	case float64:
		return fmt.Sprint(int64(v))
	}
	return fmt.Sprint(v)
}

// readsAsYAML compares what is read of text with what the library reads.
func readsAsYAML(t *testing.T, text string) {
	t.Helper()
	at := strings.Index(text, "EventName")
	if at > 0 && (text[at-1] == '"' || text[at-1] == '\'') {
		at--
	}
	var want, got any
	if err := yaml.Unmarshal([]byte(text), &want); err != nil {
		t.Fatalf("%v: %q", err, text)
	}
	if list, ok := want.([]any); ok {
		want = list[0]
	}
	s, ok := Read([]byte(text), at, func() {})
	if !ok || !strings.HasPrefix(s.Note.EN, "YAML") {
		t.Errorf("not read (%s): %s", s.Note.EN, text)
		return
	}
	if err := json.Unmarshal(s.Text, &got); err != nil {
		t.Errorf("%v: %s of %s", err, s.Text, text)
	} else if got, want = leafText(got), leafText(want); !reflect.DeepEqual(got, want) {
		t.Errorf("%s\nis read as %v,\n     want %v", text, got, want)
	}
}

const yamlHead = "EventName: TaskFinish\n"

func TestYAMLAsTheLibraryReadsIt(t *testing.T) {
	for _, inner := range []string{
		"JobsDetail:\n  JobId: a1\n  State: Success\n", "JobsDetail:\n- JobId: a1\n  Tag: b\n- JobId: a2\n", "JobsDetail:\n  -\n    JobId: a1\n  -   Tag: b\n      JobId: a2\n",
		"JobsDetail: {JobId: a1, \"State\": 'it''s', n: [1, two, {a: b}], e: , f: ~,}\n", "JobsDetail: {JobId: a1,\n  State: some\n   words and\n\n   more, b: [x,\n y] # z\n }\n",
		"JobsDetail:\n  Message: |\n    one\n      two\n\n    three\n  State: x\n", "JobsDetail:\n  Message: >\n    one\n    two\n\n    three\n      four\n    five\n  State: x\n",
		"JobsDetail:\n  Message: |-\n    one\n\n  A: >+\n    two\n\n  B: |2\n      three\n  C: |+\n\n  D: ''\n", "JobsDetail:\n  # a remark\n  JobId: a1 # another\n\n  State: a#b\n",
		"JobsDetail:\n  Message: two words\n    and a\n\n    third line\n  State: x: y\n"[:60] + "\n", "JobsDetail:\n  Message: \"a \\\n    b\\x41\\u660e\\U0001F600\\e\\_\\t\n    c\n\n    d\"\n  B: 'it''s\n    one'\n",
		"JobsDetail:\n  a: null\n  b: ~\n  c:\n  d: True\n  e: 12\n  g: 1.5x\n  h: -3\n  i: http://a/b\n  j: -x\n  k: ?y\n", "JobsDetail:\n  - - a\n    - b: c\n      d: e\n  - [ ]\n  - { }\n  - x\n",
		"JobsDetail :\n  \"JobId\" : \"a1\"\n  'State': x\n  a b c: d\n  名: 值\n", "JobsDetail:\r\n  JobId: a1\r\n  Message: |\r\n    x\r\n    y\r\n  State: \"a\r\n    b\"\r\n",
		"JobsDetail:\n  JobId: a1\n---\nother: x\n", "JobsDetail:\n  JobId: a1\n...\n", "JobsDetail:\n    Operation:\n        Result:\n        -   Word: a\n            Pos: n\n        -   Word: '#'\n    State: x\n",
	} {
		if strings.Contains(inner, "---") {
			s, ok := Read([]byte(yamlHead+inner), 0, func() {})
			if !ok || s.End != strings.Index(yamlHead+inner, "\n---") {
				t.Errorf("%s: ends at %d", inner, s.End)
			}
			continue
		}
		readsAsYAML(t, yamlHead+inner)
		readsAsYAML(t, "---\n- "+strings.ReplaceAll(strings.TrimSuffix(yamlHead+strings.TrimSuffix(inner, "...\n"), "\n"), "\n", "\n  ")+"\n")
	}
}

// made makes up a value.
func made(r *rand.Rand, depth int) any {
	texts := []string{"", " ", "a", "0", "1", "-", "- x", "a: b", "a #b", "#", "'", `"`, `it's "q"`, `\n`, "two\nlines", "last\n", "last\n\n", " lead", "trail ",
		"null", "~", "true", "no", "x:", "{a}", "[b", "a, b", "&a", "*a", "!t", "%", "@", "`", "|", ">", "今天", "😀", "\t", "a\tb", "\u00a0", "\u2028", "\x1b", "=", "?", "? a",
		"2025-03-09T10:21:07+0800", "10:21:09", "1e3", "0x1f", "007", "1_000", strings.Repeat("long words ", 20), strings.Repeat("长", 90), "a\n  b\n c\n", "-1", "---", "..."}
	switch n := r.IntN(6); {
	case depth > 0 && n == 0:
		m := map[string]any{}
		for range r.IntN(4) {
			m[[]string{"Word", "Pos", "a b", "x-cos", "名", "n1", "State"}[r.IntN(7)]] = made(r, depth-1)
		}
		return m
	case depth > 0 && n == 1:
		list := []any{}
		for range r.IntN(4) {
			list = append(list, made(r, depth-1))
		}
		return list
	}
	return texts[r.IntN(len(texts))]
}

// TestYAMLComesBackWhole reads what a library writes of values that it has to take care of.
func TestYAMLComesBackWhole(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for i := range 3000 {
		job := map[string]any{"JobId": "a1", "Tag": "b"}
		for _, name := range []string{"Message", "Input", "Code", "Result"} {
			job[name] = made(r, 4)
		}
		var b strings.Builder
		e := yaml.NewEncoder(&b)
		if e.SetIndent(4); i%3 > 0 {
			e.SetIndent(2)
		}
		if i%3 == 1 {
			e.CompactSeqIndent()
		}
		if err := e.Encode(map[string]any{"EventName": "TaskFinish", "JobsDetail": []any{job, job}}); err != nil {
			t.Fatal(err)
		}
		if readsAsYAML(t, b.String()); t.Failed() {
			return
		}
	}
}

// TestYAMLIsRefused gives what is none, or has what is not read.
func TestYAMLIsRefused(t *testing.T) {
	for _, inner := range []string{
		"JobsDetail: &x\n  JobId: a1\n", "JobsDetail:\n  JobId: *x\n  State: b\n", "JobsDetail:\n  JobId: !!str a\n  State: b\n", "JobsDetail:\n\tJobId: a1\n\tState: b\n",
		"JobsDetail:\n  ? JobId\n  : a1\n", "JobsDetail:\n  JobId: a: b\n  State: c\n", "JobsDetail:\n  JobId: \"a1\n  State: b\n", "JobsDetail:\n  JobId: 'a' b\n", "JobsDetail: [a, b\n",
		"JobsDetail: {a: b]\n", "JobsDetail:\n  JobId: a1\n words\n", "JobsDetail:\n  - a\n  b: c\n", "Tag: x\n", "JobsDetail:\n  JobId: a1\n    State: b\n", "JobsDetail:\n  <<: x\n  a: @b\n",
		"JobsDetail: {\n  JobId = a1\n}\n", "JobsDetail: func() {\n  return a: b\n}\n",
	} {
		s, ok := Read([]byte(yamlHead+inner), 0, func() {})
		if ok && strings.HasPrefix(s.Note.EN, "YAML") {
			t.Errorf("%q is read as %s", inner, s.Text)
		}
	}
}

func FuzzYAML(f *testing.F) {
	f.Add("JobsDetail:\n- a: |\n    b\n  c: \"d\\x41\n    e\"\n  f: {g: 'h', i: [j, k]}\n")
	f.Fuzz(func(t *testing.T, inner string) {
		text := yamlHead + inner
		s, ok := Read([]byte(text), 0, func() {})
		if !ok || !strings.HasPrefix(s.Note.EN, "YAML") {
			return
		}
		if !json.Valid(s.Text) {
			t.Fatalf("%q is read as %q", text, s.Text)
		}
	})
}
