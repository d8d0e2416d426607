package callback

import (
	"crypto/subtle"
	"errors"
	"io"
	"net/http"
	"sync"
)

// Receiver takes callbacks in over HTTP. It answers as soon as it has the bytes, and
// works afterwards, one body after another: nobody documents how long the service
// waits for an answer.
//
// What it remembers and what is waiting is in memory. Where no callback may be lost
// or handled twice, put the bytes into a queue or a table in Store, and a unique key on the
// JobId where Handle writes.
type Receiver struct {
	// Secret is the path that the address of the callback ends with: nothing
	// is signed, so who knows it may post. With "" every path is taken.
	Secret string
	// Handle is called once for each JobId. After an error the next
	// callback with that JobId is handled again.
	Handle func(Job) error
	// HandleRun, if set, is called so for each run of a workflow that ended.
	HandleRun func(Run) error
	// Failed, if set, is told of what could not be read or handled, with the bytes.
	Failed func(body []byte, err error)
	// Store, if set, keeps the bytes before the answer is given; after an error
	// of it the answer is 503.
	Store func(body []byte) error

	once  sync.Once
	queue chan []byte
	seen  map[string]bool
	order []string // of seen, the oldest first
}

const (
	largest  = 32 << 20 // bytes of a body: all words of a text come in one
	waiting  = 1000     // bodies that wait to be handled
	remember = 100_000  // IDs of jobs that were handled
)

var (
	errFull  = errors.New("too many callbacks are waiting")
	errNoJob = errors.New("the body has no job")
)

func (r *Receiver) start() {
	r.queue, r.seen = make(chan []byte, waiting), map[string]bool{}
	go func() {
		for body := range r.queue {
			r.work(body)
		}
	}()
}

// ServeHTTP answers 200 to a callback that was taken in.
func (r *Receiver) ServeHTTP(w http.ResponseWriter, req *http.Request) {
	r.once.Do(r.start)
	if r.Secret != "" && subtle.ConstantTimeCompare([]byte(req.URL.Path), []byte("/"+r.Secret)) == 0 {
		http.NotFound(w, req)
		return
	}
	if req.Method != http.MethodPost {
		w.Header().Set("Allow", http.MethodPost)
		http.Error(w, "POST a callback", http.StatusMethodNotAllowed)
		return
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, req.Body, largest))
	if err != nil {
		http.Error(w, "the body is too large, or broke off", http.StatusBadRequest)
		return
	}
	if r.Store != nil {
		err = r.Store(body)
	}
	if err == nil {
		select {
		case r.queue <- body:
		default:
			err = errFull
		}
	}
	if err != nil {
		r.failed(body, err)
		http.Error(w, "try again later", http.StatusServiceUnavailable)
		return
	}
	w.WriteHeader(http.StatusOK)
}

func (r *Receiver) failed(body []byte, err error) {
	if r.Failed != nil {
		r.Failed(body, err)
	}
}

func (r *Receiver) work(body []byte) {
	c, err := Decode(body)
	if err != nil {
		r.failed(body, err)
		return
	}
	for _, j := range c.Jobs {
		r.do(j.ID, body, func() error { return r.Handle(j) })
	}
	switch {
	case c.Run != nil && r.HandleRun != nil:
		r.do(c.Run.ID, body, func() error { return r.HandleRun(*c.Run) })
	case c.Run == nil && len(c.Jobs) == 0:
		r.failed(body, errNoJob)
	}
}

// do handles what has an ID once.
func (r *Receiver) do(id string, body []byte, handle func() error) {
	if r.seen[id] {
		return
	}
	if err := handle(); err != nil {
		r.failed(body, err)
		return
	}
	r.note(id)
}

// note remembers a job that was handled.
func (r *Receiver) note(id string) {
	if id == "" {
		return
	}
	if len(r.order) == remember {
		delete(r.seen, r.order[0])
		r.order = r.order[1:]
	}
	r.seen[id] = true
	r.order = append(r.order, id)
}
