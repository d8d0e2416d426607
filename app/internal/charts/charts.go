// Package charts draws the pictures of a body: how its tokens are shared out, which
// words are frequent, and when jobs waited and ran. A press on a bar looks for what it
// counts.
package charts

import (
	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/results"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/chart"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// Few is how many tokens make so short a table that there is room for pictures below it.
const Few = 16

// View shows the pictures of the shown job.
type View struct {
	goapp.Compo
	P   *model.Page
	B   *model.Body // that it shows
	Rev int
	// Brief leaves out what has to be counted, and when jobs ran.
	Brief bool

	subject subject
	tokens  *parser.Tokens // that the shares are of
	shares  []chart.Chart
	counted []chart.Chart
	of      *parser.Tokens // that is counted, or was
	work    dom.Slow
	pressed bool // that a bar is drawn of what is looked for
	forget  func()
}

// subject is the job that pictures are of.
type subject struct {
	body          *model.Body
	callback, job int
}

// OnMount counts what the pictures need.
func (c *View) OnMount(ctx goapp.Context) {
	c.forget = c.P.Heed(func() {
		if c.pressed { // which may be so no longer
			ctx.Dispatch(func(goapp.Context) {})
		}
	})
	c.OnUpdate(ctx)
}

// OnDismount ends the counting.
func (c *View) OnDismount() {
	c.forget()
	c.work.Stop()
}

// OnUpdate counts other tokens. Many of them Ahead counts once they are all there.
func (c *View) OnUpdate(ctx goapp.Context) {
	t := c.B.Tokens()
	if c.of == t || c.Brief || t == nil {
		return
	}
	c.of = t
	if t.Len() >= Many && c.B.Unread() != model.UnreadComing {
		c.work.Stop()
		ask(c.B)
		return
	}
	if _, done := tallyOf(c.B, t); !done {
		count(ctx, &c.work, c.B, nil, func() {})
	}
}

// adopt makes ready for other tokens. Of a job that was read further what was counted
// stays until there is more.
func (c *View) adopt() {
	t := c.B.Tokens()
	if counted, done := tallyOf(c.B, t); done && !c.Brief {
		c.counted = counted
	}
	if t == c.tokens {
		return
	}
	of := subject{body: c.B}
	of.callback, of.job = c.B.Shown()
	if _, done := tallyOf(c.B, t); !done && of != c.subject {
		c.counted = nil
	}
	c.subject, c.tokens, c.shares = of, t, nil
	if t.Len() > 0 {
		c.shares = chart.Shares(t)
	}
}

// Render draws the pictures.
func (c *View) Render() goapp.UI {
	c.adopt()
	c.pressed = false
	all := c.all()
	cards := make([]goapp.UI, 0, len(all)+1)
	for i := range all {
		cards = append(cards, c.draw(i, &all[i]).UI())
	}
	var line goapp.UI
	if !c.Brief {
		line = results.Timeline(c.P, c.B)
	}
	if line != nil {
		cards = append(cards, line)
	}
	if len(cards) == 0 {
		cards = append(cards, dom.El("p", "charts-none").Text(c.say(words.Say.NoCharts)))
	}
	return dom.El("section", "charts", dom.Chosen(c.Brief, "brief")).OnClick(c.onBar).Body(cards...)
}

// all returns the pictures in their order.
func (c *View) all() []chart.Chart {
	if c.Brief {
		return c.shares
	}
	return append(c.shares[:len(c.shares):len(c.shares)], c.counted...)
}

func (c *View) say(t lang.Text) string { return t.In(c.P.Lang) }
