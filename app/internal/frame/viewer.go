package frame

import (
	"strings"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/charts"
	"github.com/callbacklens/callbacklens/app/internal/comparison"
	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/embed"
	"github.com/callbacklens/callbacklens/app/internal/face"
	"github.com/callbacklens/callbacklens/app/internal/jobs"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/palette"
	"github.com/callbacklens/callbacklens/app/internal/remarks"
	"github.com/callbacklens/callbacklens/app/internal/split"
	"github.com/callbacklens/callbacklens/app/internal/takeaway"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// Viewer is the page that takes a body and shows what is in it.
type Viewer struct {
	goapp.Compo
	D *Desk

	ctx    goapp.Context
	onKeys goapp.Func
	update bool       // a new version of the page is ready
	front  model.View // whose tab was brought into sight
	wide   bool       // there is room for two columns
	seen   seen       // what was drawn last
	told   announced

	palette palette.Handle
	takes   takeaway.Handle
	printer printer
	host    embed.Teller
	ahead   charts.Ahead
}

// wideFrom is the width in pixels from which the result has two columns, as
// the stylesheet has it.
const wideFrom = 1100

// OnMount lets the session reach the browser, listens to the keyboard and goes
// back to where the reader was.
func (v *Viewer) OnMount(ctx goapp.Context) {
	v.ctx = ctx
	v.palette.Actions, v.palette.Do = v.actions, v.do
	v.D.attach(ctx, v)
	showTitle(ctx, v.D.Page)
	if goapp.IsServer {
		return
	}
	v.update = dom.Root().Get("dataset").Get("update").Truthy()
	v.OnResize(ctx)
	v.onKeys = dom.Listener(v.onKey)
	dom.Document().Call("addEventListener", "keydown", v.onKeys)
	v.printer.listen(v)
	v.host.Listen()
	scroll := v.D.Page.Scroll
	ctx.Defer(func(goapp.Context) { dom.ScrollTo(scroll) })
}

// OnNav puts the reader's language back after a look at the reference in the
// other one.
func (v *Viewer) OnNav(goapp.Context) { showLang(v.D.Page.Lang) }

// OnResize finds out how many columns the result has.
func (v *Viewer) OnResize(ctx goapp.Context) {
	width, _ := ctx.Page().Size()
	v.wide = width >= wideFrom
}

// OnDismount lets go of the keyboard.
func (v *Viewer) OnDismount() {
	v.D.attached = nil
	if goapp.IsServer {
		return
	}
	v.D.Page.Scroll, v.D.history.entered = dom.Scrolled(), false
	v.turnTo(seen{})
	dom.Document().Call("removeEventListener", "keydown", v.onKeys)
	v.onKeys.Release()
	v.printer.release()
	v.ahead.Stop()
}

// OnAppUpdate offers the new version.
func (v *Viewer) OnAppUpdate(goapp.Context) { v.update = true }

// Render draws the landing, or the result.
func (v *Viewer) Render() goapp.UI {
	p := v.D.Page
	if v.ctx != nil {
		v.D.mark()
		v.D.tell()
		v.showTab()
		v.turnTo(v.sees())
	}
	// Each has a place of its own, there or not: if one came between others, all behind it
	// would be made anew. What is seldom there is last.
	return dom.El("div", "viewer", v.state()).OnClick(v.onClick).Body(
		dom.Button("skip", "button").Hidden(p.Body == nil).DataSet("do", "skip").Text(words.Say.Skip.In(p.Lang)),
		&Bar{P: p, Rev: p.Rev},
		dom.El("div", "over").Body(&Progress{D: v.D, Rev: p.Rev}),
		v.notices(),
		receipts(p),
		v.body(),
		&palette.View{P: p, H: &v.palette, Rev: p.Rev},
		&takeaway.View{P: p, H: &v.takes, Rev: p.Rev},
		dom.El("div", "drop").Hidden(dom.Unstyled()).Aria("hidden", true).Body(
			dom.El("p").Body(dom.Icon(dom.IconFile), wordsOf(p, words.Say.DropHere))),
		dom.El("div").ID("said").Class("heard").Role("status"),
		v.D.rehearsal(v.wide),
		v.paper(),
	)
}

func (v *Viewer) state() string {
	if v.D.Page.Body == nil {
		return "at-landing"
	}
	return "at-result"
}

func (v *Viewer) body() goapp.UI {
	switch {
	case v.D.Page.Body == nil:
		return &Landing{P: v.D.Page, Rev: v.D.Page.Rev}
	case v.D.Page.Compare != nil:
		return &comparison.View{P: v.D.Page, Rev: v.D.Page.Rev}
	}
	return v.result("main")
}

// notices is the strip below the bar: what is to be said about what was given
// last, and the offer of a new version.
func (v *Viewer) notices() goapp.UI {
	l := v.D.Page.Lang
	var lines []goapp.UI
	if !v.D.Page.Notice.Empty() {
		lines = append(lines, dom.El("p", "notice").Body(
			dom.Icon(dom.IconInfo), dom.DrawPhrase(v.D.Page.Notice, l).UI(),
			goapp.If(v.D.Page.Aside != nil, dom.Button("quiet").DataSet("do", "aside").Text(words.Say.ShowAside.In(l))),
			dismiss("hush", l)))
	}
	if v.update {
		held := v.holds()
		lines = append(lines, dom.El("p", "notice").Body(
			dom.Icon(dom.IconInfo), dom.El("span").Text(updateSentence(held).In(l)),
			goapp.If(!held, dom.Button("quiet").DataSet("do", "update").Text(words.Say.Now.In(l))),
			dismiss("later", l),
		))
	}
	return dom.El("div", "notices").Role("status").Body(lines...)
}

// holds reports whether a new version would cost the reader what is on the page.
func (v *Viewer) holds() bool {
	p := v.D.Page
	return p.Body != nil || len(p.Earlier()) > 0 || typed() != ""
}

// updateSentence says that there is a new version, and when it comes.
func updateSentence(held bool) lang.Text {
	if held {
		return words.Say.UpdateLater
	}
	return words.Say.UpdateReady
}

// dismiss draws what takes a notice away.
func dismiss(action string, l lang.Lang) goapp.UI {
	name := words.Say.Close.In(l)
	return dom.Button("small", "dismiss").DataSet("do", action).Aria("label", name).Title(name).Body(dom.Icon(dom.IconCross))
}

// result lays the parts of the result out in an element of that name: the
// tokens, or what the body has instead, and one more part in front of them or
// beside them.
func (v *Viewer) result(tag string) goapp.UI {
	p := v.D.Page
	return drawResult(p, tag, v.wide, &split.View{P: p, Do: v.do, Rev: p.Rev})
}

func drawResult(p *model.Page, tag string, wide bool, between goapp.UI) goapp.UI {
	front := "main"
	if p.View != views[0].name {
		front = "side"
	}
	part := string(p.Part)
	if few(p) {
		part = "both"
	}
	side := viewNamed(p.Side)
	return dom.El(tag, "result").DataSet("front", front).DataSet("side", string(p.Side)).Body(
		tabs(p, wide),
		dom.El("section", "pane-main").DataSet("part", part).Aria("label", views[0].label(p).In(p.Lang)).Body(
			&jobs.View{P: p, Rev: p.Rev},
			subTabs(p),
			&remarks.Lead{P: p, Rev: p.Rev},
			goapp.If(true, views[0].draw(p)...),
		),
		between,
		dom.El("section", "pane-side").Aria("label", side.label(p).In(p.Lang)).Body(side.draw(p)...),
	)
}

// subTabs chooses between text and table where there is room for one.
func subTabs(p *model.Page) goapp.UI {
	if p.Body.Tokens().Len() == 0 || few(p) {
		return nil
	}
	tab := func(part model.Part, label lang.Text) goapp.UI {
		return dom.Button("sub-tab").DataSet("do", model.ToPart(part)).Aria("pressed", p.Part == part).Text(label.In(p.Lang))
	}
	return dom.El("div", "sub-tabs").Role("group").Aria("label", words.Say.SubTabs.In(p.Lang)).Body(
		tab(model.PartText, words.Say.SubText), tab(model.PartTable, words.Say.SubTable))
}

// tabs is the row of buttons that brings the parts in front. Where there are
// two columns it chooses what stands in the second.
func tabs(p *model.Page, wide bool) goapp.UI {
	front := p.View
	if wide {
		front = p.Side
	}
	buttons := make([]goapp.UI, 0, len(views))
	for i := range views {
		v := &views[i]
		inFront, beside := dom.Chosen(v.name == p.View, "in-front"), dom.Chosen(v.name == p.Side, "beside")
		buttons = append(buttons, dom.Button("tab", "tab-"+string(v.name), inFront, beside).
			DataSet("do", model.ToView(v.name)).
			Title(v.key).
			Aria("pressed", v.name == front).
			Body(goapp.Text(v.label(p).In(p.Lang)), v.count(p)))
	}
	return dom.El("nav", "tabs").Aria("label", words.Say.Views.In(p.Lang)).Body(buttons...)
}

// showTab brings the tab of the view in front into sight, where the row is too long. The
// first one is in sight to begin with, and looking where it is would take the time of a
// frame.
func (v *Viewer) showTab() {
	p, before := v.D.Page, v.front
	if p.Body == nil || p.View == before {
		return
	}
	v.front = p.View
	if before == "" && p.View == views[0].name {
		return
	}
	v.ctx.Defer(func(goapp.Context) {
		if tab := dom.Document().Call("querySelector", ".tab.in-front"); tab.Truthy() {
			tab.Call("scrollIntoView", map[string]any{"block": "nearest", "inline": "nearest"})
		}
	})
}

// onClick does what the button that was clicked says in data-do, with its
// argument behind a colon, or copies what stands in data-copy.
func (v *Viewer) onClick(_ goapp.Context, e goapp.Event) {
	button := e.Get("target").Call("closest", "[data-do],[data-copy]")
	if !button.Truthy() {
		return
	}
	if set := button.Get("dataset"); set.Get("do").Truthy() {
		v.D.history.pressed = button
		v.do(set.Get("do").String())
		return
	}
	face.CopyOf(v.D.Page, button)
}

// do carries out an action of a button or a key.
func (v *Viewer) do(action string) {
	p := v.D.Page
	set := p.Settings
	if p.Perform(action) {
		if p.Settings != set {
			dom.Remember(settingsKey, p.Settings.String())
			split.Apply(p.Settings)
		}
		return
	}
	if shown, ok := strings.CutPrefix(action, model.Shares("")); ok {
		p.Perform(shown)
		v.takes.Open()
		v.ctx.Defer(func(goapp.Context) { focus(".share .button") })
	}
	switch action {
	case "new":
		p.Clear()
	case "edit":
		p.Edit()
	case "aside":
		p.TakeAside()
	case "hush":
		p.Hush()
	case "later":
		v.update = false
	case "skip":
		skip()
	case "offset":
		p.Part = model.PartText
		p.Put(model.ViewTokens)
		v.ctx.Defer(func(goapp.Context) {
			focus("main .offset-field")
			_ = dom.Attempt(func() { dom.Document().Get("activeElement").Call("select") })
		})
	case "back":
		goapp.Window().Get("history").Call("back")
	case "cancel":
		v.D.cancel()
	case "lang":
		setLang(p, other(p.Lang))
	case "theme":
		setTheme(p, themeAfter(p.Theme))
	case "secrets":
		go v.D.intake.Reveal(!p.Body.Revealed)
	case "keys", "palette":
		v.palette.Open()
	case "find":
		v.ctx.Defer(func(goapp.Context) { find() })
	case "difference:next":
		comparison.Step(p, 1)
	case "difference:previous":
		comparison.Step(p, -1)
	case "next":
		v.do(jobs.Step(p, 1))
	case "previous":
		v.do(jobs.Step(p, -1))
	case "takeaway":
		v.takes.Open()
	case "print":
		v.ctx.Defer(func(goapp.Context) { goapp.Window().Call("print") })
	case "reference":
		v.ctx.Navigate(dom.ReferenceLink(p.Lang, ""))
	case "update":
		if !v.holds() { // as was typed since the offer
			v.ctx.Reload()
		}
	}
}
