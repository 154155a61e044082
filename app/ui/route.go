package ui

// Route names a place in the window: a screen, and what it shows there in the
// screen's own words. Equal routes are the same place.
type Route struct {
	Screen string
	Params string
}

// history is the way that led here.
type history struct {
	routes []Route
	at     int // index of the present place
}

// mostRoutes bounds the way back.
const mostRoutes = 100

// visit makes r the present place and drops what lay ahead.
func (h *history) visit(r Route, replace bool) {
	if len(h.routes) > 0 {
		if h.routes[h.at] == r {
			return
		}
		h.routes = h.routes[:h.at+1]
		if replace {
			h.routes[h.at] = r
			return
		}
	}
	h.routes = append(h.routes, r)
	if len(h.routes) > mostRoutes {
		h.routes = h.routes[len(h.routes)-mostRoutes:]
	}
	h.at = len(h.routes) - 1
}

// step goes back (-1) or ahead (+1); false if there is nothing.
func (h *history) step(by int) (Route, bool) {
	to := h.at + by
	if to < 0 || to >= len(h.routes) {
		return Route{}, false
	}
	h.at = to
	return h.routes[to], true
}
