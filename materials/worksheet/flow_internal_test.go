package worksheet

import "testing"

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

func equal(a, b []int) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
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
			if got := counts(paginate(tc.chunks, func(int) float64 { return 100 })); !equal(got, tc.want) {
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
