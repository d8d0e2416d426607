package dom

import (
	"slices"
	"testing"
)

func TestEarlyTellsOfAFewAndThenOfManyMore(t *testing.T) {
	for _, c := range []struct {
		early Early
		want  []int // of the numbers up to 300, those that are told of
	}{
		{Early{First: 64}, []int{64}},
		{Early{First: 1, Times: 2, Plus: 100}, []int{1, 103}},
		{Early{First: 22, Times: 4, Plus: 22}, []int{22, 111}},
		{Early{First: 22, Times: 4, Plus: 22, Told: 50}, []int{223}},
	} {
		var told []int
		for n := range 300 {
			if c.early.Due(n) {
				told = append(told, n)
			}
		}
		if !slices.Equal(told, c.want) {
			t.Errorf("told of %v, want %v", told, c.want)
		}
	}
}
