//go:build !js

package slim

import (
	"bytes"
	"testing"
)

// wasm is a module of a section that is none of changeData's business, the
// data section that is given, and another section.
func wasm(data []byte) []byte {
	m := []byte("\x00asm\x01\x00\x00\x00\x05\x03\x01\x00\x20")
	m = appendBytes(append(m, dataSection), data)
	return append(m, "\x00\x05\x04name"...)
}

func TestJoinSegments(t *testing.T) {
	a, b, c := []byte("\x00a"), bytes.Repeat([]byte("b"), 300), []byte("c")
	const near, far = 0x3f, 0x2000 // the first needs a byte more as a signed number
	data := []byte{3}
	data = appendBytes(appendPlace(data, far), c)
	data = appendBytes(appendPlace(data, near), a)
	data = appendBytes(appendPlace(data, near+2+maxGap), b)
	first := append(append(bytes.Clone(a), make([]byte, maxGap)...), b...)
	want := []byte{2}
	want = appendBytes(appendPlace(want, near), first)
	want = appendBytes(appendPlace(want, far), c)

	got, err := changeData(wasm(data), joinSegments)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, wasm(want)) {
		t.Errorf("got\n%q, want\n%q", got, wasm(want))
	}
	if again, err := changeData(got, joinSegments); err != nil || !bytes.Equal(again, got) {
		t.Errorf("what is joined is changed once more: %v", err)
	}
}

func TestPlace(t *testing.T) {
	for offset, want := range map[uint64]string{
		0:     "\x00\x41\x00\x0b",
		0x3f:  "\x00\x41\x3f\x0b",
		0x40:  "\x00\x41\xc0\x00\x0b",
		0x80:  "\x00\x41\x80\x01\x0b",
		10000: "\x00\x41\x90\xce\x00\x0b",
	} {
		if got := string(appendPlace(nil, offset)); got != want {
			t.Errorf("%d is written %q, want %q", offset, got, want)
		}
		if got, rest, ok := cutPlace([]byte(want + "!")); !ok || got != offset || string(rest) != "!" {
			t.Errorf("%q is read as %d, %q, %v", want, got, rest, ok)
		}
	}
}

func TestJoinSegmentsRefusesWhatItDoesNotKnow(t *testing.T) {
	for name, data := range map[string]string{
		"passive":       "\x01\x01\x01a",
		"another index": "\x01\x02\x01\x41\x00\x0b\x01a",
		"a global":      "\x01\x00\x23\x00\x0b\x01a",
		"negative":      "\x01\x00\x41\x40\x0b\x01a",
		"cut":           "\x01\x00\x41\x00\x0b\x09a",
		"too many":      "\x02\x00\x41\x00\x0b\x01a",
		"too few":       "\x00\x00\x41\x00\x0b\x01a",
		"overlapping":   "\x02\x00\x41\x00\x0b\x02ab\x00\x41\x01\x0b\x01c",
		"empty":         "",
	} {
		if got, err := changeData(wasm([]byte(data)), joinSegments); err == nil {
			t.Errorf("%s: got %q", name, got)
		}
	}
	if _, err := changeData([]byte("\x00asm"), joinSegments); err == nil {
		t.Error("half a header was taken")
	}
}
