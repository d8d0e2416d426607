package dom

import (
	"context"
	"errors"
	"strconv"
	"strings"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"
)

// WriteClipboard copies a text, also on pages that are not served securely,
// where the newer way is missing.
func WriteClipboard(value string) error {
	var promise goapp.Value
	if Attempt(func() {
		promise = goapp.Window().Get("navigator").Get("clipboard").Call("writeText", value)
	}) == nil {
		if _, err := Await(context.Background(), promise); err == nil {
			return nil
		}
	}
	copied := false
	err := Attempt(func() {
		area := Document().Call("createElement", "textarea")
		area.Set("className", "heard")
		area.Set("value", value)
		Document().Get("body").Call("append", area)
		area.Call("select")
		copied = Document().Call("execCommand", "copy").Bool()
		area.Call("remove")
	})
	if err == nil && !copied {
		err = errors.New("copying was refused")
	}
	return err
}

// Announce says a sentence to those who listen to the page, also one that was said just
// before: what does not change would not be read out again.
func Announce(sentence string) {
	said := Document().Call("getElementById", "said")
	if !said.Truthy() {
		return
	}
	if said.Get("textContent").String() == sentence {
		sentence += "\u00a0"
	}
	said.Set("textContent", sentence)
}

// placeholder stands for a sign while the browser is asked what is marked. It
// is of private use and so never on the page itself: it would have a sign.
const placeholder = "\ue000"

// CopyMarked puts signs back into characters where marked text is copied.
func CopyMarked() { Document().Call("addEventListener", "copy", Listener(copyMarked)) }

// copyMarked puts what is marked on the clipboard, with the characters that the
// signs in it stand for. What has no signs is left to the browser.
func copyMarked(e goapp.Value) {
	selection := goapp.Window().Call("getSelection")
	all := Document().Call("querySelectorAll", ".sign")
	if selection.Get("isCollapsed").Bool() || InField(e.Get("target")) {
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
	wrapped := within(selection, ".sentence-scroll")
	if wrapped { // where rows end as the page has them, and not the text
		marked = strings.ReplaceAll(strings.ReplaceAll(marked, "\r", ""), "\n", "")
	}
	for _, r := range restore {
		r()
	}
	marked = inPlaces(marked, characters)
	table := ""
	if within(selection, ".tokens-table") {
		table = markedCells(selection)
	}
	if table != "" {
		marked = table
	} else if len(characters) == 0 && !wrapped {
		return
	}
	e.Get("clipboardData").Call("setData", "text/plain", marked)
	e.Call("preventDefault")
}

// tableCells are what stands by itself in a row of tokens.
const tableCells = ".tokens-table :is(.token-number, .token-word > bdi, .token-pos > bdi, .token-context, .token-offset, .token-length)"

// markedCells returns the cells of the table of tokens that are marked as a spreadsheet
// takes them, a row a line with tabs between its cells, of which one with a tab or a line
// break is quoted: browsers put each on a line of its own. It returns "" for one alone.
func markedCells(selection goapp.Value) string {
	var b strings.Builder
	var row goapp.Value
	n, all := 0, Document().Call("querySelectorAll", tableCells)
	for i := range all.Get("length").Int() {
		cell := all.Index(i)
		if !selection.Call("containsNode", cell, true).Bool() {
			continue
		}
		of := cell.Call("closest", ".token")
		switch {
		case row == nil:
		case row.Equal(of):
			b.WriteByte('\t')
		default:
			b.WriteByte('\n')
		}
		row, n = of, n+1
		text := plain(cell)
		if strings.ContainsAny(text, "\t\r\n\"") {
			text = `"` + strings.ReplaceAll(text, `"`, `""`) + `"`
		}
		b.WriteString(text)
	}
	if n < 2 {
		return ""
	}
	return b.String()
}

// plain returns the text of an element, with the characters that its signs stand for.
func plain(element goapp.Value) string {
	copied := element.Call("cloneNode", true)
	signs := copied.Call("querySelectorAll", ".sign")
	for i := range signs.Get("length").Int() {
		sign := signs.Index(i)
		sign.Set("textContent", characterOf(sign.Get("dataset").Get("char").String()))
	}
	return copied.Get("textContent").String()
}

// within reports whether all of a selection is in an element that matches.
func within(selection goapp.Value, selector string) bool {
	for _, end := range [...]string{"anchorNode", "focusNode"} {
		node := selection.Get(end)
		if node.Truthy() && !node.Get("closest").Truthy() {
			node = node.Get("parentElement")
		}
		if !node.Truthy() || !node.Call("closest", selector).Truthy() {
			return false
		}
	}
	return true
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
