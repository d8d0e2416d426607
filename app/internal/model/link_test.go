package model_test

import (
	"testing"

	"github.com/callbacklens/callbacklens/app/internal/apptest"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// A link shows a view, a job, a remark or a field; what is not there, or would do more
// than show something, changes nothing.
func TestALinkLeadsToWhatIsThere(t *testing.T) {
	for action, want := range map[string]model.View{
		"view:tree": model.ViewTree, "place:facts:0:5:9": model.ViewFacts,
		"place:source:0:0:3": model.ViewSource, "job:0:1": model.ViewTokens, "part:table": model.ViewTokens,
		"": model.ViewTokens, "view:": model.ViewTokens, "view:nowhere": model.ViewTokens, "place:tree:0:0:99999999": model.ViewTokens,
		"place:tree:9:0:1": model.ViewTokens, "place:tree:0:9:1": model.ViewTokens, "place:tree": model.ViewTokens,
		"place:nowhere:0:0:1": model.ViewTokens, "remark:99": model.ViewTokens, "compare:0:0:0": model.ViewTokens,
		"tall": model.ViewTokens, "text:plain": model.ViewTokens, "split:40": model.ViewTokens, "earlier:0": model.ViewTokens,
		"job:9:9": model.ViewTokens, "part:none": model.ViewTokens, "spot:0:99": model.ViewTokens,
	} {
		p := apptest.Result(t, "jobs", lang.ZH)
		settings := p.Settings
		p.Follow(action)
		if p.View != want || p.Compare != nil || p.Settings != settings {
			t.Errorf("%q shows %s", action, p.View)
		}
		if _, job := p.Body.Shown(); (action == "job:0:1") != (job == 1) {
			t.Errorf("%q shows job %d", action, job)
		}
	}
	p := apptest.Result(t, "json", lang.ZH)
	if p.Follow("view:tree,view:nowhere,part:table,view:source"); p.View != model.ViewTree || p.Part != model.PartTable {
		t.Errorf("of four actions the first three show %s of %s", p.Part, p.View)
	}
	if p.Follow("remark:0"); p.View != model.ViewRemarks {
		t.Errorf("the first remark shows %s", p.View)
	}
	model.NewPage().Follow("view:tree") // where there is no body
}
