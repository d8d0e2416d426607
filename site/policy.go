//go:build !js

package site

import "strings"

// Policy is the content policy that every page begins with: what the start
// needs, from the site itself, and nothing else. The start-up script narrows it
// to nothing as soon as its own requests are under way.
var Policy = strings.Join([]string{
	"default-src 'none'",
	"script-src 'self' 'wasm-unsafe-eval'",
	"style-src 'self'",
	"img-src 'self' data:",
	"connect-src 'self'",
	"manifest-src 'self'",
	"worker-src 'self'",
	"form-action 'none'",
	"base-uri 'none'",
	"require-trusted-types-for 'script'",
	"trusted-types callbacklens",
}, "; ")

// docsPolicy is the content policy of the pages of documentation: style sheet,
// script and pictures of the site's own, and the index that is searched in.
var docsPolicy = strings.Join([]string{
	"default-src 'none'",
	"script-src 'self'",
	"style-src 'self'",
	"img-src 'self' data:",
	"connect-src 'self'",
	"form-action 'none'",
	"base-uri 'none'",
	"require-trusted-types-for 'script'",
	"trusted-types 'none'",
}, "; ")

// embedPolicy is the content policy of the page that shows the viewer in a frame.
var embedPolicy = strings.Join([]string{
	"default-src 'none'",
	"script-src 'self'",
	"style-src 'self'",
	"img-src 'self' data:",
	"frame-src 'self'",
	"manifest-src 'self'",
	"form-action 'none'",
	"base-uri 'none'",
	"require-trusted-types-for 'script'",
	"trusted-types 'none'",
}, "; ")
