/* SPDX-License-Identifier: MIT */
/* Minutes allotted: items without any, more than there is time for, totals that do not add up. The sums are
 * clerk/timing.h. */
#include "check_case.h"

#include "minutebook/base/text.h"
#include "minutebook/clerk/timing.h"

#include <stdlib.h>

/* Once the meeting is held nobody can allot time any more. */
static void look_untimed(MbCase *c)
{
    for (guint i = 0; c->ahead && i < c->items->len; i++) {
        const MbItem *item = c->items->pdata[i];
        g_autofree char *name = mb_case_item_name(item);
        if (mb_timing_untimed(c->dossier, item))
            mb_case_report(c, mb_case_item_place(c, item), g_strdup_printf("%s has no minutes allotted.", name),
                           g_strdup("Ask the presenter how long it needs, and allot it."));
    }
}

static void look_over_time(MbCase *c)
{
    MbTiming timing = mb_timing_of(c->dossier, c->meeting);
    g_autofree char *over = NULL;

    if (timing.available <= 0 || timing.planned <= timing.available)
        return;
    over = mb_case_count(timing.planned - timing.available, "minute");
    mb_case_report(c, mb_case_place(c),
                   g_strdup_printf("The items come to %d minutes and the meeting has %d: %s too many.", timing.planned,
                                   timing.available, over),
                   c->ahead ? g_strdup_printf("Shorten items or move them to another meeting, by %s in all.", over)
                            : NULL);
}

static int nested_minutes(const MbCase *c, const MbItem *item)
{
    int sum = 0;

    for (guint i = 0; i < c->items->len; i++) {
        const MbItem *nested = c->items->pdata[i];
        if (g_strcmp0(nested->parent, item->id) == 0 && nested->minutes > 0)
            sum += nested->minutes;
    }
    return sum;
}

static void compare_nested(MbCase *c, const MbItem *item)
{
    int sum = nested_minutes(c, item);
    g_autofree char *name = mb_case_item_name(item);

    if (item->minutes <= 0 || sum <= item->minutes)
        return;
    mb_case_report(c, mb_case_item_place(c, item),
                   g_strdup_printf("%s is allotted %d minutes, and what is nested in it %d.", name, item->minutes, sum),
                   g_strdup_printf("Allot %d minutes, or shorten its parts.", sum));
}

/* A total printed on the agenda itself: "TOTAL TIME: 174 MINUTES". 0 where TEXT prints none. */
static int printed_total(const char *text)
{
    g_autoptr(GRegex) pattern =
        g_regex_new("\\btotal(?: time)?[: ]+(\\d{1,4}) ?min", G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
    g_autoptr(GMatchInfo) match = NULL;
    g_autofree char *digits = NULL;

    if (!text || !g_regex_match(pattern, text, 0, &match))
        return 0;
    digits = g_match_info_fetch(match, 1);
    return atoi(digits);
}

static void compare_printed(MbCase *c, const MbItem *item, const char *text, int planned)
{
    int printed = text && mb_text_contains(text, "total") ? printed_total(text) : 0;

    if (printed == 0 || printed == planned)
        return;
    mb_case_report(c, mb_case_item_place(c, item),
                   g_strdup_printf("The agenda prints a total of %d minutes; its items come to %d.", printed, planned),
                   g_strdup_printf("Print %d, or allot what is missing.", planned));
}

static void look_total_time(MbCase *c)
{
    MbTiming timing = mb_timing_of(c->dossier, c->meeting);

    for (guint i = 0; i < c->items->len; i++) {
        const MbItem *item = c->items->pdata[i];
        compare_nested(c, item);
        compare_printed(c, item, item->title, timing.planned);
        compare_printed(c, item, item->standing_text, timing.planned);
    }
}

/* A meeting may run past midnight: what lies more than half a day after its beginning lies before it. */
static void look_closed_before_start(MbCase *c)
{
    enum { HALF_A_DAY = 12 * 60 };
    const MbMeeting *meeting = c->meeting;
    g_autofree char *starts = mb_time_text(meeting->starts);
    g_autofree char *closed = mb_time_text(meeting->closed);

    if (meeting->starts == MB_NO_TIME || meeting->closed == MB_NO_TIME ||
        mb_time_span(meeting->starts, meeting->closed) <= HALF_A_DAY)
        return;
    mb_case_report(c, mb_case_place(c),
                   g_strdup_printf("The meeting closed at %s, before it began at %s.", closed, starts),
                   g_strdup("Correct the time at which it closed, or at which it began."));
}

const MbCheckRow mb_check_time_rows[] = {
    {.rule = "over-time", .severity = MB_SEVERITY_ERROR, .look = look_over_time},
    {.rule = "closed-before-start", .severity = MB_SEVERITY_ERROR, .look = look_closed_before_start},
    {.rule = "total-time", .severity = MB_SEVERITY_ERROR, .look = look_total_time},
    {.rule = "untimed-item", .severity = MB_SEVERITY_WARNING, .look = look_untimed},
    {.rule = NULL},
};
