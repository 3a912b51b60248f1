/* SPDX-License-Identifier: MIT */
/* What the files of the editor share. */
#ifndef MINUTEBOOK_SCREENS_EDITOR_PRIVATE_H
#define MINUTEBOOK_SCREENS_EDITOR_PRIVATE_H

#include "minutebook/screens/editor.h"

/* One line of a paragraph on the screen: the bytes it shows and where it begins. */
typedef struct {
    int start, end; /* bytes; a space at which the line was broken belongs to it and is not shown */
    int indent;     /* columns before its text */
    int width;      /* columns of its text */
} MbLayoutLine;

/* A paragraph laid out. */
typedef struct {
    char *id;
    guint64 version;
    int columns;
    GArray *lines; /* of MbLayoutLine, at least one */
    int extra;     /* a line of its own for the mark: 0 or 1 */
    int gap;       /* empty lines after it: 0 or 1 */
} MbLayout;

/* Where a line of the screen comes from. */
typedef struct {
    int paragraph; /* index, -1: below the end */
    int line;      /* of its layout; -1: the line of its mark or a gap */
} MbScreenLine;

struct MbEditor {
    MbDress dress;
    MbPassage *passage;
    gboolean read_only;
    char *needle;

    MbSpot top;          /* offset counts lines of the layout here */
    int goal;            /* column that ↑ and ↓ keep to, -1: the caret's own */
    MbArea area;         /* of the text, as painted last */
    int columns;         /* of the text */
    GArray *rows;        /* of MbScreenLine, a row each */
    GHashTable *layouts; /* id → MbLayout */
    guint64 laid;        /* layouts made so far: what a key costs, counted */
    gboolean dragging;
};

enum { EDITOR_GUTTER = 2 }; /* columns left of the text */

/* editor_layout.c */
MbLayout *mb_editor_layout(MbEditor *editor, int paragraph);
void mb_layout_free(gpointer layout);
int mb_layout_rows(const MbLayout *layout); /* lines on the screen, mark and gap included */
int mb_layout_line_at(const MbLayout *layout, int offset);
/* Columns from the text's left edge at which OFFSET stands; the offset nearest to COLUMN on LINE. */
int mb_layout_column(const MbParagraph *paragraph, const MbLayout *layout, int offset);
int mb_layout_offset(const MbParagraph *paragraph, const MbLayout *layout, int line, int column);
/* How a paragraph begins on the screen: "• ", "3. ", spaces of its level. Newly allocated. */
char *mb_editor_lead(MbEditor *editor, int paragraph);
/* Keeps the caret in sight. */
void mb_editor_scroll(MbEditor *editor, int rows);
void mb_editor_scroll_by(MbEditor *editor, int rows);

#endif
