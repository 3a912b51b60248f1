/* SPDX-License-Identifier: MIT */
/* Understanding an item: what its text claims is paired with the marks made of it before; what is gone is withdrawn,
   what has changed moves along, what is new is made or offered. */
#include "understand.h"

#include "deed.h"
#include "find.h"
#include "life.h"

#include "minutebook/clerk/pace.h"
#include "minutebook/model/nouns.h"
#include "minutebook/store/dossier.h"

#include <string.h>

/* --- a claim and its mark --- */

/* Where the mark stands; its words stay those it was read from. */
static void place(const MbClaim *claim, MbMark *mark, int position)
{
    mb_set(&mark->minute, claim->minute->id);
    mb_set(&mark->item, claim->minute->item);
    mark->position = position;
    mark->start = claim->start;
    mark->length = claim->length;
}

void mb_mark_copy_reading(const MbClaim *claim, MbMark *mark)
{
    mb_set(&mark->words, claim->words);
    mb_set(&mark->doubt, claim->reading->doubt ? claim->reading->doubt : claim->who ? claim->who->doubt : NULL);
    mark->sure = claim->who ? MIN(claim->reading->sure, claim->who->sure) : claim->reading->sure;
}

/* Whether what is read so is made by itself. */
static gboolean makes_itself(const MbClaim *claim, const MbMark *mark)
{
    return !mb_understand_family(claim->reading->kind)->offered && mark->sure >= MB_UNSURE;
}

/* A record that says the same and was made by hand lives its own life; one from another paragraph is shared. */
static gboolean adopt(MbUnderstanding *u, const MbClaim *claim, MbMark *mark)
{
    const MbFamily *family = mb_understand_family(claim->reading->kind);
    MbRecord *twin = family->twin ? family->twin(u, claim) : NULL;

    if (!twin)
        return FALSE;
    mark->state = mb_understand_marked(u, twin, mark) ? MB_MARK_MADE : MB_MARK_OWN_LIFE;
    mb_set(&mark->kind, twin->noun->name);
    mb_set(&mark->record, twin->id);
    mb_mark_note(u, mark);
    return TRUE;
}

/* The mark has no record yet: made where it is sure, else offered. */
static gboolean begin(MbUnderstanding *u, const MbClaim *claim, MbMark *mark, GError **error)
{
    gboolean made = adopt(u, claim, mark);

    if (!made && makes_itself(claim, mark)) {
        if (!mb_mark_make(u, claim, mark, error))
            return FALSE;
        made = mark->kind != NULL;
        mark->state = made ? MB_MARK_MADE : MB_MARK_OFFERED;
    } else if (!made) {
        mark->state = MB_MARK_OFFERED;
    }
    mb_mark_show(u, claim, mark);
    return TRUE;
}

static gboolean add_mark(MbUnderstanding *u, MbClaim *claim, int position, GError **error)
{
    MbMark *mark = mb_dossier_new_record(u->dossier, &MB_MARK);

    mb_set(&mark->meeting, u->meeting->id);
    mb_set(&mark->reading, mb_reading_words[claim->reading->kind]);
    place(claim, mark, position);
    mb_mark_copy_reading(claim, mark);
    claim->mark = mark;
    if (!begin(u, claim, mark, error))
        return FALSE;
    g_ptr_array_add(u->marks, mark);
    if (mark->state == MB_MARK_OFFERED && mark->shown)
        u->sum->offered++;
    return TRUE;
}

/* Whoever took the record away meant it: as if refused. */
static void note_gone(MbMark *mark)
{
    mark->state = MB_MARK_REFUSED;
    mb_set(&mark->kind, NULL);
    mb_set(&mark->record, NULL);
    mb_set(&mark->made, NULL);
    mb_set(&mark->before, NULL);
}

static void note_own_life(const MbUnderstanding *u, MbMark *mark)
{
    mark->state = MB_MARK_OWN_LIFE;
    mb_mark_note(u, mark);
    mb_mark_show(u, NULL, mark);
}

/* What other deeds did since to the record. */
static void look_at_record(const MbUnderstanding *u, MbMark *mark)
{
    if (!mark->kind)
        return;
    if (!mb_mark_record(u, mark))
        note_gone(mark);
    else if (mark->state != MB_MARK_OWN_LIFE && mark->state != MB_MARK_ACCEPTED && !mb_mark_untouched(u, mark))
        note_own_life(u, mark);
}

/* The words are others now. */
static gboolean move(MbUnderstanding *u, const MbClaim *claim, MbMark *mark, GError **error)
{
    const MbFamily *family = mb_understand_family(claim->reading->kind);

    if (mark->kind && (mark->state == MB_MARK_OWN_LIFE || !mb_mark_untouched(u, mark))) {
        note_own_life(u, mark);
        mb_set(&mark->words, claim->words);
        return TRUE;
    }
    mb_mark_copy_reading(claim, mark);
    if (!mark->kind)
        return begin(u, claim, mark, error);
    if (!mb_mark_follow(u, claim, mark, error))
        return FALSE;
    if (!(family->offered && mark->state == MB_MARK_ACCEPTED))
        mark->state = mark->kind && mark->sure >= MB_UNSURE ? MB_MARK_MADE : MB_MARK_OFFERED;
    mb_mark_show(u, claim, mark);
    return TRUE;
}

/* Refused stays refused while what carried it stays, whatever else changes in the paragraph. */
static gboolean still_refused(const MbClaim *claim, const MbMark *mark)
{
    g_autofree char *span = mb_mark_span(mark);

    return mark->state == MB_MARK_REFUSED && strcmp(span, claim->span) == 0;
}

static gboolean update_mark(MbUnderstanding *u, const MbClaim *claim, int position, GError **error)
{
    MbMark *mark = claim->mark;
    gboolean same = g_strcmp0(mark->words, claim->words) == 0 && mark->start == claim->start;
    gboolean refused;
    gboolean done = TRUE;

    look_at_record(u, mark);
    refused = still_refused(claim, mark);
    place(claim, mark, position);
    if (refused)
        mb_set(&mark->words, claim->words);
    else if (!same || (mark->state == MB_MARK_OFFERED && !mark->kind))
        done = move(u, claim, mark, error);
    return done;
}

/* --- what is gone --- */

static gboolean drop(MbUnderstanding *u, MbMark *mark, GError **error)
{
    g_ptr_array_remove(u->marks, mark);
    return mb_understand_remove(u, mark, error);
}

/* The words of MARK claim nothing any more, or are not there. */
static gboolean withdraw(MbUnderstanding *u, MbMark *mark, GError **error)
{
    gboolean own =
        mark->kind && mb_mark_record(u, mark) && (mark->state == MB_MARK_OWN_LIFE || !mb_mark_untouched(u, mark));

    if (own && mark->minute && mb_dossier_find(u->dossier, &MB_MINUTE, mark->minute)) {
        if (mark->state != MB_MARK_OWN_LIFE)
            note_own_life(u, mark);
        return mb_deed_save(u->desk, mark, error);
    }
    if (!own && mark->kind && !mb_mark_withdraw(u, mark, error))
        return FALSE;
    return drop(u, mark, error);
}

static gboolean is_claimed(const MbUnderstanding *u, const MbMark *mark)
{
    for (guint i = 0; i < u->claims->len; i++)
        if (((const MbClaim *)u->claims->pdata[i])->mark == mark)
            return TRUE;
    return FALSE;
}

static gboolean withdraw_gone(MbUnderstanding *u, GError **error)
{
    g_autoptr(GPtrArray) gone = g_ptr_array_new();

    for (guint i = 0; i < u->marks->len; i++)
        if (mb_mark_within(u, u->marks->pdata[i]) && !is_claimed(u, u->marks->pdata[i]))
            g_ptr_array_add(gone, u->marks->pdata[i]);
    for (guint i = 0; i < gone->len; i++)
        if (!withdraw(u, gone->pdata[i], error))
            return FALSE;
    return TRUE;
}

/* --- the whole --- */

/* Among the marks of its paragraph. */
static int position_of(const MbUnderstanding *u, guint index)
{
    const MbClaim *claim = u->claims->pdata[index];
    int position = 0;

    for (guint i = 0; i < index; i++)
        position += ((const MbClaim *)u->claims->pdata[i])->minute == claim->minute;
    return position;
}

/* First what is there, then what is new, so that a record that moved is not taken for a twin. */
static gboolean apply(MbUnderstanding *u, GError **error)
{
    if (!withdraw_gone(u, error))
        return FALSE;
    for (guint i = 0; i < u->claims->len; i++) {
        MbClaim *claim = u->claims->pdata[i];

        if (claim->mark && (claim->within || g_strcmp0(claim->mark->minute, claim->minute->id) != 0) &&
            (!update_mark(u, claim, position_of(u, i), error) || !mb_deed_save(u->desk, claim->mark, error)))
            return FALSE;
    }
    for (guint i = 0; i < u->claims->len; i++) {
        MbClaim *claim = u->claims->pdata[i];

        if (!claim->mark && claim->within &&
            (!add_mark(u, claim, position_of(u, i), error) || !mb_deed_save(u->desk, claim->mark, error)))
            return FALSE;
    }
    return TRUE;
}

/* --- the order of the text --- */

static int by_number(gconstpointer a, gconstpointer b)
{
    return *(const int *)a - *(const int *)b;
}

static int *position_in(gpointer record)
{
    return (int *)((char *)record + mb_noun_field(((MbRecord *)record)->noun, "position")->offset);
}

/* The records of NOUN that the claims made, in their order, each once. */
static GPtrArray *records_of(const MbUnderstanding *u, const MbNoun *noun)
{
    GPtrArray *records = g_ptr_array_new();

    for (guint i = 0; i < u->claims->len; i++) {
        const MbMark *mark = ((const MbClaim *)u->claims->pdata[i])->mark;
        MbRecord *record = mark ? mb_mark_record(u, mark) : NULL;

        if (record && record->noun == noun && !g_ptr_array_find(records, record, NULL))
            g_ptr_array_add(records, record);
    }
    return records;
}

/* They keep the places that they have between them, in the order in which the text has them. */
static gboolean put_in_order(MbUnderstanding *u, const MbNoun *noun, GError **error)
{
    g_autoptr(GPtrArray) records = records_of(u, noun);
    g_autoptr(GArray) positions = g_array_new(FALSE, FALSE, sizeof(int));

    for (guint i = 0; i < records->len; i++)
        g_array_append_val(positions, *position_in(records->pdata[i]));
    g_array_sort(positions, by_number);
    for (guint i = 0; i < records->len; i++) {
        *position_in(records->pdata[i]) = g_array_index(positions, int, i);
        if (!mb_deed_save(u->desk, records->pdata[i], error))
            return FALSE;
    }
    return TRUE;
}

static gboolean put_all_in_order(MbUnderstanding *u, GError **error)
{
    return put_in_order(u, &MB_ACTION, error) && put_in_order(u, &MB_DECISION, error) &&
           put_in_order(u, &MB_UPDATE, error) && put_in_order(u, &MB_DECLARATION, error) &&
           put_in_order(u, &MB_CORRECTION, error);
}

static GPtrArray *marks_of(const MbUnderstanding *u)
{
    GPtrArray *all = mb_dossier_all(u->dossier, &MB_MARK);
    GPtrArray *marks = g_ptr_array_new();

    for (guint i = 0; i < all->len; i++) {
        const MbMark *mark = all->pdata[i];

        if (g_strcmp0(mark->meeting, u->meeting->id) == 0 && g_strcmp0(mark->item, u->item ? u->item->id : NULL) == 0)
            g_ptr_array_add(marks, all->pdata[i]);
    }
    return marks;
}

static GHashTable *ids_of(const char *const *paragraphs)
{
    GHashTable *ids = paragraphs ? g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL) : NULL;

    for (guint i = 0; paragraphs && paragraphs[i]; i++)
        g_hash_table_add(ids, g_strdup(paragraphs[i]));
    return ids;
}

static gboolean surroundings(MbUnderstanding *u, GError **error)
{
    MbDay day = u->meeting->day;

    return day == MB_NO_DAY ||
           mb_store_dossier_meetings(mb_desk_book(u->desk), u->dossier, u->meeting->board, mb_day_add_months(day, -24),
                                     mb_day_add_months(day, 18), error);
}

gboolean mb_understand_begin(MbUnderstanding *u, MbDesk *desk, const MbMeeting *meeting, const MbItem *item,
                             const char *const *paragraphs, MbUnderstood *understood, GError **error)
{
    *u = (MbUnderstanding){
        .desk = desk, .dossier = mb_desk_dossier(desk), .meeting = meeting, .item = item, .sum = understood};
    u->board = mb_find_board_of(desk, meeting);
    u->marks = marks_of(u);
    u->touched = ids_of(paragraphs);
    if (!surroundings(u, error) || !mb_understand_read(u, error))
        return FALSE;
    mb_understand_match(u);
    return TRUE;
}

static int changes_of_room(const MbUnderstood *sum)
{
    static const int kinds[] = {MB_READ_ARRIVAL, MB_READ_DEPARTURE, MB_READ_APOLOGIES, MB_READ_DECLARATION};
    int changes = 0;

    for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++)
        changes += sum->made[kinds[i]] + sum->followed[kinds[i]] + sum->withdrawn[kinds[i]];
    return changes;
}

/* Whoever came or left may have changed the quorum. */
static gboolean look_at_quorum(MbUnderstanding *u, int before, GError **error)
{
    MbAnswer answer = {0};
    gboolean done;

    if (changes_of_room(u->sum) == before || !mb_pace_under_way(u->meeting))
        return TRUE;
    done = mb_life_quorum_now(u->desk, u->meeting, &answer, error);
    if (done && answer.text)
        mb_set(&u->sum->quorum, answer.text);
    mb_answer_clear(&answer);
    return done;
}

gboolean mb_understand(MbDesk *desk, const MbMeeting *meeting, const MbItem *item, const char *const *paragraphs,
                       MbUnderstood *understood, GError **error)
{
    MbUnderstanding u = {0};
    int room = changes_of_room(understood);
    gboolean done;

    if (meeting->state >= MB_STATE_APPROVED)
        return TRUE;
    done = mb_understand_begin(&u, desk, meeting, item, paragraphs, understood, error) && apply(&u, error) &&
           put_all_in_order(&u, error) && look_at_quorum(&u, room, error);
    mb_understand_clear(&u);
    return done;
}
