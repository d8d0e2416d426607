package frame

import (
	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/charts"
	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/facts"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/original"
	"github.com/callbacklens/callbacklens/app/internal/remarks"
	"github.com/callbacklens/callbacklens/app/internal/results"
	"github.com/callbacklens/callbacklens/app/internal/sentence"
	"github.com/callbacklens/callbacklens/app/internal/source"
	"github.com/callbacklens/callbacklens/app/internal/tokens"
	"github.com/callbacklens/callbacklens/app/internal/tree"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// view is a row of the list of views.
type view struct {
	name  model.View
	key   string // that brings it in front
	label func(*model.Page) lang.Text
	draw  func(*model.Page) []goapp.UI
	tally func(*model.Page) int // the number behind the label; nil for none
}

// views lists the views in the order of their tabs. The first stands in the
// wide column; where there is room the others stand beside it.
var views = [...]view{
	{model.ViewTokens, "1", mainLabel, mainParts, tokenCount},
	{model.ViewFacts, "2", labelled(&words.Say.ViewFacts), factsParts, nil},
	{model.ViewTree, "3", labelled(&words.Say.ViewTree), treeParts, nil},
	{model.ViewSource, "4", labelled(&words.Say.ViewSource), sourceParts, nil},
	{model.ViewRemarks, "5", labelled(&words.Say.ViewRemarks), remarksParts, remarkTally},
	{model.ViewCharts, "6", labelled(&words.Say.ViewCharts), chartsParts, nil},
}

func chartsParts(p *model.Page) []goapp.UI {
	return []goapp.UI{&charts.View{P: p, B: p.Body, Rev: p.Rev}}
}

func factsParts(p *model.Page) []goapp.UI {
	return []goapp.UI{&facts.View{P: p, B: p.Body, Rev: p.Rev}}
}

func treeParts(p *model.Page) []goapp.UI {
	if len(p.Body.Report.Documents) == 0 {
		return []goapp.UI{tree.None(p.Lang)}
	}
	return []goapp.UI{&tree.View{P: p, B: p.Body, Rev: p.Rev}}
}

func sourceParts(p *model.Page) []goapp.UI {
	return []goapp.UI{&source.View{P: p, B: p.Body, Rev: p.Rev}}
}

func remarksParts(p *model.Page) []goapp.UI {
	return []goapp.UI{&remarks.View{P: p, B: p.Body, Rev: p.Rev}}
}

// labelled returns what gives a label that is the same for all bodies.
func labelled(t *lang.Text) func(*model.Page) lang.Text {
	return func(*model.Page) lang.Text { return *t }
}

// viewNamed returns the view of a name, the one beside the tokens of a new body
// if there is none.
func viewNamed(name model.View) *view {
	for i := range views {
		if views[i].name == name {
			return &views[i]
		}
	}
	return &views[1]
}

// count draws the number behind the label.
func (v *view) count(p *model.Page) goapp.UI {
	if v.tally == nil {
		return nil
	}
	n := v.tally(p)
	if n == 0 {
		return nil
	}
	return dom.El("span", "tally").Text(words.Count(n))
}

// mainParts is what stands in the wide column.
func mainParts(p *model.Page) []goapp.UI {
	c := p.Body.CurrentCallback()
	switch {
	case c == nil:
		return []goapp.UI{&remarks.Unparsed{P: p, Rev: p.Rev}}
	case c.Fault != nil:
		return []goapp.UI{&results.Fault{P: p, B: p.Body, Rev: p.Rev}}
	case c.Execution != nil:
		return []goapp.UI{&results.Execution{P: p, B: p.Body, Rev: p.Rev}}
	case p.Body.CurrentJob() != nil && p.Body.CurrentJob().Review != nil:
		return []goapp.UI{&results.Review{P: p, B: p.Body, Rev: p.Rev}}
	case p.Body.Tokens().Len() > 0 && results.IsSpeech(p.Body.CurrentJob()):
		return []goapp.UI{&results.Speech{P: p, B: p.Body, Rev: p.Rev},
			&sentence.View{P: p, B: p.Body, Rev: p.Rev}, originalPart(p), &tokens.View{P: p, B: p.Body, Rev: p.Rev}}
	case p.Body.Tokens().Len() > 0:
		return []goapp.UI{&sentence.View{P: p, B: p.Body, Rev: p.Rev}, originalPart(p),
			&tokens.View{P: p, B: p.Body, Rev: p.Rev}, briefly(p)}
	}
	return []goapp.UI{&results.Results{P: p, B: p.Body, Rev: p.Rev}}
}

// originalPart is where the text can be given that was segmented.
func originalPart(p *model.Page) goapp.UI {
	return &original.View{P: p, B: p.Body, Rev: p.Rev}
}

// few reports whether there is room for the text, its table and more below each other.
func few(p *model.Page) bool {
	n := p.Body.Tokens().Len()
	return 0 < n && n <= charts.Few && p.Body.Drawn == model.DrawnWhole
}

// briefly is what fills the wide column below a table of few rows.
func briefly(p *model.Page) goapp.UI {
	if !few(p) || p.Side == model.ViewCharts {
		return nil
	}
	return &charts.View{P: p, B: p.Body, Rev: p.Rev, Brief: true}
}

// mainLabel is what the wide column is called.
func mainLabel(p *model.Page) lang.Text {
	if p.Body == nil || p.Body.Tokens().Len() > 0 {
		return words.Say.ViewTokens
	}
	return words.Say.ViewResults
}

func tokenCount(p *model.Page) int { return p.Body.Tokens().Len() }
func remarkTally(p *model.Page) int {
	here, _ := p.Body.Remarks()
	return here
}
