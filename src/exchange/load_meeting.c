/* SPDX-License-Identifier: MIT */
/* A meeting: when and where, who came, what happened to it, what was published and sent. Its items are load_item.c. */
#include "loading.h"

#include "minutebook/base/text.h"

#include <string.h>

static const char *const meeting_keys[] = {
    "meeting",    "board",          "kind",         "state",   "time",      "closed",     "venue",
    "chair",      "chair_capacity", "minute_taker", "marking", "cancelled", "objectives", "public_present",
    "attendance", "events",         "published",    "sent",    "items",     "strapline",  NULL,
};
static const char *const attendance_keys[] = {
    "name", "status", "words", "by",   "group", "post",     "organisation",
    "mode", "from",   "to",    "note", "role",  "initials", NULL,
};

/* Reads "2025-12-11" or "2025-12-11@10:00". */
static gboolean when_parse(const char *text, MbDay *day, MbTime *start)
{
    g_auto(GStrv) parts = g_strsplit(text, "@", 2);

    *day = mb_day_parse_iso(parts[0]);
    *start = parts[0] && parts[1] ? mb_time_parse(parts[1]) : MB_NO_TIME;
    return *day != MB_NO_DAY && (!parts[1] || *start != MB_NO_TIME);
}

static guint meetings_on(MbLoading *loading, const MbBoard *board, MbDay day)
{
    g_autoptr(GPtrArray) all = mb_loading_of(loading, &MB_MEETING, "board", board->id);
    guint count = 0;

    for (guint i = 0; i < all->len; i++)
        count += ((MbMeeting *)all->pdata[i])->day == day;
    return count;
}

/* NAMED: the time after @. A day with one meeting needs none; one that is told to start at another time is another
 * meeting. */
static MbMeeting *meeting_known(MbLoading *loading, const MbBoard *board, MbDay day, MbTime named, MbTime start)
{
    MbMeeting *meeting = mb_loading_meeting(loading, board->id, day, named != MB_NO_TIME ? named : start);

    if (meeting && named != MB_NO_TIME && meeting->starts != MB_NO_TIME && meeting->starts != named)
        return NULL;
    return meeting;
}

static gboolean check_clear(MbLoading *loading, const MbBoard *board, const MbFields *fields, MbDay day, MbTime named,
                            MbTime start)
{
    const MbMeeting *found = mb_loading_meeting(loading, board->id, day, start);

    if (named != MB_NO_TIME || meetings_on(loading, board, day) < 2 ||
        (found && start != MB_NO_TIME && found->starts == start))
        return TRUE;
    g_autofree char *iso = mb_day_iso(day);
    g_autofree char *time = mb_time_text(found->starts);
    mb_faults_add(loading->faults, mb_value_place(mb_fields_get(fields, "meeting")),
                  "%s meets more than once on %s: expected the time with it, such as \"%s@%s\"",
                  mb_loading_board_name(board), iso, iso, *time ? time : "10:00");
    return FALSE;
}

/* Stands for a meeting whose date cannot be read: the rest is read for its faults, and nothing of it will be kept. */
static MbMeeting *no_meeting(MbLoading *loading, const MbBoard *board)
{
    MbMeeting *meeting = mb_loading_new(loading, &MB_MEETING);

    mb_set(&meeting->board, board->id);
    return meeting;
}

static MbMeeting *meeting_open(MbLoading *loading, const MbBoard *board, const MbFields *fields)
{
    g_autofree char *text = mb_fields_text(fields, "meeting");
    MbTime named, start = MB_NO_TIME, end = MB_NO_TIME;
    MbDay day;

    mb_fields_set_range(fields, "time", &start, &end);
    if (!text)
        return no_meeting(loading, board);
    if (!when_parse(text, &day, &named)) {
        g_autofree char *shown = mb_fields_shown(text);
        mb_faults_add(loading->faults, mb_value_place(mb_fields_get(fields, "meeting")),
                      "%s is no date: expected YYYY-MM-DD, or \"YYYY-MM-DD@HH:MM\" where two meetings are on one day",
                      shown);
        return no_meeting(loading, board);
    }
    if (!check_clear(loading, board, fields, day, named, start))
        return no_meeting(loading, board);
    MbMeeting *meeting = meeting_known(loading, board, day, named, start);
    meeting = meeting ? mb_loading_edit(loading, meeting) : mb_loading_new(loading, &MB_MEETING);
    mb_set(&meeting->board, board->id);
    meeting->day = day;
    meeting->starts = start != MB_NO_TIME ? start : named != MB_NO_TIME ? named : meeting->starts;
    meeting->ends = start != MB_NO_TIME ? end : meeting->ends;
    return meeting;
}

/* A meeting's life goes forward: what the book knows to be further on stays. */
static void load_state(MbMeeting *meeting, const MbFields *fields)
{
    int state = meeting->state;

    mb_fields_set_word(fields, "state", mb_meeting_state_words, "state of a meeting", &state);
    if (state > meeting->state)
        meeting->state = state;
    mb_fields_set(fields, "cancelled", &meeting->cancelled_why);
    if (mb_fields_has(fields, "cancelled"))
        meeting->state = MB_STATE_CANCELLED;
}

static void load_facts(MbLoading *loading, const MbBoard *board, MbMeeting *meeting, const MbFields *fields)
{
    mb_fields_set_word(fields, "kind", mb_meeting_kind_words, "kind of meeting", &meeting->kind);
    load_state(meeting, fields);
    mb_fields_set_time(fields, "closed", &meeting->closed);
    mb_fields_set(fields, "venue", &meeting->venue);
    mb_loading_set_name(loading, board->id, fields, "chair", &meeting->chair, &meeting->chair_words);
    mb_fields_set(fields, "chair_capacity", &meeting->chair_capacity);
    mb_loading_set_name(loading, board->id, fields, "minute_taker", &meeting->minute_taker,
                        &meeting->minute_taker_words);
    mb_fields_set(fields, "marking", &meeting->marking);
    mb_fields_set(fields, "strapline", &meeting->strapline);
    mb_fields_set_int(fields, "public_present", &meeting->public_present);
}

static void load_objectives(MbLoading *loading, const MbMeeting *meeting, const MbFields *fields)
{
    g_autoptr(GPtrArray) texts = mb_fields_texts(fields, "objectives", "[to be updated on performance]");
    GPtrArray *want = g_ptr_array_new();

    for (guint i = 0; texts && i < texts->len; i++) {
        MbObjective *objective = mb_record_new(&MB_OBJECTIVE);
        mb_set(&objective->meeting, meeting->id);
        mb_set_take(&objective->text, mb_fields_line(loading->faults, texts->pdata[i], "to be updated on performance"));
        g_ptr_array_add(want, objective);
    }
    if (texts)
        mb_loading_replace(loading, &MB_OBJECTIVE, "meeting", meeting->id, want);
    else
        g_ptr_array_unref(want);
}

/* The attendance of whom the row names; not yet named in these files. */
static MbAttendance *attendance_known(MbLoading *loading, const MbMeeting *meeting, const char *person,
                                      const char *name)
{
    g_autoptr(GPtrArray) all = mb_loading_of(loading, &MB_ATTENDANCE, "meeting", meeting->id);

    for (guint i = 0; i < all->len; i++) {
        MbAttendance *attendance = all->pdata[i];
        if (mb_loading_seen(loading, attendance))
            continue;
        if (person ? g_strcmp0(attendance->person, person) == 0
                   : !attendance->person && mb_text_same(attendance->name, name))
            return attendance;
    }
    return NULL;
}

static void load_presence(MbAttendance *attendance, const MbFields *fields)
{
    mb_fields_set_word(fields, "status", mb_attendance_words, "status of attendance", &attendance->status);
    mb_fields_set(fields, "words", &attendance->status_words);
    mb_fields_set_word(fields, "mode", mb_mode_words, "mode of attendance", &attendance->mode);
    mb_fields_set_time(fields, "from", &attendance->arrived);
    mb_fields_set_time(fields, "to", &attendance->left);
    mb_fields_order_times(fields, "to", attendance->arrived, attendance->left);
    mb_fields_set(fields, "role", &attendance->role);
    mb_fields_set(fields, "initials", &attendance->initials);
    mb_fields_set(fields, "group", &attendance->group_name);
    mb_fields_set(fields, "post", &attendance->post);
    mb_fields_set(fields, "organisation", &attendance->organisation);
    mb_fields_set(fields, "note", &attendance->note);
}

static void load_attendance(MbLoading *loading, const MbBoard *board, const MbMeeting *meeting, const MbValue *value,
                            int position)
{
    MbFields fields;
    g_autofree char *person = NULL;
    g_autofree char *name = NULL;

    if (!mb_fields_open(&fields, loading->faults, value, "an attendance", "{name: First Last, status: present}",
                        attendance_keys) ||
        !mb_fields_need(&fields, "name", "an attendance"))
        return;
    mb_loading_set_name(loading, board->id, &fields, "name", &person, &name);
    MbAttendance *attendance = attendance_known(loading, meeting, person, name);
    attendance = attendance ? mb_loading_edit(loading, attendance) : mb_loading_new(loading, &MB_ATTENDANCE);
    mb_loading_see(loading, attendance);
    mb_set(&attendance->meeting, meeting->id);
    attendance->position = position;
    mb_set(&attendance->person, person);
    mb_set(&attendance->name, name);
    load_presence(attendance, &fields);
    mb_loading_set_name(loading, board->id, &fields, "by", &attendance->represented_by,
                        &attendance->represented_by_name);
    if (mb_fields_has(&fields, "by") && !mb_fields_has(&fields, "status"))
        attendance->status = MB_ATTENDANCE_REPRESENTED;
}

/* The first event of that kind not yet named in these files. */
static MbEvent *event_known(MbLoading *loading, const MbMeeting *meeting, int what)
{
    g_autoptr(GPtrArray) all = mb_loading_of(loading, &MB_EVENT, "meeting", meeting->id);

    for (guint i = 0; i < all->len; i++) {
        MbEvent *event = all->pdata[i];
        if (event->what == what && !mb_loading_seen(loading, event))
            return event;
    }
    return NULL;
}

static void load_event(MbLoading *loading, const MbBoard *board, const MbMeeting *meeting, const MbValue *value,
                       int position)
{
    static const char *const known[] = {"at", "what", "item", "text", "person", NULL};
    MbFields fields;
    int what = 0;

    if (!mb_fields_open(&fields, loading->faults, value, "an event", "{at: \"11:05\", what: adjourned}", known) ||
        !mb_fields_need(&fields, "what", "an event"))
        return;
    mb_fields_set_word(&fields, "what", mb_event_words, "event", &what);
    MbEvent *event = event_known(loading, meeting, what);
    event = event ? mb_loading_edit(loading, event) : mb_loading_new(loading, &MB_EVENT);
    mb_loading_see(loading, event);
    mb_set(&event->meeting, meeting->id);
    event->position = position;
    event->what = what;
    mb_fields_set_time(&fields, "at", &event->at);
    mb_fields_set(&fields, "text", &event->text);
    mb_loading_set_name(loading, board->id, &fields, "person", &event->person, NULL);
    const MbItem *item = mb_fields_has(&fields, "item") ? mb_load_item_at(loading, meeting, &fields, "item") : NULL;
    if (mb_value_find(fields.map, "item", NULL))
        mb_set(&event->item, item ? item->id : NULL);
}

static MbPublication *publication_known(MbLoading *loading, const MbMeeting *meeting, const char *document, int state,
                                        MbDay on)
{
    g_autoptr(GPtrArray) all = mb_loading_of(loading, &MB_PUBLICATION, "meeting", meeting->id);

    for (guint i = 0; i < all->len; i++) {
        MbPublication *known = all->pdata[i];
        if (mb_text_same(known->document, document) && known->state == state && known->on == on &&
            !mb_loading_seen(loading, known))
            return mb_loading_edit(loading, known);
    }
    MbPublication *made = mb_loading_new(loading, &MB_PUBLICATION);
    mb_set(&made->meeting, meeting->id);
    made->position = (int)all->len;
    return made;
}

static void load_publication(MbLoading *loading, const MbMeeting *meeting, const MbValue *value)
{
    static const char *const known[] = {"document", "state", "on", "audience", "why", NULL};
    MbFields fields;
    int state = 0;
    MbDay on = MB_NO_DAY;

    if (!mb_fields_open(&fields, loading->faults, value, "a publication",
                        "{document: agenda, state: agenda, on: 2025-12-03}", known) ||
        !mb_fields_need(&fields, "document", "a publication"))
        return;
    g_autofree char *document = mb_fields_text(&fields, "document");
    mb_fields_set_word(&fields, "state", mb_publication_words, "state of a publication", &state);
    mb_fields_set_day(&fields, "on", &on);
    MbPublication *publication = publication_known(loading, meeting, document, state, on);
    mb_loading_see(loading, publication);
    mb_set(&publication->document, document);
    publication->state = state;
    publication->on = on;
    mb_fields_set(&fields, "audience", &publication->audience);
    mb_fields_set(&fields, "why", &publication->why);
}

static MbSending *sending_known(MbLoading *loading, const MbMeeting *meeting, const char *document, const char *person,
                                const char *name, MbDay on)
{
    g_autoptr(GPtrArray) all = mb_loading_of(loading, &MB_SENDING, "meeting", meeting->id);

    for (guint i = 0; i < all->len; i++) {
        MbSending *known = all->pdata[i];
        if (mb_text_same(known->document, document) && g_strcmp0(known->person, person) == 0 &&
            g_strcmp0(known->name, name) == 0 && known->on == on && !mb_loading_seen(loading, known))
            return mb_loading_edit(loading, known);
    }
    MbSending *made = mb_loading_new(loading, &MB_SENDING);
    mb_set(&made->meeting, meeting->id);
    made->position = (int)all->len;
    return made;
}

static void load_sending(MbLoading *loading, const MbBoard *board, const MbMeeting *meeting, const MbValue *value)
{
    static const char *const known[] = {"document", "to", "on", "by", "address", NULL};
    MbFields fields;
    MbDay on = MB_NO_DAY;
    g_autofree char *person = NULL;
    g_autofree char *name = NULL;

    if (!mb_fields_open(&fields, loading->faults, value, "a sending",
                        "{document: agenda, to: First Last, on: 2025-12-03, by: e-mail}", known) ||
        !mb_fields_need(&fields, "document", "a sending") || !mb_fields_need(&fields, "to", "a sending"))
        return;
    g_autofree char *document = mb_fields_text(&fields, "document");
    mb_loading_set_name(loading, board->id, &fields, "to", &person, &name);
    mb_fields_set_day(&fields, "on", &on);
    MbSending *sending = sending_known(loading, meeting, document, person, name, on);
    mb_loading_see(loading, sending);
    mb_set(&sending->document, document);
    mb_set(&sending->person, person);
    mb_set(&sending->name, name);
    sending->on = on;
    mb_fields_set(&fields, "by", &sending->channel);
    mb_fields_set_email(&fields, "address", &sending->address);
}

static void load_lists(MbLoading *loading, const MbBoard *board, const MbMeeting *meeting, const MbFields *fields)
{
    const MbValue *events = mb_fields_list(fields, "events", "- {at: \"10:00\", what: opened}");
    const MbValue *published =
        mb_fields_list(fields, "published", "- {document: agenda, state: agenda, on: 2025-12-03}");
    const MbValue *sent = mb_fields_list(fields, "sent", "- {document: agenda, to: First Last, on: 2025-12-03}");

    for (guint i = 0; i < mb_value_length(events); i++)
        load_event(loading, board, meeting, mb_value_at(events, i), (int)i);
    for (guint i = 0; i < mb_value_length(published); i++)
        load_publication(loading, meeting, mb_value_at(published, i));
    for (guint i = 0; i < mb_value_length(sent); i++)
        load_sending(loading, board, meeting, mb_value_at(sent, i));
}

void mb_load_meeting(MbLoading *loading, const MbValue *document)
{
    MbFields fields;

    if (!mb_fields_open(&fields, loading->faults, document, "a meeting", "meeting: 2025-12-11", meeting_keys) ||
        !mb_fields_need(&fields, "board", "a meeting"))
        return;
    MbBoard *board = mb_loading_board_at(loading, &fields, "board");
    MbMeeting *meeting = board ? meeting_open(loading, board, &fields) : NULL;
    const MbValue *attendance = mb_fields_list(&fields, "attendance", "- {name: First Last, status: present}");
    if (!meeting)
        return;
    guint gone = loading->load->gone->len;
    load_facts(loading, board, meeting, &fields);
    load_objectives(loading, meeting, &fields);
    for (guint i = 0; i < mb_value_length(attendance); i++)
        load_attendance(loading, board, meeting, mb_value_at(attendance, i), (int)i);
    mb_load_items(loading, board, meeting, NULL, &fields);
    mb_load_items_end(loading, board, meeting, &fields);
    load_lists(loading, board, meeting, &fields);
    if (mb_load_is_fixed(loading, meeting))
        mb_load_check_fixed(loading, board, meeting, &fields, gone);
}
