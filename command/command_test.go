//go:build !js

package command

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// run runs a command with nothing on standard input.
func run(args ...string) (code int, out, complaints string) {
	var o, e bytes.Buffer
	code = Main(args, Streams{In: strings.NewReader(""), Out: &o, Err: &e})
	return code, o.String(), e.String()
}

func TestWrongUse(t *testing.T) {
	for _, c := range []struct {
		args []string
		says string
	}{
		{nil, "callbacklens inspect"},
		{[]string{"frobnicate"}, `no command "frobnicate"`},
		{[]string{"build", "-frobnicate"}, "-frobnicate"},
		{[]string{"build", "here"}, `unexpected argument "here"`},
		{[]string{"build", "-prefix", "viewer/"}, "/viewer"},
		{[]string{"build", "-wasm", "/does/not/exist"}, "/does/not/exist"},
		{[]string{"serve", "-dir", "/does/not/exist"}, "callbacklens build"},
		{[]string{"serve", "http"}, `"http" is not a port`},
		{[]string{"serve", "70000"}, `"70000" is not a port`},
		{[]string{"serve", "1", "2"}, `unexpected argument "2"`},
	} {
		code, out, complaints := run(c.args...)
		if code != exitUsage || out != "" || !strings.Contains(complaints, c.says) {
			t.Errorf("%q: code %d, out %q, complaints %q, want %q in them", c.args, code, out, complaints, c.says)
		}
	}
}

func TestHelp(t *testing.T) {
	if code, out, _ := run("help"); code != exitOK || !strings.Contains(out, "callbacklens serve") {
		t.Errorf("code %d, %q", code, out)
	}
}

func TestBuildWithAProgram(t *testing.T) {
	dir := t.TempDir()
	wasm := filepath.Join(dir, "app.wasm")
	for name, content := range map[string]string{wasm: "\x00asm\x01\x00\x00\x00", filepath.Join(dir, "wasm_exec.js"): "globalThis.Go = class {};"} {
		if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	dist := filepath.Join(dir, "dist")
	if code, out, complaints := run("build", "-out", dist, "-wasm", wasm); code != exitOK || !strings.Contains(out, dist) {
		t.Fatalf("code %d, %q, %q", code, out, complaints)
	}
	for _, name := range []string{"index.html", "worker.js", "manifest.webmanifest", "reference/zh/index.html"} {
		if _, err := os.Stat(filepath.Join(dist, name)); err != nil {
			t.Error(err)
		}
	}
}
