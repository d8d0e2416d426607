package export

import (
	"cmp"
	"io"
	"strconv"
	"time"

	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/callback"
	"github.com/callbacklens/callbacklens/parser/callback/kinds"
	"github.com/callbacklens/callbacklens/parser/export/rows"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// Version is the version of what JSON writes, its member "version". It grows when
// a member is taken away or means something else; members may be added without
// that.
const Version = 1

var asJSON = Format{
	Name: "json", Extension: ".json", MediaType: "application/json",
	Title: lang.Text{ZH: "JSON（全部解析结果）", EN: "JSON of all that was found"}, Print: JSON,
}

// JSON writes reports as one JSON value: an object for one report, an array
// for several. Messages are in l. Nothing is held in memory beyond a value, so
// that a report of a million tokens costs its output only.
func JSON(w io.Writer, l lang.Lang, reports ...*parser.Report) error {
	out := &writer{foreign: foreign{lang: l}, output: newOutput(w)}
	if len(reports) == 1 {
		out.print(reports[0])
	} else {
		out.open("[")
		for i := 0; i < len(reports) && out.next(); i++ {
			out.print(reports[i])
		}
		out.shut("]")
	}
	out.raw("\n")
	return out.Flush()
}

// writer writes JSON piece by piece.
type writer struct {
	foreign
	output
	// comma tells whether the next member or item needs one before it.
	comma bool
	// documents has the positions of the documents of the report.
	documents map[*parser.Document]int
	// place is set where a callback is written by itself, as one of a longer text,
	// jobsBefore is how many jobs of the report stand before its own.
	place      func(offset int) (line, at int64)
	jobsBefore int
}

// open begins an object or an array, by its bracket.
func (w *writer) open(bracket string) {
	w.raw(bracket)
	w.comma = false
}

// shut ends what open began.
func (w *writer) shut(bracket string) {
	w.raw(bracket)
	w.comma = true
}

// next makes ready for an item of an array; false where writing has failed.
func (w *writer) next() bool {
	if w.comma {
		w.raw(",")
	}
	w.comma = true
	return !w.broken()
}

// key writes the name of a member, which is one of ours.
func (w *writer) key(name string) {
	if w.comma {
		w.raw(`,"`)
	} else {
		w.raw(`"`)
	}
	w.comma = true
	w.raw(name)
	w.raw(`":`)
}

// object begins a member that is an object.
func (w *writer) object(name string) {
	w.key(name)
	w.open("{")
}

// array begins a member that is an array.
func (w *writer) array(name string) {
	w.key(name)
	w.open("[")
}

func (w *writer) string(s string) {
	_, _ = w.Write(rows.AppendString(w.AvailableBuffer(), s))
}

func (w *writer) member(name, s string) {
	w.key(name)
	w.string(s)
}

func (w *writer) number(name string, n int) { w.long(name, int64(n)) }

func (w *writer) long(name string, n int64) {
	w.key(name)
	_, _ = w.Write(strconv.AppendInt(w.AvailableBuffer(), n, 10))
}

func (w *writer) seconds(name string, d time.Duration) {
	w.key(name)
	_, _ = w.Write(strconv.AppendFloat(w.AvailableBuffer(), d.Seconds(), 'f', -1, 64))
}

func (w *writer) bool(name string, is bool) {
	w.key(name)
	w.raw(strconv.FormatBool(is))
}

// leaf writes a member that is left out where the body lacks it.
func (w *writer) leaf(name string, v parser.Value) {
	if v.Ok() {
		w.member(name, w.value(v))
	}
}

// nonEmpty writes a member that is left out where it is empty.
func (w *writer) nonEmpty(name, s string) {
	if s != "" {
		w.member(name, s)
	}
}

func (w *writer) print(r *parser.Report) {
	w.report = r
	w.documents = make(map[*parser.Document]int, len(r.Documents))
	for i, d := range r.Documents {
		w.documents[d] = i
	}
	w.open("{")
	w.number("version", Version)
	w.key("source")
	w.source(r)
	w.layers(r.Layers)
	w.array("documents")
	for i := 0; i < len(r.Documents) && w.next(); i++ {
		w.document(r.Documents[i])
	}
	w.shut("]")
	w.array("callbacks")
	for i := 0; i < len(r.Callbacks) && w.next(); i++ {
		w.callback(&r.Callbacks[i])
	}
	w.shut("]")
	w.key("tree")
	w.tree(r)
	w.diagnostics(r.Diagnostics)
	if r.Omitted > 0 {
		w.number("diagnosticsOmitted", r.Omitted)
	}
	w.flag("stopped", r.Stopped)
	w.shut("}")
}

// flag writes a member that is there where it is true.
func (w *writer) flag(name string, set bool) {
	if set {
		w.bool(name, true)
	}
}

func (w *writer) source(r *parser.Report) {
	w.open("{")
	w.nonEmpty("name", w.text(r.Source.Name))
	w.number("bytes", r.Source.Bytes)
	w.nonEmpty("format", r.Source.Format.String())
	w.nonEmpty("charset", w.text(r.Source.Charset))
	if r.Hidden > 0 {
		w.number("hidden", r.Hidden)
	}
	w.shut("}")
}

func (w *writer) layers(all []parser.Layer) {
	w.array("layers")
	for i := 0; i < len(all) && w.next(); i++ {
		w.layer(&all[i])
	}
	w.shut("]")
}

func (w *writer) layer(l *parser.Layer) {
	start, end := int64(l.Span.Start), int64(l.Span.End)
	if w.place != nil && l.In < 0 {
		_, start = w.place(int(start))
		_, end = w.place(int(end))
	}
	w.open("{")
	w.member("kind", l.Kind)
	w.long("start", start)
	w.long("end", end)
	if l.In >= 0 {
		w.number("in", l.In)
	}
	w.number("size", l.Size)
	w.member("note", w.say(l.Note))
	w.shut("}")
}

func (w *writer) document(d *parser.Document) {
	span, exact := d.Origin(parser.Span{End: uint32(len(d.Text))})
	w.open("{")
	w.nonEmpty("format", d.Format.String())
	w.number("bytes", len(d.Text))
	w.number("start", int(span.Start))
	w.number("end", int(span.End))
	w.flag("packed", !exact)
	w.shut("}")
}

func (w *writer) callback(c *parser.Callback) {
	w.open("{")
	w.member("kind", w.text(c.Kind))
	if d := c.Root.Document(); d != nil && w.place == nil {
		w.number("document", w.documents[d])
	}
	w.leaf("event", c.Event)
	if len(c.Jobs) != 1 {
		w.status(c.Status())
	}
	if len(c.Jobs) > 0 || c.Execution == nil && c.Fault == nil {
		w.array("jobs")
		for i := 0; i < len(c.Jobs) && w.next(); i++ {
			w.job(&c.Jobs[i])
		}
		w.shut("]")
	}
	if c.Execution != nil {
		w.key("execution")
		w.execution(c.Execution)
	}
	if c.Fault != nil {
		w.object("error")
		leaves(w, callback.FaultFields, c.Fault)
		w.shut("}")
	}
	w.nodes("rest", c.Rest)
	w.shut("}")
}

// leaves writes the fields of t that the body has.
func leaves[T any](w *writer, fields []callback.Field[T], t *T) {
	for i := range fields {
		w.leaf(fields[i].JSON, fields[i].Of(t))
	}
}

// times writes the times of t that can be read in a form that programs read.
func times[T any](w *writer, fields []callback.Field[T], t *T) {
	some := false
	for i := range fields {
		if f := &fields[i]; f.Time != nil {
			some = w.time(f.JSON, f.Time(t), some)
		}
	}
	if some {
		w.shut("}")
	}
}

// time writes a member of an object of times, which it begins unless some stand in it,
// and reports whether some do now.
func (w *writer) time(name string, t *callback.Time, some bool) bool {
	if !t.Known {
		return some
	}
	if !some {
		w.object("times")
	}
	w.member(name, t.At.Format(time.RFC3339))
	return true
}

// nodes writes items as they stand in the tree, and nothing where there is none.
func (w *writer) nodes(name string, items []parser.Item) {
	some := false
	for _, it := range items {
		if !treeKind(it) {
			continue
		}
		if !some {
			w.array(name)
		}
		some = w.next()
		w.node(it)
	}
	if some {
		w.shut("]")
	}
}

func (w *writer) job(j *parser.Job) {
	w.open("{")
	leaves(w, callback.JobFields, j)
	times(w, callback.JobFields, j)
	w.went(j)
	w.review(j)
	w.input(&j.Input)
	w.workflow(&j.Workflow)
	w.operation(&j.Operation)
	w.labels(j.Labels)
	w.tokens(j.Tokens)
	w.details(kinds.Operation, j.Details)
	w.nodes("results", j.Results)
	w.nodes("output", j.Output)
	w.nodes("resultRest", j.ResultRest)
	w.nodes("rest", j.Rest)
	w.shut("}")
}

// went writes how a job went, and how long it took.
func (w *writer) went(j *parser.Job) {
	w.status(j.Status())
	w.took(j)
	if n := j.Repeats - w.jobsBefore; n >= 0 {
		w.number("repeats", n)
	}
}

// timed is what has times: a job, or a task of a run.
type timed interface {
	Duration() (d time.Duration, from string, ok bool)
	Waited() (time.Duration, bool)
}

// took writes how long something ran and waited.
func (w *writer) took(of timed) {
	if d, from, ok := of.Duration(); ok {
		w.seconds("durationSeconds", d)
		w.member("durationFrom", from)
	}
	if d, ok := of.Waited(); ok {
		w.seconds("waitedSeconds", d)
	}
}

// status writes how something went, where anything tells.
func (w *writer) status(o parser.Outcome, by string) {
	if o != parser.OutcomeUnknown || by != "" {
		w.member("status", cmp.Or(o.String(), "unknown"))
	}
	w.nonEmpty("statusFrom", w.text(by))
}

// review writes what a content review found. One that did not run has no verdict,
// whatever its Result says.
func (w *writer) review(j *parser.Job) {
	r := j.Review
	if r == nil {
		return
	}
	w.object("review")
	if j.Reviewed() {
		w.verdict(r.Result)
	}
	leaves(w, callback.ReviewFields, r)
	w.findings(j, r.Findings)
	if len(r.Parts) > 0 {
		w.array("parts")
		for i := 0; i < len(r.Parts) && w.next(); i++ {
			w.part(j, &r.Parts[i])
		}
		w.shut("]")
	}
	w.shut("}")
}

// verdict says what a Result or a HitFlag means, where that is known.
func (w *writer) verdict(v parser.Value) { w.nonEmpty("verdict", parser.Verdict(v).String()) }

func (w *writer) findings(j *parser.Job, findings []parser.Finding) {
	if len(findings) == 0 {
		return
	}
	w.array("findings")
	for i := 0; i < len(findings) && w.next(); i++ {
		w.open("{")
		w.member("scene", w.text(findings[i].Scene))
		if j.Reviewed() {
			w.verdict(findings[i].Hit)
		}
		leaves(w, callback.FindingFields, &findings[i])
		w.shut("}")
	}
	w.shut("]")
}

func (w *writer) part(j *parser.Job, p *parser.Part) {
	w.open("{")
	w.member("list", w.text(p.List))
	if j.Reviewed() {
		w.verdict(p.Result)
	}
	leaves(w, callback.PartFields, p)
	w.findings(j, p.Findings)
	w.shut("}")
}

func (w *writer) input(in *parser.Input) {
	if !in.Item.Ok() {
		return
	}
	w.object("input")
	leaves(w, callback.InputFields, in)
	w.nonEmpty("address", w.text(in.Address()))
	w.headers(in.Headers)
	w.nodes("rest", in.Rest)
	w.shut("}")
}

func (w *writer) headers(headers []parser.Header) {
	if len(headers) == 0 {
		return
	}
	w.array("cosHeaders")
	for i := 0; i < len(headers) && w.next(); i++ {
		w.open("{")
		w.member("key", w.value(headers[i].Key))
		w.member("value", w.value(headers[i].Value))
		w.nodes("rest", headers[i].Rest)
		w.shut("}")
	}
	w.shut("]")
}

func (w *writer) workflow(f *parser.Workflow) {
	if !f.Item.Ok() {
		return
	}
	w.object("workflow")
	leaves(w, callback.WorkflowFields, f)
	w.nonEmpty("from", f.From)
	w.nodes("rest", f.Rest)
	w.shut("}")
}

func (w *writer) operation(op *parser.Operation) {
	if !op.Item.Ok() {
		return
	}
	w.object("operation")
	leaves(w, callback.OperationFields, op)
	w.nodes("rest", op.Rest)
	w.shut("}")
}

// details writes what stands in nodes that have models.
func (w *writer) details(models []*callback.Model, groups []callback.Group) {
	if len(groups) == 0 {
		return
	}
	w.object("details")
	w.groups(models, groups)
	w.shut("}")
}

// groups writes a member for each model that some of the groups have, a list where
// there may be several of them.
func (w *writer) groups(models []*callback.Model, groups []callback.Group) {
	for _, m := range models {
		var of []*callback.Group
		for i := range groups {
			if groups[i].Model == m {
				of = append(of, &groups[i])
			}
		}
		switch {
		case len(of) == 0:
		case m.Many:
			w.array(m.JSON())
			for i := 0; i < len(of) && w.next(); i++ {
				w.group(of[i])
			}
			w.shut("]")
		default:
			w.key(m.JSON())
			w.group(of[0])
		}
	}
}

func (w *writer) group(g *callback.Group) {
	if g.Model.Plain() {
		w.string(w.value(g.Values[0]))
		return
	}
	w.open("{")
	for i := range g.Model.Fields {
		w.leaf(g.Model.Fields[i].JSON(), g.Values[i])
	}
	w.groups(g.Model.Groups, g.Groups)
	w.nodes("rest", g.Rest)
	w.shut("}")
}

func (w *writer) labels(labels []parser.Label) {
	if len(labels) == 0 {
		return
	}
	w.array("labels")
	for i := 0; i < len(labels) && w.next(); i++ {
		w.open("{")
		leaves(w, callback.LabelFields, &labels[i])
		w.nodes("rest", labels[i].Rest)
		w.shut("}")
	}
	w.shut("]")
}

func (w *writer) tokens(t *parser.Tokens) {
	if t == nil {
		return
	}
	w.array("tokens")
	for i := 0; i < t.Len() && w.next(); i++ {
		w.token(t, i)
	}
	w.shut("]")
	w.object("tokenUnit")
	w.member("unit", t.Unit.String())
	w.bool("inferred", t.Unit != parser.UnitUnknown) // no body states it
	w.shut("}")
	if text, ok := w.sentence(t); ok {
		w.member("text", text)
	}
}

func (w *writer) token(t *parser.Tokens, i int) {
	w.open("{")
	if t.HasWord(i) {
		w.member("word", w.word(t, i))
	}
	w.nonEmpty("pos", w.pos(t, i))
	if n, ok := t.Offset(i); ok {
		w.number("offset", n)
	}
	if n, ok := t.Length(i); ok {
		w.number("length", n)
	}
	w.flag("partial", t.Partial(i))
	w.nodes("rest", t.Rest(i))
	w.shut("}")
}

func (w *writer) execution(e *parser.Execution) {
	w.open("{")
	leaves(w, callback.ExecutionFields, e)
	w.status(e.Status())
	times(w, callback.ExecutionFields, e)
	w.headers(e.Headers)
	w.array("tasks")
	for i := 0; i < len(e.Tasks) && w.next(); i++ {
		w.task(&e.Tasks[i])
	}
	w.shut("]")
	w.nodes("rest", e.Rest)
	w.shut("}")
}

func (w *writer) task(t *parser.Task) {
	w.open("{")
	leaves(w, callback.TaskFields, t)
	times(w, callback.TaskFields, t)
	w.took(t)
	w.details(kinds.Task, t.Details)
	w.nodes("rest", t.Rest)
	w.shut("}")
}

func (w *writer) diagnostics(all []parser.Diagnostic) {
	w.array("diagnostics")
	for i := 0; i < len(all) && w.next(); i++ {
		w.diagnostic(&all[i])
	}
	w.shut("]")
}

func (w *writer) diagnostic(d *parser.Diagnostic) {
	w.open("{")
	w.member("severity", d.Severity.String())
	w.member("code", d.Code)
	w.member("message", w.say(d.Text))
	if len(d.Args) > 0 {
		w.array("args")
		for i := 0; i < len(d.Args) && w.next(); i++ {
			w.string(w.text(d.Args[i]))
		}
		w.shut("]")
	}
	w.nonEmpty("path", w.text(d.Path))
	w.nonEmpty("reference", d.Ref)
	w.within(&d.Spot)
	if d.Count > 1 {
		w.number("count", d.Count)
	}
	if len(d.Others) > 0 {
		w.array("others")
		for i := 0; i < len(d.Others) && w.next(); i++ {
			w.open("{")
			w.spot(&d.Others[i])
			w.shut("}")
		}
		w.shut("]")
	}
	w.where(&d.Spot)
	w.shut("}")
}

// spot writes a further place of a remark.
func (w *writer) spot(s *parser.Spot) {
	w.nonEmpty("path", w.text(s.Item.Path()))
	w.within(s)
	w.where(s)
}

// within writes what a place of a remark stands in.
func (w *writer) within(s *parser.Spot) {
	if i, ok := w.documents[s.Document]; ok {
		w.number("document", i)
	}
	if s.Job >= 0 {
		w.number("job", s.Job-w.jobsBefore)
	}
}

// where writes a place of a remark.
func (w *writer) where(d *parser.Spot) {
	if d.At.Known() {
		line, offset := int64(d.At.Line), int64(d.At.Offset)
		if w.place != nil && !d.Packed {
			line, offset = w.place(d.At.Offset)
		}
		w.long("line", line)
		w.number("column", d.At.Column)
		w.long("offset", offset)
	}
	if d.Span.Len() > 0 {
		w.number("length", d.Span.Len())
	}
	w.flag("unpacked", d.Packed)
}
