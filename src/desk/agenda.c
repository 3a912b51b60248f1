/* SPDX-License-Identifier: MIT */
/* The agenda: drafted from the forward plan and shown. Changing it by hand: agenda_edit.c, agenda_move.c,
 * agenda_defer.c and agenda_restrict.c. */
#include "agenda.h"

#include "commands.h"
#include "find.h"
#include "schedule.h"

#include "minutebook/base/text.h"
#include "minutebook/clerk/check.h"
#include "minutebook/clerk/draft.h"
#include "minutebook/clerk/number.h"
#include "minutebook/clerk/timing.h"
#include "minutebook/compose/paper.h"
#include "minutebook/store/dossier.h"

static const MbColumn agenda_columns[] = {
    {.key = "number", .heading = "No."},
    {.key = "starts", .heading = "Time"},
    {.key = "title", .heading = "Item", .flexible = TRUE},
    {.key = "presenter", .heading = "Presenter", .flexible = TRUE},
    {.key = "minutes", .heading = "Min", .right = TRUE},
    {.key = "paper", .heading = "Paper"},
    {.key = NULL},
};

static MbValue *copy_keys(const MbValue *map, const char *const *keys)
{
    MbValue *row = mb_value_new_map();

    for (guint i = 0; keys[i]; i++) {
        const MbValue *value = mb_value_get(map, keys[i]);

        if (mb_value_kind(value) == MB_VALUE_INT)
            mb_value_set_int(row, keys[i], mb_value_int(value));
        else
            mb_value_set_text(row, keys[i], mb_value_text(value));
    }
    return row;
}

/* An item as a line for people: what is withheld from the public is said in its title. */
static void add_rows(MbValue *rows, const MbValue *item)
{
    static const char *const keys[] = {"number", "starts", "title", "presenter", "minutes", "paper", NULL};
    const MbValue *restricted = mb_value_get(item, "restricted");
    const MbValue *parts = mb_value_get(item, "parts");
    MbValue *row = copy_keys(item, keys);

    if (mb_value_kind(restricted) == MB_VALUE_MAP) {
        const char *paragraph = mb_value_get_text(restricted, "paragraph");
        g_autofree char *title = g_strdup_printf("RESTRICTED%s%s: %s", paragraph ? " " : "", paragraph ? paragraph : "",
                                                 mb_value_get_text(item, "title"));

        mb_value_set_text(row, "title", title);
    }
    mb_value_add(rows, row);
    for (guint i = 0; i < mb_value_length(parts); i++)
        mb_value_add(rows, copy_keys(mb_value_at(parts, i), keys));
}

static void append_heading(MbDesk *desk, const MbMeeting *meeting, GString *out)
{
    const MbBoard *board = mb_find_board_of(desk, meeting);
    g_autofree char *day = mb_day_full(meeting->day);
    g_autofree char *starts = mb_time_text(meeting->starts);
    g_autofree char *ends = mb_time_text(meeting->ends);

    g_string_append_printf(out, "%s\n%s", board->name, day);
    if (*starts)
        g_string_append_printf(out, ", %s%s%s", starts, *ends ? "–" : "", ends);
    if (meeting->venue)
        g_string_append_printf(out, ", %s", meeting->venue);
    g_string_append_printf(out, " (%s)\n\n", mb_meeting_state_words[meeting->state]);
}

static void append_total(const MbDossier *dossier, const MbMeeting *meeting, GString *out)
{
    MbTiming timing = mb_timing_of(dossier, meeting);

    g_string_append_printf(out, "%d minutes planned", timing.planned);
    if (timing.available)
        g_string_append_printf(
            out, " of %d; %s %d", timing.available,
            timing.planned > timing.available ? "over by" : "free:", ABS(timing.available - timing.planned));
    if (timing.untimed)
        g_string_append_printf(out, "; %d item%s untimed", timing.untimed, timing.untimed == 1 ? "" : "s");
    g_string_append(out, ".");
}

/* Whether a forward plan covers the day of MEETING, or something is planned for it by hand. */
static gboolean has_plan(const MbDossier *dossier, const MbMeeting *meeting)
{
    g_autoptr(GPtrArray) plans = mb_dossier_of(dossier, &MB_PLAN, "board", meeting->board);

    for (guint i = 0; i < plans->len; i++) {
        const MbPlan *plan = plans->pdata[i];

        if (plan->since <= meeting->day && plan->until >= meeting->day)
            return TRUE;
    }
    return mb_dossier_first(dossier, &MB_ENTRY, "meeting", meeting->id) != NULL;
}

static void append_no_agenda(MbDesk *desk, const MbMeeting *meeting, GString *out)
{
    if (has_plan(mb_desk_dossier(desk), meeting))
        g_string_append(out, "No agenda yet: `minutebook agenda draft` makes one from the forward plan; where nothing "
                             "is due, `agenda add` puts items on it.\n");
    else
        g_string_append_printf(out, "%s has no forward plan for that time: load one, or use `agenda add`.\n",
                               mb_find_board_name(mb_find_board_of(desk, meeting)));
}

/* The agenda as columns under its heading; without items a sentence on how they come. */
static void show_agenda(MbDesk *desk, const MbMeeting *meeting, MbAnswer *answer)
{
    const MbValue *items = mb_value_get(answer->value, "items");
    GString *title = g_string_new(NULL);
    GString *total = g_string_new(NULL);

    append_heading(desk, meeting, title);
    if (!mb_value_length(items)) {
        append_no_agenda(desk, meeting, title);
        answer->text = g_string_free(title, FALSE);
        answer->raw = TRUE;
        g_string_free(total, TRUE);
        return;
    }
    answer->shown = mb_value_new_list();
    for (guint i = 0; i < mb_value_length(items); i++)
        add_rows(answer->shown, mb_value_at(items, i));
    append_total(mb_desk_dossier(desk), meeting, total);
    answer->columns = agenda_columns;
    answer->title = g_string_free(title, FALSE);
    answer->note = g_string_free(total, FALSE);
}

/* What surrounds MEETING lies on the desk. */
static void answer_agenda(MbDesk *desk, const MbMeeting *meeting, MbAnswer *answer)
{
    const MbBoard *board = mb_find_board_of(desk, meeting);
    g_autoptr(GError) no_rules = NULL;
    MbCheck check = {.dossier = mb_desk_dossier(desk), .meeting = meeting, .today = mb_desk_today(desk, board)};

    check.rules = mb_desk_rules(desk, board, &no_rules);
    if (!answer->findings)
        answer->findings = mb_findings_new();
    mb_check_draft(&check, answer->findings);
    answer->value = mb_paper_agenda(mb_desk_dossier(desk), meeting, answer->findings);
    show_agenda(desk, meeting, answer);
}

gboolean mb_agenda_answer(MbDesk *desk, const MbMeeting *meeting, MbAnswer *answer, GError **error)
{
    if (!mb_deed_surroundings(desk, meeting, error))
        return FALSE;
    answer_agenda(desk, meeting, answer);
    return TRUE;
}

static gboolean agenda_show(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    MbMeeting *meeting = mb_deed_meeting(desk, arguments, error);

    return meeting && mb_agenda_answer(desk, meeting, answer, error);
}

static const MbArgument show_arguments[] = {MB_MEETING_ARGUMENT, MB_BOARD_OPTION, {.name = NULL}};
const MbCommand mb_command_agenda_show = {.name = "agenda show",
                                          .help = "the agenda, numbered and timed, with its faults named",
                                          .example = "next --board CSP",
                                          .arguments = show_arguments,
                                          .need = MB_NEED_BOOK,
                                          .run = agenda_show};

/* The latest meeting held before MEETING: what it did not reach is carried to the next. */
static const MbMeeting *last_held(const MbDossier *dossier, const MbMeeting *meeting)
{
    g_autoptr(GPtrArray) meetings = mb_dossier_of(dossier, &MB_MEETING, "board", meeting->board);
    const MbMeeting *last = NULL;

    for (guint i = 0; i < meetings->len; i++) {
        const MbMeeting *other = meetings->pdata[i];

        if (other->day < meeting->day && other->state >= MB_STATE_LIVE && other->state != MB_STATE_CANCELLED &&
            (!last || other->day > last->day))
            last = other;
    }
    return last;
}

static gboolean delete_children(MbDesk *desk, const MbNoun *noun, const char *item, GError **error)
{
    g_autoptr(GPtrArray) children = mb_dossier_of(mb_desk_dossier(desk), noun, "item", item);

    for (guint i = 0; i < children->len; i++) {
        if (!mb_deed_delete(desk, children->pdata[i], error))
            return FALSE;
        mb_record_free(mb_dossier_steal(mb_desk_dossier(desk), children->pdata[i]));
    }
    return TRUE;
}

gboolean mb_agenda_delete_item(MbDesk *desk, MbItem *item, GError **error)
{
    static const MbNoun *const nouns[] = {&MB_PRESENTER, &MB_RECOMMENDATION, &MB_RESTRICTION};

    for (gsize i = 0; i < G_N_ELEMENTS(nouns); i++)
        if (!delete_children(desk, nouns[i], item->id, error))
            return FALSE;
    if (!mb_deed_delete(desk, item, error))
        return FALSE;
    mb_record_free(mb_dossier_steal(mb_desk_dossier(desk), item));
    return TRUE;
}

/* Deletes what a new draft gave up: items with all that hangs on them, and whatever else is named. */
static gboolean delete_gone(MbDesk *desk, GPtrArray *gone, GError **error)
{
    g_autoptr(GPtrArray) items = g_ptr_array_new();

    for (guint i = 0; i < gone->len; i++) {
        MbRecord *record = gone->pdata[i];

        if (record->noun == &MB_ITEM) {
            g_ptr_array_add(items, record);
            continue;
        }
        if (!mb_deed_delete(desk, record, error))
            return FALSE;
        mb_record_free(mb_dossier_steal(mb_desk_dossier(desk), record));
    }
    for (guint i = 0; i < items->len; i++)
        if (!mb_agenda_delete_item(desk, items->pdata[i], error))
            return FALSE;
    return TRUE;
}

static gboolean draft(MbDesk *desk, const MbMeeting *meeting, GError **error)
{
    MbDossier *dossier = mb_desk_dossier(desk);
    g_autoptr(GPtrArray) changed = g_ptr_array_new();
    g_autoptr(GPtrArray) gone = g_ptr_array_new();
    g_autoptr(GError) no_rules = NULL;
    const MbRules *rules = mb_desk_rules(desk, mb_find_board_of(desk, meeting), &no_rules);
    const MbMeeting *last;

    if (!mb_deed_surroundings(desk, meeting, error) || !mb_schedule_entries(desk, meeting->board, meeting->day, error))
        return FALSE;
    last = last_held(dossier, meeting);
    if (last && !mb_store_dossier_meeting(mb_desk_book(desk), dossier, last->id, error))
        return FALSE;
    if (!mb_deed_approvals(desk, meeting, error))
        return FALSE;
    mb_draft_agenda(dossier, rules, meeting, changed, gone);
    return mb_deed_save_all(desk, changed, NULL, error) && delete_gone(desk, gone, error);
}

static gboolean agenda_draft(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    MbMeeting *meeting = mb_deed_meeting(desk, arguments, error);
    g_autofree char *summary = NULL;
    g_autofree char *name = meeting ? mb_find_meeting_name(desk, meeting) : NULL;

    if (!meeting)
        return FALSE;
    if (meeting->state >= MB_STATE_LIVE)
        return mb_deed_refuse(error, "%s is %s; its agenda is not drafted again.", name,
                              mb_meeting_state_words[meeting->state]);
    if (!draft(desk, meeting, error))
        return FALSE;
    summary = g_strdup_printf("%s: agenda drafted from the forward plan.", name);
    mb_book_summary(mb_desk_book(desk), summary);
    answer_agenda(desk, meeting, answer);
    return TRUE;
}

static const MbArgument draft_arguments[] = {MB_MEETING_ARGUMENT, MB_BOARD_OPTION, {.name = NULL}};
const MbCommand mb_command_agenda_draft = {
    .name = "agenda draft",
    .help = "drafts the agenda from the forward plan; again: updates it and keeps what was changed by hand",
    .example = "next --board CSP",
    .arguments = draft_arguments,
    .need = MB_NEED_DEED,
    .run = agenda_draft};
