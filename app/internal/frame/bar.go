package frame

import (
	"strconv"
	"strings"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/face"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/callback"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// Bar is the line on top: what the result is and how it went, and the switches.
type Bar struct {
	goapp.Compo
	P   *model.Page
	Rev int
}

// Render draws the bar.
func (b *Bar) Render() goapp.UI {
	p := b.P
	return dom.El("header", "bar").Body(
		brand(p),
		goapp.If(p.Body != nil, summary(p)),
		barButtons(p),
		switches(p),
	)
}

// brand is the name, which leads to the landing where there is a result.
func brand(p *model.Page) goapp.UI {
	name := dom.El("span", "brand-name").Body(wordsOf(p, words.Say.Name))
	if p.Body == nil {
		return dom.El("div", "brand").Body(dom.Icon(dom.IconLens), name)
	}
	return dom.Button("brand").DataSet("do", "new").
		Aria("label", words.Say.Home.In(p.Lang)).Title(words.Say.Home.In(p.Lang)).Body(dom.Icon(dom.IconLens), name)
}

func barButtons(p *model.Page) goapp.UI {
	if p.Body == nil {
		return nil
	}
	l := p.Lang
	// Where the icon alone has room, the tooltip says what it is.
	button := func(do, class, icon string, name lang.Text) goapp.UI {
		return dom.Button("button", class).DataSet("do", do).Title(name.In(l)).Body(dom.Icon(icon), goapp.Text(name.In(l)))
	}
	return dom.El("div", "bar-buttons").Body(
		goapp.If(p.CanCompare(), button("compare", "to-compare", dom.IconCompare, words.Say.Compare)),
		button("takeaway", "to-takeaway", dom.IconTake, words.Say.TakeAway),
		button("edit", "", dom.IconPen, words.Say.Edit),
		button("new", "", dom.IconPlus, words.Say.NewBody),
	)
}

// summary tells kind, status, job and how long it took.
func summary(p *model.Page) goapp.UI {
	if p.Body == nil {
		return nil
	}
	if p.Compare != nil {
		return dom.El("div", "summary").Body(dom.St("h1", "kind").Text(words.Say.CompareTwo.In(p.Lang)).UI())
	}
	return dom.El("div", "summary", dom.Chosen(p.Body.InParts(), "in-parts")).Body(
		append(dom.Uis([]*dom.Still{headKind(p), badge(p), jobID(p), took(p), remarkCount(p)}), secretsSwitch(p))...)
}

func headKind(p *model.Page) *dom.Still { return dom.St("h1", "kind").Foreign(kindName(p)) }

// kindName names the kind of the callback that is shown.
func kindName(p *model.Page) string {
	c := p.Body.CurrentCallback()
	if c == nil {
		return words.Say.Unread.In(p.Lang)
	}
	return words.Headline(face.KindName(c).In(p.Lang))
}

// badge tells how the job or the run went, and which field says so.
func badge(p *model.Page) *dom.Still {
	c := p.Body.CurrentCallback()
	switch j := p.Body.CurrentJob(); {
	case j != nil && p.Body.StatusUnread(j) != model.UnreadNone:
		return face.UnreadBadge(p, p.Body.StatusUnread(j))
	case j != nil:
		outcome, by := j.Status()
		return face.BadgeOf(p, outcome, face.StatusWord(p, j), by)
	case c != nil && c.Fault != nil:
		return face.BadgeOf(p, parser.OutcomeFailed, c.Fault.Code.Text, "Code")
	case c != nil:
		return callbackBadge(p, c)
	}
	return nil
}

// callbackBadge tells how a body without jobs went, if it says anything of that.
func callbackBadge(p *model.Page, c *parser.Callback) *dom.Still {
	switch outcome, by := c.Status(); {
	case p.Body.RunUnread(c) != model.UnreadNone:
		return face.UnreadBadge(p, p.Body.RunUnread(c))
	case outcome != parser.OutcomeUnknown:
		return face.BadgeOf(p, outcome, face.OutcomeWord(p, outcome), by)
	case by != "":
		return face.BadgeOf(p, outcome, c.Execution.State.Text, by)
	}
	return nil
}

// idOf returns the id of the job that is shown, or of the run.
func idOf(p *model.Page) (id parser.Value) {
	if j := p.Body.CurrentJob(); j != nil {
		id = j.ID
	} else if c := p.Body.CurrentCallback(); c != nil && c.Execution != nil {
		id = c.Execution.RunID
	}
	return id
}

func jobID(p *model.Page) *dom.Still {
	id := idOf(p)
	if !id.Set() {
		return nil
	}
	return dom.St("span", "job-id").Body(
		dom.St("code").Foreign(id.Text),
		face.CopyButton(p, id.Text, callback.LabelOf(callback.JobFields, "JobId").In(p.Lang)))
}

func took(p *model.Page) *dom.Still {
	j := p.Body.CurrentJob()
	if j == nil {
		return nil
	}
	d, _, ok := p.Body.Duration(j)
	if !ok {
		return nil
	}
	return dom.St("span", "took").Text(words.Filled(words.Say.Ran, words.Spell(d), p.Lang))
}

// remarkCount leads to the remarks on the shown job, with the sign of the gravest;
// where there are none, to those on other jobs.
func remarkCount(p *model.Page) *dom.Still {
	here, elsewhere := p.Body.Remarks()
	n, one, many, action := here, words.Say.RemarkOne, words.Say.RemarkMany, model.ToRemarks(false)
	if here == 0 {
		n, one, many, action = elsewhere, words.Say.RemarkElsewhere, words.Say.RemarksElsewhere, model.ToRemarks(true)
	}
	if n == 0 {
		return nil
	}
	worst := parser.Info
	if all := p.Body.AboutShown(); len(all) > 0 {
		worst = p.Body.Report.Diagnostics[all[0]].Severity
	}
	class, sign, _ := face.SeverityLook(worst)
	return dom.StButton("remark-count", class).DataSet("do", action).
		Body(dom.StIcon(sign), dom.StText(words.Numbered(one, many, n).In(p.Lang)))
}

// secretsSwitch shows what is hidden, and hides it again.
func secretsSwitch(p *model.Page) goapp.UI {
	if p.Body.Secrets == 0 || p.Body.Unread() == model.UnreadComing {
		return nil
	}
	return dom.Button("secrets").DataSet("do", "secrets").Aria("pressed", p.Body.Revealed).
		Title(secretsLabel(p).In(p.Lang)).
		Body(dom.Icon(dom.IconLock), goapp.Text(secretsLabel(p).In(p.Lang)))
}

func secretsLabel(p *model.Page) lang.Text {
	one, many := words.Say.ShowSecret, words.Say.ShowSecrets
	if p.Body.Revealed {
		one, many = words.Say.HideSecret, words.Say.HideSecrets
	}
	if p.Body.Secrets == 1 {
		return one
	}
	return many.With(strconv.Itoa(p.Body.Secrets))
}

// shownReceipts is how many wrappers stand below the bar; the facts have all.
const shownReceipts = 6

// receipts are the wrappers that were taken off, from the outside in, each of which
// leads to where it lay.
func receipts(p *model.Page) goapp.UI {
	l := p.Lang
	line := dom.El("nav", "receipts").Aria("label", words.Say.Layers.In(l))
	if p.Body == nil || p.Compare != nil || len(p.Body.Report.Layers) == 0 {
		return line.Hidden(true)
	}
	layers := p.Body.Report.Layers
	chain := []*dom.Still{dom.St("li").Text(words.Say.LayerSource.In(l) + " · " + words.Size(p.Body.Report.Source.Bytes))}
	for i := range layers[:min(len(layers), shownReceipts)] {
		name := parser.LayerName(layers[i].Kind).In(l)
		chip := dom.StButton("receipt").DataSet("do", model.ToPlace(model.ViewSource, p.Body.Report.PlaceOfLayer(i))).
			Title(words.Say.ShowInSource.In(l)).
			Body(dom.St("strong").Text(name))
		if note := layers[i].Note.In(l); !strings.EqualFold(note, name) {
			chip.Body(dom.St("span", "receipt-note").Foreign(note))
		}
		place := "inside"
		if layers[i].In != i-1 {
			place = "beside"
		}
		chain = append(chain, dom.StOf("li", place, chip.Body(dom.St("span").Text(words.Size(layers[i].Size)))))
	}
	if more := len(layers) - shownReceipts; more > 0 {
		chain = append(chain, dom.StOf("li", "", dom.StButton("receipt").DataSet("do", model.ToView(model.ViewFacts)).
			Text(words.Say.MoreTexts.With(words.Count(more)).In(l))))
	}
	return line.Body(dom.StOf("ol", "", chain...).UI())
}
