package frame

import (
	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// Notice is what the authors of a part of the program ask to be told with it.
type Notice struct {
	Part string // such as "github.com/beevik/etree v1.8.1"
	File string // such as "LICENSE"
	Text string
}

// NoticesBody draws the page of all notices, in both languages. It needs no
// program.
func NoticesBody(notices []Notice) goapp.UI {
	body := []goapp.UI{
		dom.El("p").Body(dom.El("a").Attr("href", dom.ViewerPath).Body(
			dom.Icon(dom.IconLens), dom.El("span").Text(words.Say.Name.EN))),
		dom.El("h1").Body(inEach(words.Say.Notices, "span", " · ")...),
		dom.El("div").Body(inEach(words.Say.NoticesLede, "p", "")...),
	}
	part := ""
	for _, n := range notices {
		if n.Part != part {
			part = n.Part
			body = append(body, dom.El("h2").Text(part))
		}
		body = append(body, dom.El("h3").Text(n.File), dom.El("pre").Text(n.Text))
	}
	return dom.El("main", "notices").Body(body...)
}

// inEach writes a text in each language, with a word between.
func inEach(t lang.Text, tag, between string) (all []goapp.UI) {
	for _, l := range lang.All {
		if between != "" && len(all) > 0 {
			all = append(all, goapp.Text(between))
		}
		all = append(all, dom.El(tag).Lang(l.Tag()).Text(t.In(l)))
	}
	return all
}
