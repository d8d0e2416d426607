package parser

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/callbacklens/callbacklens/parser/callback"
	"github.com/callbacklens/callbacklens/parser/document"
	"github.com/callbacklens/callbacklens/parser/internal/bodies"
)

// oddToken is one token of a made-up segmentation: what is written, and whether
// it says where its word stands.
type oddToken struct {
	word, offset, length string
	noWord               bool
}

func (o oddToken) field(b *strings.Builder, asXML bool, name, value string) {
	if asXML {
		fmt.Fprintf(b, "<%s>%s</%[1]s>", name, bodies.EscapeXML(value))
	} else {
		fmt.Fprintf(b, `,"%s":%s`, name, bodies.QuoteJSON(value))
	}
}

func (o oddToken) write(asXML bool) string {
	var b strings.Builder
	o.field(&b, asXML, "Pos", "n")
	if !o.noWord {
		o.field(&b, asXML, "Word", o.word)
	}
	if o.offset != "none" {
		o.field(&b, asXML, "Offset", o.offset)
	}
	if o.length != "none" {
		o.field(&b, asXML, "Length", o.length)
	}
	if asXML {
		return "<WordsGeneralizeToken>" + b.String() + "</WordsGeneralizeToken>"
	}
	return "{" + b.String()[1:] + "}"
}

func oddBody(asXML bool, tokens []oddToken) string {
	written := make([]string, len(tokens))
	for i, o := range tokens {
		written[i] = o.write(asXML)
	}
	if asXML {
		return "<Response><JobsDetail><JobId>a</JobId><Operation><WordsGeneralizeResult>" + strings.Join(written, "") + "</WordsGeneralizeResult></Operation></JobsDetail></Response>"
	}
	return `{"JobsDetail":[{"JobId":"a","Operation":{"WordsGeneralizeResult":{"WordsGeneralizeToken":[` + strings.Join(written, ",") + `]}}}]}`
}

// lengthIn measures a word in a unit.
func lengthIn(unit callback.Unit, word string) int {
	switch unit {
	case callback.UnitBytes:
		return len(word)
	case callback.UnitUTF16:
		return len(utf16.Encode([]rune(word)))
	}
	return len([]rune(word))
}

// damage spoils one field of a token so that it no longer says where its word
// stands.
func damage(r *rand.Rand, o *oddToken) {
	switch r.IntN(8) {
	case 0:
		o.offset = []string{"none", "", "-", "x", "1.5", "-1", "2147483648", "99999999999999999999", "0x1", " 1"}[r.IntN(10)]
	case 1:
		o.length = []string{"none", "", "-3", "x", "4294967296", "77"}[r.IntN(6)]
	case 2:
		o.noWord = true
	case 3:
		o.word = ""
	case 4:
		o.word += "é"
	case 5:
		o.offset = "1000000" // a gap
	case 6:
		o.offset += "0" // elsewhere, or for 0 the same in another spelling
	case 7:
		o.offset = "0" // an overlap, unless it is the first
	}
}

// TestTextIsGivenWhereEveryTokenHasItsPlace makes segmentations in every unit
// and order, most of them spoilt in a place or two, and holds that the text is
// there if and only if every token says where it stands, and that every word
// then stands there.
func TestTextIsGivenWhereEveryTokenHasItsPlace(t *testing.T) {
	given := 0
	for seed := range uint64(4000) {
		r := rand.New(rand.NewPCG(seed, 5))
		unit := []callback.Unit{callback.UnitRunes, callback.UnitUTF16, callback.UnitBytes}[r.IntN(3)]
		var tokens []oddToken
		var text strings.Builder
		for range 1 + r.IntN(24) {
			word := []string{"w", "深圳", "😀", "ab", "é", "元"}[r.IntN(6)]
			tokens = append(tokens, oddToken{word, strconv.Itoa(lengthIn(unit, text.String())), strconv.Itoa(lengthIn(unit, word)), false})
			text.WriteString(word)
		}
		for range r.IntN(3) {
			damage(r, &tokens[r.IntN(len(tokens))])
		}
		want, placed := rebuilt(tokens)
		if r.IntN(3) == 0 {
			r.Shuffle(len(tokens), func(i, k int) { tokens[i], tokens[k] = tokens[k], tokens[i] })
		}
		for _, asXML := range []bool{true, false} {
			body := oddBody(asXML, tokens)
			report := readString(body)
			got, ok := report.Callbacks[0].Jobs[0].Tokens.Text()
			if ok != placed || got != want {
				t.Fatalf("seed %d: text %q, %v; want %q, %v\n%s", seed, got, ok, want, placed, body)
			}
			if why := reasons(report); ok == (why != 0) || why > 1 {
				t.Fatalf("seed %d: %d reasons\n%s", seed, why, body)
			}
			given += len(got)
		}
	}
	if given == 0 {
		t.Error("no text was ever given")
	}
}

// rebuilt returns the text of tokens that tile it in some unit, and whether they
// do.
func rebuilt(tokens []oddToken) (string, bool) {
	inOrder := append([]oddToken(nil), tokens...)
	slices.SortStableFunc(inOrder, func(a, b oddToken) int { return cmp.Compare(placeOf(a), placeOf(b)) })
	for _, unit := range []callback.Unit{callback.UnitRunes, callback.UnitUTF16, callback.UnitBytes} {
		text, tiled := "", true
		for _, o := range inOrder {
			tiled = tiled && !o.noWord && placeOf(o) == lengthIn(unit, text) && o.length == strconv.Itoa(lengthIn(unit, o.word))
			text += o.word
		}
		if tiled {
			return text, true
		}
	}
	return "", false
}

// placeOf returns the offset of a token, -1 if it is none.
func placeOf(o oddToken) int {
	n, err := strconv.ParseInt(o.offset, 10, 32)
	if err != nil {
		return -1
	}
	return max(int(n), -1)
}

// reasons counts the remarks that say why there is no text.
func reasons(r *Report) (n int) {
	for _, d := range r.Diagnostics {
		if strings.HasPrefix(d.Code, "text-") {
			n++
		}
	}
	return n
}

// TestNumbersThatNameNothingHaveAName holds for whatever a program may make of
// the small numbers that the package exports.
func TestNumbersThatNameNothingHaveAName(t *testing.T) {
	for i := range 256 {
		n := uint8(i)
		for _, s := range []fmt.Stringer{document.Format(n), document.Kind(n), Severity(n), callback.Unit(n), callback.Outcome(n)} {
			if s.String() == "" && i > 0 {
				t.Errorf("%T(%d) has no name", s, i)
			}
		}
		if callback.Unit(n).Name().EN == "" {
			t.Errorf("unit %d has no name", i)
		}
	}
}
