/* SPDX-License-Identifier: MIT */
/* What came of reading, in words. */
#include "understand.h"

#include "minutebook/base/text.h"

void mb_understood_clear(MbUnderstood *understood)
{
    g_clear_pointer(&understood->refs, g_ptr_array_unref);
    g_clear_pointer(&understood->quorum, g_free);
}

/* One and several of each kind; NULL: not told. */
static const char *const one[] = {
    [MB_READ_ACTION] = "action",
    [MB_READ_DECISION] = "decision",
    [MB_READ_APPROVAL] = "approval of minutes",
    [MB_READ_CORRECTION] = "correction",
    [MB_READ_UPDATE] = "update",
    [MB_READ_ARRIVAL] = "arrival",
    [MB_READ_DEPARTURE] = "departure",
    [MB_READ_APOLOGIES] = "apology",
    [MB_READ_DECLARATION] = "declaration",
    [MB_READ_CHAIR] = "change of chair",
    [MB_READ_ADJOURNED] = "adjournment",
    [MB_READ_RESUMED] = "resumption",
    [MB_READ_CLOSED] = "closing time",
    [MB_READ_NEXT_MEETING] = "next meeting",
    [MB_READ_SPEAKER] = NULL,
    [MB_READ_UNDERTAKING] = "action",
};
static const char *const several[] = {
    [MB_READ_ACTION] = "actions",
    [MB_READ_DECISION] = "decisions",
    [MB_READ_APPROVAL] = "approvals of minutes",
    [MB_READ_CORRECTION] = "corrections",
    [MB_READ_UPDATE] = "updates",
    [MB_READ_ARRIVAL] = "arrivals",
    [MB_READ_DEPARTURE] = "departures",
    [MB_READ_APOLOGIES] = "apologies",
    [MB_READ_DECLARATION] = "declarations",
    [MB_READ_CHAIR] = "changes of chair",
    [MB_READ_ADJOURNED] = "adjournments",
    [MB_READ_RESUMED] = "resumptions",
    [MB_READ_CLOSED] = "closing times",
    [MB_READ_NEXT_MEETING] = "next meetings",
    [MB_READ_SPEAKER] = NULL,
    [MB_READ_UNDERTAKING] = "actions",
};

static char *refs_of(const MbUnderstood *understood)
{
    GString *refs = g_string_new(" (");

    for (guint i = 0; understood->refs && i < understood->refs->len; i++)
        g_string_append_printf(refs, "%s%s", i ? ", " : "", (const char *)understood->refs->pdata[i]);
    return g_string_free(g_string_append_c(refs, ')'), FALSE);
}

/* "2 actions (112, 113), 1 decision". */
static void append_counts(GString *out, const int *counts, const char *refs, const char *lead)
{
    gboolean first = TRUE;

    for (int kind = 0; kind < MB_READINGS; kind++) {
        if (!counts[kind] || !one[kind])
            continue;
        g_string_append_printf(out, "%s%d %s%s", first ? lead : ", ", counts[kind],
                               counts[kind] == 1 ? one[kind] : several[kind],
                               kind == MB_READ_ACTION && refs ? refs : "");
        first = FALSE;
    }
}

char *mb_understood_words(const MbUnderstood *understood)
{
    GString *out = g_string_new(NULL);
    g_autofree char *refs = understood->refs ? refs_of(understood) : NULL;

    append_counts(out, understood->made, refs, "");
    append_counts(out, understood->followed, NULL, out->len ? "; changed: " : "changed: ");
    append_counts(out, understood->withdrawn, NULL, out->len ? "; withdrawn: " : "withdrawn: ");
    if (understood->offered)
        g_string_append_printf(out, "%s%d to look at", out->len ? "; " : "", understood->offered);
    return g_string_free(out, out->len == 0);
}
