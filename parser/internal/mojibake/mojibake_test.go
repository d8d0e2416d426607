package mojibake

import (
	"strings"
	"testing"

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

func TestWhatWasReadWronglyComesBack(t *testing.T) {
	latin := func(s string) string {
		var b strings.Builder
		for _, c := range []byte(s) {
			b.WriteRune(rune(c))
		}
		return b.String()
	}
	windows := func(s string) string { // what Windows-1252 has no character for stays a control character
		var b strings.Builder
		for _, c := range []byte(s) {
			if r := charmap.Windows1252.DecodeByte(c); r != '\uFFFD' {
				b.WriteRune(r)
			} else {
				b.WriteRune(rune(c))
			}
		}
		return b.String()
	}
	asGBK := func(s string) string {
		s, _ = simplifiedchinese.GBK.NewDecoder().String(s)
		return s
	}
	for name, mangled := range map[string]string{
		"latin-1": latin(chinese), "windows-1252": windows(chinese), "twice": latin(latin(chinese)), "gbk": asGBK(chinese),
	} {
		got, ok := Undo([]byte(mangled), gbk)
		if !ok || string(got.Text) != chinese {
			t.Errorf("%s: %v of %q", name, got, mangled)
		}
	}
	got, ok := Undo([]byte(asGBK(chinese+"<Word>花</Word>")), gbk)
	if !ok || got.Lost != 1 || !strings.HasPrefix(string(got.Text), chinese) {
		t.Errorf("%v", got)
	}
}

func TestSoundTextsStay(t *testing.T) {
	words := strings.Fields("今天 打车 花 café über naïve Ã ÃÃ é ü ñ São Ångström £5 €10 浠 鎵 鍏 浜 联通 的 一 “引号” … — 繁體 日本 한국 ©2025 ½ ×")
	n := 0
	for i := range words {
		for k := range words {
			for _, sep := range []string{" ", "", "</Word><Word>"} {
				text := "<Word>" + words[i] + sep + words[k] + "</Word>"
				if got, ok := Undo([]byte(text), gbk); ok {
					t.Errorf("%s became %s", text, got.Text)
				}
				n++
			}
		}
	}
	if n < 2000 {
		t.Errorf("%d texts are too few", n)
	}
}
