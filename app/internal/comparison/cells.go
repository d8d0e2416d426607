package comparison

import (
	"strconv"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/face"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/compare"
	"github.com/callbacklens/callbacklens/parser/lang"
	"github.com/callbacklens/callbacklens/parser/reference"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"
)

const (
	lineChars   = 120  // characters of a value in a row
	detailChars = 2000 // and below the list
	mostTokens  = 12   // of a change in a row
)

// signs are the shapes that tell the sorts apart.
var signs = [compare.Sorts]string{
	compare.Same:     "M3.5 6h9M3.5 10h9",
	compare.Retagged: "M2.5 2.5H8L13.5 8 8 13.5 2.5 8zM5.5 5.5h.01",
	compare.Split:    "M8 13.5V9L3.5 3M8 9l4.5-6",
	compare.Merged:   "M8 2.5V7l-4.5 6M8 7l4.5 6",
	compare.Changed:  "M3.5 6h9M3.5 10h9M10.5 2.5l-5 11",
	compare.Gone:     "M3 8h10",
	compare.Added:    dom.IconPlus,
}

func sign(s compare.Sort) string { return signs[s] }

// class is what the style sheet calls a sort.
func class(s compare.Sort) string {
	if s >= compare.Sorts {
		return ""
	}
	return "is-" + s.String()
}

func (c *rows) rowID(row int) string {
	if row < c.pane.First || row >= c.pane.Last {
		return ""
	}
	return "compare-row-" + strconv.Itoa(c.Part) + "-" + strconv.Itoa(row)
}

// row draws a field, a change, or a line of the text.
func (c *rows) row(row int) *dom.Still {
	s := c.S
	n := int(s.parts[c.Part].rows[row])
	e := dom.St("div", "compare-row").ID(c.rowID(row)).Role("row").Aria("rowindex", row+1)
	if s.inText(c.Part) {
		first, last := int(s.lines[n]), int(s.lines[n+1])
		at := s.parts[c.Part].at
		return e.Aria("selected", first <= at && at < last).Body(
			c.kinds(first, last), c.place(&s.result.Tokens[first]),
			c.line(0, first, last), c.line(1, first, last))
	}
	sort := s.sortOf(c.Part, n)
	e.DataSet("change", n).Aria("selected", n == s.parts[c.Part].at).Body(
		cell("compare-sort", class(sort)).Body(dom.StIcon(sign(sort)), dom.St("span").Text(c.C.say(sort.Name()))))
	if c.Part == partFields {
		f := &s.result.Fields[n]
		return e.Body(cell("compare-place").Title(f.Path).Body(dom.St("code").Foreign(f.Path)),
			c.value(0, &f.Left), c.value(1, &f.Right))
	}
	t := &s.result.Tokens[n]
	return e.Body(c.place(t), c.tokens(0, s.result.LeftTokens(t)), c.tokens(1, s.result.RightTokens(t)))
}

func cell(classes ...string) *dom.Still { return dom.St("div", classes...).Role("gridcell") }

// side begins a cell of one side.
func (c *rows) side(side int, classes ...string) *dom.Still {
	return c.which(side, classes...).Role("gridcell")
}

// which begins what stands on one side.
func (c *rows) which(side int, classes ...string) *dom.Still {
	return dom.St("div", append(classes, "compare-side")...).Body(dom.StOf("span", "compare-which").Text(c.C.say(*sideNames[side])))
}

// value draws the value of a field in a line.
func (c *rows) value(side int, v *parser.Value) *dom.Still {
	if lacks(v) {
		return c.side(side, "compare-lacks")
	}
	e := c.side(side)
	begin, more := words.Clipped(v.Text, lineChars)
	shown := dom.St("bdi").Edged(begin)
	if more {
		shown.Text("…")
	}
	return e.Body(shown)
}

// lacks reports whether a side has no such field.
func lacks(v *parser.Value) bool { return !v.Ok() && v.Text == "" }

// place draws the offset of a change.
func (c *rows) place(t *compare.Change) *dom.Still {
	return cell("compare-place").Text("@" + offset(c.S.result, t))
}

func offset(r *compare.Result, t *compare.Change) string {
	if n, ok := r.Offset(t); ok {
		return strconv.Itoa(n)
	}
	return "?"
}

// tokensOf returns the tokens of a side.
func (s *state) tokensOf(side int) *parser.Tokens {
	if side == 0 {
		return s.result.Left.Tokens()
	}
	return s.result.Right.Tokens()
}

// tokens draws tokens with their tags in a line.
func (c *rows) tokens(side int, tokens []int32) *dom.Still {
	e, t := c.side(side), c.S.tokensOf(side)
	for k, i := range tokens {
		if k == mostTokens {
			e.Text(" … " + words.Count(len(tokens)))
			break
		}
		p, _ := reference.PartOfSpeechOf(t.Pos(int(i)))
		e.Body(dom.St("span", "compare-token").Body(
			face.DrawWord(dom.St("bdi").Lang(lang.ZH.Tag()), t.Word(int(i))), dom.StText("/"),
			dom.St("bdi", "tag", face.FamilyClass(p.Family)).Edged(t.Pos(int(i)))))
	}
	return e
}

// kinds draws the signs of what differs in a line of the text.
func (c *rows) kinds(first, last int) *dom.Still {
	e, seen := cell("compare-sort"), 0
	for n := first; n < last; n++ {
		sort := c.S.sortOf(partTokens, n)
		if seen>>sort&1 != 0 || sort == compare.Same {
			continue
		}
		seen |= 1 << sort
		name := c.C.say(sort.Name())
		e.Body(dom.St("span", class(sort)).Title(name).Body(dom.StIcon(sign(sort)), dom.St("span", "heard").Text(name)))
	}
	return e
}

// line draws a line of the text of one side, with what differs marked.
func (c *rows) line(side, first, last int) *dom.Still {
	s := c.S
	e, t, end := c.side(side), s.tokensOf(side), -1
	text := dom.St("bdi", "compare-line").Lang(lang.ZH.Tag())
	for n := first; n < last; n++ {
		change := &s.result.Tokens[n]
		tokens := s.result.LeftTokens(change)
		if side == 1 {
			tokens = s.result.RightTokens(change)
		}
		var mark *dom.Still
		if change.Sort != compare.Same {
			mark = dom.St("span", "diff", class(change.Sort), dom.Chosen(len(tokens) == 0, "none")).
				DataSet("change", n).Aria("current", n == s.parts[partTokens].at)
			text.Body(mark)
		}
		for _, i := range tokens {
			from, ok := t.Offset(int(i))
			if ok && end >= 0 && from > end {
				text.Text(" ") // for what no token covers
			}
			length, _ := t.Length(int(i))
			end = from + length
			if mark == nil {
				face.DrawInLine(text, t.Word(int(i)))
				continue
			}
			mark.Body(face.DrawInLine(dom.St("span"), t.Word(int(i))))
		}
	}
	return e.Body(text)
}

// detail draws all of what is chosen.
func (c *rows) detail() goapp.UI {
	s, n := c.S, c.S.parts[c.Part].at
	if n < 0 || n >= s.len(c.Part) {
		return nil
	}
	sort := s.sortOf(c.Part, n)
	head := dom.St("p", "compare-what", class(sort)).Body(dom.StIcon(sign(sort)), dom.St("strong").Text(c.C.say(sort.Name())))
	sides := dom.St("div", "compare-both")
	if c.Part == partFields {
		f := &s.result.Fields[n]
		head.Body(dom.St("code").Foreign(f.Path))
		sides.Body(c.whole(0, &f.Left), c.whole(1, &f.Right))
	} else {
		t := &s.result.Tokens[n]
		head.Text(" @" + offset(s.result, t))
		sides.Body(c.list(0, s.result.LeftTokens(t)), c.list(1, s.result.RightTokens(t)))
	}
	return dom.St("div", "compare-detail").Body(head, sides).UI()
}

// whole draws a value as far as there is room for it.
func (c *rows) whole(side int, v *parser.Value) *dom.Still {
	e := c.which(side)
	if lacks(v) {
		return e.Text("–")
	}
	begin, more := words.Clipped(v.Text, detailChars)
	shown := dom.St("bdi").Edged(begin)
	if more {
		shown.Text("…")
	}
	return e.Body(shown, face.CopyButton(c.C.P, v.Text, c.C.say(words.Say.Value)))
}

// list draws tokens one below the other, each of which leads to itself in its job.
func (c *rows) list(side int, tokens []int32) *dom.Still {
	e, t := c.which(side), c.S.tokensOf(side)
	if len(tokens) == 0 {
		return e.Text("–")
	}
	all := dom.St("ul")
	for k, i := range tokens {
		if k == mostTokens {
			all.Body(dom.St("li").Text("… " + words.Count(len(tokens))))
			break
		}
		p, _ := reference.PartOfSpeechOf(t.Pos(int(i)))
		all.Body(dom.St("li").Body(
			dom.StButton("place").DataSet("do", model.ToSide(side, int(i))).Title(c.C.say(words.Say.CompareShowToken)).
				Body(face.DrawWord(dom.St("bdi").Lang(lang.ZH.Tag()), t.Word(int(i)))),
			dom.St("bdi", "tag", face.FamilyClass(p.Family)).Edged(t.Pos(int(i))),
			dom.St("span").Text(" "+c.C.say(reference.MeaningOf(t.Pos(int(i))))),
			dom.St("span", "soft").Text(" @"+words.NumberText(t.Offset(int(i)))+" · "+words.NumberText(t.Length(int(i))))))
	}
	return e.Body(all)
}
