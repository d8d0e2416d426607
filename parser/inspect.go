package parser

import (
	"bytes"
	"context"
	"sort"
)

// Options is what the outside lends to Inspect. The zero value is ready to use.
type Options struct {
	// Name is the name of the file that the body came from, if any.
	Name string
	// ContentType is what is known of the body's type from outside, such as
	// the header of the response that it came in. It may name a charset.
	ContentType string
	// Pulse, if set, is called about every 32 KB of work. In a browser it
	// yields to the page; progress bars live on it.
	Pulse func(Progress)
	// Charset, if set, converts text in the named charset to UTF-8. Without it
	// only UTF-8 and UTF-16 are read.
	Charset func(name string, text []byte) ([]byte, error)
	// Prefix tells that the body is the beginning of a longer one: that it
	// ends in the middle is then no flaw.
	Prefix bool
	// Redact hides what should not be shown unasked, such as tokens and
	// signatures, in all that the report holds; see package redact.
	Redact bool
	// Limits bounds the work. Zero fields stand for the defaults.
	Limits Limits
}

// Progress tells how far a stage of the work has come.
type Progress struct {
	Stage       Stage
	Done, Total int // bytes of the text that is being read, if it is
	Tokens      int // rows read so far
}

// Stage is a part of the work.
type Stage uint8

// The stages. A body may hold others, so that they may come again.
const (
	StageText  Stage = iota // the text is converted, and searched for bodies
	StageBody               // a body is read
	StageCheck              // what was read is decoded and audited
)

// Limits bounds what Inspect takes on. A zero field stands for the default.
type Limits struct {
	Input       int // bytes of what is given
	Inflated    int // bytes that compressed layers may grow to, together
	Nodes       int // elements, attributes, texts and values of all bodies; less where a short text has that many
	Depth       int // of nested elements, objects and arrays
	Layers      int // wrappers around one body
	Bodies      int // that are read from one input
	Diagnostics int // that are listed
	Model       int // bytes of memory for jobs, labels and fields, beside half the size of the text
}

// DefaultLimits are used where Options says nothing else.
var DefaultLimits = Limits{
	Input:       512 << 20,
	Inflated:    256 << 20,
	Nodes:       16 << 20,
	Depth:       1000,
	Layers:      8,
	Bodies:      10_000,
	Diagnostics: 100,
	Model:       20 << 20,
}

func (l Limits) orDefault() Limits {
	for _, f := range [...]struct{ have, def *int }{
		{&l.Input, &DefaultLimits.Input}, {&l.Inflated, &DefaultLimits.Inflated},
		{&l.Nodes, &DefaultLimits.Nodes}, {&l.Depth, &DefaultLimits.Depth}, {&l.Layers, &DefaultLimits.Layers},
		{&l.Bodies, &DefaultLimits.Bodies}, {&l.Diagnostics, &DefaultLimits.Diagnostics},
		{&l.Model, &DefaultLimits.Model},
	} {
		if *f.have <= 0 {
			*f.have = *f.def
		}
	}
	return l
}

// Inspect reads body and reports what is in it. It depends on nothing but its
// arguments, never panics, and keeps body: it must not be changed while the
// Report is in use. Ending ctx stops reading and checking; what was read by then
// is in the Report.
func Inspect(ctx context.Context, body []byte, opt Options) *Report {
	opt.Limits = opt.Limits.orDefault()
	in := &inspection{ctx: ctx, opt: &opt, report: &Report{Source: Source{Name: opt.Name, Bytes: len(body)}}}
	in.run(body)
	return in.report
}

// inspection is one run of Inspect.
type inspection struct {
	ctx    context.Context
	opt    *Options
	report *Report
	stage  Stage // outside of the readers
	// inflated counts the bytes that compressed layers have grown to.
	inflated int
	// looks counts down the bytes that may be looked through in the search for
	// what wrappers hold.
	looks int
	// nodes counts those of the documents that were read, the largest of whose
	// texts has that many bytes.
	nodes, largest int
	// unpulsed counts the bytes of bodies since the last pulse between two.
	unpulsed int
	// trimmed is the text whose end was looked at last, solid where its blanks
	// at the end begin.
	trimmed []byte
	solid   int
	// said counts the diagnostics of each code, see maxOfOneCode.
	said map[string]int
	// texts has the text of each document, and of the source for none, as it
	// was and as it is shown; nil where nothing is to be hidden.
	texts map[*Document]*concealed
	// room counts down the bytes of memory that are left for what is decoded,
	// until it is full; see hold.
	room int
	full bool
	// stepped counts the bytes that were decoded since the last pulse.
	stepped int
}

func (in *inspection) run(body []byte) {
	if limit := in.opt.Limits.Input; len(body) > limit {
		in.say("input-too-large", nil, Span{}, decimal(limit))
		body, in.report.Source.Bytes = body[:limit], limit
	}
	w := wrapped{text: body, layer: -1, contentType: in.opt.ContentType}
	in.report.Source.Text = body
	in.looks = maxLooked + looksPerByte*len(body)
	switch rest := in.inflate(w, 0); {
	case len(rest.text) == len(body):
		w.text = in.decode(body)
		in.report.Source.Text = w.text
		in.search(w, 0)
	case len(rest.text) > 0:
		in.open(rest, 0)
	}
	if in.looks < 0 {
		in.say("search-limit", nil, Span{})
	}
	if in.opt.Redact {
		in.conceal()
	}
	in.understand()
	in.conclude()
}

// beat pulses between stages and reports whether the work shall go on.
func (in *inspection) beat(done, total, tokens int) bool {
	if in.opt.Pulse != nil {
		in.opt.Pulse(Progress{in.stage, done, total, tokens})
	}
	if in.ctx.Err() != nil {
		in.report.Stopped = true
	}
	return !in.report.Stopped
}

// readBody reads the body that begins at start of text and returns where it
// ends, or start if there is none.
func (in *inspection) readBody(w wrapped, start int) int {
	// Blanks at the end count for the document of XML. To JSON they are nothing,
	// and where a string was cut they would seem to belong to it.
	read, text := readXML, w.text
	if w.text[skipSpace(w.text, start)] != '<' {
		read, text = readJSON, in.withoutBlanks(w.text)
	}
	opt := *in.opt
	in.largest = max(in.largest, len(w.text))
	opt.Limits.Nodes = max(min(opt.Limits.Nodes, nodesFor(in.largest))-in.nodes, 1)
	doc, r := read(in.ctx, text, start, &opt)
	doc.origin = w.origin
	in.nodes += len(r.nodes) + r.lifted
	in.bodyRead(r.pos, r.pos-start, len(w.text))
	doc.pulse = func(done, total int) { in.beat(done, total, 0) }
	in.report.Documents = append(in.report.Documents, doc)
	in.report.Stopped = in.report.Stopped || r.stopped && in.ctx.Err() != nil
	in.sayFlaws(doc, r)
	if r.cut && !in.opt.Prefix {
		in.sayCut(doc)
	}
	if r.stopped {
		return len(w.text) // what follows belongs to what was not read
	}
	return max(r.pos, start+1)
}

// withoutBlanks returns text without the blanks at its end, which are looked for
// once for all the bodies in it.
func (in *inspection) withoutBlanks(text []byte) []byte {
	if len(in.trimmed) != len(text) || &in.trimmed[0] != &text[0] {
		in.trimmed, in.solid = text, len(bytes.TrimRight(text, " \t\r\n"))
	}
	return text[:in.solid]
}

// bodyRead pulses where many bodies are too small to do so themselves.
func (in *inspection) bodyRead(pos, size, total int) {
	const each = 512 // bytes could be read in the time that a body takes in itself
	if in.unpulsed += size + each; in.unpulsed > pulseEvery {
		in.unpulsed = 0
		in.beat(pos, total, 0)
	}
}

// sayFlaws tells what was wrong with the notation of doc, and counts what is
// not worth telling again.
func (in *inspection) sayFlaws(doc *Document, r *reader) {
	for _, f := range r.flaws {
		in.say(f.code, doc, f.span, f.args...)
	}
	for code, n := range r.said {
		if more := n - maxOfOneCode; more > 0 {
			in.said[code] += more
			in.report.Omitted += more
		}
	}
}

// sayCut tells that doc ends in the middle, and of what.
func (in *inspection) sayCut(doc *Document) {
	if !in.wanted("cut") {
		return
	}
	last := int32(len(doc.nodes) - 1)
	for last > 0 && doc.nodes[last].flags&flagPartial == 0 {
		last--
	}
	end := uint32(len(in.withoutBlanks(doc.Text)))
	place := doc.item(last)
	if place.Kind() == KindText {
		place = place.Parent()
	}
	if path := place.Path(); path != "" {
		in.say("cut", doc, Span{end, end}, path).Item = place
	} else {
		in.say("cut-body", doc, Span{end, end}) // its root has no name
	}
}

// understand decodes every document and audits what it holds.
func (in *inspection) understand() {
	in.stage, in.room = StageCheck, in.roomForModel()
	for _, doc := range in.report.Documents {
		in.beat(0, len(doc.Text), 0)
		in.decodeDocument(doc) // after a stop too: it is what was read
	}
	switch {
	case in.report.Stopped:
	case len(in.report.Documents) == 0 && (in.opt.Prefix || in.said["binary"]+in.said["binary-file"] > 0):
	case len(in.report.Documents) == 0:
		in.sayNoBody()
	case len(in.report.Callbacks) == 0 && in.said["cut"]+in.said["cut-body"] > 0:
		// What would tell the kind may stand behind the cut.
	case len(in.report.Callbacks) == 0 && in.opt.Prefix:
	case len(in.report.Callbacks) == 0:
		in.say("nothing-known", in.report.Documents[0], in.report.Documents[0].Root().Span())
	default:
		in.audit()
	}
}

// sayNoBody tells that neither XML nor JSON was found.
func (in *inspection) sayNoBody() {
	text := in.report.Source.Text
	if len(bytes.TrimSpace(text)) == 0 {
		in.say("empty", nil, Span{})
		return
	}
	start := uint32(skipSpace(text, 0))
	in.say("no-body", nil, Span{start, start + 1})
}

// conclude orders the diagnostics by their place, cuts the list to its limit
// and fills in the paths and positions of those that are left.
func (in *inspection) conclude() {
	r := in.report
	if len(r.Documents) > 0 {
		r.Source.Format = r.Documents[0].Format
	}
	in.trace()
	sort.SliceStable(r.Diagnostics, func(i, k int) bool {
		a, b := &r.Diagnostics[i], &r.Diagnostics[k]
		if a.Severity != b.Severity {
			return a.Severity > b.Severity
		}
		return a.At.Offset < b.At.Offset
	})
	if limit := in.opt.Limits.Diagnostics; len(r.Diagnostics) > limit {
		r.Omitted += len(r.Diagnostics) - limit
		r.Diagnostics = r.Diagnostics[:limit]
	}
	for i := range r.Diagnostics {
		if d := &r.Diagnostics[i]; d.Item.Ok() {
			d.Path = d.Item.Path()
			in.beat(i, len(r.Diagnostics), 0)
		}
	}
	if in.texts != nil {
		in.discreet()
	}
	in.locate()
	for _, doc := range r.Documents {
		doc.pulse = nil
	}
}

// trace finds where the diagnostics lie in what was given, those of one document
// in order.
func (in *inspection) trace() {
	order := in.inOrder(func(d *Diagnostic) int { return int(d.Span.Start) })
	for _, d := range order {
		at, exact := d.Document.Origin(d.Span)
		if d.Packed = !exact; d.Packed {
			at = d.Span
		}
		d.At.Offset = int(at.Start)
	}
}

// inOrder returns the diagnostics in the order of a number that each has.
func (in *inspection) inOrder(number func(*Diagnostic) int) []*Diagnostic {
	order := make([]*Diagnostic, len(in.report.Diagnostics))
	for i := range order {
		order[i] = &in.report.Diagnostics[i]
	}
	sort.SliceStable(order, func(i, k int) bool { return number(order[i]) < number(order[k]) })
	return order
}

// locate turns the offsets of the diagnostics into lines and columns, in one
// pass over each text that they lie in.
func (in *inspection) locate() {
	order := in.inOrder(func(d *Diagnostic) int { return d.At.Offset })
	counters := make(map[*Document]*counter)
	for _, d := range order {
		var key *Document // the source
		if d.Packed {
			key = d.Document
		}
		c := counters[key]
		if c == nil {
			c = &counter{text: in.report.textOf(d)}
			counters[key] = c
		}
		const stride = 16 * pulseEvery
		for c.at+stride < d.At.Offset {
			c.position(runeStart(c.text, c.at+stride))
			in.beat(c.at, len(c.text), 0)
		}
		d.At = c.position(d.At.Offset)
	}
}

// textOf returns the text that the position of d counts in.
func (r *Report) textOf(d *Diagnostic) []byte {
	if d.Packed {
		return d.Document.Text
	}
	return r.Source.Text
}
