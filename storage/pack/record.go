package pack

import (
	"encoding/binary"
	"fmt"

	"github.com/fxamacker/cbor/v2"

	"lernkoffer/materials"
)

// metaRecord is materials.Meta with short keys. The conversion between the two
// breaks the build when Meta changes: then Format must grow.
type metaRecord struct {
	ID          materials.ID       `cbor:"1,keyasint"`
	Title       string             `cbor:"2,keyasint"`
	Summary     string             `cbor:"3,keyasint,omitempty"`
	Kind        string             `cbor:"4,keyasint"`
	Levels      []string           `cbor:"5,keyasint,omitempty"`
	Audience    []string           `cbor:"6,keyasint,omitempty"`
	Age         materials.AgeRange `cbor:"7,keyasint"`
	Competences []string           `cbor:"8,keyasint,omitempty"`
	Topics      []string           `cbor:"9,keyasint,omitempty"`
	Fields      []string           `cbor:"10,keyasint,omitempty"`
	Languages   []string           `cbor:"11,keyasint,omitempty"`
	Duration    int                `cbor:"12,keyasint,omitempty"`
	Social      []string           `cbor:"13,keyasint,omitempty"`
	Licence     string             `cbor:"14,keyasint"`
	Authors     []string           `cbor:"15,keyasint,omitempty"`
	Version     int                `cbor:"16,keyasint"`
	Changed     string             `cbor:"17,keyasint,omitempty"`
	Review      map[string]string  `cbor:"18,keyasint,omitempty"`
	Sensitive   []string           `cbor:"19,keyasint,omitempty"`
	Grammar     []string           `cbor:"20,keyasint,omitempty"`
}

// wordRecord is materials.Word without its glosses, which have their own bucket.
type wordRecord struct {
	ID           string                     `cbor:"1,keyasint"`
	Lemma        string                     `cbor:"2,keyasint"`
	PartOfSpeech string                     `cbor:"3,keyasint"`
	Article      string                     `cbor:"4,keyasint,omitempty"`
	Plural       string                     `cbor:"5,keyasint,omitempty"`
	PluralNote   string                     `cbor:"6,keyasint,omitempty"`
	Syllables    []string                   `cbor:"7,keyasint,omitempty"`
	Level        string                     `cbor:"8,keyasint,omitempty"`
	Topics       []string                   `cbor:"9,keyasint,omitempty"`
	Forms        materials.Forms            `cbor:"10,keyasint,omitzero"`
	Picture      string                     `cbor:"11,keyasint,omitempty"`
	PictureGrade string                     `cbor:"12,keyasint,omitempty"`
	Example      string                     `cbor:"13,keyasint,omitempty"`
	Variants     []string                   `cbor:"14,keyasint,omitempty"`
	Remark       string                     `cbor:"15,keyasint,omitempty"`
	Glosses      map[string]materials.Gloss `cbor:"-"`
}

type glossRecord struct {
	Text            string `cbor:"1,keyasint"`
	Transliteration string `cbor:"2,keyasint,omitempty"`
	Status          string `cbor:"3,keyasint"`
	Source          string `cbor:"4,keyasint,omitempty"`
}

type attachmentRecord struct {
	Size   int64  `cbor:"1,keyasint"`
	SHA256 []byte `cbor:"2,keyasint"`
}

// encoding writes the same value as the same bytes.
var encoding = func() cbor.EncMode {
	mode, err := cbor.CoreDetEncOptions().EncMode()
	if err != nil {
		panic(err) // the options are constants of the module
	}
	return mode
}()

func encode(v any) ([]byte, error) { return encoding.Marshal(v) }

func decode(key, value []byte, v any) error {
	if err := cbor.Unmarshal(value, v); err != nil {
		return fmt.Errorf("record %q: %w", key, err)
	}
	return nil
}

// numberKey keeps records in the order of their numbers.
func numberKey(n int) []byte { return binary.BigEndian.AppendUint32(nil, uint32(n)) }

func glossKey(language, word string) []byte { return []byte(language + "\x00" + word) }

func blobKey(sha []byte, n int) []byte {
	return binary.BigEndian.AppendUint32(append([]byte(nil), sha...), uint32(n))
}
