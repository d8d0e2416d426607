package dom

import goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

// element is what the page is made of: one type for all names. Each of
// go-app's named elements, such as goapp.Div, is a type with a hundred methods
// of its own, and calls through an interface are large in WebAssembly, as is
// whatever is inlined at hundreds of places.
//
// The methods are those of goapp.HTMLElem that the page needs; what an element
// of some name has for itself is given with Attr.
type element struct{ goapp.HTMLElem }

// Chosen returns class if it is, and nothing otherwise.
func Chosen(is bool, class string) string {
	if is {
		return class
	}
	return ""
}

// El returns an element by its name, with its classes.
//
//go:noinline
func El(tag string, classes ...string) *element {
	e := &element{goapp.Elem(tag)}
	if len(classes) > 0 {
		e.Class(classes...)
	}
	return e
}

// Button returns a button that does nothing of itself: one without a type
// would send the form around it.
//
//go:noinline
func Button(classes ...string) *element { return El("button", classes...).Attr("type", "button") }

// Void returns an element that can hold nothing, by its name.
//
//go:noinline
func Void(tag string) goapp.HTMLElemSelfClosing { return goapp.ElemSelfClosing(tag) }

// Attr sets an attribute. The value is a string, an int or a bool; false takes
// the attribute away where the browser knows it as one that is there or not.
//
//go:noinline
func (e *element) Attr(name string, value any) *element {
	e.HTMLElem.Attr(name, value)
	return e
}

// Aria sets an attribute that tells assistive technology what is seen.
//
//go:noinline
func (e *element) Aria(name string, value any) *element { return e.Attr("aria-"+name, value) }

// DataSet sets an attribute for handlers and stylesheets.
//
//go:noinline
func (e *element) DataSet(name string, value any) *element { return e.Attr("data-"+name, value) }

// Class adds classes; empty ones count for nothing.
//
//go:noinline
func (e *element) Class(names ...string) *element {
	e.HTMLElem.Class(names...)
	return e
}

// ID sets the name that the element alone has in the document.
//
//go:noinline
func (e *element) ID(id string) *element { return e.Attr("id", id) }

// Role tells assistive technology what the element is.
//
//go:noinline
func (e *element) Role(role string) *element { return e.Attr("role", role) }

// Lang tells the language of what is in the element.
//
//go:noinline
func (e *element) Lang(tag string) *element { return e.Attr("lang", tag) }

// Title sets what is shown when the pointer rests on the element.
//
//go:noinline
func (e *element) Title(title string) *element { return e.Attr("title", title) }

// Hidden hides the element from everyone.
//
//go:noinline
func (e *element) Hidden(hidden bool) *element { return e.Attr("hidden", hidden) }

// TabIndex sets whether the element takes the focus: 0 in its turn, -1 only
// when it is given.
//
//go:noinline
func (e *element) TabIndex(index int) *element { return e.Attr("tabindex", index) }

// XMLNS sets the namespace, for drawings.
//
//go:noinline
func (e *element) XMLNS(space string) *element {
	e.HTMLElem.XMLNS(space)
	return e
}

// OnClick calls h, a method value, after a click in the element.
//
//go:noinline
func (e *element) OnClick(h goapp.EventHandler) *element { return e.on("click", h) }

// OnChange calls h, a method value, after the reader has chosen something.
//
//go:noinline
func (e *element) OnChange(h goapp.EventHandler) *element { return e.on("change", h) }

func (e *element) on(event string, h goapp.EventHandler) *element {
	e.HTMLElem.On(event, h)
	return e
}

// Body puts children in the element; nil ones count for nothing.
//
//go:noinline
func (e *element) Body(children ...goapp.UI) *element {
	e.HTMLElem.Body(children...)
	return e
}

// Text puts a text in the element.
//
//go:noinline
func (e *element) Text(text string) *element { return e.Body(goapp.Text(text)) }
