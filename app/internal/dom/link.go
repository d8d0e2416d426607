package dom

import (
	"strings"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/parser/lang"
)

// The addresses of the site, from its root.
const (
	ViewerPath      = "/"
	ReferencePathZH = "/reference/zh/"
	ReferencePathEN = "/reference/en/"
)

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
	path := ReferencePathZH
	if l == lang.EN {
		path = ReferencePathEN
	}
	if anchor != "" {
		path += "#" + anchor
	}
	return Link(path)
}

// The pages of the site that are none of the program's.
const (
	NoticesPath  = "/notices/"
	GuidesPathZH = "/guide/zh/"
	GuidesPathEN = "/guide/en/"
)

// NoticesLink leads to the page of notices.
func NoticesLink(words goapp.UI) goapp.UI { return apart("to-notices", NoticesPath, words) }

// GuidesLink leads to the guides in l.
func GuidesLink(class string, l lang.Lang, words ...goapp.UI) goapp.UI {
	return GuideLink(class, l, "", words...)
}

// ReceiverGuide is the guide that has the code for receivers.
const ReceiverGuide = "receiver/"

// GuideLink leads to one of the guides in l.
func GuideLink(class string, l lang.Lang, name string, words ...goapp.UI) goapp.UI {
	if l == lang.EN {
		return apart(class, GuidesPathEN+name, words...)
	}
	return apart(class, GuidesPathZH+name, words...)
}

// apart is a link to a page in a tab of its own: the program, and what was given to
// it, stay.
func apart(class, path string, words ...goapp.UI) goapp.UI {
	return El("a", class).Attr("href", Link(path)).Attr("target", "_blank").Attr("rel", "noopener").
		OnClick(LeaveToBrowser).Body(words...)
}

// LeaveToBrowser keeps go-app from looking for an address among its own pages.
func LeaveToBrowser(_ goapp.Context, e goapp.Event) { e.Call("stopPropagation") }
