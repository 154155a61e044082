package pack

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"

	"lernkoffer/materials"
	"lernkoffer/materials/source"
)

// parsed is a material as the pack keeps it.
type parsed struct {
	name string // of its file
	meta materials.Meta
	text []byte
}

// attachment is a file of the collection that is no material.
type attachment struct {
	name string
	fsys fs.FS
}

// read takes the sources apart, several at a time, and collects what is wrong
// with any of them.
func read(ctx context.Context, collection, words fs.FS, progress materials.Progress) (*content, error) {
	c := &content{}
	if err := c.readManifest(collection, words); err != nil {
		return nil, err
	}
	name := c.manifest.Pack.ID

	files, attachments, err := list(collection)
	if err != nil {
		return nil, fmt.Errorf("read collection %s: %w", name, err)
	}
	c.attachments = attachments
	c.steps = newCounter(steps(files, attachments), progress)

	findings, err := c.parse(ctx, collection, files)
	if err != nil {
		return nil, err
	}
	findings = append(findings, c.checkIDs()...)
	if words != nil {
		if c.words, err = source.ReadWords(words); err != nil {
			findings = append(findings, findingsOf("words", err)...)
		}
	}
	if len(findings) > 0 {
		return nil, contentError(findings, name)
	}
	c.manifest.Materials = len(c.materials)
	c.manifest.Words = len(c.words)
	c.manifest.Attachments = len(c.attachments)
	return c, nil
}

// list returns the materials and the attachments of a collection.
func list(collection fs.FS) (files []string, attachments []attachment, err error) {
	err = walk(collection, func(file string) error {
		switch {
		case file == source.PackFile || isAbout(file):
		case path.Ext(file) == ".md":
			files = append(files, file)
		default:
			attachments = append(attachments, attachment{file, collection})
		}
		return nil
	})
	return files, attachments, err
}

// Steps returns how many steps Build will count for a collection.
func Steps(collection fs.FS) (int, error) {
	files, attachments, err := list(collection)
	return steps(files, attachments), err
}

// steps counts the files and the writing of the pack.
func steps(files []string, attachments []attachment) int { return len(files) + len(attachments) + 1 }

// isAbout reports whether a file speaks of the collection and is no part of it.
func isAbout(name string) bool {
	switch path.Base(name) {
	case "README.md", "LICENSE.md", "LICENSE", "CREDITS.md":
		return true
	}
	return false
}

func (c *content) readManifest(collection, words fs.FS) error {
	described, err := source.ReadPack(collection)
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return &materials.Error{
				Code: materials.CodeNotFound, Err: err,
				Message: "In diesem Ordner liegt keine Sammlung: Es fehlt die Datei " + source.PackFile + ".",
			}
		}
		return contentError(findingsOf(source.PackFile, err), source.PackFile)
	}
	hash, err := SourceHash(collection, words)
	if err != nil {
		return err
	}
	if described.Publisher == materials.OwnPublisher {
		return contentError([]materials.Finding{{
			File: source.PackFile, Severity: materials.SeverityError, Rule: "publisher",
			Message: "Der Herausgeber „own“ ist den eigenen Materialien vorbehalten. Bitte wählen Sie einen anderen Namen.",
		}}, described.ID)
	}
	c.manifest = Manifest{Format: Format, Pack: described.Pack, MinApp: described.MinApp, Source: hash}
	return nil
}

// parse fills c.materials, sorted by id.
func (c *content) parse(ctx context.Context, collection fs.FS, files []string) ([]materials.Finding, error) {
	results := make([]parsed, len(files))
	failures := make([]error, len(files))
	next := make(chan int)
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), max(1, len(files))) {
		workers.Go(func() {
			for i := range next {
				results[i], failures[i] = parseFile(collection, files[i])
				c.steps.step()
			}
		})
	}
	for i := range files {
		if ctx.Err() != nil {
			break
		}
		next <- i
	}
	close(next)
	workers.Wait()
	if err := ctx.Err(); err != nil {
		return nil, err
	}

	var findings []materials.Finding
	for i, err := range failures {
		if err != nil {
			findings = append(findings, findingsOf(files[i], err)...)
			continue
		}
		c.materials = append(c.materials, results[i])
	}
	slices.SortStableFunc(c.materials, func(a, b parsed) int { return cmp.Compare(a.meta.ID, b.meta.ID) })
	return findings, nil
}

func parseFile(collection fs.FS, name string) (parsed, error) {
	text, err := fs.ReadFile(collection, name)
	if err != nil {
		return parsed{}, err
	}
	doc, err := source.Parse(name, text)
	if err != nil {
		return parsed{}, err
	}
	return parsed{name: name, meta: doc.Material.Meta, text: text}, nil
}

// checkIDs finds ids that are there twice and ids of another publisher.
func (c *content) checkIDs() []materials.Finding {
	var findings []materials.Finding
	add := func(file, rule, message string) {
		findings = append(findings, materials.Finding{
			File: file, Severity: materials.SeverityError, Rule: rule, Message: message,
		})
	}
	publisher := c.manifest.Pack.Publisher
	for i, m := range c.materials {
		if m.meta.ID.Publisher() != publisher {
			add(m.name, "foreign-id", fmt.Sprintf("Die Kennung „%s“ gehört nicht zu dieser Sammlung; erwartet wird „%s/…“.", m.meta.ID, publisher))
		}
		if i > 0 && c.materials[i-1].meta.ID == m.meta.ID {
			add(m.name, "duplicate-id", fmt.Sprintf("Die Kennung „%s“ trägt schon „%s“; jede Kennung gibt es nur einmal.", m.meta.ID, c.materials[i-1].name))
		}
	}
	return findings
}

// wordEntries returns the records of words and of their glosses, sorted.
func wordEntries(words []materials.Word) (wordList, glosses []entry, err error) {
	for i, w := range words {
		record, err := encode(wordRecord(w))
		if err != nil {
			return nil, nil, fmt.Errorf("word %s: %w", w.ID, err)
		}
		wordList = append(wordList, entry{numberKey(i), record})
		for language, g := range w.Glosses {
			record, err := encode(glossRecord(g))
			if err != nil {
				return nil, nil, fmt.Errorf("gloss %s of %s: %w", language, w.ID, err)
			}
			glosses = append(glosses, entry{glossKey(language, w.ID), record})
		}
	}
	slices.SortFunc(glosses, func(a, b entry) int { return strings.Compare(string(a.key), string(b.key)) })
	return wordList, glosses, nil
}
