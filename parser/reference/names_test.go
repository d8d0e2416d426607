package reference

import (
	"strings"
	"testing"
)

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
	for _, table := range CodeTables() {
		check("table", table.Anchor, whole(table.Title) && whole(table.Intro))
		for _, c := range table.Codes {
			text, ok := ErrorCode(c.Value)
			check("code", c.Value, ok && whole(text) && text == c.Text)
		}
	}
	if _, ok := ErrorCode("Odd"); ok {
		t.Error("ErrorCode knows a code that nobody documents")
	}
}

// TestCodesAreThoseOfThePages holds the published lists of codes, with the HTTP
// status where they have one.
func TestCodesAreThoseOfThePages(t *testing.T) {
	for i, want := range []string{
		"PermanentRedirect 301 TemporaryRedirect 307 InvalidArgument 400 MissingContent 400 InvalidContent 400,413 " +
			"InvalidHost 400 ResourceNotFound 400 ResourceAccessDenied 400 ResourceDownloadFailed 400 " +
			"CIRoleNotExist 400 ResourceNotSupported 400 MissingAuthorization 401 InvalidAuthorization 401 " +
			"AccessDenied 401,403 SecretidNotExist 401 SignatureExpired 401 MediaBucketAlreadyBinded 403 " +
			"QueueSaturated 403 QueuePaused 403 InvalidUrl 404 AuditingJobNotFound 404 MissingContentLength 411 " +
			"SlowDown 429 UnavailableForLegalReasons 451 InternalError 500 NotImplemented 501 ServiceUnavailable 503",
		"1007 1010 1011 1012 1013 1014 1015 1016 1017 1018 1019 1020 1021 1100 1103 1106 1107 1109 1110 1111 1112 " +
			"1114 1120 1124 1145",
		"-61011 -65007 -65010 -65011 -65012 -65013 -65014 -65015 -65016",
		"-3006 -3008 -3011 -3015 -3075",
	} {
		var got []string
		for _, c := range CodeTables()[i].Codes {
			got = append(got, c.Value)
			if c.Status != "" {
				got = append(got, strings.ReplaceAll(c.Status, " ", ""))
			}
		}
		if list := strings.Join(got, " "); list != want {
			t.Errorf("%s:\n%s, want\n%s", CodeTables()[i].Anchor, list, want)
		}
	}
}

func TestUnitsAndLevelsHaveNames(t *testing.T) {
	for _, u := range Units() {
		if u.Offset == "" || !whole(u.Name) || !whole(u.Fits) || UnitName(u.Value) != u.Name {
			t.Errorf("%+v", u)
		}
	}
	for _, l := range Levels() {
		if LevelName(l) == same(l) {
			t.Errorf("the level %s has no name", l)
		}
	}
}
