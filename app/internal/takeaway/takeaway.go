// Package takeaway is the dialog in which a result is taken away: as a file or to the
// clipboard, in each of the formats of package export, all of it or a part.
package takeaway

import (
	"strconv"
	"strings"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/share"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser/export"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// Handle is how others open the dialog of a page.
type Handle struct{ view *View }

// Open shows the dialog.
func (h *Handle) Open() {
	if h.view != nil {
		h.view.show()
	}
}

// View is the dialog. While it is closed there is nothing in it.
type View struct {
	goapp.Compo
	P   *model.Page
	H   *Handle
	Rev int

	ctx    goapp.Context
	of     *model.Body // that it is open for, nil while it is closed
	scope  scope
	said   lang.Text // what came of the last press
	work   dom.Slow
	dialog dom.Dialog
}

// OnMount makes it the dialog of its handle.
func (c *View) OnMount(ctx goapp.Context) {
	c.ctx, c.H.view = ctx, c
	c.dialog.Mount(c.JSValue(), func(e goapp.Value) { e.Call("stopPropagation") }, // keys of the page rest
		func() { ctx.Dispatch(func(goapp.Context) { c.forget() }) })
}

// OnDismount ends that.
func (c *View) OnDismount() {
	c.H.view = nil
	c.work.Stop()
	c.dialog.Dismount()
}

// OnUpdate closes the dialog when another body comes.
func (c *View) OnUpdate(goapp.Context) {
	if c.of != nil && c.of != c.P.Body {
		c.close()
	}
}

func (c *View) show() {
	c.of, c.said = c.P.Body, lang.Text{}
	if c.of == nil {
		return
	}
	if c.scope = scopeAll; severalJobs(c.of) {
		c.scope = scopeJob
	}
	c.ctx.Defer(func(goapp.Context) { c.dialog.Show() })
	c.Update()
}

// forget ends what is under way, and lets go of the body.
func (c *View) forget() {
	c.work.Stop()
	c.of = nil
}

func (c *View) close() {
	c.dialog.Close()
	c.forget()
}

func (c *View) say(t lang.Text) string { return t.In(c.P.Lang) }

// Render draws the dialog.
func (c *View) Render() goapp.UI {
	dialog := dom.El("dialog", "takeaway").ID("takeaway").Aria("label", c.say(words.Say.TakeAway))
	if c.of == nil {
		return dialog
	}
	return dialog.Body(
		dom.El("div", "takeaway-head").Body(
			dom.El("h2").Text(c.say(words.Say.TakeAway)),
			dom.Button("small").Aria("label", c.say(words.Say.Close)).Title(c.say(words.Say.Close)).
				OnClick(c.onClose).Body(dom.Icon(dom.IconCross))),
		&share.View{P: c.P, B: c.of, Rev: c.Rev},
		dom.El("div", "takeaway-scopes").Role("group").Aria("label", c.say(words.Say.TakeScope)).
			OnClick(c.onScope).Body(dom.Uis(c.scopes())...),
		dom.El("ul", "takeaway-formats").OnClick(c.onTake).Body(dom.Uis(c.formats())...),
		dom.El("p", "soft").Body(
			dom.GuideLink("", c.P.Lang, dom.ReceiverGuide, goapp.Text(c.say(words.Say.TakeReceiver)))),
		goapp.If(c.of.Report.Hidden > 0, dom.El("p", "soft").Text(c.say(words.Say.TakeMasked))),
		goapp.If(c.of.Unread() == model.UnreadComing, dom.El("p", "soft").Text(c.say(words.Say.TakeBeginning))),
		dom.El("p", "takeaway-said").Role("status").Text(c.say(c.said)),
	)
}

// scopes draws what there is to choose of, as buttons.
func (c *View) scopes() (all []*dom.Still) {
	for s := scopeAll; s <= scopeRows; s++ {
		if label, ok := s.label(c.of); ok {
			all = append(all, dom.StButton("scope").DataSet("scope", int(s)).
				Aria("pressed", s == c.scope).Text(c.say(label)))
		}
	}
	return all
}

// formats draws a line for each format, with what it is and what can be done with it.
func (c *View) formats() (all []*dom.Still) {
	for i, f := range export.Portable() {
		if !c.scope.suits(f, c.of) {
			continue
		}
		action := func(verb string, t lang.Text) *dom.Still {
			return dom.StButton("quiet").DataSet("take", strconv.Itoa(i)+":"+verb).
				Aria("label", c.say(t)+" "+c.say(f.Title)).Text(c.say(t))
		}
		line := dom.St("li").Body(
			dom.St("span", "takeaway-name").Body(
				dom.St("strong").Text(c.say(f.Title)), dom.St("code").Text(f.Extension)),
			dom.StOf("span", "takeaway-do", action("copy", words.Say.Copy), action("save", words.Say.Download)))
		if note := c.say(f.Note); note != "" {
			line.Body(dom.St("span", "takeaway-note").Text(note))
		}
		all = append(all, line)
	}
	return all
}

func (c *View) onClose(goapp.Context, goapp.Event) { c.close() }

func (c *View) onScope(_ goapp.Context, e goapp.Event) {
	if s := dom.IndexOf(e.Get("target"), "scope"); s >= 0 {
		c.scope, c.said = scope(s), lang.Text{}
	}
}

func (c *View) onTake(ctx goapp.Context, e goapp.Event) {
	button := e.Get("target").Call("closest", "[data-take]")
	if !button.Truthy() || c.of == nil {
		return
	}
	number, verb, _ := strings.Cut(button.Get("dataset").Get("take").String(), ":")
	if n, err := strconv.Atoi(number); err == nil && n < len(export.Portable()) {
		c.take(ctx, export.Portable()[n], verb == "copy")
	}
}
