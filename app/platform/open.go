package platform

import (
	"fmt"
	"os"
	"os/exec"

	"lernkoffer/materials"
)

// OpenFile shows a file in the program that the system has for it.
func OpenFile(path string) error {
	if err := mustBeThere(path); err != nil {
		return err
	}
	return noProgram(openFile(path))
}

// OpenFolder shows a folder in the system's file manager.
func OpenFolder(path string) error {
	if err := mustBeThere(path); err != nil {
		return err
	}
	return noProgram(openFile(path))
}

// PrintFile hands a file to the system's printing.
func PrintFile(path string) error {
	if err := mustBeThere(path); err != nil {
		return err
	}
	return noProgram(printFile(path))
}

func mustBeThere(path string) error {
	if _, err := os.Stat(path); err != nil {
		return &materials.Error{
			Code:    materials.CodeNotFound,
			Message: fmt.Sprintf("„%s“ ist nicht mehr da. Vielleicht wurde es verschoben oder gelöscht.", path),
			Err:     err,
		}
	}
	return nil
}

func noProgram(err error) error {
	if err == nil {
		return nil
	}
	return &materials.Error{
		Code:    materials.CodeNotFound,
		Message: "Dieser Rechner hat dafür kein Programm eingerichtet. Bitte öffnen Sie die Datei selbst.",
		Err:     err,
	}
}

// run starts a program and does not wait for what it shows.
func run(name string, args ...string) error {
	cmd := exec.Command(name, args...)
	if err := cmd.Start(); err != nil {
		return err
	}
	go func() { _ = cmd.Wait() }() // no zombie stays behind
	return nil
}
