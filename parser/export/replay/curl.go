package replay

import (
	"encoding/base64"
	"io"
	"strings"

	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// Curl writes a script for a shell of POSIX that posts each body with curl, byte by
// byte as the report has it. A body with characters that have no form, or that is
// not UTF-8, is in base64.
func Curl(w io.Writer, l lang.Lang, reports ...*parser.Report) error {
	p := &printer{w: w}
	p.line("#!/bin/sh")
	p.line("# ", lang.Text{ZH: "用法：sh 本文件 接收地址", EN: "usage: sh THIS-FILE ADDRESS"}.In(l))
	p.line(`url="${1:-http://127.0.0.1:8080/}"`)
	for _, b := range of(reports) {
		p.line()
		for _, note := range b.notes(l) {
			p.line("# ", note)
		}
		post := `curl -sS -H 'Content-Type: ` + b.mediaType() + `' -H 'Expect:' --data-binary @- "$url"`
		if text := string(b.text); plain(text) {
			p.line(`printf '%s' `, quoted(text), ` |`)
			p.line("  ", post)
			continue
		}
		p.line("base64 -d <<'END' |")
		for code := base64.StdEncoding.EncodeToString(b.text); code != ""; {
			n := min(len(code), 76)
			p.line(code[:n])
			code = code[n:]
		}
		p.line("END")
		p.line("  ", post)
	}
	return p.err
}

// quoted is a text as a word of a shell.
func quoted(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" }
