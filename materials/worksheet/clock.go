package worksheet

import (
	"math"
	"strconv"
	"strings"

	"lernkoffer/materials/page"
)

// clockSide is the face of a clock that shows a time; who cannot see it hears it.
func clockSide(text string) side {
	const size, radius = 24.0, 11.0
	hour, minute, _ := clockTime(text)
	return drawnSide(size, func(c *canvas, x, y float64) {
		c.add(page.Begin{Role: page.RoleFigure, Alt: "Uhr: " + text})
		drawClock(c, x+size/2, y+size/2, radius, hour, minute)
		c.end()
	})
}

// clockTime reads "7:45".
func clockTime(text string) (hour, minute int, ok bool) {
	h, m, found := strings.Cut(strings.TrimSuffix(strings.TrimSpace(text), " Uhr"), ":")
	hour, err1 := strconv.Atoi(h)
	minute, err2 := strconv.Atoi(m)
	return hour, minute, found && err1 == nil && err2 == nil && hour >= 0 && hour <= 24 && minute >= 0 && minute < 60
}

// drawClock is a face with hands: 12 marks, the quarters longer.
func drawClock(c *canvas, x, y, r float64, hour, minute int) {
	c.add(stroke(circle(x, y, r), black, 0.5))
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
		c.add(stroke(linePath(x0, y0, x1, y1), black, 0.35))
	}
	hx, hy := at((float64(hour%12)+float64(minute)/60)/12, r*0.5)
	mx, my := at(float64(minute)/60, r*0.75)
	c.add(stroke(linePath(x, y, hx, hy), black, 0.9), stroke(linePath(x, y, mx, my), black, 0.5), fill(circle(x, y, 0.7), black))
}
