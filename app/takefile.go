package app

import (
	"context"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/parser"
)

// sliceBytes is how much of a file is read at once.
const sliceBytes = 8 << 20

// takeFile reads a file slice by slice, not more of it than Inspect would.
func (r *reading) takeFile(ctx context.Context, file goapp.Value) error {
	size := min(file.Get("size").Int(), parser.DefaultLimits.Input+1)
	tend(size)
	slices := fileSlices(file, size)
	next := slices()
	for next != nil && ctx.Err() == nil {
		// The browser gets the next slice while this one is worked on.
		asked := next
		next = slices()
		buffer, err := await(asked)
		if err != nil {
			return err
		}
		array := goapp.Window().Get("Uint8Array").New(buffer)
		if r.body == nil {
			r.start(ctx, array, size, func() int { return size })
		} else {
			r.body = appendBytes(r.body, array)
		}
		r.taken(ctx, len(r.body), size)
	}
	return nil
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
		part := file
		if end-at < size {
			part = file.Call("slice", at, end)
		}
		promise := part.Call("arrayBuffer")
		at, want = end, sliceBytes
		return promise
	}
}

// appendBytes appends the contents of a Uint8Array, for which there is room.
func appendBytes(body []byte, array goapp.Value) []byte {
	from := len(body)
	body = body[:from+array.Get("length").Int()]
	goapp.CopyBytesToGo(body[from:], array)
	return body
}
