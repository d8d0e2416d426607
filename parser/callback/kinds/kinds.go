// Package kinds has the models of what jobs of other kinds than a segmentation
// leave behind: a table for each node, which package callback says how to read.
// A further one is a table and its name in a list below.
package kinds

import "github.com/callbacklens/callbacklens/parser/callback"

// Operation lists the models of the nodes in Operation, in the order in which they
// are shown: what came out first, then the files, then what was asked for. They
// must not be changed.
var Operation = []*callback.Model{
	&speechResult, &picResult, &docResult,
	&watermark, &extracted, &estimate, &videoTags, &songs, &vocal, &videoParts, &inspectResult, &ocrResult,
	&hashResult, &uncompressResult, &compressResult,
	&translation, &mediaResult, &output, &mediaInfo,
}

// Task lists those of the nodes in a task of a workflow's run.
var Task = []*callback.Model{&resultInfo}
