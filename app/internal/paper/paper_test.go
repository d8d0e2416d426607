package paper

import (
	"strings"
	"testing"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/apptest"
	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// What is printed has facts, text and table, and says where the table ends.
func TestAReportOnPaper(t *testing.T) {
	p := apptest.Result(t, "xml", lang.EN)
	apptest.WantAll(t, apptest.Drawn(t, dom.El("div").Body(Report(p, nil, nil))),
		"ac34be3aa0bf411ed9ce39d7cc972e427", "今天打车花60元", "Table of tokens", "1 今天 t time word 0 2", "5 元 q measure word 7 1")

	gaps := model.NewResult(apptest.Inspected(t, apptest.TokenBody("Machine/nx/0/7", "Learning/nx/8/8", "。/w/16/1")), lang.EN)
	apptest.WantAll(t, apptest.Drawn(t, dom.El("div").Body(Report(gaps, nil, nil))), "Machine Learning。", "A blank stands where no token covers the text")
	lanes := model.NewResult(apptest.Inspected(t, apptest.TokenBody("中华人民共和国/ns/0/7", "中华/nz/0/2", "人民/n/2/2", "共和国/n/4/3", "成立/v/7/2")), lang.EN)
	apptest.WantAll(t, apptest.Drawn(t, dom.El("div").Body(Report(lanes, nil, nil))), "中华人民共和国成立")

	long := model.NewResult(apptest.Inspected(t, apptest.TokenBody(apptest.ManyWords(printedTokens+1)...)), lang.ZH)
	page := goapp.HTMLString(dom.El("div").Body(Report(long, nil, nil)))
	apptest.WantAll(t, page, "打印前 1,000 个词，共 1,001 个")
	if n := strings.Count(page, "<tr>"); n != printedTokens+1 {
		t.Errorf("%d rows are printed, want %d and their head", n, printedTokens)
	}
}
