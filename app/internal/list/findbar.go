package list

import (
	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// FindBar is where a reader types what is to be found in a view. H is a place
// where it was found.
type FindBar[H any] struct {
	Text string // as typed
	Hits []H
	Hit  int      // the one that is shown, counted from 0; -1 for none
	Work dom.Slow // the search

	whole bool // that all of the view was searched
	class string
	seek  func(goapp.Context)
	show  func(goapp.Context, H)
}

// Init makes the bar ready to be drawn. Class is that of its box, seek begins to
// search for Text, and show brings a hit into sight.
func (b *FindBar[H]) Init(class string, seek func(goapp.Context), show func(goapp.Context, H)) {
	b.class, b.seek, b.show, b.Hit = class, seek, show, -1
}

// Draw returns the parts of the bar; hint tells what can be typed.
func (b *FindBar[H]) Draw(l lang.Lang, hint lang.Text) []goapp.UI {
	return []goapp.UI{
		dom.Void("input").Class(b.class).Attr("type", "search").
			Attr("placeholder", hint.In(l)).
			Aria("label", hint.In(l)).
			Attr("autocomplete", "off").Spellcheck(false).
			OnInput(b.onInput),
		dom.El("span", "find-count").Attr("role", "status").Text(b.line().In(l)),
		b.button(l, words.Say.Previous, "↑", b.onPrevious),
		b.button(l, words.Say.Next, "↓", b.onNext),
	}
}

func (b *FindBar[H]) button(l lang.Lang, name lang.Text, arrow string, press goapp.EventHandler) goapp.UI {
	return dom.Button("quiet").Attr("disabled", len(b.Hits) == 0).
		Aria("label", name.In(l)).Title(name.In(l)).Text(arrow).OnClick(press)
}

// line tells which of the hits is shown; more may come unless all was searched.
func (b *FindBar[H]) line() lang.Text {
	hits := words.Count(len(b.Hits))
	switch {
	case b.Text == "":
		return lang.Text{}
	case len(b.Hits) == 0 && b.whole:
		return words.Say.NoHit
	case !b.whole:
		hits += "+"
	}
	line := words.Count(b.Hit+1) + " / " + hits
	return words.Both(line, line)
}

func (b *FindBar[H]) onInput(ctx goapp.Context, _ goapp.Event) {
	b.Text = ctx.JSSrc().Get("value").String()
	b.Look(ctx)
}

func (b *FindBar[H]) onPrevious(ctx goapp.Context, _ goapp.Event) { b.Step(ctx, -1) }
func (b *FindBar[H]) onNext(ctx goapp.Context, _ goapp.Event)     { b.Step(ctx, 1) }

// Key carries out a key that was pressed in the box, before the browser does
// what it does of itself.
func (b *FindBar[H]) Key(e goapp.Value, key string, p *Pane) {
	switch {
	case key == "Enter" && e.Get("shiftKey").Truthy():
		p.Ctx.Dispatch(func(ctx goapp.Context) { b.Step(ctx, -1) })
	case key == "Enter":
		p.Ctx.Dispatch(func(ctx goapp.Context) { b.Step(ctx, 1) })
	case key == "ArrowDown":
		p.Focus()
	default:
		return
	}
	e.Call("preventDefault")
}

// Step shows the next hit, or the one before.
func (b *FindBar[H]) Step(ctx goapp.Context, by int) {
	if n := len(b.Hits); n > 0 {
		b.Hit = (b.Hit + by + n) % n
		b.show(ctx, b.Hits[b.Hit])
	}
}

// Look looks for what is typed, from the beginning.
func (b *FindBar[H]) Look(ctx goapp.Context) {
	b.Forget()
	if b.Text != "" {
		b.seek(ctx)
	}
}

// Again looks for what is typed in more of what was searched; the hits stay.
func (b *FindBar[H]) Again(ctx goapp.Context) {
	if b.Text != "" {
		b.whole = false
		b.seek(ctx)
	}
}

// Forget drops the hits.
func (b *FindBar[H]) Forget() {
	b.Work.Stop()
	b.Hits, b.Hit, b.whole = nil, -1, false
}

// Found takes over the hits, of which there may be more unless whole, and shows
// one if none is shown: that with the number first.
func (b *FindBar[H]) Found(ctx goapp.Context, hits []H, whole bool, first func([]H) int) {
	if len(hits) < len(b.Hits) && !whole {
		return
	}
	b.Hits, b.whole = hits, whole
	b.Hit = min(b.Hit, len(hits)-1)
	if b.Hit < 0 && len(hits) > 0 {
		b.Hit = first(hits) - 1
		b.Step(ctx, 1)
	}
}
