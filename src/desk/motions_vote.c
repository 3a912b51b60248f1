/* SPDX-License-Identifier: MIT */
/* The vote on a motion, by the board's majority and casting-vote rules (clerk/vote.h). Carried, it becomes a decision:
   a recommendation where the quorum is lost and the rule set says so. Lost, a decision is kept only where there are
   names or a casting vote to be kept with it: recorded votes stand in the minutes whichever way they went. */
#include "motions.h"

#include "commands.h"
#include "decisions.h"
#include "deed.h"
#include "find.h"
#include "life.h"
#include "recorded.h"
#include "remark.h"
#include "which.h"

#include "minutebook/base/text.h"
#include "minutebook/clerk/vote.h"
#include "minutebook/model/name.h"

typedef struct {
    MbDesk *desk;
    const MbArguments *arguments;
    const MbMeeting *meeting;
    MbItem *item;
    MbMotion *motion;
    MbDecision *decision; /* what it becomes; taken away again where nothing is to be kept with it */
    MbVoteRule rule;
    MbVoteCount count;
    MbVoteResult result;
    gboolean counted; /* whether there are numbers at all */
    gboolean named;
    char *shortfall; /* of the quorum */
} Vote;

/* --- what was counted --- */

static gboolean counts_given(const MbArguments *arguments)
{
    return mb_argument(arguments, "--for") || mb_argument(arguments, "--against") ||
           mb_argument(arguments, "--abstained");
}

static MbDecision *new_decision(const Vote *vote)
{
    g_autoptr(GPtrArray) earlier = mb_dossier_of(mb_desk_dossier(vote->desk), &MB_DECISION, "item", vote->item->id);
    MbDecision *decision = mb_dossier_new_record(mb_desk_dossier(vote->desk), &MB_DECISION);
    const MbMotion *motion = vote->motion;

    mb_set(&decision->board, vote->meeting->board);
    mb_set(&decision->meeting, vote->meeting->id);
    mb_set(&decision->item, vote->item->id);
    mb_set_take(&decision->text,
                motion->amends ? g_strconcat("To amend the motion: ", motion->text, NULL) : g_strdup(motion->text));
    mb_set(&decision->mover, motion->mover);
    mb_set(&decision->mover_name, motion->mover_name);
    mb_set(&decision->seconder, motion->seconder);
    mb_set(&decision->seconder_name, motion->seconder_name);
    mb_set(&decision->method, mb_argument(vote->arguments, "--method"));
    decision->outcome = MB_OUTCOME_RESOLVED;
    decision->position = mb_which_next(earlier);
    return decision;
}

/* The numbers: from the names, else as told. */
static gboolean read_counts(Vote *vote, GError **error)
{
    const char *const *names = mb_argument_all(vote->arguments, "--names");

    vote->named = names[0] != NULL;
    if (vote->named && counts_given(vote->arguments))
        return mb_deed_refuse(error, "The counts follow from the names; leave out --for, --against and --abstained.");
    if (!mb_decision_set_counts(vote->arguments, vote->decision, error) ||
        !mb_deed_save(vote->desk, vote->decision, error) ||
        (vote->named && !mb_votes_record(vote->desk, vote->meeting, vote->item, vote->decision, names, error)))
        return FALSE;
    vote->counted = vote->named || counts_given(vote->arguments);
    vote->count.for_ = MAX(vote->decision->votes_for, 0);
    vote->count.against = MAX(vote->decision->votes_against, 0);
    vote->count.abstained = MAX(vote->decision->votes_abstained, 0);
    if (!vote->counted)
        return TRUE;
    vote->decision->votes_for = vote->count.for_;
    vote->decision->votes_against = vote->count.against;
    vote->decision->votes_abstained = vote->count.abstained;
    return TRUE;
}

/* What --casting says; "none" leaves a tie lost. */
static gboolean read_casting(Vote *vote, gboolean *declined, GError **error)
{
    static const char *const casting[] = {"for", "against", "none", NULL};
    static const int votes[] = {MB_VOTE_FOR, MB_VOTE_AGAINST, MB_NO_INT};
    const char *words = mb_argument(vote->arguments, "--casting");
    int index;

    *declined = FALSE;
    vote->count.casting = MB_NO_INT;
    if (!words)
        return TRUE;
    if (!mb_find_word(words, "--casting", casting, &index, error))
        return FALSE;
    vote->count.casting = votes[index];
    *declined = votes[index] == MB_NO_INT;
    return TRUE;
}

/* --- what it means --- */

static gboolean casting_fits(const Vote *vote, gboolean declined, GError **error)
{
    if (vote->count.casting != MB_NO_INT && !vote->rule.casting_vote)
        return mb_deed_refuse(error, "The rules of this board know no casting vote; a tie is lost.");
    if (vote->count.casting != MB_NO_INT && !vote->result.tie)
        return mb_deed_refuse(error, "The votes are not equal (%d for, %d against); there is no casting vote.",
                              vote->count.for_, vote->count.against);
    if (vote->result.casting_open && !declined)
        return mb_deed_refuse(error,
                              "The votes are equal, %d each. How does the chair vote? Say --casting for, --casting "
                              "against, or --casting none: then it is lost.",
                              vote->count.for_);
    return TRUE;
}

/* Where nobody counted: the result as it was announced. */
static gboolean announced(Vote *vote, GError **error)
{
    static const char *const results[] = {"carried", "lost", NULL};
    const char *words = mb_argument(vote->arguments, "--result");
    int index;

    if (!words)
        return mb_deed_refuse(error, "How did the vote go? Give --for and --against, --names, or --result carried.");
    if (!mb_find_word(words, "--result", results, &index, error))
        return FALSE;
    vote->result.carried = index == 0;
    return TRUE;
}

static gboolean work_out(Vote *vote, GError **error)
{
    const MbRules *rules = mb_desk_rules(vote->desk, mb_find_board_of(vote->desk, vote->meeting), NULL);
    gboolean declined;

    vote->rule = mb_vote_rule(rules);
    mb_vote_electorate(mb_desk_dossier(vote->desk), rules, vote->meeting, vote->item->id, &vote->count.members,
                       &vote->count.present);
    if (!read_casting(vote, &declined, error))
        return FALSE;
    if (!vote->counted)
        return announced(vote, error);
    if (mb_argument(vote->arguments, "--result"))
        return mb_deed_refuse(error, "The result follows from the counts; leave out --result.");
    vote->result = mb_vote_result(&vote->rule, &vote->count);
    return casting_fits(vote, declined, error);
}

/* --- what becomes of it --- */

/* TRUE where the decision has something to keep: it was carried, or there are names or a casting vote with it. */
static gboolean is_kept(const Vote *vote)
{
    return (vote->result.carried && !vote->motion->amends) || vote->named || vote->result.casting_used;
}

static gboolean settle_decision(Vote *vote, GError **error)
{
    const MbRules *rules = mb_desk_rules(vote->desk, mb_find_board_of(vote->desk, vote->meeting), NULL);

    if (!is_kept(vote)) {
        gboolean gone = mb_which_remove(vote->desk, vote->decision, error);

        vote->decision = NULL;
        return gone;
    }
    vote->decision->casting_vote = vote->result.casting_used;
    if (!vote->result.carried)
        vote->decision->outcome = MB_OUTCOME_REJECTED;
    else if (vote->shortfall && rules && rules->inquorate_recommends)
        vote->decision->outcome = MB_OUTCOME_RECOMMENDED;
    mb_set(&vote->motion->decision, vote->decision->id);
    return mb_deed_save(vote->desk, vote->decision, error);
}

/* The motion reads as amended; the amendment keeps what it changed. */
static gboolean amend_motion(Vote *vote, GError **error)
{
    MbMotion *motion = mb_dossier_find(mb_desk_dossier(vote->desk), &MB_MOTION, vote->motion->amends);
    g_autofree char *text = motion ? mb_motion_amended(motion, vote->motion) : NULL;

    if (!text)
        return mb_deed_refuse(error,
                              "The words that the amendment replaces are no longer in the motion; withdraw it and "
                              "move it anew.");
    if (g_strcmp0(text, vote->motion->text) == 0)
        mb_set_take(&vote->motion->text, mb_motion_replacement(motion->text, text));
    mb_set(&motion->text, text);
    return mb_deed_save(vote->desk, motion, error);
}

static gboolean settle_motion(Vote *vote, GError **error)
{
    MbMotion *motion = vote->motion;

    motion->outcome = vote->result.carried ? MB_MOTION_CARRIED : MB_MOTION_LOST;
    if (vote->counted) {
        motion->votes_for = vote->count.for_;
        motion->votes_against = vote->count.against;
        motion->votes_abstained = vote->count.abstained;
    }
    if (motion->amends && vote->result.carried && !amend_motion(vote, error))
        return FALSE;
    return mb_deed_save(vote->desk, motion, error);
}

/* --- what is said --- */

/* "Barred by an interest: Ada Quill, Dov Pell." Those on the roll. */
static GPtrArray *barred_names(const Vote *vote)
{
    const MbDossier *dossier = mb_desk_dossier(vote->desk);
    const MbRules *rules = mb_desk_rules(vote->desk, mb_find_board_of(vote->desk, vote->meeting), NULL);
    GPtrArray *people = mb_dossier_all(dossier, &MB_PERSON);
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);

    for (guint i = 0; i < people->len; i++) {
        const MbPerson *person = people->pdata[i];

        if (mb_seat_on(dossier, vote->meeting->board, person->id, vote->meeting->day) &&
            mb_vote_barred(dossier, rules, vote->item->id, person->id))
            g_ptr_array_add(names, mb_person_print(person));
    }
    return names;
}

static void say_barred(const Vote *vote, MbAnswer *answer)
{
    g_autoptr(GPtrArray) names = barred_names(vote);
    g_autofree char *joined = NULL;
    MbValue *list = mb_value_new_list();

    for (guint i = 0; i < names->len; i++)
        mb_value_add(list, mb_value_new_text(names->pdata[i]));
    mb_value_set(answer->value, "barred", list);
    if (!names->len)
        return;
    g_ptr_array_add(names, NULL);
    joined = mb_text_join((const char *const *)names->pdata);
    mb_life_add(answer, "Barred by an interest: %s.", joined);
}

static void say_next(const Vote *vote, MbAnswer *answer)
{
    const MbMotion *motion = mb_dossier_find(mb_desk_dossier(vote->desk), &MB_MOTION, vote->motion->amends);

    if (motion && vote->result.carried)
        mb_life_add(answer, "The motion now reads “%s” and is put next.", motion->text);
    else if (motion)
        mb_life_add(answer, "The motion stands as it was and is put next.");
    else if (vote->result.carried && vote->decision)
        mb_life_add(answer, "Recorded as %s.",
                    vote->decision->outcome == MB_OUTCOME_RECOMMENDED
                        ? "a recommendation, to be ratified by a quorate meeting"
                        : "a decision");
}

static void remark_counts(const Vote *vote, MbAnswer *answer)
{
    int all = vote->count.for_ + vote->count.against + vote->count.abstained;

    if (vote->counted && vote->count.present != MB_NO_INT && all > vote->count.present)
        mb_remark(answer, "more-votes-than-voters", mb_recorded_place(vote->desk, vote->meeting, vote->item),
                  g_strdup_printf("%d votes are counted, and %d may vote.", all, vote->count.present),
                  g_strdup("Correct the counts or the register."));
    if (vote->counted && !vote->result.known)
        mb_remark(
            answer, "vote-base-unknown", mb_recorded_place(vote->desk, vote->meeting, vote->item),
            g_strdup("The rules count all who are present, and nobody is on the register; counted of the votes cast."),
            g_strdup("Complete the register."));
    if (vote->shortfall && vote->result.carried && vote->decision && vote->decision->outcome != MB_OUTCOME_RECOMMENDED)
        mb_remark(
            answer, "decided-without-quorum", mb_recorded_place(vote->desk, vote->meeting, vote->item),
            g_strdup_printf("The board is not quorate (%s); what is decided now does not stand.", vote->shortfall),
            g_strdup("Put the register right, or adjourn."));
}

static void say_vote(const Vote *vote, const char *label, MbAnswer *answer)
{
    g_autofree char *place = mb_recorded_place(vote->desk, vote->meeting, vote->item);
    g_autofree char *words = vote->counted ? mb_vote_words_of(&vote->rule, &vote->count, &vote->result)
                                           : g_strdup(mb_motion_words[vote->motion->outcome]);

    mb_deed_say(answer, "%s: %s: %s.", place, label, words);
    mb_value_set_bool(answer->value, "carried", vote->result.carried);
    mb_value_set_bool(answer->value, "tie", vote->result.tie);
    if (vote->counted)
        mb_value_set_int(answer->value, "needed", vote->result.needed);
    mb_value_set(answer->value, "motion", mb_motion_value(vote->desk, vote->item, vote->motion));
    say_next(vote, answer);
    say_barred(vote, answer);
    remark_counts(vote, answer);
}

static gboolean may_vote(const Vote *vote, GError **error)
{
    const MbMotion *amendment = mb_motion_amendment(vote->desk, vote->item, vote->motion);
    g_autofree char *label = amendment ? mb_motion_label(amendment) : NULL;

    if (!mb_motion_is_open(vote->motion, error))
        return FALSE;
    return !amendment || mb_deed_refuse(error, "First %s is put: vote on it, or `motion withdraw` it.", label);
}

static gboolean motion_vote(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    Vote vote = {.desk = desk, .arguments = arguments};
    g_autofree char *shortfall = NULL;
    g_autofree char *label = NULL;
    MbMeeting *meeting;

    vote.item = mb_recorded_item(desk, arguments, &meeting, error);
    vote.meeting = meeting;
    vote.motion = vote.item ? mb_motion_meant(desk, arguments, vote.item, error) : NULL;
    if (!vote.motion || !may_vote(&vote, error))
        return FALSE;
    vote.shortfall = shortfall = mb_decision_shortfall(desk, meeting, vote.item);
    label = mb_motion_label(vote.motion);
    vote.decision = new_decision(&vote);
    if (!read_counts(&vote, error) || !work_out(&vote, error) || !settle_decision(&vote, error) ||
        !settle_motion(&vote, error))
        return FALSE;
    say_vote(&vote, label, answer);
    return TRUE;
}

static const MbArgument vote_arguments[] = {
    MB_MEETING_ARGUMENT,
    MB_ITEM_ARGUMENT,
    {.name = "WHICH",
     .help = "its number in order, or part of its text; what is put next, unless said",
     .flags = MB_ARGUMENT_OPTIONAL},
    {.name = "--for", .value = "N", .help = "votes for"},
    {.name = "--against", .value = "N", .help = "votes against"},
    {.name = "--abstained", .value = "N", .help = "abstentions"},
    {.name = "--names",
     .value = "VOTE",
     .help = "a vote by name: \"NAME: for\", \"NAME: against\", \"NAME: abstained\"; may stand several times",
     .flags = MB_ARGUMENT_MANY},
    {.name = "--casting", .value = "HOW", .help = "the chair's casting vote where votes are equal: for, against, none"},
    {.name = "--result", .value = "RESULT", .help = "where nobody counted: carried, lost"},
    {.name = "--method", .value = "TEXT", .help = "how: show of hands, ballot …"},
    MB_BOARD_OPTION,
    {.name = NULL},
};
const MbCommand mb_command_motion_vote = {
    .name = "motion vote",
    .help = "records the vote on a motion or amendment; carried, the motion becomes a decision",
    .example = "next 6 --for 7 --against 2 --abstained 1",
    .more = "An amendment is put before its motion; carried, it changes the motion, which is put next.",
    .arguments = vote_arguments,
    .need = MB_NEED_DEED,
    .run = motion_vote};
