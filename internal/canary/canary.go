// Package canary makes bodies with secrets planted in them, for tests: every
// kind of secret in every way that it travels. Whoever prints a report must
// print none of them.
package canary

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"html"
	"net/url"
	"sort"
	"strconv"
	"strings"
)

// Body is a body with one secret in it.
type Body struct {
	Name   string // the kind of secret, and the way
	Text   []byte
	Secret string
	// Packed tells that the text as given does not show the secret, as it is
	// compressed or in base64.
	Packed bool
	// Field tells that the secret stands in a callback, not around it.
	Field bool
}

// Visible are words that are planted beside the secrets, and none.
var Visible = []string{"job-in-sight", "data-in-sight", "request-in-sight"}

// message is a request with a callback in it, or an answer.
type message struct {
	target  string
	headers [][2]string
	members map[string]any // of the job, beside what each has
}

func plain() message {
	return message{
		target:  "/",
		headers: [][2]string{{"Host", "lens.example"}, {"Content-Type", "application/json"}, {"X-Ci-Request-Id", "request-in-sight"}},
		members: map[string]any{},
	}
}

// with returns a message with one more field in its head.
func with(name, value string) message {
	m := plain()
	m.headers = append(m.headers, [2]string{name, value}, [2]string{"Accept", "*/*"})
	return m
}

func member(name string, value any) message {
	m := plain()
	m.members[name] = value
	return m
}

// kind is a kind of secret.
type kind struct {
	name string
	in   func(secret string) message
}

// heads are the secrets of the head of a message.
var heads = []kind{
	{"bearer", func(s string) message { return with("Authorization", "Bearer "+s) }},
	{"basic", func(s string) message { return with("Authorization", "Basic "+s) }},
	{"bare authorization", func(s string) message { return with("Authorization", s) }},
	{"signed", func(s string) message {
		return with("Authorization", "q-sign-algorithm=sha1&q-ak=AKIDxxxxxxxxxxxxxxxx&q-signature="+s)
	}},
	{"proxy", func(s string) message { return with("Proxy-Authorization", "Basic "+s) }},
	{"cookie", func(s string) message { return with("Cookie", "a=b; sid="+s) }},
	{"set-cookie", func(s string) message { return with("Set-Cookie", "sid="+s+"; Path=/; HttpOnly") }},
	{"token", func(s string) message { return with("X-Auth-Token", s) }},
	{"signature", func(s string) message { return with("X-Signature", s) }},
	{"hub", func(s string) message { return with("X-Hub-Signature-256", "sha256="+s) }},
	{"api key", func(s string) message { return with("X-Api-Key", s) }},
	{"cos token", func(s string) message { return with("x-cos-security-token", s) }},
	{"referer", func(s string) message { return with("Referer", "https://h.example/p?token="+s) }},
	{"location", func(s string) message { return with("Location", "https://h.example/cb?code="+s) }},
}

// targets are the secrets of the address that a message is sent to.
var targets = []kind{
	{"path", func(s string) message { m := plain(); m.target = "/cb/" + s; return m }},
	{"query", func(s string) message { m := plain(); m.target = "/cb?a=1&token=" + s; return m }},
	{"nameless query", func(s string) message { m := plain(); m.target = "/cb?" + s; return m }},
}

// fields are the secrets of a callback.
var fields = []kind{
	{"UnCompressKey", func(s string) message {
		return member("Operation", map[string]any{"FileUncompressConfig": map[string]any{"UnCompressKey": s}})
	}},
	{"DocPassword", func(s string) message { return member("DocPassword", s) }},
	{"q-signature", func(s string) message {
		return member("ObjectUrl", "https://b.example/o.mp4?q-sign-time=1;2&q-signature="+s+"&x=1")
	}},
	{"q-ak", func(s string) message { return member("ObjectUrl", "https://b.example/o.mp4?q-ak="+s+"&x=1") }},
	{"sign", func(s string) message {
		return member("ObjectUrl", "https://b.example/o.mp4?sign="+url.QueryEscape("q-ak=a&q-signature="+s))
	}},
	{"amz", func(s string) message { return member("ObjectUrl", "https://b.example/o?x=1&X-Amz-Signature="+s) }},
	{"oss", func(s string) message {
		return member("ObjectUrl", "https://b.example/o?OSSAccessKeyId="+s+"&Expires=1&Signature=x")
	}},
	{"CallBack", func(s string) message { return member("CallBack", "http://h.example/cb/"+s) }},
	{"who", func(s string) message { return member("SourceUrl", "ftp://user:"+s+"@h.example/f") }},
	{"CosHeaders", func(s string) message {
		return member("Input", map[string]any{"CosHeaders": []any{
			map[string]any{"Key": "x-cos-meta-token", "Value": s}, map[string]any{"Key": "x-cos-meta-a", "Value": "data-in-sight"}}})
	}},
	{"CosHeaders map", func(s string) message {
		return member("Input", map[string]any{"CosHeaders": map[string]any{"x-cos-meta-token": s, "x-cos-meta-a": "data-in-sight"}})
	}},
	{"jwt", func(s string) message {
		return member("Note", "the key eyJhbGciOiJIUzI1NiJ9."+s+".c2lnbmF0dXJl is old")
	}},
	{"AKID", func(s string) message { return member("Note", "of AKID"+s+" it is") }},
	{"PEM", func(s string) message {
		return member("Note", "-----BEGIN RSA PRIVATE KEY-----\nMIIE"+s+"\n-----END RSA PRIVATE KEY-----\n")
	}},
	{"bearer in a text", func(s string) message { return member("Note", "sent Bearer "+s+" twice") }},
	{"parameter in a text", func(s string) message { return member("Note", "user=1 token="+s+" x=2") }},
}

// way is how a message travels.
type way struct {
	name   string
	text   func(m message) string
	packed bool
}

// wrapped are the ways of whole messages, and of what is in them.
var wrapped = []way{
	{"as it is", func(m message) string { return m.request("\r\n") }, false},
	{"with LF", func(m message) string { return m.request("\n") }, false},
	{"behind a byte order mark", func(m message) string { return "\uFEFF" + m.request("\r\n") }, false},
	{"in lower case", func(m message) string { return m.lower().request("\n") }, false},
	{"folded", func(m message) string { return m.folded() }, false},
	{"second of two", func(m message) string { return plain().request("\n") + "\n" + m.request("\n") }, false},
	{"first of two", func(m message) string { return m.request("\n") + "\n" + plain().request("\n") }, false},
	{"behind other text", func(m message) string { return "see below:\n\n" + m.request("\n") }, false},
	{"curl -v", func(m message) string { return m.trace() }, false},
	{"HTTP/2", func(m message) string { return m.http2() }, false},
	{"curl -H", func(m message) string { return m.command() }, false},
	{"in JSON", func(m message) string { return `{"time":1,"log":` + quote(m.request("\r\n")) + `}` }, false},
	{"in JSON in JSON", func(m message) string {
		return `{"a":` + quote(`{"time":1,"log":`+quote(m.request("\n"))+`}`) + `}`
	}, false},
	{"quoted in a log", func(m message) string { return "2024-05-01 INFO got " + strconv.Quote(m.request("\r\n")) }, false},
	{"in HTML", func(m message) string { return html.EscapeString(m.request("\n")) }, false},
	{"in a form", func(m message) string { return "id=1&data=" + url.QueryEscape(m.request("\n")) }, false},
	{"in a fence", func(m message) string { return "here:\n```\n" + m.request("\n") + "\n```\n" }, false},
	{"as an event", func(m message) string { return m.event() }, false},
	{"an event in a log", func(m message) string { return "INFO " + strconv.Quote(m.event()) }, false},
	{"in base64", func(m message) string { return base64.StdEncoding.EncodeToString([]byte(m.request("\n"))) }, true},
	{"an event in base64", func(m message) string { return base64.StdEncoding.EncodeToString([]byte(m.event())) }, true},
	{"compressed", func(m message) string { return compressed(m.request("\n")) }, true},
}

// headWays are ways of which a callback may be missing, or be cut off.
var headWays = []way{
	{"without a body", func(m message) string { return m.head("\r\n") + "\r\n" }, false},
	{"cut", func(m message) string { return strings.TrimSuffix(m.head("\n"), "Accept: */*\n") }, false},
	{"cut in the line", func(m message) string { return strings.TrimSuffix(m.head("\n"), "\nAccept: */*\n") }, false},
	{"a line of a log", func(m message) string {
		last := m.headers[max(len(m.headers)-2, 0)]
		return "INFO headers " + last[0] + ": " + last[1] + "\n" + m.callback()
	}, false},
	{"Go's map", func(m message) string { return "INFO " + fmt.Sprint(m.lists()) + "\n" }, false},
	{"Python's map", func(m message) string {
		last := m.headers[max(len(m.headers)-2, 0)]
		return fmt.Sprintf("INFO {'%s': '%s', 'Host': 'h'}\n%s", last[0], last[1], m.callback())
	}, false},
	{"JSON lists", func(m message) string { return asJSON(map[string]any{"headers": m.lists()}) }, false},
}

// targetWays are ways of targets alone.
var targetWays = []way{
	{"nginx", func(m message) string {
		return `10.0.0.1 - - [25/Jul/2022:16:35:39 +0800] "POST ` + m.target + ` HTTP/1.1" 200 5 "-" "Go-http-client/1.1"` + "\n" + m.callback()
	}, false},
	{"cut in the target", func(m message) string { return "POST " + m.target }, false},
	{"JSON log", func(m message) string {
		return asJSON(map[string]any{"method": "POST", "path": m.target, "status": 200})
	}, false},
}

// fieldWays are ways of callbacks alone.
var fieldWays = []way{
	{"JSON", func(m message) string { return m.callback() }, false},
	{"XML", func(m message) string { return m.xml() }, false},
	{"XML, escaped", func(m message) string { return html.EscapeString(m.xml()) }, false},
	{"XML in JSON", func(m message) string { return asJSON(map[string]any{"body": m.xml()}) }, false},
	{"JSON in JSON", func(m message) string { return asJSON(map[string]any{"body": m.callback()}) }, false},
	{"pretty JSON", func(m message) string { return m.pretty() }, false},
	{"percent", func(m message) string { return strings.ReplaceAll(url.PathEscape(m.callback()), "&", "%26") }, false},
	{"XML in base64", func(m message) string { return base64.StdEncoding.EncodeToString([]byte(m.xml())) }, true},
	{"cut XML", func(m message) string { return strings.TrimSuffix(m.xml(), "</JobsDetail></Response>") }, false},
}

// Bodies returns every kind of secret in every way that it travels.
func Bodies() (all []Body) {
	add := func(kinds []kind, field bool, ways ...[]way) {
		for _, k := range kinds {
			for _, list := range ways {
				for _, w := range list {
					secret := fmt.Sprintf("CaNaRy%08dqZ", len(all)+1)
					all = append(all, Body{k.name + ", " + w.name, []byte(w.text(k.in(secret))), secret, w.packed, field})
				}
			}
		}
	}
	add(heads, false, wrapped, headWays)
	add(targets, false, wrapped, targetWays)
	add(fields, true, wrapped, fieldWays)
	return all
}

// Everything returns one body with every secret that a request and its callback
// may hold, and the secrets.
func Everything() (text string, secrets []string) {
	m := plain()
	next := func() string {
		secrets = append(secrets, fmt.Sprintf("CaNaRy%08dqZ", len(secrets)+1))
		return secrets[len(secrets)-1]
	}
	for _, k := range heads {
		headers := k.in(next()).headers
		m.headers = append(m.headers, headers[len(headers)-2])
	}
	m.target = targets[0].in(next()).target
	var jobs []any
	for _, k := range fields {
		jobs = append(jobs, k.in(next()).job())
	}
	return m.head("\r\n") + "\r\n" + asJSON(map[string]any{"EventName": "TaskFinish", "JobsDetail": jobs}), secrets
}

// head writes the first line and the fields, each with its line end.
func (m message) head(end string) string {
	var b strings.Builder
	b.WriteString("POST " + m.target + " HTTP/1.1" + end)
	for _, h := range m.headers {
		b.WriteString(h[0] + ": " + h[1] + end)
	}
	return b.String()
}

func (m message) request(end string) string { return m.head(end) + end + m.callback() }

func (m message) lower() message {
	out := m
	out.headers = nil
	for _, h := range m.headers {
		out.headers = append(out.headers, [2]string{strings.ToLower(h[0]), h[1]})
	}
	return out
}

func (m message) folded() string {
	var b strings.Builder
	b.WriteString("POST " + m.target + " HTTP/1.1\r\n")
	for _, h := range m.headers {
		b.WriteString(h[0] + ":\r\n " + strings.ReplaceAll(h[1], " ", "\r\n\t") + "\r\n")
	}
	return b.String() + "\r\n" + m.callback()
}

func (m message) trace() string {
	var b strings.Builder
	b.WriteString("* Connected to h (127.0.0.1) port 80\n> POST " + m.target + " HTTP/1.1\n")
	for _, h := range m.headers {
		b.WriteString("> " + h[0] + ": " + h[1] + "\n")
	}
	b.WriteString("> \n< HTTP/1.1 200 OK\n")
	for _, h := range m.headers {
		b.WriteString("< " + h[0] + ": " + h[1] + "\n")
	}
	return b.String() + "< \n" + m.callback()
}

func (m message) http2() string {
	var b strings.Builder
	b.WriteString(":method: POST\n:scheme: https\n:authority: lens.example\n:path: " + m.target + "\n")
	for _, h := range m.lower().headers {
		b.WriteString(h[0] + ": " + h[1] + "\n")
	}
	return b.String() + "\n" + m.callback()
}

func (m message) command() string {
	var b strings.Builder
	b.WriteString("curl -X POST 'https://h.example" + m.target + "' \\\n")
	for i, h := range m.headers {
		q := []string{"'", `"`}[i%2]
		b.WriteString("  -H " + q + h[0] + ": " + h[1] + q + " \\\n")
	}
	return b.String() + "  -d '" + m.callback() + "'\n"
}

// event writes an event of an API gateway.
func (m message) event() string {
	path, query, _ := strings.Cut(m.target, "?")
	headers, params := map[string]any{}, map[string]any{}
	for _, h := range m.headers {
		headers[strings.ToLower(h[0])] = h[1]
	}
	for part := range strings.SplitSeq(query, "&") {
		if name, value, ok := strings.Cut(part, "="); ok {
			params[name] = value
		} else if part != "" {
			params["q"] = part
		}
	}
	return asJSON(map[string]any{
		"requestContext": map[string]any{"httpMethod": "POST", "path": path, "stage": "release", "requestId": "request-in-sight"},
		"httpMethod":     "POST", "path": path, "queryString": params, "headers": headers,
		"body": m.callback(), "isBase64Encoded": false,
	})
}

func (m message) lists() map[string][]string {
	lists := map[string][]string{}
	for _, h := range m.headers {
		lists[h[0]] = []string{h[1]}
	}
	return lists
}

func (m message) job() map[string]any {
	job := map[string]any{
		"JobId": "job-in-sight", "State": "Success", "Tag": "WordsGeneralize", "UserData": "data-in-sight",
		"RequestId": "request-in-sight",
	}
	for name, v := range m.members {
		job[name] = v
	}
	return job
}

func (m message) whole() map[string]any {
	return map[string]any{"EventName": "TaskFinish", "JobsDetail": []any{m.job()}}
}

func (m message) callback() string { return asJSON(m.whole()) }

func (m message) pretty() string {
	b, err := json.MarshalIndent(m.whole(), "", "    ")
	if err != nil {
		panic(err)
	}
	return string(b)
}

func (m message) xml() string {
	var b strings.Builder
	b.WriteString("<Response><EventName>TaskFinish</EventName>")
	element(&b, "JobsDetail", m.job())
	return b.String() + "</Response>"
}

// element writes a value as the service writes it in XML.
func element(b *strings.Builder, name string, v any) {
	switch v := v.(type) {
	case []any:
		for _, item := range v {
			element(b, name, item)
		}
	case map[string]any:
		b.WriteString("<" + name + ">")
		names := make([]string, 0, len(v))
		for n := range v {
			names = append(names, n)
		}
		sort.Strings(names)
		for _, n := range names {
			element(b, n, v[n])
		}
		b.WriteString("</" + name + ">")
	default:
		b.WriteString("<" + name + ">" + html.EscapeString(fmt.Sprint(v)) + "</" + name + ">")
	}
}

func asJSON(v any) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		panic(err) // of strings and maps none
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// quote writes a string as encoding/json does unasked, with \u0026 and the like.
func quote(s string) string {
	b, err := json.Marshal(s)
	if err != nil {
		panic(err)
	}
	return string(b)
}

func compressed(s string) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, _ = w.Write([]byte(s))
	_ = w.Close()
	return b.String()
}
