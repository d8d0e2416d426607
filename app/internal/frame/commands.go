package frame

import (
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/palette"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// command is a row of the list of what can be done: what its buttons have in data-do,
// its key, and what it is called. Keys and the palette go by it.
type command struct {
	do, key string
	name    *lang.Text
	when    func(*model.Page) bool // nil for always
}

// general are the commands that are no views.
var general = [...]command{
	{"palette", "", &words.Say.Palette, nil},
	{"keys", "?", &words.Say.KeyHelp, nil},
	{"find", "/", &words.Say.KeyFindHere, hasBody},
	{"offset", "g", &words.Say.GoToOffset, hasTokens},
	{"new", "n", &words.Say.NewBody, hasBody},
	{"edit", "", &words.Say.Edit, hasBody},
	{"next", "j", &words.Say.NextJob, severalJobs},
	{"previous", "k", &words.Say.PreviousJob, severalJobs},
	{"compare", "c", &words.Say.CompareTwo, (*model.Page).CanCompare},
	{"difference:next", "j", &words.Say.NextDifference, compares},
	{"difference:previous", "k", &words.Say.PreviousDifference, compares},
	{"swap", "s", &words.Say.CompareSwap, compares},
	{"uncompare", "", &words.Say.CompareEnd, compares},
	{"secrets", "", &words.Say.SwitchSecrets, hasSecrets},
	{"takeaway", "e", &words.Say.TakeAway, hasBody},
	{"print", "", &words.Say.Print, hasBody},
	{"lang", "", &words.Say.SwitchLanguage, nil},
	{"theme", "", &words.Say.SwitchTheme, nil},
	{"reference", "", &words.Say.Reference, nil},
}

func hasBody(p *model.Page) bool { return p.Body != nil }

func hasTokens(p *model.Page) bool { return p.Body.Tokens().Len() > 0 }

func severalJobs(p *model.Page) bool {
	return p.Body != nil && p.Compare == nil && (p.Body.SeveralJobs() || len(p.Body.Together()) > 1)
}

func compares(p *model.Page) bool { return p.Compare != nil }

func hasSecrets(p *model.Page) bool {
	return p.Body != nil && p.Compare == nil && p.Body.Secrets > 0 && p.Body.Unread() != model.UnreadComing
}

// heard are the keys that a part of the page hears itself.
var heard = [...]struct {
	keys []string
	name *lang.Text
}{
	{[]string{"Ctrl V"}, &words.Say.KeyPaste},
	{[]string{"Ctrl Enter"}, &words.Say.KeyRead},
	{[]string{"↑", "↓", "PgUp", "PgDn", "Home", "End"}, &words.Say.KeyMove},
	{[]string{"←", "→"}, &words.Say.KeyWords},
	{[]string{"←", "→"}, &words.Say.KeyFold},
	{[]string{"↑", "↓"}, &words.Say.KeyCard},
	{[]string{"Enter"}, &words.Say.KeyChoose},
	{[]string{"Enter"}, &words.Say.KeyChooseSource},
	{[]string{"Ctrl C"}, &words.Say.KeyCopyWord},
	{[]string{"Ctrl F"}, &words.Say.KeyFind},
	{[]string{"Enter", "Shift Enter"}, &words.Say.KeyHits},
	{[]string{"Esc"}, &words.Say.KeyEscape},
}

// commands lists what can be done now.
func commands(p *model.Page) []palette.Action {
	var all []palette.Action
	for i := range views {
		if v := &views[i]; p.Body != nil {
			all = append(all, palette.Action{Do: model.ToView(v.name), Name: v.label(p), Keys: []string{v.key}})
		}
	}
	for i := range general {
		c := &general[i]
		if c.when != nil && !c.when(p) {
			continue
		}
		a := palette.Action{Do: c.do, Name: *c.name}
		switch {
		case c.do == "palette":
			a.Keys = []string{"Ctrl", "K"}
		case c.key != "":
			a.Keys = []string{c.key}
		}
		all = append(all, a)
	}
	return all
}

// actions are the commands, the bodies that were in front before, and the keys that
// parts of the page hear themselves.
func (v *Viewer) actions() []palette.Action {
	p := v.D.Page
	all := commands(p)
	for _, n := range p.Earlier() {
		of := &model.Page{Lang: p.Lang, Body: p.EarlierBody(n)}
		what := words.Say.Earlier
		all = append(all, palette.Action{Do: model.ToEarlier(n), Name: lang.Text{
			ZH: what.ZH + " · " + title(of), EN: what.EN + " · " + title(of)}})
	}
	for i := range heard {
		all = append(all, palette.Action{Name: *heard[i].name, Keys: heard[i].keys})
	}
	return all
}
