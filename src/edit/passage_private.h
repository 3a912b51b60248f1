/* SPDX-License-Identifier: MIT */
/* The inside of a passage, for the files of this folder: its state (passage.c) and how a change becomes an edit
   (passage_edit.c). */
#ifndef MINUTEBOOK_EDIT_PASSAGE_PRIVATE_H
#define MINUTEBOOK_EDIT_PASSAGE_PRIVATE_H

#include "minutebook/edit/passage.h"

#define MB_DEEPEST_LEVEL 5

typedef struct {
    MbParagraph *paragraph;
    guint64 version;
    int words; /* -1: not counted */
} MbSlot;

struct MbPassage {
    GArray *slots;    /* MbSlot */
    GPtrArray *edits; /* MbEdit: the journal */
    GPtrArray *undo;  /* borrowed: what can be undone, the last at the end */
    GPtrArray *redo;  /* borrowed */
    int layer;
    MbSpot caret, anchor;
    gboolean selecting; /* from anchor to caret */
    gboolean font_set;  /* typing_font was chosen at this caret */
    guint8 typing_font;
    guint64 version;
    MbEditSink sink;
    gpointer data;
    char *unsaved;         /* id of a first paragraph that no sink was given; or NULL */
    GHashTable *elsewhere; /* ids of paragraphs that others changed */

    gboolean burst; /* the last edit may still grow */
    gint64 burst_began, burst_ended;
    int burst_length;          /* of what was typed in it, bytes */
    MbParagraph *burst_before; /* what it erased */
};

/* --- paragraph_change.c --- */
/* Replaces LENGTH bytes at OFFSET by SIZE bytes of TEXT with FONTS (NULL: none). */
void mb_paragraph_splice(MbParagraph *paragraph, int offset, int length, const char *text, gsize size,
                         const guint8 *fonts);
/* LENGTH bytes at OFFSET as notation. */
char *mb_paragraph_fragment(const MbParagraph *paragraph, int offset, int length);
/* Whether two say the same in the same style, whatever their places and stamps. */
gboolean mb_paragraph_same(const MbParagraph *a, const MbParagraph *b);
gboolean mb_paragraph_in_list(const MbParagraph *paragraph);
/* Gives it a style that is no table's; what only another style has goes. */
void mb_paragraph_restyle(MbParagraph *paragraph, int style);
/* The first keystroke is now, where there was none. */
void mb_paragraph_stamp(MbParagraph *paragraph);
GPtrArray *mb_paragraphs_new(void); /* of MbParagraph, which it owns */

/* --- passage.c --- */
MbParagraph *mb_slot_paragraph(const MbPassage *passage, int index); /* to be changed */
MbSpot mb_passage_clip(const MbPassage *passage, MbSpot spot);
/* The caret moves with a change: no selection; what was chosen for typing stays. */
void mb_passage_set_caret(MbPassage *passage, MbSpot spot);
void mb_passage_end_burst(MbPassage *passage);
gboolean mb_passage_in_table(const MbPassage *passage, MbSpot spot);
/* Its place in its list, from 1: as the minutes are printed, bullets at the same level count too, and what stands
 * deeper does not. */
int mb_passage_place_in_list(const MbPassage *passage, int index);
/* EDIT is a new thing to undo, or moves one from a stack to the other. */
void mb_passage_stack(MbPassage *passage, MbEdit *edit);

/* --- passage_numbers.c --- */
/* COUNT paragraphs from FIRST are to become AFTER: where that changes a list, its lines whose printed numbers are their
 * places count by themselves from now on. Takes the lines behind into the run as far as that concerns them. */
void mb_numbers_loosen(const MbPassage *passage, int first, int *count, GPtrArray *after);

/* --- passage_edit.c --- */
/* Replaces LENGTH bytes at OFFSET of a paragraph. No edit. */
void mb_passage_apply_splice(MbPassage *passage, int index, int offset, int length, const char *text, gsize size,
                             const guint8 *fonts);
/* Replaces COUNT paragraphs from FIRST by AFTER (taken), with positions between their neighbours. What is to be saved
 * is added to CHANGED (borrowed), what is to be deleted to GONE (ids, newly allocated); both may be NULL. No edit. */
void mb_passage_apply_run(MbPassage *passage, int first, int count, GPtrArray *after, GPtrArray *changed,
                          GPtrArray *gone);
/* A new edit at this time, before the change. */
MbEdit *mb_passage_begin(const MbPassage *passage, int kind);
/* After the change, the caret being placed: EDIT (taken) is the last in the journal, and the sink is told. */
void mb_passage_record(MbPassage *passage, MbEdit *edit, GPtrArray *changed, GPtrArray *gone);
/* Both with their edit and the caret after it. Keystrokes may grow the last edit instead. */
void mb_passage_splice(MbPassage *passage, int kind, MbSpot at, int length, const char *text, gsize size,
                       const guint8 *fonts, MbSpot caret);
void mb_passage_run(MbPassage *passage, int kind, int first, int count, GPtrArray *after, MbSpot caret);

/* --- passage_range.c --- */
/* A piece of text to be put somewhere: a paragraph of which only text and fonts count. TEXT becomes one line: breaks
 * and tabs are spaces, bytes that are no UTF-8 are U+FFFD. */
MbParagraph *mb_piece_new(const char *text, guint8 font);
/* What the paragraphs of START to END become when that range is replaced by PIECE (NULL: nothing): copies, at least
 * one. In the first, PIECE ends at *CARET (bytes). Tables keep their cells. */
GPtrArray *mb_range_replaced(const MbPassage *passage, MbSpot start, MbSpot end, const MbParagraph *piece, int *caret);
/* Replaces the range as one edit; the caret stands behind PIECE. */
void mb_range_replace(MbPassage *passage, int kind, MbSpot start, MbSpot end, const MbParagraph *piece);
/* SIZE bytes of FONT, for a splice. */
guint8 *mb_fonts_of(guint8 font, gsize size);
char *mb_one_line(const char *text); /* as a piece would have it; newly allocated */
/* Both are private where one is. */
int mb_layer_joined(int a, int b);

/* --- passage_table.c --- */
void mb_table_enter(MbPassage *passage);
/* TRUE where no cell says anything. */
gboolean mb_table_empty(const MbParagraph *table);

#endif
