package decode_test

import (
	"testing"

	"github.com/callbacklens/callbacklens/parser/document"
	"github.com/callbacklens/callbacklens/parser/internal/decode"
	"github.com/callbacklens/callbacklens/parser/internal/origin"
	"github.com/callbacklens/callbacklens/parser/internal/read"
)

// TestACutBendsNothing cuts a body as the service writes it at each of its bytes: what the
// cut leaves of a tag is no piece of a value, for which all of the body would be written
// anew.
func TestACutBendsNothing(t *testing.T) {
	const body = `<Response><EventName>TaskFinish</EventName><JobsDetail><JobId>a1</JobId><State>Success</State>` +
		`<Operation><UserData>你好</UserData><WordsGeneralizeResult><WordsGeneralizeLable><Category>交通</Category>` +
		`<Word>打车</Word></WordsGeneralizeLable></WordsGeneralizeResult></Operation></JobsDetail></Response>`
	for end := len("<Response><EventName>"); end <= len(body); end++ {
		r := read.XML(t.Context(), []byte(body[:end]), 0, read.Options{Depth: 100, Nodes: 1000, Flaws: 10})
		doc := document.New(r.Doc, origin.Origin{})
		for root := range doc.Root().Children() {
			if decode.Bent(root, true, func() {}) {
				t.Errorf("%q: bent", body[:end])
			}
		}
	}
}
