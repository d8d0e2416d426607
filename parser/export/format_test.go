package export

import (
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"io"
	"mime"
	"strings"
	"testing"

	"github.com/callbacklens/callbacklens/parser/export/rows"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// awkward has words that every format must protect.
const awkward = `{"EventName":"TaskFinish","JobsDetail":[{"JobId":"a|1","State":"Success","Tag":"WordsGeneralize","1 odd name":true,"Operation":{"WordsGeneralizeResult":{"WordsGeneralizeToken":[
{"Length":"3","Offset":"0","Pos":"nx","Word":"a,\"b"},
{"Length":"3","Offset":"3","Pos":"nx","Word":"x\ty"},
{"Length":"3","Offset":"6","Pos":"zz","Word":"|\n<"}]}}}]}`

func printed(t *testing.T, format string, l lang.Lang) string {
	t.Helper()
	var out bytes.Buffer
	if err := printer(format)(&out, l, inspect("awkward.json", []byte(awkward))); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestCSVGivesTheWordsBack(t *testing.T) {
	records, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(printed(t, "csv", lang.EN), byteOrderMark))).ReadAll()
	if err != nil || len(records) != 4 {
		t.Fatalf("%v, %q", err, records)
	}
	for i, want := range []string{"Word", `a,"b`, `x\ty`, `|\n<`} {
		if records[i][3] != want {
			t.Errorf("record %d has %q, want %q", i, records[i][3], want)
		}
	}
	if records[1][0] != "awkward.json" || records[1][1] != "a|1" || records[1][5] != "non-Chinese string" || records[2][6] != "3" {
		t.Errorf("%q", records)
	}
}

func TestTSVHasOneLineAToken(t *testing.T) {
	lines := strings.Split(strings.TrimSuffix(printed(t, "tsv", lang.ZH), "\n"), "\n")
	if len(lines) != 4 {
		t.Fatalf("%q", lines)
	}
	for i, want := range []string{"Word", `a,"b`, `x\ty`, `|\n<`} {
		if fields := strings.Split(lines[i], "\t"); len(fields) != len(rows.Columns) || fields[3] != want {
			t.Errorf("line %d: %q, want %q", i, fields, want)
		}
	}
}

func TestMarkdownKeepsItsTables(t *testing.T) {
	md := printed(t, "md", lang.EN)
	for _, want := range []string{"## WordsGeneralize", `| JobsDetail[1].JobId | a\|1 |`, `| 2 | \|↵&lt; | zz |`} {
		if !strings.Contains(md, want) {
			t.Errorf("no %q in\n%s", want, md)
		}
	}
}

func TestXMLIsWellFormed(t *testing.T) {
	dec := xml.NewDecoder(strings.NewReader(printed(t, "xml", lang.EN)))
	words := 0
	for {
		tok, err := dec.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if start, ok := tok.(xml.StartElement); ok && start.Name.Local == "Word" {
			words++
		}
	}
	if words != 3 {
		t.Errorf("%d words", words)
	}
}

func TestTextPointsToTheFlaw(t *testing.T) {
	var out bytes.Buffer
	if err := Text(&out, lang.EN, inspect("cut.xml", []byte(`<Response><EventName>TaskFinish</EventName><JobsDetail><JobId>a-1</Jo`))); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"1:70: error: The body ends in the middle", "JobId           a-1", "^"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in\n%s", want, out.String())
		}
	}
}

// printer returns what prints a format.
func printer(name string) Printer {
	f, _ := Find(name)
	return f.Print
}

// Every format has what a menu, a file and the command line need of it.
func TestEveryFormatIsARow(t *testing.T) {
	seen, endings := make(map[string]bool), make(map[string]string)
	for _, f := range Portable() {
		if other := endings[f.Extension]; other != "" {
			t.Errorf("files of %s and of %s have one name", other, f.Name)
		}
		endings[f.Extension] = f.Name
	}
	for _, f := range Formats() {
		if f.Name == "" || f.Extension == "" || f.Print == nil || f.Title.ZH == "" || f.Title.EN == "" || seen[f.Name] {
			t.Errorf("%+v", f)
		}
		seen[f.Name] = true
		if _, _, err := mime.ParseMediaType(f.MediaType); err != nil {
			t.Errorf("%s: %v", f.Name, err)
		}
		if found, ok := Find(f.Name); !ok || found.Title != f.Title {
			t.Errorf("%s is found as %+v", f.Name, found)
		}
	}
	if _, ok := Find("yaml"); ok || len(seen) == 0 {
		t.Error("a format is found that is none")
	}
}

// What the page copies of all rows is what the formats write of a body that has one
// job, to the byte; of JSON, what stands in the list of tokens.
func TestRowsAreThoseOfTheFormats(t *testing.T) {
	r := inspect("awkward.json", []byte(awkward))
	j := &r.Callbacks[0].Jobs[0]
	for _, f := range rows.Formats {
		p := f.Print(j.Tokens, r.Source.Name, j.ID.Text, lang.ZH)
		got := string(p.All(j.Tokens.Len(), func(k int) int { return k }, nil))
		whole := printed(t, map[string]string{"TSV": "tsv", "CSV": "csv", "JSON": "json", "Markdown": "md"}[f.Name], lang.ZH)
		whole = strings.TrimPrefix(whole, byteOrderMark)
		if f == &rows.JSON {
			got = `"tokens":` + strings.TrimSuffix(strings.ReplaceAll(got, ",\n", ","), "\n")
		}
		if !strings.Contains(whole, got) || f != &rows.JSON && f != &rows.Markdown && got != whole {
			t.Errorf("%s: copied is\n%s\nwritten\n%s", f.Name, got, whole)
		}
	}
}
