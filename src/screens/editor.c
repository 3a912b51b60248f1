/* SPDX-License-Identifier: MIT */
/* The editor: its life and its keys. Layout is editor_layout.c, painting editor_paint.c. */
#include "editor_private.h"

#include "minutebook/base/text.h"

#include <string.h>

MbEditor *mb_editor_new(const MbDress *dress)
{
    MbEditor *editor = g_new0(MbEditor, 1);

    if (dress)
        editor->dress = *dress;
    editor->rows = g_array_new(FALSE, FALSE, sizeof(MbScreenLine));
    editor->layouts = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, mb_layout_free);
    editor->goal = -1;
    editor->columns = 40;
    return editor;
}

void mb_editor_free(MbEditor *editor)
{
    if (!editor)
        return;
    g_array_unref(editor->rows);
    g_hash_table_unref(editor->layouts);
    g_free(editor->needle);
    g_free(editor);
}

void mb_editor_set_passage(MbEditor *editor, MbPassage *passage)
{
    editor->passage = passage;
    editor->top = (MbSpot){0, 0};
    editor->goal = -1;
    g_hash_table_remove_all(editor->layouts);
}

MbPassage *mb_editor_passage(MbEditor *editor)
{
    return editor->passage;
}

void mb_editor_set_read_only(MbEditor *editor, gboolean read_only)
{
    editor->read_only = read_only;
}

void mb_editor_show_found(MbEditor *editor, const char *needle)
{
    g_free(editor->needle);
    editor->needle = needle && *needle ? g_strdup(needle) : NULL;
}

int mb_editor_at_row(MbEditor *editor, int row)
{
    int index = row - editor->area.row;

    return index >= 0 && index < (int)editor->rows->len ? g_array_index(editor->rows, MbScreenLine, index).paragraph
                                                        : -1;
}

/* --- moving by lines of the screen --- */

static void place(MbEditor *editor, int paragraph, int line, gboolean select)
{
    const MbLayout *layout = mb_editor_layout(editor, paragraph);
    int offset = mb_layout_offset(mb_passage_paragraph(editor->passage, paragraph), layout,
                                  CLAMP(line, 0, (int)layout->lines->len - 1), editor->goal);

    mb_passage_place(editor->passage, (MbSpot){paragraph, offset}, select);
}

static void move_lines(MbEditor *editor, int by, gboolean select)
{
    MbSpot caret = mb_passage_caret(editor->passage);
    int paragraph = caret.paragraph;
    int count = mb_passage_count(editor->passage);
    const MbLayout *layout = mb_editor_layout(editor, paragraph);
    int line = mb_layout_line_at(layout, caret.offset);

    if (editor->goal < 0)
        editor->goal = mb_layout_column(mb_passage_paragraph(editor->passage, paragraph), layout, caret.offset);
    line += by;
    while (line < 0 && paragraph > 0)
        line += (int)mb_editor_layout(editor, --paragraph)->lines->len;
    while (paragraph + 1 < count && line >= (int)mb_editor_layout(editor, paragraph)->lines->len)
        line -= (int)mb_editor_layout(editor, paragraph++)->lines->len;
    if (line < 0)
        mb_passage_place(editor->passage, (MbSpot){0, 0}, select);
    else if (line >= (int)mb_editor_layout(editor, paragraph)->lines->len)
        mb_passage_move(editor->passage, MB_UNIT_PASSAGE, TRUE, select);
    else
        place(editor, paragraph, line, select);
}

/* The start or end of the caret's line on the screen. */
static void move_to_edge(MbEditor *editor, gboolean end, gboolean select)
{
    MbSpot caret = mb_passage_caret(editor->passage);
    const MbLayout *layout = mb_editor_layout(editor, caret.paragraph);
    int line = mb_layout_line_at(layout, caret.offset);
    const MbLayoutLine *here = &g_array_index(layout->lines, MbLayoutLine, line);

    caret.offset =
        end ? mb_layout_offset(mb_passage_paragraph(editor->passage, caret.paragraph), layout, line, G_MAXINT)
            : here->start;
    mb_passage_place(editor->passage, caret, select);
}

/* --- keys --- */

static gboolean move_key(MbEditor *editor, const MbStroke *stroke)
{
    gboolean select = (stroke->modifiers & MB_SHIFT) != 0;
    gboolean far = (stroke->modifiers & MB_CTRL) != 0;
    int page = MAX(1, editor->area.rows - 2);

    if (stroke->modifiers & MB_ALT)
        return FALSE;
    switch (stroke->key) {
    case MB_KEY_LEFT:
    case MB_KEY_RIGHT:
        mb_passage_move(editor->passage, far ? MB_UNIT_WORD : MB_UNIT_CHARACTER, stroke->key == MB_KEY_RIGHT, select);
        break;
    case MB_KEY_UP:
    case MB_KEY_DOWN:
        if (!far) {
            move_lines(editor, stroke->key == MB_KEY_DOWN ? 1 : -1, select);
            return TRUE;
        }
        mb_passage_move(editor->passage, MB_UNIT_PARAGRAPH, stroke->key == MB_KEY_DOWN, select);
        break;
    case MB_KEY_PAGE_UP:
    case MB_KEY_PAGE_DOWN:
        move_lines(editor, stroke->key == MB_KEY_PAGE_DOWN ? page : -page, select);
        return TRUE;
    case MB_KEY_HOME:
    case MB_KEY_END:
        if (far)
            mb_passage_move(editor->passage, MB_UNIT_PASSAGE, stroke->key == MB_KEY_END, select);
        else
            move_to_edge(editor, stroke->key == MB_KEY_END, select);
        break;
    default:
        return FALSE;
    }
    editor->goal = -1;
    return TRUE;
}

static gboolean tab(MbEditor *editor, gboolean back)
{
    MbSpot caret = mb_passage_caret(editor->passage);
    const MbParagraph *paragraph = mb_passage_paragraph(editor->passage, caret.paragraph);

    if (mb_passage_cell(editor->passage, !back))
        return TRUE;
    if (paragraph->style == MB_STYLE_BULLET || paragraph->style == MB_STYLE_NUMBERED)
        mb_passage_indent(editor->passage, back ? -1 : 1);
    return TRUE;
}

static gboolean change_key(MbEditor *editor, const MbStroke *stroke)
{
    MbUnit unit = stroke->modifiers & MB_CTRL ? MB_UNIT_WORD : MB_UNIT_CHARACTER;
    char bytes[8] = {0};

    if (mb_stroke_types(stroke)) {
        g_unichar_to_utf8(stroke->key, bytes);
        mb_passage_type(editor->passage, bytes);
        return TRUE;
    }
    if (stroke->modifiers & MB_ALT)
        return FALSE;
    switch (stroke->key) {
    case MB_KEY_ENTER:
        mb_passage_enter(editor->passage);
        return TRUE;
    case MB_KEY_BACKSPACE:
    case MB_KEY_DELETE:
        mb_passage_erase(editor->passage, unit, stroke->key == MB_KEY_DELETE);
        return TRUE;
    case MB_KEY_TAB:
        return !(stroke->modifiers & MB_CTRL) && tab(editor, (stroke->modifiers & MB_SHIFT) != 0);
    default:
        return FALSE;
    }
}

static void copy(MbEditor *editor, gboolean cut, char **clip, const char **why)
{
    MbSpot start, end;

    if (!mb_passage_selection(editor->passage, &start, &end)) {
        *why = "Nothing is selected; Shift with the arrows selects.";
        return;
    }
    *clip = mb_passage_copy(editor->passage);
    if (cut && !editor->read_only)
        mb_passage_erase(editor->passage, MB_UNIT_CHARACTER, TRUE);
}

/* Keys with Ctrl that change or copy. */
static gboolean command_key(MbEditor *editor, const MbStroke *stroke, const char *paste, char **clip, const char **why)
{
    gboolean shift = (stroke->modifiers & MB_SHIFT) != 0;

    if ((stroke->modifiers & ~(unsigned)MB_SHIFT) != MB_CTRL)
        return FALSE;
    if (editor->read_only && strchr("vzybe", (int)(stroke->key < 128 ? stroke->key : 'v')))
        return TRUE;
    switch (stroke->key) {
    case 'a':
        mb_passage_select_unit(editor->passage, (MbSpot){0, 0}, MB_UNIT_PASSAGE);
        return TRUE;
    case 'c':
    case 'x':
        copy(editor, stroke->key == 'x', clip, why);
        return TRUE;
    case 'v':
        if (paste && *paste)
            mb_passage_paste(editor->passage, paste, strlen(paste));
        return TRUE;
    case 'z':
        if (shift)
            mb_passage_redo(editor->passage, why);
        else
            mb_passage_undo(editor->passage, why);
        return TRUE;
    case 'y':
        mb_passage_redo(editor->passage, why);
        return TRUE;
    case 'b':
        mb_passage_toggle_font(editor->passage, MB_FONT_BOLD);
        return TRUE;
    case 'e':
        mb_passage_toggle_font(editor->passage, MB_FONT_ITALIC);
        return TRUE;
    default:
        return FALSE;
    }
}

/* --- mouse --- */

static gboolean spot_at(MbEditor *editor, int row, int column, MbSpot *spot)
{
    int index = CLAMP(row - editor->area.row, 0, MAX(0, (int)editor->rows->len - 1));
    MbScreenLine *line;

    if (!editor->rows->len)
        return FALSE;
    line = &g_array_index(editor->rows, MbScreenLine, index);
    if (line->paragraph < 0) {
        *spot = mb_passage_step(editor->passage, (MbSpot){0, 0}, MB_UNIT_PASSAGE, TRUE);
        return TRUE;
    }
    const MbParagraph *paragraph = mb_passage_paragraph(editor->passage, line->paragraph);
    const MbLayout *layout = mb_editor_layout(editor, line->paragraph);
    spot->paragraph = line->paragraph;
    spot->offset = line->line < 0
                       ? (int)paragraph->text->len
                       : mb_layout_offset(paragraph, layout, line->line, column - editor->area.column - EDITOR_GUTTER);
    return TRUE;
}

static gboolean is_inside(const MbEditor *editor, const MbStroke *stroke)
{
    return stroke->row >= editor->area.row && stroke->row < editor->area.row + editor->area.rows &&
           stroke->column >= editor->area.column && stroke->column < editor->area.column + editor->area.columns;
}

static gboolean mouse(MbEditor *editor, const MbStroke *stroke)
{
    MbSpot spot;

    if (stroke->mouse == MB_MOUSE_RELEASE) {
        editor->dragging = FALSE;
        return TRUE;
    }
    if (!is_inside(editor, stroke) && !editor->dragging)
        return FALSE;
    if (stroke->mouse == MB_MOUSE_WHEEL_UP || stroke->mouse == MB_MOUSE_WHEEL_DOWN) {
        move_lines(editor, stroke->mouse == MB_MOUSE_WHEEL_UP ? -3 : 3, FALSE);
        return TRUE;
    }
    if (!spot_at(editor, stroke->row, stroke->column, &spot))
        return FALSE;
    editor->goal = -1;
    if (stroke->mouse == MB_MOUSE_DRAG)
        mb_passage_place(editor->passage, spot, TRUE);
    else if (stroke->clicks == 1)
        mb_passage_place(editor->passage, spot, (stroke->modifiers & MB_SHIFT) != 0);
    else
        mb_passage_select_unit(editor->passage, spot, stroke->clicks == 2 ? MB_UNIT_WORD : MB_UNIT_PARAGRAPH);
    editor->dragging = TRUE;
    return TRUE;
}

gboolean mb_editor_stroke(MbEditor *editor, const MbStroke *stroke, const char *paste, char **clip, const char **why)
{
    *clip = NULL;
    *why = NULL;
    if (!editor->passage)
        return FALSE;
    if (stroke->kind == MB_STROKE_MOUSE)
        return mouse(editor, stroke);
    if (stroke->kind == MB_STROKE_PASTE) {
        if (!editor->read_only)
            mb_passage_paste(editor->passage, stroke->text, stroke->length);
        editor->goal = -1;
        return TRUE;
    }
    if (stroke->kind != MB_STROKE_KEY)
        return FALSE;
    if (move_key(editor, stroke))
        return TRUE;
    if (command_key(editor, stroke, paste, clip, why) || (!editor->read_only && change_key(editor, stroke))) {
        editor->goal = -1;
        return TRUE;
    }
    return FALSE;
}
