package pages

// LRU keeps the values used last.
type LRU[K comparable, V any] struct {
	most   int
	values map[K]V
	order  []K // the one used last at the end
}

// NewLRU returns an empty LRU that keeps at most so many values.
func NewLRU[K comparable, V any](most int) *LRU[K, V] {
	return &LRU[K, V]{most: most, values: make(map[K]V)}
}

// Get returns a value that is kept, and uses it.
func (l *LRU[K, V]) Get(key K) (V, bool) {
	v, ok := l.values[key]
	if ok {
		l.touch(key)
	}
	return v, ok
}

// Put keeps a value, and drops the one not used for the longest time where there
// are too many.
func (l *LRU[K, V]) Put(key K, v V) {
	l.values[key] = v
	l.touch(key)
	if len(l.order) > l.most {
		delete(l.values, l.order[0])
		l.order = l.order[1:]
	}
}

func (l *LRU[K, V]) touch(key K) {
	for i, k := range l.order {
		if k == key {
			copy(l.order[i:], l.order[i+1:])
			l.order[len(l.order)-1] = key
			return
		}
	}
	l.order = append(l.order, key)
}
