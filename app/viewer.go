package app

import (
	"slices"
	"strconv"
	"strings"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
	"github.com/callbacklens/callbacklens/parser/reference"
)

// Viewer is the page that takes a body and shows what is in it.
type Viewer struct {
	goapp.Compo
	S *Session

	ctx    goapp.Context
	onKeys goapp.Func
	update bool // a new version of the page is ready
	wide   bool // there is room for two columns
}

// wideFrom is the width in pixels from which the result has two columns, as
// the stylesheet has it.
const wideFrom = 1100

// OnMount lets the session reach the browser, listens to the keyboard and goes
// back to where the reader was.
func (v *Viewer) OnMount(ctx goapp.Context) {
	v.ctx = ctx
	v.S.attach(ctx, v)
	showTitle(ctx, v.S)
	if goapp.IsServer {
		return
	}
	v.update = root().Get("dataset").Get("update").Truthy()
	v.OnResize(ctx)
	v.onKeys = listener(v.onKey)
	document().Call("addEventListener", "keydown", v.onKeys)
	scroll := v.S.scroll
	ctx.Defer(func(goapp.Context) { scrollTo(scroll) })
}

// OnNav puts the reader's language back after a look at the reference in the
// other one.
func (v *Viewer) OnNav(goapp.Context) { showLang(v.S.Lang) }

// OnResize finds out how many columns the result has.
func (v *Viewer) OnResize(ctx goapp.Context) {
	width, _ := ctx.Page().Size()
	v.wide = width >= wideFrom
}

// OnDismount lets go of the keyboard.
func (v *Viewer) OnDismount() {
	v.S.attached = nil
	if goapp.IsServer {
		return
	}
	_ = attempt(func() { v.S.scroll = goapp.Window().Get("scrollY").Float() })
	document().Call("removeEventListener", "keydown", v.onKeys)
	v.onKeys.Release()
}

// OnAppUpdate offers the new version.
func (v *Viewer) OnAppUpdate(goapp.Context) { v.update = true }

// Render draws the landing, or the result.
func (v *Viewer) Render() goapp.UI {
	s := v.S
	if v.ctx != nil {
		showTitle(v.ctx, s)
	}
	return el("div", "viewer", v.state()).OnClick(v.onClick).Body(
		&Bar{S: s, Rev: s.Rev},
		el("div", "over").Body(&Progress{S: s, Rev: s.Rev}),
		v.notices(),
		v.body(),
		s.keysDialog(),
		v.rehearsal(),
		el("div", "drop").Hidden(unstyled()).Aria("hidden", true).Body(el("p").Body(icon(iconFile), s.words(say.DropHere))),
		el("div").ID("said").Class("heard").Role("status"),
	)
}

func (v *Viewer) state() string {
	if v.S.Report == nil {
		return "at-landing"
	}
	return "at-result"
}

func (v *Viewer) body() goapp.UI {
	if v.S.Report == nil {
		return &Landing{S: v.S, Rev: v.S.Rev}
	}
	return v.result("main")
}

// notices is the strip below the bar: what is to be said about what was given
// last, and the offer of a new version.
func (v *Viewer) notices() goapp.UI {
	l := v.S.Lang
	var lines []goapp.UI
	if !v.S.notice.empty() {
		lines = append(lines, el("p", "notice").Body(icon(iconInfo), v.S.notice.in(l).UI()))
	}
	if v.update {
		lines = append(lines, el("p", "notice").Body(
			icon(iconInfo), el("span").Text(say.UpdateReady.In(l)),
			button("quiet").DataSet("do", "update").Text(say.Now.In(l)),
		))
	}
	return el("div", "notices").Role("status").Body(lines...)
}

// result lays the parts of the result out in an element of that name: the
// tokens, or what the body has instead, and one more part in front of them or
// beside them.
func (v *Viewer) result(tag string) goapp.UI {
	s := v.S
	front := "main"
	if s.View != ViewTokens {
		front = "side"
	}
	return el(tag, "result").DataSet("front", front).DataSet("side", s.Side.String()).Body(
		v.tabs(),
		el("section", "pane-main").Aria("label", s.mainName().In(s.Lang)).Body(
			&Jobs{S: s, Rev: s.Rev},
			&Lead{S: s, Rev: s.Rev},
			goapp.If(true, s.main()...),
		),
		el("section", "pane-side").Aria("label", s.viewName(s.Side).In(s.Lang)).Body(s.side()),
	)
}

// main is what stands in the wide column.
func (s *Session) main() []goapp.UI {
	c := s.CurrentCallback()
	switch {
	case c == nil:
		return []goapp.UI{&Unread{S: s, Rev: s.Rev}}
	case c.Fault != nil:
		return []goapp.UI{&Fault{S: s, Rev: s.Rev}}
	case c.Execution != nil:
		return []goapp.UI{&Execution{S: s, Rev: s.Rev}}
	case s.Tokens().Len() > 0:
		return []goapp.UI{&Sentence{S: s, Rev: s.Rev}, &TokenTable{S: s, Rev: s.Rev}}
	}
	return []goapp.UI{&Results{S: s, Rev: s.Rev}}
}

// mainName is what the wide column is called.
func (s *Session) mainName() lang.Text {
	if s.Tokens().Len() > 0 {
		return say.ViewTokens
	}
	return say.ViewResults
}

// side is the part that stands beside.
func (s *Session) side() goapp.UI {
	switch s.Side {
	case ViewTree:
		return &Tree{S: s, Rev: s.Rev}
	case ViewSource:
		return &Source{S: s, Rev: s.Rev}
	case ViewRemarks:
		return &Remarks{S: s, Rev: s.Rev}
	}
	return &Facts{S: s, Rev: s.Rev}
}

// String returns the short name of a view, as the stylesheets use it.
func (v View) String() string {
	return [...]string{"tokens", "facts", "tree", "source", "remarks"}[v]
}

func (s *Session) viewName(v View) lang.Text {
	if v == ViewTokens {
		return s.mainName()
	}
	return [...]lang.Text{{}, say.ViewFacts, say.ViewTree, say.ViewSource, say.ViewRemarks}[v]
}

// tabs is the row of buttons that brings the parts in front. Where there are
// two columns it chooses what stands in the second.
func (v *Viewer) tabs() goapp.UI {
	s, front := v.S, v.S.View
	if v.wide {
		front = s.Side
	}
	buttons := make([]goapp.UI, 0, len(views))
	for i, view := range views {
		buttons = append(buttons, button("tab", "tab-"+view.String(), chosen(view == s.View, "in-front"), chosen(view == s.Side, "beside")).
			DataSet("do", "view:"+strconv.Itoa(i)).
			Title(strconv.Itoa(i+1)).
			Aria("pressed", view == front).
			Body(goapp.Text(s.viewName(view).In(s.Lang)), s.tally(view)))
	}
	return el("nav", "tabs").Aria("label", say.Views.In(s.Lang)).Body(buttons...)
}

// tally is the number behind the name of a view.
func (s *Session) tally(v View) goapp.UI {
	n := 0
	switch v {
	case ViewTokens:
		n = s.Tokens().Len()
	case ViewRemarks:
		n = s.remarks()
	}
	if n == 0 {
		return nil
	}
	return el("span", "tally").Text(count(n))
}

// chosen returns class if it is, and nothing otherwise.
func chosen(is bool, class string) string {
	if is {
		return class
	}
	return ""
}

// showTitle tells status and kind in the tab's title. Browsers write titles
// into their history, so nothing that a body may have made up stands there.
func showTitle(ctx goapp.Context, s *Session) {
	ctx.Page().SetTitle(s.title())
}

func (s *Session) title() string {
	c := s.CurrentCallback()
	switch j := s.CurrentJob(); {
	case s.Report == nil:
		return say.Title.In(s.Lang)
	case c == nil:
		return s.titleOf(say.Unread.In(s.Lang))
	case j != nil:
		return s.titleOf(s.titleStatus(j), s.titleKind(c))
	case c.Execution != nil && outcomeNamed(c.Execution.State.Text) != parser.OutcomeUnknown:
		return s.titleOf(s.stateWord(c.Execution.State.Text), s.titleKind(c))
	}
	return s.titleOf(s.titleKind(c))
}

// titleOf puts the parts of a title together with the name of the page.
func (s *Session) titleOf(parts ...string) string {
	parts = slices.DeleteFunc(parts, func(part string) bool { return part == "" })
	return strings.Join(append(parts, say.Name.In(s.Lang)), " · ")
}

// titleStatus is statusWord without the words of a body.
func (s *Session) titleStatus(j *parser.Job) string {
	if outcome, by := j.Status(); outcome == parser.OutcomeUnknown && by == "State" {
		return say.StatusUnknown.In(s.Lang)
	}
	return s.statusWord(j)
}

// titleKind names the kind of a callback, or nothing if only the body knows it.
func (s *Session) titleKind(c *parser.Callback) string {
	name := reference.KindName(c.Kind)
	if name == (lang.Text{ZH: c.Kind, EN: c.Kind}) {
		return ""
	}
	return headline(name.In(s.Lang))
}

// onClick does what the button that was clicked says in data-do, with its
// argument behind a colon, or copies what stands in data-copy.
func (v *Viewer) onClick(_ goapp.Context, e goapp.Event) {
	button := e.Get("target").Call("closest", "[data-do],[data-copy]")
	if !button.Truthy() {
		return
	}
	if set := button.Get("dataset"); set.Get("do").Truthy() {
		v.do(set.Get("do").String())
		return
	}
	v.S.copy(button)
}

// do carries out an action of a button or a key.
func (v *Viewer) do(action string) {
	s := v.S
	verb, arg, _ := strings.Cut(action, ":")
	a, b := numbers(arg)
	switch verb {
	case "new":
		s.Clear(false)
	case "edit":
		s.Clear(true)
	case "cancel":
		s.intake.cancel()
		s.progress.hide() // as an answer; what was read by now takes a moment
	case "lang":
		s.setLang(other(s.Lang))
	case "theme":
		s.setTheme(s.Theme.next())
	case "view":
		s.Show(views[a%len(views)])
	case "job":
		s.Choose(a, b)
	case "tree":
		s.ShowTree(path(arg))
	case "mark":
		s.Mark = parser.Span{Start: uint32(a), End: uint32(b)}
		s.Show(ViewSource)
	case "secrets":
		go s.reveal(!s.revealed)
	case "keys":
		showKeys(true)
	case "close":
		showKeys(false)
	case "update":
		v.ctx.Reload()
	}
}

// path returns the numbers in "1.2.3".
func path(arg string) []int32 {
	var numbers []int32
	for part := range strings.SplitSeq(arg, ".") {
		n, _ := strconv.Atoi(part)
		numbers = append(numbers, int32(n))
	}
	return numbers
}

// numbers returns the numbers in "12" or "12:34".
func numbers(arg string) (a, b int) {
	first, second, _ := strings.Cut(arg, ":")
	a, _ = strconv.Atoi(first)
	b, _ = strconv.Atoi(second)
	return a, b
}
