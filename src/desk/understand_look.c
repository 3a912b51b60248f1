/* SPDX-License-Identifier: MIT */
/* A mark looked at: accepted, put right, refused, opened again. */
#include "understand.h"

#include "deed.h"
#include "due.h"
#include "find.h"

#include "minutebook/base/text.h"
#include "minutebook/model/nouns.h"
#include "minutebook/store/query.h"

#include <string.h>

/* What the mark's words claim now. */
static MbClaim *claim_of(MbUnderstanding *u, const MbMark *mark, GError **error)
{
    for (guint i = 0; i < u->claims->len; i++) {
        MbClaim *claim = u->claims->pdata[i];

        if (claim->mark == mark)
            return claim;
    }
    mb_deed_refuse(error, "The words of this mark say nothing like it any more; `minutes read` reads the item again.");
    return NULL;
}

/* --- what is put right --- */

static void free_named(gpointer named)
{
    mb_named_free(named);
}

static MbNamed *named_by(MbUnderstanding *u, const char *words, GError **error)
{
    MbPerson *person;
    MbNamed *named;

    if (mb_deed_blank(words)) {
        mb_deed_refuse(error, "--owner: whoever is meant needs a name.");
        return NULL;
    }
    if (!mb_find_person_or_words(u->desk, u->board, words, &person, error))
        return NULL;
    named = g_new0(MbNamed, 1);
    named->person = g_strdup(person ? person->id : NULL);
    named->words = g_strdup(words);
    named->sure = 100;
    return named;
}

static gboolean change_owners(MbUnderstanding *u, MbClaim *claim, const char *const *owners, GError **error)
{
    g_autoptr(GPtrArray) people = g_ptr_array_new_with_free_func(free_named);

    for (guint i = 0; owners[i]; i++) {
        MbNamed *named = named_by(u, owners[i], error);

        if (!named)
            return FALSE;
        g_ptr_array_add(people, named);
    }
    if (!people->len)
        return TRUE;
    g_ptr_array_unref(claim->reading->people);
    claim->reading->people = g_ptr_array_ref(people);
    if (mb_understand_family(claim->reading->kind)->parts)
        claim->who = people->pdata[0];
    return TRUE;
}

static gboolean change_due(MbUnderstanding *u, MbReading *reading, const char *words, GError **error)
{
    g_autoptr(GPtrArray) next = NULL;

    mb_set(&reading->due_words, words);
    mb_set(&reading->due_meeting, NULL);
    reading->due = MB_NO_DAY;
    if (!mb_text_same(words, "next meeting"))
        return mb_due_read(words, "--due", u->meeting->day, &reading->due, error);
    next = mb_store_meetings_next(mb_desk_book(u->desk), u->meeting->day + 1, u->board->id, error);
    if (next && next->len) {
        mb_set(&reading->due_meeting, ((MbMeeting *)next->pdata[0])->id);
        reading->due = ((MbMeeting *)next->pdata[0])->day;
    }
    return next != NULL;
}

static gboolean change_outcome(MbReading *reading, const char *words, GError **error)
{
    if (reading->kind == MB_READ_UPDATE)
        return mb_find_word(words, "--outcome", mb_update_words, &reading->outcome, error);
    if (reading->kind == MB_READ_DECISION || reading->kind == MB_READ_APPROVAL)
        return mb_find_word(words, "--outcome", mb_outcome_words, &reading->outcome, error);
    return mb_deed_refuse(error, "--outcome goes with a decision or the report on an action.");
}

static gboolean change(MbUnderstanding *u, MbClaim *claim, const MbMarkChanges *changes, GError **error)
{
    MbReading *reading = claim->reading;

    if (changes->text && mb_deed_blank(changes->text))
        return mb_deed_refuse(error, "--text: it needs a text; `mark refuse` takes it away.");
    if (changes->text)
        mb_set(&reading->text, changes->text);
    if (changes->condition)
        mb_set(&reading->condition, changes->condition);
    return change_owners(u, claim, changes->owners, error) &&
           (!changes->due || change_due(u, reading, changes->due, error)) &&
           (!changes->outcome || change_outcome(reading, changes->outcome, error)) &&
           (!changes->effect || mb_find_word(changes->effect, "--effect", mb_effect_words, &reading->effect, error)) &&
           (!changes->at || mb_find_time(changes->at, "--at", &reading->at, error));
}

/* --- accepted --- */

static gboolean cannot(const MbMark *mark, GError **error)
{
    return mb_deed_refuse(error, "Nothing can be recorded of “%s” so: %s", mark->shown ? mark->shown : mark->reading,
                          mark->doubt ? mark->doubt
                                      : "it lacks a person, a time or a text; `mark correct` gives them.");
}

/* Makes its record where there is none, or moves the one there is to what was put right. */
static gboolean record(MbUnderstanding *u, MbClaim *claim, MbMark *mark, gboolean changed, GError **error)
{
    if (mark->kind && !mb_mark_record(u, mark))
        mb_set(&mark->kind, NULL);
    if (mark->kind)
        return !changed || mb_mark_follow(u, claim, mark, error);
    mb_set(&mark->doubt, NULL);
    if (!mb_mark_make(u, claim, mark, error))
        return FALSE;
    return mark->kind || claim->reading->kind == MB_READ_NEXT_MEETING || cannot(mark, error);
}

static gboolean accept(MbUnderstanding *u, MbMark *mark, const MbMarkChanges *changes, GError **error)
{
    MbClaim *claim = claim_of(u, mark, error);

    if (!claim || (changes && !change(u, claim, changes, error)))
        return FALSE;
    mark->state = MB_MARK_ACCEPTED;
    if (!record(u, claim, mark, changes != NULL, error))
        return FALSE;
    mb_set(&mark->words, claim->words);
    if (changes)
        mb_mark_note_corrected(u, mark);
    mb_mark_show(u, claim, mark);
    return mb_deed_save(u->desk, mark, error);
}

static const MbItem *item_of(MbDesk *desk, const MbMark *mark)
{
    return mb_dossier_find(mb_desk_dossier(desk), &MB_ITEM, mark->item);
}

gboolean mb_understand_accept(MbDesk *desk, const MbMeeting *meeting, MbMark *mark, const MbMarkChanges *changes,
                              MbUnderstood *understood, GError **error)
{
    MbUnderstanding u = {0};
    gboolean done = mb_understand_begin(&u, desk, meeting, item_of(desk, mark), NULL, understood, error) &&
                    accept(&u, mark, changes, error);

    mb_understand_clear(&u);
    return done;
}

/* --- refused --- */

static gboolean refuse(MbUnderstanding *u, MbMark *mark, GError **error)
{
    gpointer there = mb_mark_record(u, mark);

    if (there && (mark->state == MB_MARK_OWN_LIFE || !mb_mark_unchanged(u, mark)))
        return mb_deed_refuse(error,
                              "What was made of “%s” was changed or added to since, and stays; correct or remove "
                              "it by its own command.",
                              mark->shown ? mark->shown : mark->reading);
    if (there && !mb_mark_withdraw(u, mark, error))
        return FALSE;
    mark->state = MB_MARK_REFUSED;
    return mb_deed_save(u->desk, mark, error);
}

gboolean mb_understand_refuse(MbDesk *desk, const MbMeeting *meeting, MbMark *mark, MbUnderstood *understood,
                              GError **error)
{
    MbUnderstanding u = {0};
    gboolean done =
        mb_understand_begin(&u, desk, meeting, item_of(desk, mark), NULL, understood, error) && refuse(&u, mark, error);

    mb_understand_clear(&u);
    return done;
}

gboolean mb_understand_reopen(MbDesk *desk, const MbMeeting *meeting, MbMark *mark, MbUnderstood *understood,
                              GError **error)
{
    const char *paragraphs[] = {mark->minute ? mark->minute : "", NULL};
    MbUnderstanding u = {0};
    gboolean done = mb_understand_begin(&u, desk, meeting, item_of(desk, mark), NULL, understood, error);

    if (done) {
        mark->state = !mark->kind ? MB_MARK_OFFERED : mb_mark_untouched(&u, mark) ? MB_MARK_MADE : MB_MARK_OWN_LIFE;
        done = mb_deed_save(desk, mark, error);
    }
    mb_understand_clear(&u);
    return done && mb_understand(desk, meeting, item_of(desk, mark), paragraphs, understood, error);
}
