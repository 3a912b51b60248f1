/* SPDX-License-Identifier: MIT */
/* Interests declared, decisions and votes. Motions and elections are load_motion.c. */
#include "loading.h"

#include "minutebook/base/text.h"

const char *const mb_load_decision_keys[] = {
    "text",  "outcome", "condition", "condition_met", "mover",        "seconder", "for", "against", "abstained",
    "votes", "body",    "form",      "method",        "casting_vote", "taken_by", "on",  NULL,
};

static MbDeclaration *declaration_known(MbLoading *loading, const MbMeeting *meeting, const MbItem *item,
                                        const char *person, const char *name)
{
    g_autoptr(GPtrArray) all = mb_loading_of(loading, &MB_DECLARATION, "meeting", meeting->id);

    for (guint i = 0; i < all->len; i++) {
        MbDeclaration *known = all->pdata[i];
        if (g_strcmp0(known->person, person) == 0 && (person || mb_text_same(known->name, name)) &&
            g_strcmp0(known->item, item->id) == 0 && !mb_loading_seen(loading, known))
            return mb_loading_edit(loading, known);
    }
    MbDeclaration *made = mb_loading_new(loading, &MB_DECLARATION);
    mb_set(&made->meeting, meeting->id);
    made->position = (int)all->len;
    return made;
}

static void load_declaration_facts(MbLoading *loading, const MbBoard *board, const MbMeeting *meeting,
                                   MbDeclaration *declaration, const MbFields *fields)
{
    g_autofree char *day = mb_day_long(meeting->day);

    mb_fields_set(fields, "kind", &declaration->kind);
    mb_fields_set(fields, "nature", &declaration->nature);
    mb_fields_set_word(fields, "effect", mb_effect_words, "effect of an interest", &declaration->effect);
    mb_fields_set(fields, "dispensation", &declaration->dispensation);
    mb_fields_set_time(fields, "out", &declaration->left);
    mb_fields_set_time(fields, "back", &declaration->back);
    mb_fields_order_times(fields, "back", declaration->left, declaration->back);
    mb_load_check_interest(loading, board, declaration->kind,
                           g_strdup_printf("%s, %s, declarations", mb_loading_board_name(board), day));
}

/* The interest lies in the item under which it stands, unless another is named. */
static void load_declaration(MbLoading *loading, const MbBoard *board, const MbMeeting *meeting, const MbItem *item,
                             const MbValue *value)
{
    static const char *const known[] = {"name", "kind", "nature", "effect", "dispensation",
                                        "out",  "back", "item",   NULL};
    MbFields fields;
    g_autofree char *person = NULL;
    g_autofree char *name = NULL;

    if (!mb_fields_open(&fields, loading->faults, value, "a declaration",
                        "{name: First Last, kind: pecuniary, effect: left}", known) ||
        !mb_fields_need(&fields, "name", "a declaration"))
        return;
    const MbItem *in = mb_fields_has(&fields, "item") ? mb_load_item_at(loading, meeting, &fields, "item") : NULL;
    mb_loading_set_name(loading, board->id, &fields, "name", &person, &name);
    MbDeclaration *declaration = declaration_known(loading, meeting, in ? in : item, person, name);
    mb_loading_see(loading, declaration);
    mb_set(&declaration->item, (in ? in : item)->id);
    mb_set(&declaration->person, person);
    mb_set(&declaration->name, name);
    load_declaration_facts(loading, board, meeting, declaration, &fields);
}

static void load_vote(MbLoading *loading, const MbBoard *board, const MbDecision *decision, const MbFields *votes,
                      guint index, GPtrArray *want)
{
    const char *key = mb_value_key(votes->map, index);
    g_autoptr(MbValue) name = mb_value_new_text(key);
    MbVote *vote = mb_record_new(&MB_VOTE);

    mb_value_set_place(name, mb_value_key_place(votes->map, index));
    mb_set(&vote->decision, decision->id);
    mb_loading_name(loading, board->id, name, &vote->person, &vote->name);
    mb_fields_set_word(votes, key, mb_vote_words, "vote", &vote->vote);
    g_ptr_array_add(want, vote);
}

static void load_votes(MbLoading *loading, const MbBoard *board, const MbDecision *decision, const MbFields *fields)
{
    const MbValue *map = mb_fields_get(fields, "votes");
    MbFields votes = {.faults = loading->faults, .map = map};

    if (!mb_fields_has(fields, "votes"))
        return;
    if (mb_value_kind(map) != MB_VALUE_MAP) {
        mb_faults_add(loading->faults, mb_value_place(map),
                      "votes: is no map: expected names and votes, such as {First Last: for, Fourth Name: against}");
        return;
    }
    GPtrArray *want = g_ptr_array_new();
    for (guint i = 0; i < mb_value_length(map); i++)
        load_vote(loading, board, decision, &votes, i, want);
    mb_loading_replace(loading, &MB_VOTE, "decision", decision->id, want);
}

void mb_load_decision(MbLoading *loading, const MbBoard *board, MbDecision *decision, const MbFields *fields)
{
    mb_fields_set(fields, "text", &decision->text);
    mb_fields_set_word(fields, "outcome", mb_outcome_words, "outcome", &decision->outcome);
    mb_fields_set(fields, "condition", &decision->condition);
    mb_fields_set_bool(fields, "condition_met", &decision->condition_met);
    mb_loading_set_name(loading, board->id, fields, "mover", &decision->mover, &decision->mover_name);
    mb_loading_set_name(loading, board->id, fields, "seconder", &decision->seconder, &decision->seconder_name);
    mb_fields_set_int(fields, "for", &decision->votes_for);
    mb_fields_set_int(fields, "against", &decision->votes_against);
    mb_fields_set_int(fields, "abstained", &decision->votes_abstained);
    mb_fields_set(fields, "method", &decision->method);
    mb_fields_set_bool(fields, "casting_vote", &decision->casting_vote);
    mb_fields_set(fields, "body", &decision->body);
    mb_fields_set(fields, "form", &decision->form);
    load_votes(loading, board, decision, fields);
}

static MbDecision *decision_known(MbLoading *loading, const MbItem *item, int position)
{
    g_autoptr(GPtrArray) all = mb_loading_of(loading, &MB_DECISION, "item", item->id);

    for (guint i = 0; i < all->len; i++)
        if (((MbDecision *)all->pdata[i])->position == position)
            return mb_loading_edit(loading, all->pdata[i]);
    return mb_loading_new(loading, &MB_DECISION);
}

static void load_item_decision(MbLoading *loading, const MbBoard *board, const MbMeeting *meeting, const MbItem *item,
                               const MbValue *value, int position)
{
    MbFields fields;

    if (!mb_fields_open(&fields, loading->faults, value, "a decision",
                        "{text: That the plan be adopted, outcome: agreed}", mb_load_decision_keys) ||
        !mb_fields_need(&fields, "text", "a decision"))
        return;
    MbDecision *decision = decision_known(loading, item, position);
    mb_set(&decision->board, board->id);
    mb_set(&decision->meeting, meeting->id);
    mb_set(&decision->item, item->id);
    decision->position = position;
    mb_load_decision(loading, board, decision, &fields);
    mb_fields_set_day(&fields, "on", &decision->on);
    mb_loading_set_name(loading, board->id, &fields, "taken_by", &decision->taken_by, NULL);
}

void mb_load_decisions(MbLoading *loading, const MbBoard *board, const MbMeeting *meeting, const MbItem *item,
                       const MbFields *fields)
{
    const MbValue *declarations =
        mb_fields_list(fields, "declarations", "- {name: First Last, kind: pecuniary, effect: left}");
    const MbValue *decisions =
        mb_fields_list(fields, "decisions", "- {text: That the plan be adopted, outcome: agreed}");

    for (guint i = 0; i < mb_value_length(declarations); i++)
        load_declaration(loading, board, meeting, item, mb_value_at(declarations, i));
    for (guint i = 0; i < mb_value_length(decisions); i++)
        load_item_decision(loading, board, meeting, item, mb_value_at(decisions, i), (int)i);
    mb_load_motions(loading, board, meeting, item, fields);
    mb_load_elections(loading, board, meeting, item, fields);
}
