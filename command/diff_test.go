//go:build !js

package command

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// diffBody is a callback with one job and its tokens.
func diffBody(job, tokens string) string {
	return "<Response><EventName>TaskFinish</EventName><JobsDetail>" + job + "<Tag>WordsGeneralize</Tag><Operation>" +
		"<WordsGeneralizeResult>" + tokens + "</WordsGeneralizeResult></Operation></JobsDetail></Response>"
}

func tokenXML(word, pos, offset, length string) string {
	return "<WordsGeneralizeToken><Word>" + word + "</Word><Pos>" + pos + "</Pos><Offset>" + offset + "</Offset><Length>" + length + "</Length></WordsGeneralizeToken>"
}

func TestDiff(t *testing.T) {
	dir := t.TempDir()
	file := func(name, body string) string {
		name = filepath.Join(dir, name)
		if err := os.WriteFile(name, []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
		return name
	}
	a := file("a.xml", diffBody("<JobId>a</JobId><State>Success</State><UserData>token=s3cret</UserData>",
		tokenXML("北京大学", "nt", "0", "4")+tokenXML("在", "p", "4", "1")))
	b := file("b.xml", diffBody("<JobId>b\u202e</JobId><UserData>token=other7</UserData>",
		tokenXML("北京", "ns", "0", "2")+tokenXML("大学", "n", "2", "2")+tokenXML("在", "v", "4", "1")))
	none := file("none.txt", "hello")
	for _, c := range []struct {
		args []string
		code int
		want string
	}{
		{[]string{a, a}, exitOK, "- FILE/a.xml · a \n+ FILE/a.xml · a \n  no difference\n\n"},
		{[]string{a, b}, exitFound, `- FILE/a.xml · a 
+ FILE/b.xml · b‹RLO› 
  Fields: same 2 · changed 2 · only left 1
    ~ JobId: a → b‹RLO›
    - State: Success
    ~ UserData: token=****** → token=******
  Tokens: retagged 1 · split 1
    split @0  北京大学/nt → 北京/ns 大学/n
    retagged @4  在/p → 在/v

`},
		{[]string{"-lang", "zh", a, b}, exitFound, "拆分 @0  北京大学/nt → 北京/ns 大学/n"},
		{[]string{"-secrets", a, b}, exitFound, "~ UserData: token=s3cret → token=other7"},
		{[]string{a, none}, exitUsage, ""},
		{[]string{a, "nowhere"}, exitUsage, ""},
		{[]string{a}, exitUsage, ""},
		{[]string{"-", "-"}, exitUsage, ""},
		{[]string{"-format", "csv", a, b}, exitUsage, ""},
	} {
		code, out, complaint := runWith(t, "", append([]string{"diff", "-lang", "en"}, c.args...)...)
		out = strings.ReplaceAll(out, dir, "FILE")
		if code != c.code || !strings.Contains(out, c.want) || (code == exitUsage) != (complaint != "") {
			t.Errorf("%q: %d\n%s%s\nwant %d\n%s", c.args, code, out, complaint, c.code, c.want)
		}
	}
	code, out, _ := runWith(t, "", "diff", "-format", "json", a, b)
	var d diffJSON
	if err := json.Unmarshal([]byte(out), &d); err != nil || code != exitFound || strings.Contains(out, "\u202e") || strings.Contains(out, "s3cret") {
		t.Fatalf("%v, %d: %s", err, code, out)
	}
	if p := d.Pairs[0]; p.Right.ID != "b\u202e" || p.TokenCounts["split"] != 1 || len(p.Tokens) != 2 || p.Tokens[0].Right[1].Word != "大学" || *p.Tokens[0].Right[1].Offset != 2 {
		t.Errorf("%+v", d.Pairs[0])
	}
}

// Of several jobs those of one id belong together, whatever their order.
func TestDiffPairsJobsByID(t *testing.T) {
	job := func(id, more string) string {
		return "<JobsDetail><JobId>" + id + "</JobId><Tag>Snapshot</Tag>" + more + "</JobsDetail>"
	}
	left := "<Response>" + job("a", "") + job("b", "") + job("c", "") + "</Response>"
	file := filepath.Join(t.TempDir(), "b.xml")
	if err := os.WriteFile(file, []byte("<Response>"+job("b", "<Code>X</Code>")+job("a", "")+"</Response>"), 0o600); err != nil {
		t.Fatal(err)
	}
	code, out, _ := runWith(t, left, "diff", "-lang", "en", "-", file)
	out = strings.ReplaceAll(out, file, "FILE")
	want := "- - · #1 · a \n+ FILE · #2 · a \n  no difference\n\n- - · #2 · b \n+ FILE · #1 · b \n" +
		"  Fields: same 2 · only right 1\n    + Code: X\n\n- - · #3 · c (has no counterpart)\n\n"
	if code != exitFound || out != want {
		t.Errorf("%d\n%s\nwant\n%s", code, out, want)
	}
}
