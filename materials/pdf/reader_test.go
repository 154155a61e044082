package pdf_test

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"
)

// reader reads back what Write makes: just as much PDF as our files have.
type reader struct {
	t       *testing.T
	objects map[int]object
	root    object
	info    object
	trailer string
}

// object is a dictionary, or what else stands there, and its decoded stream.
type object struct {
	number int
	dict   string
	data   []byte
}

func read(t *testing.T, file []byte) *reader {
	t.Helper()
	r := &reader{t: t, objects: map[int]object{}}
	if !bytes.HasPrefix(file, []byte("%PDF-1.7\n%")) || !bytes.HasSuffix(file, []byte("%%EOF\n")) {
		t.Fatal("not a whole PDF 1.7 file")
	}
	at := bytes.LastIndex(file, []byte("startxref\n"))
	table := r.parse(file[r.atoi(string(bytes.Fields(file[at:])[1])):])
	r.trailer = table.dict
	const row = 7 // W [1 4 2]
	if len(table.data)%row != 0 || len(table.data)/row != r.atoi(r.find(table.dict, `/Size (\d+)`)) {
		t.Fatal("the cross-reference stream has another size than it says")
	}
	var packed []int
	for n := 0; n*row < len(table.data); n++ {
		entry := table.data[n*row:]
		where := binary.BigEndian.Uint32(entry[1:])
		switch entry[0] {
		case 1:
			r.objects[n] = r.parse(file[where:])
			if r.objects[n].number != n {
				t.Fatalf("object %d stands where %d should", r.objects[n].number, n)
			}
		case 2:
			packed = append(packed, n)
		}
	}
	for _, o := range r.all(`/Type /ObjStm`) {
		r.unpack(o)
	}
	for _, n := range packed {
		if r.objects[n].number != n {
			t.Fatalf("object %d is in no object stream", n)
		}
	}
	r.root = r.ref(r.find(r.trailer, `/Root (\d+) 0 R`))
	r.info = r.ref(r.find(r.trailer, `/Info (\d+) 0 R`))
	return r
}

// parse reads the object at the beginning of data.
func (r *reader) parse(data []byte) object {
	head, body, ok := bytes.Cut(data, []byte(" 0 obj\n"))
	if !ok {
		r.t.Fatal("no object where there should be one")
	}
	o := object{number: r.atoi(string(head))}
	dict, stream, isStream := bytes.Cut(body, []byte("\nstream\n"))
	end, _, _ := bytes.Cut(body, []byte("\nendobj"))
	if !isStream || len(end) < len(dict) {
		o.dict = string(end)
		return o
	}
	o.dict = string(dict)
	raw := stream[:r.atoi(r.find(o.dict, `/Length (\d+)`))]
	if !bytes.HasPrefix(stream[len(raw):], []byte("\nendstream\nendobj")) {
		r.t.Fatalf("object %d: wrong length", o.number)
	}
	if o.data = raw; strings.Contains(o.dict, "/FlateDecode") {
		z, err := zlib.NewReader(bytes.NewReader(raw))
		if err != nil {
			r.t.Fatal(err)
		}
		if o.data, err = io.ReadAll(z); err != nil {
			r.t.Fatal(err)
		}
	}
	return o
}

func (r *reader) unpack(o object) {
	first := r.atoi(r.find(o.dict, `/First (\d+)`))
	index := strings.Fields(string(o.data[:first]))
	for i := 0; i < len(index); i += 2 {
		n, from, to := r.atoi(index[i]), r.atoi(index[i+1]), len(o.data)-first
		if i+3 < len(index) {
			to = r.atoi(index[i+3])
		}
		r.objects[n] = object{number: n, dict: strings.TrimSpace(string(o.data[first+from : first+to]))}
	}
}

// all returns the objects whose dictionaries match, by number.
func (r *reader) all(pattern string) []object {
	re := regexp.MustCompile(pattern)
	var out []object
	for _, n := range slices.Sorted(maps.Keys(r.objects)) {
		if o := r.objects[n]; re.MatchString(o.dict) {
			out = append(out, o)
		}
	}
	return out
}

func (r *reader) atoi(s string) int {
	r.t.Helper()
	n, err := strconv.Atoi(s)
	if err != nil {
		r.t.Fatal(err)
	}
	return n
}

// find returns the first group of a pattern in s.
func (r *reader) find(s, pattern string) string {
	r.t.Helper()
	m := regexp.MustCompile(pattern).FindStringSubmatch(s)
	if m == nil {
		r.t.Fatalf("no %s in %.300s", pattern, s)
	}
	return m[1]
}

func (r *reader) ref(number string) object {
	r.t.Helper()
	o, ok := r.objects[r.atoi(number)]
	if !ok {
		r.t.Fatalf("no object %s", number)
	}
	return o
}

// follow returns the object that a key of o refers to.
func (r *reader) follow(o object, key string) object {
	r.t.Helper()
	return r.ref(r.find(o.dict, key+` \[?(\d+) 0 R`))
}

// contents returns the operators of each page.
func (r *reader) contents() []string {
	var out []string
	pages := r.follow(r.root, "/Pages")
	for _, m := range regexp.MustCompile(`(\d+) 0 R`).FindAllStringSubmatch(r.find(pages.dict, `(?s)/Kids \[(.*?)\]`), -1) {
		out = append(out, string(r.follow(r.ref(m[1]), "/Contents").data))
	}
	return out
}

// fonts returns the font objects by their names in contents.
func (r *reader) fonts() map[string]object {
	out := map[string]object{}
	for _, m := range regexp.MustCompile(`/(F\d+) (\d+) 0 R`).FindAllStringSubmatch(r.ref("2").dict, -1) {
		out[m[1]] = r.ref(m[2])
	}
	return out
}

// unicode returns the text of each code of a font.
func (r *reader) unicode(font object) map[string]string {
	out := map[string]string{}
	cmap := string(r.follow(font, "/ToUnicode").data)
	for _, m := range regexp.MustCompile(`<([0-9A-F]{4})> <([0-9A-F]+)>\n`).FindAllStringSubmatch(cmap, -1) {
		out[m[1]] = r.decode(m[2])
	}
	return out
}

func (r *reader) decode(hexadecimal string) string {
	raw, err := hex.DecodeString(hexadecimal)
	if err != nil {
		r.t.Fatal(err)
	}
	var units []uint16
	for ; len(raw) > 1; raw = raw[2:] {
		units = append(units, binary.BigEndian.Uint16(raw))
	}
	return string(utf16.Decode(units))
}

// entry returns a text string of a dictionary.
func (r *reader) entry(o object, key string) string {
	return r.decode(r.find(o.dict, key+` <FEFF([0-9A-F]*)>`))
}

// text extracts the text of a page's operators; each run is a piece.
func (r *reader) text(content string) []string {
	fonts := map[string]map[string]string{}
	for name, font := range r.fonts() {
		fonts[name] = r.unicode(font)
	}
	var pieces []string
	font := ""
	for line := range strings.Lines(content) {
		if m := regexp.MustCompile(`/(F\d+) \S+ Tf`).FindStringSubmatch(line); m != nil {
			font = m[1]
		}
		if !strings.Contains(line, "TJ") {
			continue
		}
		piece := ""
		for _, m := range regexp.MustCompile(`<([0-9A-F]*)>`).FindAllStringSubmatch(line, -1) {
			for code := m[1]; code != ""; code = code[4:] {
				s, ok := fonts[font][code[:4]]
				if !ok {
					r.t.Errorf("code %s of %s has no text", code[:4], font)
				}
				piece += s
			}
		}
		pieces = append(pieces, piece)
	}
	return pieces
}

// marks checks that all that is painted is marked, and returns each page's
// numbers of marked content.
func (r *reader) marks(content string) []int {
	var numbers []int
	depth := 0
	painting := regexp.MustCompile(`(^|\s)(S|f\*?|B\*?|Do|TJ|Tj)\n$`)
	for line := range strings.Lines(content) {
		switch {
		case strings.Contains(line, "BDC"), strings.Contains(line, "BMC"):
			if depth > 0 && !strings.Contains(line, "/Span") {
				r.t.Errorf("marked content in marked content: %s", line)
			}
			depth++
			if m := regexp.MustCompile(`/MCID (\d+)`).FindStringSubmatch(line); m != nil {
				numbers = append(numbers, r.atoi(m[1]))
			}
		case strings.HasPrefix(line, "EMC"):
			depth--
		case painting.MatchString(line) && depth == 0:
			r.t.Errorf("painted without a mark: %s", line)
		}
	}
	if depth != 0 {
		r.t.Errorf("%d marks are left open", depth)
	}
	return numbers
}

// structure writes the tree of elements, one a line, indented.
func (r *reader) structure() string {
	var b strings.Builder
	var walk func(o object, indent string)
	walk = func(o object, indent string) {
		fmt.Fprintf(&b, "%s%s", indent, r.find(o.dict, `/S /(\w+)`))
		if strings.Contains(o.dict, "/Alt") {
			fmt.Fprintf(&b, " alt=%s", r.entry(o, "/Alt"))
		}
		if strings.Contains(o.dict, "/Lang") {
			fmt.Fprintf(&b, " lang=%s", r.entry(o, "/Lang"))
		}
		if strings.Contains(o.dict, "/Scope") {
			fmt.Fprintf(&b, " scope=%s", r.find(o.dict, `/Scope /(\w+)`))
		}
		b.WriteByte('\n')
		if !strings.Contains(o.dict, "/K ") {
			return
		}
		for _, m := range regexp.MustCompile(`(\d+) 0 R`).FindAllStringSubmatch(r.find(o.dict, `/K \[([^<\]]*)`), -1) {
			walk(r.ref(m[1]), indent+"  ")
		}
	}
	walk(r.follow(r.follow(r.root, "/StructTreeRoot"), "/K"), "")
	return b.String()
}
