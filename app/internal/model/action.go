package model

import (
	"strconv"
	"strings"
)

// Perform carries an action out that ToView, ToJob or ToPlace returned, and
// reports whether it is one.
func (p *Page) Perform(action string) bool {
	verb, arg, _ := strings.Cut(action, ":")
	if p.Body == nil {
		return false
	}
	first, second, _ := strings.Cut(arg, ":")
	switch verb {
	case "view":
		p.Put(View(first))
	case "job":
		p.Choose(number(first), number(second))
	case "place":
		if n := number(first); n < len(p.Body.places.all) {
			p.ShowIn(View(second), p.Body.places.all[n])
		}
	default:
		return false
	}
	return true
}

// number returns the number that an action has in it; 0 for what is none.
func number(digits string) int {
	n, _ := strconv.Atoi(digits)
	return max(n, 0)
}
