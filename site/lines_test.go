//go:build !js

package site

import (
	"bytes"
	"encoding/binary"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// faller works its stack and its heap, and ends with a panic within a function
// that is put into another.
const faller = `package main

import "runtime"

//go:noinline
func deep(n int, keep []byte) int {
	if n == 0 {
		runtime.GC()
		return len(keep)
	}
	return deep(n-1, make([]byte, len(keep))) + len(keep)
}

func fall(p *int) int { return *p }

func main() {
	done := make(chan int)
	for range 4 {
		go func() { done <- deep(5000, make([]byte, 100)) }()
	}
	for range 4 {
		println(<-done)
	}
	println(fall(nil))
}
`

func TestAProgramRunsWithoutItsLines(t *testing.T) {
	dir := t.TempDir()
	for name, content := range map[string]string{"go.mod": "module faller\n\ngo 1.24\n", "main.go": faller} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	build := exec.Command("go", "build", "-o", "faller.wasm")
	build.Dir, build.Env = dir, append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOFLAGS=", "GOWORK=off")
	if said, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	whole, err := os.ReadFile(filepath.Join(dir, "faller.wasm"))
	if err != nil {
		t.Fatal(err)
	}
	short, err := slim(whole)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(short, []byte("runtime/proc.go")) {
		t.Error("names of files are left")
	}
	withLines, without := fallen(t, whole), fallen(t, short)
	for _, want := range []string{"500100\n", "nil pointer", "main.fall", "main.main"} {
		if !strings.Contains(withLines, want) || !strings.Contains(without, want) {
			t.Errorf("%q is not in both:\n%s\n%s", want, withLines, without)
		}
	}
	if !strings.Contains(withLines, "main.go:") || strings.Contains(without, "main.go:") {
		t.Errorf("lines:\n%s\n%s", withLines, without)
	}
}

// fallen returns what a program prints before it stops.
func fallen(t *testing.T, program []byte) string {
	t.Helper()
	if _, err := exec.LookPath("node"); err != nil {
		t.Skip("a program is not run without Node")
	}
	root, err := goCommand("env", "GOROOT")
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "p.wasm")
	if err := os.WriteFile(name, program, 0o600); err != nil {
		t.Fatal(err)
	}
	said, err := exec.Command("node", filepath.Join(root, "lib", "wasm", "wasm_exec_node.js"), name).CombinedOutput()
	if err == nil {
		t.Errorf("the program did not stop with an error: %s", said)
	}
	return string(said)
}

// tablesOf lays out one function as Go's linker does it, with two tables that are
// read and one of lines, at the offsets 1, 4 and 7.
func tablesOf(change func(b []byte)) []segment {
	const tables = lineHeader + 4 + 4
	const functions = tables + 10
	b := make([]byte, functions+8+8+funcSize+2*4)
	copy(b, lineMagic)
	for at, n := range map[int]int{
		atCount: 1, atUnits: lineHeader, atFiles: lineHeader + 4, atTables: tables, atFunctions: functions,
	} {
		binary.LittleEndian.PutUint64(b[at:], uint64(n))
	}
	copy(b[lineHeader:], "unitfile\x00"+"\x02\x01\x00"+"\x00\x03\x00"+"\x05\x01\x00")
	f := b[functions+16:]
	binary.LittleEndian.PutUint32(b[functions+4:], 16)
	for at, n := range map[int]uint32{
		0: 77, atFrames: 1, atFile: 7, atLine: 7, atOthers: 2, atUnit: 9, atFirstLine: 8, funcSize: 7, funcSize + 4: 4,
	} {
		binary.LittleEndian.PutUint32(f[at:], n)
	}
	change(b)
	return []segment{{0, []byte("something else")}, {99, append([]byte("before"), b...)}}
}

func TestDropLines(t *testing.T) {
	got := tablesOf(func([]byte) {})
	if err := dropLines(got); err != nil {
		t.Fatal(err)
	}
	want := tablesOf(func(b []byte) {
		copy(b[lineHeader:], "\x00\x00\x00\x00\x00\x00\x00\x00\x00"+"\x02\x01\x00"+"\x00\x03\x00"+"\x00\x00\x00")
		f := b[lineHeader+8+10+16:]
		for _, at := range []int{atFile, atLine, atUnit, atFirstLine, funcSize} {
			binary.LittleEndian.PutUint32(f[at:], 0)
		}
	})
	if !bytes.Equal(got[1].content, want[1].content) {
		t.Errorf("got\n%q, want\n%q", got[1].content, want[1].content)
	}
}

func TestDropLinesRefusesWhatItDoesNotKnow(t *testing.T) {
	put := func(at int, n uint32) func([]byte) {
		return func(b []byte) { binary.LittleEndian.PutUint32(b[at:], n) }
	}
	const function = lineHeader + 8 + 10 + 16
	for name, change := range map[string]func([]byte){
		"another release":        put(0, 0xfffffff0),
		"no function":            put(atCount, 0),
		"more functions":         put(atCount, 1000),
		"files before units":     put(atFiles, 8),
		"tables past the end":    put(atTables, 1<<20),
		"functions past the end": put(atFunctions, 1<<20),
		"a function elsewhere":   put(function-16+4, 1<<20),
		"more tables":            put(function+atOthers, 1<<30),
		"a table elsewhere":      put(function+atFrames, 1<<20),
		"a table without an end": put(function+atFrames, 9),
	} {
		if err := dropLines(tablesOf(change)); err == nil {
			t.Errorf("%s: taken", name)
		}
	}
}
