package mojibake

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
)

func gbk() map[rune]string {
	table := make(map[rune]string)
	for a := 0x81; a <= 0xFE; a++ {
		for b := 0x40; b <= 0xFE; b++ {
			s, err := simplifiedchinese.GBK.NewDecoder().String(string([]byte{byte(a), byte(b)}))
			if r := []rune(s); err == nil && len(r) == 1 && r[0] != '\uFFFD' {
				table[r[0]] = string([]byte{byte(a), byte(b)})
			}
		}
	}
	table['€'] = "\x80"
	return table
}

const chinese = `<Word>今天</Word><Word>打车</Word><Word>我们</Word><Category>打车</Category>`

// misread returns s, whose bytes are read in a charset, so often. What the charset has no
// character for stays a control character, as browsers have it.
func misread(s string, c *charmap.Charmap, times int) string {
	for range times {
		var b strings.Builder
		for _, x := range []byte(s) {
			r := rune(x)
			if c != nil && (x >= utf8.RuneSelf) {
				if own := c.DecodeByte(x); own != utf8.RuneError {
					r = own
				}
			}
			b.WriteRune(r)
		}
		s = b.String()
	}
	return s
}

var misreadIn = map[string]*charmap.Charmap{
	"iso-8859-1": nil, "windows-1252": charmap.Windows1252, "iso-8859-15": charmap.ISO8859_15, "macintosh": charmap.Macintosh,
	"ibm437": charmap.CodePage437, "ibm850": charmap.CodePage850, "koi8-r": charmap.KOI8R, "windows-1251": charmap.Windows1251,
}

func TestWhatWasReadWronglyComesBack(t *testing.T) {
	for name, c := range misreadIn {
		for times := 1; times <= 2; times++ {
			got, _, _ := Undo([]byte(misread(chinese, c, times)), gbk)
			if got == nil || string(got.Text) != chinese || got.Read != name || got.Was != "UTF-8" {
				t.Errorf("%s, %d times: %+v", name, times, got)
			}
		}
	}
	asGBK := func(s string) string {
		s, _ = simplifiedchinese.GBK.NewDecoder().String(s)
		return s
	}
	got, _, _ := Undo([]byte(asGBK(chinese)), gbk)
	if got == nil || string(got.Text) != chinese || got.Read != "gbk" {
		t.Errorf("gbk: %+v", got)
	}
	for _, lost := range []string{"\uFFFD", "?"} {
		got, _, _ := Undo([]byte(strings.ReplaceAll(asGBK(chinese+"<Word>花</Word>"), "\uFFFD", lost)), gbk)
		if got == nil || got.Lost != 1 || !strings.HasPrefix(string(got.Text), chinese) || strings.Count(string(got.Text), "\uFFFD") != 1 {
			t.Errorf("%s: %v", lost, got)
		}
	}
	encoded, _ := simplifiedchinese.GBK.NewEncoder().String(chinese)
	got, _, _ = Undo([]byte(misread(encoded, nil, 1)), gbk)
	if got == nil || string(got.Text) != chinese || got.Was != "GBK" {
		t.Errorf("GBK as Latin-1: %+v", got)
	}
}

// Whatever a few words were read as, they come back as they were or not at all, and then
// it is said what they look like, unless they look like sound words.
func TestNothingIsUndoneWrongly(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	common := []rune("的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经花覱浠鎵")
	undone, refused := 0, 0
	for range 4000 {
		words := make([]string, 1+random.IntN(4))
		for i := range words {
			for range 1 + random.IntN(3) {
				words[i] += string(common[random.IntN(len(common))])
			}
		}
		text := "<Word>" + strings.Join(words, "</Word><Word>") + "</Word>"
		for name, c := range misreadIn {
			mangled := misread(text, c, 1)
			got, was, read := Undo([]byte(mangled), gbk)
			switch {
			case got == nil && (read == "" || was != "UTF-8"):
				t.Errorf("%s: nothing is said of %s (%s)", name, mangled, text)
			case got == nil:
				refused++
			case string(got.Text) != text:
				t.Errorf("%s: %s became %s, was %s", name, mangled, got.Text, text)
			default:
				undone++
			}
		}
	}
	if undone < 20*refused {
		t.Errorf("%d were undone, %d not", undone, refused)
	}
}

func TestWhatCannotBeUndoneIsSaid(t *testing.T) {
	for text, want := range map[string]string{
		"<Word>èŠ±</Word>":                             "windows-1252 / iso-8859-15",
		misread(chinese, nil, 1) + "<Word>café</Word>": "iso-8859-1",
		misread(chinese, nil, 1) + "<Word>今</Word>":    "iso-8859-1",
		chinese: "", "<Word>café</Word>": "", "<Word>é\uFFFD</Word><Word>é\uFFFD</Word>": "",
	} {
		if got, _, read := Undo([]byte(text), gbk); got != nil || read != want {
			t.Errorf("%s: %v, %q", text, got, read)
		}
	}
}

func TestSoundTextsStay(t *testing.T) {
	words := strings.Fields("今天 打车 花 café über naïve Ã ÃÃ é ü ñ São Ångström £5 €10 浠 鎵 鍏 浜 联通 的 一 “引号” … — 繁體 日本 한국 ©2025 ½ ×")
	n := 0
	for i := range words {
		for k := range words {
			for _, sep := range []string{" ", "", "</Word><Word>"} {
				text := "<Word>" + words[i] + sep + words[k] + "</Word>"
				if got, _, read := Undo([]byte(text), gbk); got != nil || read != "" {
					t.Errorf("%s became %v, looks like %s", text, got, read)
				}
				n++
			}
		}
	}
	if n < 2000 {
		t.Errorf("%d texts are too few", n)
	}
}
