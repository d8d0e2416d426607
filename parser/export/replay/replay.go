// Package replay prints reports so that what was received can be received again: as
// a script that posts the bodies, and as tests of a receiver. What is hidden in a
// report is hidden in these too, and they say so.
//
// It is part of the page's program, so that it is one walk over the bodies, and a
// layout for each format.
package replay

import (
	"io"
	"strconv"
	"strings"

	"github.com/callbacklens/callbacklens/internal/visible"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// layout is what stands around the values of a format. In body, $ and a letter stand
// for what printer.value has for it, in job for what printer.valueOf has.
type layout struct {
	before, body, between, behind string
	job, betweenJobs              string
	note                          string // what a sentence of ours begins with
	// escape spells a character that may not stand in a string as it is.
	escape func(r rune, raw string) string
	// text is the body itself.
	text func(p *printer, body []byte) string
}

// printer prints a body after the other: what was given, where it is one body that
// nothing was taken off; else the bodies that callbacks were found in.
type printer struct {
	*layout
	out     io.Writer
	err     error // the first one
	lang    lang.Lang
	reports []*parser.Report // the one that is being printed, and those behind it
	divider string           // what stands before the next body
}

// part is a body with the callbacks in it; its number is 0 where it is what was given.
type part struct {
	text      []byte
	format    parser.Format
	callbacks []parser.Callback
	number    int
}

func (as *layout) print(w io.Writer, l lang.Lang, reports []*parser.Report) error {
	p := &printer{layout: as, out: w, lang: l, reports: reports}
	p.raw(as.before)
	for ; len(p.reports) > 0; p.reports = p.reports[1:] {
		p.all()
	}
	p.raw(as.behind)
	return p.err
}

// all prints the bodies of a report.
func (p *printer) all() {
	r := p.reports[0]
	rest := r.Callbacks
	for i := 1; len(rest) > 0; i++ {
		d, n := rest[0].Root.Document(), 1
		for n < len(rest) && rest[n].Root.Document() == d {
			n++
		}
		if i == 1 && n == len(rest) && !wrapped(r) {
			break
		}
		at := d.Root().Span()
		p.one(&part{d.Text[at.Start:at.End], d.Format, rest[:n], i})
		if rest = rest[n:]; len(rest) == 0 {
			return
		}
	}
	p.one(&part{r.Source.Text, r.Source.Format, r.Callbacks, 0})
}

// wrapped reports whether a body stands in a layer. Other layers are the body itself,
// read in another way.
func wrapped(r *parser.Report) bool {
	for i := range r.Layers {
		switch r.Layers[i].Kind {
		case "bom", "charset", "recast", "mojibake":
		default:
			return true
		}
	}
	return false
}

// one prints a body.
func (p *printer) one(b *part) {
	p.raw(p.divider)
	p.divider = p.between
	p.fill(p.body, func(of byte) string { return p.value(b, of) })
}

// fill writes what a layout has for something, with its values.
func (p *printer) fill(form string, value func(of byte) string) {
	for {
		text, rest, more := strings.Cut(form, "$")
		if p.raw(text); !more {
			return
		}
		p.raw(value(rest[0]))
		form = rest[1:]
	}
}

// value returns what a letter stands for: notes, name, type, number of secrets hidden,
// flaw, body, event. Jobs it writes.
func (p *printer) value(b *part, of byte) string {
	var s string
	switch of {
	case '$':
		return "$"
	case 'c':
		return p.notes(b)
	case 't':
		return mediaTypes[b.format]
	case 'h':
		return strconv.Itoa(p.reports[0].Hidden)
	case 'b':
		return p.text(p, b.text)
	case 'j':
		p.jobs(b.callbacks)
		return ""
	case 'n':
		s = p.name(b)
	case 'f':
		s = p.flaw(b)
	case 'e':
		if len(b.callbacks) > 0 {
			s = b.callbacks[0].Event.Text
		}
	}
	return p.quoted(s)
}

// name is that of the file that a body stood in.
func (p *printer) name(b *part) string {
	name := p.reports[0].Source.Name
	if name = name[strings.LastIndexAny(name, `/\\`)+1:]; name == "" {
		name = "callback"
	}
	if b.number > 0 {
		name += "#" + strconv.Itoa(b.number)
	}
	return name
}

// mediaTypes are those that the service sends.
var mediaTypes = [...]string{
	parser.FormatNone: "application/octet-stream", parser.FormatXML: "application/xml", parser.FormatJSON: "application/json",
}

func (p *printer) jobs(callbacks []parser.Callback) {
	between := ""
	for i := range callbacks {
		for k := range callbacks[i].Jobs {
			j := &callbacks[i].Jobs[k]
			if j.Asked {
				continue // nobody has sent it
			}
			p.raw(between)
			between = p.betweenJobs
			p.fill(p.job, func(of byte) string { return p.valueOf(j, of) })
		}
	}
}

// valueOf returns what a letter stands for: ID, tag, state, code. Words it writes.
func (p *printer) valueOf(j *parser.Job, of byte) string {
	var v *parser.Value
	switch of {
	case 'i':
		v = &j.ID
	case 't':
		v = &j.Tag
	case 's':
		v = &j.State
	case 'c':
		v = &j.Code
	default:
		between := ""
		for i := range j.Tokens.Len() {
			p.raw(between)
			p.raw(p.quoted(j.Tokens.Word(i)))
			between = ", "
		}
		return ""
	}
	return p.quoted(v.Text)
}

// flaw returns the code of a remark that says why a strict reader may refuse the body,
// or read something else in it.
func (p *printer) flaw(b *part) string {
	r := p.reports[0]
	for i := range r.Diagnostics {
		d := &r.Diagnostics[i]
		if d.Severity == parser.Error || strings.HasPrefix(d.Code, "xml-") || strings.HasPrefix(d.Code, "json-") {
			return d.Code
		}
	}
	switch {
	case r.Stopped:
		return "stopped"
	case len(r.Layers) > 0 && b.number == 0:
		return r.Layers[0].Kind
	}
	return ""
}

// quoted is a text as a string of JSON or Go.
func (p *printer) quoted(s string) string {
	s = strings.ReplaceAll(strings.ReplaceAll(s, `\`, `\\`), `"`, `\"`)
	return `"` + visible.Respell(s, p.escape) + `"`
}

// The sentences on a body that is not, byte for byte, what came.
var (
	hidden = lang.Text{
		ZH: "已隐藏敏感信息的处数：{0}，以星号代替，与收到的内容不完全相同",
		EN: "secrets hidden: {0}; asterisks stand for them, so these are not the bytes that came",
	}
	recoded = lang.Text{ZH: "原始编码为 {0}，此处已转换为 UTF-8", EN: "what was given was in {0}; this is UTF-8"}
)

// notes say what must be known of a body, a sentence each.
func (p *printer) notes(b *part) string {
	r := p.reports[0]
	notes := p.commented(p.name(b))
	if r.Hidden > 0 {
		notes += p.commented(hidden.With(strconv.Itoa(r.Hidden)).In(p.lang))
	}
	if charset := r.Source.Charset; charset != "utf-8" && charset != "" {
		notes += p.commented(recoded.With(charset).In(p.lang))
	}
	return notes
}

//go:noinline
func (p *printer) commented(s string) string { return p.note + visible.Text(s) + "\n" }

// raw is not put into its callers, which would make the program larger.
//
//go:noinline
func (p *printer) raw(s string) {
	if p.err == nil {
		_, p.err = p.out.Write([]byte(s))
	}
}
