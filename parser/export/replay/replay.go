// Package replay prints reports so that what was received can be received again: as
// a script that posts the bodies, and as tests of a receiver. What is hidden in a
// report is hidden in these too, and they say so.
package replay

import (
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/callbacklens/callbacklens/internal/visible"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// one is a body to be received again, with what the report says of it.
type one struct {
	report    *parser.Report
	text      []byte
	format    parser.Format
	name      string // of the file that it stood in, or "callback"
	unpacked  bool   // it is not what was given, but was taken out of that
	callbacks []parser.Callback
}

// of lists the bodies of reports: what was given, where nothing was taken off it and
// it is one body at the most; else the bodies that callbacks were found in, or all.
func of(reports []*parser.Report) (list []one) {
	for _, r := range reports {
		whole := one{report: r, text: r.Source.Text, format: r.Source.Format, name: r.Source.Name, callbacks: r.Callbacks}
		if whole.name = whole.name[strings.LastIndexAny(whole.name, `/\\`)+1:]; whole.name == "" {
			whole.name = "callback"
		}
		parts := whole.parts()
		if len(parts) == 0 || len(parts) == 1 && !slices.ContainsFunc(r.Layers, wraps) {
			parts = []one{whole}
		}
		if len(parts) > 1 {
			for i := range parts {
				parts[i].name += "#" + strconv.Itoa(i+1)
			}
		}
		list = append(list, parts...)
	}
	return list
}

// parts lists the bodies that were found in what was given.
func (b *one) parts() (parts []one) {
	rest := b.callbacks // which stand in the order of the documents
	for _, d := range b.report.Documents {
		part, n := *b, 0
		for n < len(rest) && rest[n].Root.Document() == d {
			n++
		}
		part.text, part.format, part.unpacked = bytesOf(d), d.Format, true
		part.callbacks, rest = rest[:n], rest[n:]
		if n > 0 || len(b.callbacks) == 0 {
			parts = append(parts, part)
		}
	}
	return parts
}

// wraps reports whether a body stands in a layer. Others are the body itself, read in
// another way.
func wraps(l parser.Layer) bool {
	switch l.Kind {
	case "bom", "charset", "recast", "mojibake":
		return false
	}
	return true
}

// bytesOf returns the bytes of a document in its text, which may have others beside it.
func bytesOf(d *parser.Document) []byte {
	at := d.Root().Span()
	return d.Text[at.Start:at.End]
}

// mediaType is the one that the service sends it with.
func (b *one) mediaType() string {
	switch b.format {
	case parser.FormatXML:
		return "application/xml"
	case parser.FormatJSON:
		return "application/json"
	}
	return "application/octet-stream"
}

// plain reports whether a text can stand in a file of text as it is: tabs and line
// feeds are the only characters in it that have no form.
func plain(text string) bool {
	for line := range strings.SplitSeq(text, "\n") {
		if !visible.Plain(strings.ReplaceAll(line, "\t", " ")) {
			return false
		}
	}
	return true
}

// notes say what must be known of a body, a sentence each.
func (b *one) notes(l lang.Lang) (notes []string) {
	say := func(t lang.Text) { notes = append(notes, visible.Text(t.In(l))) }
	name := lang.Text{ZH: "{0}，{1} 字节", EN: "{0}, {1} bytes"}
	say(name.With(b.name, strconv.Itoa(len(b.text))))
	if b.unpacked {
		say(lang.Text{ZH: "从原始内容中取出的回调内容", EN: "the body that was found in what was given"})
	}
	if n := b.report.Hidden; n > 0 {
		say(lang.Text{
			ZH: "已隐藏 {0} 处敏感信息，以星号代替，与收到的内容不完全相同",
			EN: "secrets hidden: {0}; asterisks stand for them, so these are not the bytes that came",
		}.With(strconv.Itoa(n)))
	}
	if charset := b.report.Source.Charset; charset != "utf-8" && charset != "" {
		say(lang.Text{
			ZH: "原始编码为 {0}，此处已转换为 UTF-8",
			EN: "what was given was in {0}; this is UTF-8",
		}.With(charset))
	}
	if b.report.Stopped {
		say(lang.Text{ZH: "尚未解析完", EN: "not all of it was read"})
	}
	return notes
}

// printer keeps the first error.
type printer struct {
	w   io.Writer
	err error
}

func (p *printer) line(parts ...string) { p.raw(strings.Join(parts, "") + "\n") }

func (p *printer) raw(s string) {
	if p.err == nil {
		_, p.err = io.WriteString(p.w, s)
	}
}
