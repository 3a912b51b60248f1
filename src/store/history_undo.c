/* SPDX-License-Identifier: MIT */
#include "book_private.h"

static gboolean set_member(const MbField *field, gpointer record, const char *canonical)
{
    g_autofree char *text = mb_canonical_member(canonical, field->name);

    return !text || mb_field_set_text(field, record, text);
}

gpointer mb_record_of_canonical(const MbNoun *noun, const char *canonical)
{
    MbRecord *record = mb_record_new(noun);
    gboolean read = TRUE;

    g_free(record->id);
    record->id = mb_canonical_member(canonical, "id");
    for (const MbField *field = noun->fields; read && field->name; field++)
        read = set_member(field, record, canonical);
    if (read && record->id)
        return record;
    mb_record_free(record);
    return NULL;
}
