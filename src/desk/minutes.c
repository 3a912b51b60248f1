/* SPDX-License-Identifier: MIT */
/* The minutes: shown as text, and text added to an item from standard input. */
#include "commands.h"
#include "deed.h"
#include "find.h"

#include "minutebook/clerk/cut.h"
#include "minutebook/compose/document.h"
#include "minutebook/compose/paper.h"
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

static gboolean save_text(MbDesk *desk, const MbMeeting *meeting, const MbItem *item, const char *text, int layer,
                          guint *added, GError **error)
{
    g_autoptr(GPtrArray) paragraphs = g_ptr_array_new_with_free_func(mb_record_free);
    g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func(mb_record_free);
    int first = next_position(mb_desk_dossier(desk), item->id, layer);

    mb_minute_text_read(text, item->number, paragraphs, cells);
    for (guint i = 0; i < paragraphs->len; i++) {
        MbMinute *minute = paragraphs->pdata[i];

        mb_set(&minute->meeting, meeting->id);
        mb_set(&minute->item, item->id);
        minute->layer = layer;
        minute->position = first + (int)i;
    }
    *added = paragraphs->len;
    return mb_deed_save_all(desk, paragraphs, NULL, error) && mb_deed_save_all(desk, cells, NULL, error);
}

static gboolean minutes_add(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    MbMeeting *meeting = mb_deed_meeting(desk, arguments, error);
    int layer = mb_argument(arguments, "--notes") ? MB_LAYER_NOTE : MB_LAYER_MINUTE;
    g_autofree char *name = NULL;
    g_autofree char *shown = NULL;
    guint paragraphs;
    MbItem *item;

    if (!meeting)
        return FALSE;
    name = mb_find_meeting_name(desk, meeting);
    if (meeting->state >= MB_STATE_APPROVED)
        return mb_deed_refuse(
            error, "The minutes of %s are %s and never change again; corrections are agreed at a later meeting.", name,
            mb_meeting_state_words[meeting->state]);
    item = mb_find_item(desk, meeting, mb_argument(arguments, "ITEM"), error);
    if (!item || !save_text(desk, meeting, item, mb_argument(arguments, MB_INPUT), layer, &paragraphs, error))
        return FALSE;
    if (!paragraphs)
        return mb_deed_refuse(error, "There was no text on standard input; nothing was added.");
    shown = mb_deed_item_name(item);
    mb_deed_say(answer, "%s, item %s: %u paragraph%s added to the %s.", name, shown, paragraphs,
                paragraphs == 1 ? "" : "s", layer == MB_LAYER_NOTE ? "notes" : "minutes");
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
