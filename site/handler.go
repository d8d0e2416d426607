//go:build !js

package site

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"net/http"
	"path"
	"strings"
	"time"

	"github.com/callbacklens/callbacklens/app"
)

// types are those of the files that a site has.
var types = map[string]string{
	".css":         "text/css; charset=utf-8",
	".gz":          "application/octet-stream",
	".html":        "text/html; charset=utf-8",
	".js":          "text/javascript; charset=utf-8",
	".json":        "application/json",
	".png":         "image/png",
	".txt":         "text/plain; charset=utf-8",
	".xml":         "application/xml",
	".svg":         "image/svg+xml",
	".webmanifest": "application/manifest+json",

	// What documentation has.
	".gif":  "image/gif",
	".jpeg": "image/jpeg",
	".jpg":  "image/jpeg",
	".pdf":  "application/pdf",
	".webp": "image/webp",

	// The kit for receivers, to be read.
	".go":   "text/plain; charset=utf-8",
	".java": "text/plain; charset=utf-8",
	".md":   "text/plain; charset=utf-8",
	".mjs":  "text/plain; charset=utf-8",
	".py":   "text/plain; charset=utf-8",
	".xsd":  "application/xml",
}

// headers are on every answer: what a page cannot ask for itself. No other page
// may hold it in a frame or keep a hand on its window, no browser may take a
// file for another type, and no address of it is told to others.
var headers = map[string]string{
	"Content-Security-Policy":      "frame-ancestors 'none'",
	"Cross-Origin-Opener-Policy":   "same-origin",
	"Cross-Origin-Resource-Policy": "same-origin",
	"Referrer-Policy":              "no-referrer",
	"X-Content-Type-Options":       "nosniff",
}

// Handler serves a built site below prefix as a plain file server does: files
// as they are, index.html for a folder, no lists. Hidden files, such as those
// of git, links and what is no file are not there for it.
//
// The pages of parents may hold the viewer in a frame; without any, no page may.
func Handler(files fs.FS, prefix string, parents ...string) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("GET "+prefix+"/", http.StripPrefix(prefix+"/", server{files}))
	if prefix != "" {
		mux.Handle("GET /{$}", http.RedirectHandler(prefix+"/", http.StatusFound))
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for name, value := range headers {
			w.Header().Set(name, value)
		}
		w.Header().Set("Content-Security-Policy", "frame-ancestors "+framers(parents))
		mux.ServeHTTP(w, r)
	})
}

type server struct{ files fs.FS }

func (s server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name := path.Clean(r.URL.Path)
	if s.kind(name).IsDir() {
		if r.URL.Path != "" && !strings.HasSuffix(r.URL.Path, "/") {
			// Relative, as http.Redirect cannot know what was stripped.
			w.Header().Set("Location", path.Base(name)+"/")
			w.WriteHeader(http.StatusMovedPermanently)
			return
		}
		name = path.Join(name, "index.html")
	}
	if !s.kind(name).IsRegular() {
		s.lost(w, r)
		return
	}
	content, err := fs.ReadFile(s.files, name)
	if err != nil {
		s.lost(w, r)
		return
	}
	h := w.Header()
	h.Set("Content-Type", cmp.Or(types[path.Ext(name)], "application/octet-stream"))
	h.Set("Cache-Control", "no-cache")
	if strings.HasPrefix(name, "assets/") {
		h.Set("Cache-Control", "max-age=31536000, immutable")
	} else {
		h.Set("ETag", fmt.Sprintf(`"%x"`, sha256.Sum256(content)))
	}
	http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(content))
}

// lost answers where there is nothing, with the page that leads on if the site has it.
func (s server) lost(w http.ResponseWriter, r *http.Request) {
	name := fileOf(app.LostPath)
	content, err := fs.ReadFile(s.files, name)
	if err != nil || !s.kind(name).IsRegular() {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", types[path.Ext(name)])
	w.WriteHeader(http.StatusNotFound)
	_, _ = w.Write(content)
}

// kind tells what is at a path, and fs.ModeIrregular for all that is not to be
// served: what is hidden or a link, or lies in a folder that is.
func (s server) kind(name string) fs.FileMode {
	if name == "." {
		return fs.ModeDir
	}
	if !fs.ValidPath(name) || !s.kind(path.Dir(name)).IsDir() || strings.HasPrefix(path.Base(name), ".") {
		return fs.ModeIrregular
	}
	info, err := fs.Lstat(s.files, name)
	if err != nil {
		return fs.ModeIrregular
	}
	return info.Mode().Type()
}
