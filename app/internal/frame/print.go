package frame

import (
	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/comparison"
	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/paper"
)

// printer hears that the page is about to be printed, and that it was.
type printer struct {
	before, after goapp.Func
	on            bool
}

// listen draws the report for as long as the page is being printed.
func (r *printer) listen(v *Viewer) {
	hear := func(on bool) goapp.Func {
		return dom.Listener(func(goapp.Value) {
			// While a first frame is awaited nobody else may draw.
			if p := v.D.Page; p.Body == nil || p.Body.Drawn < model.DrawnWhole || p.Reading != nil {
				return
			}
			v.D.Do(func() { r.on = on })
		})
	}
	r.before, r.after = hear(true), hear(false)
	goapp.Window().Call("addEventListener", "beforeprint", r.before)
	goapp.Window().Call("addEventListener", "afterprint", r.after)
}

func (r *printer) release() {
	goapp.Window().Call("removeEventListener", "beforeprint", r.before)
	goapp.Window().Call("removeEventListener", "afterprint", r.after)
	r.before.Release()
	r.after.Release()
}

// paper is the report, while the page is being printed.
func (v *Viewer) paper() goapp.UI {
	p := v.D.Page
	if !v.printer.on || p.Body == nil {
		return nil
	}
	if p.Compare != nil {
		return comparison.Paper(p)
	}
	return paper.Report(p, dom.Uis([]*dom.Still{headKind(p), badge(p), jobID(p), took(p)}), mainParts(p))
}
