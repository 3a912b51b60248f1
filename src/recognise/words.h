/* SPDX-License-Identifier: MIT */
/* A line as words: where each stands, folded for comparison, so that rules look at words instead of bytes. */
#ifndef MINUTEBOOK_RECOGNISE_WORDS_H
#define MINUTEBOOK_RECOGNISE_WORDS_H

#include <glib.h>

typedef enum {
    MB_WORD_WORD,   /* letters, with apostrophes and hyphens within: "D'Urso", "sub-group" */
    MB_WORD_NUMBER, /* digits with their separators: "30", "4.2", "16/12/21", "14:20", "30th" */
    MB_WORD_MARK,   /* one mark: , . ; : ( ) – - / ? ! quotes */
} MbWordKind;

typedef struct {
    int kind;              /* MbWordKind */
    int start, length;     /* in the line, bytes */
    char *fold;            /* case folded, accents removed, dashes and apostrophes straightened */
    gboolean capital;      /* begins with a capital letter */
    gboolean all_capitals; /* two letters or more, all of them capitals: "JRE", "ACTION" */
    int sentence_first;    /* what mb_words_sentence_start and … */
    int sentence_last;     /* … mb_words_sentence_end answer */
} MbWord;

/* The words of TEXT; ** and * of bold and italic are passed over. */
typedef struct {
    const char *text; /* borrowed */
    GArray *words;    /* of MbWord */
    char *folds;      /* what their folds point into */
} MbWords;

MbWords *mb_words_new(const char *text);
void mb_words_free(MbWords *words);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(MbWords, mb_words_free)
guint mb_words_count(const MbWords *words);
/* NULL outside. */
const MbWord *mb_words_at(const MbWords *words, int index);
/* Whether the words from INDEX on are those of PHRASE (folded, single spaces; "a|b" in place of a word: either).
 * Returns how many words it takes, 0 where not. "moved by", "minutes of the|this meeting". */
int mb_words_match(const MbWords *words, int index, const char *phrase);
/* The first index from FROM on at which PHRASE stands, or -1. */
int mb_words_find(const MbWords *words, int from, const char *phrase);
/* The text from the start of word FROM to the end of word TO (inclusive), without marks of bold and italic, trimmed.
 * Newly allocated; "" where FROM > TO. */
char *mb_words_text(const MbWords *words, int from, int to);
/* The index of the first word of the sentence that INDEX stands in, and of its last (the full stop included).
 * Abbreviations ("Cllr.", "No.", "e.g.", initials) end no sentence. */
int mb_words_sentence_start(const MbWords *words, int index);
int mb_words_sentence_end(const MbWords *words, int index);

#endif
