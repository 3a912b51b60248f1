/* SPDX-License-Identifier: MIT */
/* Interests declared, decisions and votes recorded; the register of decisions. */
#include "commands.h"
#include "deed.h"
#include "find.h"

#include "minutebook/base/text.h"
#include "minutebook/compose/paper.h"
#include "minutebook/model/name.h"
#include "minutebook/store/dossier.h"
#include "minutebook/store/query.h"

#include <string.h>

static const MbColumn decision_columns[] = {
    {.key = "short", .heading = "Board"},
    {.key = "meeting", .heading = "Meeting"},
    {.key = "item", .heading = "Item"},
    {.key = "outcome", .heading = "Outcome"},
    {.key = "text", .heading = "Decision", .flexible = TRUE},
    {.key = "for", .heading = "For", .right = TRUE},
    {.key = "against", .heading = "Against", .right = TRUE},
    {.key = "abstained", .heading = "Abst.", .right = TRUE},
    {.key = NULL},
};

static gboolean decisions_list(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    g_autoptr(GPtrArray) decisions = NULL;
    MbDossier *dossier = mb_desk_dossier(desk);
    MbBoard *board;
    MbValue *rows;

    if (!mb_find_board_option(desk, mb_argument(arguments, "--board"), &board, error) || !mb_store_dossier_people(mb_desk_book(desk), dossier, error))
        return FALSE;
    decisions = mb_store_decisions(mb_desk_book(desk), board ? board->id : NULL, error);
    if (!decisions || !mb_store_decision_parts(mb_desk_book(desk), dossier, board ? board->id : NULL, error))
        return FALSE;
    rows = mb_value_new_list();
    for (guint i = 0; i < decisions->len; i++)
        mb_value_add(rows, mb_paper_decision(dossier, decisions->pdata[i]));
    mb_deed_list(answer, rows, decision_columns, "No decision is recorded.");
    mb_deed_short_names(desk, answer);
    return TRUE;
}

static const MbArgument list_arguments[] = {MB_BOARD_OPTION, {.name = NULL}};
const MbCommand mb_command_decisions = {
    .name = "decisions", .help = "the register of decisions", .example = "--board CSP", .arguments = list_arguments, .need = MB_NEED_BOOK, .run = decisions_list};

/* The meeting and item under which something is recorded: not once its minutes are approved. */
static MbItem *item_open(MbDesk *desk, const MbArguments *arguments, MbMeeting **meeting, GError **error)
{
    g_autofree char *name = NULL;

    *meeting = mb_deed_meeting(desk, arguments, error);
    if (!*meeting)
        return NULL;
    name = mb_find_meeting_name(desk, *meeting);
    if ((*meeting)->state >= MB_STATE_APPROVED) {
        mb_deed_refuse(error, "%s is %s; nothing more is recorded in its minutes.", name, mb_meeting_state_words[(*meeting)->state]);
        return NULL;
    }
    return mb_find_item(desk, *meeting, mb_argument(arguments, "ITEM"), error);
}

static gboolean kind_known(MbDesk *desk, const MbBoard *board, const char *kind, GError **error)
{
    const MbRules *rules = mb_desk_rules(desk, board, error);
    GString *known;

    if (!rules)
        return board->rules == NULL;
    if (!kind || mb_rules_interest(rules, kind))
        return TRUE;
    known = g_string_new(NULL);
    for (guint i = 0; i < rules->interests->len; i++)
        g_string_append_printf(known, "%s%s", i ? ", " : "", ((MbInterestKind *)rules->interests->pdata[i])->name);
    mb_deed_refuse(error, "--kind: the rule set %s knows %s.", rules->name, known->str);
    g_string_free(known, TRUE);
    return FALSE;
}

static gboolean interest_add(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    MbMeeting *meeting;
    MbItem *item = item_open(desk, arguments, &meeting, error);
    const char *effect = mb_argument(arguments, "--effect");
    g_autoptr(GPtrArray) earlier = NULL;
    g_autofree char *name = NULL;
    g_autofree char *shown = NULL;
    MbDeclaration *declaration;
    MbPerson *person;

    if (!item || !kind_known(desk, mb_find_board_of(desk, meeting), mb_argument(arguments, "--kind"), error))
        return FALSE;
    person = mb_find_person(desk, mb_find_board_of(desk, meeting), mb_argument(arguments, "PERSON"), error);
    if (!person)
        return FALSE;
    earlier = mb_dossier_of(mb_desk_dossier(desk), &MB_DECLARATION, "meeting", meeting->id);
    declaration = mb_dossier_new_record(mb_desk_dossier(desk), &MB_DECLARATION);
    mb_set(&declaration->meeting, meeting->id);
    mb_set(&declaration->item, item->id);
    mb_set(&declaration->person, person->id);
    mb_set(&declaration->kind, mb_argument(arguments, "--kind"));
    mb_set(&declaration->nature, mb_argument(arguments, "--nature"));
    mb_set(&declaration->dispensation, mb_argument(arguments, "--dispensation"));
    declaration->position = (int)earlier->len;
    if ((effect && !mb_find_word(effect, "--effect", mb_effect_words, &declaration->effect, error)) || !mb_deed_save(desk, declaration, error))
        return FALSE;
    name = mb_person_print(person);
    shown = mb_deed_item_name(item);
    mb_deed_say(answer, "%s declared an interest in item %s%s%s.", name, shown, effect ? " and " : "", effect ? mb_effect_words[declaration->effect] : "");
    return TRUE;
}

static const MbArgument interest_arguments[] = {
    MB_MEETING_ARGUMENT,
    MB_ITEM_ARGUMENT,
    {.name = "PERSON", .help = "who declares it"},
    {.name = "--kind", .value = "KIND", .help = "as the board's rule set names it"},
    {.name = "--nature", .value = "TEXT", .help = "what the interest is"},
    {.name = "--effect", .value = "EFFECT", .help = "left, stayed, spoke, or \"did not vote\""},
    {.name = "--dispensation", .value = "REF", .help = "a dispensation held"},
    MB_BOARD_OPTION,
    {.name = NULL},
};
const MbCommand mb_command_interest_add = {.name = "interest add",
                                           .help = "records a declaration of interest",
                                           .example = "next 6 \"Geraint Mossop\" --kind \"conflict of interest\" --effect left",
                                           .arguments = interest_arguments,
                                           .need = MB_NEED_DEED,
                                           .run = interest_add};

static gboolean set_person(MbDesk *desk, const MbBoard *board, const char *words, char **person, char **name, GError **error)
{
    MbPerson *found;

    if (!words)
        return TRUE;
    if (!mb_find_person_or_words(desk, board, words, &found, error))
        return FALSE;
    mb_set(person, found ? found->id : NULL);
    mb_set(name, found ? NULL : words);
    return TRUE;
}

static gboolean set_counts(const MbArguments *arguments, MbDecision *decision, GError **error)
{
    const char *votes_for = mb_argument(arguments, "--for");
    const char *votes_against = mb_argument(arguments, "--against");
    const char *votes_abstained = mb_argument(arguments, "--abstained");

    return (!votes_for || mb_find_number(votes_for, "--for", &decision->votes_for, error)) &&
           (!votes_against || mb_find_number(votes_against, "--against", &decision->votes_against, error)) &&
           (!votes_abstained || mb_find_number(votes_abstained, "--abstained", &decision->votes_abstained, error));
}

static gboolean decision_add(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    MbMeeting *meeting;
    MbItem *item = item_open(desk, arguments, &meeting, error);
    const char *outcome = mb_argument(arguments, "--outcome");
    g_autoptr(GPtrArray) earlier = NULL;
    g_autofree char *shown = NULL;
    const MbBoard *board;
    MbDecision *decision;

    if (!item)
        return FALSE;
    if (mb_deed_blank(mb_argument(arguments, "TEXT")))
        return mb_deed_refuse(error, "A decision needs a text: what was decided.");
    board = mb_find_board_of(desk, meeting);
    earlier = mb_dossier_of(mb_desk_dossier(desk), &MB_DECISION, "item", item->id);
    decision = mb_dossier_new_record(mb_desk_dossier(desk), &MB_DECISION);
    mb_set(&decision->board, meeting->board);
    mb_set(&decision->meeting, meeting->id);
    mb_set(&decision->item, item->id);
    mb_set(&decision->text, mb_argument(arguments, "TEXT"));
    mb_set(&decision->condition, mb_argument(arguments, "--condition"));
    mb_set(&decision->body, mb_argument(arguments, "--body"));
    decision->position = (int)earlier->len;
    if ((outcome && !mb_find_word(outcome, "--outcome", mb_outcome_words, &decision->outcome, error)) ||
        !set_person(desk, board, mb_argument(arguments, "--mover"), &decision->mover, &decision->mover_name, error) ||
        !set_person(desk, board, mb_argument(arguments, "--seconder"), &decision->seconder, &decision->seconder_name, error) || !set_counts(arguments, decision, error) ||
        !mb_deed_save(desk, decision, error))
        return FALSE;
    shown = mb_deed_item_name(item);
    mb_deed_say(answer, "Decision recorded under item %s: %s: %s", shown, mb_outcome_words[decision->outcome], decision->text);
    return TRUE;
}

static const MbArgument decision_arguments[] = {
    MB_MEETING_ARGUMENT,
    MB_ITEM_ARGUMENT,
    {.name = "TEXT", .help = "what was decided, in quotes"},
    {.name = "--outcome", .value = "OUTCOME", .help = "agreed (unless said), approved, noted, resolved, recommended, rejected, deferred"},
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
const MbCommand mb_command_decision_add = {.name = "decision add",
                                           .help = "records a decision under an item",
                                           .example = "next 6 \"To renew the lease for five years\" --outcome resolved --for 7 --against 2",
                                           .arguments = decision_arguments,
                                           .need = MB_NEED_DEED,
                                           .run = decision_add};

/* The decision of ITEM that votes are recorded for: the only one, or that with --decision N. */
static MbDecision *decision_meant(MbDesk *desk, const MbArguments *arguments, const MbItem *item, GError **error)
{
    g_autoptr(GPtrArray) decisions = mb_dossier_of(mb_desk_dossier(desk), &MB_DECISION, "item", item->id);
    const char *which = mb_argument(arguments, "--decision");
    int number = 1;

    if (which && !mb_find_number(which, "--decision", &number, error))
        return NULL;
    if (decisions->len == 0)
        mb_deed_refuse(error, "Nothing is decided under that item yet; `decision add` records a decision first.");
    else if (!which && decisions->len > 1)
        mb_deed_refuse(error, "There are %u decisions under that item; say which with --decision N, from 1.", decisions->len);
    else if (number < 1 || (guint)number > decisions->len)
        mb_deed_refuse(error, "--decision: there are %u under that item.", decisions->len);
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

static MbVote *vote_of(MbDesk *desk, const MbDecision *decision, const MbPerson *person)
{
    g_autoptr(GPtrArray) votes = mb_dossier_of(mb_desk_dossier(desk), &MB_VOTE, "decision", decision->id);
    MbVote *vote;

    for (guint i = 0; i < votes->len; i++) {
        vote = votes->pdata[i];
        if (g_strcmp0(vote->person, person->id) == 0)
            return vote;
    }
    vote = mb_dossier_new_record(mb_desk_dossier(desk), &MB_VOTE);
    mb_set(&vote->decision, decision->id);
    mb_set(&vote->person, person->id);
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

/* Records "NAME: for" and the like. */
static gboolean record_vote(MbDesk *desk, const MbMeeting *meeting, const MbItem *item, const MbDecision *decision, const char *words, GError **error)
{
    const char *colon = strrchr(words, ':');
    g_autofree char *who = colon ? g_strstrip(g_strndup(words, colon - words)) : NULL;
    g_autofree char *how = colon ? g_strstrip(g_strdup(colon + 1)) : NULL;
    MbPerson *person;
    MbVote *vote;
    int kind;

    if (!colon)
        return mb_deed_refuse(error, "“%s” is no vote; expected \"NAME: for\", \"NAME: against\" or \"NAME: abstained\".", words);
    person = mb_find_person(desk, mb_find_board_of(desk, meeting), who, error);
    if (!person || !mb_find_word(how, who, mb_vote_words, &kind, error))
        return FALSE;
    if (kind != MB_VOTE_BARRED && barred(desk, item, person))
        return mb_deed_refuse(error, "%s declared an interest in this item and may not vote on it.", person->name);
    vote = vote_of(desk, decision, person);
    vote->vote = kind;
    return mb_deed_save(desk, vote, error);
}

static gboolean vote_add(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    const char *const *votes = mb_argument_all(arguments, "VOTE");
    MbMeeting *meeting;
    MbItem *item = item_open(desk, arguments, &meeting, error);
    MbDecision *decision = item ? decision_meant(desk, arguments, item, error) : NULL;

    if (!decision)
        return FALSE;
    for (guint i = 0; votes[i]; i++)
        if (!record_vote(desk, meeting, item, decision, votes[i], error))
            return FALSE;
    if (!count_votes(desk, decision, error))
        return FALSE;
    mb_deed_say(answer, "Votes recorded: %d for, %d against, %d abstained.", decision->votes_for, decision->votes_against, decision->votes_abstained);
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
