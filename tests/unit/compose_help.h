/* SPDX-License-Identifier: MIT */
/* The meeting of sample_meeting.h composed for an audience. */
#ifndef MINUTEBOOK_TESTS_COMPOSE_HELP_H
#define MINUTEBOOK_TESTS_COMPOSE_HELP_H

#include "minutebook/clerk/cut.h"
#include "minutebook/compose/document.h"
#include "minutebook/compose/paper.h"
#include "minutebook/exchange/json.h"
#include "minutebook/write/csv.h"
#include "minutebook/write/markdown.h"
#include "minutebook/write/text.h"

#include "sample_meeting.h"

typedef struct {
    MbDossier *dossier;
    MbDossier *cut;
    MbComposition composition;
} Sample;

G_GNUC_UNUSED static Sample new_sample(MbCutFor audience)
{
    Sample sample = {.dossier = sample_meeting()};
    MbDay today = mb_day_from(2026, 2, 19);

    sample.cut = mb_cut_dossier(sample.dossier, NULL, audience, today);
    sample.composition = (MbComposition){.dossier = sample.cut,
                                         .meeting = mb_dossier_find(sample.cut, &MB_MEETING, "meeting"),
                                         .today = today,
                                         .public_copy = audience == MB_CUT_PUBLIC};
    return sample;
}

G_GNUC_UNUSED static void clear_sample(Sample *sample)
{
    mb_dossier_free(sample->dossier);
    mb_dossier_free(sample->cut);
}

G_GNUC_UNUSED static void assert_text(MbCutFor audience, MbDocumentKind kind, const char *expected)
{
    Sample sample = new_sample(audience);
    g_autoptr(MbDoc) doc = mb_compose_document(&sample.composition, kind);
    g_autofree char *text = mb_write_text(doc, 80);

    g_assert_cmpstr(text, ==, expected);
    clear_sample(&sample);
}

/* The text of a document of SAMPLE, blocks parted by spaces. */
G_GNUC_UNUSED static char *text_of(const Sample *sample, MbDocumentKind kind)
{
    g_autoptr(MbDoc) doc = mb_compose_document(&sample->composition, kind);

    return mb_node_text(doc->root);
}

G_GNUC_UNUSED static void assert_has(const Sample *sample, MbDocumentKind kind, const char *part, gboolean has)
{
    g_autofree char *text = text_of(sample, kind);

    if (has != (strstr(text, part) != NULL))
        g_error("“%s” is %s: %s", part, has ? "missing" : "there", text);
}

G_GNUC_UNUSED static char *next_day(const Sample *sample)
{
    g_autoptr(MbValue) paper = mb_paper_value(sample->cut, sample->composition.meeting, "minutes");

    return g_strdup(mb_value_get_text(mb_value_get(paper, "next_meeting"), "date"));
}

G_GNUC_UNUSED static void assert_next(const Sample *sample, const char *iso)
{
    g_autofree char *day = next_day(sample);
    g_autofree char *full = mb_day_full(mb_day_parse_iso(iso));
    g_autofree char *line = g_strconcat("Next meeting: ", full, ", 10:00, Quay House", NULL);

    g_assert_cmpstr(day, ==, iso);
    assert_has(sample, MB_DOCUMENT_MINUTES, line, TRUE);
}

#endif
