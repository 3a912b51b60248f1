/* SPDX-License-Identifier: MIT */
/* Keys bound from the rows of a screen. */
#include "app_private.h"

GArray *mb_app_bind(const MbKeyRow *rows)
{
    GArray *bound = g_array_new(FALSE, FALSE, sizeof(MbBoundKey));

    for (; rows && rows->name; rows++) {
        g_auto(GStrv) names = g_strsplit(rows->keys, " ", -1);

        for (char **name = names; *name; name++) {
            MbBoundKey key = {.row = rows};

            if (**name && mb_key_parse(*name, &key.key, &key.modifiers))
                g_array_append_val(bound, key);
        }
    }
    return bound;
}

/* One key may stand for several things at different times: the first that can be done now, else the first. */
const MbKeyRow *mb_app_bound(const GArray *bound, const MbStroke *stroke, MbView *view)
{
    const MbKeyRow *found = NULL;

    for (guint i = 0; i < bound->len; i++) {
        const MbBoundKey *key = &g_array_index(bound, MbBoundKey, i);

        if (key->key != stroke->key || key->modifiers != stroke->modifiers)
            continue;
        if (!key->row->ready || key->row->ready(view))
            return key->row;
        if (!found)
            found = key->row;
    }
    return found;
}
