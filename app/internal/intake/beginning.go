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
	// read as a whole within the time that a frame is drawn in.
	beginningFrom = 3 << 19
	beginningSize = 64 << 10
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
	if size <= beginningFrom {
		return
	}
	r.begin(ctx, r.body)
	time.AfterFunc(patience, r.in.fillIn)
	if size > largeBody {
		dom.Painted()
	}
	r.body = append(make([]byte, 0, max(room(), n)), r.body...)
}

// begin reads and shows a first part of the body.
func (r *reading) begin(ctx context.Context, part []byte) {
	n := len(part) - cutRune(part)
	r.begun = n
	report := parser.Inspect(ctx, part[:n:n], parser.Options{
		Name: r.name, Prefix: true, Redact: true, Charset: decode, Pulse: func(parser.Progress) { r.pace.Turn() },
	})
	if len(report.Callbacks) > 0 && !report.Stopped {
		r.settle(func() {
			if r.in.page.Begun(r.Reading, report, r.given(part[:n:n], true)) {
				dom.ScrollTo(0)
			}
		})
	}
}

// more shows more of a body that has taken long by now.
func (r *reading) more(ctx context.Context) {
	n := len(r.body) / moreShare &^ 1 // not between the bytes of UTF-16
	if n < max(2*r.begun, beginningSize) || time.Since(r.since) < r.moreAfter {
		return
	}
	r.moreAfter = moreEvery * time.Since(r.since)
	r.begin(ctx, r.body[:n])
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
