/* SPDX-License-Identifier: MIT */
#include "gaps.h"

#include "minutebook/clerk/gap.h"
#include "minutebook/desk/sight.h"
#include "minutebook/model/mark.h"

static MbDossier *look(MbApp *app, const char *meeting)
{
    GError *error = NULL;
    MbDossier *dossier = mb_sight_meeting(mb_app_desk(app), meeting, &error);

    if (!dossier)
        mb_app_fault(app, error);
    return dossier;
}

static void add(GPtrArray *choices, const MbGap *gap)
{
    const MbItem *item = gap->item;
    g_autofree char *place =
        g_strdup_printf("%s%s%s%s", item && item->number ? item->number : "", item && item->number ? " " : "",
                        item && item->title ? item->title : "", gap->minute->layer == MB_LAYER_NOTE ? " (notes)" : "");

    mb_choices_add(choices, gap->words, place, NULL,
                   g_strdup_printf("%s %s %d", item ? item->id : "-", gap->minute->id, gap->nth));
}

GPtrArray *mb_gaps_choices(MbApp *app, const char *meeting)
{
    g_autoptr(MbDossier) dossier = look(app, meeting);
    g_autoptr(GPtrArray) gaps = dossier ? mb_gap_list(dossier, meeting) : NULL;
    GPtrArray *choices = gaps ? mb_choices_new() : NULL;

    for (guint i = 0; gaps && i < gaps->len; i++)
        add(choices, gaps->pdata[i]);
    return choices;
}

static int count_unsure(const MbDossier *dossier, const char *meeting)
{
    g_autoptr(GPtrArray) marks = mb_dossier_of(dossier, &MB_MARK, "meeting", meeting);
    int unsure = 0;

    for (guint i = 0; i < marks->len; i++)
        unsure += ((MbMark *)marks->pdata[i])->state == MB_MARK_OFFERED;
    return unsure;
}

gboolean mb_gaps_count(MbApp *app, const char *meeting, MbOpenEnds *ends)
{
    g_autoptr(MbDossier) dossier = look(app, meeting);
    g_autoptr(GPtrArray) gaps = dossier ? mb_gap_list(dossier, meeting) : NULL;

    *ends = (MbOpenEnds){0};
    if (!gaps)
        return FALSE;
    ends->gaps = (int)gaps->len;
    ends->unsure = count_unsure(dossier, meeting);
    return TRUE;
}

char *mb_gaps_words(const MbOpenEnds *ends)
{
    g_autofree char *gaps = g_strdup_printf("%d gap%s (?"
                                            "?)",
                                            ends->gaps, ends->gaps == 1 ? "" : "s");
    g_autofree char *unsure = g_strdup_printf("%d unsure reading%s", ends->unsure, ends->unsure == 1 ? "" : "s");

    if (ends->gaps && ends->unsure)
        return g_strdup_printf("%s and %s", gaps, unsure);
    return ends->gaps ? g_steal_pointer(&gaps) : ends->unsure ? g_steal_pointer(&unsure) : NULL;
}

gboolean mb_gaps_select(MbPassage *passage, const char *paragraph, int nth)
{
    int index = passage ? mb_passage_index(passage, paragraph) : -1, start, end;

    if (index < 0 || !mb_gap_find(mb_passage_paragraph(passage, index)->text->str, nth, &start, &end))
        return FALSE;
    mb_passage_select(passage, (MbSpot){index, start}, (MbSpot){index, end});
    return TRUE;
}
