/* SPDX-License-Identifier: MIT */
#include "minutebook/model/finding.h"

const char *const mb_severity_words[] = {"error", "warning", "information", NULL};

void mb_finding_free(MbFinding *finding)
{
    if (!finding)
        return;
    g_free(finding->place);
    g_free(finding->text);
    g_free(finding->fix);
    g_free(finding);
}

static void finding_destroy(gpointer finding)
{
    mb_finding_free(finding);
}

GPtrArray *mb_findings_new(void)
{
    return g_ptr_array_new_with_free_func(finding_destroy);
}

void mb_findings_add(GPtrArray *findings, const char *rule, MbSeverity severity, char *place, char *text, char *fix)
{
    MbFinding *finding = g_new(MbFinding, 1);

    *finding = (MbFinding){.rule = rule, .severity = severity, .place = place, .text = text, .fix = fix};
    g_ptr_array_add(findings, finding);
}
