/* SPDX-License-Identifier: MIT */
#include "loading.h"

#include "deed.h"

#include "minutebook/base/embedded.h"
#include "minutebook/base/error.h"
#include "minutebook/base/file.h"
#include "minutebook/clerk/recur.h"
#include "minutebook/exchange/load.h"
#include "minutebook/model/finding.h"
#include "minutebook/store/dossier.h"
#include "minutebook/store/record.h"

enum { FILE_LIMIT = 16 * 1024 * 1024 };

MbFiles *mb_files_new(void)
{
    MbFiles *files = g_new(MbFiles, 1);

    files->names = g_ptr_array_new_with_free_func(g_free);
    files->bytes = g_ptr_array_new_with_free_func(g_free);
    files->lengths = g_array_new(FALSE, FALSE, sizeof(gsize));
    return files;
}

void mb_files_free(MbFiles *files)
{
    if (!files)
        return;
    g_ptr_array_unref(files->names);
    g_ptr_array_unref(files->bytes);
    g_array_unref(files->lengths);
    g_free(files);
}

void mb_files_add(MbFiles *files, const char *name, char *bytes, gsize length)
{
    g_ptr_array_add(files->names, g_strdup(name));
    g_ptr_array_add(files->bytes, bytes);
    g_array_append_val(files->lengths, length);
}

gboolean mb_files_read(MbFiles *files, const char *const *paths, GError **error)
{
    for (guint i = 0; paths[i]; i++) {
        char *bytes;
        gsize length;

        if (!mb_file_read(paths[i], FILE_LIMIT, &bytes, &length, error))
            return FALSE;
        mb_files_add(files, paths[i], bytes, length);
    }
    return TRUE;
}

void mb_files_sample(MbFiles *files)
{
    for (gsize i = 0; i < mb_embedded_count; i++)
        if (g_str_has_prefix(mb_embedded[i].path, "sample-data/"))
            mb_files_add(files, mb_embedded[i].path, g_strndup(mb_embedded[i].bytes, mb_embedded[i].length),
                         mb_embedded[i].length);
}

static void make_plan_entries(MbLoad *load, const MbPlan *plan)
{
    g_autoptr(GPtrArray) surplus = g_ptr_array_new();

    mb_recur_entries(load->dossier, plan, load->changed);
    mb_recur_surplus(load->dossier, plan, surplus);
    for (guint i = 0; i < surplus->len; i++) {
        g_ptr_array_remove(load->changed, surplus->pdata[i]);
        g_ptr_array_add(load->gone, mb_dossier_steal(load->dossier, surplus->pdata[i]));
    }
}

static void make_entries(MbLoad *load)
{
    GPtrArray *plans = mb_dossier_all(load->dossier, &MB_PLAN);

    for (guint i = 0; i < plans->len; i++)
        make_plan_entries(load, plans->pdata[i]);
}

/* Each record once, in the order first met. */
static GPtrArray *once(GPtrArray *records)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
    GPtrArray *each = g_ptr_array_new();

    for (guint i = 0; i < records->len; i++)
        if (g_hash_table_add(seen, records->pdata[i]))
            g_ptr_array_add(each, records->pdata[i]);
    return each;
}

/* Reads FILES against the book as it is; the sum of changes is in LOAD. */
static gboolean understand(MbDesk *desk, const MbFiles *files, MbLoad *load, GError **error)
{
    g_autofree char *faults = NULL;

    mb_desk_clear(desk);
    load->dossier = mb_desk_dossier(desk);
    if (!mb_store_dossier_all(mb_desk_book(desk), load->dossier, error))
        return FALSE;
    mb_load_files(load, (const char *const *)files->names->pdata, (const char *const *)files->bytes->pdata,
                  (const gsize *)(void *)files->lengths->data, files->names->len);
    if (!mb_faults_count(load->faults)) {
        make_entries(load);
        return TRUE;
    }
    faults = mb_faults_text(load->faults);
    g_set_error_literal(error, MB_ERROR, MB_ERROR_INPUT, faults);
    return FALSE;
}

/* What files come to: MbLoad with each changed record once. */
typedef struct {
    MbLoad load;
    GPtrArray *changed;
} Loading;

static void loading_clear(Loading *loading)
{
    g_clear_pointer(&loading->load.changed, g_ptr_array_unref);
    g_clear_pointer(&loading->load.gone, g_ptr_array_unref);
    g_clear_pointer(&loading->load.findings, g_ptr_array_unref);
    g_clear_pointer(&loading->load.faults, mb_faults_free);
    g_clear_pointer(&loading->changed, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Loading, loading_clear)

/* Reads, understands and works out; writes nothing. Findings go to ANSWER. */
static gboolean work_out(MbDesk *desk, const MbFiles *files, Loading *loading, MbAnswer *answer, guint *changes,
                         GError **error)
{
    loading_clear(loading);
    loading->load = (MbLoad){.changed = g_ptr_array_new(),
                             .gone = g_ptr_array_new_with_free_func(mb_record_free),
                             .findings = mb_findings_new(),
                             .faults = mb_faults_new()};
    if (!understand(desk, files, &loading->load, error))
        return FALSE;
    loading->changed = once(loading->load.changed);
    *changes = loading->changed->len + loading->load.gone->len;
    g_clear_pointer(&answer->findings, g_ptr_array_unref);
    answer->findings = g_ptr_array_ref(loading->load.findings);
    return TRUE;
}

gboolean mb_loading_run(MbDesk *desk, const MbFiles *files, MbAnswer *answer, guint *changes, GError **error)
{
    g_auto(Loading) loading = {0};

    return work_out(desk, files, &loading, answer, changes, error) &&
           mb_deed_save_all(desk, loading.changed, loading.load.gone, error);
}

gboolean mb_loading_examine(MbDesk *desk, const MbFiles *files, MbAnswer *answer, guint *changes, GError **error)
{
    g_auto(Loading) loading = {0};

    return work_out(desk, files, &loading, answer, changes, error);
}

/* A number that differs once another window has written (SQLite, "PRAGMA data_version"). */
static gboolean state_of_book(MbDesk *desk, gint64 *state, GError **error)
{
    return mb_store_number(mb_desk_book(desk), state, error, "PRAGMA data_version", NULL);
}

/* As the book is at one moment, which STATE is set to. */
static gboolean work_out_unlocked(MbDesk *desk, const MbFiles *files, Loading *loading, MbAnswer *answer,
                                  guint *changes, gint64 *state, GError **error)
{
    MbBook *book = mb_desk_book(desk);
    gboolean done;

    if (!mb_book_begin_reading(book, error))
        return FALSE;
    done = state_of_book(desk, state, error) && work_out(desk, files, loading, answer, changes, error);
    mb_book_end_reading(book);
    return done;
}

gboolean mb_loading_deed(MbDesk *desk, const MbFiles *files, const char *deed, MbAnswer *answer, guint *changes,
                         GError **error)
{
    enum { TRIES = 3 };
    MbBook *book = mb_desk_book(desk);
    g_auto(Loading) loading = {0};
    gboolean done = TRUE;
    gint64 worked_out_at = 0;
    gint64 now = -1;

    for (int i = 0; done && i < TRIES && now != worked_out_at; i++) {
        mb_book_rollback(book);
        done = work_out_unlocked(desk, files, &loading, answer, changes, &worked_out_at, error) &&
               mb_book_begin(book, mb_desk_user(desk), deed, error) && state_of_book(desk, &now, error);
    }
    /* Somebody writes all the time: then he waits. */
    if (done && now != worked_out_at)
        done = work_out(desk, files, &loading, answer, changes, error);
    done = done && mb_deed_save_all(desk, loading.changed, loading.load.gone, error);
    if (!done)
        mb_book_rollback(book);
    return done;
}
