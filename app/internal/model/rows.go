package model

import "github.com/callbacklens/callbacklens/parser"

// Rows are the rows of the table of tokens that are chosen, or all that are shown; the
// table keeps them for what takes a result away.
type Rows struct {
	Of *parser.Tokens
	N  int
	At func(row int) (token int)
}
