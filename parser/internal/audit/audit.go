// Package audit says what is odd about callbacks.
package audit

import (
	"github.com/callbacklens/callbacklens/parser/callback"
	"github.com/callbacklens/callbacklens/parser/internal/pace"
	"github.com/callbacklens/callbacklens/parser/internal/remarks"
)

// auditor is one run of Check.
type auditor struct {
	*pace.Pace
	*remarks.Log
	callbacks []callback.Callback
	prefix    bool // the body is the beginning of a longer one
}

// Check says what is odd about callbacks, one rule a function. What the published
// samples do themselves is a remark, no warning.
func Check(p *pace.Pace, r *remarks.Log, callbacks []callback.Callback, prefix bool) {
	a := &auditor{p, r, callbacks, prefix}
	a.run()
}

func (a *auditor) run() {
	seen := make(map[string]int)
	count := 0
	for i := range a.callbacks {
		c := &a.callbacks[i]
		a.auditEnvelope(c)
		for k := range c.Jobs {
			j := &c.Jobs[k]
			a.Step(j.Item)
			if j.ID.Set() {
				if first, ok := seen[j.ID.Text]; ok {
					j.Repeats = first
					a.SayOf("job-repeated", j.ID.Item, j.ID.Text)
				} else {
					seen[j.ID.Text] = count
				}
			}
			count++
			for _, rule := range jobRules {
				rule(a, c, j)
			}
			if j.Tokens != nil {
				a.auditTokens(c, j)
			}
			if a.Stopped {
				return
			}
		}
	}
}
