// Package comparison shows two jobs side by side: their fields, and their tokens as
// they are aligned, in the text and in a table.
package comparison

import (
	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser/compare"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// View is the comparison that is in front.
type View struct {
	goapp.Compo
	P   *model.Page
	Rev int

	own  int // counts what changes here alone
	work dom.Slow
	on   *state // that the work is for
}

// OnMount begins to compare.
func (c *View) OnMount(ctx goapp.Context) { c.OnUpdate(ctx) }

// OnDismount ends the work.
func (c *View) OnDismount() {
	c.work.Stop()
	c.on = nil
}

// OnUpdate compares what has not been compared yet.
func (c *View) OnUpdate(ctx goapp.Context) {
	if c.P.Compare == nil {
		return
	}
	s := stateOf(c.P)
	if !s.stale() || c.on == s {
		return
	}
	c.on = s
	sides, reports := s.of.Sides, s.current()
	c.work.Start(ctx, func(r *dom.Run) {
		result := compareSides(sides, r.Pause)
		r.Publish(func(goapp.Context) {
			if c.on = nil; result != nil {
				s.take(result, reports)
				c.own++
			}
		})
	})
}

// Render draws it.
func (c *View) Render() goapp.UI {
	main := dom.El("main", "compare")
	if c.P.Compare == nil {
		return main
	}
	s := stateOf(c.P)
	known := s.result != nil && !s.stale()
	body := []goapp.UI{c.head(s, known), c.sides(s)}
	switch {
	case s.of.Waiting() >= 0:
		body = append(body, &chooser{C: c, S: s, Rev: c.P.Rev})
	case !known:
		body = append(body, dom.El("p", "compare-wait").Role("status").Text(c.say(words.Say.Aligning)))
	default:
		body = append(body, c.notes(s))
		for i := range s.parts {
			if s.len(i) > 0 {
				body = append(body, &rows{C: c, S: s, Part: i, Rev: c.P.Rev, Own: c.own})
			}
		}
	}
	return main.OnClick(c.onClick).Body(body...)
}

// head draws what can be done, and how many differences there are.
func (c *View) head(s *state, known bool) goapp.UI {
	spot, does := "", dom.StOf("div", "compare-steps")
	if known {
		spot = c.spot(s)
		if s.differences() > 0 {
			does.Body(c.button("difference:previous", words.Say.PreviousDifference, "↑", "K"),
				c.button("difference:next", words.Say.NextDifference, "↓", "J"))
		}
		does.Body(c.button("swap", words.Say.CompareSwap, "⇄", "S"))
	}
	does.Body(dom.StButton("button").DataSet("do", "uncompare").Body(dom.StIcon(dom.IconCross)).Text(c.say(words.Say.Close)))
	return dom.El("div", "compare-head").Body(dom.El("span", "compare-spot").Role("status").Text(spot), does.UI())
}

func (c *View) button(do string, name lang.Text, sign, key string) *dom.Still {
	said := c.say(name)
	return dom.StButton("button", "compare-step").DataSet("do", do).Aria("label", said).Title(said + " (" + key + ")").Text(sign)
}

// spot tells how many differences there are, and which is chosen.
func (c *View) spot(s *state) string {
	if at := s.ordinal(); at > 0 {
		return words.Headline(c.say(words.Say.CompareSpot.With(words.Count(at), words.Count(s.differences()))))
	}
	return c.found(s)
}

// found tells how many differences there are.
func (c *View) found(s *state) string {
	all := s.differences()
	if all == 0 {
		return words.Headline(c.say(compare.NoDifference))
	}
	return c.say(words.Numbered(words.Say.CompareOne, words.Say.CompareMany, all))
}

// notes says what is to be known of the result.
func (c *View) notes(s *state) goapp.UI {
	notes := dom.StOf("div", "compare-notes")
	note := func(t lang.Text) {
		notes.Body(dom.StOf("p", "compare-note", dom.StIcon(dom.IconInfo), dom.StText(words.Headline(c.say(t)))))
	}
	if s.of.Sides[0].Body().Unread() != model.UnreadNone || s.of.Sides[1].Body().Unread() != model.UnreadNone {
		note(words.Say.ComparePartly)
	}
	if s.result.ByText {
		note(compare.TextsDiffer)
	}
	return notes.UI()
}

// onClick chooses a difference, and turns what is listed.
func (c *View) onClick(_ goapp.Context, e goapp.Event) {
	s, target := stateOf(c.P), e.Get("target")
	i := dom.IndexOf(target, "compare")
	if i < 0 || i >= parts || s.result == nil || dom.Selecting() {
		return
	}
	if n := dom.IndexOf(target, "change"); n >= 0 && n < s.len(i) {
		s.choose(i, n)
		c.own++
		return
	}
	p := &s.parts[i]
	switch n := dom.IndexOf(target, "sort"); {
	case n < 0:
		return
	case n >= switchText:
		s.asText = n == switchText
	case n == switchAll && p.want == everything, n < switchAll && p.want == 1<<n:
		p.want = differing
	case n == switchAll:
		p.want = everything
	default:
		p.want = 1 << n
	}
	s.arrange(i)
	c.own++
}

// The switches of a part beside its sorts, as data-sort has them.
const (
	switchAll = compare.Sorts + iota
	switchText
	switchTable
)

func (c *View) say(t lang.Text) string { return t.In(c.P.Lang) }
