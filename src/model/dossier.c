/* SPDX-License-Identifier: MIT */
#include "minutebook/model/dossier.h"

/* Records of one noun: in order, and by id. */
typedef struct {
    GPtrArray *records;
    GHashTable *by_id; /* id → record */
} Shelf;

struct MbDossier {
    GHashTable *shelves; /* noun → Shelf */
    GPtrArray *empty;
};

static void shelf_free(gpointer data)
{
    Shelf *shelf = data;

    g_ptr_array_unref(shelf->records);
    g_hash_table_unref(shelf->by_id);
    g_free(shelf);
}

static Shelf *shelf_of(MbDossier *dossier, const MbNoun *noun)
{
    Shelf *shelf = g_hash_table_lookup(dossier->shelves, noun);

    if (shelf)
        return shelf;
    shelf = g_new(Shelf, 1);
    shelf->records = g_ptr_array_new_with_free_func(mb_record_free);
    shelf->by_id = g_hash_table_new(g_str_hash, g_str_equal);
    g_hash_table_insert(dossier->shelves, (gpointer)noun, shelf);
    return shelf;
}

MbDossier *mb_dossier_new(void)
{
    MbDossier *dossier = g_new(MbDossier, 1);

    dossier->shelves = g_hash_table_new_full(NULL, NULL, NULL, shelf_free);
    dossier->empty = g_ptr_array_new();
    return dossier;
}

void mb_dossier_free(MbDossier *dossier)
{
    if (!dossier)
        return;
    g_hash_table_unref(dossier->shelves);
    g_ptr_array_unref(dossier->empty);
    g_free(dossier);
}

static void replace(Shelf *shelf, MbRecord *old, MbRecord *record)
{
    guint index;

    if (old == record || !g_ptr_array_find(shelf->records, old, &index))
        return;
    shelf->records->pdata[index] = record;
    g_hash_table_replace(shelf->by_id, record->id, record);
    mb_record_free(old);
}

gpointer mb_dossier_add(MbDossier *dossier, gpointer data)
{
    MbRecord *record = data;
    Shelf *shelf = shelf_of(dossier, record->noun);
    MbRecord *old = g_hash_table_lookup(shelf->by_id, record->id);

    if (old) {
        replace(shelf, old, record);
        return record;
    }
    g_ptr_array_add(shelf->records, record);
    g_hash_table_insert(shelf->by_id, record->id, record);
    return record;
}

gpointer mb_dossier_new_record(MbDossier *dossier, const MbNoun *noun)
{
    return mb_dossier_add(dossier, mb_record_new(noun));
}

gpointer mb_dossier_steal(MbDossier *dossier, gpointer data)
{
    MbRecord *record = data;
    Shelf *shelf = shelf_of(dossier, record->noun);
    guint index;

    g_hash_table_remove(shelf->by_id, record->id);
    if (g_ptr_array_find(shelf->records, record, &index))
        g_ptr_array_steal_index(shelf->records, index);
    return record;
}

GPtrArray *mb_dossier_all(const MbDossier *dossier, const MbNoun *noun)
{
    Shelf *shelf = g_hash_table_lookup(dossier->shelves, noun);

    return shelf ? shelf->records : dossier->empty;
}

gpointer mb_dossier_find(const MbDossier *dossier, const MbNoun *noun, const char *id)
{
    Shelf *shelf = id ? g_hash_table_lookup(dossier->shelves, noun) : NULL;

    return shelf ? g_hash_table_lookup(shelf->by_id, id) : NULL;
}

static gboolean refers(const MbField *field, gconstpointer record, const char *id)
{
    const char *const *slot = (const char *const *)((const char *)record + field->offset);

    return g_strcmp0(*slot, id) == 0;
}

GPtrArray *mb_dossier_of(const MbDossier *dossier, const MbNoun *noun, const char *name, const char *id)
{
    const MbField *field = mb_noun_field(noun, name);
    GPtrArray *all = mb_dossier_all(dossier, noun);
    GPtrArray *found = g_ptr_array_new();

    g_return_val_if_fail(field && field->kind == MB_FIELD_REF, found);
    for (guint i = 0; i < all->len; i++)
        if (refers(field, all->pdata[i], id))
            g_ptr_array_add(found, all->pdata[i]);
    return found;
}

gpointer mb_dossier_first(const MbDossier *dossier, const MbNoun *noun, const char *name, const char *id)
{
    const MbField *field = mb_noun_field(noun, name);
    GPtrArray *all = mb_dossier_all(dossier, noun);

    g_return_val_if_fail(field && field->kind == MB_FIELD_REF, NULL);
    for (guint i = 0; i < all->len; i++)
        if (refers(field, all->pdata[i], id))
            return all->pdata[i];
    return NULL;
}
