package unescape

import "encoding/base64"

// AppendBase64 decodes packed, of either alphabet, which it changes.
func AppendBase64(out, packed []byte) []byte {
	for i, c := range packed {
		switch c {
		case '-':
			packed[i] = '+'
		case '_':
			packed[i] = '/'
		}
	}
	if len(packed)%4 == 1 {
		packed = packed[:len(packed)-1] // a character that is left over holds no byte
	}
	out, _ = base64.RawStdEncoding.AppendDecode(out, packed) // the alphabet is known to be right
	return out
}
