//go:build !js

package site

import (
	"bytes"
	"encoding/binary"
	"slices"
)

// Go's linker writes down for each function, piece by piece, which file and line
// its code comes from. Only a trace of a panic reads that: without it a trace has
// the names of the functions and no lines. These tables compress badly, as hardly
// two are alike.
//
// Of what package runtime describes in symtab.go and runtime2.go, all numbers
// little-endian, offsets in bytes:
const (
	lineMagic  = "\xf1\xff\xff\xff\x00\x00\x01\x08" // since Go 1.20; then the least instruction, the size of a pointer
	lineHeader = len(lineMagic) + 8*8               // the magic and eight numbers of 8 bytes

	// Where the numbers of the header stand.
	atCount, atUnits, atFiles, atTables, atFunctions = 8, 40, 48, 56, 64

	// Where the fields of a function stand, of 4 bytes each, and how many there are
	// before the tables of its other kinds.
	atFrames, atFile, atLine, atOthers, atUnit, atFirstLine, funcSize = 16, 20, 24, 28, 32, 36, 44

	// The first of the other tables says where a thread may be stopped by another.
	// In a browser there is one.
	unsafePoints = 0
)

// dropLines empties the tables of files and lines in the data of a program, and
// those of the places where its threads cannot be stopped. Zero is an offset that
// stands for no table.
func dropLines(data []segment) error {
	for _, s := range data {
		at := bytes.Index(s.content, []byte(lineMagic))
		if at < 0 {
			continue
		}
		t, err := lineTables(s.content[at:])
		if err != nil {
			return err
		}
		return t.drop()
	}
	return errModule
}

// pcTables are the tables that a program has of the pieces of its functions.
type pcTables struct {
	units, files []byte // which files the lines are of
	tables       []byte // of all kinds, each once: pairs of numbers, and a zero
	functions    []byte // an index, and each function with the offsets of its tables
	count        int
}

// lineTables finds the tables after their header.
func lineTables(b []byte) (pcTables, error) {
	if len(b) < lineHeader {
		return pcTables{}, errModule
	}
	number := func(at int) int { return int(int64(binary.LittleEndian.Uint64(b[at:]))) }
	units, files, tables, functions := number(atUnits), number(atFiles), number(atTables), number(atFunctions)
	count := number(atCount)
	if units < lineHeader || files < units || tables < files || functions < tables || len(b) < functions ||
		count < 1 || count > (len(b)-functions)/(8+funcSize) {
		return pcTables{}, errModule
	}
	return pcTables{b[units:files], b[files:tables], b[tables:functions], b[functions:], count}, nil
}

// drop empties what only a trace reads, and keeps every table that something else
// reads, too.
func (t pcTables) drop() error {
	used := make([]bool, len(t.tables))
	for i := range t.count {
		f, err := t.function(i)
		if err != nil {
			return err
		}
		clear(f[atFile:atOthers])
		clear(f[atUnit : atFirstLine+4])
		others := f[funcSize:]
		if len(others) > 0 {
			clear(others[4*unsafePoints:][:4])
		}
		for table := range slices.Chunk(slices.Concat(f[atFrames:atFile], others), 4) {
			if err := t.use(used, binary.LittleEndian.Uint32(table)); err != nil {
				return err
			}
		}
	}
	for i := range t.tables {
		if !used[i] {
			t.tables[i] = 0
		}
	}
	clear(t.units)
	clear(t.files)
	return nil
}

// function returns what is written of a function, up to the offsets of its tables.
func (t pcTables) function(i int) ([]byte, error) {
	start := uint64(binary.LittleEndian.Uint32(t.functions[8*i+4:]))
	if start+funcSize > uint64(len(t.functions)) {
		return nil, errModule
	}
	others := 4 * uint64(binary.LittleEndian.Uint32(t.functions[start+atOthers:]))
	if start+funcSize+others > uint64(len(t.functions)) {
		return nil, errModule
	}
	return t.functions[start:][:funcSize+others], nil
}

// use marks the bytes of a table: by how much the value changes, for how many
// bytes of code, and so on until it does not change.
func (t pcTables) use(used []bool, table uint32) error {
	if table == 0 {
		return nil
	}
	if int64(table) >= int64(len(t.tables)) {
		return errModule
	}
	rest, first := t.tables[table:], true
	for {
		change, more, ok := cutNumber(rest)
		if !ok {
			return errModule
		}
		rest = more
		if change == 0 && !first {
			break
		}
		if _, rest, ok = cutNumber(rest); !ok {
			return errModule
		}
		first = false
	}
	for i := int(table); i < len(t.tables)-len(rest); i++ {
		used[i] = true
	}
	return nil
}
