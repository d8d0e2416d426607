//go:build !js

// Package slim makes programs smaller that the go command has built for the browser,
// and tells whether one is whole.
package slim

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"errors"
	"slices"
)

// maxGap is how many zeros are worth less, compressed, than a new segment.
const maxGap = 256

var errModule = errors.New("the program is not laid out as the go command does it")

// Slim makes a program smaller that the go command has built: its data in few
// pieces, without the tables of lines.
func Slim(module []byte) ([]byte, error) {
	return changeData(module, func(all []segment) ([]segment, error) {
		few, err := joinSegments(all)
		if err == nil {
			err = dropLines(few)
		}
		return few, err
	})
}

// changeData returns a module with other segments in its data section.
func changeData(module []byte, change func([]segment) ([]segment, error)) ([]byte, error) {
	const header = 8
	if len(module) < header {
		return nil, errModule
	}
	changed := bytes.Clone(module[:header])
	for rest := module[header:]; len(rest) > 0; {
		id := rest[0]
		content, after, ok := cutBytes(rest[1:])
		if !ok {
			return nil, errModule
		}
		rest = after
		if id == dataSection {
			all, err := segments(content)
			if err == nil {
				all, err = change(all)
			}
			if err != nil {
				return nil, err
			}
			content = appendSegments(nil, all)
		}
		changed = appendBytes(append(changed, id), content)
	}
	return changed, nil
}

// segment is a piece of data and where in memory it goes.
type segment struct {
	offset  uint64
	content []byte
}

func (s segment) end() uint64 { return s.offset + uint64(len(s.content)) }

// joinSegments makes few segments of many. Go's linker begins one after every
// eight zeros, tens of thousands in all, since one of its tables is nearly
// empty. Their offsets compress badly, the zeros to nothing.
func joinSegments(all []segment) ([]segment, error) {
	// Zeros are put only where no other piece goes.
	slices.SortFunc(all, func(a, b segment) int { return cmp.Compare(a.offset, b.offset) })
	var few []segment
	for _, s := range all {
		if len(few) > 0 {
			last := &few[len(few)-1]
			if s.offset < last.end() {
				return nil, errModule
			}
			if gap := s.offset - last.end(); gap <= maxGap {
				last.content = append(append(last.content, make([]byte, gap)...), s.content...)
				continue
			}
		}
		few = append(few, segment{s.offset, bytes.Clone(s.content)})
	}
	return few, nil
}

// segments reads the content of the data section.
func segments(section []byte) (all []segment, err error) {
	count, rest, ok := cutNumber(section)
	for ; ok && count > 0; count-- {
		var s segment
		if s.offset, rest, ok = cutPlace(rest); ok {
			s.content, rest, ok = cutBytes(rest)
		}
		all = append(all, s)
	}
	if !ok || len(rest) > 0 {
		return nil, errModule
	}
	return all, nil
}

// appendSegments writes the content of a data section.
func appendSegments(b []byte, all []segment) []byte {
	b = binary.AppendUvarint(b, uint64(len(all)))
	for _, s := range all {
		b = appendBytes(appendPlace(b, s.offset), s.content)
	}
	return b
}

// The bytes around the offset of a segment, which is that of the one memory.
var (
	placeStart = []byte{0, 0x41} // active, in memory 0; i32.const
	placeEnd   = []byte{0x0b}    // end
)

// In the last byte of a signed number this bit is the sign; in the others, and
// in unsigned numbers, it is one like the rest.
const sign = 0x40

// cutPlace reads where a segment goes, which is a signed number.
func cutPlace(b []byte) (offset uint64, rest []byte, ok bool) {
	number, ok := bytes.CutPrefix(b, placeStart)
	if !ok {
		return 0, nil, false
	}
	offset, rest, ok = cutNumber(number)
	if !ok || number[len(number)-len(rest)-1]&sign != 0 {
		return 0, nil, false
	}
	rest, ok = bytes.CutPrefix(rest, placeEnd)
	return offset, rest, ok
}

func appendPlace(b []byte, offset uint64) []byte {
	const more = 0x80
	b = binary.AppendUvarint(append(b, placeStart...), offset)
	if last := &b[len(b)-1]; *last&sign != 0 {
		*last |= more
		b = append(b, 0)
	}
	return append(b, placeEnd...)
}

func cutNumber(b []byte) (n uint64, rest []byte, ok bool) {
	n, size := binary.Uvarint(b)
	if size <= 0 {
		return 0, nil, false
	}
	return n, b[size:], true
}

// cutBytes reads what has its length before it.
func cutBytes(b []byte) (content, rest []byte, ok bool) {
	n, rest, ok := cutNumber(b)
	if !ok || n > uint64(len(rest)) {
		return nil, nil, false
	}
	return rest[:n], rest[n:], true
}

func appendBytes(b, content []byte) []byte {
	return append(binary.AppendUvarint(b, uint64(len(content))), content...)
}
