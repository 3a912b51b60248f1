/* SPDX-License-Identifier: MIT */
/* Decisions recorded, and their register. Changing one is decisions_change.c; votes by name are votes.c. */
#include "decisions.h"
#include "commands.h"
#include "deed.h"
#include "find.h"
#include "recorded.h"
#include "which.h"

#include "minutebook/base/text.h"
#include "minutebook/compose/paper.h"
#include "minutebook/model/name.h"
#include "minutebook/store/dossier.h"
#include "minutebook/store/query.h"

static const MbColumn decision_columns[] = {
    {.key = "short", .heading = "Board"},
    {.key = "meeting", .heading = "Meeting"},
    {.key = "item", .heading = "Item"},
    {.key = "outcome", .heading = "Outcome"},
    {.key = "text", .heading = "Decision", .flexible = TRUE},
    {.key = "shown", .heading = "Votes"},
    {.key = NULL},
};

static char *count_text(const MbValue *row, const char *key)
{
    const MbValue *count = mb_value_get(row, key);

    return mb_value_kind(count) == MB_VALUE_INT ? g_strdup_printf("%" G_GINT64_FORMAT, mb_value_int(count))
                                                : g_strdup("·");
}

/* For people, the counts in one: "7–2–1", "·" where one is not recorded. Whether any row has one. */
static gboolean show_counts(MbValue *rows)
{
    gboolean any = FALSE;

    for (guint i = 0; i < mb_value_length(rows); i++) {
        MbValue *row = mb_value_at_mut(rows, i);
        g_autofree char *votes_for = count_text(row, "for");
        g_autofree char *against = count_text(row, "against");
        g_autofree char *abstained = count_text(row, "abstained");
        g_autofree char *counts = g_strdup_printf("%s–%s–%s", votes_for, against, abstained);

        if (g_str_equal(counts, "·–·–·"))
            continue;
        mb_value_set_text(row, "shown", counts);
        any = TRUE;
    }
    return any;
}

static gboolean decisions_list(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    g_autoptr(GPtrArray) decisions = NULL;
    MbDossier *dossier = mb_desk_dossier(desk);
    MbBoard *board;
    MbValue *rows;

    if (!mb_find_board_option(desk, mb_argument(arguments, "--board"), &board, error) ||
        !mb_store_dossier_people(mb_desk_book(desk), dossier, error))
        return FALSE;
    decisions = mb_store_decisions(mb_desk_book(desk), board ? board->id : NULL, error);
    if (!decisions || !mb_store_decision_parts(mb_desk_book(desk), dossier, board ? board->id : NULL, error))
        return FALSE;
    rows = mb_value_new_list();
    for (guint i = 0; i < decisions->len; i++)
        mb_value_add(rows, mb_paper_decision(dossier, decisions->pdata[i]));
    mb_deed_list(answer, rows, decision_columns, "No decision is recorded.");
    mb_deed_short_names(desk, answer);
    if (show_counts(mb_deed_shown(answer)))
        answer->note = g_strdup("Votes: for, against, abstained.");
    return TRUE;
}

static const MbArgument list_arguments[] = {MB_BOARD_OPTION, {.name = NULL}};
const MbCommand mb_command_decisions = {.name = "decisions",
                                        .help = "the register of decisions",
                                        .example = "--board CSP",
                                        .arguments = list_arguments,
                                        .need = MB_NEED_BOOK,
                                        .run = decisions_list};

static void say_decided(MbDesk *desk, const MbMeeting *meeting, const MbItem *item, const MbDecision *decision, int was,
                        const MbMeeting *approved, MbAnswer *answer)
{
    g_autofree char *place = mb_recorded_place(desk, meeting, item);
    g_autofree char *name = approved ? mb_find_meeting_name(desk, approved) : NULL;
    g_autofree char *more = approved ? g_strdup_printf(" The minutes of %s are approved (state %s → approved).", name,
                                                       mb_meeting_state_words[was])
                                     : g_strdup("");

    mb_deed_say(answer, "%s: decision recorded, %s: %s%s%s", place, mb_outcome_words[decision->outcome], decision->text,
                g_str_has_suffix(decision->text, ".") ? "" : ".", more);
}

static MbDecision *new_decision(MbDesk *desk, const MbArguments *arguments, const MbMeeting *meeting,
                                const MbItem *item)
{
    g_autoptr(GPtrArray) earlier = mb_dossier_of(mb_desk_dossier(desk), &MB_DECISION, "item", item->id);
    MbDecision *decision = mb_dossier_new_record(mb_desk_dossier(desk), &MB_DECISION);

    mb_set(&decision->board, meeting->board);
    mb_set(&decision->meeting, meeting->id);
    mb_set(&decision->item, item->id);
    mb_set(&decision->text, mb_argument(arguments, "TEXT"));
    mb_set(&decision->condition, mb_argument(arguments, "--condition"));
    mb_set(&decision->body, mb_argument(arguments, "--body"));
    decision->position = mb_which_next(earlier);
    return decision;
}

static gboolean decision_add(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    const char *outcome = mb_argument(arguments, "--outcome");
    MbMeeting *meeting;
    MbItem *item = mb_recorded_item(desk, arguments, &meeting, error);
    const MbMeeting *earlier = item ? mb_dossier_find(mb_desk_dossier(desk), &MB_MEETING, item->approves) : NULL;
    int was = earlier ? earlier->state : MB_STATE_PLANNED;
    MbMeeting *approved;
    MbDecision *decision;

    if (!item)
        return FALSE;
    if (mb_deed_blank(mb_argument(arguments, "TEXT")))
        return mb_deed_refuse(error, "A decision needs a text: what was decided.");
    decision = new_decision(desk, arguments, meeting, item);
    if ((outcome && !mb_find_word(outcome, "--outcome", mb_outcome_words, &decision->outcome, error)) ||
        !mb_decision_set_speakers(desk, arguments, meeting, item, decision, FALSE, answer, error) ||
        !mb_decision_set_counts(arguments, decision, error) || !mb_deed_save(desk, decision, error) ||
        !mb_decision_approve(desk, item, decision, &approved, error))
        return FALSE;
    say_decided(desk, meeting, item, decision, was, approved, answer);
    return TRUE;
}

static const MbArgument decision_arguments[] = {
    MB_MEETING_ARGUMENT,
    MB_ITEM_ARGUMENT,
    {.name = "TEXT", .help = "what was decided, in quotes"},
    {.name = "--outcome",
     .value = "OUTCOME",
     .help = "agreed (unless said), approved, noted, resolved, recommended, rejected, deferred"},
    {.name = "--condition", .value = "TEXT", .help = "subject to what"},
    {.name = "--mover", .value = "PERSON", .help = "who moved it"},
    {.name = "--seconder", .value = "PERSON", .help = "who seconded it"},
    {.name = "--for", .value = "N", .help = "votes for"},
    {.name = "--against", .value = "N", .help = "votes against"},
    {.name = "--abstained", .value = "N", .help = "abstentions"},
    {.name = "--body", .value = "BODY", .help = "the body a recommendation goes to"},
    MB_BOARD_OPTION,
    {.name = NULL},
};
const MbCommand mb_command_decision_add = {
    .name = "decision add",
    .help = "records a decision under an item; under one that proposes minutes, agreeing approves them",
    .example = "next 6 \"To renew the lease for five years\" --outcome resolved --for 7 --against 2",
    .arguments = decision_arguments,
    .need = MB_NEED_DEED,
    .run = decision_add};
