package reference

import "testing"

func TestNames(t *testing.T) {
	for _, row := range []struct{ what, got, want string }{
		{"StateName", StateName("Failed").EN, "failed"},
		{"StateName", StateName("SUCCESS").ZH, "成功"},
		{"StateName", StateName("Odd").ZH, "Odd"},
		{"LevelName", LevelName("2").EN, "highest priority"},
		{"LevelName", LevelName("7").EN, "7"},
		{"KindName", KindName("WordsGeneralize").ZH, "分词"},
		{"KindName", KindName("ListResponse").EN, "list of jobs"},
		{"KindName", KindName("Odd").EN, "Odd"},
		{"MethodName", MethodName("SegMethod", "Odd").ZH, "Odd"},
	} {
		if row.got != row.want {
			t.Errorf("%s gives %q, want %q", row.what, row.got, row.want)
		}
	}
	if MethodName("SegMethod", "Mix") != MethodName("SegMethod", "MIX") || MethodName("NerMethod", "dl").EN == "dl" {
		t.Error("MethodName depends on the case of the value")
	}
	if MethodName("NerMethod", "MIX").EN != "MIX" {
		t.Error("MethodName takes the value of one field for that of the other")
	}
}

func TestNamesAreWhole(t *testing.T) {
	seen := map[string]bool{}
	check := func(group, value string, ok bool) {
		t.Helper()
		if !ok || value == "" || seen[group+value] {
			t.Errorf("%s %q is not whole or listed twice", group, value)
		}
		seen[group+value] = true
	}
	for _, s := range States() {
		check("state", s.Value, whole(s.Name) && whole(s.Note))
	}
	for _, m := range Methods() {
		check(m.Field, m.Value, whole(m.Name))
	}
	for _, k := range Kinds() {
		check("kind", k.Value, whole(k.Name))
	}
	for _, c := range Codes() {
		text, ok := ErrorCode(c.Value)
		check("code", c.Value, ok && whole(text))
	}
	if _, ok := ErrorCode("Odd"); ok {
		t.Error("ErrorCode knows a code that nobody documents")
	}
}
