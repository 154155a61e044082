package pack

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	"lernkoffer/materials"
	"lernkoffer/storage/internal/disk"
)

// Build makes a pack file at out of a collection: a folder with pack.toml,
// materials (*.md, in folders too) and attachments. words is the folder of the
// word tables, nil for a pack without. The file at out is replaced when the new
// one is whole and on the medium. Progress counts materials, attachments and the
// writing.
//
// It fails with CodeContent, and a *materials.ContentError that holds the
// findings of all files, where a source can't be read; with CodeDiskFull or
// CodeBusy where the file can't be written.
func Build(ctx context.Context, collection, words fs.FS, out string, progress materials.Progress) (Manifest, error) {
	content, err := read(ctx, collection, words, progress)
	if err != nil {
		return Manifest{}, err
	}
	built, err := content.write(ctx, out)
	if err != nil {
		return Manifest{}, disk.Explain("Die Paketdatei „"+filepath.Base(out)+"“ konnte nicht geschrieben werden.", err)
	}
	content.steps.step()
	return built, nil
}

// content is all that goes into a pack, sorted.
type content struct {
	manifest    Manifest
	materials   []parsed
	words       []materials.Word
	attachments []attachment
	steps       *counter
}

func (c *content) write(ctx context.Context, out string) (Manifest, error) {
	work, err := os.CreateTemp(filepath.Dir(out), filepath.Base(out)+disk.TempMark+"*")
	if err != nil {
		return Manifest{}, err
	}
	defer os.Remove(work.Name())
	if err := work.Close(); err != nil {
		return Manifest{}, err
	}

	w, err := create(work.Name())
	if err != nil {
		return Manifest{}, err
	}
	defer w.db.Close()
	if err := c.fill(ctx, w); err != nil {
		return Manifest{}, err
	}
	built := c.manifest
	err = disk.WriteFile(out, disk.Shared, func(f io.Writer) error {
		built.SHA256, err = copyHashed(f, w.copyTo)
		return err
	})
	return built, err
}

func (c *content) fill(ctx context.Context, w *writer) error {
	metas := make([]entry, len(c.materials))
	texts := make([]entry, len(c.materials))
	files := make([]entry, len(c.materials))
	for i, m := range c.materials {
		record, err := encode(metaRecord(m.meta))
		if err != nil {
			return fmt.Errorf("material %s: %w", m.meta.ID, err)
		}
		metas[i] = entry{[]byte(m.meta.ID), record}
		texts[i] = entry{[]byte(m.meta.ID), m.text}
		files[i] = entry{[]byte(m.meta.ID), []byte(m.name)}
	}
	words, glosses, err := wordEntries(c.words)
	if err != nil {
		return err
	}
	manifest, err := encode(c.manifest)
	if err != nil {
		return err
	}
	for _, b := range []struct {
		name    []byte
		entries []entry
	}{
		{bucketSys, []entry{{keyManifest, manifest}}},
		{bucketMaterial, metas},
		{bucketText, texts},
		{bucketFile, files},
		{bucketWord, words},
		{bucketGloss, glosses},
	} {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := w.put(b.name, b.entries); err != nil {
			return fmt.Errorf("bucket %s: %w", b.name, err)
		}
	}
	return w.putAttachments(ctx, c.attachments, c.steps)
}

// counter tells progress step by step, in order, from several goroutines.
type counter struct {
	mu          sync.Mutex
	done, total int
	progress    materials.Progress
}

func newCounter(total int, progress materials.Progress) *counter {
	if progress == nil {
		progress = func(int, int) {}
	}
	progress(0, total)
	return &counter{total: total, progress: progress}
}

func (c *counter) step() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.done++
	c.progress(c.done, c.total)
}

// contentError wraps what is wrong with sources for who can mend them.
func contentError(findings []materials.Finding, name string) error {
	err := &materials.ContentError{Findings: findings}
	return &materials.Error{
		Code: materials.CodeContent, Err: err,
		Message: fmt.Sprintf("Die Sammlung „%s“ hat Fehler, daraus wurde kein Paket gebaut. Der erste: %s", name, findings[0]),
	}
}

// findingsOf returns the findings of an error of package source.
func findingsOf(name string, err error) []materials.Finding {
	var list *materials.ContentError
	if errors.As(err, &list) && len(list.Findings) > 0 {
		return list.Findings
	}
	return []materials.Finding{{File: name, Severity: materials.SeverityError, Rule: "unreadable", Message: err.Error()}}
}
