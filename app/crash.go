package app

import (
	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/parser/lang"
)

// Crash is what stands beside the program in every page, out of its reach, and
// is seen when it has stopped: that it has and why, and a way to start afresh.
func Crash() goapp.UI {
	return el("aside", "crash").Aria("live", "assertive").Body(
		crashIn(lang.ZH), crashIn(lang.EN),
	)
}

func crashIn(l lang.Lang) goapp.UI {
	return el("div", "crash-said", "only-"+l.String()).Lang(l.Tag()).Body(
		el("p", "why-crashed").Text(say.Crashed.In(l)),
		el("p", "why-memory").Text(say.Exhausted.In(l)),
		button().DataSet("reload", "").Text(say.StartAgain.In(l)),
	)
}
