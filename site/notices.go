//go:build !js

package site

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/txtar"

	"github.com/callbacklens/callbacklens/app"
)

// noticesName is the file beside a compiled program that its notices are in.
const noticesName = "notices.txt"

// goPath stands for Go among the paths of modules.
const goPath = "Go"

// part is a module that the program is made of, with the folders of it that
// something is taken from, or Go itself.
type part struct {
	path, version, dir string
	folders            []string
}

func (p part) String() string { return strings.TrimSpace(p.path + " " + p.version) }

// Notices returns the licences and notices of all that the program is made of,
// as a text with a line such as "-- golang.org/x/net v0.62.0: LICENSE --"
// before each. They are read from Go's own folder and from the modules that
// the go command would compile the program from.
var Notices = sync.OnceValues(func() ([]byte, error) {
	parts, err := programParts()
	if err != nil {
		return nil, err
	}
	return formatNotices(parts)
})

// AllNotices returns those of the command line as well.
func AllNotices() ([]byte, error) {
	ofPage, err := goCommand(listParts...)
	if err != nil {
		return nil, err
	}
	ofCommand, err := runGo(context.Background(), nil, listParts...)
	if err != nil {
		return nil, err
	}
	parts, err := partsOf(ofPage + ofCommand)
	if err != nil {
		return nil, err
	}
	return formatNotices(parts)
}

func formatNotices(parts []part) ([]byte, error) {
	var all txtar.Archive
	for _, p := range parts {
		files, err := p.notices()
		if err != nil {
			return nil, err
		}
		all.Files = append(all.Files, files...)
	}
	return txtar.Format(&all), nil
}

// noticesOf returns the notices of a program.
func noticesOf(program Program) (notices []app.Notice, err error) {
	text := program.Notices
	if text == nil {
		if text, err = Notices(); err != nil {
			return nil, fmt.Errorf("find the licences of what the program is made of: %w", err)
		}
	}
	for _, f := range txtar.Parse(text).Files {
		part, file, ok := strings.Cut(f.Name, ": ")
		if !ok {
			return nil, fmt.Errorf("%s: %q is not a part and a file", noticesName, f.Name)
		}
		notices = append(notices, app.Notice{Part: part, File: file, Text: string(f.Data)})
	}
	if len(notices) == 0 {
		return nil, fmt.Errorf("%s holds no notices", noticesName)
	}
	return notices, nil
}

// programParts lists what the program is made of: itself, Go, and the modules
// by their paths.
func programParts() ([]part, error) {
	out, err := goCommand(listParts...)
	if err != nil {
		return nil, fmt.Errorf("%w\n(without a checkout, the notices are taken from %s beside the program)", err, noticesName)
	}
	return partsOf(out)
}

// listParts asks the go command for the packages of this program, as values of
// JSON one after the other.
var listParts = []string{"list", "-deps", "-json=Dir,Module", module}

// partsOf reads what listParts gives.
func partsOf(out string) ([]part, error) {
	own, others := part{}, map[string]part{}
	for d := json.NewDecoder(strings.NewReader(out)); ; {
		var pkg struct {
			Dir    string
			Module *struct {
				Path, Version, Dir string
				Main               bool
			}
		}
		if err := d.Decode(&pkg); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return nil, fmt.Errorf("go list: %w", err)
		}
		m := pkg.Module
		switch {
		case m == nil: // of Go
		case m.Main:
			own = part{path: m.Path, dir: m.Dir}
		default:
			p := others[m.Path]
			others[m.Path] = part{m.Path, m.Version, m.Dir, append(p.folders, pkg.Dir)}
		}
	}
	goes, err := goPart()
	if err != nil {
		return nil, err
	}
	parts := []part{own, goes}
	for _, p := range others {
		parts = append(parts, p)
	}
	slices.SortFunc(parts[2:], func(a, b part) int { return strings.Compare(a.path, b.path) })
	return parts, nil
}

// goPart is the Go release that compiles the program: its standard library and
// its script become part of the page.
func goPart() (part, error) {
	out, err := goCommand("env", "GOVERSION", "GOROOT")
	if err != nil {
		return part{}, err
	}
	version, root, _ := strings.Cut(out, "\n")
	// Homebrew keeps the licence one folder up.
	version = strings.TrimPrefix(version, "go")
	return part{goPath, version, root, []string{filepath.Dir(root)}}, nil
}

// noticeFile matches the names of files that authors put what is to be told in.
var noticeFile = regexp.MustCompile(`(?i)^(un)?(licen[cs]e|copying|copyright|notice|patents)([-._].*)?$`)

// notices reads what is to be told of a part.
func (p part) notices() (files []txtar.File, err error) {
	for i, dir := range p.noticeDirs() {
		entries, err := os.ReadDir(dir)
		if err != nil {
			return nil, err
		}
		for _, e := range entries {
			if !e.Type().IsRegular() || !noticeFile.MatchString(e.Name()) || strings.HasSuffix(e.Name(), ".go") {
				continue
			}
			text, err := os.ReadFile(filepath.Join(dir, e.Name()))
			if err != nil {
				return nil, err
			}
			name := e.Name()
			if below, err := filepath.Rel(p.dir, dir); err == nil && i > 0 && filepath.IsLocal(below) {
				name = filepath.ToSlash(filepath.Join(below, name))
			}
			files = append(files, txtar.File{Name: p.String() + ": " + name, Data: text})
		}
		if p.path == goPath && len(files) > 0 {
			break
		}
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("%s has no licence in %s", p, p.dir)
	}
	return files, nil
}

// noticeDirs lists the folders to look into: that of the part, then those in it
// that something is taken from, and the ones on the way there.
func (p part) noticeDirs() []string {
	dirs := []string{p.dir}
	for _, folder := range p.folders {
		if p.path == goPath {
			return append(dirs, folder)
		}
		for ; len(folder) > len(p.dir) && !slices.Contains(dirs, folder); folder = filepath.Dir(folder) {
			dirs = append(dirs, folder)
		}
	}
	slices.Sort(dirs[1:])
	return dirs
}
