//go:build !js

package weave

// The threads are what a program's functions consist of: each kind of content by
// itself. What compresses well together stands in one thread, in this order.
const (
	locals    = iota // what a function declares: counts and types
	ops              // instructions
	labels           // where branches lead: the depth of the block, from the function's own on
	tables           // of branches: how many, then each as a difference from the one before
	calls            // numbers of functions
	indirects        // types, and tables of functions
	gets             // numbers of locals that are read
	sets             // and of those that are written
	globals
	loads  // offsets
	stores // and of what is written
	words  // constants of 32 bits
	steps  // those that tell where a function goes on: differences from where it last did
	longs  // constants of 64 bits
	places // those that tell where a call returns to: function and place, as differences
	rest   // all that is rare, as it stands
	threads
)

// What stands behind an instruction.
const (
	unknown = iota
	nothing
	opens // a block: its type
	ends
	branch
	branchTable
	call
	callIndirect
	get
	set
	global
	load
	store
	word
	long
	float
	double
	index
	prefixed
)

// The instructions that the go command lets others follow on.
const (
	opLocalSet = 0x21
	opStore    = 0x37 // of 64 bits
	opWord     = 0x41
)

// immediates has for each instruction what stands behind it, see the binary format in
// the specification of WebAssembly 2.0. Instructions on vectors and references are
// unknown here: the go command makes none.
var immediates = func() (all [256]byte) {
	fill := func(kind byte, from, to int) {
		for op := from; op <= to; op++ {
			all[op] = kind
		}
	}
	fill(nothing, 0x00, 0x01)
	fill(opens, 0x02, 0x04)
	fill(nothing, 0x05, 0x05)
	fill(ends, 0x0b, 0x0b)
	fill(branch, 0x0c, 0x0d)
	fill(branchTable, 0x0e, 0x0e)
	fill(nothing, 0x0f, 0x0f)
	fill(call, 0x10, 0x10)
	fill(callIndirect, 0x11, 0x11)
	fill(nothing, 0x1a, 0x1b)
	fill(get, 0x20, 0x20)
	fill(set, 0x21, 0x22)
	fill(global, 0x23, 0x24)
	fill(load, 0x28, 0x35)
	fill(store, 0x36, 0x3e)
	fill(index, 0x3f, 0x40)
	fill(word, 0x41, 0x41)
	fill(long, 0x42, 0x42)
	fill(float, 0x43, 0x43)
	fill(double, 0x44, 0x44)
	fill(nothing, 0x45, 0xc4)
	fill(prefixed, 0xfc, 0xfc)
	return all
}()

// aligned has for each access to memory how it is aligned by nature, from 0x28 on.
const aligned = "\x02\x03\x02\x03\x00\x00\x01\x01\x00\x00\x01\x01\x02\x02\x02\x03\x02\x03\x00\x01\x00\x01\x02"

// numbersBehind has for each instruction behind the prefix how many numbers follow.
const numbersBehind = "\x00\x00\x00\x00\x00\x00\x00\x00\x02\x01\x02\x01\x02\x01\x02\x01\x01\x01"
