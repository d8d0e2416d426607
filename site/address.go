//go:build !js

package site

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"fmt"
	"net/url"
	"path"
	"slices"
	"strings"

	"github.com/callbacklens/callbacklens/app"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// Settle reports what is wrong with prefix and address, and makes of each what the other
// tells.
func (opt *Options) Settle() error {
	for _, parent := range opt.Parents {
		if err := checkParent(parent); err != nil {
			return err
		}
	}
	opt.Prefix = strings.TrimSuffix(opt.Prefix, "/")
	if err := CheckPrefix(opt.Prefix); err != nil || opt.Address == "" {
		return err
	}
	u, err := url.Parse(opt.Address)
	if err != nil {
		return fmt.Errorf("address: %w", err)
	}
	if u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.User != nil || u.RawQuery != "" || u.Fragment != "" {
		return fmt.Errorf("address %q: want one such as https://tools.example/viewer/", opt.Address)
	}
	below := strings.TrimSuffix(u.Path, "/")
	if err := CheckPrefix(below); err != nil {
		return fmt.Errorf("address %q: %w", opt.Address, err)
	}
	if opt.Prefix != "" && opt.Prefix != below {
		return fmt.Errorf("address %q is not below the prefix %q", opt.Address, opt.Prefix)
	}
	opt.Prefix, opt.Address = below, u.Scheme+"://"+u.Host+below
	return nil
}

// Self among the parents stands for the site's own pages.
const Self = "self"

// checkParent reports what is wrong with an origin that may hold the viewer.
func checkParent(parent string) error {
	if u, err := url.Parse(parent); parent != Self && (err != nil || u.Scheme != "https" && u.Scheme != "http" ||
		u.Host == "" || parent != u.Scheme+"://"+u.Host || strings.ContainsAny(u.Host, "*;, ")) {
		return fmt.Errorf("parent %q: want self, or an origin such as https://docs.example", parent)
	}
	return nil
}

// framers is the list of those who may hold the viewer in a frame, as a policy has it.
func framers(parents []string) string {
	if len(parents) == 0 {
		return "'none'"
	}
	return strings.ReplaceAll(" "+strings.Join(parents, " "), " "+Self, " '"+Self+"'")[1:]
}

// absolute returns the address of a path from the site's root: whole where it is
// known, else relative by way of up.
func (s *Site) absolute(path, up string) string {
	if s.address != "" {
		return s.address + path
	}
	return relative(path, up)
}

// alternates lists the languages that p exists in, each at an address with the
// language's name in it, and the one for all others.
func (s *Site) alternates(p app.Page, up string) (all []alternate) {
	if bilingual(p) {
		return nil
	}
	for _, l := range lang.All {
		all = append(all, alternate{l.Tag(), s.absolute(inLang(p, l), up)})
	}
	if fork, ok := strings.CutSuffix(p.Path, p.Lang.String()+"/"); ok && s.Files[fileOf(fork)] != nil {
		all = append(all, alternate{"x-default", s.absolute(fork, up)})
	}
	return all
}

// inLang returns the path of a page of one language in another.
func inLang(p app.Page, l lang.Lang) string {
	return strings.Replace(p.Path, "/"+p.Lang.String()+"/", "/"+l.String()+"/", 1)
}

// fileOf returns the file that a path of the site leads to.
func fileOf(address string) string {
	if strings.HasSuffix(address, "/") {
		address += "index.html"
	}
	return strings.TrimPrefix(address, "/")
}

// mapped is a page in the map of the site for search engines, see
// https://www.sitemaps.org/protocol.html.
type mapped struct {
	Loc   string       `xml:"loc"`
	Links []mappedLink `xml:"xhtml:link"`
}

type mappedLink struct {
	Rel  string `xml:"rel,attr"`
	Lang string `xml:"hreflang,attr"`
	Href string `xml:"href,attr"`
}

// addMap tells search engines what there is. That takes whole addresses. What
// robots may do is said at the root of a host alone.
func (s *Site) addMap(pages []app.Page) error {
	if s.address == "" {
		return nil
	}
	site := struct {
		XMLName xml.Name `xml:"urlset"`
		NS      string   `xml:"xmlns,attr"`
		XHTML   string   `xml:"xmlns:xhtml,attr"`
		Pages   []mapped `xml:"url"`
	}{NS: "http://www.sitemaps.org/schemas/sitemap/0.9", XHTML: "http://www.w3.org/1999/xhtml"}
	for _, p := range pages {
		if p.Path == app.LostPath {
			continue
		}
		m := mapped{Loc: s.address + p.Path}
		for _, a := range s.alternates(p, "") {
			m.Links = append(m.Links, mappedLink{"alternate", a.Lang, a.Href})
		}
		site.Pages = append(site.Pages, m)
	}
	for _, p := range s.Guides {
		m := mapped{Loc: s.address + p.Path}
		if p.Other != "" {
			m.Links = []mappedLink{{"alternate", p.Lang.Tag(), m.Loc}, {"alternate", p.OtherLang().Tag(), s.address + p.Other}}
		}
		site.Pages = append(site.Pages, m)
	}
	slices.SortFunc(site.Pages, func(a, b mapped) int { return cmp.Compare(a.Loc, b.Loc) })
	b := bytes.NewBufferString(xml.Header)
	e := xml.NewEncoder(b)
	e.Indent("", " ")
	if err := e.Encode(site); err != nil {
		return fmt.Errorf("sitemap.xml: %w", err)
	}
	b.WriteByte('\n')
	s.addLoose("sitemap.xml", b.Bytes())
	if s.prefix == "" {
		s.addLoose("robots.txt", fmt.Appendf(nil, "User-agent: *\nAllow: /\n\nSitemap: %s/sitemap.xml\n", s.address))
	}
	return nil
}

// addLoose adds a file that the program and its pages do without, so that the
// service worker does not keep it.
func (s *Site) addLoose(name string, content []byte) {
	s.Files[name] = content
	s.loose[name] = true
}

// yields reports whether a file stays away where somebody else has its name: what
// a host has one of, whatever else stands on it.
func yields(name string) bool {
	return slices.Contains([]string{"404.html", "robots.txt", "sitemap.xml"}, path.Clean(name))
}
