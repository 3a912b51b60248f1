/* SPDX-License-Identifier: MIT */
/* Names from the roll while typing: Tab completes the word before the caret and, pressed again, offers the next that
 * fits; initials and a colon at the start of a paragraph become the member who speaks. */
#include "live.h"

#include "minutebook/base/text.h"
#include "minutebook/clerk/quorum.h"
#include "minutebook/model/name.h"

#include <string.h>

/* --- who is meant --- */

/* Everybody on the roll on the day, and everybody on the register. New array, borrowed records. */
static GPtrArray *people_of(const Live *live)
{
    GPtrArray *all = mb_dossier_all(live->dossier, &MB_PERSON);
    GPtrArray *people = g_ptr_array_new();

    for (guint i = 0; i < all->len; i++) {
        const MbPerson *person = all->pdata[i];

        if (mb_seat_on(live->dossier, live->board->id, person->id, live->meeting->day) ||
            mb_live_attendance(live, person->id))
            g_ptr_array_add(people, all->pdata[i]);
    }
    return people;
}

const MbAttendance *mb_live_attendance(const Live *live, const char *person)
{
    g_autoptr(GPtrArray) lines = mb_dossier_of(live->dossier, &MB_ATTENDANCE, "person", person);

    for (guint i = 0; i < lines->len; i++)
        if (g_strcmp0(((MbAttendance *)lines->pdata[i])->meeting, live->id) == 0)
            return lines->pdata[i];
    return NULL;
}

static char *initials_of(const Live *live, const MbPerson *person)
{
    const MbSeat *seat = mb_seat_on(live->dossier, live->board->id, person->id, live->meeting->day);

    if (seat && seat->initials)
        return g_strdup(seat->initials);
    return person->initials ? g_strdup(person->initials) : mb_name_initials(person->name);
}

/* "Cllr Redsell", "Julie Redfern": as somebody who speaks is written. */
static char *speaker_of(const MbPerson *person)
{
    const char *surname = strrchr(person->name, ' ');

    return person->honorific ? g_strdup_printf("%s %s", person->honorific, surname ? surname + 1 : person->name)
                             : g_strdup(person->name);
}

/* --- initials and a colon --- */

static const MbPerson *with_initials(const Live *live, const char *initials, int *count)
{
    g_autoptr(GPtrArray) people = people_of(live);
    const MbPerson *found = NULL;

    *count = 0;
    for (guint i = 0; i < people->len; i++) {
        g_autofree char *own = initials_of(live, people->pdata[i]);

        if (g_ascii_strcasecmp(own, initials) == 0) {
            found = people->pdata[i];
            ++*count;
        }
    }
    return found;
}

static void say_absent(const Live *live, const MbPerson *person)
{
    const MbAttendance *line = mb_live_attendance(live, person->id);
    int status = line ? line->status : MB_ATTENDANCE_UNKNOWN;

    if (status != MB_ATTENDANCE_PRESENT && status != MB_ATTENDANCE_IN_PART)
        mb_app_say(live->view->app, MB_LOOK_WARNING, "%s is %s; Alt-N records an arrival.", person->name,
                   status == MB_ATTENDANCE_UNKNOWN ? "not marked present" : mb_attendance_words[status]);
}

void mb_live_expand_initials(Live *live)
{
    MbPassage *passage = mb_writing_passage(live->writing);
    MbSpot caret = mb_passage_caret(passage);
    const MbParagraph *paragraph = mb_passage_paragraph(passage, caret.paragraph);
    g_autofree char *initials = NULL;
    g_autofree char *speaker = NULL;
    const MbPerson *person;
    int count;

    /* "jre:" and nothing else before the caret. */
    if (caret.offset < 3 || caret.offset > 6 || paragraph->text->str[caret.offset - 1] != ':')
        return;
    initials = g_strndup(paragraph->text->str, (gsize)caret.offset - 1);
    for (const char *at = initials; *at; at++)
        if (!g_ascii_isalpha(*at))
            return;
    person = with_initials(live, initials, &count);
    if (count > 1)
        mb_app_say(live->view->app, MB_LOOK_WARNING, "%s are the initials of %d people here; write the name.", initials,
                   count);
    if (count != 1)
        return;
    speaker = speaker_of(person);
    mb_passage_replace(passage, (MbSpot){caret.paragraph, 0}, (MbSpot){caret.paragraph, caret.offset - 1}, speaker);
    say_absent(live, person);
}

/* --- Tab --- */

/* Where the word before the caret begins: letters, apostrophes, hyphens. */
static int word_start(const MbParagraph *paragraph, int offset)
{
    const char *text = paragraph->text->str;
    int at = offset;

    while (at > 0) {
        const char *before = g_utf8_prev_char(text + at);
        gunichar c = g_utf8_get_char(before);

        if (!g_unichar_isalnum(c) && c != '\'' && c != 0x2019 && c != '-')
            break;
        at = (int)(before - text);
    }
    return at;
}

static gboolean begins(const char *text, const char *folded)
{
    g_autofree char *own = mb_text_fold(text);

    return g_str_has_prefix(own, folded);
}

/* What WORD may become: a whole name by its first name, a surname by itself. */
static GPtrArray *completions_of(const Live *live, const char *word)
{
    g_autoptr(GPtrArray) people = people_of(live);
    g_autofree char *folded = mb_text_fold(word);
    GPtrArray *found = g_ptr_array_new_with_free_func(g_free);

    for (guint i = 0; i < people->len; i++) {
        const MbPerson *person = people->pdata[i];
        const char *surname = strrchr(person->name, ' ');
        g_autofree char *initials = initials_of(live, person);

        if (surname && begins(surname + 1, folded))
            g_ptr_array_add(found, g_strdup(surname + 1));
        if (begins(person->name, folded) || g_ascii_strcasecmp(initials, word) == 0)
            g_ptr_array_add(found, g_strdup(person->name));
    }
    return found;
}

gboolean mb_live_complete(Live *live)
{
    MbPassage *passage = mb_writing_passage(live->writing);
    MbSpot caret = mb_passage_caret(passage);
    const MbParagraph *paragraph = mb_passage_paragraph(passage, caret.paragraph);
    gboolean again =
        live->completed && caret.paragraph == live->completed_at.paragraph && caret.offset == live->completed_at.offset;
    int start = again ? live->completed_from : word_start(paragraph, caret.offset);
    g_autofree char *word =
        again ? g_strdup(live->completed) : g_strndup(paragraph->text->str + start, (gsize)(caret.offset - start));
    g_autoptr(GPtrArray) found = NULL;

    if (!*word)
        return FALSE;
    found = completions_of(live, word);
    if (!found->len) {
        mb_app_say(live->view->app, MB_LOOK_QUIET, "Nobody on the roll begins with “%s”.", word);
        return TRUE;
    }
    live->completed_index = again ? (live->completed_index + 1) % (int)found->len : 0;
    mb_passage_replace(passage, (MbSpot){caret.paragraph, start}, caret, found->pdata[live->completed_index]);
    mb_set(&live->completed, word);
    live->completed_from = start;
    live->completed_at = mb_passage_caret(passage);
    if (found->len > 1)
        mb_app_say(live->view->app, MB_LOOK_QUIET, "%d of %u; Tab again offers the next.", live->completed_index + 1,
                   found->len);
    return TRUE;
}
