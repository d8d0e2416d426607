//go:build !js

package docs

import (
	"context"
	"errors"
	"fmt"
	"path"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"

	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/site/docs/specimen"
)

// block is a fenced block that holds a callback: ```callback, and behind that word
// file=NAME for a body in a file, and errors where the body may have some.
type block struct {
	file   string
	errors bool
	line   int // of the body's first line in the page
	body   []byte
}

// specimens draws the callbacks in a page.
func (b *book) specimens(p *page) {
	count := 0
	_ = ast.Walk(p.doc.node, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		fenced, ok := n.(*ast.FencedCodeBlock)
		if !ok || !entering || string(fenced.Language(p.source)) != "callback" {
			return ast.WalkContinue, nil
		}
		count++
		if err := b.specimen(p, fenced, count); err != nil {
			line := p.line(fenced)
			if fenced.Lines().Len() > 0 {
				line-- // what is wrong is what the block begins with
			}
			b.fault(p.file, line, err)
		}
		return ast.WalkContinue, nil
	})
}

func (b *book) specimen(p *page, fenced *ast.FencedCodeBlock, number int) error {
	w, err := b.block(p, fenced)
	if err != nil {
		return err
	}
	r := b.inspect(w.file, w.body)
	if !w.errors {
		b.refuse(p, w, r)
	}
	id := "callback-" + strconv.Itoa(number)
	if p.doc.anchors[id] {
		return fmt.Errorf("the id %q is that of a callback; give the heading another one", id)
	}
	p.doc.anchors[id] = true
	up := up(p.path)
	opt := specimen.Options{Lang: p.lang, ID: id, Reference: up + "reference/" + p.lang.String() + "/"}
	if open := b.site.Open(r.Source.Text); open != "" {
		opt.Open = up + strings.TrimPrefix(open, "/")
	}
	p.doc.specimens[fenced], err = specimen.Draw(r, opt)
	return err
}

// inspect reads a body for others to see: without its secrets.
func (b *book) inspect(name string, body []byte) *parser.Report {
	return parser.Inspect(context.Background(), body, parser.Options{
		Name: name, Charset: b.site.Charset, Redact: true, Limits: parser.DefaultLimits,
	})
}

// open returns the address of an example in the viewer.
func (b *book) open(e *example) string {
	return b.site.Open(b.inspect(e.File, b.text(e.File)).Source.Text)
}

// block reads what a block says and holds.
func (b *book) block(p *page, fenced *ast.FencedCodeBlock) (w block, err error) {
	w.line = p.line(fenced)
	w.body = fenced.Lines().Value(p.source)
	_, more, _ := strings.Cut(string(fenced.Info.Value(p.source)), "callback")
	for word := range strings.FieldsSeq(more) {
		name, isFile := strings.CutPrefix(word, "file=")
		switch {
		case word == "errors":
			w.errors = true
		case isFile:
			w.file = path.Join(path.Dir(p.file), name)
		default:
			return w, fmt.Errorf("behind ```callback stands %q: want file=NAME, errors, or nothing", word)
		}
	}
	empty := strings.TrimSpace(string(w.body)) == ""
	switch {
	case w.file == "" && empty:
		return w, errors.New("there is no callback in the block")
	case w.file == "":
		return w, nil
	case !empty:
		return w, errors.New("the block has both a file and a body")
	}
	if w.body = b.text(w.file); w.body == nil {
		return w, fmt.Errorf("%s: there is no such file in the folder", w.file)
	}
	return w, nil
}

// refuse notes the errors of a body that should have none.
func (b *book) refuse(p *page, w block, r *parser.Report) {
	if len(r.Callbacks) == 0 {
		b.fault(p.file, w.line,
			errors.New("no callback was recognised in the body; if it is meant to be so, begin the block with ```callback errors"))
		return
	}
	for i := range r.Diagnostics {
		d := &r.Diagnostics[i]
		if d.Severity < parser.Error {
			continue
		}
		name, line := p.file, w.line
		if w.file != "" {
			name, line = w.file, 0
		}
		if d.At.Known() {
			line += d.At.Line - 1
			if w.file != "" {
				line++
			}
		}
		b.fault(name, line, fmt.Errorf("%s [%s]; if the body is meant to be so, begin the block with ```callback errors", d.Text.EN, d.Code))
	}
}
