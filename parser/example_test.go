package parser_test

import (
	"context"
	"fmt"

	"github.com/callbacklens/callbacklens/parser"
)

func ExampleInspect() {
	body := []byte(`{"EventName":"TaskFinish","JobsDetail":[{"JobId":"a-1","State":"Success","Tag":"WordsGeneralize",
		"Operation":{"WordsGeneralizeResult":{"WordsGeneralizeToken":[
			{"Length":"2","Offset":"0","Pos":"t","Word":"明天"},
			{"Length":"1","Offset":"2","Pos":"v","Word":"见"},
		]}}}]}`)

	report := parser.Inspect(context.Background(), body, parser.Options{})
	for _, callback := range report.Callbacks {
		for _, job := range callback.Jobs {
			outcome, by := job.Status()
			text, _ := job.Tokens.Text()
			fmt.Println(callback.Kind, job.ID.Text, outcome, "by", by, text)
		}
	}
	for _, d := range report.Diagnostics {
		if d.Severity >= parser.Warning {
			fmt.Printf("%d:%d %s\n", d.At.Line, d.At.Column, d.Text.EN)
		}
	}
	// Output:
	// WordsGeneralize a-1 Success by State 明天见
	// 4:52 Comma after the last item, ignored.
}

func ExampleDocument_Etree() {
	report := parser.Inspect(context.Background(), []byte(`{"JobsDetail":{"JobId":"a-1","Tags":[1,2]}}`), parser.Options{})
	doc := report.Documents[0].Etree()
	for _, tag := range doc.FindElements("//Tags") {
		fmt.Println(tag.GetPath(), tag.SelectAttrValue("kind", "string"), tag.Text())
	}
	// Output:
	// /JobsDetail/Tags number 1
	// /JobsDetail/Tags number 2
}
