package intake

import (
	"context"
	"time"
	"unicode/utf8"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/parser"
)

// The beginning of a large body is shown before the rest is read, and more of
// it from time to time while that goes on.

const (
	// beginningFrom is the size from which the beginning of a body is read and
	// shown before the rest, beginningSize how much that is. What is smaller is
	// read as a whole within the time that a frame is drawn in. Where something
	// else stands before the tokens, such as a thousand labels, four times as much
	// is read, as often as it takes, but no more than beginningMost.
	beginningFrom = 3 << 19
	beginningSize = 64 << 10
	beginningMost = 1 << 20
	// patience is for how long the rest of a beginning is not drawn, and for
	// how long no more of the body is read twice to be shown, as the whole
	// mostly comes by then.
	patience = 300 * time.Millisecond
	// moreEvery is how many times as long it takes until more is shown again.
	// One moreShare-th of what is at hand by then is not much to be read twice.
	moreEvery = 2
	moreShare = 32
)

// start takes the first slice of a body over. If it is only the beginning of
// one of that size, it is shown before there is room for the whole, for which
// the tab may have no memory.
func (r *reading) start(ctx context.Context, array goapp.Value, size int, room func() int) {
	n := array.Get("length").Int()
	r.body = appendBytes(make([]byte, 0, n), array)
	switch {
	case size <= beginningFrom:
	case r.files > 0: // of which the first are shown with the last
		r.body = append(make([]byte, 0, max(room(), n)), r.body...)
	default:
		r.looking = true
		r.look(ctx, size, room)
	}
}

// look shows a beginning that is worth showing of what is at hand, and makes room for
// the whole once that is over.
func (r *reading) look(ctx context.Context, size int, room func() int) {
	for r.looking {
		n := min(max(4*r.begun, beginningSize), len(r.body), beginningMost)
		shown := r.begin(ctx, r.body[:n], n < beginningMost)
		r.looking = !shown && n < beginningMost
		if r.looking && n == len(r.body) {
			return
		}
	}
	time.AfterFunc(patience, r.in.fillIn)
	if size > largeBody {
		dom.Painted()
	}
	r.body = append(make([]byte, 0, max(room(), len(r.body))), r.body...)
}

// next takes over a slice that is not the first one.
func (r *reading) next(ctx context.Context, array goapp.Value, size int, room func() int) {
	r.grow(array.Get("length").Int())
	r.body = appendBytes(r.body, array)
	if r.looking {
		r.look(ctx, size, room)
	}
}

// want returns how large the next slice should be: all that may be taken at once, or
// less while the tokens are looked for.
func (r *reading) want(most int) int {
	if r.looking {
		return min(most, 3*len(r.body))
	}
	return most
}

// begin reads a first part of the body and shows it; where something better may come,
// only if it has tokens, or ends where there are none. It reports whether it did.
func (r *reading) begin(ctx context.Context, part []byte, better bool) bool {
	n := len(part) - cutRune(part)
	r.begun = n
	report := parser.Inspect(ctx, part[:n:n], parser.Options{
		Name: r.name, Prefix: true, Redact: true, Charset: decode, Pulse: func(parser.Progress) { r.pace.Turn() },
	})
	if len(report.Callbacks) == 0 || report.Stopped || better && untilTokens(report) {
		return false
	}
	r.settle(func() {
		if r.in.page.Begun(r.Reading, report, r.given(part[:n:n], true)) {
			dom.ScrollTo(0)
		}
	})
	return true
}

// untilTokens reports whether a beginning breaks off in its first job, before tokens.
func untilTokens(report *parser.Report) bool {
	first := report.Callbacks[0]
	return len(report.Callbacks) == 1 && len(first.Jobs) == 1 && first.Jobs[0].Tokens.Len() == 0
}

// more shows more of a body that has taken long by now.
func (r *reading) more(ctx context.Context) {
	if r.files > 0 {
		return
	}
	n := len(r.body) / moreShare &^ 1 // not between the bytes of UTF-16
	if n < max(2*r.begun, beginningSize) || time.Since(r.since) < r.moreAfter {
		return
	}
	r.moreAfter = moreEvery * time.Since(r.since)
	r.begin(ctx, r.body[:n], false)
	go r.in.fillIn()
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
