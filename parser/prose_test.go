package parser

import (
	"strings"
	"testing"

	"github.com/callbacklens/callbacklens/parser/internal/bodies"
)

// proseLines are words of logs, code and people, with brackets and quotes of their own.
var proseLines = []string{
	"if x < y then retry", "x<y and z>w", "use {curly} braces", "set {a, b, c}", "range [0, 10)", "array[3] = 5", `he said "hello`,
	"it's fine", "map[k]=v", `5" disk`, "<- arrow", "<<EOF", "Map<String, List<X>> m", "func() { return 1 }", "if (a) {", "a <b c",
	"<nil>", "<unknown>", "got {id=3}", `{"level":"info"`, `{"level":"info","msg":"callback received"}`, `{ "a" : 1 }`, "[1,2,3]", "[{",
	"<html>", "<p>text", "see <https://a.b/c>", "user <a@b.c>", "c.l.App - {}", "panic: {0xc000 <nil>}", "#include <stdio.h>",
	"while(i<n){", `SELECT * FROM t WHERE a < 3 AND b = "x`, "{{template}}", "${VAR}", "%{x}", "<Response> received",
	"JobsDetail: <JobsDetail>", `"unclosed: <Response`, "got EventName {", "x <y z", "<T extends Foo> bar", "curl -d @- <file",
	"<!-- note", "<?php echo 1", "&lt;a&gt;", "a=%7B", `\x22`, "OrderedDict(", "Array (", "{:a=>1", "{a=1, b=2",
}

// Words before and behind a body are no part of it: whatever brackets they have, each body
// is read as it is alone, and nothing is said of it that is not said then.
func TestWordsAroundABodySayNothingOfIt(t *testing.T) {
	for name, body := range map[string]string{
		"xml": bodies.SoundXML, "xml in lines": strings.ReplaceAll(bodies.SoundXML, "><", ">\n<"), "json": bodies.SoundJSON,
		"json in lines": indented(travelled), "a job of another kind": strings.ReplaceAll(travelled, "WordsGeneralize", "Translation"),
	} {
		alone := readString(body)
		for _, words := range proseLines {
			for where, text := range map[string]string{
				"before": words + "\n" + body, "before it": words + " " + body, "behind": body + "\n" + words, "behind it": body + " " + words,
				"around": "07:08:09 INFO " + words + " " + body + "\n07:08:09 INFO " + words + "\n",
			} {
				r := readString(text)
				if len(r.Callbacks) != 1 || codes(r) != codes(alone) {
					t.Errorf("%s, %q %s: %d callbacks, said %s", name, words, where, len(r.Callbacks), codes(r))
					continue
				}
				got, want := bodies.Leaves(r.Callbacks[0].Root.Document()), bodies.Leaves(alone.Documents[0])
				if strings.Join(got, "\n") != strings.Join(want, "\n") {
					t.Errorf("%s, %q %s: it is read as %.300q", name, words, where, got)
				}
			}
		}
	}
}
