// Package remark lists all that can be said about a body: one row each, with its
// code, its weight, and its sentence in both languages.
package remark

import (
	"slices"
	"strings"

	"github.com/callbacklens/callbacklens/parser/internal/chars"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// Severity ranks what is said.
type Severity uint8

// Info is a remark; Warning tells of something mended or contradictory; Error
// of something that could not be read, or of a body in which nothing is known.
const (
	Info Severity = iota
	Warning
	Error
)

func (s Severity) String() string {
	return chars.NameIn(s, "info", "warning", "error")
}

// Remark is one row. Its code is stable and made to be searched for; it stands
// where the row is made and nowhere else.
type Remark struct {
	Code     string
	Severity Severity
	// Ref is the anchor of the row of the reference that it rests on, if any.
	Ref string
	// Text is the sentence; {0}, {1} … stand for what a diagnostic fills in.
	Text lang.Text
}

// all are the rows that there are.
var all []*Remark

// New adds a row. It is for variables of packages: what is added later is not
// listed by everyone who asked before.
//
//go:noinline
func New(code string, s Severity, ref, zh, en string) *Remark {
	r := &Remark{code, s, ref, lang.Text{ZH: zh, EN: en}}
	all = append(all, r)
	return r
}

// All lists the rows in the order of their codes.
func All() []Remark {
	list := make([]Remark, len(all))
	for i, r := range all {
		list[i] = *r
	}
	slices.SortFunc(list, func(a, b Remark) int { return strings.Compare(a.Code, b.Code) })
	return list
}
