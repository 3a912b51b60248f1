/* SPDX-License-Identifier: MIT */
/* The register of a meeting: everyone present, then the exceptions, each by part of a name and one key. */
#include "screens.h"

#include "minutebook/base/text.h"
#include "minutebook/clerk/quorum.h"
#include "minutebook/desk/sight.h"
#include "minutebook/model/name.h"
#include "minutebook/screens/list.h"

#include <string.h>

/* A row: a seat of the roll, or somebody else who came. */
typedef struct {
    const MbSeat *seat;       /* or NULL */
    const MbPerson *person;   /* or NULL: known by name only */
    const MbAttendance *line; /* or NULL: nothing is recorded */
    char *initials;
} Row;

typedef struct {
    char *meeting_id;
    char *item_id; /* at which it is now, or NULL */
    MbDossier *dossier;
    const MbMeeting *meeting;
    const MbBoard *board;
    const MbRules *rules;
    GArray *rows;   /* of Row */
    GString *typed; /* part of a name */
    MbList list;
} Register;

static void row_clear(gpointer row)
{
    g_free(((Row *)row)->initials);
}

static const MbAttendance *line_of(const Register *reg, const char *person)
{
    g_autoptr(GPtrArray) lines = mb_dossier_of(reg->dossier, &MB_ATTENDANCE, "meeting", reg->meeting_id);

    for (guint i = 0; i < lines->len; i++)
        if (g_strcmp0(((MbAttendance *)lines->pdata[i])->person, person) == 0)
            return lines->pdata[i];
    return NULL;
}

static char *initials_of(const MbSeat *seat, const MbPerson *person)
{
    if (seat && seat->initials)
        return g_strdup(seat->initials);
    return person->initials ? g_strdup(person->initials) : mb_name_initials(person->name);
}

static void add_seats(Register *reg)
{
    g_autoptr(GPtrArray) seats = mb_dossier_of(reg->dossier, &MB_SEAT, "board", reg->board->id);

    for (guint i = 0; i < seats->len; i++) {
        const MbSeat *seat = seats->pdata[i];
        Row row = {.seat = seat, .person = mb_dossier_find(reg->dossier, &MB_PERSON, seat->person)};

        if (!row.person || mb_seat_on(reg->dossier, reg->board->id, seat->person, reg->meeting->day) != seat)
            continue;
        row.line = line_of(reg, seat->person);
        row.initials = initials_of(seat, row.person);
        g_array_append_val(reg->rows, row);
    }
}

static gboolean is_listed(const Register *reg, const MbAttendance *line)
{
    for (guint i = 0; i < reg->rows->len; i++)
        if (g_array_index(reg->rows, Row, i).line == line)
            return TRUE;
    return FALSE;
}

static void add_others(Register *reg)
{
    g_autoptr(GPtrArray) lines = mb_dossier_of(reg->dossier, &MB_ATTENDANCE, "meeting", reg->meeting_id);

    for (guint i = 0; i < lines->len; i++) {
        const MbAttendance *line = lines->pdata[i];
        Row row = {.line = line, .person = mb_dossier_find(reg->dossier, &MB_PERSON, line->person)};

        if (is_listed(reg, line))
            continue;
        row.initials = row.person ? initials_of(NULL, row.person) : g_strdup(line->initials ? line->initials : "");
        g_array_append_val(reg->rows, row);
    }
}

static gboolean load(MbView *view, GError **error)
{
    Register *reg = view->data;
    MbDossier *dossier = mb_sight_meeting(mb_app_desk(view->app), reg->meeting_id, error);

    if (!dossier)
        return FALSE;
    mb_dossier_freeze(dossier);
    g_array_set_size(reg->rows, 0);
    mb_dossier_free(reg->dossier);
    reg->dossier = dossier;
    reg->meeting = mb_dossier_find(dossier, &MB_MEETING, reg->meeting_id);
    reg->board = mb_dossier_find(dossier, &MB_BOARD, reg->meeting->board);
    reg->rules = mb_desk_rules(mb_app_desk(view->app), reg->board, NULL);
    add_seats(reg);
    add_others(reg);
    mb_list_set_count(&reg->list, (int)reg->rows->len);
    return TRUE;
}

static void close_view(MbView *view)
{
    Register *reg = view->data;

    g_array_unref(reg->rows);
    mb_dossier_free(reg->dossier);
    g_string_free(reg->typed, TRUE);
    g_free(reg->meeting_id);
    g_free(reg->item_id);
    g_free(reg);
}

static gboolean open_view(MbView *view, const char *argument, GError **error)
{
    g_auto(GStrv) ids = g_strsplit(argument, " ", 2);
    Register *reg = g_new0(Register, 1);

    reg->meeting_id = g_strdup(ids[0]);
    reg->item_id = g_strdup(ids[1]);
    reg->rows = g_array_new(FALSE, FALSE, sizeof(Row));
    g_array_set_clear_func(reg->rows, row_clear);
    reg->typed = g_string_new(NULL);
    view->data = reg;
    if (load(view, error))
        return TRUE;
    close_view(view);
    return FALSE;
}

static void refresh(MbView *view, gboolean others)
{
    GError *error = NULL;

    (void)others;
    if (!load(view, &error))
        mb_app_fault(view->app, error);
}

/* --- part of a name --- */

static const char *name_of(const Row *row)
{
    return row->person ? row->person->name : row->line && row->line->name ? row->line->name : "";
}

/* How well a row fits what was typed: initials before surnames before first names before any part. 0: not. */
static int fits(const Row *row, const char *typed)
{
    g_autofree char *wanted = mb_text_fold(typed);
    g_autofree char *name = mb_text_fold(name_of(row));
    g_autofree char *initials = mb_text_fold(row->initials);
    const char *surname = strrchr(name, ' ');

    if (strcmp(initials, wanted) == 0)
        return 5;
    if (surname && g_str_has_prefix(surname + 1, wanted))
        return 4;
    if (g_str_has_prefix(initials, wanted))
        return 3;
    if (g_str_has_prefix(name, wanted))
        return 2;
    return strstr(name, wanted) ? 1 : 0;
}

/* Puts the focus on the row that fits best; among equals on the first. FALSE where none does. */
static gboolean focus_typed(Register *reg, const char *typed)
{
    int best = 0, at = -1;

    for (guint i = 0; i < reg->rows->len; i++) {
        int fit = fits(&g_array_index(reg->rows, Row, i), typed);

        if (fit > best) {
            best = fit;
            at = (int)i;
        }
    }
    if (at >= 0)
        reg->list.at = at;
    return at >= 0;
}

static void type(MbView *view, guint32 character)
{
    Register *reg = view->data;
    gsize before = reg->typed->len;

    g_string_append_unichar(reg->typed, character);
    if (!focus_typed(reg, reg->typed->str)) {
        mb_app_say(view->app, MB_LOOK_WARNING, "“%s” fits nobody on this register; F9 adds a guest.", reg->typed->str);
        g_string_truncate(reg->typed, before);
    }
}

/* --- deeds --- */

static const Row *row_at(const Register *reg)
{
    return reg->rows->len ? &g_array_index(reg->rows, Row, reg->list.at) : NULL;
}

static char *key_of_row(const Row *row)
{
    return row->person ? g_strconcat("@", row->person->id, NULL) : g_strdup(name_of(row));
}

static void done(Register *reg)
{
    g_string_truncate(reg->typed, 0);
}

static void set_status(MbView *view, const char *status, const char *option)
{
    Register *reg = view->data;
    const Row *row = row_at(reg);
    g_autofree char *meeting = g_strconcat("@", reg->meeting_id, NULL);
    g_autofree char *person = row ? key_of_row(row) : NULL;

    if (person)
        mb_app_do(view->app, "attendance set", meeting, person, status, option, NULL);
    done(reg);
}

static void present(MbView *view)
{
    set_status(view, "present", NULL);
}

static void apologies(MbView *view)
{
    set_status(view, "apologies", NULL);
}

static void absent(MbView *view)
{
    set_status(view, "absent", NULL);
}

static void remote(MbView *view)
{
    set_status(view, "present", "--remote");
}

static void come_or_go(MbView *view, const char *command)
{
    Register *reg = view->data;
    const Row *row = row_at(reg);
    g_autofree char *meeting = g_strconcat("@", reg->meeting_id, NULL);
    g_autofree char *item = reg->item_id ? g_strconcat("@", reg->item_id, NULL) : NULL;
    g_autofree char *person = row ? key_of_row(row) : NULL;

    if (person)
        mb_app_do(view->app, command, meeting, person, item ? "--item" : NULL, item, NULL);
    done(reg);
}

static void arrived(MbView *view)
{
    come_or_go(view, "attendance arrive");
}

static void left(MbView *view)
{
    come_or_go(view, "attendance leave");
}

static void everyone(MbView *view)
{
    Register *reg = view->data;
    g_autofree char *meeting = g_strconcat("@", reg->meeting_id, NULL);

    mb_app_do(view->app, "attendance all", meeting, NULL);
    done(reg);
}

static void send_deputy(MbView *view, const char *deputy)
{
    Register *reg = view->data;
    const Row *row = row_at(reg);
    g_autofree char *meeting = g_strconcat("@", reg->meeting_id, NULL);
    g_autofree char *person = row ? key_of_row(row) : NULL;

    if (person)
        mb_app_do(view->app, "attendance set", meeting, person, "represented", "--by", deputy, NULL);
    done(reg);
}

static void deputy_chosen(MbView *view, const MbChoice *choice, gpointer data)
{
    g_autofree char *deputy = choice->key ? g_strconcat("@", choice->key, NULL) : g_strdup(choice->text);

    (void)data;
    send_deputy(view, deputy);
}

/* The deputies listed for the seat first; anybody of the book; or a name. */
static void deputy(MbView *view)
{
    Register *reg = view->data;
    const Row *row = row_at(reg);
    g_autoptr(GPtrArray) listed =
        row && row->seat ? mb_dossier_of(reg->dossier, &MB_DEPUTY, "seat", row->seat->id) : g_ptr_array_new();
    GPtrArray *people = mb_dossier_all(reg->dossier, &MB_PERSON);
    GPtrArray *choices;

    if (!row)
        return;
    if (listed->len == 1) {
        const MbDeputy *only = listed->pdata[0];
        g_autofree char *key = only->person ? g_strconcat("@", only->person, NULL) : g_strdup(only->name);

        send_deputy(view, key);
        return;
    }
    choices = mb_choices_new();
    for (guint i = 0; i < listed->len; i++) {
        const MbDeputy *one = listed->pdata[i];
        const MbPerson *person = mb_dossier_find(reg->dossier, &MB_PERSON, one->person);

        mb_choices_add(choices, person ? person->name : one->name, "listed deputy", NULL, g_strdup(one->person));
    }
    for (guint i = 0; i < people->len; i++)
        mb_choices_add(choices, ((MbPerson *)people->pdata[i])->name, NULL, NULL,
                       g_strdup(((MbPerson *)people->pdata[i])->id));
    mb_app_choose(view, "Who came instead?", choices, TRUE, deputy_chosen, NULL);
}

static void guest_chosen(MbView *view, const MbChoice *choice, gpointer data)
{
    Register *reg = view->data;
    g_autofree char *meeting = g_strconcat("@", reg->meeting_id, NULL);
    g_autofree char *person = choice->key ? g_strconcat("@", choice->key, NULL) : g_strdup(choice->text);

    (void)data;
    mb_app_do(view->app, "attendance set", meeting, person, "present", choice->key ? NULL : "--guest", NULL);
}

static void guest(MbView *view)
{
    Register *reg = view->data;
    GPtrArray *people = mb_dossier_all(reg->dossier, &MB_PERSON);
    GPtrArray *choices = mb_choices_new();

    for (guint i = 0; i < people->len; i++)
        mb_choices_add(choices, ((MbPerson *)people->pdata[i])->name, NULL, NULL,
                       g_strdup(((MbPerson *)people->pdata[i])->id));
    mb_app_choose(view, "Who else is here? (a name, or ?1 for a stranger)", choices, TRUE, guest_chosen, NULL);
}

static void import_answered(MbView *view, const char *text, gpointer data)
{
    Register *reg = view->data;
    g_autofree char *meeting = g_strconcat("@", reg->meeting_id, NULL);

    (void)data;
    if (*text)
        mb_app_do(view->app, "attendance import", meeting, text, NULL);
}

static void import(MbView *view)
{
    mb_app_ask(view, "Participant report", NULL, "The file that Teams or Zoom gives (CSV); or paste its lines here.",
               import_answered, NULL);
}

static void undo(MbView *view)
{
    mb_app_do(view->app, "undo", NULL);
}

/* --- painting --- */

static char *status_of(const Register *reg, const Row *row, MbLook *look)
{
    const MbAttendance *line = row->line;
    g_autofree char *arrived_at = line ? mb_time_text(line->arrived) : g_strdup("");
    g_autofree char *left_at = line ? mb_time_text(line->left) : g_strdup("");
    const MbPerson *by = line ? mb_dossier_find(reg->dossier, &MB_PERSON, line->represented_by) : NULL;

    *look = MB_LOOK_QUIET;
    if (!line || line->status == MB_ATTENDANCE_UNKNOWN)
        return g_strdup("not marked");
    *look = line->status == MB_ATTENDANCE_APOLOGIES || line->status == MB_ATTENDANCE_ABSENT ? MB_LOOK_WARNING
                                                                                            : MB_LOOK_GOOD;
    if (line->status == MB_ATTENDANCE_REPRESENTED)
        return g_strdup_printf("deputy: %s", by                          ? by->name
                                             : line->represented_by_name ? line->represented_by_name
                                                                         : "?");
    return g_strdup_printf("%s%s%s%s%s%s", mb_attendance_words[line->status],
                           line->mode == MB_MODE_REMOTE ? ", remote" : "", *arrived_at ? ", in " : "", arrived_at,
                           *left_at ? ", out " : "", left_at);
}

static const char *sign_of(const Row *row)
{
    switch (row->line ? row->line->status : MB_ATTENDANCE_UNKNOWN) {
    case MB_ATTENDANCE_PRESENT:
        return row->line->mode == MB_MODE_REMOTE ? "◌" : "●";
    case MB_ATTENDANCE_IN_PART:
        return "◐";
    case MB_ATTENDANCE_REPRESENTED:
        return "D";
    case MB_ATTENDANCE_APOLOGIES:
        return "A";
    case MB_ATTENDANCE_ABSENT:
        return "-";
    default:
        return "?";
    }
}

static void paint_row(gpointer data, int index, MbGrid *grid, int at, int column, int columns, gboolean focus)
{
    const Register *reg = data;
    const Row *row = &g_array_index(reg->rows, Row, index);
    const char *post = row->seat ? mb_seat_post(reg->dossier, row->seat) : row->line ? row->line->post : NULL;
    const MbGroup *group = row->seat ? mb_seat_group(reg->dossier, row->seat) : NULL;
    g_autofree char *name = row->person ? mb_person_print(row->person) : g_strdup(name_of(row));
    MbLook look;
    g_autofree char *status = status_of(reg, row, &look);
    int name_width = MIN(26, columns / 3), status_width = MIN(34, columns / 3);

    if (focus)
        look = MB_LOOK_FOCUS;
    mb_grid_put(grid, at, column, 1, sign_of(row), look, MB_ATTRIBUTE_BOLD);
    mb_grid_put_fit(grid, at, column + 2, 4, row->initials, focus ? MB_LOOK_FOCUS : MB_LOOK_QUIET, 0);
    mb_grid_put_fit(grid, at, column + 7, name_width, name, focus ? MB_LOOK_FOCUS : MB_LOOK_TEXT, 0);
    mb_grid_put_fit(grid, at, column + 8 + name_width, status_width, status, look, 0);
    if (columns > name_width + status_width + 20) {
        g_autofree char *rest = g_strdup_printf("%s%s%s", post ? post : "", post && group ? " · " : "",
                                                group       ? group->name
                                                : row->seat ? ""
                                                            : "guest");

        mb_grid_put_fit(grid, at, column + 9 + name_width + status_width, columns - 9 - name_width - status_width, rest,
                        focus ? MB_LOOK_FOCUS : MB_LOOK_QUIET, 0);
    }
}

static void paint(MbView *view, MbGrid *grid, MbArea area, gboolean whole)
{
    Register *reg = view->data;
    MbTime now = reg->meeting->state == MB_STATE_LIVE ? mb_app_time(view->app, reg->board) : MB_NO_TIME;
    MbQuorum quorum = mb_quorum_at(reg->dossier, reg->rules, reg->meeting, now, reg->item_id);
    g_autofree char *needs = mb_quorum_words(reg->dossier, reg->rules, reg->board, reg->meeting->day);
    g_autofree char *state = !quorum.required ? g_strdup("")
                             : quorum.quorate
                                 ? g_strdup_printf("✓ quorate (%d here; needs %s)", quorum.here, needs)
                                 : g_strdup_printf("✗ NOT QUORATE: %s (needs %s)", quorum.shortfall, needs);
    g_autofree char *typed = g_strdup_printf("Name: %s", reg->typed->str);

    (void)whole;
    mb_grid_fill(grid, area, MB_LOOK_TEXT);
    mb_list_paint(&reg->list, grid, (MbArea){area.row + 2, area.column + 1, area.rows - 3, area.columns - 2}, paint_row,
                  reg);
    mb_grid_put_fit(grid, area.row, area.column + 1, 24, typed, MB_LOOK_TEXT, MB_ATTRIBUTE_BOLD);
    mb_grid_put_fit(grid, area.row, area.column + 26, area.columns - 28, state,
                    quorum.quorate ? MB_LOOK_GOOD : MB_LOOK_BAD, 0);
    mb_quorum_clear(&quorum);
}

static gboolean stroke(MbView *view, const MbStroke *stroke_)
{
    Register *reg = view->data;

    if (stroke_->kind == MB_STROKE_KEY && mb_stroke_types(stroke_) && !g_unichar_isdigit(stroke_->key)) {
        if (stroke_->key != ' ' || reg->typed->len)
            type(view, stroke_->key);
        return TRUE;
    }
    if (stroke_->kind == MB_STROKE_KEY && stroke_->key == MB_KEY_BACKSPACE) {
        done(reg);
        return TRUE;
    }
    if (mb_list_stroke(&reg->list, stroke_)) {
        done(reg);
        return TRUE;
    }
    return FALSE;
}

static char *headline(MbView *view, char **right)
{
    Register *reg = view->data;
    g_autofree char *day = mb_day_long(reg->meeting->day);
    int counts[8] = {0};

    for (guint i = 0; i < reg->rows->len; i++) {
        const MbAttendance *line = g_array_index(reg->rows, Row, i).line;

        counts[line ? line->status : MB_ATTENDANCE_UNKNOWN]++;
    }
    *right = g_strdup_printf("%d here, %d by deputy, %d apologies, %d absent, %d open",
                             counts[MB_ATTENDANCE_PRESENT] + counts[MB_ATTENDANCE_IN_PART],
                             counts[MB_ATTENDANCE_REPRESENTED], counts[MB_ATTENDANCE_APOLOGIES],
                             counts[MB_ATTENDANCE_ABSENT], counts[MB_ATTENDANCE_UNKNOWN]);
    return g_strdup_printf("Attendance, %s, %s", reg->board->short_name ? reg->board->short_name : reg->board->name,
                           day);
}

static const MbKeyRow rows[] = {
    {"F6", "All here", "Everyone present", "Everybody who is not marked yet is present; then mark the exceptions.",
     everyone, NULL},
    {"1", "here", "Present", "", present, NULL},
    {"2", "apologies", "Apologies", "", apologies, NULL},
    {"3", "absent", "Absent", "", absent, NULL},
    {"4", "remote", "Present, remotely", "", remote, NULL},
    {"5", "deputy", "Sent a deputy", "The deputy listed for the seat; where there are several it asks.", deputy, NULL},
    {"6", "in", "Arrived now", "Stamps the time and the item.", arrived, NULL},
    {"7", "out", "Left now", "Stamps the time and the item.", left, NULL},
    {"F9", "Guest", "Somebody else is here", "A guest or officer, or ?1 for a stranger who is named later.", guest,
     NULL},
    {"Ctrl-Z", NULL, "Undo", "Takes the last deed back.", undo, NULL},
    {"", NULL, "Take over a participant report", "The list that Teams or Zoom gives.", import, NULL},
    {.name = NULL},
};

const MbScreen mb_screen_attendance = {
    .name = "attendance",
    .title = "Attendance",
    .about =
        "The register. F6 marks everyone present; then each exception: type part of a name or the initials until the "
        "right line is in focus, and one digit says what is so: 1 present, 2 apologies, 3 absent, 4 remote, 5 sent a "
        "deputy, 6 arrived now, 7 left now. Escape goes back to the minutes.",
    .keys = rows,
    .open = open_view,
    .close = close_view,
    .stroke = stroke,
    .paint = paint,
    .refresh = refresh,
    .headline = headline,
};
