/* SPDX-License-Identifier: MIT */
#include "spelling.h"

#include "minutebook/desk/spell.h"

enum { LOOK_AGAIN = 40 }; /* milliseconds, while the dictionary is being loaded */

GArray *mb_spelling_wrong(MbApp *app, const MbPassage *passage, const MbParagraph *paragraph)
{
    MbSpot caret = mb_passage_caret(passage);
    gboolean here = mb_passage_paragraph(passage, caret.paragraph) == paragraph;

    return mb_spell_wrong(mb_app_spell(app), paragraph->text->str, here ? caret.offset : -1);
}

void mb_spelling_idle(MbApp *app)
{
    if (mb_spell_rest(mb_app_spell(app)))
        mb_app_repaint(app);
}

int mb_spelling_rest(MbApp *app)
{
    if (!mb_spell_loading(mb_app_spell(app)))
        return -1;
    mb_spelling_idle(app);
    return mb_spell_loading(mb_app_spell(app)) ? LOOK_AGAIN : -1;
}

/* --- suggestions --- */

/* From where to look: behind a selection, so that asking again goes on. */
static MbSpot begin_at(const MbPassage *passage)
{
    MbSpot start, end;

    if (!mb_passage_selection(passage, &start, &end))
        return mb_passage_caret(passage);
    end.offset++;
    return end;
}

/* Selects the next wrong word, going round at the end; FALSE where there is none. */
static gboolean select_wrong(MbSpell *spell, MbPassage *passage)
{
    MbSpot from = begin_at(passage);
    int count = mb_passage_count(passage), start, end;

    for (int i = 0; i <= count; i++) {
        int index = (from.paragraph + i) % count;
        const char *text = mb_passage_paragraph(passage, index)->text->str;

        if (mb_spell_next(spell, text, i == 0 ? from.offset : 0, &start, &end)) {
            mb_passage_select(passage, (MbSpot){index, start}, (MbSpot){index, end});
            return TRUE;
        }
    }
    return FALSE;
}

static void add_to_list(MbView *view, const char *word)
{
    GError *error = NULL;

    if (!mb_spell_add(mb_app_spell(view->app), word, &error))
        mb_app_fault(view->app, error);
    else
        mb_app_say(view->app, MB_LOOK_GOOD, "“%s” is on this board's list of words from now on.", word);
}

static void chosen(MbView *view, const MbChoice *choice, gpointer data)
{
    MbPassage *passage = data;
    MbSpot start, end;

    if (choice->key && *choice->key)
        add_to_list(view, choice->key);
    else if (mb_passage_selection(passage, &start, &end))
        mb_passage_replace(passage, start, end, choice->text);
}

static void offer(MbView *view, MbPassage *passage, const char *word)
{
    g_auto(GStrv) words = mb_spell_suggest(mb_app_spell(view->app), word);
    g_autofree char *title = g_strdup_printf("For “%s”; or type what it is to be", word);
    g_autofree char *add = g_strdup_printf("“%s” is right", word);
    GPtrArray *choices = mb_choices_new();

    for (char **one = words; *one; one++)
        mb_choices_add(choices, *one, NULL, NULL, NULL);
    mb_choices_add(choices, add, "onto the list of this board", NULL, g_strdup(word));
    mb_app_choose(view, title, choices, TRUE, chosen, passage);
}

void mb_spelling_suggest(MbView *view, MbPassage *passage)
{
    MbSpell *spell = mb_app_spell(view->app);
    MbSpot start, end;

    if (!passage)
        return;
    mb_spelling_idle(view->app);
    if (mb_spell_why(spell))
        mb_app_say(view->app, MB_LOOK_WARNING, "%s", mb_spell_why(spell));
    else if (mb_spell_loading(spell))
        mb_app_say(view->app, MB_LOOK_QUIET, "The dictionary is being loaded; try again in a moment.");
    else if (!select_wrong(spell, passage))
        mb_app_say(view->app, MB_LOOK_GOOD, "No word under this item is misspelt.");
    else if (mb_passage_selection(passage, &start, &end)) {
        const char *text = mb_passage_paragraph(passage, start.paragraph)->text->str;
        g_autofree char *word = g_strndup(text + start.offset, (gsize)(end.offset - start.offset));

        offer(view, passage, word);
    }
}
