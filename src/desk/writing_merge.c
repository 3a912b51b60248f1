/* SPDX-License-Identifier: MIT */
/* Two windows in one paragraph: what each has changed since both agreed is put together, letter by letter. Where both
   changed the same letters both versions stand, one after the other: nothing typed is dropped. */
#include "writing_private.h"

#include <string.h>

/* Past so many pairs of letters the differing middle counts as one change. */
enum { MOST_PAIRS = 4 * 1000 * 1000 };

/* BASE from FROM to TO became the text from AT, LENGTH letters long. */
typedef struct {
    glong from, to, at, length;
} Change;

typedef struct {
    gunichar *letters;
    glong length;
    GArray *changes; /* against the base, in order */
} Side;

static void add_change(GArray *changes, glong from, glong to, glong at, glong length)
{
    Change *last = changes->len ? &g_array_index(changes, Change, changes->len - 1) : NULL;
    Change change = {from, to, at, length};

    if (last && last->to == from && last->at + last->length == at) {
        last->to = to;
        last->length += length;
    } else if (to > from || length) {
        g_array_append_val(changes, change);
    }
}

/* The lengths of the longest common parts of what is left of both, from each pair of letters on. */
static guint16 *common_lengths(const gunichar *base, glong n, const gunichar *text, glong m)
{
    guint16 *lengths = g_new0(guint16, (gsize)((n + 1) * (m + 1)));

    for (glong i = n - 1; i >= 0; i--)
        for (glong j = m - 1; j >= 0; j--) {
            guint16 *here = &lengths[i * (m + 1) + j];

            *here = base[i] == text[j] ? (guint16)(here[m + 2] + 1) : MAX(here[m + 1], here[1]);
        }
    return lengths;
}

static void compare_middle(const gunichar *base, glong n, const gunichar *text, glong m, glong head, GArray *changes)
{
    g_autofree guint16 *lengths = common_lengths(base, n, text, m);
    glong i = 0;
    glong j = 0;

    while (i < n || j < m) {
        const guint16 *here = &lengths[i * (m + 1) + j];

        if (i < n && j < m && base[i] == text[j]) {
            i++;
            j++;
        } else if (j < m && (i == n || here[1] >= here[m + 1])) {
            add_change(changes, head + i, head + i, head + j, 1);
            j++;
        } else {
            add_change(changes, head + i, head + i + 1, head + j, 0);
            i++;
        }
    }
}

static void compare(const gunichar *base, glong base_length, Side *side)
{
    glong least = MIN(base_length, side->length);
    glong head = 0;
    glong tail = 0;
    glong n;
    glong m;

    while (head < least && base[head] == side->letters[head])
        head++;
    while (tail < least - head && base[base_length - tail - 1] == side->letters[side->length - tail - 1])
        tail++;
    n = base_length - head - tail;
    m = side->length - head - tail;
    if (n && m && n * m <= MOST_PAIRS)
        compare_middle(base + head, n, side->letters + head, m, head, side->changes);
    else
        add_change(side->changes, head, head + n, head, m);
}

static void side_init(Side *side, const char *text, const gunichar *base, glong base_length)
{
    side->letters = g_utf8_to_ucs4_fast(text ? text : "", -1, &side->length);
    side->changes = g_array_new(FALSE, FALSE, sizeof(Change));
    if (base)
        compare(base, base_length, side);
}

static void side_clear(Side *side)
{
    g_free(side->letters);
    g_array_unref(side->changes);
}

static void append_letters(GString *out, const gunichar *letters, glong from, glong to)
{
    for (glong i = from; i < to; i++)
        g_string_append_unichar(out, letters[i]);
}

/* The base from FROM to TO as SIDE has it, by its changes FIRST up to LAST. */
static char *version(const gunichar *base, glong from, glong to, const Side *side, guint first, guint last)
{
    GString *out = g_string_new(NULL);

    for (guint i = first; i < last; i++) {
        const Change *change = &g_array_index(side->changes, Change, i);

        append_letters(out, base, from, change->from);
        append_letters(out, side->letters, change->at, change->at + change->length);
        from = change->to;
    }
    append_letters(out, base, from, to);
    return g_string_free(out, FALSE);
}

static const Change *change_at(const Side *side, guint index)
{
    return index < side->changes->len ? &g_array_index(side->changes, Change, index) : NULL;
}

/* Takes the changes of SIDE that touch the letters up to TO. */
static gboolean take(const Side *side, guint *next, glong *to)
{
    const Change *change = change_at(side, *next);

    if (!change || change->from >= *to)
        return FALSE;
    *to = MAX(*to, change->to);
    (*next)++;
    return TRUE;
}

/* The next changes that touch each other, of one side or both; theirs first. */
static glong join_next(GString *out, const gunichar *base, glong done, const Side *theirs, guint *their_next,
                       const Side *mine, guint *my_next)
{
    const Change *their = change_at(theirs, *their_next);
    const Change *my = change_at(mine, *my_next);
    gboolean first = their && (!my || their->from <= my->from);
    glong from = first ? their->from : my->from;
    glong to = first ? their->to : my->to;
    guint their_first = *their_next;
    guint my_first = *my_next;
    g_autofree char *their_version = NULL;
    g_autofree char *my_version = NULL;

    *(first ? their_next : my_next) += 1;
    while (take(theirs, their_next, &to) || take(mine, my_next, &to))
        ;
    their_version = version(base, from, to, theirs, their_first, *their_next);
    my_version = version(base, from, to, mine, my_first, *my_next);
    append_letters(out, base, done, from);
    if (*their_next > their_first)
        g_string_append(out, their_version);
    if (*my_next > my_first && (*their_next == their_first || strcmp(my_version, their_version) != 0))
        g_string_append(out, my_version);
    return to;
}

char *mb_writing_merge_text(const char *mine, const char *base, const char *theirs)
{
    Side ground;
    Side my;
    Side their;
    GString *out = g_string_new(NULL);
    guint my_next = 0;
    guint their_next = 0;
    glong done = 0;

    side_init(&ground, base, NULL, 0);
    side_init(&my, mine, ground.letters, ground.length);
    side_init(&their, theirs, ground.letters, ground.length);
    while (change_at(&my, my_next) || change_at(&their, their_next))
        done = join_next(out, ground.letters, done, &their, &their_next, &my, &my_next);
    append_letters(out, ground.letters, done, ground.length);
    side_clear(&ground);
    side_clear(&my);
    side_clear(&their);
    return g_string_free(out, FALSE);
}

void mb_writing_merge(MbMinute *mine, const MbMinute *base, const MbMinute *theirs)
{
    char *text = mb_writing_merge_text(mine->text, base->text, theirs->text);

    for (const MbField *field = MB_MINUTE.fields; field->name; field++) {
        g_autofree char *now = mb_field_text(field, mine);
        g_autofree char *was = mb_field_text(field, base);
        g_autofree char *other = mb_field_text(field, theirs);

        if (g_strcmp0(now, was) == 0 && g_strcmp0(other, was) != 0)
            mb_field_set_text(field, mine, other);
    }
    mb_set_take(&mine->text, text);
}
