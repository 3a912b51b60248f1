/* SPDX-License-Identifier: MIT */
/* Forward plans: those of one board that touch a stretch of days, with what has become of them. */
#include "dossier_private.h"

#include "minutebook/model/nouns.h"

#define OF_THE_TIME                                                                                                    \
    "WHERE \"board\" = :id AND (\"until\" IS NULL OR \"until\" >= :from) AND (\"since\" IS NULL OR \"since\" <= :to)"
#define PLANS         "(SELECT \"id\" FROM \"plan\" " OF_THE_TIME ")"
#define EVERY_MEETING "(SELECT \"id\" FROM \"meeting\" WHERE \"board\" = :id)"
#define MEETINGS_BETWEEN                                                                                               \
    "(SELECT \"id\" FROM \"meeting\" WHERE \"board\" = :id AND \"day\" >= :from AND \"day\" <= :to)"
#define LINES "(SELECT \"id\" FROM \"line\" WHERE \"plan\" IN " PLANS ")"
/* By row, which every index has, so that nothing is looked up by its id; the third by an index of just those, which are
 * few. */
#define ENTRIES(MEETINGS)                                                                                              \
    "(SELECT rowid FROM \"entry\" WHERE \"plan\" IN " PLANS                                                            \
    " UNION SELECT rowid FROM \"entry\" WHERE \"meeting\" IN " MEETINGS                                                \
    " UNION SELECT rowid FROM \"entry\" INDEXED BY \"entry_loose\""                                                    \
    " WHERE \"board\" = :id AND \"meeting\" IS NULL AND \"plan\" IS NULL)"
#define BY_SECTION "CASE \"section\" WHEN 'opening' THEN 0 WHEN 'business' THEN 1 ELSE 2 END, \"position\", \"id\""

static const MbPart plans[] = {
    {&MB_PLAN, OF_THE_TIME " ORDER BY \"since\", \"year\", \"id\""},
    {NULL, NULL},
};

static const MbPart lines[] = {
    {&MB_LINE,
     "WHERE \"plan\" IN " PLANS
     " ORDER BY (SELECT \"since\" FROM \"plan\" WHERE \"plan\".\"id\" = \"line\".\"plan\"), \"plan\", " BY_SECTION},
    {&MB_LINE_LEAD, "WHERE \"line\" IN " LINES " ORDER BY \"position\", \"id\""},
    {&MB_LINE_WHEN, "WHERE \"line\" IN " LINES " ORDER BY \"position\", \"id\""},
    {&MB_LINE_RECOMMENDATION, "WHERE \"line\" IN " LINES " ORDER BY \"position\", \"id\""},
    {NULL, NULL},
};

/* Without bounds those of undated meetings belong to them too. */
static const MbPart every_entry[] = {
    {&MB_ENTRY, "WHERE rowid IN " ENTRIES(EVERY_MEETING) " ORDER BY " BY_SECTION},
    {NULL, NULL},
};
static const MbPart entries_between[] = {
    {&MB_ENTRY, "WHERE rowid IN " ENTRIES(MEETINGS_BETWEEN) " ORDER BY " BY_SECTION},
    {NULL, NULL},
};

static const MbPart of_entry[] = {
    {&MB_ENTRY_LEAD, "WHERE \"entry\" IN " MB_THESE " ORDER BY \"position\", \"id\""},
    {&MB_MOVE, "WHERE \"entry\" IN " MB_THESE " ORDER BY \"position\", \"id\""},
    {&MB_RESTRICTION, "WHERE \"entry\" IN " MB_THESE " ORDER BY \"id\""},
    {NULL, NULL},
};

gboolean mb_store_dossier_plans(MbBook *book, MbDossier *dossier, const char *board, MbDay from, MbDay to,
                                GError **error)
{
    g_autofree char *first = from == MB_NO_DAY ? g_strdup(MB_EARLIEST) : mb_day_iso(from);
    g_autofree char *last = to == MB_NO_DAY ? g_strdup(MB_LATEST) : mb_day_iso(to);

    return mb_parts_load(book, dossier, plans, board, first, last, error);
}

gboolean mb_store_dossier_plan(MbBook *book, MbDossier *dossier, const char *board, MbDay from, MbDay to,
                               GError **error)
{
    static const MbNoun *const meetings[] = {&MB_MEETING, NULL};
    const MbPart *entries = from == MB_NO_DAY && to == MB_NO_DAY ? every_entry : entries_between;
    g_autofree char *first = from == MB_NO_DAY ? g_strdup(MB_EARLIEST) : mb_day_iso(from);
    g_autofree char *last = to == MB_NO_DAY ? g_strdup(MB_LATEST) : mb_day_iso(to);

    return mb_parts_load(book, dossier, plans, board, first, last, error) &&
           mb_parts_load(book, dossier, lines, board, first, last, error) &&
           mb_parts_load(book, dossier, entries, board, first, last, error) &&
           mb_parts_below(book, dossier, &MB_ENTRY, 0, of_entry, error) && mb_parts_people(book, dossier, error) &&
           mb_parts_named(book, dossier, meetings, error);
}
