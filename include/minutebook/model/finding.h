/* SPDX-License-Identifier: MIT */
/* A finding: what a sharp eye notices. Made by clerk/check.h and by loading; settled ones are MbSettled
 * (model/setting.h). */
#ifndef MINUTEBOOK_MODEL_FINDING_H
#define MINUTEBOOK_MODEL_FINDING_H

#include <glib.h>

typedef enum { MB_SEVERITY_ERROR, MB_SEVERITY_WARNING, MB_SEVERITY_INFORMATION } MbSeverity;
extern const char *const mb_severity_words[]; /* "error", "warning", "information" */

typedef struct {
    const char *rule; /* a constant: "weekday-wrong" */
    int severity;     /* MbSeverity */
    char *place;      /* "CSP, 29 January 2026, item 4 Hate crime" */
    char *text;       /* one sentence */
    char *fix;        /* one sentence, or NULL */
} MbFinding;

void mb_finding_free(MbFinding *finding);
/* Findings are kept in a GPtrArray that frees them. */
GPtrArray *mb_findings_new(void);
/* Takes PLACE, TEXT and FIX. */
void mb_findings_add(GPtrArray *findings, const char *rule, MbSeverity severity, char *place, char *text, char *fix);

#endif
