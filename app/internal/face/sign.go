package face

import (
	"strings"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/internal/visible"
	"github.com/callbacklens/callbacklens/parser"
)

// Sign is what stands beside something that remarks are on, and leads to the gravest
// of them: its shape tells how grave that is, its name says it. There is none where
// nothing is said about the item.
func Sign(p *model.Page, it parser.Item) *dom.Still { return SignOf(p, p.Body.About(it)) }

// SignOf is Sign for remarks that are known, the gravest first.
func SignOf(p *model.Page, remarks []int) *dom.Still {
	if len(remarks) == 0 {
		return nil
	}
	class, sign, _ := SeverityLook(p.Body.Report.Diagnostics[remarks[0]].Severity)
	said := SignText(p, remarks)
	return dom.StButton("flag", class).DataSet("do", model.ToRemark(remarks[0])).
		Aria("label", said).Title(said).Body(dom.StIcon(sign))
}

// SignText says the remarks in words: the gravest, and how many more there are.
func SignText(p *model.Page, remarks []int) string {
	d := &p.Body.Report.Diagnostics[remarks[0]]
	_, _, word := SeverityLook(d.Severity)
	var b strings.Builder
	b.WriteString(words.Say.Says.With(word.ZH, word.EN).In(p.Lang))
	for part, quoted := range d.Parts(p.Lang) {
		if quoted {
			part = visible.Isolated(part)
		}
		b.WriteString(part)
	}
	if d.Count > 1 && len(d.Args) > 0 { // it need not be this one that is described
		b.WriteString(words.Say.OfSeveral.With(words.Count(d.Count)).In(p.Lang))
	}
	if more := len(remarks) - 1; more > 0 {
		b.WriteString(" ")
		b.WriteString(words.Numbered(words.Say.RemarkMore, words.Say.RemarksMore, more).In(p.Lang))
	}
	return b.String()
}

// SignClass is the class of what remarks are on where no button has room.
func SignClass(p *model.Page, remarks []int) string {
	if len(remarks) == 0 {
		return ""
	}
	class, _, _ := SeverityLook(p.Body.Report.Diagnostics[remarks[0]].Severity)
	return "flagged " + class
}
