//go:build !js

package e2e

import (
	"context"
	"encoding/json"
	"os"
	"testing"
	"time"

	"github.com/chromedp/cdproto/input"
	cdpage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// engine is a browser as far as every one of them can be driven: what a test
// asks of a tab is made of this.
type engine interface {
	// visit goes to an address; what that loads may still be on its way.
	visit(address string) error
	// again loads the page anew.
	again() error
	// value returns the value of an expression in the page, as JSON, waiting
	// for a promise; nil if it is undefined.
	value(expression string) (json.RawMessage, error)
	// press types characters and the keys of package kb where the focus is.
	press(keys string) error
	// edit gives an editing command as its key would: selectAll, copy, paste
	// or delete.
	edit(command string) error
	// clickAt clicks with the mouse at a place of the window, in pixels.
	clickAt(x, y float64) error
	// upload gives files to the file button that a selector matches.
	upload(selector string, files []string) error
	// size gives the page a size in pixels.
	size(width, height int64) error
	// shot returns a picture of what is in sight, as PNG.
	shot() ([]byte, error)
}

// stamina is how long a browser may take to start, or for a command, while the
// machine is busy with something else.
const stamina = 2 * time.Minute

// chromium is an engine that is driven through its own protocol.
type chromium struct{ ctx context.Context }

func (c chromium) do(actions ...chromedp.Action[chromedp.Void]) error {
	ctx, cancel := context.WithTimeout(c.ctx, patience)
	defer cancel()
	return chromedp.Do(ctx, actions...)
}

func (c chromium) visit(address string) error {
	_, err := chromedp.Call(c.ctx, cdpage.Navigate, cdpage.NavigateParams{URL: address})
	return err
}

func (c chromium) again() error {
	_, err := chromedp.Call(c.ctx, cdpage.Reload, cdpage.ReloadParams{})
	return err
}

func (c chromium) value(expression string) (json.RawMessage, error) {
	ctx, cancel := context.WithTimeout(c.ctx, patience)
	defer cancel()
	return chromedp.Run(ctx, chromedp.Evaluate[[]byte](expression, chromedp.EvalAwaitPromise))
}

// press sends the keys as a keyboard does: a key that the page keeps for itself types
// nothing. chromedp's own events are not tied together in this way, so that the
// character would land in whatever has the focus by then.
func (c chromium) press(keys string) error {
	for _, r := range keys {
		for _, params := range kb.Encode(r) {
			if params.Type == input.DispatchKeyEventTypeKeyDown {
				params.Type = input.DispatchKeyEventTypeRawKeyDown
			}
			if _, err := chromedp.Call(c.ctx, input.DispatchKeyEvent, *params); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c chromium) edit(command string) error {
	for _, params := range []input.DispatchKeyEventParams{
		{Type: input.DispatchKeyEventTypeRawKeyDown, Commands: []string{command}},
		{Type: input.DispatchKeyEventTypeKeyUp},
	} {
		if _, err := chromedp.Call(c.ctx, input.DispatchKeyEvent, params); err != nil {
			return err
		}
	}
	return nil
}

func (c chromium) clickAt(x, y float64) error { return c.do(chromedp.MouseClickXY(x, y)) }

func (c chromium) upload(selector string, files []string) error {
	return c.do(chromedp.SetUploadFiles(chromedp.CSS(selector), files, chromedp.NodeReady))
}

func (c chromium) size(width, height int64) error {
	return c.do(chromedp.EmulateViewport(width, height))
}

func (c chromium) shot() ([]byte, error) { return chromedp.Run(c.ctx, chromedp.CaptureScreenshot()) }

// absent skips a test for want of a browser. Where everything is tested, as it
// was installed before, that is a failure.
func absent(t testing.TB, format string, args ...any) {
	t.Helper()
	if os.Getenv("CI") != "" {
		t.Fatalf(format, args...)
	}
	t.Skipf(format, args...)
}
