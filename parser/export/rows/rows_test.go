package rows

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"github.com/callbacklens/callbacklens/internal/visible"
)

// awkward returns texts made of what formats must mind.
func awkward(yield func(string) bool) {
	parts := []string{"a", "1", "B", `\`, "n", "x4", "41", "u{", "}", "=", "＝", "'", " ", ",", `"`, "\n", "\r", "\t", "\x00", "\x9b",
		"\u202e", "<", "&", "|", "[", "]", ".", "#", "@", "www", "/", "GH-", "😀", "\U000e0041", "今", "\u2028", "\ufffd", "\b", "\x7f"}
	rng := rand.New(rand.NewPCG(1, 2))
	for range 20000 {
		s := ""
		for range rng.IntN(6) {
			s += parts[rng.IntN(len(parts))]
		}
		if !yield(s) {
			return
		}
	}
}

func TestFieldsAreQuotedAsByPackageCSV(t *testing.T) {
	isFormula := regexp.MustCompile(`(?s)^[' ]*[=+\-@＝＋－＠].`)
	tail := regexp.MustCompile(`^(?:[\x00nrt\\]|x[0-9A-F]{2}|u\{[0-9A-F]{1,6}\})`)
	for s := range awkward {
		var want bytes.Buffer
		w := csv.NewWriter(&want)
		_ = w.Write([]string{s, "z"})
		w.Flush()
		if got := string(appendQuoted(nil, s)); got+",z\n" != want.String() && !strings.Contains(s, "\r") {
			t.Errorf("%q is quoted as %q, want %q", s, got, want.String())
		}
		if formula(s) != isFormula.MatchString(s) || escapeTail(s) != tail.MatchString(s) {
			t.Errorf("%q: a formula %t, the end of an escape %t", s, formula(s), escapeTail(s))
		}
	}
}

func TestStringsAreThoseOfPackageJSON(t *testing.T) {
	for s := range awkward {
		b, _ := json.Marshal(s)
		want := visible.Respell(string(b), func(r rune, _ string) string {
			if r > 0xffff {
				return fmt.Sprintf(`\u%04x\u%04x`, 0xd800+(r-0x10000)>>10, 0xdc00+(r-0x10000)&0x3ff)
			}
			return fmt.Sprintf(`\u%04x`, r)
		})
		if got := string(AppendString(nil, s)); got != want {
			t.Errorf("%q is written %s, want %s", s, got, want)
		}
	}
}

func TestOnlyPositionsInPathsKeepTheirBrackets(t *testing.T) {
	position := regexp.MustCompile(`^\[\d+\](?:$|\.)`)
	for _, s := range []string{"[1]", "[1].", "[12].a", "[1]a", "[]", "[a]", "[1", "[", "[1].[2]", "[1](x)"} {
		if n := len(position.FindString(s)); index(s) != n {
			t.Errorf("%q: %d, want %d", s, index(s), n)
		}
	}
	if got := Text("Tasks[2].State [1](x)"); got != `Tasks[2].State \[1\](x)` {
		t.Error(got)
	}
}
