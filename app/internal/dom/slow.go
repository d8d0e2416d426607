package dom

import (
	"sync/atomic"
	"time"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"
)

// Slow is work that is done in slices between which the browser draws and
// listens, and that ends when newer work of its kind begins.
type Slow struct {
	latest atomic.Int64
}

// Start ends the work that is under way and runs work on a goroutine of its
// own. Work calls pause often, and returns when that says so; what it does to
// a component it does through publish.
func (s *Slow) Start(ctx goapp.Context, work func(r *Run)) {
	r := &Run{of: s, number: s.latest.Add(1), ctx: ctx}
	go func() {
		if goapp.IsClient {
			r.pacer = NewPacer()
			defer r.pacer.Close()
		}
		work(r)
	}()
}

// Stop ends the work that is under way.
func (s *Slow) Stop() { s.latest.Add(1) }

// Run is one run of slow work.
type Run struct {
	of     *Slow
	number int64
	ctx    goapp.Context
	pacer  *Pacer
}

// Pause lets the browser work if its turn has come, and reports whether the
// run is still wanted.
func (r *Run) Pause() bool {
	if r.pacer != nil {
		r.pacer.Turn()
	}
	return r.wanted()
}

// Yield lets the browser work first what it has to, for work that nobody waits for, and
// reports whether the run is still wanted.
func (r *Run) Yield() bool {
	if r.pacer != nil {
		r.pacer.Yield()
	}
	return r.wanted()
}

func (r *Run) wanted() bool { return r.of.latest.Load() == r.number }

// Publish calls change where components may be changed, unless newer work has
// begun by then, and draws the component again.
func (r *Run) Publish(change func(goapp.Context)) {
	r.ctx.Dispatch(func(ctx goapp.Context) {
		if r.wanted() {
			change(ctx)
		}
	})
}

// Show publishes change, and returns when what came of it is painted: what is still to be
// done does not hold it up.
func (r *Run) Show(change func(goapp.Context)) {
	drawn := make(chan struct{})
	r.Publish(func(ctx goapp.Context) {
		defer close(drawn)
		change(ctx)
		ctx.Dispatch(func(goapp.Context) {}) // which asks for the component to be drawn
		DrawNow(ctx.Dispatcher())
	})
	if goapp.IsServer {
		return
	}
	select {
	case <-drawn:
		Painted()
	case <-time.After(hiddenTab): // the component is gone, or other work has begun
	}
}

// DrawNow draws at once what has been asked to be drawn. By itself go-app waits for the next
// tick of its clock, which may be a whole frame in which nobody works.
func DrawNow(page goapp.Dispatcher) {
	if page, ok := page.(goapp.ClientDispatcher); ok && goapp.IsClient {
		page.Consume()
	}
}

// Early tells when what slow work has found so far is worth showing, before all
// is found: once there are First, and again as often as there are more than
// Times as many as were told of last, and Plus. If Times is 0 that is once.
type Early struct {
	First, Times, Plus int
	Told               int // how many were told of
}

// Due reports whether n are worth telling of, and takes it that they are told.
func (e *Early) Due(n int) bool {
	switch {
	case e.Told == 0 && n < e.First:
		return false
	case e.Told > 0 && (e.Times == 0 || n <= e.Times*e.Told+e.Plus):
		return false
	}
	e.Told = n
	return true
}
