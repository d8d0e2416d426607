package parser

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"io"
	"mime/quotedprintable"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/callbacklens/callbacklens/parser/internal/bodies"
)

// stringWriters write a string as formats, mail, shells and programs do.
var stringWriters = []writer{
	{"quoted-printable", func(s string) string {
		var b bytes.Buffer
		w := quotedprintable.NewWriter(&b)
		w.Binary = strings.Contains(s, "\r")
		_, _ = io.WriteString(w, s)
		_ = w.Close()
		return "MIME-Version: 1.0\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" + b.String() + "\r\n--part--\r\n"
	}},
	{"yaml", func(s string) string {
		return "kind: ConfigMap\ndata:\n  body: |\n" + indentedBy(s, "    ") + "\nmetadata: {}\n"
	}},
	{"yaml", func(s string) string { // folded by the writer at a width, as PyYAML does
		return "- name: cb\n  body: \"" + appended(s, "", "\\\n    ", escapedYAML) + "\"\n"
	}},
	{"yaml", func(s string) string { // a blank stands for a line end
		return "n: 1\nbody: '" + strings.ReplaceAll(oneLine(s), "'", "''") + "'\nit: 'is''nt'\n"
	}},
	{"properties", func(s string) string {
		var b strings.Builder
		for _, r := range s {
			switch {
			case strings.ContainsRune(`:=#!\ `, r):
				b.WriteString(`\` + string(r))
			case r == '\n':
				b.WriteString("\\n\\\n    ")
			case r == '\r':
				b.WriteString(`\r`)
			case r == '\t':
				b.WriteString(`\t`)
			case r > '~' && r < 0x10000:
				fmt.Fprintf(&b, `\u%04X`, r)
			default:
				b.WriteRune(r)
			}
		}
		return "#Mon May 06\ncb.body=" + b.String() + "\nn=1\n"
	}},
	{"shell", func(s string) string {
		return "curl -d '" + strings.ReplaceAll(s+" ' ", "'", `'\''`) + "' lens.example\n"
	}},
	{"shell", func(s string) string { return "$b = @'\r\n" + s + "\r\n'@\r\n" }},
	{"source", func(s string) string { return appended(s, "b.append(", ");\n", strconv.Quote) }},
	{"source", func(s string) string { return "cout" + appended(s, "\n  << ", "", strconv.Quote) + ";\n" }},
	{"source", func(s string) string { return "var s = '';\n" + appended(s, "s += ", ";\n", strconv.Quote) }},
	{"source", func(s string) string {
		return "s = \"\"" + appended(oneLine(s), " & _\n  ", "", func(s string) string {
			return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
		}) + "\n"
	}},
	{"cell", func(s string) string {
		return "SELECT " + "E'" + strings.NewReplacer("'", "''", `\`, `\\`, "\n", `\n`, "\t", `\t`).Replace(s) + "', now();\n"
	}},
	{"cell", func(s string) string { return "VALUES (1, N'" + strings.ReplaceAll(s, "'", "''") + "', GETDATE())\n" }},
	{"cell", func(s string) string {
		return "7\t" + strings.NewReplacer(`\`, `\\`, "\n", `\n`, "\r", `\r`, "\t", `\t`).Replace(s) + "\t\\N\n"
	}},
	{"rtf", func(s string) string {
		return richText(s, "\\par\r\n", func(u uint16) string { return fmt.Sprintf("\\u%d?", int16(u)) })
	}},
	{"rtf", func(s string) string {
		return richText(s, "\\\n", func(u uint16) string { return fmt.Sprintf("\\uc0\\u%d ", u) })
	}},
	{"wiki", func(s string) string { return "see\n{code:json|title=a.json}\n" + s + "\n{code}" }},
	{"wiki", func(s string) string { return "{noformat}" + s + "{noformat} above" }},
	{"html", func(s string) string {
		var b strings.Builder
		for _, r := range s {
			fmt.Fprintf(&b, "&#%d;", r)
		}
		return b.String()
	}},
	{"block", func(s string) string {
		return "val s = \"\"\"\n" + indentedBy(s, "    |") + "\n    \"\"\".trimMargin()\n"
	}},
}

// richText writes s as a document of RTF.
func richText(s, line string, number func(uint16) string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '\\' || r == '{' || r == '}':
			b.WriteString(`\` + string(r))
		case r == '\n':
			b.WriteString(line)
		case r == '\t':
			b.WriteString(`\tab `)
		case r > '~':
			for _, u := range utf16.Encode([]rune{r}) {
				b.WriteString(number(u))
			}
		case r != '\r':
			b.WriteRune(r)
		}
	}
	return "{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fnil Song;}}\r\n{\\*\\generator x}\\uc1\\pard\\f0\\fs22 " + b.String() + "\\par\r\n}\r\n"
}

func oneLine(s string) string { return strings.NewReplacer("\r", "", "\n", "").Replace(s) }

// escapedYAML writes s as the inside of a string in double quotes.
func escapedYAML(s string) string {
	quoted := strconv.Quote(s)
	return strings.ReplaceAll(quoted[1:len(quoted)-1], " ", `\ `)
}

func indentedBy(s, indent string) string { return indent + strings.ReplaceAll(s, "\n", "\n"+indent) }

// appended writes s in parts of forty bytes, each between two texts.
func appended(s, before, after string, quote func(string) string) string {
	var b strings.Builder
	for _, part := range cutEvery(s, 40) {
		b.WriteString(before + quote(part) + after)
	}
	return b.String()
}

// TestEachFormOfStringHoldsEachFormOfBody reads what comes back whole, also where the string
// was written into another text.
func TestEachFormOfStringHoldsEachFormOfBody(t *testing.T) {
	around := []writer{
		{"", func(s string) string { return s }},
		{"field", func(s string) string { return `{"level":"INFO","msg":` + quoteJSON(s) + "}\n" }},
		{"quoted", func(s string) string { return "INFO " + strconv.Quote(s) + "\n" }},
	}
	for kind, body := range map[string]string{"xml": bodies.SoundXML, "json": bodies.SoundJSON} {
		for name, form := range forms {
			if strings.HasPrefix(name, "BOM") || name == "blanks round" {
				continue // what these add is no part of a string
			}
			for i, w := range stringWriters {
				want := told(readString(form(body)))
				if strings.Contains(w.wrap("x\ny"), "xy") { // it leaves the line ends out
					want = told(readString(oneLine(form(body))))
				}
				for _, outer := range around {
					got := readString(outer.wrap(w.wrap(form(body))))
					if !reflect.DeepEqual(told(got), want) {
						t.Errorf("%s, %s, %d %s in %q: %d values, want %d; layers %v, said %s", kind, name, i, w.kind, outer.kind,
							len(told(got)), len(want), kindsOf(got), codes(got))
					}
				}
			}
		}
	}
}

// TestEscapesThatAreNone stay what they are in bodies that need no undoing.
func TestEscapesThatAreNone(t *testing.T) {
	for _, value := range []string{"a=3D and b=1", "k=AB", "x: 'it''s'", `C:\temp`, `\\server\new`, "50%u0041 off"} {
		for _, text := range []string{
			strings.Replace(travelled, "order 17", strings.ReplaceAll(value, `\`, `\\`), 1),
			strings.Replace(travelledXML, "order 17", value, 1),
			"INFO body: " + strings.Replace(travelledXML, "order 17", value, 1) + " took=3ms\n",
		} {
			r := readString(text)
			if len(r.Callbacks) != 1 || r.Callbacks[0].Jobs[0].Operation.UserData.Text != value {
				t.Errorf("%s: layers %v", text, kindsOf(r))
			}
		}
	}
}

// The padding of a base64 text at the end of a line is no soft line break of mail: the next
// line does not go on from it.
func TestPaddingAtALineEndBreaksNoLine(t *testing.T) {
	padded := base64.StdEncoding.EncodeToString([]byte(travelled + strings.Repeat(" ", (5-len(travelled)%3)%3)))
	log := "<a/>\n2024-03-04 03:23:58.837 payload " + padded + "\n"
	for line := range strings.Lines("{\n  \"EventName\":\"TaskFinish\",\n  \"JobsDetail\":[{\"JobId\":\"j0005\",\n  \"State\":\"Success\"}]\n}\n") {
		log += "worker_1  | " + line
	}
	r := readString(log)
	if last := r.Callbacks[len(r.Callbacks)-1]; len(r.Callbacks) != 2 || last.Jobs[0].ID.Text != "j0005" || slices.Contains(kindsOf(r), "quoted-printable") {
		t.Errorf("layers %v, the last job is %q", kindsOf(r), last.Jobs[0].ID.Text)
	}
}
