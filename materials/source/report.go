package source

import (
	"cmp"
	"fmt"
	"slices"

	"lernkoffer/materials"
)

// report gathers what is wrong in a file.
type report struct {
	file     string
	findings []materials.Finding
}

func (r *report) add(line int, rule, format string, args ...any) {
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
