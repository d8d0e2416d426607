package tokens

import (
	"slices"
	"strings"
	"testing"

	"github.com/callbacklens/callbacklens/app/internal/apptest"
)

func goOn() bool { return true }

func TestSort(t *testing.T) {
	tokens := apptest.TokensOf(t, apptest.SomeWords...)
	for _, c := range []struct {
		order tokenOrder
		want  []int32
	}{
		{tokenOrder{columnNumber, false}, []int32{0, 1, 2, 3, 4, 5, 6, 7, 8}},
		{tokenOrder{columnNumber, true}, []int32{8, 7, 6, 5, 4, 3, 2, 1, 0}},
		{tokenOrder{columnWord, false}, []int32{3, 5, 6, 7, 0, 4, 1, 8, 2}},
		{tokenOrder{columnWord, true}, []int32{2, 8, 1, 4, 0, 7, 6, 5, 3}},
		{tokenOrder{columnPos, false}, []int32{6, 7, 3, 5, 4, 0, 8, 1, 2}},
		{tokenOrder{columnOffset, true}, []int32{7, 6, 5, 4, 3, 2, 1, 0, 8}},
		{tokenOrder{columnLength, false}, []int32{2, 4, 0, 1, 3, 5, 7, 6, 8}},
		{tokenOrder{columnLength, true}, []int32{6, 7, 5, 0, 1, 3, 2, 4, 8}},
	} {
		got := []int32{0, 1, 2, 3, 4, 5, 6, 7, 8}
		sortTokens(tokens, got, c.order, goOn)
		if !slices.Equal(got, c.want) {
			t.Errorf("sorted by %+v: %v, want %v", c.order, got, c.want)
		}
	}
}

// Words that share what their keys hold are told apart by the rest.
func TestSortLongWords(t *testing.T) {
	tokens := apptest.TokensOf(t, "数据万象乙/n", "数据万象甲/n", "数据万/n", "数据万象/n", "数据万象乙/n", "数据/n", "数据万象丙/n", "数/n")
	got := []int32{0, 1, 2, 3, 4, 5, 6, 7}
	sortTokens(tokens, got, tokenOrder{column: columnWord}, goOn)
	if !slices.IsSortedFunc(got, func(a, b int32) int {
		return strings.Compare(tokens.Word(int(a)), tokens.Word(int(b)))
	}) {
		t.Errorf("not sorted: %v", got)
	}
	if slices.Index(got, 0) > slices.Index(got, 4) {
		t.Errorf("equal words changed places: %v", got)
	}
}

func TestSortGivesUp(t *testing.T) {
	tokens := apptest.TokensOf(t, apptest.SomeWords...)
	got := []int32{8, 7, 6, 5, 4, 3, 2, 1, 0}
	sortTokens(tokens, got, tokenOrder{column: columnOffset}, func() bool { return false })
	if len(got) != 9 {
		t.Error("tokens were lost")
	}
}

func TestOrderNext(t *testing.T) {
	var o tokenOrder
	var seen []string
	for range 3 {
		o = o.next(columnWord)
		seen = append(seen, o.aria(columnWord))
	}
	if !slices.Equal(seen, []string{"ascending", "descending", "none"}) || !o.natural() {
		t.Errorf("presses on a header: %v", seen)
	}
}
