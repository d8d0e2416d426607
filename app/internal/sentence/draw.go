package sentence

import (
	"strconv"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/face"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// knownGap is how long a gap may be in whose place stands what the text of the reader
// has there.
const knownGap = 3

// narrow is below how many pixels there is room for small offsets alone beside the rows, and
// none for the field that leads to one.
const narrow = 480

// The names of the modes, and their classes in the style sheet.
var (
	modeNames   = [...]*lang.Text{&words.Say.TextTags, &words.Say.TextWords, &words.Say.TextPlain}
	modeClasses = [...]string{"as-tags", "as-words", "as-text"}
)

// scrollClasses are the classes of what scrolls.
func (c *View) scrollClasses() []string {
	return []string{"sentence-scroll", modeClasses[c.layout.mode], dom.Chosen(c.narrow(), "small-offsets")}
}

// tools are the buttons above the text.
func (c *View) tools() goapp.UI {
	modes := make([]*dom.Still, 0, len(modeNames))
	for i := len(modeNames) - 1; i >= 0; i-- {
		mode := model.TextMode(i)
		modes = append(modes, dom.StButton().DataSet("do", model.ToText(mode)).
			Aria("pressed", mode == c.P.Settings.Text).Text(c.say(*modeNames[i])))
	}
	return dom.El("div", "sentence-tools", dom.Chosen(c.narrow(), "narrow")).Body(
		dom.St("div", "segments").Role("group").Aria("label", c.say(words.Say.TextMode)).Body(modes...).UI(),
		c.offsetField(), // before what comes and goes, which would take the focus from it
		c.toOffset(),
		c.found(),
		c.copies(),
		dom.StButton("small", "tall-button").DataSet("do", "tall").Aria("pressed", c.P.Settings.Tall).
			Aria("label", c.say(words.Say.TextTall)).Title(c.say(words.Say.TextTall)).
			Body(dom.StIcon(dom.IconTall)).UI(),
	)
}

// offsetField is where an offset is typed to go to. It says what offsets count.
func (c *View) offsetField() goapp.UI {
	if c.tokens == nil || c.tokens.Len() == 0 {
		return nil
	}
	name := c.say(words.Say.GoToOffset) + " (" + c.say(unitName(c.tokens.Unit, 2)) + ")"
	return dom.Void("input").Class("offset-field").Attr("type", "text").Attr("inputmode", "numeric").
		Attr("autocomplete", "off").Attr("placeholder", c.say(words.Say.ColumnOffset)+" ("+c.say(unitName(c.tokens.Unit, 2))+")").
		Aria("label", name).Title(name)
}

// toOffset leads to that field where there is no room for it until it is typed in.
func (c *View) toOffset() goapp.UI {
	if c.tokens.Len() == 0 || !c.narrow() {
		return nil
	}
	return dom.Button("button", "to-offset").DataSet("do", "offset").Aria("label", c.say(words.Say.GoToOffset)).
		Text(c.say(words.Say.ColumnOffset))
}

// row draws a row: the offset that it begins at, and its pieces, with those that
// others cover below these.
func (c *View) row(r int) *dom.Still {
	row := dom.St("div").Role("presentation")
	from, to := c.layout.row(r)
	if from == to {
		return row.Class("sentence-row", "lane-room")
	}
	row.Class("sentence-row")
	if !c.narrow() || !c.B.First() { // small ones take no room of the line
		row.Body(dom.St("span", "row-offset").Aria("hidden", true).Text(strconv.Itoa(c.startOf(from))))
	}
	for i := from; i < to; i++ {
		main, first := c.piece(i), i
		for i+1 < to && c.layout.pieces[i+1].kind() == lane {
			i++
		}
		if i > first && c.layout.mode != model.TextPlain {
			main = dom.St("span", "stack").Role("presentation").Body(main, c.lanes(first+1, i+1))
		}
		row.Body(main)
	}
	return row
}

// startOf returns the offset that a piece begins at.
func (c *View) startOf(at int) int {
	p := c.layout.pieces[at]
	switch {
	case p.token() < 0 && at+1 < len(c.layout.pieces):
		return c.startOf(at+1) - p.gap()
	case p.token() < 0:
		return 0
	}
	offset, _ := c.tokens.Offset(p.token())
	if p.kind() == rest {
		word := c.tokens.Word(p.token())
		offset += unitsIn(word[:c.layout.spotOf(at).skip], c.tokens.Unit)
	}
	return offset
}

// piece draws one piece. Its tag stands in an attribute, so that marking the
// text with the mouse copies the text alone.
func (c *View) piece(i int) *dom.Still {
	p := c.layout.pieces[i]
	span := dom.St("bdi").DataSet("piece", i).Role("option")
	cursor, said := c.mark(span, i)
	if n := p.gap(); n > 0 {
		sign := dom.St("bdi", "sign").DataSet("char", "20").Text(gapLabel(n))
		if held := c.gapText(i); held != "" && n <= knownGap {
			sign = dom.St("bdi", "sign-blank").Signed(held)
		}
		return span.Class("piece", "gap", dom.Chosen(n > 1, "gap-wide"), cursor, dom.Chosen(c.among != nil, "dim")).
			Title(c.gapTitle(i)).Body(sign)
	}
	f := &c.faces[c.tokens.Tag(p.token())]
	is := p.token() == c.B.Token()
	if is {
		span.Aria("selected", true)
	}
	if len(said) > 0 {
		span.Title(face.SignText(c.P, said))
	}
	span.Class("piece", face.FamilyClass(f.Family), cursor, dom.Chosen(is, "chosen"), face.SignClass(c.P, said),
		dom.Chosen(float64(c.layout.drawn(i)) > c.pane.Width-c.gutter(), "long"),
		dom.Chosen(p.kind() == doubly, "overlap"), c.hit(p.token()),
		dom.Chosen(c.layout.breaks[i]&hangs != 0 && c.layout.breaks[i]&endsRow == 0, "blank"),
		dom.Chosen(c.dims(c.tokens.Tag(p.token())), "dim"),
	).DataSet("tag", f.Below)
	return face.DrawInLine(span, c.wordOf(i))
}

// wordOf returns what stands of its word in the line where piece i is.
func (c *View) wordOf(i int) string {
	p := c.layout.pieces[i]
	word := c.tokens.Word(p.token())
	if p.kind() == rest {
		return word[c.layout.spotOf(i).skip:]
	}
	return word
}

// mark gives a piece what tells that the keys have reached it, and what remarks are
// on it.
func (c *View) mark(e *dom.Still, i int) (cursor string, said []int) {
	said = c.saidOf(c.layout.pieces[i])
	if i == c.cursor {
		cursor = "cursor"
		e.ID(cursorID)
	}
	if from, to, ok := c.ranged(); ok && from <= i && i < to {
		cursor += " in-range"
	}
	if cursor != "" || len(said) > 0 {
		e.Aria("label", c.describe(i))
	}
	return cursor, said
}

// hit is the class of a token that is looked for by more than its part of speech, all
// others of which are dim.
func (c *View) hit(token int) string {
	h := c.B.Hits()
	return dom.Chosen(h != nil && h.Has(token) && (c.among == nil || !c.B.Query().Empty()), "hit")
}

// lanes draws the pieces from one up to another below the word before them, in whose
// place in the line they stand.
func (c *View) lanes(from, to int) *dom.Still {
	drawing := dom.St("svg", "lanes").Role("presentation").Attr("width", 1).Attr("height", 1)
	for i := from; i < to; i++ {
		s, token := c.layout.spotOf(i), c.layout.pieces[i].token()
		f := &c.faces[c.tokens.Tag(token)]
		g := dom.St("g").DataSet("piece", i).Role("option").
			Attr("transform", "translate("+strconv.Itoa(int(s.x))+" "+strconv.Itoa(int(s.lane)*laneHeight)+")")
		cursor, said := c.mark(g, i)
		is := token == c.B.Token()
		if is {
			g.Aria("selected", true)
		}
		g.Class("lane", face.FamilyClass(f.Family), cursor, dom.Chosen(is, "chosen"), face.SignClass(c.P, said), c.hit(token),
			dom.Chosen(c.dims(c.tokens.Tag(token)), "dim"))
		w := int(s.width)
		drawing.Body(g.Body(
			dom.St("rect").Attr("x", 1).Attr("width", max(w-2, 4)).Attr("height", laneHeight-3).Attr("rx", 3),
			dom.St("text").Attr("x", w/2).Attr("y", 13).Text(face.ShownWord(c.tokens.Word(token)))))
	}
	return drawing
}
