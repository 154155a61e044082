package source

import (
	"regexp"
	"strings"
)

// pieces are the parts of a file in their order; raw texts put together give
// the file.
type pieces struct {
	hasFront bool
	front    piece
	segments []segment
	tail     string
}

// piece is some lines of a file.
type piece struct {
	lines []string
	line  int // of the first, 1-based
}

// segment is a block's text: prose, or a fence with its info string.
type segment struct {
	raw    string // with the empty lines before it
	fenced bool
	info   string
	body   string // without fence and last line end
	line   int    // of the fence, or of the first line of prose
	first  int    // line of the body's first line
}

var (
	fencePattern = regexp.MustCompile("^ {0,3}(`{3,}|~{3,})[ \t]*(.*)$")
	frontMark    = regexp.MustCompile(`^---[ \t]*\n?$`)
)

// split cuts a file into front matter and blocks.
func split(lines []string, rep *report) pieces {
	var p pieces
	rest := 0
	if len(lines) == 0 || lines[0] != "---\n" {
		rep.add(1, "front-matter", "Der Kopf fehlt. Die Datei muss mit einer Zeile --- beginnen, dann folgen Angaben wie „id:“ und „title:“ und wieder eine Zeile ---.")
	} else {
		end := 1
		for end < len(lines) && !frontMark.MatchString(lines[end]) {
			end++
		}
		p.hasFront, p.front = true, piece{lines: lines[1:end], line: 2}
		if end == len(lines) {
			rep.add(1, "front-matter", "Der Kopf hat kein Ende. Nach den Angaben wird eine Zeile --- erwartet.")
			return p
		}
		if lines[end] != "---\n" {
			rep.add(end+1, "front-matter", "Nach dem --- am Ende des Kopfes wird sofort das Zeilenende erwartet.")
		}
		rest = end + 1
	}
	splitBody(&p, lines, rest, rep)
	return p
}

// splitBody collects prose up to the next fence and fences up to their end.
func splitBody(p *pieces, lines []string, from int, rep *report) {
	start := from
	for i := from; i < len(lines); {
		mark, info, ok := openingFence(lines[i])
		if !ok {
			i++
			continue
		}
		begin := p.addProse(lines, start, i)
		end := i + 1
		for end < len(lines) && !closesFence(lines[end], mark) {
			end++
		}
		if end == len(lines) {
			rep.add(i+1, "fence", "Der Baustein „%s“ hat kein Ende. Erwartet wird eine eigene Zeile %s.", strings.TrimSpace(info), mark)
			return
		}
		p.segments = append(p.segments, segment{
			raw: strings.Join(lines[begin:end+1], ""), fenced: true, info: info,
			body: strings.TrimSuffix(strings.Join(lines[i+1:end], ""), "\n"),
			line: i + 1, first: i + 2,
		})
		i = end + 1
		start = i
	}
	begin := p.addProse(lines, start, len(lines))
	p.tail = strings.Join(lines[begin:], "")
}

// addProse adds lines as a segment of prose unless they are blank. It returns
// where the text that belongs to no segment yet begins.
func (p *pieces) addProse(lines []string, from, to int) int {
	first, last := from, to
	for first < to && blank(lines[first]) {
		first++
	}
	if first == to {
		return from
	}
	for blank(lines[last-1]) {
		last--
	}
	p.segments = append(p.segments, segment{
		raw:  strings.Join(lines[from:last], ""),
		body: strings.TrimSuffix(strings.Join(lines[first:last], ""), "\n"),
		line: first + 1, first: first + 1,
	})
	return last
}

func blank(line string) bool { return strings.TrimSpace(line) == "" }

// openingFence returns the fence's mark and its info string. As in CommonMark an
// info string after backticks holds none.
func openingFence(line string) (mark, info string, ok bool) {
	m := fencePattern.FindStringSubmatch(strings.TrimSuffix(line, "\n"))
	if m == nil || m[1][0] == '`' && strings.Contains(m[2], "`") {
		return "", "", false
	}
	return m[1], strings.TrimRight(m[2], " \t"), true
}

func closesFence(line, mark string) bool {
	m, info, ok := openingFence(line)
	return ok && info == "" && m[0] == mark[0] && len(m) >= len(mark)
}
