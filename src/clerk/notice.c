/* SPDX-License-Identifier: MIT */
#include "minutebook/clerk/notice.h"

#include "minutebook/base/holiday.h"

#define SATURDAY 6
#define SUNDAY   7

static gboolean notice_of_board(const MbBoard *board, MbNoticeOf of, MbNotice *notice)
{
    notice->count = of == MB_NOTICE_AGENDA ? board->agenda_notice : board->papers_notice;
    notice->kind = of == MB_NOTICE_AGENDA ? board->agenda_notice_kind : board->papers_notice_kind;
    notice->source = NULL;
    return notice->count >= 0 && notice->kind != MB_NOTICE_NONE;
}

static gboolean notice_of_rules(const MbRules *rules, MbNoticeOf of, MbNotice *notice)
{
    notice->count = of == MB_NOTICE_AGENDA ? rules->agenda_notice : rules->papers_notice;
    notice->kind = of == MB_NOTICE_AGENDA ? rules->agenda_notice_kind : rules->papers_notice_kind;
    notice->source = of == MB_NOTICE_AGENDA ? rules->agenda_notice_source : rules->papers_notice_source;
    return notice->count >= 0 && notice->kind != MB_NOTICE_NONE;
}

gboolean mb_notice_for(const MbBoard *board, const MbRules *rules, MbNoticeOf of, MbNotice *notice)
{
    *notice = (MbNotice){
        .every_day = rules && rules->every_day,
        .saturdays = board->saturdays || (rules && rules->saturdays),
        .easter_break = rules && rules->easter_break,
        .christmas_break = rules && rules->christmas_break,
    };
    return notice_of_board(board, of, notice) || (rules && notice_of_rules(rules, of, notice));
}

static gboolean in_easter_break(MbDay day)
{
    int year;
    MbDay easter;

    mb_day_split(day, &year, NULL, NULL);
    easter = mb_holiday_easter(year);
    return day >= easter - 3 && day <= easter + 2; /* Maundy Thursday to Easter Tuesday */
}

static gboolean in_christmas_break(MbDay day)
{
    int month, dom;

    mb_day_split(day, NULL, &month, &dom);
    return (month == 12 && dom >= 24) || (month == 1 && dom == 1);
}

/* Why DAY does not count; NULL where it does. */
static const char *skip_clear_day(const MbNotice *notice, MbDay day)
{
    const char *holiday = mb_holiday_name(day);

    if (notice->every_day)
        return NULL;
    if (holiday)
        return holiday;
    if (mb_day_weekday(day) == SUNDAY)
        return "Sunday";
    if (notice->easter_break && in_easter_break(day))
        return "Easter break";
    if (notice->christmas_break && in_christmas_break(day))
        return "Christmas break";
    return mb_day_weekday(day) == SATURDAY && !notice->saturdays ? "Saturday" : NULL;
}

static const char *skip_working_day(MbDay day)
{
    const char *holiday = mb_holiday_name(day);

    if (holiday)
        return holiday;
    return mb_day_weekday(day) == SUNDAY ? "Sunday" : mb_day_weekday(day) == SATURDAY ? "Saturday" : NULL;
}

static const char *skip(const MbNotice *notice, MbDay day)
{
    switch ((MbNoticeKind)notice->kind) {
    case MB_NOTICE_CLEAR_DAYS:
        return skip_clear_day(notice, day);
    case MB_NOTICE_WORKING_DAYS:
        return skip_working_day(day);
    case MB_NOTICE_DAYS:
    case MB_NOTICE_NONE:
        break;
    }
    return NULL;
}

/* So many days have to be counted before the day of issue: of clear days all, and then comes a further day; of others
 * the day of issue is itself the last one. */
static gboolean is_issue(const MbNotice *notice, int counted)
{
    return counted > notice->count || (notice->kind != MB_NOTICE_CLEAR_DAYS && counted == notice->count);
}

GArray *mb_notice_ladder(const MbNotice *notice, MbDay meeting)
{
    GArray *ladder = g_array_new(FALSE, FALSE, sizeof(MbRung));
    int counted = 0;
    MbRung rung = {.day = meeting, .why = "day of the meeting"};

    if (meeting == MB_NO_DAY)
        return ladder;
    g_array_append_val(ladder, rung);
    while (!is_issue(notice, counted) && rung.day > 1) {
        rung = (MbRung){.day = rung.day - 1, .why = skip(notice, rung.day - 1)};
        if (!rung.why)
            rung.counted = ++counted;
        if (is_issue(notice, counted))
            rung = (MbRung){.day = rung.day, .counted = counted > notice->count ? 0 : counted, .why = "day of issue"};
        g_array_append_val(ladder, rung);
    }
    return ladder;
}

MbDay mb_notice_issue_by(const MbNotice *notice, MbDay meeting)
{
    g_autoptr(GArray) ladder = mb_notice_ladder(notice, meeting);

    return ladder->len ? g_array_index(ladder, MbRung, ladder->len - 1).day : MB_NO_DAY;
}

int mb_notice_given(const MbNotice *notice, MbDay issued, MbDay meeting)
{
    MbDay first = notice->kind == MB_NOTICE_CLEAR_DAYS ? issued + 1 : issued;
    int given = 0;

    if (issued == MB_NO_DAY || meeting == MB_NO_DAY)
        return 0;
    for (MbDay day = first; day < meeting; day++)
        given += skip(notice, day) == NULL;
    return given;
}

char *mb_notice_text(const MbNotice *notice)
{
    static const char *const one[] = {"", "clear day", "working day", "day"};

    return g_strdup_printf("%d %s", notice->count,
                           notice->count == 1 ? one[notice->kind] : mb_notice_words[notice->kind]);
}
