package app

import (
	"sync/atomic"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"
)

// slow is work that is done in slices between which the browser draws and
// listens, and that ends when newer work of its kind begins.
type slow struct {
	latest atomic.Int64
}

// start ends the work that is under way and runs work on a goroutine of its
// own. Work calls pause often, and returns when that says so; what it does to
// a component it does through publish.
func (s *slow) start(ctx goapp.Context, work func(r *run)) {
	r := &run{of: s, number: s.latest.Add(1), ctx: ctx}
	go func() {
		if goapp.IsClient {
			r.pacer = newPacer()
			defer r.pacer.close()
		}
		work(r)
	}()
}

// stop ends the work that is under way.
func (s *slow) stop() { s.latest.Add(1) }

// run is one run of slow work.
type run struct {
	of     *slow
	number int64
	ctx    goapp.Context
	pacer  *pacer
}

// pause lets the browser work if its turn has come, and reports whether the
// run is still wanted.
func (r *run) pause() bool {
	if r.pacer != nil {
		r.pacer.turn()
	}
	return r.wanted()
}

func (r *run) wanted() bool { return r.of.latest.Load() == r.number }

// publish calls change where components may be changed, unless newer work has
// begun by then, and draws the component again.
func (r *run) publish(change func(goapp.Context)) {
	r.ctx.Dispatch(func(ctx goapp.Context) {
		if r.wanted() {
			change(ctx)
		}
	})
}
