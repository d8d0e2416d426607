//go:build !js

package e2e

import (
	"testing"

	"github.com/callbacklens/callbacklens/site"
)

// TestPlainProgram runs the program that is compiled with the modules as they
// are. All other tests run the one that the site has.
func TestPlainProgram(t *testing.T) {
	t.Parallel()
	program, err := site.CompilePlain()
	if err != nil {
		t.Fatal(err)
	}
	s, err := site.Build(site.Options{Program: program, Quick: true})
	if err != nil {
		t.Fatal(err)
	}
	h := serve(t, s, "/viewer")
	tab := visit(t, h.url("/reference/en"))
	tab.offlineReady()
	tab.open(h.url("/"))
	tab.running()
	tab.paste(job("a0plain"))
	tab.sees("a0plain")
}
