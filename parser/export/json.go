package export

import (
	"cmp"
	"encoding/json"
	"io"
	"slices"
	"strconv"
	"time"
	"unicode/utf8"

	"github.com/callbacklens/callbacklens/internal/visible"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/callback"
	"github.com/callbacklens/callbacklens/parser/callback/kinds"
	"github.com/callbacklens/callbacklens/parser/export/rows"
	"github.com/callbacklens/callbacklens/parser/export/schema"
	"github.com/callbacklens/callbacklens/parser/lang"
)

var asJSON = Format{"json", "json", "application/json",
	lang.Text{ZH: "JSON", EN: "JSON"}, JSON, nil}

// JSON writes reports as one JSON value: an object for one report, an array
// for several. Messages are in l. Nothing is held in memory beyond a value, so
// that a report of a million tokens costs its output only.
func JSON(w io.Writer, l lang.Lang, reports ...*parser.Report) error {
	out := &writer{foreign: foreign{lang: l}, output: newOutput(w)}
	if len(reports) == 1 {
		out.print(reports[0])
	} else {
		out.list(len(reports), func(i int) { out.print(reports[i]) })
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

func (w *writer) separate() {
	if w.comma {
		w.raw(",")
	}
	w.comma = true
}

// object writes an object whose members body writes.
func (w *writer) object(body func()) {
	w.raw("{")
	w.comma = false
	body()
	w.raw("}")
	w.comma = true
}

// list writes an array of n items.
func (w *writer) list(n int, item func(i int)) {
	w.raw("[")
	w.comma = false
	for i := 0; i < n && !w.broken(); i++ {
		w.separate()
		item(i)
	}
	w.raw("]")
	w.comma = true
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

// scalar writes a string, number or bool.
func (w *writer) scalar(v any) {
	switch v := v.(type) {
	case string:
		w.string(v)
	case int:
		w.int(int64(v))
	case int64:
		w.int(v)
	default:
		w.marshal(v)
	}
}

// int writes a whole number.
func (w *writer) int(n int64) {
	_, _ = w.Write(strconv.AppendInt(w.AvailableBuffer(), n, 10))
}

func (w *writer) string(s string) {
	if !asIs(s) {
		w.marshal(s)
		return
	}
	w.raw(`"`)
	w.raw(s)
	w.raw(`"`)
}

// spelled are the characters of ASCII that encoding/json escapes.
var spelled = [utf8.RuneSelf]bool{'"': true, '\\': true, '<': true, '>': true, '&': true}

// asIs reports whether s is written as it is.
func asIs(s string) bool {
	beyond := false
	for i := range len(s) {
		switch c := s[i]; {
		case c >= utf8.RuneSelf:
			beyond = true
		case c < ' ', c == 0x7f, spelled[c]:
			return false
		}
	}
	return !beyond || visible.Plain(s)
}

// marshal writes a value as encoding/json does, but escapes whatever could act
// on a screen or hide, which JSON reads as the same.
func (w *writer) marshal(v any) {
	b, err := json.Marshal(v)
	if err != nil {
		b = []byte("null") // no string, number or bool fails
	}
	w.raw(visible.Respell(string(b), rows.JSONEscape))
}

func (w *writer) member(name string, v any) {
	w.key(name)
	w.scalar(v)
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
	w.object(func() {
		w.member("version", schema.Version)
		w.key("source")
		w.source(r)
		w.key("layers")
		w.list(len(r.Layers), func(i int) { w.layer(&r.Layers[i]) })
		w.key("documents")
		w.list(len(r.Documents), func(i int) { w.document(r.Documents[i]) })
		w.key("callbacks")
		w.list(len(r.Callbacks), func(i int) { w.callback(&r.Callbacks[i]) })
		w.key("tree")
		w.tree(r)
		w.key("diagnostics")
		w.list(len(r.Diagnostics), func(i int) { w.diagnostic(&r.Diagnostics[i]) })
		if r.Omitted > 0 {
			w.member("diagnosticsOmitted", r.Omitted)
		}
		w.flag("stopped", r.Stopped)
	})
}

// flag writes a member that is there where it is true.
func (w *writer) flag(name string, set bool) {
	if set {
		w.member(name, true)
	}
}

func (w *writer) source(r *parser.Report) {
	w.object(func() {
		w.nonEmpty("name", w.text(r.Source.Name))
		w.member("bytes", r.Source.Bytes)
		w.nonEmpty("format", r.Source.Format.String())
		w.nonEmpty("charset", w.text(r.Source.Charset))
		if r.Hidden > 0 {
			w.member("hidden", r.Hidden)
		}
	})
}

func (w *writer) layer(l *parser.Layer) {
	start, end := int64(l.Span.Start), int64(l.Span.End)
	if w.place != nil && l.In < 0 {
		_, start = w.place(int(start))
		_, end = w.place(int(end))
	}
	w.object(func() {
		w.member("kind", l.Kind)
		w.member("start", start)
		w.member("end", end)
		if l.In >= 0 {
			w.member("in", l.In)
		}
		w.member("size", l.Size)
		w.member("note", w.say(l.Note))
	})
}

func (w *writer) document(d *parser.Document) {
	span, exact := d.Origin(parser.Span{End: uint32(len(d.Text))})
	w.object(func() {
		w.nonEmpty("format", d.Format.String())
		w.member("bytes", len(d.Text))
		w.member("start", span.Start)
		w.member("end", span.End)
		w.flag("packed", !exact)
	})
}

func (w *writer) callback(c *parser.Callback) {
	w.object(func() {
		w.member("kind", w.text(c.Kind))
		if d := c.Root.Document(); d != nil && w.place == nil {
			w.member("document", w.documents[d])
		}
		w.leaf("event", c.Event)
		if len(c.Jobs) != 1 {
			w.status(c.Status())
		}
		if len(c.Jobs) > 0 || c.Execution == nil && c.Fault == nil {
			w.key("jobs")
			w.list(len(c.Jobs), func(i int) { w.job(&c.Jobs[i]) })
		}
		if c.Execution != nil {
			w.key("execution")
			w.execution(c.Execution)
		}
		if c.Fault != nil {
			w.key("error")
			w.object(func() { leaves(w, callback.FaultFields, c.Fault) })
		}
		w.nodes("rest", c.Rest)
	})
}

// leaves writes the fields of t that the body has.
func leaves[T any](w *writer, fields []callback.Field[T], t *T) {
	for i := range fields {
		w.leaf(fields[i].JSON, fields[i].Of(t))
	}
}

// times writes the times of t that can be read in a form that programs read.
func times[T any](w *writer, fields []callback.Field[T], t *T) {
	var known []*callback.Field[T]
	for i := range fields {
		if f := &fields[i]; f.Time != nil && f.Time(t).Known {
			known = append(known, f)
		}
	}
	if len(known) == 0 {
		return
	}
	w.key("times")
	w.object(func() {
		for _, f := range known {
			w.member(f.JSON, f.Time(t).At.Format(time.RFC3339))
		}
	})
}

// nodes writes items as they stand in the tree, and nothing where there is none.
func (w *writer) nodes(name string, items []parser.Item) {
	items = slices.DeleteFunc(slices.Clone(items), func(it parser.Item) bool { return !treeKind(it) })
	if len(items) == 0 {
		return
	}
	w.key(name)
	w.list(len(items), func(i int) { w.node(items[i]) })
}

func (w *writer) job(j *parser.Job) {
	w.object(func() {
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
	})
}

// went writes how a job went, and how long it took.
func (w *writer) went(j *parser.Job) {
	w.status(j.Status())
	w.took(j)
	if n := j.Repeats - w.jobsBefore; n >= 0 {
		w.member("repeats", n)
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
		w.member("durationSeconds", d.Seconds())
		w.member("durationFrom", from)
	}
	if d, ok := of.Waited(); ok {
		w.member("waitedSeconds", d.Seconds())
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
	w.key("review")
	w.object(func() {
		if j.Reviewed() {
			w.verdict(r.Result)
		}
		leaves(w, callback.ReviewFields, r)
		w.findings(j, r.Findings)
		if len(r.Parts) > 0 {
			w.key("parts")
			w.list(len(r.Parts), func(i int) { w.part(j, &r.Parts[i]) })
		}
	})
}

// verdict says what a Result or a HitFlag means, where that is known.
func (w *writer) verdict(v parser.Value) { w.nonEmpty("verdict", parser.Verdict(v).String()) }

func (w *writer) findings(j *parser.Job, findings []parser.Finding) {
	if len(findings) == 0 {
		return
	}
	w.key("findings")
	w.list(len(findings), func(i int) {
		w.object(func() {
			w.member("scene", w.text(findings[i].Scene))
			if j.Reviewed() {
				w.verdict(findings[i].Hit)
			}
			leaves(w, callback.FindingFields, &findings[i])
		})
	})
}

func (w *writer) part(j *parser.Job, p *parser.Part) {
	w.object(func() {
		w.member("list", w.text(p.List))
		if j.Reviewed() {
			w.verdict(p.Result)
		}
		leaves(w, callback.PartFields, p)
		w.findings(j, p.Findings)
	})
}

func (w *writer) input(in *parser.Input) {
	if !in.Item.Ok() {
		return
	}
	w.key("input")
	w.object(func() {
		leaves(w, callback.InputFields, in)
		w.nonEmpty("address", w.text(in.Address()))
		w.headers(in.Headers)
		w.nodes("rest", in.Rest)
	})
}

func (w *writer) headers(headers []parser.Header) {
	if len(headers) == 0 {
		return
	}
	w.key("cosHeaders")
	w.list(len(headers), func(i int) {
		w.object(func() {
			w.member("key", w.value(headers[i].Key))
			w.member("value", w.value(headers[i].Value))
			w.nodes("rest", headers[i].Rest)
		})
	})
}

func (w *writer) workflow(f *parser.Workflow) {
	if !f.Item.Ok() {
		return
	}
	w.key("workflow")
	w.object(func() {
		leaves(w, callback.WorkflowFields, f)
		w.nonEmpty("from", f.From)
		w.nodes("rest", f.Rest)
	})
}

func (w *writer) operation(op *parser.Operation) {
	if !op.Item.Ok() {
		return
	}
	w.key("operation")
	w.object(func() {
		leaves(w, callback.OperationFields, op)
		w.nodes("rest", op.Rest)
	})
}

// details writes what stands in nodes that have models.
func (w *writer) details(models []*callback.Model, groups []callback.Group) {
	if len(groups) == 0 {
		return
	}
	w.key("details")
	w.object(func() { w.groups(models, groups) })
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
			w.key(m.JSON())
			w.list(len(of), func(i int) { w.group(of[i]) })
		default:
			w.key(m.JSON())
			w.group(of[0])
		}
	}
}

func (w *writer) group(g *callback.Group) {
	if g.Model.Plain() {
		w.scalar(w.value(g.Values[0]))
		return
	}
	w.object(func() {
		for i := range g.Model.Fields {
			w.leaf(g.Model.Fields[i].JSON(), g.Values[i])
		}
		w.groups(g.Model.Groups, g.Groups)
		w.nodes("rest", g.Rest)
	})
}

func (w *writer) labels(labels []parser.Label) {
	if len(labels) == 0 {
		return
	}
	w.key("labels")
	w.list(len(labels), func(i int) {
		w.object(func() {
			leaves(w, callback.LabelFields, &labels[i])
			w.nodes("rest", labels[i].Rest)
		})
	})
}

func (w *writer) tokens(t *parser.Tokens) {
	if t == nil {
		return
	}
	w.key("tokens")
	w.list(t.Len(), func(i int) { w.token(t, i) })
	w.key("tokenUnit")
	w.object(func() {
		w.member("unit", t.Unit.String())
		w.member("inferred", t.Unit != parser.UnitUnknown) // no body states it
	})
	if text, ok := w.sentence(t); ok {
		w.member("text", text)
	}
}

func (w *writer) token(t *parser.Tokens, i int) {
	w.object(func() {
		if t.HasWord(i) {
			w.member("word", w.word(t, i))
		}
		w.nonEmpty("pos", w.pos(t, i))
		if n, ok := t.Offset(i); ok {
			w.member("offset", n)
		}
		if n, ok := t.Length(i); ok {
			w.member("length", n)
		}
		w.flag("partial", t.Partial(i))
		w.nodes("rest", t.Rest(i))
	})
}

func (w *writer) execution(e *parser.Execution) {
	w.object(func() {
		leaves(w, callback.ExecutionFields, e)
		w.status(e.Status())
		times(w, callback.ExecutionFields, e)
		w.headers(e.Headers)
		w.key("tasks")
		w.list(len(e.Tasks), func(i int) { w.task(&e.Tasks[i]) })
		w.nodes("rest", e.Rest)
	})
}

func (w *writer) task(t *parser.Task) {
	w.object(func() {
		leaves(w, callback.TaskFields, t)
		times(w, callback.TaskFields, t)
		w.took(t)
		w.details(kinds.Task, t.Details)
		w.nodes("rest", t.Rest)
	})
}

func (w *writer) diagnostic(d *parser.Diagnostic) {
	w.object(func() {
		w.member("severity", d.Severity.String())
		w.member("code", d.Code)
		w.member("message", w.say(d.Text))
		if len(d.Args) > 0 {
			w.key("args")
			w.list(len(d.Args), func(i int) { w.scalar(w.text(d.Args[i])) })
		}
		w.nonEmpty("path", w.text(d.Path))
		w.nonEmpty("reference", d.Ref)
		w.within(&d.Spot)
		if d.Count > 1 {
			w.member("count", d.Count)
		}
		if len(d.Others) > 0 {
			w.key("others")
			w.list(len(d.Others), func(i int) { w.object(func() { w.spot(&d.Others[i]) }) })
		}
		w.where(&d.Spot)
	})
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
		w.member("document", i)
	}
	if s.Job >= 0 {
		w.member("job", s.Job-w.jobsBefore)
	}
}

// where writes a place of a remark.
func (w *writer) where(d *parser.Spot) {
	if d.At.Known() {
		line, offset := int64(d.At.Line), int64(d.At.Offset)
		if w.place != nil && !d.Packed {
			line, offset = w.place(d.At.Offset)
		}
		w.member("line", line)
		w.member("column", d.At.Column)
		w.member("offset", offset)
	}
	if d.Span.Len() > 0 {
		w.member("length", d.Span.Len())
	}
	w.flag("unpacked", d.Packed)
}
