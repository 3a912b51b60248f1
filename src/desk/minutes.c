/* SPDX-License-Identifier: MIT */
/* The minutes: shown as text, and text added to an item from standard input. */
#include "commands.h"
#include "deed.h"
#include "exclusion.h"
#include "find.h"
#include "find_key.h"

#include "minutebook/clerk/cut.h"
#include "minutebook/compose/document.h"
#include "minutebook/compose/paper.h"
#include "minutebook/desk/understand.h"
#include "minutebook/exchange/minute_text.h"
#include "minutebook/store/dossier.h"
#include "minutebook/write/text.h"

/* The secretary's own view: everything but her notes. */
static gboolean minutes_show(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    MbMeeting *meeting = mb_deed_meeting(desk, arguments, error);
    g_autoptr(MbDossier) cut = NULL;
    g_autoptr(MbDoc) doc = NULL;
    MbComposition composition = {0};

    if (!meeting || !mb_deed_surroundings(desk, meeting, error))
        return FALSE;
    composition.rules = mb_desk_rules(desk, mb_find_board_of(desk, meeting), NULL);
    composition.today = mb_desk_today(desk, mb_find_board_of(desk, meeting));
    cut = mb_cut_dossier(mb_desk_dossier(desk), composition.rules, MB_CUT_MEMBERS, composition.today);
    mb_dossier_freeze(cut);
    composition.dossier = cut;
    composition.meeting = mb_dossier_find(cut, &MB_MEETING, meeting->id);
    doc = mb_compose_document(&composition, MB_DOCUMENT_MINUTES);
    answer->text = mb_write_text(doc, 80);
    answer->raw = TRUE;
    answer->value = mb_paper_value(cut, composition.meeting, "minutes");
    return TRUE;
}

static const MbArgument show_arguments[] = {MB_MEETING_ARGUMENT, MB_BOARD_OPTION, {.name = NULL}};
const MbCommand mb_command_minutes = {.name = "minutes",
                                      .help =
                                          "the minutes of a meeting as text; --json: everything that is known of it",
                                      .example = "last --board CSP",
                                      .arguments = show_arguments,
                                      .need = MB_NEED_BOOK,
                                      .run = minutes_show};

/* One above the last position of the item's paragraphs in that layer. */
static int next_position(const MbDossier *dossier, const char *item, int layer)
{
    g_autoptr(GPtrArray) there = mb_dossier_of(dossier, &MB_MINUTE, "item", item);
    int next = 0;

    for (guint i = 0; i < there->len; i++) {
        const MbMinute *minute = there->pdata[i];

        if (minute->layer == layer)
            next = MAX(next, minute->position + 1);
    }
    return next;
}

/* Onto the desk, where the reader finds it. ADDED gets the ids of the paragraphs. */
static gboolean save_text(MbDesk *desk, const MbMeeting *meeting, const MbItem *item, const char *text, int layer,
                          GPtrArray *added, GError **error)
{
    MbDossier *dossier = mb_desk_dossier(desk);
    g_autoptr(GPtrArray) paragraphs = g_ptr_array_new();
    g_autoptr(GPtrArray) cells = g_ptr_array_new();
    int first = next_position(dossier, item->id, layer);

    mb_minute_text_read(text, item->number, paragraphs, cells);
    for (guint i = 0; i < paragraphs->len; i++) {
        MbMinute *minute = paragraphs->pdata[i];

        mb_set(&minute->meeting, meeting->id);
        mb_set(&minute->item, item->id);
        minute->layer = layer;
        minute->position = first + (int)i;
        g_ptr_array_add(added, g_strdup(minute->id));
        mb_dossier_add(dossier, minute);
    }
    for (guint i = 0; i < cells->len; i++)
        mb_dossier_add(dossier, cells->pdata[i]);
    return mb_deed_save_all(desk, paragraphs, NULL, error) && mb_deed_save_all(desk, cells, NULL, error);
}

static gboolean may_add(MbDesk *desk, const MbMeeting *meeting, GError **error)
{
    g_autofree char *name = mb_find_meeting_name(desk, meeting);

    return meeting->state < MB_STATE_APPROVED ||
           mb_deed_refuse(error,
                          "The minutes of %s are %s and never change again; corrections are agreed at a later meeting.",
                          name, mb_meeting_state_words[meeting->state]);
}

/* Only what was added is read: what stood there before was read, or recorded by hand. */
static gboolean read_added(MbDesk *desk, const MbMeeting *meeting, const MbItem *item, GPtrArray *added,
                           MbUnderstood *understood, GError **error)
{
    g_ptr_array_add(added, NULL);
    return mb_understand(desk, meeting, item, (const char *const *)added->pdata, understood, error);
}

static void say_added(MbDesk *desk, const MbMeeting *meeting, const MbItem *item, guint paragraphs, int layer,
                      const MbUnderstood *understood, MbAnswer *answer)
{
    g_autofree char *name = mb_find_meeting_name(desk, meeting);
    g_autofree char *shown = mb_deed_item_name(item);
    g_autofree char *words = mb_understood_words(understood);

    mb_deed_say(answer, "%s, item %s: %u paragraph%s added to the %s%s%s.%s%s", name, shown, paragraphs,
                paragraphs == 1 ? "" : "s", layer == MB_LAYER_NOTE ? "notes" : "minutes", words ? "; understood: " : "",
                words ? words : "", understood->quorum ? " " : "", understood->quorum ? understood->quorum : "");
    if (words)
        mb_value_set_text(answer->value, "understood", words);
}

static gboolean minutes_add(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    int layer = mb_argument(arguments, "--notes") ? MB_LAYER_NOTE : MB_LAYER_MINUTE;
    g_autoptr(GPtrArray) added = g_ptr_array_new_with_free_func(g_free);
    g_auto(MbUnderstood) understood = {0};
    MbMeeting *meeting;
    MbItem *item;

    /* What lies on the desk may be older than this deed. */
    mb_desk_clear(desk);
    meeting = mb_deed_meeting(desk, arguments, error);
    if (!meeting || !may_add(desk, meeting, error))
        return FALSE;
    item = mb_find_item(desk, meeting, mb_argument(arguments, "ITEM"), error);
    if (!item || !save_text(desk, meeting, item, mb_argument(arguments, MB_INPUT), layer, added, error))
        return FALSE;
    if (!added->len)
        return mb_deed_refuse(error, "There was no text on standard input; nothing was added.");
    if (!read_added(desk, meeting, item, added, &understood, error) || !mb_exclusion_settle(desk, meeting, NULL, error))
        return FALSE;
    say_added(desk, meeting, item, added->len - 1, layer, &understood, answer);
    return TRUE;
}

static const MbArgument add_arguments[] = {
    MB_MEETING_ARGUMENT,
    MB_ITEM_ARGUMENT,
    {.name = "--notes", .help = "into the clerk's own notes, which go to nobody"},
    MB_BOARD_OPTION,
    {.name = NULL},
};
const MbCommand mb_command_minutes_add = {
    .name = "minutes add",
    .help = "adds text from standard input to an item, a blank line between paragraphs",
    .example = "next 5 < text.txt",
    .arguments = add_arguments,
    .need = MB_NEED_DEED,
    .input = TRUE,
    .run = minutes_add};

/* --- read --- */

/* Paragraphs as screens name them; one that was taken away in the meantime is read too: what was read from it goes. */
static GPtrArray *paragraphs_named(const MbArguments *arguments, GError **error)
{
    const char *const *words = mb_argument_all(arguments, "PARAGRAPH");
    GPtrArray *ids = g_ptr_array_new_with_free_func(g_free);

    for (guint i = 0; words[i]; i++) {
        if (!mb_find_is_key(words[i])) {
            mb_deed_refuse(error, "PARAGRAPH: “%s” is no key; leave it out to read the whole item.", words[i]);
            g_ptr_array_unref(ids);
            return NULL;
        }
        g_ptr_array_add(ids, g_strdup(words[i] + 1));
    }
    g_ptr_array_add(ids, NULL);
    return ids;
}

static gboolean read_all(MbDesk *desk, const MbMeeting *meeting, MbUnderstood *understood, GError **error)
{
    g_autoptr(GPtrArray) items = mb_dossier_of(mb_desk_dossier(desk), &MB_ITEM, "meeting", meeting->id);

    if (!mb_understand(desk, meeting, NULL, NULL, understood, error))
        return FALSE;
    for (guint i = 0; i < items->len; i++)
        if (!mb_understand(desk, meeting, items->pdata[i], NULL, understood, error))
            return FALSE;
    return TRUE;
}

static gboolean may_read(MbDesk *desk, const MbMeeting *meeting, GError **error)
{
    g_autofree char *name = mb_find_meeting_name(desk, meeting);

    return meeting->state < MB_STATE_APPROVED || mb_deed_refuse(error, "%s is %s; its minutes are not read again.",
                                                                name, mb_meeting_state_words[meeting->state]);
}

static gboolean minutes_read(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    g_auto(MbUnderstood) understood = {0};
    g_autoptr(GPtrArray) ids = paragraphs_named(arguments, error);
    g_autofree char *words = NULL;
    MbMeeting *meeting;
    MbItem *item = NULL;

    /* What lies on the desk may be older than this deed. */
    mb_desk_clear(desk);
    meeting = ids ? mb_deed_meeting(desk, arguments, error) : NULL;
    if (!meeting || !may_read(desk, meeting, error))
        return FALSE;
    if (mb_argument(arguments, "ITEM")) {
        item = mb_find_item(desk, meeting, mb_argument(arguments, "ITEM"), error);
        if (!item || !mb_understand(desk, meeting, item, ids->len > 1 ? (const char *const *)ids->pdata : NULL,
                                    &understood, error))
            return FALSE;
    } else if (!read_all(desk, meeting, &understood, error)) {
        return FALSE;
    }
    if (!mb_exclusion_settle(desk, meeting, NULL, error))
        return FALSE;
    words = mb_understood_words(&understood);
    mb_deed_say(answer, "%s%s.%s%s", words ? "Understood: " : "Nothing new was understood", words ? words : "",
                understood.quorum ? " " : "", understood.quorum ? understood.quorum : "");
    return TRUE;
}

static const MbArgument read_arguments[] = {
    MB_MEETING_ARGUMENT,
    {.name = "ITEM",
     .help = "the printed number, or part of the title; all items where left out",
     .flags = MB_ARGUMENT_OPTIONAL},
    {.name = "PARAGRAPH",
     .help = "@KEY of a paragraph, as screens name it; the whole item where left out",
     .flags = MB_ARGUMENT_OPTIONAL | MB_ARGUMENT_MANY},
    MB_BOARD_OPTION,
    {.name = NULL},
};
const MbCommand mb_command_minutes_read = {
    .name = "minutes read",
    .help = "reads the minutes again: actions, decisions and all else that the text states",
    .example = "next 5",
    .arguments = read_arguments,
    .need = MB_NEED_DEED,
    .run = minutes_read};
