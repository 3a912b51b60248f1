/* SPDX-License-Identifier: MIT */
#include "minutebook/store/query.h"

#include "minutebook/model/nouns.h"
#include "minutebook/store/record.h"

GPtrArray *mb_store_meetings_on(MbBook *book, MbDay day, const char *board, GError **error)
{
    g_autofree char *iso = mb_day_iso(day);

    return mb_store_load(
        book, &MB_MEETING, error,
        "WHERE \"day\" = :day AND (:board IS NULL OR \"board\" = :board) ORDER BY \"board\", \"starts\"", ":day", iso,
        ":board", board, NULL);
}

/* Not held, or under way: one that was closed is live until it is written up, and yet over. */
#define TO_COME "\"state\" IN ('planned', 'called', 'live') AND \"closed\" IS NULL"

GPtrArray *mb_store_meetings_next(MbBook *book, MbDay today, const char *board, GError **error)
{
    static const char all[] = "WHERE \"day\" = (SELECT min(\"day\") FROM \"meeting\" WHERE \"day\" >= :today"
                              " AND " TO_COME ")"
                              " AND " TO_COME " ORDER BY \"board\", \"starts\"";
    static const char one[] =
        "WHERE \"board\" = :board AND \"day\" = (SELECT min(\"day\") FROM \"meeting\" WHERE \"board\" = :board"
        " AND \"day\" >= :today AND " TO_COME ")"
        " AND " TO_COME " ORDER BY \"starts\"";
    g_autofree char *iso = mb_day_iso(today);

    if (!board)
        return mb_store_load(book, &MB_MEETING, error, all, ":today", iso, NULL);
    return mb_store_load(book, &MB_MEETING, error, one, ":today", iso, ":board", board, NULL);
}

GPtrArray *mb_store_meetings_last(MbBook *book, MbDay today, const char *board, GError **error)
{
    static const char all[] = "WHERE \"day\" = (SELECT max(\"day\") FROM \"meeting\" WHERE \"day\" <= :today"
                              " AND \"state\" NOT IN ('planned', 'called', 'cancelled'))"
                              " AND \"state\" NOT IN ('planned', 'called', 'cancelled') ORDER BY \"board\", \"starts\"";
    static const char one[] =
        "WHERE \"board\" = :board AND \"day\" = (SELECT max(\"day\") FROM \"meeting\" WHERE \"board\" = :board"
        " AND \"day\" <= :today AND \"state\" NOT IN ('planned', 'called', 'cancelled'))"
        " AND \"state\" NOT IN ('planned', 'called', 'cancelled') ORDER BY \"starts\"";
    g_autofree char *iso = mb_day_iso(today);

    if (!board)
        return mb_store_load(book, &MB_MEETING, error, all, ":today", iso, NULL);
    return mb_store_load(book, &MB_MEETING, error, one, ":today", iso, ":board", board, NULL);
}

GPtrArray *mb_store_meetings(MbBook *book, const char *board, MbDay since, MbDay until, GError **error)
{
    /* One statement each, so that the index of day (or of board and day) serves. */
    static const char of_board[] =
        "WHERE \"board\" = :board AND \"day\" >= :since AND \"day\" <= :until ORDER BY \"day\", \"starts\"";
    static const char of_all[] =
        "WHERE \"day\" >= :since AND \"day\" <= :until ORDER BY \"day\", \"board\", \"starts\"";
    static const char undated_too[] =
        "WHERE (:until IS NULL OR \"day\" <= :until) ORDER BY \"day\" IS NULL, \"day\", \"board\", \"starts\"";
    static const char undated_too_of_board[] = "WHERE \"board\" = :board AND (:until IS NULL OR \"day\" <= :until)"
                                               " ORDER BY \"day\" IS NULL, \"day\", \"starts\"";
    g_autofree char *from = since == MB_NO_DAY ? NULL : mb_day_iso(since);
    g_autofree char *to = until == MB_NO_DAY ? NULL : mb_day_iso(until);

    if (!from)
        return mb_store_load(book, &MB_MEETING, error, board ? undated_too_of_board : undated_too, ":board", board,
                             ":until", to, NULL);
    return mb_store_load(book, &MB_MEETING, error, board ? of_board : of_all, ":board", board, ":since", from, ":until",
                         to ? to : "9999-12-31", NULL);
}

/* The posts that :owner holds today, by TABLE. */
#define HELD(TABLE)                                                                                                    \
    "SELECT \"post\" FROM \"" TABLE "\" WHERE \"person\" = :owner AND (\"since\" IS NULL OR \"since\" <= :today)"      \
    " AND (\"until\" IS NULL OR \"until\" >= :today)"
#define OWNED                                                                                                          \
    "SELECT \"action\" FROM \"owner\" WHERE \"person\" = :owner UNION SELECT \"action\" FROM \"owner\""                \
    " WHERE \"post\" IN (" HELD("tenure") " UNION " HELD("seat") ")"
/* The optional parts of a filter; what an index serves stands in front of them in each statement, so that the cost is
 * that of what is asked for and not of the book. */
#define NARROWED                                                                                                       \
    " AND (:meeting IS NULL OR \"raised_at\" = :meeting) AND (:ref IS NULL OR \"ref\" = :ref)"                         \
    " AND (:owner IS NULL OR \"id\" IN (" OWNED "))"
#define OF_BOARD " AND (:board IS NULL OR \"board\" = :board)"
#define BY_REF   " ORDER BY \"board\", CAST(\"ref\" AS INTEGER), \"ref\""
#define BY_DUE   " ORDER BY \"due\", \"ref\""

/* The statement that an index serves best. */
static const char *statement_of(const MbActionFilter *filter)
{
    static const char overdue[] = "WHERE \"status\" = 'open' AND \"due\" < :today" NARROWED BY_DUE;
    static const char overdue_here[] =
        "WHERE \"board\" = :board AND \"status\" = 'open' AND \"due\" < :today" NARROWED BY_DUE;
    static const char open[] = "WHERE \"status\" IN ('open', 'reported')" NARROWED BY_REF;
    static const char open_here[] = "WHERE \"board\" = :board AND \"status\" IN ('open', 'reported')" NARROWED BY_REF;
    /* Board by board, so that the index of board and ref serves. */
    static const char by_ref[] = "WHERE \"board\" IN (SELECT \"id\" FROM \"board\") AND \"ref\" = :ref" NARROWED;
    static const char by_ref_here[] = "WHERE \"board\" = :board AND \"ref\" = :ref" NARROWED;
    static const char by_meeting[] = "WHERE \"raised_at\" = :meeting" OF_BOARD NARROWED BY_REF;
    static const char by_owner[] = "WHERE \"id\" IN (" OWNED ")" OF_BOARD NARROWED BY_REF;
    static const char all[] = "WHERE 1" NARROWED BY_REF;
    static const char all_here[] = "WHERE \"board\" = :board" NARROWED BY_REF;

    if (filter->overdue)
        return filter->board ? overdue_here : overdue;
    if (filter->open)
        return filter->board ? open_here : open;
    if (filter->ref)
        return filter->board ? by_ref_here : by_ref;
    if (filter->meeting || filter->owner)
        return filter->meeting ? by_meeting : by_owner;
    return filter->board ? all_here : all;
}

GPtrArray *mb_store_actions(MbBook *book, const MbActionFilter *filter, GError **error)
{
    g_autofree char *today = mb_day_iso(filter->today);

    return mb_store_load(book, &MB_ACTION, error, statement_of(filter), ":today", today, ":board", filter->board,
                         ":meeting", filter->meeting, ":ref", filter->ref, ":owner", filter->owner, NULL);
}

GPtrArray *mb_store_decisions(MbBook *book, const char *board, GError **error)
{
#define BY_DAY_TAKEN                                                                                                   \
    "ORDER BY coalesce(\"on\", (SELECT \"day\" FROM \"meeting\" WHERE \"meeting\".\"id\" = "                           \
    "\"decision\".\"meeting\")), \"meeting\", (SELECT \"position\" FROM \"item\" WHERE \"item\".\"id\" = "             \
    "\"decision\".\"item\"), \"position\""
    return mb_store_load(book, &MB_DECISION, error, board ? "WHERE \"board\" = :board " BY_DAY_TAKEN : BY_DAY_TAKEN,
                         ":board", board, NULL);
}

/* Sets *SETTING, to NULL where there is none. FALSE where the book could not be read. */
static gboolean load_setting(MbBook *book, const char *name, MbSetting **setting, GError **error)
{
    g_autoptr(GPtrArray) found = mb_store_load(book, &MB_SETTING, error, "WHERE \"name\" = :name", ":name", name, NULL);

    *setting = found && found->len ? mb_record_copy(found->pdata[0]) : NULL;
    return found != NULL;
}

char *mb_store_setting(MbBook *book, const char *name)
{
    MbSetting *setting;
    char *value;

    load_setting(book, name, &setting, NULL);
    value = setting ? g_strdup(setting->value) : NULL;
    mb_record_free(setting);
    return value;
}

gboolean mb_store_set_setting(MbBook *book, const char *name, const char *value, GError **error)
{
    MbSetting *setting;
    gboolean done;

    if (!load_setting(book, name, &setting, error))
        return FALSE;
    if (!setting)
        setting = mb_record_new(&MB_SETTING);
    mb_set(&setting->name, name);
    mb_set(&setting->value, value);
    done = mb_store_save(book, setting, error);
    mb_record_free(setting);
    return done;
}

int mb_store_people_on(MbBook *book, const char *board, MbDay day)
{
    g_autofree char *iso = mb_day_iso(day);
    gint64 number = 0;

    mb_store_number(book, &number, NULL,
                    "SELECT count(DISTINCT \"person\") FROM \"seat\" WHERE \"board\" = :board AND (\"since\" IS NULL OR"
                    " \"since\" <= :day) AND (\"until\" IS NULL OR \"until\" >= :day)",
                    ":board", board, ":day", iso, NULL);
    return (int)number;
}

GPtrArray *mb_store_attendance_between(MbBook *book, const char *board, MbDay since, MbDay until, GError **error)
{
    g_autofree char *from = mb_day_iso(since);
    g_autofree char *to = mb_day_iso(until);

    return mb_store_load(
        book, &MB_ATTENDANCE, error,
        "WHERE \"meeting\" IN (SELECT \"id\" FROM \"meeting\" WHERE \"board\" = :board AND \"day\" >= :since AND"
        " \"day\" <= :until) ORDER BY \"meeting\", \"position\"",
        ":board", board, ":since", from, ":until", to, NULL);
}

/* Takes RECORDS; those that DOSSIER holds already stay as they are there, since others may point at them. */
static gboolean add_all(MbDossier *dossier, GPtrArray *records)
{
    if (!records)
        return FALSE;
    g_ptr_array_set_free_func(records, NULL);
    for (guint i = 0; i < records->len; i++) {
        MbRecord *record = records->pdata[i];

        if (mb_dossier_find(dossier, record->noun, record->id))
            mb_record_free(record);
        else
            mb_dossier_add(dossier, record);
    }
    g_ptr_array_unref(records);
    return TRUE;
}

gboolean mb_store_decision_parts(MbBook *book, MbDossier *dossier, const char *board, GError **error)
{
#define PARTS_OF(DECISIONS)                                                                                            \
    {                                                                                                                  \
        "WHERE \"id\" IN (SELECT \"meeting\" FROM \"decision\"" DECISIONS ")",                                         \
            "WHERE \"id\" IN (SELECT \"item\" FROM \"decision\"" DECISIONS ")",                                        \
            "WHERE \"decision\" IN (SELECT \"id\" FROM \"decision\"" DECISIONS ") ORDER BY \"decision\", \"position\"" \
    }
    static const MbNoun *const nouns[] = {&MB_MEETING, &MB_ITEM, &MB_VOTE};
    static const char *const of_all[] = PARTS_OF("");
    static const char *const of_board[] = PARTS_OF(" WHERE \"board\" = :board");

    for (gsize i = 0; i < G_N_ELEMENTS(nouns); i++)
        if (!add_all(dossier,
                     mb_store_load(book, nouns[i], error, board ? of_board[i] : of_all[i], ":board", board, NULL)))
            return FALSE;
    return TRUE;
}

#define ITEMS_OF_BOARD                                                                                                 \
    "(SELECT \"id\" FROM \"item\" WHERE \"meeting\" IN (SELECT \"id\" FROM \"meeting\" WHERE \"board\" = :board))"
/* Paragraphs that a restriction names, and those of items taken together, which have one text. */
#define TOLD_PARAGRAPHS                                                                                                \
    "(SELECT \"minute\" FROM \"restriction\" WHERE \"minute\" IN (SELECT \"id\" FROM \"minute\" WHERE \"item\" "       \
    "IN " ITEMS_OF_BOARD ")"                                                                                           \
    " UNION SELECT \"id\" FROM \"minute\" WHERE \"item\" IN (SELECT \"taken_with\" FROM \"item\" WHERE \"id\" "        \
    "IN " ITEMS_OF_BOARD                                                                                               \
    " UNION SELECT \"id\" FROM \"item\" WHERE \"taken_with\" IS NOT NULL AND \"id\" IN " ITEMS_OF_BOARD "))"
/* Entries from which an item came under which an action was raised. */
#define ENTRIES_OWED                                                                                                   \
    "(SELECT \"entry\" FROM \"item\" WHERE \"id\" IN (SELECT \"item\" FROM \"action\" WHERE \"board\" = :board))"

gboolean mb_store_restricted_places(MbBook *book, MbDossier *dossier, const char *board, GError **error)
{
    static const struct {
        const MbNoun *noun;
        const char *sql;
    } parts[] = {
        {&MB_MEETING, "WHERE \"board\" = :board"},
        {&MB_ITEM, "WHERE \"id\" IN " ITEMS_OF_BOARD},
        {&MB_DECISION, "WHERE \"board\" = :board"},
        {&MB_MINUTE, "WHERE \"id\" IN " TOLD_PARAGRAPHS},
        {&MB_CELL, "WHERE \"minute\" IN " TOLD_PARAGRAPHS},
        {&MB_RESTRICTION, "WHERE \"item\" IN " ITEMS_OF_BOARD " OR \"minute\" IN " TOLD_PARAGRAPHS
                          " OR \"action\" IN (SELECT \"id\" FROM \"action\" WHERE \"board\" = :board) OR \"entry\" IN "
                          "(SELECT \"id\" FROM \"entry\" WHERE \"board\" = :board)"},
    };

    static const char entries[] = "WHERE \"id\" IN " ENTRIES_OWED
                                  " OR \"id\" IN (SELECT \"parent\" FROM \"entry\" WHERE \"id\" IN " ENTRIES_OWED ")";
    gboolean planless = !mb_dossier_all(dossier, &MB_PLAN)->len;

    for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
        if (!add_all(dossier, mb_store_load(book, parts[i].noun, error, parts[i].sql, ":board", board, NULL)))
            return FALSE;
    return !planless ||
           add_all(dossier,
                   mb_store_load(book, &MB_ENTRY, error, entries, ":board", board,
                                 NULL)); /* else the entries of the plan are there, and no others are to be listed */
}
