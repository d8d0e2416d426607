package export

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
	"github.com/callbacklens/callbacklens/parser/visible"
)

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

func (w *writer) key(name string) {
	w.separate()
	w.string(name)
	w.raw(":")
}

// scalar writes a string, number or bool.
func (w *writer) scalar(v any) {
	if s, ok := v.(string); ok {
		w.string(s)
		return
	}
	w.marshal(v)
}

func (w *writer) string(s string) {
	if strings.ContainsAny(s, "\"\\<>&") || !visible.Plain(s) {
		w.marshal(s)
		return
	}
	w.raw(`"`)
	w.raw(s)
	w.raw(`"`)
}

// marshal writes a value as encoding/json does, but escapes whatever could act
// on a screen or hide, which JSON reads as the same.
func (w *writer) marshal(v any) {
	b, err := json.Marshal(v)
	if err != nil {
		b = []byte("null") // no string, number or bool fails
	}
	w.raw(respell(string(b), jsonEscape))
}

// jsonEscape spells a character as JSON does, in two halves beyond U+FFFF.
func jsonEscape(r rune, _ string) string {
	if high, low := utf16.EncodeRune(r); high != utf8.RuneError {
		return fmt.Sprintf(`\u%04x\u%04x`, high, low)
	}
	return fmt.Sprintf(`\u%04x`, r)
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
	w.object(func() {
		w.key("source")
		w.object(func() {
			w.nonEmpty("name", w.text(r.Source.Name))
			w.member("bytes", r.Source.Bytes)
			w.nonEmpty("format", r.Source.Format.String())
			w.nonEmpty("charset", w.text(r.Source.Charset))
			if r.Hidden > 0 {
				w.member("hidden", r.Hidden)
			}
		})
		w.key("layers")
		w.list(len(r.Layers), func(i int) { w.layer(&r.Layers[i]) })
		w.key("callbacks")
		w.list(len(r.Callbacks), func(i int) { w.callback(&r.Callbacks[i]) })
		w.key("tree")
		w.tree(r)
		w.key("diagnostics")
		w.list(len(r.Diagnostics), func(i int) { w.diagnostic(&r.Diagnostics[i]) })
		if r.Omitted > 0 {
			w.member("diagnosticsOmitted", r.Omitted)
		}
		if r.Stopped {
			w.member("stopped", true)
		}
	})
}

func (w *writer) layer(l *parser.Layer) {
	w.object(func() {
		w.member("kind", l.Kind)
		w.member("start", l.Span.Start)
		w.member("end", l.Span.End)
		w.member("note", w.say(l.Note))
	})
}

func (w *writer) callback(c *parser.Callback) {
	w.object(func() {
		w.member("kind", w.text(c.Kind))
		w.leaf("event", c.Event)
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
			w.object(func() {
				w.leaf("code", c.Fault.Code)
				w.leaf("message", c.Fault.Message)
				w.leaf("resource", c.Fault.Resource)
				w.leaf("requestId", c.Fault.RequestID)
				w.leaf("traceId", c.Fault.TraceID)
			})
		}
	})
}

func (w *writer) job(j *parser.Job) {
	w.object(func() {
		w.leaf("jobId", j.ID)
		w.leaf("tag", j.Tag)
		w.leaf("subTag", j.SubTag)
		w.leaf("state", j.State)
		w.leaf("code", j.Code)
		w.leaf("message", j.Message)
		w.leaf("queueId", j.QueueID)
		w.leaf("queueType", j.QueueType)
		w.leaf("progress", j.Progress)
		w.leaf("creationTime", j.Created.Value)
		w.leaf("startTime", j.Started.Value)
		w.leaf("endTime", j.Ended.Value)
		if d, _, ok := j.Duration(); ok {
			w.member("durationSeconds", d.Seconds())
		}
		w.input(&j.Input)
		w.workflow(&j.Workflow)
		w.operation(&j.Operation)
		w.labels(j.Labels)
		w.tokens(j.Tokens)
	})
}

func (w *writer) input(in *parser.Input) {
	if !in.Item.Ok() {
		return
	}
	w.key("input")
	w.object(func() {
		w.leaf("bucketId", in.Bucket)
		w.leaf("region", in.Region)
		w.leaf("object", in.Object)
		w.headers(in.Headers)
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
		})
	})
}

func (w *writer) workflow(f *parser.Workflow) {
	if !f.Item.Ok() {
		return
	}
	w.key("workflow")
	w.object(func() {
		w.leaf("runId", f.RunID)
		w.leaf("workflowId", f.ID)
		w.leaf("workflowName", f.Name)
		w.leaf("name", f.Node)
	})
}

func (w *writer) operation(op *parser.Operation) {
	if !op.Item.Ok() {
		return
	}
	w.key("operation")
	w.object(func() {
		w.leaf("userData", op.UserData)
		w.leaf("jobLevel", op.JobLevel)
		w.leaf("nerMethod", op.NerMethod)
		w.leaf("segMethod", op.SegMethod)
		w.leaf("templateId", op.TemplateID)
		w.leaf("templateName", op.Template)
	})
}

func (w *writer) labels(labels []parser.Label) {
	if len(labels) == 0 {
		return
	}
	w.key("labels")
	w.list(len(labels), func(i int) {
		w.object(func() {
			w.leaf("category", labels[i].Category)
			w.leaf("word", labels[i].Word)
		})
	})
}

func (w *writer) tokens(t *parser.Tokens) {
	if t == nil {
		return
	}
	w.key("tokens")
	w.list(t.Len(), func(i int) { w.token(t, i) })
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
		if t.Partial(i) {
			w.member("partial", true)
		}
	})
}

func (w *writer) execution(e *parser.Execution) {
	w.object(func() {
		w.leaf("runId", e.RunID)
		w.leaf("workflowId", e.ID)
		w.leaf("workflowName", e.Name)
		w.leaf("state", e.State)
		w.leaf("bucketId", e.Bucket)
		w.leaf("object", e.Object)
		w.leaf("createTime", e.Created.Value)
		w.headers(e.Headers)
		w.key("tasks")
		w.list(len(e.Tasks), func(i int) { w.task(&e.Tasks[i]) })
	})
}

func (w *writer) task(t *parser.Task) {
	w.object(func() {
		w.leaf("type", t.Type)
		w.leaf("name", t.Name)
		w.leaf("state", t.State)
		w.leaf("jobId", t.JobID)
		w.leaf("templateId", t.TemplateID)
		w.leaf("templateName", t.Template)
		w.leaf("createTime", t.Created.Value)
		w.leaf("startTime", t.Started.Value)
		w.leaf("endTime", t.Ended.Value)
	})
}

func (w *writer) diagnostic(d *parser.Diagnostic) {
	w.object(func() {
		w.member("severity", d.Severity.String())
		w.member("code", d.Code)
		w.member("message", w.say(d.Text))
		w.nonEmpty("path", w.text(d.Path))
		if d.At.Known() {
			w.member("line", d.At.Line)
			w.member("column", d.At.Column)
			w.member("offset", d.At.Offset)
		}
		if d.Packed {
			w.member("unpacked", true) // the position counts in the unpacked text
		}
	})
}
