package intake

import (
	"context"
	"time"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
)

// reading is the work on one body.
type reading struct {
	*model.Reading
	in    *Intake
	pace  *dom.Pacer
	since time.Time // when the body was given

	origin string // "paste", "drop", "file", "example", "link" or "box"
	show   string // what a link leads to, an action
	name   string // of the file that the body comes from
	body   []byte // as far as it is at hand

	looking   bool          // for a beginning that is worth showing
	begun     int           // how much of it was read to be shown, in bytes
	moreAfter time.Duration // since it was given, when more is

	done, rows int // bytes read, rows read

	file, files int // of several files, which one is read, counted from 1, and how many there are
}

// reading returns the work on a body that was given now.
func (in *Intake) reading(cancel context.CancelFunc) *reading {
	return &reading{
		Reading: &model.Reading{Cancel: cancel}, in: in,
		pace: dom.NewPacer(), since: time.Now(), moreAfter: patience,
	}
}

// settle runs change on the page unless another body has come since.
func (r *reading) settle(change func()) {
	r.in.host.Do(func() {
		if r.in.page.Reading == r.Reading {
			change()
			r.in.page.Rev++
		}
	})
}

// end ends the reading, however it went.
func (r *reading) end() {
	r.pace.Close()
	r.in.host.Quietly(func() {
		if r.in.page.Reading == r.Reading {
			r.in.page.Finish(r.Reading)
			r.in.host.Hide()
		}
	})
}

// given returns a part of the body as it was given, or all of it.
func (r *reading) given(part []byte, prefix bool) model.Given {
	return model.Given{Origin: r.origin, Name: r.name, Bytes: part, Prefix: prefix}
}

// present shows the report of the whole body.
func (r *reading) present(report *parser.Report) {
	if r.in.page.Present(r.Reading, report, r.given(r.body, false)) {
		dom.ScrollTo(0)
	}
	r.in.page.Follow(r.show)
}

// take takes the bytes of a parcel over, as UTF-8 where it is text.
func (r *reading) take(ctx context.Context, p parcel) (err error) {
	switch {
	case p.origin == "example":
		r.body, r.name, err = Example(p.name)
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
		r.pace.Turn()
	}}
}

// pulse moves the bar, which never goes back. How long checking takes cannot be
// told.
func (r *reading) pulse(p parser.Progress) {
	r.rows = max(r.rows, p.Tokens)
	total := len(r.body)
	switch {
	case !r.shown():
	case r.files > 0:
		r.sayFile()
	case p.Stage == parser.StageBody:
		r.done = max(r.done, int(int64(p.Done)*int64(total)/int64(p.Total)))
		r.in.host.Report(words.Say.Reading.With(words.Size(r.done), words.Size(total)), r.done, total, r.rows)
	case p.Stage == parser.StageCheck:
		r.in.host.Report(words.Say.Checking, Unknown, total, r.rows)
	}
}

func (r *reading) taken(ctx context.Context, done, total int) {
	if ctx.Err() != nil {
		return
	}
	if r.files > 0 {
		r.pace.Turn()
		return
	}
	if r.shown() {
		r.in.host.Report(words.Say.Taking.With(words.Size(done), words.Size(total)), done, total, 0)
	}
	r.more(ctx)
	r.pace.Turn()
}

// shownAfter is how long work lasts before there is a bar for it.
const shownAfter = 200 * time.Millisecond

// shown reports whether the work has lasted long enough to show a bar for it.
func (r *reading) shown() bool { return time.Since(r.since) > shownAfter }

// appendBytes appends the contents of a Uint8Array, for which there is room.
func appendBytes(body []byte, array goapp.Value) []byte {
	from := len(body)
	body = body[:from+array.Get("length").Int()]
	goapp.CopyBytesToGo(body[from:], array)
	return body
}
