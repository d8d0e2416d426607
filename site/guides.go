//go:build !js

package site

import (
	"bytes"
	"compress/zlib"
	"encoding/base64"
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"github.com/callbacklens/callbacklens/kit"
	"github.com/callbacklens/callbacklens/parser/lang"
	"github.com/callbacklens/callbacklens/site/docs"
	"github.com/callbacklens/callbacklens/web"
)

// guidesPath is what the guides of the site's own stand below, kitPath what tells of the
// files of the kit, docsPath what the documentation of others does where it does not say it.
const guidesPath, kitPath, docsPath = "guide", "kit", "docs"

// addGuides makes the documentation: the guides of the site's own and, where there
// is one, the folder of others. None of it is kept by the service worker, so that
// the first visit of the viewer does not hold it, and none counts for the version.
func (s *Site) addGuides(opt Options) error {
	for _, name := range []string{kitPath, guidesPath} {
		own, err := fs.Sub(web.Files, name)
		if err != nil {
			return err
		}
		if err := s.addFolder(docs.Folder{Files: own, Name: "web/" + name, Path: name}, opt.Charset); err != nil {
			return err
		}
	}
	if opt.Docs == nil {
		return nil
	}
	return s.addFolder(docs.Folder{Files: opt.Docs, Name: opt.DocsName, Path: docsPath}, opt.Charset)
}

// CheckDocs reports what is wrong with a folder of documentation. It needs no program, and a
// tenth of the time that Build takes.
func CheckDocs(opt Options) error {
	opt.Program, opt.Quick = Program{Notices: []byte("-- none: none --\n")}, true
	_, err := Build(opt)
	return err
}

// WithDocs returns a site that has a folder of documentation, too, as it is now. Of opt it
// takes what is about documentation.
func (s *Site) WithDocs(opt Options) (*Site, error) {
	more := *s
	more.Files, more.known, more.loose = maps.Clone(s.Files), maps.Clone(s.known), maps.Clone(s.loose)
	more.Guides = slices.Clone(s.Guides)
	err := more.addFolder(docs.Folder{Files: opt.Docs, Name: opt.DocsName, Path: docsPath}, opt.Charset)
	return &more, err
}

func (s *Site) addFolder(folder docs.Folder, charset func(string, []byte) ([]byte, error)) error {
	around, err := s.around()
	if err != nil {
		return err
	}
	around.Charset = charset
	made, err := docs.Make(folder, around)
	if err != nil {
		return fmt.Errorf("the documentation in %s cannot be made:\n%w", folder.Name, err)
	}
	for name, content := range made.Files {
		if _, taken := s.Files[name]; taken {
			return fmt.Errorf("the documentation in %s: %s is a file of the site; name another path in lens.toml", folder.Name, name)
		}
		s.addLoose(name, content)
	}
	s.Guides = append(s.Guides, made.Pages...)
	return nil
}

// around is what stands around the documentation.
func (s *Site) around() (docs.Site, error) {
	script, err := web.Files.ReadFile("js/guide.js")
	if err != nil {
		return docs.Site{}, err
	}
	var style []byte
	for _, name := range []string{"css/base.css", "css/docs/docs.css"} {
		css, err := web.Files.ReadFile(name)
		if err != nil {
			return docs.Site{}, err
		}
		style = append(style, denseStyle(css)...)
	}
	anchors := make(map[string]map[string]bool)
	for name, content := range s.Files {
		if at, ok := strings.CutSuffix("/"+name, "index.html"); ok {
			anchors[at] = idsOf(content)
		}
	}
	for _, f := range kit.Files() {
		anchors[f.Address()] = nil
	}
	for _, l := range lang.All { // which the page on the kit leads to, though it is made first
		if at := "/" + guidesPath + "/" + l.String() + "/receiver/"; anchors[at] == nil {
			anchors[at] = map[string]bool{}
		}
	}
	return docs.Site{
		Version: s.Version, Policy: docsPolicy, Light: lightPaper, Dark: darkPaper,
		Icon:    template.URL(dataURL("image/svg+xml", s.icons["icon.svg"])),
		Script:  s.addApart("guide.js", dense(script)),
		Style:   style,
		Add:     s.addApart,
		Address: s.address,
		Card:    s.assets["card.png"],
		Anchors: anchors,
		Open:    openBody,
	}, nil
}

// longestLink is how long an address with a body in it may be, so that a page of
// documentation stays light.
const longestLink = 16 << 10

// openBody returns the address that opens a body in the viewer, which has it behind
// the #, as web/js/start.js reads it; empty where that would be too long.
func openBody(body []byte) string {
	var packed bytes.Buffer
	w, err := zlib.NewWriterLevel(&packed, zlib.BestCompression)
	if err != nil {
		return ""
	}
	_, err = w.Write(body)
	if err = errors.Join(err, w.Close()); err != nil || packed.Len() > longestLink*3/4 {
		return ""
	}
	return "/#body=1." + base64.RawURLEncoding.EncodeToString(packed.Bytes())
}

// guideFolders lists the folders that pages of documentation stand in, as paths.
func (s *Site) guideFolders() []string {
	folders := make(map[string]bool)
	for _, p := range s.Guides {
		first, _, _ := strings.Cut(p.Path[1:], "/")
		folders[first+"/"] = true
	}
	return slices.Sorted(maps.Keys(folders))
}

// addApart is addAsset for what the service worker does not keep.
func (s *Site) addApart(name string, content []byte) docs.Asset {
	at := s.addAsset(name, content)
	s.loose[at] = true
	return docs.Asset{Address: at, Integrity: "sha256-" + s.known[at].Sums}
}

// knownKept is what is known of the assets that the service worker keeps.
func (s *Site) knownKept() map[string]known {
	all := maps.Clone(s.known)
	maps.DeleteFunc(all, func(name string, _ known) bool { return s.loose[name] })
	return all
}

// idsOf returns the ids in a page.
func idsOf(page []byte) map[string]bool {
	ids := make(map[string]bool)
	z := html.NewTokenizer(bytes.NewReader(page))
	for kind := z.Next(); kind != html.ErrorToken; kind = z.Next() {
		for more := kind == html.StartTagToken || kind == html.SelfClosingTagToken; more; {
			var key, value []byte
			if key, value, more = z.TagAttr(); string(key) == "id" {
				ids[string(value)] = true
			}
		}
	}
	return ids
}
