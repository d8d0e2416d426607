package redact

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"
)

// Each line holds what is to be hidden between ‹ and ›, and nothing else is.
func TestFind(t *testing.T) {
	for _, c := range []struct{ name, text string }{
		{"a request", "POST ‹/cb/s3cret?token=x› HTTP/1.1\r\nHost: lens.example\r\nAuthorization: ‹Bearer hush›\r\nCookie: ‹sid=1; b=2›\r\nContent-Length: 5\r\n\r\n<a/>"},
		{"a request without a body", "POST ‹/cb› HTTP/1.1\nauthorization: ‹x›"},
		{"one cut in its first line", "POST ‹/cb/s3cr›"},
		{"behind a byte order mark", "\uFEFFCookie: ‹a b›\nHost: x"},
		{"folded", "Authorization: ‹Bearer\r\n hush›\r\nHost: x\r\nCookie:\r\n\t‹a=1;\r\n\tb=2›\r\n\r\n{\"a\":1}"},
		{"a body behind a field", "Cookie: ‹a=1›\n {\"a\":1}"},
		{"the root", "POST / HTTP/1.1\nHost: x"},
		{"curl -v", "> POST ‹/cb/s› HTTP/1.1\n> Authorization: ‹Bearer abc def›\n> \n< HTTP/1.1 200 OK\n< Set-Cookie: ‹a=b; Path=/›\n< Date: Mon"},
		{"curl -H", `curl -H 'Authorization: ‹Bearer x›' -H "X-Auth-Token: ‹y z›" -H 'Accept: a'`},
		{"curl", `curl -X POST 'https://h.example‹/cb/s?x=1›' -u ‹a:b› -b '‹s=1›' -d '{"a":"https://x.example/y"}'`},
		{"HTTP/2", ":method: POST\n:path: ‹/cb?token=x›\n:authority: ‹a:b@h›\n* [HTTP/2] [1] [:path: ‹/cb›] [x: y]"},
		{"nginx", `1.2.3.4 - - [25/Jul] "POST ‹/cb/S?token=x› HTTP/1.1" 200 5 "https://h.example/p?token=‹x›" "UA"`},
		{"JSON", `{"headers":{"Authorization":"‹a \"b\" c›","X-Token": "‹1›","Set-Cookie":["‹a=1›","‹b=2›"],"Host":"h"}}`},
		{"JSON in JSON", `{"log":"{\"headers\":{\"Authorization\":\"‹a \\\"b\\\" c›\",\"Host\":\"h\"}}"}`},
		{"three times", `"{\"a\":\"{\\\"token\\\":\\\"‹x›\\\",\\\"b\\\":1}\"}"`},
		{"a request in a string", `{"log":"POST ‹/cb/s› HTTP/1.1\r\nAuthorization: ‹Bearer x›\r\nHost: h\r\n\r\n{\"a\":1}"}`},
		{"Go", `map[Authorization:[‹Bearer› ‹x›] Host:[h]]`},
		{"Java", `{Authorization=‹Bearer x›, Host=h}`},
		{"Python", `{'Cookie': '‹a=1›', 'Host': 'h'}`},
		{"a list of fields", `["Host","h","Authorization","‹x›","Accept","a"]`},
		{"words", `["token","cookie"] "cookie","饼干"`},
		{"an address", "https://b.example/o.mp4?a=1&q-ak=‹x›&q-sign-time=5&q-signature=‹abc›&b=2"},
		{"escaped twice", "u=https%3A%2F%2Fb.example%2Fo%3Fsign%3D‹a%252Bb›%26x%3D1"},
		{"in XML", "<ObjectUrl>https://b/o?x=1&amp;X-Amz-Signature=‹a%2Fb›&amp;c=1</ObjectUrl>"},
		{"in JSON with escapes", `"u":"https:\/\/b\/o?x=1\u0026token=‹abc›\u0026y=2"`},
		{"an element", "<UnCompressKey>‹a b›</UnCompressKey><Word>token</Word><DocPassword><![CDATA[‹x›]]></DocPassword>"},
		{"an element, escaped", `&lt;UnCompressKey&gt;‹a b›&lt;/UnCompressKey&gt; \u003cUnCompressKey\u003e‹x›\u003c/UnCompressKey\u003e`},
		{"CosHeaders", "<CosHeaders><Key>x-cos-meta-token</Key>\n  <Value>‹s›</Value></CosHeaders><CosHeaders><Key>x-cos-meta-a</Key><Value>v</Value></CosHeaders>"},
		{"CosHeaders in JSON", `[{"Key":"x-cos-meta-token","Value":"‹s›"},{"Value":"‹t›","Key":"Cookie"},{"Key":"a","Value":"b"}]`},
		{"CosHeaders in JSON in JSON", `"[{\"Key\":\"x-cos-meta-token\",\"Value\":\"‹s›\"},{\"Value\":\"‹t›\",\"Key\":\"Cookie\"}]"`},
		{"an event", `{"path":"‹/cb/s›","httpMethod":"POST","queryString":{"a":"‹1›","b":["‹2›"]},"body":"{\"path\":\"/x\"}"}`},
		{"who", "postgres://‹u:p@ss›@h/db and https://h/a@b and https://git@h/x"},
		{"shapes", "id AKIDabcdefgh01234567 eyJ ‹eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc-_› AKIDshort"},
		{"bearer", "sent Bearer ‹abc.def› and Bearer authentication"},
		{"PEM", "-----BEGIN RSA PRIVATE KEY-----\n‹MIIE\nab+/=›\n-----END RSA PRIVATE KEY-----\n-----BEGIN CERTIFICATE-----\nMIIE\n"},
		{"a log", "token=‹abc›, user=5 password: ‹x› y"},
		{"callbacks", "<CallBack>http://h.example‹/cb/s›</CallBack><CallBackFormat>XML</CallBackFormat>"},
		{"redirects", "Location: https://h.example‹/cb?code=1›\nReferer: https://h.example/\n"},
		{"a field as an element", `<header name="Authorization">‹x y›</header><header name="Host">h</header>`},
		{"HAR", `{"name":"X-Auth-Token","value":"‹x›"},{"name":"Host","value":"h"}`},
		{"HTTP/2 in JSON", `{":path":"‹/cb?token=x›",":authority":"‹h›"}`},
		{"a form", "a=POST+%2F HTTP&b=Authorization%3A+‹Bearer+x›%0AHost%3A+h"},
		{"encodeURI", "%22u%22:%22https://b/o?a=1&Signature=‹x›%22,%22b%22:%22c%22"},
		{"nothing", `{"JobId":"a1","RequestId":"NjA=","TraceId":"x","tokens":[1],"NextToken":"5","Key":"password.txt","Sign":null}`},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := c.text
			if c.name == "shapes" {
				text = strings.Replace(text, "AKIDabcdefgh01234567", "‹AKIDabcdefgh01234567›", 1)
			}
			plain := strings.NewReplacer("‹", "", "›", "").Replace(text)
			got, at := "", 0
			for _, s := range Find([]byte(plain), nil) {
				got += plain[at:s.Start] + "‹" + plain[s.Start:s.End] + "›"
				at = s.End
			}
			if got += plain[at:]; got != text {
				t.Errorf("\n got %s\nwant %s", got, text)
			}
		})
	}
}

// Whatever is repeated, four times the text is not more than six times the work.
// Steps are counted, as nobody else's work comes in between.
func TestWorkGrowsWithTheText(t *testing.T) {
	parts := []string{
		"key", "value", "name", "path", "url", "location", "method", "headers", "token", "cookie", "authorization", "x-token", "curl", "-b", "-u", "Basic", "POST", "HTTP/1.1",
		"http", "eyJhbGciOiJIUzI1NiJ9", "-----BEGIN PRIVATE KEY-----", "querystring", "callback",
		"=", ":", "\"", "'", "\\\"", "&quot;", "%22", "&", "&amp;", "%25", "\\", "\\\\n", "\n", "\n ", " ", ",", ";", "<", ">", "/", "//", "://", "@", "[", "{", "]", "}", "<![CDATA[", "]]>", ".", "*", "中",
	}
	work := func(shape string, size int) int {
		pulses := 0
		s := scanner{text: []byte(strings.Repeat(shape, size/len(shape))), pulse: func(int) { pulses++ }}
		s.run()
		return pulses*pulseEvery + s.steps
	}
	check := func(shape string) {
		const size = 4 << 10
		if small, large := work(shape, size), work(shape, 4*size); large > 6*small {
			t.Errorf("%q: %d steps become %d", shape, small, large)
		}
	}
	for _, a := range parts {
		for _, b := range parts {
			check(a + b)
			check(a + "=" + b + "\"")
			check("\"" + a + "\":" + b)
		}
	}
}

// Whatever the text is, places are in it, in order and between characters, and
// masking keeps every character's length.
func FuzzFind(f *testing.F) {
	for _, seed := range []string{"POST /a HTTP/1.1\r\nCookie: a\r\n\r\n{}", `{"key":"token","value":"\\\"x\\\""}`, "%2526token%253Da", "curl -u a:b 'http://x/y'", "<a key='token'>x</a>", "url="} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		spans := Find(text, nil)
		at := 0
		for _, s := range spans {
			if s.Start < at || s.End <= s.Start || s.End > len(text) {
				t.Fatalf("%q: %v", text, spans)
			}
			at = s.End
		}
		masked := bytes.Clone(text)
		Mask(masked, spans)
		if len(masked) != len(text) || utf8.RuneCount(masked) != utf8.RuneCount(text) && utf8.Valid(text) {
			t.Fatalf("%q becomes %q", text, masked)
		}
		for _, k := range []Kind{Link, Address, Secret, Deep} {
			for _, s := range Value(k, text) {
				if s.Start < 0 || s.End > len(text) {
					t.Fatalf("%q: %v", text, s)
				}
			}
		}
	})
}
