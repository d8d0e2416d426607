package decode

import (
	"strings"
	"sync"

	"github.com/callbacklens/callbacklens/parser/callback"
	"github.com/callbacklens/callbacklens/parser/callback/kinds"
)

// kin lists what stands in containers, by their names, beside what the tables have; the
// body itself has no name.
var kin = [...][2]string{
	{"", "Response Request Error EventName JobsDetail WorkflowExecution Workflow NextToken NonExistJobIds"},
	{"Response", "EventName JobsDetail WorkflowExecution Workflow NextToken NonExistJobIds"},
	{"JobsDetail", "Input Operation Workflow"},
	{"Input", "CosHeaders"},
	{"CosHeaders", "Key Value"},
	{"Operation", "WordsGeneralize WordsGeneralizeResult"},
	{"WordsGeneralizeResult", "WordsGeneralizeLable WordsGeneralizeToken"},
	{"WordsGeneralizeToken", "Word Offset Length Pos"},
	{"WorkflowExecution", "Tasks CosHeaders"},
}

var kinTables = sync.OnceValue(func() map[string]map[string]bool {
	all := make(map[string]map[string]bool)
	for _, row := range kin {
		for _, name := range strings.Fields(row[1]) {
			addKin(all, row[0], name)
		}
	}
	addFields(all, "JobsDetail", callback.JobFields)
	addFields(all, "Input", callback.InputFields)
	addFields(all, "Workflow", callback.WorkflowFields)
	addFields(all, "Operation", callback.OperationFields)
	addFields(all, "WordsGeneralizeLable", callback.LabelFields)
	addFields(all, "WorkflowExecution", callback.ExecutionFields)
	addFields(all, "Tasks", callback.TaskFields)
	addFields(all, "Error", callback.FaultFields)
	addModels(all, "Operation", kinds.Operation)
	addModels(all, "Tasks", kinds.Task)
	return all
})

func addKin(all map[string]map[string]bool, container, name string) {
	if all[container] == nil {
		all[container] = make(map[string]bool)
	}
	all[container][name] = true
}

func addFields[T any](all map[string]map[string]bool, container string, fields []callback.Field[T]) {
	for i := range fields {
		within := container
		if fields[i].Within != "" {
			within = fields[i].Within
			addKin(all, container, within)
		}
		addKin(all, within, fields[i].Name)
	}
}

func addModels(all map[string]map[string]bool, container string, models []*callback.Model) {
	for _, m := range models {
		addKin(all, container, m.Name)
		for i := range m.Fields {
			if m.Fields[i].Name != "" {
				addKin(all, m.Name, m.Fields[i].Name)
			}
		}
		addModels(all, m.Name, m.Groups)
	}
}

// Kin reports whether a field called name is known to stand in a container of that name,
// "" for the body itself, and whether anything is known of what stands in that.
func Kin(container, name []byte) (stands, known bool) {
	names := kinTables()[string(container)]
	return names[string(name)], names != nil
}
