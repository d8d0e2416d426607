package chars

import (
	"encoding/binary"
	"math/bits"
)

// EveryByte times a byte is the word of eight such bytes.
const EveryByte = 0x0101010101010101

// HighBits has the bit set that ASCII has not, in every byte.
const HighBits = 0x80 * EveryByte

// WordAt returns the eight bytes at i, the first one lowest.
func WordAt(text []byte, i int) uint64 { return binary.LittleEndian.Uint64(text[i : i+8]) }

// ShortWord returns the n bytes at i, 8 at the most, as a word whose others
// are 0.
func ShortWord(text []byte, i, n int) uint64 {
	if i+8 <= len(text) {
		return WordAt(text, i) & (1<<(n*8) - 1)
	}
	var eight [8]byte
	copy(eight[:], text[i:i+n])
	return WordAt(eight[:], 0)
}

// The following mark the first byte of w that is what they look for by its
// high bit. What they say of the bytes behind that one means nothing.

func MarkEqual(w, same uint64) uint64 {
	w ^= same
	return (w - EveryByte) &^ w & HighBits
}

func MarkControl(w uint64) uint64 {
	return (w - 0x20*EveryByte) &^ w & HighBits
}

func MarkNonDigit(w uint64) uint64 {
	w ^= '0' * EveryByte
	return (w + 0x76*EveryByte | w) & HighBits
}

// FirstMark returns how many bytes stand before the first one that is marked.
func FirstMark(marks uint64) int { return bits.TrailingZeros64(marks) / 8 }

// Indent returns how many blanks stand before i on its line, -1 where something else does.
func Indent(text []byte, i int) int {
	const most = 256
	for k := i - 1; k >= max(i-most, 0); k-- {
		if text[k] == '\n' {
			return i - 1 - k
		}
		if text[k] != ' ' && text[k] != '\t' {
			break
		}
	}
	return -1
}
