//go:build !js

// Package preview is the picture beside the box of the landing: what the viewer makes of
// the published example, small. It is drawn where the site is built, of what the parser
// says; the program has none of it and leaves it where it stands.
package preview

import (
	"context"
	"strconv"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/face"
	"github.com/callbacklens/callbacklens/app/internal/intake"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/callback"
	"github.com/callbacklens/callbacklens/parser/lang"
	"github.com/callbacklens/callbacklens/parser/reference"
)

// example is the body that is drawn, and opened by a press.
const example = "xml"

var (
	title = lang.Text{ZH: "解析结果示例", EN: "What you get"}
	open  = lang.Text{ZH: "打开这个示例", EN: "Open this example"}
)

// View is the picture in both languages, of which the style sheet shows one.
type View struct{ goapp.Compo }

// Adopt has nothing to do where there is no browser.
func Adopt() {}

// Render draws it.
func (v *View) Render() goapp.UI {
	place := dom.El("div", "preview-place")
	body, _, err := intake.Example(example)
	if err != nil {
		return place // the chips of the landing have no such example, either
	}
	report := parser.Inspect(context.Background(), body, parser.Options{})
	return place.Body(dom.St("div", "preview").Body(
		picture(report, lang.ZH, "only-zh"), picture(report, lang.EN, "only-en")).UI())
}

// picture draws a report in one language.
func picture(report *parser.Report, l lang.Lang, class string) *dom.Still {
	p := model.NewResult(report, l)
	return dom.St("figure", class).Lang(l.Tag()).Body(
		dom.StOf("figcaption", "", dom.StText(title.In(l))),
		dom.StButton("preview-open").DataSet("example", example).Body(
			bar(p), sentence(p), table(p), labels(p)))
}

// bar tells kind, status and how long the job took.
func bar(p *model.Page) *dom.Still {
	j := p.Body.CurrentJob()
	class, sign := face.StatusLook(p, j)
	kind := words.Headline(reference.KindName(p.Body.CurrentCallback().Kind).In(p.Lang))
	line := dom.StOf("span", "preview-bar",
		dom.StOf("span", "heard", dom.StText(open.In(p.Lang)+": ")), // what a press does, before what is seen
		dom.StOf("strong", "", dom.StText(kind)),
		dom.St("span", "preview-status", class).Body(dom.StIcon(sign)).Foreign(face.StatusWord(p, j)))
	if d, _, ok := p.Body.Duration(j); ok {
		line.Body(dom.St("span", "soft").Text(words.Filled(words.Say.Ran, words.Spell(d), p.Lang)))
	}
	return line
}

// sentence draws the words with their tags, as the text of a result does.
func sentence(p *model.Page) *dom.Still {
	line, t := dom.St("span", "preview-text").Lang(lang.ZH.Tag()), p.Body.Tokens()
	faces := face.TagFaces(t)
	for i := range t.Len() {
		f := &faces[t.Tag(i)]
		line.Body(dom.St("bdi", "preview-word", face.FamilyClass(f.Family)).DataSet("tag", f.Below).Edged(t.Word(i)))
	}
	return line
}

// table draws the words below each other.
func table(p *model.Page) *dom.Still {
	t := p.Body.Tokens()
	faces := face.TagFaces(t)
	head := dom.St("span", "preview-row", "soft")
	say := &words.Say
	for _, name := range [...]lang.Text{say.ColumnWord, say.ColumnPos, say.ColumnOffset, say.ColumnLength} {
		head.Body(dom.St("span").Text(name.In(p.Lang)))
	}
	all := dom.StOf("span", "preview-table", head)
	for i := range t.Len() {
		f := &faces[t.Tag(i)]
		offset, _ := t.Offset(i)
		length, _ := t.Length(i)
		all.Body(dom.St("span", "preview-row").Body(
			dom.St("bdi").Lang(lang.ZH.Tag()).Edged(t.Word(i)),
			dom.StOf("span", "", dom.St("bdi", "tag", face.FamilyClass(f.Family)).Edged(f.Tag),
				dom.St("bdi").Edged(f.Name.In(p.Lang))),
			dom.St("span").Text(strconv.Itoa(offset)), dom.St("span").Text(strconv.Itoa(length))))
	}
	return all
}

// labels draws what the service takes the text to be about, and where it stands.
func labels(p *model.Page) *dom.Still {
	j := p.Body.CurrentJob()
	all := dom.St("span", "preview-facts")
	fact := func(name lang.Text, value ...*dom.Still) {
		all.Body(dom.StOf("span", "soft", dom.StText(name.In(p.Lang))), dom.StOf("span", "", value...))
	}
	for i := range j.Labels {
		fact(words.Say.Labels, dom.St("bdi").Lang(lang.ZH.Tag()).Edged(j.Labels[i].Category.Text), dom.StText(" · "),
			dom.St("bdi").Lang(lang.ZH.Tag()).Edged(j.Labels[i].Word.Text))
	}
	fact(callback.LabelOf(callback.InputFields, "Object"), dom.St("bdi").Edged(j.Input.Object.Text))
	return all
}
