package app

import (
	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/parser/lang"
)

// Landing is the screen before a body was given. The start-up script listens
// to its box, buttons and chips, so that they work before the program does.
type Landing struct {
	goapp.Compo
	S   *Session
	Rev int
}

// OnMount puts back what was typed before the program ran, or before the box
// was left.
func (c *Landing) OnMount(goapp.Context) {
	if goapp.IsServer {
		return
	}
	field, typed := c.field(), c.S.box
	if typed.text != "" {
		field.Set("value", typed.text)
		field.Call("setSelectionRange", typed.start, typed.end)
	}
	if typed.focused {
		field.Call("focus", map[string]any{"preventScroll": true})
	}
}

// OnDismount keeps what is typed for when the box comes back.
func (c *Landing) OnDismount() {
	if goapp.IsServer || c.S.Report != nil {
		return
	}
	c.S.box.text = c.field().Get("value").String()
}

func (c *Landing) field() goapp.Value {
	return c.JSValue().Call("querySelector", "#box")
}

// Render draws the screen.
func (c *Landing) Render() goapp.UI {
	s := c.S
	return el("main", "landing").Body(
		el("header", "intro").Body(
			el("h1").Body(s.words(say.Headline)),
			el("p").Body(s.words(say.Lede)),
		),
		s.intakeForm(),
		s.examples(),
		el("footer", "landing-foot").Body(
			s.privacy(),
			el("p", "to-reference").Body(s.referenceLinks()...),
			el("p").Body(noticesLink(s.words(say.Notices))),
		),
	)
}

// intakeForm is the box with its buttons. It is no form element: there is
// nothing to submit it to.
func (s *Session) intakeForm() goapp.UI {
	return el("div", "intake").Body(
		el("label").Attr("for", "box").Class("intake-label").Body(
			el("strong").Body(s.words(say.BoxLabel)),
			el("span").Body(s.words(say.BoxHint)),
		),
		el("textarea").ID("box").Spellcheck(false).Attr("autocomplete", "off").
			Attr("autocapitalize", "off").Attr("wrap", "soft").
			Attr("placeholder", "<Response> … </Response>"),
		s.states(),
		el("div", "intake-foot").Body(
			button("button", "primary").Attr("data-read", "box").Body(
				s.words(say.Read), el("kbd", "wide-only").Text("Ctrl ⏎")),
			el("label", "button", "file").Body(
				icon(iconFile), s.words(say.PickFile),
				void("input").Attr("type", "file").Class("heard").Attr("data-intake", "file")),
		),
	)
}

// states are the sentences for what can happen before the program runs, of which
// the start-up script shows one.
func (s *Session) states() goapp.UI {
	return el("div", "states").Role("status").Body(
		el("p", "state").Hidden(true).DataSet("when", "received").Body(s.words(say.Received)),
		s.failure("unsupported", say.Unsupported),
		s.failure("blocked", say.Blocked),
		s.failure("network", say.Network),
		s.failure("slow", say.Slow),
		s.failure("crashed", say.Crashed),
		el("p", "state", "state-noscript").Hidden(goapp.IsClient).Body(s.words(say.NeedsScript)),
	)
}

// failure is a sentence with the way to the reference, which needs no program.
func (s *Session) failure(name string, sentence lang.Text) goapp.UI {
	return el("p", "state", "state-bad").Hidden(true).DataSet("when", name).Body(
		el("span").Body(s.words(sentence)), goapp.If(true, s.referenceLinks()...))
}

func (s *Session) examples() goapp.UI {
	chips := []goapp.UI{el("h2").Body(s.words(say.Examples))}
	for _, e := range examples {
		chips = append(chips, button("chip").DataSet("example", e.name).Body(s.words(e.title)))
	}
	return el("div", "examples").Body(chips...)
}

func (s *Session) privacy() goapp.UI {
	return el("details", "privacy").Body(
		el("summary").Body(icon(iconLock), el("span").Body(s.words(say.Private)), el("span", "why").Body(s.words(say.PrivateWhy))),
		el("ul").Body(
			el("li").Body(s.words(say.PrivateCode)),
			el("li").Body(s.words(say.PrivatePolicy)),
			el("li").Body(s.words(say.PrivateSeen)),
		),
	)
}

// referenceLinks leads to the reference in the page's language; what is
// prerendered leads to both.
func (s *Session) referenceLinks() []goapp.UI {
	link := func(l lang.Lang, class string) goapp.UI {
		return el("a", "reference-link", class).Lang(l.Tag()).Attr("href", ReferenceLink(l, "")).Body(
			icon(iconBook), el("strong").Text(say.Reference.In(l)), el("span").Text(say.ReferenceLede.In(l)))
	}
	if goapp.IsClient {
		return []goapp.UI{link(s.Lang, "")}
	}
	return []goapp.UI{link(lang.ZH, "only-zh"), link(lang.EN, "only-en")}
}
