package face

import (
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
	"github.com/callbacklens/callbacklens/parser/reference"
)

// KindName names the kind of a callback. A review that does not say what was reviewed is
// called so, and not after the first scene in it.
func KindName(c *parser.Callback) lang.Text {
	if reference.Known(c.Kind) || len(c.Jobs) == 0 || c.Jobs[0].Review == nil ||
		c.Kind == c.Event.Text || c.Kind == c.Jobs[0].Tag.Text {
		return reference.KindName(c.Kind)
	}
	return words.Say.Review
}
