/* SPDX-License-Identifier: MIT */
/* What a plan says was moved. The entry that was moved is made here, at the meeting to which it went; clerk/recur.h
 * makes the others and knows this one by its line and the day for which it was planned. */
#include "loading.h"

#include "minutebook/base/text.h"

typedef struct {
    const MbBoard *board;
    const MbPlan *plan;
    const MbLine *line;
    const MbMeeting *from;
    const MbMeeting *to;
} Move;

static const MbLine *line_called(MbLoading *loading, const MbPlan *plan, const MbFields *fields)
{
    g_autofree char *title = mb_fields_text(fields, "item");
    g_autoptr(GPtrArray) lines = mb_loading_of(loading, &MB_LINE, "plan", plan->id);
    g_autoptr(GPtrArray) titles = g_ptr_array_new();

    for (guint i = 0; title && i < lines->len; i++) {
        const MbLine *line = lines->pdata[i];
        if (mb_text_same(line->title, title))
            return line;
        g_ptr_array_add(titles, line->title);
    }
    g_ptr_array_add(titles, NULL);
    if (title)
        mb_fields_no_word(loading->faults, mb_fields_get(fields, "item"), "item of this plan",
                          (const char *const *)titles->pdata);
    return NULL;
}

static gboolean comes_itself(MbLoading *loading, const MbLine *line, MbDay day)
{
    g_autoptr(GPtrArray) whens = mb_loading_of(loading, &MB_LINE_WHEN, "line", line->id);

    for (guint i = 0; i < whens->len; i++)
        if (((MbLineWhen *)whens->pdata[i])->day == day)
            return TRUE;
    return line->every == MB_EVERY_MEETING;
}

/* The entry that the line made for the meeting it is moved from; or, where the line does not come there by itself, the
 * one that was moved there before. */
static MbEntry *entry_known(MbLoading *loading, const Move *move)
{
    g_autoptr(GPtrArray) entries = mb_loading_of(loading, &MB_ENTRY, "line", move->line->id);

    for (guint i = 0; i < entries->len; i++) {
        MbEntry *entry = entries->pdata[i];
        if (entry->planned_day == move->from->day)
            return entry;
    }
    for (guint i = 0; !comes_itself(loading, move->line, move->from->day) && i < entries->len; i++) {
        MbEntry *entry = entries->pdata[i];
        if (entry->state == MB_ENTRY_MOVED && g_strcmp0(entry->meeting, move->from->id) == 0)
            return entry;
    }
    return NULL;
}

/* Whether any entry of the line was moved so already: what happened to it since is the book's. */
static gboolean already(MbLoading *loading, const Move *move)
{
    g_autoptr(GPtrArray) entries = mb_loading_of(loading, &MB_ENTRY, "line", move->line->id);

    for (guint i = 0; i < entries->len; i++) {
        g_autoptr(GPtrArray) moves = mb_loading_of(loading, &MB_MOVE, "entry", ((MbEntry *)entries->pdata[i])->id);
        for (guint j = 0; j < moves->len; j++) {
            const MbMove *made = moves->pdata[j];
            if (g_strcmp0(made->from_meeting, move->from->id) == 0 && g_strcmp0(made->to_meeting, move->to->id) == 0)
                return TRUE;
        }
    }
    return FALSE;
}

static void copy_leads(MbLoading *loading, const MbLine *line, const MbEntry *entry)
{
    g_autoptr(GPtrArray) leads = mb_loading_of(loading, &MB_LINE_LEAD, "line", line->id);

    for (guint i = 0; i < leads->len; i++) {
        const MbLineLead *lead = leads->pdata[i];
        MbEntryLead *copy = mb_loading_new(loading, &MB_ENTRY_LEAD);
        mb_set(&copy->entry, entry->id);
        copy->position = lead->position;
        mb_set(&copy->person, lead->person);
        mb_set(&copy->name, lead->name);
    }
}

/* What line and entry both have, by the names of their fields. */
static void copy_fields(const MbLine *line, MbEntry *entry)
{
    for (const MbField *f = MB_ENTRY.fields; f->name; f++) {
        const MbField *of_line = f->kind == MB_FIELD_REF ? NULL : mb_noun_field(&MB_LINE, f->name);
        g_autofree char *text = of_line ? mb_field_text(of_line, line) : NULL;
        if (of_line)
            mb_field_set_text(f, entry, text);
    }
}

static MbEntry *entry_new(MbLoading *loading, const Move *move, const MbLine *line, const MbEntry *parent)
{
    MbEntry *entry = mb_loading_new(loading, &MB_ENTRY);

    mb_set(&entry->board, move->board->id);
    mb_set(&entry->plan, move->plan->id);
    mb_set(&entry->line, line->id);
    mb_set(&entry->parent, parent ? parent->id : NULL);
    entry->planned_day = move->from->day;
    copy_fields(line, entry);
    entry->state = MB_ENTRY_PLANNED;
    copy_leads(loading, line, entry);
    return entry;
}

/* The entry with its lettered parts. */
static MbEntry *entry_whole(MbLoading *loading, const Move *move)
{
    MbEntry *entry = entry_new(loading, move, move->line, NULL);
    g_autoptr(GPtrArray) lines = mb_loading_of(loading, &MB_LINE, "plan", move->plan->id);

    for (guint i = 0; i < lines->len; i++) {
        const MbLine *line = lines->pdata[i];
        if (g_strcmp0(line->parent, move->line->id) == 0)
            entry_new(loading, move, line, entry);
    }
    return entry;
}

static void place_entry(MbLoading *loading, MbEntry *entry, const MbMeeting *to)
{
    g_autoptr(GPtrArray) parts = mb_loading_of(loading, &MB_ENTRY, "parent", entry->id);

    mb_loading_edit(loading, entry);
    mb_set(&entry->meeting, to->id);
    entry->state = MB_ENTRY_MOVED;
    for (guint i = 0; i < parts->len; i++)
        place_entry(loading, parts->pdata[i], to);
}

static void move_apply(MbLoading *loading, const Move *move, const MbFields *fields)
{
    MbEntry *entry = entry_known(loading, move);

    if (!entry)
        entry = entry_whole(loading, move);
    if (!mb_loading_is_new(loading, entry) && entry->state != MB_ENTRY_PLANNED &&
        g_strcmp0(entry->meeting, move->from->id) != 0)
        return; /* done, dropped, or moved elsewhere by hand since */
    g_autoptr(GPtrArray) before = mb_loading_of(loading, &MB_MOVE, "entry", entry->id);
    place_entry(loading, entry, move->to);
    MbMove *made = mb_loading_new(loading, &MB_MOVE);
    mb_set(&made->entry, entry->id);
    made->position = (int)before->len;
    mb_set(&made->from_meeting, move->from->id);
    mb_set(&made->to_meeting, move->to->id);
    mb_fields_set(fields, "why", &made->why);
    mb_fields_set_day(fields, "on", &made->on);
}

static void check_on(const MbFields *fields)
{
    MbDay on = MB_NO_DAY;

    mb_fields_set_day(fields, "on", &on);
}

static void load_move(MbLoading *loading, const MbBoard *board, const MbPlan *plan, const MbValue *value)
{
    static const char *const known[] = {"item", "from", "to", "why", "on", NULL};
    MbFields fields;

    if (!mb_fields_open(&fields, loading->faults, value, "a move",
                        "{item: Hate crime, from: 2025-09-27, to: 2025-12-06, why: data not ready}", known))
        return;
    gboolean whole = mb_fields_need(&fields, "item", "a move") & mb_fields_need(&fields, "from", "a move") &
                     mb_fields_need(&fields, "to", "a move") & mb_fields_need(&fields, "why", "a move");
    Move move = {.board = board, .plan = plan, .line = line_called(loading, plan, &fields)};
    move.from = mb_loading_meeting_at(loading, board, &fields, "from");
    move.to = mb_loading_meeting_at(loading, board, &fields, "to");
    if (!whole || !move.line || !move.from || !move.to || already(loading, &move))
        check_on(&fields);
    else if (move.from == move.to)
        mb_faults_add(loading->faults, mb_value_place(mb_fields_get(&fields, "to")),
                      "the item is moved to the meeting from which it comes: expected another date");
    else
        move_apply(loading, &move, &fields);
}

void mb_load_moves(MbLoading *loading, const MbBoard *board, const MbPlan *plan, const MbFields *fields)
{
    const MbValue *list =
        mb_fields_list(fields, "moves", "- {item: Hate crime, from: 2025-09-27, to: 2025-12-06, why: data not ready}");

    for (guint i = 0; i < mb_value_length(list); i++)
        load_move(loading, board, plan, mb_value_at(list, i));
}
