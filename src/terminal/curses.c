/* SPDX-License-Identifier: MIT */
/* curses draws, and does nothing else: no keys are read through it. What reaches the terminal is what curses makes of
   cells that this file has looked at, and the few constant sequences below. The last picture is kept; only cells that
   differ are handed over, since curses would look at each of them a good deal longer. */
#define NCURSES_WIDECHAR 1
#include "screen.h"

#include "guard.h"
#include "minutebook/base/error.h"
#include "minutebook/base/text.h"

#include <curses.h>
#include <langinfo.h>
#include <locale.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#undef columns /* term.h's names of capabilities */
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

enum { SIZE_MOST = 1000, CLIPBOARD_MOST = 74 * 1024, TITLE_MOST = 200, SOFT_HYPHEN = 0xAD };

#define PASTE_ON  "\033[?2004h"
#define PASTE_OFF "\033[?2004l"
#define MOUSE_ON  "\033[?1000h\033[?1002h\033[?1006h"
#define MOUSE_OFF "\033[?1006l\033[?1002l\033[?1000l"

struct MbScreen {
    SCREEN *curses;
    int rows, columns;
    MbGridCell *shown; /* as the terminal shows it; a look out of range: unknown */
    int cursor_row, cursor_column;
    cchar_t *line; /* room for one row, and the end */
    attr_t attributes[MB_LOOKS];
    short pairs[MB_LOOKS];
    gboolean ascii, mouse, ansi, clipboard, cursor_shown, titled, spoilt, modes_on;
};

/* --- before and after -------------------------------------------------------------------------------------------- */

/* What terminfo says of NAME; NULL where it says nothing. */
static const char *capability(const char *name)
{
    const char *value = tigetstr(name);
    return value != (const char *)-1 ? value : NULL;
}

gboolean mb_screen_known(GError **error)
{
    const char *term = g_getenv("TERM");
    int result = 0;
    if (mb_text_empty(term)) {
        g_set_error_literal(error, MB_ERROR, MB_ERROR_USAGE,
                            "TERM does not say what kind of terminal this is; try: TERM=xterm-256color minutebook");
        return FALSE;
    }
    g_autofree char *shown = mb_text_visible(term, FALSE);
    g_autofree char *name = mb_text_fit(shown, 40);
    if (setupterm(term, STDOUT_FILENO, &result) != OK) {
        g_set_error(error, MB_ERROR, MB_ERROR_USAGE,
                    "TERM says \"%s\", a terminal that this machine does not know; try: TERM=xterm-256color minutebook",
                    name);
        return FALSE;
    }
    gboolean places = capability("cup") != NULL && capability("clear") != NULL;
    del_curterm(cur_term);
    if (!places)
        g_set_error(
            error, MB_ERROR, MB_ERROR_USAGE,
            "TERM says \"%s\", a terminal that cannot place its cursor; try: TERM=xterm-256color minutebook, or "
            "see minutebook --help for commands that need no screens",
            name);
    return places;
}

static void send(const char *bytes, gsize length)
{
    while (length > 0) {
        ssize_t written = write(STDOUT_FILENO, bytes, length);
        if (written <= 0)
            return; /* the terminal has gone; reading will say so */
        bytes += written;
        length -= (gsize)written;
    }
}

static void send_text(const char *text)
{
    send(text, strlen(text));
}

/* Only right after curses has sent what it holds back: before, a sequence of its own may be half sent. */
static void switch_modes(MbScreen *screen, gboolean on)
{
    screen->modes_on = on;
    if (!screen->ansi)
        return;
    send_text(on ? PASTE_ON : PASTE_OFF);
    if (screen->mouse)
        send_text(on ? MOUSE_ON : MOUSE_OFF);
}

/* Appends a capability without the waiting times that stand in it ($<5>). */
static void append_capability(GString *out, const char *name)
{
    const char *at = capability(name);
    for (; at != NULL && *at != '\0'; at++) {
        const char *end = at[0] == '$' && at[1] == '<' ? strchr(at, '>') : NULL;
        if (end != NULL)
            at = end;
        else
            g_string_append_c(out, *at);
    }
}

static void tell_guard(const MbScreen *screen)
{
    g_autoptr(GString) bytes = g_string_new(screen->ansi ? PASTE_OFF : "");
    if (screen->ansi && screen->mouse)
        g_string_append(bytes, MOUSE_OFF);
    append_capability(bytes, "sgr0");
    append_capability(bytes, "op");
    append_capability(bytes, "rmcup");
    append_capability(bytes, "cnorm");
    mb_guard_restore_bytes(bytes->str, bytes->len);
}

/* Every key comes as its byte, and at once; nothing is made of what is written. */
static void set_modes(void)
{
    struct termios modes;
    if (tcgetattr(STDIN_FILENO, &modes) != 0)
        return;
    cfmakeraw(&modes);
    modes.c_iflag &= ~(tcflag_t)(IXOFF | IXANY);
    modes.c_cc[VMIN] = 1;
    modes.c_cc[VTIME] = 0;
    tcsetattr(STDIN_FILENO, TCSADRAIN, &modes);
    nonl();
    noecho();
    def_prog_mode();
}

/* --- looks ------------------------------------------------------------------------------------------------------- */

static attr_t attributes_of(guint attributes)
{
    attr_t out = A_NORMAL;
    out |= (attributes & MB_ATTRIBUTE_BOLD) != 0 ? A_BOLD : 0;
    out |= (attributes & MB_ATTRIBUTE_ITALIC) != 0 ? A_ITALIC : 0;
    out |= (attributes & MB_ATTRIBUTE_UNDERLINE) != 0 ? A_UNDERLINE : 0;
    out |= (attributes & MB_ATTRIBUTE_REVERSE) != 0 ? A_REVERSE : 0;
    out |= (attributes & MB_ATTRIBUTE_DIM) != 0 ? A_DIM : 0;
    return out;
}

/* The number of colours to use: 256, 8 or 0. */
static int colours_of(int theme)
{
    const char *without = g_getenv("NO_COLOR");
    if (theme == MB_THEME_MONO || !mb_text_empty(without) || !has_colors() || start_color() != OK ||
        use_default_colors() != OK)
        return 0;
    return COLORS >= 256 ? 256 : COLORS >= 8 ? 8 : 0;
}

static void set_looks(MbScreen *screen, int theme)
{
    int colours = colours_of(theme);
    for (int look = 0; look < MB_LOOKS; look++) {
        const MbPaint *paint = mb_look_paint(colours > 0 ? (MbTheme)theme : MB_THEME_MONO, (MbLook)look);
        short front = colours == 256 ? paint->foreground : paint->foreground8;
        short back = colours == 256 ? paint->background : paint->background8;
        short pair = (short)(look + 1);
        gboolean plain = colours == 0 || (front == MB_DEFAULT_COLOUR && back == MB_DEFAULT_COLOUR);
        screen->attributes[look] = attributes_of(paint->attributes);
        screen->pairs[look] = !plain && init_pair(pair, front, back) == OK ? pair : 0;
    }
}

/* Whether TERM names a kind of terminal that is known to take OSC 52, or to drop it unseen. */
static gboolean takes_clipboard(void)
{
    static const char *const kinds[] = {"xterm",     "tmux",    "screen", "rxvt",    "foot",
                                        "alacritty", "vte",     "gnome",  "konsole", "mintty",
                                        "st-",       "wezterm", "kitty",  "contour", "ghostty"};
    const char *term = g_getenv("TERM");
    for (gsize i = 0; term != NULL && i < G_N_ELEMENTS(kinds); i++) {
        if (g_str_has_prefix(term, kinds[i]))
            return TRUE;
    }
    return capability("Ms") != NULL;
}

/* --- opening, closing, sizes ------------------------------------------------------------------------------------- */

static int size_from(const char *variable, int otherwise)
{
    const char *text = g_getenv(variable);
    gint64 value = text != NULL ? g_ascii_strtoll(text, NULL, 10) : 0;
    return value > 0 && value <= SIZE_MOST ? (int)value : otherwise;
}

void mb_screen_size(int *rows, int *columns)
{
    struct winsize size = {0};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0)
        memset(&size, 0, sizeof size);
    /* A serial line knows no size. */
    *rows = size.ws_row > 0 ? MIN(size.ws_row, SIZE_MOST) : size_from("LINES", 24);
    *columns = size.ws_col > 0 ? MIN(size.ws_col, SIZE_MOST) : size_from("COLUMNS", 80);
}

void mb_screen_spoil(MbScreen *screen)
{
    clearok(curscr, TRUE);
    memset(screen->shown, 0xFF, sizeof *screen->shown * (gsize)screen->rows * (gsize)screen->columns);
    screen->spoilt = TRUE;
}

void mb_screen_resize(MbScreen *screen, int rows, int columns)
{
    resize_term(rows, columns);
    screen->rows = rows;
    screen->columns = columns;
    screen->shown = g_renew(MbGridCell, screen->shown, (gsize)rows * (gsize)columns);
    screen->line = g_renew(cchar_t, screen->line, columns + 1);
    mb_screen_spoil(screen);
}

static gboolean locale_is_utf8(void)
{
    return strcmp(nl_langinfo(CODESET), "UTF-8") == 0 && wcwidth(0x2026) == 1;
}

MbScreen *mb_screen_open(const MbTerminalOptions *options, GError **error)
{
    setlocale(LC_CTYPE, "");
    use_env(FALSE);
    use_tioctl(TRUE);
    SCREEN *curses = newterm(NULL, stdout, stdin);
    if (curses == NULL) {
        g_set_error_literal(error, MB_ERROR, MB_ERROR_USAGE,
                            "The terminal could not be set up; try: TERM=xterm-256color minutebook");
        return NULL;
    }
    MbScreen *screen = g_new0(MbScreen, 1);
    const char *place = capability("cup");
    screen->curses = curses;
    screen->ascii = options->ascii || !locale_is_utf8();
    screen->ansi = place != NULL && g_str_has_prefix(place, "\033[");
    screen->mouse = options->mouse;
    screen->clipboard = screen->ansi && takes_clipboard();
    screen->cursor_shown = TRUE;
    set_modes();
    typeahead(-1);
    set_looks(screen, options->theme);
    tell_guard(screen);
    int rows, columns;
    mb_screen_size(&rows, &columns);
    mb_screen_resize(screen, rows, columns);
    return screen;
}

void mb_screen_close(MbScreen *screen)
{
    if (screen == NULL)
        return;
    mb_screen_leave(screen);
    delscreen(screen->curses);
    g_free(screen->shown);
    g_free(screen->line);
    g_free(screen);
}

void mb_screen_leave(MbScreen *screen)
{
    if (screen->titled)
        mb_screen_title(screen, NULL);
    if (screen->modes_on)
        switch_modes(screen, FALSE);
    curs_set(1);
    screen->cursor_shown = TRUE;
    endwin();
}

void mb_screen_return(MbScreen *screen)
{
    reset_prog_mode();
    screen->modes_on = FALSE; /* whoever had the terminal may have switched them off */
    mb_screen_spoil(screen);
}

/* --- cells ------------------------------------------------------------------------------------------------------- */

/* Characters by which terminals join or change the one before, each in its own way (joiners, variation selectors): left
   out, so that every terminal counts the same columns. Skin tones become blanks for the same reason. */
static gboolean joins(gunichar c)
{
    return c == 0x200D || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0x180B && c <= 0x180F) ||
           (c >= 0xE0000 && c <= 0xE0FFF);
}

static gboolean is_skin_tone(gunichar c)
{
    return c >= 0x1F3FB && c <= 0x1F3FF;
}

static cchar_t *append_chars(const MbScreen *screen, cchar_t *to, const wchar_t *chars, const MbGridCell *cell)
{
    guint look = MIN(cell->look, MB_LOOKS - 1);
    attr_t attributes = screen->attributes[look] | attributes_of(cell->attributes);
    setcchar(to, chars, attributes, screen->pairs[look], NULL);
    return to + 1;
}

/* A character that the terminal is not to see, as one that stands for it in each of its columns. */
static cchar_t *append_stand_in(const MbScreen *screen, cchar_t *to, const MbGridCell *cell)
{
    gunichar c = cell->chars[0];
    gboolean plain = screen->ascii || c == SOFT_HYPHEN;
    wchar_t chars[2] = {plain ? mb_grid_ascii(c) : is_skin_tone(c) ? L' ' : 0xFFFD, 0};
    for (int i = 0; i < cell->width; i++)
        to = append_chars(screen, to, chars, cell);
    return to;
}

static gboolean is_sound(gunichar c, int width)
{
    return c >= 0xA0 && c != SOFT_HYPHEN && !is_skin_tone(c) && wcwidth((wchar_t)c) == width;
}

static cchar_t *append_cell(const MbScreen *screen, cchar_t *to, const MbGridCell *cell)
{
    wchar_t chars[MB_CELL_CHARS + 1] = {(wchar_t)cell->chars[0]};
    gboolean ascii = cell->chars[0] >= 0x20 && cell->chars[0] < 0x7F && cell->width == 1;
    if (!ascii && (screen->ascii || !is_sound(cell->chars[0], cell->width)))
        return append_stand_in(screen, to, cell);
    for (int i = 1, n = 1; !screen->ascii && i < MB_CELL_CHARS && cell->chars[i] != 0; i++) {
        if (!joins(cell->chars[i]) && is_sound(cell->chars[i], 0))
            chars[n++] = (wchar_t)cell->chars[i];
    }
    return append_chars(screen, to, chars, cell);
}

/* The columns FIRST to LAST that differ, moved apart until neither cuts a wide character. FALSE where none differ. */
static gboolean differing(const MbGridCell *new, const MbGridCell *old, int columns, int *first, int *last)
{
    *first = 0;
    *last = columns - 1;
    if (memcmp(new, old, sizeof *new *(gsize)columns) == 0)
        return FALSE;
    while (mb_grid_cell_equal(&new[*first], &old[*first]))
        ++*first;
    while (mb_grid_cell_equal(&new[*last], &old[*last]))
        --*last;
    while (*first > 0 && (new[*first].width == 0 || old[*first].width == 0))
        --*first;
    while (*last < columns - 1 && (new[*last + 1].width == 0 || old[*last + 1].width == 0))
        ++*last;
    return TRUE;
}

/* Whether anything had to be shown. */
static gboolean show_row(MbScreen *screen, const MbGridCell *new, int row)
{
    MbGridCell *old = screen->shown + (gsize)row * (gsize)screen->columns;
    int first, last;
    if (!differing(new, old, screen->columns, &first, &last))
        return FALSE;
    cchar_t *to = screen->line;
    for (int i = first; i <= last; i++) {
        if (new[i].width > 0)
            to = append_cell(screen, to, &new[i]);
    }
    mvadd_wchnstr(row, first, screen->line, (int)(to - screen->line));
    memcpy(old + first, new + first, sizeof *old * (gsize)(last - first + 1));
    return TRUE;
}

/* Whether it had to be changed. */
static gboolean show_cursor(MbScreen *screen, const MbGrid *grid)
{
    int row, column;
    mb_grid_cursor(grid, &row, &column);
    gboolean shown = row >= 0, moved = row != screen->cursor_row || column != screen->cursor_column;
    if (shown != screen->cursor_shown)
        curs_set(shown ? 1 : 0);
    screen->cursor_shown = shown;
    screen->cursor_row = row;
    screen->cursor_column = column;
    if (shown)
        move(row, column);
    return moved;
}

void mb_screen_show(MbScreen *screen, const MbGrid *grid)
{
    g_return_if_fail(mb_grid_rows(grid) == screen->rows && mb_grid_columns(grid) == screen->columns);
    gboolean changed = screen->spoilt;
    for (int row = 0; row < screen->rows; row++) {
        if (screen->spoilt || mb_grid_touched(grid, row))
            changed = show_row(screen, mb_grid_row(grid, row), row) || changed;
    }
    /* Writing cells moves curses' own cursor. */
    changed = show_cursor(screen, grid) || changed;
    screen->spoilt = FALSE;
    if (changed)
        refresh();
    if (!screen->modes_on)
        switch_modes(screen, TRUE);
}

/* --- beside the screen ------------------------------------------------------------------------------------------- */

void mb_screen_clipboard(MbScreen *screen, const char *text)
{
    gsize length = strlen(text);
    if (!screen->clipboard)
        return;
    if (length > CLIPBOARD_MOST / 4 * 3) { /* whole letters only */
        const char *end = g_utf8_find_prev_char(text, text + CLIPBOARD_MOST / 4 * 3);
        length = end != NULL ? (gsize)(end - text) : 0;
    }
    g_autofree char *coded = g_base64_encode((const guchar *)text, length);
    send_text("\033]52;c;");
    send_text(coded);
    send_text("\007");
}

void mb_screen_title(MbScreen *screen, const char *title)
{
    const char *to = capability("tsl"), *from = capability("fsl");
    /* A status line that is no window title would scroll or need its place; only the sequences of titles are safe. */
    if (to == NULL || from == NULL || !g_str_has_prefix(to, "\033]") || strchr(to, '%') != NULL)
        return;
    g_autofree char *shown = mb_text_visible(title != NULL ? title : "", FALSE);
    g_autofree char *fitted = mb_text_fit(shown, TITLE_MOST);
    g_autoptr(GString) out = g_string_new(to);
    for (const char *at = fitted; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        if (screen->ascii || c == SOFT_HYPHEN)
            g_string_append_c(out, mb_grid_ascii(c));
        else if (!joins(c))
            g_string_append_unichar(out, c);
    }
    g_string_append(out, from);
    send(out->str, out->len);
    screen->titled = title != NULL;
}
