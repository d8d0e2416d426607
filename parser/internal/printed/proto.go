package printed

import (
	"bytes"

	"github.com/callbacklens/callbacklens/parser/internal/chars"
	"github.com/callbacklens/callbacklens/parser/internal/unescape"
)

// protoBegins knows the text format of Protobuf by its first field: a text, or a message
// in brackets.
func protoBegins(t []byte, i int) bool {
	end := nameEnd(t, i)
	if rootName(t[i:end]) == notRoot || i > 0 && bytes.IndexByte([]byte(" \t\r\n{<"), t[i-1]) < 0 {
		return false
	}
	at := blanks(t, end)
	colon := at < len(t) && t[at] == ':'
	if colon {
		at = blanks(t, at+1)
	}
	switch {
	case at >= len(t):
		return false
	case colon && (t[at] == '"' || t[at] == '\''):
		stop := at + 1
		for stop < min(len(t), at+lookAhead) && t[stop] != t[at] && t[stop] != '\n' {
			stop += 1 + chars.One(t[stop] == '\\')
		}
		if stop >= len(t) || t[stop] != t[at] {
			return false
		}
		next := blanks(t, stop+1)
		name := nameEnd(t, next)
		return name > next && protoValue(t, name)
	case t[at] == '{' || t[at] == '<' && !colon:
		at = blanks(t, at+1)
		name := nameEnd(t, at)
		return name > at && protoValue(t, name)
	}
	return false
}

// protoValue reports whether a value or a message stands behind the name that ends at i.
func protoValue(t []byte, i int) bool {
	at := blanks(t, i)
	return at < len(t) && (t[at] == ':' || t[at] == '{' || t[at] == '<' && t[i] == ' ')
}

func (w *tree) proto() { w.messages(0) }

// messages reads fields up to a bracket, or as far as they go.
func (w *tree) messages(closer byte) {
	for w.more() {
		at := blanks(w.text, w.i)
		if closer != 0 && at < len(w.text) && w.text[at] == closer {
			w.i = at
			return
		}
		to := nameEnd(w.text, at)
		if to == at || !protoValue(w.text, to) {
			break
		}
		w.i = blanks(w.text, to)
		if w.at(':') {
			w.i = blanks(w.text, w.i+1)
		}
		if name := w.text[at:to]; w.at('[') {
			w.list(name)
		} else {
			w.field(name, at)
		}
		if next := blanks(w.text, w.i); next < len(w.text) && (w.text[next] == ',' || w.text[next] == ';') {
			w.i = next + 1
		}
	}
	w.broken = w.broken || closer != 0
}

// list reads several values of one name.
func (w *tree) list(name []byte) {
	for w.i++; w.alive(); {
		if w.i = blanks(w.text, w.i); w.at(']') {
			w.i++
			return
		}
		before := w.i
		w.field(name, w.i)
		if w.i = blanks(w.text, w.i); w.at(',') {
			w.i++
		}
		w.broken = w.broken || w.i == before
	}
}

// field reads the value at w.i of the field that stands at from.
func (w *tree) field(name []byte, from int) {
	w.open(name, from)
	switch {
	case w.at('{'), w.at('<'):
		closer := w.text[w.i] + 2
		w.i++
		w.messages(closer)
		w.i = min(w.i+1, len(w.text))
	case w.at('"'), w.at('\''):
		w.strings()
	default:
		start := w.i
		for w.more() && bytes.IndexByte([]byte(" \t\r\n,;}>]"), w.text[w.i]) < 0 {
			w.i++
		}
		w.value(start, w.i)
	}
	w.close(name)
}

// strings reads texts in quotes that are one.
func (w *tree) strings() {
	w.values++
	for w.more() && (w.at('"') || w.at('\'')) {
		quote := w.text[w.i]
		for w.i++; w.alive() && !w.at(quote); {
			n := bytes.IndexAny(w.text[w.i:min(w.i+pulseEvery, len(w.text))], string(quote)+"\\&<>\n\r")
			if n < 0 {
				n = min(pulseEvery, len(w.text)-w.i)
			}
			w.out.Copy(w.text, w.i, w.i+n)
			if w.i += n; !w.alive() || w.at(quote) {
				break
			}
			out, used := unescape.Literal(nil, w.text[w.i:])
			w.put(out, w.i, w.i+used)
			w.i += used
		}
		w.i = min(w.i+1, len(w.text))
		next := blanks(w.text, w.i)
		if next >= len(w.text) || w.text[next] != '"' && w.text[next] != '\'' {
			return
		}
		w.i = next
	}
}
