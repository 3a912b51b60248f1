/* SPDX-License-Identifier: MIT */
/* The lines of a forward plan: what comes to which meetings. The file has the whole of a line, so that a key taken out
 * of it is taken out of the line. */
#include "loading.h"

#include "minutebook/base/text.h"
#include "minutebook/model/name.h"

#include <string.h>

static const char *const line_keys[] = {
    "title",           "lead",       "presenter", "every",  "at",   "from", "until",     "purpose",
    "minutes",         "paper",      "priority",  "status", "note", "text", "statutory", "matters_arising",
    "recommendations", "restricted", "parts",     NULL,
};
static const char *const part_keys[] = {
    "title",           "lead",       "presenter", "every",  "at",   "from", "until",     "purpose",
    "minutes",         "paper",      "priority",  "status", "note", "text", "statutory", "matters_arising",
    "recommendations", "restricted", "letter",    NULL,
};

/* Where the lines that are being read belong. */
typedef struct {
    const MbBoard *board;
    const MbPlan *plan;
    const MbLine *parent;
    int section;
    GPtrArray *strangers; /* leads who are not on the roll, each once */
} Place;

static MbLine *line_known(MbLoading *loading, const Place *place, const char *title)
{
    g_autoptr(GPtrArray) lines = mb_loading_of(loading, &MB_LINE, "plan", place->plan->id);

    for (guint i = 0; i < lines->len; i++) {
        MbLine *line = lines->pdata[i];
        if (line->section == place->section && g_strcmp0(line->parent, place->parent ? place->parent->id : NULL) == 0 &&
            mb_text_same(line->title, title) && !mb_loading_seen(loading, line))
            return line;
    }
    return NULL;
}

/* Everything but what the line belongs to becomes absent. */
static void line_clear(MbLine *line)
{
    for (const MbField *f = MB_LINE.fields; f->name; f++)
        if (f->kind != MB_FIELD_REF)
            mb_field_set_text(f, line, NULL);
}

static MbLine *line_open(MbLoading *loading, const Place *place, const char *title, int position)
{
    MbLine *line = line_known(loading, place, title);

    line = line ? mb_loading_edit(loading, line) : mb_loading_new(loading, &MB_LINE);
    mb_loading_see(loading, line);
    line_clear(line);
    mb_set(&line->plan, place->plan->id);
    mb_set(&line->parent, place->parent ? place->parent->id : NULL);
    line->section = place->section;
    line->position = position;
    mb_set(&line->title, title);
    return line;
}

static void add_month(MbLoading *loading, const MbValue *value, gboolean months[13], gboolean only)
{
    const char *text = mb_value_text(value);
    int month = text ? mb_month_from_name(text) : 0;
    g_autofree char *shown = mb_fields_shown(text);

    if (month)
        months[month] = TRUE;
    else
        mb_faults_add(loading->faults, mb_value_place(value), "%s is no %s: expected %s", shown,
                      only ? "recurrence" : "month",
                      only ? "meeting, second meeting, quarter, a month or a list of months" : "one such as September");
}

static void set_months(MbLine *line, const gboolean months[13])
{
    g_autoptr(GString) out = g_string_new(NULL);

    for (int month = 1; month <= 12; month++)
        if (months[month])
            g_string_append_printf(out, "%s%d", out->len ? " " : "", month);
    if (!out->len)
        return;
    mb_set(&line->months, out->str);
    line->every = MB_EVERY_MONTHS;
}

static void load_every(MbLoading *loading, MbLine *line, const MbFields *fields)
{
    static const struct {
        const char *word;
        MbEvery every;
    } words[] = {
        {"meeting", MB_EVERY_MEETING}, {"second meeting", MB_EVERY_SECOND_MEETING}, {"quarter", MB_EVERY_QUARTER}};
    const MbValue *value = mb_fields_get(fields, "every");
    gboolean months[13] = {FALSE};

    if (!mb_fields_has(fields, "every"))
        return;
    for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
        if (mb_value_text(value) && mb_text_same(mb_value_text(value), words[i].word)) {
            line->every = words[i].every;
            return;
        }
    if (mb_value_kind(value) == MB_VALUE_LIST)
        for (guint i = 0; i < mb_value_length(value); i++)
            add_month(loading, mb_value_at(value, i), months, FALSE);
    else
        add_month(loading, value, months, TRUE);
    set_months(line, months);
}

static void check_meets(MbLoading *loading, const Place *place, const MbLine *line, MbDay day)
{
    if (mb_loading_meeting(loading, place->board->id, day, MB_NO_TIME))
        return;
    g_autofree char *on = mb_day_long(day);
    mb_loading_find(
        loading, "plan-at-no-meeting", MB_SEVERITY_WARNING,
        g_strdup_printf("%s, plan %s, %s", mb_loading_board_name(place->board), place->plan->year, line->title),
        g_strdup_printf("The item is planned for %s, when the board has no meeting.", on),
        g_strdup("Correct the date to that of a meeting."));
}

/* A date, or the words for a meeting without one. What looks like a date must be one. */
static void load_when(MbLoading *loading, const Place *place, const MbLine *line, const MbValue *value, GPtrArray *want)
{
    g_autofree char *text = mb_fields_line(loading->faults, value, "2025-12-06");
    MbDay day = mb_day_parse_iso(text);

    if (text && day == MB_NO_DAY && strlen(text) == 10 && text[4] == '-' && text[7] == '-')
        mb_faults_add(loading->faults, mb_value_place(value), "%s is no date: expected YYYY-MM-DD", text);
    if (!text)
        return;
    MbLineWhen *when = mb_record_new(&MB_LINE_WHEN);
    mb_set(&when->line, line->id);
    when->day = day;
    mb_set(&when->words, day == MB_NO_DAY ? text : NULL);
    g_ptr_array_add(want, when);
    if (day != MB_NO_DAY)
        check_meets(loading, place, line, day);
}

static void load_at(MbLoading *loading, const Place *place, const MbLine *line, const MbFields *fields)
{
    g_autoptr(GPtrArray) texts = mb_fields_texts(fields, "at", "[2025-12-06]");
    GPtrArray *want = g_ptr_array_new();

    for (guint i = 0; texts && i < texts->len; i++)
        load_when(loading, place, line, texts->pdata[i], want);
    mb_loading_replace(loading, &MB_LINE_WHEN, "line", line->id, want);
}

static gboolean same(gconstpointer a, gconstpointer b)
{
    return mb_text_same(a, b);
}

/* A lead who is neither on the roll nor a post or office there is told of, all of a plan at once. */
static void check_lead(MbLoading *loading, const Place *place, const MbLineLead *lead, const char *name)
{
    if ((lead->person && mb_seat_on(loading->dossier, place->board->id, lead->person, MB_NO_DAY)) ||
        mb_loading_is_role(loading, name))
        return;
    if (!g_ptr_array_find_with_equal_func(place->strangers, name, same, NULL))
        g_ptr_array_add(place->strangers, g_strdup(name));
}

static void load_lead(MbLoading *loading, const Place *place, const MbLine *line, const MbValue *value, GPtrArray *want)
{
    MbLineLead *lead = mb_record_new(&MB_LINE_LEAD);
    g_autofree char *name = mb_fields_line(loading->faults, value, "First Last");

    mb_set(&lead->line, line->id);
    mb_loading_name(loading, place->board->id, value, &lead->person, &lead->name);
    g_ptr_array_add(want, lead);
    if (name)
        check_lead(loading, place, lead, name);
}

static void load_leads(MbLoading *loading, const Place *place, const MbLine *line, const MbFields *fields)
{
    g_autoptr(GPtrArray) leads = mb_fields_texts(fields, "lead", "[First Last]");
    g_autoptr(GPtrArray) presenters = mb_fields_texts(fields, "presenter", "[First Last]");
    GPtrArray *want = g_ptr_array_new();

    for (guint i = 0; leads && i < leads->len; i++)
        load_lead(loading, place, line, leads->pdata[i], want);
    for (guint i = 0; presenters && i < presenters->len; i++)
        load_lead(loading, place, line, presenters->pdata[i], want);
    mb_loading_replace(loading, &MB_LINE_LEAD, "line", line->id, want);
}

static void load_recommendations(MbLoading *loading, const MbLine *line, const MbFields *fields)
{
    g_autoptr(GPtrArray) texts = mb_fields_texts(fields, "recommendations", "[to note the report]");
    GPtrArray *want = g_ptr_array_new();

    for (guint i = 0; texts && i < texts->len; i++) {
        MbLineRecommendation *recommendation = mb_record_new(&MB_LINE_RECOMMENDATION);
        mb_set(&recommendation->line, line->id);
        mb_set_take(&recommendation->text, mb_fields_line(loading->faults, texts->pdata[i], "to note the report"));
        g_ptr_array_add(want, recommendation);
    }
    mb_loading_replace(loading, &MB_LINE_RECOMMENDATION, "line", line->id, want);
}

static void load_restriction(MbLoading *loading, const MbBoard *board, MbLine *line, const MbFields *fields)
{
    static const char *const known[] = {"paragraph", "public_title", "reason", NULL};
    MbFields restriction;

    if (!mb_fields_has(fields, "restricted") ||
        !mb_fields_open(&restriction, loading->faults, mb_fields_get(fields, "restricted"), "a restriction",
                        "{paragraph: 1, public_title: same}", known))
        return;
    line->restricted = TRUE;
    mb_loading_check_paragraph(loading, board, &restriction, "paragraph");
    mb_fields_set(&restriction, "paragraph", &line->paragraph);
    mb_fields_set(&restriction, "public_title", &line->public_title);
    mb_fields_set(&restriction, "reason", &line->reason);
}

static void load_facts(MbLoading *loading, const Place *place, MbLine *line, const MbFields *fields)
{
    mb_fields_set_day(fields, "from", &line->since);
    mb_fields_set_day(fields, "until", &line->until);
    mb_fields_order_days(fields, "until", line->since, line->until);
    mb_fields_set_word(fields, "purpose", mb_purpose_words, "purpose", &line->purpose);
    mb_fields_set_int(fields, "minutes", &line->minutes);
    mb_fields_set_word(fields, "paper", mb_paper_state_words, "state of a paper", &line->paper);
    mb_fields_set(fields, "priority", &line->priority);
    mb_fields_set(fields, "status", &line->status);
    mb_fields_set(fields, "note", &line->note);
    mb_fields_set(fields, "text", &line->standing_text);
    mb_fields_set_bool(fields, "statutory", &line->statutory);
    mb_fields_set_bool(fields, "matters_arising", &line->matters_arising);
    load_restriction(loading, place->board, line, fields);
}

/* The nth part's letter: a to z, then aa. */
static char *letter_of(int position)
{
    return position < 26 ? g_strdup_printf("%c", 'a' + position)
                         : g_strdup_printf("%c%c", 'a' + (position / 26 - 1) % 26, 'a' + position % 26);
}

static void load_list(MbLoading *loading, const Place *place, const MbFields *fields, const char *key);

static void load_line(MbLoading *loading, const Place *place, const MbValue *value, int position)
{
    const char *what = place->parent ? "a part of a plan item" : "a plan item";
    MbFields fields;

    if (!mb_fields_open(&fields, loading->faults, value, what, "{title: Hate crime, lead: First Last, every: meeting}",
                        place->parent ? part_keys : line_keys) ||
        !mb_fields_need(&fields, "title", what))
        return;
    g_autofree char *title = mb_fields_text(&fields, "title");
    if (!title)
        return;
    MbLine *line = line_open(loading, place, title, position);
    load_facts(loading, place, line, &fields);
    load_every(loading, line, &fields);
    load_at(loading, place, line, &fields);
    if (!place->parent && place->section != MB_SECTION_BUSINESS && !mb_fields_has(&fields, "every") &&
        !mb_fields_has(&fields, "at"))
        line->every = MB_EVERY_MEETING;
    if (place->parent) {
        mb_set_take(&line->letter, letter_of(position));
        mb_fields_set(&fields, "letter", &line->letter);
    }
    load_leads(loading, place, line, &fields);
    load_recommendations(loading, line, &fields);
    Place under = {.board = place->board,
                   .plan = place->plan,
                   .parent = line,
                   .section = place->section,
                   .strangers = place->strangers};
    if (!place->parent)
        load_list(loading, &under, &fields, "parts");
}

static void load_list(MbLoading *loading, const Place *place, const MbFields *fields, const char *key)
{
    const MbValue *list = mb_fields_list(fields, key, "- {title: Hate crime, lead: First Last}");

    for (guint i = 0; i < mb_value_length(list); i++)
        load_line(loading, place, mb_value_at(list, i), (int)i);
}

static void note_strangers(MbLoading *loading, const MbBoard *board, const MbPlan *plan, const GPtrArray *strangers)
{
    g_autofree char *names = mb_loading_list(strangers);
    g_autofree char *text = strangers->len == 1
                                ? g_strdup_printf("The lead %s is not on the roll.", names)
                                : g_strdup_printf("%u leads are not on the roll: %s.", strangers->len, names);

    if (strangers->len)
        mb_loading_find(loading, "lead-not-on-roll", MB_SEVERITY_WARNING,
                        g_strdup_printf("%s, plan %s", mb_loading_board_name(board), plan->year),
                        g_steal_pointer(&text),
                        g_strdup("Leave a team or a guest as it is; correct the name where a member is meant."));
}

/* A line that the file has no more is kept, since what it made may have been lived with; that it is there is told. */
static void note_unnamed(MbLoading *loading, const MbBoard *board, const MbPlan *plan)
{
    g_autoptr(GPtrArray) lines = mb_loading_of(loading, &MB_LINE, "plan", plan->id);
    g_autoptr(GPtrArray) titles = g_ptr_array_new();

    for (guint i = 0; i < lines->len; i++)
        if (!mb_loading_seen(loading, lines->pdata[i]))
            g_ptr_array_add(titles, ((MbLine *)lines->pdata[i])->title);
    if (!titles->len)
        return;
    g_autofree char *names = mb_loading_list(titles);
    g_autofree char *text =
        titles->len == 1
            ? g_strdup_printf("The book's plan has the item %s, which the file does not name; it was kept.", names)
            : g_strdup_printf("The book's plan has %u items that the file does not name, which were kept: %s.",
                              titles->len, names);
    mb_loading_find(loading, "plan-line-not-in-file", MB_SEVERITY_INFORMATION,
                    g_strdup_printf("%s, plan %s", mb_loading_board_name(board), plan->year), g_steal_pointer(&text),
                    g_strdup("Drop them from the meetings to which they shall not come."));
}

void mb_load_lines(MbLoading *loading, const MbBoard *board, const MbPlan *plan, const MbFields *fields)
{
    g_autoptr(GPtrArray) strangers = g_ptr_array_new_with_free_func(g_free);

    for (int section = MB_SECTION_OPENING; section <= MB_SECTION_CLOSING; section++) {
        Place place = {.board = board, .plan = plan, .section = section, .strangers = strangers};
        load_list(loading, &place, fields, mb_section_words[section]);
    }
    note_strangers(loading, board, plan, strangers);
    note_unnamed(loading, board, plan);
}
