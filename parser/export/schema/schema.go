// Package schema describes the JSON of a report: for the JSON Schema that the command
// line prints, and for the tables of docs/json.md.
package schema

import (
	"encoding/json"
	"io"
	"slices"
	"strings"

	"github.com/callbacklens/callbacklens/parser/callback"
	"github.com/callbacklens/callbacklens/parser/callback/kinds"
)

// ID names the schema of export.Version. Nothing is fetched from there.
const ID = "https://github.com/callbacklens/callbacklens/schema/report-1.json"

// Shape describes one kind of object that JSON writes.
type Shape struct {
	Name, What string
	Members    []Member
}

// Member describes a member of an object.
type Member struct {
	Name string
	// Kind is string, integer, number or boolean, the name of a shape, values
	// divided by bars, or [] before one of these for a list.
	Kind   string
	Always bool // it is there in every object of the shape
	What   string
}

// of returns the members for the leaves of a T, which are there where the body
// has them.
func of[T any](fields []callback.Field[T]) []Member {
	var members []Member
	for i := range fields {
		f := &fields[i]
		members = append(members, Member{f.JSON, "string", false, "`" + f.Name + "`, " + f.Label.EN + " " + f.Label.ZH})
	}
	return members
}

// timesOf returns the members for those leaves that are times.
func timesOf[T any](fields []callback.Field[T]) []Member {
	var members []Member
	for i := range fields {
		if f := &fields[i]; f.Time != nil {
			members = append(members, Member{f.JSON, "string", false, "`" + f.Name + "` as RFC 3339"})
		}
	}
	return members
}

func joined(lists ...[]Member) []Member {
	var all []Member
	for _, list := range lists {
		all = append(all, list...)
	}
	return all
}

// outcomes are the values of status.
const outcomes = "Success|Failed|Running|Submitted|Pause|Cancel|Partial|" + verdicts + "|Request|Absent|Empty|unknown"

// verdicts are those of a review.
const verdicts = "Normal|Violation|Suspected"

// Shapes lists what JSON writes, the report first.
func Shapes() []Shape {
	return slices.Concat(outerShapes(), remarkShapes(), jobShapes(), reviewShapes(), innerShapes(), detailShapes())
}

// detailShapes are the models of package kinds.
func detailShapes() []Shape {
	return slices.Concat(
		[]Shape{{"Details", "The nodes of `Operation` that are known.", groupsOf("", kinds.Operation)}},
		modelShapes("", kinds.Operation),
		[]Shape{{"TaskDetails", "The nodes of a step that are known.", groupsOf("", kinds.Task)}},
		modelShapes("", kinds.Task),
	)
}

// groupsOf returns the members for nodes that have models, in one whose names, from
// the outside in, are within.
func groupsOf(within string, models []*callback.Model) []Member {
	var members []Member
	for _, m := range models {
		kind := within + m.Name
		if m.Plain() {
			kind = "string"
		}
		if m.Many {
			kind = "[]" + kind
		}
		members = append(members, Member{m.JSON(), kind, false, "`" + m.Name + "`, " + m.Label.EN + " " + m.Label.ZH})
	}
	return members
}

// modelShapes are those of models, and of what is in them.
func modelShapes(within string, models []*callback.Model) (list []Shape) {
	for _, m := range models {
		if m.Plain() {
			continue
		}
		var members []Member
		for i := range m.Fields {
			f := &m.Fields[i]
			members = append(members, Member{f.JSON(), "string", false, "`" + f.Name + "`, " + f.Label.EN + " " + f.Label.ZH})
		}
		name := within + m.Name
		list = append(list, Shape{name, m.Label.EN + " " + m.Label.ZH + ".", joined(members, groupsOf(name, m.Groups), []Member{
			{"rest", "[]Node", false, "what stands in it and has no member here"},
		})})
		list = append(list, modelShapes(name, m.Groups)...)
	}
	return list
}

// reviewShapes are what a content review found.
func reviewShapes() []Shape {
	return []Shape{
		{"Review", "What a content review found.", joined([]Member{
			{"verdict", verdicts, false, "what `result` means"},
		}, of(callback.ReviewFields), []Member{
			{"findings", "[]Finding", false, "what was found of each scene"},
			{"parts", "[]Part", false, "sections, pictures and pages, each with its verdict"},
		})},
		{"Finding", "What was found of one scene.", joined([]Member{
			{"scene", "string", true, "its name on the wire, such as PornInfo"},
			{"verdict", verdicts, false, "what `hitFlag` means"},
		}, of(callback.FindingFields))},
		{"Part", "A piece of what was reviewed.", joined([]Member{
			{"list", "string", true, "the node that holds it: Section, Snapshot, PageSegment and so on"},
			{"verdict", verdicts, false, "what `result` means"},
		}, of(callback.PartFields), []Member{
			{"findings", "[]Finding", false, "what was found of each scene"},
		})},
	}
}

// outerShapes are the report and what stands in it at the top.
func outerShapes() []Shape {
	return []Shape{
		{"Report", "What was found in one input. Several inputs make an array of these.", []Member{
			{"version", "integer", true, "the version of this description, 1"},
			{"source", "Source", true, "what was given"},
			{"layers", "[]Layer", true, "the wrappers that were taken off, outermost first"},
			{"documents", "[]Document", true, "every body that was found, in order"},
			{"callbacks", "[]Callback", true, "the bodies whose meaning is known"},
			{"tree", "[]Node", true, "every body whole, one root each, in order"},
			{"diagnostics", "[]Diagnostic", true, "the remarks"},
			{"diagnosticsOmitted", "integer", false, "how many remarks are not listed, as there are too many"},
			{"stopped", "boolean", false, "true where reading was stopped before the end"},
		}},
		{"Source", "What was given.", []Member{
			{"name", "string", false, "of the file; absent for standard input"},
			{"bytes", "integer", true, "as given, up to the limit"},
			{"format", "xml|json", false, "of the first body"},
			{"charset", "string", false, "as found or declared"},
			{"hidden", "integer", false, "how many secrets are written as asterisks"},
		}},
		{"Layer", "A wrapper that was taken off.", []Member{
			{"kind", "string", true, "http, base64, gzip, quoted, text, events of gateways and queues, and so on"},
			{"start", "integer", true, "first byte in the text of the layer around it"},
			{"end", "integer", true, "the byte behind the last one"},
			{"in", "integer", false, "the layer around it, by its position in `layers`; absent for the source itself"},
			{"size", "integer", true, "bytes of what was inside"},
			{"note", "string", true, "what it is, in words"},
		}},
		{"Document", "A body that was found, callback or not.", []Member{
			{"format", "xml|json", true, "its notation"},
			{"bytes", "integer", true, "its length, unpacked"},
			{"start", "integer", true, "where it stands in what was given, in bytes of UTF-8"},
			{"end", "integer", true, "the byte behind the last one"},
			{"packed", "boolean", false, "true where its bytes have no places there, but the wrapper has"},
		}},
		{"Callback", "A body whose meaning is known.", []Member{
			{"kind", "string", true, "the kind of job, WorkflowFinish, the event of a review, or " +
				"SubmitResponse, QueryResponse, ListResponse, Request, Error"},
			{"document", "integer", true, "the body that it is, by its position in `documents`"},
			{"event", "string", false, "`EventName`"},
			{"status", outcomes, false, "how the body went as a whole; absent where a job says it"},
			{"statusFrom", "string", false, "what the status rests on"},
			{"jobs", "[]Job", false, "the entries of `JobsDetail`; absent for a workflow's end and an error"},
			{"execution", "Execution", false, "the run of a workflow"},
			{"error", "Error", false, "what an `<Error>` body says"},
			{"rest", "[]Node", false, "what stands beside these and has no member here"},
		}},
	}
}

// remarkShapes are what is said about a body, and where.
func remarkShapes() []Shape {
	place := []Member{
		{"line", "integer", false, "counts from 1, in what was given"},
		{"column", "integer", false, "counts characters from 1"},
		{"offset", "integer", false, "counts bytes from 0"},
		{"length", "integer", false, "how many bytes of the body it is about"},
		{"unpacked", "boolean", false, "true where the place counts in the unpacked body"},
	}
	return []Shape{
		{"Diagnostic", "A remark. What is said several times is one remark, at its first place.", joined([]Member{
			{"severity", "error|warning|info", true, "error: something could not be read"},
			{"code", "string", true, "stable, made to be searched for"},
			{"message", "string", true, "the sentence, in the language of `-lang`"},
			{"args", "[]string", false, "what the sentence quotes"},
			{"path", "string", false, "the place in the tree"},
			{"reference", "string", false, "the row of the reference that it rests on"},
			{"document", "integer", false, "the body that it is about"},
			{"job", "integer", false, "the job that it is about: its position among all jobs of the report"},
			{"count", "integer", false, "how often it is said, where that is more than once"},
			{"others", "[]Spot", false, "further places of the same; the first twenty or so of each job"},
		}, place)},
		{"Spot", "A further place of a remark.", joined([]Member{
			{"path", "string", false, "the place in the tree"},
			{"document", "integer", false, "the body that it is in"},
			{"job", "integer", false, "the job that it is in: its position among all jobs of the report"},
		}, place)},
	}
}

// jobShapes are a job and what stands in it.
func jobShapes() []Shape {
	return []Shape{
		{"Job", "An entry of `JobsDetail`, or what stands for one.", joined(of(callback.JobFields), []Member{
			{"times", "JobTimes", false, "the times that can be read, in a form that programs read"},
			{"status", outcomes, false, "how the job went; of a content review the verdict"},
			{"statusFrom", "string", false, "what the status rests on: State, Code, Result (a verdict, or that " +
				"there is a result), or the path of what failed inside a result"},
			{"durationSeconds", "number", false, "how long it ran"},
			{"durationFrom", "StartTime|CreationTime", false, "since when"},
			{"waitedSeconds", "number", false, "from creation to start"},
			{"repeats", "integer", false, "an earlier job with this JobId: its position among all jobs of the report"},
			{"review", "Review", false, "what a content review found, read from `results` and `rest`"},
			{"input", "Input", false, "`Input`"},
			{"workflow", "Workflow", false, "`Workflow`"},
			{"operation", "Operation", false, "`Operation`"},
			{"labels", "[]Label", false, "`WordsGeneralizeLable`"},
			{"tokens", "[]Token", false, "`WordsGeneralizeToken`"},
			{"tokenUnit", "TokenUnit", false, "what `offset` and `length` of the tokens count"},
			{"text", "string", false, "the text, where the tokens tile it from 0 without gap or overlap"},
			{"details", "Details", false, "the nodes of `Operation` that are known, of whatever kind the job is"},
			{"results", "[]Node", false, "other results: nodes that carry an outcome, such as the verdict of a review"},
			{"output", "[]Node", false, "files that were written"},
			{"resultRest", "[]Node", false, "what stands beside labels and tokens in the result"},
			{"rest", "[]Node", false, "what has no member here"},
		})},
		{"JobTimes", "Times of a job.", timesOf(callback.JobFields)},
		{"Input", "Where the text came from.", joined(of(callback.InputFields), []Member{
			{"address", "string", false, "the address of the object, made of bucket, region and object"},
			{"cosHeaders", "[]Header", false, "`CosHeaders`"},
			{"rest", "[]Node", false, "what stands in it and has no member here"},
		})},
		{"Header", "A custom header of the object.", []Member{
			{"key", "string", true, "`Key`"},
			{"value", "string", true, "`Value`"},
			{"rest", "[]Node", false, "what stands in the pair beside them"},
		}},
		{"Workflow", "The run that started the job.", joined(of(callback.WorkflowFields), []Member{
			{"from", "Response|Response.JobsDetail", false, "what holds it"},
			{"rest", "[]Node", false, "what stands in it and has no member here"},
		})},
		{"Operation", "The operation rule.", joined(of(callback.OperationFields), []Member{
			{"rest", "[]Node", false, "what stands in the parameters and has no member here"},
		})},
		{"Label", "A result of the categorisation.", joined(of(callback.LabelFields), []Member{
			{"rest", "[]Node", false, "what stands in it and has no member here"},
		})},
		{"Token", "A word.", []Member{
			{"word", "string", false, "`Word`"},
			{"pos", "string", false, "`Pos` as written"},
			{"offset", "integer", false, "`Offset`, where it is a number"},
			{"length", "integer", false, "`Length`, where it is a number"},
			{"partial", "boolean", false, "true where the end of the body cut it"},
			{"rest", "[]Node", false, "what stands in it and has no member here, or is no number"},
		}},
		{"TokenUnit", "What offsets and lengths count. No document states it.", []Member{
			{"unit", "unknown|runes-or-utf16|runes|utf16|bytes", true, "runes-or-utf16: both fit"},
			{"inferred", "boolean", true, "true where it was found by what fits the tokens"},
		}},
	}
}

// innerShapes are the other bodies, and the nodes of all.
func innerShapes() []Shape {
	return []Shape{
		{"Execution", "The run of a workflow.", joined(of(callback.ExecutionFields), []Member{
			{"status", outcomes, false, "how the run went, with its tasks"},
			{"statusFrom", "State|Tasks.State", false, "what the status rests on"},
			{"times", "ExecutionTimes", false, "the times that can be read"},
			{"cosHeaders", "[]Header", false, "`CosHeaders`"},
			{"tasks", "[]Task", true, "`Tasks`"},
			{"rest", "[]Node", false, "what stands in it and has no member here"},
		})},
		{"ExecutionTimes", "Times of a run.", timesOf(callback.ExecutionFields)},
		{"Task", "A step of a run.", joined(of(callback.TaskFields), []Member{
			{"times", "TaskTimes", false, "the times that can be read"},
			{"durationSeconds", "number", false, "how long it ran"},
			{"durationFrom", "StartTime|CreateTime", false, "since when"},
			{"waitedSeconds", "number", false, "from creation to start"},
			{"details", "TaskDetails", false, "the nodes in it that are known"},
			{"rest", "[]Node", false, "what stands in it and has no member here"},
		})},
		{"TaskTimes", "Times of a step.", timesOf(callback.TaskFields)},
		{"Error", "A refused request.", of(callback.FaultFields)},
		{"Node", "A value of a body, or what holds some. It has a value or children.", []Member{
			{"name", "string", false, "of the element or member; attributes have theirs"},
			{"kind", "element|attribute|text|object|array|string|number|bool|null", true, "what it is"},
			{"partial", "boolean", false, "true where the end of the body cut it, or it was left open"},
			{"value", "string", false, "of a leaf, as text whatever its kind"},
			{"children", "[]Node", false, "in order, repeated names included"},
		}},
	}
}

// Write writes the JSON Schema (2020-12) of what JSON writes.
func Write(w io.Writer) error {
	definitions := map[string]any{}
	for _, s := range Shapes() {
		properties, required := map[string]any{}, []string{}
		for _, m := range s.Members {
			property := schemaOf(m.Kind)
			property["description"] = m.What
			properties[m.Name] = property
			if m.Always {
				required = append(required, m.Name)
			}
		}
		definitions[s.Name] = map[string]any{
			"type": "object", "description": s.What,
			"properties": properties, "required": required, "additionalProperties": false,
		}
	}
	report := map[string]any{"$ref": "#/$defs/Report"}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(map[string]any{
		"$schema": "https://json-schema.org/draft/2020-12/schema",
		"$id":     ID,
		"title":   "The JSON of callbacklens inspect",
		"anyOf":   []any{report, map[string]any{"type": "array", "items": report}},
		"$defs":   definitions,
	})
}

// schemaOf returns the schema of a kind of members.
func schemaOf(kind string) map[string]any {
	if item, ok := strings.CutPrefix(kind, "[]"); ok {
		return map[string]any{"type": "array", "items": schemaOf(item)}
	}
	switch kind {
	case "string", "integer", "number", "boolean":
		return map[string]any{"type": kind}
	}
	if strings.Contains(kind, "|") {
		return map[string]any{"enum": strings.Split(kind, "|")}
	}
	return map[string]any{"$ref": "#/$defs/" + kind}
}
