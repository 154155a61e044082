package command

import (
	"errors"
	"io"
	"syscall"

	"lernkoffer/materials"
)

// output is stdout that remembers its first failure: a result that got lost must
// not end with 0.
type output struct {
	w   io.Writer
	err error
}

func (o *output) Write(p []byte) (int, error) {
	if o.err != nil {
		return 0, o.err
	}
	n, err := o.w.Write(p)
	switch {
	case errors.Is(err, syscall.ENOSPC):
		o.err = &materials.Error{Code: materials.CodeDiskFull, Message: "Die Ausgabe ist unvollständig: Der Datenträger ist voll.", Err: err}
	case err != nil:
		o.err = &materials.Error{Code: materials.CodeBusy, Message: "Die Ausgabe ist unvollständig: Sie ließ sich nicht schreiben.", Err: err}
	}
	return n, o.err
}
