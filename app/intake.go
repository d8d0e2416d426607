package app

import (
	"bytes"
	"context"
	"fmt"
	"time"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// parcel is what the start-up script hands over: a body, or what was given
// instead of one.
type parcel struct {
	origin, name, problem string
	text, file            goapp.Value
}

// listen takes parcels from now on, first the one that came before the program.
func (s *Session) listen() {
	lens := goapp.Window().Get("callbackLens")
	if !lens.Truthy() {
		return
	}
	lens.Call("listen", listener(func(p goapp.Value) {
		go s.receive(parcel{
			origin:  p.Get("origin").String(),
			name:    p.Get("name").String(),
			problem: p.Get("problem").String(),
			text:    p.Get("text"),
			file:    p.Get("file"),
		})
	}))
	document().Call("addEventListener", "copy", listener(copyMarked))
	touch := listener(func(goapp.Value) { s.touched = true })
	for _, event := range [...]string{"pointerdown", "click", "keydown", "wheel"} {
		document().Call("addEventListener", event, touch, map[string]any{"capture": true, "passive": true})
	}
}

// receive takes a body in, reads it and shows it, and says why if it cannot.
// A body that comes meanwhile takes its place.
func (s *Session) receive(p parcel) {
	defer s.rescue()
	notice := noticeOf(p)
	if p.problem != "" && p.problem != "several" {
		s.onPage(func() { s.notice = notice; s.Rev++ })
		return
	}
	ctx, turn := s.begin(p, notice)
	r := &reading{session: s, turn: turn, pace: newPacer(), since: time.Now(), moreAfter: patience}
	defer r.pace.close()
	defer s.finish(turn)

	err := r.take(ctx, p)
	switch {
	case err != nil:
		s.settle(turn, func() { s.notice = unreadable(err) })
	case ctx.Err() != nil:
		s.settle(turn, s.halt)
	case len(bytes.TrimSpace(r.body)) == 0:
		s.settle(turn, func() { s.notice = quoting(say.Empty) })
	default:
		report := parser.Inspect(ctx, r.body, r.options(ctx))
		s.settle(turn, func() { s.present(report, given{r.name, r.body, false}) })
		go s.fillIn(turn)
	}
}

// noticeOf returns the sentence on what was given that is no body, or more
// than one.
func noticeOf(p parcel) phrase {
	switch p.problem {
	case "empty":
		return quoting(say.Empty)
	case "image":
		return quoting(say.Image)
	case "folder":
		return quoting(say.Folder)
	case "several":
		return quoting(say.Several, p.name)
	case "":
		return phrase{}
	}
	return unreadable(refusal{p.problem, p.name})
}

// begin makes p the body that is being read.
func (s *Session) begin(p parcel, notice phrase) (ctx context.Context, turn int) {
	ctx, cancel := context.WithCancel(context.Background())
	s.quietly(func() {
		s.intake.stop()
		s.intake.cancel, s.intake.origin = cancel, p.origin
		turn = s.intake.turn
		s.Phase, s.notice = PhaseReading, notice
		s.Beginning, s.touched, s.revealed = false, false, false
		s.keepBox(p)
		s.warming = nil
		if s.attached == nil {
			s.disp.Context().Navigate(Link(viewerPath))
		}
		s.Rev++
	})
	return ctx, turn
}

// keepBox remembers what was typed, so that it can be edited after it was read.
func (s *Session) keepBox(p parcel) {
	s.box = box{}
	if p.origin == "box" {
		s.box.text = p.text.String()
	}
}

// settle runs change on the page unless another body has come since.
func (s *Session) settle(turn int, change func()) {
	s.onPage(func() {
		if s.intake.turn == turn {
			change()
			s.Rev++
		}
	})
}

// finish ends the reading of the body of that turn, however it went.
func (s *Session) finish(turn int) {
	s.quietly(func() {
		if s.intake.turn != turn {
			return
		}
		s.Phase = PhaseShown
		if s.Report == nil {
			s.Phase = PhaseEmpty
		}
		s.progress.hide()
	})
}

// present shows the report of a whole body.
func (s *Session) present(r *parser.Report, g given) {
	switch {
	case s.Beginning && r.Stopped && !s.reaches(r):
		s.halt()
	case s.Beginning:
		s.given = g
		s.complete(r)
	default:
		s.given = g
		s.show(r)
		toTop()
	}
	if r.Stopped {
		s.notice = quoting(say.Stopped)
	}
}

// rescue says that the program failed instead of ending it.
func (s *Session) rescue() {
	if thrown := recover(); thrown != nil {
		s.confess(say.Broke, thrown)
	}
}

// confess says what went wrong in the program as soon as the page may be
// changed.
func (s *Session) confess(sentence lang.Text, thrown any) {
	goapp.Log("the program failed: ", thrown)
	go s.onPage(func() { s.notice = quoting(sentence, fmt.Sprint(thrown)); s.Rev++ })
}

func toTop() { scrollTo(0) }

func scrollTo(y float64) { _ = attempt(func() { goapp.Window().Call("scrollTo", 0, y) }) }

// reading is the work on one body.
type reading struct {
	session *Session
	turn    int
	pace    *pacer
	since   time.Time // when the body was given

	name string // of the file that the body comes from
	body []byte // as far as it is at hand

	begun     int           // how much of it was shown, in bytes
	moreAfter time.Duration // since it was given, when more is

	done, rows int // bytes read, rows read
}

// take takes the bytes of a parcel over, as UTF-8 where it is text.
func (r *reading) take(ctx context.Context, p parcel) (err error) {
	switch {
	case p.origin == "example":
		r.body, r.name, err = example(p.name)
	case p.file.Truthy():
		r.name = p.name
		err = r.takeFile(ctx, p.file)
	default:
		r.takeText(ctx, p.text)
	}
	return err
}

// options lends the browser's means to Inspect.
func (r *reading) options(ctx context.Context) parser.Options {
	return parser.Options{Name: r.name, Charset: decode, Redact: true, Pulse: func(p parser.Progress) {
		if ctx.Err() == nil {
			r.pulse(p)
			r.more(ctx)
		}
		r.pace.turn()
	}}
}

// pulse moves the bar, which never goes back. How long checking takes cannot be
// told.
func (r *reading) pulse(p parser.Progress) {
	r.rows = max(r.rows, p.Tokens)
	total := len(r.body)
	switch {
	case !r.shown():
	case p.Stage == parser.StageBody:
		r.done = max(r.done, int(int64(p.Done)*int64(total)/int64(p.Total)))
		r.session.progress.report(say.Reading.With(size(r.done), size(total)), r.done, total, r.rows)
	case p.Stage == parser.StageCheck:
		r.session.progress.report(say.Checking, unknown, total, r.rows)
	}
}

func (r *reading) taken(ctx context.Context, done, total int) {
	if ctx.Err() != nil {
		return
	}
	if r.shown() {
		r.session.progress.report(say.Taking.With(size(done), size(total)), done, total, 0)
	}
	r.more(ctx)
	r.pace.turn()
}

// shownAfter is how long work lasts before there is a bar for it.
const shownAfter = 200 * time.Millisecond

// shown reports whether the work has lasted long enough to show a bar for it.
func (r *reading) shown() bool { return time.Since(r.since) > shownAfter }

// decode converts text in a charset that the browser knows to UTF-8.
func decode(name string, text []byte) (decoded []byte, err error) {
	failed := attempt(func() {
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
