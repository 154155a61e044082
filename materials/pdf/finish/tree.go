package finish

import (
	"fmt"
	"slices"
	"strings"
)

// Element is a part of a document's structure.
type Element struct {
	Role     string // of PDF 1.7, 14.8.4
	Language string // where it differs from its parent
	Alt      string // what is to be seen, for figures
	Scope    string // of table heads: Row or Column

	parent   *Element
	kids     []kid
	ref      Ref
	said     strings.Builder
	reversed bool // some of what is said runs to the left
}

// kid is an element, or marked content of a page where element is nil.
type kid struct {
	element    *Element
	page, mcid int
}

// Tree is the structure of a document.
type Tree struct {
	root  *Element
	pages [][]*Element // the owner of each marked content, by page
}

// NewTree returns an empty structure.
func NewTree() *Tree { return &Tree{root: &Element{Role: "Document"}} }

// Root returns the element of the whole document.
func (t *Tree) Root() *Element { return t.root }

// Add puts an element behind the others in e and returns it.
func (e *Element) Add(child *Element) *Element {
	child.parent = e
	e.kids = append(e.kids, kid{element: child})
	return child
}

// Say takes down text of e in the order of reading. Text that runs to the left
// stands the other way round on the page, where readers would find it.
func (e *Element) Say(text string, rtl bool) {
	text = strings.ReplaceAll(text, "\u00AD", "")
	e.said.WriteString(text)
	e.reversed = e.reversed || rtl
}

// NewPage says that marked content from now on is on the next page.
func (t *Tree) NewPage() { t.pages = append(t.pages, nil) }

// Mark gives e the next marked content of the page and returns its number.
func (t *Tree) Mark(e *Element) int {
	page := len(t.pages) - 1
	mcid := len(t.pages[page])
	t.pages[page] = append(t.pages[page], e)
	e.kids = append(e.kids, kid{page: page, mcid: mcid})
	return mcid
}

// add writes the tree's objects and returns its root's number.
func (t *Tree) add(f *File, pages []Ref) (Ref, error) {
	root := f.reserve()
	t.root.reserve(f)
	t.root.write(f, root, pages)
	var parents strings.Builder
	for i, marks := range t.pages {
		fmt.Fprintf(&parents, "%d [", i)
		for _, owner := range marks {
			fmt.Fprintf(&parents, "%s ", owner.ref)
		}
		parents.WriteString("] ")
		if err := f.insert(pages[i], pageHead, fmt.Sprintf("/StructParents %d\n/Tabs /S\n", i)); err != nil {
			return 0, err
		}
	}
	f.set(root, fmt.Sprintf("<</Type /StructTreeRoot /K %s /ParentTree <</Nums [%s]>> /ParentTreeNextKey %d>>",
		t.root.ref, strings.TrimSpace(parents.String()), len(t.pages)))
	return root, nil
}

func (e *Element) reserve(f *File) {
	e.ref = f.reserve()
	for _, k := range e.kids {
		if k.element != nil {
			k.element.reserve(f)
		}
	}
}

func (e *Element) write(f *File, parent Ref, pages []Ref) {
	home := -1 // the page of most content: that of the first
	var kids []string
	for _, k := range e.kids {
		switch {
		case k.element != nil:
			k.element.write(f, e.ref, pages)
			kids = append(kids, k.element.ref.String())
		case home < 0 || home == k.page:
			home = k.page
			kids = append(kids, fmt.Sprint(k.mcid))
		default:
			kids = append(kids, fmt.Sprintf("<</Type /MCR /Pg %s /MCID %d>>", pages[k.page], k.mcid))
		}
	}
	var b strings.Builder
	fmt.Fprintf(&b, "<</Type /StructElem /S /%s /P %s", e.Role, parent)
	if home >= 0 {
		fmt.Fprintf(&b, " /Pg %s", pages[home])
	}
	if e.Language != "" {
		fmt.Fprintf(&b, " /Lang %s", textString(e.Language))
	}
	if e.Alt != "" {
		fmt.Fprintf(&b, " /Alt %s", textString(e.Alt))
	}
	if e.reversed && !e.hasElements() {
		fmt.Fprintf(&b, " /ActualText %s", textString(strings.TrimSpace(e.said.String())))
	}
	if e.Scope != "" {
		fmt.Fprintf(&b, " /A <</O /Table /Scope /%s>>", e.Scope)
	}
	if len(kids) > 0 {
		fmt.Fprintf(&b, " /K [%s]", strings.Join(kids, " "))
	}
	b.WriteString(">>")
	f.set(e.ref, b.String())
}

// hasElements reports whether there is more in e than marked content.
func (e *Element) hasElements() bool {
	return slices.ContainsFunc(e.kids, func(k kid) bool { return k.element != nil })
}
