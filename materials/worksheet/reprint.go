package worksheet

import (
	"hash/fnv"
	"slices"
	"strings"

	"lernkoffer/materials"
	"lernkoffer/materials/exercise"
	"lernkoffer/materials/typeset"
)

// Code names a sheet so that it can be printed again: material, version, seed
// and what changes the tasks. Printed it has 100 bits in Crockford's base 32:
//
//	id 32 · version 10 · seed 32 · group 1 · level 3 · script 3 · ruling 3 · generation 4 · check 12
//
// The generation is that of the exercises: a code of another one is refused rather
// than printed differently.
type Code struct {
	Material materials.ID
	Version  int
	Options  Options
}

const crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

var scripts = []typeset.Family{"", typeset.FamilyText, typeset.FamilyGrund, typeset.FamilyVA, typeset.FamilyLA, typeset.FamilySAS}

var rulings = []string{"", "0", "1", "2", "3", "4"}

// SeedFor returns the seed that a version of a material has unless another is given.
func SeedFor(id materials.ID, version int) uint32 {
	h := fnv.New32a()
	h.Write([]byte(id))
	h.Write([]byte{byte(version), byte(version >> 8)})
	if seed := h.Sum32(); seed != 0 {
		return seed
	}
	return 1
}

// String returns the code in five groups of four.
func (c Code) String() string {
	var w bitWriter
	w.put(uint64(hashID(c.Material)), 32)
	w.put(uint64(c.Version), 10)
	w.put(uint64(c.Options.Seed), 32)
	w.put(uint64(boolBit(c.Options.Group == "B")), 1)
	w.put(uint64(materials.Levels.Index(c.Options.Level)+1), 3)
	w.put(uint64(max(0, slices.Index(scripts, c.Options.Script))), 3)
	w.put(uint64(max(0, slices.Index(rulings, c.Options.Ruling))), 3)
	w.put(exercise.Generation, 4)
	w.put(uint64(checksum(w.bits)), 12)
	return w.String()
}

// ParseCode reads a code back; metas are those among which its material is looked
// for. It returns CodeUsage for a mistyped code, CodeNotFound for an unknown
// material and CodeProgram for the code of another generation.
func ParseCode(s string, metas []materials.Meta) (Code, error) {
	r, ok := readBits(s)
	if !ok {
		return Code{}, materials.Errorf(materials.CodeUsage,
			"„%s“ ist kein Nachdruck-Code. Er steht unten auf dem Blatt und hat fünf Gruppen zu vier Zeichen.", s)
	}
	id := uint32(r.take(32))
	c := Code{Version: int(r.take(10))}
	c.Options.Seed = uint32(r.take(32))
	c.Options.Group = "A"
	if r.take(1) == 1 {
		c.Options.Group = "B"
	}
	level, script, ruling := int(r.take(3)), int(r.take(3)), int(r.take(3))
	generation := r.take(4)
	sum := checksum(r.bits[:r.pos])
	if uint64(sum) != r.take(12) || level > len(materials.Levels) || script >= len(scripts) || ruling >= len(rulings) {
		return Code{}, materials.Errorf(materials.CodeUsage,
			"Im Nachdruck-Code „%s“ ist ein Zeichen falsch. Bitte vergleichen Sie ihn mit dem Blatt.", s)
	}
	if generation != exercise.Generation {
		return Code{}, materials.Errorf(materials.CodeProgram,
			"Das Blatt wurde mit einer anderen Fassung von Lernkoffer gedruckt. Bitte bringen Sie das Programm auf den neuen Stand.")
	}
	if level > 0 {
		c.Options.Level = materials.Levels[level-1].Key
	}
	c.Options.Script, c.Options.Ruling = scripts[script], rulings[ruling]
	for _, m := range metas {
		if hashID(m.ID) == id {
			c.Material = m.ID
			return c, nil
		}
	}
	return Code{}, materials.Errorf(materials.CodeNotFound,
		"Das Material zu diesem Nachdruck-Code ist nicht in Ihrer Bibliothek.")
}

func hashID(id materials.ID) uint32 {
	h := fnv.New32a()
	h.Write([]byte(id))
	return h.Sum32()
}

func boolBit(b bool) int {
	if b {
		return 1
	}
	return 0
}

func checksum(bits []byte) uint16 {
	h := fnv.New32a()
	h.Write(bits)
	sum := h.Sum32()
	return uint16(sum^sum>>12^sum>>24) & 0xFFF
}

// bitWriter collects bits, one a byte: codes are short.
type bitWriter struct{ bits []byte }

func (w *bitWriter) put(v uint64, n int) {
	for i := n - 1; i >= 0; i-- {
		w.bits = append(w.bits, byte(v>>i&1))
	}
}

func (w *bitWriter) String() string {
	var b strings.Builder
	for i := 0; i < len(w.bits); i += 5 {
		if i > 0 && i%20 == 0 {
			b.WriteByte('-')
		}
		n := 0
		for _, bit := range w.bits[i : i+5] {
			n = n<<1 | int(bit)
		}
		b.WriteByte(crockford[n])
	}
	return b.String()
}

type bitReader struct {
	bits []byte
	pos  int
}

// readBits reads a code as people type it: small letters, spaces, O for 0.
func readBits(s string) (*bitReader, bool) {
	alias := strings.NewReplacer("-", "", " ", "", "O", "0", "I", "1", "L", "1")
	s = alias.Replace(strings.ToUpper(strings.TrimSpace(s)))
	if len(s) != 20 {
		return nil, false
	}
	var w bitWriter
	for i := range len(s) {
		n := strings.IndexByte(crockford, s[i])
		if n < 0 {
			return nil, false
		}
		w.put(uint64(n), 5)
	}
	return &bitReader{bits: w.bits}, true
}

func (r *bitReader) take(n int) uint64 {
	var v uint64
	for range n {
		v = v<<1 | uint64(r.bits[r.pos])
		r.pos++
	}
	return v
}
