package app

import (
	"bytes"
	"context"
	"fmt"
	"time"
	"unicode/utf8"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
)

const (
	// beginningFrom is the size from which the beginning of a body is read and
	// shown before the rest, beginningSize how much that is. What is smaller is
	// read as a whole within the time that a frame is drawn in.
	beginningFrom = 3 << 19
	beginningSize = 64 << 10
	// patience is for how long the rest of a beginning is not drawn, as the
	// whole mostly comes by then.
	patience = 300 * time.Millisecond
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
		s.onPage(func() { s.Notice = notice; s.Rev++ })
		return
	}
	ctx, turn := s.begin(p, notice)
	r := &reading{session: s, turn: turn, pace: newPacer(), since: time.Now()}
	defer r.pace.close()
	defer s.finish(turn)

	body, name, err := r.take(ctx, p)
	switch {
	case err != nil:
		s.settle(turn, func() { s.Notice = say.NoFile.With(err.Error()) })
	case ctx.Err() != nil:
		s.settle(turn, s.halt)
	case len(bytes.TrimSpace(body)) == 0:
		s.settle(turn, func() { s.Notice = say.Empty })
	default:
		r.size = len(body)
		report := parser.Inspect(ctx, body, r.options(name))
		s.settle(turn, func() { s.present(report) })
		go s.fillIn(turn)
	}
}

// noticeOf returns the sentence on what was given that is no body, or more
// than one.
func noticeOf(p parcel) lang.Text {
	switch p.problem {
	case "empty":
		return say.Empty
	case "image":
		return say.Image
	case "folder":
		return say.Folder
	case "several":
		return say.Several.With(p.name)
	}
	return lang.Text{}
}

// begin makes p the body that is being read.
func (s *Session) begin(p parcel, notice lang.Text) (ctx context.Context, turn int) {
	ctx, cancel := context.WithCancel(context.Background())
	s.quietly(func() {
		s.intake.stop()
		s.intake.cancel, s.intake.origin = cancel, p.origin
		turn = s.intake.turn
		s.Phase, s.Notice = PhaseReading, notice
		s.Beginning, s.touched = false, false
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
func (s *Session) present(r *parser.Report) {
	if s.Beginning {
		s.complete(r)
	} else {
		s.show(r)
		toTop()
	}
	if r.Stopped {
		s.Notice = say.Stopped
	}
}

// halt keeps what is shown of a body that the reader stopped.
func (s *Session) halt() {
	if s.Beginning {
		s.Notice = say.Stopped
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
	go s.onPage(func() { s.Notice = sentence.With(fmt.Sprint(thrown)); s.Rev++ })
}

func toTop() { goapp.Window().Call("scrollTo", 0, 0) }

// reading is the work on one body.
type reading struct {
	session *Session
	turn    int
	pace    *pacer
	since   time.Time

	size, done, rows int  // bytes of the body, those read, rows read
	checking         bool // all is read and what it says is looked at
}

// take returns the bytes of a parcel, as UTF-8 where it is text, and the name
// of the file that they come from.
func (r *reading) take(ctx context.Context, p parcel) (body []byte, name string, err error) {
	switch {
	case p.origin == "example":
		return example(p.name)
	case p.file.Truthy():
		body, err = r.takeFile(ctx, p.file, p.name)
		return body, p.name, err
	}
	return r.takeText(ctx, p.text), "", nil
}

// start takes the first slice of a body over. If it is only the beginning of
// one of that size, it is shown before there is room for the whole, for which
// the tab may have no memory.
func (r *reading) start(ctx context.Context, array goapp.Value, size int, room func() int, name string) []byte {
	n := array.Get("length").Int()
	first := appendBytes(make([]byte, 0, n), array)
	if size <= beginningFrom {
		return first
	}
	r.begin(ctx, first, name)
	if size > largeBody {
		painted()
	}
	return append(make([]byte, 0, max(room(), n)), first...)
}

// begin reads and shows the first part of a large body.
func (r *reading) begin(ctx context.Context, body []byte, name string) {
	n := len(body) - cutRune(body)
	report := parser.Inspect(ctx, body[:n:n], parser.Options{Name: name, Prefix: true, Charset: decode})
	if len(report.Callbacks) == 0 {
		return // nothing to show of it yet
	}
	r.session.settle(r.turn, func() {
		r.session.show(report)
		r.session.Phase, r.session.Beginning, r.session.inParts = PhaseReading, true, true
		toTop()
	})
	time.AfterFunc(patience, func() { r.session.fillIn(r.turn) })
}

// cutRune returns how many bytes at the end of text are those of a character
// that goes on behind it.
func cutRune(text []byte) int {
	for n := 1; n < utf8.UTFMax && n <= len(text); n++ {
		if last := text[len(text)-n:]; utf8.RuneStart(last[0]) {
			if utf8.FullRune(last) {
				return 0
			}
			return n
		}
	}
	return 0
}

// options lends the browser's means to Inspect.
func (r *reading) options(name string) parser.Options {
	return parser.Options{Name: name, Charset: decode, Pulse: r.pulse}
}

// pulse moves the bar. What the progress counts begins anew with each stage;
// the bar never goes back. How long those behind the first take cannot be told.
func (r *reading) pulse(p parser.Progress) {
	done := 0
	if p.Total > 0 {
		done = int(int64(p.Done) * int64(r.size) / int64(p.Total))
	}
	r.checking = r.checking || done < r.done/2
	r.done, r.rows = max(r.done, done), max(r.rows, p.Tokens)
	switch {
	case !r.shown():
	case r.checking:
		r.session.progress.report(say.Checking, unknown, r.size, r.rows)
	default:
		r.session.progress.report(say.Reading.With(size(r.done), size(r.size)), r.done, r.size, r.rows)
	}
	r.pace.turn()
}

func (r *reading) taken(done, total int) {
	if r.shown() {
		r.session.progress.report(say.Taking.With(size(done), size(total)), done, total, 0)
	}
	r.pace.turn()
}

// shown reports whether the work has lasted long enough to show a bar for it.
func (r *reading) shown() bool { return time.Since(r.since) > 200*time.Millisecond }

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
