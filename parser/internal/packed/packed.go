// Package packed inflates what is compressed: gzip, zlib, and bare deflate.
package packed

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"io"

	"github.com/callbacklens/callbacklens/parser/internal/outset"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// Kinds are the kinds of compressed bytes.
var Kinds = [...]struct {
	Kind   string
	Name   lang.Text
	begins func([]byte) bool
	undo   func(*inflated, []byte, *bytes.Reader) error
}{
	{"gzip", lang.Text{ZH: "gzip 压缩", EN: "gzip"}, gzipBegins, (*inflated).gzip},
	{"deflate", lang.Text{ZH: "deflate 压缩", EN: "deflate"}, never, (*inflated).raw},
	{"zlib", lang.Text{ZH: "zlib 压缩", EN: "zlib"}, zlibBegins, (*inflated).zlib},
}

// never is for bytes that have no beginning of their own.
func never([]byte) bool { return false }

// Begins reports whether b begins as compressed bytes do.
func Begins(b []byte) bool {
	for _, p := range Kinds {
		if p.begins(b) {
			return true
		}
	}
	return false
}

func gzipBegins(b []byte) bool { return bytes.HasPrefix(b, []byte{0x1f, 0x8b, 8}) }

func zlibBegins(b []byte) bool {
	const deflate32K = 0x78
	if len(b) < 6 || (int(b[0])<<8|int(b[1]))%31 != 0 {
		return false
	}
	// With a smaller window both bytes may be letters; then it is text.
	return b[0] == deflate32K || b[0]&0x8f == 8 && (b[1] >= 0x80 || b[1] < ' ' && !outset.IsBlank(b[1]))
}

// Result is what came out of compressed bytes.
type Result struct {
	Kind    string
	Text    []byte
	End     int   // of the compressed bytes
	Limited bool  // more than the limit would have come
	Damage  error // nil for none
}

// Inflate inflates what b begins with, compressed as RFC 1952 or RFC 1950 say, up to limit
// bytes; bare tells that it may be without a header, as RFC 1951 says. It reports false
// where b begins with none of them. What came before damage counts.
func Inflate(b []byte, limit int, bare bool, pulse func()) (r Result, ok bool) {
	src := bytes.NewReader(b) // read byte by byte: nothing is taken of what follows
	out := inflated{limit: limit, pulse: pulse}
	var err error
	for _, p := range Kinds {
		if p.begins(b) || bare && p.Kind == "deflate" && !Begins(b) {
			r.Kind, err = p.Kind, p.undo(&out, b, src)
			break
		}
	}
	if out.buf.Len() == 0 {
		return r, false
	}
	r.Text, r.End = out.buf.Bytes(), len(b)-src.Len()
	switch {
	case errors.Is(err, errLimit):
		r.Limited, r.End = true, len(b)
	case errors.Is(err, io.ErrUnexpectedEOF):
		r.Damage = ErrTruncated
	default:
		r.Damage = err
	}
	return r, true
}

// ErrTruncated tells that the end is missing.
var ErrTruncated = errors.New("it ends too early")

var errLimit = errors.New("more than the limit")

// inflated takes inflated bytes up to its limit.
type inflated struct {
	buf   bytes.Buffer
	limit int
	size  int // what it is said to be
	pulse func()
}

func (f *inflated) Write(p []byte) (int, error) {
	f.pulse()
	f.makeRoom(len(p))
	if room := f.limit - f.buf.Len(); len(p) > room {
		f.buf.Write(p[:room])
		return room, errLimit
	}
	return f.buf.Write(p)
}

// makeRoom makes room for n bytes more. What there is said to be is believed
// where a part of it has come: four bytes of chance may say anything.
func (f *inflated) makeRoom(n int) {
	const part = 16
	if size := f.buf.Len(); size+n > f.buf.Cap() && size > f.size/part {
		f.buf.Grow(max(n, min(f.size, f.limit)-size))
	}
}

// gzip inflates all members that follow each other at the beginning of b.
func (f *inflated) gzip(b []byte, src *bytes.Reader) error {
	// The last four bytes say how much it is, if they are true; deflate grows to
	// 1032 times its size at the most.
	const most, shortest = 1032, 18
	if len(b) > shortest {
		size := binary.LittleEndian.Uint32(b[len(b)-4:])
		f.size = min(int(size), most*len(b))
	}
	r, err := gzip.NewReader(src)
	for err == nil {
		r.Multistream(false)
		if _, err = io.Copy(f, r); err != nil || !gzipBegins(b[len(b)-src.Len():]) {
			return err
		}
		err = r.Reset(src)
	}
	return err
}

func (f *inflated) raw(_ []byte, src *bytes.Reader) error {
	_, err := io.Copy(f, flate.NewReader(src))
	return err
}

func (f *inflated) zlib(_ []byte, src *bytes.Reader) error {
	r, err := zlib.NewReader(src)
	if err == nil {
		_, err = io.Copy(f, r)
	}
	return err
}
