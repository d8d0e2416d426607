package app

import (
	"context"
	"strconv"
	"time"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// The page holds a report in which secrets are hidden, so that no part of it
// can show them. To show them, the body is read again with nothing hidden.

// given is a body as it was given.
type given struct {
	name   string
	body   []byte
	prefix bool // it is the beginning of a longer one
}

// secretsSwitch shows what is hidden, and hides it again.
func (s *Session) secretsSwitch() goapp.UI {
	if s.secrets == 0 || s.rest() == restComing {
		return nil
	}
	return button("secrets").DataSet("do", "secrets").Aria("pressed", s.revealed).
		Body(icon(iconLock), goapp.Text(s.secretsLabel().In(s.Lang)))
}

func (s *Session) secretsLabel() lang.Text {
	one, many := say.ShowSecret, say.ShowSecrets
	if s.revealed {
		one, many = say.HideSecret, say.HideSecrets
	}
	if s.secrets == 1 {
		return one
	}
	return many.With(strconv.Itoa(s.secrets))
}

// reveal reads the body again with its secrets shown or hidden.
func (s *Session) reveal(shown bool) {
	defer s.rescue()
	var g given
	var turn int
	ctx, cancel := context.WithCancel(context.Background())
	s.quietly(func() {
		s.intake.stop()
		g, turn, s.intake.cancel = s.given, s.intake.turn, cancel
		s.Phase = PhaseReading
	})
	const never = 1 << 62 // is the beginning shown: it is already
	r := &reading{session: s, turn: turn, pace: newPacer(), since: time.Now(), moreAfter: never, name: g.name, body: g.body}
	defer r.pace.close()
	defer s.finish(turn)

	opt := r.options(ctx)
	opt.Redact, opt.Prefix = !shown, g.prefix
	report := parser.Inspect(ctx, g.body, opt)
	if ctx.Err() == nil {
		s.settle(turn, func() {
			s.revealed, s.Place = shown, parser.Item{}
			s.extend(report)
		})
	}
	go s.fillIn(turn)
}
