package parser

import (
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// writer puts a body into what people copy it out of.
type writer = struct {
	kind string
	wrap func(string) string
}

func init() { wrappers = append(wrappers, lineWriters...) }

// lineWriters are programs and shells that change the lines of a body, or its
// characters.
var lineWriters = []writer{
	{"prefix", func(s string) string {
		return eachLine(s, "2024-05-06 07:08:09,%03d INFO  [http-1] c.e.Callback - %s\n")
	}},
	{"prefix", func(s string) string { return eachLine(s, "%6d\t%s\n") }},
	{"prefix", func(s string) string { return eachLine(s, "callback-1  | %[2]s\n") }},
	{"numbers", func(s string) string { return eachLine(s, "%d\n%s\n") }},
	{"container", func(s string) string {
		var b strings.Builder
		for _, line := range strings.Split(s, "\n") {
			parts := cutEvery(line, 90)
			for i, part := range parts {
				tag := "P"
				if i == len(parts)-1 {
					tag = "F"
				}
				fmt.Fprintf(&b, "2024-05-14T01:12:09.%09dZ stdout %s %s\n", i, tag, part)
			}
		}
		return b.String()
	}},
	{"records", func(s string) string {
		return eachLine(s, `{"log":%[3]s,"stream":"stdout","time":"2024-05-14T01:12:09.%09[1]dZ"}`+"\n")
	}},
	{"records", func(s string) string {
		var b strings.Builder
		for _, line := range strings.SplitAfter(s+"\n", "\n") {
			for i, part := range cutEvery(line, 90) {
				fmt.Fprintf(&b, `{"log":%s,"stream":"stdout","time":"2024-05-14T01:12:09.%09dZ"}`+"\n", quoteJSON(part), i)
			}
		}
		return b.String()
	}},
	{"wrapped", func(s string) string { return wrapAt(s, 80) }},
	{"terminal", func(s string) string {
		return "$ http POST lens.example\n" + eachLine(s, "\x1b[3%[4]dm%[2]s\x1b[39;49;00m\n")
	}},
	{"shell", func(s string) string {
		return `curl "https://lens.example" --data-raw "` + strings.NewReplacer(`\`, `^\^\`, `"`, `^\^"`, "\n", "^\n\n",
			"<", "^<", ">", "^>", "&", "^&", "|", "^|", "^", "^^", "%", "^%", "{", "^{", "}", "^}").Replace(s) + `"` + "\n"
	}},
	{"shell", func(s string) string {
		return `-Body "` + strings.NewReplacer("`", "``", `"`, "`\"", "$", "`$", "\n", "`n").Replace(s) + `" -Method Post` + "\n"
	}},
	{"shell", func(s string) string {
		return "curl lens.example --data-raw $'" + strings.NewReplacer(`\`, `\\`, `'`, `\'`, "\n", `\n`, "\r", `\r`, "!", `\u0021`).Replace(s) + "' \\\n"
	}},
	{"escapes", func(s string) string {
		return `10.0.0.8 - - [06/May/2024:07:08:09 +0800] "POST /cb HTTP/1.1" 200 "` + nginx(s) + `" 0.003`
	}},
	{"sql", func(s string) string {
		return "INSERT INTO `log` VALUES (1,'" + strings.NewReplacer(`\`, `\\`, `'`, `\'`, `"`, `\"`, "\n", `\n`, "\r", `\r`).Replace(s) + "',NULL);\n"
	}},
	{"sql", func(s string) string {
		return "INSERT INTO log (id, body) VALUES (1, '" + strings.ReplaceAll(s, "'", "''") + "');\n"
	}},
	{"bytes", func(s string) string {
		var out []string
		for i := range len(s) {
			out = append(out, strconv.Itoa(int(int8(s[i]))))
		}
		return "[" + strings.Join(out, ", ") + "]"
	}},
	{"field", func(s string) string { return `{"level":"INFO","msg":` + quoteJSON(s) + "}\n" }},
	{"field", func(s string) string { return `{"Records":[{"event":{"x":` + quoteJSON(s) + "}}]}" }},
	{"field", func(s string) string { return "<doc><n>1</n><x>" + xmlEscaped(s) + "</x></doc>" }},
	{"field", func(s string) string {
		return "<doc><x><![CDATA[" + strings.ReplaceAll(s, "]]>", "]]]]><![CDATA[>") + "]]></x></doc>"
	}},
	{"hex", func(s string) string { return fmt.Sprintf("% x\n", s) }},
	{"hex", func(s string) string { return strings.ToUpper(hex.EncodeToString([]byte(s))) + "\n" }},
	{"hexdump", func(s string) string {
		var b strings.Builder
		for i := 0; i < len(s); i += 16 {
			row := []byte(s[i:min(i+16, len(s))])
			pairs := ""
			for k, c := range row {
				pairs += fmt.Sprintf("%02x", c)
				if k%2 == 1 {
					pairs += " "
				}
				if c < ' ' || c > '~' {
					row[k] = '.'
				}
			}
			fmt.Fprintf(&b, "%08x: %-40s %s\n", i, pairs, row)
		}
		return b.String()
	}},
	{"cell", func(s string) string { return "time\tbody\n12:00\t\"" + strings.ReplaceAll(s, `"`, `""`) + "\"\tok\n" }},
	{"quoted", func(s string) string { return "print(" + strconv.QuoteToASCII(s) + ")" }},
}

// eachLine prints each line of s: its number, itself, and itself as a string of JSON
// with its end.
func eachLine(s, format string) string {
	var b strings.Builder
	for i, line := range strings.Split(s, "\n") {
		out := fmt.Sprintf(format, i+1, line, quoteJSON(line+"\n"), i%8)
		if n := strings.Index(out, "%!(EXTRA"); n >= 0 {
			out = out[:n]
		}
		b.WriteString(out)
	}
	return b.String()
}

func cutEvery(s string, n int) (parts []string) {
	for len(s) > n {
		at := n
		for !utf8.RuneStart(s[at]) {
			at--
		}
		parts, s = append(parts, s[:at]), s[at:]
	}
	return append(parts, s)
}

func wrapAt(s string, width int) string {
	var b strings.Builder
	n := 0
	for _, r := range s {
		if r == '\n' {
			n = -1
		} else if n == width {
			b.WriteByte('\n')
			n = 0
		}
		n++
		b.WriteRune(r)
	}
	return b.String() + "\n"
}

func nginx(s string) string {
	var b strings.Builder
	for i := range len(s) {
		if c := s[i]; c == '"' || c == '\\' || c < ' ' || c >= 0x7f {
			fmt.Fprintf(&b, `\x%02X`, c)
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}

// quoteJSON writes s as most loggers do.
func quoteJSON(s string) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode(s)
	return strings.TrimSuffix(b.String(), "\n")
}

func xmlEscaped(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\r", "&#13;").Replace(s)
}
