/* SPDX-License-Identifier: MIT */
/* A paragraph while it is written: its text without notation, and the fonts of each byte beside it. In the book it is
   an MbMinute (model/minute.h) with notation in its text; here and back again without loss. */
#ifndef MINUTEBOOK_EDIT_PARAGRAPH_H
#define MINUTEBOOK_EDIT_PARAGRAPH_H

#include "minutebook/model/dossier.h"
#include "minutebook/model/minute.h"

typedef enum { MB_FONT_BOLD = 1, MB_FONT_ITALIC = 2 } MbFont;

/* A table is one paragraph: its rows are lines (\n), its cells are split by \t; the first row is the header. No other
 * text holds either. */
typedef struct {
    char *id;     /* of its MbMinute */
    int position; /* ascending along the passage, with gaps so that an insertion costs one row */
    int layer;    /* MbLayer */
    int style;    /* MbParagraphStyle */
    int level;
    char *number; /* as printed, where it was written so; NULL: numbered lines count by themselves */
    GString *text;
    GByteArray *fonts;             /* as long as the text */
    char *typed_at;                /* UTC stamp of its first keystroke */
    char *speaker, *speaker_words; /* carried along */
} MbParagraph;

MbParagraph *mb_paragraph_new(void); /* a new id, plain, empty */
void mb_paragraph_free(MbParagraph *paragraph);
MbParagraph *mb_paragraph_copy(const MbParagraph *paragraph);
/* From the book: MINUTE, whose cells are in DOSSIER (NULL: it is no table). */
MbParagraph *mb_paragraph_of(const MbMinute *minute, const MbDossier *dossier);
/* Into MINUTE (its meeting and item are left as they are); CELLS (of MbCell, owned by the array) gets a table's cells,
   their ids derived from the paragraph's id, row and column so that a cell that stays keeps its own. */
void mb_paragraph_store(const MbParagraph *paragraph, MbMinute *minute, GPtrArray *cells);
/* The text with notation ("**bold**"), as stored; a literal asterisk is written so that it is read back as one. And
   from notation: sets text and fonts. */
char *mb_paragraph_notation(const MbParagraph *paragraph);
void mb_paragraph_set_notation(MbParagraph *paragraph, const char *notation);
/* One line that holds all of it, for the journal, and back (NULL where it is damaged). */
char *mb_paragraph_freeze(const MbParagraph *paragraph);
MbParagraph *mb_paragraph_thaw(const char *frozen);

#endif
