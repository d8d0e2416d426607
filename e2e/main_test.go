//go:build !js

// Package e2e tests the built site as a person uses it, in a real browser.
package e2e

import (
	"context"
	"flag"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"slices"
	"testing"

	"github.com/chromedp/chromedp"

	"github.com/callbacklens/callbacklens/site"
)

// What the tests share: the program, compiled once, the site made of it, and
// one browser, in which each test has a profile of its own.
var (
	program site.Program
	built   *site.Site
	browser context.Context
)

func TestMain(m *testing.M) {
	flag.Parse()
	os.Exit(all(m))
}

func all(m *testing.M) int {
	if err := build(); err != nil {
		fmt.Fprintln(os.Stderr, "build the site:", err)
		return 1
	}
	ctx, stop, err := startBrowser()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer stop()
	browser = ctx
	return m.Run()
}

func build() (err error) {
	if program, err = site.Compile(); err != nil {
		return err
	}
	built, err = site.Build(site.Options{Program: program})
	return err
}

// startBrowser starts a Chromium that reaches no host but this machine.
func startBrowser(more ...chromedp.ExecAllocatorOption) (ctx context.Context, stop func(), err error) {
	path, err := findBrowser()
	if err != nil {
		return nil, nil, err
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path),
		chromedp.NoSandbox,
		chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"),
		chromedp.Flag("lang", "en-US"),
	)
	ctx, cancelAllocator := chromedp.NewExecAllocator(context.Background(), append(options, more...)...)
	ctx, cancel := chromedp.NewContext(ctx)
	if err := chromedp.Do(ctx); err != nil {
		return nil, nil, fmt.Errorf("start %s: %w", path, err)
	}
	return ctx, func() { cancel(); cancelAllocator() }, nil
}

func findBrowser() (string, error) {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"} {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", fmt.Errorf("the browser tests need Chromium, and there is none on PATH; make setup installs it where it may")
}

// sampled reports whether case k of a long table is tried: every other one, and
// all with E2E=all.
func sampled(k int) bool { return k%2 == 0 || os.Getenv("E2E") == "all" }

// some returns n of the names of a table, spread over it, and all of them where
// E2E=all asks for that: tables are long, and a page takes its time.
func some[T any](table map[string]T, n int) []string {
	names := slices.Sorted(maps.Keys(table))
	if os.Getenv("E2E") == "all" || n >= len(names) {
		return names
	}
	picked := make([]string, n)
	for i := range picked {
		picked[i] = names[i*len(names)/n]
	}
	return picked
}
