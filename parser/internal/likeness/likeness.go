// Package likeness tells what a text looks like that holds no callback: a file of another
// kind, source code, or the names of a callback without its values.
package likeness

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/callbacklens/callbacklens/parser/callback"
	"github.com/callbacklens/callbacklens/parser/document"
	"github.com/callbacklens/callbacklens/parser/internal/chars"
	"github.com/callbacklens/callbacklens/parser/internal/outset"
)

// signature is what files of one kind begin with. Where sure is not set, words
// may begin so too.
type signature struct {
	mark, name string
	sure       bool
}

var signatures = [...]signature{
	{"\x89PNG\r\n", "PNG", true}, {"\xFF\xD8\xFF", "JPEG", true}, {"GIF87a", "GIF", true}, {"GIF89a", "GIF", true},
	{"%PDF-", "PDF", true}, {"PK\x03\x04", "ZIP", true}, {"PK\x05\x06", "ZIP", true}, {"7z\xBC\xAF", "7z", true},
	{"Rar!\x1A\x07", "RAR", true}, {"\xFD7zXZ\x00", "xz", true}, {"BZh", "bzip2", false},
	{"\x28\xB5\x2F\xFD", "Zstandard", true},
	{"\x04\x22\x4D\x18", "LZ4", true}, {"\x1F\x8B", "gzip", true}, {"\x7FELF", "ELF", true},
	{"\x00asm", "WebAssembly", true},
	{"SQLite format 3\x00", "SQLite", true}, {"OggS", "Ogg", false}, {"ID3", "MP3", false}, {"fLaC", "FLAC", false},
	{"RIFF", "RIFF", false}, {"\xD0\xCF\x11\xE0", "OLE", true}, {"PAR1", "Parquet", false}, {"Obj\x01", "Avro", true},
	{"\xCA\xFE\xBA\xBE", "Java class", true}, {"MZ", "EXE", false},
}

// firstLook is how many bytes are looked at to tell text from what is none.
const firstLook = 1024

// Binary tells whether b is something else than text, by its beginning alone,
// and the kind of file if that is known. What begins as a body is text.
func Binary(b []byte) (kind string, is bool) {
	if outset.LikeBody(b[:min(len(b), firstLook)]) {
		return "", false
	}
	is = !startsAsText(b)
	if len(b) >= 12 && string(b[4:8]) == "ftyp" {
		return "MP4", is
	}
	for _, s := range signatures {
		if (s.sure || is) && bytes.HasPrefix(b, []byte(s.mark)) {
			return s.name, true
		}
	}
	return "", is
}

// startsAsText reports whether b begins as a text does in any charset that has
// ASCII in it: with a line without control characters, or with next to none of
// them. Zeros at the beginning are what cutting the file of a running log leaves.
func startsAsText(b []byte) bool {
	b = bytes.TrimLeft(b, "\x00")
	b = b[:min(len(b), firstLook)]
	line, _, more := bytes.Cut(b, []byte("\n"))
	if more && len(bytes.TrimSpace(line)) > 2 && controls(line) == 0 && utf8.Valid(line) {
		return true
	}
	const few = 25 // bytes for each control character; chance has one in ten
	return controls(b)*few <= len(b)
}

// controls counts the control characters in b that texts do without.
func controls(b []byte) (n int) {
	for _, c := range b {
		usual := c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\b' || c == '\x1b'
		n += chars.One(c < ' ' && !usual || c == 0x7f)
	}
	return n
}

// Code reports whether most lines of the beginning of a text end as statements,
// declarations and comments do.
func Code(text []byte) bool {
	const begin = 16 << 10
	lines, code := 0, 0
	for line := range bytes.Lines(text[:min(len(text), begin)]) {
		line = bytes.TrimSpace(line)
		if len(line) == 0 {
			continue
		}
		lines++
		if bytes.HasPrefix(line, []byte("//")) || bytes.HasPrefix(line, []byte("/*")) ||
			bytes.IndexByte([]byte("{};,()"), line[len(line)-1]) >= 0 {
			code++
		}
	}
	return lines > 2 && 2*code > lines
}

// Values tells how much the leaves of it speak for values that the service sent: a digit
// counts twice, as an identifier and a time have some, the name of a state once. It stops
// where there are enough.
func Values(it document.Item, enough int) (n int) {
	if !it.Leaf() {
		for child := range it.Children() {
			if n += Values(child, enough-n); n >= enough {
				break
			}
		}
		return n
	}
	value := it.Value()
	switch {
	case strings.ContainsAny(value, "0123456789") && !strings.ContainsAny(value, "()[]{}$;"):
		return 2
	case callback.OutcomeOf(value) != callback.OutcomeUnknown:
		return 1
	}
	return 0
}

// MostLeaves reports whether n are more than half of the leaves of doc.
func MostLeaves(doc *document.Document, n int) bool {
	leaves := 0
	for i := range doc.Flat().Nodes {
		leaves += chars.One(doc.Flat().Nodes[i].Kind.Scalar())
	}
	return 2*n > leaves
}
