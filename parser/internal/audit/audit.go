// Package audit says what is odd about callbacks.
package audit

import (
	"github.com/callbacklens/callbacklens/parser/callback"
	"github.com/callbacklens/callbacklens/parser/internal/pace"
	"github.com/callbacklens/callbacklens/parser/internal/said"
	"github.com/callbacklens/callbacklens/parser/remark"
)

// auditor is one run of Check.
type auditor struct {
	*pace.Pace
	*said.Log
	callbacks []callback.Callback
	prefix    bool // the body is the beginning of a longer one
}

// Check says what is odd about callbacks, one rule a function. What the published
// samples do themselves is a remark, no warning.
func Check(p *pace.Pace, r *said.Log, callbacks []callback.Callback, prefix bool) {
	a := &auditor{p, r, callbacks, prefix}
	a.run()
}

var rowJobRepeated = remark.New("job-repeated", remark.Info, "JobsDetail.JobId",
	"JobId {0} 在前面已出现过（回调可能重复投递），两份都保留。",
	"Duplicate JobId {0} (callbacks may be delivered twice); both are kept.")

func (a *auditor) run() {
	seen := make(map[string]int)
	count := 0
	for i := range a.callbacks {
		c := &a.callbacks[i]
		a.Job = -1
		a.auditEnvelope(c, count)
		for k := range c.Jobs {
			j := &c.Jobs[k]
			a.Step(j.Item)
			a.Job = count
			if j.ID.Set() {
				if first, ok := seen[j.ID.Text]; ok {
					j.Repeats = first
					if c.IsCallback() { // in a list it is no second delivery
						a.SayOf(rowJobRepeated, j.ID.Item, j.ID.Text)
					}
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
