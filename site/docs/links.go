//go:build !js

package docs

import (
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"path"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// images are the kinds of pictures that a page may show.
var images = map[string]bool{".svg": true, ".png": true, ".jpg": true, ".jpeg": true, ".webp": true, ".gif": true}

// refused are kinds of files that would run or be taken for pages of the site.
var refused = map[string]bool{".html": true, ".htm": true, ".xhtml": true, ".js": true, ".mjs": true, ".wasm": true}

// links turns the addresses in a page into ones that work where it stands, and
// notes those that lead nowhere.
func (b *book) links(p *page) {
	_ = ast.Walk(p.doc.node, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		var err error
		switch n := n.(type) {
		case *ast.Link:
			err = b.link(p, &n.Destination)
			if outside(n.Destination) {
				n.SetAttributeString("rel", []byte("noreferrer"))
			}
		case *ast.Image:
			err = b.picture(p, &n.Destination)
		case *ast.AutoLink:
			address := n.URL(p.source)
			if err = b.link(p, &address); err == nil {
				n.SetAttributeString("rel", []byte("noreferrer"))
			}
		}
		if err != nil {
			b.fault(p.file, p.line(n), err)
		}
		return ast.WalkContinue, nil
	})
}

func outside(address []byte) bool {
	u, err := url.Parse(string(address))
	return err == nil && u.Scheme != ""
}

func (b *book) link(p *page, address *[]byte) error {
	u, err := url.Parse(string(*address))
	if err != nil {
		return fmt.Errorf("the link %s is no address", *address)
	}
	switch {
	case u.Scheme == "https" || u.Scheme == "http" || u.Scheme == "mailto":
		return nil
	case u.Scheme != "" && !strings.Contains(string(*address), "://") && strings.Contains(string(*address), "@"):
		return nil // an address for mail, as Markdown finds them
	case u.Scheme != "" || u.Host != "":
		return fmt.Errorf("the link %s leads to what is not taken: want http, https or mailto, or a file of the folder",
			*address)
	case u.Path == "":
		return checkAnchor(p.doc.anchors, u, p.file)
	}
	to, err := b.resolve(p, u)
	if err != nil {
		return err
	}
	*address = []byte(to)
	return nil
}

// resolve returns the address of what a link leads to, from the page.
func (b *book) resolve(p *page, u *url.URL) (string, error) {
	if strings.HasPrefix(u.Path, "/") {
		return b.resolveSite(p, u)
	}
	name := path.Join(path.Dir(p.file), u.Path)
	if strings.HasSuffix(u.Path, "/") || name == "." {
		name = path.Join(name, "index.md")
	}
	if to, ok := b.pages[name]; ok {
		if err := checkAnchor(to.doc.anchors, u, name); err != nil {
			return "", err
		}
		return up(p.path) + strings.TrimPrefix(to.path, "/") + fragment(u), nil
	}
	return b.copied(p, name, u)
}

// resolveSite resolves an address from the site's root: a page of the site, or of
// the folder by its address.
func (b *book) resolveSite(p *page, u *url.URL) (string, error) {
	anchors, known := b.site.Anchors[u.Path]
	for _, q := range b.pages {
		if q.path == u.Path {
			anchors, known = q.doc.anchors, true
		}
	}
	if !known {
		return "", fmt.Errorf("the link %s leads to no page of the site", u)
	}
	if err := checkAnchor(anchors, u, u.Path); err != nil {
		return "", err
	}
	to := up(p.path) + strings.TrimPrefix(u.Path, "/")
	if u.RawQuery != "" {
		to += "?" + u.RawQuery
	}
	return to + fragment(u), nil
}

// copied puts a file of the folder that a page leads to beside the pages.
func (b *book) copied(p *page, name string, u *url.URL) (string, error) {
	if !fs.ValidPath(name) {
		return "", fmt.Errorf("the link %s leads out of the folder", u)
	}
	if refused[strings.ToLower(path.Ext(name))] {
		return "", fmt.Errorf("the link %s: files of that kind are not taken", u)
	}
	content := b.text(name)
	if content == nil {
		return "", fmt.Errorf("the link %s leads nowhere: there is no %s", u, name)
	}
	at := path.Join(b.path, name)
	b.files[at] = content
	return up(p.path) + (&url.URL{Path: at}).EscapedPath() + fragment(u), nil
}

// picture resolves the address of a picture.
func (b *book) picture(p *page, address *[]byte) error {
	u, err := url.Parse(string(*address))
	if err != nil || u.Scheme != "" || u.Host != "" || strings.HasPrefix(u.Path, "/") {
		return fmt.Errorf("the picture %s: want a file of the folder, as pages load nothing from elsewhere", *address)
	}
	name := path.Join(path.Dir(p.file), u.Path)
	if !images[strings.ToLower(path.Ext(name))] {
		return fmt.Errorf("the picture %s: want .svg, .png, .jpg, .webp or .gif", *address)
	}
	to, err := b.copied(p, name, u)
	if err != nil {
		return errors.New(strings.Replace(err.Error(), "the link", "the picture", 1))
	}
	*address = []byte(to)
	return nil
}

func checkAnchor(anchors map[string]bool, u *url.URL, name string) error {
	if u.Fragment != "" && !anchors[u.Fragment] {
		return fmt.Errorf("the link %s leads nowhere: %s has no %q", u, name, u.Fragment)
	}
	return nil
}

func fragment(u *url.URL) string {
	if u.Fragment == "" {
		return ""
	}
	return "#" + u.EscapedFragment()
}

// up returns the way from a page to the site's root.
func up(p string) string { return strings.Repeat("../", strings.Count(p, "/")-1) }
