/* SPDX-License-Identifier: MIT */
/* Votes recorded by name: only of those who have a vote and were there. */
#include "commands.h"
#include "deed.h"
#include "find.h"
#include "recorded.h"
#include "remark.h"

#include "minutebook/base/text.h"
#include "minutebook/model/name.h"

#include <string.h>

/* "1 “To dredge the north channel”; 2 “To …”". */
static char *decision_list(const GPtrArray *decisions)
{
    GString *list = g_string_new(NULL);

    for (guint i = 0; i < decisions->len; i++) {
        const MbDecision *decision = decisions->pdata[i];
        g_autofree char *words = mb_text_fit(decision->text ? decision->text : "", 40);

        g_string_append_printf(list, "%s%u “%s”", i ? "; " : "", i + 1, words);
    }
    return g_string_free(list, FALSE);
}

/* The decision of ITEM that votes are recorded for: the only one, or that with --decision N. */
static MbDecision *decision_meant(MbDesk *desk, const MbArguments *arguments, const MbItem *item, GError **error)
{
    g_autoptr(GPtrArray) decisions = mb_dossier_of(mb_desk_dossier(desk), &MB_DECISION, "item", item->id);
    const char *which = mb_argument(arguments, "--decision");
    g_autofree char *list = decision_list(decisions);
    g_autofree char *shown = mb_deed_item_name(item);
    int number = 1;

    if (which && !mb_find_number(which, "--decision", &number, error))
        return NULL;
    if (decisions->len == 0)
        mb_deed_refuse(error, "Nothing is decided under item %s yet; `decision add` records a decision first.", shown);
    else if (!which && decisions->len > 1)
        mb_deed_refuse(error, "There are %u decisions under item %s: %s. Say which with --decision N.", decisions->len,
                       shown, list);
    else if (number < 1 || (guint)number > decisions->len)
        mb_deed_refuse(error, "--decision: there is no number %d under item %s, only %s.", number, shown, list);
    else
        return decisions->pdata[number - 1];
    return NULL;
}

/* Who declared an interest in the item and may not vote. */
static gboolean barred(MbDesk *desk, const MbItem *item, const MbPerson *person)
{
    g_autoptr(GPtrArray) declarations = mb_dossier_of(mb_desk_dossier(desk), &MB_DECLARATION, "item", item->id);

    for (guint i = 0; i < declarations->len; i++) {
        const MbDeclaration *declaration = declarations->pdata[i];

        if (g_strcmp0(declaration->person, person->id) == 0 && !declaration->dispensation &&
            (declaration->effect == MB_EFFECT_LEFT || declaration->effect == MB_EFFECT_DID_NOT_VOTE))
            return TRUE;
    }
    return FALSE;
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
    if (ballot->vote != MB_VOTE_BARRED && ballot->person && barred(desk, item, ballot->person))
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
    vote->position = (int)votes->len;
    return vote;
}

/* The counts are those of the names. */
static gboolean count_votes(MbDesk *desk, MbDecision *decision, GError **error)
{
    g_autoptr(GPtrArray) votes = mb_dossier_of(mb_desk_dossier(desk), &MB_VOTE, "decision", decision->id);
    int counts[4] = {0};

    for (guint i = 0; i < votes->len; i++)
        counts[((MbVote *)votes->pdata[i])->vote]++;
    decision->votes_for = counts[MB_VOTE_FOR];
    decision->votes_against = counts[MB_VOTE_AGAINST];
    decision->votes_abstained = counts[MB_VOTE_ABSTAINED];
    mb_set(&decision->method, "recorded vote");
    return mb_deed_save(desk, decision, error);
}

/* "2 for (Ada Quill, Dov Pell), 0 against, 1 abstained (Bram Oake)". */
static char *votes_words(MbDesk *desk, const MbDecision *decision)
{
    static const int kinds[] = {MB_VOTE_FOR, MB_VOTE_AGAINST, MB_VOTE_ABSTAINED};
    const MbDossier *dossier = mb_desk_dossier(desk);
    g_autoptr(GPtrArray) votes = mb_dossier_of(dossier, &MB_VOTE, "decision", decision->id);
    GString *out = g_string_new(NULL);

    for (gsize kind = 0; kind < G_N_ELEMENTS(kinds); kind++) {
        g_autoptr(GString) names = g_string_new(NULL);
        int count = 0;

        for (guint i = 0; i < votes->len; i++) {
            const MbVote *vote = votes->pdata[i];
            g_autofree char *name = vote->vote == kinds[kind]
                                        ? mb_remark_name(mb_dossier_find(dossier, &MB_PERSON, vote->person), vote->name)
                                        : NULL;

            if (name)
                g_string_append_printf(names, "%s%s", count++ ? ", " : "", name);
        }
        g_string_append_printf(out, "%s%d %s%s%s%s", kind ? ", " : "", count, mb_vote_words[kinds[kind]],
                               count ? " (" : "", names->str, count ? ")" : "");
    }
    return g_string_free(out, FALSE);
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

static gboolean vote_add(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    const char *const *votes = mb_argument_all(arguments, "VOTE");
    g_autoptr(GPtrArray) ballots = g_ptr_array_new_with_free_func(ballot_free);
    g_autofree char *place = NULL;
    g_autofree char *words = NULL;
    MbMeeting *meeting;
    MbItem *item = mb_recorded_item(desk, arguments, &meeting, error);
    MbDecision *decision = item ? decision_meant(desk, arguments, item, error) : NULL;

    if (!decision)
        return FALSE;
    for (guint i = 0; votes[i]; i++) {
        Ballot *ballot = read_ballot(desk, meeting, votes[i], error);

        if (!ballot)
            return FALSE;
        g_ptr_array_add(ballots, ballot);
    }
    if (!votes_allowed(desk, meeting, item, ballots, error) || !save_votes(desk, decision, ballots, error))
        return FALSE;
    place = mb_recorded_place(desk, meeting, item);
    words = votes_words(desk, decision);
    mb_deed_say(answer, "%s: votes recorded: %s.", place, words);
    return TRUE;
}

static const MbArgument vote_arguments[] = {
    MB_MEETING_ARGUMENT,
    MB_ITEM_ARGUMENT,
    {.name = "VOTE", .help = "\"NAME: for\", \"NAME: against\", \"NAME: abstained\"", .flags = MB_ARGUMENT_MANY},
    {.name = "--decision", .value = "N", .help = "which decision under the item, from 1"},
    MB_BOARD_OPTION,
    {.name = NULL},
};
const MbCommand mb_command_vote_add = {.name = "vote add",
                                       .help = "records votes by name; the counts follow",
                                       .example = "next 6 \"Geraint Mossop: for\" \"Nadia Whitcombe: against\"",
                                       .arguments = vote_arguments,
                                       .need = MB_NEED_DEED,
                                       .run = vote_add};
