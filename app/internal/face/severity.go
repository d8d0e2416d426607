package face

import (
	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// SeverityLook returns class, sign and word of a severity.
func SeverityLook(severity parser.Severity) (class, sign string, word lang.Text) {
	switch severity {
	case parser.Error:
		return "is-bad", dom.IconError, words.Say.Error
	case parser.Warning:
		return "is-warn", dom.IconWarning, words.Say.Warning
	}
	return "is-info", dom.IconInfo, words.Say.Info
}
