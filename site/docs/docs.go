//go:build !js

// Package docs makes pages of documentation of a folder of Markdown: readable
// without a script, callbacks in them drawn as the viewer understands them, every
// link checked, and an index to search in.
package docs

import (
	"cmp"
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/callbacklens/callbacklens/parser/lang"
)

// Folder is where documentation is taken from.
type Folder struct {
	Files fs.FS
	// Name stands before the names of files in what is said about them.
	Name string
	// Path is what the pages stand below, from the site's root, where lens.toml in
	// the folder does not say it: "guide".
	Path string
}

// Asset is a file that pages load: its address from the site's root, and its sum
// for the browser to check.
type Asset struct{ Address, Integrity string }

// Site is what stands around the documentation.
type Site struct {
	Version string
	Address string       // of its root where that is known, such as "https://tools.example/viewer", else empty
	Policy  string       // the content policy of a page
	Icon    template.URL // of the browser's tab
	Script  Asset        // web/js/guide.js
	Style   []byte       // the style sheet of a page
	// Add puts a file among the assets of the site.
	Add func(name string, content []byte) Asset
	// Anchors are the pages that links may lead to beside those of the folder, each
	// with the ids on it: "/reference/zh/".
	Anchors map[string]map[string]bool
	// Open returns the address from the site's root that opens a body in the viewer,
	// empty where the body is too large for one.
	Open func(body []byte) string
	// Charset reads a text of that charset.
	Charset func(name string, text []byte) ([]byte, error)
	// Light and Dark are the colours around a page.
	Light, Dark string
	Card        string // the address of the picture that chats show, from the site's root
}

// Page is a page that was made.
type Page struct {
	Path  string // from the site's root, with a slash at both ends
	Lang  lang.Lang
	Title string
	Date  string // of its last change as its author wrote it, may be empty
	// Other is the path of the same page in the other language, may be empty.
	Other string
}

// OtherLang is the language that p is not in.
func (p Page) OtherLang() lang.Lang { return other(p.Lang) }

// Made is what was made of a folder.
type Made struct {
	// Files are the contents by path from the site's root.
	Files map[string][]byte
	// Pages lists the pages in the order of the contents.
	Pages []Page
}

// Make makes the documentation. Whatever is wrong in the folder is reported at
// once, each line with file and line: dead links, bodies with errors, front matter
// that nobody knows.
func Make(folder Folder, site Site) (*Made, error) {
	b := &book{Folder: folder, site: site, pages: make(map[string]*page), files: make(map[string][]byte)}
	b.read()
	if len(b.flaws) == 0 && len(b.pages) == 0 {
		b.fault("", 0, errors.New("holds no page: want files named *.md, in folders zh and en or in one language"))
	}
	b.draw()
	if len(b.flaws) > 0 {
		return nil, b.said()
	}
	if err := b.write(); err != nil {
		return nil, err
	}
	return &Made{b.files, b.list()}, nil
}

// book is a folder that is made into pages.
type book struct {
	Folder
	config
	site   Site
	paired bool             // there are folders for the languages
	pages  map[string]*page // by name of the file, such as "zh/retries.md"
	files  map[string][]byte
	flaws  []flaw
}

// flaw is something wrong in a file of the folder, in a line of it where that is
// not 0.
type flaw struct {
	name string
	line int
	err  error
}

func (b *book) fault(name string, line int, err error) {
	b.flaws = append(b.flaws, flaw{name, line, err})
}

// said is all that is wrong, by files and lines.
func (b *book) said() error {
	slices.SortStableFunc(b.flaws, func(x, y flaw) int {
		return cmp.Or(cmp.Compare(x.name, y.name), cmp.Compare(x.line, y.line))
	})
	var all []error
	for _, f := range b.flaws {
		at := path.Join(b.Name, f.name)
		if f.line > 0 {
			at = fmt.Sprintf("%s:%d", at, f.line)
		}
		all = append(all, fmt.Errorf("%s: %w", at, f.err))
	}
	return errors.Join(all...)
}

// root is the path of the front page in l.
func (b *book) root(l lang.Lang) string {
	if b.paired {
		return "/" + b.path + "/" + l.String() + "/"
	}
	return "/" + b.path + "/"
}

// langs lists the languages that there are pages in.
func (b *book) langs() (all []lang.Lang) {
	for _, l := range lang.All {
		for _, p := range b.pages {
			if p.lang == l {
				all = append(all, l)
				break
			}
		}
	}
	return all
}

// page is a file of Markdown.
type page struct {
	matter
	file    string // its name in the folder
	path    string // from the site's root, with a slash at both ends
	lang    lang.Lang
	source  []byte // the front matter is blank lines in it
	doc     document
	content template.HTML
}

// index reports whether the page is that of its folder.
func (p *page) index() bool { return path.Base(p.file) == "index.md" }

// counterpart returns the page in the other language, nil if there is none.
func (b *book) counterpart(p *page) *page {
	if !b.paired {
		return nil
	}
	_, rest, _ := strings.Cut(p.file, "/")
	return b.pages[other(p.lang).String()+"/"+rest]
}

func other(l lang.Lang) lang.Lang {
	if l == lang.ZH {
		return lang.EN
	}
	return lang.ZH
}

// sorted lists the pages by the names of their files.
func (b *book) sorted() (all []*page) {
	for _, p := range b.pages {
		all = append(all, p)
	}
	slices.SortFunc(all, func(x, y *page) int { return cmp.Compare(x.file, y.file) })
	return all
}

// list is what was made, that is no page of the folder too: the contents.
func (b *book) list() (pages []Page) {
	langs := b.langs()
	if b.paired {
		pages = append(pages, Page{Path: "/" + b.path + "/", Lang: langs[0], Title: b.title.In(langs[0])})
	}
	for _, l := range langs {
		if root := b.root(l); !taken(b.inOrder(l), root) {
			made := Page{Path: root, Lang: l, Title: b.title.In(l)}
			if len(langs) > 1 && b.paired {
				made.Other = b.root(other(l))
			}
			pages = append(pages, made)
		}
		for _, p := range b.inOrder(l) {
			made := Page{Path: p.path, Lang: p.lang, Title: p.Title, Date: p.Date}
			if twin := b.counterpart(p); twin != nil {
				made.Other = twin.path
			}
			pages = append(pages, made)
		}
	}
	return pages
}
