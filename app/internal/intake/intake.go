package intake

import (
	"bytes"
	"context"
	"fmt"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// Intake takes bodies in, reads them and puts what is in them on a page.
type Intake struct {
	page *model.Page
	host Host
}

// Host is what stands around the page.
type Host interface {
	model.Loop
	// Report moves the bar that shows while a body takes long to read: what is
	// done, how much of how much, and how many rows were read. Unknown stands
	// for a number that cannot be told. Before that there is no bar.
	Report(what lang.Text, done, total, lines int)
	// Hide takes the bar away.
	Hide()
	// Open brings the viewer in front where another page is.
	Open()
	// Rehearse draws a page out of sight; nil ends that.
	Rehearse(trial *model.Page)
}

// Unknown is how much is done where that cannot be told.
const Unknown = -1

// NewIntake returns what takes bodies in for a page.
func NewIntake(p *model.Page, h Host) *Intake { return &Intake{p, h} }

// parcel is what the start-up script hands over: a body, or what was given
// instead of one.
type parcel struct {
	origin, name, problem string
	show                  string // what a link leads to, an action
	text, file, files     goapp.Value
}

// Listen takes parcels from now on, first the one that came before the program.
func (in *Intake) Listen() {
	lens := goapp.Window().Get("callbackLens")
	if !lens.Truthy() {
		return
	}
	lens.Call("listen", dom.Listener(func(p goapp.Value) {
		go in.receive(parcel{
			origin:  p.Get("origin").String(),
			name:    p.Get("name").String(),
			problem: p.Get("problem").String(),
			show:    dom.Text(p.Get("show")),
			text:    lens.Call("text", p),
			file:    p.Get("file"),
			files:   p.Get("files"),
		})
	}))
	touch := dom.Listener(func(goapp.Value) {
		if r := in.page.Reading; r != nil {
			r.Touched = true
		}
	})
	for _, event := range [...]string{"pointerdown", "click", "keydown", "wheel"} {
		dom.Document().Call("addEventListener", event, touch, map[string]any{"capture": true, "passive": true})
	}
}

// receive takes a body in, reads it and shows it, and says why if it cannot.
// A body that comes meanwhile takes its place.
func (in *Intake) receive(p parcel) {
	defer in.rescue()
	notice := noticeOf(p)
	if p.problem != "" {
		in.host.Do(func() { in.page.Say(notice) })
		return
	}
	ctx, r := in.begin(p, notice)
	defer r.end()
	if p.files != nil && p.files.Truthy() {
		r.readFiles(ctx, p.files)
		return
	}

	err := r.take(ctx, p)
	switch {
	case err != nil:
		r.settle(func() { in.page.Notice = unreadable(err) })
	case ctx.Err() != nil:
		r.settle(func() { in.page.Halt(r.Reading) })
	case len(bytes.TrimSpace(r.body)) == 0:
		r.settle(func() { in.page.Notice = words.Quoting(words.Say.Empty) })
	default:
		report := parser.Inspect(ctx, r.body, r.options(ctx))
		r.settle(func() { r.present(report) })
		go in.fillIn()
	}
}

// noticeOf returns the sentence on what was given that is no body.
func noticeOf(p parcel) words.Phrase {
	if p.problem == "" {
		return words.Phrase{}
	}
	if t, ok := problems[p.problem]; ok {
		return words.Quoting(*t)
	}
	return unreadable(dom.Refusal{Name: p.problem, Message: p.name})
}

// problems are the sentences on what start.js finds wrong with what was given.
var problems = map[string]*lang.Text{
	"empty":        &words.Say.Empty,
	"image":        &words.Say.Image,
	"folder":       &words.Say.Folder,
	"refused":      &words.Say.PasteRefused,
	"link-broken":  &words.Say.LinkBroken,
	"link-large":   &words.Say.LinkLarge,
	"link-version": &words.Say.LinkVersion,
}

// begin makes p the body that is being read.
func (in *Intake) begin(p parcel, notice words.Phrase) (context.Context, *reading) {
	ctx, cancel := context.WithCancel(context.Background())
	r := in.reading(cancel)
	r.origin, r.show = p.origin, p.show
	in.host.Quietly(func() {
		in.page.Begin(r.Reading)
		in.page.Notice = notice
		in.page.Box = model.Box{}
		in.host.Rehearse(nil)
		in.host.Open()
	})
	return ctx, r
}

// rescue says that the program failed instead of ending it.
func (in *Intake) rescue() {
	if thrown := recover(); thrown != nil {
		in.Confess(words.Say.Broke, thrown)
	}
}

// Confess says what went wrong in the program as soon as the page may be
// changed.
func (in *Intake) Confess(sentence lang.Text, thrown any) {
	goapp.Log("the program failed: ", thrown)
	go in.host.Do(func() { in.page.Say(words.Quoting(sentence, fmt.Sprint(thrown))) })
}

// fillIn draws the rest of a result, part by part, each when the one before it
// has been painted.
func (in *Intake) fillIn() {
	defer in.rescue()
	for b := in.page.Body; b != nil && b == in.page.Body && b.Drawn < model.DrawnWhole; {
		dom.Painted()
		in.host.Do(func() {
			if b == in.page.Body {
				b.Drawn = min(b.Drawn+1, model.DrawnWhole)
				in.page.Rev++
			}
		})
	}
}

// decode converts text in a charset that the browser knows to UTF-8.
func decode(name string, text []byte) (decoded []byte, err error) {
	failed := dom.Attempt(func() {
		decoder := goapp.Window().Get("TextDecoder").New(name)
		array := goapp.Window().Get("Uint8Array").New(len(text))
		goapp.CopyBytesToJS(array, text)
		units := decoder.Call("decode", array)
		encoded := goapp.Window().Get("TextEncoder").New().Call("encode", units)
		decoded = appendBytes(make([]byte, 0, encoded.Get("length").Int()), encoded)
	})
	if failed != nil {
		return nil, fmt.Errorf("charset %q: %w", name, failed)
	}
	return decoded, nil
}
