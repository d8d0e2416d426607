// Package replay prints reports so that what was received can be received again: as
// a script that posts the bodies, and as tests of a receiver. What is hidden in a
// report is hidden in these too, and they say so.
//
// It is part of the page's program, so that it is one walk over the bodies, and a
// layout for each format.
package replay

import (
	"encoding/base64"
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
	out    io.Writer
	err    error // the first one
	lang   lang.Lang
	report *parser.Report
	any    bool // a body was printed
}

// part is a body with the callbacks in it; its number is 0 where it is what was given.
type part struct {
	text      []byte
	format    parser.Format
	callbacks []parser.Callback
	number    int
}

func (as *layout) print(w io.Writer, l lang.Lang, reports []*parser.Report) error {
	p := &printer{layout: as, out: w, lang: l}
	p.raw(as.before)
	for _, r := range reports {
		p.report = r
		p.all()
	}
	p.raw(as.behind)
	return p.err
}

// all prints the bodies of a report.
func (p *printer) all() {
	r := p.report
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
	if p.any {
		p.raw(p.between)
	}
	p.any = true
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
		return strconv.Itoa(p.report.Hidden)
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
	name := p.report.Source.Name
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
	r := p.report
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

// said are the sentences on a body: its name, and why it is not, byte for byte, what came.
var said = [...]lang.Text{
	{ZH: "{0}", EN: "{0}"},
	{
		ZH: "已隐藏敏感信息的处数：{0}，以星号代替，与收到的内容不完全相同",
		EN: "secrets hidden: {0}; asterisks stand for them, so these are not the bytes that came",
	},
	{ZH: "原始编码为 {0}，此处已转换为 UTF-8", EN: "what was given was in {0}; this is UTF-8"},
	{ZH: "尚未解析完", EN: "not all of it was read"},
}

// notes say what must be known of a body, a sentence each.
func (p *printer) notes(b *part) string {
	r := p.report
	about := [len(said)]string{p.name(b), "", r.Source.Charset, ""}
	if r.Hidden > 0 {
		about[1] = strconv.Itoa(r.Hidden)
	}
	if about[2] == "utf-8" {
		about[2] = ""
	}
	if r.Stopped {
		about[3] = "…"
	}
	notes := ""
	for i, with := range about {
		if with != "" {
			notes += p.note + visible.Text(said[i].With(with).In(p.lang)) + "\n"
		}
	}
	return notes
}

// inBase64 is a body in lines of a width.
func inBase64(body []byte, width int, between string) string {
	var lines strings.Builder
	for code := base64.StdEncoding.EncodeToString(body); code != ""; {
		n := min(len(code), width)
		lines.WriteString(code[:n])
		lines.WriteString(between)
		code = code[n:]
	}
	return lines.String()
}

func (p *printer) raw(s string) {
	if p.err == nil {
		_, p.err = p.out.Write([]byte(s))
	}
}
