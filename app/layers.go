package app

import (
	"fmt"
	"strings"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"
)

// layersCard lists the wrappers that were taken off the body, each with where
// it lay and how much was in it.
func (s *Session) layersCard() goapp.UI {
	if len(s.Report.Layers) == 0 {
		return nil
	}
	lines := make([]*still, len(s.Report.Layers))
	for i := range s.Report.Layers {
		layer := &s.Report.Layers[i]
		lines[i] = st("li").Body(
			st("code", "layer-kind").Text(layer.Kind),
			st("span", "layer-note").Foreign(layer.Note.In(s.Lang)),
			st("span", "gloss").Text(say.LayerSize.With(size(layer.Size)).In(s.Lang)),
		)
		if layer.In < 0 {
			lines[i].Body(s.markButton(layer.Span, say.ShowInSource))
		}
	}
	return s.frame(say.Layers, "", st("p", "gloss").Text(say.LayersLede.In(s.Lang)).UI(), st("ol", "layers").Body(lines...).UI())
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
