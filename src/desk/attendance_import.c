/* SPDX-License-Identifier: MIT */
/* Who was there, taken over from the participant report of an online meeting. */
#include "attendance.h"
#include "attendance_match.h"
#include "attendance_report.h"
#include "commands.h"
#include "deed.h"
#include "find.h"
#include "life.h"
#include "recorded.h"
#include "remark.h"
#include "which.h"

#include "minutebook/base/file.h"
#include "minutebook/base/text.h"
#include "minutebook/clerk/pace.h"
#include "minutebook/model/name.h"
#include "minutebook/store/dossier.h"

#include <string.h>

/* Who joins within five minutes of the opening was there from the start, who leaves within five of the closing until
   the end; a connection lost for less than five is no absence. Nobody minutes more closely. */
enum { GRACE = 5, FILE_LIMIT = 4 * 1024 * 1024 };

typedef struct {
    int from;  /* minutes from the meeting's start; G_MININT: not known */
    int until; /* G_MAXINT: not known */
} Stay;

/* One person, or one name that means nobody, with all stays. */
typedef struct {
    char *name; /* as in the report */
    MbPerson *person;
    MbPerson *likely;
    GArray *stays; /* of Stay, in order, apart */
    const char *outcome;
    char *shown; /* as it was entered */
} Participant;

typedef struct {
    MbDesk *desk;
    MbMeeting *meeting;
    MbAnswer *answer;
    int opened; /* minutes from the start */
    int closed; /* G_MAXINT: not known */
    GPtrArray *participants;
} Import;

static void participant_free(gpointer data)
{
    Participant *participant = data;

    g_array_unref(participant->stays);
    g_free(participant->name);
    g_free(participant->shown);
    g_free(participant);
}

/* --- whom, from when to when --- */

static Participant *participant_of(Import *import, const MbJoin *join)
{
    const MbDossier *dossier = mb_desk_dossier(import->desk);
    MbPerson *likely;
    MbPerson *person = mb_attendance_match(dossier, import->meeting->board, join->name, join->email, &likely);
    Participant *participant;

    for (guint i = 0; i < import->participants->len; i++) {
        participant = import->participants->pdata[i];
        if (person ? participant->person == person
                   : !participant->person && mb_text_same(participant->name, join->name))
            return participant;
    }
    participant = g_new0(Participant, 1);
    participant->name = g_strdup(join->name);
    participant->person = person;
    participant->likely = likely;
    participant->stays = g_array_new(FALSE, FALSE, sizeof(Stay));
    g_ptr_array_add(import->participants, participant);
    return participant;
}

static int minute_of(const Import *import, MbTime time, int unknown)
{
    return time == MB_NO_TIME ? unknown : mb_pace_minute(import->meeting, time);
}

static int by_begin(gconstpointer a, gconstpointer b)
{
    const Stay *first = a;
    const Stay *second = b;

    return (first->from > second->from) - (first->from < second->from);
}

/* Stays that overlap, or nearly touch, are one: two devices, a connection lost. */
static void join_stays(GArray *stays)
{
    guint kept = 0;

    g_array_sort(stays, by_begin);
    for (guint i = 1; i < stays->len; i++) {
        Stay *last = &g_array_index(stays, Stay, kept);
        const Stay *next = &g_array_index(stays, Stay, i);

        if (last->until == G_MAXINT || next->from < last->until + GRACE)
            last->until = MAX(last->until, next->until);
        else
            g_array_index(stays, Stay, ++kept) = *next;
    }
    if (stays->len)
        g_array_set_size(stays, kept + 1);
}

/* Cuts the stays to the meeting: what lies before its opening or after its closing is no part of it. */
static void cut_stays(const Import *import, GArray *stays)
{
    for (guint i = stays->len; i-- > 0;) {
        Stay *stay = &g_array_index(stays, Stay, i);

        if (stay->from != G_MININT && stay->from <= import->opened + GRACE)
            stay->from = G_MININT;
        if (import->closed != G_MAXINT && stay->until >= import->closed - GRACE)
            stay->until = G_MAXINT;
        if (stays->len > 1 && ((stay->until != G_MAXINT && stay->until <= import->opened) ||
                               (import->closed != G_MAXINT && stay->from != G_MININT && stay->from >= import->closed)))
            g_array_remove_index(stays, i);
    }
}

static void read_participants(Import *import, const MbReport *report)
{
    for (guint i = 0; i < report->joins->len; i++) {
        const MbJoin *join = report->joins->pdata[i];
        Stay stay = {minute_of(import, join->joined, G_MININT), minute_of(import, join->left, G_MAXINT)};

        g_array_append_val(participant_of(import, join)->stays, stay);
    }
    for (guint i = 0; i < import->participants->len; i++) {
        Participant *participant = import->participants->pdata[i];

        join_stays(participant->stays);
        cut_stays(import, participant->stays);
    }
}

/* The last to leave, by the report, where that was before the end that was planned: when it closed nobody has recorded.
 */
static int closed_by_report(const Import *import, const MbReport *report)
{
    int planned = minute_of(import, import->meeting->ends, G_MAXINT);
    int last = G_MININT;

    for (guint i = 0; i < report->joins->len; i++)
        last = MAX(last, minute_of(import, ((MbJoin *)report->joins->pdata[i])->left, G_MAXINT));
    return MIN(planned, last);
}

/* When the meeting opened and closed: in fact, else as planned; a meeting under way is not over. */
static void find_bounds(Import *import, const MbReport *report)
{
    const MbEvent *opened = mb_life_last(import->desk, import->meeting, MB_EVENT_OPENED);
    const MbMeeting *meeting = import->meeting;

    import->opened = opened && opened->at != MB_NO_TIME ? mb_pace_minute(meeting, opened->at) : 0;
    if (!opened && meeting->starts == MB_NO_TIME)
        import->opened = G_MININT + GRACE;
    import->closed = meeting->closed == MB_NO_TIME && !mb_pace_under_way(meeting)
                         ? closed_by_report(import, report)
                         : minute_of(import, meeting->closed, G_MAXINT);
}

/* --- entered --- */

static MbTime time_of(const Import *import, int minute)
{
    if (minute == G_MININT || minute == G_MAXINT)
        return MB_NO_TIME;
    return mb_time_add(import->meeting->starts == MB_NO_TIME ? 0 : import->meeting->starts, minute);
}

static gboolean save_further(Import *import, MbAttendance *line, const GArray *stays, GError **error)
{
    for (guint i = 1; i < stays->len; i++) {
        const Stay *stay = &g_array_index(stays, Stay, i);
        MbStay further = mb_attendance_stay_new(import->desk, line);

        *further.arrived = time_of(import, stay->from);
        *further.left = time_of(import, stay->until);
        if (!mb_deed_save(import->desk, further.record, error))
            return FALSE;
    }
    return TRUE;
}

/* " from 18:20 to 18:40 and from 18:50"; "" where all the time. */
static char *stay_words(const Import *import, const GArray *stays)
{
    GString *out = g_string_new(NULL);

    for (guint i = 0; i < stays->len; i++) {
        const Stay *stay = &g_array_index(stays, Stay, i);
        g_autofree char *from = mb_time_text(time_of(import, stay->from));
        g_autofree char *until = mb_time_text(time_of(import, stay->until));

        g_string_append_printf(out, "%s%s%s%s%s", i && (*from || *until) ? " and" : "", *from ? " from " : "", from,
                               *until ? " to " : "", until);
    }
    return g_string_free(out, FALSE);
}

static gboolean enter(Import *import, Participant *participant, GError **error)
{
    MbAttendance *line = mb_attendance_line(import->desk, import->meeting, participant->person, NULL);
    const Stay *first = &g_array_index(participant->stays, Stay, 0);
    const Stay *last = &g_array_index(participant->stays, Stay, participant->stays->len - 1);

    participant->outcome = "marked already";
    if (line->status != MB_ATTENDANCE_UNKNOWN ||
        mb_recorded_represented(mb_desk_dossier(import->desk), import->meeting, participant->person, NULL))
        return TRUE;
    participant->outcome = "entered";
    participant->shown = stay_words(import, participant->stays);
    line->status = first->from == G_MININT && last->until == G_MAXINT ? MB_ATTENDANCE_PRESENT : MB_ATTENDANCE_IN_PART;
    line->mode = MB_MODE_REMOTE;
    line->arrived = time_of(import, first->from);
    line->left = time_of(import, first->until);
    return mb_deed_save(import->desk, line, error) && save_further(import, line, participant->stays, error);
}

/* --- not sure --- */

/* The member whom PERSON may stand for by the roll: listed as deputy. NULL where none. */
static const MbPerson *stands_for(const Import *import, const char *name)
{
    const MbDossier *dossier = mb_desk_dossier(import->desk);
    GPtrArray *deputies = mb_dossier_all(dossier, &MB_DEPUTY);

    for (guint i = 0; i < deputies->len; i++) {
        const MbDeputy *deputy = deputies->pdata[i];
        const MbPerson *person = mb_dossier_find(dossier, &MB_PERSON, deputy->person);
        const MbSeat *seat = mb_dossier_find(dossier, &MB_SEAT, deputy->seat);

        if (seat && g_strcmp0(seat->board, import->meeting->board) == 0 &&
            mb_text_same(person ? person->name : deputy->name, name))
            return mb_dossier_find(dossier, &MB_PERSON, seat->person);
    }
    return NULL;
}

static void remark_unsure(Import *import, Participant *participant)
{
    g_autofree char *name = mb_attendance_match_name(participant->name);
    const MbPerson *member = stands_for(import, name);
    g_autofree char *day = mb_day_iso(import->meeting->day);
    char *place = mb_find_meeting_name(import->desk, import->meeting);

    participant->outcome = "not entered";
    if (member)
        mb_remark(import->answer, "attendee-deputy", place,
                  g_strdup_printf("“%s” was there, a deputy of %s by the roll; not entered.", participant->name,
                                  member->name),
                  g_strdup_printf("In the member's place: `attendance set %s \"%s\" represented --by \"%s\"`.", day,
                                  member->name, name));
    else if (participant->likely)
        mb_remark(import->answer, "attendee-unsure", place,
                  g_strdup_printf("“%s” may be %s; not entered.", participant->name, participant->likely->name),
                  g_strdup_printf("If so: `attendance set %s \"%s\" present --remote`; an alias makes it sure.", day,
                                  participant->likely->name));
    else
        mb_remark(import->answer, "attendee-unknown", place,
                  g_strdup_printf("“%s” is nobody in the book; not entered.", participant->name),
                  g_strdup_printf("A guest: `attendance set %s \"%s\" present --remote --guest`.", day, name));
}

static gboolean settle_participants(Import *import, GError **error)
{
    for (guint i = 0; i < import->participants->len; i++) {
        Participant *participant = import->participants->pdata[i];
        gboolean deputy = participant->person &&
                          !mb_seat_on(mb_desk_dossier(import->desk), import->meeting->board, participant->person->id,
                                      import->meeting->day) &&
                          stands_for(import, participant->person->name);

        if (!participant->person || deputy)
            remark_unsure(import, participant);
        else if (!enter(import, participant, error))
            return FALSE;
    }
    return TRUE;
}

/* --- said --- */

static guint count(const Import *import, const char *outcome, GPtrArray *names)
{
    guint so_many = 0;

    for (guint i = 0; i < import->participants->len; i++) {
        const Participant *participant = import->participants->pdata[i];

        if (strcmp(participant->outcome, outcome) != 0)
            continue;
        so_many++;
        if (names) {
            g_autofree char *name = mb_person_print(participant->person);

            g_ptr_array_add(names, g_strconcat(name, participant->shown, NULL));
        }
    }
    return so_many;
}

static void say(Import *import)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *meeting = mb_find_meeting_name(import->desk, import->meeting);
    g_autofree char *list = NULL;
    guint entered = count(import, "entered", names);
    guint before = count(import, "marked already", NULL);
    guint unsure = count(import, "not entered", NULL);

    g_ptr_array_add(names, NULL);
    list = mb_text_join((const char *const *)names->pdata);
    mb_deed_say(import->answer, "%s: %u of the %u in the report entered as remote%s%s.", meeting, entered,
                import->participants->len, entered ? ": " : "", entered ? list : "");
    if (before)
        mb_life_add(import->answer, "%u %s marked already and stay%s so.", before, before == 1 ? "was" : "were",
                    before == 1 ? "s" : "");
    if (unsure)
        mb_life_add(import->answer, "%u %s not recognised for sure and not entered.", unsure,
                    unsure == 1 ? "was" : "were");
}

static const MbColumn columns[] = {
    {.key = "name", .heading = "In the report", .flexible = TRUE},
    {.key = "person", .heading = "Person", .flexible = TRUE},
    {.key = "times", .heading = "Times"},
    {.key = "outcome", .heading = "Would be"},
    {.key = NULL},
};

/* What would be done, a row a participant. */
static void list(Import *import)
{
    MbValue *rows = mb_value_new_list();

    for (guint i = 0; i < import->participants->len; i++) {
        const Participant *participant = import->participants->pdata[i];
        g_autofree char *person = participant->person ? mb_person_print(participant->person) : NULL;
        g_autofree char *times = stay_words(import, participant->stays);
        MbValue *row = mb_value_new_map();

        mb_value_set_text(row, "name", participant->name);
        mb_value_set_text(row, "person", person);
        mb_value_set_text(row, "times", *times ? times + 1 : "all the time");
        mb_value_set_text(row, "outcome", participant->outcome);
        mb_value_add(rows, row);
    }
    mb_deed_list(import->answer, rows, columns, "Nobody is named in the report.");
}

/* --- the command --- */

static void remark_day(Import *import, const MbReport *report)
{
    g_autofree char *day = mb_day_full(import->meeting->day);

    if (report->other_day)
        mb_remark(import->answer, "report-other-day", mb_find_meeting_name(import->desk, import->meeting),
                  g_strdup_printf("The report says %s, and the meeting is dated %s.", report->other_day, day),
                  g_strdup("Is it the report of this meeting? `undo` takes it back."));
}

static gboolean run(Import *import, const MbArguments *arguments, const char *bytes, gsize length, GError **error)
{
    gboolean dry = mb_argument(arguments, "--dry-run") != NULL;
    const char *file = mb_argument(arguments, "FILE");
    g_autoptr(MbReport) report = NULL;

    import->meeting = mb_life_meeting(import->desk, arguments, error);
    if (!import->meeting || !mb_store_dossier_people(mb_desk_book(import->desk), mb_desk_dossier(import->desk), error))
        return FALSE;
    report = mb_report_read(strcmp(file, "-") == 0 ? "standard input" : file, bytes, length,
                            mb_find_board_of(import->desk, import->meeting)->zone, import->meeting->day, error);
    if (!report)
        return FALSE;
    find_bounds(import, report);
    read_participants(import, report);
    if (!settle_participants(import, error))
        return FALSE;
    remark_day(import, report);
    if (dry)
        list(import);
    else
        say(import);
    return dry || mb_life_quorum_now(import->desk, import->meeting, import->answer, error);
}

/* Within a deed of its own, which is only kept where it is not tried out. */
static gboolean deed(Import *import, const MbArguments *arguments, const char *bytes, gsize length, GError **error)
{
    MbBook *book = mb_desk_open(import->desk, MB_BOOK_WRITE, error);
    gboolean keep = !mb_argument(arguments, "--dry-run");

    if (!book || !mb_book_begin(book, mb_desk_user(import->desk), "attendance import", error))
        return FALSE;
    if (!run(import, arguments, bytes, length, error)) {
        mb_book_rollback(book);
        mb_desk_clear(import->desk);
        return FALSE;
    }
    if (keep)
        mb_book_summary(book, import->answer->text);
    else
        mb_book_rollback(book);
    if (keep && !mb_book_commit(book, error))
        return FALSE;
    mb_desk_clear(import->desk);
    return TRUE;
}

/* The report is read before the deed begins, so that nobody waits for whoever pastes it. */
static gboolean attendance_import(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    const char *given = mb_argument(arguments, MB_INPUT);
    const char *file = mb_argument(arguments, "FILE");
    Import import = {.desk = desk, .answer = answer};
    g_autofree char *bytes = NULL;
    gsize length = given ? strlen(given) : 0;
    gboolean done;

    if (!given && !mb_file_read(file, FILE_LIMIT, &bytes, &length, error))
        return FALSE;
    import.participants = g_ptr_array_new_with_free_func(participant_free);
    done = deed(&import, arguments, given ? given : bytes, length, error);
    g_ptr_array_unref(import.participants);
    return done;
}

static const MbArgument arguments_import[] = {
    MB_MEETING_ARGUMENT,
    {.name = "FILE", .help = "the report; - reads standard input, where it may be pasted"},
    {.name = "--dry-run", .help = "only shows what would be entered"},
    MB_BOARD_OPTION,
    {.name = NULL},
};
const MbCommand mb_command_attendance_import = {
    .name = "attendance import",
    .help = "takes over the participant report of an online meeting",
    .example = "last participants.csv --board CSP --dry-run",
    .more =
        "The report of Teams or Zoom, or a name a line with times after it. Whoever is marked already stays so; who "
        "is not recognised for sure is not entered but reported. Five minutes at either end, and connections lost "
        "for less than five, are not told.",
    .arguments = arguments_import,
    .need = MB_NEED_NOTHING,
    .run = attendance_import};
