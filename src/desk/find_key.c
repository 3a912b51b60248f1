/* SPDX-License-Identifier: MIT */
#include "find_key.h"

#include "minutebook/base/error.h"
#include "minutebook/base/id.h"
#include "minutebook/store/record.h"

gboolean mb_find_is_key(const char *words)
{
    return words && words[0] == '@' && mb_id_is(words + 1);
}

gpointer mb_find_key(MbDesk *desk, const MbNoun *noun, const char *words, GError **error)
{
    MbDossier *dossier = mb_desk_dossier(desk);
    gpointer record = mb_dossier_find(dossier, noun, words + 1);
    GError *trouble = NULL;

    if (record)
        return record;
    record = mb_store_get(mb_desk_book(desk), noun, words + 1, &trouble);
    if (record)
        return mb_dossier_add(dossier, record);
    if (trouble)
        g_propagate_error(error, trouble);
    else
        g_set_error(error, MB_ERROR, MB_ERROR_USAGE,
                    "That %s is no longer in the book; it was taken away in the meantime.", noun->name);
    return NULL;
}
