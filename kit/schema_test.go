//go:build !js

package kit

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/diagnostic"
)

// The schema takes what is real, and refuses what has another form than it says.
func TestSchemaOfXML(t *testing.T) {
	xmllint := here(t, "xmllint")
	valid := func(file string) (bool, string) {
		out, err := exec.Command(xmllint, "--noout", "--nonet", "--schema", "callback.xsd", file).CombinedOutput()
		return err == nil, string(out)
	}
	files, _ := filepath.Glob("../../shared/corpus/*.xml") // of which some are not well-formed
	files = append(files, "testdata/run.xml", "testdata/review-detail.xml", "testdata/lines.xml",
		"../testdata/flaws/words-indented.xml", "../testdata/flaws/transcode.xml")
	for _, file := range files {
		body, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if ok, why := valid(file); wellFormed(body) && strings.Contains(string(body), "<Response") && !ok {
			t.Errorf("refused: %s", why)
		}
	}
	good := `<Response><JobsDetail><JobId>a</JobId><CreationTime>-</CreationTime><New x="1"><Newer/></New><Operation>` +
		`<WordsGeneralizeResult><WordsGeneralizeToken><Offset>0</Offset></WordsGeneralizeToken></WordsGeneralizeResult></Operation></JobsDetail></Response>`
	file := filepath.Join(t.TempDir(), "body.xml")
	for old, other := range map[string]string{
		"": "", "<CreationTime>-": "<CreationTime>yesterday", "<Offset>0": "<Offset>twenty", ">a<": "><a/><", "<Newer/>": "<Newer><State><a/></State></Newer>",
	} {
		if err := os.WriteFile(file, []byte(strings.Replace(good, old, other, 1)), 0o600); err != nil {
			t.Fatal(err)
		}
		if ok, why := valid(file); ok != (old == "") {
			t.Errorf("%q for %q: %s", other, old, why)
		}
	}
}

// The JSON Schema takes a body that is real and in one piece, and refuses what has another form
// than it says.
func TestSchemaOfJSON(t *testing.T) {
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema(false)))
	if err != nil {
		t.Fatal(err)
	}
	const name = "callback.json"
	c := jsonschema.NewCompiler()
	if err := c.AddResource(name, document); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile(name)
	if err != nil {
		t.Fatal(err)
	}
	takes := func(body []byte) error {
		value, err := jsonschema.UnmarshalJSON(bytes.NewReader(body))
		if err != nil {
			return err
		}
		return schema.Validate(value)
	}
	files, _ := filepath.Glob("../../shared/corpus/*.json")
	own, _ := filepath.Glob("testdata/*.json")
	took := 0
	for _, file := range append(files, own...) {
		body, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		r := parser.Inspect(t.Context(), body, parser.Options{})
		if !json.Valid(body) || body[0] == '[' || len(r.Callbacks) == 0 || len(r.Layers) > 0 || slices.ContainsFunc(r.Diagnostics, isWrong) {
			continue
		}
		took++
		if err := takes(body); err != nil {
			t.Errorf("%s is refused: %v", file, err)
		}
	}
	if took < 2 { // those of the kit
		t.Errorf("it was tried with %d bodies", took)
	}
	const good = `{"JobsDetail":[{"JobId":"a","CreationTime":"-","New":{"x":1},"Operation":{"WordsGeneralizeResult":{"WordsGeneralizeToken":{"Offset":"0"}}}}]}`
	for old, other := range map[string]string{
		"": "", `"-"`: `"yesterday"`, `"0"`: `"twenty"`, `"a"`: `{}`, `{"Offset`: `"a",{"Offset`, "JobsDetail": "Jobs", `"0"}`: `-1}`, `[{"J`: `["",{"J`,
	} {
		if err := takes([]byte(strings.Replace(good, old, other, 1))); (err == nil) != (old == "") {
			t.Errorf("%s for %s: %v", other, old, err)
		}
	}
	for _, body := range []string{`{"Response":` + good + `}`, strings.NewReplacer("[{", "{", "}]", "}").Replace(good), strings.Replace(good, `"0"`, "0", 1)} {
		if err := takes([]byte(body)); err != nil {
			t.Errorf("%s: %v", body, err)
		}
	}
}

func isWrong(d diagnostic.Diagnostic) bool { return d.Severity == parser.Error }
