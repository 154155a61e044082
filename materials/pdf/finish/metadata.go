package finish

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
	"time"
)

// Metadata is what is known of a document as a whole.
type Metadata struct {
	Title    string
	Author   string
	Subject  string
	Keywords []string
	Language string // BCP 47
	Created  time.Time
}

const producer = "Lernkoffer"

// infoDictionary is what programs before PDF 2.0 show of a file.
func (m Metadata) infoDictionary() string {
	var b strings.Builder
	b.WriteString("<<")
	entry := func(key, value string) {
		if value != "" {
			fmt.Fprintf(&b, "/%s %s ", key, textString(value))
		}
	}
	entry("Title", m.Title)
	entry("Author", m.Author)
	entry("Subject", m.Subject)
	entry("Keywords", strings.Join(m.Keywords, ", "))
	entry("Producer", producer)
	if !m.Created.IsZero() {
		date := m.Created.UTC().Format("20060102150405")
		fmt.Fprintf(&b, "/CreationDate (D:%sZ) /ModDate (D:%sZ) ", date, date)
	}
	return strings.TrimSpace(b.String()) + ">>"
}

// xmp is the same in the form that archives read; tagged claims PDF/UA-1.
func (m Metadata) xmp(tagged bool) []byte {
	var b bytes.Buffer
	b.WriteString("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
		`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"` +
		` xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"` +
		` xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">` + "\n")
	entry := func(open, value, end string) {
		if value == "" {
			return
		}
		b.WriteString(open)
		// A bytes.Buffer takes everything.
		_ = xml.EscapeText(&b, []byte(value))
		b.WriteString(end + "\n")
	}
	entry(`<dc:title><rdf:Alt><rdf:li xml:lang="x-default">`, m.Title, `</rdf:li></rdf:Alt></dc:title>`)
	entry(`<dc:creator><rdf:Seq><rdf:li>`, m.Author, `</rdf:li></rdf:Seq></dc:creator>`)
	entry(`<dc:description><rdf:Alt><rdf:li xml:lang="x-default">`, m.Subject, `</rdf:li></rdf:Alt></dc:description>`)
	entry(`<dc:language><rdf:Bag><rdf:li>`, m.Language, `</rdf:li></rdf:Bag></dc:language>`)
	entry(`<pdf:Keywords>`, strings.Join(m.Keywords, ", "), `</pdf:Keywords>`)
	entry(`<pdf:Producer>`, producer, `</pdf:Producer>`)
	if !m.Created.IsZero() {
		date := m.Created.UTC().Format(time.RFC3339)
		entry(`<xmp:CreateDate>`, date, `</xmp:CreateDate>`)
		entry(`<xmp:ModifyDate>`, date, `</xmp:ModifyDate>`)
	}
	if tagged {
		entry(`<pdfuaid:part>`, "1", `</pdfuaid:part>`)
	}
	b.WriteString("</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>")
	return b.Bytes()
}
