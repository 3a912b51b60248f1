/* SPDX-License-Identifier: MIT */
/* Interests declared and decisions recorded; the register of decisions. Votes by name are votes.c. */
#include "commands.h"
#include "deed.h"
#include "find.h"
#include "recorded.h"
#include "remark.h"

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
    return TRUE;
}

static const MbArgument list_arguments[] = {MB_BOARD_OPTION, {.name = NULL}};
const MbCommand mb_command_decisions = {.name = "decisions",
                                        .help = "the register of decisions",
                                        .example = "--board CSP",
                                        .arguments = list_arguments,
                                        .need = MB_NEED_BOOK,
                                        .run = decisions_list};

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
    MbItem *item = mb_recorded_item(desk, arguments, &meeting, error);
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
    if ((effect && !mb_find_word(effect, "--effect", mb_effect_words, &declaration->effect, error)) ||
        !mb_deed_save(desk, declaration, error))
        return FALSE;
    name = mb_person_print(person);
    shown = mb_recorded_place(desk, meeting, item);
    mb_deed_say(answer, "%s: %s declared an interest%s%s%s%s.", shown, name, declaration->nature ? ", " : "",
                declaration->nature ? declaration->nature : "", effect ? ", and " : "",
                effect ? mb_effect_words[declaration->effect] : "");
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
const MbCommand mb_command_interest_add = {
    .name = "interest add",
    .help = "records a declaration of interest",
    .example = "next 6 \"Geraint Mossop\" --kind \"conflict of interest\" --effect left",
    .arguments = interest_arguments,
    .need = MB_NEED_DEED,
    .run = interest_add};

/* Who moved or seconded: a person of the book, or the words. */
typedef struct {
    const char *role; /* "mover" */
    const char *words;
    MbPerson *person;
} Speaker;

/* A mover who is nobody in the book, or of whom the register does not say that he or she was there. */
static void remark_speaker(MbDesk *desk, const MbMeeting *meeting, const MbItem *item, const Speaker *speaker,
                           MbAnswer *answer)
{
    gboolean mover = g_str_equal(speaker->role, "mover");
    g_autofree char *role = g_strdup_printf("the %s", speaker->role);
    g_autofree char *name = mb_remark_name(speaker->person, speaker->words);
    g_autofree char *absence = mb_recorded_absence(desk, meeting, speaker->person, speaker->words);

    if (!speaker->person && !mb_recorded_line(mb_desk_dossier(desk), meeting, NULL, speaker->words) &&
        !mb_recorded_represented(mb_desk_dossier(desk), meeting, NULL, speaker->words))
        mb_remark_nobody(desk, answer, mover ? "mover-not-on-roll" : "seconder-not-on-roll",
                         mb_recorded_place(desk, meeting, item), role, speaker->words);
    else if (absence)
        mb_remark(answer, mover ? "mover-not-present" : "seconder-not-present", mb_recorded_place(desk, meeting, item),
                  g_strdup_printf("%s, %s, %s.", name, role, absence), g_strdup("Correct the name or the register."));
}

static gboolean find_speaker(MbDesk *desk, const MbMeeting *meeting, const MbItem *item, Speaker *speaker,
                             MbAnswer *answer, GError **error)
{
    if (!speaker->words)
        return TRUE;
    if (mb_deed_blank(speaker->words))
        return mb_deed_refuse(error, "--%s: the %s needs a name.", speaker->role, speaker->role);
    if (!mb_find_person_or_words(desk, mb_find_board_of(desk, meeting), speaker->words, &speaker->person, error))
        return FALSE;
    remark_speaker(desk, meeting, item, speaker, answer);
    return TRUE;
}

static gboolean set_speakers(MbDesk *desk, const MbArguments *arguments, const MbMeeting *meeting, const MbItem *item,
                             MbDecision *decision, MbAnswer *answer, GError **error)
{
    Speaker mover = {.role = "mover", .words = mb_argument(arguments, "--mover")};
    Speaker seconder = {.role = "seconder", .words = mb_argument(arguments, "--seconder")};
    g_autofree char *name = NULL;

    if (!find_speaker(desk, meeting, item, &mover, answer, error) ||
        !find_speaker(desk, meeting, item, &seconder, answer, error))
        return FALSE;
    name = mb_remark_name(mover.person, mover.words);
    if (mover.words && seconder.words &&
        (mover.person || seconder.person ? mover.person == seconder.person : mb_text_same(mover.words, seconder.words)))
        return mb_deed_refuse(error, "--seconder: %s cannot second what %s moved.", name, name);
    mb_set(&decision->mover, mover.person ? mover.person->id : NULL);
    mb_set(&decision->mover_name, mover.person ? NULL : mover.words);
    mb_set(&decision->seconder, seconder.person ? seconder.person->id : NULL);
    mb_set(&decision->seconder_name, seconder.person ? NULL : seconder.words);
    return TRUE;
}

/* An item that proposes the minutes of an earlier meeting approves them once that is agreed. APPROVED is set to that
 * meeting, or NULL. */
static gboolean approve_minutes(MbDesk *desk, const MbItem *item, const MbDecision *decision, MbMeeting **approved,
                                GError **error)
{
    MbMeeting *earlier = mb_dossier_find(mb_desk_dossier(desk), &MB_MEETING, item->approves);

    *approved = NULL;
    if (!earlier || (decision->outcome != MB_OUTCOME_AGREED && decision->outcome != MB_OUTCOME_APPROVED) ||
        earlier->state >= MB_STATE_APPROVED)
        return TRUE;
    earlier->state = MB_STATE_APPROVED;
    *approved = earlier;
    return mb_deed_save(desk, earlier, error);
}

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

static gboolean set_counts(const MbArguments *arguments, MbDecision *decision, GError **error)
{
    const char *votes_for = mb_argument(arguments, "--for");
    const char *votes_against = mb_argument(arguments, "--against");
    const char *votes_abstained = mb_argument(arguments, "--abstained");

    return (!votes_for || mb_find_number(votes_for, "--for", &decision->votes_for, error)) &&
           (!votes_against || mb_find_number(votes_against, "--against", &decision->votes_against, error)) &&
           (!votes_abstained || mb_find_number(votes_abstained, "--abstained", &decision->votes_abstained, error));
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
    decision->position = (int)earlier->len;
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
        !set_speakers(desk, arguments, meeting, item, decision, answer, error) ||
        !set_counts(arguments, decision, error) || !mb_deed_save(desk, decision, error) ||
        !approve_minutes(desk, item, decision, &approved, error))
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
