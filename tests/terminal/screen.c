/* SPDX-License-Identifier: MIT */
#include "screen.h"

#include <stdlib.h>
#include <string.h>

/* Longer sequences are nobody's: they are dropped. */
#define LONGEST_SEQUENCE (1 << 20)

enum { GROUND, AFTER_ESCAPE, IN_CSI, IN_STRING, IN_STRING_ESCAPE };

/* What an xterm says of itself: its kind (primary, with 16 and 256 colours), its version (secondary). */
static const char primary[] = "\033[?64;1;2;6;22c", secondary[] = "\033[>41;372;0c";
static const char foreground[] = "rgb:d0d0/d0d0/d0d0", background[] = "rgb:0000/0000/0000";

static int set_property(VTermProp property, VTermValue *value, void *data)
{
    Screen *screen = data;

    if (property == VTERM_PROP_CURSORVISIBLE)
        screen->visible = value->boolean;
    return 1;
}

static int ring(void *data)
{
    ((Screen *)data)->bells++;
    return 1;
}

static void keep_reply(const char *bytes, size_t length, void *data)
{
    g_byte_array_append(((Screen *)data)->replies, (const guint8 *)bytes, (guint)length);
}

static void reply(Screen *screen, const char *text)
{
    keep_reply(text, strlen(text), screen);
}

Screen *screen_new(int rows, int columns, gboolean utf8)
{
    static const VTermScreenCallbacks callbacks = {.settermprop = set_property, .bell = ring};
    Screen *screen = g_new0(Screen, 1);

    screen->utf8 = utf8;
    screen->title = g_string_new(NULL);
    screen->clipboard = g_string_new(NULL);
    screen->sequence = g_string_new(NULL);
    screen->replies = g_byte_array_new();
    screen->ready = g_byte_array_new();
    screen->modes[7] = screen->modes[25] = 1;
    screen->visible = TRUE;
    screen->vt = vterm_new(rows, columns);
    vterm_set_utf8(screen->vt, 1);
    vterm_output_set_callback(screen->vt, keep_reply, screen);
    screen->screen = vterm_obtain_screen(screen->vt);
    vterm_screen_set_callbacks(screen->screen, &callbacks, screen);
    vterm_screen_enable_altscreen(screen->screen, 1);
    vterm_screen_reset(screen->screen, 1);
    return screen;
}

void screen_free(Screen *screen)
{
    if (screen == NULL)
        return;
    vterm_free(screen->vt);
    g_string_free(screen->title, TRUE);
    g_string_free(screen->clipboard, TRUE);
    g_string_free(screen->sequence, TRUE);
    g_byte_array_free(screen->replies, TRUE);
    g_byte_array_free(screen->ready, TRUE);
    g_free(screen);
}

static void flush(Screen *screen)
{
    if (screen->ready->len > 0)
        vterm_input_write(screen->vt, (const char *)screen->ready->data, screen->ready->len);
    g_byte_array_set_size(screen->ready, 0);
}

static void pass(Screen *screen, const char *bytes, gsize length)
{
    g_byte_array_append(screen->ready, (const guint8 *)bytes, (guint)length);
}

/* --- sequences that libvterm does not know, or answers otherwise than an xterm ------------------------------------ */

static void note_modes(Screen *screen, const char *numbers, gboolean set)
{
    for (const char *at = numbers; *at != '\0'; at++) {
        char *end;
        const long mode = strtol(at, &end, 10);

        if (end == at)
            return;
        if (mode >= 0 && mode < SCREEN_MODES)
            screen->modes[mode] = set;
        if (*end != ';')
            return;
        at = end;
    }
}

static void repeat(Screen *screen, int times)
{
    const int most = screen_rows(screen) * screen_columns(screen);

    for (int i = 0; i < MIN(times, most); i++)
        pass(screen, screen->last, strlen(screen->last));
}

/* Whether the sequence (parameters and the final byte) was dealt with here. */
static gboolean take_csi(Screen *screen, const char *parameters, char final)
{
    g_autofree char *answer = NULL;

    if (parameters[0] == '?' && (final == 'h' || final == 'l')) {
        note_modes(screen, parameters + 1, final == 'h');
        return FALSE;
    }
    if (final == 'b') {
        repeat(screen, MAX(atoi(parameters), 1));
        return TRUE;
    }
    if (final == 'c' && (parameters[0] == '\0' || parameters[0] == '0'))
        answer = g_strdup(primary);
    else if (final == 'c' && parameters[0] == '>')
        answer = g_strdup(secondary);
    else if (final == 't' && strcmp(parameters, "18") == 0)
        answer = g_strdup_printf("\033[8;%d;%dt", screen_rows(screen), screen_columns(screen));
    if (answer == NULL)
        return FALSE;
    flush(screen);
    reply(screen, answer);
    return TRUE;
}

static void end_csi(Screen *screen, char final)
{
    const char *parameters = screen->sequence->str + 2; /* after ESC [ */

    if (take_csi(screen, parameters, final))
        return;
    g_string_append_c(screen->sequence, final);
    pass(screen, screen->sequence->str, screen->sequence->len);
}

static void take_osc(Screen *screen, const char *text)
{
    if (g_str_has_prefix(text, "0;") || g_str_has_prefix(text, "2;"))
        g_string_assign(screen->title, text + 2);
    else if (g_str_has_prefix(text, "52;") && strchr(text + 3, ';') != NULL)
        g_string_assign(screen->clipboard, strchr(text + 3, ';') + 1);
    else if (strcmp(text, "10;?") == 0 || strcmp(text, "11;?") == 0) {
        g_autofree char *answer = g_strdup_printf("\033]%.2s;%s\033\\", text, text[1] == '0' ? foreground : background);

        flush(screen);
        reply(screen, answer);
    }
}

/* OSC is taken here; DCS, APC and the like are libvterm's. */
static void end_string(Screen *screen)
{
    if (screen->sequence->str[1] == ']') {
        take_osc(screen, screen->sequence->str + 2);
        return;
    }
    pass(screen, screen->sequence->str, screen->sequence->len);
    pass(screen, "\033\\", 2);
}

/* --- the filter -----------------------------------------------------------------------------------------------------
 */

static void take_plain(Screen *screen, char c)
{
    const guchar byte = (guchar)c;
    char two[2];

    if (byte == '\033') {
        g_string_assign(screen->sequence, "\033");
        screen->state = AFTER_ESCAPE;
        return;
    }
    if (!screen->utf8 && byte >= 0xA0) {
        two[0] = (char)(0xC0 | byte >> 6);
        two[1] = (char)(0x80 | (byte & 0x3F));
        memcpy(screen->last, (char[5]){two[0], two[1]}, 5);
        pass(screen, two, 2);
        return;
    }
    if (byte >= 0xC0 || (byte >= ' ' && byte < 0x7F))
        memcpy(screen->last, (char[5]){c}, 5);
    else if (byte >= 0x80 && strlen(screen->last) < 4)
        screen->last[strlen(screen->last)] = c;
    pass(screen, &c, 1);
}

static void take_after_escape(Screen *screen, char c)
{
    screen->state = GROUND;
    g_string_append_c(screen->sequence, c);
    if (c == '[')
        screen->state = IN_CSI;
    else if (strchr("]PX^_", c) != NULL && c != '\0')
        screen->state = IN_STRING;
    else if (strchr("()*+#% ", c) != NULL && c != '\0')
        screen->state = AFTER_ESCAPE; /* one more byte says which */
    else {
        if (screen->sequence->len == 2 && (c == '=' || c == '>'))
            screen->keypad = c == '=';
        pass(screen, screen->sequence->str, screen->sequence->len);
    }
}

static void take_byte(Screen *screen, char c)
{
    switch (screen->state) {
    case GROUND:
        take_plain(screen, c);
        return;
    case AFTER_ESCAPE:
        take_after_escape(screen, c);
        return;
    case IN_CSI:
        if (c >= '@' && c <= '~') {
            screen->state = GROUND;
            end_csi(screen, c);
        } else
            g_string_append_c(screen->sequence, c);
        return;
    case IN_STRING:
        if (c == '\a') {
            screen->state = GROUND;
            end_string(screen);
        } else if (c == '\033')
            screen->state = IN_STRING_ESCAPE;
        else if (screen->sequence->len < LONGEST_SEQUENCE)
            g_string_append_c(screen->sequence, c);
        return;
    default:
        screen->state = GROUND;
        end_string(screen);
    }
}

void screen_feed(Screen *screen, const char *bytes, gsize length)
{
    for (gsize i = 0; i < length; i++)
        take_byte(screen, bytes[i]);
    flush(screen);
}

/* --- what is seen ---------------------------------------------------------------------------------------------------
 */

void screen_resize(Screen *screen, int rows, int columns)
{
    vterm_set_size(screen->vt, rows, columns);
}

int screen_rows(const Screen *screen)
{
    int rows, columns;

    vterm_get_size(screen->vt, &rows, &columns);
    return rows;
}

int screen_columns(const Screen *screen)
{
    int rows, columns;

    vterm_get_size(screen->vt, &rows, &columns);
    return columns;
}

static void append_cell(GString *text, const VTermScreenCell *cell)
{
    if (cell->chars[0] == (uint32_t)-1) /* the second half of a wide character */
        return;
    if (cell->chars[0] == 0)
        g_string_append_c(text, ' ');
    for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell->chars[i] != 0; i++)
        g_string_append_unichar(text, g_unichar_validate(cell->chars[i]) ? cell->chars[i] : 0xFFFD);
}

char *screen_row(const Screen *screen, int row)
{
    GString *text = g_string_new(NULL);
    VTermScreenCell cell;

    for (VTermPos at = {row, 0}; at.col < screen_columns(screen); at.col++)
        if (vterm_screen_get_cell(screen->screen, at, &cell))
            append_cell(text, &cell);
    return g_strchomp(g_string_free(text, FALSE));
}

gboolean screen_shows(const Screen *screen, const char *text)
{
    for (int row = 0; row < screen_rows(screen); row++) {
        g_autofree char *line = screen_row(screen, row);

        if (strstr(line, text) != NULL)
            return TRUE;
    }
    return FALSE;
}

void screen_cursor(const Screen *screen, int *row, int *column)
{
    VTermPos at;

    vterm_state_get_cursorpos(vterm_obtain_state(screen->vt), &at);
    *row = at.row;
    *column = at.col;
}

gboolean screen_plain(const Screen *screen)
{
    static const VTermAttr switches[] = {VTERM_ATTR_BOLD, VTERM_ATTR_UNDERLINE, VTERM_ATTR_ITALIC, VTERM_ATTR_BLINK,
                                         VTERM_ATTR_REVERSE};
    VTermState *state = vterm_obtain_state(screen->vt);
    VTermValue value;

    for (gsize i = 0; i < G_N_ELEMENTS(switches); i++)
        if (vterm_state_get_penattr(state, switches[i], &value) && value.number != 0)
            return FALSE;
    if (vterm_state_get_penattr(state, VTERM_ATTR_FOREGROUND, &value) && !VTERM_COLOR_IS_DEFAULT_FG(&value.color))
        return FALSE;
    return !vterm_state_get_penattr(state, VTERM_ATTR_BACKGROUND, &value) || VTERM_COLOR_IS_DEFAULT_BG(&value.color);
}
