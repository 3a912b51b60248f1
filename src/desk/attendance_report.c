/* SPDX-License-Identifier: MIT */
/* The tables of a report: found by their heads, the most telling one read. */
#include "attendance_report.h"

#include "minutebook/base/error.h"
#include "minutebook/base/text.h"

#include <string.h>

typedef enum { NAME, EMAIL, JOINED, LEFT, FIRST, LAST, ACTION, STAMP, WAITING, COLUMNS } Column;

/* What the columns are called, folded. First and last alone do not tell of the time out between them. */
static const struct {
    Column column;
    const char *head;
} heads[] = {
    {NAME, "name"},
    {NAME, "full name"},
    {NAME, "name (original name)"},
    {NAME, "participant"},
    {NAME, "participant name"},
    {NAME, "user name"},
    {NAME, "display name"},
    {NAME, "attendee"},
    {EMAIL, "email"},
    {EMAIL, "e-mail"},
    {EMAIL, "user email"},
    {EMAIL, "email address"},
    {EMAIL, "participant id (upn)"},
    {JOINED, "join time"},
    {JOINED, "joined"},
    {JOINED, "join"},
    {JOINED, "arrived"},
    {JOINED, "from"},
    {LEFT, "leave time"},
    {LEFT, "left"},
    {LEFT, "leave"},
    {LEFT, "to"},
    {FIRST, "first join"},
    {FIRST, "first join time"},
    {LAST, "last leave"},
    {LAST, "last leave time"},
    {ACTION, "user action"},
    {ACTION, "action"},
    {STAMP, "timestamp"},
    {WAITING, "in waiting room"},
    {WAITING, "waiting room"},
};

/* The index of each column in a table's rows; -1 where it has none. */
typedef struct {
    int at[COLUMNS];
} Head;

static Head head_of(char *const *cells)
{
    Head head;

    for (int i = 0; i < COLUMNS; i++)
        head.at[i] = -1;
    for (int c = 0; cells[c]; c++)
        for (gsize i = 0; i < G_N_ELEMENTS(heads); i++)
            if (head.at[heads[i].column] < 0 && mb_text_same(cells[c], heads[i].head))
                head.at[heads[i].column] = c;
    return head;
}

/* How much a table with that head tells: 0, it is none; 1, who; 2, from when to when; 3, each stay. */
static int telling(const Head *head)
{
    if (head->at[NAME] < 0)
        return 0;
    if (head->at[JOINED] >= 0 || (head->at[ACTION] >= 0 && head->at[STAMP] >= 0))
        return 3;
    if (head->at[FIRST] >= 0)
        return 2;
    return head->at[EMAIL] >= 0 ? 1 : 0;
}

/* What is being read. */
typedef struct {
    const char *zone;
    MbDay day;
    MbReport *report;
    int tells; /* how much the joins in it told */
} Reading;

static void join_free(gpointer data)
{
    MbJoin *join = data;

    g_free(join->name);
    g_free(join->email);
    g_free(join);
}

static MbJoin *add_join(Reading *reading, const char *name, const char *email)
{
    MbJoin *join = g_new0(MbJoin, 1);

    join->name = g_strdup(name);
    join->email = mb_text_empty(email) ? NULL : g_strdup(email);
    join->joined = MB_NO_TIME;
    join->left = MB_NO_TIME;
    g_ptr_array_add(reading->report->joins, join);
    return join;
}

/* The cell of COLUMN; "" where the table or the row has none. */
static const char *cell(char *const *row, const Head *head, Column column)
{
    int index = head->at[column];

    return index >= 0 && index < (int)g_strv_length((char **)row) ? row[index] : "";
}

static MbTime time_in(Reading *reading, const char *words)
{
    return mb_report_time(words, reading->zone, reading->day, &reading->report->other_day, NULL);
}

/* --- rows --- */

/* The stay of NAME that has no end yet. */
static MbJoin *open_join(const Reading *reading, const char *name)
{
    for (guint i = reading->report->joins->len; i-- > 0;) {
        MbJoin *join = reading->report->joins->pdata[i];

        if (mb_text_same(join->name, name))
            return join->left == MB_NO_TIME ? join : NULL;
    }
    return NULL;
}

/* "Joined", "Joined before", "Left"; the lobby is not the meeting. */
static void read_action(Reading *reading, const char *name, const char *email, const char *action, MbTime time)
{
    MbJoin *open = open_join(reading, name);

    if (mb_text_contains(action, "lobby") || mb_text_contains(action, "waiting"))
        return;
    if (mb_text_contains(action, "left") && open)
        open->left = time;
    else if (mb_text_contains(action, "join") && !open)
        add_join(reading, name, email)->joined = time;
}

static void read_row(Reading *reading, const Head *head, char *const *row)
{
    const char *name = cell(row, head, NAME);
    const char *email = cell(row, head, EMAIL);
    MbJoin *join;

    if (!*name || mb_text_same(cell(row, head, WAITING), "yes"))
        return;
    if (head->at[ACTION] >= 0) {
        read_action(reading, name, email, cell(row, head, ACTION), time_in(reading, cell(row, head, STAMP)));
        return;
    }
    join = add_join(reading, name, email);
    join->joined = time_in(reading, cell(row, head, head->at[JOINED] >= 0 ? JOINED : FIRST));
    join->left = time_in(reading, cell(row, head, head->at[JOINED] >= 0 ? LEFT : LAST));
}

/* A table ends with an empty line. */
static gboolean is_empty(char *const *row)
{
    while (*row && !**row)
        row++;
    return !*row;
}

static guint read_table(Reading *reading, const GPtrArray *rows, guint at, const Head *head)
{
    while (at < rows->len && !is_empty(rows->pdata[at])) {
        read_row(reading, head, rows->pdata[at]);
        at++;
    }
    return at;
}

/* Reads the table that tells most; among equals all of them. */
static void read_tables(Reading *reading, const GPtrArray *rows)
{
    for (guint i = 0; i < rows->len; i++) {
        Head head = head_of(rows->pdata[i]);
        int tells = telling(&head);

        if (tells == 0 || tells < reading->tells)
            continue;
        if (tells > reading->tells && i + 1 < rows->len && !is_empty(rows->pdata[i + 1]))
            g_ptr_array_set_size(reading->report->joins, 0);
        reading->tells = tells;
        i = read_table(reading, rows, i + 1, &head);
    }
}

/* --- lines without a head --- */

static char *email_in(const char *line)
{
    g_autoptr(GRegex) regex = g_regex_new("[^\\s,;<>()]+@[^\\s,;<>()]+\\.[a-z]+", G_REGEX_CASELESS, 0, NULL);
    g_autoptr(GMatchInfo) match = NULL;

    return g_regex_match(regex, line, 0, &match) ? g_match_info_fetch(match, 0) : NULL;
}

/* Where a date begins; -1: none. */
static int date_at(const char *line)
{
    g_autoptr(GRegex) regex = g_regex_new("\\b\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}\\b", 0, 0, NULL);
    g_autoptr(GMatchInfo) match = NULL;
    int start = -1;

    if (g_regex_match(regex, line, 0, &match))
        g_match_info_fetch_pos(match, 0, &start, NULL);
    return start;
}

/* What stands before the first date, time, tab or address, without what joins it to that. */
static char *name_before(const char *line, int end, const char *email)
{
    const char *address = email ? strstr(line, email) : NULL;
    const char *tab = strchr(line, '\t');
    int date = date_at(line);
    char *name;

    if (date >= 0 && date < end)
        end = date;
    if (address && address - line < end)
        end = (int)(address - line);
    if (tab && tab - line < end)
        end = (int)(tab - line);
    name = g_strstrip(g_strndup(line, (gsize)end));
    while (*name && strchr(",;:-(<", name[strlen(name) - 1])) {
        name[strlen(name) - 1] = '\0';
        g_strchomp(name);
    }
    return name;
}

static void read_line(Reading *reading, const char *line)
{
    int start = (int)strlen(line);
    MbTime joined = mb_report_time(line, reading->zone, reading->day, &reading->report->other_day, &start);
    g_autofree char *email = email_in(line);
    g_autofree char *name = name_before(line, start, email);
    const char *rest = line + start;
    MbJoin *join;

    if (!*name)
        return;
    join = add_join(reading, name, email);
    join->joined = joined;
    while (g_ascii_isdigit(*rest) || *rest == ':')
        rest++;
    if (joined != MB_NO_TIME)
        join->left = time_in(reading, rest);
}

static void read_lines(Reading *reading, const char *text)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);

    for (guint i = 0; lines[i]; i++)
        read_line(reading, lines[i]);
}

/* --- the whole --- */

/* A spreadsheet or picture has bytes that no report has. */
static gboolean is_text(const char *text)
{
    for (const char *c = text; *c; c++)
        if (g_ascii_iscntrl(*c) && *c != '\n' && *c != '\t')
            return FALSE;
    return TRUE;
}

static void read_any(Reading *reading, const char *text)
{
    static const char separators[] = "\t,;";

    for (gsize i = 0; separators[i] && reading->tells == 0; i++) {
        g_autoptr(GPtrArray) rows = mb_report_rows(text, separators[i]);

        read_tables(reading, rows);
    }
    if (reading->tells == 0)
        read_lines(reading, text);
}

MbReport *mb_report_read(const char *file, const char *bytes, gsize length, const char *zone, MbDay day, GError **error)
{
    g_autoptr(MbReport) report = g_new0(MbReport, 1);
    g_autofree char *text = mb_report_text(bytes, length);
    Reading reading = {.zone = zone, .day = day, .report = report};

    report->joins = g_ptr_array_new_with_free_func(join_free);
    if (is_text(text))
        read_any(&reading, text);
    if (report->joins->len)
        return g_steal_pointer(&report);
    g_set_error(
        error, MB_ERROR, MB_ERROR_INPUT,
        is_text(text)
            ? "%s: nobody is named in it; expected the participant report of an online meeting, or a name a line."
            : "%s: this is no text; save the participant report as CSV, or paste its lines.",
        file);
    return NULL;
}

void mb_report_free(MbReport *report)
{
    if (!report)
        return;
    g_ptr_array_unref(report->joins);
    g_free(report->other_day);
    g_free(report);
}
