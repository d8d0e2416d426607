//go:build !js

package site

import (
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/mod/sumdb/dirhash"
)

// framework is the module that the page is built on. Its package app is both
// the half that runs in the browser and the half that serves pages, and the
// linker cannot tell them apart: with the second come HTTP, TLS and templates.
const framework = "github.com/maxence-charriere/go-app/v9"

// unusedFiles are the files of package app that the page has no use for: those
// of the server, and what keeps states in the browser.
var unusedFiles = []string{
	"http.go", "resource.go", "wasm.go", "route.go",
	"crypto.go", "notification.go", "state.go", "storage.go",
}

// unusedFuncs are the functions and methods of package app that would need
// them.
var unusedFuncs = []string{
	"DeviceID", "cryptoKey", "Encrypt", "Decrypt", "Notifications",
	"SetState", "GetState", "DelState", "ObserveState",
	"LocalStorage", "SessionStorage", "getLocalStorage", "getSessionStorage",
	"NewClientTester", "internalURLChecker", "jsonString",
}

// standIns are put beside the files that are left. They have no more than these
// need, so that a page that used what is left out would not compile.
//
//go:embed all:_client
var standIns embed.FS

// goStandIns are files of Go's own packages, with what the page uses of them.
//
//go:embed all:_std
var goStandIns embed.FS

// standInImports are the packages that stand-ins are imported for.
var standInImports = strings.NewReplacer(
	`"encoding/json"`, `"`+framework+`/pkg/client/json"`,
)

// leanModfile writes a copy of the framework without its server half into dir,
// and returns the name of a go.mod file, also there, that has it in its place.
// The copy is made of the very release that go.sum has the sum of.
func leanModfile(dir string) (string, error) {
	dirs, err := pinned(framework)
	if err != nil {
		return "", err
	}
	copied := filepath.Join(dir, "go-app")
	if err := copyClient(copied, dirs[0]); err != nil {
		return "", fmt.Errorf("copy %s: %w", framework, err)
	}
	gomod, err := goCommand("env", "GOMOD")
	if err != nil {
		return "", err
	}
	modfile := filepath.Join(dir, "lean.mod")
	for from, to := range map[string]string{
		gomod: modfile,
		strings.TrimSuffix(gomod, ".mod") + ".sum": filepath.Join(dir, "lean.sum"),
	} {
		if err := copyFile(to, from); err != nil {
			return "", err
		}
	}
	_, err = goCommand("mod", "edit", "-replace", framework+"="+copied, modfile)
	return modfile, err
}

// overlay writes the stand-ins for files of Go itself into dir, and returns the
// name of the file that tells the go command of them. Each must stand in for one.
func overlay(dir string) (string, error) {
	root, err := goCommand("env", "GOROOT")
	if err != nil {
		return "", err
	}
	replace := map[string]string{}
	err = eachFile(goStandIns, "_std", func(name string, code []byte) error {
		original, standIn := filepath.Join(root, "src", name), filepath.Join(dir, "std", name)
		if _, err := os.Stat(original); err != nil {
			return fmt.Errorf("there is nothing for %s to stand in for: %w", name, err)
		}
		replace[original] = standIn
		return writeFile(standIn, code)
	})
	if err != nil {
		return "", err
	}
	list, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return "", err
	}
	file := filepath.Join(dir, "overlay.json")
	return file, writeFile(file, list)
}

// pinned returns the folders of the module cache that hold modules, once what
// is in each has the sum that go.sum asks for.
func pinned(paths ...string) (dirs []string, err error) {
	out, err := goCommand(append([]string{"mod", "download", "-json"}, paths...)...)
	if err != nil {
		return nil, err
	}
	for d := json.NewDecoder(strings.NewReader(out)); len(dirs) < len(paths); {
		var m struct{ Path, Version, Dir, Sum string }
		if err := d.Decode(&m); err != nil {
			return nil, fmt.Errorf("go mod download: %w", err)
		}
		if err := unchanged(m.Dir, m.Path+"@"+m.Version, m.Sum); err != nil {
			return nil, err
		}
		dirs = append(dirs, m.Dir)
	}
	return dirs, nil
}

// checkModules checks all modules that the program is made of.
func checkModules() error {
	parts, err := programParts()
	if err != nil {
		return err
	}
	var paths []string
	for _, p := range parts {
		if p.version != "" && p.path != goPath {
			paths = append(paths, p.path)
		}
	}
	_, err = pinned(paths...)
	return err
}

// unchanged compares the files of a module with their sum.
func unchanged(dir, module, want string) error {
	sum, err := dirhash.HashDir(dir, module, dirhash.Hash1)
	if err == nil && sum != want {
		err = fmt.Errorf("%s was changed: its sum is %s, want %s; go clean -modcache fetches it afresh", dir, sum, want)
	}
	return err
}

// copyClient writes the packages that run in the browser to dir.
func copyClient(dir, original string) error {
	found := map[string]bool{}
	for _, pkg := range []string{"app", "errors", "logs"} {
		if err := copyPackage(filepath.Join(dir, "pkg", pkg), filepath.Join(original, "pkg", pkg), found); err != nil {
			return err
		}
	}
	for _, name := range unusedFuncs {
		if !found[name] {
			return fmt.Errorf("it has no function %s to leave out", name)
		}
	}
	err := eachFile(standIns, "_client", func(name string, code []byte) error {
		return writeFile(filepath.Join(dir, "pkg", name), code)
	})
	if err != nil {
		return err
	}
	return copyFile(filepath.Join(dir, "go.mod"), filepath.Join(original, "go.mod"))
}

// eachFile calls do with each file of a folder: its path there, and its content.
func eachFile(in fs.FS, folder string, do func(name string, content []byte) error) error {
	return fs.WalkDir(in, folder, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := fs.ReadFile(in, name)
		if err != nil {
			return err
		}
		return do(filepath.FromSlash(strings.TrimPrefix(name, folder+"/")), content)
	})
}

// copyPackage copies the Go files of a package, without its tests and without
// what is left out, and notes in found which functions that were.
func copyPackage(to, from string, found map[string]bool) error {
	names, err := filepath.Glob(filepath.Join(from, "*.go"))
	if err != nil {
		return err
	}
	for _, name := range names {
		base := filepath.Base(name)
		if strings.HasSuffix(base, "_test.go") || slices.Contains(unusedFiles, base) {
			continue
		}
		code, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		if code, err = cutDeclarations(code, unusedFuncs, found); err != nil {
			return fmt.Errorf("%s: %w", base, err)
		}
		if err := writeFile(filepath.Join(to, base), []byte(standInImports.Replace(string(code)))); err != nil {
			return err
		}
	}
	return nil
}

func copyFile(to, from string) error {
	content, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return writeFile(to, content)
}

// writeFile writes a file and the folders that it is in.
func writeFile(name string, content []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	return os.WriteFile(name, content, 0o644)
}
