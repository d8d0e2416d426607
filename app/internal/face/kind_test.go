package face

import (
	"context"
	"testing"

	"github.com/callbacklens/callbacklens/parser"
)

// A review is called by what was reviewed, and a review where that is not said.
func TestKindOfAReview(t *testing.T) {
	for body, want := range map[string]string{
		`{"JobsDetail":{"JobId":"x","State":"Success","Result":0,"PornInfo":{"HitFlag":0,"Score":3}}}`:                          "content review",
		`{"EventName":"ReviewVideo","JobsDetail":{"JobId":"x","State":"Success","Result":0,"PornInfo":{"HitFlag":0}}}`:          "video review",
		`{"EventName":"ReviewFoo","JobsDetail":{"JobId":"x","State":"Success","Result":0,"PornInfo":{"HitFlag":0}}}`:            "ReviewFoo",
		`{"EventName":"TaskFinish","JobsDetail":{"JobId":"x","State":"Success","Operation":{"SomethingResult":{"Value":"1"}}}}`: "Something",
	} {
		r := parser.Inspect(context.Background(), []byte(body), parser.Options{})
		if got := KindName(&r.Callbacks[0]).EN; got != want {
			t.Errorf("%s is called %q, want %q", body, got, want)
		}
	}
}
