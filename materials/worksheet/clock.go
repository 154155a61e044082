package worksheet

import (
	"math"
	"strconv"
	"strings"

	"lernkoffer/materials"
	"lernkoffer/materials/exercise"
)

// clock has faces (or digital times) to connect with the spoken times.
func clock(b *builder, blk *materials.Block, o exercise.Options) (part, error) {
	ex, err := exercise.NewMatching(blk.Rows, o)
	if err != nil {
		return part{}, err
	}
	analogue := blk.Options.Get("style") != "digital"
	var clocks []side
	for _, text := range ex.Left {
		h, m, ok := clockTime(text.String())
		if !ok || !analogue {
			return part{pupil: b.connectRows(b.textSides(ex.Left), b.textSides(ex.Right)), key: b.pairKey(ex)}, nil
		}
		clocks = append(clocks, side{height: 24, width: 24, draw: func(c *canvas, x, y float64) { drawClock(c, x+12, y+12, 11, h, m) }})
	}
	return part{pupil: b.connectAround(clocks, b.textSides(ex.Right)), key: b.pairKey(ex)}, nil
}

// clockTime reads "7:45".
func clockTime(text string) (hour, minute int, ok bool) {
	h, m, found := strings.Cut(strings.TrimSuffix(strings.TrimSpace(text), " Uhr"), ":")
	hour, err1 := strconv.Atoi(h)
	minute, err2 := strconv.Atoi(m)
	return hour, minute, found && err1 == nil && err2 == nil && hour < 25 && minute < 60
}

// drawClock is a face with hands: 12 marks, the quarters longer.
func drawClock(c *canvas, x, y, r float64, hour, minute int) {
	c.artifact(stroke(circle(x, y, r), black, 0.5))
	at := func(turn, radius float64) (float64, float64) {
		return x + radius*math.Sin(2*math.Pi*turn), y - radius*math.Cos(2*math.Pi*turn)
	}
	for i := range 12 {
		inner := r * 0.88
		if i%3 == 0 {
			inner = r * 0.8
		}
		x0, y0 := at(float64(i)/12, inner)
		x1, y1 := at(float64(i)/12, r*0.95)
		c.rule(x0, y0, x1, y1, black, 0.35)
	}
	hx, hy := at((float64(hour%12)+float64(minute)/60)/12, r*0.5)
	mx, my := at(float64(minute)/60, r*0.75)
	c.artifact(stroke(linePath(x, y, hx, hy), black, 0.9), stroke(linePath(x, y, mx, my), black, 0.5), fill(circle(x, y, 0.7), black))
}
