package frame

import (
	"slices"
	"strings"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/face"
	"github.com/callbacklens/callbacklens/app/internal/jobs"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// showTitle tells status and kind in the tab's title. Browsers write titles
// into their history, so nothing that a body may have made up stands there.
func showTitle(ctx goapp.Context, p *model.Page) {
	ctx.Page().SetTitle(title(p))
}

func title(p *model.Page) string {
	c := p.Body.CurrentCallback()
	switch j := p.Body.CurrentJob(); {
	case p.Body == nil:
		return words.Say.Title.In(p.Lang)
	case p.Compare != nil:
		return titleOf(p, words.Say.CompareTwo.In(p.Lang))
	case c == nil:
		return titleOf(p, words.Say.Unread.In(p.Lang))
	case j != nil:
		return titleOf(p, titleStatus(p, j), titleKind(p, c))
	case c.Fault == nil:
		if outcome, _ := c.Status(); outcome != parser.OutcomeUnknown {
			return titleOf(p, face.OutcomeWord(p, outcome), titleKind(p, c))
		}
	}
	return titleOf(p, titleKind(p, c))
}

// announced is what those who listen to the page were told of last.
type announced struct {
	list   *model.Body // the first of those given together
	of     model.Subject
	report *parser.Report
}

// tell says to those who listen to the page what is in front, once all of it is read:
// another body, more of it than before, or another job.
func (v *Viewer) tell() {
	p := v.D.Page
	if p.Body == nil {
		v.told = announced{}
		return
	}
	was, now := v.told, announced{p.Body.Together()[0], p.Body.Subject(), p.Body.Report}
	if was == now || p.Body.Unread() == model.UnreadComing || p.Compare != nil {
		return
	}
	v.told = now
	result := told(p, was.list == now.list && was.of != now.of)
	v.ctx.Defer(func(goapp.Context) {
		if at := dom.Document().Get("activeElement"); nowhere(at) || !at.Call("matches", ".jobs-table").Bool() {
			dom.Announce(result) // the list itself says what is reached in it
		}
	})
}

// told is a result in a sentence: status, kind, and how much there is of what; of another
// job in the same list, which one it is.
func told(p *model.Page, other bool) string {
	parts := []string{strings.TrimSuffix(title(p), " · "+words.Say.Name.In(p.Lang))}
	switch n, of := jobs.Number(p); {
	case other && of > 1:
		parts = append([]string{words.Say.JobNumber.With(words.Count(n) + " / " + words.Count(of)).In(p.Lang)}, parts...)
	case p.Body.SeveralJobs():
		parts = append(parts, words.Say.Jobs.With(words.Count(p.Body.Jobs())).In(p.Lang))
	}
	if n := p.Body.Tokens().Len(); n > 0 {
		parts = append(parts, words.Numbered(words.Say.TokensOne, words.Say.TokensAll, n).In(p.Lang))
	}
	if here, _ := p.Body.Remarks(); here > 0 {
		parts = append(parts, words.Numbered(words.Say.RemarkOne, words.Say.RemarkMany, here).In(p.Lang))
	}
	return strings.Join(parts, words.Say.Comma.In(p.Lang))
}

// titleOf puts the parts of a title together with the name of the page.
func titleOf(p *model.Page, parts ...string) string {
	parts = slices.DeleteFunc(parts, func(part string) bool { return part == "" })
	return strings.Join(append(parts, words.Say.Name.In(p.Lang)), " · ")
}

// titleStatus is statusWord without the words of a body.
func titleStatus(p *model.Page, j *parser.Job) string {
	if outcome, by := j.Status(); outcome == parser.OutcomeUnknown && by == "State" {
		return words.Say.StatusUnknown.In(p.Lang)
	}
	return face.StatusWord(p, j)
}

// titleKind names the kind of a callback, or nothing if only the body knows it.
func titleKind(p *model.Page, c *parser.Callback) string {
	name := face.KindName(c)
	if name == (lang.Text{ZH: c.Kind, EN: c.Kind}) {
		return ""
	}
	return words.Headline(name.In(p.Lang))
}
