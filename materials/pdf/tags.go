package pdf

import (
	"errors"

	"lernkoffer/materials/page"
	"lernkoffer/materials/pdf/finish"
	"lernkoffer/materials/typeset"
)

var errUnbalanced = errors.New("tags are not balanced")

// tags marks the content of a page for screen readers: everything belongs to an
// element of the structure or is an artifact.
type tags struct {
	tree    *finish.Tree
	content *finish.Content
	open    []tag
	marked  bool   // a marked content is open
	span    bool   // in it a span in a language
	spoken  string // the language of that span
}

// tag is an open part; element is nil in artifacts.
type tag struct {
	element  *finish.Element
	role     page.Role
	language string
}

func newTags(tree *finish.Tree, content *finish.Content, language string) tags {
	return tags{tree: tree, content: content, open: []tag{{language: language}}}
}

func (t *tags) top() tag { return t.open[len(t.open)-1] }

// begin opens a part. What is in an artifact is one too.
func (t *tags) begin(b page.Begin) {
	t.unmark()
	above := t.top()
	part := tag{role: b.Role, language: above.language}
	if b.Language != "" {
		part.language = b.Language
	}
	if b.Role == page.RoleArtifact || above.role == page.RoleArtifact {
		part.role = page.RoleArtifact
		t.open = append(t.open, part)
		return
	}
	parent := above.element
	if parent == nil {
		parent = t.tree.Root()
	}
	element := &finish.Element{Role: string(b.Role), Alt: b.Alt}
	if part.language != above.language {
		element.Language = part.language
	}
	if b.Role == page.RoleHead {
		element.Scope = "Column"
	}
	part.element = parent.Add(element)
	if b.Role == page.RoleItem {
		// An item has a label and a body; ours are all body.
		part.element = part.element.Add(&finish.Element{Role: "LBody"})
	}
	t.open = append(t.open, part)
}

// end closes the innermost part.
func (t *tags) end() error {
	t.unmark()
	if len(t.open) == 1 {
		return errUnbalanced
	}
	t.open = t.open[:len(t.open)-1]
	return nil
}

// close ends the page.
func (t *tags) close() error {
	t.unmark()
	if len(t.open) != 1 {
		return errUnbalanced
	}
	return nil
}

// mark makes what is drawn next part of the innermost element.
func (t *tags) mark() {
	t.endSpan()
	if t.marked {
		return
	}
	t.marked = true
	top := t.top()
	if top.element == nil {
		t.content.BeginArtifact()
		return
	}
	t.content.Begin(top.element.Role, t.tree.Mark(top.element))
}

// markText marks a run, in its language.
func (t *tags) markText(run typeset.Run) {
	top, language := t.top(), run.Style.Language
	if top.element != nil {
		top.element.Say(run.Text, run.RTL)
	}
	if top.element == nil || language == "" || language == top.language {
		t.mark()
		return
	}
	if t.span && t.spoken == language {
		return
	}
	t.mark()
	t.content.BeginLanguage(language)
	t.span, t.spoken = true, language
}

// markFigure marks a picture: a figure if it says something, else decoration.
// The function it returns has to be called behind the picture.
func (t *tags) markFigure(alt string) func() {
	top := t.top()
	switch {
	case top.role == page.RoleFigure || top.role == page.RoleArtifact:
		t.mark()
		return func() {}
	case alt == "":
		t.begin(page.Begin{Role: page.RoleArtifact})
	default:
		t.begin(page.Begin{Role: page.RoleFigure, Alt: alt})
	}
	t.mark()
	return func() {
		// It closes what was begun here: it cannot fail.
		_ = t.end()
	}
}

func (t *tags) endSpan() {
	if t.span {
		t.content.End()
		t.span = false
	}
}

func (t *tags) unmark() {
	t.endSpan()
	if t.marked {
		t.content.End()
		t.marked = false
	}
}
