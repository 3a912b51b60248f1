/* SPDX-License-Identifier: MIT */
/* Motions with their amendments, and elections, as paragraphs of the minutes. */
#include "documents.h"

#include "facts.h"

static void add_motion(const MbDossier *dossier, MbNode *root, const MbMotion *motion)
{
    g_autofree char *mover = mb_facts_person(dossier, motion->mover, motion->mover_name);
    g_autofree char *seconder = mb_facts_person(dossier, motion->seconder, motion->seconder_name);
    GString *tail = g_string_new(NULL);
    MbNode *paragraph = mb_node_paragraph(root, NULL);

    mb_node_span(paragraph, motion->amends ? "Amendment: " : "Motion: ", MB_SPAN_BOLD);
    mb_node_rich(paragraph, motion->text);
    if (mover)
        g_string_append_printf(tail, ", moved by %s", mover);
    if (seconder)
        g_string_append_printf(tail, ", seconded by %s", seconder);
    if (motion->votes_for != MB_NO_INT && motion->votes_against != MB_NO_INT)
        g_string_append_printf(tail, "; %d for, %d against", motion->votes_for, motion->votes_against);
    if (motion->votes_abstained != MB_NO_INT)
        g_string_append_printf(tail, ", %d abstained", motion->votes_abstained);
    if (motion->outcome != MB_MOTION_OPEN)
        g_string_append_printf(tail, ": %s", mb_motion_words[motion->outcome]);
    g_string_append_c(tail, '.');
    mb_node_span(paragraph, tail->str, MB_SPAN_PLAIN);
    g_string_free(tail, TRUE);
}

void mb_compose_motions(const MbComposition *composition, MbNode *root, const MbItem *item)
{
    g_autoptr(GPtrArray) motions = mb_facts_parts(composition->dossier, &MB_MOTION, "item", item->id);

    for (guint i = 0; i < motions->len; i++)
        add_motion(composition->dossier, root, motions->pdata[i]);
}

/* "Vice-chair, round 1: First Last 4, Fourth Name 4; round 2: First Last 5. Elected: First Last." */
static void add_election(const MbDossier *dossier, MbNode *root, const MbElection *election)
{
    g_autoptr(GPtrArray) candidates = mb_facts_parts(dossier, &MB_CANDIDATE, "election", election->id);
    g_autofree char *elected = mb_facts_person(dossier, election->elected, election->elected_name);
    GString *out = g_string_new(NULL);
    int rounds = 0;

    for (guint i = 0; i < candidates->len; i++)
        rounds = MAX(rounds, ((MbCandidate *)candidates->pdata[i])->round);
    for (int round = 1; round <= rounds; round++) {
        const char *before = "";

        g_string_append_printf(out, "%sround %d: ", round > 1 ? "; " : "", round);
        for (guint i = 0; i < candidates->len; i++) {
            const MbCandidate *candidate = candidates->pdata[i];
            g_autofree char *name = mb_facts_person(dossier, candidate->person, candidate->name);

            if (candidate->round != round)
                continue;
            g_string_append_printf(out, "%s%s", before, name ? name : "");
            if (candidate->votes != MB_NO_INT)
                g_string_append_printf(out, " %d", candidate->votes);
            before = ", ";
        }
    }
    g_string_append_printf(out, "%s%s%s", out->len ? ". " : "", elected ? "Elected: " : "Nobody was elected",
                           elected ? elected : "");
    g_string_append_c(out, '.');
    mb_compose_fact(root, election->office ? election->office : "Election", out->str);
    g_string_free(out, TRUE);
}

void mb_compose_elections(const MbComposition *composition, MbNode *root, const MbItem *item)
{
    g_autoptr(GPtrArray) elections = mb_facts_parts(composition->dossier, &MB_ELECTION, "item", item->id);

    for (guint i = 0; i < elections->len; i++)
        add_election(composition->dossier, root, elections->pdata[i]);
}
