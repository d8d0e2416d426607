//go:build !js

package site

import (
	"encoding/xml"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

func TestAddressAndPrefixTellOfEachOther(t *testing.T) {
	const refused = "refused"
	for _, c := range []struct{ prefix, address, wantPrefix, wantAddress string }{
		{"", "", "", ""},
		{"/viewer", "", "/viewer", ""},
		{"/viewer/", "", "/viewer", ""},
		{"/", "", "", ""},
		{"/v/", "https://a.example/v/", "/v", "https://a.example/v"},
		{"//v", "", refused, ""},
		{"", "https://a.example", "", "https://a.example"},
		{"", "https://a.example/viewer/", "/viewer", "https://a.example/viewer"},
		{"/v", "https://a.example:8443/v", "/v", "https://a.example:8443/v"},
		{"/other", "https://a.example/viewer", refused, ""},
		{"", "a.example", refused, ""},
		{"", "ftp://a.example", refused, ""},
		{"", "https://me@a.example/", refused, ""},
		{"", "https://a.example/?x", refused, ""},
		{"", "https://a.example/回", refused, ""},
	} {
		opt := Options{Prefix: c.prefix, Address: c.address}
		err := opt.Settle()
		if c.wantPrefix == refused {
			if err == nil {
				t.Errorf("%q below %q is taken", c.address, c.prefix)
			}
		} else if err != nil || opt.Prefix != c.wantPrefix || opt.Address != c.wantAddress {
			t.Errorf("%q below %q: %q below %q, error %v", c.address, c.prefix, opt.Address, opt.Prefix, err)
		}
	}
}

// TestEveryAddressLeadsSomewhere asks for addresses that the site does not have, and
// for the one above both languages of the reference.
func TestEveryAddressLeadsSomewhere(t *testing.T) {
	for _, prefix := range []string{"", "/viewer"} {
		h := Handler(inMemory(mustBuild(t, Options{Prefix: prefix, Program: program})), prefix)
		get := func(path string) (int, string) {
			w := httptest.NewRecorder()
			h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, prefix+path, nil))
			if got := w.Header().Get("Content-Type"); got != "text/html; charset=utf-8" {
				t.Errorf("%s%s is %s", prefix, path, got)
			}
			return w.Code, w.Body.String()
		}
		for _, path := range []string{"/nothing", "/a/b/c/", "/reference/fr/", "/assets/app.0.js"} {
			status, page := get(path)
			if status != http.StatusNotFound {
				t.Errorf("%s%s: status %d", prefix, path, status)
			}
			for _, want := range []string{
				"没有这个页面", "Page not found", `href="` + prefix + `/"`, `href="` + prefix + `/reference/zh/"`,
				`href="` + prefix + `/assets/style.`, `content="noindex"`,
			} {
				if !strings.Contains(page, want) {
					t.Errorf("%s%s: the page lacks %s", prefix, path, want)
				}
			}
		}
		if status, page := get("/reference/"); status != http.StatusOK || !strings.Contains(page, `href="../reference/en/"`) {
			t.Errorf("%s/reference/: status %d, %s", prefix, status, page)
		}
	}
}

func inMemory(s *Site) fstest.MapFS {
	files := fstest.MapFS{}
	for name, content := range s.Files {
		files[name] = &fstest.MapFile{Data: content}
	}
	return files
}

// TestSearchEnginesAreToldAddresses: whole ones where these are known, and none that
// is made up where they are not.
func TestSearchEnginesAreToldAddresses(t *testing.T) {
	s := mustBuild(t, Options{Address: "https://a.example/viewer", Program: program})
	var site struct {
		Pages []struct {
			Loc   string `xml:"loc"`
			Links []struct {
				Lang string `xml:"hreflang,attr"`
				Href string `xml:"href,attr"`
			} `xml:"link"`
		} `xml:"url"`
	}
	if err := xml.Unmarshal(s.Files["sitemap.xml"], &site); err != nil {
		t.Fatal(err)
	}
	var listed []string
	for _, p := range site.Pages {
		file := fileOf(strings.TrimPrefix(p.Loc, "https://a.example/viewer"))
		listed = append(listed, file)
		page := string(s.Files[file])
		if !strings.Contains(page, `<link rel="canonical" href="`+p.Loc+`">`) {
			t.Errorf("%s is not known by its own name", p.Loc)
		}
		for _, l := range p.Links {
			if !strings.Contains(page, `hreflang="`+l.Lang+`" href="`+l.Href+`"`) {
				t.Errorf("%s does not tell of %s", p.Loc, l.Href)
			}
		}
		if !strings.Contains(page, `property="og:image" content="https://a.example/viewer/`+s.assets["card.png"]+`"`) {
			t.Errorf("%s has no card", p.Loc)
		}
	}
	for name := range s.Files {
		if strings.HasSuffix(name, "index.html") && !slices.Contains(listed, name) {
			t.Errorf("the map lacks %s", name)
		}
	}
	if s.Files["robots.txt"] != nil {
		t.Error("robots.txt below a path, where nobody reads it")
	}
	if mustBuild(t, Options{Address: "https://a.example/", Program: program}).Files["robots.txt"] == nil {
		t.Error("no robots.txt at the root of a host")
	}
	s = mustBuild(t, Options{Program: program})
	for _, name := range []string{"sitemap.xml", "robots.txt"} {
		if s.Files[name] != nil {
			t.Errorf("%s without an address", name)
		}
	}
	if page := string(s.Files["reference/en/index.html"]); !strings.Contains(page, `<link rel="canonical" href="../../reference/en/">`) ||
		strings.Contains(page, "og:image") {
		t.Error("the reference has another name, or a card that is nowhere")
	}
}

// TestTitlesSayWhatPeopleSearchFor: the product, the service and the tag.
func TestTitlesSayWhatPeopleSearchFor(t *testing.T) {
	s := mustBuild(t, Options{Program: program})
	for _, name := range []string{"index.html", "reference/zh/index.html"} {
		_, title, _ := strings.Cut(string(s.Files[name]), "<title>")
		title, _, _ = strings.Cut(title, "</title>")
		for _, word := range []string{"腾讯云", "数据万象", "分词回调", "WordsGeneralize"} {
			if !strings.Contains(title, word) {
				t.Errorf("%s: the title %q lacks %s", name, title, word)
			}
		}
	}
}
