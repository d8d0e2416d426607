package dom

import goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

// Dialog is what a component whose root is a dialog does with it. The browser's own
// events are heard, as go-app does not know them.
type Dialog struct {
	element goapp.Value
	heard   []goapp.Func
}

// Mount hears the keys in the dialog, and that it was closed, until Dismount.
func (d *Dialog) Mount(element goapp.Value, key func(goapp.Value), closed func()) {
	d.element = element
	d.hear("keydown", key)
	d.hear("close", func(goapp.Value) { closed() })
}

func (d *Dialog) hear(event string, fn func(goapp.Value)) {
	f := Listener(fn)
	d.element.Call("addEventListener", event, f)
	d.heard = append(d.heard, f)
}

// Dismount ends what Mount began.
func (d *Dialog) Dismount() {
	for _, f := range d.heard {
		f.Release()
	}
	d.heard = nil
}

// Show opens the dialog.
func (d *Dialog) Show() { ShowModal(d.element) }

// Close closes the dialog.
func (d *Dialog) Close() {
	if Attempt(func() { d.element.Call("close") }) != nil {
		d.element.Set("open", false)
	}
}

// ShowModal opens a dialog before all else, or within the page where the browser has no
// such dialogs.
func ShowModal(dialog goapp.Value) {
	if Attempt(func() { dialog.Call("showModal") }) != nil {
		dialog.Set("open", true)
	}
}
