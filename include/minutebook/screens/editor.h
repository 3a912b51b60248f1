/* SPDX-License-Identifier: MIT */
/* The editor: a passage (edit/passage.h) on the screen. Lines are broken by display width; only the lines seen are laid
   out, so that a key costs a line and not a document. */
#ifndef MINUTEBOOK_SCREENS_EDITOR_H
#define MINUTEBOOK_SCREENS_EDITOR_H

#include "minutebook/edit/passage.h"
#include "minutebook/grid/grid.h"
#include "minutebook/grid/stroke.h"

typedef struct MbEditor MbEditor;

/* What stands beside and on the text; each may be NULL. */
typedef struct {
    gpointer data;
    /* The mark of that paragraph, short, newly allocated, or NULL; its look. */
    char *(*mark)(gpointer data, const MbParagraph *paragraph, MbLook *look);
    /* Whether it is withheld. */
    gboolean (*restricted)(gpointer data, const MbParagraph *paragraph);
    /* Bytes of it that are misspelt: pairs of start and length, newly allocated (gint), or NULL. */
    GArray *(*misspelt)(gpointer data, const MbParagraph *paragraph);
} MbDress;

MbEditor *mb_editor_new(const MbDress *dress);
void mb_editor_free(MbEditor *editor);
/* The passage is borrowed; the view goes to its caret. */
void mb_editor_set_passage(MbEditor *editor, MbPassage *passage);
MbPassage *mb_editor_passage(MbEditor *editor);
void mb_editor_set_read_only(MbEditor *editor, gboolean read_only);

/* Arrows, selection, words, paragraphs, typing, erasing, Enter, Tab (lists and tables), Ctrl-A C X V Z Y B U(nderline:
   italic is Ctrl-U's neighbour Ctrl-E) and the mouse. CLIP is set to text for the clipboard (newly allocated) where the
   stroke cut or copied; PASTE is what Ctrl-V pastes. WHY is set to a sentence where the stroke could not do what it
   meant ("there is nothing to undo"). TRUE where the stroke was its own. */
gboolean mb_editor_stroke(MbEditor *editor, const MbStroke *stroke, const char *paste, char **clip, const char **why);
/* Paints; sets the cursor on the caret where FOCUS. MARGIN: columns at the right for marks; 0: marks stand at the end
 * of the paragraph's last line where there is room. */
void mb_editor_paint(MbEditor *editor, MbGrid *grid, MbArea area, int margin, gboolean focus);
/* Index of the paragraph shown at ROW of the grid, or -1. */
int mb_editor_at_row(MbEditor *editor, int row);
/* Words found are shown; NULL: none. Copied. */
void mb_editor_show_found(MbEditor *editor, const char *needle);

#endif
