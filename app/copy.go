package app

import (
	"context"
	"strconv"
	"strings"
	"time"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/parser/visible"
)

// quotedCopy writes what is to be copied for an attribute, so that nothing in it
// changes on the way or hides there.
func quotedCopy(value string) string {
	if visible.Plain(value) {
		return strconv.Quote(value)
	}
	return strconv.QuoteToASCII(value)
}

// copyButton returns a button that copies value; what names it for those who
// do not see where it stands.
func (s *Session) copyButton(value, what string) *still {
	name := say.Copy.In(s.Lang) + " " + visible.Isolated(what)
	return stillButton("small", "copy").
		DataSet("copy", quotedCopy(value)).DataSet("done", say.Copied.In(s.Lang)).
		Aria("label", name).Attr("title", name).
		Body(stillIcon(iconCopy))
}

// copy puts what is quoted in the button's data-copy on the clipboard, and says
// so.
func (s *Session) copy(button goapp.Value) {
	value, err := strconv.Unquote(button.Get("dataset").Get("copy").String())
	if err != nil {
		return
	}
	go func() {
		if !s.copied(value) {
			return
		}
		button.Get("classList").Call("add", "copied")
		time.Sleep(1600 * time.Millisecond)
		button.Get("classList").Call("remove", "copied")
	}()
}

// copied copies a text and says whether that could be done.
func (s *Session) copied(value string) bool {
	if writeClipboard(value) != nil {
		s.onPage(func() { s.notice = quoting(say.NotCopied); s.Rev++ })
		return false
	}
	announce(say.Copied.In(s.Lang))
	return true
}

// writeClipboard copies a text, also on pages that are not served securely,
// where the newer way is missing.
func writeClipboard(value string) (err error) {
	if failed := attempt(func() {
		_, err = await(context.Background(), goapp.Window().Get("navigator").Get("clipboard").Call("writeText", value))
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

// placeholder stands for a sign while the browser is asked what is marked. It
// is of private use and so never on the page itself: it would have a sign.
const placeholder = "\ue000"

// copyMarked puts what is marked on the clipboard, with the characters that the
// signs in it stand for. What has no signs is left to the browser.
func copyMarked(e goapp.Value) {
	selection := goapp.Window().Call("getSelection")
	all := document().Call("querySelectorAll", ".sign")
	if all.Get("length").Int() == 0 || selection.Get("isCollapsed").Bool() || inField(e.Get("target")) {
		return
	}
	var characters []string
	var restore []func()
	for i := range all.Get("length").Int() {
		sign := all.Index(i)
		if !selection.Call("containsNode", sign, true).Bool() {
			continue
		}
		text := sign.Get("firstChild")
		shown := text.Get("data")
		text.Set("data", placeholder)
		restore = append(restore, func() { text.Set("data", shown) })
		characters = append(characters, characterOf(sign.Get("dataset").Get("char").String()))
	}
	marked := selection.Call("toString").String()
	for _, r := range restore {
		r()
	}
	if len(characters) == 0 {
		return
	}
	e.Get("clipboardData").Call("setData", "text/plain", inPlaces(marked, characters))
	e.Call("preventDefault")
}

// inPlaces puts characters in the places of the placeholders.
func inPlaces(text string, characters []string) string {
	var b strings.Builder
	for _, c := range characters {
		before, after, found := strings.Cut(text, placeholder)
		b.WriteString(before)
		if text = after; !found {
			break
		}
		b.WriteString(c)
	}
	b.WriteString(text)
	return b.String()
}

// characterOf returns the character of a hexadecimal number.
func characterOf(number string) string {
	r, err := strconv.ParseInt(number, 16, 32)
	if err != nil {
		return ""
	}
	return string(rune(r))
}
