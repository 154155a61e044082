// Package pack makes and reads pack files: a collection of materials, the words
// and the attachments that belong to it, in one immutable bbolt file. A file is
// derived from its sources and never travels; the same sources give the same
// bytes. Small records fill lists at once, texts are read when they are asked for.
//
//	sys         "manifest" → Manifest
//	material    id → what lists and facets need
//	text        id → the Markdown source
//	file        id → path of the source, that attachments lie beside
//	word        number → word, in the order of the table
//	gloss       language NUL word id → gloss
//	attachment  path → size and SHA-256
//	blob        SHA-256 and number → at most 256 kB
//
// Records are CBOR, every value is sealed by a checksum. The package knows
// nothing of where packs lie, which of them is in use, or whom to trust.
package pack
