/* SPDX-License-Identifier: MIT */
/* Votes recorded by name: only of those who have a vote and were there. */
#include "commands.h"
#include "decisions.h"
#include "deed.h"
#include "find.h"
#include "recorded.h"
#include "remark.h"
#include "which.h"

#include "minutebook/base/text.h"
#include "minutebook/clerk/vote.h"
#include "minutebook/model/name.h"

#include <string.h>

#define RECORDED "recorded vote"

/* Who declared an interest in the item and may not vote. */
static gboolean barred(MbDesk *desk, const MbMeeting *meeting, const MbItem *item, const MbPerson *person)
{
    const MbRules *rules = mb_desk_rules(desk, mb_find_board_of(desk, meeting), NULL);

    return mb_vote_barred(mb_desk_dossier(desk), rules, item->id, person->id) != NULL;
}

/* One vote as it was typed. */
typedef struct {
    MbPerson *person; /* NULL: a deputy whom the register knows by name only */
    char *words;
    int vote; /* MbVoteKind */
} Ballot;

static void ballot_free(gpointer data)
{
    Ballot *ballot = data;

    g_free(ballot->words);
    g_free(ballot);
}

/* Reads "NAME: for" and the like, and finds the person. */
static Ballot *read_ballot(MbDesk *desk, const MbMeeting *meeting, const char *words, GError **error)
{
    const MbBoard *board = mb_find_board_of(desk, meeting);
    const char *colon = strrchr(words, ':');
    g_autofree char *who = colon ? g_strstrip(g_strndup(words, colon - words)) : NULL;
    g_autofree char *how = colon ? g_strstrip(g_strdup(colon + 1)) : NULL;
    MbPerson *person;
    Ballot *ballot;
    int vote;

    if (!colon) {
        mb_deed_refuse(error, "“%s” is no vote; expected \"NAME: for\", \"NAME: against\" or \"NAME: abstained\".",
                       words);
        return NULL;
    }
    if (!mb_find_person_or_words(desk, board, who, &person, error) ||
        (!person && !mb_recorded_represented(mb_desk_dossier(desk), meeting, NULL, who) &&
         !(person = mb_find_person(desk, board, who, error))) ||
        !mb_find_word(how, who, mb_vote_words, &vote, error))
        return NULL;
    ballot = g_new0(Ballot, 1);
    ballot->person = person;
    ballot->words = g_steal_pointer(&who);
    ballot->vote = vote;
    return ballot;
}

static gboolean same_voter(const Ballot *a, const Ballot *b)
{
    return a->person || b->person ? a->person == b->person : mb_text_same(a->words, b->words);
}

/* Whether the roll lets the deputy on the line REPRESENTED vote. */
static gboolean deputy_votes(const MbDossier *dossier, const MbSeat *seat, const MbAttendance *represented)
{
    g_autoptr(GPtrArray) deputies = mb_dossier_of(dossier, &MB_DEPUTY, "seat", seat->id);

    for (guint i = 0; i < deputies->len; i++) {
        const MbDeputy *deputy = deputies->pdata[i];
        gboolean same = deputy->person ? g_strcmp0(deputy->person, represented->represented_by) == 0
                                       : mb_text_same(deputy->name, represented->represented_by_name);

        if (same && deputy->no_vote)
            return FALSE;
    }
    return TRUE;
}

/* Why the voter has no vote on that board, to follow the name; NULL where there is one: a voting seat, or that of whom
 * the voter represents. */
static const char *no_vote(const MbDossier *dossier, const MbMeeting *meeting, const Ballot *ballot)
{
    const MbSeat *own = ballot->person ? mb_seat_on(dossier, meeting->board, ballot->person->id, meeting->day) : NULL;
    const MbAttendance *represented = mb_recorded_represented(dossier, meeting, ballot->person, ballot->words);
    const MbSeat *other = represented ? mb_seat_on(dossier, meeting->board, represented->person, meeting->day) : NULL;

    if (own && mb_seat_votes(dossier, own))
        return NULL;
    if (other && mb_seat_votes(dossier, other) && deputy_votes(dossier, other, represented))
        return NULL;
    if (other)
        return "came as a deputy without a vote";
    return own ? "has a seat without a vote" : "has no seat on that board";
}

/* What speaks against a vote, to follow the name; NULL where nothing does. A member barred by an interest has a vote
 * and need not have stayed. */
static char *objection(MbDesk *desk, const MbMeeting *meeting, const MbItem *item, const GPtrArray *ballots,
                       guint index)
{
    const Ballot *ballot = ballots->pdata[index];
    const char *why = no_vote(mb_desk_dossier(desk), meeting, ballot);

    if (why)
        return g_strdup(why);
    if (ballot->vote != MB_VOTE_BARRED && ballot->person && barred(desk, meeting, item, ballot->person))
        return g_strdup("declared an interest in this item and may not vote on it");
    for (guint i = 0; i < index; i++)
        if (same_voter(ballots->pdata[i], ballot) && ((Ballot *)ballots->pdata[i])->vote != ballot->vote)
            return g_strdup_printf("would vote both %s and %s", mb_vote_words[((Ballot *)ballots->pdata[i])->vote],
                                   mb_vote_words[ballot->vote]);
    return ballot->vote == MB_VOTE_BARRED ? NULL : mb_recorded_absence(desk, meeting, ballot->person, ballot->words);
}

/* Refuses with everyone who may not vote so. */
static gboolean votes_allowed(MbDesk *desk, const MbMeeting *meeting, const MbItem *item, const GPtrArray *ballots,
                              GError **error)
{
    g_autoptr(GString) refused = g_string_new(NULL);

    for (guint i = 0; i < ballots->len; i++) {
        const Ballot *ballot = ballots->pdata[i];
        g_autofree char *why = objection(desk, meeting, item, ballots, i);
        g_autofree char *name = mb_remark_name(ballot->person, ballot->words);

        if (why)
            g_string_append_printf(refused, "%s%s %s", refused->len ? "; " : "", name, why);
    }
    return !refused->len || mb_deed_refuse(error, "No vote is recorded: %s.", refused->str);
}

static MbVote *vote_of(MbDesk *desk, const MbDecision *decision, const Ballot *ballot)
{
    g_autoptr(GPtrArray) votes = mb_dossier_of(mb_desk_dossier(desk), &MB_VOTE, "decision", decision->id);
    MbVote *vote;

    for (guint i = 0; i < votes->len; i++) {
        vote = votes->pdata[i];
        if (ballot->person ? g_strcmp0(vote->person, ballot->person->id) == 0
                           : vote->name && mb_text_same(vote->name, ballot->words))
            return vote;
    }
    vote = mb_dossier_new_record(mb_desk_dossier(desk), &MB_VOTE);
    mb_set(&vote->decision, decision->id);
    mb_set(&vote->person, ballot->person ? ballot->person->id : NULL);
    mb_set(&vote->name, ballot->person ? NULL : ballot->words);
    vote->position = mb_which_next(votes);
    return vote;
}

/* The counts are those of the names; where no name is left, nothing was counted. */
static gboolean count_votes(MbDesk *desk, MbDecision *decision, GError **error)
{
    g_autoptr(GPtrArray) votes = mb_dossier_of(mb_desk_dossier(desk), &MB_VOTE, "decision", decision->id);
    int none = votes->len ? 0 : MB_NO_INT;
    int counts[4] = {none, none, none, none};

    for (guint i = 0; i < votes->len; i++)
        counts[((MbVote *)votes->pdata[i])->vote]++;
    decision->votes_for = counts[MB_VOTE_FOR];
    decision->votes_against = counts[MB_VOTE_AGAINST];
    decision->votes_abstained = counts[MB_VOTE_ABSTAINED];
    mb_set(&decision->method, votes->len ? RECORDED : NULL);
    return mb_deed_save(desk, decision, error);
}

static gboolean save_votes(MbDesk *desk, MbDecision *decision, const GPtrArray *ballots, GError **error)
{
    for (guint i = 0; i < ballots->len; i++) {
        const Ballot *ballot = ballots->pdata[i];
        MbVote *vote = vote_of(desk, decision, ballot);

        vote->vote = ballot->vote;
        if (!mb_deed_save(desk, vote, error))
            return FALSE;
    }
    return count_votes(desk, decision, error);
}

gboolean mb_votes_record(MbDesk *desk, const MbMeeting *meeting, const MbItem *item, MbDecision *decision,
                         const char *const *votes, GError **error)
{
    g_autoptr(GPtrArray) ballots = g_ptr_array_new_with_free_func(ballot_free);

    for (guint i = 0; votes[i]; i++) {
        Ballot *ballot = read_ballot(desk, meeting, votes[i], error);

        if (!ballot)
            return FALSE;
        g_ptr_array_add(ballots, ballot);
    }
    return votes_allowed(desk, meeting, item, ballots, error) && save_votes(desk, decision, ballots, error);
}

static gboolean vote_add(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    g_autofree char *place = NULL;
    g_autofree char *words = NULL;
    MbMeeting *meeting;
    MbItem *item = mb_recorded_item(desk, arguments, &meeting, error);
    MbDecision *decision =
        item ? mb_decision_meant(desk, item, mb_argument(arguments, "--decision"), "--decision", error) : NULL;

    if (!decision || !mb_votes_record(desk, meeting, item, decision, mb_argument_all(arguments, "VOTE"), error))
        return FALSE;
    place = mb_recorded_place(desk, meeting, item);
    words = mb_decision_votes(desk, decision);
    mb_deed_say(answer, "%s: votes recorded: %s.", place, words);
    return TRUE;
}

static const MbArgument vote_arguments[] = {
    MB_MEETING_ARGUMENT,
    MB_ITEM_ARGUMENT,
    {.name = "VOTE", .help = "\"NAME: for\", \"NAME: against\", \"NAME: abstained\"", .flags = MB_ARGUMENT_MANY},
    {.name = "--decision",
     .value = "WHICH",
     .help = "which decision under the item: its number in order, from 1, or part of its text"},
    MB_BOARD_OPTION,
    {.name = NULL},
};
const MbCommand mb_command_vote_add = {.name = "vote add",
                                       .help = "records votes by name; the counts follow",
                                       .example = "next 6 \"Geraint Mossop: for\" \"Nadia Whitcombe: against\"",
                                       .arguments = vote_arguments,
                                       .need = MB_NEED_DEED,
                                       .run = vote_add};

/* The vote of whoever WORDS name, or NULL. */
static MbVote *vote_by(MbDesk *desk, const MbMeeting *meeting, const MbDecision *decision, const char *words,
                       GError **error)
{
    g_autoptr(GPtrArray) votes = mb_dossier_of(mb_desk_dossier(desk), &MB_VOTE, "decision", decision->id);
    MbPerson *person;

    if (!mb_find_person_or_words(desk, mb_find_board_of(desk, meeting), words, &person, error))
        return NULL;
    for (guint i = 0; i < votes->len; i++) {
        MbVote *vote = votes->pdata[i];

        if (person ? g_strcmp0(vote->person, person->id) == 0 : vote->name && mb_text_same(vote->name, words))
            return vote;
    }
    mb_deed_refuse(error, "No vote of %s is recorded there; nothing was removed.", words);
    return NULL;
}

static gboolean vote_remove(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    const char *const *people = mb_argument_all(arguments, "PERSON");
    MbMeeting *meeting;
    MbItem *item = mb_recorded_item(desk, arguments, &meeting, error);
    MbDecision *decision =
        item ? mb_decision_meant(desk, item, mb_argument(arguments, "--decision"), "--decision", error) : NULL;
    g_autofree char *place = item ? mb_recorded_place(desk, meeting, item) : NULL;
    g_autofree char *was = decision ? mb_decision_votes(desk, decision) : NULL;
    g_autofree char *is = NULL;

    for (guint i = 0; decision && people[i]; i++) {
        MbVote *vote = vote_by(desk, meeting, decision, people[i], error);

        if (!vote || !mb_which_remove(desk, vote, error))
            return FALSE;
    }
    if (!decision || !count_votes(desk, decision, error))
        return FALSE;
    is = mb_decision_votes(desk, decision);
    mb_deed_say(answer, "%s: votes removed: %s → %s.", place, was, decision->method ? is : "none counted");
    return TRUE;
}

static const MbArgument remove_arguments[] = {
    MB_MEETING_ARGUMENT,
    MB_ITEM_ARGUMENT,
    {.name = "PERSON", .help = "whose vote; may be several", .flags = MB_ARGUMENT_MANY},
    {.name = "--decision",
     .value = "WHICH",
     .help = "which decision under the item: its number in order, from 1, or part of its text"},
    MB_BOARD_OPTION,
    {.name = NULL},
};
const MbCommand mb_command_vote_remove = {
    .name = "vote remove",
    .help = "takes votes by name away while the minutes are not approved; the counts follow",
    .example = "next 6 \"Geraint Mossop\"",
    .more = "A vote that was recorded wrongly is corrected by `vote add` with the right one.",
    .arguments = remove_arguments,
    .need = MB_NEED_DEED,
    .run = vote_remove};
