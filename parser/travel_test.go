package parser

import (
	"context"
	"encoding/json"
	"encoding/xml"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/callbacklens/callbacklens/parser/internal/chars"
)

// travelled is one callback, as the forms below carry it.
const travelled = `{"EventName":"TaskFinish","JobsDetail":[{"Code":"Success","Input":{"Object":"in/a 1.txt"},` +
	`"JobId":"a0000000017a11ef8f0c525400000000a","Message":"","Operation":{"UserData":"order 17","WordsGeneralizeResult":` +
	`{"WordsGeneralizeToken":[{"Length":"2","Offset":"0","Pos":"t","Word":"明天"},{"Length":"1","Offset":"2","Pos":"v","Word":"去"},` +
	`{"Length":"2","Offset":"3","Pos":"ns","Word":"杭州"}]}},"State":"Success","Tag":"WordsGeneralize"}]}`

const travelledXML = `<Response><EventName>TaskFinish</EventName><JobsDetail><Code>Success</Code><Input><Object>in/a 1.txt</Object></Input>` +
	`<JobId>a0000000017a11ef8f0c525400000000a</JobId><Message/><Operation><UserData>order 17</UserData><WordsGeneralizeResult>` +
	`<WordsGeneralizeToken><Length>2</Length><Offset>0</Offset><Pos>t</Pos><Word>明天</Word></WordsGeneralizeToken>` +
	`<WordsGeneralizeToken><Length>1</Length><Offset>2</Offset><Pos>v</Pos><Word>去</Word></WordsGeneralizeToken>` +
	`<WordsGeneralizeToken><Length>2</Length><Offset>3</Offset><Pos>ns</Pos><Word>杭州</Word></WordsGeneralizeToken>` +
	`</WordsGeneralizeResult></Operation><State>Success</State><Tag>WordsGeneralize</Tag></JobsDetail></Response>`

// TestHoweverItTravels reads the callback in forms that records, mappers, programs and
// people give it.
func TestHoweverItTravels(t *testing.T) {
	pretty := indented(travelled)
	replace := func(s, old, new string) string { return strings.ReplaceAll(s, old, new) }
	for name, text := range map[string]string{
		"lines of CloudWatch":       inRecords(strings.Split(pretty, "\n"), `{"logEvents":[`, `{"id":"%","message":@}`, `]}`),
		"parts in CloudWatch":       inRecords(cutEvery(travelledXML, 250), `{"logEvents":[`, `{"id":"%","message":@}`, `]}`),
		"lines of Loki":             inRecords(strings.Split(pretty, "\n"), `{"result":[{"values":[`, `["%",@]`, `]}]}`),
		"parts in SQS":              inRecords(cutEvery(travelled, 250), `{"Records":[`, `{"messageId":"%","attributes":{"n":"1"},"body":@}`, `]}`),
		"a list of lines":           inRecords(strings.Split(pretty, "\n"), `[`, `@`, `]`),
		"an attribute":              `<log><event body="` + strings.NewReplacer(`"`, "&quot;", "<", "&lt;").Replace(travelled) + `"/></log>`,
		"a request within a report": `{"id":"1","request":{"url":"x","data":` + travelled + `}}`,
		"a namespace":               replace(replace(travelledXML, "</", "\x00"), "<", "<ci:"),
		"names with signs":          replace(replace(travelled, `{"`, `{"@`), `,"`, `,"@`),
		"DynamoDB":                  `{"EventName":{"S":"TaskFinish"},"JobsDetail":` + typed(travelled) + `}`,
		"an image of DynamoDB": `{"Records":[{"eventName":"INSERT","dynamodb":{"NewImage":{"EventName":{"S":"TaskFinish"},"JobsDetail":` +
			typed(travelled) + `}}}]}`,
		"a Struct of protobuf": `{"payload":` + typedAs("structValue fields", "listValue values", "stringValue", travelled) + `}`,
		"a document of Firestore": `{"documents":[{"name":"n","fields":{"cb":` +
			typedAs("mapValue fields", "arrayValue values", "stringValue", travelled) + `}}]}`,
		"elements of xml-js": `{"declaration":{"attributes":{"version":"1.0"}},"elements":` +
			elements(travelledXML, `{"type":"element","name":@,"elements":[`, `{"type":"text","text":@}`, `]}`) + `}`,
		"elements of ElementTree": elements(travelledXML, `{"tag":@,"attrib":{},"children":[`, `{"text":@}`, `],"tail":null}`),
		"elements in order":       elements(travelledXML, `{@:[`, `{"#text":@}`, `]}`),
		"JsonML":                  inner(elements(travelledXML, `[@,{},`, `@`, `]`)),
		"attributes of values":    replace(travelledXML, "<State>", `<State type="string">`),
		"blanks around values":    replace(replace(travelledXML, "<State>", "<State> "), "<JobId>", "<JobId>\n"),
		"numbers with a fraction": replace(replace(travelled, `"Length":"2"`, `"Length":"2.0"`), `"Offset":"0"`, `"Offset":"0e0"`),
		"a section and a text":    replace(travelledXML, "明天", "<![CDATA[明]]>天"),
		"typographic quotes":      replace(travelled, `"State"`, `“State”`),
		"an arrow for a colon":    replace(travelled, `"State":`, `"State"=>`),
		"a slash the wrong way":   replace(travelledXML, "</State>", `<\State>`),
		"escapes of a shell":      "echo \\033[32m" + replace(pretty, `"State"`, `\033[1m"State"\033[0m`),
		"Uint8Array":              numberedBytes(travelled),
		"bytes without brackets":  strings.Trim(listed(travelled), "[]"),
		"bytea":                   `INSERT INTO t VALUES (1, '\x` + hexOf(travelledXML) + `');`,
		"Map.toString with JSON":  `{method=POST, body=` + travelled + `, n=1}`,
		"print_r with JSON":       "Array\n(\n    [method] => POST\n    [body] => " + travelled + "\n    [n] => 1\n)\n",
		"a string in two halves":  "{\n  body: '" + travelledXML[:200] + "' +\n    '" + travelledXML[200:] + "'\n}",
	} {
		if name == "a namespace" {
			text = strings.Replace(replace(text, "\x00", "</ci:"), "<ci:Response>", `<ci:Response xmlns:ci="urn:x">`, 1)
		}
		r := Inspect(context.Background(), []byte(text), Options{})
		if len(r.Callbacks) != 1 || len(r.Callbacks[0].Jobs) != 1 {
			t.Errorf("%s: %d callbacks", name, len(r.Callbacks))
			continue
		}
		job := &r.Callbacks[0].Jobs[0]
		words := ""
		for i := range job.Tokens.Len() {
			words += job.Tokens.Word(i)
		}
		if got := [...]string{
			r.Callbacks[0].Event.Text, job.ID.Text, job.State.Text, job.Input.Object.Text, job.Operation.UserData.Text, words,
		}; got != [...]string{"TaskFinish", "a0000000017a11ef8f0c525400000000a", "Success", "in/a 1.txt", "order 17", "明天去杭州"} {
			t.Errorf("%s: %q", name, got)
		}
	}
}

// TestWhereItWasCut says so in one word, whatever the mark is.
func TestWhereItWasCut(t *testing.T) {
	before, _, _ := strings.Cut(travelled, `"去"`)
	for _, mark := range []string{"...", "…", "...(truncated)", "[TRUNCATED]", "<truncated>", "[...]", "（已截断）", "<snip>", "--More--"} {
		r := Inspect(context.Background(), []byte(before+mark+"\n"), Options{})
		for _, d := range r.Diagnostics {
			if d.Code != "cut" && d.Severity.String() != "info" && !strings.HasPrefix(d.Code, "token-") {
				t.Errorf("%s: %s", mark, d.Code)
			}
		}
		if len(r.Callbacks) != 1 || len(r.Callbacks[0].Jobs) != 1 || r.Callbacks[0].Jobs[0].ID.Text == "" {
			t.Errorf("%s: %d callbacks", mark, len(r.Callbacks))
		}
	}
	// Left out of a sample that goes on, it is no cut.
	if r := Inspect(context.Background(), []byte("{\"EventName\": ...,\n\"JobsDetail\":[{\"JobId\":\"a\"}]}"), Options{}); len(r.Callbacks) != 1 {
		t.Error("a sample with something left out was cut")
	}
}

// TestWhatIsLeftIsSaid tells of what cannot be undone for certain, once.
func TestWhatIsLeftIsSaid(t *testing.T) {
	escaped := func(message string) string {
		return strings.Replace(travelled, `"Message":""`, `"Message":"`+message+`"`, 1)
	}
	for text, code := range map[string]string{
		escaped("%u660E%u5929"):   "value-escaped",
		escaped(`\\u660E\\u5929`): "value-escaped",
		strings.Replace(travelledXML, "<Message/>", "<Message>&amp;#x660e;</Message>", 1): "value-escaped",
		`{"EventName":"TaskFinish","JobsDetail":{"rows":[["JobId","a1"]]}}`:               "job-unread",
	} {
		r := Inspect(context.Background(), []byte(text), Options{})
		said := 0
		for _, d := range r.Diagnostics {
			said += chars.One(d.Code == code)
		}
		if said != 1 {
			t.Errorf("%s: %d times %s", text, said, code)
		}
	}
}

// TestFieldsAreNoElements reads lists beside a callback as what they are.
func TestFieldsAreNoElements(t *testing.T) {
	for _, beside := range []string{`"headers":[{"name":"a","value":"b"}],`, `"tags":["a","b"],`, `"children":[],`, `"name":"x","nodes":[{"name":"y"}],`} {
		r := Inspect(context.Background(), []byte(`{"data":{`+beside+travelled[1:]+`}`), Options{})
		if len(r.Callbacks) != 1 || r.Callbacks[0].Jobs[0].Tokens.Len() != 3 || len(r.Layers) != 1 || r.Layers[0].Kind != "field" {
			t.Errorf("%s: layers %v", beside, kindsOf(r))
		}
	}
}

// TestNotACallback finds none in what tells of one.
func TestNotACallback(t *testing.T) {
	for _, text := range []string{
		`{"type":"object","properties":{"EventName":{"type":"string"},"JobsDetail":{"type":"array","items":{"type":"object"}}}}`,
		`<Request body='x'>EventName</Request>`,
		`type Cb struct { EventName string; JobsDetail []Job }`,
		`if (EventName == "TaskFinish") { JobsDetail[0] = (a: b) }`,
	} {
		if r := Inspect(context.Background(), []byte(text), Options{}); len(r.Callbacks) > 0 {
			t.Errorf("%s: %s", text, r.Callbacks[0].Kind)
		}
	}
}

// indented writes JSON on many lines.
func indented(s string) string {
	var v any
	if err := json.Unmarshal([]byte(s), &v); err != nil {
		panic(err)
	}
	out, _ := json.MarshalIndent(v, "", "  ")
	return string(out)
}

// inRecords writes each part where @ stands, and its number where % does.
func inRecords(parts []string, begin, record, end string) string {
	var out []string
	for i, part := range parts {
		out = append(out, strings.NewReplacer("%", strconv.Itoa(i), "@", quoteJSON(part)).Replace(record))
	}
	return begin + strings.Join(out, ",") + end
}

// elements writes XML as a list of elements in JSON, the name or the text of each where @
// stands.
func elements(s, begin, text, end string) string {
	var b strings.Builder
	for d := xml.NewDecoder(strings.NewReader("<list>" + s + "</list>")); ; {
		t, err := d.Token()
		if err != nil {
			list := strings.NewReplacer(",]", "]", ",}", "}").Replace(b.String())
			list = strings.TrimPrefix(list, strings.ReplaceAll(begin, "@", `"list"`))
			return "[" + strings.TrimSuffix(list, end+",") + "]"
		}
		switch t := t.(type) {
		case xml.StartElement:
			b.WriteString(strings.ReplaceAll(begin, "@", strconv.Quote(t.Name.Local)))
		case xml.CharData:
			b.WriteString(strings.ReplaceAll(text, "@", quoteJSON(string(t))) + ",")
		case xml.EndElement:
			b.WriteString(end + ",")
		}
	}
}

func inner(s string) string { return s[1 : len(s)-1] }

// typed writes the jobs of a callback as DynamoDB does.
func typed(s string) string {
	var v map[string]json.RawMessage
	if err := json.Unmarshal([]byte(s), &v); err != nil {
		panic(err)
	}
	return typedAs("M", "L", "S", string(v["JobsDetail"]))
}

// typedAs writes JSON with objects that tell what each value is; the names of some of
// them hold another.
func typedAs(object, list, text, s string) string {
	var v any
	if err := json.Unmarshal([]byte(s), &v); err != nil {
		panic(err)
	}
	within := func(names string, v any) any {
		each := strings.Fields(names)
		for i := len(each) - 1; i >= 0; i-- {
			v = map[string]any{each[i]: v}
		}
		return v
	}
	var of func(v any) any
	of = func(v any) any {
		switch v := v.(type) {
		case map[string]any:
			own := make(map[string]any)
			for name, member := range v {
				own[name] = of(member)
			}
			return within(object, own)
		case []any:
			own := make([]any, len(v))
			for i := range v {
				own[i] = of(v[i])
			}
			return within(list, own)
		}
		return within(text, v)
	}
	out, _ := json.Marshal(of(v))
	return string(out)
}

func numberedBytes(s string) string {
	var out []string
	for i := range len(s) {
		out = append(out, strconv.Quote(strconv.Itoa(i))+":"+strconv.Itoa(int(s[i])))
	}
	return "{" + strings.Join(out, ",") + "}"
}

func listed(s string) string {
	var out []string
	for i := range len(s) {
		out = append(out, strconv.Itoa(int(s[i])))
	}
	return strings.Join(out, " ")
}

func hexOf(s string) string {
	const digits = "0123456789abcdef"
	var b strings.Builder
	for i := range len(s) {
		b.WriteByte(digits[s[i]>>4])
		b.WriteByte(digits[s[i]&15])
	}
	return b.String()
}

// TestFieldsListedByKeyAndValue reads what jq's to_entries makes of a body, at the top and at any
// depth.
func TestFieldsListedByKeyAndValue(t *testing.T) {
	var listed func(v any, deep bool) any
	listed = func(v any, deep bool) any {
		switch v := v.(type) {
		case map[string]any:
			var all []any
			for _, k := range slices.Sorted(maps.Keys(v)) {
				value := v[k]
				if deep {
					value = listed(value, true)
				}
				all = append(all, json.RawMessage(`{"key":`+quoteJSON(k)+`,"value":`+marshalled(value)+`}`))
			}
			return all
		case []any:
			for i := range v {
				v[i] = listed(v[i], deep)
			}
		}
		return v
	}
	for _, deep := range []bool{false, true} {
		var body any
		if err := json.Unmarshal([]byte(travelled), &body); err != nil {
			t.Fatal(err)
		}
		r := readString(marshalled(listed(body, deep)))
		if len(r.Callbacks) != 1 || len(r.Callbacks[0].Jobs) != 1 {
			t.Errorf("deep %v: %d callbacks, said %s", deep, len(r.Callbacks), codes(r))
			continue
		}
		want := &readString(travelled).Callbacks[0].Jobs[0]
		if j := &r.Callbacks[0].Jobs[0]; j.ID.Text != want.ID.Text || j.Tokens.Len() != want.Tokens.Len() || j.Tokens.Word(2) != want.Tokens.Word(2) ||
			j.Operation.UserData.Text != want.Operation.UserData.Text || codes(r) != "" {
			t.Errorf("deep %v: %s, said %s", deep, j.ID.Text, codes(r))
		}
	}
	for _, text := range []string{`[{"key":"JobsDetail","value":`, `[{"key":"JobsDetail"}]`, `[{"key":"JobsDetail","value":{"a":[{"key":"b","value"`} {
		if r := readString(text); len(r.Callbacks) > 0 && r.Callbacks[0].Jobs[0].ID.Set() {
			t.Errorf("%s has a job", text)
		}
	}
}

func marshalled(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return string(b)
}
