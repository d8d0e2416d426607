//go:build !js

// Package web holds what the site serves as it stands: styles, the start-up
// script, the service worker and the icons.
package web

import "embed"

// Files holds the folders css, js, icons and pictures.
//
//go:embed css/*.css js/*.js icons pictures
var Files embed.FS
