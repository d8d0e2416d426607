package printed

import "testing"

// TestLoose reads one structure as many languages print it.
func TestLoose(t *testing.T) {
	const want = `{"EventName":"TaskFinish","JobsDetail":[{"Object":"a b.txt","Length":"2"}]}`
	for name, text := range map[string]string{
		"Kotlin":      `Cb(EventName=TaskFinish, JobsDetail=[Job(Object=a b.txt, Length="2")])`,
		"IDEA":        `Cb{EventName='TaskFinish', JobsDetail=[Job{Object='a b.txt', Length='2'}]}`,
		"C#":          `Cb { EventName = TaskFinish, JobsDetail = [Job { Object = a b.txt, Length = "2" }] }`,
		"PowerShell":  `@{EventName=TaskFinish; JobsDetail=[@{Object=a b.txt; Length="2"}]}`,
		"dataclass":   `Cb(EventName='TaskFinish', JobsDetail=[Job(Object='a b.txt', Length='2')])`,
		"OrderedDict": `OrderedDict([('EventName', 'TaskFinish'), ('JobsDetail', [{'Object': 'a b.txt', 'Length': '2'}])])`,
		"pprint":      "{u'EventName': u'TaskFinish',\n u'JobsDetail': [{'Object': 'a '\n   'b.txt', 'Length': '2'}]}",
		"Ruby":        `{"EventName"=>"TaskFinish", "JobsDetail"=>[{"Object"=>"a b.txt", "Length"=>"2"}]}`,
		"Elixir":      `%{EventName: "TaskFinish", JobsDetail: [%{Object: "a b.txt", Length: "2"}]}`,
		"Erlang":      `#{<<"EventName">> => <<"TaskFinish">>,<<"JobsDetail">> => [#{<<"Object">> => <<"a b.txt">>,<<"Length">> => <<"2">>}]}`,
		"Clojure":     `{:EventName "TaskFinish", :JobsDetail [{:Object "a b.txt", :Length "2"}]}`,
		"Rust":        `Cb { EventName: "TaskFinish", JobsDetail: [Job { Object: "a b.txt", Length: "2" }] }`,
		"Swift":       `["EventName": "TaskFinish", "JobsDetail": [["Object": "a b.txt", "Length": "2"]]]`,
		"NSLog":       "{\n    EventName = TaskFinish;\n    JobsDetail =     (\n  {\n  Object = \"a b.txt\";\n  Length = \"2\";\n  }\n );\n}",
		"Lua":         `{ EventName = "TaskFinish", ["JobsDetail"] = [{ Object = "a b.txt", Length = "2", }] }`,
		"Scala":       `Map(EventName -> TaskFinish, JobsDetail -> List(Map(Object -> a b.txt, Length -> "2")))`,
		"Groovy":      `[EventName:TaskFinish, JobsDetail:[[Object:a b.txt, Length:"2"]]]`,
		"Go %#v":      `main.Cb{EventName:"TaskFinish", JobsDetail:[]main.Job{main.Job{Object:"a b.txt", Length:"2"}}}`,
		"spew":        `(main.Cb) { EventName: (string) (len=10) "TaskFinish", JobsDetail: ([]main.Job) (len=1) { (main.Job) { Object: (string) "a b.txt", Length: (string) "2", }, }, }`,
		"Symfony":     "array:2 [\n  \"EventName\" => \"TaskFinish\"\n  \"JobsDetail\" => array:1 [\n    0 => array:2 [\n \"Object\" => \"a b.txt\"\n \"Length\" => \"2\"\n]\n]\n]",
		"MongoDB":     `Document{{EventName=TaskFinish, JobsDetail=[Document{{Object=a b.txt, Length="2"}}]}}`,
		"Node Map":    `Map(2) { 'EventName' => 'TaskFinish', 'JobsDetail' => [ { Object: 'a ' + 'b.txt', Length: '2' } ] }`,
	} {
		s, odd := Loose([]byte(text), 0, func() {})
		if name == "OrderedDict" { // what stands in round brackets is a list
			s.Text = s.Text[1 : len(s.Text)-1]
		}
		if string(s.Text) != want || !s.Whole || odd == 0 || s.End != len(text) {
			t.Errorf("%s: %s, whole %v, odd %d, end %d of %d", name, s.Text, s.Whole, odd, s.End, len(text))
		}
	}
}

// TestLooseLeavesTheRest gives what is JSON or prose.
func TestLooseLeavesTheRest(t *testing.T) {
	for _, text := range []string{
		`{"EventName": "TaskFinish"}`, `{EventName: 'TaskFinish'}`, `[{"a": 1}]`, `{ quick brown }`, `(see: above)`,
		`[2025-03-04 05:06]`, `f(a, b)`, `{"a"}`, `if (x == y) {`,
	} {
		if LooseBegins([]byte(text), 0) {
			t.Errorf("a structure begins with %s", text)
		}
	}
	for _, text := range []string{`{"EventName": "TaskFinish", "Tag": WordsGeneralize", "State": 1}`, `{"a": 1, "b": {"c": true}}`} {
		if s, odd := Loose([]byte(text), 0, func() {}); s.Whole && odd > 0 {
			t.Errorf("%s was read as %s", text, s.Text)
		}
	}
}
