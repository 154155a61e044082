package worksheet

import (
	"lernkoffer/materials"
	"lernkoffer/materials/exercise"
)

// renderer sets one block. The options carry seed, level and group.
type renderer func(b *builder, blk *materials.Block, o exercise.Options) (part, error)

// renderers has every block type that pupils' pages can show.
func renderers() map[string]renderer {
	return map[string]renderer{
		"prose": prose, "info": info, "text": readingText, "dialogue": dialogue,
		"glossary": glossary, "chunks": chunks, "phrases": phrases, "names": names,
		"plan": plan, "checklist": checklist, "self-check": selfCheck, "picture": pictureBlock,
		"letter-part": letterPart, "words": wordCards,

		"cloze": cloze, "word-search": wordSearch, "picture-words": pictureWords, "matching": matching,
		"articles": articles, "plural": plural, "memory": memory, "scrambled-words": scrambledWords,
		"syllables": syllables, "scrambled-sentences": scrambledSentences,
		"true-false": trueFalse, "multiple-choice": multipleChoice, "questions": questions,
		"order": order, "categories": categories, "odd-one-out": oddOneOut, "transform": transform,
		"clock": clock, "colouring": colouring, "substitution": substitution, "ask-answer": askAnswer,
		"role-cards": roleCards, "frame": writingFrame, "tracing": tracing, "letter-hunt": letterHunt,
		"initial-sounds": initialSounds, "sound-position": soundPosition,
		"syllable-table": syllableTable, "reading-lines": readingLines,
		"picture-sentences": pictureSentences, "bingo": bingo, "domino": domino,
		"conjugation": conjugation, "crossword": crossword,
	}
}
