package dom

import (
	"strconv"
	"strings"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"
)

// Still is an element that hears nothing. With all that is in it, it is
// written as markup that the browser's own parser takes in one call, where
// go-app makes several calls for every element and every attribute: a row
// takes a tenth of the time. What is drawn often or in great number is made of
// it: rows, facts, icons. A listener further up hears for it.
//
// Whenever anything in it changes it is replaced as a whole, so what takes the
// focus or keeps a state while it changes is a living element, see el.
//
// Its methods are those of element.
type Still struct {
	Tag   string // empty for a text
	text  string
	attrs []string // names and values in turn
	body  []*Still
}

// St returns a still element by its name, with its classes.
func St(tag string, classes ...string) *Still {
	e := &Still{Tag: tag}
	if len(classes) > 0 {
		e.Class(classes...)
	}
	return e
}

// StOf returns a still element by its name, with a class, "" for none, and children.
// It is St and Body in one call, which is smaller where there are many.
func StOf(tag, class string, body ...*Still) *Still {
	e := &Still{Tag: tag}
	if class != "" {
		e.Attr("class", class)
	}
	return e.Body(body...)
}

// StButton returns a button that does nothing of itself.
func StButton(classes ...string) *Still { return St("button", classes...).Attr("type", "button") }

// StText is a text beside elements.
func StText(text string) *Still { return &Still{text: text} }

// Class sets the classes; empty ones count for nothing. It is called once.
func (e *Still) Class(names ...string) *Still {
	all := ""
	for _, name := range names {
		if name == "" {
			continue
		}
		if all != "" {
			all += " "
		}
		all += name
	}
	if all == "" {
		return e
	}
	return e.Attr("class", all)
}

// Attr sets an attribute, which must not be set already. The value is a string,
// an int or a bool; one that is false leaves the attribute away.
func (e *Still) Attr(name string, value any) *Still {
	switch v := value.(type) {
	case string:
		e.attrs = append(e.attrs, name, v)
	case int:
		e.attrs = append(e.attrs, name, strconv.Itoa(v))
	case bool:
		if v {
			e.attrs = append(e.attrs, name, "")
		}
	}
	return e
}

// Aria sets an attribute that tells assistive technology what is seen. There
// false is a word like others.
func (e *Still) Aria(name string, value any) *Still {
	if is, ok := value.(bool); ok {
		value = strconv.FormatBool(is)
	}
	return e.Attr("aria-"+name, value)
}

// DataSet sets an attribute for handlers and stylesheets.
func (e *Still) DataSet(name string, value any) *Still { return e.Attr("data-"+name, value) }

// ID sets the name that the element alone has in the document, if there is one.
func (e *Still) ID(id string) *Still {
	if id == "" {
		return e
	}
	return e.Attr("id", id)
}

// Role tells assistive technology what the element is.
func (e *Still) Role(role string) *Still { return e.Attr("role", role) }

// Lang tells the language of what is in the element.
func (e *Still) Lang(tag string) *Still { return e.Attr("lang", tag) }

// Dir sets the direction of writing.
func (e *Still) Dir(direction string) *Still { return e.Attr("dir", direction) }

// Title sets what is shown when the pointer rests on the element.
func (e *Still) Title(title string) *Still { return e.Attr("title", title) }

// TabIndex sets whether the element takes the focus: 0 in its turn, -1 only
// when it is given.
func (e *Still) TabIndex(index int) *Still { return e.Attr("tabindex", index) }

// Body puts children in the element; nil ones count for nothing.
func (e *Still) Body(children ...*Still) *Still {
	for _, c := range children {
		if c != nil {
			e.body = append(e.body, c)
		}
	}
	return e
}

// Bare reports whether there is nothing in the element.
func (e *Still) Bare() bool { return len(e.body) == 0 }

// Text puts a text in the element.
func (e *Still) Text(text string) *Still { return e.Body(StText(text)) }

// UI returns the element for a place among living ones; nil for nil.
func (e *Still) UI() goapp.UI {
	if e == nil {
		return nil
	}
	return goapp.Raw(e.Markup())
}

// Markup returns the element as it is written.
func (e *Still) Markup() string { return string(e.append(nil)) }

// Uis returns several for places among living ones.
func Uis(elements []*Still) []goapp.UI {
	all := make([]goapp.UI, 0, len(elements))
	for _, e := range elements {
		if e != nil {
			all = append(all, e.UI())
		}
	}
	return all
}

// append writes the element to markup. Names are the program's own; texts and
// values may come from a body and are escaped.
func (e *Still) append(markup []byte) []byte {
	if e.Tag == "" {
		return appendEscaped(markup, e.text)
	}
	markup = append(append(markup, '<'), e.Tag...)
	for i := 0; i < len(e.attrs); i += 2 {
		markup = append(append(markup, ' '), e.attrs[i]...)
		markup = append(appendEscaped(append(markup, '=', '"'), e.attrs[i+1]), '"')
	}
	markup = append(markup, '>')
	for _, c := range e.body {
		markup = c.append(markup)
	}
	return append(append(append(markup, '<', '/'), e.Tag...), '>')
}

// appendEscaped writes text so that the parser gives it back: as text, and as
// a value between double quotes. A parser drops the character NUL, and turns
// carriage returns into line feeds.
func appendEscaped(markup []byte, text string) []byte {
	for {
		i := strings.IndexAny(text, "&<>\"\r\x00")
		if i < 0 {
			return append(markup, text...)
		}
		markup = append(markup, text[:i]...)
		switch text[i] {
		case '&':
			markup = append(markup, "&amp;"...)
		case '<':
			markup = append(markup, "&lt;"...)
		case '>':
			markup = append(markup, "&gt;"...)
		case '"':
			markup = append(markup, "&#34;"...)
		case '\r':
			markup = append(markup, "&#13;"...)
		case 0:
			markup = append(markup, "\uFFFD"...)
		}
		text = text[i+1:]
	}
}
