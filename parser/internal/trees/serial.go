package trees

import (
	"bytes"
	"strconv"

	"github.com/callbacklens/callbacklens/parser/internal/chars"
	"github.com/callbacklens/callbacklens/parser/internal/scribe"
)

// serialBegins knows what PHP's serialize writes of an array or object.
func serialBegins(t []byte, i int) bool {
	if t[i] != 'a' && t[i] != 'O' || i+1 >= len(t) || t[i+1] != ':' || i > 0 && scribe.IsName(t[i-1]) {
		return false
	}
	n := bytes.IndexByte(t[i:min(i+scribe.LookAhead, len(t))], '{')
	return n > 0 && i+n+2 < len(t) && bytes.IndexByte([]byte("si"), t[i+n+1]) >= 0 && t[i+n+2] == ':'
}

func (w *tree) serial() { w.serialized(nil) }

// serialized reads the value at w.I of that name, nil for the root.
func (w *tree) serialized(name []byte) {
	if w.I+2 > len(w.Text) || !w.Alive() {
		w.Broken = true
		return
	}
	switch kind := w.Text[w.I]; kind {
	case 'a', 'O':
		w.members(name)
	case 's', 'i', 'd', 'b', 'N':
		start := w.I
		from, to := w.scalar()
		w.open(name, start)
		switch {
		case kind == 'b':
			w.values++
			w.Out.Put([...]string{"false", "true"}[chars.One(w.Text[from] == '1')], from, to)
		default:
			w.value(from, to)
		}
		w.close(name)
	default: // a reference, or an object that writes itself
		w.Broken = true
	}
}

// scalar returns the bounds of the value at w.I, and goes on behind it. A text whose length
// is wrong, as its charset was changed, ends where one may.
func (w *tree) scalar() (from, to int) {
	from = min(w.I+2, len(w.Text))
	if w.Text[w.I] != 's' {
		n := bytes.IndexByte(w.Text[w.I:min(w.I+scribe.LookAhead, len(w.Text))], ';')
		if n < 0 {
			w.Broken = true
			return from, from
		}
		to = w.I + n
		w.I = to + 1
		return min(from, to), to
	}
	digits := from
	for from < len(w.Text) && from < digits+scribe.LongestName && w.Text[from] >= '0' && w.Text[from] <= '9' {
		from++
	}
	size, err := strconv.Atoi(string(w.Text[digits:from]))
	if err != nil || !bytes.HasPrefix(w.Text[from:], []byte(`:"`)) {
		w.Broken = true
		return from, from
	}
	from += len(`:"`)
	const end = `";`
	if to = from + size; to > len(w.Text) || !bytes.HasPrefix(w.Text[to:], []byte(end)) {
		n := bytes.Index(w.Text[from:min(from+2*size+scribe.LookAhead, len(w.Text))], []byte(end))
		if n < 0 {
			w.Broken = true
			return from, from
		}
		to = from + n
	}
	w.I = to + len(end)
	return from, to
}

// members reads the array or object at w.I. The items of a list have its name each.
func (w *tree) members(name []byte) {
	start := w.I
	n := bytes.IndexByte(w.Text[w.I:min(w.I+scribe.LookAhead, len(w.Text))], '{')
	if n < 0 {
		w.Broken = true
		return
	}
	w.I += n + 1
	list := w.At('i')
	if name != nil && !list {
		w.open(name, start)
	}
	for w.Alive() && !w.At('}') {
		if c := w.Text[w.I]; c != 's' && c != 'i' {
			w.Broken = true
			break
		}
		from, to := w.scalar()
		key := w.Text[from:to]
		key = key[bytes.LastIndexByte(key, 0)+1:] // the name of its class stands before a private one
		if list {
			if key = name; key == nil {
				key = []byte(response)
			}
		}
		w.serialized(key)
	}
	w.I = min(w.I+1, len(w.Text))
	w.end = w.I
	if name != nil && !list {
		w.close(name)
	}
}
