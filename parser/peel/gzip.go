package peel

import (
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"io"

	"github.com/callbacklens/callbacklens/parser/lang"
)

// Gzip inflates what is compressed as RFC 1952 says.
func Gzip(text []byte, c Context) []Inside {
	if !bytes.HasPrefix(text, []byte{0x1f, 0x8b, 8}) {
		return nil
	}
	r, err := gzip.NewReader(bytes.NewReader(text))
	if err != nil {
		return nil
	}
	return inflate("gzip", text, r, c.Inflate)
}

// Zlib inflates what is compressed as RFC 1950 says.
func Zlib(text []byte, c Context) []Inside {
	const deflate32K = 0x78
	if len(text) < 6 || text[0] != deflate32K || (int(text[0])<<8|int(text[1]))%31 != 0 {
		return nil
	}
	r, err := zlib.NewReader(bytes.NewReader(text))
	if err != nil {
		return nil
	}
	return inflate("zlib", text, r, c.Inflate)
}

// inflate reads r to its end or to the limit. What came before damage counts.
func inflate(kind string, text []byte, r io.Reader, limit int) []Inside {
	inside := Inside{Kind: kind, End: len(text), Packed: true}
	var b bytes.Buffer
	_, err := io.Copy(&b, io.LimitReader(r, int64(limit)+1))
	if b.Len() == 0 {
		return nil
	}
	inside.Text = b.Bytes()
	if b.Len() > limit {
		inside.Text, inside.Limited = inside.Text[:limit], true
	}
	if errors.Is(err, io.ErrUnexpectedEOF) {
		err = errTruncated
	}
	inside.Damage = err
	inside.Note = lang.Text{ZH: "压缩数据", EN: "compressed data"}
	return []Inside{inside}
}

var errTruncated = errors.New("it ends too early")
