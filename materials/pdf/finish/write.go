package finish

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"strings"
	"unicode/utf16"
)

// stream writes a stream object, deflated.
func (f *File) stream(entries string, data []byte) string {
	var z bytes.Buffer
	if f.deflater == nil {
		f.deflater = zlib.NewWriter(&z)
	} else {
		f.deflater.Reset(&z) // a new one is more than most streams
	}
	// A bytes.Buffer takes everything.
	_, _ = f.deflater.Write(data)
	_ = f.deflater.Close()
	return rawStream(strings.TrimSpace(entries+" /Filter /FlateDecode"), z.Bytes())
}

func rawStream(entries string, data []byte) string {
	return fmt.Sprintf("<<%s /Length %d>>\nstream\n%s\nendstream", entries, len(data), data)
}

// textString writes s as a PDF text string.
func textString(s string) string { return "<FEFF" + utf16Hex(s) + ">" }

func utf16Hex(s string) string {
	var b strings.Builder
	for _, unit := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04X", unit)
	}
	return b.String()
}

// objectsPerStream keeps streams small enough for readers that load a page at a
// time.
const objectsPerStream = 200

// xrefEntry is a row of the cross-reference stream: kind, and where it is.
type xrefEntry struct {
	kind  byte
	where uint32
	index uint16
}

// bytes writes the file with object streams and a cross-reference stream. It is
// the same for the same objects.
func (f *File) bytes() []byte {
	var b bytes.Buffer
	// The second line tells programs that the file is binary.
	b.WriteString("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")
	entries := make([]xrefEntry, len(f.objects))
	entries[0] = xrefEntry{index: 0xffff}
	var small []int
	for n := 1; n < len(f.objects); n++ {
		if !bytes.HasSuffix(f.objects[n], []byte("endstream")) {
			small = append(small, n)
			continue
		}
		entries[n] = xrefEntry{kind: 1, where: uint32(b.Len())}
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", n, f.objects[n])
	}
	for len(small) > 0 {
		n := min(objectsPerStream, len(small))
		number := len(entries)
		for i, o := range small[:n] {
			entries[o] = xrefEntry{kind: 2, where: uint32(number), index: uint16(i)}
		}
		entries = append(entries, xrefEntry{kind: 1, where: uint32(b.Len())})
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", number, f.objectStream(small[:n]))
		small = small[n:]
	}
	at := b.Len()
	entries = append(entries, xrefEntry{kind: 1, where: uint32(at)})
	var table []byte
	for _, e := range entries {
		table = append(table, e.kind)
		table = binary.BigEndian.AppendUint32(table, e.where)
		table = binary.BigEndian.AppendUint16(table, e.index)
	}
	id := f.id()
	trailer := fmt.Sprintf("/Type /XRef /W [1 4 2] /Size %d /Root %s /Info %s /ID [<%s><%s>]",
		len(entries), f.root, f.info, id, id)
	fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n", len(entries)-1, f.stream(trailer, table), at)
	return b.Bytes()
}

func (f *File) objectStream(numbers []int) string {
	var index, bodies bytes.Buffer
	for _, n := range numbers {
		fmt.Fprintf(&index, "%d %d ", n, bodies.Len())
		bodies.Write(f.objects[n])
		bodies.WriteByte('\n')
	}
	first := index.Len()
	index.Write(bodies.Bytes())
	return f.stream(fmt.Sprintf("/Type /ObjStm /N %d /First %d", len(numbers), first), index.Bytes())
}

// id is taken from the content, so that equal files have equal names.
func (f *File) id() string {
	h := sha256.New()
	for _, o := range f.objects {
		fmt.Fprintf(h, "%d ", len(o))
		h.Write(o)
	}
	return fmt.Sprintf("%X", h.Sum(nil)[:16])
}
