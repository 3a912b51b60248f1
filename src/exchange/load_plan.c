/* SPDX-License-Identifier: MIT */
/* A year's forward plan: its days and its meetings. Its lines are load_lines.c, what was moved load_moves.c. */
#include "loading.h"

#include "minutebook/base/text.h"
#include "minutebook/model/by_hand.h"
#include "minutebook/model/recur_days.h"

#include <stdlib.h>
#include <string.h>

static const char *const plan_keys[] = {"board",   "year",     "starts",  "meetings", "notice",
                                        "opening", "business", "closing", "moves",    NULL};
static const char *const meeting_keys[] = {"date", "rule", "time", "venue", "chair", NULL};

/* Reads "2025/26" (also 2025-26 and 2025/2026), where DOUBLE_YEAR is set, or "2025"; the first year, or 0. */
static int year_parse(const char *text, gboolean *double_year)
{
    gsize length = strspn(text, "0123456789");
    const char *rest = text + length;
    int first = length == 4 ? atoi(text) : 0;
    gsize digits = *rest ? strspn(rest + 1, "0123456789") : 0;

    *double_year = *rest == '/' || *rest == '-';
    if (!first || (!*double_year && *rest))
        return 0;
    if (!*double_year)
        return first;
    if (rest[1 + digits] || (digits == 2 && atoi(rest + 1) != (first + 1) % 100) ||
        (digits == 4 && atoi(rest + 1) != first + 1) || (digits != 2 && digits != 4))
        return 0;
    return first;
}

static MbPlan *plan_of_year(MbLoading *loading, const MbBoard *board, const char *year)
{
    g_autoptr(GPtrArray) plans = mb_loading_of(loading, &MB_PLAN, "board", board->id);

    for (guint i = 0; i < plans->len; i++) {
        MbPlan *plan = plans->pdata[i];
        if (g_strcmp0(plan->year, year) == 0)
            return mb_loading_edit(loading, plan);
    }
    MbPlan *made = mb_loading_new(loading, &MB_PLAN);
    mb_set(&made->board, board->id);
    mb_set(&made->year, year);
    return made;
}

/* The month in which the year starts: as said, else the rule set's, else as the book has it, else April, or January
 * where the year is one calendar year. */
static int first_month(MbLoading *loading, const MbBoard *board, const MbPlan *plan, const MbFields *fields,
                       gboolean double_year)
{
    const MbRules *rules = mb_loading_rules(loading, board);
    int month = 0;

    mb_day_split(plan->since, NULL, &month, NULL);
    if (!month)
        month = !double_year ? 1 : rules && rules->year_starts ? rules->year_starts : 4;
    mb_fields_set_month(fields, "starts", &month);
    return month;
}

static MbPlan *load_year(MbLoading *loading, const MbBoard *board, const MbFields *fields)
{
    g_autofree char *year = mb_fields_text(fields, "year");
    gboolean double_year = FALSE;
    int first = year ? year_parse(year, &double_year) : 0;

    if (year && !first) {
        g_autofree char *shown = mb_fields_shown(year);
        mb_faults_add(loading->faults, mb_value_place(mb_fields_get(fields, "year")),
                      "%s is no year: expected one such as 2025/26 or 2025", shown);
    }
    if (!first) { /* the rest is read for its faults; nothing of it will be kept */
        MbPlan *none = mb_loading_new(loading, &MB_PLAN);
        mb_set(&none->board, board->id);
        return none;
    }
    MbPlan *plan = plan_of_year(loading, board, year);
    int month = first_month(loading, board, plan, fields, double_year);
    plan->since = mb_day_from(first, month, 1);
    plan->until = mb_day_add_months(plan->since, 12) - 1;
    return plan;
}

static void check_in_year(MbLoading *loading, const MbBoard *board, const MbPlan *plan, MbDay day)
{
    if (plan->since == MB_NO_DAY || (day >= plan->since && day <= plan->until))
        return;
    g_autofree char *on = mb_day_long(day);
    g_autofree char *since = mb_day_long(plan->since);
    g_autofree char *until = mb_day_long(plan->until);
    mb_loading_find(loading, "plan-date-outside-year", MB_SEVERITY_WARNING,
                    g_strdup_printf("%s, plan %s", mb_loading_board_name(board), plan->year),
                    g_strdup_printf("The meeting on %s is not in the plan's year, %s to %s.", on, since, until),
                    g_strdup("Correct the date, or put the meeting into the plan of its year."));
}

/* The meeting that the book has on DAY; with several that day the one at START. */
static MbMeeting *meeting_known(MbLoading *loading, const MbBoard *board, MbDay day, MbTime start)
{
    g_autoptr(GPtrArray) all = mb_loading_of(loading, &MB_MEETING, "board", board->id);
    MbMeeting *only = NULL;
    guint count = 0;

    for (guint i = 0; i < all->len; i++) {
        MbMeeting *meeting = all->pdata[i];
        if (meeting->planned_day == day && day != MB_NO_DAY)
            return meeting; /* moved since */
        if (meeting->day != day)
            continue;
        if (start == MB_NO_TIME || meeting->starts == MB_NO_TIME || meeting->starts == start)
            return meeting;
        only = meeting;
        count++;
    }
    return count == 1 && !mb_loading_seen(loading, only) ? only : NULL;
}

/* Once a meeting is under way or over, its own record says where and when it was: the plan fills in what is missing. */
static gboolean plan_rules(const MbMeeting *meeting)
{
    return meeting->state == MB_STATE_PLANNED || meeting->state == MB_STATE_CALLED;
}

/* What the plan says of a meeting, or of all that a rule gives: read once, so that a fault is told once. */
typedef struct {
    MbTime starts;
    MbTime ends;
    gboolean has_venue;
    gboolean has_chair;
    char *venue;
    char *chair;
    char *chair_words;
} Given;

static void given_read(MbLoading *loading, const MbBoard *board, const MbFields *fields, Given *given)
{
    *given = (Given){.starts = MB_NO_TIME,
                     .ends = MB_NO_TIME,
                     .has_venue = mb_value_find(fields->map, "venue", NULL),
                     .has_chair = mb_value_find(fields->map, "chair", NULL)};
    mb_fields_set_range(fields, "time", &given->starts, &given->ends);
    mb_fields_set(fields, "venue", &given->venue);
    mb_loading_set_name(loading, board->id, fields, "chair", &given->chair, &given->chair_words);
}

static void given_clear(Given *given)
{
    g_free(given->venue);
    g_free(given->chair);
    g_free(given->chair_words);
}

static void load_meeting_facts(MbMeeting *meeting, const Given *given)
{
    gboolean all = plan_rules(meeting);

    if (meeting->state == MB_STATE_APPROVED || meeting->state == MB_STATE_SIGNED)
        return; /* nothing of it changes any more */
    if (given->starts != MB_NO_TIME && !mb_by_hand(meeting->by_hand, "time") &&
        (all || meeting->starts == MB_NO_TIME)) {
        meeting->starts = given->starts;
        meeting->ends = given->ends;
    }
    if (given->has_venue && !mb_by_hand(meeting->by_hand, "venue") && (all || !meeting->venue))
        mb_set(&meeting->venue, given->venue);
    if (given->has_chair && !mb_by_hand(meeting->by_hand, "chair") &&
        (all || (!meeting->chair && !meeting->chair_words))) {
        mb_set(&meeting->chair, given->chair);
        mb_set(&meeting->chair_words, given->chair_words);
    }
}

static void load_meeting_on(MbLoading *loading, const MbBoard *board, const MbPlan *plan, const MbFields *fields,
                            MbDay day, const Given *given)
{
    MbMeeting *meeting = meeting_known(loading, board, day, given->starts);
    if (meeting && mb_loading_seen(loading, meeting)) {
        g_autofree char *iso = mb_day_iso(day);
        mb_faults_add(loading->faults, mb_value_place(fields->map),
                      "the meeting on %s stands here twice: expected another date, or another time", iso);
        return;
    }
    meeting = meeting ? mb_loading_edit(loading, meeting) : mb_loading_new(loading, &MB_MEETING);
    mb_loading_see(loading, meeting);
    mb_set(&meeting->board, board->id);
    if (meeting->planned_day != day)
        meeting->day = day;
    load_meeting_facts(meeting, given);
    check_in_year(loading, board, plan, day);
}

static void note_holiday(MbLoading *loading, const MbBoard *board, const MbPlan *plan, const char *rule, MbDay day)
{
    MbDay from = mb_recur_moved_from(rule, day);

    if (from == MB_NO_DAY)
        return;
    g_autofree char *was = mb_day_full(from);
    g_autofree char *is = mb_day_long(day);
    mb_loading_find(
        loading, "meeting-on-holiday", MB_SEVERITY_INFORMATION,
        g_strdup_printf("%s, plan %s", mb_loading_board_name(board), plan->year),
        g_strdup_printf("By the rule a meeting falls on %s, a bank holiday; it was put a week later, on %s.", was, is),
        NULL);
}

static void load_rule(MbLoading *loading, const MbBoard *board, MbPlan *plan, const MbFields *fields,
                      const Given *given)
{
    g_autofree char *rule = mb_fields_text(fields, "rule");
    const char *expected = NULL;
    gboolean known = plan->since != MB_NO_DAY; /* else the rule is only read, by some year */
    MbDay since = known ? plan->since : mb_day_from(2025, 4, 1);
    g_autoptr(GArray) days =
        rule ? mb_recur_days(rule, since, known ? plan->until : mb_day_add_months(since, 12) - 1, &expected) : NULL;

    if (rule && !days) {
        g_autofree char *shown = mb_fields_shown(rule);
        mb_faults_add(loading->faults, mb_value_place(mb_fields_get(fields, "rule")),
                      "%s is no rule for dates: expected %s", shown, expected);
    }
    if (!days || !known)
        return;
    mb_set(&plan->meeting_rule, rule);
    for (guint i = 0; i < days->len; i++) {
        load_meeting_on(loading, board, plan, fields, g_array_index(days, MbDay, i), given);
        note_holiday(loading, board, plan, rule, g_array_index(days, MbDay, i));
    }
}

static void load_planned_meeting(MbLoading *loading, const MbBoard *board, MbPlan *plan, const MbValue *value)
{
    MbFields fields;
    MbDay day = MB_NO_DAY;
    Given given;

    if (!mb_fields_open(&fields, loading->faults, value, "a meeting of the plan",
                        "{date: 2025-09-27, time: \"10:00-13:00\"}", meeting_keys))
        return;
    given_read(loading, board, &fields, &given);
    if (mb_fields_has(&fields, "rule"))
        load_rule(loading, board, plan, &fields, &given);
    else if (mb_fields_need(&fields, "date", "a meeting of the plan"))
        mb_fields_set_day(&fields, "date", &day);
    if (day != MB_NO_DAY)
        load_meeting_on(loading, board, plan, &fields, day, &given);
    given_clear(&given);
}

static void load_meetings(MbLoading *loading, const MbBoard *board, MbPlan *plan, const MbFields *fields)
{
    const MbValue *meetings = mb_fields_get(fields, "meetings");

    if (mb_value_kind(meetings) == MB_VALUE_MAP) {
        load_planned_meeting(loading, board, plan, meetings);
        return;
    }
    meetings = mb_fields_list(fields, "meetings", "- {date: 2025-09-27, time: \"10:00-13:00\"}");
    for (guint i = 0; i < mb_value_length(meetings); i++)
        load_planned_meeting(loading, board, plan, mb_value_at(meetings, i));
}

void mb_load_plan(MbLoading *loading, const MbValue *document)
{
    MbFields fields;

    if (!mb_fields_open(&fields, loading->faults, document, "a forward plan", "board:, year:, meetings:", plan_keys) ||
        !mb_fields_need(&fields, "board", "a forward plan"))
        return;
    MbBoard *board = mb_loading_board_at(loading, &fields, "board");
    MbPlan *plan = board ? load_year(loading, board, &fields) : NULL;
    if (!plan)
        return;
    mb_loading_edit(loading, board);
    mb_load_notice(board, &fields);
    load_meetings(loading, board, plan, &fields);
    mb_load_lines(loading, board, plan, &fields);
    if (plan->since != MB_NO_DAY || mb_value_kind(mb_fields_get(&fields, "meetings")) ==
                                        MB_VALUE_LIST) /* else what a move names may be right in the year meant */
        mb_load_moves(loading, board, plan, &fields);
}
