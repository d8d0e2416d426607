//go:build !js

package docs

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"path"
	"strings"

	"github.com/callbacklens/callbacklens/parser/lang"
)

//go:embed page.html
var pageHTML string

var pageTmpl = template.Must(template.New("page").Parse(pageHTML))

// shell is what page.html is filled with.
type shell struct {
	Say                                texts
	Lang                               lang.Lang
	Version, Policy, Canonical         string
	Card                               template.URL
	Light, Dark                        string
	Icon                               template.URL
	Name, Title, Description, Up       string
	Home, Logo, Index                  string
	Style, Script                      Asset
	Both                               bool // the page holds both languages
	Alternates                         []alternate
	Other                              alternate
	Tree                               *leaf
	Headings                           []heading
	Previous, Next                     *leaf
	Date                               string
	Content                            template.HTML
	Lists                              []list
	Examples                           []link
	ViewerHref, ReferenceHref, Notices string
}

type alternate struct{ Tag, Href string }

type link struct{ Title, Href string }

// leaf is an entry of the contents.
type leaf struct {
	Title, Href, Lede string
	Here              bool
	Children          []*leaf
}

// list is the contents in a language, on a page that is nothing else.
type list struct {
	Lang    lang.Lang
	Title   string
	Entries []*leaf
}

// assets are what all pages load.
type assets struct {
	style   Asset
	logo    string
	indexes map[lang.Lang]string
}

// write makes the files of all pages, and of the contents where the folder has no
// page of its own for them.
func (b *book) write() error {
	a, err := b.assets()
	if err != nil {
		return err
	}
	for _, l := range b.langs() {
		order := b.inOrder(l)
		for i, p := range order {
			if err := b.writePage(a, p, order, i); err != nil {
				return err
			}
		}
		if root := b.root(l); !taken(order, root) {
			s := b.shell(a, root, l)
			s.Title, s.Description = b.title.In(l), b.lede(l)
			s.Lists = []list{b.contents(l, root)}
			if err := b.file(root, &s); err != nil {
				return err
			}
		}
	}
	if b.paired {
		return b.writeDoor(a)
	}
	return nil
}

func taken(pages []*page, root string) bool {
	for _, p := range pages {
		if p.path == root {
			return true
		}
	}
	return false
}

func (b *book) assets() (a assets, err error) {
	a.style = b.site.Add("docs.css", append(bytes.Clone(b.site.Style), b.colors()...))
	if b.logo != "" {
		a.logo = b.site.Add("logo"+strings.ToLower(path.Ext(b.logo)), b.image(b.logo)).Address
	}
	a.indexes = make(map[lang.Lang]string)
	for _, l := range b.langs() {
		index, err := b.index(l)
		if err != nil {
			return a, err
		}
		a.indexes[l] = b.site.Add("search-"+l.String()+".json", index).Address
	}
	return a, nil
}

// colors are the rules for colours of one's own.
func (b *book) colors() (css []byte) {
	if b.color != "" {
		css = fmt.Appendf(css, ":root{--accent:%s;--focus:%s}\n", b.color, b.color)
	}
	if c := b.colorDark; c != "" {
		css = fmt.Appendf(css, "@media screen{:root[data-theme=\"dark\"]{--accent:%s;--focus:%s}}\n", c, c)
		css = fmt.Appendf(css, "@media screen and (prefers-color-scheme:dark){:root:not([data-theme]){--accent:%s;--focus:%s}}\n", c, c)
	}
	return css
}

// lede is what the contents begin with.
func (b *book) lede(l lang.Lang) string {
	if b.title == say.Guides {
		return say.GuidesLede.In(l)
	}
	return ""
}

// shell is what all pages have in common.
func (b *book) shell(a assets, at string, l lang.Lang) shell {
	up := up(at)
	from := func(address string) string { return up + strings.TrimPrefix(address, "/") }
	s := shell{
		Say: say, Lang: l, Version: b.site.Version, Policy: b.site.Policy, Light: b.site.Light, Dark: b.site.Dark,
		Icon: b.site.Icon, Name: say.Product.In(l), Up: up, Home: from(b.root(l)),
		Style:      Asset{from(a.style.Address), a.style.Integrity},
		Script:     Asset{from(b.site.Script.Address), b.site.Script.Integrity},
		ViewerHref: up, ReferenceHref: from("reference/" + l.String() + "/"), Notices: from("notices/"),
		Tree: b.leaf(b.tree(l), at, up), Index: from(a.indexes[l]),
	}
	if b.title != say.Guides {
		s.Name = b.title.In(l)
	}
	if a.logo != "" {
		s.Logo = from(a.logo)
	}
	if b.paired && len(b.langs()) > 1 {
		o := other(l)
		s.Other = alternate{o.Tag(), from(b.root(o))}
		if at == b.root(l) {
			s.Alternates = []alternate{{l.Tag(), b.whole(at, up)}, {o.Tag(), b.whole(b.root(o), up)}}
		}
	}
	for i := range b.examples {
		e := &b.examples[i]
		s.Examples = append(s.Examples, link{lang.Text(e.Title).In(l), from(b.open(e))})
	}
	return s
}

// whole returns the whole address of a page, as search engines want it; where that
// is not known, the one by way of up.
func (b *book) whole(at, up string) string {
	if b.site.Address != "" {
		return b.site.Address + at
	}
	return up + strings.TrimPrefix(at, "/")
}

func (b *book) writePage(a assets, p *page, order []*page, i int) error {
	s := b.shell(a, p.path, p.lang)
	s.Title, s.Description, s.Content = p.Title, p.Description, p.content
	if p.Date != "" {
		s.Date = p.Date
	}
	for _, h := range p.doc.headings {
		if h.Level < 4 {
			s.Headings = append(s.Headings, h)
		}
	}
	if len(s.Headings) < 3 {
		s.Headings = nil
	}
	if twin := b.counterpart(p); twin != nil {
		s.Other.Href = s.Up + strings.TrimPrefix(twin.path, "/")
		s.Alternates = []alternate{{p.lang.Tag(), b.whole(p.path, s.Up)}, {s.Other.Tag, b.whole(twin.path, s.Up)}}
	}
	if i > 0 {
		s.Previous = toLeaf(order[i-1], s.Up)
	}
	if i+1 < len(order) {
		s.Next = toLeaf(order[i+1], s.Up)
	}
	if p.index() { // it leads to what is in its folder
		s.Lists = []list{{Lang: p.lang, Entries: b.below(p)}}
	}
	if p.path != b.root(p.lang) {
		s.Examples = nil
	}
	return b.file(p.path, &s)
}

func toLeaf(p *page, up string) *leaf {
	return &leaf{Title: p.Title, Href: up + strings.TrimPrefix(p.path, "/"), Lede: p.Description}
}

// leaf turns a node of the contents into an entry of a page.
func (b *book) leaf(n *node, at, up string) *leaf {
	e := &leaf{Title: n.title()}
	if n.page != nil {
		e = toLeaf(n.page, up)
		e.Here = n.page.path == at
	}
	for _, c := range n.children {
		e.Children = append(e.Children, b.leaf(c, at, up))
	}
	return e
}

// below lists what stands in the folder of an index page.
func (b *book) below(p *page) (entries []*leaf) {
	var find func(n *node)
	find = func(n *node) {
		if n.page == p {
			entries = b.leaf(n, p.path, up(p.path)).Children
		}
		for _, c := range n.children {
			find(c)
		}
	}
	find(b.tree(p.lang))
	return entries
}

// contents is the list of all pages in l below the front page, or that one alone.
func (b *book) contents(l lang.Lang, at string) list {
	front := b.leaf(b.tree(l), at, up(at))
	entries := front.Children
	if len(entries) == 0 {
		entries = []*leaf{front}
	}
	return list{l, b.title.In(l), entries}
}

// writeDoor makes the page above those of the languages, which holds both.
func (b *book) writeDoor(a assets) error {
	at := "/" + b.path + "/"
	s := b.shell(a, at, b.langs()[0])
	s.Both = len(b.langs()) > 1
	s.Title = b.title.ZH
	if s.Both && b.title.ZH != b.title.EN {
		s.Title += " · " + b.title.EN
	}
	s.Tree, s.Examples = nil, nil
	for _, l := range b.langs() {
		s.Lists = append(s.Lists, b.contents(l, at))
		s.Alternates = append(s.Alternates, alternate{l.Tag(), b.whole(b.root(l), s.Up)})
	}
	return b.file(at, &s)
}

func (b *book) file(at string, s *shell) error {
	if b.site.Address != "" {
		s.Canonical, s.Card = b.whole(at, ""), template.URL(b.site.Address+"/"+b.site.Card)
	}
	var out bytes.Buffer
	if err := pageTmpl.Execute(&out, s); err != nil {
		return fmt.Errorf("page %s: %w", at, err)
	}
	b.files[strings.TrimPrefix(at+"index.html", "/")] = out.Bytes()
	return nil
}
