/* SPDX-License-Identifier: MIT */
#include "which.h"

#include "deed.h"
#include "find_key.h"

#include "minutebook/base/text.h"

#include <string.h>

enum { LABEL_WIDTH = 40 };

/* "1 “To dredge the north channel”; 2 “To …”". */
static char *list_of(MbDesk *desk, const GPtrArray *records, const MbWhich *which)
{
    GString *list = g_string_new(NULL);

    for (guint i = 0; i < records->len; i++) {
        g_autofree char *label = which->label(desk, records->pdata[i]);
        g_autofree char *short_label = mb_text_fit(label, LABEL_WIDTH);

        g_string_append_printf(list, "%s%u “%s”", i ? "; " : "", i + 1, short_label);
    }
    return g_string_free(list, FALSE);
}

/* Those whose label is WORDS, else those whose label holds them. New array. */
static GPtrArray *by_words(MbDesk *desk, const GPtrArray *records, const MbWhich *which, const char *words)
{
    GPtrArray *found = g_ptr_array_new();

    for (int whole = 1; whole >= 0 && !found->len; whole--)
        for (guint i = 0; i < records->len; i++) {
            g_autofree char *label = which->label(desk, records->pdata[i]);

            if (whole ? mb_text_same(label, words) : !mb_deed_blank(words) && mb_text_contains(label, words))
                g_ptr_array_add(found, records->pdata[i]);
        }
    return found;
}

static gpointer by_key(MbDesk *desk, const GPtrArray *records, const MbNoun *noun, const char *words, GError **error)
{
    gpointer record = mb_find_key(desk, noun, words, error);

    for (guint i = 0; record && i < records->len; i++)
        if (records->pdata[i] == record)
            return record;
    if (record)
        mb_deed_refuse(error, "That record belongs to another item; nothing was changed.");
    return NULL;
}

gpointer mb_which(MbDesk *desk, const GPtrArray *records, const MbWhich *which, const char *words, GError **error)
{
    g_autofree char *list = list_of(desk, records, which);
    g_autoptr(GPtrArray) found = NULL;
    guint64 number;

    if (!records->len) {
        mb_deed_refuse(error, "There is no %s under %s yet; %s.", which->one, which->place, which->none);
        return NULL;
    }
    if (words && mb_find_is_key(words))
        return by_key(desk, records, ((MbRecord *)records->pdata[0])->noun, words, error);
    if (!words && records->len == 1)
        return records->pdata[0];
    if (words && g_ascii_string_to_unsigned(words, 10, 1, records->len, &number, NULL))
        return records->pdata[number - 1];
    found = words ? by_words(desk, records, which, words) : NULL;
    if (found && found->len == 1)
        return found->pdata[0];
    if (!words)
        mb_deed_refuse(error, "There are %u %ss under %s: %s. Say which%s%s, by its number or part of its text.",
                       records->len, which->one, which->place, list, which->by ? " with " : "",
                       which->by ? which->by : "");
    else
        mb_deed_refuse(error, "“%s” names %s under %s: %s.", words,
                       found->len ? "more than one" : "none of what stands", which->place, list);
    return NULL;
}

int mb_which_next(const GPtrArray *records)
{
    int next = 0;

    for (guint i = 0; i < records->len; i++) {
        const MbRecord *record = records->pdata[i];
        const MbField *position = mb_noun_field(record->noun, "position");
        int here = *(const int *)((const char *)record + position->offset);

        if (here != MB_NO_INT)
            next = MAX(next, here + 1);
    }
    return next;
}

gboolean mb_which_remove(MbDesk *desk, gpointer record, GError **error)
{
    if (!mb_deed_delete(desk, record, error))
        return FALSE;
    mb_record_free(mb_dossier_steal(mb_desk_dossier(desk), record));
    return TRUE;
}
