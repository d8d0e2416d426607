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
	// sliceUnits is how much of a pasted text is encoded at once: encoding the
	// whole of a large one would hold the page up.
	sliceUnits = 64 << 10
	// sliceBytes is how much of a file is read at once.
	sliceBytes = 1 << 20
	// prefixFrom is the size from which the beginning of a body is read and
	// shown before the rest, prefixBytes how much that is.
	prefixFrom  = 256 << 10
	prefixBytes = 64 << 10
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
		s.fillIn(turn)
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
	s.onPage(func() {
		s.intake.stop()
		s.intake.cancel, s.intake.origin = cancel, p.origin
		turn = s.intake.turn
		s.Phase, s.Notice = PhaseReading, notice
		s.Beginning = false
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
	s.settle(turn, func() {
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

	size, done, rows int // bytes of the body, those read, rows read
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

// takeText encodes a text of the browser slice by slice.
func (r *reading) takeText(ctx context.Context, text goapp.Value) []byte {
	encoder := goapp.Window().Get("TextEncoder").New()
	// A bare string has no methods for Go.
	text = goapp.Window().Get("Object").New(text)
	length := text.Get("length").Int()
	body := make([]byte, 0, length)
	for at := 0; at < length && ctx.Err() == nil; {
		end := sliceEnd(text, at, length)
		body = appendBytes(body, encoder.Call("encode", text.Call("slice", at, end)))
		if at == 0 && length > prefixFrom {
			r.begin(ctx, body, "")
		}
		at = end
		r.taken(at, length)
	}
	return body
}

// sliceEnd returns where the slice that begins at ends: not between the two
// halves of a character beyond U+FFFF.
func sliceEnd(text goapp.Value, at, length int) int {
	end := min(at+sliceUnits, length)
	if unit := text.Call("charCodeAt", end-1).Int(); end < length && unit >= 0xD800 && unit < 0xDC00 {
		end--
	}
	return end
}

// takeFile reads a file slice by slice, not more of it than Inspect would.
func (r *reading) takeFile(ctx context.Context, file goapp.Value, name string) ([]byte, error) {
	size := min(file.Get("size").Int(), parser.DefaultLimits.Input+1)
	body := make([]byte, 0, size)
	for at := 0; at < size && ctx.Err() == nil; {
		end := min(at+sliceBytes, size)
		buffer, err := await(file.Call("slice", at, end).Call("arrayBuffer"))
		if err != nil {
			return nil, err
		}
		body = appendBytes(body, goapp.Window().Get("Uint8Array").New(buffer))
		if at == 0 && size > prefixFrom {
			r.begin(ctx, body, name)
		}
		at = end
		r.taken(at, size)
	}
	return body, nil
}

// appendBytes appends the contents of a Uint8Array.
func appendBytes(body []byte, array goapp.Value) []byte {
	from, n := len(body), array.Get("length").Int()
	if from+n > cap(body) {
		body = append(make([]byte, 0, (from+n)*5/4), body...)
	}
	body = body[:from+n]
	goapp.CopyBytesToGo(body[from:], array)
	return body
}

// begin reads and shows the first part of a large body.
func (r *reading) begin(ctx context.Context, body []byte, name string) {
	n := min(len(body), prefixBytes)
	for n > 0 && n < len(body) && !utf8.RuneStart(body[n]) {
		n--
	}
	report := parser.Inspect(ctx, body[:n:n], parser.Options{Name: name, Prefix: true, Charset: decode})
	if len(report.Callbacks) == 0 {
		return // nothing to show of it yet
	}
	r.session.settle(r.turn, func() {
		r.session.show(report)
		r.session.Phase, r.session.Beginning = PhaseReading, true
		toTop()
	})
	r.session.fillIn(r.turn)
}

// options lends the browser's means to Inspect.
func (r *reading) options(name string) parser.Options {
	return parser.Options{Name: name, Charset: decode, Pulse: r.pulse}
}

// pulse moves the bar. What the progress counts changes from stage to stage,
// of which the first takes longest; the bar never goes back.
func (r *reading) pulse(p parser.Progress) {
	if p.Total > 0 {
		r.done = max(r.done, int(int64(p.Done)*int64(r.size)/int64(p.Total)))
	}
	r.rows = max(r.rows, p.Tokens)
	if r.shown() {
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
		decoded = appendBytes(nil, goapp.Window().Get("TextEncoder").New().Call("encode", units))
	})
	if failed != nil {
		return nil, fmt.Errorf("charset %q: %w", name, failed)
	}
	return decoded, nil
}
