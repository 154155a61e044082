package browse

// lru keeps the values used last.
type lru[K comparable, V any] struct {
	most   int
	values map[K]V
	order  []K // the one used last at the end
}

func newLRU[K comparable, V any](most int) *lru[K, V] {
	return &lru[K, V]{most: most, values: make(map[K]V)}
}

func (l *lru[K, V]) get(key K) (V, bool) {
	v, ok := l.values[key]
	if ok {
		l.touch(key)
	}
	return v, ok
}

func (l *lru[K, V]) put(key K, v V) {
	l.values[key] = v
	l.touch(key)
	if len(l.order) > l.most {
		delete(l.values, l.order[0])
		l.order = l.order[1:]
	}
}

func (l *lru[K, V]) touch(key K) {
	for i, k := range l.order {
		if k == key {
			copy(l.order[i:], l.order[i+1:])
			l.order[len(l.order)-1] = key
			return
		}
	}
	l.order = append(l.order, key)
}
