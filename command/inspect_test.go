//go:build !js

package command

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/callbacklens/callbacklens/parser"
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

// endless is an input without an end, which counts what was taken of it.
type endless struct{ taken int }

func (e *endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = ' '
	}
	e.taken += len(p)
	return len(p), nil
}

// What is longer than the limit is not read to its end, and that is said.
func TestTooMuchIsNotRead(t *testing.T) {
	const limit = 10_000
	in := &endless{}
	reports, failed := inspectAll(t.Context(), []string{"-"}, Streams{In: in, Err: io.Discard}, parser.Options{Limits: parser.Limits{Input: limit}})
	if failed || len(reports) != 1 || reports[0].Diagnostics[0].Code != "input-too-large" || reports[0].Source.Bytes != limit {
		t.Errorf("failed %v, %+v", failed, reports)
	}
	if in.taken > limit+1 {
		t.Errorf("%d bytes were taken, the limit is %d", in.taken, limit)
	}
	// A file with a hole in it has a length, and no room on the disk.
	hole := filepath.Join(t.TempDir(), "hole")
	f, err := os.Create(hole)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(f.Truncate(1<<40), f.Close()); err != nil {
		t.Skip("no such file here:", err)
	}
	reports, failed = inspectAll(t.Context(), []string{hole}, Streams{Err: io.Discard}, parser.Options{Limits: parser.Limits{Input: limit}})
	if failed || len(reports) != 1 || reports[0].Source.Bytes != limit {
		t.Errorf("failed %v, %+v", failed, reports)
	}
	body, err := readBody(t.Context(), "-", strings.NewReader(strings.Repeat("x", limit)), limit)
	if err != nil || len(body) != limit {
		t.Errorf("of %d bytes %d were read: %v", limit, len(body), err)
	}
}

func TestWhatCannotBeRead(t *testing.T) {
	dir := t.TempDir()
	odd := filepath.Join(dir, "no\x1b[2J\u202efile\ncallbacklens inspect: all is well")
	closed := filepath.Join(dir, "closed")
	if err := os.WriteFile(closed, nil, 0); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		args []string
		says string
	}{
		{[]string{"-", "-"}, "standard input can be read once; - is there twice"},
		{[]string{"-", dir, "-"}, "standard input can be read once"},
		{[]string{dir}, dir + ": is a directory"},
		{[]string{closed}, closed + ": permission denied"},
		{[]string{odd}, dir + "/no␛[2J‹RLO›file↵callbacklens inspect: all is well: no such file"},
		{[]string{"-x\x1b[2J\n\u202e"}, "not defined: -x␛[2J↵‹RLO›"},
		{[]string{"-format", "\x1b\n"}, `no format "\x1b\n"`},
	} {
		code, out, complaints := runWith(t, body, append([]string{"inspect"}, c.args...)...)
		if c.args[0] == closed && os.Geteuid() == 0 {
			continue // the superuser reads everything
		}
		if code != exitUsage || out != "" || !strings.Contains(complaints, c.says) {
			t.Errorf("%q: exit %d, %q, %q, want %q", c.args, code, out, complaints, c.says)
		}
		for _, r := range complaints {
			if r != '\n' && unicode.In(r, unicode.Cc, unicode.Bidi_Control) {
				t.Errorf("%q: %U in %q", c.args, r, complaints)
			}
		}
		if strings.Contains(complaints, "\ncallbacklens") {
			t.Errorf("%q forges a line: %q", c.args, complaints)
		}
	}
}

func TestColorsAreForTerminalsOrOnDemand(t *testing.T) {
	const body = `<Response><JobsDetail><State>Failed</State></JobsDetail></Response>`
	for _, c := range []struct {
		force, no, format string
		want              bool
	}{
		{"", "", "text", false}, // what is tested here is no terminal
		{"1", "", "text", true},
		{"0", "", "text", false},
		{"1", "1", "text", false},
		{"1", "", "json", false},
	} {
		t.Setenv("CLICOLOR_FORCE", c.force)
		t.Setenv("NO_COLOR", c.no)
		if _, out, _ := runWith(t, body, "inspect", "-format", c.format); strings.Contains(out, "\x1b[") != c.want {
			t.Errorf("CLICOLOR_FORCE=%q NO_COLOR=%q -format %s: colours are not as wanted: %q", c.force, c.no, c.format, out)
		}
	}
}
