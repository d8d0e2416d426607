package card

import (
	"strings"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/face"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
	"github.com/callbacklens/callbacklens/parser/reference"
)

// Card frames a list of facts; there is none where no fact is given.
func (c *Column) Card(title lang.Text, anchor string, facts ...*dom.Still) goapp.UI {
	lines := dom.Uis(facts)
	if len(lines) == 0 {
		return nil
	}
	return c.Frame(title, anchor, dom.El("dl", "list").Body(lines...))
}

// Frame is a card with anything in it. Its title leads to the reference if it
// has a place there.
func (c *Column) Frame(title lang.Text, path string, body ...goapp.UI) goapp.UI {
	return c.FrameOf(dom.StText(title.In(c.Lang)), path, body...)
}

// FrameOf is a card whose title is drawn by others.
func (c *Column) FrameOf(title *dom.Still, path string, body ...goapp.UI) goapp.UI {
	if f, ok := reference.Lookup(path); ok {
		title = c.toRow(title, f)
	}
	c.stopped = false // the next card has its own
	return dom.El("section", "card").Body(append([]goapp.UI{dom.StOf("h2", "", title).UI()}, body...)...)
}

// toRow is a name that leads to its row of the reference.
func (c *Column) toRow(name *dom.Still, f reference.Field) *dom.Still {
	return c.Stop(dom.St("a", "to-row").Attr("href", dom.ReferenceLink(c.Lang, f.Anchor)).
		Attr("title", f.Name+" — "+f.Description.In(c.Lang)).Body(name))
}

// Fact is one line: the name of a leaf, its value, and what there is to say
// about it. A leaf that the body does not have gives none.
func (c *Column) Fact(name lang.Text, v parser.Value, notes ...*dom.Still) *dom.Still {
	if !v.Ok() {
		return nil
	}
	body := append([]*dom.Still{c.Value(v)}, notes...)
	return c.LineOf(name, v.Item, dom.StOf("div", "said", body...), c.Tools(name.In(c.Lang), v))
}

// LineOf is a line for a field that has a label: that and its name on the wire stand
// before the value.
func (c *Column) LineOf(label lang.Text, it parser.Item, body ...*dom.Still) *dom.Still {
	term := dom.StText(label.In(c.Lang))
	if f, ok := reference.Lookup(it.Path()); ok {
		term = c.toRow(term, f)
	}
	return c.pair(c.Wired(term, label, it.Name()), it, body...)
}

// Wired is a label, with the name on the wire beside it unless that says the same.
func (c *Column) Wired(drawn *dom.Still, label lang.Text, wire string) *dom.Still {
	both := dom.StOf("span", "wired", dom.StOf("span", "label", drawn))
	plain := strings.NewReplacer(" ", "", "-", "", "_", "")
	said := plain.Replace(label.In(c.Lang))
	if wire != "" && !strings.EqualFold(said, plain.Replace(wire)) && !strings.HasSuffix(label.In(c.Lang), " "+wire) {
		both.Body(dom.St("code", "wire").Edged(wire))
	}
	return both
}

// WireHead is the head of a column, with the name on the wire.
func (c *Column) WireHead(label lang.Text, wire string) *dom.Still {
	return dom.St("th").Attr("scope", "col").Body(c.Wired(dom.StText(label.In(c.Lang)), label, wire))
}

// Line is a fact whose value is drawn by others. Its term leads to the reference
// if the item has a place there.
func (c *Column) Line(term *dom.Still, it parser.Item, body ...*dom.Still) *dom.Still {
	if f, ok := reference.Lookup(it.Path()); ok {
		term = c.toRow(term, f)
	}
	return c.pair(term, it, body...)
}

// pair is a term with what it says, and the sign of the remarks on it.
func (c *Column) pair(term *dom.Still, it parser.Item, body ...*dom.Still) *dom.Still {
	chosen := c.Body.Chosen(it)
	line := dom.St("div", "fact", dom.Chosen(chosen, "chosen"), dom.Chosen(it.Leaf() && len(it.Value()) > shortValue, "long"))
	if chosen {
		line.Aria("current", true)
	}
	return line.Body(dom.StOf("dt", "", term, c.Stop(face.Sign(c.Page, it))), dom.StOf("dd", "", body...))
}

const (
	// shortValue is how many bytes of a value have room where facts stand beside each
	// other.
	shortValue = 24
	// shownValue is how many bytes of a value a line shows; the source has it
	// all.
	shownValue = 4 << 10
	// copiedValue is the size up to which a line offers to copy its value,
	// which the button holds.
	copiedValue = 64 << 10
)

func (c *Column) Value(v parser.Value) *dom.Still {
	c.told.tell(v.Item)
	switch {
	case v.Text == "":
		return dom.St("span", "empty").Text(words.Say.EmptyValue.In(c.Lang))
	case len(v.Text) > shownValue:
		return dom.St("bdi", "value").Edged(strings.ToValidUTF8(v.Text[:shownValue], "")).Text("…")
	}
	return dom.St("bdi", "value", dom.Chosen(isID(v.Text), "id")).Edged(v.Text)
}

// isID reports whether a value is one word of letters and digits as long as IDs and
// times are, which is to stand on one line.
func isID(value string) bool {
	if len(value) < 24 || len(value) > 36 {
		return false
	}
	for i := range len(value) {
		if c := value[i]; c <= ' ' || c > '~' || c == '/' || c == ',' {
			return false
		}
	}
	return true
}

// Tools are the buttons of a line: copy the value, show it in the source.
func (c *Column) Tools(name string, v parser.Value) *dom.Still {
	if c.Body.Drawn < model.DrawnWhole {
		return nil
	}
	return dom.StOf("span", "tools",
		c.CopyTool(name, v.Text),
		c.ShowButton(v.Item),
	)
}

func (c *Column) CopyTool(name, value string) *dom.Still {
	if value == "" || len(value) > copiedValue {
		return nil
	}
	return c.Stop(face.CopyButton(c.Page, value, name))
}

func (c *Column) ShowButton(it parser.Item) *dom.Still {
	name := words.Say.ShowInSource.In(c.Lang)
	return c.Stop(dom.StButton("small").DataSet("do", model.ToPlace(model.ViewSource, c.Body.Report.Place(it))).
		Aria("label", name).Attr("title", name).Body(dom.StIcon(dom.IconTarget)))
}

// Gloss is a quiet remark behind a value; there is none for an empty text.
func (c *Column) Gloss(t lang.Text) *dom.Still {
	if t == (lang.Text{}) {
		return nil
	}
	return dom.St("span", "gloss").Text(t.In(c.Lang))
}

// Meaning is a gloss that is left out where it only repeats the value.
func (c *Column) Meaning(v parser.Value, t lang.Text) *dom.Still {
	if strings.EqualFold(t.In(c.Lang), v.Text) {
		return nil
	}
	return c.Gloss(t)
}
