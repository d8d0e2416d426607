package app

import (
	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/parser/lang"
)

// Crash is what stands beside the program in every page, out of its reach, and
// is seen when it has stopped: that it has, and a way to start afresh.
func Crash() goapp.UI {
	return goapp.Aside().Class("crash").Aria("live", "assertive").Body(
		crashIn(lang.ZH), crashIn(lang.EN),
	)
}

func crashIn(l lang.Lang) goapp.UI {
	return goapp.Div().Class("crash-said", "only-"+l.String()).Lang(l.Tag()).Body(
		goapp.P().Text(say.Crashed.In(l)),
		goapp.Button().Type("button").DataSet("reload", "").Text(say.StartAgain.In(l)),
	)
}
