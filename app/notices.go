package app

import (
	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/parser/lang"
)

// Notice is what the authors of a part of the program ask to be told with it.
type Notice struct {
	Part string // such as "github.com/beevik/etree v1.8.1"
	File string // such as "LICENSE"
	Text string
}

const noticesPath = "/notices/"

// NoticesPage is the page of all notices. It holds both languages and needs no
// program. Whoever builds the site knows what it is made of.
func NoticesPage(notices []Notice) Page {
	body := func() goapp.UI { return noticesBody(notices) }
	return Page{Path: noticesPath, Lang: lang.ZH, Title: say.Notices, Description: say.NoticesLede, Body: body, Scriptless: true}
}

func noticesBody(notices []Notice) goapp.UI {
	body := []goapp.UI{
		el("p").Body(el("a").Attr("href", viewerPath).Body(icon(iconLens), el("span").Text(say.Name.EN))),
		el("h1").Body(inEach(say.Notices, "span", " · ")...),
		el("div").Body(inEach(say.NoticesLede, "p", "")...),
	}
	part := ""
	for _, n := range notices {
		if n.Part != part {
			part = n.Part
			body = append(body, el("h2").Text(part))
		}
		body = append(body, el("h3").Text(n.File), el("pre").Text(n.Text))
	}
	return el("main", "notices").Body(body...)
}

// inEach writes a text in each language, with a word between.
func inEach(t lang.Text, tag, between string) (all []goapp.UI) {
	for _, l := range lang.All {
		if between != "" && len(all) > 0 {
			all = append(all, goapp.Text(between))
		}
		all = append(all, el(tag).Lang(l.Tag()).Text(t.In(l)))
	}
	return all
}

// noticesLink leads to the page of notices, in a tab of its own: the program,
// and what was given to it, stay.
func noticesLink(words goapp.UI) goapp.UI {
	return el("a", "to-notices").Attr("href", Link(noticesPath)).Attr("target", "_blank").Attr("rel", "noopener").
		OnClick(leaveToBrowser).Body(words)
}

// leaveToBrowser keeps go-app from looking for an address among its own pages.
func leaveToBrowser(_ goapp.Context, e goapp.Event) { e.Call("stopPropagation") }
