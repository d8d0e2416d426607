// Package mojibake undoes what reading UTF-8 in another charset made of a text, where the
// text itself proves it: each of its words has the bytes of Chinese in UTF-8, which words
// of no language have by chance.
package mojibake

import (
	"strings"
	"unicode/utf8"

	"github.com/callbacklens/callbacklens/parser/internal/chars"
	"github.com/callbacklens/callbacklens/parser/internal/pieces"
)

// rounds is how often a text may have been read wrongly.
const rounds = 3

// gbkFirsts are the characters that the first two bytes of Chinese characters in UTF-8
// are in GBK. Words of Chinese seldom begin with one, and a text has no three that do.
const gbkFirsts = "" +
	"鋩鋪鋫鋬鋭鋮鋯鋰鋱鋲鋳鋴鋵鋶鋷鋸鋹鋺鋻鋼鋽鋾鋿錀錁錂錃錄錅錆錇錈錉洹洧洌浃浈洇洄洙洎洫浍洮洵洚浏浒浔洳涑浯涞涠浞涓涔浜浠浼浣渚淇" +
	"鍊鍋鍌鍍鍎鍏鍐鍑鍒鍓鍔鍕鍖鍗鍘鍙鍚鍛鍜鍝鍞鍟鍠鍡鍢鍣鍤鍥鍦鍧鍨鍩鍫濉澧澹澶濂濡濮濞濠濯瀚瀣瀛瀹瀵灏灞宀宄宕宓宥宸甯骞搴寤寮褰寰蹇" +
	"鎬鎭鎮鎯鎰鎱鎲鎳鎴鎵鎶鎷鎸鎹鎺鎻鎼鎽鎾鎿鏀鏁鏂鏃鏄鏅鏆鏇鏈鏉鏋鏌鏍妗姊妫妞妤姒妲妯姗妾娅娆姝娈姣姘姹娌娉娲娴娑娣娓婀婧婊婕娼婢婵" +
	"鐎鐏鐐鐑鐒鐓鐔鐕鐖鐗鐘鐙鐚鐛鐜鐝鐞鐟鐠鐡鐢鐣鐤鐥鐦鐧鐨鐩鐪鐫鐬鐭鐮纭纰纾绀绁绂绉绋绌绐绔绗绛绠绡绨绫绮绯绱绲缍绶绺绻绾缁缂缃缇缈" +
	"鑰鑱鑲鑳鑴鑵鑶鑷鑸鑹鑺鑻鑼鑽鑾鑿钀钁钂钃钄钑钖钘铇铏铓铔铚铦铻锜锠琛琚瑁瑜瑗瑕瑙瑷瑭瑾璜璎璀璁璇璋璞璨璩璐璧瓒璺韪韫韬杌杓杞杈杩" +
	"閫閬閭閮閯閰閱閲閳閴閵閶閷閸閹閺閻閼閽閾閿闀闁闂闃闄闅闆闇闈闉闊闋椤棰椋椁楗棣椐楱椹楠楂楝榄楫榀榘楸椴槌榇榈槎榉楦楣楹榛榧榻榫榭"

// windows are the characters of Windows-1252 between 0x80 and 0x9F, 0 for none.
var windows = [32]rune{
	0x20AC, 0, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0, 0x17D, 0,
	0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0, 0x17E, 0x178,
}

// Text is what is undone, with what it was read as.
type Text struct {
	pieces.Builder
	Charset string // windows-1252, which Latin-1 is part of, or gbk
	Words   int    // runs of characters that were undone
	Lost    int    // places where characters were lost, shown as U+FFFD
}

// Undo undoes text. The table of GBK, both bytes of each character, is asked for where
// it is needed; it is nil where the charset is not known.
func Undo(text []byte, gbk func() map[rune]string) (*Text, bool) {
	single, double := begins(text)
	switch {
	case single:
		return undo(text, "windows-1252", singleByte)
	case double:
		table := gbk()
		if table == nil {
			return nil, false
		}
		return undo(text, "gbk", func(r rune) (string, bool) {
			s, ok := table[r]
			return s, ok
		})
	}
	return nil, false
}

// begins reports whether the first words of text beyond ASCII may be read wrongly: as
// single bytes, or as pairs of them.
func begins(text []byte) (single, double bool) {
	const most, few = 64 << 10, 3
	single, double = true, true
	words := 0
	text = text[:min(len(text), most)]
	for i := 0; i < len(text) && words < few && (single || double); {
		if i+8 <= len(text) && chars.WordAt(text, i)&chars.HighBits == 0 {
			i += 8
			continue
		}
		if text[i] < utf8.RuneSelf {
			i++
			continue
		}
		words++
		r, _ := utf8.DecodeRune(text[i:])
		_, ok := singleByte(r)
		single = single && ok
		double = double && strings.ContainsRune(gbkFirsts, r)
		i = wordEnd(text, i)
	}
	return single && words > 0, double && words == few
}

func wordEnd(text []byte, i int) int {
	for i < len(text) && text[i] >= utf8.RuneSelf {
		i++
	}
	return i
}

// singleByte returns the byte that a character of Windows-1252 or Latin-1 is.
func singleByte(r rune) (string, bool) {
	if r >= 0x80 && r <= 0xFF {
		return string([]byte{byte(r)}), true
	}
	for i, w := range windows {
		if w == r && r > 0 {
			return string([]byte{byte(0x80 + i)}), true
		}
	}
	return "", false
}

// undo turns the characters of each word into the bytes that they were. All of them must
// be UTF-8, but where a character was lost.
func undo(text []byte, charset string, bytesOf func(rune) (string, bool)) (*Text, bool) {
	t := &Text{Charset: charset}
	from := 0
	for i := 0; i < len(text); {
		if text[i] < utf8.RuneSelf {
			i++
			continue
		}
		end := wordEnd(text, i)
		word, lost, ok := right(string(text[i:end]), bytesOf)
		if !ok {
			return nil, false
		}
		t.Copy(text, from, i)
		t.Put(word, i, end)
		t.Words++
		t.Lost += lost
		i, from = end, end
	}
	t.Copy(text, from, len(text))
	return t, t.Words > t.Lost
}

// right returns the word that another one was before it was read wrongly, and how many
// of its characters were lost.
func right(word string, bytesOf func(rune) (string, bool)) (string, int, bool) {
	for range rounds {
		var b strings.Builder
		gaps := 0
		for _, r := range word {
			s, ok := bytesOf(r)
			switch {
			case ok:
				b.WriteString(s)
			case r == utf8.RuneError:
				gaps++
				b.WriteByte(0xFF)
			default:
				return "", 0, false
			}
		}
		got, broken := replaced(b.String())
		if broken > gaps {
			return "", 0, false
		}
		if wide(got) || gaps > 0 {
			return got, broken, true
		}
		word = got
	}
	return "", 0, false
}

// replaced returns s with each run of bytes that are not UTF-8 as one U+FFFD, and how many
// such runs there are.
func replaced(s string) (string, int) {
	var b strings.Builder
	runs, bad := 0, false
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 {
			if !bad {
				runs++
				b.WriteRune(r)
			}
			bad = true
		} else {
			bad = false
			b.WriteString(s[i : i+n])
		}
		i += n
	}
	return b.String(), runs
}

// wide reports whether all characters of a word are of three bytes and more, as those of
// Chinese are.
func wide(word string) bool {
	for _, r := range word {
		if r < 0x800 {
			return false
		}
	}
	return true
}
