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
	for _, p := range []string{"net/http", "crypto/tls", "crypto/aes", "text/template", "encoding/json", "regexp", "log", "github.com/google/uuid"} {
		if slices.Contains(packages, p) {
			t.Errorf("%s is in the program", p)
		}
	}
}

// TestWhatIsLeftOutDoesNotCompile uses, one by one, what the copy lacks.
func TestWhatIsLeftOutDoesNotCompile(t *testing.T) {
	dir := t.TempDir()
	modfile, err := leanModfile(dir)
	if err != nil {
		t.Fatal(err)
	}
	uses := []string{
		`ctx.SetState("x", 1)`, `ctx.GetState("x", nil)`, `ctx.DelState("x")`, `ctx.ObserveState("x")`,
		`ctx.Encrypt(1)`, `ctx.Decrypt(nil, nil)`, `ctx.DeviceID()`, `ctx.Notifications()`,
		`ctx.LocalStorage()`, `ctx.SessionStorage()`, `app.Persist(nil)`, `app.Handler{}`,
	}
	program := "package p\n\nimport \"" + framework + "/pkg/app\"\n\nfunc use() {\n\tvar ctx app.Context\n\tctx.Reload()\n"
	file := filepath.Join(dir, "main.go")
	compiled := func(body string) string {
		if err := os.WriteFile(file, []byte(program+body+"}\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := goCommand("build", "-trimpath", "-modfile", modfile, "-gcflags=-e", "-o", os.DevNull, file); err != nil {
			return err.Error()
		}
		return ""
	}
	if complaint := compiled(""); complaint != "" {
		t.Fatal(complaint)
	}
	complaint := compiled("_ = " + strings.Join(uses, "\n_ = ") + "\n")
	for _, use := range uses {
		name, _, _ := strings.Cut(use[strings.Index(use, ".")+1:], "(")
		if !strings.Contains(complaint, strings.TrimSuffix(name, "{}")+" undefined") && !strings.Contains(complaint, "undefined: app."+strings.TrimSuffix(name, "{}")) {
			t.Errorf("%s compiles", use)
		}
	}
}

func TestFrameworkOfAnotherShapeIsRefused(t *testing.T) {
	if err := copyClient(t.TempDir(), t.TempDir()); err == nil || !strings.Contains(err.Error(), unusedFuncs[0]) {
		t.Errorf("%v", err)
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
