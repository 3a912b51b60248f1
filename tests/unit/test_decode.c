/* SPDX-License-Identifier: MIT */
/* Bytes to strokes (terminal/decode.h). The sequences are those of the terminals named beside them. */
#include "minutebook/terminal/decode.h"

#include <string.h>

/* What came, in words. */
typedef struct {
    GString *log;
    MbDecoder *decoder;
    gint64 now;
} Case;

static void take(gpointer data, const MbStroke *stroke)
{
    static const char *const mice[] = {"press", "drag", "release", "up", "down"};
    GString *log = ((Case *)data)->log;
    g_autofree char *name = mb_key_name(stroke->key, stroke->modifiers);
    if (log->len > 0)
        g_string_append_c(log, ' ');
    if (stroke->kind == MB_STROKE_KEY)
        g_string_append(log, name);
    else if (stroke->kind == MB_STROKE_PASTE)
        g_string_append_printf(log, "<%.*s>", (int)stroke->length, stroke->text);
    else
        g_string_append_printf(log, "%s%s%d*%d@%d,%d", name, mice[stroke->mouse], stroke->button, stroke->clicks,
                               stroke->row, stroke->column);
}

static void begin(Case *test)
{
    *test = (Case){.log = g_string_new(NULL)};
    test->decoder = mb_decoder_new(take, test);
}

static void end(Case *test)
{
    mb_decoder_free(test->decoder);
    g_string_free(test->log, TRUE);
}

static void feed(Case *test, const char *bytes, gsize length)
{
    mb_decoder_feed(test->decoder, bytes, length, test->now);
}

static void assert_log(Case *test, const char *expected)
{
    g_assert_cmpstr(test->log->str, ==, expected);
    g_string_truncate(test->log, 0);
}

/* BYTES give EXPECTED, and nothing is left over; so too a byte at a time. */
static void assert_strokes(const char *bytes, gsize length, const char *expected)
{
    for (int piecewise = 0; piecewise < 2; piecewise++) {
        Case test;
        begin(&test);
        for (gsize i = 0; piecewise && i < length; i++)
            feed(&test, bytes + i, 1);
        if (!piecewise)
            feed(&test, bytes, length);
        if (mb_decoder_pending(test.decoder))
            mb_decoder_timeout(test.decoder);
        g_assert_false(mb_decoder_pending(test.decoder));
        g_test_message("%s", expected);
        assert_log(&test, expected);
        feed(&test, "k", 1);
        assert_log(&test, "k");
        end(&test);
    }
}

typedef struct {
    const char *bytes, *expected;
} Row;

static void assert_rows(const Row *rows, gsize count)
{
    for (gsize i = 0; i < count; i++)
        assert_strokes(rows[i].bytes, strlen(rows[i].bytes), rows[i].expected);
}

static const Row plain[] = {
    {"a", "a"},
    {"A?", "A ?"},
    {" ", "Space"},
    {"\303\251", "é"},
    {"\346\227\245", "日"},
    {"\360\237\230\200", "😀"},
    {"\r", "Enter"},
    {"\n", "Enter"},
    {"\t", "Tab"},
    {"\b", "Backspace"},
    {"\177", "Backspace"},
    {"\033", "Escape"},
    {"\001", "Ctrl-A"},
    {"\002", "Ctrl-B"},
    {"\003", "Ctrl-C"},
    {"\004", "Ctrl-D"},
    {"\007", "Ctrl-G"},
    {"\013", "Ctrl-K"},
    {"\014", "Ctrl-L"},
    {"\021", "Ctrl-Q"},
    {"\023", "Ctrl-S"},
    {"\026", "Ctrl-V"},
    {"\032", "Ctrl-Z"},
    {"\034", "Ctrl-\\"},
    {"\035", "Ctrl-]"},
    {"\036", "Ctrl-^"},
    {"\037", "Ctrl-_"},
    {"\033a", "Alt-A"},
    {"\033A", "Alt-Shift-A"},
    {"\0331", "Alt-1"},
    {"\033?", "Alt-?"},
    {"\033 ", "Alt-Space"},
    {"\033\303\251", "Alt-É"},
    {"\033\r", "Alt-Enter"},
    {"\033\t", "Alt-Tab"},
    {"\033\177", "Alt-Backspace"},
    {"\033\001", "Ctrl-Alt-A"},
    {"\033[", "Alt-["},
    {"\033O", "Alt-Shift-O"},
    {"\033]", "Alt-]"},
    {"\033P", "Alt-Shift-P"},
    {"\033^", "Alt-^"},
    {"\033_", "Alt-_"},
    {"\033\033", "Escape Escape"},
    {"\033\033x", "Escape Alt-X"},
    {"\033\033\033", "Escape Escape Escape"},
};

/* xterm, GNOME Terminal (VTE), Windows Terminal, foot, Konsole. */
static const Row xterm[] = {
    {"\033[A", "Up"},
    {"\033[B", "Down"},
    {"\033[C", "Right"},
    {"\033[D", "Left"},
    {"\033[H", "Home"},
    {"\033[F", "End"},
    {"\033OA", "Up"},
    {"\033OB", "Down"},
    {"\033OC", "Right"},
    {"\033OD", "Left"},
    {"\033OH", "Home"},
    {"\033OF", "End"},
    {"\033[2~", "Insert"},
    {"\033[3~", "Delete"},
    {"\033[5~", "PageUp"},
    {"\033[6~", "PageDown"},
    {"\033OP", "F1"},
    {"\033OQ", "F2"},
    {"\033OR", "F3"},
    {"\033OS", "F4"},
    {"\033[15~", "F5"},
    {"\033[17~", "F6"},
    {"\033[18~", "F7"},
    {"\033[19~", "F8"},
    {"\033[20~", "F9"},
    {"\033[21~", "F10"},
    {"\033[23~", "F11"},
    {"\033[24~", "F12"},
    {"\033[Z", "Shift-Tab"},
    {"\033[1;2A", "Shift-Up"},
    {"\033[1;3A", "Alt-Up"},
    {"\033[1;4A", "Alt-Shift-Up"},
    {"\033[1;5A", "Ctrl-Up"},
    {"\033[1;6A", "Ctrl-Shift-Up"},
    {"\033[1;7A", "Ctrl-Alt-Up"},
    {"\033[1;8A", "Ctrl-Alt-Shift-Up"},
    {"\033[1;9A", "Alt-Up"},
    {"\033[1;5B", "Ctrl-Down"},
    {"\033[1;5C", "Ctrl-Right"},
    {"\033[1;5D", "Ctrl-Left"},
    {"\033[1;2D", "Shift-Left"},
    {"\033[1;6D", "Ctrl-Shift-Left"},
    {"\033[1;5H", "Ctrl-Home"},
    {"\033[1;2F", "Shift-End"},
    {"\033[1;6F", "Ctrl-Shift-End"},
    {"\033[2;2~", "Shift-Insert"},
    {"\033[3;2~", "Shift-Delete"},
    {"\033[3;5~", "Ctrl-Delete"},
    {"\033[5;3~", "Alt-PageUp"},
    {"\033[6;5~", "Ctrl-PageDown"},
    {"\033[1;2P", "Shift-F1"},
    {"\033[1;5Q", "Ctrl-F2"},
    {"\033[1;2R", "Shift-F3"},
    {"\033[1;3S", "Alt-F4"},
    {"\033[15;2~", "Shift-F5"},
    {"\033[24;6~", "Ctrl-Shift-F12"},
    {"\033O5P", "Ctrl-F1"}, /* older GNOME and KDE */
    {"\033O1;2P", "Shift-F1"},
    {"\033O5A", "Ctrl-Up"},
    {"\033[5A", "Ctrl-Up"},       /* modifyCursorKeys 1 */
    {"\033[>1;5C", "Ctrl-Right"}, /* modifyCursorKeys 3 */
    {"\033[1;1A", "Up"},
    {"\033[1;129B", "Down"}, /* Num Lock */
    {"\033[1;133B", "Ctrl-Down"},
    {"\033\033[A", "Alt-Up"},
    {"\033\033OA", "Alt-Up"},
    {"\033\033[3~", "Alt-Delete"},
};

/* VT220 and its numeric pad; the first PuTTY's function keys are the same. */
static const Row vt220[] = {
    {"\033[1~", "Home"}, {"\033[4~", "End"},  {"\033[11~", "F1"}, {"\033[12~", "F2"}, {"\033[13~", "F3"},
    {"\033[14~", "F4"},  {"\033OM", "Enter"}, {"\033OI", "Tab"},  {"\033OX", "="},    {"\033Oj", "*"},
    {"\033Ok", "+"},     {"\033Ol", ","},     {"\033Om", "-"},    {"\033On", "."},    {"\033Oo", "/"},
    {"\033Op", "0"},     {"\033Oq", "1"},     {"\033Or", "2"},    {"\033Os", "3"},    {"\033Ot", "4"},
    {"\033Ou", "5"},     {"\033Ov", "6"},     {"\033Ow", "7"},    {"\033Ox", "8"},    {"\033Oy", "9"},
};

/* The Linux console. */
static const Row console[] = {
    {"\033[[A", "F1"},        {"\033[[B", "F2"},        {"\033[[C", "F3"},        {"\033[[D", "F4"},
    {"\033[[E", "F5"},        {"\033[25~", "Shift-F1"}, {"\033[26~", "Shift-F2"}, {"\033[28~", "Shift-F3"},
    {"\033[29~", "Shift-F4"}, {"\033[31~", "Shift-F5"}, {"\033[34~", "Shift-F8"}, {"\033\033[[A", "Alt-F1"},
    {"\033[[Z", ""},
};

static const Row rxvt[] = {
    {"\033[7~", "Home"},
    {"\033[8~", "End"},
    {"\033[a", "Shift-Up"},
    {"\033[b", "Shift-Down"},
    {"\033[c", "Shift-Right"},
    {"\033[d", "Shift-Left"},
    {"\033Oa", "Ctrl-Up"},
    {"\033Ob", "Ctrl-Down"},
    {"\033Oc", "Ctrl-Right"},
    {"\033Od", "Ctrl-Left"},
    {"\033[7^", "Ctrl-Home"},
    {"\033[8^", "Ctrl-End"},
    {"\033[7$", "Shift-Home"},
    {"\033[8$", "Shift-End"},
    {"\033[7@", "Ctrl-Shift-Home"},
    {"\033[3^", "Ctrl-Delete"},
    {"\033[2$", "Shift-Insert"},
    {"\033[5^", "Ctrl-PageUp"},
    {"\033[6$", "Shift-PageDown"},
    {"\033[11^", "Ctrl-F1"},
    {"\033[24@", "Ctrl-Shift-F12"},
    {"\033\033[a", "Alt-Shift-Up"},
    {"\033\033[7^", "Ctrl-Alt-Home"},
};

/* modifyOtherKeys, and the CSI-u form of fixterms, kitty, foot, tmux. */
static const Row extended[] = {
    {"\033[27;5;105~", "Ctrl-I"},
    {"\033[27;5;13~", "Ctrl-Enter"},
    {"\033[27;2;13~", "Shift-Enter"},
    {"\033[27;6;90~", "Ctrl-Shift-Z"},
    {"\033[27;3;97~", "Alt-A"},
    {"\033[27;5;9~", "Ctrl-Tab"},
    {"\033[105;5u", "Ctrl-I"},
    {"\033[122;6u", "Ctrl-Shift-Z"},
    {"\033[97;3u", "Alt-A"},
    {"\033[97u", "a"},
    {"\033[97;2u", "A"},
    {"\033[233;1u", "é"},
    {"\033[13;5u", "Ctrl-Enter"},
    {"\033[9;6u", "Ctrl-Shift-Tab"},
    {"\033[127;5u", "Ctrl-Backspace"},
    {"\033[27u", "Escape"},
    {"\033[32;5u", "Ctrl-Space"},
    {"\033[32;2u", "Shift-Space"},
    {"\033[44;5u", "Ctrl-,"},
    {"\033[97:65;6:1u", "Ctrl-Shift-A"},
    {"\033[97;5:2u", "Ctrl-A"},
    {"\033[97;5:3u", ""}, /* let go */
    {"\033[1;5:3A", ""},
    {"\033[3;5:3~", ""},
    {"\033[57414u", "Enter"},
    {"\033[57399u", "0"},
    {"\033[57441;2u", ""}, /* Shift alone */
    {"\033[55296u", ""},   /* no character */
    {"\033[1114112u", ""},
    {"\033[155u", ""},
};

/* What terminals answer, and say of themselves: no key. */
static const Row answers[] = {
    {"\033[?64;1;2;6;22c", ""},
    {"\033[>41;372;0c", ""},
    {"\033[12;40R", ""},
    {"\033[0n", ""},
    {"\033[?2004;1$y", ""},
    {"\033[8;24;80t", ""},
    {"\033[I", ""},
    {"\033[O", ""},
    {"\033[200;5~", ""},
    {"\033[201~", ""},
    {"\033[65;30;97;1;0;1_", ""},
    {"\033]11;rgb:ffff/ffff/ffff\033\\", ""},
    {"\033]11;rgb:0000/0000/0000\007", ""},
    {"\033]52;c;cm0gLXJm\007", ""},
    {"\033P1$r0m\033\\", ""},
    {"\033P>|XTerm(372)\033\\", ""},
    {"\033_Gi=1;OK\033\\", ""},
    {"\033]0;unfinished", ""},
    {"\033]0;broken off\030", ""},
    {"\033]0;broken off\033[A", "Up"},
    {"\033[?1;2", ""},
    {"\033[1;2;3;4;5;6;7;8;9A", ""},
    {"\033[12345678A", ""},
    {"\033[999~", ""},
    {"\033[E", ""},
    {"\033[1;2\033[A", "Up"},
    {"\033[1;2\001", "Ctrl-A"},
    {"\033[1;2\303\251", "é"},
    {"\033[1:2;3;A", ""},
};

static const Row broken[] = {
    {"\200a", "a"},           {"\377\376a", "a"},   {"\303a", "a"},
    {"\303\303\251", "é"},    {"\300\257", ""},     /* overlong */
    {"\340\200\257", ""},     {"\355\240\200", ""}, /* surrogate */
    {"\364\220\200\200", ""},                       /* beyond Unicode */
    {"\302\233A", "A"},                             /* CSI as one C1 character */
    {"\233A", "A"},                                 /* … and as a byte */
    {"\357\277\277", ""},                           /* U+FFFF */
    {"\342\202", ""},         {"\033\377a", "a"},
};

static void test_tables(void)
{
    assert_rows(plain, G_N_ELEMENTS(plain));
    assert_strokes("\0", 1, "Ctrl-Space");
    assert_strokes("\033\0", 2, "Ctrl-Alt-Space");
    assert_rows(xterm, G_N_ELEMENTS(xterm));
    assert_rows(vt220, G_N_ELEMENTS(vt220));
    assert_rows(console, G_N_ELEMENTS(console));
    assert_rows(rxvt, G_N_ELEMENTS(rxvt));
    assert_rows(extended, G_N_ELEMENTS(extended));
    assert_rows(answers, G_N_ELEMENTS(answers));
    assert_rows(broken, G_N_ELEMENTS(broken));
}

/* All keys of the tables in one stream come out as one after the other. */
static void test_stream(void)
{
    g_autoptr(GString) bytes = g_string_new(NULL), expected = g_string_new(NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(xterm); i++) {
        g_string_append_printf(bytes, "%sx", xterm[i].bytes);
        g_string_append_printf(expected, "%s%s x", i > 0 ? " " : "", xterm[i].expected);
    }
    assert_strokes(bytes->str, bytes->len, expected->str);
}

static void test_escape(void)
{
    Case test;
    begin(&test);
    feed(&test, "\033", 1);
    assert_log(&test, "");
    g_assert_true(mb_decoder_pending(test.decoder));
    mb_decoder_timeout(test.decoder);
    assert_log(&test, "Escape");
    g_assert_false(mb_decoder_pending(test.decoder));
    feed(&test, "[A", 2); /* too late for a sequence */
    assert_log(&test, "[ A");
    feed(&test, "\303", 1);
    g_assert_true(mb_decoder_pending(test.decoder));
    feed(&test, "\251", 1);
    assert_log(&test, "é");
    end(&test);
}

/* --- pastes ------------------------------------------------------------------------------------------------------ */

#define PASTE(text) "\033[200~" text "\033[201~"

static const Row pastes[] = {
    {PASTE("two words"), "<two words>"},
    {PASTE("one\rtwo\r\nthree\nfour\r\n\r\n"), "<one\ntwo\nthree\nfour\n\n>"},
    {PASTE("tab\tbell\007esc\033[Aquit\021 del\177"), "<tab\tbell\007esc\033[Aquit\021 del\177>"},
    {PASTE("caf\303\251 \346\227\245"), "<café 日>"},
    {PASTE("bad\377\303"), "<bad\357\277\275\357\277\275>"},
    {PASTE(""), ""},
    {"a" PASTE("b") "c", "a <b> c"},
    {PASTE("b") PASTE("d") "\r", "<b> <d> Enter"},
    {PASTE("\033[200~ nested"), "<\033[200~ nested>"},
    {PASTE("\033[201"), "<\033[201>"},
};

static void test_paste(void)
{
    assert_rows(pastes, G_N_ELEMENTS(pastes));
    assert_strokes("\033[200~a\0b\033[201~", 15, "<ab>");
}

/* A mark within what was pasted does not make keys of the rest. */
static void test_paste_with_end(void)
{
    Case test;
    begin(&test);
    static const char trick[] = PASTE("a\033[201~\021\033OPrm\r") "x";
    feed(&test, trick, sizeof trick - 1);
    assert_log(&test, "<a\033[201~\021\033OPrm\n> x");
    static const char two[] = PASTE("a\033[201~\021b\033[201~\021") PASTE("c");
    feed(&test, two, sizeof two - 1);
    assert_log(&test, "<a\033[201~\021b\033[201~\021> <c>");
    end(&test);
}

static void test_paste_pauses(void)
{
    Case test;
    begin(&test);
    feed(&test, "\033[200~lost \303", 12);
    assert_log(&test, "");
    g_assert_false(mb_decoder_pending(test.decoder));
    g_assert_true(mb_decoder_pasting(test.decoder));
    feed(&test, "\033", 1); /* no pause yet: part of the paste */
    mb_decoder_pause(test.decoder);
    assert_log(&test, "<lost \357\277\275>");
    feed(&test, "[201~", 5);
    g_assert_false(mb_decoder_pasting(test.decoder));
    feed(&test, "\033[200~lost end", 14);
    mb_decoder_pause(test.decoder);
    assert_log(&test, "<lost end>");
    feed(&test, "typed\021", 6); /* not alone */
    g_assert_true(mb_decoder_pasting(test.decoder));
    feed(&test, "\021", 1);
    assert_log(&test, "<typed\021> Ctrl-Q");
    feed(&test, "\033[200~half \346\227", 13);
    mb_decoder_finish(test.decoder);
    assert_log(&test, "<half \357\277\275\357\277\275>");
    end(&test);
}

/* A hundred kilobytes in pieces come as one, and quickly even with many marks inside. */
static void test_paste_long(void)
{
    Case test;
    begin(&test);
    g_autoptr(GString) bytes = g_string_new("\033[200~");
    while (bytes->len < 100 * 1024)
        g_string_append(bytes, "The chair welcomed members.\033[201~\r\n");
    g_string_append(bytes, "\033[201~");
    gint64 before = g_get_monotonic_time();
    feed(&test, bytes->str, bytes->len);
    g_assert_cmpint(g_get_monotonic_time() - before, <, G_USEC_PER_SEC);
    g_assert_cmpint(test.log->str[test.log->len - 1], ==, '>');
    g_assert_false(mb_decoder_pasting(test.decoder));
    g_string_truncate(test.log, 0);
    g_autofree char *plain_text = g_strnfill(100000, 'x');
    feed(&test, "\033[200~", 6);
    for (int i = 0; i < 1000; i++)
        feed(&test, plain_text + i * 100, 100);
    feed(&test, "\033[201~", 6);
    g_assert_cmpuint(test.log->len, ==, 100002);
    end(&test);
}

/* --- mouse ------------------------------------------------------------------------------------------------------- */

static const Row mice[] = {
    {"\033[<0;10;5M", "press1*1@4,9"},
    {"\033[<0;10;5M\033[<0;10;5m", "press1*1@4,9 release1*1@4,9"},
    {"\033[<1;1;1M", "press2*1@0,0"},
    {"\033[<2;1;1M", "press3*1@0,0"},
    {"\033[<0;3;3M\033[<32;4;3M\033[<0;4;3m", "press1*1@2,2 drag1*1@2,3 release1*1@2,3"},
    {"\033[<64;7;2M", "up0*0@1,6"},
    {"\033[<65;7;2M", "down0*0@1,6"},
    {"\033[<4;2;2M", "Shift-press1*1@1,1"},
    {"\033[<16;2;2M", "Ctrl-press1*1@1,1"},
    {"\033[<8;2;2M", "Alt-press1*1@1,1"},
    {"\033[<80;2;2M", "Ctrl-up0*0@1,1"},
    {"\033[<0;500;500M", "press1*1@499,499"},
    {"\033[<35;2;2M", ""},  /* moved without a button */
    {"\033[<66;2;2M", ""},  /* wheel sideways */
    {"\033[<128;2;2M", ""}, /* other buttons */
    {"\033[<0;0;1M", ""},   /* nowhere */
    {"\033[<0;1;99999M", ""},
    {"\033[<0;1M", ""},
    {"\033[<;1;1M", ""},
    {"\033[32;10;5M", "press1*1@4,9"}, /* rxvt */
    {"\033[35;10;5M", "release1*1@4,9"},
    {"\033[M !!", "press1*1@0,0"}, /* the first xterm's */
    {"\033[M#*%", "release1*1@4,9"},
    {"\033[M`*%", "up0*0@4,9"},
    {"\033[M\377\377\377", ""},
};

static void test_mouse(void)
{
    assert_rows(mice, G_N_ELEMENTS(mice));
}

static void click(Case *test, gint64 now, const char *bytes)
{
    test->now = now;
    feed(test, bytes, strlen(bytes));
}

static void test_clicks(void)
{
    Case test;
    begin(&test);
    click(&test, 1000, "\033[<0;3;3M\033[<0;3;3m");
    click(&test, 1300, "\033[<0;3;3M\033[<0;3;3m");
    click(&test, 1700, "\033[<0;3;3M\033[<0;3;3m");
    assert_log(&test, "press1*1@2,2 release1*1@2,2 press1*2@2,2 release1*2@2,2 press1*3@2,2 release1*3@2,2");
    click(&test, 1800, "\033[<0;3;3M"); /* a fourth begins anew */
    click(&test, 2201, "\033[<0;3;3M"); /* too late */
    click(&test, 2300, "\033[<0;4;3M"); /* elsewhere */
    click(&test, 2400, "\033[<2;4;3M"); /* another button */
    assert_log(&test, "press1*1@2,2 press1*1@2,2 press1*1@2,3 press3*1@2,3");
    end(&test);
}

/* --- garbage ----------------------------------------------------------------------------------------------------- */

static void check_stroke(gpointer data, const MbStroke *stroke)
{
    guint *count = data;
    ++*count;
    g_assert_cmpuint(stroke->modifiers & ~(unsigned)(MB_SHIFT | MB_CTRL | MB_ALT), ==, 0);
    if (stroke->kind == MB_STROKE_KEY) {
        gboolean character = stroke->key < MB_KEY_ENTER && g_unichar_validate(stroke->key) && stroke->key >= 0x20 &&
                             !(stroke->key >= 0x7F && stroke->key < 0xA0);
        g_assert_true(character || (stroke->key >= MB_KEY_ENTER && stroke->key <= MB_KEY_F12));
    } else if (stroke->kind == MB_STROKE_PASTE) {
        g_assert_true(g_utf8_validate(stroke->text, (gssize)stroke->length, NULL));
        g_assert_cmpuint(strlen(stroke->text), ==, stroke->length);
        g_assert_null(strchr(stroke->text, '\r'));
    } else {
        g_assert_cmpint(stroke->kind, ==, MB_STROKE_MOUSE);
        g_assert_true(stroke->row >= 0 && stroke->row < 5000 && stroke->column >= 0 && stroke->column < 5000);
        g_assert_true(stroke->button >= 0 && stroke->button <= 3 && stroke->clicks >= 0 && stroke->clicks <= 3);
    }
}

/* Bytes in pieces of random lengths, each in a block of its own so that a checker sees a step beyond it. */
static void feed_garbage(MbDecoder *decoder, GRand *random, GString *bytes)
{
    for (gsize at = 0; at < bytes->len;) {
        gsize wanted = (gsize)g_rand_int_range(random, 1, 40), length = MIN(wanted, bytes->len - at);
        g_autofree char *piece = g_memdup2(bytes->str + at, length);
        mb_decoder_feed(decoder, piece, length, (gint64)at);
        at += length;
        if (g_rand_int_range(random, 0, 20) == 0 && mb_decoder_pending(decoder))
            mb_decoder_timeout(decoder);
        if (g_rand_int_range(random, 0, 50) == 0)
            mb_decoder_pause(decoder);
    }
}

static void test_garbage(void)
{
    static const char *const pieces[] = {"\033[",     "\033O",  "\033",   "\033[<", "~", ";", "\033[200~",
                                         "\033[201~", "\033]",  "\033\\", "M",      "m", "u", "\303",
                                         "\r",        "\033[M", "99999",  "[",      ":", "$"};
    GRand *random = g_rand_new_with_seed(20260115);
    guint count = 0;
    for (int round = 0; round < 3000; round++) {
        MbDecoder *decoder = mb_decoder_new(check_stroke, &count);
        g_autoptr(GString) bytes = g_string_new(NULL);
        for (int n = g_rand_int_range(random, 1, 120); n > 0; n--) {
            if (g_rand_boolean(random))
                g_string_append(bytes, pieces[g_rand_int_range(random, 0, G_N_ELEMENTS(pieces))]);
            else
                g_string_append_c(bytes, (char)g_rand_int_range(random, 0, 256));
        }
        feed_garbage(decoder, random, bytes);
        mb_decoder_finish(decoder);
        g_assert_false(mb_decoder_pending(decoder));
        g_assert_false(mb_decoder_pasting(decoder));
        mb_decoder_free(decoder);
    }
    g_assert_cmpuint(count, >, 10000);
    g_rand_free(random);
}

/* A sequence without an end takes no room and gives nothing; after it, keys are keys. */
static void test_endless(void)
{
    static const char *const starts[] = {"\033[", "\033[1;", "\033O", "\033[<"};
    g_autofree char *digits = g_strnfill(1000000, '7');
    for (gsize i = 0; i < G_N_ELEMENTS(starts); i++) {
        Case test;
        begin(&test);
        feed(&test, starts[i], strlen(starts[i]));
        feed(&test, digits, 1000000);
        feed(&test, "A", 1);
        feed(&test, "x\033[B", 4);
        assert_log(&test, "x Down");
        feed(&test, "\033]", 2);
        feed(&test, digits, 1000000);
        mb_decoder_timeout(test.decoder);
        feed(&test, "y", 1);
        assert_log(&test, "y");
        end(&test);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/decode/the keys of terminals", test_tables);
    g_test_add_func("/decode/a stream of keys", test_stream);
    g_test_add_func("/decode/Escape alone", test_escape);
    g_test_add_func("/decode/pastes", test_paste);
    g_test_add_func("/decode/a paste that holds its own end", test_paste_with_end);
    g_test_add_func("/decode/a paste whose end was lost", test_paste_pauses);
    g_test_add_func("/decode/long pastes", test_paste_long);
    g_test_add_func("/decode/mouse", test_mouse);
    g_test_add_func("/decode/clicks are counted", test_clicks);
    g_test_add_func("/decode/garbage", test_garbage);
    g_test_add_func("/decode/endless sequences", test_endless);
    return g_test_run();
}
