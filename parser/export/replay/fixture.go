package replay

import (
	"encoding/base64"
	"io"
	"unicode/utf8"

	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/export/rows"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// Fixture writes a JSON array with an object for each body: the body itself, and what
// a receiver must find in it. A body that is not UTF-8 is in base64, as "base64".
func Fixture(w io.Writer, l lang.Lang, reports ...*parser.Report) error {
	return fixture.print(w, l, reports)
}

var fixture = &layout{
	before: "[",
	body: `
  {
    "name": $n, "type": "$t", "hidden": $h, "flaw": $f,
    $b,
    "event": $e,
    "jobs": [$j]
  }`,
	between:     ",",
	behind:      "\n]\n",
	job:         "\n      {\"id\": $i, \"tag\": $t, \"state\": $s, \"code\": $c, \"words\": [$w]}",
	betweenJobs: ",",
	escape: func(r rune, raw string) string {
		switch raw {
		case "\n":
			return `\n`
		case "\t":
			return `\t`
		}
		return rows.JSONEscape(r, raw)
	},
	text: func(p *printer, body []byte) string {
		if utf8.Valid(body) {
			return `"body": ` + p.quoted(string(body))
		}
		return string(base64.StdEncoding.AppendEncode([]byte(`"base64": "`), body)) + `"`
	},
}
