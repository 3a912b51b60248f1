/* SPDX-License-Identifier: MIT */
/* Withholding in the live meeting: the public excluded and readmitted; a paragraph, words of it or an item withheld, by
   a reason of the board's rule set, and opened again. */
#include "live.h"

#include "minutebook/clerk/pace.h"
#include "minutebook/model/item.h"
#include "minutebook/model/name.h"

#include <string.h>

static char *key_of(const char *id)
{
    return g_strconcat("@", id, NULL);
}

/* The item under which the text at hand stands: of items taken together the first. */
static char *text_item_key(const Live *live)
{
    const MbItem *item = mb_live_item(live);

    return key_of(item->taken_with ? item->taken_with : item->id);
}

static void to_the_end(Live *live)
{
    if (live->writing)
        mb_passage_move(mb_writing_passage(live->writing), MB_UNIT_PASSAGE, TRUE, FALSE);
}

/* --- the reason --- */

/* A digit chooses at once; other paragraphs are found by their words or their name. */
static void choose_reason(MbView *view, const char *title, MbChosen chosen, gpointer data)
{
    const Live *live = view->data;
    const GPtrArray *reasons = live->rules ? live->rules->reasons : NULL;
    GPtrArray *choices = mb_choices_new();

    for (guint i = 0; reasons && i < reasons->len; i++) {
        const MbReason *reason = reasons->pdata[i];
        gboolean numbered = g_ascii_isdigit(*reason->paragraph);

        mb_choices_add(choices, reason->words, numbered ? NULL : reason->paragraph,
                       numbered ? g_strdup(reason->paragraph) : NULL, g_strdup(reason->paragraph));
    }
    mb_app_choose(view, title, choices, !reasons, chosen, data);
}

static void add_reason(Live *live, const MbChoice *choice)
{
    mb_live_ask_add(live, g_strdup("--paragraph"));
    mb_live_ask_add(live, g_strdup(choice->key ? choice->key : choice->text));
}

static void add_option(Live *live, const char *option, const char *text)
{
    if (!*text)
        return;
    mb_live_ask_add(live, g_strdup(option));
    mb_live_ask_add(live, g_strdup(text));
}

/* --- the public excluded --- */

gboolean mb_live_may_exclude(MbView *view)
{
    const Live *live = view->data;

    return live->writing && mb_pace_under_way(live->meeting) && !mb_pace_excluded(live->dossier, live->meeting);
}

gboolean mb_live_may_readmit(MbView *view)
{
    const Live *live = view->data;

    return live->writing && mb_pace_excluded(live->dossier, live->meeting);
}

static gboolean stays(const Live *live, const char *word)
{
    for (guint i = 1; i < live->asked->len; i++)
        if (strcmp(live->asked->pdata[i - 1], "--staying") == 0 && strcmp(live->asked->pdata[i], word) == 0)
            return TRUE;
    return FALSE;
}

static void ask_staying(MbView *view);

static void staying_chosen(MbView *view, const MbChoice *choice, gpointer data)
{
    Live *live = view->data;
    g_autofree char *person = choice->key && *choice->key ? key_of(choice->key) : g_strdup(choice->text);

    (void)data;
    if (choice->key && !*choice->key) {
        if (mb_live_ask_do(live, "meeting exclude"))
            to_the_end(live);
        return;
    }
    if (!stays(live, person))
        add_option(live, "--staying", person);
    ask_staying(view);
}

/* Those who are on the register and have no seat first: members stay anyway. */
static void add_people(const Live *live, GPtrArray *choices, gboolean members)
{
    g_autoptr(GPtrArray) lines = mb_dossier_of(live->dossier, &MB_ATTENDANCE, "meeting", live->id);

    for (guint i = 0; i < lines->len; i++) {
        const MbAttendance *line = lines->pdata[i];
        const MbPerson *person = mb_dossier_find(live->dossier, &MB_PERSON, line->person);
        const char *name = person ? person->name : line->name ? line->name : "";
        g_autofree char *word = person ? key_of(person->id) : g_strdup(name);
        gboolean member = person && mb_seat_on(live->dossier, live->board->id, person->id, live->meeting->day) != NULL;

        if (*name && member == members)
            mb_choices_add(choices, name,
                           stays(live, word) ? "✓ stays"
                           : member          ? "member"
                                             : "",
                           NULL, person ? g_strdup(person->id) : NULL);
    }
}

static void ask_staying(MbView *view)
{
    const Live *live = view->data;
    GPtrArray *choices = mb_choices_new();
    gboolean some = FALSE;

    for (guint i = 0; i < live->asked->len; i++)
        some = some || strcmp(live->asked->pdata[i], "--staying") == 0;
    mb_choices_add(choices,
                   some ? "That is all: exclude the public now" : "Nobody but the members: exclude the public now",
                   NULL, NULL, g_strdup(""));
    add_people(live, choices, FALSE);
    add_people(live, choices, TRUE);
    mb_app_choose(view, "Who stays? One after the other", choices, TRUE, staying_chosen, NULL);
}

static void title_answered(MbView *view, const char *text, gpointer data)
{
    (void)data;
    add_option(view->data, "--title", text);
    ask_staying(view);
}

/* Whether nothing is minuted yet under the item: then it is withheld as a whole. */
static gboolean nothing_minuted(const Live *live)
{
    MbPassage *passage = mb_writing_passage(live->writing);

    for (int i = 0; i < mb_passage_count(passage); i++) {
        const MbParagraph *paragraph = mb_passage_paragraph(passage, i);

        if (paragraph->layer == MB_LAYER_MINUTE && paragraph->text->len)
            return FALSE;
    }
    return TRUE;
}

static void exclusion_reason(MbView *view, const MbChoice *choice, gpointer data)
{
    Live *live = view->data;

    (void)data;
    add_reason(live, choice);
    if (nothing_minuted(live))
        mb_app_ask(view, "Public title", NULL,
                   "The whole item is withheld. What the public see; empty: “Restricted item”.", title_answered, NULL);
    else
        ask_staying(view);
}

void mb_live_exclude(MbView *view)
{
    Live *live = view->data;
    g_autofree char *paragraph = mb_live_paragraph_key(live);

    mb_live_read(live);
    mb_live_ask_begin(live);
    mb_live_ask_add(live, text_item_key(live));
    if (paragraph) {
        mb_live_ask_add(live, g_strdup("--after"));
        mb_live_ask_add(live, g_strdup(paragraph));
    }
    choose_reason(view, "Why are the public excluded?", exclusion_reason, NULL);
}

void mb_live_readmit(MbView *view)
{
    Live *live = view->data;
    g_autofree char *meeting = mb_live_meeting_key(live);
    g_autofree char *item = text_item_key(live);
    g_autofree char *paragraph = mb_live_paragraph_key(live);

    mb_live_read(live);
    if (mb_live_do(live, "meeting readmit", meeting, item, paragraph ? "--after" : NULL, paragraph, NULL))
        to_the_end(live);
}

/* --- withheld --- */

/* DATA: the command. Its title option differs. */
static void restriction_titled(MbView *view, const char *text, gpointer data)
{
    const char *command = data;

    add_option(view->data, strcmp(command, "agenda restrict") == 0 ? "--public-title" : "--title", text);
    mb_live_ask_do(view->data, command);
}

static void restriction_reason(MbView *view, const MbChoice *choice, gpointer data)
{
    const char *command = data;

    add_reason(view->data, choice);
    mb_app_ask(view, "Public title", NULL,
               strcmp(command, "agenda restrict") == 0
                   ? "What the public see; empty: “Restricted item”; same: its own title."
                   : "What the public are told of it; empty: the reason only.",
               restriction_titled, data);
}

void mb_live_restrict_item(MbView *view)
{
    Live *live = view->data;

    mb_live_ask_begin(live);
    mb_live_ask_add(live, mb_live_item_key(live));
    choose_reason(view, "Why is this item withheld?", restriction_reason, (gpointer) "agenda restrict");
}

static void restrict_text(MbView *view, int paragraph)
{
    Live *live = view->data;

    mb_live_ask_begin(live);
    mb_live_ask_add(live, text_item_key(live));
    mb_live_ask_add(live, g_strdup("--text"));
    mb_live_ask_add(live, key_of(mb_passage_paragraph(mb_writing_passage(live->writing), paragraph)->id));
}

void mb_live_restrict_paragraph(MbView *view)
{
    Live *live = view->data;

    MbPassage *passage = mb_writing_passage(live->writing);
    int paragraph = mb_passage_caret(passage).paragraph;

    if (!mb_passage_paragraph(passage, paragraph)->text->len) {
        mb_app_say(view->app, MB_LOOK_WARNING, "There are no words in this paragraph to withhold.");
        return;
    }
    mb_live_read(live);
    restrict_text(view, paragraph);
    choose_reason(view, "Why is this paragraph withheld?", restriction_reason, (gpointer) "minutes restrict");
}

/* Which characters of the stored text, with its notation, come before byte OFFSET. A bold or italic run that goes on
 * past it is not closed there. */
static int characters_before(const MbParagraph *paragraph, int offset)
{
    MbParagraph *part = mb_paragraph_copy(paragraph);
    guint8 font = offset > 0 && offset < (int)paragraph->text->len
                      ? paragraph->fonts->data[offset - 1] & paragraph->fonts->data[offset]
                      : 0;
    g_autofree char *notation = NULL;
    int characters;

    g_string_truncate(part->text, (gsize)offset);
    g_byte_array_set_size(part->fonts, (guint)offset);
    notation = mb_paragraph_notation(part);
    characters = (int)g_utf8_strlen(notation, -1) - (font & MB_FONT_BOLD ? 2 : 0) - (font & MB_FONT_ITALIC ? 1 : 0);
    mb_paragraph_free(part);
    return characters;
}

gboolean mb_live_has_selection(MbView *view)
{
    const Live *live = view->data;
    MbSpot start, end;

    return live->writing && mb_passage_selection(mb_writing_passage(live->writing), &start, &end) &&
           start.paragraph == end.paragraph &&
           mb_passage_paragraph(mb_writing_passage(live->writing), start.paragraph)->style != MB_STYLE_TABLE;
}

void mb_live_restrict_selection(MbView *view)
{
    Live *live = view->data;
    MbPassage *passage = mb_writing_passage(live->writing);
    MbSpot start, end;
    const MbParagraph *paragraph;
    int from, to;

    mb_live_read(live);
    if (!mb_passage_selection(passage, &start, &end))
        return;
    paragraph = mb_passage_paragraph(passage, start.paragraph);
    from = characters_before(paragraph, start.offset);
    to = characters_before(paragraph, end.offset);
    restrict_text(view, start.paragraph);
    mb_live_ask_add(live, g_strdup("--start"));
    mb_live_ask_add(live, g_strdup_printf("%d", from));
    mb_live_ask_add(live, g_strdup("--length"));
    mb_live_ask_add(live, g_strdup_printf("%d", to - from));
    choose_reason(view, "Why are these words withheld?", restriction_reason, (gpointer) "minutes restrict");
}

/* --- opened again --- */

static gboolean withheld_by(const Live *live, const char *field, const char *id)
{
    g_autoptr(GPtrArray) all = id ? mb_dossier_of(live->dossier, &MB_RESTRICTION, field, id) : g_ptr_array_new();

    for (guint i = 0; i < all->len; i++)
        if (((const MbRestriction *)all->pdata[i])->lifted_on == MB_NO_DAY)
            return TRUE;
    return FALSE;
}

static gboolean paragraph_withheld(const Live *live)
{
    g_autofree char *key = mb_live_paragraph_key(live);

    return key && withheld_by(live, "minute", key + 1);
}

gboolean mb_live_is_withheld(MbView *view)
{
    const Live *live = view->data;
    const MbItem *item = mb_live_item(live);

    return item && (paragraph_withheld(live) || withheld_by(live, "item", item->id));
}

static void paragraph_opened(MbView *view, const char *text, gpointer data)
{
    (void)data;
    add_option(view->data, "--by", text);
    mb_live_ask_do(view->data, "minutes open");
}

static void item_opened(MbView *view, const char *text, gpointer data)
{
    (void)data;
    if (!*text) {
        mb_app_say(view->app, MB_LOOK_WARNING, "It stays withheld: by whose authority is it opened?");
        return;
    }
    add_option(view->data, "--lift", text);
    mb_live_ask_do(view->data, "agenda restrict");
}

void mb_live_open_again(MbView *view)
{
    Live *live = view->data;

    mb_live_read(live);
    if (paragraph_withheld(live)) {
        restrict_text(view, mb_passage_caret(mb_writing_passage(live->writing)).paragraph);
        mb_app_ask(view, "By authority of", NULL,
                   "Needed once the minutes are published; else Enter alone opens the paragraph.", paragraph_opened,
                   NULL);
        return;
    }
    mb_live_ask_begin(live);
    mb_live_ask_add(live, mb_live_item_key(live));
    mb_app_ask(view, "By authority of", NULL, "Who lifts the restriction of this item: “the monitoring officer”.",
               item_opened, NULL);
}
