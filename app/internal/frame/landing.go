package frame

import (
	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/intake"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/preview"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// Landing is the screen before a body was given. The start-up script listens
// to its box, buttons and chips, so that they work before the program does.
type Landing struct {
	goapp.Compo
	P   *model.Page
	Rev int
}

// OnMount puts back what was typed before the program ran, or before the box
// was left.
func (c *Landing) OnMount(goapp.Context) {
	if goapp.IsServer {
		return
	}
	field, typed := c.field(), c.P.Box
	if typed.Text != "" {
		field.Set("value", typed.Text)
		field.Call("setSelectionRange", typed.Start, typed.End)
	}
	if typed.Focused {
		field.Call("focus", map[string]any{"preventScroll": true})
	}
}

// OnDismount keeps what is typed for when the box comes back.
func (c *Landing) OnDismount() {
	if goapp.IsServer || c.P.Body != nil {
		return
	}
	c.P.Box.Text = c.field().Get("value").String()
}

// typed returns what stands in the box, "" where there is none.
func typed() string {
	if goapp.IsServer {
		return ""
	}
	box := dom.Document().Call("querySelector", "#box")
	if !box.Truthy() {
		return ""
	}
	return box.Get("value").String()
}

func (c *Landing) field() goapp.Value {
	return c.JSValue().Call("querySelector", "#box")
}

// Render draws the screen.
func (c *Landing) Render() goapp.UI {
	p := c.P
	return dom.El("main", "landing").Body(
		dom.El("header", "intro").Body(
			dom.El("h1").Body(wordsOf(p, words.Say.Headline)),
			dom.El("p").Body(wordsOf(p, words.Say.Lede)),
		),
		intakeForm(p),
		earlier(p),
		exampleChips(p),
		&preview.View{},
		dom.El("footer", "landing-foot").Body(
			privacy(p),
			dom.El("p", "to-reference").Body(referenceLinks(p)...),
			dom.El("p").Body(guideLinks(p)...),
			dom.El("p").Body(dom.NoticesLink(wordsOf(p, words.Say.Notices))),
		),
	)
}

// intakeForm is the box with its buttons. It is no form element: there is
// nothing to submit it to.
func intakeForm(p *model.Page) goapp.UI {
	return dom.El("div", "intake").Body(
		dom.El("label").Attr("for", "box").Class("intake-label").Body(
			dom.El("strong").Body(wordsOf(p, words.Say.BoxLabel)),
			dom.El("span").Body(wordsOf(p, words.Say.BoxHint)),
		),
		dom.El("textarea").ID("box").Spellcheck(false).Attr("autocomplete", "off").
			Attr("autocapitalize", "off").Attr("wrap", "soft").
			Attr("placeholder", "<Response> … </Response>"),
		states(p),
		dom.El("div", "intake-foot").Body(
			dom.Button("button", "paste").Attr("data-paste", "text").Body(dom.Icon(dom.IconPaste), wordsOf(p, words.Say.Paste)),
			dom.Button("button", "primary").Attr("data-read", "box").Body(
				wordsOf(p, words.Say.Read), dom.El("kbd", "wide-only").Text("Ctrl ⏎")),
			dom.El("label", "button", "file").Body(
				dom.Icon(dom.IconFile), wordsOf(p, words.Say.PickFile),
				dom.Void("input").Attr("type", "file").Class("heard").Attr("multiple", true).Attr("data-intake", "file")),
		),
	)
}

// states are the sentences for what can happen before the program runs, of which
// the start-up script shows one.
func states(p *model.Page) goapp.UI {
	return dom.El("div", "states").Role("status").Body(
		dom.El("p", "state").Hidden(true).DataSet("when", "received").Body(wordsOf(p, words.Say.Received)),
		failure(p, "unsupported", words.Say.Unsupported),
		failure(p, "blocked", words.Say.Blocked),
		failure(p, "network", words.Say.Network),
		failure(p, "slow", words.Say.Slow),
		failure(p, "crashed", words.Say.Crashed),
		dom.El("p", "state", "state-noscript").Hidden(goapp.IsClient).Body(wordsOf(p, words.Say.NeedsScript)),
	)
}

// failure is a sentence with the way to the reference, which needs no program.
func failure(p *model.Page, name string, sentence lang.Text) goapp.UI {
	return dom.El("p", "state", "state-bad").Hidden(true).DataSet("when", name).Body(
		dom.El("span").Body(wordsOf(p, sentence)), goapp.If(true, referenceLinks(p)...))
}

// earlier leads back to bodies that were in front before.
func earlier(p *model.Page) goapp.UI {
	stops := p.Earlier()
	if len(stops) == 0 {
		return nil
	}
	var entries []goapp.UI
	for _, n := range stops {
		entries = append(entries, dom.El("li").Body(earlierButton(p, n)))
	}
	return dom.El("nav", "earlier").Aria("label", words.Say.Earlier.In(p.Lang)).Body(
		dom.El("h2").Body(wordsOf(p, words.Say.Earlier), dom.El("span").Body(wordsOf(p, words.Say.EarlierLede))),
		dom.El("ul").Body(entries...))
}

// earlierButton tells what a body is in one line: kind, status, job and file.
func earlierButton(p *model.Page, n int) goapp.UI {
	of := &model.Page{Lang: p.Lang, Body: p.EarlierBody(n)}
	what := []*dom.Still{dom.St("strong").Foreign(kindName(of)), badge(of)}
	if id := idOf(of); id.Set() {
		what = append(what, dom.St("code").Foreign(id.Text))
	}
	if name := of.Body.Given.Name; name != "" {
		what = append(what, dom.St("span").Foreign(name))
	}
	return dom.Button("earlier-body").DataSet("do", model.ToEarlier(n)).Body(dom.Uis(what)...)
}

func exampleChips(p *model.Page) goapp.UI {
	chips := []goapp.UI{dom.El("h2").Body(wordsOf(p, words.Say.Examples))}
	for _, e := range intake.Examples {
		chips = append(chips, dom.Button("chip").DataSet("example", e.Name).Body(wordsOf(p, e.Title)))
	}
	return dom.El("div", "examples").Body(chips...)
}

func privacy(p *model.Page) goapp.UI {
	return dom.El("details", "privacy").Body(
		dom.El("summary").Body(
			dom.Icon(dom.IconLock),
			dom.El("span").Body(wordsOf(p, words.Say.Private)),
			dom.El("span", "why").Body(wordsOf(p, words.Say.PrivateWhy))),
		dom.El("ul").Body(
			dom.El("li").Body(wordsOf(p, words.Say.PrivateCode)),
			dom.El("li").Body(wordsOf(p, words.Say.PrivatePolicy)),
			dom.El("li").Body(wordsOf(p, words.Say.PrivateSeen)),
		),
	)
}

// referenceLinks leads to the reference in the page's language; what is
// prerendered leads to both.
func referenceLinks(p *model.Page) []goapp.UI {
	return inLanguages(p, func(l lang.Lang, class string) goapp.UI {
		return dom.El("a", "reference-link", class).Lang(l.Tag()).Attr("href", dom.ReferenceLink(l, "")).
			Body(book(l, words.Say.Reference, words.Say.ReferenceLede)...)
	})
}

// guideLinks leads to the guides in the same way.
func guideLinks(p *model.Page) []goapp.UI {
	return inLanguages(p, func(l lang.Lang, class string) goapp.UI {
		return dom.GuidesLink("reference-link "+class, l, book(l, words.Say.Guides, words.Say.GuidesLede)...)
	})
}

// book is the name of something to read, with what it is.
func book(l lang.Lang, name, lede lang.Text) []goapp.UI {
	return []goapp.UI{dom.Icon(dom.IconBook),
		dom.El("strong").Text(name.In(l)), dom.El("span").Text(lede.In(l))}
}

// inLanguages draws a link in the page's language, in what is prerendered in both.
func inLanguages(p *model.Page, link func(l lang.Lang, class string) goapp.UI) []goapp.UI {
	if goapp.IsClient {
		return []goapp.UI{link(p.Lang, "")}
	}
	return []goapp.UI{link(lang.ZH, "only-zh"), link(lang.EN, "only-en")}
}
