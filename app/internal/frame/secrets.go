package frame

import (
	"strconv"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// secretsSwitch shows what is hidden, and hides it again.
func secretsSwitch(p *model.Page) goapp.UI {
	if p.Body.Secrets == 0 || p.Body.Unread() == model.UnreadComing {
		return nil
	}
	return dom.Button("secrets").DataSet("do", "secrets").Aria("pressed", p.Body.Revealed).
		Body(dom.Icon(dom.IconLock), goapp.Text(secretsLabel(p).In(p.Lang)))
}

func secretsLabel(p *model.Page) lang.Text {
	one, many := words.Say.ShowSecret, words.Say.ShowSecrets
	if p.Body.Revealed {
		one, many = words.Say.HideSecret, words.Say.HideSecrets
	}
	if p.Body.Secrets == 1 {
		return one
	}
	return many.With(strconv.Itoa(p.Body.Secrets))
}
