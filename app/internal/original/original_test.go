package original

import (
	"testing"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/align"
	"github.com/callbacklens/callbacklens/app/internal/apptest"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// beside draws how tokens agree with a text.
func beside(t *testing.T, l lang.Lang, text string, tokens ...string) string {
	t.Helper()
	p := model.NewResult(apptest.Inspected(t, apptest.TokenBody(tokens...)), l)
	c := &View{P: p, B: p.Body, Rev: p.Rev}
	apptest.Mounted(t, c)
	o := p.Body.Original()
	o.Text, o.Given, o.Open = []byte(text), true, true
	same := func(text []byte, _ string) []byte { return text }
	p.Align(p.Body, p.Body.Tokens(), align.Text(p.Body.Tokens(), o.Text, same, func() bool { return true }))
	return apptest.Drawn(t, &View{P: p, B: p.Body, Rev: p.Rev})
}

func TestTheTextThatWasSegmented(t *testing.T) {
	p := model.NewResult(apptest.Inspected(t, apptest.TokenBody("今天/t/0/2")), lang.EN)
	apptest.WantAll(t, goapp.HTMLString(mounted(t, p)), words.Say.Original.EN, "<details")

	apptest.WantAll(t, beside(t, lang.EN, "😀今天\r\n打车。", "😀/x/0/1", "今天/t/1/2", "打车/v/4/2"),
		"They agree: all 3 words", "Offsets count characters (Unicode code points)", "3 by characters, 1 by UTF-16 units, 1 by bytes",
		"CRLF line ends; the offsets count LF", "Between the words stand ↵ 1×", "1 character follows")
	apptest.WantAll(t, beside(t, lang.ZH, "今天，我打车花了钱", "今天/t/0/2", "打车/v/2/2", "花了/v/4/2", "六十/m/6/2"),
		"4 个词中有 1 个在偏移量所指的位置，3 个词对不上。从这里开始不一致： #2 打车", "后移 2 个字符 · 共 2 个词", "附近没有", "原文此处")
	apptest.WantAll(t, beside(t, lang.EN, "Ａbc", "Abc/nx/0/3"), "1 word differs from the text in width alone", "another width")
}

func mounted(t *testing.T, p *model.Page) *View {
	c := &View{P: p, B: p.Body, Rev: p.Rev}
	apptest.Mounted(t, c)
	return c
}
