//go:build !js

// Package site makes the static site: the pages, prerendered, and all that
// they load, as files that any plain file server can serve at its root or below
// a path. The same input gives the same bytes.
package site

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/callbacklens/callbacklens/app"
	"github.com/callbacklens/callbacklens/kit"
	"github.com/callbacklens/callbacklens/site/docs"
	"github.com/callbacklens/callbacklens/site/folder"
	"github.com/callbacklens/callbacklens/site/weave"
	"github.com/callbacklens/callbacklens/web"
)

// Site is the built site, in memory.
type Site struct {
	// Version names what all pages and assets contain.
	Version string
	// Files holds the contents by path from the site's root, such as
	// "index.html" and "assets/app.1a2b3c4d5e6f.wasm.gz".
	Files map[string][]byte

	assets map[string]string // path in Files by name without hash
	known  map[string]known  // by path in Files
	pack   func(content []byte) ([]byte, error)
	icons  map[string][]byte // by file name
	loose  map[string]bool   // files that are not for use without a network
	module string            // the sum of the program, as it is put together in the browser

	prefix, address string   // see Options
	parents         []string // see Options

	// Guides are the pages of documentation.
	Guides []docs.Page
}

// Options is what Build starts from.
type Options struct {
	// Prefix is the path that the site is to stand below, such as "/viewer",
	// or empty for the root or an unknown one. The manifest depends on it, and the
	// page for addresses that the site does not have, which may stand at any depth.
	Prefix string
	// Address is the whole address that the site is to stand at, such as
	// "https://tools.example/viewer", or empty. With it Prefix may be empty.
	// Search engines and chats are told addresses, which must be whole.
	Address string
	// Parents are the origins whose pages may hold the viewer in a frame and talk with
	// it, and Self. Hosts must say the same in the header frame-ancestors.
	Parents []string
	// Program is what the pages run.
	Program Program
	// Docs is a folder of documentation, made beside the guides of the site's own;
	// nil for none.
	Docs fs.FS
	// DocsName is what the folder is called in what is said about it.
	DocsName string
	// Charset reads a text of that charset, for bodies in the documentation.
	Charset func(name string, text []byte) ([]byte, error)
	// Quick packs in an instant what then is a twentieth larger, for a site
	// that is looked at and thrown away.
	Quick bool
}

var prefixPattern = regexp.MustCompile(`^(/[A-Za-z0-9._~-]+)+$`)

// CheckPrefix reports what is wrong with a path to serve the site below.
func CheckPrefix(prefix string) error {
	if prefix == "" {
		return nil
	}
	if !prefixPattern.MatchString(prefix) || path.Clean(prefix) != prefix {
		return fmt.Errorf("prefix %q: want a path such as /viewer, of letters, digits and .-_~", prefix)
	}
	return nil
}

// Build makes the site.
func Build(opt Options) (*Site, error) {
	if err := opt.Settle(); err != nil {
		return nil, err
	}
	s := &Site{
		Files: map[string][]byte{}, assets: map[string]string{}, known: map[string]known{}, icons: map[string][]byte{},
		loose: map[string]bool{}, prefix: opt.Prefix, address: opt.Address, parents: opt.Parents,
	}
	s.pack = packSmall
	if opt.Quick {
		s.pack = packQuickly
	}
	if err := s.addAssets(opt.Program); err != nil {
		return nil, err
	}
	notices, err := noticesOf(opt.Program)
	if err != nil {
		return nil, err
	}
	pages := append(app.Pages(), app.ForkPage(), app.NoticesPage(notices), app.LostPage())
	s.loose[fileOf(app.LostPath)] = true
	if slices.Contains(opt.Parents, Self) {
		if err := s.addEmbed(); err != nil {
			return nil, err
		}
		pages = append(pages, app.EmbedPage())
	}
	description := pages[0].Description
	if s.Files["manifest.webmanifest"], err = s.manifest(opt.Prefix, both(description)); err != nil {
		return nil, fmt.Errorf("manifest: %w", err)
	}
	// The version stands in the pages, so it is that of the site with pages
	// that have none.
	for _, p := range pages {
		s.Files[fileOf(p.Path)] = []byte{}
	}
	if err := s.addPages(pages, ""); err != nil {
		return nil, err
	}
	s.addKit()
	s.Version = s.sum()
	if err := s.addPages(pages, s.Version); err != nil {
		return nil, err
	}
	if err := s.addGuides(opt); err != nil {
		return nil, err
	}
	if err := s.addMap(pages); err != nil {
		return nil, err
	}
	return s, s.addWorker()
}

// addKit adds the kit for receivers, to be read and copied: no page loads it, so
// that the worker does not keep it.
func (s *Site) addKit() {
	for _, f := range kit.Files() {
		name := f.Address()[1:]
		s.Files[name], s.loose[name] = f.Content, true
	}
}

// addAssets puts all that pages load under names that carry a hash.
func (s *Site) addAssets(program Program) error {
	style, err := stylesheet()
	if err != nil {
		return err
	}
	woven, err := weave.Weave(program.Wasm)
	if err != nil {
		woven = program.Wasm // it comes from elsewhere: larger, and as good
	}
	s.module = base64Sum(program.Wasm)
	if s.assets["app.wasm.gz"], err = s.addPacked("app.wasm.gz", woven); err != nil {
		return err
	}
	around := denseForeign(program.Support)
	for _, name := range []string{"js/weave.js", "js/rescue.js"} {
		script, err := web.Files.ReadFile(name)
		if err != nil {
			return err
		}
		around = append(around, dense(script)...)
	}
	s.assets["go.js"] = s.addAsset("go.js", around)
	s.assets["style.css"] = s.addAsset("style.css", style)
	start, err := web.Files.ReadFile("js/start.js")
	if err != nil {
		return err
	}
	s.assets["start.js"] = s.addAsset("start.js", dense(start))
	icons, err := fs.ReadDir(web.Files, "icons")
	if err != nil {
		return err
	}
	for _, icon := range icons {
		if s.icons[icon.Name()], err = web.Files.ReadFile("icons/" + icon.Name()); err != nil {
			return err
		}
	}
	for _, picture := range []string{"card.png", "wide.png", "narrow.png"} {
		content, err := web.Files.ReadFile("pictures/" + picture)
		if err != nil {
			return err
		}
		s.assets[picture] = s.addAsset(picture, content)
		s.loose[s.assets[picture]] = true
	}
	s.assets["apple-touch.png"] = s.addAsset("apple-touch.png", s.icons["apple-touch.png"])
	return nil
}

// addEmbed adds what the page that shows the viewer in a frame loads.
func (s *Site) addEmbed() error {
	script, err := web.Files.ReadFile("js/embed.js")
	if err != nil {
		return err
	}
	s.assets["embed.js"] = s.addApart("embed.js", dense(script)).Address
	s.loose[fileOf(app.EmbedPath)] = true
	return nil
}

func (s *Site) addPages(pages []app.Page, version string) error {
	for _, p := range pages {
		content, err := s.page(p, version)
		if err != nil {
			return fmt.Errorf("page %s: %w", p.Path, err)
		}
		s.Files[fileOf(p.Path)] = content
	}
	return nil
}

// kept is a file as the service worker is to answer with it.
type kept struct {
	Type string `json:"type"`
	Text string `json:"text"`
}

// addWorker writes the service worker: its version and what it keeps, then
// web/js/worker.js.
func (s *Site) addWorker() error {
	code, err := web.Files.ReadFile("js/worker.js")
	if err != nil {
		return err
	}
	assets, pages := []string{}, map[string]kept{}
	for _, name := range slices.Sorted(maps.Keys(s.Files)) {
		switch {
		case s.loose[name]:
			continue
		case strings.HasPrefix(name, "assets/"):
			assets = append(assets, name)
			continue
		}
		pages[strings.TrimSuffix(name, "index.html")] = kept{types[path.Ext(name)], string(s.Files[name])}
	}
	parcel, err := s.addParcel(pages)
	if err != nil {
		return err
	}
	list, err := json.MarshalIndent(map[string]any{
		"version": s.Version,
		"assets":  assets,
		"known":   s.knownKept(),
		"pages":   slices.Sorted(maps.Keys(pages)),
		"parcel":  parcel,
		"framers": framers(s.parents),
		"guides":  s.guideFolders(),
	}, "", "  ")
	if err != nil {
		return err
	}
	s.Files["worker.js"] = fmt.Appendf(nil, "\"use strict\";\n\n{\nconst site = %s;\n\n%s}\n", list, dense(code))
	return nil
}

// addParcel packs the files that have no hash in their names, for the worker:
// together they are a sixth of what they are one by one, and under the hash in
// the parcel's own name no host or cache can mix two versions of them.
func (s *Site) addParcel(pages map[string]kept) (string, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false) // nobody takes it for HTML
	if err := e.Encode(pages); err != nil {
		return "", err
	}
	return s.addPacked("pages.json.gz", b.Bytes())
}

// sum returns a hash over the paths and contents of all files.
func (s *Site) sum() string {
	h := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(s.Files)) {
		fmt.Fprintf(h, "%s %d\n", name, len(s.Files[name]))
		h.Write(s.Files[name])
	}
	return hex.EncodeToString(h.Sum(nil))[:12]
}

// Write puts the site into the folder dir, as folder.Write does: it replaces and
// deletes only what it wrote there and nobody changed.
func (s *Site) Write(dir string) error {
	_, err := folder.Write(dir, s.Ordered(), folder.Options{})
	return err
}

// Ordered lists the files in the order in which they may be put into the place
// of another version's, each after what it loads. The worker comes before the
// pages: all that it needs has a hash in its name, so that whoever arrives in
// between gets an old page and is led to the new version, and not back.
func (s *Site) Ordered() (files []folder.File) {
	rank := func(name string) int {
		switch {
		case strings.HasPrefix(name, "assets/"):
			return 0
		case name == "worker.js":
			return 1
		default:
			return 2
		}
	}
	names := slices.SortedFunc(maps.Keys(s.Files), func(a, b string) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), strings.Compare(a, b))
	})
	for _, name := range names {
		files = append(files, folder.File{Name: name, Content: s.Files[name], Yields: yields(name)})
	}
	return files
}
