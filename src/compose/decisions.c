/* SPDX-License-Identifier: MIT */
/* The decisions of a meeting: as a register, and each as a paragraph of the minutes. */
#include "documents.h"

#include "facts.h"
#include "paper_parts.h"

#include "minutebook/base/text.h"
#include "minutebook/clerk/number.h"
#include "minutebook/compose/paper.h"

#include <string.h>

static GPtrArray *decisions_of(const MbComposition *composition)
{
    g_autoptr(GPtrArray) items = mb_number_items(composition->dossier, composition->meeting->id);

    return mb_paper_in_order(composition->dossier, &MB_DECISION, composition->meeting, items);
}

MbValue *mb_compose_decision_rows(const MbComposition *composition)
{
    g_autoptr(GPtrArray) decisions = decisions_of(composition);
    MbValue *rows = mb_value_new_list();

    for (guint i = 0; i < decisions->len; i++)
        mb_value_add(rows, mb_paper_decision(composition->dossier, decisions->pdata[i]));
    return rows;
}

static char *voters_of(const MbDossier *dossier, const GPtrArray *votes, int kind)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);

    for (guint i = 0; i < votes->len; i++) {
        const MbVote *vote = votes->pdata[i];
        char *name = vote->vote == kind ? mb_facts_person(dossier, vote->person, vote->name) : NULL;

        if (name)
            g_ptr_array_add(names, name);
    }
    g_ptr_array_add(names, NULL);
    return mb_text_join((const char *const *)names->pdata);
}

/* "7 for", "none against", "2 against: First Last and Third Name", "against: First Last"; "" where neither number nor
 * name is known. */
static char *share_text(const MbDossier *dossier, const GPtrArray *votes, int kind, int count)
{
    g_autofree char *names = voters_of(dossier, votes, kind);
    g_autofree char *number = count == MB_NO_INT ? g_strdup("")
                              : count == 0       ? g_strdup("none ")
                                                 : g_strdup_printf("%d ", count);

    if (!*number && !*names)
        return g_strdup("");
    return g_strdup_printf("%s%s%s%s", number, mb_vote_words[kind], *names ? ": " : "", names);
}

/* "7 for, 2 against, none abstained"; where voters are named, "7 for; 2 against: First Last and Third Name; none
 * abstained". */
static char *votes_text(const MbDossier *dossier, const MbDecision *decision)
{
    const int counts[] = {decision->votes_for, decision->votes_against, decision->votes_abstained, MB_NO_INT};
    g_autoptr(GPtrArray) votes = mb_facts_parts(dossier, &MB_VOTE, "decision", decision->id);
    GString *out = g_string_new(NULL);

    for (int kind = MB_VOTE_FOR; kind <= MB_VOTE_BARRED; kind++) {
        g_autofree char *share = share_text(dossier, votes, kind, counts[kind]);

        if (*share)
            g_string_append_printf(out, "%s%s", !out->len ? "" : votes->len ? "; " : ", ", share);
    }
    return g_string_free(out, FALSE);
}

static char *moved_text(const MbDossier *dossier, const MbDecision *decision)
{
    g_autofree char *mover = mb_facts_person(dossier, decision->mover, decision->mover_name);
    g_autofree char *seconder = mb_facts_person(dossier, decision->seconder, decision->seconder_name);

    if (mover && seconder)
        return g_strdup_printf("moved by %s, seconded by %s", mover, seconder);
    return mover      ? g_strdup_printf("moved by %s", mover)
           : seconder ? g_strdup_printf("seconded by %s", seconder)
                      : g_strdup("");
}

static char *bracketed(const MbDossier *dossier, const MbDecision *decision)
{
    g_autofree char *moved = moved_text(dossier, decision);
    g_autofree char *votes = votes_text(dossier, decision);
    const char *const parts[] = {moved, votes, decision->casting_vote ? "on the casting vote" : "",
                                 decision->method ? decision->method : ""};
    GString *out = g_string_new(NULL);

    for (guint i = 0; i < G_N_ELEMENTS(parts); i++)
        if (*parts[i])
            g_string_append_printf(out, "%s%s", out->len ? "; " : "", parts[i]);
    return g_string_free(out, FALSE);
}

/* What leads to a condition that does not lead to itself. */
static const char *lead_to(const char *condition)
{
    static const char *const leads[] = {"subject to", "on condition", "on the condition", "provided", "conditional",
                                        "unless",     "if "};
    g_autofree char *folded = mb_text_fold(condition);

    for (gsize i = 0; i < G_N_ELEMENTS(leads); i++)
        if (g_str_has_prefix(folded, leads[i]))
            return "";
    return g_str_has_prefix(folded, "that ") ? "on condition " : "subject to: ";
}

/* "to adopt the strategy, subject to the Council's consent": the text without its full stop, and the condition. */
static char *conditional_text(const MbDecision *decision)
{
    const char *text = decision->text ? decision->text : "";
    gsize length = strlen(text);
    char *joined;

    if (mb_text_empty(decision->condition))
        return g_strdup(text);
    length -= length && text[length - 1] == '.';
    joined = g_strdup_printf("%.*s, %s%s", (int)length, text, lead_to(decision->condition), decision->condition);
    joined[length + 2] = g_ascii_tolower(joined[length + 2]); /* "Subject to" where it stood alone */
    return joined;
}

void mb_compose_decision(const MbComposition *composition, MbNode *root, const MbDecision *decision)
{
    g_autofree char *outcome = g_ascii_strup(mb_outcome_words[decision->outcome], -1);
    g_autofree char *label =
        g_strdup_printf("%s%s%s: ", outcome, decision->body ? " to " : "", decision->body ? decision->body : "");
    g_autofree char *details = bracketed(composition->dossier, decision);
    g_autofree char *tail = *details ? g_strdup_printf(" (%s)", details) : NULL;
    g_autofree char *text = conditional_text(decision);
    MbNode *paragraph = mb_node_paragraph(root, NULL);

    mb_node_span(paragraph, label, MB_SPAN_BOLD);
    mb_node_rich(paragraph, text);
    mb_node_span(paragraph, tail, MB_SPAN_PLAIN);
}

static void add_decision(const MbComposition *composition, MbNode *table, const MbDecision *decision)
{
    g_autofree char *item = mb_facts_item(composition->dossier, decision->item);
    g_autofree char *text = conditional_text(decision);
    g_autofree char *details = bracketed(composition->dossier, decision);
    MbNode *row = mb_node_row(table, FALSE);

    mb_node_cell(row, item);
    mb_node_cell(row, text);
    mb_node_cell(row, mb_outcome_words[decision->outcome]);
    mb_node_cell(row, details);
}

void mb_compose_decisions(const MbComposition *composition, MbNode *root)
{
    static const char *const headings[] = {"Item", "Decision", "Outcome", "Vote"};
    g_autoptr(GPtrArray) decisions = decisions_of(composition);
    MbNode *table;

    mb_node_heading(root, 2, "Decisions");
    mb_compose_facts(composition, root, FALSE);
    if (!decisions->len)
        mb_node_paragraph(root, "No decisions are recorded.");
    table = decisions->len ? mb_compose_table(root, headings, "llll") : NULL;
    for (guint i = 0; i < decisions->len; i++)
        add_decision(composition, table, decisions->pdata[i]);
}
