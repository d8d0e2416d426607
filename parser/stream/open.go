package stream

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"io"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
	"golang.org/x/text/transform"
)

// Plain returns what in holds as a text that can be cut into lines: unpacked where it
// is a gzip file, as UTF-8 where it begins as UTF-16 or UTF-32 does. Places then count
// in what it gives. Nothing is read before the first Read.
func Plain(in io.Reader) io.Reader { return &plain{in: in} }

// plain finds out what it reads as soon as it is asked.
type plain struct {
	in    io.Reader
	known bool
}

func (p *plain) Read(to []byte) (int, error) {
	if !p.known {
		p.known = true
		in, err := unpacked(p.in)
		if err != nil {
			return 0, err
		}
		p.in = decoded(in)
	}
	return p.in.Read(to)
}

// unpacked undoes gzip, as often as it was done within reason.
func unpacked(in io.Reader) (*bufio.Reader, error) {
	const layers = 2
	b := bufio.NewReaderSize(in, chunkSize)
	for range layers {
		if head, _ := b.Peek(2); !bytes.Equal(head, []byte("\x1f\x8b")) {
			break
		}
		z, err := gzip.NewReader(b)
		if err != nil {
			return nil, err
		}
		b = bufio.NewReaderSize(z, chunkSize)
	}
	return b, nil
}

// decoded turns a text in units of 2 or 4 bytes into UTF-8, without its byte order
// mark. Without such a mark the zeros beside the first characters tell.
func decoded(b *bufio.Reader) io.Reader {
	head, err := b.Peek(8)
	if err != nil && !errors.Is(err, io.EOF) {
		return b
	}
	for _, e := range [...]struct {
		enc   encoding.Encoding
		mark  string
		begin string // of the first two characters, where x stands for one of ASCII
	}{
		{utf32.UTF32(utf32.LittleEndian, utf32.UseBOM), "\xFF\xFE\x00\x00", "x\x00\x00\x00x\x00\x00\x00"},
		{utf32.UTF32(utf32.BigEndian, utf32.UseBOM), "\x00\x00\xFE\xFF", "\x00\x00\x00x\x00\x00\x00x"},
		{unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "\xFF\xFE", "x\x00x\x00"},
		{unicode.UTF16(unicode.BigEndian, unicode.UseBOM), "\xFE\xFF", "\x00x\x00x"},
	} {
		if bytes.HasPrefix(head, []byte(e.mark)) || begins(head, e.begin) {
			return transform.NewReader(b, e.enc.NewDecoder())
		}
	}
	return b
}

func begins(head []byte, as string) bool {
	if len(head) < len(as) {
		return false
	}
	for i := range len(as) {
		if ascii := head[i] > 0 && head[i] < 0x80; ascii != (as[i] == 'x') || !ascii && head[i] != 0 {
			return false
		}
	}
	return true
}
