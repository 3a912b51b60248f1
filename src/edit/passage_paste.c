/* SPDX-License-Identifier: MIT */
#include "passage_private.h"

#include "lines.h"
#include "minutebook/base/notation.h"

#include "minutebook/base/text.h"

#include <string.h>

static gboolean any_font(const MbParagraph *piece)
{
    for (guint i = 0; i < piece->fonts->len; i++)
        if (piece->fonts->data[i])
            return TRUE;
    return FALSE;
}

/* One line goes into the paragraph; without fonts of its own it takes those that stand there. */
static void paste_line(MbPassage *passage, MbSpot start, MbSpot end, const char *text)
{
    g_autofree char *line = mb_one_line(text);
    MbParagraph *piece = mb_paragraph_new();

    mb_notation_read(line, piece->text, piece->fonts);
    if (!any_font(piece) && piece->fonts->len)
        memset(piece->fonts->data, mb_passage_font(passage), piece->fonts->len);
    mb_range_replace(passage, MB_EDIT_PASTED, start, end, piece);
    mb_paragraph_free(piece);
}

static void append_text(MbParagraph *paragraph, const MbParagraph *from)
{
    mb_paragraph_splice(paragraph, (int)paragraph->text->len, 0, from->text->str, from->text->len, from->fonts->data);
}

/* In a list plain lines become lines of the list. */
static gboolean join_list(GPtrArray *pasted, const MbParagraph *host)
{
    for (guint i = 0; i < pasted->len; i++)
        if (((MbParagraph *)pasted->pdata[i])->style != MB_STYLE_PARAGRAPH)
            return FALSE;
    for (guint i = 0; i < pasted->len && mb_paragraph_in_list(host); i++) {
        MbParagraph *paragraph = pasted->pdata[i];

        paragraph->style = host->style;
        paragraph->level = host->level;
    }
    return TRUE;
}

static void give_id(MbParagraph *from, MbParagraph *to)
{
    char *id = to->id;

    to->id = from->id;
    from->id = id;
}

/* HOST cut at OFFSET: HOST keeps the head, the tail is returned. */
static MbParagraph *cut(MbParagraph *host, int offset)
{
    MbParagraph *tail = mb_paragraph_copy(host);
    MbParagraph *fresh = mb_paragraph_new();

    give_id(fresh, tail);
    mb_paragraph_free(fresh);
    g_clear_pointer(&tail->number, g_free);
    mb_paragraph_splice(tail, 0, offset, "", 0, NULL);
    mb_paragraph_splice(host, offset, (int)host->text->len - offset, "", 0, NULL);
    return tail;
}

/* PASTED between HEAD and TAIL (all taken), into OUT: plain lines at either end become part of them. Sets what the
 * caret stands behind: the paragraph's index in OUT, and the bytes in it. */
static MbSpot put_between(GPtrArray *out, MbParagraph *head, GPtrArray *pasted, MbParagraph *tail)
{
    gboolean plain = join_list(pasted, head);
    gboolean whole = !head->text->len && !head->number;
    MbParagraph *last = NULL;
    MbSpot caret;

    if (whole) {
        give_id(head, tail->text->len ? tail : pasted->pdata[0]);
        mb_paragraph_free(head);
    } else {
        g_ptr_array_add(out, head);
        if (plain || ((MbParagraph *)pasted->pdata[0])->style == MB_STYLE_PARAGRAPH) {
            append_text(head, pasted->pdata[0]);
            g_ptr_array_remove_index(pasted, 0);
        }
    }
    g_ptr_array_extend_and_steal(out, pasted);
    last = out->pdata[out->len - 1];
    caret = (MbSpot){(int)out->len - 1, (int)last->text->len};
    if (!tail->text->len) {
        mb_paragraph_free(tail);
    } else if (last->style == MB_STYLE_PARAGRAPH || plain) {
        append_text(last, tail);
        if (whole) {
            give_id(tail, last);
            mb_paragraph_restyle(last, tail->style);
            last->level = tail->level;
        }
        mb_paragraph_free(tail);
    } else {
        g_ptr_array_add(out, tail);
    }
    return caret;
}

static void paste_lines(MbPassage *passage, MbSpot start, MbSpot end, GPtrArray *pasted)
{
    int offset;
    g_autoptr(GPtrArray) replaced = mb_range_replaced(passage, start, end, NULL, &offset);
    GPtrArray *after = mb_paragraphs_new();
    MbParagraph *host = g_ptr_array_steal_index(replaced, 0);
    MbParagraph *tail = cut(host, MIN(offset, (int)host->text->len));
    MbSpot caret;

    for (guint i = 0; i < pasted->len; i++) {
        MbParagraph *paragraph = pasted->pdata[i];

        paragraph->layer = host->layer;
        mb_paragraph_stamp(paragraph);
    }
    mb_paragraph_stamp(host);
    caret = put_between(after, host, pasted, tail);
    caret.paragraph += start.paragraph;
    while (replaced->len)
        g_ptr_array_add(after, g_ptr_array_steal_index(replaced, 0));
    mb_passage_run(passage, MB_EDIT_PASTED, start.paragraph, end.paragraph - start.paragraph + 1, after, caret);
}

void mb_passage_paste(MbPassage *passage, const char *text, gsize length)
{
    g_autofree char *stored = mb_text_store(text, (gssize)length);
    MbSpot start = passage->caret;
    MbSpot end = passage->caret;
    gsize size = strlen(stored);
    gboolean empty;

    while (size && stored[size - 1] == '\n')
        stored[--size] = '\0';
    mb_passage_selection(passage, &start, &end);
    mb_passage_end_burst(passage);
    empty = start.paragraph == end.paragraph && start.offset == 0 &&
            end.offset == (int)mb_passage_paragraph(passage, end.paragraph)->text->len;
    if (!size)
        return;
    if (mb_passage_in_table(passage, start) || (!strchr(stored, '\n') && !(empty && mb_line_marked(stored)))) {
        paste_line(passage, start, end, stored);
        return;
    }
    GPtrArray *pasted = mb_lines_read(stored);
    if (pasted->len)
        paste_lines(passage, start, end, pasted);
    else
        g_ptr_array_unref(pasted);
}
