//go:build linux

package parser

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"os"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/callbacklens/callbacklens/parser/internal/bodies"
)

// What a callback may hold many of is made many times over here, in every way
// that decode, audit and the paths of items look at: the time for four times as
// much must stay below six times the time, and the memory below four times the
// text and 64 MB.

// part is a piece of a made-up body, to be written as XML or as JSON.
type part struct {
	name, text string
	kids       []part
	odd        bool // has an attribute, or in JSON an object in it, so that it is no row of a table
	comment    bool // stands behind a comment
	apart      bool // is no item of an array in JSON: the name stands there again
}

func field(name, text string) part { return part{name: name, text: text} }

func group(name string, kids ...part) part { return part{name: name, kids: kids} }

// times makes n parts, told their number.
func times(n int, one func(i int) part) []part {
	out := make([]part, n)
	for i := range out {
		out[i] = one(i)
	}
	return out
}

func (p part) xml(b *bytes.Buffer) {
	if p.comment {
		b.WriteString("<!-- -->")
	}
	b.WriteString("<" + p.name)
	if p.odd {
		b.WriteString(` a=""`)
	}
	b.WriteString(">")
	for _, k := range p.kids {
		k.xml(b)
	}
	b.WriteString(bodies.EscapeXML(p.text) + "</" + p.name + ">")
}

// json writes what p is, without its name.
func (p part) json(b *bytes.Buffer) {
	if len(p.kids) == 0 && !p.odd {
		b.WriteString(bodies.QuoteJSON(p.text))
		return
	}
	b.WriteByte('{')
	if p.odd {
		b.WriteString(`"a":{}`)
	}
	for i := 0; i < len(p.kids); {
		same := i + 1
		for same < len(p.kids) && p.kids[same].name == p.kids[i].name && !p.kids[same].apart {
			same++
		}
		if i > 0 || p.odd {
			b.WriteByte(',')
		}
		b.WriteString(bodies.QuoteJSON(p.kids[i].name) + ":")
		jsonList(b, p.kids[i:same])
		i = same
	}
	b.WriteByte('}')
}

func jsonList(b *bytes.Buffer, list []part) {
	if len(list) == 1 {
		list[0].json(b)
		return
	}
	for i, p := range list {
		b.WriteByte("[,"[min(i, 1)])
		p.json(b)
	}
	b.WriteByte(']')
}

func (p part) write(asXML bool) []byte {
	var b bytes.Buffer
	if asXML {
		p.xml(&b)
		return b.Bytes()
	}
	b.WriteString(`{` + bodies.QuoteJSON(p.name) + `:`)
	p.json(&b)
	b.WriteByte('}')
	return b.Bytes()
}

func number0(i int) string { return strconv.Itoa(i) }

// repeated are the things that a body may hold many of: each returns a body
// with n of them.
var repeated = map[string]func(n int) part{
	"jobs of one ID": jobs(func(i int) part { return group("JobsDetail", field("JobId", "a"), field("State", "Success")) }),
	"jobs of many IDs": jobs(func(i int) part {
		return group("JobsDetail", field("JobId", number0(i)), field("State", "Success"))
	}),
	"jobs with a remark": jobs(func(i int) part {
		return group("JobsDetail", field("JobId", number0(i)), field("State", "Success"), field("Code", "Failed"))
	}),
	"jobs with operations and without State": jobs(func(i int) part {
		return group("JobsDetail", field("JobId", number0(i)), field("Code", "Success"), group("Operation", field("UserData", "é")))
	}),
	"jobs with bad times": jobs(func(i int) part {
		return group("JobsDetail", field("JobId", number0(i)), field("CreationTime", "yesterday"), field("EndTime", "today"))
	}),
	"jobs with times out of order": jobs(func(i int) part {
		return group("JobsDetail", field("JobId", "a"), field("CreationTime", "2024-05-06T07:08:09+0800"), field("EndTime", "2024-05-06T07:08:08+0800"), group("Operation"))
	}),
	"jobs with unknown fields": jobs(func(i int) part {
		return group("JobsDetail", field("JobId", number0(i)), field("x"+number0(i), ""), field("y", ""), part{name: "z", odd: true})
	}),
	"jobs with fields twice": jobs(func(i int) part {
		return group("JobsDetail", field("JobId", number0(i)), part{name: "JobId", text: "b", apart: true}, field("State", "Success"))
	}),
	"jobs with a workflow": jobs(func(i int) part {
		return group("JobsDetail", field("JobId", "a"), group("Workflow", field("RunId", number0(i))))
	}),
	"jobs that are empty": jobs(func(i int) part { return part{name: "JobsDetail", odd: i%2 == 0} }),
	"jobs that failed with tokens": jobs(func(i int) part {
		return group("JobsDetail", field("JobId", "a"), field("State", "Failed"), field("Message", "success"),
			group("Operation", group("WordsGeneralizeResult", part{name: "WordsGeneralizeToken", odd: true})))
	}),
	"jobs behind unknown fields": func(n int) part {
		body := group("Response", times(n/2, func(i int) part { return field("x"+number0(i), "") })...)
		body.kids = append(body.kids, times(n/2, func(i int) part { return group("JobsDetail", field("JobId", "a")) })...)
		return body
	},
	"jobs and other fields in turn": func(n int) part {
		var kids []part
		for i := range n / 2 {
			kids = append(kids, group("JobsDetail", field("JobId", "a"), field("State", number0(i))), field("x", ""))
		}
		return group("Response", kids...)
	},

	"unknown fields": func(n int) part {
		return aCallback(nil, times(n, func(i int) part { return field("x"+number0(i), "") })...)
	},
	"one unknown field": func(n int) part {
		return aCallback(nil, times(n, func(i int) part { return part{name: "x", apart: true} })...)
	},
	"unknown fields in turn": func(n int) part {
		return aCallback(nil, times(n, func(i int) part { return part{name: "xyz"[i%3 : i%3+1], odd: i%2 == 0} })...)
	},
	"known fields": func(n int) part {
		names := []string{"JobId", "Tag", "State", "Code", "Message", "Input", "Workflow", "Operation", "EndTime"}
		return aCallback(nil, times(n, func(i int) part { return part{name: names[i%len(names)], odd: i%3 == 0} })...)
	},
	"unknown fields of the body": func(n int) part {
		body := aCallback(nil)
		body.kids = append(body.kids, times(n, func(i int) part { return part{name: "x", odd: true, comment: true} })...)
		return body
	},
	"custom headers": func(n int) part {
		return aCallback(nil, group("Input", times(n, func(i int) part {
			return part{name: "CosHeaders", kids: []part{field("Key", number0(i)), field("Value", "")}, odd: i%2 == 0}
		})...))
	},
	"custom headers in a review": func(n int) part {
		headers := times(n, func(i int) part {
			return part{name: "CosHeaders", kids: []part{field("Key", number0(i)), field("Value", "")}, odd: true}
		})
		return group("Response", field("EventName", "ReviewText"), group("JobsDetail", append(headers, field("JobId", "a"), field("Label", "Ads"))...))
	},
	"tasks": func(n int) part {
		return group("Response", field("EventName", "WorkflowFinish"), group("WorkflowExecution", times(n, func(i int) part {
			return part{name: "Tasks", kids: []part{field("Type", "Tts"), field("State", "Success"), field("EndTime", "never")}, odd: i%2 == 0}
		})...))
	},
	"results": func(n int) part {
		return aCallback(nil, group("Operation", times(n, func(i int) part {
			return group("x"+number0(i)+"Result", field("a", ""))
		})...))
	},
	"output": func(n int) part {
		return aCallback(nil, group("Operation", times(n, func(i int) part { return part{name: "Output", odd: true} })...))
	},

	"tokens with an attribute": tokens(func(i int) part { return token(i, i, "n", "w") }),
	"tokens of bad offset":     tokens(func(i int) part { return token("?", i, "n", "w") }),
	"tokens of wrong length":   tokens(func(i int) part { return token(i, 7, "n", "w") }),
	"tokens of no part of speech": tokens(func(i int) part {
		return token(i, 1, "?"+number0(i), "w")
	}),
	"tokens that overlap":      tokens(func(i int) part { return token(i/3, 2, "n", "w") }),
	"tokens that are the same": tokens(func(i int) part { return token(0, 1, "n", "w") }),
	"tokens with gaps":         tokens(func(i int) part { return token(2*i, 1, "n", "w") }),
	"tokens backwards":         tokens(func(i int) part { return token(100_000_000-i, 1, "n", "w") }),
	"tokens without a word":    tokens(func(i int) part { return token(i, 1, "n", "") }),
	"tokens behind comments": tokens(func(i int) part {
		t := token(i, 1, "n", "w")
		t.comment = true
		return t
	}),
	"tokens that are empty": tokens(func(i int) part { return part{name: "WordsGeneralizeToken", odd: i%2 == 0} }),
	"tokens in rows":        tokens(func(i int) part { return row(i, "?") }),
	"tokens in rows and not": tokens(func(i int) part {
		if i%12 == 11 {
			return token(i, 1, "n", "w")
		}
		return row(i, "n")
	}),
	"labels with an attribute": labels(func(i int) part {
		return part{name: "WordsGeneralizeLable", kids: []part{field("Category", "c"), field("Word", "w"+number0(i))}, odd: true}
	}),
	"labels in rows": labels(func(i int) part {
		return group("WordsGeneralizeLable", field("Category", "c"), field("Word", number0(i)))
	}),
	"labels that are empty": labels(func(i int) part { return part{name: "WordsGeneralizeLable", odd: i%2 == 0} }),
	"labels and tokens in turn": func(n int) part {
		var kids []part
		for i := range n / 2 {
			kids = append(kids, group("WordsGeneralizeLable", field("Word", "x"+number0(i))), row(i, "n"))
		}
		return segmentation(kids...)
	},
}

func aCallback(jobs []part, fields ...part) part {
	if jobs == nil {
		jobs = []part{group("JobsDetail", append([]part{field("JobId", "a"), field("Tag", "WordsGeneralize")}, fields...)...)}
	}
	return group("Response", append([]part{field("EventName", "TaskFinish")}, jobs...)...)
}

func jobs(one func(i int) part) func(n int) part {
	return func(n int) part { return aCallback(times(n, one)) }
}

func segmentation(kids ...part) part {
	return aCallback(nil, group("Operation", group("WordsGeneralizeResult", kids...)))
}

func tokens(one func(i int) part) func(n int) part {
	return func(n int) part { return segmentation(times(n, one)...) }
}

func labels(one func(i int) part) func(n int) part {
	return func(n int) part {
		return segmentation(append(times(n, one), times(20, func(i int) part { return row(i, "n") })...)...)
	}
}

func token(offset, length any, pos, word string) part {
	p := group("WordsGeneralizeToken", field("Length", fmt.Sprint(length)), field("Offset", fmt.Sprint(offset)), field("Pos", pos), field("Word", word))
	p.odd = true
	return p
}

func row(i int, pos string) part {
	p := token(i, 1, pos, "w")
	p.odd = false
	return p
}

// sheaths are wrappers that bodies come in.
var sheaths = []struct {
	name string
	wrap func([]byte) []byte
}{
	{"bare", func(b []byte) []byte { return b }},
	{"base64", func(b []byte) []byte { return []byte(base64.StdEncoding.EncodeToString(b)) }},
	{"quoted", func(b []byte) []byte { return []byte(strconv.QuoteToASCII(string(b))) }},
}

// callbackShapes returns what is repeated, in every notation and wrapper.
func callbackShapes() (all []growth) {
	for name, made := range repeated {
		for _, notation := range []string{"xml", "json"} {
			asXML := notation == "xml"
			each := len(made(64).write(asXML)) / 64
			for _, sheath := range sheaths {
				all = append(all, growth{name + "/" + notation + "/" + sheath.name, func(size int) []byte {
					return sheath.wrap(made(size/each + 1).write(asXML))
				}})
			}
		}
	}
	slices.SortFunc(all, func(a, b growth) int { return strings.Compare(a.name, b.name) })
	return all
}

func TestWhatACallbackHoldsManyOfTakesNoMoreThanItsShare(t *testing.T) {
	if testing.Short() {
		t.Skip("takes half a minute")
	}
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	for i, s := range callbackShapes() {
		if of := os.Getenv("GROWTH_OF"); of == "" && i%5 != 0 || !strings.Contains(s.name, of) {
			continue
		}
		ratio, at, size := s.grows()
		if at.over || ratio >= 6 {
			t.Errorf("%s: %.1f times as long for four times the text, %v for %d KB", s.name, ratio, at.took, 4*size>>10)
		}
		if at.gap >= longestGap() {
			t.Errorf("%s: %v without a pulse in %d KB", s.name, at.gap, 4*size>>10)
		}
	}
}

// BenchmarkRepeated tells for a megabyte of each the time, the longest time
// between two pulses, and the memory.
func BenchmarkRepeated(b *testing.B) {
	var names []string
	for name := range repeated {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		for _, asXML := range []bool{true, false} {
			b.Run(name+"/"+map[bool]string{true: "xml", false: "json"}[asXML], func(b *testing.B) {
				size := len(repeated[name](64).write(asXML)) / 64
				body := repeated[name]((1 << 20) / size).write(asXML)
				benchmarkPulse(b, body)
				b.SetBytes(int64(len(body)))
				b.ReportAllocs()
			})
		}
	}
}
