//go:build !js

package command

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const body = `<Response><EventName>TaskFinish</EventName><JobsDetail><JobId>a-1</JobId><State>Success</State><Tag>Snapshot</Tag></JobsDetail></Response>`

// runWith runs a command line with body on standard input.
func runWith(t *testing.T, in string, args ...string) (code int, out, err string) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	code = Main(args, Streams{In: strings.NewReader(in), Out: &stdout, Err: &stderr})
	return code, stdout.String(), stderr.String()
}

func TestInspectExitCodes(t *testing.T) {
	file := filepath.Join(t.TempDir(), "body.xml")
	if err := os.WriteFile(file, []byte(body), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		in   string
		args []string
		want int
	}{
		{"a sound body", body, []string{"inspect"}, exitOK},
		{"a dash", body, []string{"inspect", "-format", "json", "-"}, exitOK},
		{"a file", "", []string{"inspect", file}, exitOK},
		{"a cut body", body[:60], []string{"inspect"}, exitFound},
		{"nothing known", `{"a":1}`, []string{"inspect"}, exitFound},
		{"a mended body", strings.Replace(body, "</Tag>", "<Tag>", 1), []string{"inspect"}, exitOK},
		{"an error body", `<Error><Code>AccessDenied</Code><RequestId>x</RequestId></Error>`, []string{"inspect"}, exitOK},
		{"no such file", "", []string{"inspect", file + "x"}, exitUsage},
		{"one file of two", "", []string{"inspect", file, file + "x"}, exitUsage},
		{"no such format", body, []string{"inspect", "-format", "yaml"}, exitUsage},
		{"no such flag", body, []string{"inspect", "-x"}, exitUsage},
		{"no such language", body, []string{"inspect", "-lang", "fr"}, exitUsage},
		{"no command", "", nil, exitUsage},
		{"no such command", "", []string{"look"}, exitUsage},
		{"help", "", []string{"help"}, exitOK},
	} {
		if code, out, err := runWith(t, c.in, c.args...); code != c.want {
			t.Errorf("%s: exit %d, want %d\n%s%s", c.name, code, c.want, out, err)
		}
	}
}

func TestInspectPrintsOneObjectOrAnArray(t *testing.T) {
	file := filepath.Join(t.TempDir(), "body.xml")
	if err := os.WriteFile(file, []byte(body), 0o600); err != nil {
		t.Fatal(err)
	}
	_, one, _ := runWith(t, body, "inspect", "-format", "json")
	var object struct {
		Callbacks []struct {
			Kind string
			Jobs []struct{ JobID string }
		}
	}
	if err := json.Unmarshal([]byte(one), &object); err != nil || object.Callbacks[0].Kind != "Snapshot" {
		t.Errorf("%v, %+v", err, object)
	}
	_, two, _ := runWith(t, body, "inspect", "-format", "json", file, "-")
	var array []struct{ Source struct{ Name string } }
	if err := json.Unmarshal([]byte(two), &array); err != nil || len(array) != 2 || array[0].Source.Name != file || array[1].Source.Name != "" {
		t.Errorf("%v, %+v", err, array)
	}
}

func TestInspectSpeaksBothLanguages(t *testing.T) {
	_, zh, _ := runWith(t, body[:60], "inspect", "-lang", "zh")
	_, en, _ := runWith(t, body[:60], "inspect", "-lang", "en")
	if !strings.Contains(zh, "错误") || !strings.Contains(en, "error") {
		t.Errorf("zh:\n%s\nen:\n%s", zh, en)
	}
}
