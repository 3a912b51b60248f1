/* SPDX-License-Identifier: MIT */
/* Runs one program in a terminal and obeys commands: a JSON object a line on standard input, {"do": NAME, …}; the
   answer is a JSON object a line on standard output, with "fault" where it could not be done. Bytes travel in base64,
   times are milliseconds. terminal.py says what each command is for. When standard input ends, so does the program. */
#include "drive.h"

#include <errno.h>
#include <jansson.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define MS 1000

typedef json_t *(*Obey)(Drive *drive, json_t *order);

static double ms(gint64 microseconds)
{
    return microseconds < 0 ? -1 : (double)microseconds / MS;
}

static gint64 time_of(json_t *order, const char *name, double otherwise)
{
    json_t *value = json_object_get(order, name);

    return (gint64)((json_is_number(value) ? json_number_value(value) : otherwise) * MS);
}

static int number_of(json_t *order, const char *name, int otherwise)
{
    json_t *value = json_object_get(order, name);

    return json_is_integer(value) ? (int)json_integer_value(value) : otherwise;
}

static gboolean is_true(json_t *order, const char *name, gboolean otherwise)
{
    json_t *value = json_object_get(order, name);

    return json_is_boolean(value) ? json_is_true(value) : otherwise;
}

static json_t *fault(const char *sentence)
{
    return json_pack("{s:s}", "fault", sentence);
}

static json_t *base64(const void *bytes, gsize length)
{
    g_autofree char *text = length > 0 ? g_base64_encode(bytes, length) : g_strdup("");

    return json_string(text);
}

static json_t *text_of(const char *text)
{
    g_autofree char *valid = g_utf8_make_valid(text, -1);

    return json_string(valid);
}

/* --- start ----------------------------------------------------------------------------------------------------------
 */

static char **strings_of(json_t *list)
{
    GPtrArray *strings = g_ptr_array_new();
    size_t at;
    json_t *value;

    json_array_foreach(list, at, value) g_ptr_array_add(strings, g_strdup(json_string_value(value)));
    g_ptr_array_add(strings, NULL);
    return (char **)g_ptr_array_free(strings, FALSE);
}

static json_t *obey_start(Drive *drive, json_t *order)
{
    g_auto(GStrv) argv = strings_of(json_object_get(order, "argv"));
    g_auto(GStrv) env = strings_of(json_object_get(order, "env"));
    const int rows = number_of(order, "rows", 24), columns = number_of(order, "columns", 80);

    if (drive->screen != NULL || argv[0] == NULL)
        return fault("start needs argv, once");
    drive->screen = screen_new(rows, columns, is_true(order, "utf8", TRUE));
    if (!child_start(&drive->child, argv, env, json_string_value(json_object_get(order, "folder")), rows, columns))
        return fault(g_strerror(errno));
    return json_pack("{s:i}", "pid", (int)drive->child.pid);
}

/* Waits for the first whole screen: TEXT seen, then quiet for GAP. */
static json_t *obey_first(Drive *drive, json_t *order)
{
    const char *text = json_string_value(json_object_get(order, "text"));
    const gint64 end = child_now() + time_of(order, "within", 10000);

    while (child_now() < end && (drive->bytes == 0 || (text != NULL && !screen_shows(drive->screen, text))))
        if (drive_step(drive, 50 * MS, -1) == 0 && drive->child.ended)
            break;
    drive_quiet(drive, time_of(order, "gap", 50), MAX(end - child_now(), 0));
    if (drive->bytes == 0)
        return fault("nothing was shown");
    return json_pack("{s:f,s:f,s:I}", "first", ms(drive->first_output - drive->child.started), "last",
                     ms(drive->last_output - drive->child.started), "bytes", (json_int_t)drive->bytes);
}

/* --- what the hand does ---------------------------------------------------------------------------------------------
 */

static json_t *obey_send(Drive *drive, json_t *order)
{
    gsize length;
    g_autofree guchar *bytes = g_base64_decode(json_string_value(json_object_get(order, "bytes")), &length);

    if (!drive_send(drive, (const char *)bytes, length))
        return fault("the program takes no input");
    return json_object();
}

static json_t *obey_resize(Drive *drive, json_t *order)
{
    const int rows = number_of(order, "rows", 24), columns = number_of(order, "columns", 80);

    drive_drain(drive);
    screen_resize(drive->screen, rows, columns);
    return child_resize(&drive->child, rows, columns) ? json_object() : fault("there is no terminal to resize");
}

static json_t *obey_signal(Drive *drive, json_t *order)
{
    return child_signal(&drive->child, number_of(order, "number", 0)) ? json_object() : fault(g_strerror(errno));
}

static json_t *obey_hang_up(Drive *drive, json_t *order)
{
    drive_drain(drive);
    child_hang_up(&drive->child, is_true(order, "signalled", TRUE));
    return json_object();
}

static json_t *obey_resume(Drive *drive, G_GNUC_UNUSED json_t *order)
{
    child_resume(&drive->child);
    return json_object();
}

/* --- waiting --------------------------------------------------------------------------------------------------------
 */

static json_t *waited(gboolean done, gint64 since)
{
    return json_pack("{s:b,s:f}", "done", done, "ms", ms(child_now() - since));
}

static json_t *obey_wait(Drive *drive, json_t *order)
{
    const char *text = json_string_value(json_object_get(order, "text"));
    const gboolean gone = is_true(order, "gone", FALSE);
    const gint64 start = child_now(), end = start + time_of(order, "within", 5000);

    drive_drain(drive);
    while (screen_shows(drive->screen, text) == gone) {
        if (child_now() >= end)
            return waited(FALSE, start);
        if (drive_step(drive, end - child_now(), -1) > 0)
            continue;
        if (drive->child.ended) {
            drive_drain(drive);
            return waited(screen_shows(drive->screen, text) != gone, start);
        }
    }
    return waited(TRUE, start);
}

static json_t *obey_quiet(Drive *drive, json_t *order)
{
    const gint64 start = child_now();

    return waited(drive_quiet(drive, time_of(order, "gap", 50), time_of(order, "within", 5000)), start);
}

/* Listens for a while, whatever comes: the pace of a hand. */
static json_t *obey_pump(Drive *drive, json_t *order)
{
    const gint64 end = child_now() + time_of(order, "ms", 0);

    while (child_now() < end)
        drive_step(drive, MAX(end - child_now(), 0), -1);
    drive_drain(drive);
    return json_object();
}

static json_t *obey_exit(Drive *drive, json_t *order)
{
    const gint64 end = child_now() + time_of(order, "within", 5000);
    const Child *child = &drive->child;

    while (!child->ended && child_now() < end)
        drive_step(drive, end - child_now(), -1);
    drive_drain(drive);
    if (!child->ended)
        return json_pack("{s:b}", "done", 0);
    return json_pack("{s:b,s:i,s:i,s:f,s:f,s:f}", "done", 1, "code",
                     WIFEXITED(child->status) ? WEXITSTATUS(child->status) : -1, "signal",
                     WIFSIGNALED(child->status) ? WTERMSIG(child->status) : 0, "ms", ms(child->ended_at - child->asked),
                     "cpu", ms(MAX(child_cpu(child) - child->asked_cpu, 0)), "peak", (double)child->usage.ru_maxrss);
}

static json_t *obey_stopped(Drive *drive, json_t *order)
{
    const gint64 start = child_now(), end = start + time_of(order, "within", 5000);

    while (!drive->child.stopped && !drive->child.ended && child_now() < end)
        drive_step(drive, end - child_now(), -1);
    drive_drain(drive);
    return waited(drive->child.stopped, start);
}

/* --- what is seen ---------------------------------------------------------------------------------------------------
 */

static json_t *set_modes(const Screen *screen)
{
    json_t *list = json_array();

    for (int mode = 0; mode < SCREEN_MODES; mode++)
        if (screen->modes[mode])
            json_array_append_new(list, json_integer(mode));
    return list;
}

static json_t *obey_screen(Drive *drive, G_GNUC_UNUSED json_t *order)
{
    json_t *rows = json_array();
    int row, column;

    drive_drain(drive);
    for (row = 0; row < screen_rows(drive->screen); row++) {
        g_autofree char *text = screen_row(drive->screen, row);

        json_array_append_new(rows, json_string(text));
    }
    screen_cursor(drive->screen, &row, &column);
    return json_pack("{s:o,s:[ii],s:b,s:i,s:o,s:o,s:o,s:b,s:b}", "rows", rows, "cursor", row, column, "visible",
                     drive->screen->visible, "bells", drive->screen->bells, "title", text_of(drive->screen->title->str),
                     "clipboard", text_of(drive->screen->clipboard->str), "modes", set_modes(drive->screen), "keypad",
                     drive->screen->keypad, "plain", screen_plain(drive->screen));
}

/* null: the terminal's own; a number of the palette; else "#rrggbb". */
static json_t *colour(const VTermColor *given)
{
    char text[8];

    if (given->type & VTERM_COLOR_DEFAULT_MASK)
        return json_null();
    if (VTERM_COLOR_IS_INDEXED(given))
        return json_integer(given->indexed.idx);
    g_snprintf(text, sizeof text, "#%02x%02x%02x", given->rgb.red, given->rgb.green, given->rgb.blue);
    return json_string(text);
}

static json_t *obey_cell(Drive *drive, json_t *order)
{
    const VTermPos at = {number_of(order, "row", 0), number_of(order, "column", 0)};
    GString *text = g_string_new(NULL);
    VTermScreenCell cell;
    json_t *answer;

    drive_drain(drive);
    if (!vterm_screen_get_cell(drive->screen->screen, at, &cell)) {
        g_string_free(text, TRUE);
        return fault("there is no such cell");
    }
    for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i] != 0 && cell.chars[i] != (uint32_t)-1; i++)
        g_string_append_unichar(text, cell.chars[i]);
    answer = json_pack("{s:o,s:i,s:b,s:b,s:b,s:b,s:b,s:o,s:o}", "text", text_of(text->str), "width", (int)cell.width,
                       "bold", cell.attrs.bold, "underline", cell.attrs.underline != 0, "italic", cell.attrs.italic,
                       "reverse", cell.attrs.reverse, "blink", cell.attrs.blink, "foreground", colour(&cell.fg),
                       "background", colour(&cell.bg));
    g_string_free(text, TRUE);
    return answer;
}

static json_t *obey_raw(Drive *drive, G_GNUC_UNUSED json_t *order)
{
    json_t *answer;

    drive_drain(drive);
    answer = json_pack("{s:o}", "bytes", base64(drive->raw->data, drive->raw->len));
    g_byte_array_set_size(drive->raw, 0);
    drive->shown = 0;
    return answer;
}

/* The settings as bytes: to be compared, not read. */
static json_t *settings(const struct termios *given)
{
    struct termios plain;

    memset(&plain, 0, sizeof plain);
    plain.c_iflag = given->c_iflag;
    plain.c_oflag = given->c_oflag;
    plain.c_cflag = given->c_cflag;
    plain.c_lflag = given->c_lflag;
    memcpy(plain.c_cc, given->c_cc, sizeof plain.c_cc);
    return base64(&plain, sizeof plain);
}

static json_t *obey_state(Drive *drive, G_GNUC_UNUSED json_t *order)
{
    const Child *child = &drive->child;
    struct termios now;

    drive_drain(drive);
    return json_pack("{s:I,s:I,s:f,s:I,s:I,s:b,s:o,s:o}", "bytes", (json_int_t)drive->bytes, "replied",
                     (json_int_t)drive->replied, "cpu", ms(child_cpu(child)), "memory",
                     (json_int_t)child_memory(child, "VmRSS:"), "peak", (json_int_t)child_memory(child, "VmHWM:"),
                     "ended", child->ended, "before", settings(&child->before), "now",
                     child_settings(child, &now) ? settings(&now) : json_null());
}

/* --- measuring ------------------------------------------------------------------------------------------------------
 */

static json_t *obey_keys(Drive *drive, json_t *order)
{
    const gint64 pace = time_of(order, "pace", 30), timeout = time_of(order, "timeout", 300);
    json_t *first = json_array(), *last = json_array(), *bytes = json_array(), *key;
    const gint64 cpu = child_cpu(&drive->child);
    size_t at;

    json_array_foreach(json_object_get(order, "keys"), at, key)
    {
        const char *text = json_string_value(key);
        const KeyCost cost = drive_key(drive, text, strlen(text), pace, timeout);

        json_array_append_new(first, json_real(ms(cost.first)));
        json_array_append_new(last, json_real(ms(cost.last)));
        json_array_append_new(bytes, json_integer(cost.bytes));
    }
    return json_pack("{s:o,s:o,s:o,s:f}", "first", first, "last", last, "bytes", bytes, "cpu",
                     ms(child_cpu(&drive->child) - cpu));
}

/* A pause is no end: a program that works on what came may say nothing for a while. Returns whether TEXT is shown. */
static gboolean flood_shown(Drive *drive, const char *text, gint64 end)
{
    while (text != NULL && !screen_shows(drive->screen, text)) {
        if (child_now() >= end || drive->child.ended)
            return FALSE;
        drive_step(drive, end - child_now(), -1);
    }
    return TRUE;
}

static json_t *obey_flood(Drive *drive, json_t *order)
{
    gsize length;
    g_autofree guchar *bytes = g_base64_decode(json_string_value(json_object_get(order, "bytes")), &length);
    const gint64 start = child_now(), end = start + time_of(order, "within", 60000), before = drive->bytes;
    gint64 taken;
    gboolean shown;

    drive_blind(drive, TRUE);
    taken = drive_flood(drive, (const char *)bytes, length, time_of(order, "gap", 150), end - start);
    drive_blind(drive, FALSE);
    shown = flood_shown(drive, json_string_value(json_object_get(order, "until")), end);
    return json_pack("{s:f,s:f,s:I,s:b}", "taken", ms(taken), "last",
                     drive->bytes > before ? ms(drive->last_output - start) : -1.0, "bytes",
                     (json_int_t)(drive->bytes - before), "shown", shown);
}

/* --- the table and the loop ------------------------------------------------------------------------------------------
 */

static const struct {
    const char *name;
    Obey obey;
} orders[] = {
    {"start", obey_start},   {"first", obey_first},     {"send", obey_send},     {"resize", obey_resize},
    {"signal", obey_signal}, {"hang up", obey_hang_up}, {"resume", obey_resume}, {"wait", obey_wait},
    {"quiet", obey_quiet},   {"pump", obey_pump},       {"exit", obey_exit},     {"stopped", obey_stopped},
    {"screen", obey_screen}, {"cell", obey_cell},       {"raw", obey_raw},       {"state", obey_state},
    {"keys", obey_keys},     {"flood", obey_flood},
};

static json_t *obey(Drive *drive, json_t *order)
{
    const char *name = json_string_value(json_object_get(order, "do"));

    for (gsize i = 0; name != NULL && i < G_N_ELEMENTS(orders); i++)
        if (strcmp(orders[i].name, name) == 0)
            return drive->screen == NULL && i > 0 ? fault("nothing was started") : orders[i].obey(drive, order);
    return fault("there is no such command");
}

static void answer_line(Drive *drive, const char *line)
{
    json_error_t problem;
    json_t *order = json_loads(line, 0, &problem);
    json_t *answer = order == NULL ? fault(problem.text) : obey(drive, order);
    char *text = answer == NULL ? NULL : json_dumps(answer, JSON_COMPACT);

    puts(text == NULL ? "{\"fault\":\"the answer is no JSON\"}" : text);
    fflush(stdout);
    free(text);
    json_decref(answer);
    json_decref(order);
}

/* Answers all whole lines. */
static void take_lines(Drive *drive, GString *input)
{
    char *end;

    while ((end = memchr(input->str, '\n', input->len)) != NULL) {
        g_autofree char *line = g_strndup(input->str, (gsize)(end - input->str));

        g_string_erase(input, 0, end - input->str + 1);
        answer_line(drive, line);
    }
}

int main(void)
{
    Drive drive = {.raw = g_byte_array_new()};
    GString *input = g_string_new(NULL);
    char buffer[65536];
    gssize got = 1;

    child_init(&drive.child);
    while (got > 0) {
        struct pollfd polled = {.fd = STDIN_FILENO, .events = POLLIN};

        if (drive.screen != NULL)
            drive_step(&drive, -1, STDIN_FILENO);
        if (poll(&polled, 1, drive.screen == NULL ? -1 : 0) <= 0)
            continue;
        got = read(STDIN_FILENO, buffer, sizeof buffer);
        g_string_append_len(input, buffer, MAX(got, 0));
        take_lines(&drive, input);
    }
    child_close(&drive.child);
    screen_free(drive.screen);
    g_byte_array_free(drive.raw, TRUE);
    g_string_free(input, TRUE);
    return 0;
}
