// Package parser reads callback bodies of Tencent Cloud 数据万象 (Cloud
// Infinite) and reports what is in them.
//
// Inspect is the way in: it takes bytes and gives a Report. Between the two
// stand five stages, each in a package of its own:
//
//   - peel takes off what the body was wrapped in, down to text, and leaves a
//     receipt (Layer) for every wrapper;
//   - read turns the text into a Document: a flat array of nodes that know
//     their bytes, long runs of equal rows lifted into tables;
//   - conceal hides what should not be shown, where Options.Redact asks for it;
//   - decode finds the callbacks in the documents and gives them one model,
//     whatever variant of the envelope they came in;
//   - audit says what is odd, each rule a function.
//
// In the end the diagnostics are put in order and their lines and columns found.
//
// A body that breaks its notation is mended and read on; every mend is a
// Diagnostic. Nothing that was in the body is lost: Document.Root leads to
// every value of it, in order.
package parser
