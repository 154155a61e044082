package picture

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// The limits of a drawing.
const (
	mostBytes  = 1 << 20
	mostDepth  = 64
	mostShapes = 20_000
)

// Parse reads an SVG drawing: groups, the basic shapes and paths, with solid
// paints, strokes and transforms. It fails for what it can't draw (text, images,
// gradients, masks …), naming the element, rather than draw half of it.
func Parse(svg []byte) (*Picture, error) {
	if len(svg) > mostBytes {
		return nil, fmt.Errorf("svg: %d bytes, at most %d", len(svg), mostBytes)
	}
	d := &reader{xml: xml.NewDecoder(bytes.NewReader(svg)), picture: &Picture{}}
	if err := d.document(); err != nil {
		return nil, fmt.Errorf("svg: %w", err)
	}
	return d.picture, nil
}

// reader walks an SVG document.
type reader struct {
	xml     *xml.Decoder
	picture *Picture
}

// frame is what an element hands down.
type frame struct {
	style style
	place matrix
	depth int
}

func (d *reader) document() error {
	for {
		token, err := d.xml.Token()
		if errors.Is(err, io.EOF) {
			return errors.New("no svg element")
		}
		if err != nil {
			return err
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		if start.Name.Local != "svg" {
			return fmt.Errorf("the root is %.40q, not svg", start.Name.Local)
		}
		attrs := attributes(start)
		place, err := d.view(attrs)
		if err != nil {
			return err
		}
		st, err := initial.with(attrs)
		if err != nil {
			return err
		}
		return d.children(frame{style: st, place: place})
	}
}

// view reads the size of the drawing and moves its corner to the origin.
func (d *reader) view(attrs map[string]string) (matrix, error) {
	if box, ok := attrs["viewBox"]; ok {
		v, err := parseNumbers(box)
		if err != nil || len(v) != 4 || v[2] <= 0 || v[3] <= 0 {
			return identity, fmt.Errorf("viewBox %.40q", box)
		}
		d.picture.Width, d.picture.Height = v[2], v[3]
		return matrix{1, 0, 0, 1, -v[0], -v[1]}, nil
	}
	w, errW := parseLength(attrs["width"])
	h, errH := parseLength(attrs["height"])
	if errW != nil || errH != nil || w <= 0 || h <= 0 {
		return identity, errors.New("neither viewBox nor width and height")
	}
	d.picture.Width, d.picture.Height = w, h
	return identity, nil
}

// children reads up to the end of the element whose frame is given.
func (d *reader) children(f frame) error {
	if f.depth > mostDepth {
		return fmt.Errorf("more than %d elements inside each other", mostDepth)
	}
	for {
		token, err := d.xml.Token()
		if err != nil {
			if errors.Is(err, io.EOF) {
				err = io.ErrUnexpectedEOF
			}
			return err
		}
		switch t := token.(type) {
		case xml.EndElement:
			return nil
		case xml.StartElement:
			if err := d.element(t, f); err != nil {
				return err
			}
		}
	}
}

// element draws one element, or skips what carries no ink.
func (d *reader) element(start xml.StartElement, f frame) error {
	name := start.Name.Local
	switch name {
	case "defs", "metadata", "title", "desc", "clipPath", "namedview", "style", "marker":
		return d.xml.Skip()
	}
	attrs := attributes(start)
	if _, ok := shapes[name]; !ok && name != "g" && name != "a" && name != "switch" {
		if start.Name.Space != "" && !strings.Contains(start.Name.Space, "w3.org/2000/svg") {
			return d.xml.Skip() // an editor's own data
		}
		return fmt.Errorf("element %.40q can't be drawn", name)
	}
	inner := frame{place: f.place, depth: f.depth + 1}
	var err error
	if inner.style, err = f.style.with(attrs); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if t, ok := attrs["transform"]; ok {
		m, err := parseTransform(t)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		inner.place = f.place.times(m)
	}
	if shape, ok := shapes[name]; ok && !inner.style.hidden {
		path, err := shape(attrs)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		if err := d.draw(path, inner); err != nil {
			return err
		}
	}
	return d.children(inner)
}

// draw adds a shape unless it leaves no ink.
func (d *reader) draw(path Path, f frame) error {
	if len(d.picture.Shapes) >= mostShapes {
		return fmt.Errorf("more than %d shapes", mostShapes)
	}
	shape := Shape{Path: f.place.path(path), EvenOdd: f.style.evenOdd, Fill: f.style.fill}
	shape.Fill.Opacity *= f.style.fillOpacity * f.style.opacity
	scale := f.place.scale()
	if width := f.style.width * scale; f.style.stroke.Opacity > 0 && width > 0 {
		shape.Stroke = Stroke{Paint: f.style.stroke, Width: width, Cap: f.style.cap, Join: f.style.join}
		shape.Stroke.Opacity *= f.style.strokeOpacity * f.style.opacity
		for _, dash := range f.style.dash {
			shape.Stroke.Dash = append(shape.Stroke.Dash, dash*scale)
		}
	}
	if len(path) > 0 && (shape.Fill.Opacity > 0 || shape.Stroke.Opacity > 0) {
		d.picture.Shapes = append(d.picture.Shapes, shape)
	}
	return nil
}

func attributes(e xml.StartElement) map[string]string {
	out := make(map[string]string, len(e.Attr))
	for _, a := range e.Attr {
		if a.Name.Space == "" {
			out[a.Name.Local] = a.Value
		}
	}
	return out
}
