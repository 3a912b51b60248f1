/* SPDX-License-Identifier: MIT */
#include "minutebook/model/dossier.h"

/* Records of one noun: in order, and by id. */
typedef struct {
    GPtrArray *records;
    GHashTable *by_id;      /* id → record */
    GHashTable *references; /* field → (id → GPtrArray of records); NULL until a frozen dossier is asked */
} Shelf;

struct MbDossier {
    GHashTable *shelves; /* noun → Shelf */
    GPtrArray *empty;
    gboolean frozen;
};

static void shelf_free(gpointer data)
{
    Shelf *shelf = data;

    g_ptr_array_unref(shelf->records);
    g_hash_table_unref(shelf->by_id);
    g_clear_pointer(&shelf->references, g_hash_table_unref);
    g_free(shelf);
}

static Shelf *shelf_of(MbDossier *dossier, const MbNoun *noun)
{
    Shelf *shelf = g_hash_table_lookup(dossier->shelves, noun);

    if (shelf)
        return shelf;
    shelf = g_new0(Shelf, 1);
    shelf->records = g_ptr_array_new_with_free_func(mb_record_free);
    shelf->by_id = g_hash_table_new(g_str_hash, g_str_equal);
    g_hash_table_insert(dossier->shelves, (gpointer)noun, shelf);
    return shelf;
}

MbDossier *mb_dossier_new(void)
{
    MbDossier *dossier = g_new0(MbDossier, 1);

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

    g_clear_pointer(&shelf->references, g_hash_table_unref);
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

    g_clear_pointer(&shelf->references, g_hash_table_unref);
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

void mb_dossier_freeze(MbDossier *dossier)
{
    dossier->frozen = TRUE;
}

static const char *reference(const MbField *field, gconstpointer record)
{
    return *(const char *const *)((const char *)record + field->offset);
}

static GHashTable *index_by(const Shelf *shelf, const MbField *field)
{
    GHashTable *index = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);

    for (guint i = 0; i < shelf->records->len; i++) {
        const char *id = reference(field, shelf->records->pdata[i]);
        GPtrArray *records = id ? g_hash_table_lookup(index, id) : NULL;

        if (id && !records) {
            records = g_ptr_array_new();
            g_hash_table_insert(index, (gpointer)id, records);
        }
        if (id)
            g_ptr_array_add(records, shelf->records->pdata[i]);
    }
    return index;
}

/* The records of a frozen dossier that refer to ID; NULL where none. */
static GPtrArray *indexed(Shelf *shelf, const MbField *field, const char *id)
{
    GHashTable *index;

    if (!shelf->references)
        shelf->references = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_hash_table_unref);
    index = g_hash_table_lookup(shelf->references, field);
    if (!index) {
        index = index_by(shelf, field);
        g_hash_table_insert(shelf->references, (gpointer)field, index);
    }
    return g_hash_table_lookup(index, id);
}

/* Appends to FOUND what refers to ID, at most LIMIT records. */
static void collect(const MbDossier *dossier, const MbNoun *noun, const char *name, const char *id, guint limit,
                    GPtrArray *found)
{
    const MbField *field = mb_noun_field(noun, name);
    Shelf *shelf = g_hash_table_lookup(dossier->shelves, noun);
    gboolean quick = dossier->frozen && id;
    GPtrArray *records;

    g_return_if_fail(field && field->kind == MB_FIELD_REF);
    if (!shelf)
        return;
    records = quick ? indexed(shelf, field, id) : shelf->records;
    for (guint i = 0; records && i < records->len && found->len < limit; i++)
        if (quick || g_strcmp0(reference(field, records->pdata[i]), id) == 0)
            g_ptr_array_add(found, records->pdata[i]);
}

GPtrArray *mb_dossier_of(const MbDossier *dossier, const MbNoun *noun, const char *name, const char *id)
{
    GPtrArray *found = g_ptr_array_new();

    collect(dossier, noun, name, id, G_MAXUINT, found);
    return found;
}

gpointer mb_dossier_first(const MbDossier *dossier, const MbNoun *noun, const char *name, const char *id)
{
    g_autoptr(GPtrArray) found = g_ptr_array_new();

    collect(dossier, noun, name, id, 1, found);
    return found->len ? found->pdata[0] : NULL;
}
