package decode

import "github.com/callbacklens/callbacklens/parser/remark"

// What is said of fields.
var (
	rowModelLimit = remark.New("model-limit", remark.Error, "",
		"任务、字段或列表项太多：从这里起的部分只保留在结构树里，不再逐项解析。",
		"There are too many jobs, fields or entries: from here on they are in the tree only and were not decoded.")
	rowFieldRepeated = remark.New("field-repeated", remark.Warning, "",
		"{0} 重复出现，以第一个为准。",
		"Duplicate {0}; the first one counts.")
)
