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
	return goapp.Main().Class("landing").Body(
		goapp.Header().Class("intro").Body(
			goapp.H1().Body(s.words(say.Headline)),
			goapp.P().Body(s.words(say.Lede)),
		),
		s.intakeForm(),
		s.examples(),
		goapp.Footer().Class("landing-foot").Body(
			s.privacy(),
			goapp.P().Class("to-reference").Body(s.referenceLinks()...),
		),
	)
}

// intakeForm is the box with its buttons. It is no form element: there is
// nothing to submit it to.
func (s *Session) intakeForm() goapp.UI {
	return goapp.Div().Class("intake").Body(
		goapp.Label().For("box").Class("intake-label").Body(
			goapp.Strong().Body(s.words(say.BoxLabel)),
			goapp.Span().Body(s.words(say.BoxHint)),
		),
		goapp.Textarea().ID("box").Spellcheck(false).Attr("autocomplete", "off").
			Attr("autocapitalize", "off").Attr("wrap", "soft").
			Placeholder("<Response> … </Response>"),
		s.states(),
		goapp.Div().Class("intake-foot").Body(
			goapp.Button().Type("button").Class("button", "primary").Attr("data-read", "box").Body(
				s.words(say.Read), goapp.Kbd().Class("wide-only").Body(goapp.Text("Ctrl ⏎"))),
			goapp.Label().Class("button", "file").Body(
				icon(iconFile), s.words(say.PickFile),
				goapp.Input().Type("file").Class("heard").Attr("data-intake", "file")),
		),
	)
}

// states are the sentences for what can happen before the program runs; the
// stylesheet shows the one that the start-up script names.
func (s *Session) states() goapp.UI {
	return goapp.Div().Class("states").Role("status").Body(
		goapp.P().Class("state", "state-received").Body(s.words(say.Received)),
		s.failure("state-unsupported", say.Unsupported),
		s.failure("state-blocked", say.Blocked),
		s.failure("state-network", say.Network),
		s.failure("state-crashed", say.Crashed),
		goapp.P().Class("state", "state-noscript").Body(s.words(say.NeedsScript)),
	)
}

// failure is a sentence with the way to the reference, which needs no program.
func (s *Session) failure(class string, sentence lang.Text) goapp.UI {
	return goapp.P().Class("state", "state-bad", class).Body(
		goapp.Span().Body(s.words(sentence)), goapp.If(true, s.referenceLinks()...))
}

func (s *Session) examples() goapp.UI {
	chips := []goapp.UI{goapp.H2().Body(s.words(say.Examples))}
	for _, e := range examples {
		chips = append(chips, goapp.Button().Type("button").Class("chip").DataSet("example", e.name).Body(s.words(e.title)))
	}
	return goapp.Div().Class("examples").Body(chips...)
}

func (s *Session) privacy() goapp.UI {
	return goapp.Details().Class("privacy").Body(
		goapp.Summary().Body(icon(iconLock), goapp.Span().Body(s.words(say.Private)), goapp.Span().Class("why").Body(s.words(say.PrivateWhy))),
		goapp.Ul().Body(
			goapp.Li().Body(s.words(say.PrivateCode)),
			goapp.Li().Body(s.words(say.PrivatePolicy)),
			goapp.Li().Body(s.words(say.PrivateSeen)),
		),
	)
}

// referenceLinks leads to the reference in the page's language; what is
// prerendered leads to both.
func (s *Session) referenceLinks() []goapp.UI {
	link := func(l lang.Lang, class string) goapp.UI {
		return goapp.A().Class("reference-link", class).Lang(l.Tag()).Href(ReferenceLink(l, "")).Body(
			icon(iconBook), goapp.Strong().Body(goapp.Text(say.Reference.In(l))), goapp.Span().Body(goapp.Text(say.ReferenceLede.In(l))))
	}
	if goapp.IsClient {
		return []goapp.UI{link(s.Lang, "")}
	}
	return []goapp.UI{link(lang.ZH, "only-zh"), link(lang.EN, "only-en")}
}
