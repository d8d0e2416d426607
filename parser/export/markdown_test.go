package export

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	tables "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"github.com/callbacklens/callbacklens/internal/visible"
	"github.com/callbacklens/callbacklens/parser"
)

// reader reads Markdown as the sites do that tickets are written on.
var reader = goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote))

// linked is what such a site makes a link of in a stretch of plain text.
var linked = regexp.MustCompile(`(?i)@[^ ]|#\d|\bGH-\d|//|www\.|<|>$.`)

func checkMarkdown(r *parser.Report) error {
	out := export("md", r)
	if err := quiet(out, "\n"); err != nil {
		return err
	}
	source := []byte(out)
	rows, headings, err := readMarkdown(source)
	if err != nil {
		return fmt.Errorf("%w in\n%s", err, out)
	}
	wantRows, wantHeadings := markdownOf(r)
	if err := equal("heading", headings, wantHeadings); err != nil {
		return err
	}
	for _, row := range append(rows, wantRows...) { // Item.Path drops the point at the end of a name before a position
		row[0] = strings.ReplaceAll(row[0], ".[", "[")
	}
	if err := equalRows(rows, wantRows); err != nil {
		return fmt.Errorf("%w in\n%s", err, out)
	}
	var html bytes.Buffer
	if err := reader.Convert(source, &html); err != nil {
		return err
	}
	for _, stretch := range regexp.MustCompile(`<[^>]*>`).Split(html.String(), -1) {
		if m := linked.FindString(stretch); m != "" {
			return fmt.Errorf("%q comes alive in %q", m, stretch)
		}
	}
	return nil
}

// readMarkdown returns the text of every cell and heading. Anything but plain
// text in these, or but tables and headings around them, is an error.
func readMarkdown(source []byte) (rows [][]string, headings []string, err error) {
	for block := reader.Parser().Parse(text.NewReader(source)).FirstChild(); block != nil; block = block.NextSibling() {
		switch b := block.(type) {
		case *ast.Heading:
			s, err := plainText(b, source)
			if err != nil {
				return nil, nil, err
			}
			headings = append(headings, s)
		case *tables.Table:
			for row := b.FirstChild(); row != nil; row = row.NextSibling() {
				var cells []string
				for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
					s, err := plainText(cell, source)
					if err != nil {
						return nil, nil, err
					}
					cells = append(cells, s)
				}
				rows = append(rows, cells)
			}
		default:
			return nil, nil, fmt.Errorf("a block %v", block.Kind())
		}
	}
	return rows, headings, nil
}

func plainText(n ast.Node, source []byte) (string, error) {
	var b strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			b.WriteString(unescapedMarkdown(string(c.Segment.Value(source))))
		case *ast.String:
			b.Write(c.Value)
		case *ast.RawHTML:
			if s := string(c.Segments.Value(source)); s != "<!-- -->" {
				return "", fmt.Errorf("live HTML %q", s)
			}
		default:
			return "", fmt.Errorf("%v is alive", c.Kind())
		}
	}
	return b.String(), nil
}

var markdownEscape = regexp.MustCompile("\\\\[!-/:-@\\[-`{-~]|&[a-z]+;")

// unescapedMarkdown undoes escapes and references, which goldmark leaves in the
// text until it is rendered.
func unescapedMarkdown(s string) string {
	return markdownEscape.ReplaceAllStringFunc(s, func(e string) string {
		switch e {
		case "&lt;":
			return "<"
		case "&amp;":
			return "&"
		}
		return e[1:]
	})
}

// besideJobs lists the leaves of a callback that no job is around.
func besideJobs(c *parser.Callback) (leaves []parser.Item) {
	var look func(it parser.Item)
	look = func(it parser.Item) {
		within := len(c.Jobs) == 0
		for up := it; up.Ok(); up = up.Parent() {
			within = within || slices.ContainsFunc(c.Jobs, func(j parser.Job) bool { return j.Item == up })
		}
		if it.Leaf() && treeKind(it) && !within {
			leaves = append(leaves, it)
		}
		for child := range it.Children() {
			look(child)
		}
	}
	look(c.Root)
	return leaves
}

// markdownOf lists the rows and headings that a report must give.
func markdownOf(r *parser.Report) (rows [][]string, headings []string) {
	row := func(cells ...string) { rows = append(rows, cells) }
	var facts func(it parser.Item, tokens *parser.Tokens)
	facts = func(it parser.Item, tokens *parser.Tokens) {
		switch {
		case tokens != nil && it == tokens.Item || !treeKind(it):
		case it.Leaf():
			row(visible.Word(it.Path()), visible.Word(it.Value()))
		default:
			for c := range it.Children() {
				facts(c, tokens)
			}
		}
	}
	if r.Source.Name != "" {
		headings = append(headings, visible.Word(r.Source.Name))
	}
	for i := range r.Callbacks {
		c := &r.Callbacks[i]
		headings = append(headings, visible.Word(c.Kind))
		if beside := besideJobs(c); len(beside) > 0 {
			row("Field", "Value")
			for _, it := range beside {
				facts(it, nil)
			}
		}
		for k := range c.Jobs {
			j := &c.Jobs[k]
			row("Field", "Value")
			facts(j.Item, j.Tokens)
			if len(j.Labels) > 0 {
				row("Category", "Word")
			}
			for _, l := range j.Labels {
				row(visible.Word(l.Category.Text), visible.Word(l.Word.Text))
			}
			for i := range j.Tokens.Len() {
				if i == 0 {
					row("Index", "Word", "Pos", "PosName", "Offset", "Length")
				}
				row(tokenCells(j.Tokens, i)...)
			}
		}
		switch {
		case len(c.Jobs) > 0:
		case c.Execution != nil:
			row("Field", "Value")
			facts(c.Execution.Item, nil)
		default:
			row("Field", "Value")
			facts(c.Root, nil)
		}
	}
	for i := range r.Diagnostics {
		d := &r.Diagnostics[i]
		if i == 0 {
			row("Severity", "Place", "Remark", "Code")
		}
		row(d.Severity.String(), strconv.Itoa(d.At.Line)+":"+strconv.Itoa(d.At.Column), visible.Word(d.Text.EN), d.Code)
	}
	return rows, headings
}

func tokenCells(t *parser.Tokens, i int) (cells []string) {
	for _, cell := range cellsOf(t, i)[:6] {
		cells = append(cells, visible.Word(cell))
	}
	return cells
}
