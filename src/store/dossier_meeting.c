/* SPDX-License-Identifier: MIT */
/* A meeting with all that hangs on it. Each statement follows an index from the meeting, so that its cost does not grow
 * with the other meetings of the book. */
#include "dossier_private.h"

#include "minutebook/model/nouns.h"

#define OF_MEETING           "WHERE \"meeting\" = :id "
#define BY_POSITION          "ORDER BY \"position\", \"id\""
#define UNDER(column, table) "WHERE \"" column "\" IN (SELECT \"id\" FROM \"" table "\" WHERE \"meeting\" = :id) "

#define ENTRIES                                                                                                        \
    "(SELECT \"id\" FROM \"entry\" WHERE \"meeting\" = :id UNION SELECT \"entry\" FROM \"item\" WHERE \"meeting\" = "  \
    ":id) "
#define PAPERS                                                                                                         \
    "(SELECT \"id\" FROM \"paper\" WHERE \"meeting\" = :id UNION SELECT \"id\" FROM \"paper\" WHERE \"item\" IN "      \
    "(SELECT \"id\" FROM \"item\" WHERE \"meeting\" = :id)) "

static const char items_of_meeting[] = OF_MEETING BY_POSITION;

/* Position among siblings; items come level by level, which is enough for whoever asks for the children of one. */
static const MbPart parts[] = {
    {&MB_MEETING, "WHERE \"id\" = :id"},
    {&MB_OBJECTIVE, OF_MEETING BY_POSITION},
    {&MB_EVENT, OF_MEETING BY_POSITION},
    {&MB_ATTENDANCE, OF_MEETING BY_POSITION},
    {&MB_PRESENCE, UNDER("attendance", "attendance") BY_POSITION},
    {&MB_ITEM, items_of_meeting},
    {&MB_PRESENTER, UNDER("item", "item") BY_POSITION},
    {&MB_RECOMMENDATION, UNDER("item", "item") BY_POSITION},
    {&MB_PAPER, OF_MEETING BY_POSITION},
    {&MB_PAPER, UNDER("item", "item") BY_POSITION},
    {&MB_MINUTE, OF_MEETING BY_POSITION},
    {&MB_CELL, UNDER("minute", "minute") "ORDER BY \"minute\", \"row\", \"col\", \"id\""},
    {&MB_MARK, OF_MEETING "ORDER BY \"minute\", \"position\", \"id\""},
    {&MB_DECLARATION, OF_MEETING BY_POSITION},
    {&MB_DECISION, OF_MEETING BY_POSITION},
    {&MB_VOTE, UNDER("decision", "decision") BY_POSITION},
    {&MB_MOTION, OF_MEETING BY_POSITION},
    {&MB_ELECTION, OF_MEETING BY_POSITION},
    {&MB_CANDIDATE, UNDER("election", "election") "ORDER BY \"round\", \"position\", \"id\""},
    {&MB_PUBLICATION, OF_MEETING BY_POSITION},
    {&MB_SENDING, OF_MEETING BY_POSITION},
    {&MB_CORRECTION, OF_MEETING BY_POSITION},
    {&MB_CORRECTION, "WHERE \"at\" = :id " BY_POSITION},
    {&MB_ENTRY, "WHERE \"meeting\" = :id ORDER BY CASE \"section\" WHEN 'opening' THEN 0 WHEN 'business' THEN 1 ELSE 2 "
                "END, \"position\", \"id\""},
    {&MB_ENTRY,
     "WHERE \"id\" IN (SELECT \"entry\" FROM \"item\" WHERE \"meeting\" = :id) ORDER BY \"position\", \"id\""},
    {&MB_ENTRY_LEAD, "WHERE \"entry\" IN " ENTRIES BY_POSITION},
    {&MB_MOVE, "WHERE \"entry\" IN " ENTRIES BY_POSITION},
    {&MB_RESTRICTION, "WHERE \"entry\" IN " ENTRIES "ORDER BY \"id\""},
    {&MB_RESTRICTION, "WHERE \"paper\" IN " PAPERS "ORDER BY \"id\""},
    {&MB_ACTION, "WHERE \"raised_at\" = :id ORDER BY CAST(\"ref\" AS INTEGER), \"ref\", \"position\", \"id\""},
    {&MB_ACTION, "WHERE \"id\" IN (SELECT \"action\" FROM \"update\" WHERE \"meeting\" = :id) ORDER BY CAST(\"ref\" AS "
                 "INTEGER), \"ref\", \"id\""},
    {&MB_RESTRICTION, UNDER("item", "item") "ORDER BY \"id\""},
    {&MB_RESTRICTION, UNDER("minute", "minute") "ORDER BY \"minute\", \"start\", \"id\""},
    {&MB_SETTLED, OF_MEETING "ORDER BY \"on\", \"id\""},
    {NULL, NULL},
};

#define MINUTES_OF_THESE "(SELECT \"id\" FROM \"minute\" WHERE \"item\" IN " MB_THESE ")"

/* The text that a restriction names, of items of other meetings: what repeats it is withheld here too. */
static const MbPart withheld_text[] = {
    {&MB_RESTRICTION, "WHERE \"minute\" IN " MINUTES_OF_THESE " ORDER BY \"minute\", \"start\", \"id\""},
    {&MB_MINUTE, "WHERE \"item\" IN " MB_THESE " AND EXISTS (SELECT 1 FROM \"restriction\" WHERE"
                 " \"restriction\".\"minute\" = \"minute\".\"id\") " BY_POSITION},
    {&MB_CELL, "WHERE \"minute\" IN " MINUTES_OF_THESE " AND EXISTS (SELECT 1 FROM \"restriction\" WHERE"
               " \"restriction\".\"minute\" = \"cell\".\"minute\") ORDER BY \"minute\", \"row\", \"col\", \"id\""},
    {&MB_RESTRICTION, "WHERE \"item\" IN " MB_THESE " ORDER BY \"id\""},
    {NULL, NULL},
};

static guint count_origins(const MbDossier *dossier)
{
    return mb_dossier_all(dossier, &MB_ITEM)->len + mb_dossier_all(dossier, &MB_ENTRY)->len +
           mb_dossier_all(dossier, &MB_DECISION)->len;
}

/* Items, entries and decisions from which something here comes, up to the first: carried from, raised under, nested in,
 * ratified. */
static gboolean load_origins(MbBook *book, MbDossier *dossier, GError **error)
{
    static const MbNoun *const origins[] = {&MB_ITEM, &MB_ENTRY, &MB_DECISION, NULL};
    guint there;

    do {
        there = count_origins(dossier);
        if (!mb_parts_named(book, dossier, origins, error))
            return FALSE;
    } while (count_origins(dossier) > there);
    return TRUE;
}

/* Whatever tells whether a record of the dossier is withheld: the items, entries and decisions it comes from, up to the
 * first, their restrictions, and the paragraphs of theirs that are withheld. The meeting has its own already. */
static gboolean load_withheld(MbBook *book, MbDossier *dossier, GError **error)
{
    static const MbPart of_origin[] = {
        {&MB_RESTRICTION, "WHERE \"entry\" IN " MB_THESE " ORDER BY \"id\""},
        {NULL, NULL},
    };
    guint items = mb_dossier_all(dossier, &MB_ITEM)->len;
    guint entries = mb_dossier_all(dossier, &MB_ENTRY)->len;

    return load_origins(book, dossier, error) && mb_parts_below(book, dossier, &MB_ITEM, items, withheld_text, error) &&
           mb_parts_below(book, dossier, &MB_ENTRY, entries, of_origin, error);
}

gboolean mb_store_dossier_items(MbBook *book, MbDossier *dossier, const char *meeting, GError **error)
{
    static const MbPart items[] = {{&MB_ITEM, items_of_meeting}, {NULL, NULL}};

    return mb_parts_load(book, dossier, items, meeting, NULL, NULL, error);
}

gboolean mb_store_dossier_meeting(MbBook *book, MbDossier *dossier, const char *meeting, GError **error)
{
    static const MbNoun *const meetings[] = {&MB_MEETING, NULL};
    guint actions = mb_dossier_all(dossier, &MB_ACTION)->len;

    return mb_parts_load(book, dossier, parts, meeting, NULL, NULL, error) &&
           mb_parts_actions(book, dossier, actions, error) && load_withheld(book, dossier, error) &&
           mb_parts_named(book, dossier, meetings, error);
}
