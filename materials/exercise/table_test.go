package exercise_test

import (
	"encoding/csv"
	"os"
	"strings"
	"testing"

	"lernkoffer/materials"
)

// seeds is how many seeds a property is tried with.
const seeds = 200

// table reads a word table; it fails where it finds none.
func table(t testing.TB, path string) []materials.Word {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	records, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var words []materials.Word
	for _, record := range records[1:] {
		cell := func(name string) string {
			for i, column := range records[0] {
				if column == name {
					return record[i]
				}
			}
			t.Fatalf("%s has no column %s", path, name)
			return ""
		}
		w := materials.Word{
			ID: cell("id"), Lemma: cell("lemma"), Article: cell("article"), Plural: cell("plural"),
			PluralNote: cell("plural_note"), PartOfSpeech: cell("pos"), Level: cell("level"),
			Topics: strings.Fields(cell("topics")), Picture: cell("picture"), PictureGrade: cell("picture_grade"),
			Example: cell("example"), Remark: cell("remark"), Variants: strings.Split(cell("variants"), "; "),
			Syllables: strings.FieldsFunc(cell("syllables"), func(r rune) bool { return r == '-' || r == ' ' }),
		}
		third, perfect, _ := strings.Cut(cell("forms"), "; ")
		w.Forms.Third = third
		w.Forms.Auxiliary, w.Forms.Perfect, _ = strings.Cut(perfect, " ")
		words = append(words, w)
	}
	if len(words) < 60 {
		t.Fatalf("%s has %d words", path, len(words))
	}
	return words
}

// fixture is a small word table that never changes, so goldens may hang on it.
func fixture(t testing.TB) []materials.Word {
	t.Helper()
	return table(t, "testdata/words.csv")
}

// pools returns lists of words as teachers choose them: the topics of the
// bundled table and the fixture.
func pools(t testing.TB) map[string][]materials.Word {
	t.Helper()
	const bundled = "../../assets/words/words.csv"
	out := map[string][]materials.Word{"fixture": fixture(t)}
	list := materials.NewWordList(table(t, bundled))
	for _, topic := range materials.Topics.Keys() {
		if words := list.Filter(materials.WordFilter{Topic: topic}); len(words) >= 20 {
			out[topic] = words
		}
	}
	if len(out) < 10 {
		t.Fatalf("%s gives %d pools", bundled, len(out))
	}
	return out
}

// pick returns the words with the given lemmas.
func pick(t testing.TB, words []materials.Word, lemmas string) []materials.Word {
	t.Helper()
	var out []materials.Word
	for _, lemma := range materials.SplitList(lemmas) {
		found := false
		for _, w := range words {
			if w.Lemma == lemma && !found {
				out = append(out, w)
				found = true
			}
		}
		if !found {
			t.Fatalf("no word %q", lemma)
		}
	}
	return out
}

// text reads marked text as authors write it: [gap|also], :picture:.
func text(s string) materials.Text {
	var out materials.Text
	for s != "" {
		i := strings.IndexAny(s, "[:")
		if i < 0 {
			return append(out, materials.Plain(s)...)
		}
		end := strings.IndexByte(s[i+1:], map[byte]byte{'[': ']', ':': ':'}[s[i]])
		if end < 0 {
			return append(out, materials.Plain(s)...)
		}
		out = append(out, materials.Plain(s[:i])...)
		inner := s[i+1 : i+1+end]
		span := materials.Span{Kind: materials.SpanPicture, Text: inner}
		if s[i] == '[' {
			answers := strings.Split(inner, "|")
			span = materials.Span{Kind: materials.SpanGap, Text: answers[0], Answers: answers}
		}
		out = append(out, span)
		s = s[i+end+2:]
	}
	return out
}

// rows reads lines as the blocks have them: "left = right", "a | b", "+ right",
// "- wrong // key".
func rows(lines ...string) []materials.Row {
	var out []materials.Row
	for i, l := range lines {
		r := materials.Row{Line: i + 1}
		l, key, _ := strings.Cut(l, " // ")
		r.Key = materials.Plain(key)
		if mark, rest, ok := strings.Cut(l, " "); ok && (mark == "+" || mark == "-") {
			r.Mark, l = mark, rest
		}
		left, right, _ := strings.Cut(l, " = ")
		r.Left, r.Right = text(left), text(right)
		if cells := strings.Split(l, " | "); len(cells) > 1 {
			r.Left = nil
			for _, c := range cells {
				r.Cells = append(r.Cells, text(c))
			}
		}
		out = append(out, r)
	}
	return out
}

// options reads "bank size=3" and a quoted value at the end.
func options(info string) materials.Options {
	var out materials.Options
	info, quoted, _ := strings.Cut(info, `"`)
	for _, field := range strings.Fields(info) {
		key, value, ok := strings.Cut(field, "=")
		out = append(out, materials.Option{Key: key, Value: value, Flag: !ok})
	}
	if n := len(out); quoted != "" {
		out[n-1].Value = strings.TrimSuffix(quoted, `"`)
	}
	return out
}

// wantRefusal checks that an error tells its reader, in German, what to do.
func wantRefusal(t testing.TB, err error, part string) {
	t.Helper()
	if err == nil {
		t.Fatalf("accepted; want a refusal with %q", part)
	}
	if code := materials.ErrorCode(err); code != materials.CodeContent {
		t.Errorf("code = %d, want %d (%v)", code, materials.CodeContent, err)
	}
	if msg := materials.ErrorMessage(err); !strings.Contains(msg, part) || !strings.HasSuffix(msg, ".") {
		t.Errorf("message = %q, want a sentence with %q", msg, part)
	}
}
