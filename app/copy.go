package app

import (
	"time"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/parser/lang"
)

// copyButton returns a button that copies value; what names it for those who
// do not see where it stands.
func (s *Session) copyButton(value string, what lang.Text) *still {
	name := say.Copy.In(s.Lang) + " " + what.In(s.Lang)
	// The brackets keep blanks at the ends, which go-app trims off attributes.
	return stillButton("small", "copy").
		Attr("data-copy", "["+value+"]").DataSet("done", say.Copied.In(s.Lang)).
		Aria("label", name).Attr("title", name).
		Body(stillIcon(iconCopy))
}

// copy puts what stands in the button's data-copy on the clipboard, and says
// so.
func (s *Session) copy(button goapp.Value) {
	value := button.Get("dataset").Get("copy").String()
	value = value[1 : len(value)-1]
	go func() {
		if writeClipboard(value) != nil {
			announce(say.NotCopied.In(s.Lang))
			return
		}
		announce(say.Copied.In(s.Lang))
		button.Get("classList").Call("add", "copied")
		time.Sleep(1600 * time.Millisecond)
		button.Get("classList").Call("remove", "copied")
	}()
}

// writeClipboard copies a text, also on pages that are not served securely,
// where the newer way is missing.
func writeClipboard(value string) (err error) {
	if failed := attempt(func() {
		_, err = await(goapp.Window().Get("navigator").Get("clipboard").Call("writeText", value))
	}); failed == nil && err == nil {
		return nil
	}
	return attempt(func() {
		area := document().Call("createElement", "textarea")
		area.Set("className", "heard")
		area.Set("value", value)
		document().Get("body").Call("append", area)
		area.Call("select")
		copied := document().Call("execCommand", "copy").Bool()
		area.Call("remove")
		if !copied {
			panic("copying was refused")
		}
	})
}

// announce says a sentence to those who listen to the page.
func announce(sentence string) {
	if said := document().Call("getElementById", "said"); said.Truthy() {
		said.Set("textContent", sentence)
	}
}
