package typeset

import "errors"

// defaultLeading is that of worksheets: airy, for first readers and writing.
const defaultLeading = 1.35

// Layout sets a paragraph in lines. Line feeds in the text end lines; a word
// that is wider than the paragraph is parted whatever the options say. The paragraph
// runs in the direction of its first span's language. No text, no lines. An
// error says that a family is unknown or its file missing or damaged.
func (f *Fonts) Layout(spans []Span, o Options) ([]Line, error) {
	if o.Width < 0 {
		return nil, errors.New("typeset: negative width")
	}
	if o.Leading == 0 {
		o.Leading = defaultLeading
	}
	p, err := f.paragraph(spans)
	if err != nil {
		return nil, err
	}
	if len(p.text) == 0 {
		return nil, nil
	}
	set := f.setters.Get().(*setter)
	defer f.setters.Put(set)

	whole := set.shape(p, p.stretch)
	ruler := set.ruler(p, whole)
	if o.Hyphenate {
		ruler.hyphenate(p, 0, len(p.text))
	}
	var lines []Line
	for from := 0; from < len(p.text); {
		line, to := set.line(p, ruler, from, whole, o)
		lines = append(lines, line)
		from = to
	}
	return lines, nil
}

// Measure returns the width in mm of text on one line, with the spaces at its
// ends. It is 0 where the style's family cannot be loaded.
func (f *Fonts) Measure(text string, s Style) float64 {
	p, err := f.paragraph([]Span{{Text: text, Style: s}})
	if err != nil {
		return 0
	}
	set := f.setters.Get().(*setter)
	defer f.setters.Put(set)

	width := 0.0
	for _, c := range set.shape(p, p.stretch) {
		width += c.width
	}
	return width
}

// line sets the line that starts at from and returns where the next one does.
func (set *setter) line(p *paragraph, r *ruler, from int, whole []chunk, o Options) (Line, int) {
	to := r.next(p, from, len(p.text), o.Width)
	for {
		line := set.build(p, r, from, to, whole, o)
		// Set by itself a line can be wider than as part of the whole: letters
		// that were joined take their final forms.
		if o.Width == 0 || line.Width <= o.Width+tolerance || to-from == 1 {
			return line, to
		}
		to = r.next(p, from, to-1, o.Width)
	}
}

// build sets from:to as a line.
func (set *setter) build(p *paragraph, r *ruler, from, to int, whole []chunk, o Options) Line {
	end := to
	if p.text[end-1] == '\n' {
		end--
	}
	s := p.slice(from, end)
	visible := trimmed(p.text, from, end) - from
	if r.chances[to] == mayHyphen {
		s = s.hyphenated()
		visible = len(s.text)
	}
	s.levels = atLineEnd(s.levels, visible, p.rtl)
	chunks := whole
	if from > 0 || len(s.text) < len(p.text) || visible < len(s.text) {
		chunks = set.shape(p, s)
	}
	line := p.place(chunks, visible, s, o)
	for _, i := range p.span[from:to] {
		line.fit(p.spans[i].Style.Size, p.spans[i].Box, o.Leading)
	}
	for _, c := range chunks {
		line.fit(c.size, nil, o.Leading)
	}
	return line
}

// place puts chunks in visual order, from left to right.
func (p *paragraph) place(chunks []chunk, visible int, s stretch, o Options) Line {
	var line Line
	hanging := 0.0 // width of the spaces at the end
	for _, i := range visualOrder(chunks) {
		c := chunks[i]
		run := p.run(c, line.Width, s)
		run.Order = i
		line.Runs = append(line.Runs, run)
		line.Width += c.width
		hanging += c.hanging(visible)
	}
	line.Width -= hanging
	shift := 0.0
	if p.rtl {
		// The spaces stand to the left of the line, outside of it.
		shift -= hanging
	}
	if o.Width > 0 {
		shift += indent(o.Align, p.rtl) * (o.Width - line.Width)
	}
	for i := range line.Runs {
		line.Runs[i].X += shift
	}
	return line
}

// indent is the share of a line's free room that stands to its left.
func indent(a Align, rtl bool) float64 {
	switch {
	case a == AlignCentre:
		return 0.5
	case (a == AlignEnd) != rtl:
		return 1
	}
	return 0
}

// hanging returns the width in mm of the spaces from rune visible on.
func (c chunk) hanging(visible int) float64 {
	if c.to <= visible {
		return 0
	}
	total := 0.0
	for i, g := range c.glyphs {
		if c.clusters[i] >= visible {
			total += g.Advance
		}
	}
	return mm(total, c.size)
}

func (p *paragraph) run(c chunk, x float64, s stretch) Run {
	span := p.spans[c.span]
	run := Run{X: x, Width: c.width, Size: c.size, Style: span.Style, Tag: span.Tag}
	if c.font == nil {
		run.Box, run.Text = span.Box, span.Text
		return run
	}
	run.Font, run.Glyphs, run.RTL = c.font, c.glyphs, c.level%2 == 1
	run.Slant = span.Style.Italic && !c.font.upright
	run.Text = s.source(c.from, c.to)
	return run
}

// middle is how far over the baseline the middle of what is printed lies, in
// ems: between the dots of Ü and the foot of g.
const middle = 0.335

// fit makes a line's slot high enough for type of a size in points, and a box.
func (l *Line) fit(size float64, b *Box, leading float64) {
	em := size * MMPerPoint
	l.Ascent = max(l.Ascent, em*(leading/2+middle))
	l.Descent = max(l.Descent, em*(leading/2-middle))
	if b != nil {
		l.Ascent = max(l.Ascent, b.Ascent)
		l.Descent = max(l.Descent, b.Descent)
	}
}
