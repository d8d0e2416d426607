package export

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/callbacklens/callbacklens/internal/visible"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// hidden returns the leaves of a body whose values its text does not have, item by
// item: that the value occurs elsewhere does not count.
func hidden(r *parser.Report) (lacking []parser.Item) {
	told := make(map[parser.Item]bool)
	t := &textWriter{foreign: foreign{lang: lang.EN, spell: visible.Word}, output: newOutput(io.Discard)}
	t.told = func(it parser.Item) { told[it] = true }
	t.print(r)
	var look func(it parser.Item)
	look = func(it parser.Item) {
		switch {
		case !treeKind(it):
		case it.Leaf() && !told[it] && !inTokens(r, it):
			lacking = append(lacking, it)
		}
		for c := range it.Children() {
			look(c)
		}
	}
	for _, d := range r.Documents {
		for top := range d.Root().Children() {
			look(top)
		}
	}
	return lacking
}

// inTokens reports whether a column of the tokens has the value of a leaf.
func inTokens(r *parser.Report, it parser.Item) bool {
	for i := range r.Callbacks {
		for k := range r.Callbacks[i].Jobs {
			t := r.Callbacks[i].Jobs[k].Tokens
			at, ok := t.Index(it)
			if !ok {
				continue
			}
			offset, isOffset := t.Offset(at)
			length, isLength := t.Length(at)
			node := it
			for node.Parent().Kind() == parser.KindArray {
				node = node.Parent()
			}
			for name, has := range map[string]bool{
				"Word":   it.Value() == t.Word(at),
				"Pos":    it.Value() == t.Pos(at),
				"Offset": isOffset && sameNumber(it.Value(), offset) || it.Value() == "",
				"Length": isLength && sameNumber(it.Value(), length) || it.Value() == "",
			} {
				if has && node == t.Place(at).Child(name) {
					return true
				}
			}
		}
	}
	return false
}

func sameNumber(s string, n int) bool {
	v, err := strconv.Atoi(s)
	return err == nil && v == n
}

// TestTextHidesNothing holds the text of every body to having each of its values,
// whatever the model knows of them.
func TestTextHidesNothing(t *testing.T) {
	bodies := storyBodies(t)
	corpus, _ := filepath.Glob("../../../shared/corpus/*")
	if len(corpus) == 0 {
		t.Log("no corpus of real bodies beside this repository: the stories alone")
	}
	for _, file := range corpus {
		body, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		bodies[filepath.Base(file)] = body
	}
	for name, body := range bodies {
		for _, it := range hidden(inspect(name, body)) {
			t.Errorf("%s: %s is %q, which the text lacks", name, it.Path(), it.Value())
		}
	}
}

// TestOfTooManyTheTreeIsEnough reads a speech of more words than the model has room
// for: they are no error, are not said to be unknown, and are all there.
func TestOfTooManyTheTreeIsEnough(t *testing.T) {
	words := strings.Repeat(`{"Word":"w","OffsetStartMs":"1"},`, 3000)
	body := `{"EventName":"TaskFinish","JobsDetail":{"JobId":"a","State":"Success","Tag":"SpeechRecognition","Operation":{` +
		`"SpeechRecognitionResult":{"ResultDetail":{"StartMs":"1","Words":[` + strings.TrimSuffix(words, ",") + `]}}}}}`
	r := inspectWith([]byte(body), parser.Options{Limits: parser.Limits{Model: 100_000}})
	for _, d := range r.Diagnostics {
		if d.Code == "model-limit" || d.Code == "field-unlisted" {
			t.Errorf("it says %s", d.Code)
		}
	}
	if lacking := hidden(r); len(lacking) > 0 {
		t.Errorf("the text lacks %d words", len(lacking))
	}
}

func storyBodies(t *testing.T) map[string][]byte {
	t.Helper()
	bodies := map[string][]byte{}
	stories, err := filepath.Glob(filepath.Join(storyDir, "*.txtar"))
	if err != nil || len(stories) == 0 {
		t.Fatalf("no stories: %v", err)
	}
	for _, file := range stories {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range archive.Files {
			if !strings.HasPrefix(f.Name, "report.") {
				bodies[filepath.Base(file)+"/"+f.Name] = f.Data
			}
		}
	}
	return bodies
}

// branch is a node of a body that is made up: a value, or what stands in it.
type branch struct {
	name  string
	value string
	in    []*branch
	list  bool // an array of what stands in it, which has no name
}

func (b *branch) json(to *strings.Builder) {
	open, end := "{", "}"
	switch {
	case b.in == nil:
		to.WriteString(strconv.Quote(b.value))
		return
	case b.list:
		open, end = "[", "]"
	}
	to.WriteString(open)
	for i, c := range b.in {
		if i > 0 {
			to.WriteString(",")
		}
		if !b.list {
			to.WriteString(strconv.Quote(c.name) + ":")
		}
		c.json(to)
	}
	to.WriteString(end)
}

func (b *branch) xml(to *strings.Builder, name string) {
	if b.list {
		for _, c := range b.in {
			c.xml(to, name)
		}
		return
	}
	fmt.Fprintf(to, "<%s>%s", name, b.value)
	for _, c := range b.in {
		c.xml(to, c.name)
	}
	fmt.Fprintf(to, "</%s>", name)
}

// planted makes a branch of a line of names, with values that occur once: a{b c[d]}.
func planted(line string, n *int) []*branch {
	var list []*branch
	for line != "" {
		at := strings.IndexAny(line, " {[")
		if at < 0 {
			at = len(line)
		}
		b := &branch{name: line[:at]}
		line = line[at:]
		if line != "" && line[0] != ' ' {
			depth, end := 0, 0
			for end = range line {
				switch line[end] {
				case '{', '[':
					depth++
				case '}', ']':
					depth--
				}
				if depth == 0 {
					break
				}
			}
			b.in = planted(line[1:end], n)
			if line[0] == '[' {
				b.in, b.list = []*branch{{in: b.in}}, true
			}
			line = line[end+1:]
		} else {
			*n++
			b.value = strconv.Itoa(1000 + *n)
		}
		list = append(list, b)
		line = strings.TrimPrefix(line, " ")
	}
	return list
}

// bent are the ways in which a branch is changed: each must leave all that is in it
// to be seen.
var bent = map[string]func(b *branch){
	"as it is": func(*branch) {},
	"with something that nobody knows": func(b *branch) {
		if b.in != nil && !b.list {
			b.in = append(b.in, &branch{name: "Odd", in: []*branch{{name: "Inner", value: "odd-1"}}},
				&branch{name: "Odder", value: "odd-2"})
		}
	},
	"as a list of two": func(b *branch) {
		first, second := *b, *b
		second.value += "-2"
		*b = branch{name: b.name, list: true, in: []*branch{&first, &second}}
	},
	"as a list of one": func(b *branch) {
		first := *b
		*b = branch{name: b.name, list: true, in: []*branch{&first}}
	},
	"as a value": func(b *branch) { b.in, b.list, b.value = nil, false, "bent" },
	"with more inside": func(b *branch) {
		b.in, b.list = []*branch{{name: "Inner", value: "bent-1"}, {name: "Inner2", value: "bent-2"}}, false
	},
	"twice": func(b *branch) {
		if b.in != nil && !b.list {
			b.in = append(b.in, b.in...)
		}
	},
}

// TestWhateverIsBentIsShown bends every node of every kind of body in every way, as
// JSON and as XML.
func TestWhateverIsBentIsShown(t *testing.T) {
	for _, line := range []string{
		"EventName JobsDetail{JobId State CreationTime Input{Object Lang CosHeaders[Key Value]} Workflow{RunId} Operation{" +
			"UserData WordsGeneralize{NerMethod} WordsGeneralizeResult{WordsGeneralizeLable[Category Word] " +
			"WordsGeneralizeToken[Word Pos Offset Length]}}} Workflow{Name}",
		"Response{JobsDetail{Tag Operation{MediaInfo{Format{Size} Stream{Video{Width}}} MediaResult{OutputFile{ObjectName " +
			"Md5Info{Md5}}} Output{Object} PicProcessResult[ObjectName] Input{Object}}}}",
		"JobsDetail{Operation{SpeechRecognitionResult{Result ResultDetail[StartMs Words[Word]] " +
			"WordsGeneralizeResult{WordsGeneralizeToken[Word Offset]}}}}",
		"WorkflowExecution{RunId State CosHeaders{Size} Tasks[Name State ResultInfo{ObjectCount ObjectInfo[ObjectName]}]}",
		"EventName JobsDetail{JobId Result Label PornInfo{HitFlag Score} Section[StartByte PornInfo{HitFlag}] CosHeaders{a}}",
		"code message data{event trace_id url result porn_info{hit_flag} cos_headers{a}}",
		"Error{Code Message RequestId Odd}",
		"Request{Tag Input{Object} Operation{WordsGeneralize{SegMethod} JobLevel} CallBack}",
		"WordsGeneralizeResult{WordsGeneralizeToken[Word Pos] WordsGeneralizeLable{Category}} JobId",
		"JobId State Tag EventName Operation{Output{Object}}",
		"JobsDetail[JobId State] NextToken",
		"NonExistJobIds",
	} {
		bend(t, line)
	}
}

// bend bends each node of a body in turn.
func bend(t *testing.T, line string) {
	for way, change := range bent {
		for at := 0; ; at++ {
			n, seen := 0, 0
			body := &branch{in: planted(line, &n)}
			var target *branch
			var walk func(b *branch)
			walk = func(b *branch) {
				if seen == at {
					target = b
				}
				seen++
				for _, c := range b.in {
					walk(c)
				}
			}
			walk(body)
			if target == nil {
				break
			}
			change(target)
			var asJSON, asXML strings.Builder
			body.json(&asJSON)
			body.xml(&asXML, "Response")
			if in := body.in; len(in) == 1 && !body.list && slices.Contains([]string{"Response", "Error", "Request"}, in[0].name) {
				asXML.Reset()
				in[0].xml(&asXML, in[0].name)
			}
			for _, text := range []string{asJSON.String(), asXML.String()} {
				for _, it := range hidden(inspect("bent", []byte(text))) {
					t.Errorf("%s: %s is %q, which the text lacks: %s", way, it.Path(), it.Value(), text)
				}
			}
			if t.Failed() {
				return
			}
		}
	}
}
