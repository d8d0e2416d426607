package printed

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"
)

// awkward are values with what PHP prints as it is.
var awkward = []string{
	"404, not found", `a "quoted" one`, `"`, "'", `\n`, "[0] of 3", "a => b", "(x)", "two\nlines", ", ", "", "null", "007", "12", "{\"a\":1}", " ", "é 😀",
}

// TestPHPComesBackWhole puts values through what print_r and var_dump do.
func TestPHPComesBackWhole(t *testing.T) {
	for name, form := range map[string]func([]string) string{
		"print_r": func(values []string) string {
			var b strings.Builder
			for i, v := range values {
				fmt.Fprintf(&b, "            [%d] => Array\n                (\n                    [Word] => %s\n                    [Next] => n\n                )\n\n", i, v)
			}
			return "Array\n(\n    [Words] => Array\n        (\n" + b.String() + "        )\n\n)\n"
		},
		"var_dump": func(values []string) string {
			var b strings.Builder
			for i, v := range values {
				fmt.Fprintf(&b, "    [%d]=>\n    array(2) {\n      [\"Word\"]=>\n      string(%d) \"%s\"\n      [\"Next\"]=>\n      string(1) \"n\"\n    }\n", i, len(v), v)
			}
			return fmt.Sprintf("array(1) {\n  [\"Words\"]=>\n  array(%d) {\n%s  }\n}\n", len(values), b.String())
		},
	} {
		s, ok := Read([]byte(form(awkward)), 0, func() {})
		var got struct{ Words []struct{ Word, Next any } }
		if err := json.Unmarshal(s.Text, &got); !ok || !s.Whole || err != nil {
			t.Errorf("%s: %v, whole %v: %s", name, err, s.Whole, s.Text)
			continue
		}
		var words []string
		for _, w := range got.Words {
			words = append(words, fmt.Sprint(w.Word))
		}
		if !reflect.DeepEqual(words, awkward) {
			t.Errorf("%s: %q, want %q", name, words, awkward)
		}
	}
}
