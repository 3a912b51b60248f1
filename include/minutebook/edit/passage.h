/* SPDX-License-Identifier: MIT */
/* A passage: the text under one item while it is written, with caret, selection, undo. Pure: it knows no screen and no
   book. Each change is one MbEdit, given to the passage's sink before the call returns; the sink makes it durable
   (desk/writing.h). Lines on the screen are the screens' matter; here are characters, words and paragraphs.

   Offsets are bytes and always stand between grapheme clusters (a letter with its accents, an emoji of several code
   points: one step). There is always at least one paragraph. A key's cost depends on its paragraph, never on the
   passage's length. */
#ifndef MINUTEBOOK_EDIT_PASSAGE_H
#define MINUTEBOOK_EDIT_PASSAGE_H

#include "minutebook/edit/paragraph.h"

typedef struct {
    int paragraph; /* index */
    int offset;    /* bytes */
} MbSpot;

typedef struct MbPassage MbPassage;

typedef enum {
    MB_EDIT_TYPED,
    MB_EDIT_ERASED,
    MB_EDIT_PASTED,
    MB_EDIT_CHANGED, /* style, fonts, layer, moved, replaced, written by a command */
    MB_EDIT_UNDONE,  /* undoes the edit `of` */
    MB_EDIT_REDONE,  /* does the edit `of` again */
} MbEditKind;
extern const char *const mb_edit_words[];

/* A change: in one paragraph, bytes replaced by others; or a run of whole paragraphs replaced by another run. */
typedef struct {
    gint64 seq;           /* its number in the passage, ascending from 1 */
    gint64 of;            /* of UNDONE and REDONE; else 0 */
    int kind;             /* MbEditKind */
    char *began, *ended;  /* UTC stamps of first and last keystroke */
    char *paragraph;      /* id: the one changed; of a run: the one before it, NULL: at the start */
    int offset;           /* of a change within a paragraph; -1 of a run */
    char *before, *after; /* within: the text as notation; of a run: frozen paragraphs, a line each ("" for none) */
    MbSpot caret_before, caret_after;
} MbEdit;
void mb_edit_free(MbEdit *edit);

/* What a sink is given. All borrowed. */
typedef struct {
    const MbEdit *edit;
    gboolean merged;    /* EDIT is the last one grown by a keystroke: its row is written anew, not another one */
    GPtrArray *changed; /* MbParagraph: new or changed, to be saved */
    GPtrArray *gone;    /* char *: ids to be deleted */
} MbEditing;
typedef void (*MbEditSink)(gpointer data, const MbEditing *editing);

/* PARAGRAPHS (MbParagraph, in order) and the journal's EDITS (MbEdit, in order; what can be undone and redone follows
   from it) are taken, the arrays too; NULL: none. LAYER: of paragraphs begun here. The caret stands at the end. */
MbPassage *mb_passage_new(GPtrArray *paragraphs, GPtrArray *edits, int layer);
void mb_passage_free(MbPassage *passage);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(MbPassage, mb_passage_free)
void mb_passage_set_sink(MbPassage *passage, MbEditSink sink, gpointer data);
/* Paragraphs as they are in the book now, changed by another window or a command; taken. The caret stays in its
 * paragraph where that is still there. What can no longer be undone is refused when it is tried. */
void mb_passage_reload(MbPassage *passage, GPtrArray *paragraphs);

int mb_passage_count(const MbPassage *passage);
const MbParagraph *mb_passage_paragraph(const MbPassage *passage, int index); /* borrowed, never NULL inside */
int mb_passage_index(const MbPassage *passage, const char *id);               /* of that paragraph, or -1 */
/* The mark of a numbered paragraph as it is printed: "3." (counted where not printed), or "4.2" of a plain paragraph
 * that has its number; NULL where none. Newly allocated. */
char *mb_passage_number(const MbPassage *passage, int index);
/* Grows with every change: what was laid out for an older one is stale. And the same of one paragraph. */
guint64 mb_passage_version(const MbPassage *passage);
guint64 mb_passage_paragraph_version(const MbPassage *passage, int index);

/* --- caret and selection --- */
MbSpot mb_passage_caret(const MbPassage *passage);
/* Puts the caret (clipped to the text); SELECT keeps the selection's other end, else there is none. */
void mb_passage_place(MbPassage *passage, MbSpot spot, gboolean select);
typedef enum { MB_UNIT_CHARACTER, MB_UNIT_WORD, MB_UNIT_PARAGRAPH, MB_UNIT_PASSAGE } MbUnit;
/* The spot one UNIT on (or back) from SPOT; PARAGRAPH: its end or start, and if already there the next one's. */
MbSpot mb_passage_step(const MbPassage *passage, MbSpot spot, MbUnit unit, gboolean forward);
void mb_passage_move(MbPassage *passage, MbUnit unit, gboolean forward, gboolean select);
/* FALSE where nothing is selected; else its ends in order. */
gboolean mb_passage_selection(const MbPassage *passage, MbSpot *start, MbSpot *end);
void mb_passage_select(MbPassage *passage, MbSpot anchor, MbSpot caret);
void mb_passage_select_unit(MbPassage *passage, MbSpot spot, MbUnit unit); /* the word, paragraph, everything there */
int mb_spot_compare(MbSpot a, MbSpot b);

/* --- changes; each replaces the selection where there is one --- */
/* Types TEXT (UTF-8, no line breaks: a key, or a completed name). A space after "-" or "1." at a paragraph's start
 * makes a list of it (undone by itself), after "##" a heading. */
void mb_passage_type(MbPassage *passage, const char *text);
/* Enter: splits the paragraph (what is private stays so on both sides); a list goes on, and ends where its line is
 * empty; in a table, the next row. */
void mb_passage_enter(MbPassage *passage);
/* Erases the selection, or one UNIT before or after the caret; at a paragraph's start its list style first, then joins.
 */
void mb_passage_erase(MbPassage *passage, MbUnit unit, gboolean forward);
/* Pastes TEXT of any size: lines become paragraphs, notation (bullets, numbers, tables, bold) is read, a rectangular
 * text of tabs becomes a table. Control characters are kept as text but for line breaks and tabs. */
void mb_passage_paste(MbPassage *passage, const char *text, gsize length);
/* The selection as notation; newly allocated, "" where none. */
char *mb_passage_copy(const MbPassage *passage);
void mb_passage_set_style(MbPassage *passage, int style);     /* of every paragraph in the selection */
void mb_passage_indent(MbPassage *passage, int by);           /* level of lists, +1 or -1 */
void mb_passage_toggle_font(MbPassage *passage, MbFont font); /* of the selection, or of what is typed next */
guint8 mb_passage_font(const MbPassage *passage);             /* fonts of what would be typed */
void mb_passage_set_layer(MbPassage *passage, int first, int last, int layer); /* of paragraphs FIRST to LAST */
void mb_passage_move_paragraphs(MbPassage *passage, gboolean down); /* those of the selection, past the next one */
void mb_passage_insert_table(MbPassage *passage, int rows, int columns);
/* In a table: the next or previous cell, a new row after the last. FALSE where the caret is in none. */
gboolean mb_passage_cell(MbPassage *passage, gboolean forward);
/* A whole paragraph after INDEX (-1: first), written by a command of the screen; the caret stays. Returns its index. */
int mb_passage_insert(MbPassage *passage, int index, const char *notation, int style, int layer);
/* Replaces bytes START to END of a paragraph by TEXT with one edit (a completion, a spelling). */
void mb_passage_replace(MbPassage *passage, MbSpot start, MbSpot end, const char *text);

/* --- find --- */
/* The next place of NEEDLE after FROM (or before), folded (case, accents) unless EXACT, going round at the ends; FALSE
 * where there is none. A needle stands within one paragraph. */
gboolean mb_passage_find(const MbPassage *passage, const char *needle, gboolean exact, MbSpot from, gboolean forward,
                         MbSpot *start, MbSpot *end);
/* All places of NEEDLE in paragraph INDEX, folded: pairs of start and end (int). New array; costs that paragraph only.
 */
GArray *mb_passage_places(const MbPassage *passage, const char *needle, int index);
/* Replaces every place, as one edit; how many. */
int mb_passage_replace_all(MbPassage *passage, const char *needle, gboolean exact, const char *by);

/* --- undo --- */
/* Typing undoes by bursts: words in one go without a pause. FALSE with WHY (a constant sentence) where there is
 * nothing, or the text has since been changed elsewhere. */
gboolean mb_passage_undo(MbPassage *passage, const char **why);
gboolean mb_passage_redo(MbPassage *passage, const char **why);
/* The seq of the edit that undo would take back, 0 where none. */
gint64 mb_passage_undoable(const MbPassage *passage);
/* The passage as it was at STAMP (UTC), worked out from the journal backwards; a new one without undo. */
MbPassage *mb_passage_at(const MbPassage *passage, const char *stamp);

/* All of it as notation; newly allocated. For tests and for reading back. */
char *mb_passage_text(const MbPassage *passage);
/* Words in it. */
int mb_passage_words(const MbPassage *passage);

#endif
