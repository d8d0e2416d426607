//go:build !js

package command

import (
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/callbacklens/callbacklens/site"
)

// documented adds a folder of documentation to what a site is made of, if one is
// named. After done it must not be used any more.
func documented(opt *site.Options, dir string) (done func(), err error) {
	opt.Charset = decodeCharset
	if dir == "" {
		return func() {}, nil
	}
	root, err := os.OpenRoot(dir) // so that no link leads out of it
	if err != nil {
		return nil, err
	}
	opt.Docs, opt.DocsName = root.FS(), filepath.ToSlash(filepath.Clean(dir))
	return func() { root.Close() }, nil
}

// programBeside is the name of the compiled program that stands beside this
// command, as it does in the archives of a release; empty where there is none.
func programBeside() string {
	self, err := os.Executable()
	if err != nil {
		return ""
	}
	name := filepath.Join(filepath.Dir(self), "app.wasm")
	if info, err := os.Stat(name); err != nil || !info.Mode().IsRegular() {
		return ""
	}
	return name
}

// preview serves a site with documentation, which is made anew when a page is asked
// for after a file of it has changed. What is wrong with it then stands in the place
// of the page, and in what the command says.
func preview(dir, wasm string, opt site.Options, std Streams) (h http.Handler, done func(), err error) {
	opt.Quick = true
	base, err := buildSite(wasm, false, opt)
	if err != nil {
		return nil, nil, err
	}
	if done, err = documented(&opt, dir); err != nil {
		return nil, nil, err
	}
	p := &previewer{base: base, opt: opt, std: std}
	p.refresh()
	return p, done, nil
}

type previewer struct {
	base *site.Site
	opt  site.Options
	std  Streams

	mu      sync.Mutex
	mark    string // of the files that the site was made of
	err     error  // that it could not be
	handler http.Handler
}

// ServeHTTP answers with the site as its files are now.
func (p *previewer) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	p.mu.Lock()
	if isPage(r.URL.Path) {
		p.refresh()
	}
	handler, err := p.handler, p.err
	p.mu.Unlock()
	if err != nil && isPage(r.URL.Path) {
		w.Header().Set("X-Content-Type-Options", "nosniff")
		w.Header().Set("Cache-Control", "no-store")
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	if handler == nil {
		http.NotFound(w, r)
		return
	}
	handler.ServeHTTP(w, r)
}

func isPage(path string) bool {
	return strings.HasSuffix(path, "/") || strings.HasSuffix(path, ".html")
}

// refresh makes the site anew if a file has changed.
func (p *previewer) refresh() {
	mark, err := marked(p.opt.Docs)
	if err == nil && mark == p.mark {
		return
	}
	p.mark = mark
	var made *site.Site
	if err == nil {
		made, err = p.base.WithDocs(p.opt)
	}
	if p.err = err; err != nil {
		fail(p.std, "serve", err)
		return
	}
	p.handler = site.Handler(made.FS(), p.opt.Prefix, p.opt.Parents...)
	pages := made.Guides[len(p.base.Guides):]
	many := "s"
	if len(pages) == 1 {
		many = ""
	}
	fmt.Fprintf(p.std.Out, "%s%s: %d page%s\n", p.opt.Prefix, pages[0].Path, len(pages), many)
}

// marked tells one state of a folder from another: by the names, sizes and times of
// its files.
func marked(files fs.FS) (string, error) {
	var b strings.Builder
	err := fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := entry.Info()
		if errors.Is(err, fs.ErrNotExist) {
			return nil // it has gone meanwhile
		}
		if err != nil {
			return err
		}
		fmt.Fprintf(&b, "%q %d %d\n", name, info.Size(), info.ModTime().UnixNano())
		return nil
	})
	return b.String(), err
}
