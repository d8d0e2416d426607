package charts

import (
	"strconv"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/face"
	"github.com/callbacklens/callbacklens/app/internal/query"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser/chart"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// draw draws a picture, which is a table of its numbers with a bar in each row.
func (c *View) draw(i int, ch *chart.Chart) *dom.Still {
	title := "chart-" + strconv.Itoa(i)
	if c.Brief {
		title += "-brief"
	}
	most := 1
	for k := range ch.Bars {
		most = max(most, ch.Bars[k].N)
	}
	head := dom.St("tr")
	for _, t := range [...]lang.Text{ch.Title, words.Say.Bar, words.Say.Amount, words.Say.Share} {
		head.Body(dom.St("th").Attr("scope", "col").Body(dom.St("span", "heard").Text(c.say(t))))
	}
	rows := dom.St("tbody")
	for k := range ch.Bars {
		rows.Body(c.bar(k, &ch.Bars[k], most, ch.Of))
	}
	card := dom.St("section", "card", "chart").DataSet("chart", i).Body(
		dom.St("h2").ID(title).Text(c.say(ch.Title)),
		dom.St("table").Aria("labelledby", title).Body(dom.StOf("thead", "", head), rows))
	if ch.More > 0 {
		card.Body(dom.St("p", "chart-more").Text(c.say(words.Say.MoreBars.With(words.Count(ch.More)))))
	}
	return card
}

// bar draws a row: what it counts, a bar, and the numbers.
func (c *View) bar(k int, b *chart.Bar, most, of int) *dom.Still {
	const wide = 1000 // of the drawing
	drawing := dom.St("svg", face.FamilyClass(b.Family)).Attr("viewBox", "0 0 1000 10").
		Attr("preserveAspectRatio", "none").Aria("hidden", true).Body(
		dom.St("rect").Attr("width", max(wide*b.N/most, 4)).Attr("height", 10))
	if b.N == 0 {
		drawing = nil
	}
	pressed := b.N > 0 && c.B.Sifted() && c.B.Query() == wanted(b) && c.B.Among(b.Tags)
	c.pressed = c.pressed || pressed
	label := dom.StButton("chart-label").Title(c.say(words.Say.FindThese)).Attr("disabled", b.N == 0).Aria("pressed", pressed)
	return dom.St("tr", dom.Chosen(pressed, "chosen")).DataSet("bar", k).Body(
		dom.St("th").Attr("scope", "row").Body(c.label(label, b)),
		dom.StOf("td", "chart-bar", drawing),
		dom.St("td", "chart-number").Text(words.Count(b.N)),
		dom.St("td", "chart-number", "soft").Text(share(b.N, of)),
	)
}

// label puts what a bar counts on a button.
func (c *View) label(button *dom.Still, b *chart.Bar) *dom.Still {
	tag := ""
	if len(b.Tags) == 1 && b.Label != b.Family.Name() {
		tag = b.Tags[0]
	}
	if tag != "" && !b.Worded {
		button.Body(dom.St("bdi", "tag", face.FamilyClass(b.Family)).Edged(tag))
	}
	switch {
	case b.Worded:
		button.Body(face.DrawWord(dom.St("bdi").Lang(lang.ZH.Tag()), b.Word))
	case len(b.Tags) == 1 && b.Tags[0] == "":
		button.Body(dom.St("bdi").Text(c.say(words.Say.NoPos)))
	default:
		button.Body(dom.St("bdi").Edged(c.say(b.Label)))
	}
	if tag != "" && b.Worded {
		button.Body(dom.St("bdi", "tag", face.FamilyClass(b.Family)).Edged(tag))
	}
	return button
}

// share returns what part of a whole n is, in hundredths with one digit more.
func share(n, of int) string {
	if n > 0 && n*2000 < of {
		return "<0.1%"
	}
	thousandths := (n*2000 + of) / (2 * max(of, 1))
	return strconv.Itoa(thousandths/10) + "." + strconv.Itoa(thousandths%10) + "%"
}

// onBar looks for the tokens that a bar counts, and brings them in front.
func (c *View) onBar(_ goapp.Context, e goapp.Event) {
	i, k := dom.IndexOf(e.Get("target"), "chart"), dom.IndexOf(e.Get("target"), "bar")
	all := c.all()
	if i >= 0 && i < len(all) && k >= 0 && k < len(all[i].Bars) && all[i].Bars[k].N > 0 && !dom.Selecting() {
		c.find(&all[i].Bars[k])
	}
}

// find looks for the tokens that a bar counts; a second time for all again.
func (c *View) find(b *chart.Bar) { c.P.LookFor(wanted(b), b.Tags...) }

// wanted returns what is typed to find what a bar counts, beside its parts of speech.
func wanted(b *chart.Bar) (q query.Query) {
	switch {
	case b.Worded:
		q = query.Query{Text: query.Quoted(b.Word), Case: true, Whole: true}
	case b.Length == chart.Longest:
		q.Text = "/^.{" + strconv.Itoa(b.Length) + ",}$/"
	case b.Length > 0:
		q.Text = "/^.{" + strconv.Itoa(b.Length) + "}$/"
	}
	return q
}
