package app

import (
	"strings"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/parser/lang"
)

// Page is one address of the site, as it is prerendered.
type Page struct {
	Path        string // from the site's root, with a slash at both ends
	Lang        lang.Lang
	Title       lang.Text
	Description lang.Text
	// Body returns what stands on the page before the program runs, and what
	// the program puts in its place. Addresses in it count from the site's
	// root, as Link gives them.
	Body func() goapp.UI
	// Scriptless pages stay as they are prerendered: no script is on them.
	Scriptless bool
}

// The addresses of the site, from its root.
const (
	viewerPath      = "/"
	referencePathZH = "/reference/zh/"
	referencePathEN = "/reference/en/"
)

// Pages lists the pages of the site. The viewer has one address for both
// languages and holds both; the reference has one address a language.
func Pages() []Page {
	return []Page{
		{viewerPath, lang.ZH, say.Title, say.Description, viewerBody, false},
		{referencePathZH, lang.ZH, say.ReferenceTitle, say.ReferenceDescription, referenceBodyZH, false},
		{referencePathEN, lang.EN, say.ReferenceTitle, say.ReferenceDescription, referenceBodyEN, false},
	}
}

func viewerBody() goapp.UI      { return &Viewer{S: session} }
func referenceBodyZH() goapp.UI { return &chapter{S: session, Lang: lang.ZH} }
func referenceBodyEN() goapp.UI { return &chapter{S: session, Lang: lang.EN} }

// session is what the one page of this program knows, wherever it navigates.
var session = NewSession()

// Run puts the pages at their addresses and hands the browser to them. It
// returns at once where there is no browser.
func Run() {
	route(viewerPath, func() goapp.Composer { return &Viewer{S: session} })
	route(referencePathZH, func() goapp.Composer { return &chapter{S: session, Lang: lang.ZH} })
	route(referencePathEN, func() goapp.Composer { return &chapter{S: session, Lang: lang.EN} })
	if goapp.IsClient {
		setGC()
		session.adopt()
	}
	goapp.RunWhenOnBrowser()
}

// route leads to a page by all that its address can be written as. Patterns
// would bring the compiler of regular expressions into the program.
func route(path string, page func() goapp.Composer) {
	goapp.RouteFunc(path, page)
	goapp.RouteFunc(path+"index.html", page)
	if short := strings.TrimSuffix(path, "/"); short != "" {
		goapp.RouteFunc(short, page)
	}
}

// Link returns the address of a page for use within the program, given its
// path from the site's root: below the path that the site is served at. In
// what is prerendered it is the path itself, which the site makes relative.
func Link(path string) string {
	if goapp.IsServer {
		return path
	}
	return rootPrefix() + path
}

// prefix is what rootPrefix found, since asking the browser costs.
var prefix struct {
	known bool
	path  string
}

func rootPrefix() string {
	if !prefix.known {
		prefix.path = strings.TrimSuffix(goapp.Getenv("GOAPP_ROOT_PREFIX"), "/")
		prefix.known = true
	}
	return prefix.path
}

// ReferenceLink returns the address of a row of the reference in l, given its
// anchor; with none, of the page.
func ReferenceLink(l lang.Lang, anchor string) string {
	path := referencePathZH
	if l == lang.EN {
		path = referencePathEN
	}
	if anchor != "" {
		path += "#" + anchor
	}
	return Link(path)
}

// chapter is the frame of a reference page: it takes bodies as the viewer
// does, and leads to it.
type chapter struct {
	goapp.Compo
	S    *Session
	Lang lang.Lang
}

// Render draws the reference.
func (c *chapter) Render() goapp.UI {
	return &ReferencePage{Lang: c.Lang}
}

// OnMount lets the session reach the browser from here.
func (c *chapter) OnMount(ctx goapp.Context) {
	c.S.attach(ctx, nil)
	c.entitle(ctx)
}

// OnNav follows from one language's page to the other's.
func (c *chapter) OnNav(ctx goapp.Context) { c.entitle(ctx) }

func (c *chapter) entitle(ctx goapp.Context) {
	ctx.Page().SetTitle(say.ReferenceTitle.In(c.Lang))
	showLang(c.Lang)
}
