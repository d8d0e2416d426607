package stream_test

import (
	"context"
	"fmt"
	"strings"

	"github.com/callbacklens/callbacklens/parser/stream"
)

// A log of any size, of which no more than a few records are held in memory.
func Example() {
	log := strings.NewReader(`2024-03-01 08:00:00 INFO started
2024-03-01 08:00:01 INFO got {"EventName":"TaskFinish","JobsDetail":[{"JobId":"a1","State":"Success","Tag":"Snapshot"}]}
2024-03-01 08:00:02 INFO got <Response><EventName>TaskFinish</EventName><JobsDetail><JobId>a2</JobId><State>Failed</State><Tag>Snapshot</Tag></JobsDetail></Response>
`)
	lines := func(r *stream.Record) (out string) {
		for _, c := range r.Report.Callbacks {
			at, _ := r.Report.Origin(c.Root)
			line, _ := r.Place(int(at.Start))
			out += fmt.Sprintf("line %d: %s %s\n", line, c.Jobs[0].ID.Text, c.Jobs[0].State.Text)
		}
		return out
	}
	for found, err := range stream.Map(context.Background(), log, stream.Options{}, lines) {
		if err != nil {
			fmt.Println(err)
		}
		fmt.Print(found)
	}
	// Output:
	// line 2: a1 Success
	// line 3: a2 Failed
}
