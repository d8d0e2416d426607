package app

import (
	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/parser"
)

// inputCard tells where the job's text lies. The address is there to be
// copied, not to be followed: a look at a callback fetches nothing.
func (s *Session) inputCard(in *parser.Input) goapp.UI {
	return s.card(say.Input, in.Item.Path(),
		s.fact(say.Bucket, in.Bucket),
		s.fact(say.Region, in.Region),
		s.fact(say.Object, in.Object),
		s.address(in),
	)
}

func (s *Session) address(in *parser.Input) *still {
	address := in.Address()
	if address == "" {
		return nil
	}
	return st("div", "fact").Body(
		st("dt").Text(say.Address.In(s.Lang)),
		st("dd").Body(
			st("div", "said").Body(st("bdi", "value").Edged(address)),
			st("span", "tools", "always").Body(s.copyButton(address, say.Address.In(s.Lang))),
		))
}
