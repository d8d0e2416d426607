package model

import (
	"strconv"
	"strings"

	"github.com/callbacklens/callbacklens/app/internal/query"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
)

// Selection is what a reader has chosen in a body. What is marked is said once, as
// a place in one of its texts: which item it is, and which token, row and word,
// follows from that, see Body.Item and Body.Token. So the views cannot disagree,
// and it outlives the report that it was chosen in.
type Selection struct {
	callback, job int          // indices among Report.Callbacks and its Jobs
	at            parser.Place // nothing is chosen if no byte is in it
	query         query.Query  // what is looked for among the tokens
	tags          []string     // the parts of speech to look among; none for all
	only          int          // the remark that the table is reduced to the tokens of, counted from 1; 0 for none
	remark        int          // of the diagnostic that was led to, counted from 1; 0 for none
	everyJob      bool         // that the remarks on all jobs are listed
	sought        bool         // that what is chosen was led to among the facts, which may not have it

	found found
}

// found is what stands at the chosen place, found when it is first asked for.
type found struct {
	report        *parser.Report
	at            parser.Place
	callback, job int
	item          parser.Item
	token         int
	label         int // that the item is or is part of, -1 for none
}

// Shown returns the indices of the shown job among Report.Callbacks and its Jobs.
// A callback may have no jobs.
func (b *Body) Shown() (callback, job int) { return b.callback, b.job }

// Place returns what is chosen; there is no byte in it if nothing is.
func (b *Body) Place() parser.Place { return b.at }

// Item returns the item that is chosen, the zero Item for none.
func (b *Body) Item() parser.Item { return b.chosen().item }

// Token returns the index of the token of the shown job that is chosen, or that
// holds what is; of a label that is chosen, the first token with its word. -1 for none.
func (b *Body) Token() int { return b.chosen().token }

// Named reports whether a label of the shown job is chosen, or has the word of the token
// that is.
func (b *Body) Named(label int) bool {
	f := b.chosen()
	if f.label >= 0 || f.token < 0 {
		return label == f.label
	}
	word := b.CurrentJob().Labels[label].Word
	return word.Set() && b.Tokens().Word(f.token) == word.Text
}

// Chosen reports whether an item is what is chosen.
func (b *Body) Chosen(it parser.Item) bool { return it.Ok() && it == b.Item() }

func (b *Body) chosen() *found {
	f := &b.found
	if f.report == b.Report && f.at == b.at && f.callback == b.callback && f.job == b.job {
		return f
	}
	*f = found{report: b.Report, at: b.at, callback: b.callback, job: b.job, token: -1, label: -1}
	if b.at.Span.Len() > 0 {
		f.item = itemAt(b.Report, b.at)
		if i, ok := b.Tokens().Index(f.item); ok {
			f.token = i
		} else if f.label = b.labelOf(f.item); f.label >= 0 {
			f.token = b.tokenWith(b.CurrentJob().Labels[f.label].Word)
		}
	}
	return f
}

// labelOf returns the label of the shown job that an item is, or is part of; -1 for none.
func (b *Body) labelOf(it parser.Item) int {
	j := b.CurrentJob()
	if j == nil || len(j.Labels) == 0 {
		return -1
	}
	for ; it.Ok() && it != j.Item; it = it.Parent() {
		for i := range j.Labels {
			if j.Labels[i].Item == it {
				return i
			}
		}
	}
	return -1
}

// tokenWith returns the first token of the shown job that has a word, -1 for none.
func (b *Body) tokenWith(word parser.Value) int {
	if !word.Set() {
		return -1
	}
	t, text := b.Tokens(), []byte(nil)
	for i := range t.Len() {
		if text = t.AppendWord(text[:0], i); string(text) == word.Text {
			return i
		}
	}
	return -1
}

// itemAt returns the item at a place: that which takes up all of it, or the
// innermost one at its beginning.
func itemAt(r *parser.Report, at parser.Place) parser.Item {
	it := r.AtIn(at.Text, int(at.Span.Start))
	for up := it; up.Ok(); up = up.Parent() {
		if r.Place(up) == at {
			return up
		}
	}
	return it
}

// Subject names what a part of the result is about. The report of more of a
// body is about the same as that of its beginning: what a reader has done to a
// part stays.
type Subject struct {
	body          *Body
	callback, job int
}

// Subject returns what the result of a body is about.
func (b *Body) Subject() Subject { return Subject{b, b.callback, b.job} }

// Select chooses a place, or nothing if no byte is in it.
func (p *Page) Select(at parser.Place) {
	if p.Body == nil {
		return
	}
	p.Body.at = at
	p.Rev++
}

// SelectToken chooses token i of the shown job, -1 for none.
func (p *Page) SelectToken(i int) {
	if p.Body == nil {
		return
	}
	at := parser.Place{}
	if t := p.Body.Tokens(); i >= 0 && i < t.Len() {
		at = p.Body.Report.Place(t.Place(i))
	}
	p.Select(at)
}

// ToggleToken chooses a token of the shown job; if it is just what is chosen, nothing.
func (p *Page) ToggleToken(i int) {
	if b := p.Body; b != nil && b.Token() == i && b.at == b.Report.Place(b.Tokens().Place(i)) {
		i = -1
	}
	p.SelectToken(i)
}

// GoToOffset chooses the token of the shown job that covers an offset, in the unit of the
// tokens; where none does, the next one, which is said.
func (p *Page) GoToOffset(n int) {
	t := p.Body.Tokens()
	at, next, last := -1, -1, 0
	begins := func(i int) int {
		from, _ := t.Offset(i)
		return from
	}
	for i := range t.Len() {
		from, ok := t.Offset(i)
		length, _ := t.Length(i)
		switch last = max(last, from+length); {
		case !ok:
		case from > n && (next < 0 || from < begins(next)):
			next = i
		case from <= n && n < from+length && (at < 0 || from > begins(at)):
			at = i
		}
	}
	if p.Part = PartText; p.View != ViewTokens {
		p.Put(ViewTokens)
	}
	switch p.Notice.Text {
	case words.Say.OffsetNoNumber, words.Say.OffsetInGap, words.Say.OffsetBeyond:
		p.Notice = words.Phrase{} // of another one
	}
	switch {
	case at < 0 && next < 0:
		p.Say(words.Quoting(words.Say.OffsetBeyond, words.Count(n), words.Count(last)))
		return
	case at < 0:
		at = next
		p.Say(words.Quoting(words.Say.OffsetInGap, words.Count(n), words.Count(begins(next))))
	}
	p.SelectToken(at)
}

// ShowRow chooses a token of the shown job and brings its row of the table in front.
func (p *Page) ShowRow(i int) {
	b := p.Body
	if i >= b.Tokens().Len() {
		return
	}
	p.Part = PartTable
	b.reveal(i)
	p.ShowIn(ViewTokens, b.Report.Place(b.Tokens().Place(i)))
}

// ToRow returns the action that does so.
func ToRow(i int) string { return "row:" + strconv.Itoa(i) }

// ToOffset returns the action that goes to an offset.
func ToOffset(n int) string { return "offset:" + strconv.Itoa(n) }

// ChooseLabel chooses a label of the shown job; if it is what is chosen, nothing.
func (p *Page) ChooseLabel(i int) {
	j := p.Body.CurrentJob()
	if j == nil || i >= len(j.Labels) {
		return
	}
	at := p.Body.Report.Place(j.Labels[i].Item)
	if at == p.Body.at {
		at = parser.Place{}
	}
	p.Select(at)
}

// ShowIn chooses a place and puts a view in front that shows it.
func (p *Page) ShowIn(v View, at parser.Place) {
	if p.Body == nil {
		return
	}
	p.Body.at = at
	p.Body.sought = v == ViewFacts
	p.lead(v)
}

// Sought reports whether the facts are to bring what is chosen into sight, once.
func (b *Body) Sought() bool {
	sought := b.sought
	b.sought = false
	return sought
}

// ShowJob shows a job of a callback, or a callback that has none, if it is there.
func (p *Page) ShowJob(callback, job int) {
	if p.Body == nil || callback < 0 || callback >= len(p.Body.Report.Callbacks) ||
		job < 0 || job > 0 && job >= len(p.Body.Report.Callbacks[callback].Jobs) {
		return
	}
	p.Body.Selection = Selection{
		callback: callback, job: job, query: p.Body.query, tags: p.Body.tags, everyJob: p.Body.everyJob,
	}
	p.Rev++
}

// ShowJobIn shows a job of one of the bodies that were given together.
func (p *Page) ShowJobIn(callback, job, body int) {
	if p.Body == nil {
		return
	}
	if all := p.Body.Together(); body < len(all) {
		p.Body = all[body]
		p.ShowJob(callback, job)
	}
}

// carried returns the place in now, which has come in the place of old, that has
// become of one: that of the item which begins there, as it may have been cut, or
// the same bytes.
func carried(old, now *parser.Report, at parser.Place) parser.Place {
	if at.Span.Len() == 0 || at.Text >= len(now.Texts) || int(at.Span.End) > len(now.Texts[at.Text].Bytes) {
		return parser.Place{}
	}
	was := itemAt(old, at)
	if old.Place(was) != at {
		return at
	}
	for up := now.AtIn(at.Text, int(at.Span.Start)); up.Ok(); up = up.Parent() {
		place := now.Place(up)
		if place.Text == at.Text && place.Span.Start == at.Span.Start && up.Kind() == was.Kind() && up.Name() == was.Name() {
			return place
		}
	}
	return at
}

// The actions of buttons and keys, as they stand in data-do.

// ToView returns the action that puts a view in front.
func ToView(v View) string { return "view:" + string(v) }

// ToJob returns the action that shows a job of a callback.
func ToJob(callback, job int) string {
	return "job:" + strconv.Itoa(callback) + ":" + strconv.Itoa(job)
}

// ToLabel returns the action that chooses a label of the shown job.
func ToLabel(i int) string { return "label:" + strconv.Itoa(i) }

// ToJobIn returns the action that shows a job of one of the bodies that were given
// together.
func ToJobIn(callback, job, body int) string { return ToJob(callback, job) + ":" + strconv.Itoa(body) }

// ToPlace returns the action that chooses a place and puts a view in front that
// shows it.
func ToPlace(v View, at parser.Place) string {
	return strings.Join([]string{"place", string(v), strconv.Itoa(at.Text),
		strconv.Itoa(int(at.Span.Start)), strconv.Itoa(int(at.Span.End))}, ":")
}
