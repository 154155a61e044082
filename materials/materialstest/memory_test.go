package materialstest_test

import (
	"testing"
	"time"

	"lernkoffer/materials"
	"lernkoffer/materials/materialstest"
)

func TestMemoryAnnotations(t *testing.T) {
	materialstest.TestAnnotations(t, func(*testing.T, string) materials.Annotations {
		return materialstest.NewMemory()
	})
}

func TestMemorySettings(t *testing.T) {
	materialstest.TestSettings(t, func(*testing.T) materials.Settings { return materialstest.NewMemory() })
}

func TestMemoryLibrary(t *testing.T) {
	materialstest.TestLibrary(t, func(_ *testing.T, f materialstest.Fixture) materials.Library {
		return materialstest.NewLibrary(f.Materials, f.Sources, f.Words)
	})
}

func TestMemoryOwnMaterials(t *testing.T) {
	materialstest.TestOwnMaterials(t, func(*testing.T, string) materials.OwnMaterials {
		return materialstest.NewMemory()
	})
}

func TestMemoryHistory(t *testing.T) {
	materialstest.TestHistory(t, func(_ *testing.T, _ string, now func() time.Time) materials.History {
		m := materialstest.NewMemory()
		m.Now = now
		return m
	})
}

func TestMemoryUses(t *testing.T) {
	materialstest.TestUses(t, func(*testing.T, string) materials.Uses { return materialstest.NewMemory() })
}
