package parser

import (
	"bytes"
	"context"
	"slices"
	"sort"
	"strconv"

	"github.com/callbacklens/callbacklens/parser/diagnostic"
	"github.com/callbacklens/callbacklens/parser/document"
	"github.com/callbacklens/callbacklens/parser/internal/audit"
	"github.com/callbacklens/callbacklens/parser/internal/chars"
	"github.com/callbacklens/callbacklens/parser/internal/conceal"
	"github.com/callbacklens/callbacklens/parser/internal/decode"
	"github.com/callbacklens/callbacklens/parser/internal/flat"
	"github.com/callbacklens/callbacklens/parser/internal/flaw"
	"github.com/callbacklens/callbacklens/parser/internal/origin"
	"github.com/callbacklens/callbacklens/parser/internal/outset"
	"github.com/callbacklens/callbacklens/parser/internal/pace"
	"github.com/callbacklens/callbacklens/parser/internal/read"
	"github.com/callbacklens/callbacklens/parser/internal/said"
	"github.com/callbacklens/callbacklens/parser/internal/tags"
	"github.com/callbacklens/callbacklens/parser/redact"
)

// Options is what Inspect may know and call. The zero value is ready to use.
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

// The stages. A body may hold others, so that they may repeat.
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
	in := &inspection{
		Pace: &pace.Pace{Ctx: ctx}, Log: &said.Log{Job: -1}, opt: &opt,
		report: &Report{Source: Source{Name: opt.Name, Bytes: len(body)}},
	}
	if opt.Pulse != nil {
		in.Pulse = func(done, total, tokens int) { opt.Pulse(Progress{in.stage, done, total, tokens}) }
	}
	in.run(body)
	return in.report
}

// inspection is one run of Inspect.
type inspection struct {
	*pace.Pace
	*said.Log
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
	// flaws counts what is wrong with the notation of documents in JSON.
	flaws int
	// unpulsed counts the bytes of bodies since the last pulse between two.
	unpulsed int
	// trimmed is the text whose end was looked at last, solid where its blanks
	// at the end begin.
	trimmed     []byte
	solid       int
	telling     outset.Telling
	vain        tags.Vain
	bent        map[*document.Document]bool // those that others stand for, as a converter bent them
	loose       map[*document.Document]bool // those whose values may be words of a program
	converted   bool                        // a text was in another charset than UTF-8
	hollow      []*document.Document        // those that have the names of a callback alone
	reprintedTo int                         // where the last structure ended that a program had printed
	texts       []*origin.Text              // those that bodies were found in, and those around them
	secrets     *conceal.Secrets            // nil where nothing is to be hidden
}

func (in *inspection) run(body []byte) {
	if limit := in.opt.Limits.Input; len(body) > limit {
		in.Say(rowInputTooLarge, nil, document.Span{}, strconv.Itoa(limit))
		body, in.report.Source.Bytes = body[:limit], limit
	}
	source := &origin.Text{Bytes: body, Layer: -1}
	in.texts, in.bent = []*origin.Text{source}, make(map[*document.Document]bool)
	in.loose = make(map[*document.Document]bool)
	w := wrapped{text: body, origin: origin.Origin{Text: source}, layer: -1, contentType: in.opt.ContentType}
	in.report.Source.Text = body
	in.looks = maxLooked + looksPerByte*len(body)
	switch rest := in.inflate(w, 0); {
	case len(rest.text) == len(body) && in.packedMessage(w):
	case len(rest.text) == len(body):
		w.text = in.decode(body)
		in.report.Source.Text, source.Bytes = w.text, w.text
		in.search(w, 0)
	case len(rest.text) > 0:
		in.open(rest, 0)
	}
	if in.looks < 0 {
		in.Say(rowSearchLimit, nil, document.Span{})
	}
	if in.opt.Redact {
		in.conceal()
	}
	in.understand()
	in.conclude()
}

// readBody reads the body in XML or JSON that begins at start of text and returns where
// it ends, or start if there is none.
func (in *inspection) readBody(w wrapped, start int, xml bool, depth int) int {
	// Blanks at the end count for the document of XML. To JSON they are nothing,
	// and where a string was cut they would seem to belong to it.
	reader, text := read.XML, w.text
	if !xml {
		reader, text = read.JSON, in.withoutBlanks(w.text)
	}
	in.largest = max(in.largest, len(w.text))
	r := reader(in.Ctx, text, start, in.readOptions())
	in.list(w.origin.Text)
	doc := document.New(r.Doc, w.origin)
	in.nodes += r.Nodes
	in.bodyRead(r.Pos, r.Pos-start, len(w.text))
	doc.Flat().Pulse = func(done, total int) { in.Beat(done, total, 0) }
	in.report.Documents = append(in.report.Documents, doc)
	in.Stopped = in.Stopped || r.Stopped && in.Ctx.Err() != nil
	if !xml && !in.Stopped && in.reprinted(w, start, doc, r, depth) {
		return in.reprintedTo
	}
	if in.isLoose(w, doc, r) {
		in.loose[doc] = true
	}
	in.sayFlaws(doc, r)
	if r.Cut && !in.opt.Prefix {
		in.sayCut(doc, r.Marked)
	}
	in.sayStandIns(doc)
	in.sayDoubled(doc, w.text, start, r.Pos)
	switch {
	case r.Cut:
	case doc.Format == document.FormatJSON:
		r.Pos += in.sayExtraCloser(doc, w.text, start, r.Pos)
	default:
		r.Pos += in.sayExtraEnd(doc, w.text, start, r.Pos)
	}
	if r.Stopped {
		return len(w.text) // what follows belongs to what was not read
	}
	return max(r.Pos, start+1)
}

// reprinted goes on with what a program printed for people, where it was read badly as
// JSON. It reports whether doc is that; it is not decoded itself then.
func (in *inspection) reprinted(w wrapped, start int, doc *document.Document, r read.Result, depth int) bool {
	if !strange(r) || in.enough(w, start) || !in.telling.Near(w.text, start) {
		return false
	}
	f, ok := in.peelContext(len(w.text)-start).Reprinted(w.text, start)
	if !ok {
		return false
	}
	in.bent[doc] = true
	in.reprintedTo = in.wrapper(f, w, depth)
	return true
}

// strange reports whether what was read as JSON may be something else: flaws of other
// kinds than quotes have.
func strange(r read.Result) bool {
	return r.Said[flaw.JSONComma]+r.Said[flaw.JSONColon]+r.Said[flaw.JSONUnexpected]+r.Said[flaw.JSONValue]+
		r.Said[flaw.JSONNoValue] > 0
}

// sayExtraCloser tells of closing brackets behind a body, where these are all that
// there is beside it: what is printed around a body may have brackets of its own. It
// returns how many bytes behind the body that told of.
func (in *inspection) sayExtraCloser(doc *document.Document, text []byte, start, end int) int {
	const most = 8 // brackets, or it is something else
	behind := bytes.TrimSpace(text[end:min(end+64, len(text))])
	if len(behind) == 0 || len(behind) > most || len(bytes.Trim(behind, "}]")) > 0 {
		return 0
	}
	at := chars.SkipSpace(text, end)
	after := at + len(behind)
	if chars.SkipSpace(text, 0) != start || len(bytes.TrimSpace(text[after:])) > 0 {
		return 0
	}
	in.Say(rowCloserExtra, doc, spanOf(at, after), string(behind))
	return after - end
}

// readOptions bounds the reading of the next body.
func (in *inspection) readOptions() read.Options {
	opt := read.Options{
		Depth: in.opt.Limits.Depth,
		Flaws: said.Most,
		Kin:   decode.Kin,
		Vain:  &in.vain,
		Nodes: max(min(in.opt.Limits.Nodes, read.NodesFor(in.largest))-in.nodes, 1),
	}
	if in.opt.Pulse != nil {
		opt.Pulse = func(done, total, rows int) { in.opt.Pulse(Progress{StageBody, done, total, rows}) }
	}
	return opt
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
	if in.unpulsed += size + each; in.unpulsed > pace.TurnEvery {
		in.unpulsed = 0
		in.Beat(pos, total, 0)
	}
}

// sayFlaws tells what was wrong with the notation of doc, and counts what is
// not worth telling again.
func (in *inspection) sayFlaws(doc *document.Document, r read.Result) {
	for _, f := range r.Flaws {
		in.Say(f.What, doc, document.Span(f.Span), f.Args...)
	}
	for row, n := range r.Said {
		if doc.Format == document.FormatJSON {
			in.flaws += n
		}
		in.Again(row, max(n-said.Most, 0))
	}
}

// sayCut tells that doc ends in the middle, at a mark if there is one, and of what.
func (in *inspection) sayCut(doc *document.Document, mark int) {
	last := int32(len(doc.Flat().Nodes) - 1)
	for last > 0 && doc.Flat().Nodes[last].Flags&flat.FlagPartial == 0 {
		last--
	}
	end := uint32(len(in.withoutBlanks(doc.Text)))
	if mark > 0 {
		end = uint32(mark)
	}
	place := doc.Item(flat.RefTo(last))
	if place.Kind() == document.KindText {
		place = place.Parent()
	}
	if path := place.Path(); path != "" {
		in.Say(rowCut, doc, document.Span{Start: end, End: end}, path).Item = place
	} else {
		in.Say(rowCutBody, doc, document.Span{Start: end, End: end}) // its root has no name
	}
}

// conceal hides secrets in everything that is known by now, before it is decoded.
func (in *inspection) conceal() {
	in.stage = StageCheck
	r := in.report
	in.secrets = conceal.Hide(in.Pace, in.texts, r.Documents)
	r.Source.Text, r.Source.Name, r.Hidden = in.texts[0].Bytes, redact.String(r.Source.Name), in.secrets.Hidden
}

// discreet hides secrets in the sentences of the report.
func (in *inspection) discreet() {
	for i := range in.report.Layers {
		note := &in.report.Layers[i].Note
		note.ZH, note.EN = redact.String(note.ZH), redact.String(note.EN)
	}
	for i := range in.report.Diagnostics {
		in.secrets.Discreet(&in.report.Diagnostics[i])
	}
}

// understand decodes every document and audits what it holds.
func (in *inspection) understand() {
	in.stage = StageCheck
	d := decode.New(in.Pace, in.Log, in.roomForModel(), in.opt.Prefix)
	for _, doc := range in.report.Documents {
		if in.bent[doc] {
			continue
		}
		in.Beat(0, len(doc.Text), 0)
		before := len(d.Callbacks)
		if d.Document(doc); len(d.Callbacks) > before { // after a stop too: it is what was read
			in.sayEscaped(doc)
		}
	}
	in.report.Callbacks = d.Callbacks
	in.keepValued()
	in.forgetProse()
	switch {
	case in.Stopped:
	case len(in.report.Documents) == 0 && (in.opt.Prefix || in.Said(rowBinary) || in.Said(rowBinaryFile)):
	case len(in.report.Documents) == 0:
		in.sayNoBody()
	case len(in.report.Callbacks) == 0 && (in.Said(rowCut) || in.Said(rowCutBody)):
		// What would tell the kind may stand behind the cut.
	case len(in.report.Callbacks) == 0 && in.opt.Prefix:
	case len(in.report.Callbacks) == 0 && in.guessed():
		in.sayGuessed()
	case len(in.report.Callbacks) == 0 && len(in.hollow) > 0:
		in.Forget()
		in.Say(rowNamesAlone, in.hollow[0], in.hollow[0].Root().Span())
	case len(in.report.Callbacks) == 0:
		in.Say(rowNothingKnown, in.report.Documents[0], in.report.Documents[0].Root().Span())
	default:
		audit.Check(in.Pace, in.Log, in.report.Callbacks, in.opt.Prefix)
	}
}

// sayNoBody tells that neither XML nor JSON was found.
func (in *inspection) sayNoBody() {
	text := in.report.Source.Text
	if len(bytes.TrimSpace(text)) == 0 {
		in.Say(rowEmpty, nil, document.Span{})
		return
	}
	start := uint32(chars.SkipSpace(text, 0))
	in.Say(rowNoBody, nil, document.Span{Start: start, End: start + 1})
}

// conclude orders the diagnostics by their place, cuts the list to its limit
// and fills in the paths and positions of those that are left.
func (in *inspection) conclude() {
	r := in.report
	r.Diagnostics, r.Omitted, r.Stopped = in.Merged(), in.Omitted, in.Stopped
	if len(r.Documents) > 0 {
		r.Source.Format = r.Documents[0].Format
	}
	r.arrange(in.texts)
	in.trace()
	sort.SliceStable(r.Diagnostics, func(i, k int) bool {
		a, b := &r.Diagnostics[i], &r.Diagnostics[k]
		if a.Severity != b.Severity {
			return a.Severity > b.Severity
		}
		return a.At.Offset < b.At.Offset
	})
	if limit := in.opt.Limits.Diagnostics; len(r.Diagnostics) > limit {
		for i := range r.Diagnostics[limit:] {
			r.Omitted += r.Diagnostics[limit+i].Count
		}
		r.Diagnostics = r.Diagnostics[:limit]
	}
	for i := range r.Diagnostics {
		if d := &r.Diagnostics[i]; d.Item.Ok() {
			d.Path = d.Item.Path()
			in.Beat(i, len(r.Diagnostics), 0)
		}
	}
	in.assign()
	if in.secrets != nil {
		in.discreet()
	}
	in.locate()
	for _, doc := range r.Documents {
		doc.Flat().Pulse = nil
	}
}

// assign finds the job that each place of a diagnostic stands in. What stands in none
// is about the job that was checked, if one was.
func (in *inspection) assign() {
	if len(in.report.Diagnostics) == 0 {
		return
	}
	jobs := make(map[document.Item]int)
	for i := range in.report.Callbacks {
		for k := range in.report.Callbacks[i].Jobs {
			jobs[in.report.Callbacks[i].Jobs[k].Item] = len(jobs)
		}
	}
	for _, s := range in.inOrder(func(s *diagnostic.Spot) int { return int(s.Span.Start) }) {
		it := s.Item
		if !it.Ok() && s.Document != nil {
			it = s.Document.At(int(s.Span.Start))
		}
		for ; it.Ok(); it = it.Parent() {
			if job, ok := jobs[it]; ok {
				s.Job = job
				break
			}
		}
	}
}

// trace finds where the diagnostics lie in what was given, those of one document
// in order.
func (in *inspection) trace() {
	for _, d := range in.inOrder(func(s *diagnostic.Spot) int { return int(s.Span.Start) }) {
		at, exact := d.Document.Origin(d.Span)
		if d.Packed = !exact; d.Packed {
			at = d.Span
		}
		d.At.Offset = int(at.Start)
	}
}

// inOrder returns the places of the diagnostics in the order of a number that each
// has.
func (in *inspection) inOrder(number func(*diagnostic.Spot) int) []*diagnostic.Spot {
	var order []*diagnostic.Spot
	for i := range in.report.Diagnostics {
		order = slices.AppendSeq(order, in.report.Diagnostics[i].Spots())
	}
	if len(order) > 1 {
		sort.SliceStable(order, func(i, k int) bool { return number(order[i]) < number(order[k]) })
	}
	return order
}

// locate turns the offsets of the diagnostics into lines and columns, in one
// pass over each text that they lie in.
func (in *inspection) locate() {
	order := in.inOrder(func(s *diagnostic.Spot) int { return s.At.Offset })
	counters := make(map[*document.Document]*counter)
	for _, d := range order {
		var key *document.Document // the source
		if d.Packed {
			key = d.Document
		}
		c := counters[key]
		if c == nil {
			c = &counter{text: in.report.textOf(d)}
			counters[key] = c
		}
		const stride = 16 * pace.TurnEvery
		for c.at+stride < min(d.At.Offset, len(c.text)) {
			c.position(chars.RuneStart(c.text, c.at+stride))
			in.Beat(c.at, len(c.text), 0)
		}
		d.At = c.position(d.At.Offset)
	}
}

// textOf returns the text that the position of d counts in.
func (r *Report) textOf(d *diagnostic.Spot) []byte {
	if d.Packed {
		return d.Document.Text
	}
	return r.Source.Text
}

// roomForModel returns how many bytes of memory they may take: less than the
// limit where many nodes leave little of four times the text and 64 MB.
func (in *inspection) roomForModel() int {
	const others, least = 24 << 20, 4 << 20
	text := max(in.largest, len(in.report.Source.Text))
	left := 3*text + 64<<20 - others - in.nodes*read.NodeSize
	return min(in.opt.Limits.Model+text/2, max(left, least))
}
