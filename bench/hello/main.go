// Command hello is the smallest page that go-app makes: what the start of any
// other is measured against. Run on a desktop it writes the static site.
package main

import (
	"log"
	"os"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

type hello struct{ app.Compo }

// OnMount sets the mark that the measuring waits for.
func (h *hello) OnMount(app.Context) {
	if app.IsClient {
		app.Window().Get("document").Get("documentElement").Get("dataset").Set("state", "running")
	}
}

func (h *hello) Render() app.UI { return app.H1().Text("Hello") }

func main() {
	app.RouteFunc("/", func() app.Composer { return &hello{} })
	app.RunWhenOnBrowser()
	// Without files of its own go-app asks another host for its icons.
	icon := app.Icon{Default: "/web/icon.svg", Large: "/web/icon.svg", SVG: "/web/icon.svg"}
	if err := app.GenerateStaticWebsite(os.Args[1], &app.Handler{Name: "Hello", Icon: icon}); err != nil {
		log.Fatal(err)
	}
}
