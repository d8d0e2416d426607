package tree

import (
	"strconv"
	"strings"

	"github.com/callbacklens/callbacklens/parser"
)

// pathOf returns a path as Item.Path writes it, of one that is written so, as a filter
// of jq or as XPath, or of the end of one; empty for what is no path. Letters of ASCII
// are small.
func pathOf(text string) string {
	first := strings.IndexAny(text, "./[")
	if first < 0 || strings.ContainsAny(text, " ") && !strings.Contains(text, "[") {
		return ""
	}
	fromZero := text[0] == '.' // as jq counts
	var b strings.Builder
	for text != "" {
		switch cut := strings.IndexAny(text, "./["); {
		case cut > 0:
			b.WriteString(text[:cut])
			text = text[cut:]
		case cut < 0:
			b.WriteString(text)
			text = ""
		case text[0] == '[':
			inside, rest, _ := strings.Cut(text[1:], "]")
			bracket(&b, inside, fromZero)
			text = rest
		default:
			if text = text[1:]; b.Len() > 0 && text != "" && text[0] != '[' {
				b.WriteByte('.')
			}
		}
	}
	return strings.NewReplacer(".*", ".", "text().", "text()").Replace(strings.TrimPrefix(b.String(), "*"))
}

// bracket writes what stands between brackets: a position, a name, or a condition that
// names.
func bracket(b *strings.Builder, inside string, fromZero bool) {
	n, digits := 0, inside != ""
	for i := range len(inside) {
		digits = digits && '0' <= inside[i] && inside[i] <= '9'
		n = 10*n + int(inside[i]&15)
	}
	if digits {
		if fromZero {
			n++
		}
		b.WriteByte('[')
		b.WriteString(strconv.Itoa(n))
		b.WriteByte(']')
		return
	}
	if name := strings.Trim(strings.TrimPrefix(inside, "name()="), "\"'"); name != inside {
		if fromZero && b.Len() > 0 {
			b.WriteByte('.')
		}
		b.WriteString(name)
	}
}

// leadsTo reports whether a path, as pathOf returns it, is the end of that of an item.
// Where it has no positions, those of the item do not matter; of the last name the
// beginning is enough.
func leadsTo(way string, it parser.Item) bool {
	path := strings.ToLower(it.Path())
	if !strings.Contains(way, "[") {
		path = withoutPositions(path)
	}
	for from := 0; ; {
		i := strings.Index(path[from:], way)
		if i < 0 {
			return false
		}
		at, end := from+i, from+i+len(way)
		if (at == 0 || path[at-1] == '.') && !strings.ContainsAny(path[end:], ".[") {
			return true
		}
		from = at + 1
	}
}

// withoutPositions returns a path without what stands between brackets.
func withoutPositions(path string) string {
	for {
		before, rest, found := strings.Cut(path, "[")
		if !found {
			return path
		}
		_, after, _ := strings.Cut(rest, "]")
		path = before + after
	}
}
