/* SPDX-License-Identifier: MIT */
/* How the papers of a meeting are marked: one word for one thing, and no template left unfilled. A row of the agenda's
 * table. */
#include "check_case.h"

#include "minutebook/base/text.h"

#include <string.h>

/* Words that boards use for "anybody may read it". */
static gboolean means_open(const char *marking)
{
    static const char *const words[] = {"unrestricted", "unprotected", "not protected", "not protectively marked",
                                        "open",         "public",      "official"};

    for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
        if (strcmp(marking, words[i]) == 0)
            return TRUE;
    return FALSE;
}

/* Without case and brackets. Newly allocated. */
static char *bare(const char *marking)
{
    char *folded = mb_text_fold(marking);

    return g_strstrip(g_strdelimit(folded, "[]()", ' '));
}

static const char *title_of(const MbPaper *paper)
{
    return paper->title ? paper->title : "a paper without title";
}

static void look_unfilled(MbCase *c, const MbPaper *paper)
{
    mb_case_report(
        c, mb_case_item_place(c, mb_case_item(c, paper->item)),
        g_strdup_printf("“%s” is marked “%s”: the template was not filled in.", title_of(paper), paper->security),
        g_strdup("Keep the one marking that is meant."));
}

/* "UNRESTRICTED (“Hate crime report”)": each open marking with the first paper that has it. */
static void add_open(GPtrArray *seen, GPtrArray *shown, const MbPaper *paper, const char *marking)
{
    if (!means_open(marking) || g_ptr_array_find_with_equal_func(seen, marking, g_str_equal, NULL))
        return;
    g_ptr_array_add(seen, g_strdup(marking));
    g_ptr_array_add(shown, g_strdup_printf("%s (“%s”)", paper->security, title_of(paper)));
}

void mb_check_security(MbCase *c)
{
    g_autoptr(GPtrArray) papers = mb_dossier_of(c->dossier, &MB_PAPER, "meeting", c->meeting->id);
    g_autoptr(GPtrArray) seen = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GPtrArray) shown = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *list = NULL;

    for (guint i = 0; i < papers->len; i++) {
        const MbPaper *paper = papers->pdata[i];
        g_autofree char *marking = paper->security ? bare(paper->security) : NULL;

        if (marking && strchr(marking, '/'))
            look_unfilled(c, paper);
        else if (marking)
            add_open(seen, shown, paper, marking);
    }
    if (seen->len < 2)
        return;
    g_ptr_array_add(shown, NULL);
    list = mb_text_join((const char *const *)shown->pdata);
    mb_case_report(c, mb_case_place(c), g_strdup_printf("One marking has several names: %s.", list),
                   g_strdup("Use one word for papers that anybody may read."));
}
