/* SPDX-License-Identifier: MIT */
/* One line to type into: caret, words, selection of all, paste; scrolls sideways. */
#ifndef MINUTEBOOK_SCREENS_FIELD_H
#define MINUTEBOOK_SCREENS_FIELD_H

#include "minutebook/grid/grid.h"
#include "minutebook/grid/stroke.h"

typedef struct {
    GString *text;
    gsize caret; /* bytes */
    int left;    /* first column seen */
} MbLineField;

void mb_field_init(MbLineField *field, const char *text); /* the caret at its end */
void mb_field_release(MbLineField *field);
void mb_field_set(MbLineField *field, const char *text);
/* TRUE where the stroke was its own. */
gboolean mb_field_stroke(MbLineField *field, const MbStroke *stroke);
/* Paints and sets the cursor. */
void mb_field_paint(MbLineField *field, MbGrid *grid, int row, int column, int columns);

#endif
