package export

// forPrograms are the formats that the page does without.
var forPrograms []*Format
