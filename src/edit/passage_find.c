/* SPDX-License-Identifier: MIT */
/* Find and replace. A place begins and ends between clusters; folded, case and accents do not matter, and any spaces
   are one space. */
#include "passage_private.h"

#include "cluster.h"

#include "minutebook/base/text.h"

#include <string.h>

typedef struct {
    int start, end;
} Place;

/* A text folded, with the place that each byte comes from. */
typedef struct {
    GString *text;
    GArray *places; /* Place */
} Folded;

static void folded_free(Folded *folded)
{
    g_string_free(folded->text, TRUE);
    g_array_unref(folded->places);
    g_free(folded);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Folded, folded_free)

static void put_folded(Folded *folded, const char *bytes, Place place)
{
    for (; *bytes; bytes++) {
        g_string_append_c(folded->text, *bytes);
        g_array_append_val(folded->places, place);
    }
}

/* One cluster; a space behind a space only makes that one longer. */
static void fold_cluster(Folded *folded, const char *text, Place place)
{
    g_autofree char *cluster = g_strndup(text + place.start, (gsize)(place.end - place.start));
    g_autofree char *fold = NULL;

    if (*cluster == '\t' || *cluster == '\n') {
        put_folded(folded, cluster, place);
    } else if (g_unichar_isspace(g_utf8_get_char(cluster))) {
        if (folded->text->len && folded->text->str[folded->text->len - 1] == ' ')
            g_array_index(folded->places, Place, folded->text->len - 1).end = place.end;
        else
            put_folded(folded, " ", place);
    } else {
        fold = mb_text_fold(cluster);
        put_folded(folded, fold, place);
    }
}

static Folded *fold(const GString *text)
{
    Folded *folded = g_new(Folded, 1);

    folded->text = g_string_sized_new(text->len + 1);
    folded->places = g_array_new(FALSE, FALSE, sizeof(Place));
    for (int at = 0; at < (int)text->len;) {
        int end = mb_cluster_next(text, at);

        if (end == at + 1 && g_ascii_isalnum(text->str[at])) {
            char letter[2] = {g_ascii_tolower(text->str[at]), '\0'};
            put_folded(folded, letter, (Place){at, end});
        } else {
            fold_cluster(folded, text->str, (Place){at, end});
        }
        at = end;
    }
    return folded;
}

static char *fold_needle(const char *needle)
{
    g_autoptr(GString) text = g_string_new(NULL);
    g_autofree char *line = mb_one_line(needle);
    g_autoptr(Folded) folded = NULL;

    g_string_append(text, line);
    folded = fold(text);
    return g_strdup(folded->text->str);
}

/* A needle made ready. */
typedef struct {
    gboolean exact;
    char *text;    /* as sought */
    char *trimmed; /* folded as a whole, for a first look */
} Needle;

static void needle_init(Needle *needle, const char *text, gboolean exact)
{
    needle->exact = exact;
    needle->text = exact ? mb_one_line(text) : fold_needle(text);
    needle->trimmed = exact ? NULL : mb_text_fold(needle->text);
}

static void needle_clear(Needle *needle)
{
    g_free(needle->text);
    g_free(needle->trimmed);
}

static GArray *exact_places(const GString *text, const char *needle)
{
    GArray *places = g_array_new(FALSE, FALSE, sizeof(Place));
    gsize length = strlen(needle);

    for (const char *at = strstr(text->str, needle); at;) {
        Place place = {(int)(at - text->str), (int)(at - text->str) + (int)length};
        gboolean whole =
            mb_cluster_floor(text, place.start) == place.start && mb_cluster_floor(text, place.end) == place.end;

        if (whole)
            g_array_append_val(places, place);
        at = strstr(whole ? at + length : at + 1, needle);
    }
    return places;
}

static GArray *folded_places(const GString *text, const Needle *needle)
{
    GArray *places = g_array_new(FALSE, FALSE, sizeof(Place));
    gsize length = strlen(needle->text);
    g_autofree char *all = mb_text_fold(text->str);
    g_autoptr(Folded) folded = NULL;

    if (!strstr(all, needle->trimmed))
        return places;
    folded = fold(text);
    for (const char *at = strstr(folded->text->str, needle->text); at;) {
        gsize first = (gsize)(at - folded->text->str);
        gsize last = first + length - 1;
        const Place *of = (const Place *)(gpointer)folded->places->data;
        gboolean whole = (first == 0 || of[first - 1].start != of[first].start) &&
                         (last + 1 == folded->text->len || of[last + 1].start != of[last].start);
        Place place = {of[first].start, of[last].end};

        if (whole)
            g_array_append_val(places, place);
        at = strstr(whole ? at + length : at + 1, needle->text);
    }
    return places;
}

/* All places in a paragraph, in order, none over another. */
static GArray *places_in(const MbPassage *passage, int index, const Needle *needle)
{
    const GString *text = mb_passage_paragraph(passage, index)->text;

    return needle->exact ? exact_places(text, needle->text) : folded_places(text, needle);
}

/* The first place of paragraph INDEX that begins at FROM or later; or the last that ends at FROM or earlier. */
static gboolean pick(const MbPassage *passage, int index, const Needle *needle, int from, gboolean forward,
                     Place *found)
{
    g_autoptr(GArray) places = places_in(passage, index, needle);

    for (guint i = 0; i < places->len; i++) {
        Place place = g_array_index(places, Place, forward ? i : places->len - 1 - i);

        if (forward ? place.start >= from : place.end <= from) {
            *found = place;
            return TRUE;
        }
    }
    return FALSE;
}

static gboolean find(const MbPassage *passage, const Needle *needle, MbSpot from, gboolean forward, int *index,
                     Place *found)
{
    int count = mb_passage_count(passage);

    /* The first paragraph comes twice: from the spot on, and at the end as a whole. */
    for (int i = 0; i <= count; i++) {
        int limit = i == 0 ? from.offset : forward ? 0 : G_MAXINT;

        *index = ((from.paragraph + (forward ? i : -i)) % count + count) % count;
        if (pick(passage, *index, needle, limit, forward, found))
            return TRUE;
    }
    return FALSE;
}

gboolean mb_passage_find(const MbPassage *passage, const char *needle, gboolean exact, MbSpot from, gboolean forward,
                         MbSpot *start, MbSpot *end)
{
    Needle ready;
    Place place;
    int index = 0;
    gboolean found;

    needle_init(&ready, needle, exact);
    found = *ready.text && find(passage, &ready, mb_passage_clip(passage, from), forward, &index, &place);
    needle_clear(&ready);
    if (!found)
        return FALSE;
    if (start)
        *start = (MbSpot){index, place.start};
    if (end)
        *end = (MbSpot){index, place.end};
    return TRUE;
}

GArray *mb_passage_places(const MbPassage *passage, const char *needle, int index)
{
    g_autoptr(GArray) places = NULL;
    GArray *pairs = g_array_new(FALSE, FALSE, sizeof(int));
    Needle ready;

    needle_init(&ready, needle, FALSE);
    places = *ready.text ? places_in(passage, index, &ready) : g_array_new(FALSE, FALSE, sizeof(Place));
    needle_clear(&ready);
    for (guint i = 0; i < places->len; i++) {
        const Place *place = &g_array_index(places, Place, i);

        g_array_append_val(pairs, place->start);
        g_array_append_val(pairs, place->end);
    }
    return pairs;
}

/* --- replace --- */

/* Replaces PLACES in PARAGRAPH; *OFFSET, where it is not NULL, moves with the text. */
static void replace_places(MbParagraph *paragraph, const GArray *places, const char *by, int *offset)
{
    gsize size = strlen(by);

    for (guint i = places->len; i > 0; i--) {
        Place place = g_array_index(places, Place, i - 1);
        g_autofree guint8 *fonts = mb_fonts_of(paragraph->fonts->data[place.start], size);

        mb_paragraph_splice(paragraph, place.start, place.end - place.start, by, size, fonts);
        if (offset && *offset >= place.end)
            *offset += (int)size - (place.end - place.start);
        else if (offset && *offset > place.start)
            *offset = place.start + (int)size;
    }
}

/* Copies of the paragraphs from *FIRST to the last that NEEDLE is in, replaced; how many places. */
static int replaced(const MbPassage *passage, const Needle *needle, const char *by, GPtrArray *after, int *first,
                    MbSpot *caret)
{
    guint until = 0;
    int count = 0;

    for (int i = 0; i < mb_passage_count(passage); i++) {
        g_autoptr(GArray) places = places_in(passage, i, needle);

        if (!places->len && !after->len)
            continue;
        if (!after->len)
            *first = i;
        g_ptr_array_add(after, mb_paragraph_copy(mb_passage_paragraph(passage, i)));
        replace_places(after->pdata[after->len - 1], places, by, caret->paragraph == i ? &caret->offset : NULL);
        count += (int)places->len;
        until = places->len ? after->len : until;
    }
    g_ptr_array_set_size(after, (int)until);
    return count;
}

int mb_passage_replace_all(MbPassage *passage, const char *needle, gboolean exact, const char *by)
{
    GPtrArray *after = mb_paragraphs_new();
    g_autofree char *line = mb_one_line(by);
    MbSpot caret = passage->caret;
    Needle ready;
    int first = 0;
    int count;

    needle_init(&ready, needle, exact);
    count = *ready.text ? replaced(passage, &ready, line, after, &first, &caret) : 0;
    needle_clear(&ready);
    if (count)
        mb_passage_run(passage, MB_EDIT_CHANGED, first, (int)after->len, after, caret);
    else
        g_ptr_array_unref(after);
    return count;
}
