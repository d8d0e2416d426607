//go:build !js

package main

import (
	"bufio"
	"bytes"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// rooms lists the packages of the module, each with those that it may import, from
// the lowest up; a line that begins with blanks goes on with the one before. docs/architecture.md has the same as a picture.
const rooms = `
parser/lang
parser/reference            parser/lang
parser/reference/advice     parser/lang
parser/reference/practice   parser/lang
parser/reference/sources    parser/lang
parser/redact

internal/canary
internal/visible

parser/internal/chars
parser/internal/flat        parser/internal/chars
parser/internal/origin      parser/internal/flat
parser/internal/template    parser/internal/chars parser/internal/flat
parser/internal/charset
parser/internal/outset
parser/internal/pieces
parser/internal/mojibake    parser/internal/chars parser/internal/pieces
parser/internal/dump        parser/internal/chars parser/internal/pieces
parser/internal/lines       parser/internal/chars parser/internal/pieces
parser/internal/unescape    parser/internal/chars parser/internal/pieces
parser/internal/recast      parser/internal/chars parser/internal/pieces
parser/internal/scribe      parser/internal/chars parser/internal/pieces parser/internal/unescape
parser/internal/printed     parser/internal/chars parser/internal/pieces parser/internal/scribe
parser/internal/trees       parser/internal/chars parser/internal/outset parser/internal/pieces parser/internal/scribe parser/internal/unescape
                            parser/lang
parser/internal/literals    parser/internal/chars parser/internal/outset parser/internal/pieces parser/internal/unescape
                            parser/lang
parser/internal/hint        parser/internal/chars
parser/internal/tags        parser/internal/chars parser/internal/flat
parser/internal/brackets    parser/internal/chars parser/internal/flat parser/internal/hint
parser/internal/packed      parser/internal/outset parser/lang
parser/internal/peel        parser/internal/chars parser/internal/dump parser/internal/lines parser/internal/literals parser/internal/outset
                            parser/internal/packed parser/internal/pieces parser/internal/printed parser/internal/trees parser/internal/unescape parser/lang

parser/remark               parser/internal/chars parser/lang
parser/document             parser/internal/chars parser/internal/flat parser/internal/origin
parser/diagnostic           parser/document parser/lang parser/remark
parser/callback             parser/document parser/internal/chars parser/internal/flat parser/lang parser/reference

parser/callback/kinds       parser/callback parser/lang parser/reference

parser/internal/flaw        parser/remark
parser/internal/read        parser/internal/brackets parser/internal/chars parser/internal/flat parser/internal/flaw
                            parser/internal/hint parser/internal/tags parser/internal/template parser/remark
parser/internal/bodies      parser/document
parser/internal/pace        parser/document parser/internal/flat
parser/internal/said        parser/diagnostic parser/document parser/internal/chars parser/lang parser/remark
parser/internal/conceal     parser/diagnostic parser/document parser/internal/flat parser/internal/origin
                            parser/internal/pace parser/internal/said parser/redact
parser/internal/likeness    parser/callback parser/document parser/internal/chars parser/internal/outset
parser/internal/decode      parser/callback parser/callback/kinds parser/diagnostic parser/document
                            parser/internal/chars parser/internal/flat parser/internal/pace parser/internal/recast parser/internal/said
                            parser/reference parser/remark
parser/internal/audit       parser/callback parser/document parser/internal/chars parser/internal/pace
                            parser/internal/said parser/lang parser/reference parser/remark

parser                      parser/callback parser/diagnostic parser/document parser/internal/audit
                            parser/internal/chars parser/internal/charset parser/internal/conceal
                            parser/internal/decode parser/internal/flat
                            parser/internal/flaw parser/internal/hint parser/internal/likeness parser/internal/lines parser/internal/mojibake
                            parser/internal/origin parser/internal/outset parser/internal/pace parser/internal/peel
                            parser/internal/pieces
                            parser/internal/read parser/internal/recast parser/internal/said parser/internal/tags
                            parser/internal/unescape parser/lang
                            parser/redact parser/remark
parser/compare              parser parser/lang
parser/chart                parser parser/lang parser/reference
parser/stream               parser
parser/part                 parser
parser/export/schema        parser/callback parser/callback/kinds
parser/export/rows          parser parser/lang parser/reference internal/visible
parser/export/replay        parser parser/export/rows parser/lang internal/visible
parser/export/sheet         parser parser/chart parser/lang parser/reference internal/visible
parser/export/brief         parser parser/export/sheet parser/lang internal/visible
parser/export               parser parser/callback parser/callback/kinds parser/export/brief parser/export/replay parser/export/rows
                            parser/export/sheet parser/lang
                            parser/reference internal/visible

web
kit
kit/go

app/internal/words          parser/lang internal/visible
app/internal/dom            app/internal/words parser/lang internal/visible
app/internal/align          parser
app/internal/query          app/internal/words parser parser/lang parser/reference
app/internal/model          app/internal/align app/internal/query app/internal/words parser parser/compare
                            parser/lang
app/internal/list           app/internal/dom app/internal/words parser/lang
app/internal/face           app/internal/dom app/internal/model app/internal/words parser parser/lang
                            parser/reference internal/visible
app/internal/intake         app/internal/dom app/internal/model app/internal/words parser parser/lang
app/internal/original       app/internal/align app/internal/dom app/internal/face app/internal/model
                            app/internal/words parser parser/lang
app/internal/apptest        app/internal/intake app/internal/model parser parser/lang

app/internal/reference      app/internal/dom app/internal/words parser parser/lang parser/reference
                            parser/reference/advice parser/reference/practice parser/reference/sources internal/visible
app/internal/ways           app/internal/dom app/internal/words parser/lang
app/internal/beside         app/internal/dom app/internal/face app/internal/model app/internal/words
                            parser parser/lang parser/reference internal/visible
app/internal/sentence       app/internal/beside app/internal/dom app/internal/face app/internal/list app/internal/model
                            app/internal/words parser parser/export/rows parser/lang parser/reference internal/visible
app/internal/tokens         app/internal/dom app/internal/face app/internal/list app/internal/model
                            app/internal/query app/internal/words parser parser/export/rows parser/lang internal/visible
app/internal/tree           app/internal/dom app/internal/face app/internal/list app/internal/model
                            app/internal/words parser parser/lang parser/reference
app/internal/source         app/internal/dom app/internal/face app/internal/list app/internal/model
                            app/internal/words parser parser/document parser/lang internal/visible
app/internal/card           app/internal/dom app/internal/face app/internal/model app/internal/words parser
                            parser/callback parser/lang parser/reference internal/visible
app/internal/results        app/internal/card app/internal/dom app/internal/face app/internal/model
                            app/internal/words parser parser/callback parser/lang parser/reference
app/internal/facts          app/internal/card app/internal/dom app/internal/face app/internal/list
                            app/internal/model app/internal/results app/internal/words parser parser/callback parser/lang
app/internal/charts         app/internal/dom app/internal/face app/internal/model app/internal/query
                            app/internal/results app/internal/words parser parser/chart parser/lang
app/internal/remarks        app/internal/dom app/internal/face app/internal/model app/internal/words parser
                            parser/lang parser/reference/advice
app/internal/jobs           app/internal/dom app/internal/face app/internal/list app/internal/model
                            app/internal/query app/internal/words parser parser/lang internal/visible
app/internal/palette        app/internal/dom app/internal/face app/internal/model app/internal/words parser
                            parser/callback parser/lang parser/reference
app/internal/paper          app/internal/dom app/internal/face app/internal/facts app/internal/model
                            app/internal/remarks app/internal/words parser parser/lang
app/internal/comparison     app/internal/dom app/internal/face app/internal/intake app/internal/list
                            app/internal/model app/internal/words parser parser/compare parser/lang parser/reference
app/internal/share          app/internal/dom app/internal/face app/internal/model app/internal/words parser parser/lang
app/internal/takeaway       app/internal/dom app/internal/face app/internal/model app/internal/share app/internal/words parser parser/export
                            parser/lang parser/part
app/internal/embed          app/internal/dom app/internal/model parser parser/export
app/internal/preview        app/internal/dom app/internal/face app/internal/intake app/internal/model app/internal/words
                            parser parser/callback parser/lang parser/reference
app/internal/split          app/internal/dom app/internal/model app/internal/words

app/internal/frame          app/internal/charts app/internal/comparison app/internal/dom app/internal/embed app/internal/face app/internal/facts app/internal/intake
                            app/internal/jobs app/internal/model app/internal/original app/internal/palette app/internal/paper app/internal/preview app/internal/reference app/internal/remarks
                            app/internal/results app/internal/sentence app/internal/source app/internal/split app/internal/tokens app/internal/tree app/internal/takeaway
                            app/internal/words parser parser/callback parser/lang

app                         app/internal/dom app/internal/frame app/internal/intake app/internal/model
                            app/internal/ways app/internal/words parser/lang

site/docs/specimen          parser parser/callback parser/lang parser/reference parser/reference/advice internal/visible
site/docs                   parser parser/lang parser/reference parser/reference/advice parser/reference/practice
                            site/docs/specimen
site/folder
site/slim
site/squeeze
site/weave
site                        app kit parser/lang site/docs site/folder site/slim site/squeeze site/weave web
command                     kit parser parser/compare parser/export parser/export/schema parser/lang parser/reference
                            parser/reference/advice parser/reference/practice parser/reference/sources
                            parser/stream internal/visible site site/folder
bench/hello
release                     site
.                           app command
`

// walls returns the rooms with what each may import.
func walls() map[string][]string {
	allowed := make(map[string][]string)
	room := ""
	for line := range strings.Lines(rooms) {
		words := strings.Fields(line)
		if len(words) > 0 && line[0] != ' ' { // else the list of a room goes on
			room, words = words[0], words[1:]
			allowed[room] = nil
		}
		if len(words) > 0 {
			allowed[room] = append(allowed[room], words...)
		}
	}
	return allowed
}

// TestRoomsKeepTheirWalls holds every package to what it may import, and the list
// to what is imported.
func TestRoomsKeepTheirWalls(t *testing.T) {
	allowed := walls()
	found := importsOfRooms(t)
	for room, imports := range found {
		may, known := allowed[room]
		if !known {
			t.Errorf("the room %s is not in the list", room)
		}
		for _, imported := range imports {
			if !slices.Contains(may, imported) {
				t.Errorf("%s may not import %s", room, imported)
			}
		}
		for _, other := range may {
			if !slices.Contains(imports, other) {
				t.Errorf("%s does not import %s any more", room, other)
			}
		}
	}
	for room := range allowed {
		if _, there := found[room]; !there {
			t.Errorf("there is no room %s", room)
		}
	}
}

// browserless are the rooms that know no browser, and neither does what they
// import.
var browserless = []string{"parser", "app/internal/words", "app/internal/align", "app/internal/model"}

func TestRoomsThatKnowNoBrowser(t *testing.T) {
	eachGoFile(t, func(room, file string) {
		if !slices.ContainsFunc(browserless, func(top string) bool { return room == top || strings.HasPrefix(room, top+"/") }) {
			return
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			t.Fatal(err)
		}
		for _, spec := range parsed.Imports {
			if strings.Contains(spec.Path.Value, "go-app") || spec.Path.Value == `"syscall/js"` {
				t.Errorf("%s imports %s", file, spec.Path.Value)
			}
		}
	})
}

// importsOfRooms returns the packages of the module that each of them imports, for
// whatever system.
func importsOfRooms(t *testing.T) map[string][]string {
	t.Helper()
	found := make(map[string][]string)
	eachGoFile(t, func(room, file string) {
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			t.Fatal(err)
		}
		found[room] = append(found[room], "")
		for _, spec := range parsed.Imports {
			imported, _ := strconv.Unquote(spec.Path.Value)
			if own, ok := strings.CutPrefix(imported, "github.com/callbacklens/callbacklens/"); ok {
				found[room] = append(found[room], own)
			}
		}
	})
	for room, imports := range found {
		slices.Sort(imports)
		found[room] = slices.Compact(imports)[1:]
	}
	return found
}

// eachGoFile calls do for every file of Go that is no test, with the room that it
// stands in.
func eachGoFile(t *testing.T, do func(room, file string)) {
	t.Helper()
	err := filepath.WalkDir(".", func(file string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := entry.Name()
		switch {
		case entry.IsDir() && file != "." && (strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_") || name == "testdata" || name == "dist"):
			return filepath.SkipDir
		case !entry.IsDir() && strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, "_test.go"):
			do(path.Dir(filepath.ToSlash(file)), file)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// manyFiles and manyLines are what somebody can know of one room.
const manyFiles, manyLines = 16, 2400

// tooLarge are the rooms that are to be divided yet.
var tooLarge []string

// TestRoomsAreSmallEnoughToBeKnown counts files and lines, tests aside.
func TestRoomsAreSmallEnoughToBeKnown(t *testing.T) {
	files, lines := make(map[string]int), make(map[string]int)
	eachGoFile(t, func(room, file string) {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		files[room]++
		for scanner := bufio.NewScanner(bytes.NewReader(text)); scanner.Scan(); {
			lines[room]++
		}
	})
	for room := range files {
		large := files[room] > manyFiles || lines[room] > manyLines
		if large && !slices.Contains(tooLarge, room) {
			t.Errorf("%s has %d files with %d lines", room, files[room], lines[room])
		}
		if !large && slices.Contains(tooLarge, room) {
			t.Errorf("%s is small enough by now", room)
		}
	}
}

// TestNothingOfTheDocumentationIsInTheProgram keeps what reads Markdown out of what
// the page loads.
func TestNothingOfTheDocumentationIsInTheProgram(t *testing.T) {
	cmd := exec.Command("go", "list", "-deps", ".")
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"goldmark", "yaml", "toml", "site/docs"} {
		if strings.Contains(string(out), name) {
			t.Errorf("the program has %s in it", name)
		}
	}
}
