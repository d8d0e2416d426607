package intake

import (
	"context"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"
)

const (
	// sliceUnits is how much of a pasted text is encoded at once: encoding the
	// whole of a large one would hold the page up.
	sliceUnits = 256 << 10
	// unitBytes is how many bytes a UTF-16 unit becomes at most.
	unitBytes = 3
)

// pasted is a text of the browser on its way to bytes.
type pasted struct {
	text    goapp.Value // as an object: a bare string has no methods for Go
	length  int         // in UTF-16 units
	encoder goapp.Value
	array   goapp.Value // that slices are encoded into
}

func newPasted(text goapp.Value) *pasted {
	text = goapp.Window().Get("Object").New(text)
	length := text.Get("length").Int()
	return &pasted{
		text: text, length: length,
		encoder: goapp.Window().Get("TextEncoder").New(),
		array:   goapp.Window().Get("Uint8Array").New(min(length, sliceUnits) * unitBytes),
	}
}

// takeText encodes a text of the browser slice by slice.
func (r *reading) takeText(ctx context.Context, text goapp.Value) {
	t := newPasted(text)
	tend(t.length)
	size := sliceUnits
	if t.length > beginningFrom {
		size = beginningSize
	}
	for at := 0; at < t.length && ctx.Err() == nil; size = r.want(sliceUnits) {
		end := t.sliceEnd(at + size)
		written := t.encode(at, end)
		array := t.array.Call("subarray", 0, written)
		if r.body == nil {
			r.start(ctx, array, t.length, t.room)
		} else {
			r.next(ctx, array, t.length, t.room)
		}
		at = end
		r.taken(ctx, at, t.length)
	}
}

// encode writes a slice into the array and returns how many bytes it has.
func (t *pasted) encode(at, end int) int {
	slice := t.text.Call("slice", at, end)
	return t.encoder.Call("encodeInto", slice, t.array).Get("written").Int()
}

// sliceEnd returns where a slice ends that should end at end: not between the
// two halves of a character beyond U+FFFF.
func (t *pasted) sliceEnd(end int) int {
	end = min(end, t.length)
	if unit := t.text.Call("charCodeAt", end-1).Int(); end < t.length && unit >= 0xD800 && unit < 0xDC00 {
		end--
	}
	return end
}

// room returns how many bytes the whole text will have, as far as samples tell.
// Growing later would copy all that there is by then.
func (t *pasted) room() int {
	const (
		samples     = 64
		sampleUnits = 512
		margin      = 64 << 10
	)
	if t.length < 2*samples*sampleUnits {
		return t.length * unitBytes
	}
	written := 0
	for i := range samples {
		at := (t.length - sampleUnits) / (samples - 1) * i
		written += t.encode(at, at+sampleUnits)
	}
	each := float64(written) / (samples * sampleUnits)
	return int(1.02*each*float64(t.length)) + margin
}

// grow makes room for n more bytes where the samples were not like the rest.
func (r *reading) grow(n int) {
	if len(r.body)+n <= cap(r.body) {
		return
	}
	larger := make([]byte, 0, (len(r.body)+n)*9/8)
	for at := 0; at < len(r.body); at += sliceBytes {
		larger = append(larger, r.body[at:min(at+sliceBytes, len(r.body))]...)
		r.pace.Turn()
	}
	r.body = larger
}
