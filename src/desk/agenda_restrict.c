/* SPDX-License-Identifier: MIT */
/* Items withheld from the public, and the restriction lifted again. */
#include "agenda.h"

#include "commands.h"
#include "find.h"

#include "minutebook/base/text.h"
#include "minutebook/model/by_hand.h"

static char *known_paragraphs(const MbRules *rules)
{
    g_autoptr(GPtrArray) known = g_ptr_array_new();

    for (guint i = 0; i < rules->reasons->len; i++)
        g_ptr_array_add(known, ((MbReason *)rules->reasons->pdata[i])->paragraph);
    g_ptr_array_add(known, NULL);
    return g_strjoinv(", ", (char **)known->pdata);
}

gboolean mb_agenda_paragraph_known(MbDesk *desk, const MbBoard *board, const char *paragraph, GError **error)
{
    const MbRules *rules = mb_desk_rules(desk, board, error);
    g_autofree char *known = NULL;

    if (!rules)
        return board->rules == NULL;
    if (mb_rules_reason(rules, paragraph))
        return TRUE;
    known = known_paragraphs(rules);
    return mb_deed_refuse(error, "The rule set %s has no paragraph “%s”; it has %s.", rules->name, paragraph, known);
}

static gboolean lift(MbDesk *desk, const MbArguments *arguments, MbRestriction *restriction, const char *shown,
                     MbAnswer *answer, GError **error)
{
    if (!restriction)
        return mb_deed_refuse(error, "%s is not restricted.", shown);
    restriction->lifted_on = mb_desk_today(desk, NULL);
    mb_set(&restriction->lifted_by, mb_argument(arguments, "--lift"));
    if (!mb_deed_save(desk, restriction, error))
        return FALSE;
    mb_deed_say(answer, "%s: the restriction is lifted, by authority of %s.", shown, mb_argument(arguments, "--lift"));
    return TRUE;
}

static gboolean agenda_restrict(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    const char *paragraph = mb_argument(arguments, "--paragraph");
    MbMeeting *meeting;
    MbItem *item = mb_agenda_item(desk, arguments, &meeting, error);
    g_autofree char *shown = NULL;
    MbRestriction *restriction;

    if (!item)
        return FALSE;
    shown = mb_agenda_item_name(desk, meeting, item);
    restriction = mb_dossier_first(mb_desk_dossier(desk), &MB_RESTRICTION, "item", item->id);
    if (mb_argument(arguments, "--lift"))
        return lift(desk, arguments, restriction, shown, answer, error);
    if (!paragraph && !mb_argument(arguments, "--reason"))
        return mb_deed_refuse(error,
                              "Why is it withheld? Say --paragraph P of the board's rule set, or --reason TEXT.");
    if (paragraph && !mb_agenda_paragraph_known(desk, mb_find_board_of(desk, meeting), paragraph, error))
        return FALSE;
    if (!restriction) {
        restriction = mb_dossier_new_record(mb_desk_dossier(desk), &MB_RESTRICTION);
        mb_set(&restriction->item, item->id);
    }
    mb_set(&restriction->paragraph, paragraph);
    mb_set(&restriction->reason, mb_argument(arguments, "--reason"));
    mb_set(&restriction->public_title, mb_argument(arguments, "--public-title"));
    restriction->lifted_on = MB_NO_DAY;
    mb_by_hand_note(&item->by_hand, "restricted");
    if (!mb_deed_save(desk, restriction, error) || !mb_deed_save(desk, item, error))
        return FALSE;
    mb_deed_say(answer, "%s is restricted; its public title is “%s”.", shown,
                !restriction->public_title                        ? "Restricted item"
                : mb_text_same(restriction->public_title, "same") ? item->title
                                                                  : restriction->public_title);
    return TRUE;
}

static const MbArgument restrict_arguments[] = {
    MB_MEETING_ARGUMENT,
    MB_ITEM_ARGUMENT,
    {.name = "--paragraph",
     .value = "P",
     .help = "of the board's rule set: 1 to 7 of Schedule 12A, a to c, commercial …"},
    {.name = "--reason", .value = "TEXT", .help = "in words, where no paragraph fits"},
    {.name = "--public-title",
     .value = "TITLE",
     .help = "what the public sees; \"same\": its own title; left out: “Restricted item”"},
    {.name = "--lift", .value = "AUTHORITY", .help = "lifts the restriction from today, by this authority"},
    MB_BOARD_OPTION,
    {.name = NULL},
};
const MbCommand mb_command_agenda_restrict = {.name = "agenda restrict",
                                              .help =
                                                  "withholds an item from the public, with its reason and public title",
                                              .example = "next 6 --paragraph 3 --public-title \"Property matter\"",
                                              .arguments = restrict_arguments,
                                              .need = MB_NEED_DEED,
                                              .run = agenda_restrict};
