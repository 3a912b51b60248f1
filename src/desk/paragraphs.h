/* SPDX-License-Identifier: MIT */
/* Paragraphs of minute that deeds name and write. What is typed is writing.c; what is read from them is understand.h.
 */
#ifndef MINUTEBOOK_DESK_PARAGRAPHS_H
#define MINUTEBOOK_DESK_PARAGRAPHS_H

#include "minutebook/desk/command.h"

#define MB_AFTER_OPTION                                                                                                \
    {                                                                                                                  \
        .name = "--after", .value = "PARAGRAPH",                                                                       \
        .help = "where the words go: after this paragraph, by its number in order; at the end, unless said"            \
    }

/* All paragraphs under ITEM in their order, private ones too; the clerk's notes come after the minute. New array,
 * records borrowed. */
GPtrArray *mb_paragraphs(const MbDossier *dossier, const char *item);
/* The paragraph under ITEM that WORDS name: its number in that order, from 1, or "@KEY". NULL with MB_ERROR_USAGE. */
MbMinute *mb_paragraph_meant(MbDesk *desk, const MbItem *item, const char *words, GError **error);
/* Its beginning, in quotes, for the answers: “Mr Oake reported that …”. Newly allocated. */
char *mb_paragraph_label(const MbMinute *minute);

/* Where the next words of a deed go. */
typedef struct {
    MbDesk *desk;
    const MbMeeting *meeting;
    const MbItem *item;
    MbMinute *after; /* the one written or named last; NULL: they go to the end */
    int layer;       /* MbLayer */
    GPtrArray *ids;  /* of what was written: char *, owned */
} MbPen;
/* PEN at the paragraph that --after names, else at the end of ITEM. The words go where that paragraph is, else into
 * what the board types at its meetings while this one is under way, else into the minute. Cleared with mb_pen_clear. */
gboolean mb_pen_set(MbPen *pen, MbDesk *desk, const MbArguments *arguments, const MbMeeting *meeting,
                    const MbItem *item, GError **error);
void mb_pen_clear(MbPen *pen);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(MbPen, mb_pen_clear)
/* Writes one paragraph right behind the last one. The record, borrowed; NULL on error. */
MbMinute *mb_pen_write(MbPen *pen, const char *text, GError **error);

/* What was written is read, as if it had been typed, so that its records follow it; then the marks of what was read
   from it are looked upon as confirmed: whoever gave the command meant it. */
gboolean mb_pen_understand(MbPen *pen, GError **error);
/* The records of NOUN that were read from what was written, in order. New array, records borrowed. */
GPtrArray *mb_pen_made(const MbPen *pen, const MbNoun *noun);
/* Says that RECORD was made from the paragraph MINUTE, a reading of that kind (MbReadingKind): reading it again then
 * makes nothing twice. */
gboolean mb_pen_mark(MbPen *pen, const MbMinute *minute, int reading, gpointer record, const char *shown,
                     GError **error);

/* A sentence's beginning in lower case, its end without a stop: so that it goes on after "that". Newly allocated. */
char *mb_words_within(const char *text);

#endif
