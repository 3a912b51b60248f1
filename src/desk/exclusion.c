/* SPDX-License-Identifier: MIT */
/* The public excluded for an item, and readmitted: an event, the resolution in the rule set's words, and what was
   private withheld. */
#include "exclusion.h"

#include "agenda.h"
#include "commands.h"
#include "deed.h"
#include "find.h"
#include "life.h"
#include "paragraphs.h"
#include "recorded.h"
#include "remark.h"

#include "minutebook/clerk/exclusion.h"
#include "minutebook/clerk/pace.h"

static const MbRules *rules_of(MbDesk *desk, const MbMeeting *meeting)
{
    return mb_desk_rules(desk, mb_find_board_of(desk, meeting), NULL);
}

gboolean mb_exclusion_settle(MbDesk *desk, const MbMeeting *meeting, guint *count, GError **error)
{
    g_autoptr(GArray) open = mb_exclusion_open_text(mb_desk_dossier(desk), rules_of(desk, meeting), meeting);

    if (count)
        *count = open->len;
    for (guint i = 0; i < open->len; i++) {
        const MbPrivateText *text = &g_array_index(open, MbPrivateText, i);
        MbRestriction *restriction = mb_dossier_new_record(mb_desk_dossier(desk), &MB_RESTRICTION);

        mb_set(&restriction->minute, text->minute->id);
        mb_set(&restriction->paragraph, text->paragraph);
        if (!*text->paragraph)
            mb_set(&restriction->reason, "The public were excluded");
        if (!mb_deed_save(desk, restriction, error))
            return FALSE;
    }
    return TRUE;
}

/* The whole item is private where nothing was minuted under it before. */
static gboolean wholly_private(MbDesk *desk, const MbItem *item)
{
    g_autoptr(GPtrArray) all = mb_dossier_of(mb_desk_dossier(desk), &MB_MINUTE, "item", item->id);

    for (guint i = 0; i < all->len; i++)
        if (((const MbMinute *)all->pdata[i])->layer == MB_LAYER_MINUTE)
            return FALSE;
    return TRUE;
}

static gboolean restrict_item(MbDesk *desk, const MbArguments *arguments, const MbItem *item, GError **error)
{
    MbRestriction *restriction = mb_dossier_first(mb_desk_dossier(desk), &MB_RESTRICTION, "item", item->id);

    if (restriction && restriction->lifted_on == MB_NO_DAY && !mb_argument(arguments, "--title"))
        return TRUE;
    if (!restriction) {
        restriction = mb_dossier_new_record(mb_desk_dossier(desk), &MB_RESTRICTION);
        mb_set(&restriction->item, item->id);
        mb_set(&restriction->paragraph, mb_argument(arguments, "--paragraph"));
    }
    if (mb_argument(arguments, "--title"))
        mb_set(&restriction->public_title, mb_argument(arguments, "--title"));
    restriction->lifted_on = MB_NO_DAY;
    mb_set(&restriction->lifted_by, NULL);
    return mb_deed_save(desk, restriction, error);
}

/* Names of those who stayed, NULL-ended and owned; NULL where one is not found. */
static char **staying_names(MbDesk *desk, const MbArguments *arguments, const MbMeeting *meeting, GError **error)
{
    const char *const *words = mb_argument_all(arguments, "--staying");
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    MbPerson *person;

    for (guint i = 0; words[i]; i++) {
        if (!mb_find_person_or_words(desk, mb_find_board_of(desk, meeting), words[i], &person, error))
            return NULL;
        g_ptr_array_add(names, mb_remark_name(person, words[i]));
    }
    g_ptr_array_add(names, NULL);
    return (char **)g_ptr_array_free(g_steal_pointer(&names), FALSE);
}

static gboolean minute_words(MbDesk *desk, const MbArguments *arguments, const MbMeeting *meeting, const MbItem *item,
                             const char *words, GError **error)
{
    g_auto(MbPen) pen = {0};

    return mb_pen_set(&pen, desk, arguments, meeting, item, error) && mb_pen_write(&pen, words, error) &&
           mb_pen_understand(&pen, error);
}

static gboolean may_exclude(MbDesk *desk, const MbArguments *arguments, const MbMeeting *meeting, GError **error)
{
    g_autofree char *name = mb_find_meeting_name(desk, meeting);

    if (meeting->state < MB_STATE_LIVE)
        return mb_life_under_way(desk, meeting, error);
    if (mb_pace_excluded(mb_desk_dossier(desk), meeting))
        return mb_deed_refuse(error, "The public are excluded from %s already; `meeting readmit` ends that.", name);
    return mb_agenda_paragraph_known(desk, mb_find_board_of(desk, meeting), mb_argument(arguments, "--paragraph"),
                                     error);
}

static gboolean exclude(MbDesk *desk, const MbArguments *arguments, const MbMeeting *meeting, const MbItem *item,
                        MbTime at, MbAnswer *answer, GError **error)
{
    const char *paragraph = mb_argument(arguments, "--paragraph");
    gboolean whole = wholly_private(desk, item);
    g_auto(GStrv) staying = staying_names(desk, arguments, meeting, error);
    g_autofree char *text = staying ? mb_exclusion_text(paragraph, (const char *const *)staying) : NULL;
    g_autofree char *words = mb_exclusion_words(rules_of(desk, meeting), paragraph);
    g_autofree char *place = mb_recorded_place(desk, meeting, item);
    g_autofree char *time = mb_time_text(at);

    if (!staying || (whole && !restrict_item(desk, arguments, item, error)) ||
        !minute_words(desk, arguments, meeting, item, words, error) ||
        !mb_life_stamp(desk, meeting, MB_EVENT_PUBLIC_EXCLUDED, at, item->id, NULL, text, error))
        return FALSE;
    mb_deed_say(answer, "%s: the public excluded at %s, %s; %s.", place, time, text,
                whole ? "the item is withheld" : "what is minuted from now on is withheld");
    mb_value_set_text(answer->value, "paragraph", paragraph);
    mb_value_set_bool(answer->value, "item_restricted", whole);
    return TRUE;
}

static gboolean meeting_exclude(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    MbMeeting *meeting;
    MbItem *item;
    MbTime at;

    mb_desk_clear(desk);
    meeting = mb_life_meeting(desk, arguments, error);
    if (!meeting || !may_exclude(desk, arguments, meeting, error))
        return FALSE;
    item = mb_find_item(desk, meeting, mb_argument(arguments, "ITEM"), error);
    return item && mb_life_at(desk, arguments, meeting, &at, error) &&
           exclude(desk, arguments, meeting, item, at, answer, error);
}

static const MbArgument exclude_arguments[] = {
    MB_MEETING_ARGUMENT,
    MB_ITEM_ARGUMENT,
    {.name = "--paragraph",
     .value = "P",
     .help = "why: of the board's rule set: 1 to 7 of Schedule 12A, a to c, commercial …",
     .flags = MB_ARGUMENT_NEEDED},
    {.name = "--staying", .value = "PERSON", .help = "who stays; may stand several times", .flags = MB_ARGUMENT_MANY},
    {.name = "--title", .value = "TITLE", .help = "what the public sees of an item that is withheld as a whole"},
    MB_AFTER_OPTION,
    MB_AT_OPTION,
    MB_BOARD_OPTION,
    {.name = NULL},
};
const MbCommand mb_command_meeting_exclude = {
    .name = "meeting exclude",
    .help = "excludes the public for an item: writes the resolution, withholds what is minuted in private",
    .example = "next 9 --paragraph 3 --staying \"First Last\"",
    .more =
        "An item under which nothing was minuted before is withheld as a whole; else each paragraph from now on is.",
    .arguments = exclude_arguments,
    .need = MB_NEED_DEED,
    .run = meeting_exclude};

/* --- readmission --- */

/* The item named, else the one at hand, else that of the exclusion. */
static MbItem *item_at_hand(MbDesk *desk, const MbArguments *arguments, const MbMeeting *meeting, GError **error)
{
    const MbDossier *dossier = mb_desk_dossier(desk);
    const MbEvent *excluded = mb_life_last(desk, meeting, MB_EVENT_PUBLIC_EXCLUDED);
    const char *current = mb_pace_current(dossier, meeting);
    MbItem *item;

    if (mb_argument(arguments, "ITEM"))
        return mb_find_item(desk, meeting, mb_argument(arguments, "ITEM"), error);
    item = mb_dossier_find(dossier, &MB_ITEM, current ? current : excluded->item);
    if (!item)
        mb_deed_refuse(error, "Under which item were the public readmitted? Name it after the meeting.");
    return item;
}

static gboolean readmit(MbDesk *desk, const MbArguments *arguments, const MbMeeting *meeting, const MbItem *item,
                        MbTime at, MbAnswer *answer, GError **error)
{
    g_autofree char *words = mb_exclusion_end_words(rules_of(desk, meeting));
    g_autofree char *place = mb_recorded_place(desk, meeting, item);
    g_autofree char *time = mb_time_text(at);
    guint withheld;

    if (!mb_exclusion_settle(desk, meeting, &withheld, error) ||
        !minute_words(desk, arguments, meeting, item, words, error) ||
        !mb_life_stamp(desk, meeting, MB_EVENT_PUBLIC_READMITTED, at, item->id, NULL, NULL, error))
        return FALSE;
    mb_deed_say(answer, "%s: the public readmitted at %s.", place, time);
    if (withheld)
        mb_life_add(answer, "Withheld: %u paragraph%s minuted in private.", withheld, withheld == 1 ? "" : "s");
    mb_value_set_int(answer->value, "withheld", withheld);
    return TRUE;
}

static gboolean meeting_readmit(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    MbMeeting *meeting;
    g_autofree char *name = NULL;
    MbItem *item;
    MbTime at;

    mb_desk_clear(desk);
    meeting = mb_life_meeting(desk, arguments, error);
    if (!meeting)
        return FALSE;
    name = mb_find_meeting_name(desk, meeting);
    if (!mb_pace_excluded(mb_desk_dossier(desk), meeting))
        return mb_deed_refuse(error, "The public are not excluded from %s; `meeting exclude` records that they are.",
                              name);
    item = item_at_hand(desk, arguments, meeting, error);
    return item && mb_life_at(desk, arguments, meeting, &at, error) &&
           readmit(desk, arguments, meeting, item, at, answer, error);
}

static const MbArgument readmit_arguments[] = {
    MB_MEETING_ARGUMENT,
    {.name = "ITEM", .help = "under which it is minuted; the one at hand, unless said", .flags = MB_ARGUMENT_OPTIONAL},
    MB_AFTER_OPTION,
    MB_AT_OPTION,
    MB_BOARD_OPTION,
    {.name = NULL},
};
const MbCommand mb_command_meeting_readmit = {.name = "meeting readmit",
                                              .help = "readmits the public; what was minuted in private stays withheld",
                                              .example = "next 10 --at 11:40",
                                              .arguments = readmit_arguments,
                                              .need = MB_NEED_DEED,
                                              .run = meeting_readmit};
