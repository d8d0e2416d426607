package facts

import (
	"strings"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/face"
	"github.com/callbacklens/callbacklens/app/internal/list"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
)

// layersCard lists the wrappers that were taken off the body, each with where
// it lay and how much was in it.
func (c *column) layersCard() goapp.UI {
	n := len(c.Body.Report.Layers)
	if n == 0 {
		return nil
	}
	lede := dom.St("p", "gloss").Text(words.Say.LayersLede.In(c.Lang)).UI()
	if n > fewLayers {
		return c.Frame(words.Say.Layers, "", lede, &layerList{P: c.Page, B: c.Page.Body, Rev: c.Rev})
	}
	lines := make([]*dom.Still, n)
	for i := range lines {
		lines[i] = c.layer(i)
	}
	return c.Frame(words.Say.Layers, "", lede, dom.StOf("ol", "layers", lines...).UI())
}

// layer draws a wrapper as a line.
func (c *column) layer(i int) *dom.Still {
	layer := &c.Body.Report.Layers[i]
	line := dom.StOf("li", "",
		dom.St("span", "layer-kind").Text(parser.LayerName(layer.Kind).In(c.Lang)),
		dom.St("span", "layer-note").Foreign(layer.Note.In(c.Lang)),
		dom.St("span", "gloss").Text(words.Say.LayerSize.With(words.Size(layer.Size)).In(c.Lang)),
	)
	return line.Body(face.PlaceButton(c.Page, c.Body.Report.PlaceOfLayer(i), words.Say.ShowInSource))
}

const (
	// fewLayers is how many wrappers are listed in full.
	fewLayers = 20
	// layerRowHeight is the height in pixels of a line in a longer list;
	// facts.css has the same.
	layerRowHeight = 30
)

// layerList lists many wrappers, of which it draws those in sight.
type layerList struct {
	goapp.Compo
	P   *model.Page
	B   *model.Body // that it shows
	Rev int

	pane list.Pane
}

// OnInit makes the list ready to be drawn.
func (c *layerList) OnInit() { c.pane = list.NewPane(".layers-scroll", layerRowHeight, 0) }

// OnMount lets the list follow the browser.
func (c *layerList) OnMount(ctx goapp.Context) { c.pane.Mount(ctx, c.JSValue(), nil) }

// OnDismount ends what OnMount began.
func (c *layerList) OnDismount() { c.pane.Dismount() }

// Render draws the lines in sight.
func (c *layerList) Render() goapp.UI {
	n := len(c.B.Report.Layers)
	c.pane.Resize(n)
	return dom.El("div", "layers-long").Body(
		dom.St("p", "gloss").Text(words.Count(n)).UI(),
		dom.El("div", "layers-scroll").TabIndex(0).Role("region").Aria("label", words.Say.Layers.In(c.P.Lang)).Body(
			dom.El("div", "layers").Role("list").Body(c.pane.Draw(c.row)...)),
	)
}

func (c *layerList) row(i int) *dom.Still {
	line := newColumn(c.P, c.B).layer(i)
	line.Tag = "div"
	return line.Role("listitem").Aria("setsize", len(c.B.Report.Layers)).Aria("posinset", i+1)
}

// bodyCard tells what was given.
func (c *column) bodyCard() goapp.UI {
	source := &c.Body.Report.Source
	format := strings.ToUpper(source.Format.String())
	size := words.Size(source.Bytes)
	if source.Bytes >= 1<<10 {
		size += " (" + words.Say.Bytes.With(words.Count(source.Bytes)).In(c.Lang) + ")"
	}
	return c.Card(words.Say.Source, "",
		c.plain(source.Name != "", words.Say.SourceName.In(c.Lang), source.Name),
		c.plain(format != "", words.Say.SourceFormat.In(c.Lang), format),
		c.plain(true, words.Say.SourceSize.In(c.Lang), size),
		c.plain(source.Charset != "", words.Say.SourceCharset.In(c.Lang), source.Charset),
	)
}

// plain is a fact about the body that does not stand in it.
func (c *column) plain(known bool, name, value string) *dom.Still {
	if !known {
		return nil
	}
	return dom.StOf("div", "fact",
		dom.St("dt").Text(name),
		dom.StOf("dd", "", dom.St("bdi", "value").Edged(value)))
}
