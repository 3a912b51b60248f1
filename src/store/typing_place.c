/* SPDX-License-Identifier: MIT */
/* The journal read back, and the place of a hand: working material, without history. */
#include "typing_private.h"

#include "minutebook/store/record.h"

GPtrArray *mb_typing_journal(MbBook *book, const char *meeting, const char *item, int layer, GError **error)
{
    static const char under[] = "WHERE \"meeting\" = :meeting AND \"item\" = :item AND \"layer\" = :layer ORDER BY "
                                "\"seq\", \"id\"";
    static const char before_all[] =
        "WHERE \"meeting\" = :meeting AND \"item\" IS NULL AND \"layer\" = :layer ORDER BY "
        "\"seq\", \"id\"";

    return mb_store_load(book, &MB_JOURNAL, error, item ? under : before_all, ":meeting", meeting, ":item", item,
                         ":layer", mb_layer_words[layer], NULL);
}

MbHandPlace *mb_typing_place(MbBook *book, const char *meeting, GError **error)
{
    static const char sql[] = "WHERE \"meeting\" = :meeting ORDER BY \"stamp\" DESC, \"id\" DESC LIMIT 1";
    g_autoptr(GPtrArray) places = mb_store_load(book, &MB_PLACE, error, sql, ":meeting", meeting, NULL);

    return places && places->len ? mb_record_copy(places->pdata[0]) : NULL;
}

/* One a meeting: under the id of the one that is there. */
static gboolean write_place(MbBook *book, const MbHandPlace *place, GError **error)
{
    g_autoptr(GError) problem = NULL;
    MbHandPlace *before = mb_typing_place(book, place->meeting, &problem);
    MbHandPlace *after = mb_record_copy(place);
    gboolean done = !problem;

    if (before) {
        g_free(after->id);
        after->id = g_strdup(before->id);
    }
    done = done && ((before && mb_record_equal(before, after)) || mb_record_write(book, before, after, error));
    if (problem)
        g_propagate_error(error, g_steal_pointer(&problem));
    mb_record_free(before);
    mb_record_free(after);
    return done;
}

gboolean mb_typing_set_place(MbBook *book, const MbHandPlace *place, GError **error)
{
    MbTyping *typing = mb_typing_of(book);

    if (!mb_typing_wait_for_disk(book, FALSE, error) || !mb_transaction_begin(book, error))
        return FALSE;
    if (!write_place(book, place, error)) {
        mb_transaction_rollback(book);
        return FALSE;
    }
    typing->commits++;
    return mb_transaction_commit(book, error);
}

gboolean mb_typing_restore(MbBook *book, gpointer record, GError **error)
{
    if (mb_deed_ready(book, error) && mb_record_write(book, NULL, record, error))
        return TRUE;
    mb_deed_fail(book);
    return FALSE;
}

GPtrArray *mb_typing_all(MbBook *book, const MbNoun *noun, GError **error)
{
    static const char sql[] = "ORDER BY \"id\"";

    return mb_store_load(book, noun, error, sql, NULL);
}
