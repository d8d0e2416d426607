package peel

import (
	"bytes"
	"html"

	"github.com/callbacklens/callbacklens/parser/lang"
)

// HTML undoes the entities of a body that was copied out of the source of a web
// page, or printed by a logger that escapes for one.
func HTML(text []byte, c Context) []Inside {
	start, end := trimmed(text)
	if BodyAt(text, start) && !quotedObject(text[start:end]) {
		return nil
	}
	mark := -1
	for _, m := range [...]string{"&lt;", "&#60;", "&#x3c;", "&#x3C;", "&#34;", "&quot;", "&amp;lt;", "&amp;#", "&amp;quot;", "&amp;amp;"} {
		if i := c.index(text, m); i >= 0 && (mark < 0 || i < mark) {
			mark = i
		}
	}
	if mark < 0 || earlierBody(text[start:mark]) {
		return nil
	}
	inner, trace := c.undo(text, start, end, unentity)
	if len(inner) >= end-start {
		return nil // no entity was undone
	}
	if i := bytes.IndexAny(inner, "<{["); (i < 0 || !BodyAt(inner, i)) && !holds(inner, c) {
		return nil
	}
	return []Inside{{Kind: "html", Start: start, End: end, Text: inner, Trace: trace,
		Note: lang.Text{ZH: "HTML 实体转义", EN: "escaped for HTML"}}}
}

// quotedObject reports whether text is an object whose quotes are entities.
func quotedObject(text []byte) bool {
	i := 1 + blanks(text[1:])
	for _, m := range [...]string{"&quot;", "&#34;", "&amp;"} {
		if bytes.HasPrefix(text[i:], []byte(m)) {
			return true
		}
	}
	return false
}

// earlierBody reports whether a body begins within text.
func earlierBody(text []byte) bool {
	for i, c := range text {
		if (c == '<' || c == '{') && BodyAt(text, i) {
			return true
		}
	}
	return false
}

// unentity undoes one entity. The longest that HTML names has 33 bytes.
func unentity(dst, src []byte) ([]byte, int) {
	if src[0] == '&' {
		if end := bytes.IndexByte(src[:min(len(src), 34)], ';'); end > 0 {
			entity := string(src[:end+1])
			if s := html.UnescapeString(entity); s != entity {
				return append(dst, s...), end + 1
			}
		}
	}
	return append(dst, src[0]), 1
}
