package source

import (
	"errors"
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"lernkoffer/materials"
)

// frontKeys are the keys of the front matter in their canonical order.
var frontKeys = []string{
	"id", "title", "summary", "kind", "levels", "audience", "age", "competences", "topics", "fields",
	"languages", "duration", "social", "licence", "authors", "version", "changed", "review",
	"sensitive", "grammar", "literacy", "feast", "slots", "sources",
}

// requiredKeys must be given. What else good material needs is for package lint.
var requiredKeys = []string{
	"id", "title", "kind", "levels", "audience", "topics", "languages", "licence", "authors", "version", "review",
}

// readFront reads the front matter into m and returns its lines by key.
func readFront(front piece, m *materials.Material, rep *report) []entry {
	h := &head{rep: rep, offset: front.line - 1}
	var root yaml.Node
	if err := yaml.Unmarshal([]byte(strings.Join(front.lines, "")), &root); err != nil {
		line, what := yamlProblem(err)
		rep.add(line+h.offset, "front-matter", "%s", what)
		return nil
	}
	if root.Kind != yaml.DocumentNode {
		rep.add(front.line-1, "front-matter", "Der Kopf ist leer. Erwartet werden Angaben wie „id:“ und „title:“.")
		return nil
	}
	if n := firstAlias(&root); n != nil {
		h.wrong(n, "Kopf", "Verweise mit & und * sind nicht vorgesehen. Schreiben Sie den Wert aus.")
		return nil
	}
	top := root.Content[0]
	if top.Kind != yaml.MappingNode || top.Style&yaml.FlowStyle != 0 {
		h.wrong(top, "Kopf", "Erwartet werden Zeilen der Form „title: Im Klassenzimmer“.")
		return nil
	}
	given := map[string]bool{}
	var starts []pair
	for _, p := range h.pairs(top, "Kopf") {
		starts = append(starts, p)
		given[p.key.Value] = true
		if read, ok := frontReaders[p.key.Value]; ok {
			read(h, p.value, m)
		} else {
			h.wrong(p.key, "Kopf", "%s", NotAllowed(p.key.Value, frontKeys))
		}
	}
	for _, key := range requiredKeys {
		if !given[key] {
			rep.add(front.line-1, "front-matter", "Im Kopf fehlt „%s:“. %s", key, frontHelp[key])
		}
	}
	return entries(front, starts)
}

// frontReaders read one key's value each.
var frontReaders = map[string]func(*head, *yaml.Node, *materials.Material){
	"id":      readID,
	"title":   func(h *head, n *yaml.Node, m *materials.Material) { m.Title = h.text(n, "title") },
	"summary": func(h *head, n *yaml.Node, m *materials.Material) { m.Summary = h.text(n, "summary") },
	"kind":    func(h *head, n *yaml.Node, m *materials.Material) { m.Kind = h.term(n, "kind", materials.Kinds) },
	"levels":  func(h *head, n *yaml.Node, m *materials.Material) { m.Levels = h.terms(n, "levels", materials.Levels) },
	"audience": func(h *head, n *yaml.Node, m *materials.Material) {
		m.Audience = h.terms(n, "audience", materials.Audiences)
	},
	"age": readAge,
	"competences": func(h *head, n *yaml.Node, m *materials.Material) {
		m.Competences = h.terms(n, "competences", materials.Competences)
	},
	"topics": func(h *head, n *yaml.Node, m *materials.Material) { m.Topics = h.terms(n, "topics", materials.Topics) },
	"fields": func(h *head, n *yaml.Node, m *materials.Material) { m.Fields = h.terms(n, "fields", materials.Fields) },
	"languages": func(h *head, n *yaml.Node, m *materials.Material) {
		m.Languages = h.terms(n, "languages", materials.Languages)
	},
	"duration": func(h *head, n *yaml.Node, m *materials.Material) { m.Duration = h.number(n, "duration", 1, 10000) },
	"social": func(h *head, n *yaml.Node, m *materials.Material) {
		m.Social = h.terms(n, "social", materials.SocialForms)
	},
	"licence": func(h *head, n *yaml.Node, m *materials.Material) {
		m.Licence = h.term(n, "licence", materials.Licences)
	},
	"authors": readAuthors,
	"version": func(h *head, n *yaml.Node, m *materials.Material) { m.Version = h.number(n, "version", 1, 1000000) },
	"changed": func(h *head, n *yaml.Node, m *materials.Material) { m.Changed = h.date(n, "changed") },
	"review":  readReview,
	"sensitive": func(h *head, n *yaml.Node, m *materials.Material) {
		m.Sensitive = h.terms(n, "sensitive", materials.SensitiveTopics)
	},
	"grammar":  func(h *head, n *yaml.Node, m *materials.Material) { m.Grammar = h.texts(n, "grammar") },
	"literacy": readLiteracy,
	"feast":    readFeast,
	"slots":    readSlots,
	"sources":  readSources,
}

// frontHelp says what a missing key should hold.
var frontHelp = map[string]string{
	"id":        "Erwartet wird eine feste Kennung, zum Beispiel lernkoffer/mein-thema.",
	"title":     "Erwartet wird der Titel, wie er auf dem Blatt steht.",
	"kind":      "Erlaubt: " + strings.Join(materials.Kinds.Keys(), ", ") + ".",
	"levels":    "Erlaubt: " + strings.Join(materials.Levels.Keys(), ", ") + "; [] für Elternbriefe und Handreichungen.",
	"audience":  "Erlaubt: " + strings.Join(materials.Audiences.Keys(), ", ") + ".",
	"topics":    "Erlaubt: " + strings.Join(materials.Topics.Keys(), ", ") + ".",
	"languages": "Erwartet werden die Sprachen des Materials, zum Beispiel [de].",
	"licence":   "Ohne Lizenz darf niemand das Material weitergeben. Erlaubt: " + strings.Join(materials.Licences.Keys(), ", ") + ".",
	"authors":   "Erwartet werden Namen, zum Beispiel [Marta Nowak].",
	"version":   "Erwartet wird eine ganze Zahl, am Anfang 1.",
	"review":    "Erwartet wird der Stand je Sprache, zum Beispiel {de: draft}.",
}

func readID(h *head, n *yaml.Node, m *materials.Material) {
	m.ID = materials.ID(h.text(n, "id"))
	if m.ID != "" && !m.ID.Valid() {
		h.wrong(n, "id", "„%s“ ist keine gültige Kennung. Erwartet wird herausgeber/name aus kleinen Buchstaben ohne Umlaute, Ziffern und Bindestrichen.", m.ID)
	}
}

func readAge(h *head, n *yaml.Node, m *materials.Material) {
	items := h.list(n, "age")
	if n.Kind != yaml.SequenceNode {
		return
	}
	if len(items) != 2 {
		h.wrong(n, "age", "Erwartet werden zwei Zahlen: das jüngste und das älteste Alter, zum Beispiel [8, 14].")
		return
	}
	m.Age = materials.AgeRange{From: h.number(items[0], "age", 0, 120), To: h.number(items[1], "age", 0, 120)}
	if m.Age.From > m.Age.To {
		h.wrong(n, "age", "Das kleinere Alter steht zuerst: [%d, %d].", m.Age.To, m.Age.From)
	}
}

func readAuthors(h *head, n *yaml.Node, m *materials.Material) {
	m.Authors = h.texts(n, "authors")
	if n.Kind == yaml.SequenceNode && len(m.Authors) == 0 {
		h.wrong(n, "authors", "Die Liste ist leer. Erwartet wird mindestens ein Name.")
	}
}

func readReview(h *head, n *yaml.Node, m *materials.Material) {
	m.Review = map[string]string{}
	for _, p := range h.pairs(n, "review") {
		lang := h.term(p.key, "review", materials.Languages)
		allowed := materials.GlossStatuses
		if lang == "de" {
			allowed = materials.Reviews
		}
		if status := h.term(p.value, "review", allowed); lang != "" {
			m.Review[lang] = status
		}
	}
}

// entries cuts the lines of the front matter at its keys.
func entries(front piece, starts []pair) []entry {
	var out []entry
	key, from := "", 0
	for _, p := range starts {
		if at := p.key.Line - 1; at > from || key != "" {
			out = append(out, entry{key, strings.Join(front.lines[from:at], "")})
			from = at
		}
		key = p.key.Value
	}
	return append(out, entry{key, strings.Join(front.lines[from:], "")})
}

func firstAlias(n *yaml.Node) *yaml.Node {
	if n.Kind == yaml.AliasNode || n.Anchor != "" {
		return n
	}
	for _, c := range n.Content {
		if found := firstAlias(c); found != nil {
			return found
		}
	}
	return nil
}

var parserProblem = regexp.MustCompile(`did not find expected ('|key|node content|<)`)

var yamlLine = regexp.MustCompile(`line (\d+): (.*)`)

// yamlProblem turns an error of the YAML library into a line of the head and a
// German sentence.
func yamlProblem(err error) (int, string) {
	line, what := 1, err.Error()
	var list *yaml.TypeError
	if errors.As(err, &list) && len(list.Errors) > 0 {
		what = list.Errors[0]
	}
	if m := yamlLine.FindStringSubmatch(what); m != nil {
		line, _ = strconv.Atoi(m[1])
		what = m[2]
	}
	if parserProblem.MatchString(what) {
		line++ // the library counts these from 0
	}
	switch {
	case strings.Contains(what, "mapping values are not allowed"):
		return line, "Im Wert steht ein Doppelpunkt. Setzen Sie den ganzen Wert in Anführungszeichen: title: \"Newroz: der neue Tag\"."
	case strings.Contains(what, "cannot start any token"):
		return line, "Die Zeile ist mit einem Tabulator eingerückt, oder ein Wert beginnt mit einem Sonderzeichen. Rücken Sie mit Leerzeichen ein; setzen Sie den Wert in Anführungszeichen."
	case strings.Contains(what, "did not find expected ',' or ']'"), strings.Contains(what, "did not find expected ',' or '}'"):
		return line, "Eine Klammer im Kopf wird nicht geschlossen. Erwartet wird ] oder }."
	}
	return line, "Der Kopf ist kein gültiges YAML (" + what + "). Erwartet werden Zeilen der Form „title: Im Klassenzimmer“."
}
