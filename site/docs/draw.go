//go:build !js

package docs

import (
	"bytes"
	"html/template"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
)

// draw makes the content of every page.
func (b *book) draw() {
	for _, p := range b.sorted() {
		b.parse(p)
	}
	for _, p := range b.sorted() {
		b.specimens(p)
	}
	for _, p := range b.sorted() {
		b.links(p)
		p.collect()
	}
	if len(b.flaws) > 0 {
		return
	}
	for _, p := range b.sorted() {
		md := goldmark.New(goldmark.WithExtensions(markdown...), goldmark.WithRendererOptions(
			renderer.WithNodeRenderers(util.Prioritized(nodes{p}, 100))))
		var out bytes.Buffer
		if err := md.Renderer().Render(&out, p.source, p.doc.node); err != nil {
			b.fault(p.file, 0, err)
		}
		p.content = template.HTML(out.String())
	}
}

// nodes draws what is not drawn as goldmark does.
type nodes struct{ p *page }

// RegisterFuncs names the kinds of nodes.
func (r nodes) RegisterFuncs(reg renderer.NodeRendererFuncRegisterer) {
	reg.Register(ast.KindHeading, r.heading)
	reg.Register(ast.KindFencedCodeBlock, r.code)
	reg.Register(ast.KindCodeBlock, r.code)
	reg.Register(extast.KindTable, r.table)
}

// headingTmpl draws a heading with the way to itself.
var (
	headingTmpl = template.Must(template.New("heading").Parse(
		` <a class="anchor" href="#{{.ID}}" aria-label="{{.Label}}">#</a>`))
	codeTmpl = template.Must(template.New("code").Parse(
		`<pre tabindex="0" role="group" aria-label="{{.Label}}{{with .Language}} {{.}}{{end}}">` +
			`<code>{{.Text}}</code></pre>` + "\n"))
	tableTmpl = template.Must(template.New("table").Parse(
		`<div class="wide" tabindex="0" role="group" aria-label="{{.}}">`))
)

func (r nodes) heading(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	h := n.(*ast.Heading)
	value, _ := n.AttributeString("id")
	id, _ := value.([]byte)
	level := string('0' + byte(h.Level))
	if entering {
		_, _ = w.WriteString("<h" + level + ` id="` + template.HTMLEscapeString(string(id)) + `">`)
		return ast.WalkContinue, nil
	}
	err := headingTmpl.Execute(w, map[string]string{
		"ID": string(id), "Label": say.Anchor.With(plain(n, source), plain(n, source)).In(r.p.lang),
	})
	_, _ = w.WriteString("</h" + level + ">\n")
	return ast.WalkContinue, err
}

// code draws a piece of code, which can be scrolled and so can be focused, or the
// callback that it is.
func (r nodes) code(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	if drawn, ok := r.p.doc.specimens[n]; ok {
		_, err := w.WriteString(string(drawn))
		return ast.WalkSkipChildren, err
	}
	language := ""
	if fenced, ok := n.(*ast.FencedCodeBlock); ok {
		language = string(fenced.Language(source))
	}
	return ast.WalkSkipChildren, codeTmpl.Execute(w, map[string]string{
		"Label": say.Code.In(r.p.lang), "Language": language, "Text": string(n.Lines().Value(source)),
	})
}

// table draws a table in a box of its own, which scrolls where it is too wide.
func (r nodes) table(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		_, err := w.WriteString("</table></div>\n")
		return ast.WalkContinue, err
	}
	for cell := n.FirstChild().FirstChild(); cell != nil; cell = cell.NextSibling() {
		cell.SetAttributeString("scope", []byte("col"))
	}
	err := tableTmpl.Execute(w, say.Table.In(r.p.lang))
	_, _ = w.WriteString("<table>\n")
	return ast.WalkContinue, err
}

// collect takes the text of the page by its headings, for the search.
func (p *page) collect() {
	current := section{heading: p.Title, text: p.Description}
	for n := p.doc.node.FirstChild(); n != nil; n = n.NextSibling() {
		if h, ok := n.(*ast.Heading); ok && h.Level < 4 {
			p.doc.sections = append(p.doc.sections, current)
			value, _ := n.AttributeString("id")
			id, _ := value.([]byte)
			current = section{id: string(id), heading: plain(n, p.source)}
			continue
		}
		current.text += " " + p.spoken(n)
	}
	p.doc.sections = append(p.doc.sections, current)
}

// spoken returns the text of a block, that of code and callbacks too, its parts
// apart.
func (p *page) spoken(n ast.Node) string {
	switch n.Kind() {
	case ast.KindFencedCodeBlock, ast.KindCodeBlock:
		return string(n.Lines().Value(p.source))
	case ast.KindParagraph, ast.KindTextBlock, ast.KindHeading, extast.KindTableCell:
		return plain(n, p.source)
	}
	text := ""
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		text += " " + p.spoken(c)
	}
	return text
}
