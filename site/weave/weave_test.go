//go:build !js

package weave

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"encoding/json"
	"errors"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// section returns a section of a module.
func section(id byte, content []byte) []byte {
	return append(binary.AppendUvarint([]byte{id}, uint64(len(content))), content...)
}

// module returns one that has these functions, each as what it declares and its
// instructions, and something before and behind them.
func module(functions ...string) []byte {
	code := binary.AppendUvarint(nil, uint64(len(functions)))
	for _, f := range functions {
		code = append(binary.AppendUvarint(code, uint64(len(f))), f...)
	}
	return slices.Concat([]byte("\x00asm\x01\x00\x00\x00"), section(1, []byte{1, 0x60, 0, 0}), section(codeSection, code), section(11, []byte("data")))
}

const noLocals, end = "\x00", "\x0b"

// all has every instruction that there are threads for.
var all = []string{
	noLocals + end,
	"\x02\x03\x7f\x01\x7e" + "\x00\x01" + end,
	// Blocks within blocks, and branches out of them.
	noLocals + "\x02\x40\x03\x7f\x04\x40\x05\x0c\x00\x0d\x02" + end + end + "\x0c\x01" + end + "\x0f" + end,
	noLocals + "\x02\x40\x0e\x03\x00\x01\x00\x01" + end + end,
	noLocals + "\x10\x05\x10\x85\x81\x02\x11\x03\x00\x1a\x1b" + end,
	noLocals + "\x20\x00\x21\x80\x01\x22\x03\x23\x00\x24\x01" + end,
	// Memory: offsets of one byte and of several.
	noLocals + "\x28\x02\x00\x29\x03\x90\x10\x2d\x00\x01\x36\x02\xff\x7f\x37\x03\x00\x3e\x02\x08\x3f\x00\x40\x00" + end,
	// Constants: the least, the greatest, and those that tell where a function goes on.
	noLocals + "\x41\x80\x80\x80\x80\x78\x41\xff\xff\xff\xff\x07\x41\x12\x21\x00\x41\x7f\x21\x00\x41\x12\x21\x01" + end,
	noLocals + "\x42\x80\x80\x80\x80\x80\x80\x80\x80\x80\x7f\x42\xff\xff\xff\xff\xff\xff\xff\xff\xff\x00" + end,
	// Places of return in two functions, and what looks like them.
	noLocals + "\x42\x80\x80\x8c\x9c\x02\x37\x03\x00\x41\x00\x10\x01\x42\x82\x80\x8c\x9c\x02\x37\x03\x00\x41\x00\x10\x01\x41\x04\x21\x00" + end,
	noLocals + "\x42\x83\x80\x90\x9c\x02\x37\x03\x00\x41\x00" + end,
	noLocals + "\x42\x7f\x37\x03\x10\x41\x05\x42\x05\x37\x03\x10\x41\x05\x42\x80\x80\x80\x80\x80\x80\x80\x80\x80\x7f\x37\x03\x00\x41\x00" + end,
	noLocals + "\x42\xff\xff\xff\xff\xff\xff\x1f\x37\x03\x00\x41\x00\x42\x80\x80\x80\x80\x80\x80\x20\x37\x03\x00\x41\x00" + end,
	noLocals + "\x43\x00\x00\x80\x3f\x44\xff\xff\xff\xff\xff\xff\xff\x7f\x45\xc4" + end,
	noLocals + "\xfc\x07\xfc\x0a\x00\x00\xfc\x0b\x00\xfc\x08\x01\x00" + end,
	noLocals + strings.Repeat("\x01", 300) + end,
}

func TestEveryInstructionComesBack(t *testing.T) {
	for i := range all {
		if m := module(all[:i+1]...); !comesBack(t, m) {
			t.Errorf("function %d: %q", i, all[i])
		}
	}
	if !comesBack(t, module()) {
		t.Error("no functions")
	}
}

func comesBack(t *testing.T, module []byte) bool {
	t.Helper()
	woven, err := Weave(module)
	if err != nil {
		t.Error(err)
		return false
	}
	again, err := Unweave(woven)
	return err == nil && bytes.Equal(again, module)
}

// What counts up in a program is the same number over and over in its threads.
func TestWhatTheCompilerCountsUpIsWrittenAsItHardlyChanges(t *testing.T) {
	call := func(function, place int) string {
		n := []byte{}
		for v := function<<16 + place; ; v >>= 7 {
			if v < 0x40 {
				n = append(n, byte(v))
				break
			}
			n = append(n, byte(v)|0x80)
		}
		return "\x42" + string(n) + "\x37\x03\x00\x41\x00\x10\x01"
	}
	w := weaver{from: module(noLocals+call(9000, 2)+call(9000, 4)+call(9000, 6)+end, noLocals+call(9001, 2)+call(9001, 4)+end)}
	start, size, err := functions(w.from)
	if err != nil {
		t.Fatal(err)
	}
	w.at, w.from = start, w.from[:size]
	for range 2 {
		if err := w.function(); err != nil {
			t.Fatal(err)
		}
	}
	first := binary.AppendUvarint(nil, 1+2*9000)
	if want := append(first, 4, 1, 4, 1, 4, 3, 4, 1, 4); !bytes.Equal(w.threads[places], want) {
		t.Errorf("places % x, want % x", w.threads[places], want)
	}
	if len(w.threads[longs]) > 0 {
		t.Errorf("longs % x", w.threads[longs])
	}
}

func TestWhatWouldNotComeBackIsRefused(t *testing.T) {
	for name, f := range map[string]string{
		"memory aligned otherwise": noLocals + "\x29\x00\x00" + end,
		"a vector":                 noLocals + "\xfd\x0c" + end,
		"a reference":              noLocals + "\xd0\x70" + end,
		"a branch to nowhere":      noLocals + "\x0c\x01" + end,
		"a number in more bytes":   noLocals + "\x0c\x80\x00" + end,
		"more behind its end":      noLocals + end + "\x01",
		"no end":                   noLocals + "\x01",
	} {
		if _, err := Weave(module(f)); err == nil {
			t.Errorf("%s is woven", name)
		}
	}
	whole := module(all...)
	for i := range whole {
		if _, err := Weave(whole[:i]); err == nil && i < len(whole)-len("data")-2 {
			t.Errorf("cut at %d of %d it is woven", i, len(whole))
		}
	}
	if _, err := Unweave(whole); !errors.Is(err, errNotWoven) {
		t.Errorf("a module that is not woven: %v", err)
	}
}

// What arrives may be anything.
func TestDamagedThreadsEnd(t *testing.T) {
	woven, err := Weave(module(all...))
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(1, 1))
	for range 20000 {
		b := bytes.Clone(woven[:r.IntN(len(woven)+1)])
		for range 1 + r.IntN(4) {
			if len(b) > 4 {
				b[4+r.IntN(len(b)-4)] = byte(r.Uint32())
			}
		}
		_, _ = Unweave(b) // it ends, and does not panic
	}
}

// compiled returns a program as the go command makes it for the browser.
func compiled(t *testing.T) []byte {
	t.Helper()
	dir := t.TempDir()
	source := "package main\n\nimport \"fmt\"\n\nfunc main() { fmt.Println(\"callback\") }\n"
	for name, content := range map[string]string{"main.go": source, "go.mod": "module woven\n\ngo 1.24\n"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	build := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-o", "p.wasm", ".")
	build.Dir, build.Env = dir, append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOWORK=off")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	program, err := os.ReadFile(filepath.Join(dir, "p.wasm"))
	if err != nil {
		t.Fatal(err)
	}
	return program
}

func TestACompiledProgramTravelsInLess(t *testing.T) {
	program := compiled(t)
	woven, err := Weave(program)
	if err != nil {
		t.Fatal(err)
	}
	if now, before := packed(woven), packed(program); now*100 > before*85 {
		t.Errorf("%d bytes gzipped, %d before: less than 15 %% are saved", now, before)
	}
	sameInJavaScript(t, program, woven)
}

func TestEveryInstructionComesBackInJavaScript(t *testing.T) {
	m := module(all...)
	woven, err := Weave(m)
	if err != nil {
		t.Fatal(err)
	}
	sameInJavaScript(t, m, woven)
}

func packed(content []byte) int {
	var b bytes.Buffer
	w, _ := gzip.NewWriterLevel(&b, gzip.BestCompression)
	_, _ = w.Write(content)
	_ = w.Close()
	return b.Len()
}

// script puts together what arrives in pieces of some size, cut at some byte, and with
// some bytes changed.
const script = `
const fs = require("fs");
const vm = require("vm");
globalThis.window = { Go: {} };
vm.runInThisContext(fs.readFileSync(process.argv[2], "utf8"));
async function unwoven(bytes, size) {
  const stream = new ReadableStream({
    start(c) {
      for (let i = 0; i < bytes.length; i += size) c.enqueue(bytes.slice(i, i + size));
      c.close();
    },
  });
  return Buffer.from(await new Response(window.Go.unweave(stream)).arrayBuffer());
}
(async () => {
  const [program, woven] = [process.argv[3], process.argv[4]].map((name) => new Uint8Array(fs.readFileSync(name)));
  const said = { same: [], plain: [], refused: 0 };
  for (const size of [7, 1000, 65536, woven.length]) {
    said.same.push((await unwoven(woven, size * Math.ceil(woven.length / 2e5))).equals(program));
    said.plain.push((await unwoven(program, size * Math.ceil(program.length / 2e5))).equals(program));
  }
  for (let i = 1; i <= 50; i++) {
    const other = woven.slice(0, i % 2 ? woven.length : (woven.length * i) / 51);
    const at = 88 + ((i * 7919) % (other.length - 88));
    other[at] ^= 1 + (i % 255);
    await unwoven(other, 1e6).catch(() => said.refused++);
  }
  console.log(JSON.stringify(said));
})();
`

// sameInJavaScript fails unless what the page does to a woven program gives the program.
func sameInJavaScript(t *testing.T, program, woven []byte) {
	t.Helper()
	if _, err := exec.LookPath("node"); err != nil {
		t.Skip("web/js/weave.js is not run without Node")
	}
	dir := t.TempDir()
	for name, content := range map[string][]byte{"run.cjs": []byte(script), "program": program, "woven": woven} {
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	run := exec.Command("node", filepath.Join(dir, "run.cjs"), "../../web/js/weave.js", filepath.Join(dir, "program"), filepath.Join(dir, "woven"))
	out, err := run.Output()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	var said struct {
		Same, Plain []bool
		Refused     int
	}
	if err := json.Unmarshal(out, &said); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	if len(said.Same) != 4 || slices.Contains(said.Same, false) {
		t.Errorf("woven, in pieces: %v", said.Same)
	}
	if len(said.Plain) != 4 || slices.Contains(said.Plain, false) {
		t.Errorf("a module as it is, in pieces: %v", said.Plain)
	}
	if said.Refused == 0 {
		t.Error("no damaged program was refused")
	}
}
