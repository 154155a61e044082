package typeset

import (
	"cmp"
	"slices"

	"golang.org/x/text/unicode/bidi"
)

// bracketPairs lists opening and closing brackets in turn, after
// BidiBrackets.txt.
const bracketPairs = "()[]{}༺༻༼༽᚛᚜⁅⁆⁽⁾₍₎⌈⌉⌊⌋〈〉❨❩❪❫❬❭❮❯❰❱❲❳❴❵⟅⟆⟦⟧⟨⟩⟪⟫⟬⟭⟮⟯⦃⦄⦅⦆⦇⦈⦉⦊⦋⦌⦍⦐⦏⦎⦑⦒⦓⦔⦕⦖⦗⦘" +
	"⧘⧙⧚⧛⧼⧽⸢⸣⸤⸥⸦⸧⸨⸩⹕⹖⹗⹘⹙⹚⹛⹜〈〉《》「」『』【】〔〕〖〗〘〙〚〛﹙﹚﹛﹜﹝﹞（）［］｛｝｟｠｢｣"

// openingOf and closing tell brackets: the key of a pair is its opening one.
var openingOf, isOpening = func() (map[rune]rune, map[rune]bool) {
	pairs := []rune(bracketPairs)
	opening, is := map[rune]rune{}, map[rune]bool{}
	for i := 0; i < len(pairs); i += 2 {
		is[pairs[i]] = true
		opening[pairs[i+1]] = pairs[i]
	}
	return opening, is
}()

// deepest is how far brackets may nest before rule BD16 gives up.
const deepest = 63

type bracketPair struct{ open, shut int }

// pairs finds matching brackets (BD16), sorted by the opening one.
func (s *sequence) pairs() []bracketPair {
	type opened struct {
		r  rune
		at int
	}
	var stack []opened
	var pairs []bracketPair
	for i, r := range s.text {
		if s.class[i] != bidi.ON {
			continue
		}
		r = equivalent(r)
		if isOpening[r] {
			if len(stack) == deepest {
				break
			}
			stack = append(stack, opened{r, i})
			continue
		}
		want, ok := openingOf[r]
		if !ok {
			continue
		}
		for k := len(stack) - 1; k >= 0; k-- {
			if stack[k].r == want {
				pairs = append(pairs, bracketPair{stack[k].at, i})
				stack = stack[:k]
				break
			}
		}
	}
	slices.SortFunc(pairs, func(a, b bracketPair) int { return cmp.Compare(a.open, b.open) })
	return pairs
}

// equivalent maps the angle brackets that Unicode has twice to one.
func equivalent(r rune) rune {
	switch r {
	case '\u2329':
		return '\u3008'
	case '\u232A':
		return '\u3009'
	}
	return r
}

// brackets gives a pair the direction of what is in it, or before it (N0).
func (s *sequence) brackets() {
	for _, pair := range s.pairs() {
		direction := s.inside(pair)
		if direction == bidi.ON {
			continue
		}
		if direction != s.base && s.before(pair.open) != direction {
			direction = s.base
		}
		for _, at := range []int{pair.open, pair.shut} {
			s.class[at] = direction
			for i := at + 1; i < len(s.mark) && s.mark[i]; i++ {
				s.class[i] = direction
			}
		}
	}
}

// inside returns the base direction if it is to be found in a pair, else the
// other one, or ON where there is none.
func (s *sequence) inside(pair bracketPair) bidi.Class {
	found := bidi.ON
	for i := pair.open + 1; i < pair.shut; i++ {
		switch d := s.direction(i); d {
		case bidi.ON:
		case s.base:
			return s.base
		default:
			found = d
		}
	}
	return found
}

// before returns the direction that reaches up to i.
func (s *sequence) before(i int) bidi.Class {
	for i--; i >= 0; i-- {
		if d := s.direction(i); d != bidi.ON {
			return d
		}
	}
	return s.base
}
