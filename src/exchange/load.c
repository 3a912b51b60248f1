/* SPDX-License-Identifier: MIT */
/* Files to documents, documents to kinds, and the order in which they are loaded: boards, plans, meetings by day. */
#include "minutebook/exchange/load.h"

#include "loading.h"
#include "minutebook/base/text.h"

#include <string.h>

#define BAD_MOST 20 /* bytes that are no text, told of one by one */

typedef enum { KIND_BOARD, KIND_PLAN, KIND_MEETING, KIND_NONE } Kind;

typedef struct {
    const MbValue *value;
    Kind kind;
    MbDay day; /* of a meeting */
    guint order;
    MbBoard *board; /* of a board's document, once its name is loaded */
} Document;

static Kind kind_of(const MbValue *document)
{
    if (mb_value_find(document, "meeting", NULL))
        return KIND_MEETING;
    if (mb_value_find(document, "year", NULL))
        return KIND_PLAN;
    return mb_value_find(document, "board", NULL) ? KIND_BOARD : KIND_NONE;
}

static void no_kind(MbLoading *loading, const MbValue *document)
{
    mb_faults_add(loading->faults, mb_value_place(document),
                  "what this describes is not said: expected board: (a board), year: with board: (a forward plan) or "
                  "meeting: with board: (a meeting)");
}

static void add_document(MbLoading *loading, const MbValue *value, GArray *documents)
{
    Document document = {.value = value, .kind = kind_of(value), .order = documents->len};
    const char *meeting = mb_value_get_text(value, "meeting");

    if (mb_value_kind(value) == MB_VALUE_NULL)
        return;
    if (document.kind == KIND_NONE) {
        no_kind(loading, value);
        return;
    }
    if (meeting && strlen(meeting) >= 10) {
        g_autofree char *date = g_strndup(meeting, 10);
        document.day = mb_day_parse_iso(date);
    }
    g_array_append_val(documents, document);
}

/* Meetings are loaded by day, so that one may approve another's minutes and report on its actions. */
static int compare_documents(gconstpointer a, gconstpointer b)
{
    const Document *first = a;
    const Document *second = b;

    if (first->kind != second->kind)
        return (int)first->kind - (int)second->kind;
    if (first->day != second->day)
        return first->day < second->day ? -1 : 1;
    return first->order < second->order ? -1 : 1;
}

/* Whether BYTES are plainly no text: a NUL, or more than a few characters that no text has. UTF-16 is told by the
 * reader. */
static gboolean is_binary(const char *bytes, gsize length)
{
    const char *end = bytes + length;
    guint bad = 0;

    if (length >= 2 && (memcmp(bytes, "\377\376", 2) == 0 || memcmp(bytes, "\376\377", 2) == 0))
        return FALSE;
    if (length && memchr(bytes, '\0', length))
        return TRUE;
    for (const char *at = bytes; at < end && bad <= BAD_MOST; at++) {
        gboolean whole = g_utf8_validate_len(at, (gsize)(end - at), &at);
        bad += !whole;
        if (whole)
            break;
    }
    for (const char *at = bytes; at < end && bad <= BAD_MOST; at++)
        bad += ((guchar)*at < 0x20 && !strchr("\t\n\r", *at)) || *at == 0x7F;
    return bad > BAD_MOST;
}

static GPtrArray *read_files(MbLoading *loading, const char *const *names, const char *const *bytes,
                             const gsize *lengths, guint count, GArray *documents)
{
    GPtrArray *files = g_ptr_array_new_with_free_func((GDestroyNotify)mb_value_free);

    for (guint i = 0; i < count; i++) {
        guint faults = mb_faults_count(loading->faults);
        guint before = documents->len;
        if (is_binary(bytes[i], lengths[i])) {
            mb_faults_add(loading->faults, (MbPlace){.file = g_intern_string(names[i]), .line = 1, .column = 1},
                          "this is no text file: expected YAML, saved as UTF-8");
            continue;
        }
        MbValue *file = mb_yaml_read(names[i], bytes[i], lengths[i], loading->faults);
        for (guint j = 0; j < mb_value_length(file); j++)
            add_document(loading, mb_value_at(file, j), documents);
        if (documents->len == before && mb_faults_count(loading->faults) == faults)
            mb_faults_add(loading->faults, (MbPlace){.file = g_intern_string(names[i]), .line = 1, .column = 1},
                          "the file holds nothing: expected a board, a forward plan or a meeting");
        if (file)
            g_ptr_array_add(files, file);
    }
    g_array_sort(documents, compare_documents);
    return files;
}

static void load_documents(MbLoading *loading, GArray *documents)
{
    for (guint i = 0; i < documents->len; i++) {
        Document *document = &g_array_index(documents, Document, i);
        if (document->kind == KIND_BOARD)
            document->board = mb_load_board_name(loading, document->value);
    }
    for (guint i = 0; i < documents->len; i++) {
        const Document *document = &g_array_index(documents, Document, i);
        if (document->board)
            mb_load_board(loading, document->board, document->value);
        else if (document->kind == KIND_PLAN)
            mb_load_plan(loading, document->value);
        else if (document->kind == KIND_MEETING)
            mb_load_meeting(loading, document->value);
    }
    mb_load_actions_end(loading);
}

void mb_load_files(MbLoad *load, const char *const *names, const char *const *bytes, const gsize *lengths, guint count)
{
    g_autoptr(GArray) documents = g_array_new(FALSE, FALSE, sizeof(Document));
    MbLoading loading;

    mb_loading_begin(&loading, load);
    g_autoptr(GPtrArray) files = read_files(&loading, names, bytes, lengths, count, documents);
    (void)files; /* owns the values that DOCUMENTS borrow */
    load_documents(&loading, documents);
    mb_loading_end(&loading);
}
