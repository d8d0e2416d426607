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
	text   goapp.Value // what the start-up script lends
	length int         // in UTF-16 units
	array  goapp.Value // that slices are encoded into
}

func newPasted(text goapp.Value) *pasted {
	length := text.Get("length").Int()
	return &pasted{
		text: text, length: length,
		array: goapp.Window().Get("Uint8Array").New(min(length, sliceUnits) * unitBytes),
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
		read, written := t.encode(at, at+size)
		array := t.array.Call("subarray", 0, written)
		if r.body == nil {
			r.start(ctx, array, t.length, t.room)
		} else {
			r.next(ctx, array, t.length, t.room)
		}
		at += read
		r.taken(ctx, at, t.length)
	}
}

// encode writes the units from at to end into the array, or one less where that would
// be within a character. It returns how many it took, and how many bytes they are.
func (t *pasted) encode(at, end int) (read, written int) {
	did := t.text.Call("encode", at, end, t.array)
	return did.Get("read").Int(), did.Get("written").Int()
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
		_, n := t.encode(at, at+sampleUnits)
		written += n
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
