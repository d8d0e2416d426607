//go:build !js

package slim

import (
	"bytes"
	"encoding/binary"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// faller works its stack and its heap, recovers as programs may, and ends with a
// panic within a function that is put into another.
const faller = `package main

import "runtime"

type catcher struct{ caught *int }

func (c catcher) catch() {
	if recover() != nil {
		*c.caught++
	}
}

type catching interface{ catch() }

func inline(p *int) { recover(); *p++ }

// fallBy panics with each way to recover in turn; the method is called by a wrapper.
func fallBy(way int, c catching, caught *int) {
	switch way {
	case 0:
		defer c.catch()
	case 1:
		defer inline(caught)
	case 2:
		defer func() { inline(caught) }() // recovers nothing, as it is not called by defer
		defer func() {
			if recover() != nil {
				*caught += 10
			}
		}()
	}
	panic(way)
}

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
	caught := 0
	for way := range 3 {
		fallBy(way, &catcher{&caught}, &caught)
	}
	println("caught", caught)
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
	short, err := Slim(whole)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(short, []byte("runtime/proc.go")) {
		t.Error("names of files are left")
	}
	withLines, without := fallen(t, whole), fallen(t, short)
	for _, want := range []string{"500100\n", "caught 13\n", "nil pointer", "main.main"} {
		if !strings.Contains(withLines, want) || !strings.Contains(without, want) {
			t.Errorf("%q is not in both:\n%s\n%s", want, withLines, without)
		}
	}
	for _, lost := range []string{"main.go:", "main.fall("} {
		if !strings.Contains(withLines, lost) || strings.Contains(without, lost) {
			t.Errorf("%q:\n%s\n%s", lost, withLines, without)
		}
	}
}

// fallen returns what a program prints before it stops.
func fallen(t *testing.T, program []byte) string {
	t.Helper()
	if _, err := exec.LookPath("node"); err != nil {
		t.Skip("a program is not run without Node")
	}
	env, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	root := strings.TrimSpace(string(env))
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

// Where laidOut has its function.
const (
	laidTables    = lineHeader + 4 + 4
	laidFunctions = laidTables + 13
	laidFunction  = laidFunctions + 16
)

// laidOut lays out one function as Go's linker does it: its tables of frames, of what
// it keeps and of what is put into it, and one of lines, at the offsets 1, 4, 7 and
// 10; and its data, of which the last is a tree of one function.
func laidOut(change func(b []byte)) memory {
	b := make([]byte, laidFunction+funcSize+4*4+4*7)
	copy(b, lineMagic)
	for at, n := range map[int]int{
		atCount: 1, atNames: 500, atUnits: lineHeader, atFiles: lineHeader + 4, atTables: laidTables, atFunctions: laidFunctions,
	} {
		binary.LittleEndian.PutUint64(b[at:], uint64(n))
	}
	copy(b[lineHeader:], "unitfile\x00"+"\x02\x01\x00"+"\x00\x03\x00"+"\x02\x04\x00"+"\x05\x01\x00")
	f := b[laidFunction:]
	binary.LittleEndian.PutUint32(b[laidFunctions+4:], 16)
	f[atData] = 7
	for at, n := range map[int]uint32{
		0: 77, atFrames: 1, atFile: 10, atLine: 10, atOthers: 4, atUnit: 9, atFirstLine: 8,
		funcSize: 10, funcSize + 4: 4, funcSize + 8: 7, funcSize + 12: 10, // tables
		funcSize + 16: 0, funcSize + 20: 8, funcSize + 24: noData, funcSize + 28: 16, // data
		funcSize + 32: noData, funcSize + 36: 0, funcSize + 40: 0,
	} {
		binary.LittleEndian.PutUint32(f[at:], n)
	}
	change(b)
	whole := make([]byte, atDataBase+8)
	binary.LittleEndian.PutUint64(whole, 1000)
	binary.LittleEndian.PutUint64(whole[8:], 1500)
	for at, n := range map[int]uint64{atFinder: 5000, atLeast: 7 * finderCode, atGreatest: 9 * finderCode, atDataBase: 4000} {
		binary.LittleEndian.PutUint64(whole[at:], n)
	}
	finder := make([]byte, 3*finderSize)
	finder[0], finder[finderSize], finder[2*finderSize] = 7, 13, 13
	return memory{
		{0, []byte("something else")}, {994, append([]byte("before"), b...)}, {3000, whole},
		{4000, []byte("argumentlocals..tree")}, {4024, []byte("of a function")}, {5000, finder},
	}
}

func TestDropLines(t *testing.T) {
	got := laidOut(func([]byte) {})
	if err := dropLines(got); err != nil {
		t.Fatal(err)
	}
	want := laidOut(func(b []byte) {
		copy(b[lineHeader:], "\x00\x00\x00\x00\x00\x00\x00\x00\x00"+"\x02\x01\x00"+"\x00\x03\x00"+"\x00\x00\x00"+"\x00\x00\x00")
		f := b[laidFunction:]
		for _, at := range []int{atFile, atLine, atUnit, atFirstLine, funcSize, funcSize + 8, funcSize + 12} {
			binary.LittleEndian.PutUint32(f[at:], 0)
		}
		for _, at := range []int{funcSize + 28, funcSize + 36, funcSize + 40} {
			binary.LittleEndian.PutUint32(f[at:], noData)
		}
	})
	copy(want[3].content[16:], "\x00\x00\x00\x00")
	want[5].content[0], want[5].content[finderSize] = 0, 8
	copy(want[4].content, "\x00\x00\x00\x00\x00\x00\x00\x00")
	for i, s := range want {
		if !bytes.Equal(got[i].content, s.content) {
			t.Errorf("segment %d: got\n%q, want\n%q", i, got[i].content, s.content)
		}
	}
}

// What package runtime knows by name, a recover asks for what was put into it; and
// equal data is there once.
func TestDropLinesKeepsTreesThatAreRead(t *testing.T) {
	for name, change := range map[string]func(f []byte){
		"a special function":      func(f []byte) { f[atSpecial] = 23 },
		"a tree that is read too": func(f []byte) { binary.LittleEndian.PutUint32(f[funcSize+24:], 20) },
	} {
		got := laidOut(func(b []byte) { change(b[laidFunction:]) })
		if err := dropLines(got); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if tree := string(got[3].content[16:]) + string(got[4].content); tree != "treeof a function" {
			t.Errorf("%s: %q is left", name, tree)
		}
	}
}

func TestDropLinesRefusesWhatItDoesNotKnow(t *testing.T) {
	put := func(at int, n uint32) func([]byte) {
		return func(b []byte) { binary.LittleEndian.PutUint32(b[at:], n) }
	}
	for name, change := range map[string]func([]byte){
		"another release":        put(0, 0xfffffff0),
		"no function":            put(atCount, 0),
		"more functions":         put(atCount, 1000),
		"files before units":     put(atFiles, 8),
		"tables past the end":    put(atTables, 1<<20),
		"functions past the end": put(atFunctions, 1<<20),
		"a function elsewhere":   put(laidFunctions+4, 1<<20),
		"more tables":            put(laidFunction+atOthers, 1<<30),
		"a table elsewhere":      put(laidFunction+atFrames, 1<<20),
		"a table without an end": put(laidFunction+atFrames, 12),
		"data past the end":      put(laidFunction+atSpecial, 255<<24),
		"a tree elsewhere":       put(laidFunction+funcSize+28, 1<<20),
		"another description":    put(atNames, 501),
	} {
		if err := dropLines(laidOut(change)); err == nil {
			t.Errorf("%s: taken", name)
		}
	}
}
