package source

import (
	"reflect"
	"strings"

	"lernkoffer/materials"
)

// MaxSize is the largest file that Parse reads, in bytes.
const MaxSize = 1 << 20

// Document is a material with the text that it was read from. The material may
// be changed; Bytes then writes anew only what was changed.
//
// Of a block, Body is what is written. Who changes Rows or Prose empties Body:
// it is then made of them.
type Document struct {
	Material *materials.Material

	bom   bool
	crlf  bool
	front []entry // the head's entries in their order
	parts []part
	tail  string // what stands behind the last block
	// readBlocks and readFields are what was read, to see what was changed;
	// readFields are the head's canonical lines.
	readBlocks []materials.Block
	readFields []entry
}

// entry is one key of the front matter with the lines that it was read from,
// comments behind it included. The key is empty for what stands before the first.
type entry struct{ key, raw string }

// part is a block's source text, the empty lines before it included.
type part struct{ raw string }

// Parse reads a material. The name stands in the findings only. An error is a
// *materials.ContentError that holds every finding of the file.
func Parse(name string, src []byte) (*Document, error) {
	rep := &report{file: name}
	text, ok := decode(src, rep)
	if !ok {
		return nil, rep.err()
	}
	doc := &Document{Material: &materials.Material{}, bom: text.bom, crlf: text.crlf}
	cut := split(text.lines, rep)
	if cut.hasFront {
		doc.front = readFront(cut.front, doc.Material, rep)
	}
	for _, s := range cut.segments {
		doc.Material.Blocks = append(doc.Material.Blocks, readBlock(s, rep))
		doc.parts = append(doc.parts, part{raw: s.raw})
	}
	doc.tail = cut.tail
	checkBlockIDs(doc.Material.Blocks, rep)
	if err := rep.err(); err != nil {
		return nil, err
	}
	doc.readBlocks = cloneBlocks(doc.Material.Blocks)
	doc.readFields = frontFields(doc.Material)
	return doc, nil
}

// Line returns the line of a key of the head, 1-based; 1 if it is not there.
func (d *Document) Line(key string) int {
	line := 2
	for _, e := range d.front {
		if e.key == key {
			return line
		}
		line += strings.Count(e.raw, "\n")
	}
	return 1
}

// Bytes returns the document's text: of what is as it was read the very bytes,
// of the rest the canonical form.
func (d *Document) Bytes() []byte {
	out := []byte("---\n")
	out = d.appendFront(out)
	out = append(out, "---\n"...)
	used := make([]bool, len(d.parts))
	next, kept := 0, true
	for _, block := range d.Material.Blocks {
		out = endLine(out)
		i := d.find(block, next, used)
		if kept = i >= 0; !kept {
			out = appendBlock(out, block)
			continue
		}
		used[i], next = true, i+1
		out = append(out, d.parts[i].raw...)
	}
	if kept && d.tail != "" {
		out = append(endLine(out), d.tail...)
	}
	return encode(string(out), d.bom, d.crlf)
}

// endLine ends the last line: a file's last block may have come without.
func endLine(out []byte) []byte {
	if out[len(out)-1] != '\n' {
		out = append(out, '\n')
	}
	return out
}

// find returns the unused part that the block was read from, -1 if it is new or
// changed. It looks from next on first: most blocks stay in their order.
func (d *Document) find(block materials.Block, next int, used []bool) int {
	n := len(d.parts)
	for k := range n {
		if i := (next + k) % n; !used[i] && sameBlock(block, d.readBlocks[i]) {
			return i
		}
	}
	return -1
}

// sameBlock compares all but the places in the file, which move with the text.
func sameBlock(a, b materials.Block) bool {
	return a.Type == b.Type && a.Body == b.Body && reflect.DeepEqual(withoutLines(a), withoutLines(b))
}

func withoutLines(b materials.Block) materials.Block {
	b = cloneBlock(b)
	b.Line = 0
	for i := range b.Rows {
		b.Rows[i].Line = 0
	}
	for i := range b.Prose {
		b.Prose[i].Line = 0
	}
	return b
}

// Write returns a material in the canonical form: keys and blocks in a fixed
// style, Unix line ends.
func Write(m *materials.Material) []byte {
	out := []byte("---\n")
	for _, f := range frontFields(m) {
		out = append(out, f.raw...)
	}
	out = append(out, "---\n"...)
	for _, block := range m.Blocks {
		out = appendBlock(out, block)
	}
	return out
}
