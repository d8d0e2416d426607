//go:build !js

package docs

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"go.yaml.in/yaml/v3"

	"github.com/callbacklens/callbacklens/parser/lang"
)

// matter is what stands between lines of --- at the beginning of a page.
type matter struct {
	Title       string  `yaml:"title"`
	Order       float64 `yaml:"order"`
	Description string  `yaml:"description"`
	Date        string  `yaml:"date"`
	Lang        string  `yaml:"lang"`
}

// read reads the folder: lens.toml and all pages.
func (b *book) read() {
	b.configure()
	for _, l := range lang.All {
		if info, err := fs.Stat(b.Files, l.String()); err == nil && info.IsDir() {
			b.paired = true
		}
	}
	err := fs.WalkDir(b.Files, ".", func(name string, entry fs.DirEntry, err error) error {
		switch hidden := name != "." && strings.HasPrefix(entry.Name(), "."); {
		case err != nil:
			return err
		case hidden && entry.IsDir():
			return fs.SkipDir
		case hidden, entry.IsDir(), path.Ext(name) != ".md", name == "README.md":
			return nil
		}
		return b.readPage(name)
	})
	if err != nil {
		b.fault("", 0, err)
	}
	if !b.paired && !b.saidLang {
		b.guessLang()
	}
}

var fencedPattern = regexp.MustCompile("(?ms)^```.*?^```$")

// guessLang gives pages that do not say their language the one that most of the folder is
// in: bodies aside, a tenth of the letters of a Chinese text are Chinese at least.
func (b *book) guessLang() {
	han, letters := 0, 0
	unsaid := slices.DeleteFunc(slices.Collect(maps.Values(b.pages)), func(p *page) bool { return p.Lang != "" })
	for _, p := range unsaid {
		for _, r := range p.Title + string(fencedPattern.ReplaceAll(p.source, nil)) {
			if unicode.Is(unicode.Han, r) {
				han++
			}
			if unicode.IsLetter(r) {
				letters++
			}
		}
	}
	if han*10 >= letters {
		return
	}
	for _, p := range unsaid {
		p.lang = lang.EN
	}
}

var namePattern = regexp.MustCompile(`^[\p{L}\p{N}][\p{L}\p{N}._-]*$`)

func (b *book) readPage(name string) error {
	text, err := fs.ReadFile(b.Files, name)
	if err != nil {
		return err
	}
	p := &page{file: name, lang: b.lang}
	stem := strings.TrimSuffix(name, ".md")
	for part := range strings.SplitSeq(stem, "/") {
		if !namePattern.MatchString(part) {
			b.fault(name, 0, errors.New("the name becomes an address: want letters, digits and .-_"))
			return nil
		}
	}
	if p.index() {
		stem = path.Dir(name)
	}
	p.path = path.Join("/", b.path, stem) + "/"
	if b.paired {
		switch folder, _, _ := strings.Cut(name, "/"); folder {
		case "zh", "en":
			p.lang = lang.Parse(folder)
		default:
			b.fault(name, 0, errors.New("stands outside of the folders zh and en"))
			return nil
		}
	}
	p.source = bytes.ReplaceAll(bytes.TrimPrefix(text, []byte("\ufeff")), []byte("\r\n"), []byte("\n"))
	line, err := p.takeMatter()
	if err == nil {
		err = b.checkMatter(p)
	}
	if err != nil {
		b.fault(name, line, err)
		return nil
	}
	b.pages[name] = p
	return nil
}

var matterPattern = regexp.MustCompile(`(?s)\A---[ \t]*\n(.*?\n)?---[ \t]*(\n|\z)`)

// takeMatter reads the front matter and puts blank lines into its place, so that
// places in the page stay.
func (p *page) takeMatter() (line int, err error) {
	m := matterPattern.FindSubmatchIndex(p.source)
	if m == nil || m[2] < 0 {
		return 0, nil
	}
	d := yaml.NewDecoder(bytes.NewReader(p.source[m[2]:m[3]]))
	d.KnownFields(true)
	if err := d.Decode(&p.matter); err != nil && !errors.Is(err, io.EOF) {
		return matterFlaw(err)
	}
	blank := bytes.Repeat([]byte("\n"), bytes.Count(p.source[:m[1]], []byte("\n")))
	p.source = append(blank, p.source[m[1]:]...)
	return 0, nil
}

var (
	flawLine   = regexp.MustCompile(`line (\d+): `)
	unknownKey = regexp.MustCompile(`field (\S+) not found in type`)
)

// matterFlaw tells the first flaw of a front matter, and its line in the page.
func matterFlaw(err error) (line int, _ error) {
	line = 1
	said := strings.TrimPrefix(err.Error(), "yaml: ")
	if m := flawLine.FindStringSubmatch(said); m != nil {
		line, _ = strconv.Atoi(m[1])
		line++
		_, said, _ = strings.Cut(said, m[0])
	}
	if m := unknownKey.FindStringSubmatch(said); m != nil {
		said = fmt.Sprintf("there is no field %q; want title, order, description, date or lang", m[1])
	}
	said, _, _ = strings.Cut(said, "\n")
	return line, errors.New("front matter: " + said)
}

func (b *book) checkMatter(p *page) error {
	if p.Date != "" {
		if _, err := time.Parse(time.DateOnly, p.Date); err != nil {
			return fmt.Errorf("front matter: date %q: want a day such as 2026-05-31", p.Date)
		}
	}
	switch p.Lang {
	case "":
		return nil
	case "zh", "en":
	default:
		return fmt.Errorf("front matter: lang %q: want zh or en", p.Lang)
	}
	if l := lang.Parse(p.Lang); b.paired && l != p.lang {
		return fmt.Errorf("front matter: lang %q, but the page stands in the folder %s", p.Lang, p.lang)
	} else if !b.paired {
		p.lang = l
	}
	return nil
}
