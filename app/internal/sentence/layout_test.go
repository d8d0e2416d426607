package sentence

import (
	"slices"
	"strings"
	"testing"

	"github.com/callbacklens/callbacklens/app/internal/apptest"
	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/parser"
)

func TestPiecePacking(t *testing.T) {
	for _, token := range []int{0, 1, 1 << 28} {
		for k := whole; k <= doubly; k++ {
			if p := pieceOf(token, k); p.token() != token || p.kind() != k || p.gap() != 0 {
				t.Errorf("token %d of kind %d became %d of kind %d, gap %d", token, k, p.token(), p.kind(), p.gap())
			}
		}
	}
	if p := gapPiece(1 << 30); p.gap() != 1<<30 || p.token() != -1 {
		t.Errorf("a gap became %d, token %d", p.gap(), p.token())
	}
}

// layoutOf lays out words of these widths as a text, in which nothing stands between
// them.
func layoutOf(widths ...float64) *sentenceLayout {
	l := &sentenceLayout{mode: model.TextPlain}
	for i, w := range widths {
		l.add(pieceOf(i, whole), w, 0)
	}
	return l
}

func TestWrap(t *testing.T) {
	l := layoutOf(30, 30, 30, 200, 30, 30)
	l.wrap(100)
	if want := []int32{0, 3, 4}; !slices.Equal(l.starts, want) {
		t.Errorf("rows begin at %v, want %v", l.starts, want)
	}
	for at, want := range []int{0, 0, 0, 1, 2, 2} {
		if got := l.rowOf(at); got != want {
			t.Errorf("piece %d is in row %d, want %d", at, got, want)
		}
	}
	l.wrap(1000)
	if len(l.starts) != 1 {
		t.Errorf("%d rows where one has room", len(l.starts))
	}
}

// rowsOf breaks words that are 10 pixels a character into rows.
func rowsOf(width float64, words ...string) []string {
	l := &sentenceLayout{mode: model.TextPlain}
	for i, w := range words {
		l.add(pieceOf(i, whole), 10*float64(len([]rune(w))), breakOf([]byte(w)))
	}
	l.wrap(width)
	var rows []string
	for r := range l.starts {
		from, to := l.row(r)
		rows = append(rows, strings.Join(words[from:to], ""))
	}
	return rows
}

// No row begins with a closing mark or ends with an opening one, however many of them
// stand together; a blank ends the row that it stands in.
func TestMarksStandWhereChineseHasThem(t *testing.T) {
	for _, c := range []struct {
		words []string
		want  []string
	}{
		{[]string{"今天", "打车", "。", "花"}, []string{"今天", "打车。花"}},
		{[]string{"“", "《", "书", "》", "”"}, []string{"“《书》", "”"}}, // all of it has no room
		{[]string{"他", "说", "：", "“", "好", "。", "”"}, []string{"他说：", "“好。”"}},
		{[]string{"他", "说", "：", "“", "《", "书", "》", "”", "。"}, []string{"他说：", "“《书》", "”。"}},
		{[]string{"今天", "去", "（", "家", "）"}, []string{"今天去", "（家）"}},
		{[]string{"abcd", " ", "efgh"}, []string{"abcd ", "efgh"}},
		{[]string{"上", "\n", "下"}, []string{"上\n", "下"}},
		{[]string{"。", "。", "。", "。", "。", "。", "。"}, []string{"。。。。", "。。。"}},
	} {
		if got := rowsOf(40, c.words...); !slices.Equal(got, c.want) {
			t.Errorf("%q has the rows %q, want %q", c.words, got, c.want)
		}
	}
}

func TestVertical(t *testing.T) {
	l := layoutOf(40, 40, 20, 20, 20, 20, 90)
	l.wrap(99) // 0 1 | 2 3 4 5 | 6
	for _, c := range []struct{ at, step, want int }{
		{0, 1, 3}, {1, 1, 5}, {4, -1, 1}, {5, 1, 6}, {6, -1, 4}, {0, -1, 0}, {6, 1, 6}, {0, 9, 6},
	} {
		if got := l.vertical(c.at, c.step); got != c.want {
			t.Errorf("from %d by %d rows: %d, want %d", c.at, c.step, got, c.want)
		}
	}
}

func TestFindPiece(t *testing.T) {
	l := &sentenceLayout{}
	for _, p := range []piece{pieceOf(2, whole), gapPiece(3), pieceOf(0, whole), pieceOf(1, whole)} {
		l.add(p, 10, 0)
	}
	for token, want := range map[int]int{0: 2, 1: 3, 2: 0, 3: -1, -1: -1} {
		if got := l.find(token); got != want {
			t.Errorf("token %d is piece %d, want %d", token, got, want)
		}
	}
}

// lineOf returns what stands in the line, gaps as blanks, and in each lane.
func lineOf(t *testing.T, words ...string) (line string, lanes []string) {
	tokens := apptest.TokensOf(t, words...)
	l := measure(tokens, dom.NewTypeface(nil, fontSize), 0, func(*sentenceLayout) bool { return true })
	for i, p := range l.pieces {
		switch s := l.spotOf(i); {
		case p.gap() > 0:
			line += strings.Repeat(" ", p.gap())
		case p.kind() == lane:
			for len(lanes) <= int(s.lane) {
				lanes = append(lanes, "")
			}
			lanes[s.lane] += tokens.Word(p.token()) + "|"
		case p.kind() == rest:
			line += tokens.Word(p.token())[s.skip:]
		default:
			line += tokens.Word(p.token())
		}
	}
	return line, lanes
}

// Where words cover each other, the line reads as the text all the same, once.
func TestOverlapsStandInLanes(t *testing.T) {
	for _, c := range []struct {
		words []string
		line  string
		lanes []string
	}{
		{[]string{"中华/nz/0/2", "中华人民共和国/ns/0/7", "人民/n/2/2", "共和/n/4/2", "共和国/n/4/3", "万岁/v/7/2"},
			"中华人民共和国万岁", []string{"中华|人民|共和国|", "共和|"}},
		{[]string{"北京大/n/0/3", "大学/n/2/2", "好/a/4/1"}, "北京大学好", []string{"大学|"}},
		{[]string{"😀好/x/0/3", "好的/x/2/2"}, "😀好的", []string{"好的|"}},
		{[]string{"今天/t/0/2", "打车/v/3/2"}, "今天 打车", nil},
		{[]string{"一/m/0/1", "一/m/0/1", "一/m/0/1", "一/m/0/1", "一/m/0/1", "一/m/0/1"}, "一一",
			[]string{"一|", "一|", "一|", "一|"}},
	} {
		line, lanes := lineOf(t, c.words...)
		if line != c.line || !slices.Equal(lanes, c.lanes) && len(lanes)+len(c.lanes) > 0 {
			t.Errorf("%v: line %q, lanes %q; want %q, %q", c.words, line, lanes, c.line, c.lanes)
		}
	}
}

// Lanes have room below the row that they are of, and no other row has any; the text
// alone has none.
func TestLanesHaveRoom(t *testing.T) {
	tokens := apptest.TokensOf(t, "今天/t/0/2", "中华人民/nz/2/4", "中华/nz/2/2", "万岁/v/6/2")
	l := measure(tokens, dom.NewTypeface(nil, fontSize), 0, func(*sentenceLayout) bool { return true })
	for mode, want := range map[model.TextMode][]int32{model.TextWords: {0, 1, 3, 3}, model.TextPlain: {0, 1, 3}} {
		if l.mode = mode; mode == model.TextWords {
			l.wrap(80)
		} else {
			l.wrap(72)
		}
		if !slices.Equal(l.starts, want) {
			t.Errorf("in mode %d rows begin at %v, want %v", mode, l.starts, want)
		}
	}
	l.mode = model.TextWords
	l.wrap(80)
	if l.rowOf(3) != 3 || l.rowOf(2) != 1 || l.vertical(3, -1) != 1 || l.vertical(1, 1) != 3 {
		t.Errorf("rows %d %d, up %d, down %d", l.rowOf(3), l.rowOf(2), l.vertical(3, -1), l.vertical(1, 1))
	}
}

func TestUnitsOfWords(t *testing.T) {
	for _, c := range []struct {
		unit parser.Unit
		n    int
		want string
	}{{parser.UnitRunes, 2, "a😀"}, {parser.UnitUTF16, 3, "a😀"}, {parser.UnitBytes, 5, "a😀"}, {parser.UnitAny, 9, "a😀中"}, {parser.UnitRunes, 0, ""}} {
		word := "a😀中"
		at := bytesOf([]byte(word), c.n, c.unit)
		if word[:at] != c.want || c.n < 9 && unitsIn(word[:at], c.unit) != c.n {
			t.Errorf("%d of %s: %q, want %q", c.n, c.unit, word[:at], c.want)
		}
	}
}
