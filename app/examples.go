package app

import (
	"embed"
	"fmt"

	"github.com/callbacklens/callbacklens/parser/lang"
)

//go:embed examples
var exampleBodies embed.FS

// examples are the bodies that the landing offers. The first two are the
// published ones as they are printed, the second of which is not valid JSON.
var examples = []struct {
	name  string // in data-example
	title lang.Text
	file  string
}{
	{"xml", say.ExampleXML, "seed.xml"},
	{"json", say.ExampleJSON, "seed.json"},
	{"workflow", say.ExampleWorkflow, "workflow.xml"},
	{"failed", say.ExampleFailed, "failed.xml"},
	{"jobs", say.ExampleJobs, "jobs.json"},
}

// example returns the body of the example of that name, and its file's name.
func example(name string) (body []byte, file string, err error) {
	for _, e := range examples {
		if e.name == name {
			body, err = exampleBodies.ReadFile("examples/" + e.file)
			return body, e.file, err
		}
	}
	return nil, "", fmt.Errorf("no example %q", name)
}
