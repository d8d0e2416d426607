package align

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/unicode/norm"

	"github.com/callbacklens/callbacklens/parser"
)

func form(text []byte, name string) []byte {
	if name == "NFC" {
		return norm.NFC.Bytes(text)
	}
	return norm.NFD.Bytes(text)
}

func goOn() bool { return true }

// sizeIn returns how many units a text has.
func sizeIn(text string, unit parser.Unit) int {
	switch unit {
	case parser.UnitBytes:
		return len(text)
	case parser.UnitUTF16:
		return len(utf16.Encode([]rune(text)))
	}
	return len([]rune(text))
}

// segmented returns tokens of words that stand one after the other, with offsets in a
// unit. Words that begin with - are left out, so that there are gaps.
func segmented(t testing.TB, unit parser.Unit, words ...string) *parser.Tokens {
	t.Helper()
	var b strings.Builder
	at := 0
	for _, w := range words {
		word, left := strings.CutPrefix(w, "-")
		if n := sizeIn(word, unit); left {
			at += n
		} else {
			quoted, _ := json.Marshal(word)
			fmt.Fprintf(&b, `{"Word":%s,"Pos":"n","Offset":"%d","Length":"%d"},`, quoted, at, n)
			at += n
		}
	}
	body := `{"EventName":"TaskFinish","JobsDetail":{"Tag":"WordsGeneralize","State":"Success","Operation":{"WordsGeneralizeResult":{"WordsGeneralizeToken":[` +
		strings.TrimSuffix(b.String(), ",") + `]}}}}`
	r := parser.Inspect(context.Background(), []byte(body), parser.Options{})
	return r.Callbacks[0].Jobs[0].Tokens
}

func TestWordsAndTextAgree(t *testing.T) {
	text := "今天😀打车花60元，\n真的。"
	words := []string{"今天", "😀", "打车", "花", "60", "元", "，", "\n", "真的", "。"}
	for _, unit := range Units {
		r := Text(segmented(t, unit, words...), []byte(text), form, goOn)
		if !r.Agrees() || r.Unit() != unit || len(r.Parts) > 0 || len(r.Gaps) > 0 || r.Left != 0 || r.Parted > 0 {
			t.Errorf("in %s: %+v", unit, r)
		}
	}
	if r := Text(segmented(t, parser.UnitRunes, "今天", "打车"), []byte("今天打车，"), form, goOn); r.Unit() != parser.UnitAny || r.Left != len("，") {
		t.Errorf("unit %s, %d bytes are left", r.Unit(), r.Left)
	}
}

// What offsets are true of may be another form of the text than the reader has.
func TestWhatIsDoneToTheText(t *testing.T) {
	for _, c := range []struct {
		words string
		text  string
		want  []Change
	}{
		{"一\n|二\n|三", "一\r\n二\r\n三", []Change{LineFeeds}},
		{"一|\r\n|二|\r\n|三", "一\n二\n三", []Change{Returns}},
		{"一|二", "\ufeff一二", []Change{Unmarked}},
		{"一|\n|二|\n|三", "\ufeff一\r\n二\r\n三", []Change{Unmarked, LineFeeds}},
		{"caf\u00e9|au|lait|ole\u0301", "cafe\u0301aulaitole\u0301", nil}, // neither form has all
		{"caf\u00e9|au|lait", "cafe\u0301aulait", []Change{Composed}},
		{"cafe\u0301|au|lait", "caf\u00e9aulait", []Change{Decomposed}},
	} {
		r := Text(segmented(t, parser.UnitRunes, strings.Split(c.words, "|")...), []byte(c.text), form, goOn)
		if c.want == nil {
			if r.Agrees() {
				t.Errorf("%q agrees with %q", c.words, c.text)
			}
			continue
		}
		slices.Sort(r.Changes)
		if !slices.Equal(r.Changes, c.want) || !r.Agrees() {
			t.Errorf("%q beside %q: changes %v, want %v; %d of %d agree", c.words, c.text, r.Changes, c.want, r.Exact, r.Words)
		}
	}
}

func TestWidthIsTold(t *testing.T) {
	r := Text(segmented(t, parser.UnitRunes, "Ａｂｃ", "，", "１２", " "), []byte("Abc，12\u3000"), form, goOn)
	if r.Width != 3 || r.Exact != 1 || r.Parted != 0 || len(r.Parts) != 3 || r.Parts[0].Kind != Width {
		t.Errorf("%+v", r)
	}
}

func TestGapsAreKnown(t *testing.T) {
	r := Text(segmented(t, parser.UnitRunes, "今天", "- ", "打车", "-，嗯\n", "花"), []byte("今天 打车，嗯\n花钱"), form, goOn)
	var gaps []string
	for _, g := range r.Gaps {
		gaps = append(gaps, string(r.Text[g.From:g.To]))
	}
	if !r.Agrees() || !slices.Equal(gaps, []string{" ", "，嗯\n"}) || r.Left != len("钱") {
		t.Errorf("gaps %q, %d bytes left, %+v", gaps, r.Left, r)
	}
	for token, want := range []string{"", " ", "，嗯\n"} {
		if got := string(r.Before(token)); got != want {
			t.Errorf("before token %d stands %q, want %q", token, got, want)
		}
	}
}

// The first place where the two part is told, and what follows is found again.
func TestWhereTheyPart(t *testing.T) {
	words := []string{"今天", "打车", "花了", "六十", "元", "真的", "很贵"}
	tokens := segmented(t, parser.UnitRunes, words...)
	r := Text(tokens, []byte("今天，打车花了六十元真的很贵"), form, goOn)
	if len(r.Parts) != 1 || r.Parts[0].Kind != Moved || r.Parts[0].Token != 1 || r.Parts[0].Count != 6 ||
		r.Parts[0].At != len("今天") || r.Parts[0].By != 1 || r.Unit() != parser.UnitAny || r.Exact != 1 || r.Parted != 6 {
		t.Errorf("of a text with more: %+v", r)
	}
	r = Text(tokens, []byte("今天打车花了元真的很贵"), form, goOn)
	if len(r.Parts) != 2 || r.Parts[0].Kind != Missing || r.Parts[0].Token != 3 || r.Parts[0].Count != 1 ||
		r.Parts[1].Kind != Moved || r.Parts[1].Token != 4 || r.Parts[1].By != -2 {
		t.Errorf("of a text that lacks a word: %+v", r.Parts)
	}
	r = Text(tokens, []byte("完全是另外一篇文章，什么都不一样"), form, goOn)
	if r.Unit() != parser.UnitUnknown || len(r.Parts) != 1 || r.Parts[0].Count != 7 {
		t.Errorf("of another text: unit %s, %+v", r.Unit(), r.Parts)
	}
	if r = Text(tokens, []byte("今天打车花"), form, goOn); r.Unit() != parser.UnitAny || len(r.Parts) != 2 || r.Parts[0].Kind != Missing || r.Parts[1].Kind != Beyond || r.Parts[1].Count != 4 {
		t.Errorf("of the beginning: unit %s, %+v", r.Unit(), r.Parts)
	}
	if r = Text(segmented(t, parser.UnitUTF16, "😀", "今天", "😀", "打车", "😀", "花"), []byte("多了😀今天😀打车😀花"), form, goOn); r.Unit() != parser.UnitUTF16 {
		t.Errorf("moved from the beginning: unit %s, %+v", r.Unit(), r.Parts)
	}
	if r = Text(tokens, nil, form, goOn); r.Exact != 0 || r.Parted != 7 {
		t.Errorf("of no text: %+v", r)
	}
}

// A word that the text has changed is missing there: that one like it stands further on does
// not carry away what follows, which is where it was but for the change.
func TestAChangedWordCarriesNothingAway(t *testing.T) {
	words := strings.Split("今天|在|北京大学|看|红楼梦|，|明天|去|人民大会堂|。|Tom|says|hello|说|北京大学|的|图书馆|很|好|，|人民大会堂|也|不错|。|我们|都|喜欢|北京大学|。", "|")
	tokens, text := segmented(t, parser.UnitRunes, words...), strings.Join(words, "")
	for _, c := range []struct {
		old, now         string
		missing, by, all int
	}{
		{"北京大学", "北京的大学", 2, 1, len(words) - 3},
		{"人民大会堂", "人民会堂", 8, -1, len(words) - 9},
		{"北京大学看红楼梦", "北京看红楼梦", 2, -2, len(words) - 3},
		{"北京大学", "北京 Uni 大学", 2, 5, len(words) - 3}, // in letters of other lengths
	} {
		r := Text(tokens, []byte(strings.Replace(text, c.old, c.now, 1)), form, goOn)
		if len(r.Parts) != 2 || r.Parts[0].Kind != Missing || r.Parts[0].Token != c.missing || r.Parts[0].Count != 1 ||
			r.Parts[1].Kind != Moved || r.Parts[1].By != c.by || r.Parts[1].Count != c.all {
			t.Errorf("%s for %s: %+v", c.now, c.old, r.Parts)
		}
	}
	for _, more := range []string{strings.Repeat("另起一段，写得很长。", 30), "甲"} {
		r := Text(tokens, []byte(strings.Replace(text, "明天", more+"明天", 1)), form, goOn)
		if len(r.Parts) != 1 || r.Parts[0].Kind != Moved || r.Parts[0].Token != 6 || r.Parts[0].By != len([]rune(more)) {
			t.Errorf("with %d characters more: %+v", len([]rune(more)), r.Parts)
		}
	}
}

func TestAligningCanBeStopped(t *testing.T) {
	tokens := segmented(t, parser.UnitRunes, cut(rand.New(rand.NewSource(1)), strings.Repeat("今天打车花六十元", 500))...)
	if r := Text(tokens, []byte("x"), form, func() bool { return false }); r != nil {
		t.Error("it went on")
	}
}

// cut makes words of a text, of one to four characters.
func cut(random *rand.Rand, text string) (words []string) {
	runes := []rune(text)
	for len(runes) > 0 {
		n := min(1+random.Intn(4), len(runes))
		words = append(words, string(runes[:n]))
		runes = runes[n:]
	}
	return words
}

// Words that are cut out of a text agree with it, whatever is in it, and what stands
// between them is what was left out.
func FuzzWordsOfATextAgreeWithIt(f *testing.F) {
	f.Add("今天打车花60元，真的。", int64(1), uint8(0))
	f.Add("😀👍🏽 a\u0301 \r\n\t\u3000Ａ", int64(2), uint8(1))
	f.Add(strings.Repeat("重复", 40), int64(3), uint8(2))
	f.Fuzz(func(t *testing.T, text string, seed int64, which uint8) {
		if text = strings.ToValidUTF8(text, ""); len(text) > 2000 || strings.ContainsAny(text, "\x00-") {
			return
		}
		random := rand.New(rand.NewSource(seed))
		words := cut(random, text)
		if len(words) == 0 {
			return
		}
		left, kept := "", 0
		for i := range words {
			if i > 0 && random.Intn(5) == 0 {
				left += words[i]
				words[i] = "-" + words[i]
			} else {
				kept++
			}
		}
		r := Text(segmented(t, Units[int(which)%len(Units)], words...), []byte(text), form, goOn)
		between := ""
		for _, g := range r.Gaps {
			between += string(r.Text[g.From:g.To])
		}
		if between += string(r.Text[len(r.Text)-r.Left:]); !r.Agrees() || r.Words != kept || between != left || len(r.Changes) > 0 {
			t.Errorf("%q: %d of %d agree, between them %q, want %q; %v", words, r.Exact, r.Words, between, left, r.Changes)
		}
	})
}

// benchmark aligns 100,000 words with a text that is theirs but for a change.
func benchmark(b *testing.B, change func(string) string) {
	words := make([]string, 100_000)
	for i := range words {
		words[i] = [...]string{"今天", "打车", "花", "60", "元", "，"}[i%6]
	}
	tokens, text := segmented(b, parser.UnitRunes, words...), []byte(change(strings.Join(words, "")))
	for b.Loop() {
		Text(tokens, text, form, goOn)
	}
}

func BenchmarkSame(b *testing.B) { benchmark(b, func(s string) string { return s }) }
func BenchmarkMoved(b *testing.B) {
	benchmark(b, func(s string) string { return strings.Replace(s, "60元", "六十元", 1) })
}
func BenchmarkOther(b *testing.B) {
	benchmark(b, func(s string) string { return strings.Repeat("别的文章", len(s)/12) })
}
