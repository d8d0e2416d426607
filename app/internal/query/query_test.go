package query

import (
	"slices"
	"strings"
	"testing"

	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
)

// someWords are tokens of a sentence; the blanks are tokens, too.
var someWords = []string{
	"今天/t/0/2", "打车/v/2/2", "花/v/4/1", "６０/nx/5/2", "元/q/7/1", "Taxi/nx/8/4", "taxi driver/n/12/11",
	"taxi rank/n/23/9", "北京/ns/32/2", " /w/34/1", "王伟/nr/35/2", "v8/nx/37/2", "的/u//", "和\\/或/c/39/3",
}

func found(t *testing.T, tokens *parser.Tokens, q Query, tags ...string) []int {
	t.Helper()
	m := New(q, tags, nil, tokens)
	if m.Trouble != (Trouble{}) {
		t.Fatalf("%q is not understood: %s", q.Text, m.Trouble.EN)
	}
	set := NewSet(tokens.Len())
	m.Find(set, func() bool { return true })
	var got []int
	for i := range tokens.Len() {
		if set.Has(i) {
			got = append(got, i)
		}
	}
	return got
}

func TestWhatIsFound(t *testing.T) {
	tokens := tokensOf(t, someWords...)
	for _, c := range []struct {
		text string
		want []int
	}{
		{"打", []int{1}},
		{"TAXI", []int{5, 6, 7}},
		{"ｔａｘｉ", []int{5, 6, 7}},
		{"60", []int{3}},
		{`""`, nil},
		{"没有", nil},
		{"v", []int{1, 2, 6, 11}}, // the tag, and driver and v8
		{`"v"`, []int{6, 11}},
		{"/v", []int{1, 2}},
		{"／Ｖ", []int{1, 2}},
		{"pos:v", []int{1, 2}},
		{"打/v", []int{1}},
		{"打/动词", []int{1}},
		{"打/n", nil},
		{`"taxi r"`, []int{7}},
		{"动词", []int{1, 2}},
		{"名词", []int{0, 6, 7, 8, 10}},    // the family, to which times and names belong
		{"名词与名称", []int{0, 6, 7, 8, 10}}, // as the legend has it
		{"noun", []int{0, 6, 7, 8, 10}},
		{"人名", []int{10}},
		{"person", []int{10}},
		{"/n", []int{6, 7}},
		{"/y", nil}, // known, but not here
		{"和/或", []int{13}},
		{"/^taxi/", []int{5, 6, 7}},
		{"/^taxi$/", []int{5}},
		{"/^taxi/n", []int{6, 7}},
		{`/^\d+$/`, []int{3}},
		{"今天 打车", []int{0, 1}},
		{"今 /v", []int{0, 1}},
		{"今天/t　打车/v 花", []int{0, 1, 2}},
		{"/v /v", []int{1, 2}},
		{"北京 王伟", []int{8, 10}},
		{"taxi ra", []int{6, 7}},
		{"taxi taxi", []int{5, 6, 7}},
		{"打车 今天", nil},
	} {
		if got := found(t, tokens, Query{Text: c.text}); !slices.Equal(got, c.want) {
			t.Errorf("%q: tokens %v, want %v", c.text, got, c.want)
		}
	}
}

func TestCaseWholeWordsAndTags(t *testing.T) {
	tokens := tokensOf(t, someWords...)
	for _, c := range []struct {
		q    Query
		tags []string
		want []int
	}{
		{Query{Text: "Taxi", Case: true}, nil, []int{5}},
		{Query{Text: "taxi", Whole: true}, nil, []int{5}},
		{Query{Text: "taxi", Case: true, Whole: true}, nil, nil},
		{Query{Text: "taxi rank", Whole: true}, nil, []int{7}},
		{Query{Text: "/^T/", Case: true}, nil, []int{5}},
		{Query{Text: "/[A-Z]/"}, nil, []int{5, 6, 7, 11}},
		{Query{Text: "/[A-Z]/", Case: true}, nil, []int{5}},
		{Query{}, []string{"q", "v"}, []int{1, 2, 4}},
		{Query{Text: "taxi"}, []string{"n"}, []int{6, 7}},
		{Query{Text: "/v", Whole: true}, nil, []int{1, 2}},
	} {
		if got := found(t, tokens, c.q, c.tags...); !slices.Equal(got, c.want) {
			t.Errorf("%+v with tags %v: tokens %v, want %v", c.q, c.tags, got, c.want)
		}
	}
}

func TestWhatIsNotUnderstoodIsSaid(t *testing.T) {
	tokens := tokensOf(t, someWords...)
	for text, want := range map[string]Trouble{
		"/zz":      words.Say.QueryNoTag.With("zz"),
		"/^今":      words.Say.QueryNoTag.With("^今"),
		"pos:zz":   words.Say.QueryNoTag.With("zz"),
		"/(a/":     words.Say.QueryOpen,
		"/[a/":     words.Say.QueryOpen,
		"/a)/":     words.Say.QueryClose,
		"/*a/":     words.Say.QueryRepeat,
		"/[z-a]/":  words.Say.QueryRange,
		"/a{3,1}/": words.Say.QueryRange,
		`/\1/`:     words.Say.QueryUnknown,
		"/(?=a)/":  words.Say.QueryUnknown,
		"/a{65}/":  words.Say.QueryLong,
		"/" + strings.Repeat("(", 9) + ")" + strings.Repeat("{60})", 8) + "{60}/": words.Say.QueryLong,
	} {
		m := New(Query{Text: text}, nil, nil, tokens)
		set := NewSet(tokens.Len())
		m.Find(set, func() bool { return true })
		if m.Trouble != want || m.All() || set.Len() > 0 {
			t.Errorf("%q: %q, %d tokens; want %q", text, m.Trouble.EN, set.Len(), want.EN)
		}
	}
}

func TestWhatIsMarked(t *testing.T) {
	tokens := tokensOf(t, someWords...)
	for _, c := range []struct{ text, word, want string }{
		{"axi", "Taxi", "axi"}, {"60", "６０元", "６０"}, {"/a.i/", "TAXI", "AXI"}, {"/i$/", "iTaxi", "i"}, {"/^$/", "", ""},
		{"/v", "v8", ""}, {"没", "Taxi", ""}, {"taxi r", "a taxi rank", "taxi r"}, {"", "Taxi", ""}, {"x y", "xy", "x"},
	} {
		from, to := New(Query{Text: c.text}, nil, nil, tokens).Mark(c.word)
		if got := c.word[from:to]; got != c.want {
			t.Errorf("of %q %q marks %q, want %q", c.word, c.text, got, c.want)
		}
	}
}

func TestSet(t *testing.T) {
	s := NewSet(200)
	for _, i := range []int{0, 63, 64, 150} {
		s.Add(i)
	}
	if s.Len() != 4 || s.Rank(64) != 2 || s.Rank(199) != 4 || !s.Has(150) || s.Has(151) || s.Has(-1) || s.Has(999) {
		t.Errorf("%d tokens, %d before 64", s.Len(), s.Rank(64))
	}
	for _, c := range [][3]int{{-1, 0, 150}, {0, 63, 150}, {63, 64, 0}, {64, 150, 63}, {149, 150, 64}, {150, 0, 64}, {199, 0, 150}} {
		if s.Next(c[0]) != c[1] || s.Previous(c[0]) != c[2] {
			t.Errorf("from %d: next %d, previous %d; want %d, %d", c[0], s.Next(c[0]), s.Previous(c[0]), c[1], c[2])
		}
	}
	if none := NewSet(10); none.Next(3) != -1 || none.Previous(3) != -1 || (*Set)(nil).Next(0) != -1 || (*Set)(nil).Previous(1) != -1 {
		t.Error("something is in an empty set")
	}
}
