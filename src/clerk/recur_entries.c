/* SPDX-License-Identifier: MIT */
/* The entries that the lines of a plan ask for: made once each, and kept as their lines are until somebody changes or
 * moves them. */
#include "minutebook/clerk/draft.h"
#include "minutebook/clerk/recur.h"
#include "minutebook/model/by_hand.h"
#include "minutebook/model/meeting.h"

/* What is being made. */
typedef struct {
    MbDossier *dossier;
    const MbPlan *plan;
    GPtrArray *lines;      /* of the plan, outermost and parts, by position */
    GPtrArray *meetings;   /* of its year, by day */
    GHashTable *of_line;   /* id of a line → GPtrArray of its entries */
    GHashTable *of_parent; /* id of a line → GPtrArray of its parts */
    GPtrArray *made;
} Making;

static int by_section(gconstpointer a, gconstpointer b)
{
    const MbLine *first = *(const MbLine *const *)a;
    const MbLine *second = *(const MbLine *const *)b;

    if (first->section != second->section)
        return first->section - second->section;
    return (first->position > second->position) - (first->position < second->position);
}

static int by_day(gconstpointer a, gconstpointer b)
{
    const MbMeeting *first = *(const MbMeeting *const *)a;
    const MbMeeting *second = *(const MbMeeting *const *)b;

    return first->day != second->day ? first->day - second->day : first->starts - second->starts;
}

static GPtrArray *meetings_of(const MbDossier *dossier, const MbPlan *plan)
{
    g_autoptr(GPtrArray) all = mb_dossier_of(dossier, &MB_MEETING, "board", plan->board);
    GPtrArray *meetings = g_ptr_array_new();

    for (guint i = 0; i < all->len; i++) {
        const MbMeeting *meeting = all->pdata[i];
        if (meeting->state != MB_STATE_CANCELLED && meeting->day != MB_NO_DAY && meeting->day >= plan->since &&
            meeting->day <= plan->until)
            g_ptr_array_add(meetings, (gpointer)meeting);
    }
    g_ptr_array_sort(meetings, by_day);
    return meetings;
}

static void put(GHashTable *table, const char *key, gpointer record)
{
    GPtrArray *list = key ? g_hash_table_lookup(table, key) : NULL;

    if (!key)
        return;
    if (!list) {
        list = g_ptr_array_new();
        g_hash_table_insert(table, g_strdup(key), list);
    }
    g_ptr_array_add(list, record);
}

static GHashTable *table_new(void)
{
    return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
}

static void note(Making *making, gpointer record)
{
    if (!g_ptr_array_find(making->made, record, NULL))
        g_ptr_array_add(making->made, record);
}

/* Where ENTRY stood before it was moved: the meeting it was first moved from, else the one it is at. */
static const MbMeeting *origin_of(const MbDossier *dossier, const MbEntry *entry)
{
    g_autoptr(GPtrArray) moves = mb_dossier_of(dossier, &MB_MOVE, "entry", entry->id);
    const MbMove *first = NULL;

    for (guint i = 0; i < moves->len; i++) {
        const MbMove *move = moves->pdata[i];
        if (!first || move->position < first->position)
            first = move;
    }
    return mb_dossier_find(dossier, &MB_MEETING, first ? first->from_meeting : entry->meeting);
}

/* A part belongs to its parent's entry. An entry belongs to the meeting it was made for: also when that was redated, or
 * the entry moved since; where that meeting is gone the planned day tells. */
static MbEntry *entry_for(const Making *making, const MbLine *line, const MbMeeting *meeting, const char *parent)
{
    GPtrArray *entries = g_hash_table_lookup(making->of_line, line->id);

    for (guint i = 0; entries && i < entries->len; i++) {
        MbEntry *entry = entries->pdata[i];
        const MbMeeting *origin = parent ? NULL : origin_of(making->dossier, entry);

        if (parent   ? g_strcmp0(entry->parent, parent) == 0
            : origin ? origin == meeting
                     : entry->planned_day == meeting->day && entry->planned_day != MB_NO_DAY)
            return entry;
    }
    return NULL;
}

static MbEntry *entry_for_words(const Making *making, const MbLine *line, const char *words, guint index)
{
    GPtrArray *entries = g_hash_table_lookup(making->of_line, line->id);
    guint undated = 0;

    for (guint i = 0; entries && i < entries->len; i++) {
        MbEntry *entry = entries->pdata[i];
        if (entry->planned_day == MB_NO_DAY && (g_strcmp0(entry->meeting_words, words) == 0 || undated++ == index))
            return entry;
    }
    return NULL;
}

/* The fields that an entry has from its line; both tables name them alike. */
static const char *const followed[] = {
    "section",    "position",  "title",  "purpose",       "minutes",   "paper",
    "priority",   "status",    "note",   "standing_text", "statutory", "matters_arising",
    "restricted", "paragraph", "reason", "public_title",  "letter",    NULL,
};

static gboolean follow_fields(MbEntry *entry, const MbLine *line)
{
    gboolean changed = FALSE;

    for (guint i = 0; followed[i]; i++) {
        const MbField *to = mb_noun_field(&MB_ENTRY, followed[i]);
        g_autofree char *before = mb_field_text(to, entry);
        g_autofree char *now = mb_field_text(mb_noun_field(&MB_LINE, followed[i]), line);

        if (g_strcmp0(before, now) == 0 || mb_by_hand(entry->by_hand, followed[i]))
            continue;
        changed |= mb_field_set_text(to, entry, now);
    }
    return changed;
}

static int lead_order(gconstpointer a, gconstpointer b)
{
    const MbEntryLead *first = *(const MbEntryLead *const *)a;
    const MbEntryLead *second = *(const MbEntryLead *const *)b;

    return (first->position > second->position) - (first->position < second->position);
}

static int line_lead_order(gconstpointer a, gconstpointer b)
{
    const MbLineLead *first = *(const MbLineLead *const *)a;
    const MbLineLead *second = *(const MbLineLead *const *)b;

    return (first->position > second->position) - (first->position < second->position);
}

static void follow_lead(Making *making, const MbEntry *entry, MbEntryLead *lead, const MbLineLead *from, guint position)
{
    if (lead && g_strcmp0(lead->person, from->person) == 0 && g_strcmp0(lead->name, from->name) == 0)
        return;
    if (!lead) {
        lead = mb_dossier_new_record(making->dossier, &MB_ENTRY_LEAD);
        mb_set(&lead->entry, entry->id);
        lead->position = (int)position;
    }
    mb_set(&lead->person, from->person);
    mb_set(&lead->name, from->name);
    note(making, lead);
}

static gboolean leads_by_hand(const MbEntry *entry)
{
    return mb_by_hand(entry->by_hand, "lead") || mb_by_hand(entry->by_hand, "leads");
}

static void follow_leads(Making *making, const MbEntry *entry, const MbLine *line)
{
    g_autoptr(GPtrArray) wanted = mb_dossier_of(making->dossier, &MB_LINE_LEAD, "line", line->id);
    g_autoptr(GPtrArray) leads = mb_dossier_of(making->dossier, &MB_ENTRY_LEAD, "entry", entry->id);

    if (leads_by_hand(entry))
        return;
    g_ptr_array_sort(wanted, line_lead_order);
    g_ptr_array_sort(leads, lead_order);
    for (guint i = 0; i < wanted->len; i++)
        follow_lead(making, entry, i < leads->len ? leads->pdata[i] : NULL, wanted->pdata[i], i);
}

static gboolean still_to_come(const MbDossier *dossier, const MbEntry *entry)
{
    const MbMeeting *meeting = mb_dossier_find(dossier, &MB_MEETING, entry->meeting);

    if (entry->state == MB_ENTRY_DONE || entry->state == MB_ENTRY_DROPPED)
        return FALSE;
    return !meeting || meeting->state <= MB_STATE_CALLED || meeting->state == MB_STATE_CANCELLED;
}

static MbEntry *entry_new(Making *making, const MbLine *line, const char *parent)
{
    MbEntry *entry = mb_dossier_new_record(making->dossier, &MB_ENTRY);

    mb_set(&entry->board, making->plan->board);
    mb_set(&entry->plan, making->plan->id);
    mb_set(&entry->line, line->id);
    mb_set(&entry->parent, parent);
    put(making->of_line, line->id, entry);
    note(making, entry);
    return entry;
}

static void follow(Making *making, MbEntry *entry, const MbLine *line)
{
    if (!still_to_come(making->dossier, entry))
        return;
    if (follow_fields(entry, line))
        note(making, entry);
    follow_leads(making, entry, line);
}

static void make_at(Making *making, const MbLine *line, const MbMeeting *meeting, const char *parent);

static void make_parts(Making *making, const MbLine *line, const MbMeeting *meeting, const char *parent)
{
    GPtrArray *parts = g_hash_table_lookup(making->of_parent, line->id);

    for (guint i = 0; parts && i < parts->len; i++)
        make_at(making, parts->pdata[i], meeting, parent);
}

static void make_at(Making *making, const MbLine *line, const MbMeeting *meeting, const char *parent)
{
    MbEntry *entry = entry_for(making, line, meeting, parent);

    if (entry) {
        follow(making, entry, line);
    } else {
        entry = entry_new(making, line, parent);
        mb_set(&entry->meeting, meeting->id);
        entry->planned_day = meeting->day;
        follow_fields(entry, line);
        follow_leads(making, entry, line);
        if (meeting->state > MB_STATE_CALLED)
            entry->state =
                MB_ENTRY_DONE; /* a plan loaded when part of its year is over: what was planned then is past */
    }
    make_parts(making, line, meeting, entry->id);
}

/* "TBC", "Sept 23": known to be wanted, not yet for which meeting. */
static void make_undated(Making *making, const MbLine *line)
{
    g_autoptr(GPtrArray) whens = mb_dossier_of(making->dossier, &MB_LINE_WHEN, "line", line->id);
    guint index = 0;

    for (guint i = 0; i < whens->len; i++) {
        const MbLineWhen *when = whens->pdata[i];
        MbEntry *entry;

        if (when->day != MB_NO_DAY || !when->words)
            continue;
        entry = entry_for_words(making, line, when->words, index++);
        if (!entry) {
            entry = entry_new(making, line, NULL);
            mb_set(&entry->meeting_words, when->words);
        }
        follow(making, entry, line);
    }
}

static void make_line(Making *making, const MbLine *line)
{
    for (guint i = 0; i < making->meetings->len; i++) {
        const MbMeeting *meeting = making->meetings->pdata[i];
        if (mb_recur_comes(making->dossier, line, making->meetings, i))
            make_at(making, line, meeting, NULL);
    }
    make_undated(making, line);
}

static void index_records(Making *making)
{
    GPtrArray *entries = mb_dossier_all(making->dossier, &MB_ENTRY);

    for (guint i = 0; i < entries->len; i++)
        put(making->of_line, ((const MbEntry *)entries->pdata[i])->line, entries->pdata[i]);
    for (guint i = 0; i < making->lines->len; i++)
        put(making->of_parent, ((const MbLine *)making->lines->pdata[i])->parent, making->lines->pdata[i]);
}

void mb_recur_entries(MbDossier *dossier, const MbPlan *plan, GPtrArray *made)
{
    g_autoptr(GPtrArray) lines = mb_dossier_of(dossier, &MB_LINE, "plan", plan->id);
    g_autoptr(GPtrArray) meetings = meetings_of(dossier, plan);
    g_autoptr(GHashTable) of_line = table_new();
    g_autoptr(GHashTable) of_parent = table_new();
    Making making = {.dossier = dossier,
                     .plan = plan,
                     .lines = lines,
                     .meetings = meetings,
                     .of_line = of_line,
                     .of_parent = of_parent,
                     .made = made};

    g_ptr_array_sort(lines, by_section);
    index_records(&making);
    for (guint i = 0; i < lines->len; i++)
        if (!((const MbLine *)lines->pdata[i])->parent)
            make_line(&making, lines->pdata[i]);
}

static const MbLine *line_of(const MbDossier *dossier, const MbPlan *plan, const MbEntry *entry)
{
    const MbLine *line = mb_dossier_find(dossier, &MB_LINE, entry->line);

    return line && g_strcmp0(line->plan, plan->id) == 0 ? line : NULL;
}

void mb_recur_surplus(const MbDossier *dossier, const MbPlan *plan, GPtrArray *gone)
{
    GPtrArray *entries = mb_dossier_all(dossier, &MB_ENTRY);

    for (guint i = 0; i < entries->len; i++) {
        const MbEntry *entry = entries->pdata[i];
        const MbLine *line = line_of(dossier, plan, entry);
        g_autoptr(GPtrArray) wanted = NULL;
        g_autoptr(GPtrArray) leads = NULL;

        if (!line || leads_by_hand(entry) || !still_to_come(dossier, entry))
            continue;
        wanted = mb_dossier_of(dossier, &MB_LINE_LEAD, "line", line->id);
        leads = mb_dossier_of(dossier, &MB_ENTRY_LEAD, "entry", entry->id);
        g_ptr_array_sort(leads, lead_order);
        for (guint at = wanted->len; at < leads->len; at++)
            g_ptr_array_add(gone, leads->pdata[at]);
    }
}
