package parser

import (
	"context"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"

	"github.com/callbacklens/callbacklens/parser/internal/bodies"
)

// byTheBook are ways in which XML 1.0 allows one callback to be written.
var byTheBook = map[string]func(string) string{
	"an instruction first":     func(s string) string { return "<?lens a > b?>\n" + s },
	"two instructions first":   func(s string) string { return "<?lens '?>\r\n<?lens \"?>\r\n<!-- x --><?lens?>" + s },
	"an instruction behind":    func(s string) string { return s + "\n<?lens?>\n<!-- -->" },
	"a style sheet":            func(s string) string { return `<?xml version="1.0"?><?xml-stylesheet href="a.xsl"?>` + s },
	"a standalone declaration": func(s string) string { return "<?xml version = '1.0'\tencoding = 'utf-8' standalone = 'yes' ?>\n" + s },
	"an internal subset": func(s string) string {
		return "<!DOCTYPE Response [\n<!ELEMENT Response ANY> <!-- ]> ' -->\n<!ENTITY e \"]>\">\n<?x ]>?>\n]>\n" + s
	},
	"a public identifier": func(s string) string { return `<!DOCTYPE Response PUBLIC "-//x//y" "http://lens.example/a.dtd">` + s },
	"blanks in tags": func(s string) string {
		return strings.NewReplacer("<Tag>", "<Tag\n>", "</Tag>", "</Tag \t>").Replace(s)
	},
	"a section":                 between("<Word>看</Word>", "<Word><![CDATA[看]]></Word>"),
	"two sections":              between("<UserData>a&amp;b</UserData>", "<UserData><![CDATA[a]]><![CDATA[&b]]></UserData>"),
	"a section in the middle":   between("<UserData>a&amp;b</UserData>", "<UserData>a<![CDATA[&]]>b</UserData>"),
	"a comment in a value":      between("<Tag>WordsGeneralize</Tag>", "<Tag>Words<!-- - -->Generalize</Tag>"),
	"an instruction in a value": between("<State>Success</State>", "<State>Suc<?x y?>cess</State>"),
	"a section and a comment":   between("<UserData>a&amp;b</UserData>", "<UserData><!-- x --><![CDATA[a&b]]><?y?></UserData>"),
	"references":                between("<Word>看</Word>", "<Word>&#x770B;</Word>", "<Word>😀</Word>", "<Word>&#128512;</Word>"),
	"references with zeros":     between("<Word>看</Word>", "<Word>&#0000000000000000000000000000000030475;</Word>", "<Word>😀</Word>", "<Word>&#x00000000000000000000000000000001F600;</Word>"),
	"all entities":              between("a&amp;b", "&#97;&#38;&#x62;"),
	"elements on their lines":   func(s string) string { return pretty(s, "\t", "\r") },
	"an empty element":          between("<Message></Message>", "<Message/>"),
	"an empty element, spaced":  between("<Message></Message>", "<Message />"),
	"comments between elements": between("<JobId>", "<!-- <JobId>x</JobId> --><JobId>"),
}

func between(pairs ...string) func(string) string {
	return func(s string) string { return strings.NewReplacer(pairs...).Replace(s) }
}

// Whatever way the standard allows, the callback reads as the plain one does, and nothing
// is said of its notation.
func TestXMLByTheBook(t *testing.T) {
	plain := readString(bodies.SoundXML)
	for name, write := range byTheBook {
		body := write(bodies.SoundXML)
		if body == bodies.SoundXML {
			t.Errorf("%s: nothing is different", name)
		}
		r := readString(body)
		if !reflect.DeepEqual(known(r), known(plain)) || strings.Contains(codes(r), "xml-") || strings.Contains(codes(r), "cut") {
			t.Errorf("%s: got %q, want %q; layers %v, said %s", name, known(r), known(plain), kindsOf(r), codes(r))
		}
	}
}

// known lists what the model has of a report's first job.
func known(r *Report) []string {
	if len(r.Callbacks) != 1 || len(r.Callbacks[0].Jobs) != 1 {
		return nil
	}
	c := &r.Callbacks[0]
	j := &c.Jobs[0]
	out := []string{c.Kind, c.Event.Text, j.ID.Text, j.State.Text, j.Tag.Text, j.Code.Text, j.Operation.UserData.Text}
	for i := range j.Tokens.Len() {
		out = append(out, j.Tokens.Word(i), j.Tokens.Pos(i))
	}
	return out
}

// In every encoding that the standard demands or that is declared, with a mark and
// without one.
func TestXMLEncodings(t *testing.T) {
	plain := readString(bodies.SoundXML)
	units := func(s string, big bool) []byte {
		var b []byte
		for _, u := range utf16.Encode([]rune(s)) {
			if big {
				b = append(b, byte(u>>8), byte(u))
			} else {
				b = append(b, byte(u), byte(u>>8))
			}
		}
		return b
	}
	declared := `<?xml version="1.0" encoding="UTF-16"?>` + bodies.SoundXML
	for name, body := range map[string][]byte{
		"UTF-8 with a mark": []byte("\uFEFF" + bodies.SoundXML), "UTF-16LE with a mark": units("\uFEFF"+declared, false),
		"UTF-16BE with a mark": units("\uFEFF"+declared, true), "UTF-16LE": units(declared, false), "UTF-16BE": units(declared, true),
		"UTF-16LE, undeclared": units(bodies.SoundXML, false), "UTF-16BE, undeclared": units(bodies.SoundXML, true),
	} {
		if r := Inspect(context.Background(), body, Options{}); !reflect.DeepEqual(known(r), known(plain)) || strings.Contains(codes(r), "xml-") {
			t.Errorf("%s: %q, said %s", name, known(r), codes(r))
		}
	}
	latin := `<?xml version='1.0' encoding='ISO-8859-1'?>` + strings.NewReplacer("文", "x", "旅行", "x", "深圳", "x").Replace(bodies.XML([]string{"café", "Æ"}))
	latin, err := charmap.ISO8859_1.NewEncoder().String(latin)
	if err != nil {
		t.Fatal(err)
	}
	charset := func(_ string, b []byte) ([]byte, error) { return charmap.ISO8859_1.NewDecoder().Bytes(b) }
	if r := Inspect(context.Background(), []byte(latin), Options{Charset: charset}); !slices.Contains(known(r), "café") {
		t.Errorf("ISO-8859-1: %q, said %s", known(r), codes(r))
	}
}
