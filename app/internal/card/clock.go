package card

import (
	"strings"
	"time"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
)

// clock tells the time where the reader is. Go's own local time is of no use
// in the browser: it knows one offset, today's, and so is an hour off for
// moments on the other side of a change of summer time.
type clock struct {
	zone string // as the tz database names it
	// wall returns the time on the wall as year, month, day, hour, minute and
	// second, and the offset, such as "GMT+8".
	wall func(time.Time) map[string]string
}

// reader is the clock of whoever reads the page; nil before it is asked for.
var reader *clock

// Reader returns the clock of the reader, that of the browser's zone.
func Reader() *clock {
	if reader == nil {
		reader = &clock{zone: "UTC", wall: wallUTC}
		if goapp.IsClient {
			_ = dom.Attempt(func() { reader = browserClock() })
		}
	}
	return reader
}

func browserClock() *clock {
	intl := goapp.Window().Get("Intl").Get("DateTimeFormat")
	zone := intl.New().Call("resolvedOptions").Get("timeZone").String()
	format := intl.New("en-US", map[string]any{
		"timeZone": zone, "hourCycle": "h23", "timeZoneName": "shortOffset",
		"year": "numeric", "month": "2-digit", "day": "2-digit",
		"hour": "2-digit", "minute": "2-digit", "second": "2-digit",
	})
	c := &clock{zone: zone, wall: func(t time.Time) map[string]string {
		date := goapp.Window().Get("Date").New(float64(t.UnixMilli()))
		parts := format.Call("formatToParts", date)
		wall := make(map[string]string)
		for i := range parts.Get("length").Int() {
			part := parts.Index(i)
			wall[part.Get("type").String()] = part.Get("value").String()
		}
		return wall
	}}
	c.place(time.Now()) // a browser that cannot do it throws here, and not later
	return c
}

// wallUTC is the wall clock where there is no browser.
func wallUTC(t time.Time) map[string]string {
	fields := strings.FieldsFunc(t.UTC().Format("2006-01-02 15:04:05"), func(r rune) bool { return r < '0' || r > '9' })
	return map[string]string{
		"year": fields[0], "month": fields[1], "day": fields[2],
		"hour": fields[3], "minute": fields[4], "second": fields[5], "timeZoneName": "GMT",
	}
}

// Moment writes t as the clock shows it: 2022-07-25 16:35:39.
func (c *clock) Moment(t time.Time) string {
	w := c.wall(t)
	return w["year"] + "-" + w["month"] + "-" + w["day"] + " " + w["hour"] + ":" + w["minute"] + ":" + w["second"]
}

// place names the zone with the offset that it has at t: Asia/Shanghai, UTC+8.
func (c *clock) place(t time.Time) string {
	offset := strings.Replace(c.wall(t)["timeZoneName"], "GMT", "UTC", 1)
	if offset == c.zone {
		return offset
	}
	return c.zone + ", " + offset
}

// momentUTC writes t in UTC, in the form of moment.
func momentUTC(t time.Time) string { return t.UTC().Format("2006-01-02 15:04:05") }
