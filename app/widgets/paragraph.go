package widgets

import (
	"math"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"lernkoffer/app/theme"
)

// Paragraph wraps text into a fixed number of lines; what does not fit ends with
// " …" at a word. Its height does not depend on its text, so rows that are used
// again keep their geometry.
type Paragraph struct {
	widget.BaseWidget
	text   string
	size   float32
	colour fyne.ThemeColorName
	style  fyne.TextStyle
	lines  int
	box    *fyne.Container
}

// NewParagraph returns a paragraph of so many lines.
func NewParagraph(text string, size float32, colour fyne.ThemeColorName, lines int) *Paragraph {
	p := &Paragraph{text: text, size: size, colour: colour, lines: lines, box: container.NewWithoutLayout()}
	p.ExtendBaseWidget(p)
	return p
}

// NewBoldParagraph returns a semibold paragraph of so many lines.
func NewBoldParagraph(text string, size float32, colour fyne.ThemeColorName, lines int) *Paragraph {
	p := NewParagraph(text, size, colour, lines)
	p.style.Bold = true
	return p
}

// Text returns the whole text.
func (p *Paragraph) Text() string { return p.text }

// SetText changes the text and keeps the number of lines.
func (p *Paragraph) SetText(text string) {
	if p.text != text {
		p.text = text
		p.flow(p.Size().Width)
	}
}

// Fit takes as many lines as the text needs at a width, at most most.
func (p *Paragraph) Fit(width float32, most int) *Paragraph {
	p.lines = most
	p.lines = max(1, len(p.wrap(width)))
	p.flow(width)
	return p
}

// Lines returns the number of lines that the paragraph is high.
func (p *Paragraph) Lines() int { return p.lines }

func (p *Paragraph) leading() float32 {
	return float32(math.Round(float64(p.size * theme.Leading)))
}

// MinSize implements fyne.CanvasObject.
func (p *Paragraph) MinSize() fyne.Size {
	return fyne.NewSize(24, p.leading()*float32(p.lines))
}

// Resize implements fyne.CanvasObject.
func (p *Paragraph) Resize(s fyne.Size) {
	if s.Width != p.Size().Width {
		p.flow(s.Width)
	}
	p.BaseWidget.Resize(s)
}

// Refresh implements fyne.CanvasObject.
func (p *Paragraph) Refresh() { p.flow(p.Size().Width) }

// CreateRenderer implements fyne.Widget.
func (p *Paragraph) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(p.box) }

// flow sets the lines for a width.
func (p *Paragraph) flow(width float32) {
	if width <= 0 {
		return
	}
	lines := p.wrap(width)
	height := fyne.MeasureText("Ag", p.size, p.style).Height
	p.box.Objects = p.box.Objects[:0]
	for i, line := range lines {
		t := canvas.NewText(line, theme.Color(p.colour))
		t.TextSize, t.TextStyle = p.size, p.style
		t.Move(fyne.NewPos(0, float32(i)*p.leading()+(p.leading()-height)/2))
		t.Resize(fyne.NewSize(width, height))
		p.box.Objects = append(p.box.Objects, t)
	}
	p.box.Refresh()
}

// wrap breaks the text at spaces (not at no-break ones) and line ends.
func (p *Paragraph) wrap(width float32) []string {
	var lines []string
	for _, passage := range strings.Split(p.text, "\n") {
		line := ""
		for word := range strings.SplitSeq(passage, " ") {
			if word == "" {
				continue
			}
			longer := strings.TrimPrefix(line+" "+word, " ")
			if line == "" || p.measure(longer) <= width {
				line = longer
				continue
			}
			lines = append(lines, line)
			line = word
		}
		lines = append(lines, line)
	}
	if len(lines) > p.lines {
		last := strings.Join(lines[p.lines-1:], " ")
		lines = append(lines[:p.lines-1], p.cut(last, width, true))
	}
	for i, line := range lines {
		if p.measure(line) > width {
			lines[i] = p.cut(line, width, false)
		}
	}
	return lines
}

func (p *Paragraph) measure(s string) float32 {
	return fyne.MeasureText(s, p.size, p.style).Width
}

const cutAt = " ,·–"

// cut shortens a line until it fits with its ellipsis, at a word where that costs
// little. With must it is shortened though it fits: more text follows.
func (p *Paragraph) cut(line string, width float32, must bool) string {
	if !must && p.measure(line) <= width {
		return line
	}
	runes := []rune(line)
	// The width of a prefix grows with its length, so the longest is found by halves.
	low, high := 0, len(runes)
	for low < high {
		mid := (low + high + 1) / 2
		if p.measure(strings.TrimRight(string(runes[:mid]), cutAt)+" …") <= width {
			low = mid
		} else {
			high = mid - 1
		}
	}
	short := strings.TrimRight(string(runes[:low]), cutAt)
	if i := strings.LastIndex(short, " "); low < len(runes) && i > len(short)*2/3 {
		short = strings.TrimRight(short[:i], cutAt)
	}
	return short + " …"
}
