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

/* An entry as every format has it: of one that is withheld the status is that it is. */
static MbValue *entry_value(const MbComposition *composition, const MbEntry *entry)
{
    MbValue *value = mb_paper_entry(composition->dossier, entry);

    if (composition->public_copy && entry->restricted)
        mb_value_set_text(value, "status", "withheld");
    return value;
}

MbValue *mb_compose_plan_value(const MbComposition *composition)
{
    g_autoptr(GPtrArray) entries = entries_of(composition);
    MbValue *list = mb_value_new_list();

    for (guint i = 0; i < entries->len; i++)
        mb_value_add(list, entry_value(composition, entries->pdata[i]));
    return list;
}

static void append_part(GString *out, const char *before, const char *text, const char *after)
{
    if (text)
        g_string_append_printf(out, "%s%s%s", before, text, after);
}

/* "from 2025-11-06 to 2025-12-11: the meeting was cancelled (2025-11-04)". */
static void append_move(GString *out, const MbValue *move)
{
    GString *text = g_string_new(NULL);

    append_part(text, " from ", mb_value_get_text(move, "from"), "");
    append_part(text, " to ", mb_value_get_text(move, "to"), "");
    append_part(text, ": ", mb_value_get_text(move, "why"), "");
    append_part(text, " (", mb_value_get_text(move, "on"), ")");
    g_string_append_printf(out, "%s%s", out->len ? "; " : "", g_strstrip(text->str));
    g_string_free(text, TRUE);
}

MbValue *mb_compose_plan_rows(const MbComposition *composition)
{
    MbValue *rows = mb_compose_plan_value(composition);

    for (guint i = 0; i < mb_value_length(rows); i++) {
        MbValue *row = mb_value_at_mut(rows, i);
        const MbValue *moves = mb_value_get(row, "moved");
        GString *text = g_string_new(NULL);

        for (guint move = 0; move < mb_value_length(moves); move++)
            append_move(text, mb_value_at(moves, move));
        mb_value_set_text(row, "moved", text->len ? text->str : NULL);
        g_string_free(text, TRUE);
    }
    return rows;
}

static char *heading_of(const MbComposition *composition, const MbEntry *entry)
{
    const MbMeeting *meeting = mb_dossier_find(composition->dossier, &MB_MEETING, entry->meeting);

    if (meeting)
        return mb_compose_day(meeting);
    return g_strdup(entry->meeting_words ? entry->meeting_words : "Not yet placed");
}

static char *day_text(const char *iso)
{
    MbDay day = mb_day_parse_iso(iso);

    return day == MB_NO_DAY ? g_strdup(iso) : mb_day_long(day);
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
        g_autofree char *from = day_text(mb_value_get_text(move, "from"));
        const char *why = mb_value_get_text(move, "why");

        g_string_append_printf(out, "\nMoved%s%s%s%s", from ? " from " : "", from ? from : "", why ? ": " : "",
                               why ? why : "");
    }
    return g_string_free(out, FALSE);
}

static void add_entry(const MbComposition *composition, MbNode *table, const MbEntry *entry)
{
    g_autoptr(MbValue) value = entry_value(composition, entry);
    g_autofree char *text = item_text(entry, value);
    g_autofree char *minutes = entry->minutes == MB_NO_INT ? NULL : g_strdup_printf("%d", entry->minutes);
    MbNode *row = mb_node_row(table, FALSE);

    mb_node_cell(row, text);
    mb_node_cell(row, mb_value_get_text(value, "lead"));
    mb_node_cell(row, minutes);
    mb_node_cell(row, mb_value_get_text(value, "status"));
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
