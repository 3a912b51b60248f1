/* SPDX-License-Identifier: MIT */
/* Forward plans: those of one board that touch a stretch of days, with what has become of them. */
#include "dossier_private.h"

#include "minutebook/model/nouns.h"

#define PLANS                                                                                                          \
    "(SELECT \"id\" FROM \"plan\" WHERE \"board\" = :id AND (:from IS NULL OR \"until\" IS NULL OR \"until\" >= "      \
    ":from)"                                                                                                           \
    " AND (:to IS NULL OR \"since\" IS NULL OR \"since\" <= :to))"
#define MEETINGS                                                                                                       \
    "(SELECT \"id\" FROM \"meeting\" WHERE \"board\" = :id AND (:from IS NULL OR \"day\" >= :from) AND (:to IS NULL "  \
    "OR \"day\" <= :to))"
#define LINES "(SELECT \"id\" FROM \"line\" WHERE \"plan\" IN " PLANS ")"
#define ENTRIES                                                                                                        \
    "(SELECT \"id\" FROM \"entry\" WHERE \"plan\" IN " PLANS                                                           \
    " UNION SELECT \"id\" FROM \"entry\" WHERE \"meeting\" IN " MEETINGS                                               \
    " UNION SELECT \"id\" FROM \"entry\" WHERE \"board\" = :id AND \"meeting\" IS NULL AND \"plan\" IS NULL)"
#define BY_SECTION "CASE \"section\" WHEN 'opening' THEN 0 WHEN 'business' THEN 1 ELSE 2 END, \"position\", \"id\""

gboolean mb_store_dossier_plan(MbBook *book, MbDossier *dossier, const char *board, MbDay from, MbDay to,
                               GError **error)
{
    static const MbPart parts[] = {
        {&MB_PLAN, "WHERE \"id\" IN " PLANS " ORDER BY \"since\", \"year\", \"id\""},
        {&MB_LINE,
         "WHERE \"plan\" IN " PLANS
         " ORDER BY (SELECT \"since\" FROM \"plan\" WHERE \"plan\".\"id\" = \"line\".\"plan\"), \"plan\", " BY_SECTION},
        {&MB_LINE_LEAD, "WHERE \"line\" IN " LINES " ORDER BY \"position\", \"id\""},
        {&MB_LINE_WHEN, "WHERE \"line\" IN " LINES " ORDER BY \"position\", \"id\""},
        {&MB_LINE_RECOMMENDATION, "WHERE \"line\" IN " LINES " ORDER BY \"position\", \"id\""},
        {&MB_ENTRY, "WHERE \"id\" IN " ENTRIES " ORDER BY " BY_SECTION},
        {&MB_ENTRY_LEAD, "WHERE \"entry\" IN " ENTRIES " ORDER BY \"position\", \"id\""},
        {&MB_MOVE, "WHERE \"entry\" IN " ENTRIES " ORDER BY \"position\", \"id\""},
        {&MB_RESTRICTION, "WHERE \"entry\" IN " ENTRIES " ORDER BY \"id\""},
        {NULL, NULL},
    };
    static const MbNoun *const meetings[] = {&MB_MEETING, NULL};
    g_autofree char *first = from == MB_NO_DAY ? NULL : mb_day_iso(from);
    g_autofree char *last = to == MB_NO_DAY ? NULL : mb_day_iso(to);

    return mb_parts_load(book, dossier, parts, board, first, last, error) && mb_parts_people(book, dossier, error) &&
           mb_parts_named(book, dossier, meetings, error);
}
