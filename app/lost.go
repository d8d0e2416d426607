//go:build !js

package app

import (
	"github.com/callbacklens/callbacklens/app/internal/ways"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// The addresses of the pages that lead on where there is nothing.
const (
	LostPath = "/404.html"
	ForkPath = "/reference/"
	// EmbedPath is that of the viewer in a frame, live.
	EmbedPath = "/embed/"
)

// LostPage is the page for addresses that the site does not have. It may stand at
// any depth, so addresses in it are absolute.
func LostPage() Page {
	return Page{LostPath, lang.ZH, ways.LostTitle, ways.LostDescription, ways.Lost, true}
}

// ForkPage stands above the two languages of the reference.
func ForkPage() Page {
	return Page{ForkPath, lang.ZH, ways.ForkTitle, ways.ForkDescription, ways.Fork, true}
}

// EmbedPage shows the viewer in a frame. It has a script of its own.
func EmbedPage() Page {
	return Page{EmbedPath, lang.ZH, ways.EmbedTitle, ways.EmbedDescription, ways.Embed, true}
}
