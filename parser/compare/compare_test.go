package compare

import (
	"cmp"
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/callbacklens/callbacklens/parser"
)

// body is a callback whose tokens are word/tag, laid one behind the other, or
// word/tag/offset.
func body(tokens, more string) string {
	var b strings.Builder
	b.WriteString("<Response><EventName>TaskFinish</EventName><JobsDetail>" + more +
		"<Tag>WordsGeneralize</Tag><State>Success</State><Operation><WordsGeneralizeResult>")
	at := 0
	for _, t := range strings.Fields(tokens) {
		parts := strings.Split(t, "/")
		if len(parts) > 2 {
			_, _ = fmt.Sscan(parts[2], &at)
		}
		n := utf8.RuneCountInString(parts[0])
		fmt.Fprintf(&b, "<WordsGeneralizeToken><Word>%s</Word><Pos>%s</Pos><Offset>%d</Offset><Length>%d</Length></WordsGeneralizeToken>",
			parts[0], parts[1], at, n)
		at += n
	}
	b.WriteString("</WordsGeneralizeResult></Operation></JobsDetail></Response>")
	return b.String()
}

func sideOf(t testing.TB, body string) Side {
	t.Helper()
	r := parser.Inspect(context.Background(), []byte(body), parser.Options{})
	if len(r.Callbacks) == 0 {
		t.Fatalf("no callback in %.200s", body)
	}
	return Sides(r)[0]
}

// told is a result's changes in a line: those that are the same are counted.
func told(r *Result) string {
	var all []string
	words := func(s Side, tokens []int32) string {
		var words []string
		for _, i := range tokens {
			words = append(words, s.Tokens().Word(int(i)))
		}
		return strings.Join(words, "+")
	}
	for i := range r.Tokens {
		if c := &r.Tokens[i]; c.Sort != Same {
			all = append(all, fmt.Sprintf("%s %s|%s", c.Sort, words(r.Left, r.LeftTokens(c)), words(r.Right, r.RightTokens(c))))
		}
	}
	return strings.Join(append(all, fmt.Sprintf("%d same", r.TokenCounts[Same])), "; ")
}

func TestTokens(t *testing.T) {
	for _, c := range []struct{ what, left, right, want string }{
		{"alike", "今天/t 打车/v", "今天/t 打车/v", "2 same"},
		{"another tag", "今天/t 打车/v", "今天/n 打车/v", "retagged 今天|今天; 1 same"},
		{"cut finer", "北京大学/nt 在/p", "北京/ns 大学/n 在/p", "split 北京大学|北京+大学; 1 same"},
		{"cut coarser", "北京/ns 大学/n 在/p", "北京大学/nt 在/p", "merged 北京+大学|北京大学; 1 same"},
		{"cut elsewhere", "研究/v 生命/n 起源/n", "研究生/n 命/n 起源/n", "changed 研究+生命|研究生+命; 1 same"},
		{"more behind", "今天/t", "今天/t 打车/v 花/v", "added |打车; added |花; 1 same"},
		{"none on one side", "今天/t", "", "gone 今天|; 0 same"},
		{"none on both", "", "", "0 same"},
		{"a word put in", "今天/t 打车/v 花/v 了/u", "今天/t 我/r 打车/v 花/v 了/u", "added |我; 4 same"},
		{"a word taken out, and one cut", "我/r 今天/t 打车/v 北京大学/nt", "今天/t 打车/v 北京/ns 大学/n", "gone 我|; split 北京大学|北京+大学; 2 same"},
		{"another word", "今天/t 打车/v 花/v", "今天/t 开车/v 花/v", "changed 打车|开车; 2 same"},
		{
			"two words put in far from each other",
			"a/n b/n c/n d/n e/n f/n g/n", "a/n b/n X/n c/n d/n e/n YY/n f/n g/n", "added |X; added |YY; 7 same",
		},
		{
			"a text that says the same again and again", strings.Repeat("今天/t 北京大学/nt 开会/v ", 3), strings.Repeat("今天/t 北京/ns 大学/n 开会/v 好/y ", 3),
			"split 北京大学|北京+大学; added |好; split 北京大学|北京+大学; added |好; split 北京大学|北京+大学; added |好; 6 same",
		},
		{"overlaps", "中华人民/ns/0 中华/nz/0 人民/n/2", "中华人民/ns/0 人民/n/2 中华/nz/0", "3 same"},
		{"one more in a lane", "中华人民/ns/0", "中华人民/ns/0 中华/nz/0", "added |中华; 1 same"},
		{"a gap on one side", "今天/t 打车/v", "今天/t/0 打车/v/2 花/v/9", "added |花; 2 same"},
		{"the same twice at a place", "a/n/0 a/n/0 b/n/1", "a/n/0 a/v/0 b/n/1", "retagged a|a; 2 same"},
	} {
		if got := told(Jobs(sideOf(t, body(c.left, "")), sideOf(t, body(c.right, "")), nil)); got != c.want {
			t.Errorf("%s: %s, want %s", c.what, got, c.want)
		}
	}
}

func TestFields(t *testing.T) {
	left := sideOf(t, body("", "<JobId>a</JobId><Code>Success</Code><Input><Object>x</Object></Input><Odd a='1'>v</Odd><Odd>w</Odd>"))
	right := sideOf(t, body("", "<JobId>b</JobId><Input><Object>x</Object><Bucket>y</Bucket></Input><Odd a='2'>v</Odd><Odd>w</Odd>"))
	var got []string
	for _, f := range Jobs(left, right, nil).Fields {
		got = append(got, fmt.Sprintf("%s %s %s|%s", f.Sort, f.Path, f.Left.Text, f.Right.Text))
	}
	want := []string{
		"changed JobId a|b", "gone Code Success|", "same Input.Object x|x", "added Input.Bucket |y",
		"changed Odd.@a 1|2", "same Odd v|v", "same Odd[2] w|w",
		"same Tag WordsGeneralize|WordsGeneralize", "same State Success|Success",
		"same Response.EventName TaskFinish|TaskFinish",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// Notation and envelope are no difference.
func TestXMLAndJSONOfOneJobAreTheSame(t *testing.T) {
	xml := sideOf(t, `<Response><EventName>TaskFinish</EventName><JobsDetail><JobId>a</JobId><State>Success</State>
		<Operation><WordsGeneralizeResult><WordsGeneralizeLable><Category>c</Category><Word>w</Word></WordsGeneralizeLable>
		<WordsGeneralizeToken><Word>今</Word><Pos>t</Pos><Offset>0</Offset><Length>1</Length></WordsGeneralizeToken>
		</WordsGeneralizeResult></Operation></JobsDetail></Response>`)
	json := sideOf(t, `{"EventName":"TaskFinish","JobsDetail":[{"JobId":"a","State":"Success","Operation":{"WordsGeneralizeResult":{
		"WordsGeneralizeLable":[{"Category":"c","Word":"w"}],
		"WordsGeneralizeToken":[{"Word":"今","Pos":"t","Offset":"0","Length":"1"}]}}}]}`)
	if r := Jobs(xml, json, nil); !r.Equal() || len(r.Fields) != 4 || len(r.Tokens) != 1 {
		t.Errorf("%d fields, %s: %+v", len(r.Fields), told(r), r.Fields)
	}
}

// A field that a token has beside the known ones counts, and so does the order of
// labels not.
func TestRestOfTokensAndOrderOfLabels(t *testing.T) {
	of := func(labels, rest string) Side {
		return sideOf(t, "<Response><JobsDetail><Tag>WordsGeneralize</Tag><Operation><WordsGeneralizeResult>"+labels+
			"<WordsGeneralizeToken><Word>a</Word><Pos>n</Pos><Offset>0</Offset><Length>1</Length>"+rest+"</WordsGeneralizeToken></WordsGeneralizeResult></Operation></JobsDetail></Response>")
	}
	label := func(c, w string) string {
		return "<WordsGeneralizeLable><Category>" + c + "</Category><Word>" + w + "</Word></WordsGeneralizeLable>"
	}
	if r := Jobs(of(label("c", "1")+label("d", "2"), "<Score>1</Score>"), of(label("d", "2")+label("c", "1"), "<Score>2</Score>"), nil); r.FieldCounts[Changed] != 1 || r.FieldCounts[Same] != 3 {
		t.Errorf("%+v", r.Fields)
	}
}

// What is hidden is compared as it is, and shown hidden.
func TestSecretsAreComparedAndNotShown(t *testing.T) {
	text := func(secret string) string { return body("", "<UserData>token="+secret+"</UserData>") }
	inspect := func(body string, hide bool) Side {
		return Sides(parser.Inspect(context.Background(), []byte(body), parser.Options{Redact: hide}))[0]
	}
	r := Jobs(inspect(text("s3cr"), false), inspect(text("t4cr"), false), nil)
	shown, ok := r.Shown(inspect(text("s3cr"), true), inspect(text("t4cr"), true), nil)
	if !ok || shown.FieldCounts[Changed] != 1 {
		t.Fatalf("%v %+v", ok, shown)
	}
	for _, f := range shown.Fields {
		if strings.Contains(f.Left.Text+f.Right.Text, "s3cr") || f.Path == "UserData" && (f.Sort != Changed || f.Left.Text != "token=****") {
			t.Errorf("%+v", f)
		}
	}
}

// facts is a result in an order that does not depend on what is left.
func facts(r *Result, mirrored bool) []string {
	var all []string
	add := func(sort Sort, what string, left, right any) {
		if mirrored {
			left, right = right, left
			sort = [Sorts]Sort{Same, Retagged, Merged, Split, Changed, Added, Gone}[sort]
		}
		all = append(all, fmt.Sprint(sort, what, left, right))
	}
	for i := range r.Fields {
		f := &r.Fields[i]
		add(f.Sort, f.Path, f.Left.Text, f.Right.Text)
	}
	for i := range r.Tokens {
		c := &r.Tokens[i]
		add(c.Sort, "", slices.Sorted(slices.Values(r.LeftTokens(c))), slices.Sorted(slices.Values(r.RightTokens(c))))
	}
	slices.Sort(all)
	return all
}

// holds checks what is true of every comparison.
func holds(t *testing.T, left, right Side) {
	t.Helper()
	for _, s := range []Side{left, right} {
		if r := Jobs(s, s, nil); !r.Equal() {
			t.Fatalf("a body differs from itself: %s, %v", told(r), r.FieldCounts)
		}
	}
	r := Jobs(left, right, nil)
	if got, want := facts(Jobs(right, left, nil), true), facts(r, false); !slices.Equal(got, want) {
		t.Fatalf("mirrored\n%v\nis not\n%v", got, want)
	}
	for _, side := range []struct {
		s      Side
		tokens func(*Change) []int32
	}{{left, r.LeftTokens}, {right, r.RightTokens}} {
		var all []int32
		for i := range r.Tokens {
			all = append(all, side.tokens(&r.Tokens[i])...)
		}
		slices.Sort(all)
		for i, token := range all {
			if int(token) != i {
				t.Fatalf("tokens %v do not stand there once each", all)
			}
		}
		if len(all) != side.s.Tokens().Len() {
			t.Fatalf("%d of %d tokens", len(all), side.s.Tokens().Len())
		}
	}
	for i := range r.Tokens {
		c := &r.Tokens[i]
		l, k := len(r.LeftTokens(c)), len(r.RightTokens(c))
		if (l == 0) != (c.Sort == Added) || (k == 0) != (c.Sort == Gone) || c.Sort <= Retagged && (l != 1 || k != 1) {
			t.Fatalf("%s of %d and %d tokens", c.Sort, l, k)
		}
	}
}

// TestWhatIsTrueOfEveryComparison makes up pairs of segmentations: of one text, of
// edited texts, with gaps, overlaps and tokens without a place.
func TestWhatIsTrueOfEveryComparison(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		holds(t, sideOf(t, invented(rnd)), sideOf(t, invented(rnd)))
	}
}

func invented(rnd *rand.Rand) string {
	var b strings.Builder
	b.WriteString("<Response><JobsDetail><JobId>a</JobId><Operation><WordsGeneralizeResult>")
	at, text := 0, []rune("一二三一二四五六七八一二三九")
	wild := rnd.IntN(3) == 0
	for at < len(text) && rnd.IntN(20) > 0 {
		n := min(1+rnd.IntN(3), len(text)-at)
		word, start := string(text[at:at+n]), at
		if rnd.IntN(12) == 0 {
			word = "改" + word[:0]
		}
		if wild {
			start += rnd.IntN(3) - 1
		}
		b.WriteString("<WordsGeneralizeToken><Word>" + word + "</Word><Pos>" + []string{"n", "v"}[rnd.IntN(2)] + "</Pos>")
		if !wild || rnd.IntN(4) > 0 {
			fmt.Fprintf(&b, "<Offset>%d</Offset><Length>%d</Length>", start, utf8.RuneCountInString(word))
		}
		b.WriteString("</WordsGeneralizeToken>")
		if at += n; wild && rnd.IntN(5) == 0 {
			at = max(at-rnd.IntN(3), 0)
		}
		if rnd.IntN(9) == 0 {
			text = slices.Insert(text, at, '加')
		}
	}
	b.WriteString("</WordsGeneralizeResult></Operation></JobsDetail></Response>")
	return b.String()
}

func FuzzCompare(f *testing.F) {
	f.Add(body("今天/t 打车/v", ""), body("今/t 天打车/v", "<JobId>b</JobId>"))
	f.Add(`{"JobsDetail":{"JobId":"a","b":[[1,2],{"c":null}],"b.c":1}}`, `{"JobsDetail":[{"JobId":1,"b":{"c":2}},{}]}`)
	f.Fuzz(func(t *testing.T, a, b string) {
		left := parser.Inspect(context.Background(), []byte(a), parser.Options{})
		right := parser.Inspect(context.Background(), []byte(b), parser.Options{})
		for _, l := range Sides(left) {
			for _, r := range Sides(right) {
				holds(t, l, r)
			}
		}
	})
}

// long returns n tokens of a text without repetition, cut in two ways by chance.
func long(n int, seed uint64, edits bool) string {
	rnd := rand.New(rand.NewPCG(seed, 1))
	text := make([]rune, 0, 2*n)
	source := rand.New(rand.NewPCG(7, 7))
	for range 2 * n {
		if edits && rnd.IntN(1000) == 0 {
			text = append(text, '加')
		}
		text = append(text, rune(0x4e00+source.IntN(3000)))
	}
	var b strings.Builder
	for at := 0; at < len(text); {
		n := min(cmp.Or(rnd.IntN(4), 2), len(text)-at)
		b.WriteString(string(text[at:at+n]) + "/" + []string{"n", "v", "n"}[rnd.IntN(3)] + " ")
		at += n
	}
	return body(b.String(), "")
}

func BenchmarkCompare(b *testing.B) {
	for _, c := range []struct {
		name        string
		left, right string
	}{
		{"100000 of one text", long(100_000, 1, false), long(100_000, 2, false)},
		{"100000 of edited texts", long(100_000, 1, false), long(100_000, 2, true)},
		{"100000 of one sentence", body(strings.Repeat("今天/t 打车/v 回家/v ", 33_333), ""), body(strings.Repeat("今天/t 打/v 车/n 回家/v 好/y ", 20_000), "")},
	} {
		left, right := sideOf(b, c.left), sideOf(b, c.right)
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				Jobs(left, right, nil)
			}
			b.ReportMetric(float64(left.Tokens().Len()), "tokens")
		})
	}
}

// Seen from the other side a result says what comparing the other way round says, and
// swapped twice it is what it was.
func TestSwapped(t *testing.T) {
	left := sideOf(t, body("今天/t 打车/v 花/v 60元/m 了/y", "<JobId>a</JobId><Region>x</Region>"))
	right := sideOf(t, body("今/t 天/t 打车/n 花60/v 元/q 吧/y", "<JobId>b</JobId><BucketId>y</BucketId>"))
	r := Jobs(left, right, nil)
	s := r.Swapped()
	if got, want := told(s), told(Jobs(right, left, nil)); got != want {
		t.Errorf("swapped: %s, the other way round: %s", got, want)
	}
	if s.FieldCounts[Gone] != r.FieldCounts[Added] || s.TokenCounts[Split] != r.TokenCounts[Merged] || r.TokenCounts[Split] == 0 {
		t.Errorf("counts %v %v became %v %v", r.FieldCounts, r.TokenCounts, s.FieldCounts, s.TokenCounts)
	}
	for i := range s.Fields {
		if f, was := &s.Fields[i], &r.Fields[i]; f.Path != was.Path || f.Left.Text != was.Right.Text || f.Right.Text != was.Left.Text {
			t.Errorf("field %+v became %+v", was, f)
		}
	}
	if back := s.Swapped(); told(back) != told(r) || back.FieldCounts != r.FieldCounts {
		t.Errorf("swapped twice: %s, at first: %s", told(back), told(r))
	}
}

// Where tokens leave gaps, or have one length that is wrong, so that they rebuild no text,
// a word put in does not make all behind it differ. Where they overlap and the text is
// the same, they are told apart by their offsets.
func TestTextsThatCannotBeRebuilt(t *testing.T) {
	for _, c := range []struct{ name, left, right, want string }{
		{"gaps", "今天/t 打车/v 。/w/5 花/v 钱/n/7 了/y", "今天/t 好/y 打车/v 。/w/6 花/v 钱/n/8 了/y", "added |好"},
		{"gaps, nothing else", "今天/t 打车/v 。/w/5", "今天/t 打车/n 。/w/5", "retagged 打车|打车"},
		{"no places", "今天/t/0 打车/v/0 花/v/0 钱/n/0", "今天/t/0 花/v/0 钱/n/0", "gone 打车|"},
		{"overlaps", "今天天气/n 今天/t/0 天气/n 好/a", "今天/t 天气/n 好/a", "gone 今天天气|"},
	} {
		r := Jobs(sideOf(t, body(c.left, "")), sideOf(t, body(c.right, "")), nil)
		if got := told(r); !strings.Contains(got, c.want) || strings.Count(got, "|") != 1 {
			t.Errorf("%s: %s, want %s alone", c.name, got, c.want)
		}
	}
}
