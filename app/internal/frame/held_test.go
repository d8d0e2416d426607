package frame

import (
	"runtime"
	"testing"
	"time"
	"weak"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/apptest"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// The same of a page on which every view was looked at, with what is on it.
func TestAPageHoldsNothingOfABodyThatIsGone(t *testing.T) {
	for name, leave := range map[string]func(*model.Page){
		"another body": func(p *model.Page) { p.Open(apptest.Result(t, "failed", lang.EN).Body.Report, model.Given{}) },
		"put away":     func(p *model.Page) { p.Clear() },
	} {
		p := model.NewPage()
		v := &Viewer{D: NewDesk(p)}
		client := goapp.NewClientTester(v)
		document := lookedThrough(t, p, v, client)
		leave(p)
		for range 5 {
			v.Update()
			client.Consume()
			time.Sleep(time.Millisecond)
		}
		runtime.GC()
		runtime.GC()
		if document.Value() != nil {
			t.Errorf("%s: the one before is still held", name)
		}
		runtime.KeepAlive(p)
		client.Close()
	}
}

// lookedThrough opens a body on a page and brings each view in front.
func lookedThrough(t *testing.T, p *model.Page, v *Viewer, client goapp.ClientDispatcher) weak.Pointer[parser.Document] {
	t.Helper()
	p.Open(apptest.Result(t, "xml", lang.EN).Body.Report, model.Given{})
	p.Body.Drawn = model.DrawnWhole
	p.SelectToken(1)
	for i := range views {
		p.Put(views[i].name)
		v.Update()
		client.Consume()
	}
	return weak.Make(p.Body.Report.Documents[0])
}
