//go:build !js

// Package web holds what the site serves as it stands, styles, scripts, icons and
// pictures, and the guides that pages are made of.
package web

import "embed"

// Files holds the folders css, js, icons and pictures, and guide and kit, which have
// a folder of Markdown for each language.
//
//go:embed css/*.css css/docs/*.css js/*.js icons pictures guide kit
var Files embed.FS
