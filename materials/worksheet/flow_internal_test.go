package worksheet

import (
	"slices"
	"testing"
)

// strips are n pieces of a height each.
func strips(n int, height float64) []piece {
	out := make([]piece, n)
	for i := range out {
		out[i] = piece{height: height}
	}
	return out
}

func counts(pages [][]placed) []int {
	out := make([]int, len(pages))
	for i, p := range pages {
		out[i] = len(p)
	}
	return out
}

// Ensure that pages break where a person would.
func TestPaginate(t *testing.T) {
	heading := piece{height: 10, hold: true}
	for _, tc := range []struct {
		name   string
		chunks []chunk
		want   []int // pieces a page
	}{
		{"all on one page", []chunk{{pieces: strips(5, 10)}, {pieces: strips(4, 10)}}, []int{9}},
		{"a short task moves whole", []chunk{{pieces: strips(8, 10)}, {pieces: strips(3, 10)}}, []int{8, 3}},
		{"a long task is torn", []chunk{{pieces: strips(5, 10)}, {pieces: strips(8, 10)}}, []int{10, 3}},
		{"running text is torn though short", []chunk{{pieces: strips(8, 10)}, {pieces: strips(3, 10), torn: true}}, []int{10, 1}},
		{"what holds together is never torn", []chunk{{pieces: strips(7, 10)}, {pieces: holdAll(strips(6, 10))}}, []int{7, 6}},
		{"a heading is never last on its page", []chunk{{pieces: strips(9, 10)}, {pieces: []piece{heading}}, {pieces: strips(4, 10)}}, []int{9, 5}},
		{"a heading at the end of a text moves to the next chunk", []chunk{{pieces: append(strips(9, 10), heading), torn: true}, {pieces: strips(4, 10)}}, []int{9, 5}},
		{"a fresh chunk begins a page", []chunk{{pieces: strips(2, 10)}, {pieces: strips(2, 10), fresh: true}}, []int{2, 2}},
		{"a lone heading at the very end stays", []chunk{{pieces: []piece{heading}}}, []int{1}},
		{"nothing is one empty page", nil, []int{0}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if got := counts(paginate(tc.chunks, func(int) float64 { return 100 })); !slices.Equal(got, tc.want) {
				t.Errorf("pieces a page = %v, want %v", got, tc.want)
			}
		})
	}
}

// Ensure that nothing overlaps, runs over the foot or is lost.
func TestPaginateKeepsAll(t *testing.T) {
	var chunks []chunk
	total := 0
	for i := range 60 {
		n := 1 + i*7%9
		pieces := strips(n, float64(3+i%11))
		for k := range pieces {
			pieces[k].before = float64(i % 4)
			pieces[k].hold = (i+k)%5 == 0
		}
		total += n
		chunks = append(chunks, chunk{pieces: pieces, torn: i%3 == 0})
	}
	const first, further = 90, 120
	got := 0
	for n, p := range paginate(chunks, func(n int) float64 {
		if n == 0 {
			return first
		}
		return further
	}) {
		room := float64(further)
		if n == 0 {
			room = first
		}
		y := 0.0
		for _, placed := range p {
			if placed.y < y {
				t.Fatalf("page %d: a piece at %.1f overlaps what ends at %.1f", n+1, placed.y, y)
			}
			y = placed.y + placed.height
			got++
		}
		if y > room {
			t.Errorf("page %d: its content ends at %.1f of %.1f mm", n+1, y, room)
		}
	}
	if got != total {
		t.Errorf("%d pieces placed, want %d", got, total)
	}
}

// tall is a row of two columns with lines of 10 mm.
func tall(left, right int) piece {
	return beside([]column{{pieces: strips(left, 10)}, {x: 50, pieces: strips(right, 10)}})
}

// Ensure that what no page can hold is torn, and all else kept whole.
func TestPaginateTears(t *testing.T) {
	frame := func(n int, height float64) []piece {
		b := &box{pad: 5, draw: func(*canvas, float64, float64, float64) {}}
		return b.around(strips(n, height))
	}
	for _, tc := range []struct {
		name   string
		chunks []chunk
		want   []float64 // height of the pieces of each page
	}{
		{"a box moves whole", []chunk{{pieces: strips(6, 10)}, {pieces: frame(4, 10)}}, []float64{60, 40}},
		{"two boxes are two", []chunk{{pieces: frame(4, 10)}, {pieces: append(frame(3, 10), frame(3, 10)...)}}, []float64{70, 30}},
		{"a box taller than a page is torn", []chunk{{pieces: strips(2, 10)}, {pieces: frame(15, 10)}}, []float64{90, 80}},
		{"a row taller than a page is torn", []chunk{{pieces: []piece{tall(2, 25)}}}, []float64{100, 100, 50}},
		{"it begins below what it belongs to", []chunk{{pieces: strips(3, 10)}, {pieces: []piece{tall(12, 1)}}}, []float64{100, 50}},
		{"but not at the foot of a page", []chunk{{pieces: strips(8, 10)}, {pieces: []piece{tall(12, 1)}}}, []float64{80, 100, 20}},
		{"what holds together is torn where no page has room", []chunk{{pieces: holdAll(strips(12, 10))}}, []float64{100, 20}},
		{"a picture alone runs over", []chunk{{pieces: strips(1, 120)}, {pieces: strips(1, 10)}}, []float64{120, 10}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			var got []float64
			for _, p := range paginate(tc.chunks, func(int) float64 { return 100 }) {
				h := 0.0
				for _, placed := range p {
					h += placed.height
				}
				got = append(got, h)
			}
			if !slices.Equal(got, tc.want) {
				t.Errorf("heights %v, want %v", got, tc.want)
			}
		})
	}
}

// Ensure that a first page with less room sends on what fits the next.
func TestPaginateShortFirstPage(t *testing.T) {
	set := paginate([]chunk{{pieces: strips(1, 80)}}, func(n int) float64 {
		if n == 0 {
			return 50
		}
		return 100
	})
	if got := counts(set); !slices.Equal(got, []int{0, 1}) {
		t.Errorf("pieces a page = %v", got)
	}
}

// Ensure that each page has a frame of its own around its part of a box.
func TestPaintBoxes(t *testing.T) {
	var frames [][2]float64
	b := &box{pad: 5, draw: func(_ *canvas, _, y, h float64) { frames = append(frames, [2]float64{y, h}) }}
	for _, p := range paginate([]chunk{{pieces: b.around(strips(12, 10))}}, func(int) float64 { return 100 }) {
		paint(&canvas{}, p, 0, 0)
	}
	if want := [][2]float64{{0, 100}, {0, 40}}; !slices.Equal(frames, want) {
		t.Errorf("frames %v, want %v", frames, want)
	}
}
