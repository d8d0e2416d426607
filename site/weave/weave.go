//go:build !js

// Package weave lays the content of a WebAssembly program out so that it compresses
// better: what each function consists of is taken apart into threads, instructions
// here, numbers of locals there, and so on, and what the go command counts up or counts
// from the inside of a block is written as it hardly changes. Gzipped, a program is a
// quarter smaller then; a browser weaves it again in less time than that takes on most
// networks (web/js/weave.js).
//
// A woven program consists of, all numbers little-endian of 4 bytes:
//
//	magic, 4 bytes
//	the size of all but the tail, and of all functions once they are put together
//	the size of the head, and of each thread
//	the head: the module up to where the first function begins
//	the threads
//	the tail: the module behind the last function
package weave

import (
	"bytes"
	"encoding/binary"
	"errors"
)

// magic is what a woven program begins with. A module begins with "\x00asm".
const magic = "\x00wov"

// headerSize is the size of what stands before the head.
const headerSize = 4 * (4 + threads)

// codeSection is the section of a module that its functions stand in.
const codeSection = 10

// moduleHeader is the size of what stands before the first section.
const moduleHeader = 8

var (
	errCut      = errors.New("it is cut short or damaged")
	errUnusual  = errors.New("it has code as the go command writes none")
	errNotWoven = errors.New("it is not a woven program")
)

// Weave returns a module woven. It fails for what it cannot weave so that the same
// bytes come of it again.
func Weave(module []byte) ([]byte, error) {
	start, end, err := functions(module)
	if err != nil {
		return nil, err
	}
	w := weaver{from: module[:end], at: start}
	for w.at < end && err == nil {
		err = w.function()
	}
	if err != nil {
		return nil, err
	}
	woven := make([]byte, headerSize, headerSize+len(module))
	copy(woven, magic)
	binary.LittleEndian.PutUint32(woven[8:], uint32(end-start))
	binary.LittleEndian.PutUint32(woven[12:], uint32(start))
	woven = append(woven, module[:start]...)
	for i, t := range w.threads {
		binary.LittleEndian.PutUint32(woven[16+4*i:], uint32(len(t)))
		woven = append(woven, t...)
	}
	binary.LittleEndian.PutUint32(woven[4:], uint32(len(woven)))
	woven = append(woven, module[end:]...)
	if again, err := Unweave(woven); err != nil || !bytes.Equal(again, module) {
		return nil, errUnusual
	}
	return woven, nil
}

// functions returns where the functions of a module begin and end.
func functions(module []byte) (start, end int, err error) {
	at := moduleHeader
	for at < len(module) {
		id := module[at]
		size, n := binary.Uvarint(module[at+1:])
		at += 1 + max(n, 0)
		if n <= 0 || size > uint64(len(module)-at) {
			break
		}
		end = at + int(size)
		if id == codeSection {
			_, n = binary.Uvarint(module[at:end])
			if n <= 0 {
				break
			}
			return at + n, end, nil
		}
		at = end
	}
	return 0, 0, errCut
}

// weaver takes functions apart.
type weaver struct {
	from    []byte
	at      int
	threads [threads][]byte

	owner int64 // the number that the last place of return had for its function
	place int64 // and where in that one it was
}

// function takes one function apart, with its size before it.
func (w *weaver) function() error {
	size, err := w.number()
	if err != nil || size > int64(len(w.from)-w.at) {
		return errCut
	}
	end := w.at + int(size)
	w.locals()
	w.place = 0
	for depth := 0; depth >= 0; {
		if w.at >= end {
			return errCut
		}
		op := w.from[w.at]
		w.at++
		w.threads[ops] = append(w.threads[ops], op)
		switch immediates[op] {
		case opens:
			w.copy(rest)
			depth++
		case ends:
			depth--
		default:
			err = w.immediate(op, depth)
		}
		if err != nil {
			return err
		}
	}
	if w.at != end {
		return errUnusual
	}
	return nil
}

// locals copies what a function declares.
func (w *weaver) locals() {
	at := w.at
	groups, _ := w.number()
	for ; groups > 0 && w.at < len(w.from); groups-- {
		w.number()
		w.at++
	}
	w.threads[locals] = append(w.threads[locals], w.from[at:min(w.at, len(w.from))]...)
}

// immediate takes what stands behind an instruction that neither opens nor ends a
// block.
func (w *weaver) immediate(op byte, depth int) error {
	switch immediates[op] {
	case nothing:
	case branch:
		n, err := w.number()
		if err != nil || n > int64(depth) {
			return errUnusual
		}
		w.put(labels, int64(depth)-n)
	case branchTable:
		return w.branchTable()
	case call:
		w.copy(calls)
	case callIndirect:
		w.copy(indirects)
		w.copy(indirects)
	case get:
		w.copy(gets)
	case set:
		w.copy(sets)
	case global:
		w.copy(globals)
	case load, store:
		if align, err := w.number(); err != nil || align != int64(aligned[op-0x28]) {
			return errUnusual
		}
		w.copy(int(immediates[op]) - load + loads)
	case word:
		return w.word()
	case long:
		return w.long()
	case float:
		w.copyBytes(4)
	case double:
		w.copyBytes(8)
	case index:
		w.copy(rest)
	case prefixed:
		n, _ := binary.Uvarint(w.from[w.at:])
		if n >= uint64(len(numbersBehind)) {
			return errUnusual
		}
		for range 1 + numbersBehind[n] {
			w.copy(rest)
		}
	default:
		return errUnusual
	}
	return nil
}

// branchTable takes a table of branches.
func (w *weaver) branchTable() error {
	count, err := w.number()
	w.put(tables, count)
	for last := int64(0); count >= 0 && err == nil; count-- {
		var n int64
		if n, err = w.number(); err == nil {
			w.put(tables, zigzag(n-last))
			last = n
		}
	}
	return err
}

// word takes a constant of 32 bits. Where the first local is set to it, it is the place
// where the function goes on.
func (w *weaver) word() error {
	at := w.at
	n, err := w.signed()
	if err != nil {
		return err
	}
	if w.follows(opLocalSet) && w.at+1 < len(w.from) && w.from[w.at+1] == 0 {
		w.put(steps, zigzag(n-w.place))
		return nil
	}
	w.threads[words] = append(w.threads[words], w.from[at:w.at]...)
	return nil
}

// long takes a constant of 64 bits. Where it is stored and a constant follows, it may be
// the place where a call returns to: the number of a function, and below it 16 bits. Zero
// stands for any other.
func (w *weaver) long() error {
	at := w.at
	n, err := w.signed()
	if err != nil {
		return err
	}
	may := w.returns()
	if may && n >= 1<<16 && n < 1<<47 {
		w.put(places, 1+zigzag(n>>16-w.owner))
		w.put(places, zigzag(n&0xffff-w.place))
		w.owner, w.place = n>>16, n&0xffff
		return nil
	}
	if may {
		w.put(places, 0)
	}
	w.threads[longs] = append(w.threads[longs], w.from[at:w.at]...)
	return nil
}

// returns reports whether what follows a constant allows it to be a place of return.
func (w *weaver) returns() bool {
	if !w.follows(opStore) {
		return false
	}
	behind := *w
	behind.at++
	behind.number()
	behind.number()
	return behind.follows(opWord)
}

// follows reports whether op comes next.
func (w *weaver) follows(op byte) bool { return w.at < len(w.from) && w.from[w.at] == op }

// number reads a number without a sign.
func (w *weaver) number() (int64, error) {
	n, size := binary.Uvarint(w.from[w.at:])
	if size <= 0 || n > 1<<47 {
		return 0, errCut
	}
	w.at += size
	return int64(n), nil
}

// signed reads a number with a sign.
func (w *weaver) signed() (n int64, err error) {
	for shift := 0; w.at < len(w.from) && shift < 64; shift += 7 {
		b := w.from[w.at]
		w.at++
		if n |= int64(b&0x7f) << shift; b < 0x80 {
			if b >= 0x40 && shift+7 < 64 {
				n |= -1 << (shift + 7)
			}
			return n, nil
		}
	}
	return 0, errCut
}

// put writes a number to a thread.
func (w *weaver) put(thread int, n int64) {
	w.threads[thread] = binary.AppendUvarint(w.threads[thread], uint64(n))
}

// copy copies a number to a thread, whatever sign it has.
func (w *weaver) copy(thread int) {
	for w.at < len(w.from) {
		b := w.from[w.at]
		w.threads[thread] = append(w.threads[thread], b)
		if w.at++; b < 0x80 {
			return
		}
	}
}

// copyBytes copies a number of bytes.
func (w *weaver) copyBytes(n int) {
	n = min(n, len(w.from)-w.at)
	w.threads[rest] = append(w.threads[rest], w.from[w.at:w.at+n]...)
	w.at += n
}

// zigzag folds the sign of a number into its lowest bit.
func zigzag(n int64) int64 { return n<<1 ^ n>>63 }

func unzigzag(n int64) int64 { return n>>1 ^ -(n & 1) }
