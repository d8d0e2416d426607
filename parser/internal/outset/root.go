package outset

import "bytes"

// rootTags are the elements that a callback has at its outside.
var rootTags = [...]string{"Response", "Request", "Error", "JobsDetail", "WorkflowExecution"}

// RootTag reports whether a callback has an element of that name at its outside.
func RootTag(name []byte) bool {
	for _, tag := range rootTags {
		if string(name) == tag {
			return true
		}
	}
	return false
}

// behindTag returns what stands first behind the tag at i, or behind its name where that
// does not end.
func behindTag(text []byte, i int) int {
	ahead := text[i+1 : min(i+LookAhead, len(text))]
	n := bytes.IndexAny(ahead, "<>")
	if n < 0 || ahead[n] == '<' {
		n = len(NameAt(text, i+1)) - 1
	}
	return BlanksTo(text, i+1+n+1)
}

// Behind returns the byte that stands first behind the tag at i, 0 at the end of the text.
func Behind(text []byte, i int) byte {
	if at := behindTag(text, i); at < len(text) {
		return text[at]
	}
	return 0
}

// RootBehind reports whether the tag at i is followed by that of the outside of a callback.
func RootBehind(text []byte, i int) bool {
	rest := text[min(behindTag(text, i), len(text)):]
	return bytes.HasPrefix(rest, []byte("<Response>")) || bytes.HasPrefix(rest, []byte("<?xml"))
}

// BlanksTo returns where the blanks at i end.
func BlanksTo(text []byte, i int) int {
	return i + Blanks(text[i:min(i+LookAhead, len(text))])
}

// NextRoot returns where the outside of a callback begins next, -1 if it is not near.
func NextRoot(text []byte, i int) int {
	const near = 4 << 10
	end := min(i+near, len(text))
	for i < end {
		n := bytes.IndexAny(text[i:end], "<{")
		if n < 0 {
			break
		}
		i += n
		switch rest := text[i:]; {
		case rest[0] == '{' && RootObject(rest):
			return i
		case bytes.HasPrefix(rest, []byte("<?xml")), bytes.HasPrefix(rest, []byte("<Response>")) && Behind(text, i) == '<':
			return i
		}
		i++
	}
	return -1
}

// RootObject reports whether b begins as a callback in JSON does.
func RootObject(b []byte) bool {
	b = b[1+Blanks(b[1:min(LookAhead, len(b))]):]
	for _, name := range [...]string{`"EventName"`, `"JobsDetail"`, `"Response"`, `"WorkflowExecution"`} {
		if bytes.HasPrefix(b, []byte(name)) {
			return true
		}
	}
	return false
}

// Apart reports whether the object at i has no place for the body at root: it does not end
// before, and what stands there is neither in a string nor where a value may stand.
func Apart(text []byte, i, root int) bool {
	depth, quoted := 0, false
	last, before := byte(0), byte(0) // the last sign, and the one before the last string
	prior := byte(0)                 // the one before the last
	for ; i < root; i++ {
		c := text[i]
		switch {
		case c == '\\':
			i++
			continue
		case c == '"':
			if quoted = !quoted; quoted {
				before = last
			}
		case quoted || IsBlank(c):
			continue
		case c == '{' || c == '[':
			depth++
		case c == '}' || c == ']':
			if depth--; depth == 0 {
				return false
			}
		}
		prior, last = last, c
	}
	if !quoted && last == ':' && text[root] == '<' {
		return prior != '"' // the colon of a sentence, and not one behind a name
	}
	return !quoted && bytes.IndexByte([]byte(":,[(=>"), last) < 0 && (last != '"' || before == ':')
}

// NameAt returns the name at i, its first bytes if it is longer than names are.
func NameAt(text []byte, i int) []byte {
	const longest = 128
	end := i
	for end < min(i+longest, len(text)) && IsNameByte(text[end]) {
		end++
	}
	return text[i:end]
}
