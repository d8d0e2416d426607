package parser

import (
	"github.com/callbacklens/callbacklens/parser/callback"
	"github.com/callbacklens/callbacklens/parser/diagnostic"
	"github.com/callbacklens/callbacklens/parser/document"
	"github.com/callbacklens/callbacklens/parser/remark"
)

// What a Report is made of stands in three packages below this one. Their names
// are here too, so that one import does.

// What was read: documents and the items in them, see package document.
type (
	Document = document.Document
	Item     = document.Item
	Kind     = document.Kind
	Format   = document.Format
	Span     = document.Span
)

// The notations that are read.
const (
	FormatNone = document.FormatNone
	FormatXML  = document.FormatXML
	FormatJSON = document.FormatJSON
)

// The kinds of items. The first group comes from XML, the second from JSON.
const (
	KindNone      = document.KindNone
	KindDocument  = document.KindDocument
	KindElement   = document.KindElement
	KindAttribute = document.KindAttribute
	KindText      = document.KindText
	KindCData     = document.KindCData
	KindComment   = document.KindComment
	KindProcInst  = document.KindProcInst
	KindDirective = document.KindDirective

	KindObject = document.KindObject
	KindArray  = document.KindArray
	KindString = document.KindString
	KindNumber = document.KindNumber
	KindBool   = document.KindBool
	KindNull   = document.KindNull
)

// What it means: callbacks, their jobs and tokens, see package callback.
type (
	Callback  = callback.Callback
	Job       = callback.Job
	Value     = callback.Value
	Time      = callback.Time
	Input     = callback.Input
	Header    = callback.Header
	Workflow  = callback.Workflow
	Operation = callback.Operation
	Label     = callback.Label
	Execution = callback.Execution
	Task      = callback.Task
	Fault     = callback.Fault
	Group     = callback.Group
	Model     = callback.Model
	Review    = callback.Review
	Finding   = callback.Finding
	Part      = callback.Part
	Outcome   = callback.Outcome
	Tokens    = callback.Tokens
	Piece     = callback.Piece
	Unit      = callback.Unit
)

// The outcomes of a job, a run or a body.
const (
	OutcomeUnknown   = callback.OutcomeUnknown
	OutcomeSuccess   = callback.OutcomeSuccess
	OutcomeFailed    = callback.OutcomeFailed
	OutcomeRunning   = callback.OutcomeRunning
	OutcomeSubmitted = callback.OutcomeSubmitted
	OutcomePause     = callback.OutcomePause
	OutcomeCancel    = callback.OutcomeCancel
	OutcomePartial   = callback.OutcomePartial
	OutcomeNormal    = callback.OutcomeNormal
	OutcomeViolation = callback.OutcomeViolation
	OutcomeSuspected = callback.OutcomeSuspected
	OutcomeRequest   = callback.OutcomeRequest
	OutcomeAbsent    = callback.OutcomeAbsent
	OutcomeEmpty     = callback.OutcomeEmpty
)

// The units that offsets and lengths may count.
const (
	UnitUnknown = callback.UnitUnknown
	UnitAny     = callback.UnitAny
	UnitRunes   = callback.UnitRunes
	UnitUTF16   = callback.UnitUTF16
	UnitBytes   = callback.UnitBytes
)

// What is odd about it: remarks with their places, see packages diagnostic
// and remark.
type (
	Diagnostic = diagnostic.Diagnostic
	Spot       = diagnostic.Spot
	TokenSet   = diagnostic.TokenSet
	Severity   = remark.Severity
	Remark     = remark.Remark
	Position   = diagnostic.Position
)

// How much a diagnostic weighs.
const (
	Info    = remark.Info
	Warning = remark.Warning
	Error   = remark.Error
)

// Verdict reads the verdict of a review, a part of it or a scene.
func Verdict(v Value) Outcome { return callback.Verdict(v) }

// XMLName returns name as XML allows it, see document.XMLName.
func XMLName(name string) string { return document.XMLName(name) }

// XMLComment returns s as a comment of XML may hold it, see document.XMLComment.
func XMLComment(s string) string { return document.XMLComment(s) }

// IsXMLName reports whether name can be that of an element or attribute.
func IsXMLName(name string) bool { return document.IsXMLName(name) }

// Remarks lists all that a report can say, in the order of the codes.
func Remarks() []Remark { return remark.All() }
