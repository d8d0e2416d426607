//go:build !js

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// stub puts a command into dir that runs lines of shell.
func stub(t *testing.T, dir, name, lines string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), []byte("#!/bin/sh\n"+lines+"\n"), 0o755); err != nil {
		t.Fatal(err)
	}
}

// script runs a script of .ci with the commands in dir before all others, and
// CI as given.
func script(t *testing.T, dir, ci, name string, args ...string) (out string, status int) {
	t.Helper()
	cmd := exec.Command(filepath.Join(".ci", name), args...)
	cmd.Env = append(os.Environ(), "PATH="+dir+":"+os.Getenv("PATH"), "CI="+ci)
	b, err := cmd.CombinedOutput()
	if cmd.ProcessState == nil {
		t.Fatal(err)
	}
	return string(b), cmd.ProcessState.ExitCode()
}

func TestPackagesAreInstalledOnlyWhenAllowed(t *testing.T) {
	dir := t.TempDir()
	stub(t, dir, "apt-get", `echo "apt-get $*"`)
	stub(t, dir, "sudo", `exec "$@"`)
	stub(t, dir, "here", "")
	const needed, optional = "needed-package:not-here,nor-here", "optional-package:not-here?"
	for _, c := range []struct {
		story     string
		ci        string
		packages  []string
		status    int
		installed bool
		says      string
	}{
		{"all is there", "", []string{"present:not-here,here", "present-too:here?"}, 0, false, ""},
		{"no one to ask", "", []string{needed, optional}, 1, false, "apt-get install needed-package optional-package"},
		{"no one to ask, and no need", "", []string{"present:here", optional}, 0, false, "skipped: optional-package"},
		{"a machine of its own", "true", []string{"present:here", needed, optional}, 0, true, "recommends needed-package\n"},
	} {
		out, status := script(t, dir, c.ci, "packages", c.packages...)
		if status != c.status || !strings.Contains(out, c.says) {
			t.Errorf("%s: status %d, %q, want %d and %q", c.story, status, out, c.status, c.says)
		}
		if strings.Contains(out, "apt-get update") != c.installed {
			t.Errorf("%s: %q", c.story, out)
		}
		if strings.Contains(out, "present") {
			t.Errorf("%s: what is there is named: %q", c.story, out)
		}
	}
}

func TestFontsAreAskedForOfTheSystem(t *testing.T) {
	dir := t.TempDir()
	stub(t, dir, "fc-list", `echo "Noto Sans CJK SC"`)
	if out, status := script(t, dir, "", "packages", "fonts-any"); status != 0 {
		t.Errorf("there: status %d, %q", status, out)
	}
	stub(t, dir, "fc-list", "")
	if out, status := script(t, dir, "", "packages", "fonts-any"); status != 1 || !strings.Contains(out, "fonts-any") {
		t.Errorf("not there: status %d, %q", status, out)
	}
}

func TestOptionalPackageThatCannotBeHad(t *testing.T) {
	dir := t.TempDir()
	stub(t, dir, "apt-get", `case $* in *optional*) exit 100;; esac`)
	stub(t, dir, "sudo", `exec "$@"`)
	if out, status := script(t, dir, "1", "packages", "optional-package:not-here?"); status != 0 || !strings.Contains(out, "skipped") {
		t.Errorf("status %d, %q", status, out)
	}
	stub(t, dir, "apt-get", `case $* in *install*) exit 100;; esac`)
	if out, status := script(t, dir, "1", "packages", "needed-package:not-here"); status == 0 {
		t.Errorf("what is needed could not be had, and all is well: %q", out)
	}
}

func TestVulnClaimsNothingThatItDoesNotKnow(t *testing.T) {
	for _, c := range []struct {
		desktop, browser string // what govulncheck ends with
		status           int
		says             string
	}{
		{"0", "0", 0, "knows of nothing"},
		{"3", "0", 3, "There are vulnerabilities"},
		{"0", "3", 3, "There are vulnerabilities"},
		{"1", "0", 2, "NOT CHECKED"},
		{"3", "1", 2, "NOT CHECKED"},
		{"0", "2", 2, "NOT CHECKED"}, // as a Go program ends that panics
	} {
		dir := t.TempDir()
		stub(t, dir, "go", "echo "+filepath.Join(dir, "govulncheck"))
		stub(t, dir, "govulncheck", `if [ "${GOOS:-}" = js ]; then exit `+c.browser+`; else exit `+c.desktop+`; fi`)
		out, status := script(t, dir, "", "vuln")
		if status != c.status || !strings.Contains(out, c.says) {
			t.Errorf("%s and %s: status %d, %q, want %d and %q", c.desktop, c.browser, status, out, c.status, c.says)
		}
		if c.status != 0 && strings.Contains(out, "knows of nothing") {
			t.Errorf("%s and %s: %q", c.desktop, c.browser, out)
		}
	}
}
