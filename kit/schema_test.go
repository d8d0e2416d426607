//go:build !js

package kit

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
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
