/* SPDX-License-Identifier: MIT */
#include "phrases.h"

#include "minutebook/clerk/gap.h"
#include "minutebook/desk/stock.h"

#include <string.h>

static char *filled(const MbPhrasePlace *place, const MbStock *stock)
{
    MbApp *app = place->view->app;

    return mb_stock_fill(mb_app_desk(app), place->dossier, place->meeting, place->item, mb_app_time(app, place->board),
                         stock->text);
}

static GPtrArray *load(const MbPhrasePlace *place)
{
    GError *error = NULL;
    GPtrArray *all = mb_stock_load(mb_app_desk(place->view->app), place->board, &error);

    if (!all)
        mb_app_fault(place->view->app, error);
    return all;
}

/* Bytes START to the caret become SENTENCE; its first gap is selected. */
static void put(MbPassage *passage, MbSpot start, const char *sentence)
{
    int from, to;

    mb_passage_replace(passage, start, mb_passage_caret(passage), sentence);
    if (mb_gap_find(sentence, 0, &from, &to))
        mb_passage_select(passage, (MbSpot){start.paragraph, start.offset + from},
                          (MbSpot){start.paragraph, start.offset + to});
}

/* Where a sentence may begin: at the start of the paragraph, or behind one that has ended. */
static gboolean may_begin(const char *text, int at)
{
    while (at > 0 && text[at - 1] == ' ')
        at--;
    return at == 0 || strchr(".!?:", text[at - 1]) != NULL;
}

/* The start of the short word before OFFSET. */
static int key_start(const char *text, int offset)
{
    while (offset > 0 && (g_ascii_isalnum(text[offset - 1]) || text[offset - 1] == '-'))
        offset--;
    return offset;
}

gboolean mb_phrases_expand(const MbPhrasePlace *place)
{
    MbSpot caret = mb_passage_caret(place->passage), start = caret;
    const char *text = mb_passage_paragraph(place->passage, caret.paragraph)->text->str;
    g_autofree char *key = NULL;
    g_autoptr(GPtrArray) all = NULL;

    start.offset = key_start(text, caret.offset);
    if (start.offset == caret.offset || !may_begin(text, start.offset))
        return FALSE;
    key = g_strndup(text + start.offset, (gsize)(caret.offset - start.offset));
    all = load(place);
    for (guint i = 0; all && i < all->len; i++) {
        const MbStock *stock = all->pdata[i];

        if (g_ascii_strcasecmp(stock->key, key) == 0) {
            g_autofree char *sentence = filled(place, stock);

            put(place->passage, start, sentence);
            return TRUE;
        }
    }
    return FALSE;
}

static void chosen(MbView *view, const MbChoice *choice, gpointer data)
{
    (void)view;
    put(data, mb_passage_caret(data), choice->key);
}

void mb_phrases_choose(const MbPhrasePlace *place)
{
    g_autoptr(GPtrArray) all = place->passage ? load(place) : NULL;
    GPtrArray *choices;

    if (!all)
        return;
    choices = mb_choices_new();
    for (guint i = 0; i < all->len; i++) {
        const MbStock *stock = all->pdata[i];
        char *sentence = filled(place, stock);

        mb_choices_add(choices, sentence, stock->key, NULL, sentence);
    }
    mb_app_choose(place->view, "Stock sentences; the word at the right and Tab types it", choices, FALSE, chosen,
                  place->passage);
}
