package storage_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"lernkoffer/materials"
	"lernkoffer/materials/materialstest"
	"lernkoffer/storage"
	"lernkoffer/storage/place"
)

// TestMain lets the test binary play the processes that tests need: the check of
// a store, an installer, a writer that is killed.
func TestMain(m *testing.M) {
	if len(os.Args) == 3 && os.Args[1] == storage.CheckFlag {
		os.Exit(storage.CheckMain(os.Args[2]))
	}
	if role := os.Getenv("STORAGE_TEST_ROLE"); role != "" {
		if err := play(role, os.Getenv("STORAGE_TEST_DATA"), os.Getenv("STORAGE_TEST_ARG")); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

func play(role, data, arg string) error {
	dirs, err := place.Current().Resolve(data)
	if err != nil {
		return err
	}
	switch role {
	case "install": // and die at step arg, if it is a number
		die, err := strconv.Atoi(arg)
		if err != nil {
			die = -1
		}
		_, err = storage.EnsureBundled(context.Background(), dirs, materialstest.NewFixture().Bundle, func(done, _ int) {
			if done == die {
				kill()
			}
		})
		if err != nil {
			return err
		}
		l, err := storage.OpenLibrary(dirs)
		if err != nil {
			return err
		}
		defer l.Close()
		fmt.Println(l.Status().Generation, len(l.Metas()))
		return nil
	case "write": // notes without end, each told when it is on disk
		u, _, err := storage.OpenUser(dirs, storage.Options{})
		if err != nil {
			return err
		}
		for n := 0; ; n++ {
			note, err := u.PutNote(materials.Note{Material: "lernkoffer/klassenzimmer", Text: fmt.Sprintf("%s-%d", arg, n)})
			if err != nil {
				return err
			}
			fmt.Println(note.ID, note.Text)
		}
	}
	return fmt.Errorf("unknown role %q", role)
}

func kill() {
	if p, err := os.FindProcess(os.Getpid()); err == nil {
		_ = p.Kill()
		select {}
	}
}

// dataDirs returns places below a new folder.
func dataDirs(t testing.TB) place.Dirs {
	t.Helper()
	return dirsIn(t, filepath.Join(t.TempDir(), "daten"))
}

func dirsIn(t testing.TB, data string) place.Dirs {
	t.Helper()
	dirs, err := place.Current().Resolve(data)
	if err != nil {
		t.Fatal(err)
	}
	return dirs
}

func wantCode(t *testing.T, err error, want materials.Code) {
	t.Helper()
	if got := materials.ErrorCode(err); got != want {
		t.Errorf("error = %v, want code %d", err, want)
	}
}
