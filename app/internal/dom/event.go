package dom

import (
	"strconv"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"
)

// PlainKey returns the name of the key of a keyboard event, empty where a
// modifier makes it a command of the browser.
func PlainKey(e goapp.Value) string {
	if e.Get("altKey").Truthy() || e.Get("metaKey").Truthy() || e.Get("isComposing").Truthy() {
		return ""
	}
	key := e.Get("key").String()
	if e.Get("ctrlKey").Truthy() && key != "Home" && key != "End" {
		return ""
	}
	return key
}

// Copies reports whether a keyboard event asks to copy while no text is marked.
func Copies(e goapp.Value) bool {
	return (e.Get("ctrlKey").Bool() || e.Get("metaKey").Bool()) && e.Get("key").String() == "c" &&
		nothingMarked()
}

// MarksAll reports whether a keyboard event asks to mark all.
func MarksAll(e goapp.Value) bool {
	return (e.Get("ctrlKey").Bool() || e.Get("metaKey").Bool()) && e.Get("key").String() == "a"
}

// Unmark ends the marking of text.
func Unmark() { _ = Attempt(func() { goapp.Window().Call("getSelection").Call("removeAllRanges") }) }

// nothingMarked reports whether no text of the page is marked.
func nothingMarked() (collapsed bool) {
	collapsed = true
	_ = Attempt(func() { collapsed = goapp.Window().Call("getSelection").Get("isCollapsed").Bool() })
	return collapsed
}

// IndexOf returns the number in the attribute data-name of the closest element
// around target that has it, -1 if there is none.
func IndexOf(target goapp.Value, name string) int {
	if !target.Get("closest").Truthy() {
		return -1
	}
	e := target.Call("closest", "[data-"+name+"]")
	if !e.Truthy() {
		return -1
	}
	n, err := strconv.Atoi(e.Call("getAttribute", "data-"+name).String())
	if err != nil {
		return -1
	}
	return n
}

// Selecting reports whether text is marked to be copied.
func Selecting() bool {
	marked := goapp.Window().Call("getSelection")
	return marked.Truthy() && !marked.Get("isCollapsed").Bool()
}

// InField reports whether what an event happened to is a field or stands in a
// dialog, which have keys of their own.
func InField(target goapp.Value) bool {
	return target.Get("closest").Truthy() &&
		target.Call("closest", "input,textarea,select,dialog,[contenteditable]").Truthy()
}
