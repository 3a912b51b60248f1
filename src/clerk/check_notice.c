/* SPDX-License-Identifier: MIT */
/* Notice of the meeting: given too late, due within days; a meeting on a bank holiday. The days are counted in
 * clerk/notice.h. */
#include "check_case.h"

#include "minutebook/base/holiday.h"
#include "minutebook/base/text.h"
#include "minutebook/clerk/notice.h"

enum { DAYS_OF_WARNING = 3 };

/* The day the agenda went out: as noted, else as first published; MB_NO_DAY where it is not known. */
static MbDay called_on(const MbCase *c)
{
    GPtrArray *all = mb_dossier_all(c->dossier, &MB_PUBLICATION);
    MbDay first = c->meeting->called_on;

    for (guint i = 0; c->meeting->called_on == MB_NO_DAY && i < all->len; i++) {
        const MbPublication *publication = all->pdata[i];
        if (g_strcmp0(publication->meeting, c->meeting->id) != 0 || publication->state != MB_PUBLISHED_AGENDA ||
            publication->on == MB_NO_DAY || !mb_text_same(publication->document, "agenda"))
            continue;
        if (first == MB_NO_DAY || publication->on < first)
            first = publication->on;
    }
    return first;
}

/* The last day on which the agenda may go out; FALSE where no rule is known or the meeting has no day. */
static gboolean deadline(const MbCase *c, MbNotice *notice, MbDay *last)
{
    if (c->meeting->day == MB_NO_DAY || !c->board || !mb_notice_for(c->board, c->rules, MB_NOTICE_AGENDA, notice))
        return FALSE;
    *last = mb_notice_issue_by(notice, c->meeting->day);
    return TRUE;
}

static gboolean not_called_yet(const MbCase *c)
{
    return c->meeting->state == MB_STATE_PLANNED && called_on(c) == MB_NO_DAY && c->today <= c->meeting->day;
}

/* A shorter notice for which the chair gave a reason is no fault. */
static void look_short_notice(MbCase *c)
{
    MbNotice notice;
    MbDay last;
    MbDay called = called_on(c);

    if (!deadline(c, &notice, &last) || !mb_text_empty(c->meeting->called_late_why))
        return;
    g_autofree char *rule = mb_notice_text(&notice);
    g_autofree char *by = mb_day_full(last);
    if (called != MB_NO_DAY && called > last) {
        g_autofree char *out = mb_day_full(called);
        mb_case_report(
            c, mb_case_place(c),
            g_strdup_printf("The agenda went out on %s; %s of notice asked for %s at the latest.", out, rule, by),
            g_strdup("Record the chair's reason for shorter notice, or hold the meeting later."));
    } else if (not_called_yet(c) && c->today > last)
        mb_case_report(c, mb_case_place(c),
                       g_strdup_printf("The agenda is not out, and the last day for %s of notice was %s.", rule, by),
                       g_strdup("Record the chair's reason for shorter notice, or hold the meeting later."));
}

static void look_notice_due(MbCase *c)
{
    MbNotice notice;
    MbDay last;

    if (!not_called_yet(c) || !deadline(c, &notice, &last) || c->today > last || last - c->today > DAYS_OF_WARNING)
        return;
    g_autofree char *rule = mb_notice_text(&notice);
    g_autofree char *by = mb_day_full(last);
    mb_case_report(c, mb_case_place(c), g_strdup_printf("The agenda must be out by %s to give %s of notice.", by, rule),
                   g_strdup("Call the meeting by that day."));
}

static void look_holiday(MbCase *c)
{
    const char *holiday = c->ahead && c->meeting->day != MB_NO_DAY ? mb_holiday_name(c->meeting->day) : NULL;
    g_autofree char *day = mb_day_full(c->meeting->day);

    if (holiday)
        mb_case_report(c, mb_case_place(c), g_strdup_printf("%s is a bank holiday: %s.", day, holiday),
                       g_strdup("Choose another day."));
}

const MbCheckRow mb_check_notice_rows[] = {
    {.rule = "short-notice", .severity = MB_SEVERITY_ERROR, .look = look_short_notice},
    {.rule = "notice-due", .severity = MB_SEVERITY_INFORMATION, .look = look_notice_due},
    {.rule = "meeting-on-holiday", .severity = MB_SEVERITY_WARNING, .look = look_holiday},
    {.rule = NULL},
};
