package query

import (
	"context"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/callbacklens/callbacklens/parser"
)

// tokensOf returns tokens that are given as word/tag/offset/length; a slash of a word
// has a backslash before it.
func tokensOf(t testing.TB, tokens ...string) *parser.Tokens {
	t.Helper()
	var b strings.Builder
	b.WriteString("<Response><EventName>TaskFinish</EventName><JobsDetail><Tag>WordsGeneralize</Tag>" +
		"<State>Success</State><Operation><WordsGeneralizeResult>")
	for _, token := range tokens {
		b.WriteString("<WordsGeneralizeToken>")
		for i, part := range strings.Split(strings.ReplaceAll(token, `\/`, "\x00"), "/") {
			name := [...]string{"Word", "Pos", "Offset", "Length"}[i]
			b.WriteString("<" + name + ">" + strings.ReplaceAll(part, "\x00", "/") + "</" + name + ">")
		}
		b.WriteString("</WordsGeneralizeToken>")
	}
	b.WriteString("</WordsGeneralizeResult></Operation></JobsDetail></Response>")
	r := parser.Inspect(context.Background(), []byte(b.String()), parser.Options{})
	if len(r.Callbacks) != 1 || r.Callbacks[0].Jobs[0].Tokens.Len() != len(tokens) {
		t.Fatal("the tokens were not read")
	}
	return r.Callbacks[0].Jobs[0].Tokens
}

// agrees compares an expression with package regexp on a word.
func agrees(t *testing.T, text, word string) {
	e, err := parseExpression(text)
	theirs, theirErr := regexp.Compile(`(?s)` + text)
	if err != nil || theirErr != nil || !utf8.ValidString(word) {
		return
	}
	if word == "" && strings.Contains(text, "^") && strings.Contains(text, "$") {
		return // of both edges in one place only the usual order is known
	}
	if got, want := e.matches([]byte(word), true), theirs.MatchString(word); got != want {
		t.Errorf("/%s/ in %q: %v, want %v", text, word, got, want)
	}
	theirs.Longest()
	from, to := e.span([]byte(word), true)
	if at := theirs.FindStringIndex(word); at != nil && at[1] > at[0] && (at[0] != from || at[1] != to) {
		t.Errorf("/%s/ in %q stands at %d to %d, want %v", text, word, from, to, at)
	}
}

var someExpressions = []string{
	"a", "^a", "a$", "^a$", "^$", "a|b", "(a|b)c", "a*", "a+b", "a?b", "(ab)+", "(ab)*c", "a{2}", "a{2,}", "^a{1,3}$",
	"[ab]", "[^ab]", "[a-c]+", "[]a]", "[a-]", `\d+`, `\D`, `\w+`, `\W`, `\s`, `\p{Han}`, `\P{Han}`, `[\d\p{Han}]`, "^今", "天$",
	"今.", "(^|a)b", "a($|b)", "x*y*z", "(a*)*b", "(a|)b", "()", "a{0}b", "(?:ab){2}", `\.`, `\/`, "a.*c", "[一-龥]{2}", `a+?b`,
}

func TestExpressionsAreThoseOfGo(t *testing.T) {
	for _, text := range someExpressions {
		if _, err := parseExpression(text); err != nil {
			t.Errorf("/%s/: %v", text, err)
		}
		for _, word := range []string{"", "a", "b", "ab", "abc", "aab", "abab", "aaa", "今天", "天", "今", "x1", "1", " ", "a.c", "abcabc", "a\nc"} {
			agrees(t, text, word)
		}
	}
}

func FuzzExpressionsAreThoseOfGo(f *testing.F) {
	for _, text := range someExpressions {
		f.Add(text, "今天ab")
	}
	f.Fuzz(agrees)
}

// What takes other engines for ever takes a straight line.
func TestExpressionsDoNotBacktrack(t *testing.T) {
	e, err := parseExpression("^(a+)+(a+)+$")
	if err != nil || e.matches([]byte(strings.Repeat("a", 10000)+"b"), true) {
		t.Errorf("it matches, or %v", err)
	}
}

func BenchmarkFind(b *testing.B) {
	some := make([]string, 100_000)
	for i := range some {
		some[i] = someWords[i%len(someWords)]
	}
	tokens := tokensOf(b, some...)
	for _, text := range []string{"打车", "/v", "/^今/", "今天 打车"} {
		b.Run(text, func(b *testing.B) {
			for b.Loop() {
				New(Query{Text: text}, nil, nil, tokens).Find(NewSet(tokens.Len()), func() bool { return true })
			}
		})
	}
}
