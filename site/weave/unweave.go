//go:build !js

package weave

import "encoding/binary"

// Unweave returns the module that was woven. It is what web/js/weave.js does.
func Unweave(woven []byte) ([]byte, error) {
	if len(woven) < headerSize || string(woven[:4]) != magic {
		return nil, errNotWoven
	}
	size := int64(binary.LittleEndian.Uint32(woven[4:]))
	if size > int64(len(woven)) {
		return nil, errCut
	}
	var parts [1 + threads][]byte
	from := int64(headerSize)
	for i := range parts {
		to := from + int64(binary.LittleEndian.Uint32(woven[12+4*i:]))
		if to > size {
			return nil, errCut
		}
		parts[i], from = woven[from:to], to
	}
	functions := int(binary.LittleEndian.Uint32(woven[8:]))
	u := unweaver{threads: [threads][]byte(parts[1:])}
	u.out = append(u.out, parts[0]...)
	for len(u.threads[ops]) > 0 && !u.damaged {
		u.function()
	}
	if u.damaged || len(u.out) != len(parts[0])+functions {
		return nil, errCut
	}
	return append(u.out, woven[size:]...), nil
}

// unweaver puts functions together.
type unweaver struct {
	threads [threads][]byte
	out     []byte
	damaged bool

	owner, place int64
}

func (u *unweaver) function() {
	const room = 5 // for its size
	begins := len(u.out)
	u.out = append(u.out, make([]byte, room)...)
	for groups := u.copy(locals); groups > 0 && !u.damaged; groups-- {
		u.copy(locals)
		u.copyBytes(locals, 1)
	}
	u.place = 0
	for depth := int64(0); depth >= 0 && !u.damaged; {
		op := u.next(ops)
		u.out = append(u.out, op)
		switch immediates[op] {
		case opens:
			u.copy(rest)
			depth++
		case ends:
			depth--
		default:
			u.immediate(op, depth)
		}
	}
	size := binary.AppendUvarint(nil, uint64(len(u.out)-begins-room))
	copy(u.out[begins:], size)
	u.out = append(u.out[:begins+len(size)], u.out[begins+room:]...)
}

func (u *unweaver) immediate(op byte, depth int64) {
	switch immediates[op] {
	case branch:
		u.put(depth - u.number(labels))
	case branchTable:
		count, last := u.number(tables), int64(0)
		u.put(count)
		for ; count >= 0 && !u.damaged; count-- {
			last += u.difference(tables)
			u.put(last)
		}
	case call:
		u.copy(calls)
	case callIndirect:
		u.copy(indirects)
		u.copy(indirects)
	case get:
		u.copy(gets)
	case set:
		u.copy(sets)
	case global:
		u.copy(globals)
	case load, store:
		u.out = append(u.out, aligned[op-0x28])
		u.copy(int(immediates[op]) - load + loads)
	case word:
		if u.comes(opLocalSet) && len(u.threads[sets]) > 0 && u.threads[sets][0] == 0 {
			u.putSigned(u.place + u.difference(steps))
		} else {
			u.copy(words)
		}
	case long:
		u.long()
	case float:
		u.copyBytes(rest, 4)
	case double:
		u.copyBytes(rest, 8)
	case index:
		u.copy(rest)
	case prefixed:
		n := u.copy(rest)
		if n >= int64(len(numbersBehind)) {
			u.damaged = true
			return
		}
		for range numbersBehind[n] {
			u.copy(rest)
		}
	case unknown:
		u.damaged = true
	}
}

// long puts a constant of 64 bits together.
func (u *unweaver) long() {
	if u.comes(opStore, opWord) {
		if n := u.number(places); n > 0 {
			u.owner += unzigzag(n - 1)
			u.place += u.difference(places)
			u.putSigned(u.owner<<16 + u.place)
			return
		}
	}
	u.copy(longs)
}

// comes reports whether these instructions come next.
func (u *unweaver) comes(codes ...byte) bool {
	next := u.threads[ops]
	return len(next) >= len(codes) && string(next[:len(codes)]) == string(codes)
}

// next takes a byte off a thread.
func (u *unweaver) next(thread int) byte {
	t := u.threads[thread]
	if len(t) == 0 {
		u.damaged = true
		return 0
	}
	u.threads[thread] = t[1:]
	return t[0]
}

// number takes a number off a thread.
func (u *unweaver) number(thread int) int64 {
	n, size := binary.Uvarint(u.threads[thread])
	if size <= 0 || n > 1<<48 {
		u.damaged = true
		return 0
	}
	u.threads[thread] = u.threads[thread][size:]
	return int64(n)
}

// difference does so with a number that zigzag folded.
func (u *unweaver) difference(thread int) int64 {
	return unzigzag(u.number(thread))
}

// copy copies a number of a thread and returns it, as one without a sign.
func (u *unweaver) copy(thread int) (n int64) {
	for shift := 0; !u.damaged; shift += 7 {
		b := u.next(thread)
		u.out = append(u.out, b)
		if n |= int64(b&0x7f) << min(shift, 63); b < 0x80 {
			break
		}
	}
	return n
}

func (u *unweaver) copyBytes(thread, n int) {
	for ; n > 0; n-- {
		u.out = append(u.out, u.next(thread))
	}
}

// put writes a number without a sign.
func (u *unweaver) put(n int64) {
	if n < 0 {
		u.damaged = true
		return
	}
	u.out = binary.AppendUvarint(u.out, uint64(n))
}

// putSigned writes a number with a sign.
func (u *unweaver) putSigned(n int64) {
	for n < -0x40 || n >= 0x40 {
		u.out = append(u.out, byte(n)|0x80)
		n >>= 7
	}
	u.out = append(u.out, byte(n)&0x7f)
}
