/* SPDX-License-Identifier: MIT */
/* Who speaks in the minutes and was not there. A speaker is known where the record names one, or where a paragraph
 * begins with initials and a dash: "MC – asked ML to circulate the slides." */
#include "check_case.h"

#include "minutebook/base/text.h"
#include "minutebook/model/name.h"

#include <string.h>

/* ---- initials ---- */

/* The initials with which TEXT begins, before a dash; NULL where there are none. Two capitals at least: "MC", "JRo",
 * "WOB". Newly allocated. */
static char *leading_initials(const char *text)
{
    enum { LONGEST = 4 };
    gsize start = strspn(text, "* ");
    gsize length = 0;

    while (g_ascii_isalpha(text[start + length]))
        length++;
    const char *after = text + start + length + strspn(text + start + length, "* ");
    gboolean dash = g_str_has_prefix(after, "– ") || g_str_has_prefix(after, "— ") || g_str_has_prefix(after, "- ");
    if (length < 2 || length > LONGEST || !dash || !g_ascii_isupper(text[start]) || !g_ascii_isupper(text[start + 1]))
        return NULL;
    return g_strndup(text + start, length);
}

static gboolean name_gives(const char *name, const char *initials)
{
    g_autofree char *honorific = NULL;
    g_autofree char *bare = name ? mb_name_split(name, &honorific) : NULL;
    g_autofree char *derived = bare ? mb_name_initials(bare) : NULL;

    return derived && strcmp(derived, initials) == 0;
}

/* As the roll gives them, else the person, else derived from the name. */
static gboolean person_gives(const MbCase *c, const char *id, const char *initials)
{
    const MbPerson *person = mb_dossier_find(c->dossier, &MB_PERSON, id);
    const MbSeat *seat = person && c->board ? mb_seat_on(c->dossier, c->board->id, id, c->meeting->day) : NULL;
    const char *given = seat && seat->initials ? seat->initials : person ? person->initials : NULL;

    return given ? strcmp(given, initials) == 0 : person && name_gives(person->name, initials);
}

static gboolean attendance_gives(const MbCase *c, const MbAttendance *attendance, const char *initials)
{
    if (attendance->initials)
        return strcmp(attendance->initials, initials) == 0;
    return attendance->person ? person_gives(c, attendance->person, initials) : name_gives(attendance->name, initials);
}

/* The attendance of whoever the initials mean, one who came before one who did not; NULL where nobody's. */
static const MbAttendance *whose(const MbCase *c, const char *initials)
{
    const MbAttendance *found = NULL;

    for (guint i = 0; i < c->attendance->len; i++) {
        const MbAttendance *attendance = c->attendance->pdata[i];
        if (attendance_gives(c, attendance, initials) && (!found || (mb_case_came(attendance) && !mb_case_came(found))))
            found = attendance;
    }
    return found;
}

/* A deputy has no row of their own. */
static gboolean is_deputy(const MbCase *c, const char *initials)
{
    for (guint i = 0; i < c->attendance->len; i++) {
        const MbAttendance *attendance = c->attendance->pdata[i];
        if (person_gives(c, attendance->represented_by, initials) ||
            name_gives(attendance->represented_by_name, initials))
            return TRUE;
    }
    return FALSE;
}

static const MbSeat *on_roll(const MbCase *c, const char *initials)
{
    GPtrArray *seats = mb_dossier_all(c->dossier, &MB_SEAT);

    for (guint i = 0; c->board && i < seats->len; i++) {
        const MbSeat *seat = seats->pdata[i];
        if (g_strcmp0(seat->board, c->board->id) == 0 &&
            mb_seat_on(c->dossier, seat->board, seat->person, c->meeting->day) == seat &&
            person_gives(c, seat->person, initials))
            return seat;
    }
    return NULL;
}

/* ---- speakers ---- */

/* What is known of a speaker: a row of the attendance, a person without one, or only what is written. */
typedef struct {
    const MbAttendance *attendance;
    const char *person;
    const char *words;
    gboolean is_initials;
    gboolean was_there;
} Speaker;

static void from_initials(const MbCase *c, const char *initials, Speaker *speaker)
{
    const MbSeat *seat;

    speaker->is_initials = TRUE;
    speaker->words = initials;
    speaker->attendance = whose(c, initials);
    speaker->was_there = mb_case_came(speaker->attendance) || is_deputy(c, initials);
    seat = speaker->attendance ? NULL : on_roll(c, initials);
    speaker->person = seat ? seat->person : NULL;
}

/* A person of the book; or a name as written, which may be a first name or a surname of somebody there. */
static void from_record(const MbCase *c, const MbMinute *minute, Speaker *speaker)
{
    g_autoptr(GPtrArray) found = g_ptr_array_new();

    speaker->person = minute->speaker;
    speaker->words = minute->speaker_words;
    speaker->attendance = mb_case_attendance(c, minute->speaker, minute->speaker_words);
    speaker->was_there = mb_case_was_there(c, minute->speaker, minute->speaker_words);
    if (minute->speaker || speaker->was_there || !minute->speaker_words)
        return;
    mb_name_find(c->dossier, c->board ? c->board->id : NULL, minute->speaker_words, TRUE, found);
    for (guint i = 0; i < found->len; i++) {
        const MbPerson *person = found->pdata[i];
        speaker->was_there |= mb_case_was_there(c, person->id, person->name);
        if (!speaker->attendance)
            speaker->attendance = mb_case_attendance(c, person->id, NULL);
    }
    for (guint i = 0; i < c->attendance->len; i++) {
        const MbAttendance *attendance = c->attendance->pdata[i];
        speaker->was_there |=
            mb_case_came(attendance) && attendance->name && mb_text_contains(attendance->name, minute->speaker_words);
    }
    speaker->was_there |= mb_case_is_role(c, minute->speaker_words) || mb_case_is_collective(minute->speaker_words);
}

typedef void (*SpeakerLook)(MbCase *c, const MbMinute *minute, const Speaker *speaker);

static void each_speaker(MbCase *c, SpeakerLook look)
{
    for (guint i = 0; c->held && i < c->minutes->len; i++) {
        const MbMinute *minute = c->minutes->pdata[i];
        Speaker speaker = {0};
        g_autofree char *initials =
            minute->layer == MB_LAYER_MINUTE && minute->text ? leading_initials(minute->text) : NULL;
        if (minute->layer != MB_LAYER_MINUTE)
            continue;
        if (minute->speaker || minute->speaker_words)
            from_record(c, minute, &speaker);
        else if (initials)
            from_initials(c, initials, &speaker);
        if (speaker.person || speaker.words)
            look(c, minute, &speaker);
    }
}

static char *speaker_name(const MbCase *c, const Speaker *speaker)
{
    return speaker->attendance ? mb_case_person(c, speaker->attendance->person, speaker->attendance->name)
                               : mb_case_person(c, speaker->person, speaker->words);
}

static char *place_of(const MbCase *c, const MbMinute *minute)
{
    return mb_case_item_place(c, mb_case_item(c, minute->item));
}

/* ---- rules ---- */

static gboolean sent_apologies(const Speaker *speaker)
{
    return speaker->attendance && speaker->attendance->status == MB_ATTENDANCE_APOLOGIES;
}

static void with_apologies(MbCase *c, const MbMinute *minute, const Speaker *speaker)
{
    g_autofree char *name = speaker_name(c, speaker);

    if (!speaker->was_there && sent_apologies(speaker))
        mb_case_report(c, place_of(c, minute), g_strdup_printf("%s speaks here, and sent apologies.", name),
                       g_strdup("Correct the attendance, or the speaker."));
}

static void look_with_apologies(MbCase *c)
{
    each_speaker(c, with_apologies);
}

/* Initials that nobody has are another rule's. */
static void not_present(MbCase *c, const MbMinute *minute, const Speaker *speaker)
{
    g_autofree char *name = speaker_name(c, speaker);

    if (speaker->was_there || sent_apologies(speaker) ||
        (speaker->is_initials && !speaker->attendance && !speaker->person))
        return;
    if (speaker->attendance && speaker->attendance->status == MB_ATTENDANCE_UNKNOWN)
        return;
    mb_case_report(c, place_of(c, minute),
                   speaker->attendance && speaker->attendance->status == MB_ATTENDANCE_REPRESENTED
                       ? g_strdup_printf("%s speaks here, and was represented by a deputy.", name)
                       : g_strdup_printf("%s speaks here, and is not recorded as present.", name),
                   g_strdup("Correct the attendance, or the speaker."));
}

static void look_not_present(MbCase *c)
{
    if (mb_case_has_register(c))
        each_speaker(c, not_present);
}

/* Whether this board's minutes name speakers by initials at all: "CCTV – the cameras" is none. */
static gboolean uses_initials(const MbCase *c)
{
    for (guint i = 0; i < c->minutes->len; i++) {
        const MbMinute *minute = c->minutes->pdata[i];
        g_autofree char *initials =
            minute->layer == MB_LAYER_MINUTE && minute->text ? leading_initials(minute->text) : NULL;
        if (initials && whose(c, initials))
            return TRUE;
    }
    return FALSE;
}

static void undefined(MbCase *c, const MbMinute *minute, const Speaker *speaker)
{
    if (!speaker->is_initials || speaker->attendance || speaker->person || speaker->was_there)
        return;
    mb_case_report(c, place_of(c, minute),
                   g_strdup_printf("The initials %s are nobody's in the attendance or on the roll.", speaker->words),
                   g_strdup("Add the person to the attendance, or correct the initials."));
}

static void look_undefined(MbCase *c)
{
    if (uses_initials(c))
        each_speaker(c, undefined);
}

const MbCheckRow mb_check_speaker_rows[] = {
    {.rule = "speaker-with-apologies", .severity = MB_SEVERITY_ERROR, .look = look_with_apologies},
    {.rule = "speaker-not-present", .severity = MB_SEVERITY_ERROR, .look = look_not_present},
    {.rule = "initials-undefined", .severity = MB_SEVERITY_WARNING, .look = look_undefined},
    {.rule = NULL},
};
