package export

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/tools/txtar"

	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
)

var update = flag.Bool("update", false, "write what the stories give into their files")

// storyDir holds one story a file: what happened, in words; the files pasted,
// whatever their names; and what they must give, of which a story has what it
// is about:
//
//	report.shows  the answers to questions on the JSON, see answers
//	report.txt    the output for a terminal
//	report.json   the whole JSON; of several files it is an array
const storyDir = "../../testdata/stories"

func TestStories(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(storyDir, "*.txtar"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no stories in %s: %v", storyDir, err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) { story(t, file) })
	}
}

func story(t *testing.T, file string) {
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var reports []*parser.Report
	var outputs []*txtar.File
	for i, f := range archive.Files {
		if strings.HasPrefix(f.Name, "report.") {
			outputs = append(outputs, &archive.Files[i])
			continue
		}
		reports = append(reports, inspect(f.Name, f.Data))
	}
	if len(outputs) == 0 {
		t.Fatalf("%s has no output, such as report.txt; add one, run with -update, and read what it gives", file)
	}
	for _, output := range outputs {
		got := give(t, output, reports)
		if !*update && !bytes.Equal(got, output.Data) {
			t.Errorf("%s differs (run with -update to see it in git):\n%s",
				output.Name, firstDifference(string(got), string(output.Data)))
		}
		output.Data = got
	}
	if *update {
		if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// give makes what an output of a story should be now.
func give(t *testing.T, output *txtar.File, reports []*parser.Report) []byte {
	t.Helper()
	switch output.Name {
	case "report.json":
		return indented(t, reports...)
	case "report.txt":
		var out bytes.Buffer
		if err := Text(&out, lang.EN, reports...); err != nil {
			t.Fatal(err)
		}
		return out.Bytes()
	case "report.shows":
		return answers(t, string(output.Data), reports)
	}
	t.Fatalf("no story has an output %s", output.Name)
	return nil
}

func inspect(name string, body []byte) *parser.Report {
	return inspectWith(body, parser.Options{Name: name})
}

func inspectWith(body []byte, opt parser.Options) *parser.Report {
	opt.Charset = func(name string, b []byte) ([]byte, error) {
		enc, err := htmlindex.Get(name)
		if err != nil {
			return nil, err
		}
		return enc.NewDecoder().Bytes(b)
	}
	return parser.Inspect(context.Background(), body, opt)
}

// indented prints reports as the command line does, in lines of their own.
func indented(t *testing.T, reports ...*parser.Report) []byte {
	t.Helper()
	var out, pretty bytes.Buffer
	if err := JSON(&out, lang.EN, reports...); err != nil {
		t.Fatal(err)
	}
	if err := json.Indent(&pretty, out.Bytes(), "", " "); err != nil {
		t.Fatalf("the report is no JSON: %v\n%s", err, out.Bytes())
	}
	return pretty.Bytes()
}

// firstDifference shows the lines around where got departs from want.
func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	i := 0
	for i < len(g) && i < len(w) && g[i] == w[i] {
		i++
	}
	around := func(lines []string) string {
		return strings.Join(lines[min(max(0, i-3), len(lines)):min(len(lines), i+4)], "\n")
	}
	return "got\n" + around(g) + "\nwant\n" + around(w)
}

// TestCorpus reads real bodies, where they are at hand: none may be unknown to
// the reader, and every format must print each.
func TestCorpus(t *testing.T) {
	files, _ := filepath.Glob("../../../shared/corpus/*")
	if len(files) == 0 {
		t.Skip("no corpus of real bodies beside this repository")
	}
	for _, file := range files {
		body, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		r := inspect(filepath.Base(file), body)
		if len(r.Documents) == 0 {
			t.Errorf("%s: no body was found", r.Source.Name)
		}
		for _, name := range []string{"json", "text", "csv", "tsv", "md", "xml"} {
			var out bytes.Buffer
			if err := printer(name)(&out, lang.ZH, r); err != nil || out.Len() == 0 {
				t.Errorf("%s as %s: %d bytes, %v", r.Source.Name, name, out.Len(), err)
			}
		}
	}
}
