/* SPDX-License-Identifier: MIT */
#include "findings.h"

#include "deed.h"

#include "minutebook/compose/paper.h"
#include "minutebook/model/finding.h"

static const MbColumn columns[] = {
    {.key = "severity", .heading = "Severity"},
    {.key = "place", .heading = "Place", .flexible = TRUE},
    {.key = "shown", .heading = "Finding", .flexible = TRUE},
    {.key = NULL},
};

/* What is wrong, what to do about it, and the rule, as on standard error. */
static void add_shown(MbValue *row)
{
    const char *fix = mb_value_get_text(row, "fix");

    mb_value_set(row, "shown",
                 mb_value_new_take(g_strdup_printf("%s%s%s [%s]", mb_value_get_text(row, "text"), fix ? " " : "",
                                                   fix ? fix : "", mb_value_get_text(row, "rule"))));
}

void mb_findings_answer(MbAnswer *answer, GPtrArray *findings, const char *empty)
{
    mb_deed_list(answer, mb_paper_findings(findings), columns, empty);
    for (guint i = 0; i < mb_value_length(mb_deed_shown(answer)); i++)
        add_shown(mb_value_at_mut(answer->shown, i));
}
