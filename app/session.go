// Package app is the page: go-app components that show a parser.Report. None
// of them parses anything.
package app

import (
	"context"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// Session is what the page knows. There is one for the life of the program, so
// that a look at the reference and back loses nothing. Components hold it and
// a copy of Rev, and go-app draws them again when that differs.
type Session struct {
	// Rev counts the changes; every method that changes the session raises it.
	Rev int

	Lang   lang.Lang
	Theme  Theme
	Phase  Phase
	Report *parser.Report // nil before a body was given
	// Callback and Job are the indices of what is chosen among
	// Report.Callbacks and its Jobs.
	Callback, Job int
	// Token is the index of the chosen token, -1 for none.
	Token int
	// TokenTag is the part of speech, as written, that the table of tokens is
	// reduced to; empty for all.
	TokenTag string
	// View is the part of the result that is in front where there is no room
	// for all of them.
	View View
	// Side is the part that stands beside the tokens where there is room: the
	// last one in front that was not the tokens themselves.
	Side View
	// Mark is the place that the source view shows, in bytes of
	// Report.Source.Text; empty for none.
	Mark parser.Span
	// Place is the item that Mark was made for, if it was made for one.
	Place parser.Item
	// Beginning tells that Report is of the first part of a body whose rest is
	// still being read, or was not wanted.
	Beginning bool

	notice phrase // about what was given last, if there is something to say
	body   int    // counts the bodies that were shown
	given  given  // the one that is
	// revealed tells that secrets are shown, and secrets how many are hidden
	// while they are not.
	revealed bool
	secrets  int
	warming  *Session // what warm draws out of sight, if it does
	// sentenceWidth is how wide the sentence was when it was measured last.
	sentenceWidth float64
	drawn         stage // how much of a result is drawn
	touched       bool  // the reader has done something since a body was given
	late          bool  // and the whole of the body came after that
	inParts       bool  // the beginning of the body was shown before the whole
	intake        intake
	box           box
	attached      *Viewer // the viewer on the page, if it is there
	disp          goapp.Dispatcher
	progress      *Progress
	scroll        float64 // how far the result was scrolled when it was left
	grouped       grouped
	seek          []int32 // where in the tree to go, nil for nowhere
	kept          kept    // what the tree and the source keep while others are in front
}

// Phase is what the page is doing.
type Phase uint8

// The phases.
const (
	PhaseEmpty Phase = iota // waiting for a body
	PhaseReading
	PhaseShown
)

// View is a part of the result.
type View uint8

// The views.
const (
	ViewTokens View = iota
	ViewFacts
	ViewTree
	ViewSource
	ViewRemarks
)

// views lists the views in the order of their keys, 1 to 5.
var views = [...]View{ViewTokens, ViewFacts, ViewTree, ViewSource, ViewRemarks}

// box is what is typed in the box of the landing.
type box struct {
	text       string
	start, end int // of the selection, in UTF-16 units
	focused    bool
}

// NewSession returns the session of a page that nothing was given to yet.
func NewSession() *Session {
	return &Session{Token: -1, Side: ViewFacts, intake: intake{cancel: func() {}}}
}

// NewResult returns the session of a page that shows report in l.
func NewResult(report *parser.Report, l lang.Lang) *Session {
	s := NewSession()
	s.Lang = l
	s.show(report)
	s.drawn = drawnWhole
	return s
}

// subject names what a part of the result is about. The report of more of a
// body is about the same as that of its beginning: what a reader has done to a
// part stays.
type subject struct{ body, callback, job int }

func (s *Session) subject() subject { return subject{s.body, s.Callback, s.Job} }

// CurrentCallback returns the chosen callback, nil if there is none.
func (s *Session) CurrentCallback() *parser.Callback {
	if s.Report == nil || s.Callback >= len(s.Report.Callbacks) {
		return nil
	}
	return &s.Report.Callbacks[s.Callback]
}

// CurrentJob returns the chosen job, nil if there is none.
func (s *Session) CurrentJob() *parser.Job {
	c := s.CurrentCallback()
	if c == nil || s.Job >= len(c.Jobs) {
		return nil
	}
	return &c.Jobs[s.Job]
}

// Tokens returns the tokens of the chosen job, nil if it has none.
func (s *Session) Tokens() *parser.Tokens {
	if j := s.CurrentJob(); j != nil {
		return j.Tokens
	}
	return nil
}

// SelectToken chooses token i, -1 for none, and moves the source's mark to it.
func (s *Session) SelectToken(i int) {
	s.Token = i
	s.Mark = parser.Span{}
	if t := s.Tokens(); i >= 0 && i < t.Len() {
		s.Place = t.Place(i)
		s.Mark, _ = s.Report.Origin(s.Place)
	}
	s.Rev++
}

// FilterTag reduces the table of tokens to a part of speech, as written; empty
// for all.
func (s *Session) FilterTag(tag string) {
	s.TokenTag = tag
	s.Rev++
}

// ShowSource puts the source in front with the place of it marked.
func (s *Session) ShowSource(it parser.Item) {
	s.Place = it
	s.Mark, _ = s.Report.Origin(it)
	s.Show(ViewSource)
}

// ShowTree puts the tree in front, at the item that a path leads to.
func (s *Session) ShowTree(path []int32) {
	s.seek = path
	s.Show(ViewTree)
}

// Show puts a view in front.
func (s *Session) Show(v View) {
	s.View = v
	if v != ViewTokens {
		s.Side = v
	}
	s.Rev++
}

// Choose chooses a job of a callback.
func (s *Session) Choose(callback, job int) {
	s.Callback, s.Job = callback, job
	s.Token, s.Mark, s.Place = -1, parser.Span{}, parser.Item{}
	s.Rev++
}

// Clear goes back to waiting for a body. What was typed in the box stays if
// keep says so.
func (s *Session) Clear(keep bool) {
	s.intake.stop()
	s.Phase, s.Report, s.Beginning = PhaseEmpty, nil, false
	s.given = given{}
	s.leave()
	s.notice = phrase{}
	if !keep {
		s.box = box{}
	}
	s.box.focused = true
	s.Choose(0, 0)
}

// show puts a report in the place of what was shown.
func (s *Session) show(r *parser.Report) {
	s.Phase, s.Report, s.Beginning = PhaseShown, r, false
	s.secrets = r.Hidden
	s.leave()
	s.View, s.Side, s.scroll, s.TokenTag = ViewTokens, ViewFacts, 0, ""
	s.drawn, s.late, s.inParts = drawnFirst, false, false
	if len(r.Callbacks) == 0 {
		s.Side = ViewTree
	}
	s.Choose(0, 0)
}

// leave lets go of what is kept of the body that was shown, also by views that
// are taken off the page only later.
func (s *Session) leave() {
	s.body++
	s.kept = kept{body: s.body}
}

// complete puts the report of a whole body in the place of that of its
// beginning.
func (s *Session) complete(r *parser.Report) {
	s.Phase, s.Beginning, s.late = PhaseShown, false, s.touched
	s.extend(r)
}

// extend puts the report of more of a body in the place of that of less of it.
// What was chosen in that is still there.
func (s *Session) extend(r *parser.Report) {
	s.Report = r
	if !s.revealed {
		s.secrets = r.Hidden
	}
	if s.CurrentJob() == nil {
		s.Choose(0, 0)
	}
	if t := s.Tokens(); s.Token >= t.Len() {
		s.Token = -1
	}
	s.Rev++
}

// attach lets the session reach the browser through a page that was just
// mounted, which is v if it is the viewer.
func (s *Session) attach(ctx goapp.Context, v *Viewer) {
	first := s.disp == nil
	s.disp, s.attached = ctx.Dispatcher(), v
	if first && goapp.IsClient {
		s.listen()
		if v != nil {
			go s.warm()
		}
	}
}

// onPage runs change where the page may be changed, draws the page again, and
// returns when that is done. It must not be called from there.
func (s *Session) onPage(change func()) {
	done := make(chan struct{})
	s.disp.Dispatch(goapp.Dispatch{Mode: goapp.Next, Function: func(goapp.Context) {
		func() {
			defer close(done)
			change()
			s.redraw()
		}()
		if s.Report != nil && s.drawn == drawnFirst {
			painted() // before components measure themselves and ask for more
		}
	}})
	<-done
}

// quietly is onPage for a change that need not be seen before the next one.
func (s *Session) quietly(change func()) {
	done := make(chan struct{})
	s.disp.Dispatch(goapp.Dispatch{Mode: goapp.Next, Function: func(goapp.Context) {
		defer close(done)
		change()
	}})
	<-done
}

// redraw draws the page again at once. By itself go-app waits for the next
// tick of its clock, which may be a whole frame in which nobody works.
func (s *Session) redraw() {
	if s.attached == nil {
		return
	}
	s.attached.Update()
	if page, ok := s.disp.(goapp.ClientDispatcher); ok && goapp.IsClient {
		page.Consume()
	}
}

// intake is the body that is being taken in.
type intake struct {
	turn   int // raised by each body, so that a late one sees that it is not wanted
	cancel context.CancelFunc
	origin string // "paste", "drop", "file", "example" or "box"
}

// stop ends the work on a body whose result is no longer wanted.
func (in *intake) stop() {
	in.turn++
	in.cancel()
}
