package intake

import (
	"embed"
	"fmt"

	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser/lang"
)

//go:embed examples
var exampleBodies embed.FS

// Examples are the bodies that the landing offers. The first two are the
// published ones as they are printed, the second of which is not valid JSON.
var Examples = []struct {
	Name  string // in data-example
	Title lang.Text
	file  string
}{
	{"xml", words.Say.ExampleXML, "seed.xml"},
	{"json", words.Say.ExampleJSON, "seed.json"},
	{"workflow", words.Say.ExampleWorkflow, "workflow.xml"},
	{"failed", words.Say.ExampleFailed, "failed.xml"},
	{"jobs", words.Say.ExampleJobs, "jobs.json"},
}

// Example returns the body of the example of that name, and its file's name.
func Example(name string) (body []byte, file string, err error) {
	for _, e := range Examples {
		if e.Name == name {
			body, err = exampleBodies.ReadFile("examples/" + e.file)
			return body, e.file, err
		}
	}
	return nil, "", fmt.Errorf("no example %q", name)
}
