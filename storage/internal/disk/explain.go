package disk

import (
	"errors"
	"io/fs"
	"slices"

	berrors "go.etcd.io/bbolt/errors"

	"lernkoffer/materials"
)

// Full reports whether err says that there is no room left.
func Full(err error) bool {
	return errors.Is(err, berrors.ErrMaxSizeReached) ||
		slices.ContainsFunc(fullErrors, func(target error) bool { return errors.Is(err, target) })
}

// Forbidden reports whether err says that one may not write here.
func Forbidden(err error) bool {
	return errors.Is(err, fs.ErrPermission) || errors.Is(err, berrors.ErrDatabaseReadOnly) ||
		slices.ContainsFunc(forbiddenErrors, func(target error) bool { return errors.Is(err, target) })
}

// Explain turns a refusal of the disk into a materials.Error of CodeDiskFull or
// CodeBusy; what is a German sentence that says what could not be done. Other
// errors are returned as they are.
func Explain(what string, err error) error {
	var known *materials.Error
	switch {
	case err == nil || errors.As(err, &known):
		return err
	case Full(err):
		return &materials.Error{
			Code: materials.CodeDiskFull, Err: err,
			Message: what + " Der Datenträger ist voll, es wurde nichts verändert. Bitte schaffen Sie Platz und versuchen Sie es noch einmal.",
		}
	case Forbidden(err):
		return &materials.Error{
			Code: materials.CodeBusy, Err: err,
			Message: what + " Der Ort ist schreibgeschützt oder ein anderes Programm benutzt die Datei. Es wurde nichts verändert.",
		}
	}
	return err
}
