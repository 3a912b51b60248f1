/* SPDX-License-Identifier: MIT */
/* Two windows in one paragraph: what each has changed since both agreed is put together. Where both changed the same
   words both versions stand, one after the other: nothing typed is dropped. */
#include "writing_private.h"

#include <string.h>

/* BASE from FROM to TO became LENGTH bytes of the text, starting at FROM there. */
typedef struct {
    gsize from, to, length;
} Change;

static gboolean inside_letter(char c)
{
    return ((guchar)c & 0xC0) == 0x80;
}

static Change change_of(const char *base, const char *text)
{
    gsize base_length = strlen(base);
    gsize text_length = strlen(text);
    gsize least = MIN(base_length, text_length);
    gsize head = 0;
    gsize tail = 0;

    while (head < least && base[head] == text[head])
        head++;
    while (head && (inside_letter(base[head]) || inside_letter(text[head])))
        head--;
    while (tail < least - head && base[base_length - tail - 1] == text[text_length - tail - 1])
        tail++;
    while (tail && (inside_letter(base[base_length - tail]) || inside_letter(text[text_length - tail])))
        tail--;
    return (Change){head, base_length - tail, text_length - tail - head};
}

/* BASE from FROM to TO as TEXT has it. */
static void append_version(GString *out, const char *base, gsize from, gsize to, const char *text, Change change)
{
    g_string_append_len(out, base + from, (gssize)(change.from - from));
    g_string_append_len(out, text + change.from, (gssize)change.length);
    g_string_append_len(out, base + change.to, (gssize)(to - change.to));
}

static gboolean unchanged(Change change)
{
    return change.from == change.to && !change.length;
}

static char *both_versions(const char *mine, Change my, const char *base, const char *theirs, Change their)
{
    gsize from = MIN(my.from, their.from);
    gsize to = MAX(my.to, their.to);
    GString *out = g_string_new_len(base, (gssize)from);

    append_version(out, base, from, to, theirs, their);
    append_version(out, base, from, to, mine, my);
    g_string_append(out, base + to);
    return g_string_free(out, FALSE);
}

static char *one_after_the_other(const char *first, Change one, const char *base, const char *second, Change two)
{
    GString *out = g_string_new_len(base, (gssize)one.from);

    g_string_append_len(out, first + one.from, (gssize)one.length);
    g_string_append_len(out, base + one.to, (gssize)(two.from - one.to));
    g_string_append_len(out, second + two.from, (gssize)two.length);
    g_string_append(out, base + two.to);
    return g_string_free(out, FALSE);
}

char *mb_writing_merge_text(const char *mine, const char *base, const char *theirs)
{
    Change my;
    Change their;

    mine = mine ? mine : "";
    base = base ? base : "";
    theirs = theirs ? theirs : "";
    my = change_of(base, mine);
    their = change_of(base, theirs);
    if (unchanged(their) || strcmp(mine, theirs) == 0)
        return g_strdup(mine);
    if (unchanged(my))
        return g_strdup(theirs);
    if (their.to <= my.from)
        return one_after_the_other(theirs, their, base, mine, my);
    if (my.to <= their.from)
        return one_after_the_other(mine, my, base, theirs, their);
    return both_versions(mine, my, base, theirs, their);
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
