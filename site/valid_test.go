//go:build !js

package site

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// TestEveryPageIsValid holds the pages to the rules of HTML that a slip breaks, and
// every link of them to a file and an element that are there.
func TestEveryPageIsValid(t *testing.T) {
	for _, opt := range []Options{{Program: program}, {Program: program, Address: "https://a.example/viewer", Parents: []string{Self}}} {
		s := mustBuild(t, opt)
		pages := map[string]*sheet{}
		for name, content := range s.Files {
			if path.Ext(name) == ".html" {
				pages[name] = read(string(content))
			}
		}
		for name, page := range pages {
			for _, fault := range slices.Concat(page.faults, deadLinks(s, name, pages)) {
				t.Errorf("%s: %s", name, fault)
			}
		}
	}
}

// TestManifestLeadsToPages: what an installed page opens is there.
func TestManifestLeadsToPages(t *testing.T) {
	s := mustBuild(t, Options{Program: program, Prefix: "/viewer"})
	var m struct {
		StartURL  string `json:"start_url"`
		Shortcuts []struct{ URL string }
	}
	if err := json.Unmarshal(s.Files["manifest.webmanifest"], &m); err != nil {
		t.Fatal(err)
	}
	addresses := []string{m.StartURL}
	for _, shortcut := range m.Shortcuts {
		addresses = append(addresses, shortcut.URL)
	}
	for _, address := range addresses {
		u, err := url.Parse(address)
		if err != nil {
			t.Fatal(err)
		}
		if file, ok := strings.CutPrefix(u.Path, "/viewer"); !ok || s.Files[fileOf(file)] == nil {
			t.Errorf("the manifest leads to %s, which is not there", address)
		}
	}
}

// deadLinks lists the links of a page that lead nowhere within the site.
func deadLinks(s *Site, name string, pages map[string]*sheet) (dead []string) {
	base := &url.URL{Scheme: "https", Host: "site.example", Path: s.prefix + "/" + name}
	for _, link := range pages[name].links {
		u, err := base.Parse(link)
		if err != nil {
			dead = append(dead, fmt.Sprintf("%q is no address", link))
			continue
		}
		address := u.Path
		if whole, ok := strings.CutPrefix(link, s.address); ok && s.address != "" {
			address, u.Host = s.prefix+strings.TrimSuffix(whole, "#"+u.Fragment), base.Host
		}
		below, inside := strings.CutPrefix(address, s.prefix)
		switch file := fileOf(below); {
		case u.Scheme == "data", u.Scheme == "https" && u.Host != base.Host && strings.Contains(u.Host, "."):
		case u.Host != base.Host || !inside || s.Files[file] == nil:
			dead = append(dead, link+" leads to no file")
		case file == "index.html" && strings.HasPrefix(u.Fragment, "body="): // which the script reads
		case u.Fragment != "" && pages[file] != nil && !pages[file].ids[u.Fragment]:
			dead = append(dead, link+" leads to no element")
		}
	}
	return dead
}

// sheet is a page as far as it can be judged.
type sheet struct {
	faults []string
	ids    map[string]bool
	links  []string
	refs   []string // to elements of the page, by id
}

func (s *sheet) fault(format string, args ...any) {
	s.faults = append(s.faults, fmt.Sprintf(format, args...))
}

// read judges a page by its text and by what a browser makes of it.
func read(text string) *sheet {
	s := &sheet{ids: map[string]bool{}}
	root, err := html.ParseWithOptions(strings.NewReader(text), html.ParseOptionEnableScripting(false))
	if err != nil {
		s.fault("%v", err)
		return s
	}
	var again bytes.Buffer
	if err := html.Render(&again, root); err != nil {
		s.fault("%v", err)
	}
	written := tags(text)
	s.compare(written, tags(again.String()))
	for _, tag := range written {
		if strings.Contains(tag, " ") {
			s.fault("<%s>", tag)
		}
	}
	if !strings.HasPrefix(text, "<!DOCTYPE html>\n<html lang=") {
		s.fault("begins with %.40q", text)
	}
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && n.Namespace == "" {
			s.judge(n)
		}
	}
	for _, id := range s.refs {
		if !s.ids[id] {
			s.fault("refers to #%s, which is not there", id)
		}
	}
	for _, name := range []string{"title", "main", "h1"} {
		if n := strings.Count(text, "<"+name+">") + strings.Count(text, "<"+name+" "); n != 1 {
			s.fault("has %d elements %s", n, name)
		}
	}
	return s
}

// compare finds where a browser had to mend: it reads other tags than it was given.
func (s *sheet) compare(written, mended []string) {
	for i := range max(len(written), len(mended)) {
		if i >= len(written) || i >= len(mended) || written[i] != mended[i] {
			from := max(0, i-4)
			s.fault("a browser mends %q to %q", written[min(from, len(written)):min(i+1, len(written))],
				mended[min(from, len(mended)):min(i+1, len(mended))])
			return
		}
	}
}

var attribute = regexp.MustCompile(`\s([\w:-]+)="[^"]*"`)

// tags lists the tags of a text, with the attributes that come twice.
func tags(text string) (all []string) {
	z := html.NewTokenizer(strings.NewReader(text))
	for z.Next() != html.ErrorToken {
		raw := z.Raw()
		switch token := z.Token(); token.Type {
		case html.StartTagToken, html.SelfClosingTagToken:
			tag, seen := token.Data, map[string]bool{}
			for _, m := range attribute.FindAllSubmatch(raw, -1) { // the tokens have the first alone
				if key := string(m[1]); seen[key] {
					tag += " twice " + key
				} else {
					seen[key] = true
				}
			}
			all = append(all, tag)
		case html.EndTagToken:
			all = append(all, "/"+token.Data)
		}
	}
	return all
}

// judge holds an element to what may be on it and around it.
func (s *sheet) judge(n *html.Node) {
	own, known := attributes[n.Data]
	if !known {
		s.fault("<%s> is not an element that pages are made of", n.Data)
	}
	for _, a := range n.Attr {
		s.judgeAttribute(n, own, a)
	}
	parent := n.Parent
	if parent.Type != html.ElementNode {
		return
	}
	if within, ok := children[parent.Data]; ok && !slices.Contains(within, n.Data) {
		s.fault("<%s> stands in <%s>", n.Data, parent.Data)
	}
	if in, ok := parents[n.Data]; ok && !slices.Contains(in, parent.Data) {
		s.fault("<%s> stands in <%s>", n.Data, parent.Data)
	}
	for up := range n.Ancestors() {
		if slices.Contains(phrasing, up.Data) && slices.Contains(flow, n.Data) {
			s.fault("<%s> stands in <%s>", n.Data, up.Data)
		}
		if slices.Contains(pressed, up.Data) && slices.Contains(pressed, n.Data) && (up.Data != "label" || n.Data == "label") {
			s.fault("<%s> is pressed within <%s>", n.Data, up.Data)
		}
	}
}

func (s *sheet) judgeAttribute(n *html.Node, own string, a html.Attribute) {
	state := strings.HasPrefix(a.Key, "aria-") && slices.Contains(ariaStates, a.Key[len("aria-"):]) &&
		!(a.Key == "aria-current" && a.Val == "page")
	switch words := strings.Fields(a.Val); {
	case a.Key == "id":
		if len(words) != 1 || s.ids[a.Val] {
			s.fault("the id %q comes twice, or is none", a.Val)
		}
		s.ids[a.Val] = true
	case a.Key == "href" || a.Key == "src":
		s.links = append(s.links, a.Val)
	case slices.Contains([]string{"for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "headers"}, a.Key):
		s.refs = append(s.refs, words...)
	case slices.Contains(switched, a.Key):
		if a.Val != "" {
			s.fault("%s=%q on <%s> counts as set", a.Key, a.Val, n.Data)
		}
	case state && a.Val != "true" && a.Val != "false":
		s.fault("%s=%q on <%s> is neither true nor false", a.Key, a.Val, n.Data)
	case a.Key == "role" && slices.Contains(tabular, n.Data):
		s.fault("role=%q on <%s>, which has one", a.Val, n.Data)
	}
	if strings.HasPrefix(a.Key, "data-") || strings.HasPrefix(a.Key, "aria-") {
		return
	}
	if !slices.Contains(global, a.Key) && !slices.Contains(strings.Fields(own), a.Key) {
		s.fault("%s is not an attribute of <%s>", a.Key, n.Data)
	}
}

// What HTML says of the elements that pages are made of.
var (
	global   = strings.Fields("id class lang dir title hidden tabindex role spellcheck autocapitalize translate")
	switched = append(switchedOff, "async", "defer", "nomodule", "reversed")
	pressed  = strings.Fields("a button label summary select input textarea")
	phrasing = strings.Fields("p h1 h2 h3 h4 h5 h6 span strong em b i small code kbd pre button label summary abbr time mark")
	flow     = strings.Fields(`address article aside blockquote details dialog div dl fieldset figure footer form
		h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table ul dt dd`)
	tabular  = strings.Fields("table thead tbody tfoot tr th td")
	children = map[string][]string{
		"ul": {"li"}, "ol": {"li"}, "dl": {"dt", "dd", "div"}, "tr": {"th", "td"}, "thead": {"tr"}, "tbody": {"tr"},
		"table": {"caption", "colgroup", "thead", "tbody", "tfoot"}, "html": {"head", "body"},
		"head": {"meta", "title", "link", "script", "noscript"}, "select": {"option", "optgroup"},
	}
	parents = map[string][]string{
		"li": {"ul", "ol"}, "dt": {"dl", "div"}, "dd": {"dl", "div"}, "figcaption": {"figure"}, "summary": {"details"},
		"caption": {"table"}, "legend": {"fieldset"},
	}
	// attributes are those of each element but the global ones.
	attributes = map[string]string{
		"html": "", "head": "", "body": "", "title": "", "main": "", "header": "", "footer": "", "nav": "", "aside": "",
		"section": "", "article": "", "div": "", "p": "", "span": "", "strong": "", "em": "", "b": "", "i": "", "small": "",
		"h1": "", "h2": "", "h3": "", "h4": "", "h5": "", "h6": "", "ul": "", "li": "value", "ol": "start", "dl": "", "dt": "", "dd": "",
		"code": "", "kbd": "", "pre": "", "hr": "", "br": "", "wbr": "", "abbr": "", "mark": "", "sub": "", "sup": "", "s": "", "del": "",
		"blockquote": "cite", "figure": "", "figcaption": "", "table": "", "caption": "", "colgroup": "span", "col": "span", "thead": "",
		"tbody": "", "tr": "", "th": "scope colspan rowspan abbr", "td": "colspan rowspan headers",
		"meta": "charset name content http-equiv media property", "link": "rel href type integrity hreflang media sizes",
		"script": "src async defer integrity type", "noscript": "", "a": "href target rel hreflang download type",
		"img": "src alt width height loading decoding", "details": "open name", "summary": "", "search": "", "bdi": "", "time": "datetime",
		"button": "type disabled", "textarea": "autocomplete placeholder rows cols wrap readonly disabled maxlength",
		"input": "type multiple placeholder value checked disabled autocomplete min max step name accept", "label": "for",
		"output": "for", "select": "disabled multiple name", "option": "value selected", "iframe": "src loading width height allow name",
		"progress": "value max", "svg": "", "dialog": "open",
	}
)

// TestFaultsAreFound tries the judge on pages that have one fault each.
func TestFaultsAreFound(t *testing.T) {
	const good = "<!DOCTYPE html>\n<html lang=\"en\"><head><title>t</title></head><body><main><h1>h</h1>%s</main></body></html>"
	for markup, want := range map[string]string{
		`<p>a <a href="/">b</a></p><ul><li>c</li></ul><table><tbody><tr><td>d</td></tr></tbody></table>`: "",
		`<p>a<div>b</div></p>`:               "mends",
		`<table><tr><td>a</td></tr></table>`: "mends",
		`<div>a`:                             "mends",
		`<i><b>a</i></b>`:                    "mends",
		`<a id="x" id="y">a</a>`:             "twice id",
		`<p id="x"></p><p id="x"></p>`:       "comes twice",
		`<p hidden="false">a</p>`:            "counts as set",
		`<p aria-hidden="">a</p>`:            "neither true nor false",
		`<span><div>a</div></span>`:          "stands in",
		`<ul><p>a</p></ul>`:                  "stands in",
		`<button><label>a</label></button>`:  "is pressed within",
		`<p href="/">a</p>`:                  "not an attribute",
		`<centre>a</centre>`:                 "not an element",
		`<label for="x">a</label>`:           "which is not there",
		`<h1>a</h1>`:                         "2 elements h1",
		`<table><tbody role="rowgroup"><tr><td>d</td></tr></tbody></table>`: "has one",
	} {
		faults := strings.Join(read(fmt.Sprintf(good, markup)).faults, "\n")
		if want == "" && faults != "" || !strings.Contains(faults, want) {
			t.Errorf("%s: found %q, want %q", markup, faults, want)
		}
	}
	s := &Site{Files: map[string][]byte{"a/index.html": {}, "b/index.html": {}}, address: "https://a.example/v", prefix: "/v"}
	pages := map[string]*sheet{
		"b/index.html": {ids: map[string]bool{"x": true}},
		"a/index.html": {links: []string{
			"../b/#x", "https://a.example/v/b/#x", "https://b.example/", "data:,",
			"../b/#y", "../c/", "/b/", "https://a.example/v/c/", "http://b.example/", "b",
		}},
	}
	if got := deadLinks(s, "a/index.html", pages); len(got) != 6 {
		t.Errorf("%d dead links of six: %q", len(got), got)
	}
}
