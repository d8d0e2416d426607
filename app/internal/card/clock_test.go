package card

import (
	"strings"
	"testing"
	"time"
	_ "time/tzdata"

	"github.com/callbacklens/callbacklens/app/internal/apptest"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// clockIn is the clock of a reader in a zone, read from Go's tables as the
// browser's is from Intl.
func clockIn(t *testing.T, zone string) *clock {
	t.Helper()
	place, err := time.LoadLocation(zone)
	if err != nil {
		t.Fatal(err)
	}
	return &clock{zone: zone, wall: func(at time.Time) map[string]string {
		f := strings.Fields(at.In(place).Format("2006 01 02 15 04 05 -07"))
		offset := strings.Replace(strings.Replace(f[6], "+0", "+", 1), "-0", "-", 1)
		return map[string]string{"year": f[0], "month": f[1], "day": f[2], "hour": f[3],
			"minute": f[4], "second": f[5], "timeZoneName": "GMT" + offset}
	}}
}

func TestClockAcrossTheChangeOfSummerTime(t *testing.T) {
	c := clockIn(t, "Europe/Berlin")
	for _, test := range []struct{ written, wall, place string }{
		{"2024-03-31T08:59:59+0800", "2024-03-31 01:59:59", "Europe/Berlin, UTC+1"},
		{"2024-03-31T09:00:00+0800", "2024-03-31 03:00:00", "Europe/Berlin, UTC+2"},
		{"2024-10-27T08:30:00+0800", "2024-10-27 02:30:00", "Europe/Berlin, UTC+2"},
		{"2024-10-27T09:30:00+0800", "2024-10-27 02:30:00", "Europe/Berlin, UTC+1"},
	} {
		at, err := time.Parse("2006-01-02T15:04:05-0700", test.written)
		if err != nil {
			t.Fatal(err)
		}
		if wall, place := c.Moment(at), c.place(at); wall != test.wall || place != test.place {
			t.Errorf("%s is shown as %s %s, want %s %s", test.written, wall, place, test.wall, test.place)
		}
	}
}

func TestSpell(t *testing.T) {
	for _, test := range []struct {
		d      time.Duration
		zh, en string
	}{
		{0, "0 秒", "0 s"},
		{4 * time.Second, "4 秒", "4 s"},
		{1500 * time.Millisecond, "1.5 秒", "1.5 s"},
		{65 * time.Second, "1 分 5 秒", "1 min 5 s"},
		{time.Hour + 5*time.Second, "1 小时 0 分", "1 h 0 min"},
		{50 * time.Hour, "2 天 2 小时", "2 d 2 h"},
	} {
		if got := words.Spell(test.d); got.ZH != test.zh || got.EN != test.en {
			t.Errorf("spell(%v) = %+v, want %q, %q", test.d, got, test.zh, test.en)
		}
	}
}

func TestTimesAreInTheReadersZoneAndInUTC(t *testing.T) {
	reader = clockIn(t, "America/New_York")
	defer func() { reader = nil }()
	p := apptest.Result(t, "xml", lang.ZH)
	made := p.Body.CurrentJob().Created
	apptest.WantAll(t, apptest.Drawn(t, New(p, p.Body).TimeFact(words.Say.Times, made).UI()),
		"2022-07-25T16:35:39+0800", "2022-07-25 04:35:39", "America/New_York, UTC-4", "2022-07-25 08:35:39")
}
