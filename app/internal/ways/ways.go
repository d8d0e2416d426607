//go:build !js

// Package ways draws the pages that lead on where an address has nothing of its
// own. They hold both languages and need no program, which has none of their text.
package ways

import (
	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// The titles and descriptions of the pages.
var (
	LostTitle       = words.Both("没有这个页面 · 回调透镜", "Page not found · Callback Lens")
	LostDescription = words.Both("这个地址没有内容。以下是可以去的页面。",
		"There is nothing at this address. These pages are here.")
	ForkTitle       = words.Both("字段参考：选择语言 · 回调透镜", "Reference: choose a language · Callback Lens")
	ForkDescription = words.Both("腾讯云数据万象分词回调（WordsGeneralize）的字段与词性参考，中文与英文。",
		"Fields and parts of speech of Tencent Cloud CI callbacks (WordsGeneralize), in Chinese and English.")
)

var (
	lostHeading = words.Both("没有这个页面", "Page not found")
	forkHeading = words.Both("字段参考", "Reference")
)

// way is a page that one may have been looking for.
type way struct {
	paths lang.Text
	name  lang.Text
	lede  lang.Text
}

// The pages of the site that stand on their own.
var (
	toViewer = way{words.Both(dom.ViewerPath, dom.ViewerPath), words.Both("回调查看器", "Callback viewer"),
		words.Both("粘贴回调内容即可查看，内容不离开本页。", "Paste a callback and see what is in it. Nothing leaves the page.")}
	toReference = way{words.Both(dom.ReferencePathZH, dom.ReferencePathEN), words.Both("字段参考", "Reference"),
		words.Both("全部节点、类型、错误码与词性。", "Every node, type, error code and part of speech.")}
	toGuides = way{words.Both(dom.GuidesPathZH, dom.GuidesPathEN), words.Both("指南", "Guides"),
		words.Both("接收、核对与解析回调。", "Receive callbacks, trust them and read them.")}
)

// Lost is the page for addresses that the site does not have.
func Lost() goapp.UI { return page(lostHeading, LostDescription, toViewer, toReference, toGuides) }

// Fork is the page above the two languages of the reference.
func Fork() goapp.UI { return page(forkHeading, ForkDescription, toReference, toGuides, toViewer) }

// page draws each language in a section of its own.
func page(heading, lede lang.Text, ways ...way) goapp.UI {
	body := []goapp.UI{home()}
	for i, l := range lang.All {
		tag := "h1"
		if i > 0 {
			tag = "h2"
		}
		body = append(body, dom.El("section").Lang(l.Tag()).Body(
			dom.El(tag).Text(heading.In(l)),
			dom.El("p").Text(lede.In(l)),
			dom.El("ul").Body(links(l, ways)...),
		))
	}
	return dom.El("main", "notices", "ways").Body(body...)
}

func links(l lang.Lang, ways []way) (all []goapp.UI) {
	for _, w := range ways {
		all = append(all, dom.El("li").Body(dom.El("a").Attr("href", w.paths.In(l)).Body(
			dom.El("strong").Text(w.name.In(l)), dom.El("span").Text(w.lede.In(l)))))
	}
	return all
}

// The words of the page that shows the viewer in a frame.
var (
	EmbedTitle       = words.Both("嵌入查看器：演示 · 回调透镜", "The viewer embedded, live · Callback Lens")
	EmbedDescription = words.Both("在自己的页面中嵌入回调查看器：传入回调内容，接收解析结果与所选内容。",
		"Hold the callback viewer in a page of your own: give it a body, hear of the result and of what is chosen.")

	embedHeading = words.Both("嵌入查看器", "The viewer, embedded")
	embedGive    = words.Both("传入一份回调", "Give it a body")
	embedFrame   = words.Both("回调查看器", "Callback viewer")
	embedHeard   = words.Both("收到的消息", "What was heard")
)

// Embed shows the viewer in a frame of this page, what is given to it and what it says.
// web/js/embed.js does the talking.
func Embed() goapp.UI {
	return dom.El("main", "notices", "ways").Body(
		home(),
		dom.El("h1").Body(both(embedHeading)...),
		dom.El("p").Body(both(EmbedDescription)...),
		dom.El("p").Body(dom.Button("button", "primary").ID("give").Body(both(embedGive)...)),
		dom.El("iframe", "embedded").ID("viewer").Attr("src", "/?embed=1").Title(embedFrame.ZH+" · "+embedFrame.EN),
		dom.El("h2").Body(both(embedHeard)...),
		dom.El("pre").ID("heard").Role("log").TabIndex(0).Aria("label", embedHeard.ZH+" · "+embedHeard.EN),
	)
}

func home() goapp.UI {
	return dom.El("p").Body(dom.El("a").Attr("href", dom.ViewerPath).Body(
		dom.Icon(dom.IconLens), dom.El("span").Text(words.Say.Name.EN)))
}

// both writes a text in each language.
func both(t lang.Text) []goapp.UI {
	return []goapp.UI{dom.El("span").Lang(lang.ZH.Tag()).Text(t.ZH), goapp.Text(" · "), dom.El("span").Lang(lang.EN.Tag()).Text(t.EN)}
}
