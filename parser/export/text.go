package export

import (
	"io"
	"strconv"
	"strings"

	"github.com/callbacklens/callbacklens/internal/visible"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/callback"
	"github.com/callbacklens/callbacklens/parser/lang"
	"github.com/callbacklens/callbacklens/parser/reference"
)

var asText = Format{"text", "txt", "text/plain; charset=utf-8",
	lang.Text{ZH: "文本", EN: "Plain text"}, Text}

// Text writes reports for people to read in a terminal. What has no form of its
// own in a value is shown by a sign, see package visible, so that no value acts
// on the terminal, hides, or begins a line of its own.
func Text(w io.Writer, l lang.Lang, reports ...*parser.Report) error {
	t := &textWriter{foreign: foreign{lang: l, spell: visible.Word}, output: newOutput(w)}
	for i, r := range reports {
		if i > 0 {
			t.line("")
		}
		t.print(r)
	}
	return t.Flush()
}

type textWriter struct {
	foreign
	output
	// done are the leaves that a line of their own has, of what is also printed leaf
	// by leaf.
	done map[parser.Item]bool
	mute bool // what values mean is left out
}

func (t *textWriter) line(parts ...string) {
	for _, p := range parts {
		t.raw(p)
	}
	t.raw("\n")
}

// field writes a line with a name and a value; names are those of the wire.
func (t *textWriter) field(name string, value string, more ...string) {
	const width = 16
	t.line(append([]string{"  ", padded(name, width), value}, more...)...)
}

// leaf writes a field that is left out where the body lacks it.
func (t *textWriter) leaf(name string, v parser.Value) {
	if v.Ok() {
		t.field(name, t.value(v))
	}
}

// fieldsOf writes the fields of v that the body has.
func fieldsOf[T any](t *textWriter, fields []callback.Field[T], v *T) {
	for i := range fields {
		t.leaf(fields[i].Name, fields[i].Of(v))
	}
}

func (t *textWriter) print(r *parser.Report) {
	t.report = r
	name := t.text(r.Source.Name)
	if name == "" {
		name = "-"
	}
	t.line(name, ": ", strconv.Itoa(r.Source.Bytes), lang.Text{ZH: " 字节", EN: " bytes"}.In(t.lang),
		", ", r.Source.Format.String(), ", ", t.text(r.Source.Charset))
	for i := range r.Layers {
		layer := &r.Layers[i]
		t.line("  ⤷ ", t.say(parser.LayerName(layer.Kind)), ": ", t.say(layer.Note), " [", span(layer.Span), "]")
	}
	for i := range r.Callbacks {
		t.callback(&r.Callbacks[i])
	}
	t.trees(r)
	for i := range r.Diagnostics {
		t.diagnostic(&r.Diagnostics[i])
	}
	if r.Omitted > 0 {
		t.line(lang.Text{ZH: "另有 {0} 条", EN: "and {0} more"}.With(strconv.Itoa(r.Omitted)).In(t.lang))
	}
}

// trees writes the bodies of a report in which nothing is known.
func (t *textWriter) trees(r *parser.Report) {
	t.done = nil
	known := make(map[parser.Item]bool)
	for i := range r.Callbacks {
		for it := r.Callbacks[i].Root; it.Ok(); it = it.Parent() {
			known[it] = true
		}
	}
	for _, doc := range r.Documents {
		for top := range doc.Root().Children() {
			t.unknown(top, known)
		}
	}
}

// unknown writes a body as a tree, of an array that holds known bodies the others.
func (t *textWriter) unknown(top parser.Item, known map[parser.Item]bool) {
	switch {
	case known[top] && top.Kind() == parser.KindArray:
		for c := range top.Children() {
			t.unknown(c, known)
		}
	case known[top] || !treeKind(top):
	case top.Name() == "" && !top.Leaf(): // what a body of JSON is has no name
		t.line("")
		for c := range top.Children() {
			t.leaves(c, 1)
		}
	default:
		t.line("")
		t.leaves(top, 1)
	}
}

func span(s parser.Span) string {
	return strconv.Itoa(int(s.Start)) + "–" + strconv.Itoa(int(s.End))
}

func (t *textWriter) callback(c *parser.Callback) {
	t.line("")
	t.line(t.text(c.Kind), " · ", t.say(reference.KindName(c.Kind)))
	if len(c.Jobs) == 0 {
		t.status(c.Status())
	}
	t.leaf("EventName", c.Event)
	for i := range c.Jobs {
		if len(c.Jobs) > 1 {
			t.line("— ", strconv.Itoa(i+1), "/", strconv.Itoa(len(c.Jobs)))
		}
		t.job(&c.Jobs[i])
	}
	if c.Execution != nil {
		t.execution(c.Execution)
	}
	if c.Fault != nil {
		fieldsOf(t, callback.FaultFields, c.Fault)
	}
	t.items(c.Rest)
}

func (t *textWriter) job(j *parser.Job) {
	t.status(j.Status())
	t.done = nil
	if j.Review != nil {
		t.review(j)
	}
	fieldsOf(t, callback.JobFields, j)
	if d, from, ok := j.Duration(); ok {
		t.field(lang.Text{ZH: "耗时", EN: "Duration"}.In(t.lang), d.String(),
			lang.Text{ZH: "（自 {0}）", EN: " (since {0})"}.With(from).In(t.lang))
	}
	fieldsOf(t, callback.InputFields, &j.Input)
	t.headers(j.Input.Headers)
	t.items(j.Input.Rest)
	fieldsOf(t, callback.WorkflowFields, &j.Workflow)
	t.items(j.Workflow.Rest)
	fieldsOf(t, callback.OperationFields, &j.Operation)
	t.items(j.Operation.Rest)
	for _, l := range j.Labels {
		t.field("Lable", t.value(l.Category), "  ", t.value(l.Word))
		t.items(l.Rest)
	}
	t.tokens(j.Tokens)
	t.items(j.ResultRest)
	t.details(j.Details, 1)
	t.items(j.Undetailed(j.Output))
	t.items(j.Undetailed(j.Results))
	t.items(j.Rest)
}

func (t *textWriter) headers(headers []parser.Header) {
	for i := range headers {
		h := &headers[i]
		t.field("CosHeaders", t.value(h.Key), ": ", t.value(h.Value))
		for _, it := range h.Rest {
			t.leaves(it, 2)
		}
	}
}

// status writes how something went, and what says so.
func (t *textWriter) status(o parser.Outcome, by string) {
	name := lang.Text{ZH: "状态", EN: "Status"}
	switch o {
	case parser.OutcomeUnknown:
		return // what State says is printed in any case
	case parser.OutcomeNormal, parser.OutcomeViolation, parser.OutcomeSuspected:
		name = lang.Text{ZH: "审核结果", EN: "Verdict"}
	}
	more := ""
	if by != "" {
		more = lang.Text{ZH: "（依据 {0}）", EN: " (by {0})"}.With(by).In(t.lang)
	}
	t.field(name.In(t.lang), o.Name().In(t.lang), more)
}

// items writes what the model has no field for, leaf by leaf.
func (t *textWriter) items(items []parser.Item) {
	for _, it := range items {
		t.leaves(it, 1)
	}
}

func (t *textWriter) leaves(it parser.Item, depth int) {
	const deepest = 20 // further in, the indentation would be most of the output
	if !treeKind(it) || t.broken() {
		return
	}
	if t.done != nil && t.whole(it) {
		return
	}
	indent := strings.Repeat("  ", min(depth, deepest))
	name := t.name(it)
	if name == "" {
		name = "-"
	}
	if it.Leaf() {
		t.line(indent, name, " ", t.item(it))
		return
	}
	t.line(indent, name)
	for c := range it.Children() {
		t.leaves(c, depth+1)
	}
}

func (t *textWriter) tokens(tokens *parser.Tokens) {
	if tokens == nil {
		return
	}
	t.line("")
	if text, ok := t.sentence(tokens); ok {
		t.line("  ", text)
	}
	t.line("  ", t.tally(tokens))
	for i := 0; i < tokens.Len() && !t.broken(); i++ {
		offset, length := "–", "–"
		if n, ok := tokens.Offset(i); ok {
			offset = strconv.Itoa(n)
		}
		if n, ok := tokens.Length(i); ok {
			length = strconv.Itoa(n)
		}
		mark := ""
		if tokens.Partial(i) {
			mark = lang.Text{ZH: "  （不完整）", EN: "  (cut)"}.In(t.lang)
		}
		meaning := t.say(reference.MeaningOf(tokens.Pos(i)))
		t.line("  ", padded(offset, 8), padded(length, 6), padded(t.pos(tokens, i), 6), padded(meaning, 20),
			t.word(tokens, i), mark)
		for _, it := range tokens.Rest(i) {
			t.leaves(it, 9)
		}
	}
}

// tally says how many tokens there are, and what their offsets count.
func (t *textWriter) tally(tokens *parser.Tokens) string {
	n := strconv.Itoa(tokens.Len())
	if tokens.Len() == 0 {
		return lang.Text{ZH: "{0} 个词", EN: "Tokens: {0}"}.With(n).In(t.lang)
	}
	return lang.Text{ZH: "{0} 个词，Offset 与 Length 的单位：{1}", EN: "Tokens: {0}; Offset and Length count {1}"}.
		With(n, tokens.Unit.Name().In(t.lang)).In(t.lang)
}

func (t *textWriter) execution(e *parser.Execution) {
	fieldsOf(t, callback.ExecutionFields, e)
	t.headers(e.Headers)
	for i := range e.Tasks {
		t.task(&e.Tasks[i], i+1)
	}
	t.items(e.Rest)
}

// task writes a step of a run: its number, name and state, and below what else
// there is of it.
func (t *textWriter) task(k *parser.Task, number int) {
	t.line("")
	t.line("  Tasks ", strconv.Itoa(number), "  ", t.value(k.Name), "  ", t.value(k.Type), "  ", t.value(k.State))
	for i := range callback.TaskFields {
		switch f := &callback.TaskFields[i]; f.Name {
		case "Name", "Type", "State":
		default:
			t.leaf("  "+f.Name, f.Of(k))
		}
	}
	t.details(k.Details, 2)
	for _, it := range k.Rest {
		t.leaves(it, 2)
	}
}

func (t *textWriter) diagnostic(d *parser.Diagnostic) {
	t.line("")
	where := ""
	if d.At.Known() {
		where = strconv.Itoa(d.At.Line) + ":" + strconv.Itoa(d.At.Column) + ": "
	}
	if d.Packed {
		where += lang.Text{ZH: "（解包后的位置）", EN: "(in the unpacked text) "}.In(t.lang)
	}
	t.line(where, SeverityName(d.Severity).In(t.lang), ": ", t.say(d.Text), often(d.Count), " [", d.Code, "]")
	if e, ok := t.excerpt(d); ok && e.Text != "" && d.Severity > parser.Info {
		before, after := splitAt(e.Text, e.Caret)
		before, after = visible.Text(before), visible.Text(after)
		t.line("    ", before, after)
		t.line("    ", strings.Repeat(" ", columns(before)), "^")
	}
	if len(d.Others) > 0 {
		t.line("    ", lang.Text{ZH: "还有：", EN: "also at: "}.In(t.lang), t.others(d))
	}
}

// often says how often something is said, if that is more than once.
func often(count int) string {
	if count < 2 {
		return ""
	}
	return " ×" + strconv.Itoa(count)
}

// others lists the places of d beside the first one, as far as a line holds them.
func (t *textWriter) others(d *parser.Diagnostic) string {
	const most = 5
	var places []string
	for i := range d.Others[:min(most, len(d.Others))] {
		s := &d.Others[i]
		where := strconv.Itoa(s.At.Line) + ":" + strconv.Itoa(s.At.Column)
		if path := s.Item.Path(); path != "" { // alike but for what the last position is in
			upTo := path[:strings.LastIndexByte(path, '[')+1]
			where += " " + t.text(path[strings.LastIndexByte(upTo, '.')+1:])
		}
		places = append(places, where)
	}
	if more := d.Count - 1 - len(places); more > 0 {
		places = append(places, lang.Text{ZH: "另有 {0} 处", EN: "{0} more"}.With(strconv.Itoa(more)).In(t.lang))
	}
	return strings.Join(places, lang.Text{ZH: "、", EN: ", "}.In(t.lang))
}

// splitAt divides s behind its first n characters.
func splitAt(s string, n int) (before, after string) {
	for i := range s {
		if n == 0 {
			return s[:i], s[i:]
		}
		n--
	}
	return s, ""
}

// SeverityName says a severity in words.
func SeverityName(s parser.Severity) lang.Text {
	switch s {
	case parser.Error:
		return lang.Text{ZH: "错误", EN: "error"}
	case parser.Warning:
		return lang.Text{ZH: "警告", EN: "warning"}
	}
	return lang.Text{ZH: "说明", EN: "info"}
}
