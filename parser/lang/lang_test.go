package lang

import "testing"

func TestParts(t *testing.T) {
	for _, c := range []struct {
		text string
		args []string
		want string
	}{
		{"", nil, ""},
		{"{0}", []string{"a"}, "[a]"},
		{"x {0} y {1} z {2}", []string{"{1}", "b"}, "x [{1}] y [b] z {2}"},
		{"{1}{0}{", []string{"a", "b"}, "[b][a]{"},
		{"{{0}} {a} {:}", []string{"a"}, "{[a]} {a} {:}"},
	} {
		var marked string
		for part, arg := range Parts(c.text, len(c.args)) {
			if arg >= 0 {
				part = "[" + c.args[arg] + "]"
			}
			marked += part
		}
		if marked != c.want {
			t.Errorf("%q became %q, want %q", c.text, marked, c.want)
		}
	}
	if got := (Text{ZH: "共 {0} 个", EN: "{0} of {1}"}).With("3", "{0}"); got.ZH != "共 3 个" || got.EN != "3 of {0}" {
		t.Errorf("With made %+v", got)
	}
}
