package export

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"golang.org/x/tools/txtar"

	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/callback"
	"github.com/callbacklens/callbacklens/parser/callback/kinds"
	"github.com/callbacklens/callbacklens/parser/export/schema"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// described are reports that have every member between them: those of all
// stories, of bodies with every field of the tables, and of what no story is
// about.
func described(t *testing.T) []*parser.Report {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(storyDir, "*.txtar"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no stories: %v", err)
	}
	var reports []*parser.Report
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range archive.Files {
			if !strings.HasPrefix(f.Name, "report.") {
				reports = append(reports, inspect(f.Name, f.Data))
			}
		}
	}
	const odd = `{"JobsDetail":[{"JobId":"a","State":"Paused","EndTime":"-","Odd":{"a":[true,null]},` +
		`"Operation":{"Output":{"Object":"o"}}},{"JobId":"a"}],"Odd":1}`
	stopped, stop := context.WithCancel(context.Background())
	stop()
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	_, _ = z.Write([]byte(`<Response><JobsDetail><JobId>a</JobId><State>Success</State></JobsDetail></Response>`))
	_ = z.Close() // a buffer takes everything
	var packedFlaws bytes.Buffer
	z.Reset(&packedFlaws)
	_, _ = z.Write([]byte(`<Response><JobsDetail><JobId>a & b & c</JobId></JobsDetail></Response>`))
	_ = z.Close()
	return append(reports,
		inspect("packed.gz", packed.Bytes()),
		inspect("packed-flaws.gz", packedFlaws.Bytes()),
		inspect("odd.json", []byte(odd)),
		inspect("job.json", []byte(`{"JobsDetail":{`+members(callback.JobFields)+
			`,"Input":{`+members(callback.InputFields)+`},"Workflow":{`+members(callback.WorkflowFields)+
			`},"Operation":{`+members(callback.OperationFields)+
			`,"WordsGeneralizeResult":{"WordsGeneralizeLable":{`+members(callback.LabelFields)+`}}}}}`)),
		inspect("run.json", []byte(`{"WorkflowExecution":{`+members(callback.ExecutionFields)+
			`,"Tasks":[{`+members(callback.TaskFields)+`}]}}`)),
		inspect("review.json", []byte(`{"EventName":"ReviewVideo","JobsDetail":{`+members(callback.ReviewFields)+
			`,"PornInfo":{`+members(callback.FindingFields)+`},"Section":[{`+members(callback.PartFields)+`}]}}`)),
		inspect("details.json", []byte(`{"JobsDetail":{"Operation":{`+modelMembers(kinds.Operation)+`}}}`)),
		inspect("task-details.json", []byte(`{"WorkflowExecution":{"Tasks":[{"Name":"a",`+modelMembers(kinds.Task)+`}]}}`)),
		inspect("unlisted.json", []byte(`{"JobsDetail":{"Input":{"Odd":1,"CosHeaders":{"Key":"k","Odd":1}},"Workflow":{"Odd":1},"Operation":{`+
			`"WordsGeneralize":{"Odd":1},"WordsGeneralizeResult":{"Odd":1,"WordsGeneralizeLable":{"Odd":1},"WordsGeneralizeToken":{"Odd":1}}}}}`)),
		inspect("unlisted-run.json", []byte(`{"WorkflowExecution":{"Odd":1,"Tasks":[{"Odd":1}]}}`)),
		inspect("fault.json", []byte(`{"Error":{`+members(callback.FaultFields)+`}}`)),
		inspectWith([]byte(`{"JobsDetail":{"JobId":"a","Token":"value-of-a-token"}}`), parser.Options{Redact: true}),
		inspectWith([]byte(`{"JobsDetail":{"Input":{"BucketId":"b","Region":"r"}}}`), parser.Options{Limits: parser.Limits{Diagnostics: 1}}),
		parser.Inspect(stopped, []byte(odd), parser.Options{}),
	)
}

// members writes every field of a table, with a value that may be a time.
func members[T any](fields []callback.Field[T]) string {
	within := map[string][]string{}
	for i := range fields {
		f := &fields[i]
		within[f.Within] = append(within[f.Within], strconv.Quote(f.Name)+`:"2025-03-04T05:06:07+0800"`)
	}
	all := within[""]
	for name, inner := range within {
		if name != "" {
			all = append(all, strconv.Quote(name)+`:{`+strings.Join(inner, ",")+`}`)
		}
	}
	return strings.Join(all, ",")
}

// modelMembers writes every node of models with all that can stand in it, and
// something that cannot.
func modelMembers(models []*callback.Model) string {
	var all []string
	for _, m := range models {
		value := `"1"`
		if !m.Plain() {
			members := []string{`"Odd":1`}
			for i := range m.Fields {
				members = append(members, strconv.Quote(m.Fields[i].Name)+`:"1"`)
			}
			if len(m.Groups) > 0 {
				members = append(members, modelMembers(m.Groups))
			}
			value = `{` + strings.Join(members, ",") + `}`
		}
		all = append(all, strconv.Quote(m.Name)+`:`+value)
	}
	return strings.Join(all, ",")
}

// compiled compiles the schema as others would, by what is printed.
func compiled(t *testing.T) *jsonschema.Schema {
	t.Helper()
	var out bytes.Buffer
	if err := schema.Write(&out); err != nil {
		t.Fatal(err)
	}
	document, err := jsonschema.UnmarshalJSON(&out)
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource(schema.ID, document); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(schema.ID)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// asOthersRead returns the JSON of reports as others read it.
func asOthersRead(t *testing.T, reports ...*parser.Report) any {
	t.Helper()
	var out bytes.Buffer
	if err := JSON(&out, lang.ZH, reports...); err != nil {
		t.Fatal(err)
	}
	value, err := jsonschema.UnmarshalJSON(&out)
	if err != nil {
		t.Fatal(err)
	}
	return value
}

func TestJSONFitsItsSchema(t *testing.T) {
	s := compiled(t)
	reports := described(t)
	for _, r := range reports {
		if err := s.Validate(asOthersRead(t, r)); err != nil {
			t.Errorf("%s: %v", r.Source.Name, err)
		}
	}
	if err := s.Validate(asOthersRead(t, reports...)); err != nil {
		t.Errorf("all of them: %v", err)
	}
	corpus, _ := filepath.Glob("../../../shared/corpus/*")
	for _, file := range corpus {
		body, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(asOthersRead(t, inspect(filepath.Base(file), body))); err != nil {
			t.Errorf("%s: %v", file, err)
		}
	}
}

// What the schema does not describe it must refuse.
func TestSchemaRefuses(t *testing.T) {
	s := compiled(t)
	whole := asOthersRead(t, inspect("one", []byte(`{"JobsDetail":{"JobId":"a"}}`))).(map[string]any)
	for name, change := range map[string]func(map[string]any){
		"no version":     func(m map[string]any) { delete(m, "version") },
		"another member": func(m map[string]any) { m["more"] = true },
		"a wrong type":   func(m map[string]any) { m["layers"] = "none" },
		"a new format":   func(m map[string]any) { m["source"].(map[string]any)["format"] = "yaml" },
	} {
		text, err := json.Marshal(whole)
		if err != nil {
			t.Fatal(err)
		}
		var changed map[string]any
		if err := json.Unmarshal(text, &changed); err != nil {
			t.Fatal(err)
		}
		change(changed)
		if s.Validate(changed) == nil {
			t.Errorf("%s is accepted", name)
		}
	}
}

// TestEveryMemberIsWritten finds each member that is described in some report.
func TestEveryMemberIsWritten(t *testing.T) {
	all := map[string]schema.Shape{}
	for _, s := range schema.Shapes() {
		all[s.Name] = s
	}
	seen := map[string]bool{}
	var look func(kind string, value any)
	look = func(kind string, value any) {
		if item, ok := strings.CutPrefix(kind, "[]"); ok {
			for _, v := range value.([]any) {
				look(item, v)
			}
			return
		}
		for _, m := range all[kind].Members {
			if v, there := value.(map[string]any)[m.Name]; there {
				seen[kind+"."+m.Name] = true
				look(m.Kind, v)
			}
		}
	}
	for _, r := range described(t) {
		look("Report", asOthersRead(t, r))
	}
	for _, s := range schema.Shapes() {
		for _, m := range s.Members {
			if !seen[s.Name+"."+m.Name] {
				t.Errorf("%s of %s is described, but in no report", m.Name, s.Name)
			}
		}
	}
}

// TestFieldsHaveOneName holds the tables of fields to having every name once.
func TestFieldsHaveOneName(t *testing.T) {
	for _, s := range schema.Shapes() {
		var names []string
		for _, m := range s.Members {
			if m.Name == "" || slices.Contains(names, m.Name) {
				t.Errorf("%s has the member %q twice, or without a name", s.Name, m.Name)
			}
			names = append(names, m.Name)
		}
	}
}

// The marks between which docs/json.md has what the schema says.
const membersFrom, membersTo = "<!-- members -->\n", "<!-- /members -->"

// TestJSONPaper holds docs/json.md to the schema; -update writes it.
func TestJSONPaper(t *testing.T) {
	const paper = "../../docs/json.md"
	text, err := os.ReadFile(paper)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, found := strings.Cut(string(text), membersFrom)
	was, after, closed := strings.Cut(rest, membersTo)
	if !found || !closed {
		t.Fatalf("%s lacks the marks of its tables", paper)
	}
	var b strings.Builder
	for _, s := range schema.Shapes() {
		fmt.Fprintf(&b, "\n### %s\n\n%s\n\n| Member | Type | |\n| --- | --- | --- |\n", s.Name, s.What)
		for _, m := range s.Members {
			fmt.Fprintf(&b, "| `%s` | %s | %s |\n", m.Name, typeIn(m), m.What)
		}
	}
	b.WriteString("\n")
	if *update {
		if err := os.WriteFile(paper, []byte(before+membersFrom+b.String()+membersTo+after), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if was != b.String() {
		t.Errorf("%s differs from the schema (-update writes it):\n%s", paper, firstDifference(b.String(), was))
	}
}

// typeIn writes the type of a member for people.
func typeIn(m schema.Member) string {
	kind, list := strings.CutPrefix(m.Kind, "[]")
	switch {
	case strings.Contains(kind, "|"):
		kind = "`" + strings.ReplaceAll(kind, "|", "`, `") + "`"
	case kind[0] >= 'A' && kind[0] <= 'Z':
		kind = "[" + kind + "](#" + strings.ToLower(kind) + ")"
	}
	if list {
		kind = "list of " + kind
	}
	if !m.Always {
		kind += ", may be absent"
	}
	return kind
}
