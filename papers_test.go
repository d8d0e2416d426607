//go:build !js

package main

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/callbacklens/callbacklens/parser/reference"
)

// papers returns the Markdown files of the repository, by their paths.
func papers(t *testing.T) map[string]string {
	t.Helper()
	found := map[string]string{}
	for _, pattern := range []string{"*.md", "*/*.md"} {
		names, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			found[filepath.ToSlash(name)] = string(text)
		}
	}
	return found
}

var (
	fence   = regexp.MustCompile("(?ms)^```.*?^```")
	heading = regexp.MustCompile(`(?m)^#+ +(.*)$`)
	// Of a word that is linked, a heading shows the text alone.
	linked = regexp.MustCompile(`\[([^\]]*)\]\([^)]*\)`)
	unsaid = regexp.MustCompile(`[^\p{L}\p{N} _-]`)
)

// anchors returns the fragments that the headings of a paper can be reached
// by, as GitHub makes them.
func anchors(text string) map[string]bool {
	found := map[string]bool{}
	for _, m := range heading.FindAllStringSubmatch(fence.ReplaceAllString(text, ""), -1) {
		title := linked.ReplaceAllString(m[1], "$1")
		title = unsaid.ReplaceAllString(strings.ToLower(strings.TrimSpace(title)), "")
		found[strings.ReplaceAll(title, " ", "-")] = true
	}
	return found
}

func TestLinksOfPapersLeadSomewhere(t *testing.T) {
	all := papers(t)
	link := regexp.MustCompile(`\]\(([^)\s]+)\)`)
	for name, text := range all {
		for _, m := range link.FindAllStringSubmatch(fence.ReplaceAllString(text, ""), -1) {
			if strings.Contains(m[1], "://") {
				continue
			}
			file, fragment, _ := strings.Cut(m[1], "#")
			target := name
			if file != "" {
				target = path.Join(path.Dir(name), file)
			}
			if _, err := os.Stat(filepath.FromSlash(target)); err != nil {
				t.Errorf("%s links to %s: %v", name, m[1], err)
				continue
			}
			if fragment != "" && !anchors(all[target])[fragment] {
				t.Errorf("%s links to %s: there is no such heading", name, m[1])
			}
		}
	}
}

// Whoever reads one language must not miss what the other has.
func TestPapersSayTheSameInBothLanguages(t *testing.T) {
	all := papers(t)
	shape := func(text string) (lines []string) {
		for line := range strings.Lines(text) {
			switch word, _, _ := strings.Cut(line, " "); word {
			case "#", "##", "###", "-", "|":
				lines = append(lines, word)
			}
		}
		return lines
	}
	count := 0
	for name, text := range all {
		other, translated := all[strings.TrimSuffix(name, ".md")+".zh.md"]
		if !translated {
			continue
		}
		count++
		en, zh := shape(text), shape(other)
		if !slices.Equal(en, zh) {
			t.Errorf("%s and its translation differ in headings, lists or tables:\n%s\n%s", name, en, zh)
		}
		if code := fence.FindAllString(text, -1); len(code) != len(fence.FindAllString(other, -1)) {
			t.Errorf("%s has %d pieces of code, its translation another number", name, len(code))
		}
	}
	if count == 0 {
		t.Error("there is no translation")
	}
}

// What a comment rests on has to be there for whoever reads it.
func TestCommentsCitePapersThatExist(t *testing.T) {
	all := papers(t)
	cited := regexp.MustCompile(`docs/[\w-]+\.md(?:#([\w-]+))?`)
	count := 0
	err := filepath.WalkDir(".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && (entry.Name() == "node_modules" || name != "." && strings.HasPrefix(entry.Name(), ".")):
			return filepath.SkipDir
		case !strings.Contains(" .go .js .mjs .css ", " "+filepath.Ext(name)+" ") || name == "papers_test.go":
			return nil
		}
		text, err := os.ReadFile(name)
		for _, m := range cited.FindAllStringSubmatch(string(text), -1) {
			count++
			file, _, _ := strings.Cut(m[0], "#")
			if paper, there := all[file]; !there || m[1] != "" && !anchors(paper)[m[1]] {
				t.Errorf("%s cites %s, which is not there", name, m[0])
			}
		}
		return err
	})
	if err != nil || count == 0 {
		t.Errorf("%d citations, error %v", count, err)
	}
}

// The start-up script, the program, the frame of the pages and the style sheets
// agree on the names of attributes, see docs/architecture.md.
func TestContractIsWritten(t *testing.T) {
	_, section, _ := strings.Cut(papers(t)["docs/architecture.md"], "## Script, program and style sheet")
	section, _, _ = strings.Cut(section, "\n## ")
	written := map[string]bool{}
	for _, m := range regexp.MustCompile("`data-([a-z-]+)`").FindAllStringSubmatch(section, -1) {
		written[m[1]] = true
	}
	used := map[string]bool{}
	use := regexp.MustCompile(`DataSet\("([a-z-]+)"|dataset\.([a-zA-Z]+)|[\[ ]data-([a-z-]+)`)
	capital := regexp.MustCompile(`[A-Z]`)
	for _, dir := range []string{"app", "web", "site/page.html"} {
		err := filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || strings.HasSuffix(name, "_test.go") {
				return err
			}
			text, err := os.ReadFile(name)
			for _, m := range use.FindAllStringSubmatch(string(text), -1) {
				name := capital.ReplaceAllStringFunc(m[1]+m[2]+m[3], func(c string) string {
					return "-" + strings.ToLower(c)
				})
				used[name] = true
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	delete(used, "name") // of a comment, which stands for any of them
	for name := range used {
		if !written[name] {
			t.Errorf("docs/architecture.md does not tell what data-%s is", name)
		}
	}
	for name := range written {
		if !used[name] {
			t.Errorf("docs/architecture.md tells of data-%s, which nothing uses", name)
		}
	}
}

// TestReadmesNameEveryLibrary holds the lists of libraries to go.mod.
func TestReadmesNameEveryLibrary(t *testing.T) {
	text, err := os.ReadFile("go.mod")
	if err != nil {
		t.Fatal(err)
	}
	all := papers(t)
	direct := regexp.MustCompile(`(?m)^\t([\w./-]+) (v[\d.]+)$`) // what is indirect says so behind
	found := direct.FindAllStringSubmatch(string(text), -1)
	for _, m := range found {
		name := strings.TrimPrefix(m[1], "github.com/")
		if name == "chromedp/cdproto" {
			continue // the protocol of chromedp, and no choice of its own
		}
		for _, readme := range []string{"README.md", "README.zh.md"} {
			path := regexp.QuoteMeta(versionless.ReplaceAllString(name, ""))
			line := regexp.MustCompile(`(?m)^\| .*` + path + `.*$`).FindString(all[readme])
			if line == "" {
				t.Errorf("%s does not tell what %s is for", readme, m[1])
			}
			if other := version.FindString(line); other != "" && other != m[2] {
				t.Errorf("%s says %s of %s, which is at %s", readme, other, m[1], m[2])
			}
		}
	}
	if len(found) == 0 {
		t.Error("go.mod requires nothing")
	}
}

var (
	version     = regexp.MustCompile(`\bv\d+\.\d+\.\d+\b`)
	versionless = regexp.MustCompile(`/v\d+$`)
)

// TestReadmesFitOnAScreenOrTwo keeps details where they belong.
func TestReadmesFitOnAScreenOrTwo(t *testing.T) {
	const most = 160
	for _, name := range []string{"README.md", "README.zh.md"} {
		if n := strings.Count(papers(t)[name], "\n"); n > most {
			t.Errorf("%s has %d lines; details belong into docs/", name, n)
		}
	}
}

func TestFormatListsThePartsOfSpeech(t *testing.T) {
	format := papers(t)["docs/format.md"]
	_, format, _ = strings.Cut(format, "## Parts of speech")
	for _, p := range reference.PartsOfSpeech() {
		printed := p.Name.ZH
		if p.Printed.ZH != "" {
			printed = p.Printed.ZH
		}
		if !strings.Contains(format, "| "+strings.ToUpper(p.Tag)+" "+printed) {
			t.Errorf("docs/format.md lacks %s %s", p.Tag, printed)
		}
	}
}

// TestPictureOfRooms holds the picture in docs/architecture.md to the list of
// rooms: all are in it, each above what it imports, and in the table below it.
func TestPictureOfRooms(t *testing.T) {
	_, section, _ := strings.Cut(papers(t)["docs/architecture.md"], "## Rooms")
	section, _, _ = strings.Cut(section, "\n## ")
	_, picture, _ := strings.Cut(section, "```\n")
	picture, table, _ := strings.Cut(picture, "```\n")
	floors := map[string]int{}
	floor := 0
	for line := range strings.Lines(picture) {
		names, prefix := strings.Fields(line), ""
		if strings.HasSuffix(names[0], "/") {
			prefix, names = names[0], names[1:]
		}
		for _, name := range names {
			floors[prefix+name] = floor
		}
		floor++
	}
	listed := map[string]bool{}
	for room, imports := range walls() {
		at, drawn := floors[room]
		if !drawn {
			t.Errorf("the picture lacks %s", room)
			continue
		}
		listed[room] = true
		for _, imported := range imports {
			if under, drawn := floors[imported]; drawn && under <= at {
				t.Errorf("the picture has %s on a line not below %s, which imports it", imported, room)
			}
		}
		if room != "." && !strings.Contains(table, "`"+room+"`") && !strings.Contains(table, "`"+path.Base(room)+"`") {
			t.Errorf("nothing tells what stands in %s", room)
		}
	}
	for name := range floors {
		if !listed[name] {
			t.Errorf("the picture has %s, which is no room", name)
		}
	}
}
