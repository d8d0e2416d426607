package words

import (
	"strconv"
	"strings"
	"time"

	"github.com/callbacklens/callbacklens/parser/lang"
)

// Spell writes a duration with its two largest units, such as "1 min 5 s".
func Spell(d time.Duration) lang.Text {
	units := [...]struct {
		size time.Duration
		name lang.Text
	}{{24 * time.Hour, Say.Day}, {time.Hour, Say.Hour}, {time.Minute, Say.Minute}}
	var zh, en []string
	add := func(n string, name lang.Text) {
		t := name.With(n)
		zh, en = append(zh, t.ZH), append(en, t.EN)
	}
	for _, u := range units {
		if n := d / u.size; (n > 0 || len(zh) > 0) && len(zh) < 2 {
			add(strconv.Itoa(int(n)), u.name)
			d -= n * u.size
		}
	}
	if len(zh) < 2 {
		add(strconv.FormatFloat(d.Seconds(), 'f', -1, 64), Say.Second)
	}
	return lang.Text{ZH: strings.Join(zh, " "), EN: strings.Join(en, " ")}
}

// Filled returns a text in l with another in its place.
func Filled(t, arg lang.Text, l lang.Lang) string { return t.With(arg.In(l)).In(l) }
