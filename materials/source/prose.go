package source

import (
	"html"
	"regexp"
	"slices"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	tables "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"lernkoffer/materials"
)

// markdown reads running text: CommonMark with tables. It holds no state.
var markdown parser.Parser = goldmark.New(goldmark.WithExtensions(extension.Table)).Parser()

// readProse reads Markdown. Only what can be printed is allowed: paragraphs,
// headings, lists, tables, bold, italic, links. Line breaks inside a paragraph
// stay as "\n".
func readProse(body string, first int, rep *report) []materials.Prose {
	if line, ok := tooLong(body); ok {
		rep.add(first+line, "prose", "Dieser Absatz ist zu lang für ein Blatt. Teilen Sie ihn mit leeren Zeilen.")
		return nil
	}
	r := &proseReader{src: []byte(body), first: first, rep: rep, line: first}
	for i, c := range r.src {
		if c == '\n' {
			r.ends = append(r.ends, i)
		}
	}
	root := markdown.Parse(text.NewReader(r.src))
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		r.block(n)
	}
	return r.out
}

// Bounds in bytes of a line and of lines without an empty one between. What is
// longer is no text, and the Markdown library takes squared time for it.
const (
	longestLine      = 5000
	longestParagraph = 20000
)

// tooLong returns the line on which a text goes beyond the bounds.
func tooLong(body string) (int, bool) {
	run := 0
	for i, line := range strings.Split(body, "\n") {
		run += len(line)
		if blank(line) {
			run = 0
		}
		if len(line) > longestLine || run > longestParagraph {
			return i, true
		}
	}
	return 0, false
}

type proseReader struct {
	src   []byte
	ends  []int // offsets of the line ends in src
	first int   // line of src in the file
	line  int   // where we are
	rep   *report
	out   []materials.Prose
}

// at moves to the line of a node; one that does not know its place stands where
// the last one did.
func (r *proseReader) at(n ast.Node) int {
	if pos := n.Pos(); pos >= 0 && pos <= len(r.src) {
		r.line = r.lineOf(pos)
	}
	return r.line
}

func (r *proseReader) lineOf(offset int) int {
	line, _ := slices.BinarySearch(r.ends, offset)
	return r.first + line
}

func (r *proseReader) refuse(n ast.Node, what string) {
	r.rep.add(r.at(n), "prose", "%s kann nicht gedruckt werden. Erlaubt sind Absätze, Überschriften mit ## und ###, Listen, Tabellen, **fett**, *kursiv* und Links.", what)
}

func (r *proseReader) block(n ast.Node) {
	switch n := n.(type) {
	case *ast.Paragraph, *ast.TextBlock:
		line := r.at(n)
		r.out = append(r.out, materials.Prose{Kind: materials.ProseParagraph, Text: r.inline(n), Line: line})
	case *ast.Heading:
		line := r.at(n)
		if n.Level != 2 && n.Level != 3 {
			r.rep.add(line, "prose", "Eine Überschrift hat ## oder ###. Der Titel des Blattes steht im Kopf unter „title:“.")
		}
		r.out = append(r.out, materials.Prose{Kind: materials.ProseHeading, Level: n.Level, Text: r.inline(n), Line: line})
	case *ast.List:
		r.list(n, 0)
	case *tables.Table:
		r.table(n)
	case *ast.FencedCodeBlock, *ast.CodeBlock:
		r.refuse(n, "Eingerückter Text oder ein Baustein in einer Liste")
	case *ast.HTMLBlock:
		r.refuse(n, "HTML")
	case *ast.Blockquote:
		r.refuse(n, "Ein eingerücktes Zitat mit >")
	case *ast.ThematicBreak:
		r.refuse(n, "Eine Trennlinie")
	case *ast.LinkReferenceDefinition:
		r.refuse(n, "Eine Linkliste am Ende")
	default:
		r.refuse(n, n.Kind().String())
	}
}

// list adds the items of a list and of the lists inside, each as one Prose.
func (r *proseReader) list(l *ast.List, depth int) {
	number := l.Start
	for item := l.FirstChild(); item != nil; item = item.NextSibling() {
		p := materials.Prose{Kind: materials.ProseItem, Level: depth, Line: r.at(item)}
		if l.IsOrdered() {
			p.Number = number
			number++
		}
		at := len(r.out)
		r.out = append(r.out, p)
		for c := item.FirstChild(); c != nil; c = c.NextSibling() {
			switch c := c.(type) {
			case *ast.Paragraph, *ast.TextBlock:
				if len(r.out[at].Text) > 0 {
					r.out[at].Text = append(r.out[at].Text, materials.Span{Text: "\n"})
				}
				r.out[at].Text = append(r.out[at].Text, r.inline(c)...)
			case *ast.List:
				r.list(c, depth+1)
			default:
				r.refuse(c, "Was in diesem Listenpunkt steht,")
			}
		}
		r.out[at].Text = united(r.out[at].Text)
	}
}

func (r *proseReader) table(t *tables.Table) {
	p := materials.Prose{Kind: materials.ProseTable, Line: r.at(t)}
	for row := t.FirstChild(); row != nil; row = row.NextSibling() {
		var cells []materials.Text
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			cells = append(cells, r.inline(cell))
		}
		p.Cells = append(p.Cells, cells)
	}
	r.out = append(r.out, p)
}

// inline returns the marked text inside a node.
func (r *proseReader) inline(n ast.Node) materials.Text {
	return united(r.spans(nil, n, false, false, ""))
}

func (r *proseReader) spans(out materials.Text, n ast.Node, bold, italic bool, link string) materials.Text {
	add := func(s string) {
		if s != "" {
			out = append(out, materials.Span{Kind: emphasis(bold, italic), Text: s, Link: link})
		}
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			s := string(c.Segment.Value(r.src))
			if !c.IsRaw() {
				s = resolve(s)
			}
			if c.SoftLineBreak() || c.HardLineBreak() {
				s += "\n"
			}
			add(s)
		case *ast.String:
			add(string(c.Value))
		case *ast.Emphasis:
			out = r.spans(out, c, bold || c.Level == 2, italic || c.Level == 1, link)
		case *ast.Link:
			out = r.spans(out, c, bold, italic, resolve(string(c.Destination)))
		case *ast.AutoLink:
			out = append(out, materials.Span{
				Kind: emphasis(bold, italic), Text: string(c.Label(r.src)), Link: string(c.URL(r.src)),
			})
		case *ast.CodeSpan:
			r.refuse(c, "Text in `schrägen Strichen`")
		case *ast.RawHTML:
			r.refuse(c, "HTML")
		case *ast.Image:
			r.refuse(c, "Ein Bild im Text (nehmen Sie den Baustein picture)")
		default:
			r.refuse(c, c.Kind().String())
		}
	}
	return out
}

// united joins neighbours of one kind into one span.
func united(t materials.Text) materials.Text {
	var out materials.Text
	for i := 0; i < len(t); {
		j := i + 1
		for j < len(t) && t[j].Kind == t[i].Kind && t[j].Link == t[i].Link {
			j++
		}
		var b strings.Builder
		for _, s := range t[i:j] {
			b.WriteString(s.Text)
		}
		if b.Len() > 0 {
			out = append(out, materials.Span{Kind: t[i].Kind, Text: b.String(), Link: t[i].Link})
		}
		i = j
	}
	return out
}

var markdownEscape = regexp.MustCompile("\\\\[!-/:-@\\[-`{-~]|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]*);")

// resolve replaces backslash escapes and character references.
func resolve(s string) string {
	if !strings.ContainsAny(s, `\&`) {
		return s
	}
	return markdownEscape.ReplaceAllStringFunc(s, func(m string) string {
		if m[0] == '\\' {
			return m[1:]
		}
		return strings.Map(func(r rune) rune {
			if forbidden(r) {
				return -1
			}
			return r
		}, html.UnescapeString(m))
	})
}
