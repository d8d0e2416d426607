//go:build !js

package site

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"net/http"
	"path"
	"strings"
	"time"
)

// types are those of the files that a site has.
var types = map[string]string{
	".css":         "text/css; charset=utf-8",
	".gz":          "application/octet-stream",
	".html":        "text/html; charset=utf-8",
	".js":          "text/javascript; charset=utf-8",
	".png":         "image/png",
	".svg":         "image/svg+xml",
	".webmanifest": "application/manifest+json",
}

// Handler serves a built site below prefix as a plain file server does: files
// as they are, index.html for a folder, no lists.
func Handler(files fs.FS, prefix string) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("GET "+prefix+"/", http.StripPrefix(prefix+"/", server{files}))
	if prefix != "" {
		mux.Handle("GET /{$}", http.RedirectHandler(prefix+"/", http.StatusFound))
	}
	return mux
}

type server struct{ files fs.FS }

func (s server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name := path.Clean(r.URL.Path)
	if info, err := fs.Stat(s.files, name); err == nil && info.IsDir() {
		if r.URL.Path != "" && !strings.HasSuffix(r.URL.Path, "/") {
			// Relative, as http.Redirect cannot know what was stripped.
			w.Header().Set("Location", path.Base(name)+"/")
			w.WriteHeader(http.StatusMovedPermanently)
			return
		}
		name = path.Join(name, "index.html")
	}
	content, err := fs.ReadFile(s.files, name)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	h := w.Header()
	h.Set("Content-Type", types[path.Ext(name)])
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Cache-Control", "no-cache")
	if strings.HasPrefix(name, "assets/") {
		h.Set("Cache-Control", "max-age=31536000, immutable")
	} else {
		h.Set("ETag", fmt.Sprintf(`"%x"`, sha256.Sum256(content)))
	}
	http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(content))
}
