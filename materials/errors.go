package materials

import (
	"errors"
	"fmt"
)

// Code says what kind of failure an Error is. Its number is the exit code of
// the command line, so that scripts and people are told the same thing.
type Code int

// The codes of the command line contract.
const (
	CodeInternal Code = 1
	CodeUsage    Code = 2
	CodeNotFound Code = 3  // source not reachable or not found
	CodeBusy     Code = 4  // not writable or busy
	CodeRefused  Code = 5  // signature, foreign, revoked, unsigned
	CodeOlder    Code = 6  // source older than installed
	CodeExpired  Code = 7  //
	CodeDamaged  Code = 8  // damaged or incomplete
	CodeDiskFull Code = 9  //
	CodeProgram  Code = 10 // program too old
	CodeContent  Code = 11 // content has errors, or nothing can be made of it
)

// Error is a failure that its reader can act on. Message is plain German: what
// happened, what was kept, what to do. Err is the cause, for the log.
type Error struct {
	Code    Code
	Message string
	Err     error
}

// Errorf returns an Error with a formatted German message and no cause.
func Errorf(code Code, format string, args ...any) *Error {
	return &Error{Code: code, Message: fmt.Sprintf(format, args...)}
}

func (e *Error) Error() string {
	if e.Err != nil {
		return e.Message + " (" + e.Err.Error() + ")"
	}
	return e.Message
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// ErrorCode returns the code of err: 0 for nil, CodeInternal for an error that
// carries none.
func ErrorCode(err error) Code {
	if err == nil {
		return 0
	}
	var e *Error
	if errors.As(err, &e) {
		return e.Code
	}
	return CodeInternal
}

// ErrorMessage returns what a teacher is shown of err.
func ErrorMessage(err error) string {
	if err == nil {
		return ""
	}
	var e *Error
	if errors.As(err, &e) {
		return e.Message
	}
	return "Das hat nicht geklappt. Ihre Daten sind unverändert. Bitte versuchen Sie es noch einmal."
}

// Severity grades a Finding.
type Severity string

// A Finding of SeverityError keeps content from being released or printed.
const (
	SeverityError   Severity = "error"
	SeverityWarning Severity = "warning"
)

// Finding is one thing to mend in the source form of content.
type Finding struct {
	File     string   `json:"file"`
	Line     int      `json:"line"` // 1-based; 0 for the whole file
	Severity Severity `json:"severity"`
	Rule     string   `json:"rule"`
	Message  string   `json:"message"` // German: what is wrong, what was expected
}

func (f Finding) String() string {
	return fmt.Sprintf("%s:%d: %s", f.File, f.Line, f.Message)
}

// ContentError collects the findings of a source that can't be read.
type ContentError struct{ Findings []Finding }

func (e *ContentError) Error() string {
	switch len(e.Findings) {
	case 0:
		return "Inhalt fehlerhaft"
	case 1:
		return e.Findings[0].String()
	}
	return fmt.Sprintf("%s (und %d weitere)", e.Findings[0], len(e.Findings)-1)
}

// Unwrap makes a ContentError an Error with CodeContent to those who ask for one.
func (e *ContentError) Unwrap() error { return &Error{Code: CodeContent, Message: e.Error()} }
