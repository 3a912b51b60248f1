/* SPDX-License-Identifier: MIT */
/* The decisions of a meeting: as a register, and each as a paragraph of the minutes. */
#include "documents.h"

#include "facts.h"
#include "paper_parts.h"

#include "minutebook/clerk/number.h"
#include "minutebook/compose/paper.h"

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

static void append_count(GString *out, int count, const char *words)
{
    if (count != MB_NO_INT)
        g_string_append_printf(out, "%s%d %s", out->len ? ", " : "", count, words);
}

/* "7 for, 2 against, 1 abstained"; "" where nothing was counted. */
static char *count_text(const MbDecision *decision)
{
    GString *out = g_string_new(NULL);

    append_count(out, decision->votes_for, "for");
    append_count(out, decision->votes_against, "against");
    append_count(out, decision->votes_abstained, "abstained");
    return g_string_free(out, FALSE);
}

/* "First Last for, Fourth Name against". */
static char *names_text(const MbDossier *dossier, const MbDecision *decision)
{
    g_autoptr(GPtrArray) votes = mb_facts_parts(dossier, &MB_VOTE, "decision", decision->id);
    GString *out = g_string_new(NULL);

    for (guint i = 0; i < votes->len; i++) {
        const MbVote *vote = votes->pdata[i];
        g_autofree char *name = mb_facts_person(dossier, vote->person, vote->name);

        g_string_append_printf(out, "%s%s %s", i ? ", " : "", name ? name : "", mb_vote_words[vote->vote]);
    }
    return g_string_free(out, FALSE);
}

static char *moved_text(const MbDossier *dossier, const MbDecision *decision)
{
    g_autofree char *mover = mb_facts_person(dossier, decision->mover, decision->mover_name);
    g_autofree char *seconder = mb_facts_person(dossier, decision->seconder, decision->seconder_name);

    if (mover && seconder)
        return g_strdup_printf("moved by %s, seconded by %s", mover, seconder);
    return mover ? g_strdup_printf("moved by %s", mover) : seconder ? g_strdup_printf("seconded by %s", seconder) : g_strdup("");
}

static char *bracketed(const MbDossier *dossier, const MbDecision *decision)
{
    g_autofree char *moved = moved_text(dossier, decision);
    g_autofree char *count = count_text(decision);
    g_autofree char *names = names_text(dossier, decision);
    const char *const parts[] = {moved, count, names, decision->casting_vote ? "on the casting vote" : "", decision->method ? decision->method : ""};
    GString *out = g_string_new(NULL);

    for (guint i = 0; i < G_N_ELEMENTS(parts); i++)
        if (*parts[i])
            g_string_append_printf(out, "%s%s", out->len ? "; " : "", parts[i]);
    return g_string_free(out, FALSE);
}

void mb_compose_decision(const MbComposition *composition, MbNode *root, const MbDecision *decision)
{
    g_autofree char *outcome = g_ascii_strup(mb_outcome_words[decision->outcome], -1);
    g_autofree char *label = g_strdup_printf("%s%s%s: ", outcome, decision->body ? " to " : "", decision->body ? decision->body : "");
    g_autofree char *details = bracketed(composition->dossier, decision);
    g_autofree char *tail = *details ? g_strdup_printf(" (%s)", details) : NULL;
    MbNode *paragraph = mb_node_paragraph(root, NULL);

    mb_node_span(paragraph, label, MB_SPAN_BOLD);
    mb_node_rich(paragraph, decision->text);
    if (decision->condition) {
        mb_node_span(paragraph, ", ", MB_SPAN_PLAIN);
        mb_node_span(paragraph, decision->condition, MB_SPAN_PLAIN);
    }
    mb_node_span(paragraph, tail, MB_SPAN_PLAIN);
}

static void add_decision(const MbComposition *composition, MbNode *table, const MbDecision *decision)
{
    g_autofree char *item = mb_facts_item(composition->dossier, decision->item);
    g_autofree char *text = decision->condition ? g_strdup_printf("%s, %s", decision->text ? decision->text : "", decision->condition) : g_strdup(decision->text);
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
    mb_compose_facts(composition, root);
    if (!decisions->len)
        mb_node_paragraph(root, "No decisions are recorded.");
    table = decisions->len ? mb_compose_table(root, headings, "llll") : NULL;
    for (guint i = 0; i < decisions->len; i++)
        add_decision(composition, table, decisions->pdata[i]);
}
