package comparison

import (
	"strconv"
	"strings"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/face"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/compare"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// sideNames are what the sides are called.
var sideNames = [2]*lang.Text{&words.Say.CompareLeft, &words.Say.CompareRight}

// sides draws what is compared.
func (c *View) sides(s *state) goapp.UI {
	cards := dom.StOf("div", "compare-cards")
	for i, side := range s.of.Sides {
		name := dom.StOf("strong", "").Text(c.say(*sideNames[i]))
		if side.Body() == nil {
			cards.Body(dom.StOf("section", "compare-card waiting", name,
				dom.StOf("span", "soft").Text(c.say(words.Say.CompareChoose)+c.say(words.Say.Comma)+c.say(words.Say.CompareGive))))
			continue
		}
		cards.Body(dom.StOf("section", "compare-card", name, c.about(side.Body(), side.Side()),
			dom.StOf("span", "compare-do", c.does(model.ToSide(i, -1), words.Say.CompareShow),
				c.does(model.ToChange(i), words.Say.CompareChange))))
	}
	return cards.UI()
}

// does draws a quiet button.
func (c *View) does(action string, name lang.Text) *dom.Still {
	return dom.StButton("quiet").DataSet("do", action).Text(c.say(name))
}

// about tells what a job is in a line: status, kind, number, id, object and file.
func (c *View) about(b *model.Body, s compare.Side) *dom.Still {
	e := dom.St("span", "compare-about")
	if j := s.JobOf(); j != nil {
		shown := &model.Page{Lang: c.P.Lang, Body: b}
		look, icon := face.StatusLook(shown, j)
		e.Body(dom.St("span", "badge", look).Body(dom.StIcon(icon)).Foreign(face.StatusWord(shown, j)))
	}
	e.Body(dom.St("span").Foreign(words.Headline(c.say(face.KindName(s.Of())))))
	if n, all := number(s); all > 1 {
		e.Body(dom.St("span").Text(c.say(words.Say.JobNumber.With(strconv.Itoa(n)))))
	}
	if id := s.ID(); id != "" {
		e.Body(dom.St("code").Foreign(id))
	}
	for _, text := range [...]string{objectOf(s), b.Given.Name} {
		if text != "" {
			e.Body(dom.St("span", "soft").Foreign(text))
		}
	}
	return e
}

func objectOf(s compare.Side) string {
	if j := s.JobOf(); j != nil {
		return j.Input.Object.Text
	}
	return ""
}

// number returns which job of its report a side is, counted from 1, and how many there
// are; a callback without jobs counts as one.
func number(s compare.Side) (n, all int) {
	for c := range s.Report.Callbacks {
		if c == s.Callback {
			n = all + s.Job + 1
		}
		all += max(len(s.Report.Callbacks[c].Jobs), 1)
	}
	return n, all
}

// chooser lists what can be put on the side that is still to be chosen.
type chooser struct {
	goapp.Compo
	C   *View
	S   *state
	Rev int

	first string // the action of the first that is listed
}

// mostJobs is how many jobs are listed; of more than that what is typed finds each.
const mostJobs = 50

// OnMount lets those begin to type who have keys.
func (c *chooser) OnMount(ctx goapp.Context) {
	ctx.Defer(func(goapp.Context) {
		_ = dom.Attempt(func() {
			if goapp.Window().Call("matchMedia", "(pointer: fine)").Get("matches").Bool() {
				c.JSValue().Call("querySelector", "input[type=search]").Call("focus")
			}
		})
	})
}

// Render draws it.
func (c *chooser) Render() goapp.UI {
	say := c.C.say
	jobs, more := c.jobs()
	jobs.Attr("hidden", jobs.Bare())
	if more > 0 {
		jobs.Body(dom.StOf("li", "soft").Text(say(words.Say.CompareMore.With(words.Count(more)))))
	}
	file := dom.StOf("label", "button file", dom.StIcon(dom.IconFile), dom.StText(say(words.Say.PickFile)),
		dom.StOf("input", "heard").Attr("type", "file").Attr("data-intake", "file"))
	give := dom.StOf("div", "compare-give",
		dom.StOf("p", "", dom.StOf("strong", "").Text(say(words.Say.CompareAnother)),
			dom.StOf("span", "soft").Text(say(words.Say.CompareGiven))),
		dom.StButton("button", "paste").Attr("data-paste", "text").Body(dom.StIcon(dom.IconPaste)).Text(say(words.Say.Paste)),
		file)
	hint := say(words.Say.JobFilter)
	return dom.El("section", "compare-chooser").Body(
		give.UI(),
		dom.Void("input").Class("compare-find").Attr("type", "search").Attr("placeholder", hint).Attr("hidden", jobs.Bare() && c.S.typed == "").
			Aria("label", hint).Attr("autocomplete", "off").Attr("value", c.S.typed).OnInput(c.onType).OnKeyDown(c.onKey),
		jobs.UI())
}

// jobs lists the jobs that fit what is typed, and tells how many more do.
func (c *chooser) jobs() (list *dom.Still, more int) {
	list, listed := dom.StOf("ul", "compare-jobs"), 0
	p := c.C.P
	c.first = ""
	wanted := strings.Fields(strings.ToLower(c.S.typed))
	add := func(b *model.Body, s compare.Side, action string, also string) {
		n, _ := number(s)
		if len(wanted) > 0 && !hasAll(strings.ToLower(strings.Join([]string{strconv.Itoa(n), s.ID(), objectOf(s), b.Given.Name,
			s.Of().Kind, c.C.say(face.KindName(s.Of())), also}, "\n")), wanted) {
			return
		}
		if listed++; listed > mostJobs {
			more++
			return
		}
		if c.first == "" {
			c.first = action
		}
		list.Body(dom.StOf("li", "", dom.StButton("compare-job").DataSet("do", action).Body(c.C.about(b, s))))
	}
	other := c.S.of.Sides[1-c.S.of.Waiting()]
	for i, b := range p.Candidates() {
		for callback := range b.Report.Callbacks {
			jobs := b.Report.Callbacks[callback].Jobs
			for job := range max(len(jobs), 1) {
				s := compare.Side{Report: b.Report, Callback: callback, Job: job}
				if other.Body() == b && other.Side() == s {
					continue
				}
				add(b, s, model.ToCompare(callback, job, i), status(s))
			}
		}
	}
	for _, n := range p.Earlier() {
		if b := p.EarlierBody(n); b.CurrentCallback() != nil {
			add(b, b.Subject().Side(), model.ToCompareEarlier(n), c.C.say(words.Say.Earlier))
		}
	}
	return list, more
}

// status names the outcome of a job in both languages.
func status(s compare.Side) string {
	if j := s.JobOf(); j != nil {
		outcome, _ := j.Status()
		if outcome != parser.OutcomeUnknown {
			return outcome.Name().ZH + " " + outcome.Name().EN
		}
	}
	return ""
}

func hasAll(text string, wanted []string) bool {
	for _, w := range wanted {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}

func (c *chooser) onType(ctx goapp.Context, _ goapp.Event) {
	c.S.typed = ctx.JSSrc().Get("value").String()
}

// onKey takes the first of what is listed.
func (c *chooser) onKey(ctx goapp.Context, e goapp.Event) {
	if e.Get("key").String() == "Enter" && !e.Get("isComposing").Bool() && c.first != "" {
		action := c.first
		e.PreventDefault()
		ctx.Emit(func() { c.C.P.Perform(action) })
	}
}
