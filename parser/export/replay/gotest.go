package replay

import (
	"io"
	"strconv"
	"unicode/utf8"

	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// GoTest writes a test file in Go with the bodies and what must be read of them, to
// stand beside the decoder in Go that the kit for receivers has.
func GoTest(w io.Writer, l lang.Lang, reports ...*parser.Report) error {
	return goTest.print(w, l, reports)
}

var goTest = &layout{
	before: goBefore,
	body:   "\t{\n$c\t\tname: $n, flaw: $f, event: $e,\n\t\tbody: $b,\n\t\tjobs: []wanted{\n$j\t\t},\n\t},\n",
	behind: goBehind,
	job:    "\t\t\t{id: $i, tag: $t, state: $s, code: $c, words: []string{$w}},\n",
	note:   "\t\t// ",
	escape: func(r rune, raw string) string {
		switch {
		case raw == "\n":
			return "\\n\" +\n\t\t\t\"" // a line of its own
		case raw == "\t":
			return `\t`
		case r == utf8.RuneError && len(raw) == 1:
			return `\x` + strconv.FormatInt(int64(raw[0]), 16)
		}
		digits := strconv.FormatInt(int64(r), 16)
		return `\U` + "00000000"[len(digits):] + digits
	},
	text: func(p *printer, body []byte) string {
		return p.quoted(string(body))
	},
}

const goBefore = `package callback

import (
	"reflect"
	"testing"
)

type wanted struct {
	id, tag, state, code string
	words                []string
}

// What was received, and what must be read of it. Of what has a flaw it is enough that
// it does no harm.
var received = []struct {
	name, flaw, event, body string
	jobs                    []wanted
}{
`

const goBehind = `}

func TestReceived(t *testing.T) {
	for _, r := range received {
		c, err := Decode([]byte(r.body))
		if r.flaw != "" {
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", r.name, err)
			continue
		}
		got := []wanted{}
		for _, j := range c.Jobs {
			words := []string{}
			for _, token := range j.Tokens {
				words = append(words, token.Word)
			}
			got = append(got, wanted{j.ID, j.Tag, j.State, j.Code, words})
		}
		if c.Event != r.event || !reflect.DeepEqual(got, r.jobs) {
			t.Errorf("%s: got %s %q, want %s %q", r.name, c.Event, got, r.event, r.jobs)
		}
	}
}
`
