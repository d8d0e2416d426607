//go:build !js

package site

import (
	"fmt"
	"html/template"
	"slices"
	"strings"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// prerender writes ui as HTML that depends on ui alone and has the very nodes
// that the program makes of it in the browser, so that its taking over moves
// nothing. Addresses of the site's own ("/reference/") are made relative to
// the site's root, which up leads to.
//
// go-app writes attributes in the order of a map, and a line break around each
// child of an element that has several.
func prerender(ui goapp.UI, up string) (template.HTML, error) {
	nodes, err := html.ParseFragmentWithOptions(
		strings.NewReader(goapp.HTMLString(ui)),
		&html.Node{Type: html.ElementNode, DataAtom: atom.Body, Data: "body"},
		html.ParseOptionEnableScripting(false))
	if err != nil {
		return "", fmt.Errorf("parse prerendered html: %w", err)
	}
	if len(nodes) != 1 || nodes[0].Type != html.ElementNode {
		return "", fmt.Errorf("prerendered html has %d roots, want one element", len(nodes))
	}
	settle(nodes[0], up)
	var b strings.Builder
	if err := html.Render(&b, nodes[0]); err != nil {
		return "", fmt.Errorf("render html: %w", err)
	}
	return template.HTML(b.String()), nil
}

// Of all attributes go-app writes false as a word and true as none. switchedOff are
// those that count as set whatever word they have, ariaStates those that need one.
var (
	switchedOff = []string{"autofocus", "checked", "disabled", "hidden", "loop", "multiple", "muted", "open", "readonly", "required", "selected"}
	ariaStates  = []string{"atomic", "busy", "checked", "current", "disabled", "expanded", "hidden", "modal", "multiselectable", "pressed", "readonly", "required", "selected"}
)

// settle puts the attributes of n and of all below it in order, makes their
// addresses relative and takes out go-app's line breaks.
func settle(n *html.Node, up string) {
	n.Attr = slices.DeleteFunc(n.Attr, func(a html.Attribute) bool {
		return a.Val == "false" && slices.Contains(switchedOff, a.Key)
	})
	slices.SortFunc(n.Attr, func(a, b html.Attribute) int { return strings.Compare(a.Key, b.Key) })
	for i, a := range n.Attr {
		if a.Key == "href" || a.Key == "src" {
			n.Attr[i].Val = relative(a.Val, up)
		}
		if state, ok := strings.CutPrefix(a.Key, "aria-"); ok && a.Val == "" && slices.Contains(ariaStates, state) {
			n.Attr[i].Val = "true"
		}
	}
	unbreak(n)
	for child := range n.ChildNodes() {
		settle(child, up)
	}
}

// relative turns an address below the site's root into one that works below
// any path; others stay.
func relative(address, up string) string {
	if rest, ok := strings.CutPrefix(address, "/"); ok && !strings.HasPrefix(rest, "/") {
		return up + rest
	}
	return address
}

// unbreak takes the one line break off each end of the texts in n that go-app
// sets around every child where there are several.
func unbreak(n *html.Node) {
	if !hasSeveral(n) {
		return
	}
	var next *html.Node
	for c := n.FirstChild; c != nil; c = next {
		next = c.NextSibling
		if c.Type != html.TextNode {
			continue
		}
		// Of the first text in a pre the parser has taken it already.
		if n.DataAtom != atom.Pre || c != n.FirstChild {
			c.Data = strings.TrimPrefix(c.Data, "\n")
		}
		if c.Data = strings.TrimSuffix(c.Data, "\n"); c.Data == "" {
			n.RemoveChild(c)
		}
	}
}

// hasSeveral reports whether n has an element and something beside it. Texts
// alone come out of the parser as one, which may be a single child.
func hasSeveral(n *html.Node) bool {
	several := n.FirstChild != n.LastChild
	for c := range n.ChildNodes() {
		if c.Type == html.ElementNode {
			return several
		}
	}
	return false
}
