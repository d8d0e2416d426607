package results

import (
	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/parser"
)

// Speech shows what was heard above the words that it was segmented into: sentences with
// their clock and speaker. All else of the recognition stands among the facts.
type Speech struct {
	goapp.Compo
	P   *model.Page
	B   *model.Body // that it shows
	Rev int
}

// IsSpeech reports whether the words of a job are those of a speech.
func IsSpeech(j *parser.Job) bool { return j != nil && j.DetailNamed(speechNode) != nil }

const speechNode = "SpeechRecognitionResult"

// Render draws the sentences, or where there are none the text with its times.
func (c *Speech) Render() goapp.UI {
	j := c.B.CurrentJob()
	if !IsSpeech(j) {
		return dom.El("section", "speech").Hidden(true)
	}
	s := newColumn(c.P, c.B)
	s.brief = true
	heard := runs(j.DetailNamed(speechNode).Groups)
	var cards []goapp.UI
	for _, run := range heard {
		if run[0].Model.Name != "Result" || len(heard) == 1 {
			cards = append(cards, s.FrameOf(s.groupName(run), run[0].Item.Path(), s.alike(run, true).UI()))
		}
	}
	return dom.El("section", "speech").Hidden(len(cards) == 0).Body(cards...)
}
