package face

import (
	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// PlaceButton is a button that shows a place in the source.
func PlaceButton(p *model.Page, at parser.Place, label lang.Text) *dom.Still {
	return dom.StButton("place").DataSet("do", model.ToPlace(model.ViewSource, at)).
		Attr("title", words.Say.ShowInSource.In(p.Lang)).Text(label.In(p.Lang))
}
