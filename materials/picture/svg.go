package picture

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
)

// The limits of a drawing.
const (
	mostBytes  = 1 << 20
	mostDepth  = 64
	mostShapes = 20_000
)

const namespace = "http://www.w3.org/2000/svg"

// Parse reads an SVG drawing: groups, the basic shapes and paths, with solid
// paints, strokes and transforms. Its units are those of the viewBox, CSS pixels
// where there is none. It fails in German for what it can't draw (text, images,
// gradients, masks …), naming the element, rather than draw half of it.
func Parse(svg []byte) (*Picture, error) {
	if len(svg) > mostBytes {
		return nil, fmt.Errorf("SVG: die Zeichnung hat %d Bytes, höchstens %d gehen", len(svg), mostBytes)
	}
	// The decoder knows the entities of XML itself and no others: none expand.
	d := &reader{xml: xml.NewDecoder(bytes.NewReader(svg)), picture: &Picture{}}
	if err := d.document(); err != nil {
		line, _ := d.xml.InputPos()
		return nil, fmt.Errorf("SVG, Zeile %d: %w", line, err)
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
			return errors.New("das Element svg fehlt")
		}
		if err != nil {
			return err
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		if start.Name.Local != "svg" || foreign(start) {
			return fmt.Errorf("das äußerste Element ist %.40q statt svg", start.Name.Local)
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
		return d.children(frame{style: st, place: place, depth: 1})
	}
}

// view reads the size of the drawing and moves its corner to the origin.
func (d *reader) view(attrs map[string]string) (matrix, error) {
	if box, ok := attrs["viewBox"]; ok {
		v, err := parseNumbers(box)
		if err != nil || len(v) != 4 || v[2] <= 0 || v[3] <= 0 {
			return identity, fmt.Errorf("die viewBox %.40q hat nicht vier Zahlen mit einer Größe", box)
		}
		d.picture.Width, d.picture.Height = v[2], v[3]
		return matrix{1, 0, 0, 1, -v[0], -v[1]}, nil
	}
	w, errW := parseLength(attrs["width"])
	h, errH := parseLength(attrs["height"])
	if errW != nil || errH != nil || w <= 0 || h <= 0 {
		return identity, errors.New("weder viewBox noch Breite und Höhe sind angegeben")
	}
	d.picture.Width, d.picture.Height = w, h
	return identity, nil
}

// children reads up to the end of the element whose frame is given.
func (d *reader) children(f frame) error {
	if f.depth > mostDepth {
		return fmt.Errorf("mehr als %d Elemente stecken ineinander", mostDepth)
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

// inkless are elements that draw nothing where they stand.
var inkless = map[string]bool{
	"defs": true, "metadata": true, "title": true, "desc": true, "clipPath": true, "marker": true,
	"symbol": true, "mask": true, "filter": true, "linearGradient": true, "radialGradient": true,
	"pattern": true, "script": true,
}

// foreign tells the data that editors keep in their own namespaces.
func foreign(e xml.StartElement) bool { return e.Name.Space != "" && e.Name.Space != namespace }

// element draws one element, or skips what carries no ink.
func (d *reader) element(start xml.StartElement, f frame) error {
	name := start.Name.Local
	if foreign(start) || inkless[name] {
		return d.xml.Skip()
	}
	attrs := attributes(start)
	if _, ok := shapes[name]; !ok && name != "g" && name != "a" {
		return fmt.Errorf("das Element %.40q lässt sich nicht zeichnen", name)
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
	if shape, ok := shapes[name]; ok && !inner.style.gone && !inner.style.hidden {
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
	scale := f.place.scale()
	shape := Shape{EvenOdd: f.style.evenOdd, Fill: f.style.filled(), Stroke: f.style.stroked(scale)}
	if len(path) == 0 || scale == 0 || shape.Fill.Opacity == 0 && shape.Stroke.Opacity == 0 {
		return nil
	}
	if len(d.picture.Shapes) >= mostShapes {
		return fmt.Errorf("mehr als %d Formen sind zu viel", mostShapes)
	}
	var ok bool
	if shape.Path, ok = f.place.path(path); !ok || shape.Stroke.Width > farthest {
		return errors.New("eine Form liegt zu weit außerhalb des Bildes")
	}
	if f.style.strokeFirst && shape.Fill.Opacity > 0 && shape.Stroke.Opacity > 0 {
		d.picture.Shapes = append(d.picture.Shapes, Shape{Path: shape.Path, Stroke: shape.Stroke})
		shape.Stroke = Stroke{}
	}
	d.picture.Shapes = append(d.picture.Shapes, shape)
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
