package app

import (
	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/parser/lang"
)

// failures are the sentences on what keeps the program from running, by the name
// that the start-up script gives each: before it runs, and once it has.
var failures = []struct {
	name     string
	sentence lang.Text
}{
	{"unsupported", say.Unsupported},
	{"blocked", say.Blocked},
	{"network", say.Network},
	{"slow", say.Slow},
	{"crashed", say.Crashed},
	{"memory", say.Exhausted},
}

// Crash is what stands beside the program in every page, out of its reach, and
// is seen when it has stopped, or did not come where a body waits for it: that
// it is so and why, and a way to start afresh. It is hidden by itself, so that
// it makes sense without a style sheet too.
func Crash() goapp.UI {
	return el("aside", "crash").Hidden(true).Aria("live", "assertive").Body(
		crashIn(lang.ZH), crashIn(lang.EN),
	)
}

func crashIn(l lang.Lang) goapp.UI {
	var all []goapp.UI
	for _, f := range failures {
		all = append(all, el("p").Hidden(true).DataSet("when", f.name).Text(f.sentence.In(l)))
	}
	all = append(all, button().DataSet("reload", "").Text(say.StartAgain.In(l)))
	return el("div", "crash-said", "only-"+l.String()).Lang(l.Tag()).Body(all...)
}

// Broken is the sentence for a page that lacks the others, as it was cut off on
// its way.
func Broken() lang.Text { return say.Broken }
