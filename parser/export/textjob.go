package export

import (
	"slices"
	"strconv"
	"strings"

	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/callback"
	"github.com/callbacklens/callbacklens/parser/lang"
	"github.com/callbacklens/callbacklens/parser/reference"
)

// at writes a line with a name and a value at a depth; names are those of the wire.
func (t *textWriter) at(depth int, name string, value ...string) {
	const width, deepest = 16, 20 // further in, the indentation would be most of the output
	t.raw(strings.Repeat("  ", min(depth, deepest)))
	if strings.Join(value, "") == "" {
		t.line(t.paint(colorQuiet, name))
		return
	}
	gap := strings.Repeat(" ", max(width-columns(name), 1))
	t.line(append([]string{t.paint(colorQuiet, name), gap}, value...)...)
}

// fieldsOf writes the fields of v that the body has, with what they mean.
func fieldsOf[T any](t *textWriter, depth int, fields []callback.Field[T], v *T) {
	for i := range fields {
		if f := &fields[i]; f.Of(v).Ok() {
			t.at(depth, f.Name, meant(t, f, v))
		}
	}
}

// meant returns the value of a field, with what it means.
func meant[T any](t *textWriter, f *callback.Field[T], v *T) string {
	value := f.Of(v)
	if f.Meaning == nil || f.Within != "" || t.mute { // what is known of parameters is no more than their names
		return t.value(value)
	}
	return t.explained(t.value(value), t.say(f.Meaning(value.Text)))
}

// explained returns a value with what it means, if that is another word.
func (t *textWriter) explained(value, means string) string {
	if means == "" || strings.EqualFold(means, value) {
		return value
	}
	return value + lang.Text{ZH: "（{0}）", EN: " ({0})"}.With(means).In(t.lang)
}

func (t *textWriter) callback(c *parser.Callback) {
	t.line("")
	kind, name := t.text(c.Kind), t.say(reference.KindName(c.Kind))
	if name != kind {
		kind += " · " + name
	}
	t.line(t.paint(colorHead, kind))
	if len(c.Jobs) == 0 {
		t.status(c.Status())
	}
	if c.Event.Ok() {
		t.at(1, "EventName", t.value(c.Event))
	}
	for i := range c.Jobs {
		if len(c.Jobs) > 1 {
			t.line(t.paint(colorHead, "— "+strconv.Itoa(i+1)+"/"+strconv.Itoa(len(c.Jobs))))
		}
		t.job(&c.Jobs[i])
	}
	if c.Execution != nil {
		t.execution(c.Execution)
	}
	if c.Fault != nil {
		fieldsOf(t, 1, callback.FaultFields, c.Fault)
	}
	t.items(c.Rest, 1)
}

func (t *textWriter) job(j *parser.Job) {
	t.status(j.Status())
	t.done = nil
	if j.Review != nil {
		t.review(j)
	}
	fieldsOf(t, 1, callback.JobFields, j)
	t.took(j, 1)
	t.input(&j.Input, j.Item)
	if j.Workflow.Item.Ok() {
		t.at(1, "Workflow")
		fieldsOf(t, 2, callback.WorkflowFields, &j.Workflow)
		t.items(j.Workflow.Rest, 2)
	}
	if op := &j.Operation; slices.ContainsFunc(callback.OperationFields, func(f callback.Field[parser.Operation]) bool {
		return f.Of(op).Ok()
	}) || len(op.Rest) > 0 {
		t.at(1, "Operation")
		fieldsOf(t, 2, callback.OperationFields, op)
		t.items(op.Rest, 2)
	}
	for i := range j.Labels {
		l := &j.Labels[i]
		t.at(1, "Lable", inLine(t, callback.LabelFields, l))
		t.items(l.Rest, 2)
	}
	t.tokens(j.Tokens)
	t.items(j.ResultRest, 1)
	t.details(j.Details, 1)
	t.items(j.Undetailed(j.Output), 1)
	t.items(j.Undetailed(j.Results), 1)
	t.items(j.Rest, 1)
}

// input writes where the job's text came from; that of a review has no node of its
// own.
func (t *textWriter) input(in *parser.Input, job parser.Item) {
	depth := 1
	if in.Item.Ok() && in.Item != job {
		t.at(1, "Input")
		depth = 2
	}
	fieldsOf(t, depth, callback.InputFields, in)
	t.headers(in.Headers, depth)
	t.items(in.Rest, depth)
}

func (t *textWriter) headers(headers []parser.Header, depth int) {
	for i := range headers {
		h := &headers[i]
		t.at(depth, "CosHeaders", t.value(h.Key), ": ", t.value(h.Value))
		t.items(h.Rest, depth+1)
	}
}

// took writes how long something waited and ran.
func (t *textWriter) took(of timed, depth int) {
	if waited, ok := of.Waited(); ok && waited > 0 {
		t.at(depth, lang.Text{ZH: "排队", EN: "Queued"}.In(t.lang), waited.String())
	}
	if ran, from, ok := of.Duration(); ok {
		t.at(depth, lang.Text{ZH: "耗时", EN: "Duration"}.In(t.lang), ran.String(),
			lang.Text{ZH: "（自 {0}）", EN: " (since {0})"}.With(from).In(t.lang))
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
	t.at(1, name.In(t.lang), t.paint(outcomeColor(o), o.Name().In(t.lang)), more)
}

func outcomeColor(o parser.Outcome) color {
	switch o {
	case parser.OutcomeSuccess, parser.OutcomeNormal:
		return colorGood
	case parser.OutcomeFailed, parser.OutcomeViolation:
		return colorBad
	case parser.OutcomePartial, parser.OutcomeSuspected, parser.OutcomeAbsent:
		return colorDoubt
	}
	return ""
}

// items writes what the model has no field for, leaf by leaf.
func (t *textWriter) items(items []parser.Item, depth int) {
	for _, it := range items {
		t.leaves(it, depth)
	}
}

func (t *textWriter) leaves(it parser.Item, depth int) {
	if !treeKind(it) || t.broken() || t.done != nil && t.allDone(it) {
		return
	}
	name := t.name(it)
	if name == "" {
		name = "-"
	}
	if it.Leaf() {
		t.at(depth, name, t.item(it))
		return
	}
	t.at(depth, name)
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
		t.line("  ", t.paint(colorHead, text))
	}
	t.line("  ", t.tally(tokens))
	if tokens.Len() == 0 {
		return
	}
	pos, meaning := columns("Pos"), 0
	for i, tag := range tokens.Tags() {
		pos = max(pos, columns(t.pos(tokens, tokens.TagFirst(i))))
		meaning = max(meaning, columns(t.say(reference.MeaningOf(tag))))
	}
	pos, meaning = min(pos, 12)+2, min(meaning, 24)+2
	head := padded("Offset", 8) + padded("Length", 8) + padded("Pos", pos) + padded("", meaning) + "Word"
	t.line("  ", t.paint(colorQuiet, head))
	for i := 0; i < tokens.Len() && !t.broken(); i++ {
		t.token(tokens, i, pos, meaning)
	}
}

// token writes a line of the table of tokens, whose columns for Pos and its meaning
// are so wide.
func (t *textWriter) token(tokens *parser.Tokens, i, pos, meaning int) {
	number := func(n int, ok bool) string {
		if !ok {
			return "–"
		}
		return strconv.Itoa(n)
	}
	mark := ""
	if tokens.Partial(i) {
		mark = lang.Text{ZH: "  （不完整）", EN: "  (cut)"}.In(t.lang)
	}
	t.line("  ", padded(number(tokens.Offset(i)), 8), padded(number(tokens.Length(i)), 8),
		padded(t.pos(tokens, i), pos), padded(t.say(reference.MeaningOf(tokens.Pos(i))), meaning),
		t.word(tokens, i), mark)
	t.items(tokens.Rest(i), 9)
}

// tally says how many tokens there are, and what their offsets count, which no body
// states.
func (t *textWriter) tally(tokens *parser.Tokens) string {
	n := strconv.Itoa(tokens.Len())
	if tokens.Len() == 0 {
		return lang.Text{ZH: "{0} 个词", EN: "Tokens: {0}"}.With(n).In(t.lang)
	}
	says := lang.Text{ZH: "{0} 个词，Offset 与 Length 的单位：{1}", EN: "Tokens: {0}; Offset and Length count {1}"}
	if tokens.Unit > parser.UnitAny {
		says = lang.Text{ZH: says.ZH + "（推断）", EN: says.EN + " (inferred)"}
	}
	return says.With(n, tokens.Unit.Name().In(t.lang)).In(t.lang)
}

func (t *textWriter) execution(e *parser.Execution) {
	fieldsOf(t, 1, callback.ExecutionFields, e)
	t.headers(e.Headers, 1)
	failed := func(i int) bool { return callback.OutcomeOf(e.Tasks[i].State.Text) == callback.OutcomeFailed }
	for _, first := range [...]bool{true, false} { // those that failed
		for i := range e.Tasks {
			if failed(i) == first {
				t.task(&e.Tasks[i], i+1)
			}
		}
	}
	if len(e.Tasks) > 0 && len(e.Rest) > 0 {
		t.line("")
	}
	t.items(e.Rest, 1)
}

// task writes a step of a run: its number, name and state, and below what else
// there is of it.
func (t *textWriter) task(k *parser.Task, number int) {
	t.line("")
	state := t.paint(outcomeColor(callback.OutcomeOf(k.State.Text)), t.value(k.State))
	t.line("  ", t.paint(colorHead, "Tasks "+strconv.Itoa(number)), "  ", t.value(k.Name), "  ", t.value(k.Type), "  ", state)
	for i := range callback.TaskFields {
		switch f := &callback.TaskFields[i]; f.Name {
		case "Name", "Type", "State":
		default:
			if f.Of(k).Ok() {
				t.at(2, f.Name, meant(t, f, k))
			}
		}
	}
	t.took(k, 2)
	t.details(k.Details, 2)
	t.items(k.Rest, 2)
}
