package intake

import (
	"context"
	"errors"
	"time"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
)

// sliceBytes is how much of a file is read at once.
const sliceBytes = 8 << 20

// takeFile reads a file slice by slice, not more of it than Inspect would.
func (r *reading) takeFile(ctx context.Context, file goapp.Value) error {
	size := min(file.Get("size").Int(), parser.DefaultLimits.Input+1)
	if r.files == 0 {
		tend(size)
	}
	room := func() int { return size }
	slices := fileSlices(file, size)
	next, err := slices()
	for next != nil && err == nil && ctx.Err() == nil {
		// The browser gets the next slice while this one is worked on.
		asked := next
		next, err = slices()
		buffer, failed := r.slice(ctx, asked, size)
		if ctx.Err() != nil {
			return nil
		}
		if failed != nil {
			return failed
		}
		array := goapp.Window().Get("Uint8Array").New(buffer)
		if r.body == nil {
			r.start(ctx, array, size, room)
		} else {
			r.next(ctx, array, size, room)
		}
		r.taken(ctx, len(r.body), size)
	}
	return err
}

// slice waits for a slice of the file. It may lie on a disk that is far away or
// does not answer, so the bar, which has a way to stop, is there before it is.
func (r *reading) slice(ctx context.Context, asked goapp.Value, total int) (goapp.Value, error) {
	late := time.AfterFunc(shownAfter, func() {
		if ctx.Err() == nil {
			r.in.host.Report(words.Say.Taking.With(words.Size(len(r.body)), words.Size(total)), len(r.body), total, 0)
		}
	})
	defer late.Stop()
	return dom.Await(ctx, asked)
}

// unreadable is the sentence on why a file cannot be read.
func unreadable(err error) words.Phrase {
	var r dom.Refusal
	if errors.As(err, &r) {
		switch r.Name {
		case "NotFoundError":
			return words.Quoting(words.Say.FileGone)
		case "NotReadableError", "NotAllowedError", "SecurityError":
			return words.Quoting(words.Say.FileLocked)
		}
	}
	return words.Quoting(words.Say.NoFile, err.Error())
}

// fileSlices returns what asks the browser for one slice of a file after the
// other and returns the promise of its bytes; nil after the last. The first
// slice of a large file is just its beginning.
func fileSlices(file goapp.Value, size int) func() (goapp.Value, error) {
	at, want := 0, sliceBytes
	if size > beginningFrom {
		want = beginningSize
	}
	return func() (promise goapp.Value, err error) {
		if at >= size {
			return nil, nil
		}
		end := min(at+want, size)
		err = dom.Attempt(func() {
			part := file
			if end-at < size {
				part = file.Call("slice", at, end)
			}
			promise = part.Call("arrayBuffer")
		})
		at, want = end, sliceBytes
		return promise, err
	}
}
