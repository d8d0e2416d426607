package parser

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/callbacklens/callbacklens/parser/internal/bodies"
)

// dumper writes bytes as od, xxd and hexdump do.
type dumper struct {
	address string // format of it, "" for none
	inRow   int
	cell    func([]byte) string
	size    int  // bytes of a cell
	stars   bool // * stands for rows like the one before
	end     bool // the last line is the size
	column  bool // with a column of text
}

func (d dumper) write(text string) string {
	var b strings.Builder
	var last []byte
	starred := false
	for at := 0; at < len(text); at += d.inRow {
		row := []byte(text[at:min(at+d.inRow, len(text))])
		if d.stars && bytes.Equal(row, last) {
			if !starred {
				b.WriteString("*\n")
			}
			starred = true
			continue
		}
		last, starred = row, false
		if d.address != "" {
			fmt.Fprintf(&b, d.address, at)
		}
		for k := 0; k < len(row); k += d.size {
			b.WriteString(d.cell(append(bytes.Clone(row[k:min(k+d.size, len(row))]), make([]byte, d.size)...)))
		}
		if d.column {
			b.WriteString("  |" + strings.Map(func(r rune) rune { return max(r, '.') }, strings.ToValidUTF8(string(row), ".")) + "|")
		}
		b.WriteByte('\n')
	}
	if d.end {
		fmt.Fprintf(&b, strings.TrimRight(d.address, ": ")+"\n", len(text))
	}
	return b.String()
}

func number16(b []byte) uint16 { return binary.LittleEndian.Uint16(b) }

func oneChar(b []byte) string {
	if n := strings.IndexByte("\x00\a\b\t\n\v\f\r\\", b[0]); n >= 0 {
		return `  \` + `0abtnvfr\`[n:n+1]
	}
	if b[0] < ' ' || b[0] > '~' {
		return fmt.Sprintf(" %03o", b[0])
	}
	return "   " + string(b[:1])
}

var dumpers = map[string]dumper{
	"od":               {"%07o", 16, func(b []byte) string { return fmt.Sprintf(" %06o", number16(b)) }, 2, true, true, false},
	"od -x":            {"%07o", 16, func(b []byte) string { return fmt.Sprintf(" %04x", number16(b)) }, 2, true, true, false},
	"od -c":            {"%07o", 16, oneChar, 1, true, true, false},
	"od -An -c -v":     {"", 16, oneChar, 1, false, false, false},
	"od -An -tx1 -v":   {"", 16, func(b []byte) string { return fmt.Sprintf(" %02x", b[0]) }, 1, false, false, false},
	"od -Ad -c":        {"%07d", 16, oneChar, 1, true, true, false},
	"od -Ax -c -w8":    {"%06x", 8, oneChar, 1, true, true, false},
	"od -b":            {"%07o", 16, func(b []byte) string { return fmt.Sprintf(" %03o", b[0]) }, 1, true, true, false},
	"od -tx1":          {"%07o", 16, func(b []byte) string { return fmt.Sprintf(" %02x", b[0]) }, 1, true, true, false},
	"od -Ad -tx1":      {"%07d", 16, func(b []byte) string { return fmt.Sprintf(" %02x", b[0]) }, 1, true, true, false},
	"od -Ax -tx1":      {"%06x", 16, func(b []byte) string { return fmt.Sprintf(" %02x", b[0]) }, 1, true, true, false},
	"od -tx4":          {"%07o", 16, func(b []byte) string { return fmt.Sprintf(" %08x", binary.LittleEndian.Uint32(b)) }, 4, true, true, false},
	"od -tx8":          {"%07o", 16, func(b []byte) string { return fmt.Sprintf(" %016x", binary.LittleEndian.Uint64(b)) }, 8, true, true, false},
	"od -tu1":          {"%07o", 16, func(b []byte) string { return fmt.Sprintf(" %3d", b[0]) }, 1, true, true, false},
	"od -td1":          {"%07o", 16, func(b []byte) string { return fmt.Sprintf(" %4d", int8(b[0])) }, 1, true, true, false},
	"od -tu2":          {"%07o", 16, func(b []byte) string { return fmt.Sprintf(" %5d", number16(b)) }, 2, true, true, false},
	"hexdump":          {"%07x", 16, func(b []byte) string { return fmt.Sprintf(" %04x", number16(b)) }, 2, true, true, false},
	"hexdump -x":       {"%07x", 16, func(b []byte) string { return fmt.Sprintf("    %04x", number16(b)) }, 2, true, true, false},
	"hexdump -c":       {"%07x", 16, oneChar, 1, true, true, false},
	"hexdump -C":       {"%08x ", 16, func(b []byte) string { return fmt.Sprintf(" %02x", b[0]) }, 1, true, true, true},
	"xxd -b":           {"%08x:", 6, func(b []byte) string { return fmt.Sprintf(" %08b", b[0]) }, 1, false, false, true},
	"xxd -b -c 4":      {"%08x:", 4, func(b []byte) string { return fmt.Sprintf(" %08b", b[0]) }, 1, false, false, true},
	"xxd -g 1 -c 8 -a": {"%08x:", 8, func(b []byte) string { return fmt.Sprintf(" %02x", b[0]) }, 1, false, false, true},
}

// TestEachDumpOfBytesComesBackWhole reads what each form of a dump makes of a body, with a
// run of bytes that a star stands for.
func TestEachDumpOfBytesComesBackWhole(t *testing.T) {
	run := strings.Repeat("x", 100)
	for name, body := range map[string]string{
		"xml": bodies.SoundXML, "json": bodies.SoundJSON, "run": strings.Replace(travelled, "order 17", run, 1),
		"escapes": strings.Replace(travelled, "order 17", `a\tb\\c \"d\"`, 1), "two runs": strings.NewReplacer("order 17", run, "Success", run).Replace(travelled) + "\n",
	} {
		want := told(readString(body))
		for kind, d := range dumpers {
			for _, around := range [...]string{"%s", "$ " + kind + " callback\n%s$ \n"} {
				got := readString(fmt.Sprintf(around, d.write(body)))
				if !reflect.DeepEqual(told(got), want) || !slices.Contains(kindsOf(got), "hexdump") && kind != "od -An -tx1 -v" {
					t.Errorf("%s, %s in %q: %d values, want %d; layers %v, said %s", name, kind, around, len(told(got)), len(want), kindsOf(got), codes(got))
				}
			}
		}
	}
}

// TestADumpThatIsNoneStaysText gives tables of numbers, and a dump that leaves out how much.
func TestADumpThatIsNoneStaysText(t *testing.T) {
	unknown := dumpers["od -tx1"]
	unknown.address, unknown.end = "", false // nothing tells how often the star has the row
	for _, text := range []string{
		"0000000 123 456 789\n0000020 111 222 333\n", " 1 2 3 4\n 5 6 7 8\n", "    a   b   c\n    d   e   f\n", "0000 { } [ ]\n0010 < > ( )\n",
		unknown.write(strings.Repeat("<a/>", 100)),
	} {
		if r := readString(text); strings.Contains(fmt.Sprint(kindsOf(r)), "hexdump") {
			t.Errorf("%q: layers %v, said %s", text, kindsOf(r), codes(r))
		}
	}
}
