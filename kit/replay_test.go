//go:build !js

package kit

import (
	"bytes"
	"context"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/export/replay"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// The tests that are written of all bodies stand beside the decoder, in a module that
// has nothing but Go's own library, and pass.
func TestTestsOfWhatWasReceivedPass(t *testing.T) {
	dir := t.TempDir()
	write := func(name string, content []byte) {
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("go.mod", []byte("module received\n\ngo 1.24\n"))
	for _, f := range Files("go") {
		if filepath.Ext(f.Name) == ".go" {
			write(filepath.Base(f.Name), f.Content)
		}
	}
	all := bodies(t)
	var reports []*parser.Report
	for _, name := range slices.Sorted(maps.Keys(all)) {
		r := parser.Inspect(context.Background(), all[name], parser.Options{Name: name, Redact: true})
		reports = append(reports, r)
	}
	var text, again bytes.Buffer
	if err := replay.GoTest(&text, lang.EN, reports...); err != nil {
		t.Fatal(err)
	}
	if err := replay.GoTest(&again, lang.EN, reports...); err != nil || !bytes.Equal(text.Bytes(), again.Bytes()) {
		t.Error("the same reports gave another test")
	}
	write("received_test.go", text.Bytes())
	command := exec.Command("go", "test", "./...")
	command.Dir, command.Env = dir, append(os.Environ(), "GOFLAGS=-mod=mod", "GOWORK=off", "GOPROXY=off")
	if out, err := command.CombinedOutput(); err != nil {
		t.Errorf("%v\n%.4000s", err, out)
	}
}

// What curl posts by the script is what was given, byte for byte.
func TestCurlSendsTheBytes(t *testing.T) {
	for _, needed := range []string{"sh", "curl", "base64"} {
		if _, err := exec.LookPath(needed); err != nil {
			t.Skipf("%s is not here", needed)
		}
	}
	odd := map[string][]byte{
		"application/xml":          []byte("<Response><JobsDetail><JobId>it's $HOME `id` \\n !!</JobId><Message>\r\n\u202e\u0085</Message></JobsDetail></Response>"),
		"application/json":         []byte(`{"JobsDetail":{"JobId":"a","Message":"it's ''$(id)'' \\ \n"}}` + "\n\n"),
		"application/octet-stream": []byte("END\n\xff\x00nothing 'that' is known"),
	}
	got := map[string][]byte{}
	server := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		got[r.Header.Get("Content-Type")], _ = io.ReadAll(r.Body)
	}))
	defer server.Close()
	var reports []*parser.Report
	for _, body := range odd {
		reports = append(reports, parser.Inspect(context.Background(), body, parser.Options{}))
	}
	var script bytes.Buffer
	if err := replay.Curl(&script, lang.ZH, reports...); err != nil {
		t.Fatal(err)
	}
	command := exec.Command("sh", "-s", server.URL)
	command.Stdin = &script
	if out, err := command.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
	for kind, body := range odd {
		if !bytes.Equal(got[kind], body) {
			t.Errorf("of %s came %q, want %q", kind, got[kind], body)
		}
	}
}
