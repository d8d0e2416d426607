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
	sliceUnits = 256 << 10
	// sliceBytes is how much of a file is read at once.
	sliceBytes = 4 << 20
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
	for _, event := range [...]string{"pointerdown", "keydown", "wheel"} {
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
	tend(length)
	body := make([]byte, 0, length)
	size := sliceUnits
	if length > beginningFrom {
		size = beginningSize
	}
	for at := 0; at < length && ctx.Err() == nil; size = sliceUnits {
		end := sliceEnd(text, at+size, length)
		body = appendBytes(body, encoder.Call("encode", text.Call("slice", at, end)))
		if size == beginningSize {
			r.begin(ctx, body, "")
		}
		at = end
		r.taken(at, length)
	}
	return body
}

// sliceEnd returns where a slice ends that should end at end: not between the
// two halves of a character beyond U+FFFF.
func sliceEnd(text goapp.Value, end, length int) int {
	end = min(end, length)
	if unit := text.Call("charCodeAt", end-1).Int(); end < length && unit >= 0xD800 && unit < 0xDC00 {
		end--
	}
	return end
}

// takeFile reads a file slice by slice, not more of it than Inspect would.
func (r *reading) takeFile(ctx context.Context, file goapp.Value, name string) ([]byte, error) {
	size := min(file.Get("size").Int(), parser.DefaultLimits.Input+1)
	body := make([]byte, 0, size)
	tend(size)
	slices := fileSlices(file, size)
	next := slices()
	for len(body) < size && ctx.Err() == nil {
		// The browser gets the next slice while this one is worked on.
		asked := next
		next = slices()
		buffer, err := await(asked)
		if err != nil {
			return nil, err
		}
		first := len(body) == 0
		body = appendBytes(body, goapp.Window().Get("Uint8Array").New(buffer))
		if first && len(body) < size {
			r.begin(ctx, body, name)
		}
		r.taken(len(body), size)
	}
	return body, nil
}

// fileSlices returns what asks the browser for one slice of a file after the
// other and returns the promise of its bytes; nil after the last. The first
// slice of a large file is just its beginning.
func fileSlices(file goapp.Value, size int) func() goapp.Value {
	at, want := 0, sliceBytes
	if size > beginningFrom {
		want = beginningSize
	}
	return func() goapp.Value {
		if at >= size {
			return nil
		}
		end := min(at+want, size)
		promise := file.Call("slice", at, end).Call("arrayBuffer")
		at, want = end, sliceBytes
		return promise
	}
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
	n := len(body) - cutRune(body)
	report := parser.Inspect(ctx, body[:n:n], parser.Options{Name: name, Prefix: true, Charset: decode})
	if len(report.Callbacks) == 0 {
		return // nothing to show of it yet
	}
	r.session.settle(r.turn, func() {
		r.session.show(report)
		r.session.Phase, r.session.Beginning = PhaseReading, true
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
