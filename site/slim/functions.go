//go:build !js

package slim

import (
	"encoding/binary"
	"iter"
)

// What package runtime writes of a function in runtime2.go:
const (
	// Where its fields stand: offsets of tables, how many there are of other kinds,
	// whether package runtime knows the function, and how much data it has.
	atFrames, atFile, atLine, atOthers, atUnit, atFirstLine, atSpecial, atData = 16, 20, 24, 28, 32, 36, 40, 43

	// Behind its fields stand the other tables, and then the data.
	funcSize = 44
)

// The other tables of a function, and its data, by their numbers.
const (
	unsafePoints   = 0 // where a thread may be stopped by another; a browser has one
	inlinedHere    = 2 // the number of the function that a piece of code comes from
	argumentsAlive = 3

	inlinedTree     = 3 // the functions that were put into this one
	arguments       = 5
	argumentsLiving = 6

	inlinedSize = 16
	noData      = 1<<32 - 1
)

// function is what is written of a function.
type function struct {
	fields       []byte
	tables, data numbers
	special      bool // package runtime knows it by name, or the compiler made it
}

// function returns the function of a number.
func (t pcTables) function(i int) (function, error) {
	start := uint64(binary.LittleEndian.Uint32(t.functions[8*i+4:]))
	if start+funcSize > uint64(len(t.functions)) {
		return function{}, errModule
	}
	fields := t.functions[start:][:funcSize]
	others, data := 4*uint64(binary.LittleEndian.Uint32(fields[atOthers:])), 4*uint64(fields[atData])
	if start+funcSize+others+data > uint64(len(t.functions)) {
		return function{}, errModule
	}
	rest := t.functions[start+funcSize:]
	return function{fields, numbers(rest[:others]), numbers(rest[others:][:data]), fields[atSpecial] != 0}, nil
}

// dropTraces takes away what only a trace reads.
func (f function) dropTraces(tree bool) {
	clear(f.fields[atFile:atOthers])
	clear(f.fields[atUnit : atFirstLine+4])
	f.tables.put(unsafePoints, 0)
	f.tables.put(argumentsAlive, 0)
	f.data.put(arguments, noData)
	f.data.put(argumentsLiving, noData)
	if tree {
		f.tables.put(inlinedHere, 0)
		f.data.put(inlinedTree, noData)
	}
}

// kept returns the offsets of the tables that are left.
func (f function) kept() []uint32 {
	kept := []uint32{binary.LittleEndian.Uint32(f.fields[atFrames:])}
	for table := range f.tables.all() {
		kept = append(kept, table)
	}
	return kept
}

// numbers are of 4 bytes each.
type numbers []byte

// get returns noData where there is no such number.
func (n numbers) get(i int) uint32 {
	if 4*i >= len(n) {
		return noData
	}
	return binary.LittleEndian.Uint32(n[4*i:])
}

func (n numbers) put(i int, value uint32) {
	if 4*i < len(n) {
		binary.LittleEndian.PutUint32(n[4*i:], value)
	}
}

// all goes over the numbers that stand for something.
func (n numbers) all() iter.Seq[uint32] {
	return func(yield func(uint32) bool) {
		for i := range len(n) / 4 {
			if v := n.get(i); v != noData && !yield(v) {
				return
			}
		}
	}
}
