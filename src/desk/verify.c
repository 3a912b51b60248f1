/* SPDX-License-Identifier: MIT */
#include "verify.h"

#include "deed.h"

#include "minutebook/store/history.h"

#include <string.h>

/* So much of a digest at least, that it is no other's beginning by chance. */
enum { BEGINNING = 8 };

static gboolean is_digest(const char *kept)
{
    gsize length = strlen(kept);

    return length >= BEGINNING && length <= 64 && strspn(kept, "0123456789abcdefABCDEF") == length;
}

/* The deed whose digest begins with KEPT, or NULL. */
static const MbDeed *deed_of(const GPtrArray *deeds, const char *kept)
{
    for (guint i = 0; i < deeds->len; i++) {
        const MbDeed *deed = deeds->pdata[i];

        if (g_ascii_strncasecmp(deed->chain, kept, strlen(kept)) == 0)
            return deed;
    }
    return NULL;
}

/* Appends what KEPT says of the history: to TEXT that it is there, or to FAULTS that it is not. */
static void compare(const GPtrArray *deeds, const char *kept, GString *text, GPtrArray *faults)
{
    const MbDeed *deed = deed_of(deeds, kept);

    if (deed)
        g_string_append_printf(text, "The digest that was kept is that of deed %" G_GINT64_FORMAT " (%s, %s).\n",
                               deed->seq, deed->deed, deed->at);
    else
        g_ptr_array_add(faults, g_strdup_printf("The history: no deed has the digest %s that was kept. The book was "
                                                "put back to an earlier day, or is another book.",
                                                kept));
}

static void say_whole(const GPtrArray *deeds, GString *text)
{
    const MbDeed *newest = deeds->len ? deeds->pdata[0] : NULL;

    g_string_append_printf(text, "The history is whole. Its newest digest: %s\n", newest ? newest->chain : "");
    if (newest)
        g_string_append_printf(text,
                               "It is that of deed %" G_GINT64_FORMAT " (%s, %s).\n"
                               "Keep it on paper: `log --head DIGEST` tells later whether the book still holds it.\n",
                               newest->seq, newest->deed, newest->at);
}

static MbValue *verdict(const GPtrArray *deeds, const GPtrArray *faults)
{
    MbValue *value = mb_value_new_map();
    MbValue *list = mb_value_new_list();

    for (guint i = 0; i < faults->len; i++)
        mb_value_add(list, mb_value_new_text(faults->pdata[i]));
    mb_value_set_bool(value, "whole", faults->len == 0);
    mb_value_set_text(value, "head", deeds->len ? ((MbDeed *)deeds->pdata[0])->chain : "");
    mb_value_set(value, "faults", list);
    return value;
}

gboolean mb_verify_history(MbDesk *desk, const char *kept, MbAnswer *answer, GError **error)
{
    g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GPtrArray) deeds = NULL;
    GString *text;

    if (kept && !is_digest(kept))
        return mb_deed_refuse(error,
                              "--head: “%s” is no digest; expected at least the first %d signs of what `log "
                              "--verify` printed.",
                              kept, BEGINNING);
    if (!mb_history_verify(mb_desk_book(desk), faults, error) ||
        !(deeds = mb_history_deeds(mb_desk_book(desk), TRUE, 0, error)))
        return FALSE;
    text = g_string_new(NULL);
    if (kept)
        compare(deeds, kept, text, faults);
    if (!faults->len)
        say_whole(deeds, text);
    for (guint i = 0; i < faults->len; i++)
        g_string_append_printf(text, "%s\n", (char *)faults->pdata[i]);
    answer->value = verdict(deeds, faults);
    answer->text = g_string_free(text, FALSE);
    answer->raw = TRUE;
    answer->status = faults->len ? 1 : 0;
    return TRUE;
}
