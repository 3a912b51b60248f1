/* SPDX-License-Identifier: MIT */
/* A mark and its record: made, moved, withdrawn, and whether another deed has changed it since. */
#include "understand.h"

#include "deed.h"

#include "minutebook/base/clock.h"
#include "minutebook/clerk/pace.h"
#include "minutebook/model/name.h"
#include "minutebook/model/nouns.h"
#include "minutebook/store/record.h"

#include <string.h>

enum { DIGEST = 32 }; /* hexadecimal digits kept: enough to notice a change */

gpointer mb_mark_record(const MbUnderstanding *u, const MbMark *mark)
{
    const MbNoun *noun = mark->kind ? mb_noun_find(mark->kind) : NULL;

    return noun ? mb_dossier_find(u->dossier, noun, mark->record) : NULL;
}

int mb_mark_kind(const MbMark *mark)
{
    return MAX(mb_word_index(mb_reading_words, mark->reading), 0);
}

/* --- what the text made, as it stands --- */

/* Its place among its like is nobody's change. */
void mb_trace_record(GString *out, gconstpointer record)
{
    MbRecord *copy = mb_record_copy(record);
    const MbField *position = mb_noun_field(copy->noun, "position");
    g_autofree char *canonical = NULL;

    if (position)
        mb_field_set_text(position, copy, NULL);
    canonical = mb_store_canonical(copy);
    g_string_append_printf(out, "%s\n", canonical);
    mb_record_free(copy);
}

static int by_id(gconstpointer a, gconstpointer b)
{
    return strcmp((*(MbRecord *const *)a)->id, (*(MbRecord *const *)b)->id);
}

void mb_trace_parts(const MbUnderstanding *u, GString *out, const MbNoun *noun, const char *field, const char *id)
{
    g_autoptr(GPtrArray) parts = mb_dossier_of(u->dossier, noun, field, id);

    g_ptr_array_sort(parts, by_id);
    for (guint i = 0; i < parts->len; i++)
        mb_trace_record(out, parts->pdata[i]);
}

static char *digest_of(const MbUnderstanding *u, const MbMark *mark)
{
    const MbFamily *family = mb_understand_family(mb_mark_kind(mark));
    gpointer record = mb_mark_record(u, mark);
    g_autoptr(GString) trace = g_string_new(NULL);
    char *digest;

    if (!record || !family->trace)
        return NULL;
    family->trace(u, mark, record, trace);
    digest = g_compute_checksum_for_string(G_CHECKSUM_SHA256, trace->str, (gssize)trace->len);
    digest[DIGEST] = '\0';
    return digest;
}

gboolean mb_mark_untouched(const MbUnderstanding *u, const MbMark *mark)
{
    g_autofree char *digest = digest_of(u, mark);

    return g_strcmp0(digest, mark->made) == 0;
}

/* Before the digest of what was put right through the mark. */
static const char CORRECTED[] = "corrected ";

gboolean mb_mark_unchanged(const MbUnderstanding *u, const MbMark *mark)
{
    g_autofree char *digest = digest_of(u, mark);
    const char *made = mark->made;

    if (made && g_str_has_prefix(made, CORRECTED))
        made += strlen(CORRECTED);
    return g_strcmp0(digest, made) == 0;
}

void mb_mark_note(const MbUnderstanding *u, MbMark *mark)
{
    mb_set_take(&mark->made, digest_of(u, mark));
}

void mb_mark_note_corrected(const MbUnderstanding *u, MbMark *mark)
{
    g_autofree char *digest = digest_of(u, mark);

    mb_set_take(&mark->made, g_strconcat(CORRECTED, digest ? digest : "", NULL));
}

/* --- its record --- */

gboolean mb_mark_keep(MbUnderstanding *u, MbMark *mark, gpointer record, GError **error)
{
    MbRecord *head = record;

    mb_set(&mark->kind, head->noun->name);
    mb_set(&mark->record, head->id);
    return mb_deed_save(u->desk, record, error);
}

gboolean mb_understand_remove(MbUnderstanding *u, gpointer record, GError **error)
{
    if (!mb_deed_delete(u->desk, record, error))
        return FALSE;
    mb_record_free(mb_dossier_steal(u->dossier, record));
    return TRUE;
}

gboolean mb_understand_marked(const MbUnderstanding *u, gconstpointer record, const MbMark *mark)
{
    GPtrArray *all = mb_dossier_all(u->dossier, &MB_MARK);
    const char *id = ((const MbRecord *)record)->id;

    for (guint i = 0; i < all->len; i++) {
        const MbMark *other = all->pdata[i];

        if (other != mark && g_strcmp0(other->record, id) == 0 && g_strcmp0(other->reading, mark->reading) == 0)
            return TRUE;
    }
    return FALSE;
}

char *mb_remember(gconstpointer record, const char *const *names)
{
    GString *out = g_string_new(NULL);

    for (; *names; names++) {
        g_autofree char *text = mb_field_text(mb_noun_field(((const MbRecord *)record)->noun, *names), record);

        g_string_append_printf(out, "%s%s%s\n", *names, text ? "=" : "", text ? text : "");
    }
    return g_string_free(out, FALSE);
}

void mb_put_back(gpointer record, const char *remembered)
{
    g_auto(GStrv) lines = g_strsplit(remembered ? remembered : "", "\n", -1);

    for (char **line = lines; *line; line++) {
        char *equals = strchr(*line, '=');
        const MbField *field;

        if (equals)
            *equals = '\0';
        field = **line ? mb_noun_field(((const MbRecord *)record)->noun, *line) : NULL;
        if (field)
            mb_field_set_text(field, record, equals ? equals + 1 : NULL);
    }
}

gboolean mb_withdraw_record(MbUnderstanding *u, MbMark *mark, GError **error)
{
    return mb_understand_remove(u, mb_mark_record(u, mark), error);
}

MbTime mb_claim_time(const MbUnderstanding *u, const MbClaim *claim)
{
    if (claim->reading->at != MB_NO_TIME)
        return claim->reading->at;
    return mb_pace_under_way(u->meeting) ? mb_clock_time(u->board->zone) : MB_NO_TIME;
}

static void note_ref(MbUnderstanding *u, const MbMark *mark)
{
    const MbRecord *record = mb_mark_record(u, mark);

    if (!record || record->noun != &MB_ACTION)
        return;
    if (!u->sum->refs)
        u->sum->refs = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(u->sum->refs, g_strdup(((const MbAction *)record)->ref));
}

gboolean mb_mark_make(MbUnderstanding *u, const MbClaim *claim, MbMark *mark, GError **error)
{
    if (!mb_understand_family(claim->reading->kind)->make(u, claim, mark, error))
        return FALSE;
    if (!mark->kind)
        return TRUE;
    mb_mark_note(u, mark);
    note_ref(u, mark);
    u->sum->made[claim->reading->kind]++;
    return TRUE;
}

static gboolean take_away(MbUnderstanding *u, MbMark *mark, GError **error)
{
    const MbFamily *family = mb_understand_family(mb_mark_kind(mark));

    if (!mb_understand_marked(u, mb_mark_record(u, mark), mark) && !family->withdraw(u, mark, error))
        return FALSE;
    mb_set(&mark->kind, NULL);
    mb_set(&mark->record, NULL);
    mb_set(&mark->made, NULL);
    mb_set(&mark->before, NULL);
    return TRUE;
}

gboolean mb_mark_withdraw(MbUnderstanding *u, MbMark *mark, GError **error)
{
    if (!mb_mark_record(u, mark))
        return TRUE;
    u->sum->withdrawn[mb_mark_kind(mark)]++;
    return take_away(u, mark, error);
}

gboolean mb_mark_follow(MbUnderstanding *u, const MbClaim *claim, MbMark *mark, GError **error)
{
    const MbFamily *family = mb_understand_family(claim->reading->kind);
    g_autofree char *was = g_strdup(mark->made);

    if (!family->follow) {
        if (!take_away(u, mark, error) || !family->make(u, claim, mark, error))
            return FALSE;
    } else if (!family->follow(u, claim, mark, error)) {
        return FALSE;
    }
    mb_mark_note(u, mark);
    u->sum->followed[claim->reading->kind] += g_strcmp0(was, mark->made) != 0;
    return TRUE;
}

void mb_mark_show(const MbUnderstanding *u, const MbClaim *claim, MbMark *mark)
{
    const MbFamily *family = mb_understand_family(mb_mark_kind(mark));

    mb_set_take(&mark->shown, family->shown ? family->shown(u, claim, mark, mb_mark_record(u, mark)) : NULL);
}

/* --- words --- */

char *mb_understand_name(const MbUnderstanding *u, const char *person, const char *words)
{
    const MbPerson *found = mb_dossier_find(u->dossier, &MB_PERSON, person);
    g_autofree char *name = found && found->name ? mb_name_split(found->name, NULL) : NULL;
    const char *space = name ? strrchr(name, ' ') : NULL;

    if (!name)
        return g_strdup(words ? words : "?");
    if (!space)
        return g_steal_pointer(&name);
    return g_strdup_printf("%.*s. %s", (int)(g_utf8_next_char(name) - name), name, space + 1);
}

char *mb_understand_day(MbDay day)
{
    int year, month, dom;

    if (day == MB_NO_DAY)
        return g_strdup("");
    mb_day_split(day, &year, &month, &dom);
    return g_strdup_printf("%d %.3s", dom, mb_month_name(month));
}
