package card

import (
	"time"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// TimeFact writes a moment as the body does, in the reader's zone and in UTC.
func (s *Column) TimeFact(name lang.Text, t parser.Time) *dom.Still {
	switch {
	case !t.Set():
		return s.Fact(name, t.Value, s.notYet(t))
	case !t.Known:
		return s.Fact(name, t.Value, s.Gloss(words.Say.NotATime))
	}
	c := Reader()
	said := dom.StOf("div", "said", s.Value(t.Value).Title(momentUTC(t.At)+" UTC"))
	local := c.Moment(t.At)
	if local == t.At.Format(time.DateTime) { // which would say the same again
		return s.LineOf(name, t.Item, said, s.Tools(name.In(s.Lang), t.Value))
	}
	var utc *dom.Still
	if c.zone != "UTC" {
		utc = moment(t.At, momentUTC(t.At), "UTC")
	}
	return s.LineOf(name, t.Item, said, s.Tools(name.In(s.Lang), t.Value),
		dom.StOf("div", "zones", moment(t.At, local, c.place(t.At)), utc))
}

func (c *Column) notYet(t parser.Time) *dom.Still {
	if t.Text != "-" {
		return nil
	}
	return c.Gloss(words.Say.NotYet)
}

func moment(at time.Time, wall, zone string) *dom.Still {
	return dom.St("time", "moment").Attr("datetime", at.UTC().Format(time.RFC3339)).Body(
		dom.StText(wall), dom.St("span", "zone").Text(zone))
}
