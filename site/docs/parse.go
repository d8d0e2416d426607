//go:build !js

package docs

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"strings"
	"unicode"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// document is a page as it was parsed.
type document struct {
	node      ast.Node
	headings  []heading
	anchors   map[string]bool
	sections  []section
	specimens map[ast.Node]template.HTML
}

// heading is a heading of the text.
type heading struct {
	Level    int
	ID, Text string
}

// section is what stands below a heading, for the search.
type section struct{ id, heading, text string }

// markdown is GitHub's, with footnotes, ids of headings that may be said, and line
// breaks between Chinese characters that are no blanks. Tags of HTML in it are
// never passed on.
var markdown = []goldmark.Extender{
	extension.Linkify, extension.Strikethrough, extension.TaskList, extension.Footnote,
	extension.NewTable(extension.WithTableCellAlignMethod(extension.TableCellAlignNone)),
	extension.NewCJK(extension.WithEastAsianLineBreaks(extension.EastAsianLineBreaksCSS3Draft)),
}

// parse reads the Markdown of a page: its headings, and what is not to be in it.
func (b *book) parse(p *page) {
	md := goldmark.New(goldmark.WithExtensions(markdown...),
		goldmark.WithParserOptions(parser.WithAutoHeadingID(), parser.WithHeadingAttribute()))
	ids := &ids{used: make(map[string]bool)}
	p.doc = document{
		node:      md.Parser().Parse(text.NewReader(p.source), parser.WithContext(parser.NewContext(parser.WithIDs(ids)))),
		anchors:   make(map[string]bool),
		specimens: make(map[ast.Node]template.HTML),
	}
	p.takeTitle()
	if p.Title == "" {
		b.fault(p.file, 1, errors.New("has no title: want one in the front matter, or a heading # at the beginning"))
	}
	var drop []ast.Node
	_ = ast.Walk(p.doc.node, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Heading:
			b.heading(p, n)
		case *ast.HTMLBlock, *ast.RawHTML:
			if tag := raw(n, p.source); !isComment(tag) && !strings.HasPrefix(tag, "</") {
				b.fault(p.file, p.line(n), errors.New("tags of HTML are not taken; write Markdown, or put code into backquotes"))
			}
			drop = append(drop, n)
			return ast.WalkSkipChildren, nil
		}
		return ast.WalkContinue, nil
	})
	for _, n := range drop {
		n.Parent().RemoveChild(n.Parent(), n)
	}
}

// takeTitle takes a heading at the beginning for the title, or as its repetition.
func (p *page) takeTitle() {
	h, ok := p.doc.node.FirstChild().(*ast.Heading)
	if !ok || h.Level != 1 {
		return
	}
	if p.Title == "" {
		p.Title = plain(h, p.source)
	}
	if p.Title == plain(h, p.source) {
		p.doc.node.RemoveChild(p.doc.node, h)
	}
}

func (b *book) heading(p *page, n *ast.Heading) {
	if n.Level == 1 {
		b.fault(p.file, p.line(n), fmt.Errorf("the page has its title already, %q; begin other headings with ##", p.Title))
	}
	value, _ := n.AttributeString("id")
	id, _ := value.([]byte)
	n.RemoveAttributes() // an id is all that a heading may say
	n.SetAttributeString("id", id)
	if p.doc.anchors[string(id)] {
		b.fault(p.file, p.line(n), fmt.Errorf("two headings have the id %q", id))
	}
	p.doc.anchors[string(id)] = true
	p.doc.headings = append(p.doc.headings, heading{n.Level, string(id), plain(n, p.source)})
}

// line returns the line of the file that n begins in.
func (p *page) line(n ast.Node) int {
	for ; n != nil; n = n.Parent() {
		at := n.Pos()
		if n.Type() == ast.TypeBlock && n.Lines() != nil && n.Lines().Len() > 0 {
			at = n.Lines().At(0).Start
		}
		if at > 0 {
			return 1 + bytes.Count(p.source[:min(at, len(p.source))], []byte("\n"))
		}
	}
	return 1
}

func isComment(text string) bool {
	text = strings.TrimSpace(text)
	return strings.HasPrefix(text, "<!--") && strings.HasSuffix(text, "-->")
}

// raw returns what n was written as.
func raw(n ast.Node, source []byte) string {
	if inline, ok := n.(*ast.RawHTML); ok {
		return string(inline.Segments.Value(source))
	}
	text := string(n.Lines().Value(source))
	if block, ok := n.(*ast.HTMLBlock); ok && block.HasClosure() {
		text += string(block.ClosureLine.Value(source))
	}
	return text
}

// plain returns the text in n.
func plain(n ast.Node, source []byte) string {
	var b strings.Builder
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Text:
			b.Write(n.Segment.Value(source))
			if n.SoftLineBreak() || n.HardLineBreak() {
				b.WriteByte(' ')
			}
		case *ast.String:
			b.Write(n.Value)
		case *ast.AutoLink:
			b.Write(n.Label(source))
		}
		return ast.WalkContinue, nil
	})
	return strings.TrimSpace(b.String())
}

// ids makes ids of headings as GitHub does: letters and digits of any script in
// small letters, blanks as -, a number where there is one of that name.
type ids struct{ used map[string]bool }

// Generate returns an id for a heading.
func (s *ids) Generate(value []byte, _ ast.NodeKind) []byte {
	id := strings.Map(func(r rune) rune {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r), r == '-', r == '_':
			return unicode.ToLower(r)
		case unicode.IsSpace(r):
			return '-'
		}
		return -1
	}, strings.TrimSpace(string(value)))
	if id == "" {
		id = "section"
	}
	unique := id
	for i := 1; s.used[unique]; i++ {
		unique = fmt.Sprintf("%s-%d", id, i)
	}
	s.used[unique] = true
	return []byte(unique)
}

// Put notes an id that is written.
func (s *ids) Put(value []byte) { s.used[string(value)] = true }
