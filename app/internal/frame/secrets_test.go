package frame

import (
	"context"
	"testing"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/apptest"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
)

func TestTheSwitchTellsHowManySecretsThereAre(t *testing.T) {
	body := []byte("POST /cb?token=hush HTTP/1.1\r\nHost: example.com\r\nAuthorization: Bearer hush\r\n\r\n<Response><JobsDetail/></Response>")
	p := model.NewResult(parser.Inspect(context.Background(), body, parser.Options{Redact: true}), lang.EN)
	apptest.WantAll(t, goapp.HTMLString(secretsSwitch(p)), "Show 2 hidden secrets", `aria-pressed="false"`)
	p.Body.Reveal(parser.Inspect(context.Background(), body, parser.Options{}), true)
	apptest.WantAll(t, goapp.HTMLString(secretsSwitch(p)), "Hide 2 secrets")
}
