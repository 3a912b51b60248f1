/* SPDX-License-Identifier: MIT */
/* Elections to an office: candidates and their votes, round by round, and who was elected; the office itself is brought
   up to date where asked for. */
#include "commands.h"
#include "deed.h"
#include "find.h"
#include "life.h"
#include "recorded.h"
#include "remark.h"
#include "which.h"

#include "minutebook/base/text.h"
#include "minutebook/model/name.h"

#include <string.h>

static int by_position(gconstpointer a, gconstpointer b)
{
    return (*(MbElection *const *)a)->position - (*(MbElection *const *)b)->position;
}

static GPtrArray *elections_of(MbDesk *desk, const MbItem *item)
{
    GPtrArray *all = mb_dossier_of(mb_desk_dossier(desk), &MB_ELECTION, "item", item->id);

    g_ptr_array_sort(all, by_position);
    return all;
}

static char *office_of(MbDesk *desk, gconstpointer record)
{
    const MbElection *election = record;

    (void)desk;
    return g_strdup(election->office ? election->office : "");
}

/* The election that --election names, else the only one under ITEM. */
static MbElection *election_meant(MbDesk *desk, const MbArguments *arguments, const MbItem *item, GError **error)
{
    g_autoptr(GPtrArray) all = elections_of(desk, item);
    g_autofree char *name = mb_deed_item_name(item);
    g_autofree char *place = g_strconcat("item ", name, NULL);
    const MbWhich which = {.one = "election",
                           .none = "`election add` records one first",
                           .place = place,
                           .by = "--election",
                           .label = office_of};

    return mb_which(desk, all, &which, mb_argument(arguments, "--election"), error);
}

#define ELECTION_OPTION                                                                                                \
    {                                                                                                                  \
        .name = "--election", .value = "WHICH",                                                                        \
        .help = "where the item has several: the office, or its number in order"                                       \
    }

/* --- candidates --- */

static int by_round(gconstpointer a, gconstpointer b)
{
    const MbCandidate *one = *(MbCandidate *const *)a, *other = *(MbCandidate *const *)b;

    return one->round != other->round ? one->round - other->round : one->position - other->position;
}

static GPtrArray *candidates_of(MbDesk *desk, const MbElection *election)
{
    GPtrArray *all = mb_dossier_of(mb_desk_dossier(desk), &MB_CANDIDATE, "election", election->id);

    g_ptr_array_sort(all, by_round);
    return all;
}

static char *name_of(MbDesk *desk, const char *person, const char *name)
{
    const MbPerson *found = mb_dossier_find(mb_desk_dossier(desk), &MB_PERSON, person);

    return found ? mb_person_print(found) : g_strdup(name ? name : "");
}

static MbCandidate *candidate_in(const GPtrArray *all, int round, const MbPerson *person, const char *words)
{
    for (guint i = 0; i < all->len; i++) {
        MbCandidate *candidate = all->pdata[i];
        gboolean same = person ? g_strcmp0(candidate->person, person->id) == 0
                               : candidate->name && mb_text_same(candidate->name, words);

        if (candidate->round == round && same)
            return candidate;
    }
    return NULL;
}

/* Sets the votes of whoever WORDS name in that round; VOTES is NULL where only nominated. */
static gboolean set_candidate(MbDesk *desk, const MbMeeting *meeting, const MbElection *election, int round,
                              const char *words, const char *votes, gboolean withdrawn, GError **error)
{
    g_autoptr(GPtrArray) all = candidates_of(desk, election);
    g_autoptr(GPtrArray) there = NULL;
    MbCandidate *candidate;
    MbPerson *person;

    if (mb_deed_blank(words))
        return mb_deed_refuse(error, "A candidate needs a name: \"NAME=VOTES\".");
    if (!mb_find_person_or_words(desk, mb_find_board_of(desk, meeting), words, &person, error))
        return FALSE;
    candidate = candidate_in(all, round, person, words);
    if (!candidate) {
        there = candidates_of(desk, election);
        candidate = mb_dossier_new_record(mb_desk_dossier(desk), &MB_CANDIDATE);
        mb_set(&candidate->election, election->id);
        mb_set(&candidate->person, person ? person->id : NULL);
        mb_set(&candidate->name, person ? NULL : words);
        candidate->round = round;
        candidate->position = mb_which_next(there);
        candidate->votes = MB_NO_INT;
    }
    if (votes && !mb_find_number(votes, words, &candidate->votes, error))
        return FALSE;
    candidate->withdrawn |= withdrawn;
    return mb_deed_save(desk, candidate, error);
}

/* "NAME=VOTES". */
static gboolean read_candidate(MbDesk *desk, const MbMeeting *meeting, const MbElection *election, int round,
                               const char *words, GError **error)
{
    const char *equals = strrchr(words, '=');
    g_autofree char *name = equals ? g_strstrip(g_strndup(words, equals - words)) : g_strstrip(g_strdup(words));
    g_autofree char *votes = equals ? g_strstrip(g_strdup(equals + 1)) : NULL;

    return set_candidate(desk, meeting, election, round, name, votes, FALSE, error);
}

/* --- how it stands --- */

static int last_round(const GPtrArray *candidates)
{
    int last = 0;

    for (guint i = 0; i < candidates->len; i++)
        last = MAX(last, ((const MbCandidate *)candidates->pdata[i])->round);
    return last;
}

/* Who leads in ROUND, borrowed; NULL where nobody has votes, or several have as many (TIE). */
static const MbCandidate *leader(const GPtrArray *candidates, int round, gboolean *tie)
{
    const MbCandidate *best = NULL;

    *tie = FALSE;
    for (guint i = 0; i < candidates->len; i++) {
        const MbCandidate *candidate = candidates->pdata[i];

        if (candidate->round != round || candidate->withdrawn || candidate->votes == MB_NO_INT)
            continue;
        *tie = best && candidate->votes == best->votes ? TRUE : best && candidate->votes < best->votes ? *tie : FALSE;
        if (!best || candidate->votes > best->votes)
            best = candidate;
    }
    return *tie ? NULL : best;
}

/* Whether that is more than half of the votes in the round. */
static gboolean has_majority(const GPtrArray *candidates, const MbCandidate *best)
{
    int all = 0;

    for (guint i = 0; i < candidates->len; i++) {
        const MbCandidate *candidate = candidates->pdata[i];

        if (candidate->round == best->round && candidate->votes != MB_NO_INT)
            all += candidate->votes;
    }
    return best->votes * 2 > all;
}

static MbValue *rounds_value(MbDesk *desk, const GPtrArray *candidates)
{
    MbValue *rounds = mb_value_new_list();

    for (int round = 1; round <= last_round(candidates); round++) {
        MbValue *list = mb_value_new_list();

        for (guint i = 0; i < candidates->len; i++) {
            const MbCandidate *candidate = candidates->pdata[i];
            g_autofree char *name = name_of(desk, candidate->person, candidate->name);
            MbValue *row;

            if (candidate->round != round)
                continue;
            row = mb_value_new_map();
            mb_value_set_text(row, "name", name);
            if (candidate->votes == MB_NO_INT)
                mb_value_set(row, "votes", mb_value_new_null());
            else
                mb_value_set_int(row, "votes", candidate->votes);
            mb_value_set_bool(row, "withdrawn", candidate->withdrawn);
            mb_value_add(list, row);
        }
        mb_value_add(rounds, list);
    }
    return rounds;
}

static MbValue *election_value(MbDesk *desk, const MbMeeting *meeting, const MbItem *item, int number,
                               const MbElection *election)
{
    g_autoptr(GPtrArray) candidates = candidates_of(desk, election);
    g_autofree char *elected = name_of(desk, election->elected, election->elected_name);
    const MbPerson *holder = mb_office_holder(mb_desk_dossier(desk), meeting->board, election->office, meeting->day);
    g_autofree char *held = holder ? mb_person_print(holder) : NULL;
    gboolean tie;
    const MbCandidate *best = leader(candidates, last_round(candidates), &tie);
    g_autofree char *leads = best ? name_of(desk, best->person, best->name) : NULL;
    MbValue *row = mb_value_new_map();

    mb_value_set_text(row, "item", item->number);
    mb_value_set_int(row, "number", number);
    mb_value_set_text(row, "office", election->office);
    mb_value_set_text(row, "holder", held);
    mb_value_set(row, "rounds", rounds_value(desk, candidates));
    mb_value_set_text(row, "leader", leads);
    mb_value_set_bool(row, "majority", best && has_majority(candidates, best));
    mb_value_set_bool(row, "tie", tie);
    mb_value_set_text(row, "elected", elected);
    return row;
}

/* "round 1: Ada Quill 2, Dov Pell 2; round 2: …", for people. */
static char *rounds_text(const MbValue *rounds)
{
    GString *out = g_string_new(NULL);

    for (guint r = 0; r < mb_value_length(rounds); r++) {
        const MbValue *list = mb_value_at(rounds, r);

        g_string_append_printf(out, "%sround %u: ", r ? "; " : "", r + 1);
        for (guint i = 0; i < mb_value_length(list); i++) {
            const MbValue *row = mb_value_at(list, i);
            const MbValue *votes = mb_value_get(row, "votes");

            g_string_append_printf(out, "%s%s", i ? ", " : "", mb_value_text(mb_value_get(row, "name")));
            if (mb_value_kind(votes) == MB_VALUE_INT)
                g_string_append_printf(out, " %" G_GINT64_FORMAT, mb_value_int(votes));
            if (mb_value_bool(mb_value_get(row, "withdrawn")))
                g_string_append(out, " (withdrawn)");
        }
    }
    return g_string_free(out, FALSE);
}

static const MbColumn list_columns[] = {
    {.key = "item", .heading = "Item"},
    {.key = "office", .heading = "Office"},
    {.key = "told", .heading = "Votes", .flexible = TRUE},
    {.key = "elected", .heading = "Elected"},
    {.key = NULL},
};

static gboolean election_list(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    MbMeeting *meeting = mb_deed_meeting(desk, arguments, error);
    const char *words = mb_argument(arguments, "ITEM");
    MbItem *only = meeting && words ? mb_find_item(desk, meeting, words, error) : NULL;
    g_autoptr(GPtrArray) items = NULL;
    MbValue *rows;

    if (!meeting || (words && !only))
        return FALSE;
    rows = mb_value_new_list();
    items = mb_dossier_of(mb_desk_dossier(desk), &MB_ITEM, "meeting", meeting->id);
    for (guint i = 0; i < items->len; i++) {
        g_autoptr(GPtrArray) all = only && only != items->pdata[i] ? NULL : elections_of(desk, items->pdata[i]);

        for (guint k = 0; all && k < all->len; k++)
            mb_value_add(rows, election_value(desk, meeting, items->pdata[i], (int)k + 1, all->pdata[k]));
    }
    mb_deed_list(answer, rows, list_columns, "No election is recorded.");
    for (guint i = 0; i < mb_value_length(mb_deed_shown(answer)); i++) {
        MbValue *row = mb_value_at_mut(mb_deed_shown(answer), i);
        g_autofree char *told = rounds_text(mb_value_get(row, "rounds"));

        mb_value_set_text(row, "told", told);
    }
    return TRUE;
}

static const MbArgument list_arguments[] = {
    MB_MEETING_ARGUMENT,
    {.name = "ITEM", .help = "the printed number, or part of the title", .flags = MB_ARGUMENT_OPTIONAL},
    MB_BOARD_OPTION,
    {.name = NULL},
};
const MbCommand mb_command_election_list = {.name = "election list",
                                            .help = "the elections of a meeting, with the votes of each round",
                                            .example = "next 3",
                                            .arguments = list_arguments,
                                            .need = MB_NEED_BOOK,
                                            .run = election_list};

/* --- deeds --- */

static int number_of(MbDesk *desk, const MbItem *item, const MbElection *election)
{
    g_autoptr(GPtrArray) all = elections_of(desk, item);
    guint index = 0;

    return g_ptr_array_find(all, election, &index) ? (int)index + 1 : 1;
}

static void give_value(MbDesk *desk, const MbMeeting *meeting, const MbItem *item, const MbElection *election,
                       MbAnswer *answer)
{
    mb_value_set(answer->value, "election",
                 election_value(desk, meeting, item, number_of(desk, item, election), election));
}

static gboolean election_add(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    const char *const *names = mb_argument_all(arguments, "--candidate");
    const char *office = mb_argument(arguments, "OFFICE");
    MbMeeting *meeting;
    MbItem *item = mb_recorded_item(desk, arguments, &meeting, error);
    g_autoptr(GPtrArray) earlier = item ? elections_of(desk, item) : NULL;
    g_autofree char *place = item ? mb_recorded_place(desk, meeting, item) : NULL;
    MbElection *election;

    if (!item)
        return FALSE;
    if (mb_deed_blank(office))
        return mb_deed_refuse(error, "An election needs an office: Chair, Vice-chair …");
    for (guint i = 0; i < earlier->len; i++)
        if (mb_text_same(((const MbElection *)earlier->pdata[i])->office, office))
            return mb_deed_refuse(error,
                                  "The election of the %s stands under that item already; `election vote` records "
                                  "its votes.",
                                  office);
    election = mb_dossier_new_record(mb_desk_dossier(desk), &MB_ELECTION);
    mb_set(&election->meeting, meeting->id);
    mb_set(&election->item, item->id);
    mb_set(&election->office, office);
    election->position = mb_which_next(earlier);
    if (!mb_deed_save(desk, election, error))
        return FALSE;
    for (guint i = 0; names[i]; i++)
        if (!set_candidate(desk, meeting, election, 1, names[i], NULL, FALSE, error))
            return FALSE;
    mb_deed_say(answer, "%s: election of the %s.", place, office);
    give_value(desk, meeting, item, election, answer);
    return TRUE;
}

static const MbArgument add_arguments[] = {
    MB_MEETING_ARGUMENT,
    MB_ITEM_ARGUMENT,
    {.name = "OFFICE", .help = "Chair, Vice-chair …"},
    {.name = "--candidate",
     .value = "PERSON",
     .help = "who is nominated; may stand several times",
     .flags = MB_ARGUMENT_MANY},
    MB_BOARD_OPTION,
    {.name = NULL},
};
const MbCommand mb_command_election_add = {.name = "election add",
                                           .help = "records that an office is elected under an item",
                                           .example = "next 3 Vice-chair --candidate \"First Last\"",
                                           .arguments = add_arguments,
                                           .need = MB_NEED_DEED,
                                           .run = election_add};

static void say_standing(MbDesk *desk, const MbElection *election, int round, MbAnswer *answer)
{
    g_autoptr(GPtrArray) candidates = candidates_of(desk, election);
    gboolean tie;
    const MbCandidate *best = leader(candidates, round, &tie);
    g_autofree char *name = best ? name_of(desk, best->person, best->name) : NULL;

    if (tie)
        mb_life_add(answer, "The most votes are equal: another round, or the chair or the lot decides.");
    else if (best && has_majority(candidates, best))
        mb_life_add(answer, "%s has more than half; `election elect` records who is elected.", name);
    else if (best)
        mb_life_add(answer, "%s leads with less than half of the votes.", name);
}

static gboolean still_open(MbDesk *desk, const MbElection *election, GError **error)
{
    g_autofree char *elected = name_of(desk, election->elected, election->elected_name);

    return !*elected ||
           mb_deed_refuse(error, "%s is elected %s already; `undo` takes the deed back where it was wrong.", elected,
                          election->office);
}

static gboolean record_round(MbDesk *desk, const MbArguments *arguments, const MbMeeting *meeting,
                             const MbElection *election, int round, GError **error)
{
    const char *const *votes = mb_argument_all(arguments, "CANDIDATE=VOTES");
    const char *const *gone = mb_argument_all(arguments, "--withdrawn");

    for (guint i = 0; votes[i]; i++)
        if (!read_candidate(desk, meeting, election, round, votes[i], error))
            return FALSE;
    for (guint i = 0; gone[i]; i++)
        if (!set_candidate(desk, meeting, election, round, gone[i], NULL, TRUE, error))
            return FALSE;
    return TRUE;
}

static gboolean election_vote(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    const char *words = mb_argument(arguments, "--round");
    MbMeeting *meeting;
    MbItem *item = mb_recorded_item(desk, arguments, &meeting, error);
    MbElection *election = item ? election_meant(desk, arguments, item, error) : NULL;
    g_autofree char *place = item ? mb_recorded_place(desk, meeting, item) : NULL;
    g_autoptr(GPtrArray) candidates = election ? candidates_of(desk, election) : NULL;
    g_autoptr(MbValue) rounds = NULL;
    g_autofree char *told = NULL;
    int round = candidates ? MAX(last_round(candidates), 1) : 1;

    if (!election || !still_open(desk, election, error) || (words && !mb_find_number(words, "--round", &round, error)))
        return FALSE;
    if (round < 1 || round > last_round(candidates) + 1)
        return mb_deed_refuse(error, "--round: the next round is %d.", last_round(candidates) + 1);
    if (!record_round(desk, arguments, meeting, election, round, error))
        return FALSE;
    g_clear_pointer(&candidates, g_ptr_array_unref);
    candidates = candidates_of(desk, election);
    rounds = rounds_value(desk, candidates);
    told = rounds_text(rounds);
    mb_deed_say(answer, "%s: %s, %s.", place, election->office, told);
    say_standing(desk, election, round, answer);
    give_value(desk, meeting, item, election, answer);
    return TRUE;
}

static const MbArgument vote_arguments[] = {
    MB_MEETING_ARGUMENT,
    MB_ITEM_ARGUMENT,
    {.name = "CANDIDATE=VOTES", .help = "\"First Last=4\"; all candidates of the round", .flags = MB_ARGUMENT_MANY},
    {.name = "--round", .value = "N", .help = "which round; the last one, unless said"},
    {.name = "--withdrawn",
     .value = "PERSON",
     .help = "who stood down; may stand several times",
     .flags = MB_ARGUMENT_MANY},
    ELECTION_OPTION,
    MB_BOARD_OPTION,
    {.name = NULL},
};
const MbCommand mb_command_election_vote = {.name = "election vote",
                                            .help = "records the votes of a round, candidate by candidate",
                                            .example = "next 3 \"First Last=4\" \"Second Name=3\" --round 1",
                                            .arguments = vote_arguments,
                                            .need = MB_NEED_DEED,
                                            .run = election_vote};

/* --- elected --- */

/* Whoever held the office until now goes the day before. */
static gboolean end_offices(MbDesk *desk, const MbMeeting *meeting, const char *office, const char *person,
                            GString *before, MbOffice **kept, GError **error)
{
    GPtrArray *all = mb_dossier_all(mb_desk_dossier(desk), &MB_OFFICE);

    *kept = NULL;
    for (guint i = 0; i < all->len; i++) {
        MbOffice *held = all->pdata[i];
        gboolean current = held->until == MB_NO_DAY || held->until >= meeting->day;
        g_autofree char *name = name_of(desk, held->person, NULL);

        if (g_strcmp0(held->board, meeting->board) != 0 || !mb_text_same(held->office, office) || !current ||
            (held->since != MB_NO_DAY && held->since > meeting->day))
            continue;
        if (g_strcmp0(held->person, person) == 0) {
            *kept = held;
            continue;
        }
        held->until = meeting->day - 1;
        g_string_append_printf(before, "%s%s", before->len ? ", " : "", name);
        if (!mb_deed_save(desk, held, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean update_office(MbDesk *desk, const MbMeeting *meeting, const MbElection *election, MbDay until,
                              MbAnswer *answer, GError **error)
{
    g_autoptr(GString) before = g_string_new(NULL);
    MbOffice *office;
    gboolean again;

    if (!election->elected)
        return mb_deed_refuse(error,
                              "Only somebody who is in the book can hold the office; `person add` adds the person.");
    if (!end_offices(desk, meeting, election->office, election->elected, before, &office, error))
        return FALSE;
    again = office != NULL;
    if (!office) {
        office = mb_dossier_new_record(mb_desk_dossier(desk), &MB_OFFICE);
        mb_set(&office->board, meeting->board);
        mb_set(&office->person, election->elected);
        mb_set(&office->office, election->office);
        office->since = meeting->day;
    }
    office->until = until;
    if (!mb_deed_save(desk, office, error))
        return FALSE;
    if (again)
        mb_life_add(answer, "The office goes on.");
    else
        mb_life_add(answer, "The office is held from that day%s%s.", before->len ? "; until then by " : "",
                    before->str);
    return TRUE;
}

/* The holder of the office, where that is somebody else: then it is offered to update it. */
static void offer_update(MbDesk *desk, const MbMeeting *meeting, const MbElection *election, MbAnswer *answer)
{
    const MbPerson *holder = mb_office_holder(mb_desk_dossier(desk), meeting->board, election->office, meeting->day);
    g_autofree char *name = holder ? mb_person_print(holder) : NULL;
    gboolean offer = election->elected && (!holder || g_strcmp0(holder->id, election->elected) != 0);

    mb_value_set_bool(answer->value, "offer_update", offer);
    if (offer && holder)
        mb_life_add(answer, "In the book the office is still held by %s; --update-office enters the new holder.", name);
    else if (offer)
        mb_life_add(answer, "In the book nobody holds the office; --update-office enters the new holder.");
}

static gboolean set_elected(MbDesk *desk, const MbArguments *arguments, const MbMeeting *meeting, MbElection *election,
                            GError **error)
{
    const char *words = mb_argument(arguments, "PERSON");
    MbPerson *person;

    if (mb_deed_blank(words))
        return mb_deed_refuse(error, "Who was elected? Give a name.");
    if (!mb_find_person_or_words(desk, mb_find_board_of(desk, meeting), words, &person, error))
        return FALSE;
    mb_set(&election->elected, person ? person->id : NULL);
    mb_set(&election->elected_name, person ? NULL : words);
    return mb_deed_save(desk, election, error);
}

static gboolean election_elect(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    const char *term = mb_argument(arguments, "--term-until");
    MbMeeting *meeting;
    MbItem *item = mb_recorded_item(desk, arguments, &meeting, error);
    MbElection *election = item ? election_meant(desk, arguments, item, error) : NULL;
    g_autofree char *place = item ? mb_recorded_place(desk, meeting, item) : NULL;
    g_autofree char *name = NULL;
    MbDay until = MB_NO_DAY;
    gboolean update = mb_argument(arguments, "--update-office") != NULL;

    if (!election || (term && !mb_find_day(term, "--term-until", &until, error)))
        return FALSE;
    if (until != MB_NO_DAY && until <= meeting->day)
        return mb_deed_refuse(error, "--term-until: the term ends before it begins, on the day of the meeting.");
    if (!set_elected(desk, arguments, meeting, election, error))
        return FALSE;
    name = name_of(desk, election->elected, election->elected_name);
    mb_deed_say(answer, "%s: %s is elected %s.", place, name, election->office);
    if (update && !update_office(desk, meeting, election, until, answer, error))
        return FALSE;
    offer_update(desk, meeting, election, answer);
    give_value(desk, meeting, item, election, answer);
    return TRUE;
}

static const MbArgument elect_arguments[] = {
    MB_MEETING_ARGUMENT,
    MB_ITEM_ARGUMENT,
    {.name = "PERSON", .help = "who is elected"},
    {.name = "--update-office", .help = "enters the new holder of the office, and ends the predecessor's"},
    {.name = "--term-until", .value = "DATE", .help = "the last day of the term, with --update-office"},
    ELECTION_OPTION,
    MB_BOARD_OPTION,
    {.name = NULL},
};
const MbCommand mb_command_election_elect = {.name = "election elect",
                                             .help = "records who was elected, and brings the office up to date",
                                             .example = "next 3 \"First Last\" --update-office --term-until 2027-05-31",
                                             .arguments = elect_arguments,
                                             .need = MB_NEED_DEED,
                                             .run = election_elect};
