//go:build !js

package site

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestLeanProgramHasNoServer(t *testing.T) {
	modfile, err := leanModfile(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	out, err := goCommand("list", "-modfile", modfile, "-deps", module)
	if err != nil {
		t.Fatal(err)
	}
	packages := strings.Split(out, "\n")
	if !slices.Contains(packages, framework+"/pkg/app") {
		t.Fatalf("the program is not built on %s: %q", framework, packages)
	}
	for _, p := range []string{"net/http", "crypto/tls", "crypto/aes", "text/template", "encoding/json", "regexp", "log"} {
		if slices.Contains(packages, p) {
			t.Errorf("%s is in the program", p)
		}
	}
}

func TestModuleThatWasChangedIsRefused(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "go.mod"), []byte("module m\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := unchanged(dir, "m@v1.0.0", "h1:9vbNpMSNNLI0jVQCkk4SNhD1BS31dh9JrMuVgyVhSWc="); err == nil || !strings.Contains(err.Error(), dir) {
		t.Errorf("got %v, want an error that names %s", err, dir)
	}
}
