//go:build !js

// Package hosting tries the files for web servers with the servers that are there.
package hosting

import (
	"bytes"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/callbacklens/callbacklens/site"
)

// host is a web server, as its file configures it.
type host struct {
	command string
	// config returns the file as it is to be used, given root, port, prefix and
	// parents.
	config func(t *testing.T, dir, root, port, prefix, parents string) *exec.Cmd
}

var hosts = map[string]host{
	"Caddy": {"caddy", func(_ *testing.T, dir, root, port, prefix, parents string) *exec.Cmd {
		cmd := exec.Command("caddy", "run", "--config", "Caddyfile", "--adapter", "caddyfile")
		cmd.Env = append(os.Environ(), "SITE_ROOT="+root, "SITE_ADDRESS=http://127.0.0.1:"+port, "SITE_PREFIX="+prefix,
			"XDG_DATA_HOME="+dir, "XDG_CONFIG_HOME="+dir, "SITE_ADMIN=off")
		if parents != "" {
			cmd.Env = append(cmd.Env, "SITE_PARENTS="+parents)
		}
		return cmd
	}},
	"nginx": {"nginx", func(t *testing.T, dir, root, port, prefix, parents string) *exec.Cmd {
		conf, err := os.ReadFile("nginx.conf")
		if err != nil {
			t.Fatal(err)
		}
		if parents == "" {
			parents = "'none'"
		}
		server := strings.NewReplacer("listen 8080", "listen 127.0.0.1:"+port, "/srv/www", root, " /404.html", " "+prefix+"/404.html",
			"frame-ancestors 'none'", "frame-ancestors "+parents).Replace(string(conf))
		all := fmt.Sprintf("daemon off;\npid %s/pid;\nerror_log stderr;\nevents {}\nhttp {\naccess_log off;\n"+
			"client_body_temp_path %[1]s/a;\nproxy_temp_path %[1]s/b;\nfastcgi_temp_path %[1]s/c;\n"+
			"uwsgi_temp_path %[1]s/d;\nscgi_temp_path %[1]s/e;\ninclude /etc/nginx/mime.types;\n%s}\n", dir, server)
		if os.Getuid() == 0 {
			all = "user root;\n" + all
		}
		file := filepath.Join(dir, "nginx.conf")
		if err := os.WriteFile(file, []byte(all), 0o600); err != nil {
			t.Fatal(err)
		}
		return exec.Command("nginx", "-p", dir, "-e", "stderr", "-c", file)
	}},
}

// TestHostsServeAsServeDoes asks each server what the handler of the command line is
// asked, at the root and below a path: status, content and headers must be the same.
func TestHostsServeAsServeDoes(t *testing.T) {
	t.Setenv("PATH", os.Getenv("PATH")+":/usr/sbin")
	program := site.Program{Wasm: []byte("\x00asm\x01\x00\x00\x00"), Support: []byte("globalThis.Go = class {};")}
	for _, c := range []struct {
		prefix  string
		parents []string
	}{{"", nil}, {"/viewer", []string{"https://a.example", "https://b.example"}}} {
		built, err := site.Build(site.Options{Prefix: c.prefix, Program: program, Quick: true})
		if err != nil {
			t.Fatal(err)
		}
		root := t.TempDir()
		if err := built.Write(filepath.Join(root, c.prefix)); err != nil {
			t.Fatal(err)
		}
		for name, h := range hosts {
			t.Run(name+c.prefix, func(t *testing.T) {
				if _, err := exec.LookPath(h.command); err != nil {
					t.Skipf("there is no %s here", name)
				}
				address := h.start(t, root, c.prefix, strings.Join(c.parents, " "))
				compare(t, address, site.Handler(os.DirFS(filepath.Join(root, c.prefix)), c.prefix, c.parents...), built, c.prefix)
			})
		}
	}
}

// start runs the server and returns its address once it answers.
func (h host) start(t *testing.T, root, prefix, parents string) string {
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	_, port, _ := net.SplitHostPort(free.Addr().String())
	free.Close()
	cmd := h.config(t, t.TempDir(), root, port, prefix, parents)
	var said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &said, &said
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Signal(os.Interrupt)
		_ = cmd.Wait()
		if t.Failed() {
			t.Log(said.String())
		}
	})
	for end := time.Now().Add(20 * time.Second); ; time.Sleep(20 * time.Millisecond) {
		conn, err := net.Dial("tcp", "127.0.0.1:"+port)
		if err == nil {
			conn.Close()
			return "http://127.0.0.1:" + port
		}
		if time.Now().After(end) {
			t.Fatalf("it does not answer: %v", err)
		}
	}
}

// compare asks the server and the handler the same.
func compare(t *testing.T, address string, want http.Handler, built *site.Site, prefix string) {
	paths := []string{"/nothing", "/a/b/", "/.callbacklens-files.json", "/reference/en", "/assets/app.0.js"}
	for name := range built.Files {
		paths = append(paths, "/"+strings.TrimSuffix(name, "index.html"))
	}
	client := http.Client{
		Transport:     &http.Transport{DisableCompression: true},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	for _, path := range paths {
		w := httptest.NewRecorder()
		want.ServeHTTP(w, httptest.NewRequest(http.MethodGet, prefix+path, nil))
		r, err := client.Get(address + prefix + path)
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(r.Body)
		r.Body.Close()
		led := w.Code == http.StatusMovedPermanently
		if err != nil || r.StatusCode != w.Code && !(led && r.StatusCode == http.StatusPermanentRedirect) {
			t.Errorf("%s: status %d, want %d, error %v", path, r.StatusCode, w.Code, err)
		}
		if led {
			if to, err := r.Location(); err != nil || to.String() != address+prefix+path+"/" {
				t.Errorf("%s leads to %v, error %v", path, to, err)
			}
			continue
		}
		if !bytes.Equal(body, w.Body.Bytes()) {
			t.Errorf("%s has %d bytes, want %d", path, len(body), w.Body.Len())
		}
		for name := range w.Header() {
			sameHeader(t, path, name, r.Header.Get(name), w.Header().Get(name))
		}
	}
}

// sameHeader compares what a header means.
func sameHeader(t *testing.T, path, name, got, want string) {
	switch name {
	case "Etag", "Accept-Ranges", "Content-Length", "Last-Modified":
		return // each in its own way
	case "Content-Type":
		if strings.HasPrefix(path, "/kit/") && !strings.HasPrefix(want, "text/plain") {
			return // to be saved, whatever it counts as
		}
		same := strings.NewReplacer("application/javascript", "text/javascript", "text/xml", "application/xml", "; charset=utf-8", "")
		got, want = same.Replace(strings.ToLower(got)), same.Replace(want)
	}
	if got != want {
		t.Errorf("%s: %s is %q, want %q", path, name, got, want)
	}
}
