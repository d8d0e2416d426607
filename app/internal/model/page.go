package model

import (
	"bytes"
	"unicode/utf8"

	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// Page is what the page knows: its settings, what is in front, and the body
// that was given. There is one for the life of the program, so that a look at
// the reference and back loses nothing. Components hold it and a copy of Rev,
// and go-app draws them again when that differs.
type Page struct {
	// Rev counts the changes; every method that changes the page raises it.
	Rev int

	Lang     lang.Lang
	Theme    Theme
	Settings Settings
	// View is the part of the result that is in front where there is no room
	// for all of them.
	View View
	// Side is the part that stands beside the tokens where there is room: the
	// last one in front that was not the tokens themselves.
	Side View
	// Part is the part of the tokens that is in front where there is room for one.
	Part Part
	// Notice is about what was given last, if there is something to say.
	Notice words.Phrase
	// Aside is what was given last, if nothing could be read in it and the body before
	// it stays in front.
	Aside *Body
	Box   Box
	// Leads counts how often a reader was led from one part of the result to something
	// in another.
	Leads  int
	Scroll float64 // how far the result was scrolled when it was left, in pixels

	Body *Body // that is shown, nil while the page waits for one
	// Compare is in front in place of the result of Body; nil for none.
	Compare *Comparison
	Reading *Reading // the work that is under way, nil for none
	Used    bool     // a body was given since the page was loaded

	trail trail
	heeds []*func() // of those who are told of another query

	Loop Loop
}

// Loop runs what changes the page in its turn, one after the other. Neither of
// its methods may be called by what it runs.
type Loop interface {
	// Do runs change, draws the page again, and returns when that is done.
	Do(change func())
	// Quietly is Do for a change that need not be seen before the next one.
	Quietly(change func())
}

// Theme is the choice of colours, as the page stores and styles it.
type Theme string

// The themes; the system's own is what a page begins with.
const (
	ThemeSystem Theme = ""
	ThemeLight  Theme = "light"
	ThemeDark   Theme = "dark"
)

// Part is a part of what the tokens are shown as.
type Part string

// The parts.
const (
	PartText  Part = "text"
	PartTable Part = "table"
)

// ToPart returns the action that puts a part in front.
func ToPart(part Part) string { return "part:" + string(part) }

// View is a part of the result, by the short name that the stylesheets use.
type View string

// The views that others lead to.
const (
	ViewTokens  View = "tokens"
	ViewFacts   View = "facts"
	ViewTree    View = "tree"
	ViewSource  View = "source"
	ViewRemarks View = "remarks"
	ViewCharts  View = "charts"
)

// Box is what is typed in the box of the landing.
type Box struct {
	Text       string
	Start, End int // of the selection, in UTF-16 units
	Focused    bool
}

// NewPage returns a page that nothing was given to yet.
func NewPage() *Page { return &Page{View: ViewTokens, Side: ViewFacts, Part: PartText} }

// NewResult returns a page that shows report in l, drawn whole.
func NewResult(report *parser.Report, l lang.Lang) *Page {
	p := NewPage()
	p.Lang = l
	p.Open(report, Given{})
	p.Body.Drawn = DrawnWhole
	return p
}

// Put puts a view in front.
func (p *Page) Put(v View) {
	p.View = v
	if v != ViewTokens {
		p.Side = v
	}
	p.Rev++
}

// lead puts a view in front that something was looked up in.
func (p *Page) lead(v View) {
	p.Leads++
	p.Put(v)
}

// Say puts a notice on the page.
func (p *Page) Say(notice words.Phrase) {
	p.Notice = notice
	p.Rev++
}

// Hush takes the notice off the page, with what it offers.
func (p *Page) Hush() {
	p.Notice, p.Aside = words.Phrase{}, nil
	p.Rev++
}

// Open puts the report of a body in the place of what was shown.
func (p *Page) Open(r *parser.Report, g Given) { p.open(newBody(r, g)) }

func (p *Page) open(b *Body) {
	r := b.Report
	p.Body, p.Aside, p.Compare = b, nil, nil
	p.View, p.Side, p.Scroll = ViewTokens, ViewFacts, 0
	switch {
	case len(r.Documents) == 0:
		p.Side = ViewSource // the tree would be empty
	case len(r.Callbacks) == 0:
		p.Side = ViewTree
	}
	p.Rev++
}

// offer keeps what nothing could be read in aside, where it would take the place of
// something better: a slip of the hand loses nothing. It reports whether it did so.
func (p *Page) offer(r *parser.Report, g Given) bool {
	if p.Body.CurrentCallback() == nil || len(r.Callbacks) > 0 || len(r.Documents) > 0 || r.Stopped {
		return false
	}
	p.Aside = newBody(r, g)
	p.Notice = words.Quoting(words.Say.NothingRead)
	return true
}

// TakeAside puts in front what was kept aside.
func (p *Page) TakeAside() {
	if p.Aside == nil {
		return
	}
	p.Aside.Drawn = DrawnWhole
	p.Notice = words.Phrase{}
	p.open(p.Aside)
}

// Clear goes back to waiting for a body, with an empty box.
func (p *Page) Clear() {
	p.Stop()
	p.Body, p.Compare, p.Aside, p.Notice, p.Box = nil, nil, nil, words.Phrase{}, Box{Focused: true}
	p.Rev++
}

// editable is how large a body may be that is put into the box, in bytes; the start-up
// script lets no more into it, either.
const editable = 64 << 10

// Edit puts the body that is shown into the box, as it was given, or says why not.
func (p *Page) Edit() {
	b := p.Body
	switch {
	case b == nil:
		return
	case len(b.Given.Bytes) > editable || b.Given.Prefix:
		p.Say(words.Quoting(words.Say.TooLargeToEdit, words.Size(len(b.Given.Bytes))))
		return
	case !utf8.Valid(b.Given.Bytes) || bytes.IndexByte(b.Given.Bytes, 0) >= 0:
		p.Say(words.Quoting(words.Say.NoTextToEdit))
		return
	}
	p.Clear()
	p.Box.Text = string(b.Given.Bytes)
	if b.Secrets > 0 && !b.Revealed {
		p.Say(words.Quoting(words.Say.EditedInFull))
	}
}
