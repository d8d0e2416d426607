//go:build !js

package slim

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"slices"
)

// Go's linker writes down for each function, piece by piece, which file and line
// its code comes from, which functions were put into it where they were called, and
// how its arguments lie. Only a trace of a panic reads that: without it a trace has
// the names of the functions that are left, and neither lines nor arguments. All of
// it compresses badly, as hardly two pieces are alike.
//
// Of what package runtime describes in symtab.go, symtabinl.go and runtime2.go, all
// numbers little-endian, offsets in bytes:
const (
	lineMagic  = "\xf1\xff\xff\xff\x00\x00\x01\x08" // since Go 1.20; then the least instruction, the size of a pointer
	lineHeader = len(lineMagic) + 8*8               // the magic and eight numbers of 8 bytes

	// Where the numbers of the header stand.
	atCount, atNames, atUnits, atFiles, atTables, atFunctions = 8, 32, 40, 48, 56, 64

	// The description of the whole begins with the addresses of the header and of
	// the names. Further on it has the address of a table by which functions are
	// found, the least and the greatest address of code, and the address of the
	// functions' data.
	atFinder, atLeast, atGreatest, atDataBase = 19 * 8, 20 * 8, 21 * 8, 40 * 8

	// An entry of that table stands for this much code. It begins with a number from
	// which on the function is looked for, the last one that begins before the code.
	finderCode, finderSize = 4096, 20
)

// dropLines empties what only a trace reads, in the data of a program.
func dropLines(data memory) error {
	for _, s := range data {
		at := bytes.Index(s.content, []byte(lineMagic))
		if at < 0 {
			continue
		}
		t, err := lineTables(s.content[at:])
		if err == nil {
			header := s.offset + uint64(at)
			var d []byte
			if d, err = data.description(header, header+number(s.content[at:], atNames)); err == nil {
				t.base = number(d, atDataBase)
				data.coarsen(number(d, atFinder), (number(d, atGreatest)-number(d, atLeast))/finderCode)
				err = t.drop(data)
			}
		}
		return err
	}
	return errModule
}

// pcTables are the tables that a program has of the pieces of its functions.
type pcTables struct {
	units, files []byte // which files the lines are of
	tables       []byte // of all kinds, each once: pairs of numbers, and a zero
	functions    []byte // an index, and each function with the offsets of its tables
	count        int
	base         uint64 // where in memory the data of functions begins
}

// lineTables finds the tables after their header.
func lineTables(b []byte) (pcTables, error) {
	if len(b) < lineHeader {
		return pcTables{}, errModule
	}
	at := func(field int) int { return int(int64(number(b, field))) }
	units, files, tables, functions := at(atUnits), at(atFiles), at(atTables), at(atFunctions)
	count := at(atCount)
	if units < lineHeader || files < units || tables < files || functions < tables || len(b) < functions ||
		count < 1 || count > (len(b)-functions)/(8+funcSize) {
		return pcTables{}, errModule
	}
	return pcTables{
		units: b[units:files], files: b[files:tables], tables: b[tables:functions], functions: b[functions:], count: count,
	}, nil
}

// drop empties what only a trace reads, and keeps every table and all data that
// something else reads, too.
func (t pcTables) drop(data memory) error {
	used, kept := make([]bool, len(t.tables)), map[uint64]bool{}
	var trees []stretch
	for i := range t.count {
		f, err := t.function(i)
		if err != nil {
			return err
		}
		tree, err := t.tree(f)
		if err != nil {
			return err
		}
		trees = append(trees, tree)
		f.dropTraces(tree.size > 0)
		for _, table := range f.kept() {
			if err := t.use(used, table); err != nil {
				return err
			}
		}
		for d := range f.data.all() {
			kept[t.base+uint64(d)] = true
		}
	}
	for i := range t.tables {
		if !used[i] {
			t.tables[i] = 0
		}
	}
	clear(t.units)
	clear(t.files)
	return data.clearBut(trees, kept)
}

// stretch is a piece of memory.
type stretch struct{ at, size uint64 }

// tree returns where the functions are written that were put into f: nowhere where
// there are none, and where the function is one of those that package runtime knows
// by name. A recover asks what was put into those.
func (t pcTables) tree(f function) (stretch, error) {
	at, here := f.data.get(inlinedTree), f.tables.get(inlinedHere)
	if at == noData || here == noData || f.special {
		return stretch{}, nil
	}
	_, last, err := t.table(here)
	return stretch{t.base + uint64(at), uint64(last+1) * inlinedSize}, err
}

// use marks the bytes of a table. Zero is an offset that stands for no table.
func (t pcTables) use(used []bool, table uint32) error {
	if table == 0 {
		return nil
	}
	size, _, err := t.table(table)
	for i := range size {
		used[int(table)+i] = true
	}
	return err
}

// table returns the size of a table and its greatest value: by how much the value
// changes, from -1 on, for how many bytes of code, and so on until it does not change.
func (t pcTables) table(offset uint32) (size int, greatest int64, err error) {
	if int64(offset) >= int64(len(t.tables)) {
		return 0, 0, errModule
	}
	all := t.tables[offset:]
	rest, value := all, int64(-1)
	greatest = value
	for first := true; ; first = false {
		change, more, ok := cutNumber(rest)
		if !ok {
			return 0, 0, errModule
		}
		rest = more
		if change == 0 && !first {
			return len(all) - len(rest), greatest, nil
		}
		value += int64(change>>1) ^ -int64(change&1)
		greatest = max(greatest, value)
		if _, rest, ok = cutNumber(rest); !ok {
			return 0, 0, errModule
		}
	}
}

// memory is what a program finds in its memory when it starts.
type memory []segment

// description finds the description of the whole by the addresses that it begins with.
func (m memory) description(header, names uint64) ([]byte, error) {
	start := binary.LittleEndian.AppendUint64(binary.LittleEndian.AppendUint64(nil, header), names)
	for _, s := range m {
		if at := bytes.Index(s.content, start); at >= 0 && at+atDataBase+8 <= len(s.content) {
			return s.content[at:], nil
		}
	}
	return nil, errModule
}

// coarsen rounds the entries of the table by which functions are found down, so that
// up to seven more are looked at for each function of a stack. In WebAssembly the
// table has sixteen entries of 20 bytes for each function, and takes 2 MB.
func (m memory) coarsen(finder, entries uint64) {
	for _, s := range m {
		for i := uint64(0); i < entries; i++ {
			if at := finder + i*finderSize; at >= s.offset && at < s.end() {
				s.content[at-s.offset] &^= 7
			}
		}
	}
}

// clearBut clears stretches, but none in which something begins that is kept: equal data
// is there once.
func (m memory) clearBut(stretches []stretch, kept map[uint64]bool) error {
	begins := make([]uint64, 0, len(kept))
	for at := range kept {
		begins = append(begins, at)
	}
	slices.Sort(begins)
	for _, p := range stretches {
		next, _ := slices.BinarySearch(begins, p.at)
		if next < len(begins) && begins[next] < p.at+p.size {
			continue
		}
		if err := m.clear(p); err != nil {
			return err
		}
	}
	return nil
}

// clear clears a stretch, which may lie over several segments with zeros in between.
func (m memory) clear(p stretch) error {
	if len(m) == 0 || p.at+p.size > m[len(m)-1].end() {
		return errModule
	}
	i, _ := slices.BinarySearchFunc(m, p.at, func(s segment, at uint64) int { return cmp.Compare(s.end(), at+1) })
	for ; i < len(m) && m[i].offset < p.at+p.size; i++ {
		s := m[i]
		from := max(p.at, s.offset) - s.offset
		clear(s.content[from : min(p.at+p.size, s.end())-s.offset])
	}
	return nil
}

func number(b []byte, at int) uint64 { return binary.LittleEndian.Uint64(b[at:]) }
