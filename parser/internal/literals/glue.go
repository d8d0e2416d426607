package literals

import (
	"bytes"
	"strings"

	"github.com/callbacklens/callbacklens/parser/internal/outset"
)

// Glue is what stands between two literals of a program that are one string.
type Glue struct {
	Text string // without blanks and constants for a line end
	Next int    // where the next literal begins, 0 if there is none

	broken bool // a line ends in it
}

// lineEndWords are what programs call the end of a line.
var lineEndWords = strings.NewReplacer("vbCrLf", "", "vbNewLine", "", "vbLf", "", "PHP_EOL", "", "System.lineSeparator()", "",
	"Environment.NewLine", "", "os.linesep", "", "CHR(10)", "", "chr(10)", "", "CHR(13)", "", "chr(13)", "")

// GlueAt returns what stands between the literal that ends at i and the next one.
func GlueAt(text []byte, i int) (g Glue) {
	const most = 160 // bytes
	ahead := text[i:min(i+most, len(text))]
	if n := outset.Blanks(ahead); n == len(ahead) || bytes.IndexByte([]byte(":}]=/"), ahead[n]) >= 0 {
		return g
	}
	n := bytes.IndexAny(ahead, `"'`)
	if n < 0 {
		return g
	}
	g.Text = strings.Join(strings.Fields(lineEndWords.Replace(string(ahead[:n]))), " ")
	g.broken, g.Next = bytes.IndexByte(ahead[:n], '\n') >= 0, i+n
	return g
}

// Plain reports whether nothing but signs that join literals is in g.
func (g Glue) Plain() bool { return strings.Trim(g.Text, `+.&\_| `) == "" }

// Doubles reports whether g joins literals of a language that doubles quotes in them.
func (g Glue) Doubles() bool { return g.Plain() && strings.ContainsAny(g.Text, "&|") }

// Joins reports whether a literal goes on behind g, of which first is what stood before
// the second literal: calls that append line by line look alike.
func (g Glue) Joins(first Glue) bool {
	switch {
	case g.Next == 0:
		return false
	case g.Plain():
		return g.Text != "" || g.broken
	}
	return g.broken && g.Text == first.Text
}
