/* SPDX-License-Identifier: MIT */
/* The agenda changed by hand: added to, edited, reordered, deferred, restricted. What is changed here a new draft keeps. */
#include "agenda.h"
#include "commands.h"
#include "find.h"
#include "schedule.h"

#include "minutebook/base/text.h"
#include "minutebook/clerk/number.h"
#include "minutebook/model/by_hand.h"
#include "minutebook/model/name.h"
#include "minutebook/store/dossier.h"

/* The meeting and one item of its agenda, which may still be changed. */
static MbItem *item_meant(MbDesk *desk, const MbArguments *arguments, MbMeeting **meeting, GError **error)
{
    g_autofree char *name = NULL;

    *meeting = mb_deed_meeting(desk, arguments, error);
    if (!*meeting)
        return NULL;
    if ((*meeting)->state >= MB_STATE_APPROVED) {
        name = mb_find_meeting_name(desk, *meeting);
        mb_deed_refuse(error, "%s is %s; its agenda stays as it was.", name, mb_meeting_state_words[(*meeting)->state]);
        return NULL;
    }
    return mb_find_item(desk, *meeting, mb_argument(arguments, "ITEM"), error);
}

/* The siblings of ITEM in order, ITEM itself left out. */
static GPtrArray *siblings_of(const MbDossier *dossier, const MbItem *item)
{
    g_autoptr(GPtrArray) all = mb_number_items(dossier, item->meeting);
    GPtrArray *siblings = g_ptr_array_new();

    for (guint i = 0; i < all->len; i++) {
        const MbItem *other = all->pdata[i];

        if (other != item && g_strcmp0(other->parent, item->parent) == 0)
            g_ptr_array_add(siblings, (gpointer)other);
    }
    return siblings;
}

/* Puts ITEM at INDEX among its siblings and numbers their positions anew. */
static gboolean place(MbDesk *desk, MbItem *item, guint index, GError **error)
{
    g_autoptr(GPtrArray) siblings = siblings_of(mb_desk_dossier(desk), item);

    g_ptr_array_insert(siblings, (int)MIN(index, siblings->len), item);
    for (guint i = 0; i < siblings->len; i++)
        ((MbItem *)siblings->pdata[i])->position = (int)i;
    mb_by_hand_note(&item->by_hand, "position");
    return mb_deed_save_all(desk, siblings, NULL, error);
}

/* The index among the siblings of ITEM at which it comes to stand after or before the item that WORDS name. */
static gboolean index_beside(MbDesk *desk, const MbMeeting *meeting, MbItem *item, const char *words, gboolean after, guint *index, GError **error)
{
    MbItem *other = mb_find_item(desk, meeting, words, error);
    g_autoptr(GPtrArray) siblings = NULL;

    if (!other)
        return FALSE;
    if (other == item)
        return mb_deed_refuse(error, "An item cannot stand beside itself.");
    mb_set(&item->parent, other->parent);
    item->lettered = other->lettered;
    siblings = siblings_of(mb_desk_dossier(desk), item);
    if (!g_ptr_array_find(siblings, other, index))
        return mb_deed_refuse(error, "“%s” is not on the agenda any more.", words);
    *index += after ? 1 : 0;
    return TRUE;
}

static gboolean set_presenters(MbDesk *desk, MbItem *item, const char *const *names, GError **error)
{
    MbDossier *dossier = mb_desk_dossier(desk);
    g_autoptr(GPtrArray) before = mb_dossier_of(dossier, &MB_PRESENTER, "item", item->id);
    MbBoard *board = mb_dossier_find(dossier, &MB_BOARD, ((MbMeeting *)mb_dossier_find(dossier, &MB_MEETING, item->meeting))->board);

    for (guint i = 0; i < before->len; i++) {
        if (!mb_deed_delete(desk, before->pdata[i], error))
            return FALSE;
        mb_record_free(mb_dossier_steal(dossier, before->pdata[i]));
    }
    for (guint i = 0; names[i]; i++) {
        MbPresenter *presenter;
        MbPerson *person;

        if (!mb_find_person_or_words(desk, board, names[i], &person, error))
            return FALSE;
        presenter = mb_dossier_new_record(dossier, &MB_PRESENTER);
        mb_set(&presenter->item, item->id);
        mb_set(&presenter->person, person ? person->id : NULL);
        mb_set(&presenter->name, names[i]);
        presenter->position = (int)i;
        if (!mb_deed_save(desk, presenter, error))
            return FALSE;
    }
    mb_by_hand_note(&item->by_hand, "presenter");
    return TRUE;
}

static gboolean set_item(MbDesk *desk, const MbArguments *arguments, MbItem *item, GError **error)
{
    const char *minutes = mb_argument(arguments, "--minutes");
    const char *purpose = mb_argument(arguments, "--purpose");
    const char *paper = mb_argument(arguments, "--paper");
    const char *const *presenters = mb_argument_all(arguments, "--presenter");

    if (mb_argument(arguments, "--title")) {
        mb_set(&item->title, mb_argument(arguments, "--title"));
        mb_by_hand_note(&item->by_hand, "title");
    }
    if (minutes && !mb_find_number(minutes, "--minutes", &item->minutes, error))
        return FALSE;
    if (minutes)
        mb_by_hand_note(&item->by_hand, "minutes");
    if (purpose && !mb_find_word(purpose, "--purpose", mb_purpose_words, &item->purpose, error))
        return FALSE;
    if (purpose)
        mb_by_hand_note(&item->by_hand, "purpose");
    if (paper && !mb_find_word(paper, "--paper", mb_paper_state_words, &item->paper, error))
        return FALSE;
    if (paper)
        mb_by_hand_note(&item->by_hand, "paper");
    if (mb_argument(arguments, "--urgent"))
        mb_set(&item->urgent_why, mb_argument(arguments, "--urgent"));
    return (!presenters[0] || set_presenters(desk, item, presenters, error)) && mb_deed_save(desk, item, error);
}

/* Where a new item goes when nothing is said: after the business, before the closing standing items. */
static guint usual_place(const MbDossier *dossier, const MbItem *item)
{
    g_autoptr(GPtrArray) siblings = siblings_of(dossier, item);
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
    MbItem *parent = NULL;
    MbItem *item;
    guint index;

    if (!meeting)
        return FALSE;
    name = mb_find_meeting_name(desk, meeting);
    if (meeting->state > MB_STATE_LIVE)
        return mb_deed_refuse(error, "%s is %s; nothing is added to its agenda.", name, mb_meeting_state_words[meeting->state]);
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
    if ((after && !index_beside(desk, meeting, item, after, TRUE, &index, error)) || !set_item(desk, arguments, item, error) || !place(desk, item, index, error) ||
        !mb_schedule_renumber(desk, meeting, error))
        return FALSE;
    shown = mb_deed_item_name(item);
    mb_deed_say(answer, "Item %s added to the agenda of %s.", shown, name);
    return TRUE;
}

#define ITEM_OPTIONS                                                                                                   \
    {.name = "--presenter", .value = "PERSON", .help = "who presents it; may stand several times", .flags = MB_ARGUMENT_MANY}, \
        {.name = "--minutes", .value = "N", .help = "minutes allotted"},                                               \
        {.name = "--purpose", .value = "PURPOSE", .help = "decision, discussion or information"},                      \
        {.name = "--paper", .value = "STATE", .help = "verbal, awaited, received, \"to be circulated\" or late"},      \
        {.name = "--urgent", .value = "WHY", .help = "a late item: the chair's reason, which is printed"}

static const MbArgument add_arguments[] = {
    MB_MEETING_ARGUMENT,
    {.name = "TITLE", .help = "in quotes"},
    ITEM_OPTIONS,
    {.name = "--after", .value = "ITEM", .help = "stands after this item"},
    {.name = "--under", .value = "ITEM", .help = "is nested in this item"},
    MB_BOARD_OPTION,
    {.name = NULL},
};
const MbCommand mb_command_agenda_add = {.name = "agenda add",
                                         .help = "adds an item to the agenda; once it is out, with a letter (9A)",
                                         .example = "next \"Lease of the yard\" --presenter \"Geraint Mossop\" --minutes 10 --after 6",
                                         .arguments = add_arguments,
                                         .need = MB_NEED_DEED,
                                         .run = agenda_add};

static gboolean agenda_edit(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    MbMeeting *meeting;
    MbItem *item = item_meant(desk, arguments, &meeting, error);
    g_autofree char *shown = NULL;
    g_autofree char *name = NULL;

    if (!item || !set_item(desk, arguments, item, error) || !mb_schedule_renumber(desk, meeting, error))
        return FALSE;
    shown = mb_deed_item_name(item);
    name = mb_find_meeting_name(desk, meeting);
    mb_deed_say(answer, "Item %s of %s changed.", shown, name);
    return TRUE;
}

static const MbArgument edit_arguments[] = {
    MB_MEETING_ARGUMENT, MB_ITEM_ARGUMENT, {.name = "--title", .value = "TITLE", .help = "its new title"}, ITEM_OPTIONS, MB_BOARD_OPTION, {.name = NULL}};
const MbCommand mb_command_agenda_edit = {.name = "agenda edit",
                                          .help = "changes an item's title, presenter, minutes, purpose or paper",
                                          .example = "next 5 --minutes 20 --paper received",
                                          .arguments = edit_arguments,
                                          .need = MB_NEED_DEED,
                                          .run = agenda_edit};

static gboolean agenda_move(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    const char *after = mb_argument(arguments, "--after");
    const char *before = mb_argument(arguments, "--before");
    const char *to = mb_argument(arguments, "--to");
    const char *under = mb_argument(arguments, "--under");
    MbMeeting *meeting;
    MbItem *item = item_meant(desk, arguments, &meeting, error);
    g_autofree char *shown = NULL;
    int position;
    guint index = G_MAXUINT;

    if (!item)
        return FALSE;
    if ((after != NULL) + (before != NULL) + (to != NULL) + (under != NULL) != 1)
        return mb_deed_refuse(error, "Where to? Say one of --after ITEM, --before ITEM, --under ITEM or --to N.");
    if ((after || before) && !index_beside(desk, meeting, item, after ? after : before, after != NULL, &index, error))
        return FALSE;
    if (to) {
        if (!mb_find_number(to, "--to", &position, error))
            return FALSE;
        if (position == 0)
            return mb_deed_refuse(error, "--to counts from 1.");
        index = (guint)position - 1;
    }
    if (under) {
        MbItem *parent = mb_find_item(desk, meeting, under, error);

        if (!parent)
            return FALSE;
        for (MbItem *above = parent; above; above = mb_dossier_find(mb_desk_dossier(desk), &MB_ITEM, above->parent))
            if (above == item)
                return mb_deed_refuse(error, "An item cannot be nested in itself.");
        mb_set(&item->parent, parent->id);
    }
    if (!place(desk, item, index, error) || !mb_schedule_renumber(desk, meeting, error))
        return FALSE;
    shown = mb_deed_item_name(item);
    mb_deed_say(answer, "Moved: it is now item %s.", shown);
    return TRUE;
}

static const MbArgument move_arguments[] = {
    MB_MEETING_ARGUMENT,
    MB_ITEM_ARGUMENT,
    {.name = "--after", .value = "ITEM", .help = "stands after this item"},
    {.name = "--before", .value = "ITEM", .help = "stands before this item"},
    {.name = "--under", .value = "ITEM", .help = "is nested in this item"},
    {.name = "--to", .value = "N", .help = "stands in this place among its neighbours, from 1"},
    MB_BOARD_OPTION,
    {.name = NULL},
};
const MbCommand mb_command_agenda_move = {.name = "agenda move",
                                          .help = "moves an item on its agenda; the numbers follow",
                                          .example = "next 7 --before 4",
                                          .arguments = move_arguments,
                                          .need = MB_NEED_DEED,
                                          .run = agenda_move};

/* The forward plan follows: the entry that ITEM came from (or one made for it) moves to the other meeting, with the reason. */
static gboolean move_entry(MbDesk *desk, const MbMeeting *from, const MbItem *item, const MbMeeting *to, const char *why, GError **error)
{
    MbDossier *dossier = mb_desk_dossier(desk);
    MbEntry *entry = mb_dossier_find(dossier, &MB_ENTRY, item->entry);
    g_autoptr(GPtrArray) presenters = mb_dossier_of(dossier, &MB_PRESENTER, "item", item->id);
    g_autoptr(GPtrArray) moves = NULL;
    MbMove *move;

    if (!entry) {
        entry = mb_dossier_new_record(dossier, &MB_ENTRY);
        mb_set(&entry->board, from->board);
        mb_set(&entry->title, item->title);
        entry->section = MB_SECTION_BUSINESS;
        entry->minutes = item->minutes;
        entry->purpose = item->purpose;
        entry->paper = item->paper;
        for (guint i = 0; i < presenters->len; i++) {
            const MbPresenter *presenter = presenters->pdata[i];
            MbEntryLead *lead = mb_dossier_new_record(dossier, &MB_ENTRY_LEAD);

            mb_set(&lead->entry, entry->id);
            mb_set(&lead->person, presenter->person);
            mb_set(&lead->name, presenter->name);
            lead->position = (int)i;
            if (!mb_deed_save(desk, lead, error))
                return FALSE;
        }
    }
    moves = mb_dossier_of(dossier, &MB_MOVE, "entry", entry->id);
    mb_set(&entry->meeting, to->id);
    entry->state = MB_ENTRY_MOVED;
    move = mb_dossier_new_record(dossier, &MB_MOVE);
    mb_set(&move->entry, entry->id);
    mb_set(&move->from_meeting, from->id);
    mb_set(&move->to_meeting, to->id);
    mb_set(&move->why, why);
    move->position = (int)moves->len;
    move->on = mb_desk_today(desk, mb_find_board_of(desk, from));
    return mb_deed_save(desk, entry, error) && mb_deed_save(desk, move, error);
}

/* Takes ITEM and what is nested in it off the agenda; a new draft does not bring it back. */
static gboolean drop(MbDesk *desk, MbItem *item, const char *why, const MbMeeting *to, GError **error)
{
    g_autoptr(GPtrArray) nested = mb_dossier_of(mb_desk_dossier(desk), &MB_ITEM, "parent", item->id);

    item->dropped = TRUE;
    mb_set(&item->dropped_why, why);
    mb_set(&item->deferred_to, to ? to->id : NULL);
    for (guint i = 0; i < nested->len; i++)
        if (!drop(desk, nested->pdata[i], why, to, error))
            return FALSE;
    return mb_deed_save(desk, item, error);
}

static gboolean agenda_defer(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    const char *why = mb_argument(arguments, "--why");
    MbMeeting *meeting;
    MbItem *item = item_meant(desk, arguments, &meeting, error);
    g_autofree char *shown = NULL;
    g_autofree char *day = NULL;
    const MbBoard *board;
    MbMeeting *to;

    if (!item)
        return FALSE;
    board = mb_find_board_of(desk, meeting);
    to = mb_find_meeting(desk, mb_argument(arguments, "TO"), board->name, error);
    if (!to)
        return FALSE;
    if (to == meeting)
        return mb_deed_refuse(error, "The item is on that meeting's agenda already.");
    if (to->state >= MB_STATE_LIVE)
        return mb_deed_refuse(error, "The meeting it would go to is %s already.", mb_meeting_state_words[to->state]);
    shown = mb_deed_item_name(item);
    if (!move_entry(desk, meeting, item, to, why, error) || !drop(desk, item, why, to, error) || !mb_schedule_renumber(desk, meeting, error))
        return FALSE;
    day = mb_day_long(to->day);
    mb_deed_say(answer, "Item %s deferred to %s: %s", shown, day, why);
    return TRUE;
}

static const MbArgument defer_arguments[] = {
    MB_MEETING_ARGUMENT,
    MB_ITEM_ARGUMENT,
    {.name = "TO", .help = "the meeting it goes to: a date of the same board"},
    {.name = "--why", .value = "TEXT", .help = "the reason; kept with the plan", .flags = MB_ARGUMENT_NEEDED},
    MB_BOARD_OPTION,
    {.name = NULL},
};
const MbCommand mb_command_agenda_defer = {.name = "agenda defer",
                                           .help = "defers an item to another meeting; the forward plan follows",
                                           .example = "next 6 2026-03-26 --why \"the data are late\" --board CSP",
                                           .arguments = defer_arguments,
                                           .need = MB_NEED_DEED,
                                           .run = agenda_defer};

static gboolean agenda_drop(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    MbMeeting *meeting;
    MbItem *item = item_meant(desk, arguments, &meeting, error);
    g_autofree char *shown = NULL;

    if (!item)
        return FALSE;
    shown = mb_deed_item_name(item);
    if (!drop(desk, item, mb_argument(arguments, "--why"), NULL, error) || !mb_schedule_renumber(desk, meeting, error))
        return FALSE;
    mb_deed_say(answer, "Item %s taken off the agenda.", shown);
    return TRUE;
}

static const MbArgument drop_arguments[] = {MB_MEETING_ARGUMENT, MB_ITEM_ARGUMENT, {.name = "--why", .value = "TEXT", .help = "the reason"}, MB_BOARD_OPTION, {.name = NULL}};
const MbCommand mb_command_agenda_drop = {.name = "agenda drop",
                                          .help = "takes an item off the agenda; a new draft does not bring it back",
                                          .example = "next 9 --why \"settled by e-mail\"",
                                          .arguments = drop_arguments,
                                          .need = MB_NEED_DEED,
                                          .run = agenda_drop};

static char *known_paragraphs(const MbRules *rules)
{
    g_autoptr(GPtrArray) known = g_ptr_array_new();

    for (guint i = 0; i < rules->reasons->len; i++)
        g_ptr_array_add(known, ((MbReason *)rules->reasons->pdata[i])->paragraph);
    g_ptr_array_add(known, NULL);
    return g_strjoinv(", ", (char **)known->pdata);
}

static gboolean paragraph_known(MbDesk *desk, const MbBoard *board, const char *paragraph, GError **error)
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

static gboolean lift(MbDesk *desk, const MbArguments *arguments, MbRestriction *restriction, const char *shown, MbAnswer *answer, GError **error)
{
    if (!restriction)
        return mb_deed_refuse(error, "Item %s is not restricted.", shown);
    restriction->lifted_on = mb_desk_today(desk, NULL);
    mb_set(&restriction->lifted_by, mb_argument(arguments, "--lift"));
    if (!mb_deed_save(desk, restriction, error))
        return FALSE;
    mb_deed_say(answer, "The restriction of item %s is lifted, by authority of %s.", shown, mb_argument(arguments, "--lift"));
    return TRUE;
}

static gboolean agenda_restrict(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    const char *paragraph = mb_argument(arguments, "--paragraph");
    MbMeeting *meeting;
    MbItem *item = item_meant(desk, arguments, &meeting, error);
    g_autofree char *shown = NULL;
    MbRestriction *restriction;

    if (!item)
        return FALSE;
    shown = mb_deed_item_name(item);
    restriction = mb_dossier_first(mb_desk_dossier(desk), &MB_RESTRICTION, "item", item->id);
    if (mb_argument(arguments, "--lift"))
        return lift(desk, arguments, restriction, shown, answer, error);
    if (!paragraph && !mb_argument(arguments, "--reason"))
        return mb_deed_refuse(error, "Why is it withheld? Say --paragraph P of the board's rule set, or --reason TEXT.");
    if (paragraph && !paragraph_known(desk, mb_find_board_of(desk, meeting), paragraph, error))
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
    mb_deed_say(answer, "Item %s is restricted; its public title is “%s”.", shown,
                !restriction->public_title ? "Restricted item" : mb_text_same(restriction->public_title, "same") ? item->title : restriction->public_title);
    return TRUE;
}

static const MbArgument restrict_arguments[] = {
    MB_MEETING_ARGUMENT,
    MB_ITEM_ARGUMENT,
    {.name = "--paragraph", .value = "P", .help = "of the board's rule set: 1 to 7 of Schedule 12A, a to c, commercial …"},
    {.name = "--reason", .value = "TEXT", .help = "in words, where no paragraph fits"},
    {.name = "--public-title", .value = "TITLE", .help = "what the public sees; \"same\": its own title; left out: “Restricted item”"},
    {.name = "--lift", .value = "AUTHORITY", .help = "lifts the restriction from today, by this authority"},
    MB_BOARD_OPTION,
    {.name = NULL},
};
const MbCommand mb_command_agenda_restrict = {.name = "agenda restrict",
                                              .help = "withholds an item from the public, with its reason and public title",
                                              .example = "next 6 --paragraph 3 --public-title \"Property matter\"",
                                              .arguments = restrict_arguments,
                                              .need = MB_NEED_DEED,
                                              .run = agenda_restrict};
