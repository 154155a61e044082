package exercise

import (
	"hash/fnv"
	"math/rand/v2"
	"slices"
)

// dice is the chance behind an exercise. It draws from PCG-DXSM only by whole
// 64-bit numbers and shuffles by itself, so that no other release of the
// standard library can change a sheet that is already printed.
type dice struct{ pcg *rand.PCG }

// newDice returns the chance that belongs to a seed and names; the names keep
// what is drawn for one purpose apart from what is drawn for another.
func newDice(seed uint64, names ...string) *dice {
	h := fnv.New64a()
	for _, name := range names {
		h.Write([]byte(name))
		h.Write([]byte{0})
	}
	return &dice{rand.NewPCG(seed, h.Sum64())}
}

// below returns a number from 0 to n-1. The bias of the remainder is below
// n/2⁶⁴ and of no matter here.
func (d *dice) below(n int) int { return int(d.pcg.Uint64() % uint64(n)) }

// order returns the numbers 0 to n-1 shuffled.
func (d *dice) order(n int) []int {
	p := make([]int, n)
	for i := range p {
		p[i] = i
	}
	d.shuffle(p)
	return p
}

func (d *dice) shuffle(p []int) {
	for i := len(p) - 1; i > 0; i-- {
		j := d.below(i + 1)
		p[i], p[j] = p[j], p[i]
	}
}

// tries bounds the search for an order that fulfils a condition. The conditions
// hold for at least one order in six, so the bound is never met where one exists.
const tries = 500

// arranged draws an order of n things that fulfils ok (any if ok is nil). What
// group B gets differs from what group A gets wherever a second order exists;
// same tells whether two orders look the same on paper (nil: only if equal).
// It reports false if no order fulfils ok.
func arranged(o Options, kind string, n int, ok func([]int) bool, same func(a, b []int) bool) ([]int, bool) {
	a, found := drawn(newDice(o.Seed, kind, GroupA), n, ok)
	if !found || o.group() == GroupA {
		return a, found
	}
	if same == nil {
		same = slices.Equal[[]int]
	}
	b, found := drawn(newDice(o.Seed, kind, GroupB), n, func(p []int) bool {
		return (ok == nil || ok(p)) && !same(a, p)
	})
	if !found {
		return a, true
	}
	return b, true
}

func drawn(d *dice, n int, ok func([]int) bool) ([]int, bool) {
	for range tries {
		if p := d.order(n); ok == nil || ok(p) {
			return p, true
		}
	}
	return nil, false
}

// nothingInPlace reports whether no thing has kept its place.
func nothingInPlace(p []int) bool {
	for i, j := range p {
		if i == j {
			return false
		}
	}
	return true
}

// notSorted reports whether the order differs from the one things came in.
func notSorted(p []int) bool { return !slices.IsSorted(p) }

// take returns the things in the order p.
func take[T any](things []T, p []int) []T {
	out := make([]T, len(p))
	for i, j := range p {
		out[i] = things[j]
	}
	return out
}

// sample keeps at most count of things, in their order; all for count 0. Both
// groups keep the same.
func sample[T any](o Options, kind string, things []T, count int) []T {
	if count <= 0 || count >= len(things) {
		return things
	}
	p := newDice(o.Seed, kind, "sample").order(len(things))[:count]
	slices.Sort(p)
	return take(things, p)
}
