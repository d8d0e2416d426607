package results

import (
	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/card"
	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/face"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/callback"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// Review shows what a content review found: its verdict first, then the scenes, then
// the pieces of what was reviewed.
type Review struct {
	goapp.Compo
	P   *model.Page
	B   *model.Body // that it shows
	Rev int
}

// Render draws the cards of the review.
func (c *Review) Render() goapp.UI {
	j := c.B.CurrentJob()
	s := review{newColumn(c.P, c.B), j.Review, j.Reviewed()}
	cards := []goapp.UI{s.verdictCard(j), s.scenesCard()}
	cards = append(cards, s.partCards()...)
	return dom.El("div", "facts").Body(append(cards, s.restCard(j))...)
}

// review draws the parts of a review.
type review struct {
	*column
	r *callback.Review
	// ran tells that what stands for verdicts are some.
	ran bool
}

// verdictCard leads with the verdict. A review that did not run has none: then what
// became of it stands there.
func (s review) verdictCard(j *parser.Job) goapp.UI {
	outcome, _ := j.Status()
	word := face.StatusWord(s.Page, j)
	if !s.ran {
		word = words.Say.NoVerdict.In(s.Lang)
	}
	class, sign := face.OutcomeLook(outcome)
	facts := []*dom.Still{}
	if !s.ran {
		facts = s.stateFacts(j)
	}
	for i := range callback.ReviewFields {
		f := &callback.ReviewFields[i]
		v := f.Of(s.r)
		facts = append(facts, s.Fact(f.Label, v, s.meant(f.Meaning, v), s.labelName(f.Name, v)))
	}
	if s.ran {
		facts = append(facts, s.stateFacts(j)...)
	}
	return dom.El("section", "card", "verdict", class).Body(
		dom.StOf("h2", "", dom.StIcon(sign), dom.St("strong").Foreign(word)).UI(),
		card.Lines(facts).UI())
}

// stateFacts says whether the review ran.
func (s review) stateFacts(j *parser.Job) []*dom.Still {
	var facts []*dom.Still
	for i := range callback.JobFields {
		switch f := &callback.JobFields[i]; f.Name {
		case "State", "Code", "Message":
			v := f.Of(j)
			var note *dom.Still
			if f.Meaning != nil {
				note = s.Meaning(v, f.Meaning(v.Text))
			}
			facts = append(facts, s.Fact(f.Label, v, note))
		}
	}
	return facts
}

// meant says what a value means, if the review ran.
func (s review) meant(meaning func(string) lang.Text, v parser.Value) *dom.Still {
	if meaning == nil || !s.ran {
		return nil
	}
	return s.Meaning(v, meaning(v.Text))
}

// labelName names the scene that a label stands for.
func (s review) labelName(field string, v parser.Value) *dom.Still {
	if field != "Label" || v.Text == "" {
		return nil
	}
	return s.Meaning(v, callback.SceneName(v.Text))
}

// verdict draws a value that stands for one: sign, word and what is written.
func (s review) verdict(v parser.Value) *dom.Still {
	if !v.Ok() {
		return nil
	}
	outcome := callback.Verdict(v)
	if !s.ran || outcome == parser.OutcomeUnknown {
		return s.Value(v)
	}
	return dom.StOf("span", "hit",
		face.BadgeOf(s.Page, outcome, face.OutcomeWord(s.Page, outcome), ""),
		dom.StOf("span", "gloss", s.Value(v)))
}

// scene names what was looked for, and as the body calls it.
func (s review) scene(f *callback.Finding) *dom.Still {
	return s.Wired(dom.StText(words.Headline(callback.SceneName(f.Scene).In(s.Lang))),
		callback.SceneName(f.Scene), f.Scene)
}

// scenesCard is the table of what was looked for, what was found first.
func (s review) scenesCard() goapp.UI {
	all := s.r.Findings
	if len(all) == 0 {
		return nil
	}
	s.Open()
	at := func(i int) *callback.Finding { return &all[i] }
	rows := gravestFirst(len(all), func(i int) parser.Outcome { return callback.Verdict(all[i].Hit) })
	shown := rows[:s.Take(len(rows))]
	for _, i := range rows[len(shown):] {
		s.Tell(all[i].Item)
	}
	scene := func(i int) *dom.Still { return s.scene(at(i)) }
	cols := append([]card.Col{{Head: s.ColumnHead(words.Say.Scene), Cell: scene}},
		card.FieldCols(s.Column, callback.FindingFields, shown, at, s.findingCell)...)
	return s.Frame(words.Say.Scenes, "",
		s.Grid(card.Grid{
			Label: words.Say.Scenes.In(s.Lang), Cols: cols, Rows: shown,
			Look:  func(i int) string { return s.look(all[i].Hit) },
			Under: func(i int) []*dom.Still { return s.Left(all[i].Item) },
		}).UI(),
		card.MoreOf(s.Column, len(shown), all, func(f *callback.Finding) parser.Item { return f.Item }).UI())
}

func (s review) findingCell(l *card.Leaf) *dom.Still {
	if l.Name == "HitFlag" {
		return s.verdict(l.Value)
	}
	return s.Value(l.Value)
}

// look is the class of what has a verdict of its own.
func (s review) look(v parser.Value) string {
	if o := callback.Verdict(v); s.ran && (o == parser.OutcomeViolation || o == parser.OutcomeSuspected) {
		class, _ := face.OutcomeLook(o)
		return class
	}
	return ""
}

// gravestFirst returns the indices of n things, violations first, then what is
// suspected.
func gravestFirst(n int, of func(i int) parser.Outcome) []int {
	var violations, suspected, others []int
	for i := range n {
		switch of(i) {
		case parser.OutcomeViolation:
			violations = append(violations, i)
		case parser.OutcomeSuspected:
			suspected = append(suspected, i)
		default:
			others = append(others, i)
		}
	}
	return append(append(violations, suspected...), others...)
}

// partLines is how many lines a part counts for.
const partLines = 3

// partCells is how many of its fields have a column: those before the link and the
// text.
var partCells = card.Before(callback.PartFields, "Url")

// partCards are tables of the sections, pictures and pages, one for each list of
// them.
func (s review) partCards() []goapp.UI {
	var cards []goapp.UI
	for all := s.r.Parts; len(all) > 0; {
		n := 1
		for n < len(all) && all[n].List == all[0].List {
			n++
		}
		cards = append(cards, s.partsCard(all[:n]))
		all = all[n:]
	}
	return cards
}

// partsCard is the table of one list. Where not all of it is shown, those with a
// verdict other than normal are.
func (s review) partsCard(all []callback.Part) goapp.UI {
	s.Open()
	n := max(1, s.Take(len(all)*partLines)/partLines)
	chosen := make([]bool, len(all))
	for _, i := range gravestFirst(len(all), func(i int) parser.Outcome { return callback.Verdict(all[i].Result) })[:n] {
		chosen[i] = true
	}
	var rows []int
	for i := range all {
		if chosen[i] {
			rows = append(rows, i)
		} else {
			s.Tell(all[i].Item)
		}
	}
	at := func(i int) *callback.Part { return &all[i] }
	cols := []card.Col{{Head: s.ColumnHead(words.Say.ColumnNumber), Cell: numberOf}}
	cols = append(cols, card.FieldCols(s.Column, callback.PartFields[:partCells], rows, at, s.partCell)...)
	title := dom.StText(listName(all[0].List).In(s.Lang))
	return s.FrameOf(s.Wired(title, listName(all[0].List), all[0].List).Body(
		dom.St("span", "tally").Text(words.Count(len(all)))), "",
		s.Grid(card.Grid{
			Label: listName(all[0].List).In(s.Lang), Cols: cols, Rows: rows,
			Look:  func(i int) string { return s.look(all[i].Result) },
			Under: func(i int) []*dom.Still { return s.underPart(at(i)) },
		}).UI(),
		s.More(len(all)-n, all[0].Item).UI())
}

// underPart has what the columns have no room for: what was found of each scene, the
// link and the text, and what the model has no field for.
func (s review) underPart(p *callback.Part) []*dom.Still {
	var facts []*dom.Still
	if len(p.Findings) > 0 {
		facts = append(facts, dom.St("div", "fact", "nested").Body(dom.StOf("dd", "", s.found(p))))
	}
	for i := range callback.PartFields[partCells:] {
		f := &callback.PartFields[partCells+i]
		switch v := f.Of(p); {
		case v.Text != "":
			facts = append(facts, s.Fact(f.Label, v))
		case v.Ok():
			s.Tell(v.Item)
		}
	}
	return append(facts, s.Left(p.Item)...)
}

// listName says what kind of parts stand in a node of that name.
func listName(list string) lang.Text {
	switch list {
	case "Section", "TextResults":
		return words.Say.Sections
	case "Snapshot", "ImageResults":
		return words.Say.Pictures
	case "AudioSection":
		return words.Say.Sounds
	case "PageSegment":
		return words.Say.Pages
	}
	return lang.Text{ZH: list, EN: list}
}

func (s review) partCell(l *card.Leaf) *dom.Still {
	switch l.Name {
	case "Result":
		return s.verdict(l.Value)
	case "SnapshotTime", "Duration":
		return s.Formed(callback.FormMilliseconds, l.Value)
	case "Label":
		return dom.StOf("span", "said", s.Value(l.Value), s.labelName(l.Name, l.Value))
	}
	return s.Value(l.Value)
}

// found lists what was found in one part; the scenes in which nothing was are folded.
func (s review) found(p *callback.Part) *dom.Still {
	var hits, quiet []*dom.Still
	for i := range p.Findings {
		f := &p.Findings[i]
		if line := s.finding(f); s.look(f.Hit) != "" || !s.ran {
			hits = append(hits, line)
		} else {
			quiet = append(quiet, line)
		}
	}
	list := dom.StOf("div", "findings", hits...)
	if len(quiet) > 0 {
		list.Body(dom.StOf("details", "", append([]*dom.Still{
			dom.St("summary").Text(words.Say.QuietScenes.With(words.Count(len(quiet))).In(s.Lang))}, quiet...)...))
	}
	return list
}

// finding says in a line what was found of a scene.
func (s review) finding(f *callback.Finding) *dom.Still {
	line := dom.St("div", "finding", s.look(f.Hit)).Body(s.scene(f), s.verdict(f.Hit))
	for i := range callback.FindingFields {
		field := &callback.FindingFields[i]
		v := field.Of(f)
		switch {
		case !v.Ok() || field.Name == "HitFlag":
		case v.Text == "":
			s.Tell(v.Item)
		default:
			line.Body(dom.StOf("span", "",
				dom.St("span", "gloss").Text(field.Label.In(s.Lang)), s.Value(v)))
		}
	}
	return line
}

// restCard has what no other card has.
func (s review) restCard(j *parser.Job) goapp.UI {
	s.Open()
	return s.Card(words.Say.Rest, "", append(append(s.LeftOf(j.Rest), s.LeftOf(j.Results)...), s.LeftOf(j.Output)...)...)
}
