package literals

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/callbacklens/callbacklens/parser/internal/chars"
)

const rtfMark = `{\rtf`

func rtfBegins(text []byte, i int) bool { return bytes.HasPrefix(text[i:], []byte(rtfMark)) }

// rtfWords are words of RTF, each behind a blank, and the character that it stands for.
const rtfWords = " par\n line\n row\n tab\t cell\t lquote‘ rquote’ ldblquote“ rdblquote” endash– emdash— bullet• "

// rtfHidden are groups of which nothing is shown, rtfPages code pages by their numbers.
const (
	rtfHidden = " * fonttbl colortbl stylesheet info pict header footer listtable listoverridetable fldinst "
	rtfPages  = " 936gbk 950big5 932shift_jis 949euc-kr 65001utf-8 "
)

// behind returns what stands in a table behind a word, up to the next blank that is one.
func behind(table, word string) string {
	_, rest, ok := strings.Cut(table, " "+word)
	if own, _, _ := strings.Cut(rest, " "); ok && (own == "" || !chars.IsLetter(own[0]) || isDigit(word[0])) {
		return own
	}
	return ""
}

// rtfText is a document of RTF as it is read.
type rtfText struct {
	Text
	text   []byte
	i      int
	groups []rtfGroup
	half   rune // the first half of a character that takes two
	page   string
	// numbers and bytes tell how its characters are written: by their numbers, and in
	// its code page. Where both are, the latter are left out if lossy is set.
	numbers, bytes, lossy bool
}

type rtfGroup struct {
	hidden bool
	spare  int // how many characters stand behind each number for those who cannot read it
}

// rtf reads the text of a document in the Rich Text Format. Characters in its code page
// stay bytes, for whoever knows charsets; beside others that have numbers they are lost.
func rtf(text []byte, i int, pulse func()) (t Text, ok bool) {
	r := rtfText{text: text}
	if ok = r.read(i, pulse); r.bytes && r.numbers {
		r = rtfText{text: text, lossy: true}
		ok = r.read(i, pulse)
	}
	if r.bytes && !r.lossy && r.page != "" {
		r.ContentType = "text/plain; charset=" + r.page
	}
	return r.Text, ok
}

// read reads the document at i, and reports whether it is whole.
func (r *rtfText) read(i int, pulse func()) bool {
	r.Start, r.i, r.Count = i, i, 1
	beat := beats{i + pulseEvery, pulse}
	for r.i < len(r.text) {
		beat.at(r.i)
		switch r.text[r.i] {
		case '{':
			group := rtfGroup{spare: 1}
			if len(r.groups) > 0 {
				group = r.groups[len(r.groups)-1]
			}
			r.groups = append(r.groups, group)
			r.i++
		case '}':
			r.groups = r.groups[:len(r.groups)-1]
			if r.i++; len(r.groups) == 0 {
				r.End = r.i
				return true
			}
		case '\\':
			r.control()
		case '\r', '\n':
			r.i++
		default:
			n := bytes.IndexAny(r.text[r.i:min(r.i+pulseEvery, len(r.text))], "\\{}\r\n")
			if n < 0 {
				n = min(pulseEvery, len(r.text)-r.i)
			}
			if !r.hidden() {
				r.Copy(r.text, r.i, r.i+n)
			}
			r.i += n
		}
	}
	r.End = len(r.text)
	return false
}

func (r *rtfText) hidden() bool { return r.groups[len(r.groups)-1].hidden }

// put writes s for what stands between r.i and end, and goes on there.
func (r *rtfText) put(s string, end int) {
	if !r.hidden() {
		r.Put(s, r.i, end)
	}
	r.i = end
}

// control reads the word or sign behind the backslash at r.i.
func (r *rtfText) control() {
	rest := r.text[r.i+1:]
	switch {
	case len(rest) == 0:
		r.i++
	case rest[0] == '\'':
		v, ok := chars.Hex(rest[1:], 2)
		switch end := min(r.i+4, len(r.text)); {
		case !ok:
			r.i++
		case v >= utf8.RuneSelf && r.lossy:
			r.bytes = true
			r.put(string(utf8.RuneError), end)
		default:
			r.bytes = r.bytes || v >= utf8.RuneSelf && !r.hidden()
			r.put(string([]byte{byte(v)}), end)
		}
	case rest[0] == '*':
		r.hide("*")
		r.i += 2
	case rest[0] == '~':
		r.put(" ", r.i+2)
	case rest[0] == '\r' || rest[0] == '\n':
		r.put("\n", r.i+1+newline(rest))
	case chars.IsLetter(rest[0]):
		r.word(rest)
	case bytes.IndexByte([]byte(`\{}`), rest[0]) >= 0:
		r.put(string(rest[:1]), r.i+2)
	default:
		r.i += 2
	}
}

func (r *rtfText) hide(word string) {
	if strings.Contains(rtfHidden, " "+word+" ") {
		r.groups[len(r.groups)-1].hidden = true
	}
}

// word reads a word with its number, and the blank that ends it.
func (r *rtfText) word(rest []byte) {
	n := 0
	for n < len(rest) && chars.IsLetter(rest[n]) {
		n++
	}
	name, digits := string(rest[:n]), n
	for n < len(rest) && (isDigit(rest[n]) || n == digits && rest[n] == '-') {
		n++
	}
	value, err := strconv.Atoi(string(rest[digits:n]))
	end := r.i + 1 + n + chars.One(n < len(rest) && rest[n] == ' ')
	switch {
	case name == "u" && err == nil:
		r.numbers = r.numbers || !r.hidden()
		r.number(rune(uint16(value)), end)
		return
	case name == "uc" && err == nil:
		r.groups[len(r.groups)-1].spare = min(max(value, 0), 8)
	case name == "ansicpg":
		number := strconv.Itoa(value)
		if r.page = behind(rtfPages, number); r.page == "" {
			r.page = "windows-" + number
		}
	}
	r.hide(name)
	r.put(behind(rtfWords, name), end)
}

// number writes the character with a number that ends at end, and passes over what
// stands in its place for those who cannot read it.
func (r *rtfText) number(c rune, end int) {
	for k := r.groups[len(r.groups)-1].spare; k > 0 && end < len(r.text); k-- {
		switch {
		case bytes.IndexByte([]byte("{}\r\n"), r.text[end]) >= 0:
			k = 0
		case bytes.HasPrefix(r.text[end:], []byte(`\'`)):
			end = min(end+4, len(r.text))
		case r.text[end] == '\\':
			k = 0
		default:
			end++
		}
	}
	switch whole := utf16.DecodeRune(r.half, c); {
	case whole != utf8.RuneError:
		r.put(string(whole), end)
	case utf16.IsSurrogate(c) && c < 0xDC00:
		r.half, r.i = c, end
		return
	default:
		r.put(string(c), end)
	}
	r.half = 0
}
