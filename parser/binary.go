package parser

import (
	"bytes"
	"unicode/utf8"

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

// binaryKind tells whether b is something else than text, by its beginning alone,
// and the kind of file if that is known. What begins as a body is text.
func binaryKind(b []byte) (kind string, is bool) {
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

// sayBinary tells that w is not text, if so.
func (in *inspection) sayBinary(w wrapped) bool {
	kind, is := binaryKind(w.text)
	if !is {
		return false
	}
	row := rowBinary
	if kind != "" {
		row = rowBinaryFile
	}
	in.place(in.Say(row, nil, document.Span{}, kind), w.origin, spanOf(0, len(w.text)))
	return true
}
