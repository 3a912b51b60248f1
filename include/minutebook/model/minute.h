/* SPDX-License-Identifier: MIT */
/* The text under an item, one record a paragraph: the minute that goes out, and the clerk's notes that never do. */
#ifndef MINUTEBOOK_MODEL_MINUTE_H
#define MINUTEBOOK_MODEL_MINUTE_H

#include "minutebook/model/record.h"

/* Notes and private lines are exported to nobody. */
typedef enum { MB_LAYER_MINUTE, MB_LAYER_NOTE, MB_LAYER_PRIVATE } MbLayer;
extern const char *const mb_layer_words[]; /* "minute", "note", "private" */

typedef enum {
    MB_STYLE_PARAGRAPH,
    MB_STYLE_HEADING,
    MB_STYLE_BULLET,
    MB_STYLE_NUMBERED,
    MB_STYLE_TABLE,  /* its cells are MbCell records */
    MB_STYLE_EDITOR, /* an editor's note in brackets */
} MbParagraphStyle;
extern const char
    *const mb_paragraph_style_words[]; /* "paragraph", "heading", "bullet", "numbered", "table", "editor" */

extern const MbNoun MB_MINUTE;
typedef struct {
    MB_RECORD_HEAD;
    char *meeting; /* ref */
    char *item;    /* ref; NULL: before the first item */
    int position;
    int layer;     /* MbLayer */
    int style;     /* MbParagraphStyle */
    int level;     /* nesting of bullets and numbers, 0 outermost */
    char *number;  /* as printed: "4.2" */
    char *text;    /* **bold** and *italic*; one paragraph, no line breaks */
    char *speaker; /* ref */
    char *speaker_words;
    char *typed_at; /* UTC stamp of the first keystroke */
} MbMinute;

/* A cell of a table paragraph. */
extern const MbNoun MB_CELL;
typedef struct {
    MB_RECORD_HEAD;
    char *minute; /* ref */
    int row;      /* from 0 */
    int col;      /* from 0 */
    gboolean header;
    char *text;
} MbCell;

#endif
