//go:build !js

package preview

import (
	"bytes"
	"compress/gzip"
	"strings"
	"testing"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/apptest"
)

// The picture shows what the parser says of the published example, in both languages,
// and weighs little.
func TestThePictureIsOfTheExample(t *testing.T) {
	drawn := goapp.HTMLString(&View{})
	apptest.WantAll(t, drawn, "今天", "打车", "时间词", "time word", "成功", "Success", "耗时 4 秒", "text.txt", "交通",
		`data-example="xml"`, title.ZH, open.EN)
	if n := strings.Count(drawn, `class="preview-word`); n != 2*5 {
		t.Errorf("%d words are drawn, want 5 in each language", n)
	}
	if strings.Contains(drawn, "style=") || strings.Contains(drawn, `data-do`) {
		t.Error("it has a style in an attribute, or does what it cannot before the program runs")
	}
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	_, _ = z.Write([]byte(drawn))
	if z.Close(); packed.Len() > 4<<10 {
		t.Errorf("it has %d bytes packed, more than 4 KB", packed.Len())
	}
	t.Logf("%d bytes packed", packed.Len())
}
