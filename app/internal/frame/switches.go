package frame

import (
	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/preview"
	"github.com/callbacklens/callbacklens/app/internal/reference"
	"github.com/callbacklens/callbacklens/app/internal/split"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// themes lists the themes in the order in which the switch goes through them.
var themes = [...]struct {
	theme model.Theme
	name  *lang.Text
	icon  string
}{
	{model.ThemeSystem, &words.Say.ThemeSystem, dom.IconSystem},
	{model.ThemeLight, &words.Say.ThemeLight, dom.IconSun},
	{model.ThemeDark, &words.Say.ThemeDark, dom.IconMoon},
}

// themeAt returns the place of a theme in the list, that of the system's own if
// it is not there.
func themeAt(t model.Theme) int {
	for i := range themes {
		if themes[i].theme == t {
			return i
		}
	}
	return 0
}

// themeAfter returns the theme that the switch goes to from t.
func themeAfter(t model.Theme) model.Theme { return themes[(themeAt(t)+1)%len(themes)].theme }

// themeLabel names the switch and where it stands.
func themeLabel(t model.Theme) lang.Text {
	name := themes[themeAt(t)].name
	return lang.Text{ZH: words.Say.Theme.With(name.ZH).ZH, EN: words.Say.Theme.With(name.EN).EN}
}

// Adopt takes over what the start-up script found and what was typed before
// the program ran.
func Adopt(p *model.Page) {
	reference.Adopt()
	preview.Adopt()
	set := dom.Root().Get("dataset")
	p.Lang = lang.Parse(dom.Text(set.Get("lang")))
	p.Theme = themes[themeAt(model.Theme(dom.Text(set.Get("theme"))))].theme
	p.Settings = model.ParseSettings(dom.Recall(settingsKey))
	split.Apply(p.Settings)
	if lens := goapp.Window().Get("callbackLens"); lens.Truthy() {
		b := lens.Call("box")
		p.Box = model.Box{
			Text:  dom.Text(b.Get("text")),
			Start: b.Get("start").Int(), End: b.Get("end").Int(),
			Focused: b.Get("focused").Bool(),
		}
	}
}

// settingsKey is what the settings of the layout are remembered by.
const settingsKey = "layout"

// setLang changes the language of the page, and remembers it.
func setLang(p *model.Page, l lang.Lang) {
	p.Lang = l
	p.Rev++
	showLang(l)
	dom.Remember("lang", l.String())
}

// showLang tells the document its language.
func showLang(l lang.Lang) {
	if goapp.IsServer {
		return
	}
	dom.Root().Set("lang", l.Tag())
	dom.Root().Get("dataset").Set("lang", l.String())
}

// setTheme changes the colours of the page, and remembers them unless they are
// the system's.
func setTheme(p *model.Page, t model.Theme) {
	p.Theme = t
	p.Rev++
	if set := dom.Root().Get("dataset"); t == model.ThemeSystem {
		set.Delete("theme")
	} else {
		set.Set("theme", string(t))
	}
	dom.Remember("theme", string(t))
}

// wordsOf returns a text in the language of the page. What is prerendered for
// readers of either language holds both, of which the stylesheet shows one.
func wordsOf(p *model.Page, t lang.Text) goapp.UI {
	if goapp.IsClient || p.Body != nil {
		return goapp.Text(t.In(p.Lang))
	}
	return goapp.If(true,
		dom.El("span", "only-zh").Lang(lang.ZH.Tag()).Text(t.ZH),
		dom.El("span", "only-en").Lang(lang.EN.Tag()).Text(t.EN),
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
func switches(p *model.Page) goapp.UI {
	return dom.El("div", "switches").Body(
		dom.Button("quiet").DataSet("do", "lang").Body(wordsOf(p, words.Say.OtherLanguage)),
		dom.Button("quiet", "theme").DataSet("do", "theme").Title(themeLabel(p.Theme).In(p.Lang)).Body(
			dom.Icon(themes[themeAt(p.Theme)].icon),
			dom.El("span", "heard").Body(wordsOf(p, themeLabel(p.Theme))),
		),
		dom.Button("quiet", "keys-button").DataSet("do", "keys").Title(words.Say.Keys.In(p.Lang)).Body(
			dom.Icon(dom.IconKeys), dom.El("span", "heard").Body(wordsOf(p, words.Say.Keys)),
		),
		goapp.If(true, plainSwitch(p)...),
	)
}

// plainSwitch leads to the other language where there is no script: the style sheet shows
// the one that the address names. The program has no use for it.
func plainSwitch(p *model.Page) []goapp.UI {
	if goapp.IsClient || p.Body != nil {
		return nil
	}
	to := func(l lang.Lang, class string) goapp.UI {
		return dom.El("a", "plain-lang", class).ID(l.String()).Attr("href", "#"+l.String()).Lang(l.Tag()).
			Text(words.Say.OtherLanguage.In(other(l)))
	}
	return []goapp.UI{to(lang.EN, "only-zh"), to(lang.ZH, "only-en")}
}
