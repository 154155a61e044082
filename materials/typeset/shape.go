package typeset

import (
	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/segmenter"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
)

// setter is the working memory of one layout at a time.
type setter struct {
	shaper  shaping.HarfbuzzShaper
	faces   map[*Font]*font.Face
	breaker segmenter.Segmenter
}

func newSetter() *setter {
	s := &setter{faces: map[*Font]*font.Face{}}
	// Without a cache the tables of a font are prepared anew for each item.
	s.shaper.SetFontCacheSize(64)
	return s
}

// chunk is a shaped item or a Box: a Run before it has found its place.
type chunk struct {
	from, to int // runes of the stretch
	level    uint8
	span     int
	font     *Font
	size     float64 // pt
	glyphs   []Glyph
	clusters []int // first rune of each glyph's cluster
	width    float64
}

// noLiga keeps letters apart for those who learn to read them.
var noLiga = []shaping.FontFeature{{Tag: ot.MustNewTag("liga"), Value: 0}}

// shape turns a stretch into chunks in logical order.
func (set *setter) shape(p *paragraph, s stretch) []chunk {
	items := p.items(s)
	chunks := make([]chunk, 0, len(items))
	for _, it := range items {
		c := chunk{from: it.from, to: it.to, level: s.levels[it.from], span: s.span[it.from], font: it.font}
		if it.font == nil {
			c.width = p.spans[c.span].Box.Width
		} else {
			style := p.spans[c.span].Style
			c.size = style.Size * it.font.optical
			set.shapeItem(style, s, it, &c)
		}
		chunks = append(chunks, c)
	}
	return chunks
}

func (set *setter) shapeItem(style Style, s stretch, it item, c *chunk) {
	face := set.faces[it.font]
	if face == nil {
		face = font.NewFace(it.font.font)
		set.faces[it.font] = face
	}
	in := shaping.Input{
		Text: s.text, RunStart: it.from, RunEnd: it.to,
		Direction: di.DirectionLTR,
		Face:      face,
		Size:      fixed.I(1000), // so that lengths come in thousandths of an em
		Script:    it.script,
		Language:  language.NewLanguage(languageOf(style)),
	}
	if c.level%2 == 1 {
		in.Direction = di.DirectionRTL
	}
	if style.NoLiga {
		in.FontFeatures = noLiga
	}
	out := set.shaper.Shape(in)
	c.glyphs = make([]Glyph, len(out.Glyphs))
	c.clusters = make([]int, len(out.Glyphs))
	total := 0.0
	for i, g := range out.Glyphs {
		c.glyphs[i] = Glyph{
			ID:      GlyphID(g.GlyphID),
			Advance: thousandths(g.XAdvance),
			XOffset: thousandths(g.XOffset),
			YOffset: thousandths(g.YOffset),
		}
		c.clusters[i] = g.ClusterIndex
		total += c.glyphs[i].Advance
	}
	c.width = mm(total, c.size)
	c.attachText(s)
}

// attachText gives each cluster's first glyph its source text.
func (c *chunk) attachText(s stretch) {
	before := c.to // of the cluster to the left, where text runs to the left
	for i := 0; i < len(c.glyphs); {
		from, j := c.clusters[i], i+1
		for j < len(c.glyphs) && c.clusters[j] == from {
			j++
		}
		to := c.to
		if c.level%2 == 1 {
			to, before = before, from
		} else if j < len(c.glyphs) {
			to = c.clusters[j]
		}
		c.glyphs[i].Text = s.source(from, to)
		i = j
	}
}

func languageOf(s Style) string {
	if s.Language == "" {
		return "de"
	}
	return s.Language
}

func thousandths(v fixed.Int26_6) float64 { return float64(v) / 64 }

// mm converts thousandths of an em at a size in points.
func mm(thousandths, size float64) float64 { return thousandths / 1000 * size * MMPerPoint }
