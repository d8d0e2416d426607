package app

import (
	"strings"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/frame"
	"github.com/callbacklens/callbacklens/app/internal/intake"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
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

// Pages lists the pages of the site. The viewer has one address for both
// languages and holds both; the reference has one address a language.
func Pages() []Page {
	say := &words.Say
	return []Page{
		{dom.ViewerPath, lang.ZH, say.Title, say.Description, viewerBody, false},
		{dom.ReferencePathZH, lang.ZH, say.ReferenceTitle, say.ReferenceDescription, referenceBodyZH, false},
		{dom.ReferencePathEN, lang.EN, say.ReferenceTitle, say.ReferenceDescription, referenceBodyEN, false},
	}
}

func viewerBody() goapp.UI      { return &frame.Viewer{D: desk} }
func referenceBodyZH() goapp.UI { return &frame.Chapter{D: desk, Lang: lang.ZH} }
func referenceBodyEN() goapp.UI { return &frame.Chapter{D: desk, Lang: lang.EN} }

// desk is that of the one page of this program, wherever it navigates.
var desk = frame.NewDesk(model.NewPage())

// Run puts the pages at their addresses and hands the browser to them. It
// returns at once where there is no browser.
func Run() {
	route(dom.ViewerPath, func() goapp.Composer { return &frame.Viewer{D: desk} })
	route(dom.ReferencePathZH, func() goapp.Composer { return &frame.Chapter{D: desk, Lang: lang.ZH} })
	route(dom.ReferencePathEN, func() goapp.Composer { return &frame.Chapter{D: desk, Lang: lang.EN} })
	if goapp.IsClient {
		intake.RestGC()
		frame.Adopt(desk.Page)
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

// Notice is what the authors of a part of the program ask to be told with it.
type Notice = frame.Notice

// NoticesPage is the page of all notices. It holds both languages and needs no
// program. Whoever builds the site knows what it is made of.
func NoticesPage(notices []Notice) Page {
	body := func() goapp.UI { return frame.NoticesBody(notices) }
	return Page{dom.NoticesPath, lang.ZH, words.Say.Notices, words.Say.NoticesLede, body, true}
}

// Crash is what stands beside the program in every page, out of its reach, and
// is seen when it has stopped, or did not come where a body waits for it.
func Crash() goapp.UI { return frame.Crash() }

// Broken is the sentence for a page that lacks the others, as it was cut off on
// its way.
func Broken() lang.Text { return words.Say.Broken }
