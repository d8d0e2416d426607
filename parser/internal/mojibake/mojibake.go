// Package mojibake undoes what reading UTF-8 in another charset made of a text, where the
// text itself proves it: each of its words has the bytes of Chinese in UTF-8, which words
// of no language have by chance.
package mojibake

import (
	"bytes"
	"strings"
	"sync"
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

// gbkFirst has a bit for each of gbkFirsts, from the first character of Chinese on.
var gbkFirst = sync.OnceValue(func() *[(lastHan-firstHan)/64 + 1]uint64 {
	var bits [(lastHan-firstHan)/64 + 1]uint64
	for _, r := range gbkFirsts {
		bits[(r-firstHan)/64] |= 1 << ((r - firstHan) % 64)
	}
	return &bits
})

// The bounds of what gbkFirsts has.
const firstHan, lastHan = '\u4E00', '\u9FFF'

func isGBKFirst(r rune) bool {
	return r >= firstHan && r <= lastHan && gbkFirst()[(r-firstHan)/64]>>((r-firstHan)%64)&1 != 0
}

// charset is one of single bytes: those below 0x80 are ASCII, all others but those from one
// on are Latin-1.
type charset struct {
	name   string
	from   byte
	others string
}

// charsets are those that UTF-8 is read in by mistake. Where two give the same the first
// one is named.
var charsets = [...]charset{
	{name: "windows-1252", from: 0x80, others: "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ"},
	{name: "iso-8859-1", from: 0x80, others: ""},
	{name: "iso-8859-15", from: 0xA4, others: "€¥Š§š©ª«¬\u00ad®¯°±²³Žµ¶·ž¹º»ŒœŸ"},
	{name: "macintosh", from: 0x80, others: "" +
		"ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø" +
		"¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ"},
	{name: "ibm437", from: 0x80, others: "" +
		"ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐" +
		"└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0"},
	{name: "ibm850", from: 0x80, others: "" +
		"ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐" +
		"└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0"},
	{name: "koi8-r", from: 0x80, others: "" +
		"─│┌┐└┘├┤┬┴┼▀▄█▌▐░▒▓⌠■∙√≈≤≥\u00a0⌡°²·÷═║╒ё╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡Ё╢╣╤╥╦╧╨╩╪╫╬©" +
		"юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ"},
	{name: "windows-1251", from: 0x80, others: "" +
		"ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u0098™љ›њќћџ\u00a0ЎўЈ¤Ґ¦§Ё©Є«¬\u00ad®Ї°±Ііґµ¶·ё№є»јЅѕї" +
		"АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя"},
}

// bytes returns the characters of c beyond ASCII with the byte that each is.
func (c *charset) bytes() map[rune]string {
	others, table := []rune(c.others), make(map[rune]string, 128)
	for b := 0x80; b <= 0xFF; b++ {
		r := rune(b)
		if k := b - int(c.from); k >= 0 && k < len(others) {
			r = others[k]
		}
		table[r] = string([]byte{byte(b)})
	}
	return table
}

// has reports whether r may be the first of a word that c made of UTF-8.
func (c *charset) has(r rune) bool {
	return r >= 0x80 && r <= 0xFF || strings.ContainsRune(c.others, r)
}

// Text is what is undone, with what it was and what it was read as.
type Text struct {
	pieces.Builder
	Was, Read string
	Words     int // runs of characters that were undone
	Lost      int // places where characters were lost, shown as U+FFFD
}

// way is how a text may have become what it is.
type way struct {
	was, read string
	bytes     map[rune]string                     // that the characters were read from
	back      func(string) (word string, bad int) // what bytes mean, and how many places mean nothing
}

// few words prove something that one alone may be by chance.
const few = 3

// Undo undoes text, where it can have come about in one way alone. Where it cannot be, but
// looks like it, nil is returned with what it seems to have been and what it was read as.
// The table of GBK, both bytes of each character, is asked for where it is needed; it is
// nil where the charset is not known.
func Undo(text []byte, gbk func() map[rune]string) (t *Text, was, read string) {
	first := firstWords(text)
	if n := stoodIn(text, first); n > 0 && 2*n >= len(first) {
		return nil, "U+FFFD", "gbk"
	}
	for _, w := range ways(text, first, gbk) {
		n := 0
		for _, word := range first {
			_, _, _, ok := w.word(text, word[0], word[1])
			n += chars.One(ok)
		}
		if n < len(first) {
			if n >= few && 2*n > len(first) {
				was, read = w.was, w.read
			}
			continue
		}
		own := w.undo(text)
		switch {
		case own == nil:
			was, read = w.was, w.read
		case own.Words <= own.Lost: // too little is left
		case t == nil:
			t = own
		case !bytes.Equal(own.Text, t.Text):
			return nil, w.was, t.Read + " / " + w.read
		}
	}
	return t, was, read
}

// firstWords returns the bounds of the first words beyond ASCII.
func firstWords(text []byte) (words [][2]int) {
	const far, most = 64 << 10, 16
	head := text[:min(len(text), far)]
	for i := 0; i < len(head) && len(words) < most; {
		if i+8 <= len(head) && chars.WordAt(head, i)&chars.HighBits == 0 {
			i += 8
			continue
		}
		if head[i] < utf8.RuneSelf {
			i++
			continue
		}
		end := wordEnd(head, i)
		if end < len(head) || end == len(text) {
			words = append(words, [2]int{i, end})
		}
		i = end
	}
	return words
}

func wordEnd(text []byte, i int) int {
	for i < len(text) && text[i] >= utf8.RuneSelf {
		i++
	}
	return i
}

// stoodIn counts the words that are U+FFFD, twice and more, read as GBK.
func stoodIn(text []byte, first [][2]int) (n int) {
	for _, w := range first {
		n += chars.One(bytes.Contains(text[w[0]:w[1]], []byte("锟斤拷")))
	}
	return n
}

// ways returns those in which a text with these first words may have come about.
func ways(text []byte, first [][2]int, gbk func() map[rune]string) (list []way) {
	if len(first) == 0 {
		return nil
	}
	r, _ := utf8.DecodeRune(text[first[0][0]:])
	for i := range charsets {
		if c := &charsets[i]; c.has(r) {
			list = append(list, way{"UTF-8", c.name, c.bytes(), fromUTF8})
		}
	}
	switch double, pairs := begun(text, first); {
	case double < few && pairs < few || 2*max(double, pairs) <= len(first):
	case gbk == nil:
	default:
		table := gbk()
		if table != nil && double >= few {
			list = append(list, way{"UTF-8", "gbk", table, fromUTF8})
		} else if table != nil {
			list = append(list, way{"GBK", charsets[0].name, charsets[0].bytes(), fromGBK(table)})
		}
	}
	return list
}

// begun counts the words that begin as those of Chinese in UTF-8 do that was read as GBK,
// and those that are common characters of GBK as single bytes, two each.
func begun(text []byte, first [][2]int) (double, pairs int) {
	for _, w := range first {
		word := string(text[w[0]:w[1]])
		r, _ := utf8.DecodeRuneInString(word)
		double += chars.One(isGBKFirst(r))
		n, common := 0, true
		for _, r := range word {
			common = common && r > 0xA0 && r < 0xFF && (n%2 == 1 || r <= 0xA3 || r >= 0xB0 && r <= 0xD7)
			n++
		}
		pairs += chars.One(common && n%2 == 0)
	}
	return double, pairs
}

// undo turns the characters of each word into the bytes that they were, and these into what
// they mean. It returns nil where a word has no meaning, but where a character was lost.
func (w *way) undo(text []byte) *Text {
	t := &Text{Was: w.was, Read: w.read}
	from := 0
	for i := 0; i < len(text); {
		if text[i] < utf8.RuneSelf {
			i++
			continue
		}
		word, lost, end, ok := w.word(text, i, wordEnd(text, i))
		if !ok {
			return nil
		}
		t.Copy(text, from, i)
		t.Put(word, i, end)
		t.Words++
		t.Lost += lost
		i, from = end, end
	}
	t.Copy(text, from, len(text))
	return t
}

// word returns what the word between two offsets of text was, how many of its characters
// were lost, and where it ends: some readers write a question mark for the last of them,
// and at the end of a text that was cut it may be missing.
func (w *way) word(text []byte, i, end int) (got string, lost, next int, ok bool) {
	own := string(text[i:end])
	if got, lost, ok = w.right(own); ok {
		return got, lost, end, true
	}
	if end < len(text) && text[end] == '?' {
		got, lost, ok = w.right(own + "\uFFFD")
		return got, lost, end + 1, ok
	}
	if end == len(text) {
		got, _, ok = w.right(own + "\uFFFD")
	}
	return got, 0, end, ok
}

// right returns the word that another one was before it was read wrongly, and how many
// of its characters were lost.
func (w *way) right(word string) (string, int, bool) {
	for range rounds {
		var b strings.Builder
		gaps := 0
		for _, r := range word {
			s, ok := w.bytes[r]
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
		got, bad := w.back(b.String())
		if bad > gaps {
			return "", 0, false
		}
		if wide(got) {
			return got, strings.Count(got, "\uFFFD"), true
		}
		if gaps > 0 {
			return "", 0, false
		}
		word = got
	}
	return "", 0, false
}

// fromUTF8 returns s with each run of bytes that are not UTF-8 as one U+FFFD, and how many
// such runs there are.
func fromUTF8(s string) (string, int) {
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

// fromGBK returns what reads pairs of bytes by the table of GBK.
func fromGBK(table map[rune]string) func(string) (string, int) {
	of := make(map[string]rune, len(table))
	for r, s := range table {
		of[s] = r
	}
	return func(s string) (string, int) {
		var b strings.Builder
		for ; len(s) >= 2 && of[s[:2]] > 0; s = s[2:] {
			b.WriteRune(of[s[:2]])
		}
		return b.String(), len(s)
	}
}

// wide reports whether all characters of a word are of three bytes and more, as those of
// Chinese are.
func wide(word string) bool {
	for _, r := range word {
		if r < 0x800 {
			return false
		}
	}
	return len(word) > 0
}
