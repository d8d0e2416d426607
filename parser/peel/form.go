package peel

import (
	"bytes"

	"github.com/callbacklens/callbacklens/parser/lang"
)

// Form takes bodies out of the fields of a form, application/x-www-form-
// urlencoded, and undoes the same escapes of a text that is no form.
func Form(text []byte, c Context) []Inside {
	start, end := trimmed(text)
	if end == start || BodyAt(text, start) || !bytes.ContainsAny(text[start:end], "%=") || bytes.ContainsAny(text[start:end], " <>{}\"") {
		return nil
	}
	var found []Inside
	for at := start; at <= end; {
		stop := end
		if n := bytes.IndexByte(text[at:end], '&'); n >= 0 {
			stop = at + n
		}
		if in, ok := formField(text, at, stop, c); ok {
			found = append(found, in)
		}
		at = stop + 1
	}
	return found
}

func formField(text []byte, start, end int, c Context) (Inside, bool) {
	value, note := start, lang.Text{ZH: "URL 编码", EN: "percent-encoded text"}
	if eq := bytes.IndexByte(text[start:end], '='); eq >= 0 && bytes.IndexByte(text[start:start+eq], '%') < 0 {
		value = start + eq + 1
		note = lang.Text{ZH: "表单字段 {0}", EN: "the form's field {0}"}.With(string(text[start : start+eq]))
	}
	inner, trace := c.undo(text, value, end, unpercent)
	if len(inner) >= len(text) || !holds(inner, c) {
		return Inside{}, false
	}
	return Inside{Kind: "form", Start: start, End: end, Text: inner, Trace: trace, Note: note}, true
}

func unpercent(dst, src []byte) ([]byte, int) {
	switch src[0] {
	case '+':
		return append(dst, ' '), 1
	case '%':
		if v, ok := hexValue(src[1:], 2); ok {
			return append(dst, byte(v)), 3
		}
	}
	return append(dst, src[0]), 1
}
