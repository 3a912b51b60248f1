/* SPDX-License-Identifier: MIT */
/* Boards, people, actions and the whole book as dossiers; a meeting's is dossier_meeting.c, a plan's dossier_plan.c. */
#include "dossier_private.h"

#include "minutebook/model/nouns.h"
#include "minutebook/store/record.h"

#define HAS(column) "WHERE \"" column "\" = :id "

static gboolean add_new(MbDossier *dossier, GPtrArray *records)
{
    if (!records)
        return FALSE;
    for (guint i = 0; i < records->len; i++) {
        MbRecord *record = records->pdata[i];

        if (mb_dossier_find(dossier, record->noun, record->id))
            continue;
        records->pdata[i] = NULL;
        mb_dossier_add(dossier, record);
    }
    g_ptr_array_unref(records);
    return TRUE;
}

gboolean mb_parts_load(MbBook *book, MbDossier *dossier, const MbPart *parts, const char *id, const char *from,
                       const char *to, GError **error)
{
    for (; parts->noun; parts++)
        if (!add_new(dossier,
                     mb_store_load(book, parts->noun, error, parts->sql, ":id", id, ":from", from, ":to", to, NULL)))
            return FALSE;
    return TRUE;
}

/* Ids as a list in JSON. They are letters and digits unless somebody altered the book. */
static char *id_list(GPtrArray *ids)
{
    GString *list = g_string_new("[");

    for (guint i = 0; i < ids->len; i++) {
        g_string_append(list, i ? ",\"" : "\"");
        for (const char *c = ids->pdata[i]; *c; c++)
            if (*c == '"' || *c == '\\' || (guchar)*c < ' ')
                g_string_append_printf(list, "\\u%04x", *c);
            else
                g_string_append_c(list, *c);
        g_string_append_c(list, '"');
    }
    g_string_append_c(list, ']');
    return g_string_free(list, FALSE);
}

gboolean mb_parts_below(MbBook *book, MbDossier *dossier, const MbNoun *above, guint skipped, const MbPart *parts,
                        GError **error)
{
    GPtrArray *records = mb_dossier_all(dossier, above);
    g_autoptr(GPtrArray) ids = g_ptr_array_new();
    g_autofree char *list = NULL;

    for (guint i = skipped; i < records->len; i++)
        g_ptr_array_add(ids, ((MbRecord *)records->pdata[i])->id);
    if (!ids->len)
        return TRUE;
    list = id_list(ids);
    for (; parts->noun; parts++)
        if (!add_new(dossier, mb_store_load(book, parts->noun, error, parts->sql, ":ids", list, NULL)))
            return FALSE;
    return TRUE;
}

/* Those of IDS, in their order. A record that is not there is no problem, one that cannot be read is. */
static gboolean add_these(MbBook *book, MbDossier *dossier, const MbNoun *noun, GPtrArray *ids, GError **error)
{
    g_autofree char *list = id_list(ids);
    g_autoptr(GHashTable) by_id = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, mb_record_free);
    GPtrArray *found = mb_store_load(book, noun, error, "WHERE \"id\" IN " MB_THESE, ":ids", list, NULL);

    if (!found)
        return FALSE;
    g_ptr_array_set_free_func(found, NULL);
    for (guint i = 0; i < found->len; i++)
        g_hash_table_insert(by_id, ((MbRecord *)found->pdata[i])->id, found->pdata[i]);
    g_ptr_array_unref(found);
    for (guint i = 0; i < ids->len; i++) {
        MbRecord *record = g_hash_table_lookup(by_id, ids->pdata[i]);

        if (!record)
            continue;
        g_hash_table_steal(by_id, record->id);
        mb_dossier_add(dossier, record);
    }
    return TRUE;
}

static gboolean add_one(MbBook *book, MbDossier *dossier, const MbNoun *noun, const char *id, GError **error)
{
    gpointer record;
    g_autoptr(GError) problem = NULL;

    record = mb_store_get(book, noun, id, &problem);
    if (record)
        mb_dossier_add(dossier, record);
    if (!problem)
        return TRUE;
    g_propagate_error(error, g_steal_pointer(&problem));
    return FALSE;
}

/* What the records of the dossier refer to and it does not hold: ids of NOUN, each once, in the order met. */
static GPtrArray *missing(MbDossier *dossier, const MbNoun *noun)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    GPtrArray *ids = g_ptr_array_new();

    for (int i = 0; mb_nouns[i]; i++) {
        GPtrArray *records = mb_dossier_all(dossier, mb_nouns[i]);

        for (const MbField *f = mb_nouns[i]->fields; records->len && f->name; f++)
            for (guint r = 0; f->kind == MB_FIELD_REF && f->target == noun && r < records->len; r++) {
                char *id = *(char *const *)((const char *)records->pdata[r] + f->offset);

                if (id && !mb_dossier_find(dossier, noun, id) && g_hash_table_add(seen, id))
                    g_ptr_array_add(ids, id);
            }
    }
    return ids;
}

gboolean mb_parts_named(MbBook *book, MbDossier *dossier, const MbNoun *const *targets, GError **error)
{
    enum { FEW = 3 }; /* for which a statement that is prepared anyway costs less */

    for (; *targets; targets++) {
        g_autoptr(GPtrArray) ids = missing(dossier, *targets);
        gboolean done = ids->len <= FEW || add_these(book, dossier, *targets, ids, error);

        for (guint i = 0; done && ids->len <= FEW && i < ids->len; i++)
            done = add_one(book, dossier, *targets, ids->pdata[i], error);
        if (!done)
            return FALSE;
    }
    return TRUE;
}

gboolean mb_parts_people(MbBook *book, MbDossier *dossier, GError **error)
{
    static const MbPart of_post[] = {
        {&MB_TENURE, "WHERE \"post\" IN " MB_THESE " ORDER BY \"since\", \"id\""},
        {NULL, NULL},
    };
    static const MbNoun *const posts[] = {&MB_POST, NULL};
    static const MbNoun *const people[] = {&MB_PERSON, NULL};
    static const MbNoun *const organisations[] = {&MB_ORGANISATION, NULL};

    return mb_parts_named(book, dossier, posts, error) && mb_parts_below(book, dossier, &MB_POST, 0, of_post, error) &&
           mb_parts_named(book, dossier, people, error) && mb_parts_named(book, dossier, organisations, error);
}

gboolean mb_store_dossier_people(MbBook *book, MbDossier *dossier, GError **error)
{
    static const MbPart parts[] = {
        {&MB_ORGANISATION, "ORDER BY \"name\", \"id\""},
        {&MB_POST, "ORDER BY \"title\", \"id\""},
        {&MB_PERSON, "ORDER BY \"id\""},
        {&MB_ALIAS, "ORDER BY \"id\""},
        {&MB_TENURE, "ORDER BY \"since\", \"id\""},
        {NULL, NULL},
    };

    return mb_parts_load(book, dossier, parts, NULL, NULL, NULL, error);
}

gboolean mb_store_dossier_boards(MbBook *book, MbDossier *dossier, GError **error)
{
    static const MbPart parts[] = {
        {&MB_BOARD, "ORDER BY \"name\", \"id\""},
        {&MB_BOARD_NAME, "ORDER BY \"since\", \"id\""},
        {&MB_GROUP, "ORDER BY \"board\", \"position\", \"id\""},
        {NULL, NULL},
    };

    return mb_parts_load(book, dossier, parts, NULL, NULL, NULL, error);
}

gboolean mb_store_dossier_board(MbBook *book, MbDossier *dossier, const char *board, GError **error)
{
    static const MbPart parts[] = {
        {&MB_BOARD, HAS("id")},
        {&MB_BOARD_NAME, HAS("board") "ORDER BY \"since\", \"id\""},
        {&MB_GROUP, HAS("board") "ORDER BY \"position\", \"id\""},
        {&MB_SEAT, HAS("board") "ORDER BY \"position\", \"since\", \"id\""},
        {&MB_DEPUTY, "WHERE \"seat\" IN (SELECT \"id\" FROM \"seat\" WHERE \"board\" = :id) ORDER BY \"id\""},
        {&MB_OFFICE, HAS("board") "ORDER BY \"since\", \"id\""},
        {&MB_AUDIENCE, HAS("board") "ORDER BY \"name\", \"id\""},
        {&MB_AUDIENCE_ENTRY,
         "WHERE \"audience\" IN (SELECT \"id\" FROM \"audience\" WHERE \"board\" = :id) ORDER BY \"id\""},
        {&MB_INTEREST, HAS("board") "ORDER BY \"since\", \"id\""},
        {&MB_PRIORITY, HAS("board") "ORDER BY \"year\", CAST(\"number\" AS INTEGER), \"number\", \"id\""},
        {NULL, NULL},
    };
    static const MbPart of_person[] = {
        {&MB_ALIAS, "WHERE \"person\" IN " MB_THESE " ORDER BY \"id\""},
        {&MB_TENURE, "WHERE \"person\" IN " MB_THESE " ORDER BY \"since\", \"id\""},
        {NULL, NULL},
    };

    return mb_parts_load(book, dossier, parts, board, NULL, NULL, error) && mb_parts_people(book, dossier, error) &&
           mb_parts_below(book, dossier, &MB_PERSON, 0, of_person, error) && mb_parts_people(book, dossier, error);
}

gboolean mb_store_dossier_meetings(MbBook *book, MbDossier *dossier, const char *board, MbDay from, MbDay to,
                                   GError **error)
{
    /* Without bounds the undated ones belong to them too. */
    static const MbPart every[] = {
        {&MB_MEETING, HAS("board") "ORDER BY \"day\" IS NULL, \"day\", \"starts\", \"id\""},
        {NULL, NULL},
    };
    static const MbPart between[] = {
        {&MB_MEETING, HAS("board") "AND \"day\" >= :from AND \"day\" <= :to ORDER BY \"day\", \"starts\", \"id\""},
        {NULL, NULL},
    };
    g_autofree char *first = from == MB_NO_DAY ? g_strdup(MB_EARLIEST) : mb_day_iso(from);
    g_autofree char *last = to == MB_NO_DAY ? g_strdup(MB_LATEST) : mb_day_iso(to);

    return mb_parts_load(book, dossier, from == MB_NO_DAY && to == MB_NO_DAY ? every : between, board, first, last,
                         error);
}

gboolean mb_parts_actions(MbBook *book, MbDossier *dossier, guint skipped, GError **error)
{
    static const MbPart parts[] = {
        {&MB_OWNER, "WHERE \"action\" IN " MB_THESE " ORDER BY \"position\", \"id\""},
        {&MB_UPDATE, "WHERE \"action\" IN " MB_THESE " ORDER BY \"position\", \"on\", \"id\""},
        {&MB_CHASER, "WHERE \"action\" IN " MB_THESE " ORDER BY \"position\", \"on\", \"id\""},
        {&MB_REDATE, "WHERE \"action\" IN " MB_THESE " ORDER BY \"position\", \"on\", \"id\""},
        {&MB_RESTRICTION, "WHERE \"action\" IN " MB_THESE " ORDER BY \"id\""},
        {NULL, NULL},
    };

    return mb_parts_below(book, dossier, &MB_ACTION, skipped, parts, error) && mb_parts_people(book, dossier, error);
}

gboolean mb_store_dossier_action_parts(MbBook *book, MbDossier *dossier, GError **error)
{
    return mb_parts_actions(book, dossier, 0, error);
}

gboolean mb_store_dossier_open_actions(MbBook *book, MbDossier *dossier, const char *board, GError **error)
{
    static const MbPart of_board[] = {
        {&MB_ACTION,
         HAS("board") "AND \"status\" IN ('open', 'reported') ORDER BY CAST(\"ref\" AS INTEGER), \"ref\", \"id\""},
        {NULL, NULL},
    };
    static const MbPart of_all[] = {
        {&MB_ACTION,
         "WHERE \"status\" IN ('open', 'reported') ORDER BY \"board\", CAST(\"ref\" AS INTEGER), \"ref\", \"id\""},
        {NULL, NULL},
    };

    guint before = mb_dossier_all(dossier, &MB_ACTION)->len;

    return mb_parts_load(book, dossier, board ? of_board : of_all, board, NULL, NULL, error) &&
           mb_parts_actions(book, dossier, before, error);
}

gboolean mb_store_dossier_all(MbBook *book, MbDossier *dossier, GError **error)
{
    static const char in_order[] = "ORDER BY \"id\"";

    for (int i = 0; mb_nouns[i]; i++)
        if (!add_new(dossier, mb_store_load(book, mb_nouns[i], error, in_order, NULL)))
            return FALSE;
    return TRUE;
}
