package typeset

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"sync"
	"unicode"
)

// Fonts sets text in the fonts of a directory. It is safe for concurrent use.
type Fonts struct {
	fsys fs.FS

	mu     sync.Mutex
	loaded map[file]*loading

	setters sync.Pool // of *setter
}

// loading is a font on its way: read once, whoever asks first.
type loading struct {
	once sync.Once
	font *Font
	err  error
}

// NewFonts returns the fonts in the root of fsys. Files are read when they are
// first needed.
func NewFonts(fsys fs.FS) *Fonts {
	f := &Fonts{fsys: fsys, loaded: map[file]*loading{}}
	f.setters.New = func() any { return newSetter() }
	return f
}

func (f *Fonts) load(name file) (*Font, error) {
	f.mu.Lock()
	l := f.loaded[name]
	if l == nil {
		l = &loading{}
		f.loaded[name] = l
	}
	f.mu.Unlock()
	l.once.Do(func() {
		data, err := fs.ReadFile(f.fsys, string(name))
		if err != nil {
			l.err = fmt.Errorf("typeset: load font: %w", err)
			return
		}
		if l.font, l.err = ParseFont(data); l.err != nil {
			l.err = fmt.Errorf("%s: %w", name, l.err)
			return
		}
		if m, ok := manners[name]; ok {
			l.font.upright, l.font.optical = m.upright, m.optical
		}
	})
	return l.font, l.err
}

// Font returns the main font of a style, the one its metrics are known by. An
// error says that the family is unknown or its file missing or damaged.
func (f *Fonts) Font(s Style) (*Font, error) {
	chain, err := f.chain(s)
	if err != nil {
		return nil, err
	}
	return chain[0], nil
}

// chain loads the fonts for a style. A fallback whose file is not there is left
// out; Missing tells what that costs.
func (f *Fonts) chain(s Style) ([]*Font, error) {
	files, ok := s.chain()
	if !ok {
		return nil, fmt.Errorf("typeset: unknown family %q", s.Family)
	}
	var chain []*Font
	for i, name := range files {
		font, err := f.load(name)
		if i > 0 && errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		chain = append(chain, font)
	}
	return chain, nil
}

// Missing returns the characters of text that no font of the style has, sorted
// and each once. All are missing if the style's family cannot be loaded.
func (f *Fonts) Missing(text string, s Style) []rune {
	chain, _ := f.chain(s)
	var missing []rune
	for _, r := range text {
		if invisible(r) || unicode.IsSpace(r) || pick(chain, r) != nil {
			continue
		}
		missing = append(missing, r)
	}
	slices.Sort(missing)
	return slices.Compact(missing)
}

// pick returns the first font that has r, nil if none has.
func pick(chain []*Font, r rune) *Font {
	for _, font := range chain {
		if font.Has(r) {
			return font
		}
	}
	return nil
}

// invisible characters steer the setting and need no glyph: joiners, direction
// marks, soft hyphens, variation selectors, controls.
func invisible(r rune) bool {
	return unicode.In(r, unicode.Cf, unicode.Cc, unicode.Variation_Selector)
}
