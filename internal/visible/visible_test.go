package visible_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/callbacklens/callbacklens/internal/visible"
)

// formless are the categories and properties of what has no form of its own.
var formless = []*unicode.RangeTable{
	unicode.Cc, unicode.Cf, unicode.Co, unicode.Cn, unicode.Cs, unicode.Zl, unicode.Zp, unicode.Zs,
	unicode.Bidi_Control, unicode.Join_Control, unicode.Noncharacter_Code_Point, unicode.Variation_Selector,
	unicode.Other_Default_Ignorable_Code_Point, unicode.White_Space,
}

// Every code point of Unicode either has a form by its category, and no sign,
// or has none, and a sign that can be seen.
func TestEveryCodePoint(t *testing.T) {
	blank := map[rune]bool{0x2800: true, 0x16fe4: true, 0x13441: true, 0x13442: true, 0x1d159: true}
	for r := rune(0); r <= unicode.MaxRune; r++ {
		want := r != ' ' && (unicode.In(r, formless...) || blank[r])
		sign := visible.Sign(r)
		switch {
		case want != (sign != ""):
			t.Fatalf("U+%04X has the sign %q; has it no form: %v", r, sign, want)
		case sign != "" && !visible.Plain(sign):
			t.Fatalf("the sign %q of U+%04X cannot be seen itself", sign, r)
		}
		if 0xd800 <= r && r < 0xe000 {
			continue // no text holds it
		}
		if shown := visible.Text("a" + string(r)); (shown != "a"+string(r)) != want {
			t.Fatalf("behind a letter U+%04X is shown as %q", r, shown)
		}
		if want && visible.Text(string(r)) != sign {
			t.Fatalf("U+%04X alone is shown as %q, its sign is %q", r, visible.Text(string(r)), sign)
		}
	}
}

func TestWhatHides(t *testing.T) {
	for text, want := range map[string]string{
		"report\u202efdp.exe":          "report‹RLO›fdp.exe",
		"a\u200bb\u00adc":              "a‹ZWSP›b‹SHY›c",
		"\x1b[31mred\x9b":              "␛[31mred‹0x9B›",
		"\x00\u0085\x7f":               "␀‹NEL›␡",
		"a\r\n\tb":                     "a␍↵⇥b",
		"a\u00a0\u3000\u2003b":         "a⍽□‹U+2003›b",
		"caf\xe9":                      "caf‹0xE9›",
		"a\ufe0fb":                     "a‹VS16›b",
		"字\ufe0f":                      "字‹VS16›",
		"😀\ufe0f\ufe0f\U000e0101":      "😀\ufe0f‹VS16›‹VS18›",
		"a\u200d😀":                     "a‹ZWJ›😀",
		"😀\u200db":                     "😀‹ZWJ›b",
		"ab\u200ccd":                   "ab‹ZWNJ›cd",
		"می\u200c":                     "می‹ZWNJ›",
		"a\U000e0048\U000e0069":        "a‹TAG H›‹TAG i›",
		"🏴\U000e0048\U000e0069b":       "🏴‹TAG H›‹TAG i›b",
		"🏴\U000e0067\U000e0062":        "🏴‹TAG g›‹TAG b›",
		"\u3164\u115f\uffa0\u2800":     "‹HF›‹HCF›‹HWHF›‹U+2800›",
		"\U0010ffff\ue000\u0378\ufffb": "‹U+10FFFF›‹U+E000›‹U+0378›‹U+FFFB›",
		"1\ufe0f2":                     "1‹VS16›2",
		" a  b ":                       " a  b ",
	} {
		if got := visible.Text(text); got != want {
			t.Errorf("Text(%+q) = %+q, want %+q", text, got, want)
		}
	}
}

// What is ordinary text somewhere stays whole.
func TestWhatIsJoined(t *testing.T) {
	for _, text := range []string{
		"今天天气，不错。（100%）", "한국어", "Ünïcödé",
		"👨\u200d👩\u200d👧\u200d👦", "👩🏽\u200d💻", "❤\ufe0f\u200d🔥", "🏳\ufe0f\u200d🌈", "🙂\u200d↔\ufe0f",
		"🧑🏻\u200d❤\ufe0f\u200d💋\u200d🧑🏿", "1\ufe0f\u20e3#\ufe0f\u20e3", "©\ufe0f", "ℹ\ufe0f", "‼\ufe0f", "☎\ufe0e", "🇨🇳🇬🇧",
		"🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", "🏴\u200d☠\ufe0f",
		"می\u200cخواهم", "क्\u200dष", "ක්\u200dෂ", "র\u200d্য", "葛\U000e0100城", "ᠠ\u180b", "ᠨ\u180eᠠ", "e\u0301",
	} {
		if got := visible.Text(text); got != text || !visible.Plain(text) {
			t.Errorf("%q is torn apart: %q", text, got)
		}
	}
}

func TestEdges(t *testing.T) {
	for word, want := range map[string]string{
		"": "", " ": "␣", "  ": "␣␣", " a b ": "␣a b␣", "a b": "a b", " \t ": "␣⇥␣", "\u3000 ": "□␣",
	} {
		if got := visible.Word(word); got != want {
			t.Errorf("Word(%q) = %q, want %q", word, got, want)
		}
	}
}

// Clusters are what a reader sees as one character.
func TestClusters(t *testing.T) {
	for text, want := range map[string]string{
		"a今b":                   "a|今|b",
		"👩🏽\u200d💻x":            "👩🏽\u200d💻|x",
		"👨\u200d👩\u200d👧":       "👨\u200d👩\u200d👧",
		"1\ufe0f\u20e32":        "1\ufe0f|\u20e3|2",
		"葛\U000e0100\U000e0101": "葛\U000e0100|‹VS18›",
		"🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f!": "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f|!",
		"\u202e\xff": "‹RLO›|‹0xFF›",
	} {
		var got []string
		for rest := text; rest != ""; {
			n, sign := visible.Cluster(rest)
			if sign == "" {
				sign = rest[:n]
			}
			got, rest = append(got, sign), rest[n:]
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%+q is divided into %+q", text, got)
		}
	}
}

func TestIsolated(t *testing.T) {
	for text, want := range map[string]string{
		"a今":        "a今",
		"a\u202eb":  "a‹RLO›b",
		"שלום.txt":  "\u2068שלום.txt\u2069",
		"a مرحبا b": "\u2068a مرحبا b\u2069",
	} {
		if got := visible.Isolated(text); got != want {
			t.Errorf("Isolated(%+q) = %+q, want %+q", text, got, want)
		}
	}
}

// Pieces give back the text that they are of, whatever it is.
func FuzzPieces(f *testing.F) {
	f.Add("a\u202e\xff🏴\U000e0067 👩🏽\u200d💻\ufe0f\ufe0f")
	f.Fuzz(func(t *testing.T, text string) {
		var pieces, edged strings.Builder
		for p := range visible.Pieces(text) {
			pieces.WriteString(p.Text)
			if p.Sign != "" && utf8.RuneCountInString(p.Text) != 1 {
				t.Errorf("%q has one sign", p.Text)
			}
			if p.Sign == "" && !visible.Plain(p.Text) {
				t.Errorf("%q within %q is shown as it is, but not alone", p.Text, text)
			}
		}
		for p := range visible.Edged(text) {
			edged.WriteString(p.Text)
		}
		if pieces.String() != text || edged.String() != text {
			t.Errorf("%q became %q and %q", text, pieces.String(), edged.String())
		}
		if shown := visible.Text(text); !visible.Plain(shown) {
			t.Errorf("%q is shown as %q, which still hides something", text, shown)
		}
	})
}

func BenchmarkText(b *testing.B) {
	for name, text := range map[string]string{
		"ascii":   strings.Repeat("report-2024.txt ", 64),
		"chinese": strings.Repeat("今天天气不错，我们去公园。", 64),
		"signs":   strings.Repeat("a\u202eb\u200b", 64),
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				visible.Text(text)
			}
		})
	}
}
