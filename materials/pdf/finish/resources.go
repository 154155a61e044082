package finish

import (
	"fmt"
	"strings"

	"lernkoffer/materials/typeset"
)

// Resources are the fonts, forms and opacities that the contents of one document
// share. The zero value is not ready; use NewResources.
type Resources struct {
	fonts  []*Font
	byFont map[*typeset.Font]*Font
	forms  []*Form
	alphas []opacity
}

// NewResources returns none yet.
func NewResources() *Resources {
	return &Resources{byFont: map[*typeset.Font]*Font{}, alphas: []opacity{{1, 1}}}
}

// opacity is that of filling and stroking, 0 to 1.
type opacity struct{ fill, stroke float64 }

// Form is a drawing that contents show any number of times.
type Form struct {
	name          string
	width, height float64
	content       *Content
}

// Font returns the resource for a font.
func (r *Resources) Font(f *typeset.Font) *Font {
	font := r.byFont[f]
	if font == nil {
		font = newFont(f, fmt.Sprintf("F%d", len(r.fonts)))
		r.fonts = append(r.fonts, font)
		r.byFont[f] = font
	}
	return font
}

// Form makes a form of a content that fills width × height from its origin.
func (r *Resources) Form(width, height float64, content *Content) *Form {
	form := &Form{name: fmt.Sprintf("X%d", len(r.forms)), width: width, height: height, content: content}
	r.forms = append(r.forms, form)
	return form
}

// alpha returns the index of an opacity; 0 is opaque.
func (r *Resources) alpha(o opacity) int {
	for i, known := range r.alphas {
		if known == o {
			return i
		}
	}
	r.alphas = append(r.alphas, o)
	return len(r.alphas) - 1
}

func alphaName(index int) string { return fmt.Sprintf("A%d", index) }

// add writes all resources and returns their dictionary's entries.
func (r *Resources) add(f *File) string {
	var fonts, forms, alphas strings.Builder
	refs := make([]Ref, len(r.alphas))
	for i, o := range r.alphas {
		refs[i] = f.Add(fmt.Sprintf("<</Type /ExtGState /ca %s /CA %s>>", number(o.fill), number(o.stroke)))
		fmt.Fprintf(&alphas, "/%s %s ", alphaName(i), refs[i])
	}
	for _, form := range r.forms {
		own := ""
		for _, alpha := range form.content.alphas {
			own += fmt.Sprintf("/%s %s ", alphaName(alpha), refs[alpha])
		}
		if own != "" {
			own = fmt.Sprintf("/ExtGState <<%s>>", own)
		}
		ref := f.AddStream(fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 %s %s] /Resources <<%s>>",
			number(form.width), number(form.height), own), form.content.buf)
		fmt.Fprintf(&forms, "/%s %s ", form.name, ref)
	}
	for _, font := range r.fonts {
		fmt.Fprintf(&fonts, "/%s %s ", font.name, font.add(f))
	}
	return fmt.Sprintf("<</ExtGState <<%s>> /Font <<%s>> /XObject <<%s>>>>", alphas.String(), fonts.String(), forms.String())
}
