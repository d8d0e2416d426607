package app

import (
	"fmt"
	"strings"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"
)

// layersCard lists the wrappers that were taken off the body, each with where
// it lay and how much was in it.
func (s *Session) layersCard() goapp.UI {
	n := len(s.Report.Layers)
	if n == 0 {
		return nil
	}
	lede := st("p", "gloss").Text(say.LayersLede.In(s.Lang)).UI()
	if n > fewLayers {
		return s.frame(say.Layers, "", lede, &layerList{S: s, Rev: s.Rev})
	}
	lines := make([]*still, n)
	for i := range lines {
		lines[i] = s.layer(i)
	}
	return s.frame(say.Layers, "", lede, st("ol", "layers").Body(lines...).UI())
}

// layer draws a wrapper as a line.
func (s *Session) layer(i int) *still {
	layer := &s.Report.Layers[i]
	line := st("li").Body(
		st("code", "layer-kind").Text(layer.Kind),
		st("span", "layer-note").Foreign(layer.Note.In(s.Lang)),
		st("span", "gloss").Text(say.LayerSize.With(size(layer.Size)).In(s.Lang)),
	)
	if layer.In < 0 {
		line.Body(s.markButton(layer.Span, say.ShowInSource))
	}
	return line
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
	S   *Session
	Rev int

	pane pane
}

// OnInit makes the list ready to be drawn.
func (c *layerList) OnInit() { c.pane = newPane(".layers-scroll", layerRowHeight, 0) }

// OnMount lets the list follow the browser.
func (c *layerList) OnMount(ctx goapp.Context) { c.pane.mount(ctx, c.JSValue(), nil) }

// OnDismount ends what OnMount began.
func (c *layerList) OnDismount() { c.pane.dismount() }

// Render draws the lines in sight.
func (c *layerList) Render() goapp.UI {
	n := len(c.S.Report.Layers)
	c.pane.resize(n)
	return el("div", "layers-long").Body(
		st("p", "gloss").Text(count(n)).UI(),
		el("div", "layers-scroll").TabIndex(0).Role("region").Aria("label", say.Layers.In(c.S.Lang)).Body(
			el("div", "layers").Role("list").Body(c.pane.draw(c.row)...)),
	)
}

func (c *layerList) row(i int) *still {
	line := c.S.layer(i)
	line.tag = "div"
	return line.Role("listitem").Aria("setsize", len(c.S.Report.Layers)).Aria("posinset", i+1)
}

// bodyCard tells what was given.
func (s *Session) bodyCard() goapp.UI {
	source := &s.Report.Source
	format := strings.ToUpper(source.Format.String())
	return s.card(say.Source, "",
		s.plain(source.Name != "", say.SourceName.In(s.Lang), source.Name),
		s.plain(format != "", say.SourceFormat.In(s.Lang), format),
		s.plain(true, say.SourceSize.In(s.Lang), fmt.Sprintf("%s (%s)", size(source.Bytes), say.Bytes.With(count(source.Bytes)).In(s.Lang))),
		s.plain(source.Charset != "", say.SourceCharset.In(s.Lang), source.Charset),
	)
}

// plain is a fact about the body that does not stand in it.
func (s *Session) plain(known bool, name, value string) *still {
	if !known {
		return nil
	}
	return st("div", "fact").Body(
		st("dt").Text(name),
		st("dd").Body(st("bdi", "value").Edged(value)))
}
