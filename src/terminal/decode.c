/* SPDX-License-Identifier: MIT */
/* Bytes to strokes, a state machine: each byte is looked at once and nothing but a paste is kept for long. What the
   sequences mean is keys.c, of the mouse mouse.c. */
#include "minutebook/terminal/decode.h"

#include "keys.h"
#include "mouse.h"

#include <string.h>

typedef enum {
    GROUND,
    LETTER,  /* within a character of several bytes */
    ESCAPE,  /* after ESC */
    CONTROL, /* after ESC [ */
    SINGLE,  /* after ESC O */
    CONSOLE, /* after ESC [ [ : the Linux console's F1 to F5 */
    BUTTON,  /* after ESC [ M : three bytes of the first mouse reports */
    STRING,  /* after ESC ] P X ^ _ : a terminal's answer, up to ESC \ or BEL */
    STRING_ESCAPE,
    PASTE,
} State;

/* Longer than any sequence that a terminal sends; what is longer is dropped as it comes. */
enum { HELD_MOST = 96, PASTE_PIECE = 16 << 20 };

struct MbDecoder {
    MbStrokeTaker taker;
    gpointer data;
    State state;
    gboolean alt;       /* an Escape stands before what has begun */
    gboolean too_long;  /* the sequence outgrew HELD; it is dropped when it ends */
    gboolean string_on; /* the string has got a byte: it is not Alt with ] */
    gsize held;
    char hold[HELD_MOST];
    GString *paste;
    gboolean paused; /* the paste has been given as far as it came; its end may have been lost */
    gboolean fresh;  /* something of it came after that */
    MbClicks clicks;
    gint64 now;
};

static const char paste_end[] = "\033[201~";
static const char paste_start[] = "\033[200~";

MbDecoder *mb_decoder_new(MbStrokeTaker taker, gpointer data)
{
    MbDecoder *decoder = g_new0(MbDecoder, 1);
    decoder->taker = taker;
    decoder->data = data;
    decoder->paste = g_string_new(NULL);
    return decoder;
}

void mb_decoder_free(MbDecoder *decoder)
{
    if (decoder == NULL)
        return;
    g_string_free(decoder->paste, TRUE);
    g_free(decoder);
}

static void become(MbDecoder *decoder, State state)
{
    decoder->state = state;
    decoder->held = 0;
    decoder->too_long = FALSE;
    if (state == GROUND)
        decoder->alt = FALSE;
}

/* Back to the ground, and the key given. */
static void give_key(MbDecoder *decoder, guint32 key, unsigned modifiers)
{
    if (decoder->alt)
        modifiers |= MB_ALT;
    become(decoder, GROUND);
    if (key == MB_KEY_NONE)
        return;
    MbStroke stroke = mb_stroke_key(key, modifiers);
    decoder->taker(decoder->data, &stroke);
}

static void give_code(MbDecoder *decoder, guint32 code)
{
    unsigned modifiers = decoder->alt ? MB_ALT : 0;
    guint32 key = mb_keys_code(code, &modifiers);
    give_key(decoder, key, modifiers);
}

static void give_byte(MbDecoder *decoder, guint8 byte)
{
    unsigned modifiers = 0;
    guint32 key = mb_keys_byte(byte, &modifiers);
    give_key(decoder, key, modifiers);
}

static void hold(MbDecoder *decoder, guint8 byte)
{
    if (decoder->held < sizeof decoder->hold)
        decoder->hold[decoder->held++] = (char)byte;
    else
        decoder->too_long = TRUE;
}

/* --- pastes ------------------------------------------------------------------------------------------------------ */

/* Gives LENGTH bytes of the paste: valid UTF-8, no NUL, lines that end in \n. */
static void give_paste(MbDecoder *decoder, gsize length)
{
    g_autofree char *bytes = g_memdup2(decoder->paste->str, length + 1);
    gsize kept = 0;
    for (gsize i = 0; i < length; i++) {
        char c = bytes[i];
        if (c == '\0' || (c == '\n' && i > 0 && decoder->paste->str[i - 1] == '\r'))
            continue;
        bytes[kept++] = c == '\r' ? '\n' : c;
    }
    g_autofree char *text = g_utf8_make_valid(bytes, (gssize)kept);
    const MbStroke stroke = {.kind = MB_STROKE_PASTE, .text = text, .length = strlen(text)};
    g_string_erase(decoder->paste, 0, (gssize)length);
    if (stroke.length > 0)
        decoder->taker(decoder->data, &stroke);
}

/* Bytes at the end of the paste that may belong with what comes: a part of the end mark, of a letter, CR before LF. */
static gsize unfinished(const GString *paste)
{
    gsize most = MIN(paste->len, sizeof paste_end - 2);
    for (gsize length = most; length > 0; length--) {
        if (memcmp(paste->str + paste->len - length, paste_end, length) == 0)
            return length;
    }
    for (gsize length = 1; length <= MIN(paste->len, 3); length++) {
        guchar c = (guchar)paste->str[paste->len - length];
        if (c >= 0xC0)
            return length;
        if (c < 0x80)
            break;
    }
    return paste->len > 0 && paste->str[paste->len - 1] == '\r' ? 1 : 0;
}

static void end_paste(MbDecoder *decoder)
{
    become(decoder, GROUND);
    decoder->paused = FALSE;
    give_paste(decoder, decoder->paste->len);
}

/* Whether an end mark in BYTES is followed by another without a start between: then the first came with the text that
   was pasted, and what follows it must not act as keys. */
static gboolean ends_again(const char *bytes, gsize length)
{
    const char *end = memmem(bytes, length, paste_end, sizeof paste_end - 1);
    return end != NULL && memmem(bytes, (gsize)(end - bytes), paste_start, sizeof paste_start - 1) == NULL;
}

/* Takes what of BYTES belongs to the paste; returns how many that are. */
static gsize take_paste(MbDecoder *decoder, const char *bytes, gsize length)
{
    GString *paste = decoder->paste;
    gsize mark = sizeof paste_end - 1;
    gsize from = paste->len > mark ? paste->len - mark : 0, before = paste->len;
    g_string_append_len(paste, bytes, (gssize)length);
    decoder->fresh = TRUE;
    for (;;) {
        const char *end = memmem(paste->str + from, paste->len - from, paste_end, mark);
        if (end == NULL)
            break;
        gsize at = (gsize)(end - paste->str);
        gsize after = at + mark;
        from = after;
        if (ends_again(paste->str + after, paste->len - after))
            continue;
        g_string_truncate(paste, at);
        end_paste(decoder);
        return after - before;
    }
    if (paste->len >= PASTE_PIECE)
        give_paste(decoder, paste->len - unfinished(paste));
    return length;
}

gboolean mb_decoder_pasting(const MbDecoder *decoder)
{
    return decoder->state == PASTE && decoder->fresh;
}

void mb_decoder_pause(MbDecoder *decoder)
{
    if (decoder->state != PASTE)
        return;
    decoder->paused = TRUE;
    decoder->fresh = FALSE;
    give_paste(decoder, decoder->paste->len - unfinished(decoder->paste));
}

/* After a pause: Escape, Ctrl-C or Ctrl-Q alone is the hand that wants to get on. */
static gboolean leaves_paste(const MbDecoder *decoder, const char *bytes, gsize length)
{
    return decoder->paused && length == 1 && strchr("\033\003\021", bytes[0]) != NULL && bytes[0] != '\0';
}

/* --- sequences --------------------------------------------------------------------------------------------------- */

static void give_mouse(MbDecoder *decoder, int code, int column, int row, gboolean release)
{
    MbStroke stroke;
    become(decoder, GROUND);
    if (mb_mouse_stroke(&decoder->clicks, code, column, row, release, decoder->now, &stroke))
        decoder->taker(decoder->data, &stroke);
}

/* TRUE where SEQUENCE was a report of the mouse. */
static gboolean mouse_report(MbDecoder *decoder, const MbSequence *sequence)
{
    const int *p = sequence->parameters;
    if ((sequence->final != 'M' && sequence->final != 'm') || sequence->count != 3)
        return FALSE;
    if (sequence->prefix == '<')
        give_mouse(decoder, p[0], p[1], p[2], sequence->final == 'm');
    else if (sequence->prefix == 0 && sequence->final == 'M')
        give_mouse(decoder, p[0] - 32, p[1], p[2], FALSE);
    else
        return FALSE;
    return TRUE;
}

static void end_control(MbDecoder *decoder, char final)
{
    MbSequence sequence;
    unsigned modifiers = 0;
    if (decoder->too_long || !mb_sequence_read(&sequence, decoder->hold, decoder->held, final)) {
        become(decoder, GROUND);
        return;
    }
    if (final == '~' && sequence.parameters[0] == 200 && sequence.count == 1 && sequence.prefix == 0) {
        become(decoder, PASTE);
        decoder->alt = FALSE;
        decoder->fresh = TRUE;
        return;
    }
    if (mouse_report(decoder, &sequence))
        return;
    guint32 key = mb_keys_control(&sequence, &modifiers);
    give_key(decoder, key, modifiers);
}

static void end_single(MbDecoder *decoder, char final)
{
    MbSequence sequence;
    unsigned modifiers = decoder->alt ? MB_ALT : 0;
    guint32 key = MB_KEY_NONE;
    if (!decoder->too_long && mb_sequence_read(&sequence, decoder->hold, decoder->held, final))
        key = mb_keys_single(&sequence, &modifiers);
    give_key(decoder, key, modifiers);
}

static gboolean ground(MbDecoder *decoder, guint8 byte);

/* A byte that cannot go on what has begun: that is dropped, the byte begins anew. */
static gboolean begin_anew(MbDecoder *decoder, guint8 byte)
{
    become(decoder, GROUND);
    return ground(decoder, byte);
}

static gboolean letter_begins(MbDecoder *decoder, guint8 byte)
{
    if (byte < 0xC2 || byte > 0xF4)
        become(decoder, GROUND); /* no letter begins so: dropped */
    else {
        decoder->state = LETTER;
        decoder->held = 0;
        hold(decoder, byte);
    }
    return TRUE;
}

static gboolean ground(MbDecoder *decoder, guint8 byte)
{
    if (byte == 0x1B)
        become(decoder, ESCAPE);
    else if (byte < 0x20 || byte == 0x7F)
        give_byte(decoder, byte);
    else if (byte < 0x80)
        give_code(decoder, byte);
    else
        return letter_begins(decoder, byte);
    return TRUE;
}

static gboolean letter(MbDecoder *decoder, guint8 byte)
{
    if ((byte & 0xC0) != 0x80)
        return begin_anew(decoder, byte);
    hold(decoder, byte);
    gunichar c = g_utf8_get_char_validated(decoder->hold, (gssize)decoder->held);
    if (c == (gunichar)-1)
        become(decoder, GROUND);
    else if (c != (gunichar)-2)
        give_code(decoder, c);
    return TRUE;
}

static gboolean escape(MbDecoder *decoder, guint8 byte)
{
    gboolean twice = decoder->alt;
    switch (byte) {
    case '[':
        become(decoder, CONTROL);
        return TRUE;
    case 'O':
        become(decoder, SINGLE);
        return TRUE;
    case ']':
    case 'P':
    case 'X':
    case '^':
    case '_':
        become(decoder, STRING);
        decoder->string_on = FALSE;
        hold(decoder, byte);
        return TRUE;
    case 0x1B:
        decoder->alt = FALSE;
        if (twice)
            give_key(decoder, MB_KEY_ESCAPE, 0);
        become(decoder, ESCAPE);
        decoder->alt = TRUE; /* perhaps rxvt's Alt with a cursor key */
        return TRUE;
    default:
        break;
    }
    if (twice) { /* an Escape, then Alt with this */
        decoder->alt = FALSE;
        give_key(decoder, MB_KEY_ESCAPE, 0);
    }
    decoder->state = GROUND;
    decoder->alt = TRUE;
    return ground(decoder, byte);
}

/* Whether $ ends the sequence (rxvt's Shift with a numbered key) and is not the middle of a terminal's answer. */
static gboolean dollar_ends(const MbDecoder *decoder)
{
    for (gsize i = 0; i < decoder->held; i++) {
        if (!g_ascii_isdigit(decoder->hold[i]))
            return FALSE;
    }
    return decoder->held > 0;
}

static gboolean control(MbDecoder *decoder, guint8 byte)
{
    if (byte < 0x20 || byte > 0x7E)
        return begin_anew(decoder, byte);
    if (decoder->held == 0 && !decoder->too_long && (byte == '[' || byte == 'M')) {
        become(decoder, byte == '[' ? CONSOLE : BUTTON);
        return TRUE;
    }
    if (byte >= 0x40 || (byte == '$' && dollar_ends(decoder)))
        end_control(decoder, (char)byte);
    else
        hold(decoder, byte);
    return TRUE;
}

static gboolean single(MbDecoder *decoder, guint8 byte)
{
    if (byte < 0x20 || byte > 0x7E)
        return begin_anew(decoder, byte);
    if (byte >= 0x40 || (byte == ' ' && decoder->held == 0))
        end_single(decoder, (char)byte);
    else
        hold(decoder, byte);
    return TRUE;
}

static gboolean console(MbDecoder *decoder, guint8 byte)
{
    if (byte < 0x20 || byte > 0x7E)
        return begin_anew(decoder, byte);
    give_key(decoder, byte >= 'A' && byte <= 'E' ? MB_KEY_F1 + (byte - 'A') : MB_KEY_NONE, 0);
    return TRUE;
}

static gboolean button(MbDecoder *decoder, guint8 byte)
{
    if (byte < 0x20)
        return begin_anew(decoder, byte);
    hold(decoder, byte);
    if (decoder->held == 3) {
        const guchar *b = (const guchar *)decoder->hold;
        give_mouse(decoder, b[0] - 32, b[1] - 32, b[2] - 32, FALSE);
    }
    return TRUE;
}

static gboolean string(MbDecoder *decoder, guint8 byte)
{
    if (decoder->state == STRING_ESCAPE) {
        become(decoder, byte == '\\' ? GROUND : ESCAPE);
        return byte == '\\' ? TRUE : escape(decoder, byte);
    }
    decoder->string_on = TRUE;
    if (byte == 0x07 || byte == 0x18 || byte == 0x1A)
        become(decoder, GROUND);
    else if (byte == 0x1B)
        decoder->state = STRING_ESCAPE;
    return TRUE;
}

static void take_byte(MbDecoder *decoder, guint8 byte)
{
    static gboolean (*const steps[])(MbDecoder *, guint8) = {
        [GROUND] = ground,   [LETTER] = letter, [ESCAPE] = escape, [CONTROL] = control,      [SINGLE] = single,
        [CONSOLE] = console, [BUTTON] = button, [STRING] = string, [STRING_ESCAPE] = string,
    };
    steps[decoder->state](decoder, byte);
}

void mb_decoder_feed(MbDecoder *decoder, const char *bytes, gsize length, gint64 now)
{
    decoder->now = now;
    if (decoder->state == PASTE && leaves_paste(decoder, bytes, length))
        end_paste(decoder);
    for (gsize i = 0; i < length;) {
        if (decoder->state == PASTE)
            i += take_paste(decoder, bytes + i, length - i);
        else
            take_byte(decoder, (guint8)bytes[i++]);
    }
}

gboolean mb_decoder_pending(const MbDecoder *decoder)
{
    return decoder->state != GROUND && decoder->state != PASTE;
}

/* What began with ESC and one more letter is Alt with that letter, if nothing else came. */
static void begun_alone(MbDecoder *decoder, guint8 byte)
{
    decoder->alt = TRUE;
    give_code(decoder, byte);
}

void mb_decoder_timeout(MbDecoder *decoder)
{
    gboolean twice = decoder->alt;
    switch (decoder->state) {
    case GROUND:
    case PASTE:
        return;
    case ESCAPE:
        decoder->alt = FALSE;
        give_key(decoder, MB_KEY_ESCAPE, 0);
        if (twice)
            give_key(decoder, MB_KEY_ESCAPE, 0);
        return;
    case CONTROL:
    case SINGLE:
        if (decoder->held == 0 && !decoder->too_long) {
            begun_alone(decoder, decoder->state == CONTROL ? '[' : 'O');
            return;
        }
        break;
    case STRING:
        if (!decoder->string_on) {
            begun_alone(decoder, (guint8)decoder->hold[0]);
            return;
        }
        break;
    default:
        break;
    }
    become(decoder, GROUND);
}

void mb_decoder_finish(MbDecoder *decoder)
{
    if (decoder->state == PASTE)
        end_paste(decoder);
    else
        mb_decoder_timeout(decoder);
}
