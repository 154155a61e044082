package finish

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"strconv"
)

// Ref is the number of an object in a File.
type Ref int

// String returns the reference as PDF writes it.
func (r Ref) String() string { return strconv.Itoa(int(r)) + " 0 R" }

// File is a PDF file taken apart into its objects.
type File struct {
	objects [][]byte // by number; 0 is none
	root    Ref
	info    Ref

	deflater *zlib.Writer
}

var errForeign = errors.New("finish: not a file as fpdf writes it")

// open takes an uncompressed file of fpdf apart.
func open(data []byte) (*File, error) {
	at, err := lastNumber(data, "startxref\n")
	if err != nil || at < 0 || at > len(data) {
		return nil, errForeign
	}
	table := data[at:]
	var count int
	if _, err := fmt.Sscanf(string(table[:min(len(table), 40)]), "xref\n0 %d\n", &count); err != nil {
		return nil, errForeign
	}
	head := len(fmt.Sprintf("xref\n0 %d\n", count))
	if count < 1 || head+20*count > len(table) {
		return nil, errForeign
	}
	f := &File{objects: make([][]byte, count)}
	for n := 1; n < count; n++ {
		entry := table[head+20*n:]
		offset, err := strconv.Atoi(string(entry[:10]))
		if err != nil || offset > at {
			return nil, errForeign
		}
		if f.objects[n], err = objectBody(data[offset:at], n); err != nil {
			return nil, err
		}
	}
	root, err := lastNumber(table, "/Root ")
	if err != nil || root >= count {
		return nil, errForeign
	}
	info, err := lastNumber(table, "/Info ")
	if err != nil || info >= count {
		return nil, errForeign
	}
	f.root, f.info = Ref(root), Ref(info)
	return f, nil
}

// lastNumber reads the number after the last key in data.
func lastNumber(data []byte, key string) (int, error) {
	i := bytes.LastIndex(data, []byte(key))
	if i < 0 {
		return 0, errForeign
	}
	return leadingNumber(data[i+len(key):])
}

func leadingNumber(data []byte) (int, error) {
	end := 0
	for end < len(data) && end < 10 && data[end] >= '0' && data[end] <= '9' {
		end++
	}
	return strconv.Atoi(string(data[:end]))
}

// objectBody cuts the body of object n out of data, which begins with it.
func objectBody(data []byte, n int) ([]byte, error) {
	data, ok := bytes.CutPrefix(data, []byte(strconv.Itoa(n)+" 0 obj\n"))
	if !ok {
		return nil, errForeign
	}
	end := bytes.Index(data, []byte("\nendobj\n"))
	start := bytes.Index(data, []byte("\nstream\n"))
	if start >= 0 && (end < 0 || start < end) {
		// What a stream holds may look like the object's end: go by its length.
		length, err := lastNumber(data[:start], "/Length ")
		if err != nil {
			return nil, errForeign
		}
		after := start + len("\nstream\n") + length
		if after > len(data) || !bytes.HasPrefix(data[after:], []byte("\nendstream\nendobj\n")) {
			return nil, errForeign
		}
		return data[:after+len("\nendstream")], nil
	}
	if end < 0 {
		return nil, errForeign
	}
	return data[:end], nil
}

// Add appends an object and returns its number.
func (f *File) Add(body string) Ref {
	f.objects = append(f.objects, []byte(body))
	return Ref(len(f.objects) - 1)
}

// reserve returns the number of an object to be set later.
func (f *File) reserve() Ref { return f.Add("null") }

func (f *File) set(n Ref, body string) { f.objects[n] = []byte(body) }

// AddStream appends a compressed stream; entries are those of its dictionary
// besides length and filter.
func (f *File) AddStream(entries string, data []byte) Ref {
	return f.Add(f.stream(entries, data))
}

// pages returns the page objects in their order.
func (f *File) pages() []Ref {
	var pages []Ref
	for n, o := range f.objects {
		if bytes.HasPrefix(o, []byte(pageHead)) {
			pages = append(pages, Ref(n))
		}
	}
	return pages
}

const pageHead = "<</Type /Page\n"

// insert puts text behind the first marker in object n.
func (f *File) insert(n Ref, marker, text string) error {
	o := f.objects[n]
	i := bytes.Index(o, []byte(marker))
	if i < 0 {
		return errForeign
	}
	i += len(marker)
	f.objects[n] = bytes.Join([][]byte{o[:i], []byte(text), o[i:]}, nil)
	return nil
}

// compressContents deflates the streams that fpdf left plain.
func (f *File) compressContents() {
	for n, o := range f.objects {
		start := bytes.Index(o, []byte("stream\n"))
		if bytes.HasPrefix(o, []byte("<</Length ")) && start > 0 {
			data := bytes.TrimSuffix(o[start+len("stream\n"):], []byte("\nendstream"))
			f.objects[n] = []byte(f.stream("", data))
		}
	}
}
