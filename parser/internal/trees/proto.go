package trees

import (
	"bytes"

	"github.com/callbacklens/callbacklens/parser/internal/chars"
	"github.com/callbacklens/callbacklens/parser/internal/scribe"
	"github.com/callbacklens/callbacklens/parser/internal/unescape"
)

// protoBegins knows the text format of Protobuf by its first field: a text, or a message
// in brackets.
func protoBegins(t []byte, i int) bool {
	end := scribe.NameEnd(t, i)
	if rootName(t[i:end]) == notRoot || i > 0 && bytes.IndexByte([]byte(" \t\r\n{<"), t[i-1]) < 0 {
		return false
	}
	at := scribe.Blanks(t, end)
	colon := at < len(t) && t[at] == ':'
	if colon {
		at = scribe.Blanks(t, at+1)
	}
	switch {
	case at >= len(t):
		return false
	case colon && (t[at] == '"' || t[at] == '\''):
		stop := at + 1
		for stop < min(len(t), at+scribe.LookAhead) && t[stop] != t[at] && t[stop] != '\n' {
			stop += 1 + chars.One(t[stop] == '\\')
		}
		if stop >= len(t) || t[stop] != t[at] {
			return false
		}
		next := scribe.Blanks(t, stop+1)
		name := scribe.NameEnd(t, next)
		return name > next && protoValue(t, name)
	case t[at] == '{' || t[at] == '<' && !colon:
		at = scribe.Blanks(t, at+1)
		name := scribe.NameEnd(t, at)
		return name > at && protoValue(t, name)
	}
	return false
}

// protoValue reports whether a value or a message stands behind the name that ends at i.
func protoValue(t []byte, i int) bool {
	at := scribe.Blanks(t, i)
	return at < len(t) && (t[at] == ':' || t[at] == '{' || t[at] == '<' && t[i] == ' ')
}

func (w *tree) proto() { w.messages(0) }

// messages reads fields up to a bracket, or as far as they go.
func (w *tree) messages(closer byte) {
	for w.more() {
		at := scribe.Blanks(w.Text, w.I)
		if closer != 0 && at < len(w.Text) && w.Text[at] == closer {
			w.I = at
			return
		}
		to := scribe.NameEnd(w.Text, at)
		if to == at || !protoValue(w.Text, to) {
			break
		}
		w.I = scribe.Blanks(w.Text, to)
		if w.At(':') {
			w.I = scribe.Blanks(w.Text, w.I+1)
		}
		if name := w.Text[at:to]; w.At('[') {
			w.list(name)
		} else {
			w.field(name, at)
		}
		if next := scribe.Blanks(w.Text, w.I); next < len(w.Text) && (w.Text[next] == ',' || w.Text[next] == ';') {
			w.I = next + 1
		}
	}
	w.Broken = w.Broken || closer != 0
}

// list reads several values of one name.
func (w *tree) list(name []byte) {
	for w.I++; w.Alive(); {
		if w.I = scribe.Blanks(w.Text, w.I); w.At(']') {
			w.I++
			return
		}
		before := w.I
		w.field(name, w.I)
		if w.I = scribe.Blanks(w.Text, w.I); w.At(',') {
			w.I++
		}
		w.Broken = w.Broken || w.I == before
	}
}

// field reads the value at w.I of the field that stands at from.
func (w *tree) field(name []byte, from int) {
	w.open(name, from)
	switch {
	case w.At('{'), w.At('<'):
		closer := w.Text[w.I] + 2
		w.I++
		w.messages(closer)
		w.I = min(w.I+1, len(w.Text))
	case w.At('"'), w.At('\''):
		w.strings()
	default:
		start := w.I
		for w.more() && bytes.IndexByte([]byte(" \t\r\n,;}>]"), w.Text[w.I]) < 0 {
			w.I++
		}
		w.value(start, w.I)
	}
	w.close(name)
}

// strings reads texts in quotes that are one.
func (w *tree) strings() {
	w.values++
	for w.more() && (w.At('"') || w.At('\'')) {
		quote := w.Text[w.I]
		for w.I++; w.Alive() && !w.At(quote); {
			n := bytes.IndexAny(w.Text[w.I:min(w.I+scribe.PulseEvery, len(w.Text))], string(quote)+"\\&<>\n\r")
			if n < 0 {
				n = min(scribe.PulseEvery, len(w.Text)-w.I)
			}
			w.Out.Copy(w.Text, w.I, w.I+n)
			if w.I += n; !w.Alive() || w.At(quote) {
				break
			}
			out, used := unescape.Literal(nil, w.Text[w.I:])
			w.put(out, w.I, w.I+used)
			w.I += used
		}
		w.I = min(w.I+1, len(w.Text))
		next := scribe.Blanks(w.Text, w.I)
		if next >= len(w.Text) || w.Text[next] != '"' && w.Text[next] != '\'' {
			return
		}
		w.I = next
	}
}
