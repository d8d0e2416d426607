package chart

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/callbacklens/callbacklens/parser"
)

var tagsOfWords = []string{"n", "v", "nr", "w", "", "zz"}

// tokens returns so many tokens, of words that come as often as in a text.
func tokens(t testing.TB, n int) *parser.Tokens {
	t.Helper()
	rng := rand.New(rand.NewPCG(3, 4))
	zipf := rand.NewZipf(rng, 1.2, 2, 60_000)
	var b strings.Builder
	b.WriteString(`{"EventName":"TaskFinish","JobsDetail":[{"JobId":"a","State":"Success","Tag":"WordsGeneralize","Operation":{"WordsGeneralizeResult":{"WordsGeneralizeToken":[`)
	for i := range n {
		k := zipf.Uint64()
		word := string([]rune{rune(0x4e00 + k%20_000), rune(0x4e00 + k/7%20_000), 'x'}[:1+k%3])
		word = strings.Repeat(word, 1+int(k%4)) // from 3 bytes to 28
		if i%50 == 7 {
			word = strings.Trim(strconv.QuoteToASCII(word), `"`) // the same word in escapes
		}
		fmt.Fprintf(&b, `%s{"Word":"%s","Pos":"%s","Offset":"%d","Length":"%d"}`,
			[]string{"", ","}[min(i, 1)], word, tagsOfWords[k%uint64(len(tagsOfWords))], i, 1)
	}
	b.WriteString(`]}}}]}`)
	r := parser.Inspect(context.Background(), []byte(b.String()), parser.Options{})
	if len(r.Callbacks) != 1 || r.Callbacks[0].Jobs[0].Tokens.Len() != n {
		t.Fatal("the tokens were not read")
	}
	return r.Callbacks[0].Jobs[0].Tokens
}

func counted(t *parser.Tokens) *Counts {
	c := NewCounts(t)
	c.Add(0, t.Len()/2)
	c.Add(t.Len()/2, t.Len())
	return c
}

func labelOf(word string) parser.Label { return parser.Label{Word: parser.Value{Text: word}} }

func TestCountsAreThoseOfAMap(t *testing.T) {
	some := tokens(t, 20_000)
	c := counted(some)
	want, byWord, lengths := map[[2]string]int{}, map[string]int{}, [Longest + 1]int{}
	for i := range some.Len() {
		want[[2]string{some.Word(i), some.Pos(i)}]++
		byWord[some.Word(i)]++
		lengths[min(utf8.RuneCountInString(some.Word(i)), Longest)]++
	}
	if c.Distinct() != len(want) || c.lengths() != lengths {
		t.Errorf("%d words of lengths %v, want %d of %v", c.Distinct(), c.lengths(), len(want), lengths)
	}
	least := 1 << 30
	for _, w := range c.Top(50, func(int) bool { return true }) {
		key := [2]string{some.Word(w.First), some.Pos(w.First)}
		if w.N != want[key] || w.N > least {
			t.Errorf("%q comes %d times, want %d and no more than %d", key, w.N, want[key], least)
		}
		least = w.N
		delete(want, key)
	}
	for key, n := range want {
		if n > least {
			t.Errorf("%q comes %d times and is not among the most frequent", key, n)
		}
	}
	labels := []parser.Label{labelOf(some.Word(5)), labelOf("nowhere"), {}, labelOf(some.Word(5))}
	bars := c.labels(labels).Bars
	if word := some.Word(5); len(bars) != 2 || bars[0].Word != word || bars[0].N != byWord[word] || bars[1].N != 0 {
		t.Errorf("%q comes %d times, but the bars are %+v", word, byWord[word], bars)
	}
}

// What the bars of families, of tags and of lengths count is every token, once.
func TestSharesAreOfTheWhole(t *testing.T) {
	some := tokens(t, 5000)
	charts := append(Shares(some), Words(some, counted(some), nil)...)
	for _, ch := range charts {
		sum := 0
		for i, b := range ch.Bars {
			sum += b.N
			if i > 0 && b.N > ch.Bars[i-1].N && ch.Title != lengths {
				t.Errorf("%s: bar %d is greater than the one before", ch.Title.EN, i)
			}
		}
		if whole := ch.Title == families || ch.Title == tags || ch.Title == lengths; whole && sum != some.Len() || sum > ch.Of {
			t.Errorf("%s: the bars count %d tokens of %d", ch.Title.EN, sum, ch.Of)
		}
	}
}

func BenchmarkCounts(b *testing.B) {
	some := tokens(b, 100_000)
	b.Run("slots", func(b *testing.B) {
		for b.Loop() {
			counted(some)
		}
	})
	b.Run("map", func(b *testing.B) {
		for b.Loop() {
			m := map[string]int{}
			var buf []byte
			for i := range some.Len() {
				buf = append(some.AppendWord(buf[:0], i), some.Pos(i)...)
				m[string(buf)]++
			}
		}
	})
}
