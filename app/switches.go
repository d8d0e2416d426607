package app

import (
	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/parser/lang"
)

// Theme is the choice of colours.
type Theme uint8

// The themes; the system's own is what a page begins with.
const (
	ThemeSystem Theme = iota
	ThemeLight
	ThemeDark
)

// String returns the theme as the page stores and styles it, "" for the system's.
func (t Theme) String() string {
	return [...]string{"", "light", "dark"}[t]
}

func (t Theme) name() lang.Text {
	return [...]lang.Text{say.ThemeSystem, say.ThemeLight, say.ThemeDark}[t]
}

// label names the switch and where it stands.
func (t Theme) label() lang.Text {
	name := t.name()
	return lang.Text{ZH: say.Theme.With(name.ZH).ZH, EN: say.Theme.With(name.EN).EN}
}

func (t Theme) next() Theme { return (t + 1) % 3 }

// adopt takes over what the start-up script found and what was typed before
// the program ran.
func (s *Session) adopt() {
	set := root().Get("dataset")
	s.Lang = lang.Parse(text(set.Get("lang")))
	for _, t := range [...]Theme{ThemeLight, ThemeDark} {
		if text(set.Get("theme")) == t.String() {
			s.Theme = t
		}
	}
	if lens := goapp.Window().Get("callbackLens"); lens.Truthy() {
		b := lens.Call("box")
		s.box = box{text(b.Get("text")), b.Get("start").Int(), b.Get("end").Int(), b.Get("focused").Bool()}
	}
}

// text returns a string of the browser, "" for what is none.
func text(v goapp.Value) string {
	if v.Type() != goapp.TypeString {
		return ""
	}
	return v.String()
}

// setLang changes the language of the page, and remembers it.
func (s *Session) setLang(l lang.Lang) {
	s.Lang = l
	s.Rev++
	showLang(l)
	remember("lang", l.String())
}

// showLang tells the document its language.
func showLang(l lang.Lang) {
	if goapp.IsServer {
		return
	}
	root().Set("lang", l.Tag())
	root().Get("dataset").Set("lang", l.String())
}

// setTheme changes the colours of the page, and remembers them unless they are
// the system's.
func (s *Session) setTheme(t Theme) {
	s.Theme = t
	s.Rev++
	if set := root().Get("dataset"); t == ThemeSystem {
		set.Delete("theme")
	} else {
		set.Set("theme", t.String())
	}
	remember("theme", t.String())
}

// words returns a text in the language of the page. What is prerendered for
// readers of either language holds both, of which the stylesheet shows one.
func (s *Session) words(t lang.Text) goapp.UI {
	if goapp.IsClient || s.Report != nil {
		return goapp.Text(t.In(s.Lang))
	}
	return goapp.If(true,
		el("span", "only-zh").Lang(lang.ZH.Tag()).Text(t.ZH),
		el("span", "only-en").Lang(lang.EN.Tag()).Text(t.EN),
	)
}

// other returns the language that the page is not in.
func other(l lang.Lang) lang.Lang {
	if l == lang.EN {
		return lang.ZH
	}
	return lang.EN
}

// switches are the two buttons for language and theme. They do nothing before
// the program runs, and so are not shown where it cannot.
func (s *Session) switches() goapp.UI {
	return el("div", "switches").Body(
		button("quiet").DataSet("do", "lang").Body(s.words(say.OtherLanguage)),
		button("quiet", "theme").DataSet("do", "theme").Body(
			icon([...]string{iconSystem, iconSun, iconMoon}[s.Theme]),
			el("span", "heard").Body(s.words(s.Theme.label())),
		),
		button("quiet", "keys-button").DataSet("do", "keys").Body(
			icon(iconKeys), el("span", "heard").Body(s.words(say.Keys)),
		),
	)
}
