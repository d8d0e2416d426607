package printed

import (
	"bytes"
	"strconv"

	"github.com/callbacklens/callbacklens/parser/internal/chars"
)

// serialBegins knows what PHP's serialize writes of an array or object.
func serialBegins(t []byte, i int) bool {
	if t[i] != 'a' && t[i] != 'O' || i+1 >= len(t) || t[i+1] != ':' || i > 0 && isName(t[i-1]) {
		return false
	}
	n := bytes.IndexByte(t[i:min(i+lookAhead, len(t))], '{')
	return n > 0 && i+n+2 < len(t) && bytes.IndexByte([]byte("si"), t[i+n+1]) >= 0 && t[i+n+2] == ':'
}

func (w *tree) serial() { w.serialized(nil) }

// serialized reads the value at w.i of that name, nil for the root.
func (w *tree) serialized(name []byte) {
	if w.i+2 > len(w.text) || !w.alive() {
		w.broken = true
		return
	}
	switch kind := w.text[w.i]; kind {
	case 'a', 'O':
		w.members(name)
	case 's', 'i', 'd', 'b', 'N':
		start := w.i
		from, to := w.scalar()
		w.open(name, start)
		switch {
		case kind == 'b':
			w.values++
			w.out.Put([...]string{"false", "true"}[chars.One(w.text[from] == '1')], from, to)
		default:
			w.value(from, to)
		}
		w.close(name)
	default: // a reference, or an object that writes itself
		w.broken = true
	}
}

// scalar returns the bounds of the value at w.i, and goes on behind it. A text whose length
// is wrong, as its charset was changed, ends where one may.
func (w *tree) scalar() (from, to int) {
	from = min(w.i+2, len(w.text))
	if w.text[w.i] != 's' {
		n := bytes.IndexByte(w.text[w.i:min(w.i+lookAhead, len(w.text))], ';')
		if n < 0 {
			w.broken = true
			return from, from
		}
		to = w.i + n
		w.i = to + 1
		return min(from, to), to
	}
	digits := from
	for from < len(w.text) && from < digits+longestName && w.text[from] >= '0' && w.text[from] <= '9' {
		from++
	}
	size, err := strconv.Atoi(string(w.text[digits:from]))
	if err != nil || !bytes.HasPrefix(w.text[from:], []byte(`:"`)) {
		w.broken = true
		return from, from
	}
	from += len(`:"`)
	const end = `";`
	if to = from + size; to > len(w.text) || !bytes.HasPrefix(w.text[to:], []byte(end)) {
		n := bytes.Index(w.text[from:min(from+2*size+lookAhead, len(w.text))], []byte(end))
		if n < 0 {
			w.broken = true
			return from, from
		}
		to = from + n
	}
	w.i = to + len(end)
	return from, to
}

// members reads the array or object at w.i. The items of a list have its name each.
func (w *tree) members(name []byte) {
	start := w.i
	n := bytes.IndexByte(w.text[w.i:min(w.i+lookAhead, len(w.text))], '{')
	if n < 0 {
		w.broken = true
		return
	}
	w.i += n + 1
	list := w.at('i')
	if name != nil && !list {
		w.open(name, start)
	}
	for w.alive() && !w.at('}') {
		if c := w.text[w.i]; c != 's' && c != 'i' {
			w.broken = true
			break
		}
		from, to := w.scalar()
		key := w.text[from:to]
		key = key[bytes.LastIndexByte(key, 0)+1:] // the name of its class stands before a private one
		if list {
			if key = name; key == nil {
				key = []byte(response)
			}
		}
		w.serialized(key)
	}
	w.i = min(w.i+1, len(w.text))
	w.end = w.i
	if name != nil && !list {
		w.close(name)
	}
}
