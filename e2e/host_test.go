//go:build !js

package e2e

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"path"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"github.com/callbacklens/callbacklens/site"
)

// host is a web host that serves a site, writes down every request, and can
// be told to be slow, to refuse, to serve another version and to go away.
type host struct {
	t      testing.TB
	server *httptest.Server
	prefix string

	mu       sync.Mutex
	handler  http.Handler
	requests []string
	header   http.Header              // set on every answer, over the site's own
	only     string                   // end of the paths that header is set for
	held     map[string]chan struct{} // by end of path
	refused  map[string]int           // status by end of path
	instead  map[string][]byte        // content by end of path
	lies     map[string]lie           // by end of path
}

// lie answers a request in the place of the host, as a network that wants one to
// log in first does. What is true is what the host would have said.
type lie func(w http.ResponseWriter, r *http.Request, truth []byte)

// serve starts a host with s below prefix.
func serve(t testing.TB, s *site.Site, prefix string) *host {
	h := &host{
		t:       t,
		prefix:  prefix,
		header:  http.Header{},
		held:    map[string]chan struct{}{},
		refused: map[string]int{},
		instead: map[string][]byte{},
		lies:    map[string]lie{},
	}
	h.deploy(s)
	h.server = httptest.NewServer(h)
	t.Cleanup(h.close)
	return h
}

// deploy puts s in the place of what was served.
func (h *host) deploy(s *site.Site) {
	files := fstest.MapFS{}
	for name, content := range s.Files {
		files[name] = &fstest.MapFile{Data: content}
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	h.handler = site.Handler(files, h.prefix)
}

// says makes every answer carry a header.
func (h *host) says(name, value string) { h.header.Set(name, value) }

// onlyFor limits what says set to paths with this end.
func (h *host) onlyFor(end string) { h.only = end }

// hold keeps requests for paths with this end waiting until release is called.
func (h *host) hold(end string) (release func()) {
	wait := make(chan struct{})
	h.mu.Lock()
	defer h.mu.Unlock()
	h.held[end] = wait
	release = sync.OnceFunc(func() { close(wait) })
	h.t.Cleanup(release)
	return release
}

// refuse answers requests for paths with this end with a status.
func (h *host) refuse(end string, status int) { h.refused[end] = status }

// swap answers requests for paths with this end with content.
func (h *host) swap(end string, content []byte) { h.instead[end] = content }

// lie answers requests for paths with this end by a lie, nil for the truth.
func (h *host) lie(end string, l lie) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.lies[end] = l
}

// close takes the host off the network.
func (h *host) close() {
	h.server.CloseClientConnections()
	h.server.Close()
}

// url returns the address of a path of the site.
func (h *host) url(path string) string { return h.server.URL + h.prefix + path }

// mark is a moment, for since.
func (h *host) mark() int {
	h.mu.Lock()
	defer h.mu.Unlock()
	return len(h.requests)
}

// since returns the requests that arrived after mark, such as "GET /?x=1".
func (h *host) since(mark int) []string {
	h.mu.Lock()
	defer h.mu.Unlock()
	return slices.Clone(h.requests[mark:])
}

// count returns how many requests for paths with this end arrived.
func (h *host) count(end string) int {
	n := 0
	for _, r := range h.since(0) {
		if strings.HasSuffix(r, end) {
			n++
		}
	}
	return n
}

func (h *host) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h.mu.Lock()
	h.requests = append(h.requests, r.Method+" "+r.URL.RequestURI())
	handler := h.handler
	wait := matching(h.held, r.URL.Path)
	status := matching(h.refused, r.URL.Path)
	content := matching(h.instead, r.URL.Path)
	l := matching(h.lies, r.URL.Path)
	h.mu.Unlock()
	if wait != nil {
		select {
		case <-wait:
		case <-r.Context().Done():
			return
		}
	}
	switch {
	case l != nil:
		truth := httptest.NewRecorder()
		handler.ServeHTTP(truth, r.Clone(r.Context()))
		l(w, r, truth.Body.Bytes())
	case status != 0:
		http.Error(w, http.StatusText(status), status)
	case content != nil:
		h.dress(w.Header(), r)
		http.ServeContent(w, r, path.Base(r.URL.Path), time.Time{}, strings.NewReader(string(content)))
	default:
		handler.ServeHTTP(&dresser{w, h, r}, r)
	}
}

func matching[V any](byEnd map[string]V, path string) (v V) {
	for end, v := range byEnd {
		if strings.HasSuffix(path, end) {
			return v
		}
	}
	return v
}

func (h *host) dress(header http.Header, r *http.Request) {
	if !strings.HasSuffix(r.URL.Path, h.only) {
		return
	}
	for name, values := range h.header {
		header[name] = values
	}
}

// dresser sets the host's own headers over those of the site's handler.
type dresser struct {
	http.ResponseWriter
	host    *host
	request *http.Request
}

func (d *dresser) WriteHeader(status int) {
	d.host.dress(d.Header(), d.request)
	d.ResponseWriter.WriteHeader(status)
}

// newer is a version of the site with another program in it, which differs in
// a section that nothing reads.
var newer = sync.OnceValue(func() *site.Site {
	changed := slices.Concat(program.Wasm, []byte("\x00\x06\x05newer"))
	return mustBuild(site.Options{Program: site.Program{Wasm: changed, Support: program.Support}, Quick: true})
})

// viewer is the site as built for a prefix.
var viewer = sync.OnceValue(func() *site.Site {
	return mustBuild(site.Options{Prefix: viewerPrefix, Program: program, Quick: true})
})

const viewerPrefix = "/viewer"

// places are where a site may stand: at the root, and below a path.
func places() map[string]*site.Site {
	return map[string]*site.Site{"": built, viewerPrefix: viewer()}
}

func mustBuild(opt site.Options) *site.Site {
	s, err := site.Build(opt)
	if err != nil {
		panic(err)
	}
	return s
}

// asset returns the path of the one file of s with this start and end, such
// as "app" and ".wasm.gz".
func asset(t testing.TB, s *site.Site, start, end string) string {
	for name := range s.Files {
		if strings.HasPrefix(name, "assets/"+start+".") && strings.HasSuffix(name, end) {
			return "/" + name
		}
	}
	t.Fatal(fmt.Errorf("no asset %s…%s", start, end))
	return ""
}
