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

gboolean mb_parts_below(MbBook *book, MbDossier *dossier, const MbNoun *above, const MbPart *parts, GError **error)
{
    for (guint i = 0; i < mb_dossier_all(dossier, above)->len; i++) {
        MbRecord *record = mb_dossier_all(dossier, above)->pdata[i];

        if (!mb_parts_load(book, dossier, parts, record->id, NULL, NULL, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean is_among(const MbNoun *noun, const MbNoun *const *targets)
{
    for (; *targets; targets++)
        if (*targets == noun)
            return TRUE;
    return FALSE;
}

static gboolean add_one(MbBook *book, MbDossier *dossier, const MbNoun *noun, const char *id, GError **error)
{
    g_autoptr(GError) problem = NULL;
    gpointer record;

    if (!id || mb_dossier_find(dossier, noun, id))
        return TRUE;
    record = mb_store_get(book, noun, id, &problem);
    if (record)
        mb_dossier_add(dossier, record);
    if (!problem)
        return TRUE;
    g_propagate_error(
        error, g_steal_pointer(&problem)); /* a record that is not there is no problem, one that cannot be read is */
    return FALSE;
}

static gboolean add_named_by(MbBook *book, MbDossier *dossier, const MbField *field, GPtrArray *records, GError **error)
{
    for (guint i = 0; i < records->len; i++)
        if (!add_one(book, dossier, field->target, *(char *const *)((const char *)records->pdata[i] + field->offset),
                     error))
            return FALSE;
    return TRUE;
}

gboolean mb_parts_named(MbBook *book, MbDossier *dossier, const MbNoun *const *targets, GError **error)
{
    for (int i = 0; mb_nouns[i]; i++) {
        GPtrArray *records = mb_dossier_all(dossier, mb_nouns[i]);

        for (const MbField *f = mb_nouns[i]->fields; records->len && f->name; f++)
            if (f->kind == MB_FIELD_REF && is_among(f->target, targets) &&
                !add_named_by(book, dossier, f, mb_dossier_all(dossier, mb_nouns[i]), error))
                return FALSE;
    }
    return TRUE;
}

gboolean mb_parts_people(MbBook *book, MbDossier *dossier, GError **error)
{
    static const MbPart of_post[] = {{&MB_TENURE, HAS("post") "ORDER BY \"since\", \"id\""}, {NULL, NULL}};
    static const MbNoun *const posts[] = {&MB_POST, NULL};
    static const MbNoun *const people[] = {&MB_PERSON, NULL};
    static const MbNoun *const organisations[] = {&MB_ORGANISATION, NULL};

    return mb_parts_named(book, dossier, posts, error) && mb_parts_below(book, dossier, &MB_POST, of_post, error) &&
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
        {&MB_ALIAS, HAS("person") "ORDER BY \"id\""},
        {&MB_TENURE, HAS("person") "ORDER BY \"since\", \"id\""},
        {NULL, NULL},
    };

    return mb_parts_load(book, dossier, parts, board, NULL, NULL, error) && mb_parts_people(book, dossier, error) &&
           mb_parts_below(book, dossier, &MB_PERSON, of_person, error) && mb_parts_people(book, dossier, error);
}

gboolean mb_store_dossier_meetings(MbBook *book, MbDossier *dossier, const char *board, MbDay from, MbDay to,
                                   GError **error)
{
    static const MbPart parts[] = {
        {&MB_MEETING, HAS("board") "AND (:from IS NULL OR \"day\" >= :from) AND (:to IS NULL OR \"day\" <= :to) ORDER "
                                   "BY \"day\" IS NULL, \"day\", \"starts\", \"id\""},
        {NULL, NULL},
    };
    g_autofree char *first = from == MB_NO_DAY ? NULL : mb_day_iso(from);
    g_autofree char *last = to == MB_NO_DAY ? NULL : mb_day_iso(to);

    return mb_parts_load(book, dossier, parts, board, first, last, error);
}

gboolean mb_store_dossier_action_parts(MbBook *book, MbDossier *dossier, GError **error)
{
    static const MbPart parts[] = {
        {&MB_OWNER, HAS("action") "ORDER BY \"position\", \"id\""},
        {&MB_UPDATE, HAS("action") "ORDER BY \"position\", \"on\", \"id\""},
        {&MB_CHASER, HAS("action") "ORDER BY \"position\", \"on\", \"id\""},
        {&MB_REDATE, HAS("action") "ORDER BY \"position\", \"on\", \"id\""},
        {NULL, NULL},
    };

    return mb_parts_below(book, dossier, &MB_ACTION, parts, error) && mb_parts_people(book, dossier, error);
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

    return mb_parts_load(book, dossier, board ? of_board : of_all, board, NULL, NULL, error) &&
           mb_store_dossier_action_parts(book, dossier, error);
}

gboolean mb_store_dossier_all(MbBook *book, MbDossier *dossier, GError **error)
{
    static const char in_order[] = "ORDER BY \"id\"";

    for (int i = 0; mb_nouns[i]; i++)
        if (!add_new(dossier, mb_store_load(book, mb_nouns[i], error, in_order, NULL)))
            return FALSE;
    return TRUE;
}
