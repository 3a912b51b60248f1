/* SPDX-License-Identifier: MIT */
#include "change.h"

#include "deed.h"

void mb_change_text(GString *changes, const char *label, const char *before, const char *after)
{
    if (g_strcmp0(before, after) == 0)
        return;
    g_string_append_printf(changes, "%s%s %s → %s", changes->len ? ", " : "", label, before ? before : "none",
                           after ? after : "none");
}

/* A day as people write it; anything else as it is stored. */
static char *readable(const MbField *field, gconstpointer record)
{
    char *text = mb_field_text(field, record);

    if (text && field->kind == MB_FIELD_DAY) {
        g_autofree char *iso = text;

        return mb_day_long(mb_day_parse_iso(iso));
    }
    if (text && !*text)
        g_clear_pointer(&text, g_free);
    return text;
}

void mb_change_fields(GString *changes, gconstpointer before, gconstpointer after, const MbChangeName *names)
{
    for (guint i = 0; names[i].field; i++) {
        const MbField *field = mb_noun_field(((const MbRecord *)after)->noun, names[i].field);
        g_autofree char *was = readable(field, before);
        g_autofree char *is = readable(field, after);

        mb_change_text(changes, names[i].label, was, is);
    }
}

const char *mb_change_words(const GString *changes)
{
    return changes->len ? changes->str : "nothing changed, it was so already";
}

gboolean mb_change_asked(const MbArguments *arguments, const MbArgument *table, const char *const *besides,
                         GError **error)
{
    g_autoptr(GPtrArray) options = g_ptr_array_new();
    g_autofree char *list = NULL;

    for (guint i = 0; table[i].name; i++) {
        if (table[i].name[0] != '-' || g_strv_contains(besides, table[i].name))
            continue;
        if (mb_argument_all(arguments, table[i].name)[0])
            return TRUE;
        g_ptr_array_add(options, (gpointer)table[i].name);
    }
    g_ptr_array_add(options, NULL);
    list = g_strjoinv(", ", (char **)options->pdata);
    return mb_deed_refuse(error, "Nothing to change was named: say one or more of %s.", list);
}
