package frame

import (
	"runtime"
	"testing"
	"weak"

	"github.com/callbacklens/callbacklens/app/internal/apptest"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// Nothing holds on to a body that another one has taken the place of, or that
// was put away, whatever was chosen in it.
func TestABodyThatIsGoneIsLetGo(t *testing.T) {
	for name, leave := range map[string]func(*model.Page){
		"another body": func(p *model.Page) { p.Open(apptest.Result(t, "failed", lang.EN).Body.Report, model.Given{}) },
		"put away":     func(p *model.Page) { p.Clear() },
		"read further": func(p *model.Page) { p.Body.Extend(apptest.Result(t, "xml", lang.EN).Body.Report) },
		"revealed":     func(p *model.Page) { p.Body.Reveal(apptest.Result(t, "xml", lang.EN).Body.Report, true) },
	} {
		p := apptest.Result(t, "xml", lang.EN)
		document := lookedAt(p)
		leave(p)
		runtime.GC()
		if document.Value() != nil {
			t.Errorf("%s: the one before is still held", name)
		}
		runtime.KeepAlive(p)
	}
}

// lookedAt does to a body what a reader does.
func lookedAt(p *model.Page) weak.Pointer[parser.Document] {
	p.SelectToken(1)
	p.Perform(model.ToPlace(model.ViewSource, p.Body.Place()))
	p.Perform(model.ToPlace(model.ViewTree, p.Body.Place()))
	return weak.Make(p.Body.Report.Documents[0])
}
