/* SPDX-License-Identifier: MIT */
/* Undo, redo, and the text as it was: edits of the journal, backwards and forwards. */
#include "passage_private.h"

#include "minutebook/base/notation.h"

#include <string.h>

static const char nothing_to_undo[] = "There is nothing to undo.";
static const char nothing_to_redo[] = "There is nothing to do again.";
static const char changed_since[] = "The text has since been changed elsewhere, so this can no longer be undone here.";

/* One direction of an edit: FROM is what stands there, TO what is put there. */
typedef struct {
    const MbEdit *edit;
    const char *from, *to;
    GPtrArray *changed, *gone; /* may be NULL */
} Step;

/* --- within a paragraph --- */

static MbParagraph *read_fragment(const char *notation)
{
    MbParagraph *fragment = mb_paragraph_new();

    mb_notation_read(notation, fragment->text, fragment->fonts);
    return fragment;
}

/* Whether FRAGMENT stands in PARAGRAPH at OFFSET, fonts and all (those of spaces follow from their neighbours). */
static gboolean stands_at(const MbParagraph *paragraph, int offset, const MbParagraph *fragment)
{
    gsize length = fragment->text->len;
    const char *text = paragraph->text->str + offset;

    if (offset < 0 || (gsize)offset + length > paragraph->text->len || ((guchar)*text & 0xC0) == 0x80 ||
        memcmp(text, fragment->text->str, length) != 0)
        return FALSE;
    for (gsize i = 0; i < length; i++)
        if (!g_ascii_isspace(text[i]) && paragraph->fonts->data[(gsize)offset + i] != fragment->fonts->data[i])
            return FALSE;
    return TRUE;
}

static gboolean step_within(MbPassage *passage, const Step *step)
{
    int index = mb_passage_index(passage, step->edit->paragraph);
    int offset = step->edit->offset;
    MbParagraph *from = read_fragment(step->from);
    MbParagraph *to = read_fragment(step->to);
    MbParagraph *paragraph = index >= 0 ? mb_slot_paragraph(passage, index) : NULL;
    gboolean stands = paragraph && offset <= (int)paragraph->text->len && stands_at(paragraph, offset, from);

    /* Where something was erased there is nothing to compare. */
    if (stands && !from->text->len && g_hash_table_contains(passage->elsewhere, paragraph->id))
        stands = FALSE;
    if (stands) {
        mb_passage_apply_splice(passage, index, offset, (int)from->text->len, to->text->str, to->text->len,
                                to->fonts->data);
        if (step->changed)
            g_ptr_array_add(step->changed, paragraph);
    }
    mb_paragraph_free(from);
    mb_paragraph_free(to);
    return stands;
}

/* --- runs --- */

/* NULL where a line is damaged. */
static GPtrArray *thaw_run(const char *lines)
{
    g_autoptr(GPtrArray) run = mb_paragraphs_new();
    g_auto(GStrv) each = g_strsplit(lines ? lines : "", "\n", -1);

    for (char **line = each; *line; line++) {
        MbParagraph *paragraph = mb_paragraph_thaw(*line);

        if (!paragraph)
            return NULL;
        g_ptr_array_add(run, paragraph);
    }
    return g_steal_pointer(&run);
}

/* Where the run stands: at its first paragraph, or behind the one before it. -1: nowhere. */
static int find_run(const MbPassage *passage, const MbEdit *edit, const GPtrArray *run)
{
    int before;

    if (run->len)
        return mb_passage_index(passage, ((MbParagraph *)run->pdata[0])->id);
    if (!edit->paragraph)
        return 0;
    before = mb_passage_index(passage, edit->paragraph);
    return before < 0 ? -1 : before + 1;
}

static gboolean run_stands(const MbPassage *passage, int first, const GPtrArray *run)
{
    if (first < 0 || first + (int)run->len > mb_passage_count(passage))
        return FALSE;
    for (guint i = 0; i < run->len; i++)
        if (!mb_paragraph_same(mb_passage_paragraph(passage, first + (int)i), run->pdata[i]))
            return FALSE;
    return TRUE;
}

/* None of what comes back is there already, other than in the run that it replaces. */
static gboolean none_twice(const MbPassage *passage, int first, int count, const GPtrArray *to)
{
    for (guint i = 0; i < to->len; i++) {
        int index = mb_passage_index(passage, ((MbParagraph *)to->pdata[i])->id);

        if (index >= 0 && (index < first || index >= first + count))
            return FALSE;
    }
    return TRUE;
}

static gboolean step_run(MbPassage *passage, const Step *step)
{
    g_autoptr(GPtrArray) from = thaw_run(step->from);
    g_autoptr(GPtrArray) to = thaw_run(step->to);
    int first = from && to ? find_run(passage, step->edit, from) : -1;

    if (first < 0 || !run_stands(passage, first, from) || !none_twice(passage, first, (int)from->len, to))
        return FALSE;
    mb_passage_apply_run(passage, first, (int)from->len, g_steal_pointer(&to), step->changed, step->gone);
    return TRUE;
}

static gboolean take_step(MbPassage *passage, const Step *step)
{
    return step->edit->offset >= 0 ? step_within(passage, step) : step_run(passage, step);
}

/* --- undo and redo --- */

/* EDIT is undone, or done again, as an edit of its own. */
static gboolean journal_step(MbPassage *passage, const MbEdit *edit, int kind, const char **why)
{
    g_autoptr(GPtrArray) changed = g_ptr_array_new();
    g_autoptr(GPtrArray) gone = g_ptr_array_new_with_free_func(g_free);
    gboolean undo = kind == MB_EDIT_UNDONE;
    Step step = {edit, undo ? edit->after : edit->before, undo ? edit->before : edit->after, changed, gone};
    MbEdit *made;

    if (!take_step(passage, &step)) {
        *why = changed_since;
        return FALSE;
    }
    mb_passage_end_burst(passage);
    made = mb_passage_begin(passage, kind);
    made->of = edit->seq;
    made->paragraph = g_strdup(edit->paragraph);
    made->offset = edit->offset;
    made->before = g_strdup(step.from);
    made->after = g_strdup(step.to);
    passage->font_set = FALSE;
    mb_passage_set_caret(passage, undo ? edit->caret_before : edit->caret_after);
    mb_passage_record(passage, made, changed, gone);
    return TRUE;
}

static gboolean step_from(MbPassage *passage, const GPtrArray *stack, int kind, const char **why)
{
    const char *unheard;

    if (!why)
        why = &unheard;
    *why = NULL;
    if (!stack->len) {
        *why = kind == MB_EDIT_UNDONE ? nothing_to_undo : nothing_to_redo;
        return FALSE;
    }
    return journal_step(passage, stack->pdata[stack->len - 1], kind, why);
}

gboolean mb_passage_undo(MbPassage *passage, const char **why)
{
    return step_from(passage, passage->undo, MB_EDIT_UNDONE, why);
}

gboolean mb_passage_redo(MbPassage *passage, const char **why)
{
    return step_from(passage, passage->redo, MB_EDIT_REDONE, why);
}

gint64 mb_passage_undoable(const MbPassage *passage)
{
    return passage->undo->len ? ((MbEdit *)passage->undo->pdata[passage->undo->len - 1])->seq : 0;
}

/* --- the text as it was --- */

MbPassage *mb_passage_at(const MbPassage *passage, const char *stamp)
{
    GPtrArray *paragraphs = mb_paragraphs_new();
    MbPassage *then;

    for (int i = 0; i < mb_passage_count(passage); i++)
        g_ptr_array_add(paragraphs, mb_paragraph_copy(mb_passage_paragraph(passage, i)));
    then = mb_passage_new(paragraphs, NULL, passage->layer);
    for (guint i = passage->edits->len; i > 0; i--) {
        const MbEdit *edit = passage->edits->pdata[i - 1];
        Step step = {edit, edit->after, edit->before, NULL, NULL};

        if (g_strcmp0(edit->ended, stamp) <= 0)
            break;
        /* What others changed since stays as it is. */
        if (take_step(then, &step))
            mb_passage_set_caret(then, edit->caret_before);
    }
    return then;
}
