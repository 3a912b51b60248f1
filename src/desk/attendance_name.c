/* SPDX-License-Identifier: MIT */
/* A stranger who was written down as "?1" is named, once and everywhere at this meeting. */
#include "attendance.h"
#include "commands.h"
#include "deed.h"
#include "find.h"
#include "life.h"
#include "name_text.h"
#include "recorded.h"
#include "remark.h"
#include "which.h"

#include "minutebook/base/text.h"
#include "minutebook/model/name.h"

/* Where a person, or else a name as written, is recorded at a meeting. */
typedef struct {
    const MbNoun *noun;
    const char *person;
    const char *name;
} Place;
static const Place places[] = {
    {&MB_MEETING, "chair", "chair_words"},
    {&MB_MEETING, "minute_taker", "minute_taker_words"},
    {&MB_ATTENDANCE, "person", "name"},
    {&MB_ATTENDANCE, "represented_by", "represented_by_name"},
    {&MB_PRESENTER, "person", "name"},
    {&MB_PRESENTER, "on_behalf_of", "on_behalf_of_name"},
    {&MB_MINUTE, "speaker", "speaker_words"},
    {&MB_DECLARATION, "person", "name"},
    {&MB_DECISION, "mover", "mover_name"},
    {&MB_DECISION, "seconder", "seconder_name"},
    {&MB_MOTION, "mover", "mover_name"},
    {&MB_MOTION, "seconder", "seconder_name"},
    {&MB_VOTE, "person", "name"},
    {&MB_ELECTION, "elected", "elected_name"},
    {&MB_CANDIDATE, "person", "name"},
    {&MB_OWNER, "person", "name"},
};

/* Who is named so: a person of the book, or a guest. */
typedef struct {
    MbDesk *desk;
    const MbMeeting *meeting;
    const char *placeholder;
    const MbPerson *person; /* NULL: a guest */
    char *name;
    guint changed;
} Naming;

static char **field_of(gpointer record, const char *name)
{
    const MbField *field = mb_noun_field(((MbRecord *)record)->noun, name);

    return (char **)((char *)record + field->offset);
}

/* The desk also holds actions of other meetings, on which this one was told; their "?1" is somebody else. */
static gboolean is_of_meeting(const Naming *naming, gconstpointer record)
{
    const MbOwner *owner = record;
    const MbAction *action;

    if (owner->noun != &MB_OWNER)
        return TRUE;
    action = mb_dossier_find(mb_desk_dossier(naming->desk), &MB_ACTION, owner->action);
    return action && g_strcmp0(action->raised_at, naming->meeting->id) == 0;
}

static gboolean name_in(Naming *naming, const Place *place, gpointer record, GError **error)
{
    char **person = field_of(record, place->person);
    char **words = field_of(record, place->name);

    if (*person || !*words || !mb_text_same(*words, naming->placeholder) || !is_of_meeting(naming, record))
        return TRUE;
    mb_set(person, naming->person ? naming->person->id : NULL);
    mb_set(words, naming->person ? NULL : naming->name);
    naming->changed++;
    return mb_deed_save(naming->desk, record, error);
}

static gboolean name_everywhere(Naming *naming, GError **error)
{
    for (gsize i = 0; i < G_N_ELEMENTS(places); i++) {
        GPtrArray *records = mb_dossier_all(mb_desk_dossier(naming->desk), places[i].noun);

        for (guint r = 0; r < records->len; r++)
            if (!name_in(naming, &places[i], records->pdata[r], error))
                return FALSE;
    }
    return TRUE;
}

/* --- two lines of one person --- */

/* Whoever is named has a line already, since the roll had been marked: the comings and goings noted under the
 * placeholder are what happened, so its line gives way only where it says no more. */
static gboolean join_lines(Naming *naming, GError **error)
{
    const MbDossier *dossier = mb_desk_dossier(naming->desk);
    const MbAttendance *stranger = mb_recorded_line(dossier, naming->meeting, NULL, naming->placeholder);
    const MbAttendance *known =
        mb_recorded_line(dossier, naming->meeting, naming->person, naming->person ? NULL : naming->name);
    MbAttendance *unused;

    if (!stranger || !known)
        return TRUE;
    if (known->status == MB_ATTENDANCE_PRESENT || known->status == MB_ATTENDANCE_IN_PART)
        return mb_deed_refuse(error, "%s is on the register already; `attendance clear` takes one of the two away.",
                              naming->name);
    unused = mb_dossier_find(dossier, &MB_ATTENDANCE, known->id);
    return mb_attendance_forget(naming->desk, unused, error) && mb_which_remove(naming->desk, unused, error);
}

/* --- in the text --- */

static gboolean save_all_of(Naming *naming, const MbNoun *noun, const char *minute, GError **error)
{
    g_autoptr(GPtrArray) records = mb_dossier_of(mb_desk_dossier(naming->desk), noun, "minute", minute);

    return mb_deed_save_all(naming->desk, records, NULL, error);
}

static gboolean name_in_paragraphs(Naming *naming, GError **error)
{
    const MbDossier *dossier = mb_desk_dossier(naming->desk);
    g_autoptr(GPtrArray) minutes = mb_dossier_of(dossier, &MB_MINUTE, "meeting", naming->meeting->id);

    for (guint i = 0; i < minutes->len; i++) {
        MbMinute *minute = minutes->pdata[i];

        if (!mb_name_text(dossier, minute, naming->placeholder, naming->name))
            continue;
        naming->changed++;
        if (!mb_deed_save(naming->desk, minute, error) || !save_all_of(naming, &MB_RESTRICTION, minute->id, error) ||
            !save_all_of(naming, &MB_MARK, minute->id, error))
            return FALSE;
    }
    return TRUE;
}

/* What was decided, moved and is to be done, in words of its own. */
static gboolean name_in_texts(Naming *naming, GError **error)
{
    static const Place texts[] = {
        {&MB_DECISION, "meeting", "text"}, {&MB_MOTION, "meeting", "text"}, {&MB_ACTION, "raised_at", "text"}};

    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autoptr(GPtrArray) records =
            mb_dossier_of(mb_desk_dossier(naming->desk), texts[i].noun, texts[i].person, naming->meeting->id);

        for (guint r = 0; r < records->len; r++) {
            char **text = field_of(records->pdata[r], texts[i].name);

            if (!mb_name_words(text, naming->placeholder, naming->name))
                continue;
            naming->changed++;
            if (!mb_deed_save(naming->desk, records->pdata[r], error))
                return FALSE;
        }
    }
    return TRUE;
}

/* --- the command --- */

static gboolean name(Naming *naming, MbAnswer *answer, GError **error)
{
    g_autofree char *meeting = mb_find_meeting_name(naming->desk, naming->meeting);

    if (!join_lines(naming, error) || !name_everywhere(naming, error) || !name_in_paragraphs(naming, error) ||
        !name_in_texts(naming, error))
        return FALSE;
    if (!naming->changed)
        return mb_deed_refuse(error, "%s: nobody and nothing is written down as %s.", meeting, naming->placeholder);
    mb_deed_say(answer, "%s: %s is %s, in %u place%s.", meeting, naming->placeholder, naming->name, naming->changed,
                naming->changed == 1 ? "" : "s");
    return mb_life_quorum_now(naming->desk, naming->meeting, answer, error);
}

static gboolean attendance_name(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    MbMeeting *meeting = mb_life_meeting(desk, arguments, error);
    const char *words = mb_argument(arguments, "PERSON");
    Naming naming = {.desk = desk, .meeting = meeting, .placeholder = mb_argument(arguments, "PLACEHOLDER")};
    gboolean done;

    if (!meeting)
        return FALSE;
    if (!mb_attendance_is_placeholder(naming.placeholder) || !naming.placeholder[1])
        return mb_deed_refuse(error, "PLACEHOLDER: strangers are written down as ?1, ?2 and so on, not “%s”.",
                              naming.placeholder);
    if (mb_deed_blank(words) || mb_attendance_is_placeholder(words))
        return mb_deed_refuse(error, "PERSON: who is it? A name is needed.");
    if (!mb_argument(arguments, "--guest") &&
        !(naming.person = mb_find_person(desk, mb_find_board_of(desk, meeting), words, error)))
        return FALSE;
    naming.name = mb_remark_name(naming.person, words);
    done = name(&naming, answer, error);
    g_free(naming.name);
    return done;
}

static const MbArgument arguments_name[] = {
    MB_MEETING_ARGUMENT,
    {.name = "PLACEHOLDER", .help = "as it was written down: ?1"},
    {.name = "PERSON", .help = "who it was"},
    {.name = "--guest", .help = "somebody who is not in the book: kept by name"},
    MB_BOARD_OPTION,
    {.name = NULL},
};
const MbCommand mb_command_attendance_name = {
    .name = "attendance name",
    .help = "names a stranger who was written down as ?1, everywhere at this meeting",
    .example = "last ?1 \"Captain Reef\" --guest",
    .more = "On the register, as owner, speaker, mover and voter, and in the text.",
    .arguments = arguments_name,
    .need = MB_NEED_DEED,
    .run = attendance_name};
