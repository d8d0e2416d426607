package replay

import (
	"encoding/base64"
	"io"
	"strings"

	"github.com/callbacklens/callbacklens/internal/visible"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// Curl writes a script for a shell of POSIX that posts each body with curl, byte by
// byte as the report has it. A body with characters that have no form, or that is
// not UTF-8, is in base64.
func Curl(w io.Writer, l lang.Lang, reports ...*parser.Report) error {
	return curl.print(w, l, reports)
}

var curl = &layout{
	before: "#!/bin/sh\n# sh FILE URL\nurl=\"${1:-http://127.0.0.1:8080/}\"\n",
	body:   "\n$c$b  curl -sS -H 'Content-Type: $t' -H Expect: --data-binary @- \"$$url\"\n",
	note:   "# ",
	text: func(_ *printer, body []byte) string {
		const print = "printf '%s' '"
		if text := string(body); plain(text) {
			return print + strings.ReplaceAll(text, "'", `'\''`) + "' |\n"
		}
		return string(base64.StdEncoding.AppendEncode([]byte(print), body)) + "' | base64 -d |\n"
	},
}

// plain reports whether a text can stand in a file as it is: tabs and line feeds are
// the only characters in it that have no form.
func plain(text string) bool {
	is := true
	visible.Respell(text, func(r rune, _ string) string {
		is = is && (r == '\n' || r == '\t')
		return ""
	})
	return is
}
