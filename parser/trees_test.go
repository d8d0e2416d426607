package parser

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/callbacklens/callbacklens/parser/internal/bodies"
)

// named is a value of JSON with its name and the order of its members.
type named struct {
	name   string
	text   string
	number int // in a list, from 0 on, -1 elsewhere
	inner  []named
	object bool
}

// asTree reads a text of JSON: the items of a list have its name each.
func asTree(text string) []named {
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	var value func(name string, number int) []named
	value = func(name string, number int) (all []named) {
		token, err := d.Token()
		if err != nil {
			panic(err)
		}
		switch token {
		case json.Delim('{'):
			n := named{name: name, number: number, object: true}
			for d.More() {
				key, _ := d.Token()
				n.inner = append(n.inner, value(key.(string), -1)...)
			}
			_, _ = d.Token()
			return []named{n}
		case json.Delim('['):
			for d.More() {
				all = append(all, value(name, len(all))...)
			}
			_, _ = d.Token()
			return all
		}
		return []named{{name: name, number: number, text: fmt.Sprint(token)}}
	}
	return value("", -1)[0].inner
}

// treeWriters write a tree as programs do.
var treeWriters = map[string]func([]named) string{
	"proto": func(all []named) string { return protoText(all, "\n", ": ", strconv.QuoteToASCII) },
	"proto, in one line": func(all []named) string {
		return protoText(all, " ", ":", func(s string) string { return strings.Trim(bytesLiteral(s), "b") })
	},
	"proto, in a log": func(all []named) string {
		return "07:08:09 INFO got " + protoText(all, " ", ": ", strconv.QuoteToASCII)
	},
	"gron": func(all []named) string {
		return "json = {};\n" + eachPath("json", all, gronPath, func(path, text string) string { return path + " = " + text + ";\n" })
	},
	"gron, of a list": func(all []named) string {
		return "json = [];\njson[0] = {};\n" + eachPath("json[0]", all, gronPath, func(path, text string) string { return path + " = " + text + ";\n" })
	},
	"jq tostream": func(all []named) string {
		return eachPath("", all, jqPath, func(path, text string) string { return "[[" + path[1:] + "]," + text + "]\n" }) + "[[\"JobsDetail\"]]\n"
	},
	"jq tostream, pretty": func(all []named) string {
		return eachPath("", all, jqPath, func(path, text string) string { return "[\n  [\n    " + path[1:] + "\n  ],\n  " + text + "\n]\n" })
	},
	"flattened": func(all []named) string {
		return "{" + strings.TrimSuffix(eachPath("", all, dotPath, func(path, text string) string { return "  " + quoteJSON(path[1:]) + ": " + text + ",\n" }), ",\n") + "}"
	},
	"paths": func(all []named) string {
		return "spring.name=x\n" + eachPath("", all, dotPath, func(path, text string) string { return path[1:] + "=" + unquoted(text) + "\n" }) + "\nlogging.level=INFO\n"
	},
	"paths, quoted": func(all []named) string {
		return eachPath("body", all, springPath, func(path, text string) string { return path + ": " + text + "\r\n" })
	},
	"paths, sorted": func(all []named) string {
		lines := strings.SplitAfter(eachPath("", all, springPath, func(path, text string) string { return path[1:] + " = " + unquoted(text) + "\n" }), "\n")
		slices.Sort(lines)
		return strings.Join(lines, "")
	},
	"paths, shuffled": func(all []named) string {
		lines := strings.SplitAfter(eachPath("", all, springPath, func(path, text string) string { return path[1:] + "=" + unquoted(text) + "\n" }), "\n")
		rand.New(rand.NewPCG(1, 2)).Shuffle(len(lines), func(i, k int) { lines[i], lines[k] = lines[k], lines[i] })
		return strings.Join(lines, "")
	},
	"paths, in properties": func(all []named) string {
		return "#Tue Mar 04 05:06:11 CST 2025\n" + eachPath("", all, springPath, func(path, text string) string {
			var b strings.Builder
			for _, u := range utf16.Encode([]rune(unquoted(text))) {
				switch {
				case strings.ContainsRune(`:=#!\`, rune(u)):
					b.WriteString(`\` + string(rune(u)))
				case u > '~':
					fmt.Fprintf(&b, `\u%04X`, u)
				default:
					b.WriteRune(rune(u))
				}
			}
			return path[1:] + "=" + b.String() + "\n"
		})
	},
	"paths, in an environment": func(all []named) string {
		return "HOME=/root\n" + eachPath("", all, func(n named) string {
			if n.number >= 0 {
				return "__" + n.name + "__" + strconv.Itoa(n.number)
			}
			return "__" + n.name
		}, func(path, text string) string { return path[2:] + "=" + unquoted(text) + "\n" })
	},
	"plist": func(all []named) string {
		return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n" +
			"<plist version=\"1.0\">\n" + plist(all) + "</plist>\n"
	},
	"plist, in a log": func(all []named) string { return "07:08:09 got <plist version=\"1.0\">" + plist(all) + "</plist> ok" },
	"NSLog": func(all []named) string {
		return "2024-05-06 07:08:09.123 App[12:34] got " + nextStep(all, "") + "\n"
	},
	"YAML": func(all []named) string { return "---\n" + yamlText(all, "", strconv.Quote) },
	"YAML, in quotes": func(all []named) string {
		return "data:\n- " + yamlText(all, "  ", func(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" })[2:] + "other: 1\n"
	},
	"plutil -p":            func(all []named) string { return plutil(all, "") + "\n" },
	"xml2":                 func(all []named) string { return xml2("/Response", all) },
	"serialize":            serialized,
	"serialize, in a file": func(all []named) string { return "cb|" + serialized(all) + "n|i:1;" },
}

func protoText(all []named, between, colon string, quote func(string) string) string {
	var b strings.Builder
	for _, n := range all {
		if n.object {
			b.WriteString(n.name + " {" + between + protoText(n.inner, between, colon, quote) + "}" + between)
		} else {
			b.WriteString(n.name + colon + quote(n.text) + between)
		}
	}
	return b.String()
}

// eachPath writes a line for each value that stands in all, below a path.
func eachPath(path string, all []named, step func(named) string, line func(path, text string) string) string {
	var b strings.Builder
	for _, n := range all {
		if own := path + step(n); n.object {
			b.WriteString(eachPath(own, n.inner, step, line))
		} else {
			b.WriteString(line(own, quoteJSON(n.text)))
		}
	}
	return b.String()
}

// numberedAs returns a way of writing steps: names, and numbers of items.
func numberedAs(name, item string) func(named) string {
	return func(n named) string {
		if n.number >= 0 {
			return fmt.Sprintf(name, n.name) + fmt.Sprintf(item, n.number)
		}
		return fmt.Sprintf(name, n.name)
	}
}

var (
	gronPath   = numberedAs(".%s", "[%d]")
	springPath = gronPath
	dotPath    = numberedAs(".%s", ".%d")
	jqPath     = numberedAs(`,"%s"`, ",%d")
)

func unquoted(text string) string {
	var s string
	if err := json.Unmarshal([]byte(text), &s); err != nil {
		panic(err)
	}
	return s
}

// lists calls one for each value or for all that have one name.
func lists(all []named, one func(name string, of []named, list bool)) {
	for i := 0; i < len(all); {
		size := 1
		for i+size < len(all) && all[i+size].number > 0 {
			size++
		}
		one(all[i].name, all[i:i+size], all[i].number >= 0)
		i += size
	}
}

func plist(all []named) string {
	value := func(n named) string {
		if n.object {
			return plist(n.inner)
		}
		return "<string>" + xmlEscaped(n.text) + "</string>\n"
	}
	var b strings.Builder
	b.WriteString("<dict>\n")
	lists(all, func(name string, of []named, list bool) {
		b.WriteString("\t<key>" + name + "</key>\n")
		if list {
			b.WriteString("\t<array>\n")
		}
		for _, n := range of {
			b.WriteString(value(n))
		}
		if list {
			b.WriteString("\t</array>\n")
		}
	})
	return b.String() + "</dict>\n"
}

// nextStep writes what NSLog does of a dictionary.
func nextStep(all []named, indent string) string {
	inner := indent + "        "
	value := func(n named) string {
		if n.object {
			return nextStep(n.inner, inner)
		}
		plain := n.text != ""
		var b strings.Builder
		for _, u := range utf16.Encode([]rune(n.text)) {
			switch {
			case u > '~':
				fmt.Fprintf(&b, `\U%04x`, u)
			case u == '"' || u == '\\':
				b.WriteString(`\` + string(rune(u)))
			case u == '\n':
				b.WriteString(`\n`)
			default:
				b.WriteByte(byte(u))
				plain = plain && (u >= '0' && u <= '9' || u >= 'a' && u <= 'z' || u >= 'A' && u <= 'Z')
				continue
			}
			plain = false
		}
		if plain {
			return b.String()
		}
		return `"` + b.String() + `"`
	}
	var b strings.Builder
	b.WriteString("{\n")
	lists(all, func(name string, of []named, list bool) {
		b.WriteString(inner[4:] + name + " = ")
		if !list {
			b.WriteString(value(of[0]) + ";\n")
			return
		}
		b.WriteString("    (\n")
		for i, n := range of {
			b.WriteString(inner + value(n))
			if i+1 < len(of) {
				b.WriteString(",")
			}
			b.WriteString("\n")
		}
		b.WriteString(inner[4:] + ");\n")
	})
	return b.String() + indent + "}"
}

func plutil(all []named, indent string) string {
	inner := indent + "  "
	value := func(n named, indent string) string {
		if n.object {
			return plutil(n.inner, indent)
		}
		return `"` + strings.NewReplacer(`"`, `\"`, `\`, `\\`).Replace(n.text) + `"`
	}
	var b strings.Builder
	b.WriteString("{\n")
	lists(all, func(name string, of []named, list bool) {
		b.WriteString(inner + `"` + name + `" => `)
		if !list {
			b.WriteString(value(of[0], inner) + "\n")
			return
		}
		b.WriteString("[\n")
		for i, n := range of {
			fmt.Fprintf(&b, "%s  %d => %s\n", inner, i, value(n, inner+"  "))
		}
		b.WriteString(inner + "]\n")
	})
	return b.String() + indent + "}"
}

func yamlText(all []named, indent string, quote func(string) string) string {
	var b strings.Builder
	value := func(n named) {
		if n.object {
			b.WriteString(strings.TrimPrefix(yamlText(n.inner, indent+"  ", quote), indent+"  "))
		} else {
			b.WriteString(quote(n.text) + "\n")
		}
	}
	lists(all, func(name string, of []named, list bool) {
		b.WriteString(indent + name + ":")
		switch {
		case list:
			b.WriteString("\n")
			for _, n := range of {
				b.WriteString(indent + "- ")
				value(n)
			}
		case of[0].object:
			b.WriteString("\n" + indent + "  ")
			value(of[0])
		default:
			b.WriteString(" ")
			value(of[0])
		}
	})
	return b.String()
}

func xml2(path string, all []named) string {
	var b strings.Builder
	for i, n := range all {
		own := path + "/" + n.name
		if i > 0 && all[i-1].name == n.name {
			b.WriteString(own + "\n")
		}
		switch {
		case n.object:
			b.WriteString(xml2(own, n.inner))
		case n.text == "":
			b.WriteString(own + "\n")
		default:
			b.WriteString(own + "=" + strings.ReplaceAll(n.text, "\n", "\n"+own+"=") + "\n")
		}
	}
	return b.String()
}

func serialized(all []named) string {
	text := func(s string) string { return "s:" + strconv.Itoa(len(s)) + `:"` + s + `";` }
	var b strings.Builder
	count := 0
	for i, n := range all {
		list := n.number >= 0
		if !list || n.number == 0 {
			b.WriteString(text(n.name))
			count++
		}
		if n.number == 0 {
			size := 1
			for i+size < len(all) && all[i+size].number == size {
				size++
			}
			b.WriteString("a:" + strconv.Itoa(size) + ":{")
		}
		if list {
			b.WriteString("i:" + strconv.Itoa(n.number) + ";")
		}
		if n.object {
			b.WriteString(serialized(n.inner))
		} else {
			b.WriteString(text(n.text))
		}
		if list && (i+1 == len(all) || all[i+1].number != n.number+1) {
			b.WriteString("}")
		}
	}
	return "a:" + strconv.Itoa(count) + ":{" + b.String() + "}"
}

// TestEachTreeOfNamesComesBackWhole reads what the writer of each notation makes of a body.
func TestEachTreeOfNamesComesBackWhole(t *testing.T) {
	odd := `it's \"q\" <x> & C:\\new 100% = 1; a: b }`
	for name, body := range map[string]string{
		"sound": bodies.SoundJSON, "short": travelled, "odd": strings.ReplaceAll(travelled, "order 17", odd),
		"two jobs": strings.Replace(travelled, `"JobsDetail":[`, `"JobsDetail":[{"JobId":"a1","State":"Failed","Message":"no {\"key\"}"},`, 1),
	} {
		want := told(readString(body))
		for writer, write := range treeWriters {
			got := readString(write(asTree(body)))
			values, wanted := told(got), want
			if writer == "paths, sorted" || writer == "paths, shuffled" { // in another order
				values, wanted = slices.Sorted(slices.Values(values)), slices.Sorted(slices.Values(want))
			}
			if !reflect.DeepEqual(values, wanted) || !strings.Contains(fmt.Sprint(kindsOf(got)), "printed") {
				t.Errorf("%s, %s: %d values, want %d; layers %v, said %s: %.200q", name, writer, len(told(got)), len(want), kindsOf(got), codes(got), told(got))
			}
		}
	}
}

// TestATreeThatIsNoneStaysText gives what only begins as a tree does.
func TestATreeThatIsNoneStaysText(t *testing.T) {
	for _, text := range []string{
		`EventName: "TaskFinish" is what it says`, `JobsDetail { see above }`, `a:2:{s:9:"EventName";R:1;}`, "JobsDetail.0.JobId is missing",
		`JobsDetail { JobId: "a" State: "b"`, "EventName=TaskFinish\nHOME=/root\nTag=x\n", "JobsDetail.JobId=a\n2 rows\nJobsDetail.State=b\n",
		"see JobsDetail.JobId=a and JobsDetail.State=b", "json.name = x;", "json = {};\njson.a = 1;\njson.b = 2;\n", "/Response/JobsDetail is where it stands\n/Response/x",
		"/etc/a=1\n/etc/b=2", `{"a.b":1,"EventName.x":"JobsDetail"}`, `[["EventName","JobsDetail"],["a","b"]]`, `[["EventName"],"JobsDetail"] is an event`,
		"<plist><dict><key>a</key><string>JobsDetail</string></dict></plist>", "<plist><dict><key>JobsDetail</key><x/></dict></plist>",
		"JobsDetail.JobId = job.JobsDetail.JobId\nJobsDetail.State = state(x)",
		"JobsDetail.JobId=a\nJobsDetail.UserData=one\ntwo\nJobsDetail.State=Success\nJobsDetail.Tag=c\n", "JobsDetail.a=1\nJobsDetail.a.b=2\nJobsDetail.JobId=a\nJobsDetail.State=b\n",
		"EventName: a\nJobsDetail: see below\n", "EventName: a\nJobsDetail:\n- see above\n- and below\n", "EventName:\n  type: string\nJobsDetail:\n  type: object\n",
		"JobsDetail: &a\n  JobId: a1\n  State: b\n",
		"JobsDetail.JobId = id;\nJobsDetail.State = state;\n",
		"JobsDetail.a=1\nJobsDetail.a.b=2\n", "JobsDetail[0]=1\nJobsDetail.x=2\n",
	} {
		if r := readString(text); len(r.Callbacks) > 0 {
			t.Errorf("%q: layers %v, %q", text, kindsOf(r), told(r))
		}
	}
}
