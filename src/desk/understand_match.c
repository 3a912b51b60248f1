/* SPDX-License-Identifier: MIT */
/* Which mark was made of which claim before: by the words that carry it, then by place, then by how much the words have
   in common. Each pair is made once, the surest first. */
#include "understand.h"

#include "minutebook/model/nouns.h"

#include <string.h>

enum { LIKE = 60 }; /* percent that a claim in another paragraph must have in common with a mark */

static gboolean is_here(const MbUnderstanding *u, const char *minute)
{
    for (guint i = 0; i < u->lines->len; i++)
        if (g_strcmp0(((const MbUnderstandLine *)u->lines->pdata[i])->minute->id, minute) == 0)
            return TRUE;
    return FALSE;
}

gboolean mb_mark_within(const MbUnderstanding *u, const MbMark *mark)
{
    return !u->touched || !mark->minute || g_hash_table_contains(u->touched, mark->minute) || !is_here(u, mark->minute);
}

char *mb_mark_span(const MbMark *mark)
{
    const char *words = mark->words ? mark->words : "";
    gsize line = strcspn(words, "\n");
    gsize start = MIN((gsize)MAX(mark->start, 0), line);
    gsize length = MIN((gsize)MAX(mark->length, 0), line - start);

    return g_strdup_printf("%.*s%s", (int)length, words + start, words + line);
}

/* The person whose part of a reading the mark is; NULL where that is not known. */
static const char *person_of(const MbUnderstanding *u, const MbMark *mark)
{
    const MbRecord *record = mb_mark_record(u, mark);

    if (record && record->noun == &MB_ATTENDANCE)
        return ((const MbAttendance *)record)->person;
    if (record && record->noun == &MB_PRESENCE) {
        const MbAttendance *line =
            mb_dossier_find(u->dossier, &MB_ATTENDANCE, ((const MbPresence *)record)->attendance);

        return line ? line->person : NULL;
    }
    return record && record->noun == &MB_DECLARATION ? ((const MbDeclaration *)record)->person : NULL;
}

static gboolean is_same_kind(const MbUnderstanding *u, const MbClaim *claim, const MbMark *mark)
{
    const char *person = claim->who ? person_of(u, mark) : NULL;

    return mb_mark_kind(mark) == claim->reading->kind && (!person || g_strcmp0(person, claim->who->person) == 0);
}

/* How much two texts have in common at their beginning and end: percent of the longer. */
static int likeness(const char *a, const char *b)
{
    gsize m = strlen(a), n = strlen(b), head = 0, tail = 0;

    while (head < m && head < n && a[head] == b[head])
        head++;
    while (tail < m - head && tail < n - head && a[m - tail - 1] == b[n - tail - 1])
        tail++;
    return (int)((head + tail) * 100 / MAX(MAX(m, n), 1));
}

/* How well they fit: 0 not at all. Same words in the same paragraph come first, then same words elsewhere, then the
   same paragraph, then likeness elsewhere. In a paragraph that nobody asked for only the same words count: they may
   have come there by splitting one that was. */
static int fit(const MbUnderstanding *u, const MbClaim *claim, const MbMark *mark)
{
    g_autofree char *span = NULL;
    gboolean same_place = g_strcmp0(claim->minute->id, mark->minute) == 0;
    gboolean whole = g_strcmp0(claim->words, mark->words) == 0 && claim->start == mark->start;
    int like;

    if (!is_same_kind(u, claim, mark))
        return 0;
    if (!same_place && mark->minute && !mb_mark_within(u, mark))
        return 0;
    span = mb_mark_span(mark);
    like = likeness(claim->span, span);
    if (strcmp(claim->span, span) == 0)
        return same_place ? (whole ? 500 : 400) : 300;
    if (!claim->within)
        return 0;
    return same_place ? 150 + like : like >= LIKE ? like : 0;
}

typedef struct {
    MbClaim *claim;
    MbMark *mark;
    int fit;
    guint order;
} Pair;

static int by_fit(gconstpointer a, gconstpointer b)
{
    const Pair *one = a, *other = b;

    if (one->fit != other->fit)
        return other->fit - one->fit;
    return one->order < other->order ? -1 : one->order > other->order;
}

static GArray *all_pairs(MbUnderstanding *u)
{
    GArray *pairs = g_array_new(FALSE, FALSE, sizeof(Pair));

    for (guint i = 0; i < u->claims->len; i++) {
        MbClaim *claim = u->claims->pdata[i];

        for (guint k = 0; k < u->marks->len; k++) {
            Pair pair = {claim, u->marks->pdata[k], fit(u, claim, u->marks->pdata[k]), pairs->len};

            if (pair.fit)
                g_array_append_val(pairs, pair);
        }
    }
    g_array_sort(pairs, by_fit);
    return pairs;
}

void mb_understand_match(MbUnderstanding *u)
{
    g_autoptr(GHashTable) taken = g_hash_table_new(g_direct_hash, g_direct_equal);
    g_autoptr(GArray) pairs = all_pairs(u);

    for (guint i = 0; i < pairs->len; i++) {
        Pair pair = g_array_index(pairs, Pair, i);

        if (!pair.claim->mark && g_hash_table_add(taken, pair.mark))
            pair.claim->mark = pair.mark;
    }
}
