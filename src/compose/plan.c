/* SPDX-License-Identifier: MIT */
/* The forward plan of a board: what comes to which meeting. */
#include "documents.h"

#include "facts.h"

#include "minutebook/compose/paper.h"
#include "minutebook/model/plan.h"

/* What has no day comes last. */
static MbDay day_of(const MbDossier *dossier, const MbEntry *entry)
{
    const MbMeeting *meeting = mb_dossier_find(dossier, &MB_MEETING, entry->meeting);

    return meeting && meeting->day != MB_NO_DAY ? meeting->day : G_MAXINT;
}

/* A lettered part stands right after what it is part of. */
static int compare_entries(const MbDossier *dossier, const MbEntry *a, const MbEntry *b)
{
    const MbEntry *first = mb_dossier_find(dossier, &MB_ENTRY, a->parent);
    const MbEntry *second = mb_dossier_find(dossier, &MB_ENTRY, b->parent);
    const MbEntry *top_a = first ? first : a;
    const MbEntry *top_b = second ? second : b;

    if (day_of(dossier, top_a) != day_of(dossier, top_b))
        return day_of(dossier, top_a) < day_of(dossier, top_b) ? -1 : 1;
    if (top_a->section != top_b->section)
        return top_a->section - top_b->section;
    if (top_a != top_b)
        return top_a->position != top_b->position ? top_a->position - top_b->position : g_strcmp0(top_a->id, top_b->id);
    return !first != !second ? (first ? 1 : -1) : a->position - b->position;
}

static int by_meeting(gconstpointer a, gconstpointer b, gpointer dossier)
{
    return compare_entries(dossier, *(MbEntry *const *)a, *(MbEntry *const *)b);
}

static GPtrArray *entries_of(const MbComposition *composition)
{
    g_autoptr(GPtrArray) all = mb_dossier_of(composition->dossier, &MB_ENTRY, "board", composition->meeting->board);
    GPtrArray *entries = g_ptr_array_new();

    for (guint i = 0; i < all->len; i++)
        if (((MbEntry *)all->pdata[i])->state != MB_ENTRY_DROPPED)
            g_ptr_array_add(entries, all->pdata[i]);
    g_ptr_array_sort_with_data(entries, by_meeting, (gpointer)composition->dossier);
    return entries;
}

MbValue *mb_compose_plan_rows(const MbComposition *composition)
{
    g_autoptr(GPtrArray) entries = entries_of(composition);
    MbValue *rows = mb_value_new_list();

    for (guint i = 0; i < entries->len; i++)
        mb_value_add(rows, mb_paper_entry(composition->dossier, entries->pdata[i]));
    return rows;
}

static char *heading_of(const MbComposition *composition, const MbEntry *entry)
{
    const MbMeeting *meeting = mb_dossier_find(composition->dossier, &MB_MEETING, entry->meeting);

    if (meeting)
        return mb_compose_day(meeting);
    return g_strdup(entry->meeting_words ? entry->meeting_words : "Not yet placed");
}

/* The title, and for each move where it came from and why. */
static char *item_text(const MbEntry *entry, const MbValue *row)
{
    const MbValue *moves = mb_value_get(row, "moved");
    GString *out = g_string_new(NULL);

    if (entry->letter)
        g_string_append_printf(out, "(%s) ", entry->letter);
    g_string_append(out, entry->title ? entry->title : "");
    for (guint i = 0; i < mb_value_length(moves); i++) {
        const MbValue *move = mb_value_at(moves, i);
        const char *from = mb_value_get_text(move, "from");
        const char *why = mb_value_get_text(move, "why");

        g_string_append_printf(out, "\nMoved%s%s%s%s", from ? " from " : "", from ? from : "", why ? ": " : "", why ? why : "");
    }
    return g_string_free(out, FALSE);
}

static void add_entry(const MbComposition *composition, MbNode *table, const MbEntry *entry)
{
    g_autoptr(MbValue) value = mb_paper_entry(composition->dossier, entry);
    g_autofree char *text = item_text(entry, value);
    g_autofree char *minutes = entry->minutes == MB_NO_INT ? NULL : g_strdup_printf("%d", entry->minutes);
    gboolean withheld = composition->public_copy && entry->restricted;
    MbNode *row = mb_node_row(table, FALSE);

    mb_node_cell(row, text);
    mb_node_cell(row, mb_value_get_text(value, "lead"));
    mb_node_cell(row, minutes);
    mb_node_cell(row, withheld ? "withheld" : mb_value_get_text(value, "status"));
}

void mb_compose_plan(const MbComposition *composition, MbNode *root)
{
    static const char *const headings[] = {"Item", "Lead", "Minutes", "Status"};
    g_autoptr(GPtrArray) entries = entries_of(composition);
    g_autofree char *last = NULL;
    MbNode *table = NULL;

    mb_node_heading(root, 2, "Forward plan");
    if (!entries->len)
        mb_node_paragraph(root, "There is nothing in the forward plan.");
    for (guint i = 0; i < entries->len; i++) {
        const MbEntry *entry = entries->pdata[i];
        g_autofree char *heading = heading_of(composition, entry);

        if (!table || g_strcmp0(heading, last) != 0) {
            mb_node_heading(root, 3, heading);
            table = mb_compose_table(root, headings, "llrl");
            g_free(last);
            last = g_strdup(heading);
        }
        add_entry(composition, table, entry);
    }
}
