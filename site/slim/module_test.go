//go:build !js

package slim

import (
	"slices"
	"strings"
	"testing"
)

// section is a section of a module.
func section(id byte, content string) string {
	return string(appendBytes([]byte{id}, []byte(content)))
}

// program is the path of a module.
const program = "example.com/lens"

const someImport = "\x01\x04gojs\x10runtime.wasmExit\x00\x00"

// pageModule is a small module that passes for the program, but for changes to
// its sections.
func pageModule(changes ...func(sections []string) []string) []byte {
	sections := []string{
		section(1, "\x01\x60\x00\x00"),
		section(importSection, someImport),
		section(functionSection, "\x02\x00\x00"),
		section(codeSection, "\x02\x02\x00\x0b\x02\x00\x0b"),
		section(dataSection, "\x01\x00\x41\x00\x0b\x2a"+program+"/app.R"),
	}
	for _, change := range changes {
		sections = change(sections)
	}
	return []byte(moduleHeader + strings.Join(sections, ""))
}

func TestCheckTakesNothingLess(t *testing.T) {
	const support = `{ "runtime.wasmExit": f }`
	without := func(i int) func([]string) []string {
		return func(s []string) []string { return slices.Delete(s, i, i+1) }
	}
	replaced := func(i int, section string) func([]string) []string {
		return func(s []string) []string { s[i] = section; return s }
	}
	for story, c := range map[string]struct {
		wasm []byte
		says string
	}{
		"whole":               {pageModule(), ""},
		"with notes":          {pageModule(func(s []string) []string { return append(s, section(0, "\x04note")) }), ""},
		"empty":               {nil, "not WebAssembly"},
		"something else":      {[]byte("MZ and so on"), "not WebAssembly"},
		"another version":     {[]byte("\x00asm\x02\x00\x00\x00"), "not WebAssembly"},
		"nothing in it":       {[]byte(moduleHeader), "cut short"},
		"without data":        {pageModule(without(4)), "another program"},
		"without code":        {pageModule(without(3)), "cut short"},
		"a function too few":  {pageModule(replaced(3, section(codeSection, "\x01\x02\x00\x0b"))), "cut short"},
		"a function too long": {pageModule(replaced(3, section(codeSection, "\x02\x02\x00\x0b\x09\x00\x0b"))), "cut short"},
		"sections twice":      {pageModule(func(s []string) []string { return append(s, s[4]) }), "cut short"},
		"an unknown section":  {pageModule(func(s []string) []string { return append(s, section(99, "")) }), "cut short"},
		"another program":     {pageModule(replaced(4, section(dataSection, "\x00"))), "another program"},
		"another Go release":  {pageModule(replaced(1, section(importSection, "\x01\x04gojs\x01x\x00\x00"))), "one Go release"},
		"imports cut":         {pageModule(replaced(1, section(importSection, "\x02\x04gojs"))), "cut short"},
	} {
		err := Check(c.wasm, []byte(support), program)
		if c.says == "" && err != nil || c.says != "" && (err == nil || !strings.Contains(err.Error(), c.says)) {
			t.Errorf("%s: %v, want %q", story, err, c.says)
		}
	}
}

func TestCutProgramIsRefusedWhereverItIsCut(t *testing.T) {
	whole := pageModule()
	for n := range whole {
		if err := Check(whole[:n], []byte(`"runtime.wasmExit"`), program); err == nil {
			t.Errorf("the first %d bytes of %d are taken", n, len(whole))
		}
	}
}
