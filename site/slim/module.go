//go:build !js

package slim

import (
	"bytes"
	"errors"
	"fmt"
)

// What a WebAssembly module of version 1 begins with.
const moduleHeader = "\x00asm\x01\x00\x00\x00"

// The sections of a module that are looked into, by their ids.
const (
	importSection   = 2
	functionSection = 3
	codeSection     = 10
	dataSection     = 11 // what its memory begins with
)

// sectionOrder is the place of each section, by id. Those with id 0 are of no
// meaning to the browser and stand anywhere.
var sectionOrder = [...]int{0, 1, 2, 3, 4, 5, 7, 8, 9, 10, 12, 13, 11, 6}

var errCut = errors.New("it is cut short or damaged")

// Check reports why a file is not the program that is built of a module of Go, given
// its path: it is not whole, another program, or of another Go release than the
// script around it. What stands within functions only a browser can check.
func Check(wasm, support []byte, module string) error {
	sections, err := sectionsOf(wasm)
	if err != nil {
		return err
	}
	functions, _, ok := cutNumber(sections[functionSection])
	if !ok || !holds(sections[codeSection], functions) {
		return errCut
	}
	if !bytes.Contains(sections[dataSection], []byte(module+"/app.")) {
		return errors.New("it is another program, or a part of this one")
	}
	return checkImports(sections[importSection], support)
}

// sectionsOf returns the contents of a module by the ids of their sections.
func sectionsOf(wasm []byte) (map[byte][]byte, error) {
	rest, ok := bytes.CutPrefix(wasm, []byte(moduleHeader))
	if !ok {
		return nil, errors.New("it is not WebAssembly of version 1")
	}
	sections, last := map[byte][]byte{}, 0
	for len(rest) > 0 {
		id := rest[0]
		if int(id) >= len(sectionOrder) {
			return nil, errCut
		}
		var content []byte
		if content, rest, ok = cutBytes(rest[1:]); !ok {
			return nil, errCut
		}
		if id == 0 {
			continue
		}
		if sectionOrder[id] <= last {
			return nil, errCut
		}
		last = sectionOrder[id]
		sections[id] = content
	}
	return sections, nil
}

// holds reports whether a section consists of n parts, each with its length
// before it, and says so itself.
func holds(section []byte, n uint64) bool {
	count, rest, ok := cutNumber(section)
	if !ok || count != n {
		return false
	}
	for ; n > 0; n-- {
		if _, rest, ok = cutBytes(rest); !ok {
			return false
		}
	}
	return len(rest) == 0
}

// checkImports reports what a program asks of the script around it in vain.
func checkImports(section, support []byte) error {
	count, rest, ok := cutNumber(section)
	for ; ok && count > 0; count-- {
		var from, name []byte
		if from, rest, ok = cutBytes(rest); !ok {
			break
		}
		if name, rest, ok = cutBytes(rest); !ok {
			break
		}
		// Go asks for functions only: a byte for that, and their type.
		if rest, ok = bytes.CutPrefix(rest, []byte{0}); !ok {
			break
		}
		if _, rest, ok = cutNumber(rest); !ok {
			break
		}
		if !bytes.Contains(support, fmt.Appendf(nil, "%q", name)) {
			return fmt.Errorf("it asks for %s of %s, which wasm_exec.js does not have; "+
				"both must be of one Go release", name, from)
		}
	}
	if !ok || len(rest) > 0 {
		return errCut
	}
	return nil
}
