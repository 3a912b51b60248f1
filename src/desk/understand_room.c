/* SPDX-License-Identifier: MIT */
/* Who came and left, and who sent apologies, as the text says it: changes of the register, which remember how it was.
 */
#include "understand.h"

#include "attendance.h"
#include "deed.h"
#include "recorded.h"

#include "minutebook/clerk/pace.h"
#include "minutebook/model/nouns.h"

/* What a coming, a going and apologies change; nothing else of the record is theirs. */
static const char *const coming[] = {"arrived", "arrived_item", NULL};
static const char *const going[] = {"left", "left_item", "for_item", NULL};
static const char *const line_coming[] = {"status",
                                          "status_words",
                                          "mode",
                                          "represented_by",
                                          "represented_by_name",
                                          "note",
                                          "arrived",
                                          "arrived_item",
                                          "left",
                                          "left_item",
                                          "for_item",
                                          NULL};
static const char *const line_going[] = {"status", "left", "left_item", "for_item", NULL};
static const char *const status[] = {"status", "status_words", NULL};

/* A line or stay that was not there before is remembered so. */
static const char NEW[] = "new";

/* --- the line --- */

/* The line of CLAIM's person, or of the member for whom that person came as deputy; NULL where there is none yet. */
static MbAttendance *line_there(const MbUnderstanding *u, const MbClaim *claim)
{
    const MbPerson *person = mb_dossier_find(u->dossier, &MB_PERSON, claim->who->person);
    const MbAttendance *line = mb_recorded_line(u->dossier, u->meeting, person, claim->who->words);

    if (!line)
        line = mb_recorded_represented(u->dossier, u->meeting, person, claim->who->words);
    return line ? mb_dossier_find(u->dossier, &MB_ATTENDANCE, line->id) : NULL;
}

static MbAttendance *line_of(MbUnderstanding *u, const MbClaim *claim)
{
    MbAttendance *line = line_there(u, claim);

    return line ? line
                : mb_attendance_line(u->desk, u->meeting, mb_dossier_find(u->dossier, &MB_PERSON, claim->who->person),
                                     claim->who->words);
}

/* Whoever the words may mean is one person, or a guest by a name. */
static gboolean is_somebody(const MbClaim *claim)
{
    return claim->who && (claim->who->person || (claim->who->words && !claim->who->candidates &&
                                                 !claim->who->collective && !claim->who->body));
}

static gboolean is_here(const MbAttendance *line, const MbStay *stay)
{
    return (line->status == MB_ATTENDANCE_PRESENT || line->status == MB_ATTENDANCE_IN_PART ||
            line->status == MB_ATTENDANCE_REPRESENTED) &&
           *stay->left == MB_NO_TIME && !*stay->left_item;
}

/* The item during which it happened: as said, else the one at hand then, else the one under which it is written. */
static const char *item_of(const MbUnderstanding *u, const MbClaim *claim, MbTime at)
{
    const char *taken = at != MB_NO_TIME ? mb_pace_item_at(u->dossier, u->meeting, at) : NULL;

    return claim->reading->item_id ? claim->reading->item_id : taken ? taken : u->item ? u->item->id : NULL;
}

/* --- arrivals and departures --- */

static gboolean is_arrival(const MbMark *mark)
{
    return mb_mark_kind(mark) == MB_READ_ARRIVAL;
}

static gboolean doubt(MbMark *mark, const char *why)
{
    mb_set(&mark->doubt, why);
    return TRUE;
}

/* Remembers how RECORD was, saves the change and names it in the mark. */
static gboolean keep(MbUnderstanding *u, MbMark *mark, gpointer record, char *was, GError **error)
{
    mb_set_take(&mark->before, was);
    return mb_mark_keep(u, mark, record, error);
}

/* The person is there for the first time, or was held to be there from the beginning. */
static gboolean arrive_on_line(MbUnderstanding *u, const MbClaim *claim, MbAttendance *line, gboolean fresh,
                               MbMark *mark, GError **error)
{
    MbTime at = mb_claim_time(u, claim);
    char *was = fresh ? g_strdup(NEW) : mb_remember(line, line_coming);

    if (line->status != MB_ATTENDANCE_PRESENT && line->status != MB_ATTENDANCE_IN_PART) {
        line->left = MB_NO_TIME;
        line->for_item = FALSE;
        mb_set(&line->left_item, NULL);
    }
    line->status = MB_ATTENDANCE_IN_PART;
    mb_set(&line->status_words, NULL);
    mb_set(&line->represented_by, NULL);
    mb_set(&line->represented_by_name, NULL);
    line->arrived = at;
    mb_set(&line->arrived_item, item_of(u, claim, at));
    if (claim->reading->remote)
        line->mode = MB_MODE_REMOTE;
    return keep(u, mark, line, was, error);
}

static gboolean come_back(MbUnderstanding *u, const MbClaim *claim, MbAttendance *line, MbMark *mark, GError **error)
{
    MbStay stay = mb_attendance_stay_new(u->desk, line);
    MbTime at = mb_claim_time(u, claim);

    *stay.arrived = at;
    mb_set(stay.arrived_item, item_of(u, claim, at));
    return keep(u, mark, stay.record, g_strdup(NEW), error);
}

static gboolean arrive(MbUnderstanding *u, const MbClaim *claim, MbMark *mark, GError **error)
{
    gboolean fresh = !line_there(u, claim);
    MbAttendance *line = line_of(u, claim);
    MbStay stay = mb_attendance_stay(u->dossier, line);
    gboolean came = line->status == MB_ATTENDANCE_PRESENT || line->status == MB_ATTENDANCE_IN_PART ||
                    line->status == MB_ATTENDANCE_REPRESENTED;

    if (came && !is_here(line, &stay))
        return come_back(u, claim, line, mark, error);
    if (line->status == MB_ATTENDANCE_REPRESENTED && g_strcmp0(line->person, claim->who->person) != 0)
        return doubt(mark, "The register has this deputy as present already.");
    if (came && *stay.arrived != MB_NO_TIME)
        return doubt(mark, "The register has another time of arrival.");
    return arrive_on_line(u, claim, line, fresh, mark, error);
}

static gboolean leave(MbUnderstanding *u, const MbClaim *claim, MbMark *mark, GError **error)
{
    gboolean fresh = !line_there(u, claim);
    MbAttendance *line = line_of(u, claim);
    MbStay stay = mb_attendance_stay(u->dossier, line);
    MbTime at = mb_claim_time(u, claim);
    char *was;

    if (line->status != MB_ATTENDANCE_UNKNOWN && !is_here(line, &stay))
        return doubt(mark, "By the register nobody of that name was there to leave.");
    was = stay.record != line ? mb_remember(stay.record, going) : fresh ? g_strdup(NEW) : mb_remember(line, line_going);
    *stay.left = at;
    *stay.for_item = claim->reading->for_item;
    mb_set(stay.left_item, item_of(u, claim, at));
    if (line->status != MB_ATTENDANCE_REPRESENTED && stay.record == line)
        line->status =
            claim->reading->for_item ? MAX(line->status, (int)MB_ATTENDANCE_PRESENT) : (int)MB_ATTENDANCE_IN_PART;
    return keep(u, mark, stay.record, was, error);
}

static gboolean make_presence(MbUnderstanding *u, const MbClaim *claim, MbMark *mark, GError **error)
{
    if (!is_somebody(claim))
        return TRUE;
    return is_arrival(mark) ? arrive(u, claim, mark, error) : leave(u, claim, mark, error);
}

/* The stay that RECORD, a line or a further stay, holds. */
static MbStay stay_in(gpointer record)
{
    MbAttendance *line = record;
    MbPresence *further = record;

    if (line->noun == &MB_ATTENDANCE)
        return (MbStay){record, &line->arrived, &line->left, &line->arrived_item, &line->left_item, &line->for_item};
    return (MbStay){
        record, &further->arrived, &further->left, &further->arrived_item, &further->left_item, &further->for_item};
}

static void set_coming(const MbClaim *claim, MbTime at, const char *item, MbTime *arrived, char **arrived_item)
{
    if (claim->reading->at != MB_NO_TIME)
        *arrived = at;
    mb_set(arrived_item, item);
}

/* The same person at another time; what was now stays so. */
static gboolean follow_presence(MbUnderstanding *u, const MbClaim *claim, MbMark *mark, GError **error)
{
    MbRecord *record = mb_mark_record(u, mark);
    MbTime at = claim->reading->at;
    const char *item = item_of(u, claim, at);
    MbStay stay = stay_in(record);

    if (is_arrival(mark)) {
        set_coming(claim, at, item, stay.arrived, stay.arrived_item);
    } else {
        set_coming(claim, at, item, stay.left, stay.left_item);
        *stay.for_item = claim->reading->for_item;
    }
    return mb_deed_save(u->desk, record, error);
}

/* A record that came new with the mark goes, unless something else hangs on it by now. */
static gboolean withdraw_change(MbUnderstanding *u, MbMark *mark, GError **error)
{
    gpointer record = mb_mark_record(u, mark);
    gboolean others = mb_dossier_first(u->dossier, &MB_PRESENCE, "attendance", mark->record) != NULL;
    GPtrArray *marks = mb_dossier_all(u->dossier, &MB_MARK);

    for (guint i = 0; i < marks->len; i++)
        others |= marks->pdata[i] != mark && g_strcmp0(((const MbMark *)marks->pdata[i])->record, mark->record) == 0;
    if (g_strcmp0(mark->before, NEW) == 0 && !others)
        return mb_understand_remove(u, record, error);
    mb_put_back(record, g_strcmp0(mark->before, NEW) == 0
                            ? (is_arrival(mark) ? "arrived\narrived_item" : "left\nleft_item")
                            : mark->before);
    return mb_deed_save(u->desk, record, error);
}

static void trace_presence(const MbUnderstanding *u, const MbMark *mark, gconstpointer record, GString *out)
{
    g_autofree char *now = mb_remember(record, is_arrival(mark) ? coming : going);

    (void)u;
    g_string_append(out, now);
}

static gboolean says_same(const MbUnderstanding *u, const MbClaim *claim, MbTime time, const char *item)
{
    if (claim->reading->at != MB_NO_TIME)
        return time == claim->reading->at;
    return (time != MB_NO_TIME || item) && g_strcmp0(item, item_of(u, claim, MB_NO_TIME)) == 0;
}

static gpointer twin_presence(const MbUnderstanding *u, const MbClaim *claim)
{
    MbAttendance *line = is_somebody(claim) ? line_there(u, claim) : NULL;
    gboolean in = claim->reading->kind == MB_READ_ARRIVAL;
    g_autoptr(GPtrArray) further = NULL;

    if (!line)
        return NULL;
    if (says_same(u, claim, in ? line->arrived : line->left, in ? line->arrived_item : line->left_item))
        return line;
    further = mb_dossier_of(u->dossier, &MB_PRESENCE, "attendance", line->id);
    for (guint i = 0; i < further->len; i++) {
        const MbPresence *stay = further->pdata[i];

        if (says_same(u, claim, in ? stay->arrived : stay->left, in ? stay->arrived_item : stay->left_item))
            return further->pdata[i];
    }
    return NULL;
}

static char *name_of(const MbUnderstanding *u, const MbClaim *claim, gconstpointer record)
{
    const MbRecord *head = record;
    const MbAttendance *line =
        head && head->noun == &MB_PRESENCE
            ? mb_dossier_find(u->dossier, &MB_ATTENDANCE, ((const MbPresence *)record)->attendance)
            : record;

    if (claim && claim->who)
        return mb_understand_name(u, claim->who->person, claim->who->words);
    return line ? mb_understand_name(u, line->person, line->name) : g_strdup("");
}

/* "14:20 in J. Redsell". */
static char *presence_shown(const MbUnderstanding *u, const MbClaim *claim, const MbMark *mark, gconstpointer record)
{
    const MbRecord *head = record;
    g_autofree char *name = name_of(u, claim, record);
    gboolean in = is_arrival(mark);
    MbTime at = claim ? claim->reading->at : MB_NO_TIME;
    g_autofree char *time = NULL;

    if (head && head->noun == &MB_ATTENDANCE)
        at = in ? ((const MbAttendance *)record)->arrived : ((const MbAttendance *)record)->left;
    else if (head && head->noun == &MB_PRESENCE)
        at = in ? ((const MbPresence *)record)->arrived : ((const MbPresence *)record)->left;
    time = mb_time_text(at);
    return g_strdup_printf("%s%s%s%s%s", time, *time ? " " : "", in ? "in" : "out", *name ? " " : "", name);
}

const MbFamily mb_family_presence = {
    .parts = TRUE,
    .twin = twin_presence,
    .make = make_presence,
    .follow = follow_presence,
    .withdraw = withdraw_change,
    .trace = trace_presence,
    .shown = presence_shown,
};

/* --- apologies --- */

static gboolean make_apologies(MbUnderstanding *u, const MbClaim *claim, MbMark *mark, GError **error)
{
    MbAttendance *line;
    gboolean fresh;
    char *was;

    if (!is_somebody(claim))
        return TRUE;
    fresh = !line_there(u, claim);
    line = line_of(u, claim);
    if (line->status == MB_ATTENDANCE_PRESENT || line->status == MB_ATTENDANCE_IN_PART)
        return doubt(mark, "By the register that person was there.");
    was = fresh ? g_strdup(NEW) : mb_remember(line, status);
    line->status = MB_ATTENDANCE_APOLOGIES;
    mb_set(&line->status_words, NULL);
    return keep(u, mark, line, was, error);
}

static void trace_apologies(const MbUnderstanding *u, const MbMark *mark, gconstpointer record, GString *out)
{
    g_autofree char *now = mb_remember(record, status);

    (void)u;
    (void)mark;
    g_string_append(out, now);
}

/* Who is represented sent apologies, too. */
static gpointer twin_apologies(const MbUnderstanding *u, const MbClaim *claim)
{
    MbAttendance *line = is_somebody(claim) ? line_there(u, claim) : NULL;

    return line && (line->status == MB_ATTENDANCE_APOLOGIES || line->status == MB_ATTENDANCE_REPRESENTED) ? line : NULL;
}

/* "apologies J. Redsell"; of several the first says how many, the others only where they wait to be looked at. */
static char *apologies_shown(const MbUnderstanding *u, const MbClaim *claim, const MbMark *mark, gconstpointer record)
{
    g_autofree char *name = name_of(u, claim, record);

    if (mark->state != MB_MARK_OFFERED && claim && !claim->alone)
        return claim->part ? NULL : g_strdup_printf("%u apologies", claim->reading->people->len);
    return g_strdup_printf("apologies%s%s", *name ? " " : "", name);
}

const MbFamily mb_family_apologies = {
    .parts = TRUE,
    .twin = twin_apologies,
    .make = make_apologies,
    .withdraw = withdraw_change,
    .trace = trace_apologies,
    .shown = apologies_shown,
};
