package parser

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"testing"

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
			if !reflect.DeepEqual(told(got), want) || !strings.Contains(fmt.Sprint(kindsOf(got)), "printed") {
				t.Errorf("%s, %s: %d values, want %d; layers %v, said %s: %.200q", name, writer, len(told(got)), len(want), kindsOf(got), codes(got), told(got))
			}
		}
	}
}

// TestATreeThatIsNoneStaysText gives what only begins as a tree does.
func TestATreeThatIsNoneStaysText(t *testing.T) {
	for _, text := range []string{
		`EventName: "TaskFinish" is what it says`, `JobsDetail { see above }`, `a:2:{s:9:"EventName";R:1;}`, "JobsDetail.0.JobId is missing",
		`JobsDetail { JobId: "a" State: "b"`,
	} {
		if r := readString(text); len(r.Callbacks) > 0 {
			t.Errorf("%q: layers %v, %q", text, kindsOf(r), told(r))
		}
	}
}
