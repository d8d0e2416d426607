// Package share makes a link of a body: in the part of an address that browsers send to
// nobody. Before that it shows what is in it, and lets fields be left out.
package share

import (
	"context"
	"strings"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/face"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// How many characters of a link nobody is known to cut, and how many are offered at all:
// Chromium shows addresses of 2 MB and Firefox of 1 MB, but what chat tools bear is not
// documented.
const (
	shortLink = 2000
	longLink  = 64 << 10
)

// View is the part of the dialog that makes a link.
type View struct {
	goapp.Compo
	P   *model.Page
	B   *model.Body // that is shared
	Rev int

	of      *content
	from    any // the callback that the content is of
	secrets bool
	link    string // as it was made last, empty where something has changed since
	said    lang.Text
	work    dom.Slow
}

// OnDismount ends what is under way.
func (c *View) OnDismount() { c.work.Stop() }

func (c *View) say(t lang.Text) string { return t.In(c.P.Lang) }

// Render draws what is in the link, and what makes it.
func (c *View) Render() goapp.UI {
	if at := c.B.CurrentCallback(); c.from != any(at) {
		c.from, c.of, c.link, c.said, c.secrets = at, contentOf(at), "", lang.Text{}, false
	}
	section := dom.El("section", "share").Aria("labelledby", "share-title")
	if c.of == nil || c.B.Partly() {
		return section
	}
	return section.Body(
		dom.El("h3").ID("share-title").Text(c.say(words.Say.ShareTitle)),
		dom.El("p", "soft").Text(c.say(words.Say.ShareLede)),
		dom.El("details").Body(
			dom.El("summary").Text(c.say(words.Say.ShareFields.With(words.Count(len(c.of.fields))))),
			dom.El("ul", "share-fields").OnChange(c.onField).Body(dom.Uis(c.lines())...),
			goapp.If(c.of.listed > 0, dom.El("p", "soft").Text(c.say(words.Say.ShareListed.With(words.Count(c.of.listed)))))),
		goapp.If(c.B.Revealed, dom.El("label", "share-secrets").Body(
			dom.Void("input").Attr("type", "checkbox").Attr("autocomplete", "off").OnChange(c.onSecrets),
			goapp.Text(c.say(words.Say.ShareSecrets)))),
		dom.El("p", "soft").Text(c.say(words.Say.ShareView)),
		dom.El("div", "takeaway-do").Body(
			dom.Button("button").OnClick(c.onMake).Text(c.say(words.Say.ShareMake)),
			dom.Button("button").Attr("disabled", c.link == "").OnClick(c.onCopy).Text(c.say(words.Say.ShareCopy))),
		dom.El("p", "takeaway-said").Role("status").Text(c.say(c.said)),
	)
}

// lines draws the fields, each with a box that leaves it in.
func (c *View) lines() (all []*dom.Still) {
	for i, it := range c.of.fields {
		value, more := words.Clipped(it.Value(), 60)
		if more {
			value += "…"
		}
		all = append(all, dom.St("li").Body(dom.StOf("label", "",
			dom.St("input").Attr("type", "checkbox").Attr("autocomplete", "off").Attr("checked", true).DataSet("field", i),
			dom.St("span").Foreign(it.Path()), dom.St("span", "soft").Body(dom.St("bdi").Signed(value)))))
	}
	return all
}

func (c *View) onField(_ goapp.Context, e goapp.Event) {
	if i := dom.IndexOf(e.Get("target"), "field"); i >= 0 {
		c.of.left[i] = !e.Get("target").Get("checked").Bool()
		c.link, c.said = "", lang.Text{}
	}
}

func (c *View) onSecrets(_ goapp.Context, e goapp.Event) {
	c.secrets, c.link, c.said = e.Get("target").Get("checked").Bool(), "", lang.Text{}
}

func (c *View) onCopy(goapp.Context, goapp.Event) {
	if link := c.link; link != "" {
		go face.Copied(c.P, link)
	}
}

// onMake packs what is shared, and says how long the link is and who bears that.
func (c *View) onMake(ctx goapp.Context, _ goapp.Event) {
	of, aim := c.of, c.of.aimOf(c.P)
	text := of.text(c.secrets || !c.B.Revealed) // what is hidden on the page is not in its report
	c.work.Start(ctx, func(r *dom.Run) {
		link, err := linkOf(text, of.actions(aim, parser.Inspect(context.Background(), text, parser.Options{Redact: true})))
		r.Publish(func(goapp.Context) { c.link, c.said = judged(link, err) })
	})
}

// judged says how long a link is and who bears that; one that is too long is none.
func judged(link string, err error) (string, lang.Text) {
	n := words.Count(len(link))
	switch {
	case err != nil:
		return "", words.Say.ShareFailed
	case len(link) > longLink:
		return "", words.Say.ShareTooLong.With(n)
	case len(link) > shortLink:
		return link, words.Say.ShareLong.With(n)
	}
	return link, words.Say.ShareShort.With(n)
}

// linkOf returns the address of the viewer with a text in it, and what it shows of that.
func linkOf(text []byte, show string) (link string, err error) {
	err = dom.Attempt(func() {
		array := goapp.Window().Get("Uint8Array").New(len(text))
		goapp.CopyBytesToJS(array, text)
		packed, failed := dom.Await(context.Background(), goapp.Window().Get("callbackLens").Call("pack", array))
		if failed != nil {
			panic(failed)
		}
		page, _, _ := strings.Cut(goapp.Window().Get("location").Get("href").String(), "#")
		link = page + "#body=1." + packed.String() + "&show=" + show
	})
	return link, err
}
