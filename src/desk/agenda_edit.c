/* SPDX-License-Identifier: MIT */
/* The agenda changed by hand: items added and edited. What is changed here a new draft keeps. Their order is
 * agenda_move.c, their leaving agenda_defer.c, what is withheld agenda_restrict.c. */
#include "agenda.h"

#include "change.h"
#include "commands.h"
#include "find.h"
#include "recorded.h"
#include "remark.h"
#include "schedule.h"

#include "minutebook/base/text.h"
#include "minutebook/clerk/number.h"
#include "minutebook/model/by_hand.h"
#include "minutebook/model/name.h"

/* Chair and Vice-chair are no people of the book, and everybody knows who is meant. */
static gboolean is_office(const MbDossier *dossier, const MbBoard *board, const char *words)
{
    g_autoptr(GPtrArray) offices = mb_dossier_of(dossier, &MB_OFFICE, "board", board->id);

    for (guint i = 0; i < offices->len; i++)
        if (mb_text_same(((MbOffice *)offices->pdata[i])->office, words))
            return TRUE;
    return mb_text_same(words, "Chair") || mb_text_same(words, "Secretary") || mb_text_same(words, "Clerk");
}

static gboolean add_presenter(MbDesk *desk, const MbMeeting *meeting, const MbItem *item, const char *words,
                              int position, MbAnswer *answer, GError **error)
{
    MbDossier *dossier = mb_desk_dossier(desk);
    const MbBoard *board = mb_find_board_of(desk, meeting);
    MbPresenter *presenter;
    MbPerson *person;

    if (mb_deed_blank(words))
        return mb_deed_refuse(error, "--presenter: a presenter needs a name.");
    if (!mb_find_person_or_words(desk, board, words, &person, error))
        return FALSE;
    presenter = mb_dossier_new_record(dossier, &MB_PRESENTER);
    mb_set(&presenter->item, item->id);
    mb_set(&presenter->person, person ? person->id : NULL);
    mb_set(&presenter->name, words);
    presenter->position = position;
    if (!person && !is_office(dossier, board, words))
        mb_remark_nobody(desk, answer, "presenter-not-on-roll", mb_recorded_place(desk, meeting, item), "the presenter",
                         words);
    return mb_deed_save(desk, presenter, error);
}

static gboolean set_presenters(MbDesk *desk, const MbMeeting *meeting, MbItem *item, const char *const *names,
                               MbAnswer *answer, GError **error)
{
    MbDossier *dossier = mb_desk_dossier(desk);
    g_autoptr(GPtrArray) before = mb_dossier_of(dossier, &MB_PRESENTER, "item", item->id);

    for (guint i = 0; i < before->len; i++) {
        if (!mb_deed_delete(desk, before->pdata[i], error))
            return FALSE;
        mb_record_free(mb_dossier_steal(dossier, before->pdata[i]));
    }
    for (guint i = 0; names[i]; i++)
        if (!add_presenter(desk, meeting, item, names[i], (int)i, answer, error))
            return FALSE;
    mb_by_hand_note(&item->by_hand, "presenter");
    return TRUE;
}

/* "Ada Quill and Bram Oake", in full; NULL where nobody presents it. */
static char *presenters_of(MbDesk *desk, const MbItem *item)
{
    const MbDossier *dossier = mb_desk_dossier(desk);
    g_autoptr(GPtrArray) presenters = mb_dossier_of(dossier, &MB_PRESENTER, "item", item->id);
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);

    for (guint i = 0; i < presenters->len; i++) {
        const MbPresenter *presenter = presenters->pdata[i];

        g_ptr_array_add(names,
                        mb_remark_name(mb_dossier_find(dossier, &MB_PERSON, presenter->person), presenter->name));
    }
    g_ptr_array_add(names, NULL);
    return presenters->len ? mb_text_join((const char *const *)names->pdata) : NULL;
}

/* No item can take longer than the meeting that it is on. */
static void remark_minutes(MbDesk *desk, const MbMeeting *meeting, const MbItem *item, MbAnswer *answer)
{
    int available =
        meeting->starts != MB_NO_TIME && meeting->ends != MB_NO_TIME ? mb_time_span(meeting->starts, meeting->ends) : 0;

    if (available && item->minutes > available)
        mb_remark(
            answer, "over-time", mb_recorded_place(desk, meeting, item),
            g_strdup_printf("%d minutes are allotted to it, and the whole meeting has %d.", item->minutes, available),
            g_strdup("Allot fewer minutes, or lengthen the meeting."));
}

static gboolean set_item(MbDesk *desk, const MbArguments *arguments, const MbMeeting *meeting, MbItem *item,
                         MbAnswer *answer, GError **error)
{
    static const char *const by_hand[] = {"title", "minutes", "purpose", "paper"};
    const char *title = mb_argument(arguments, "--title");
    const char *minutes = mb_argument(arguments, "--minutes");
    const char *purpose = mb_argument(arguments, "--purpose");
    const char *paper = mb_argument(arguments, "--paper");
    const char *const *presenters = mb_argument_all(arguments, "--presenter");

    if (title && mb_deed_blank(title))
        return mb_deed_refuse(error, "--title: an agenda item needs a title.");
    if ((minutes && !mb_find_number(minutes, "--minutes", &item->minutes, error)) ||
        (purpose && !mb_find_word(purpose, "--purpose", mb_purpose_words, &item->purpose, error)) ||
        (paper && !mb_find_word(paper, "--paper", mb_paper_state_words, &item->paper, error)))
        return FALSE;
    if (title)
        mb_set(&item->title, title);
    if (mb_argument(arguments, "--urgent"))
        mb_set(&item->urgent_why, mb_argument(arguments, "--urgent"));
    for (gsize i = 0; i < G_N_ELEMENTS(by_hand); i++) {
        g_autofree char *option = g_strconcat("--", by_hand[i], NULL);

        if (mb_argument(arguments, option))
            mb_by_hand_note(&item->by_hand, by_hand[i]);
    }
    if (minutes)
        remark_minutes(desk, meeting, item, answer);
    return (!presenters[0] || set_presenters(desk, meeting, item, presenters, answer, error)) &&
           mb_deed_save(desk, item, error);
}

/* Where a new item goes when nothing is said: after the business, before the closing standing items. */
static guint usual_place(const MbDossier *dossier, const MbItem *item)
{
    g_autoptr(GPtrArray) siblings = mb_agenda_siblings(dossier, item);
    guint index = siblings->len;

    while (index > 0 && ((MbItem *)siblings->pdata[index - 1])->source == MB_SOURCE_STANDING)
        index--;
    return index ? index : siblings->len;
}

static gboolean agenda_add(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    MbMeeting *meeting = mb_deed_meeting(desk, arguments, error);
    const char *after = mb_argument(arguments, "--after");
    const char *under = mb_argument(arguments, "--under");
    g_autofree char *name = NULL;
    g_autofree char *shown = NULL;
    g_autofree char *presenters = NULL;
    MbItem *parent = NULL;
    MbItem *item;
    guint index;

    if (!meeting)
        return FALSE;
    name = mb_find_meeting_name(desk, meeting);
    if (meeting->state > MB_STATE_LIVE)
        return mb_deed_refuse(error, "%s is %s; nothing is added to its agenda.", name,
                              mb_meeting_state_words[meeting->state]);
    if (mb_deed_blank(mb_argument(arguments, "TITLE")))
        return mb_deed_refuse(error, "An agenda item needs a title.");
    if (under && !(parent = mb_find_item(desk, meeting, under, error)))
        return FALSE;
    item = mb_dossier_new_record(mb_desk_dossier(desk), &MB_ITEM);
    mb_set(&item->meeting, meeting->id);
    mb_set(&item->parent, parent ? parent->id : NULL);
    mb_set(&item->title, mb_argument(arguments, "TITLE"));
    item->source = MB_SOURCE_ADDED;
    index = parent ? G_MAXUINT : usual_place(mb_desk_dossier(desk), item);
    if ((after && !mb_agenda_beside(desk, meeting, item, after, TRUE, &index, error)) ||
        !set_item(desk, arguments, meeting, item, answer, error) || !mb_agenda_place(desk, item, index, error) ||
        !mb_schedule_renumber(desk, meeting, error))
        return FALSE;
    shown = mb_agenda_item_name(desk, meeting, item);
    presenters = presenters_of(desk, item);
    mb_deed_say(answer, "%s added to the agenda%s%s.", shown, presenters ? ", presented by " : "",
                presenters ? presenters : "");
    return TRUE;
}

#define ITEM_OPTIONS                                                                                                   \
    {.name = "--presenter",                                                                                            \
     .value = "PERSON",                                                                                                \
     .help = "who presents it; may stand several times",                                                               \
     .flags = MB_ARGUMENT_MANY},                                                                                       \
        {.name = "--minutes", .value = "N", .help = "minutes allotted"},                                               \
        {.name = "--purpose", .value = "PURPOSE", .help = "decision, discussion or information"},                      \
        {.name = "--paper", .value = "STATE", .help = "verbal, awaited, received, \"to be circulated\" or late"},      \
    {                                                                                                                  \
        .name = "--urgent", .value = "WHY", .help = "a late item: the chair's reason, which is printed"                \
    }

static const MbArgument add_arguments[] = {
    MB_MEETING_ARGUMENT,
    {.name = "TITLE", .help = "in quotes"},
    ITEM_OPTIONS,
    {.name = "--after", .value = "ITEM", .help = "stands after this item"},
    {.name = "--under", .value = "ITEM", .help = "is nested in this item"},
    MB_BOARD_OPTION,
    {.name = NULL},
};
const MbCommand mb_command_agenda_add = {
    .name = "agenda add",
    .help = "adds an item to the agenda; once it is out, with a letter (9A)",
    .example = "next \"Lease of the yard\" --presenter \"Geraint Mossop\" --minutes 10 --after 6",
    .arguments = add_arguments,
    .need = MB_NEED_DEED,
    .run = agenda_add};

static const MbArgument edit_arguments[] = {
    MB_MEETING_ARGUMENT, MB_ITEM_ARGUMENT, {.name = "--title", .value = "TITLE", .help = "its new title"},
    ITEM_OPTIONS,        MB_BOARD_OPTION,  {.name = NULL}};

/* What has changed of ITEM since BEFORE, when WAS presented it. */
static GString *item_changes(MbDesk *desk, const MbItem *before, const MbItem *item, const char *was)
{
    static const MbChangeName names[] = {{"title", "title"},
                                         {"minutes", "minutes"},
                                         {"purpose", "purpose"},
                                         {"paper", "paper"},
                                         {"urgent_why", "reason for a late item"},
                                         {NULL, NULL}};
    GString *changes = g_string_new(NULL);
    g_autofree char *is = presenters_of(desk, item);

    mb_change_fields(changes, before, item, names);
    mb_change_text(changes, "presenter", was, is);
    return changes;
}

static gboolean edit(MbDesk *desk, const MbArguments *arguments, const MbMeeting *meeting, MbItem *item,
                     const MbItem *before, MbAnswer *answer, GError **error)
{
    g_autofree char *name = mb_agenda_item_name(desk, meeting, item);
    g_autofree char *was = presenters_of(desk, item);
    g_autoptr(GString) changes = NULL;

    if (!set_item(desk, arguments, meeting, item, answer, error) || !mb_schedule_renumber(desk, meeting, error))
        return FALSE;
    changes = item_changes(desk, before, item, was);
    mb_deed_say(answer, "%s: %s.", name, mb_change_words(changes));
    return TRUE;
}

static gboolean agenda_edit(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    static const char *const besides[] = {"--board", NULL};
    MbMeeting *meeting;
    MbItem *item = mb_agenda_item(desk, arguments, &meeting, error);
    MbItem *before = item ? mb_record_copy(item) : NULL;
    gboolean done = item && mb_change_asked(arguments, edit_arguments, besides, error) &&
                    edit(desk, arguments, meeting, item, before, answer, error);

    mb_record_free(before);
    return done;
}

const MbCommand mb_command_agenda_edit = {.name = "agenda edit",
                                          .help = "changes an item's title, presenter, minutes, purpose or paper",
                                          .example = "next 5 --minutes 20 --paper received",
                                          .arguments = edit_arguments,
                                          .need = MB_NEED_DEED,
                                          .run = agenda_edit};
