package frame

import (
	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// failures are the sentences on what keeps the program from running, by the name
// that the start-up script gives each: before it runs, and once it has.
var failures = []struct {
	name     string
	sentence lang.Text
}{
	{"unsupported", words.Say.Unsupported},
	{"blocked", words.Say.Blocked},
	{"network", words.Say.Network},
	{"slow", words.Say.Slow},
	{"crashed", words.Say.Crashed},
	{"memory", words.Say.Exhausted},
}

// Crash is what stands beside the program in every page, out of its reach, and
// is seen when it has stopped, or did not come where a body waits for it: that
// it is so and why, and a way to start afresh. It is hidden by itself, so that
// it makes sense without a style sheet too.
func Crash() goapp.UI {
	return dom.El("aside", "crash").Hidden(true).Aria("live", "assertive").Body(
		crashIn(lang.ZH), crashIn(lang.EN),
	)
}

func crashIn(l lang.Lang) goapp.UI {
	var all []goapp.UI
	for _, f := range failures {
		all = append(all, dom.El("p").Hidden(true).DataSet("when", f.name).Text(f.sentence.In(l)))
	}
	all = append(all, dom.Button().DataSet("reload", "").Text(words.Say.StartAgain.In(l)))
	return dom.El("div", "crash-said", "only-"+l.String()).Lang(l.Tag()).Body(all...)
}
