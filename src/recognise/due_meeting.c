/* SPDX-License-Identifier: MIT */
/* Meetings at which something is due: "the next meeting", "September's board", "the AGM". A meeting of another body
   ("the next Finance Committee meeting") gives words and no day. */
#include "days.h"

#include "minutebook/base/text.h"
#include "minutebook/model/board.h"

#include <string.h>

gboolean mb_board_word(const MbReadingCase *c, const char *fold)
{
    const MbBoard *board = mb_dossier_find(c->dossier, &MB_BOARD, c->board);
    g_autoptr(GPtrArray) names = mb_dossier_of(c->dossier, &MB_BOARD_NAME, "board", c->board);
    gboolean is = FALSE;

    for (int k = -2; k < (int)names->len && !is && board; k++) {
        const char *name = k == -2   ? board->name
                           : k == -1 ? board->short_name
                                     : ((const MbBoardName *)names->pdata[k])->name;
        g_autofree char *folded = mb_text_fold(name ? name : "");
        g_auto(GStrv) parts = g_strsplit_set(folded, " ,/()", -1);
        GString *initials = g_string_new(NULL);
        for (char **part = parts; *part; part++) {
            is |= strlen(*part) > 2 && strcmp(*part, fold) == 0 && strcmp(fold, "and") && strcmp(fold, "the");
            if (**part && strcmp(*part, "board") != 0 && strcmp(*part, "and") != 0 && strcmp(*part, "of") != 0)
                g_string_append_c(initials, **part);
        }
        is |= initials->len > 1 &&
              (strcmp(initials->str, fold) == 0 ||
               (strncmp(fold, initials->str, initials->len) == 0 && !strcmp(fold + initials->len, "b")));
        g_string_free(initials, TRUE);
    }
    return is;
}

/* Whether a meeting's name may go on with this word: 2 where it may end with it. */
static int meeting_word(const MbReadingCase *c, int i)
{
    if (mb_is_one(c->words, i, "meeting|meeting's|board|board's|committee|partnership|session|governors|trustees"))
        return 2;
    if (mb_is_one(c->words, i,
                  "ordinary|full|scheduled|quarterly|monthly|regular|available|formal|public|strategic|"
                  "business|main|governors'|trustees'|planned"))
        return 1;
    return mb_is_word(c->words, i) && mb_board_word(c, mb_fold_at(c->words, i)) ? 2 : 0;
}

/* How many words from I on name a meeting of this board; OTHER where it is another body's. */
static int meeting_words(const MbReadingCase *c, int i, gboolean *other)
{
    int end = 0, kind;

    *other = FALSE;
    for (int k = 0; k < 8 && (kind = meeting_word(c, i + k)) > 0; k++)
        if (kind == 2)
            end = k + 1;
    if (end && mb_words_match(c->words, i + end, "of the")) {
        gboolean ours = meeting_word(c, i + end + 2) == 2;
        *other = !ours && mb_is_word(c->words, i + end + 2);
        return ours ? end + 3 : end;
    }
    if (end)
        return end;
    for (int k = 1; k < 5 && mb_is_word(c->words, i + k - 1); k++) /* "next Finance Committee meeting" */
        if (mb_is_one(c->words, i + k, "meeting|committee|board|panel|group|executive")) {
            *other = TRUE;
            return k + 1 + mb_is_one(c->words, i + k + 1, "meeting");
        }
    return 0;
}

/* The board's first meeting after this one; in that month where FIRST is its first day, on that DAY where it is set. */
static const MbMeeting *meeting_after(const MbReadingCase *c, MbDay first, MbDay day)
{
    GPtrArray *meetings = mb_dossier_all(c->dossier, &MB_MEETING);
    MbDay now = mb_read_case_day(c);
    const MbMeeting *best = NULL;

    for (guint i = 0; i < meetings->len; i++) {
        const MbMeeting *meeting = meetings->pdata[i];
        gboolean fits = first == MB_NO_DAY || (meeting->day >= first && meeting->day <= mb_end_of_month(first));
        if (g_strcmp0(meeting->board, c->board) != 0 || meeting->state == MB_STATE_CANCELLED ||
            meeting->day == MB_NO_DAY || now == MB_NO_DAY || meeting->day <= now || !fits ||
            (day != MB_NO_DAY && meeting->day != day))
            continue;
        if (!best || meeting->day < best->day)
            best = meeting;
    }
    return best;
}

static gboolean found_meeting(MbDueFound *due, int words, const MbMeeting *meeting)
{
    due->meeting = meeting ? meeting->id : NULL;
    return mb_due_found(due, words, meeting ? meeting->day : MB_NO_DAY);
}

/* A noun that "board" or "meeting" only describes: "the next board pack". */
static gboolean describes(const MbReadingCase *c, int i, int taken)
{
    const MbWord *last = mb_words_at(c->words, i + taken - 1);

    if (last && g_str_has_suffix(last->fold, "'s"))
        return TRUE;
    return mb_is_one(c->words, i + taken,
                     "pack|packs|paper|papers|report|agenda|minutes|newsletter|update|tax|chair|member|members|action|"
                     "secretary|house|elections|election|cycle");
}

static gboolean read_meeting(MbReadingCase *c, int i, MbDueFound *due)
{
    const MbWords *words = c->words;
    MbDay first = MB_NO_DAY;
    gboolean other = FALSE;
    int taken;

    if (mb_words_match(words, i, "next time"))
        return found_meeting(due, 2, meeting_after(c, MB_NO_DAY, MB_NO_DAY));
    if (mb_words_match(words, i, "next month's")) {
        first = mb_read_case_day(c) == MB_NO_DAY ? MB_NO_DAY : mb_day_add_months(mb_read_case_day(c), 1);
        first = first == MB_NO_DAY ? first : mb_end_of_month(mb_day_add_months(first, -1)) + 1;
        taken = meeting_words(c, i + 2, &other);
        return taken && !describes(c, i + 2, taken) &&
               found_meeting(due, 2 + taken, other ? NULL : meeting_after(c, first, MB_NO_DAY));
    }
    if (mb_is_one(words, i, "next|following|coming|forthcoming")) {
        taken = meeting_words(c, i + 1, &other);
        if (!taken || describes(c, i + 1, taken))
            return FALSE;
        return found_meeting(due, 1 + taken, other ? NULL : meeting_after(c, MB_NO_DAY, MB_NO_DAY));
    }
    taken = mb_month_words(c, i, &first);
    if (taken) {
        int more = meeting_words(c, i + taken, &other);
        if (!more || describes(c, i + taken, more))
            return FALSE;
        return found_meeting(due, taken + more, other ? NULL : meeting_after(c, first, MB_NO_DAY));
    }
    return FALSE;
}

/* "the meeting in September", "the board on 17 September". */
static gboolean read_meeting_on(MbReadingCase *c, int i, MbDueFound *due)
{
    gboolean other = FALSE;
    MbDay first = MB_NO_DAY, day = MB_NO_DAY;
    int taken = meeting_word(c, i) ? meeting_words(c, i, &other) : 0, more;

    if (!taken || other)
        return FALSE;
    if (mb_is_one(c->words, i + taken, "in")) {
        more = mb_month_words(c, i + taken + 1, &first);
        return more && found_meeting(due, taken + 1 + more, meeting_after(c, first, MB_NO_DAY));
    }
    if (!mb_is_one(c->words, i + taken, "on|of"))
        return FALSE;
    more = mb_read_date(c, i + taken + 1, FALSE, &day);
    if (!more || (day != MB_NO_DAY && day <= mb_read_case_day(c)))
        return FALSE;
    found_meeting(due, taken + 1 + more, day == MB_NO_DAY ? NULL : meeting_after(c, MB_NO_DAY, day));
    due->day = day;
    return TRUE;
}

static gboolean read_annual(MbReadingCase *c, int i, MbLead lead, MbDueFound *due)
{
    GPtrArray *meetings = mb_dossier_all(c->dossier, &MB_MEETING);
    int taken = mb_is_one(c->words, i, "agm");
    const MbMeeting *best = NULL;

    if (!taken)
        taken = mb_words_match(c->words, i, "annual general meeting");
    if (!taken)
        taken = mb_words_match(c->words, i, "annual meeting");
    if (!taken || lead == MB_LEAD_NONE)
        return FALSE;
    for (guint k = 0; k < meetings->len; k++) {
        const MbMeeting *meeting = meetings->pdata[k];
        if (g_strcmp0(meeting->board, c->board) == 0 && meeting->kind == MB_MEETING_ANNUAL &&
            meeting->state != MB_STATE_CANCELLED && mb_read_case_day(c) != MB_NO_DAY &&
            meeting->day > mb_read_case_day(c) && (!best || meeting->day < best->day))
            best = meeting;
    }
    return found_meeting(due, taken, best);
}

gboolean mb_due_meeting(MbReadingCase *c, int i, MbLead lead, MbDueFound *due)
{
    return read_meeting(c, i, due) || (lead != MB_LEAD_NONE && read_meeting_on(c, i, due)) ||
           read_annual(c, i, lead, due);
}
