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
// for what printer.value has for it, in job for what printer.job has.
type layout struct {
	before, body, between, behind string
	job, betweenJobs              string
	note                          string // what a sentence of ours begins with
	// escape spells a character that may not stand in a string as it is.
	escape func(r rune, raw string) string
	// text writes the body itself.
	text func(p *printer)
}

// printer prints a body after the other: what was given, where nothing was taken off
// it and it is one body at the most; else the bodies that callbacks were found in.
type printer struct {
	*layout
	out    io.Writer
	err    error // the first one
	lang   lang.Lang
	report *parser.Report
	body   []byte
	format parser.Format
	name   string // of the file that it stood in, or "callback"
	// unpacked tells that it is not what was given, but was taken out of that.
	unpacked  bool
	callbacks []parser.Callback // those in the body
	any       bool              // a body was printed
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

// all prints the bodies of a report: those that callbacks were found in, one after the
// other as these stand, or all where there is no callback.
func (p *printer) all() {
	r := p.report
	name := r.Source.Name[strings.LastIndexAny(r.Source.Name, `/\\`)+1:]
	if name == "" {
		name = "callback"
	}
	p.name = name
	bodies := r.Documents
	if len(r.Callbacks) > 0 {
		bodies = nil
	}
	var last *parser.Document
	for i := range r.Callbacks {
		if d := r.Callbacks[i].Root.Document(); d != last {
			bodies, last = append(bodies, d), d
		}
	}
	if len(bodies) == 0 || len(bodies) == 1 && !wrapped(r) {
		p.body, p.format, p.unpacked, p.callbacks = r.Source.Text, r.Source.Format, false, r.Callbacks
		p.one()
		return
	}
	p.unpacked = true
	rest := r.Callbacks
	for i, d := range bodies {
		n := 0
		for n < len(rest) && rest[n].Root.Document() == d {
			n++
		}
		at := d.Root().Span()
		p.body, p.format, p.callbacks = d.Text[at.Start:at.End], d.Format, rest[:n]
		if rest = rest[n:]; len(bodies) > 1 {
			p.name = name + "#" + strconv.Itoa(i+1)
		}
		p.one()
	}
}

// wrapped reports whether a body stands in a layer. Other layers are the body itself,
// read in another way.
func wrapped(r *parser.Report) bool {
	for i := range r.Layers {
		if !strings.Contains(" bom charset recast mojibake ", " "+r.Layers[i].Kind+" ") {
			return true
		}
	}
	return false
}

// one prints a body.
func (p *printer) one() {
	if p.any {
		p.raw(p.between)
	}
	p.any = true
	p.fill(p.layout.body, p.value)
}

// fill writes what a layout has for something, with its values.
func (p *printer) fill(form string, value func(of byte)) {
	for {
		text, rest, more := strings.Cut(form, "$")
		if p.raw(text); !more {
			return
		}
		value(rest[0])
		form = rest[1:]
	}
}

// value writes what a letter stands for: notes, name, type, number of secrets hidden,
// flaw, body, event, jobs.
func (p *printer) value(of byte) {
	switch of {
	case '$':
		p.raw("$")
	case 'c':
		p.notes()
	case 'n':
		p.quote(p.name)
	case 't':
		p.raw(mediaTypes[p.format])
	case 'h':
		p.raw(strconv.Itoa(p.report.Hidden))
	case 'f':
		p.quote(p.flaw())
	case 'b':
		p.text(p)
	case 'e':
		if len(p.callbacks) > 0 {
			p.quote(p.callbacks[0].Event.Text)
		} else {
			p.quote("")
		}
	case 'j':
		p.jobs()
	}
}

// mediaTypes are those that the service sends.
var mediaTypes = [...]string{
	parser.FormatNone: "application/octet-stream", parser.FormatXML: "application/xml", parser.FormatJSON: "application/json",
}

func (p *printer) jobs() {
	first := true
	for i := range p.callbacks {
		jobs := p.callbacks[i].Jobs
		for k := range jobs {
			j := &jobs[k]
			if j.Asked {
				continue // nobody has sent it
			}
			if !first {
				p.raw(p.betweenJobs)
			}
			first = false
			p.fill(p.layout.job, func(of byte) { p.job(j, of) })
		}
	}
}

// job writes what a letter stands for: ID, tag, state, code, words.
func (p *printer) job(j *parser.Job, of byte) {
	switch of {
	case 'i':
		p.quote(j.ID.Text)
	case 't':
		p.quote(j.Tag.Text)
	case 's':
		p.quote(j.State.Text)
	case 'c':
		p.quote(j.Code.Text)
	case 'w':
		for i := range j.Tokens.Len() {
			if i > 0 {
				p.raw(", ")
			}
			p.quote(j.Tokens.Word(i))
		}
	}
}

// flaw returns the code of a remark that says why a strict reader may refuse the body,
// or read something else in it.
func (p *printer) flaw() string {
	r := p.report
	for i := range r.Diagnostics {
		d := &r.Diagnostics[i]
		if strings.HasPrefix(d.Code, "xml-") || strings.HasPrefix(d.Code, "json-") || d.Severity == parser.Error {
			return d.Code
		}
	}
	switch {
	case r.Stopped:
		return "stopped"
	case len(r.Layers) > 0 && !p.unpacked:
		return r.Layers[0].Kind
	}
	return ""
}

// quote writes a string of JSON or Go.
func (p *printer) quote(s string) {
	s = strings.ReplaceAll(strings.ReplaceAll(s, `\`, `\\`), `"`, `\"`)
	p.raw(`"` + visible.Respell(s, p.escape) + `"`)
}

// notes say what must be known of a body, a sentence each.
func (p *printer) notes() {
	r := p.report
	p.say("{0}", p.name)
	if p.unpacked {
		p.say(lang.Text{ZH: "从原始内容中取出的回调内容", EN: "the body that was found in what was given"}.In(p.lang), "")
	}
	if r.Hidden > 0 {
		p.say(lang.Text{
			ZH: "已隐藏 {0} 处敏感信息，以星号代替，与收到的内容不完全相同",
			EN: "secrets hidden: {0}; asterisks stand for them, so these are not the bytes that came",
		}.In(p.lang), strconv.Itoa(r.Hidden))
	}
	if r.Source.Charset != "utf-8" && r.Source.Charset != "" {
		p.say(lang.Text{
			ZH: "原始编码为 {0}，此处已转换为 UTF-8",
			EN: "what was given was in {0}; this is UTF-8",
		}.In(p.lang), r.Source.Charset)
	}
	if r.Stopped {
		p.say(lang.Text{ZH: "尚未解析完", EN: "not all of it was read"}.In(p.lang), "")
	}
}

func (p *printer) say(sentence, with string) {
	p.raw(p.note + visible.Text(strings.ReplaceAll(sentence, "{0}", with)) + "\n")
}

func (p *printer) base64(width int, between string) {
	for code := base64.StdEncoding.EncodeToString(p.body); code != ""; {
		n := min(len(code), width)
		p.raw(code[:n] + between)
		code = code[n:]
	}
}

func (p *printer) raw(s string) {
	if p.err == nil {
		_, p.err = io.WriteString(p.out, s)
	}
}
