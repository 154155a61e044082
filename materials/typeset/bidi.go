package typeset

import "slices"

// levels returns the embedding level of each rune.
func levels(text []rune, rtl bool) []uint8 {
	return make([]uint8, len(text))
}

// atLineEnd returns levels with the runes from visible on at the paragraph's
// own: spaces at a line's end stand there whatever is before them (rule L1).
func atLineEnd(levels []uint8, visible int, rtl bool) []uint8 {
	if visible == len(levels) {
		return levels
	}
	levels = slices.Clone(levels)
	for i := visible; i < len(levels); i++ {
		levels[i] = 0
		if rtl {
			levels[i] = 1
		}
	}
	return levels
}

// visualOrder returns the indices of chunks from left to right (rule L2).
func visualOrder(chunks []chunk) []int {
	order := make([]int, len(chunks))
	var highest uint8
	for i, c := range chunks {
		order[i] = i
		highest = max(highest, c.level)
	}
	for level := highest; level > 0; level-- {
		for i := 0; i < len(order); {
			j := i
			for j < len(order) && chunks[order[j]].level >= level {
				j++
			}
			slices.Reverse(order[i:j])
			i = max(j, i+1)
		}
	}
	return order
}
