/* SPDX-License-Identifier: MIT */
/* Motions with their amendments, and elections with their rounds. */
#include "loading.h"

#include "minutebook/base/text.h"

static MbMotion *motion_known(MbLoading *loading, const MbItem *item, const MbMotion *amends, int position)
{
    g_autoptr(GPtrArray) all = mb_loading_of(loading, &MB_MOTION, "item", item->id);

    for (guint i = 0; i < all->len; i++) {
        MbMotion *motion = all->pdata[i];
        if (motion->position == position && g_strcmp0(motion->amends, amends ? amends->id : NULL) == 0)
            return mb_loading_edit(loading, motion);
    }
    return mb_loading_new(loading, &MB_MOTION);
}

static void load_motion_facts(MbLoading *loading, const MbBoard *board, MbMotion *motion, const MbFields *fields)
{
    mb_fields_set(fields, "text", &motion->text);
    mb_loading_set_name(loading, board->id, fields, "mover", &motion->mover, &motion->mover_name);
    mb_loading_set_name(loading, board->id, fields, "seconder", &motion->seconder, &motion->seconder_name);
    mb_fields_set_word(fields, "outcome", mb_motion_words, "outcome of a motion", &motion->outcome);
    mb_fields_set_int(fields, "for", &motion->votes_for);
    mb_fields_set_int(fields, "against", &motion->votes_against);
    mb_fields_set_int(fields, "abstained", &motion->votes_abstained);
}

/* The motions at KEY; amendments of AMENDS where there is one. */
static void load_motions_at(MbLoading *loading, const MbBoard *board, const MbMeeting *meeting, const MbItem *item,
                            const MbMotion *amends, const MbFields *all, const char *key)
{
    static const char *const known[] = {"text",    "mover",     "seconder",   "outcome", "for",
                                        "against", "abstained", "amendments", NULL};
    const MbValue *list =
        mb_fields_list(all, key, "- {text: That the plan be adopted, mover: First Last, outcome: carried}");

    for (guint i = 0; i < mb_value_length(list); i++) {
        MbFields fields;
        if (!mb_fields_open(&fields, loading->faults, mb_value_at(list, i), "a motion",
                            "{text: That the plan be adopted, mover: First Last}", known) ||
            !mb_fields_need(&fields, "text", "a motion"))
            continue;
        MbMotion *motion = motion_known(loading, item, amends, (int)i);
        mb_set(&motion->meeting, meeting->id);
        mb_set(&motion->item, item->id);
        mb_set(&motion->amends, amends ? amends->id : NULL);
        motion->position = (int)i;
        load_motion_facts(loading, board, motion, &fields);
        load_motions_at(loading, board, meeting, item, motion, &fields, "amendments");
    }
}

void mb_load_motions(MbLoading *loading, const MbBoard *board, const MbMeeting *meeting, const MbItem *item,
                     const MbFields *fields)
{
    load_motions_at(loading, board, meeting, item, NULL, fields, "motions");
}

static MbElection *election_known(MbLoading *loading, const MbItem *item, int position)
{
    g_autoptr(GPtrArray) all = mb_loading_of(loading, &MB_ELECTION, "item", item->id);

    for (guint i = 0; i < all->len; i++)
        if (((MbElection *)all->pdata[i])->position == position)
            return mb_loading_edit(loading, all->pdata[i]);
    return mb_loading_new(loading, &MB_ELECTION);
}

static void load_candidate(MbLoading *loading, const MbBoard *board, const MbElection *election, const MbValue *value,
                           int round, GPtrArray *want)
{
    static const char *const known[] = {"name", "votes", "withdrawn", NULL};
    MbFields fields;

    if (!mb_fields_open(&fields, loading->faults, value, "a candidate", "{name: First Last, votes: 4}", known) ||
        !mb_fields_need(&fields, "name", "a candidate"))
        return;
    MbCandidate *candidate = mb_record_new(&MB_CANDIDATE);
    mb_set(&candidate->election, election->id);
    candidate->round = round;
    mb_loading_set_name(loading, board->id, &fields, "name", &candidate->person, &candidate->name);
    mb_fields_set_int(&fields, "votes", &candidate->votes);
    mb_fields_set_bool(&fields, "withdrawn", &candidate->withdrawn);
    g_ptr_array_add(want, candidate);
}

static void load_round(MbLoading *loading, const MbBoard *board, const MbElection *election, const MbValue *round,
                       int number, GPtrArray *want)
{
    if (mb_value_kind(round) != MB_VALUE_LIST)
        mb_faults_add(loading->faults, mb_value_place(round),
                      "a round is a list of candidates: expected one such as [{name: First Last, votes: 4}]");
    for (guint i = 0; i < mb_value_length(round) && mb_value_kind(round) == MB_VALUE_LIST; i++)
        load_candidate(loading, board, election, mb_value_at(round, i), number, want);
}

static void load_election(MbLoading *loading, const MbBoard *board, const MbMeeting *meeting, const MbItem *item,
                          const MbValue *value, int position)
{
    static const char *const known[] = {"office", "rounds", "elected", NULL};
    MbFields fields;

    if (!mb_fields_open(&fields, loading->faults, value, "an election", "{office: Vice-chair, elected: First Last}",
                        known) ||
        !mb_fields_need(&fields, "office", "an election"))
        return;
    MbElection *election = election_known(loading, item, position);
    mb_set(&election->meeting, meeting->id);
    mb_set(&election->item, item->id);
    election->position = position;
    mb_fields_set(&fields, "office", &election->office);
    mb_loading_set_name(loading, board->id, &fields, "elected", &election->elected, &election->elected_name);
    const MbValue *rounds = mb_fields_list(&fields, "rounds", "[[{name: First Last, votes: 4}]]");
    GPtrArray *want = g_ptr_array_new();
    for (guint i = 0; i < mb_value_length(rounds); i++)
        load_round(loading, board, election, mb_value_at(rounds, i), (int)i + 1, want);
    if (rounds)
        mb_loading_replace(loading, &MB_CANDIDATE, "election", election->id, want);
    else
        g_ptr_array_unref(want);
}

void mb_load_elections(MbLoading *loading, const MbBoard *board, const MbMeeting *meeting, const MbItem *item,
                       const MbFields *fields)
{
    const MbValue *list = mb_fields_list(fields, "elections", "- {office: Vice-chair, elected: First Last}");

    for (guint i = 0; i < mb_value_length(list); i++)
        load_election(loading, board, meeting, item, mb_value_at(list, i), (int)i);
}
