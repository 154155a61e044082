package source

import (
	"cmp"
	"fmt"
	"slices"

	"lernkoffer/materials"
)

// mostFindings is how many findings of a file are kept: who sees so many has
// another problem than each of them.
const mostFindings = 1000

// report gathers what is wrong in a file.
type report struct {
	file     string
	findings []materials.Finding
}

func (r *report) add(line int, rule, format string, args ...any) {
	if len(r.findings) == mostFindings {
		return
	}
	r.findings = append(r.findings, materials.Finding{
		File: r.file, Line: line, Severity: materials.SeverityError, Rule: rule,
		Message: fmt.Sprintf(format, args...),
	})
}

// err returns the findings in the order of the file, nil if there are none.
func (r *report) err() error {
	if len(r.findings) == 0 {
		return nil
	}
	slices.SortStableFunc(r.findings, func(a, b materials.Finding) int { return cmp.Compare(a.Line, b.Line) })
	return &materials.ContentError{Findings: r.findings}
}

// short returns the beginning of a text for a message.
func short(s string) string {
	const most = 60
	for i := range s {
		if i >= most {
			return s[:i] + " …"
		}
	}
	return s
}
