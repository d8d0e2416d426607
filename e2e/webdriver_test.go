//go:build !js

package e2e

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"time"

	"github.com/chromedp/chromedp/kb"
)

// webDriver is an engine that is driven by commands of the WebDriver standard.
// Debian has no library that knows both of its ways into a browser: HTTP, as
// WebKit's driver speaks it, and Marionette, as Firefox itself does. What is
// needed of the standard is less than either.
type webDriver struct{ remote }

// remote hands a command to a browser and returns its result.
type remote interface {
	call(c command, params fields) (json.RawMessage, error)
}

type fields = map[string]any

// command is a command of the standard: a method and a path below that of the
// session, and what Marionette calls it.
type command struct{ method, path, marionette string }

var (
	navigate = command{"POST", "url", "WebDriver:Navigate"}
	refresh  = command{"POST", "refresh", "WebDriver:Refresh"}
	script   = command{"POST", "execute/async", "WebDriver:ExecuteAsyncScript"}
	act      = command{"POST", "actions", "WebDriver:PerformActions"}
	find     = command{"POST", "element", "WebDriver:FindElement"}
	write    = command{"POST", "element/{id}/value", "WebDriver:ElementSendKeys"}
	resize   = command{"POST", "window/rect", "WebDriver:SetWindowRect"}
	picture  = command{"GET", "screenshot", "WebDriver:TakeScreenshot"}
)

func (w webDriver) do(c command, params fields) error {
	_, err := w.call(c, params)
	return err
}

func (w webDriver) visit(address string) error { return w.do(navigate, fields{"url": address}) }

func (w webDriver) again() error { return w.do(refresh, fields{}) }

func (w webDriver) value(expression string) (json.RawMessage, error) {
	result, err := w.call(script, fields{"args": []any{}, "script": `const done = arguments[arguments.length - 1];
		(async () => (` + expression + `))().then((value) => done({ value }), (error) => done({ error: String(error) }))`})
	if err != nil {
		return nil, err
	}
	var v struct {
		Value json.RawMessage
		Error string
	}
	if err := json.Unmarshal(result, &v); err != nil {
		return nil, err
	}
	if v.Error != "" {
		return nil, fmt.Errorf("%s", v.Error)
	}
	return v.Value, nil
}

// named are the standard's names of keys that stand for no character.
var named = map[rune]string{
	'\b': "\ue003", '\t': "\ue004", '\r': "\ue007", '\x1b': "\ue00c", '\x7f': "\ue017",
	[]rune(kb.ArrowLeft)[0]: "\ue012", []rune(kb.ArrowUp)[0]: "\ue013",
	[]rune(kb.ArrowRight)[0]: "\ue014", []rune(kb.ArrowDown)[0]: "\ue015",
	[]rune(kb.End)[0]: "\ue010", []rune(kb.Home)[0]: "\ue011",
}

const control = "\ue009"

func (w webDriver) press(keys string) error {
	strokes := []any{}
	for _, r := range keys {
		key, ok := named[r]
		if !ok {
			key = string(r)
		}
		strokes = append(strokes, stroke("keyDown", key), stroke("keyUp", key))
	}
	return w.keyboard(strokes)
}

func (w webDriver) edit(command string) error {
	key, ok := map[string]string{"selectAll": "a", "copy": "c", "paste": "v"}[command]
	if !ok {
		return w.press(kb.Delete)
	}
	return w.keyboard([]any{
		stroke("keyDown", control), stroke("keyDown", key), stroke("keyUp", key), stroke("keyUp", control),
	})
}

func stroke(kind, key string) fields { return fields{"type": kind, "value": key} }

func (w webDriver) keyboard(strokes []any) error {
	return w.do(act, fields{"actions": []any{fields{"type": "key", "id": "keyboard", "actions": strokes}}})
}

func (w webDriver) clickAt(x, y float64) error {
	return w.do(act, fields{"actions": []any{fields{"type": "pointer", "id": "mouse", "actions": []any{
		fields{"type": "pointerMove", "duration": 0, "x": int(x), "y": int(y)},
		fields{"type": "pointerDown", "button": 0},
		fields{"type": "pointerUp", "button": 0},
	}}}})
}

func (w webDriver) upload(selector string, files []string) error {
	result, err := w.call(find, fields{"using": "css selector", "value": selector})
	if err != nil {
		return err
	}
	var element map[string]string // of one entry, whose name says what it is
	if err := json.Unmarshal(result, &element); err != nil {
		return err
	}
	for _, id := range element {
		return w.do(write, fields{"id": id, "text": strings.Join(files, "\n")})
	}
	return fmt.Errorf("no element %s", selector)
}

// size makes the window so large that the page has the size.
func (w webDriver) size(width, height int64) error {
	frame, err := w.pair(`[outerWidth - innerWidth, outerHeight - innerHeight]`)
	if err != nil {
		return err
	}
	if err := w.do(resize, fields{"x": 0, "y": 0, "width": width + frame[0], "height": height + frame[1]}); err != nil {
		return err
	}
	var got [2]int64
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if got, err = w.pair(`[innerWidth, innerHeight]`); err != nil || got == [2]int64{width, height} {
			return err
		}
	}
	return fmt.Errorf("the page became %d by %d pixels, not %d by %d", got[0], got[1], width, height)
}

func (w webDriver) pair(expression string) (p [2]int64, err error) {
	got, err := w.value(expression)
	if err != nil {
		return p, err
	}
	return p, json.Unmarshal(got, &p)
}

func (w webDriver) shot() (png []byte, err error) {
	result, err := w.call(picture, fields{"full": false})
	if err != nil {
		return nil, err
	}
	return png, json.Unmarshal(result, &png)
}

// overHTTP is a session of a driver that listens for HTTP.
type overHTTP struct{ session string }

func (o overHTTP) call(c command, params fields) (json.RawMessage, error) {
	path := c.path
	if id, ok := params["id"].(string); ok {
		path = strings.Replace(path, "{id}", id, 1)
	}
	return ask(c.method, o.session+"/"+path, params)
}

// ask sends a request to a driver and returns the value of its answer.
func ask(method, address string, params any) (json.RawMessage, error) {
	body, err := json.Marshal(params)
	if err != nil {
		return nil, err
	}
	if method != http.MethodPost {
		body = nil
	}
	request, err := http.NewRequest(method, address, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	client := http.Client{Timeout: stamina}
	response, err := client.Do(request)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	var answer struct{ Value json.RawMessage }
	if err := json.NewDecoder(response.Body).Decode(&answer); err != nil {
		return nil, err
	}
	if response.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s: %s", address, answer.Value)
	}
	return answer.Value, nil
}
