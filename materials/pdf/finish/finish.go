package finish

import "fmt"

// Finish revises a file that fpdf wrote, uncompressed, one page for each
// NewPage of tree: it adds the resources its contents name, the structure and
// the metadata. Equal input makes equal bytes.
func Finish(data []byte, resources *Resources, tree *Tree, meta Metadata) ([]byte, error) {
	f, err := open(data)
	if err != nil {
		return nil, err
	}
	pages := f.pages()
	if len(pages) != len(tree.pages) {
		return nil, fmt.Errorf("finish: %d pages with structure for %d", len(pages), len(tree.pages))
	}
	f.compressContents()
	structure, err := tree.add(f, pages)
	if err != nil {
		return nil, err
	}
	// fpdf gives all pages one dictionary of resources, its second object.
	f.set(sharedResources, resources.add(f))
	// Metadata has to be legible for programs that don't know PDF.
	xmp := f.Add(rawStream("/Type /Metadata /Subtype /XML", meta.xmp(true)))
	f.set(f.info, meta.infoDictionary())
	language := meta.Language
	if language == "" {
		language = "de"
	}
	f.set(f.root, fmt.Sprintf("<</Type /Catalog /Pages %s /Lang %s /MarkInfo <</Marked true>> /StructTreeRoot %s"+
		" /ViewerPreferences <</DisplayDocTitle true>> /Metadata %s>>",
		pageTree, textString(language), structure, xmp))
	return f.bytes(), nil
}

// The objects at fixed numbers in a file of fpdf.
const (
	pageTree        Ref = 1
	sharedResources Ref = 2
)
