package face

import (
	"strconv"
	"time"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/internal/visible"
)

// QuotedCopy writes what is to be copied for an attribute, so that nothing in it
// changes on the way or hides there.
func QuotedCopy(value string) string {
	if visible.Plain(value) {
		return strconv.Quote(value)
	}
	return strconv.QuoteToASCII(value)
}

// CopyButton returns a button that copies value; what names it for those who
// do not see where it stands.
func CopyButton(p *model.Page, value, what string) *dom.Still {
	name := words.Say.Copy.In(p.Lang) + " " + visible.Isolated(what)
	return dom.StButton("small", "copy").
		DataSet("copy", QuotedCopy(value)).DataSet("done", words.Say.Copied.In(p.Lang)).
		Aria("label", name).Attr("title", name).
		Body(dom.StIcon(dom.IconCopy))
}

// CopyOf puts what is quoted in the button's data-copy on the clipboard, and says
// so.
func CopyOf(p *model.Page, button goapp.Value) {
	value, err := strconv.Unquote(button.Get("dataset").Get("copy").String())
	if err != nil {
		return
	}
	Copy(p, button, value)
}

// Copy does so with a text that the button does not hold.
func Copy(p *model.Page, button goapp.Value, value string) {
	go func() {
		if !Copied(p, value) {
			return
		}
		button.Get("classList").Call("add", "copied")
		time.Sleep(1600 * time.Millisecond)
		button.Get("classList").Call("remove", "copied")
	}()
}

// Copied copies a text and says whether that could be done.
func Copied(p *model.Page, value string) bool {
	if dom.WriteClipboard(value) != nil {
		p.Loop.Do(func() { p.Say(words.Quoting(words.Say.NotCopied)) })
		return false
	}
	dom.Announce(words.Say.Copied.In(p.Lang))
	return true
}
