/* SPDX-License-Identifier: MIT */
/* The book as a file: made, loaded into, dumped, copied, examined. */
#include "commands.h"
#include "deed.h"
#include "loading.h"
#include "verify.h"

#include "minutebook/base/error.h"
#include "minutebook/base/file.h"
#include "minutebook/compose/paper.h"
#include "minutebook/exchange/dump.h"
#include "minutebook/exchange/json.h"
#include "minutebook/store/dossier.h"
#include "minutebook/store/history.h"
#include "minutebook/store/query.h"
#include "minutebook/store/record.h"
#include "minutebook/store/search.h"
#include "minutebook/store/typing.h"

#include <unistd.h>

enum { DUMP_LIMIT = 1024 * 1024 * 1024 };

/* Makes the book and fills it through FILL; takes a half-made one away again. */
static gboolean make_book(MbDesk *desk, const char *deed,
                          gboolean (*fill)(MbDesk *, const MbArguments *, MbAnswer *, GError **),
                          const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    MbBook *book = mb_desk_open(desk, MB_BOOK_CREATE, error);
    g_autofree char *path = book ? g_strdup(mb_book_path(book)) : NULL;
    gboolean done;

    if (!book)
        return FALSE;
    done = mb_book_begin(book, mb_desk_user(desk), deed, error) && fill(desk, arguments, answer, error);
    if (done && mb_book_commit(book, error))
        return TRUE;
    mb_book_rollback(book);
    mb_desk_close(desk);
    mb_book_remove(path);
    return FALSE;
}

static gboolean fill_new(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    g_autoptr(MbFiles) files = mb_files_new();
    const char *path = mb_book_path(mb_desk_book(desk));
    guint changes = 0;

    if (!mb_argument(arguments, "--sample")) {
        if (!mb_store_set_setting(mb_desk_book(desk), "made-by", "minutebook " MB_VERSION, error))
            return FALSE;
        mb_deed_say(answer, "A new book: %s. `minutebook load FILE.yaml` brings in a board; forms/plans has templates.",
                    path);
        mb_book_summary(mb_desk_book(desk), "made");
        return TRUE;
    }
    mb_files_sample(files);
    if (!mb_loading_run(desk, files, answer, &changes, error))
        return FALSE;
    g_clear_pointer(&answer->findings, g_ptr_array_unref);
    mb_deed_say(answer, "A new book with the sample: %s. Its today is 15 January 2026: use --as-of 2026-01-15.", path);
    mb_book_summary(mb_desk_book(desk), "made, with the sample");
    return TRUE;
}

static gboolean init(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    return make_book(desk, "init", fill_new, arguments, answer, error);
}

static const MbArgument init_arguments[] = {
    {.name = "--sample", .help = "filled with the sample: three boards, two years"}, {.name = NULL}};
const MbCommand mb_command_init = {.name = "init",
                                   .help = "makes the book",
                                   .example = "--sample",
                                   .arguments = init_arguments,
                                   .need = MB_NEED_NOTHING,
                                   .run = init};

static gboolean load_yaml(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    const char *const *paths = mb_argument_all(arguments, "FILE");
    g_autoptr(MbFiles) files = mb_files_new();
    MbBook *book;
    guint changes;

    if (!mb_files_read(files, paths, error))
        return FALSE;
    book = mb_desk_open(desk, MB_BOOK_WRITE, error);
    if (!book || !mb_loading_deed(desk, files, "load", answer, &changes, error))
        return FALSE;
    mb_deed_say(answer, "%u file%s loaded: %u record%s new or changed.", files->names->len,
                files->names->len == 1 ? "" : "s", changes, changes == 1 ? "" : "s");
    mb_book_summary(book, answer->text);
    return mb_book_commit(book, error);
}

static MbDeed *deed_of(const MbValue *value)
{
    MbDeed *deed = g_new0(MbDeed, 1);

    deed->seq = mb_value_int(mb_value_get(value, "seq"));
    deed->at = g_strdup(mb_value_get_text(value, "at"));
    deed->who = g_strdup(mb_value_get_text(value, "who"));
    deed->deed = g_strdup(mb_value_get_text(value, "deed"));
    deed->summary = g_strdup(mb_value_get_text(value, "summary"));
    deed->chain = g_strdup(mb_value_get_text(value, "chain"));
    return deed;
}

static MbChange *change_of(gint64 seq, int position, const MbValue *value)
{
    MbChange *change = g_new0(MbChange, 1);

    change->seq = seq;
    change->position = position;
    change->noun = g_strdup(mb_value_get_text(value, "noun"));
    change->record = g_strdup(mb_value_get_text(value, "record"));
    change->kind = g_strdup(mb_value_get_text(value, "kind"));
    change->salt = g_strdup(mb_value_get_text(value, "salt"));
    change->digest = g_strdup(mb_value_get_text(value, "digest"));
    change->before = g_strdup(mb_value_get_text(value, "before"));
    change->meeting = g_strdup(mb_value_get_text(value, "meeting"));
    return change;
}

static gboolean restore_deed(MbBook *book, const MbValue *value, GError **error)
{
    const MbValue *changes = mb_value_get(value, "changes");
    MbDeed *deed = deed_of(value);
    gboolean done = mb_history_restore_deed(book, deed, error);

    for (guint i = 0; done && i < mb_value_length(changes); i++) {
        MbChange *change = change_of(deed->seq, (int)mb_value_int(mb_value_get(mb_value_at(changes, i), "position")),
                                     mb_value_at(changes, i));

        done = mb_history_restore_change(book, change, error);
        mb_change_free(change);
    }
    mb_deed_free(deed);
    return done;
}

static gboolean restore_records(MbBook *book, const MbDossier *dossier, GError **error)
{
    for (guint n = 0; mb_nouns[n]; n++) {
        GPtrArray *records = mb_dossier_all(dossier, mb_nouns[n]);

        for (guint i = 0; i < records->len; i++)
            if (!mb_store_save(book, records->pdata[i], error))
                return FALSE;
    }
    for (guint n = 0; mb_working_nouns[n]; n++) {
        GPtrArray *records = mb_dossier_all(dossier, mb_working_nouns[n]);

        for (guint i = 0; i < records->len; i++)
            if (!mb_typing_restore(book, records->pdata[i], error))
                return FALSE;
    }
    return TRUE;
}

static gboolean restore_dump(MbBook *book, const MbValue *value, GError **error)
{
    g_autoptr(MbDossier) records = mb_dump_records(value, error);
    const MbValue *history = mb_value_get(value, "history");

    if (!records || !mb_book_begin_restoring(book, error) || !restore_records(book, records, error))
        return FALSE;
    for (guint i = 0; i < mb_value_length(history); i++)
        if (!restore_deed(book, mb_value_at(history, i), error))
            return FALSE;
    return mb_book_commit(book, error);
}

static gboolean load_dump(MbDesk *desk, const char *path, MbAnswer *answer, GError **error)
{
    g_autofree char *bytes = NULL;
    g_autofree char *book_path = NULL;
    g_autoptr(MbValue) value = NULL;
    MbBook *book;
    gsize length;

    if (!mb_file_read(path, DUMP_LIMIT, &bytes, &length, error))
        return FALSE;
    value = mb_json_read(path, bytes, length, error);
    book = value ? mb_desk_open(desk, MB_BOOK_CREATE, error) : NULL;
    if (!book)
        return FALSE;
    book_path = g_strdup(mb_book_path(book));
    if (!restore_dump(book, value, error)) {
        mb_book_rollback(book);
        mb_desk_close(desk);
        mb_book_remove(book_path);
        return FALSE;
    }
    mb_deed_say(answer, "The book that was dumped, as it was: %s.", book_path);
    return TRUE;
}

static gboolean load(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    const char *dump = mb_argument(arguments, "--dump");
    gboolean files = mb_argument(arguments, "FILE") != NULL;

    if (dump && files)
        return mb_deed_refuse(error, "Either YAML files or --dump FILE: a dump goes into a fresh book.");
    if (!dump && !files)
        return mb_deed_refuse(error, "Which file? Name one or more YAML files, or --dump FILE for a dump.");
    return dump ? load_dump(desk, dump, answer, error) : load_yaml(desk, arguments, answer, error);
}

static const MbArgument load_arguments[] = {
    {.name = "FILE", .help = "YAML files; - reads standard input", .flags = MB_ARGUMENT_MANY | MB_ARGUMENT_OPTIONAL},
    {.name = "--dump", .value = "FILE", .help = "a dump, into a book that does not exist yet"},
    {.name = NULL},
};
const MbCommand mb_command_load = {
    .name = "load",
    .help = "loads or updates boards, rolls, meetings and forward plans from YAML; all or nothing",
    .example = "board.yaml plan-2026-27.yaml",
    .more = "A file that is loaded again updates what it names and keeps what was changed by hand or moved "
            "since.\nEvery fault is listed as FILE:LINE:COLUMN, and then nothing is loaded.",
    .arguments = load_arguments,
    .need = MB_NEED_NOTHING,
    .run = load};

static MbValue *change_value(const MbChange *change)
{
    MbValue *value = mb_value_new_map();

    mb_value_set_int(value, "position", change->position);
    mb_value_set_text(value, "noun", change->noun);
    mb_value_set_text(value, "record", change->record);
    mb_value_set_text(value, "kind", change->kind);
    mb_value_set_text(value, "salt", change->salt);
    mb_value_set_text(value, "digest", change->digest);
    mb_value_set_text(value, "before", change->before);
    mb_value_set_text(value, "meeting", change->meeting);
    return value;
}

static MbValue *deed_value(const MbDeed *deed)
{
    MbValue *value = mb_value_new_map();

    mb_value_set_int(value, "seq", deed->seq);
    mb_value_set_text(value, "at", deed->at);
    mb_value_set_text(value, "who", deed->who);
    mb_value_set_text(value, "deed", deed->deed);
    mb_value_set_text(value, "summary", deed->summary);
    return value;
}

static MbValue *history_value(MbBook *book, GError **error)
{
    g_autoptr(GPtrArray) deeds = mb_history_deeds(book, FALSE, 0, error);
    g_autoptr(GPtrArray) changes = deeds ? mb_history_changes(book, 0, error) : NULL;
    MbValue *history;
    guint c = 0;

    if (!changes)
        return NULL;
    history = mb_value_new_list();
    for (guint i = 0; i < deeds->len; i++) {
        const MbDeed *deed = deeds->pdata[i];
        MbValue *value = deed_value(deed);
        MbValue *list = mb_value_new_list();

        mb_value_set_text(value, "chain", deed->chain);
        for (; c < changes->len && ((MbChange *)changes->pdata[c])->seq == deed->seq; c++)
            mb_value_add(list, change_value(changes->pdata[c]));
        mb_value_set(value, "changes", list);
        mb_value_add(history, value);
    }
    return history;
}

/* What was typed and never settled gets its place in the history first, where the book can be written. */
static gboolean settle_first(MbBook *book, GError **error)
{
    g_autoptr(MbBook) writer = NULL;

    if (!mb_typing_unsettled(book))
        return TRUE;
    mb_book_end_reading(book);
    writer = mb_book_open(mb_book_path(book), MB_BOOK_WRITE, NULL);
    if (writer)
        mb_typing_settle(writer, NULL);
    return mb_book_begin_reading(book, error);
}

static gboolean load_working(MbBook *book, MbDossier *dossier, GError **error)
{
    for (guint n = 0; mb_working_nouns[n]; n++) {
        g_autoptr(GPtrArray) records = mb_typing_all(book, mb_working_nouns[n], error);

        if (!records)
            return FALSE;
        for (guint i = 0; i < records->len; i++)
            mb_dossier_add(dossier, mb_record_copy(records->pdata[i]));
    }
    return TRUE;
}

static gboolean dump(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    MbDossier *dossier = mb_desk_dossier(desk);
    MbValue *history;

    (void)arguments;
    if (!settle_first(mb_desk_book(desk), error) || !mb_store_dossier_all(mb_desk_book(desk), dossier, error) ||
        !load_working(mb_desk_book(desk), dossier, error))
        return FALSE;
    history = history_value(mb_desk_book(desk), error);
    if (!history)
        return FALSE;
    mb_dossier_freeze(dossier);
    answer->value = mb_dump_value(dossier, mb_paper_readers(dossier, mb_desk_today(desk, NULL)), history);
    answer->text = mb_json_write(answer->value);
    answer->raw = TRUE;
    return TRUE;
}

static const MbArgument no_arguments[] = {{.name = NULL}};
const MbCommand mb_command_dump = {.name = "dump",
                                   .help = "the whole book as one JSON document, nothing left out",
                                   .example = "> book.json",
                                   .arguments = no_arguments,
                                   .need = MB_NEED_BOOK,
                                   .run = dump};

static gboolean backup(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    const char *path = mb_argument(arguments, "FILE");

    if (!mb_book_backup(mb_desk_book(desk), path, mb_argument(arguments, "--replace") != NULL, error))
        return FALSE;
    mb_deed_say(answer, "A copy of the book as it is now: %s.", path);
    return TRUE;
}

static const MbArgument backup_arguments[] = {{.name = "FILE", .help = "where the copy goes"},
                                              {.name = "--replace", .help = "in place of a file that is there"},
                                              {.name = NULL}};
const MbCommand mb_command_backup = {.name = "backup",
                                     .help = "a live copy of the book",
                                     .example = "book-2026-01-15.minutebook",
                                     .arguments = backup_arguments,
                                     .need = MB_NEED_BOOK,
                                     .run = backup};

/* The copy is opened and checked first; the book that is there is kept beside as NAME.before-restore. */
static gboolean restore(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    const char *from = mb_argument(arguments, "FILE");
    const char *path = mb_desk_path(desk, error);
    g_autoptr(MbBook) copy = NULL;
    g_autofree char *kept = NULL;
    MbBook *book;

    if (!path)
        return FALSE;
    copy = mb_book_open(from, MB_BOOK_READ, error);
    if (!copy || !mb_book_integrity(copy, error))
        return FALSE;
    if (access(path, F_OK) == 0 && !mb_book_set_aside(path, "before-restore", &kept, error))
        return FALSE;
    if (!mb_book_backup(copy, path, FALSE, error)) {
        if (kept)
            mb_book_put_back(kept, path);
        return FALSE;
    }
    book = mb_desk_open(desk, MB_BOOK_WRITE, error);
    if (!book || !mb_book_begin(book, mb_desk_user(desk), "restore", error) ||
        !mb_store_set_setting(book, "restored-from", from, error))
        return FALSE;
    mb_deed_say(answer, "The book is again as in %s%s%s.", from, kept ? "; what was there is kept as " : "",
                kept ? kept : "");
    mb_book_summary(book, answer->text);
    return mb_book_commit(book, error);
}

static const MbArgument restore_arguments[] = {{.name = "FILE", .help = "a copy made by `backup`"}, {.name = NULL}};
const MbCommand mb_command_restore = {.name = "restore",
                                      .help = "brings a copy back; the book that is there is kept beside it",
                                      .example = "book-2026-01-15.minutebook",
                                      .arguments = restore_arguments,
                                      .need = MB_NEED_NOTHING,
                                      .run = restore};

static const MbColumn log_columns[] = {
    {.key = "seq", .heading = "No.", .right = TRUE},
    {.key = "at", .heading = "When"},
    {.key = "who", .heading = "Who"},
    {.key = "deed", .heading = "Deed"},
    {.key = "summary", .heading = "What", .flexible = TRUE},
    {.key = NULL},
};

static gboolean log_list(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    g_autoptr(GPtrArray) deeds = NULL;
    MbValue *rows;

    if (mb_argument(arguments, "--verify") || mb_argument(arguments, "--head"))
        return mb_verify_history(desk, mb_argument(arguments, "--head"), answer, error);
    deeds = mb_history_deeds(mb_desk_book(desk), TRUE, 0, error);
    if (!deeds)
        return FALSE;
    rows = mb_value_new_list();
    for (guint i = 0; i < deeds->len; i++) {
        const MbDeed *deed = deeds->pdata[i];
        MbValue *row = deed_value(deed);

        mb_value_set_int(row, "changes", deed->changes);
        mb_value_add(rows, row);
    }
    mb_deed_list(answer, rows, log_columns, "Nothing has been done yet.");
    return TRUE;
}

static const MbArgument log_arguments[] = {
    {.name = "--verify", .help = "proves that the history is whole and nothing was changed behind it"},
    {.name = "--head",
     .value = "DIGEST",
     .help = "also that the book still holds the deed of this digest, printed earlier by --verify"},
    {.name = NULL}};
const MbCommand mb_command_log = {.name = "log",
                                  .help = "who changed what, when",
                                  .example = "--verify",
                                  .more = "`undo` takes a deed back, by its number.",
                                  .arguments = log_arguments,
                                  .need = MB_NEED_BOOK,
                                  .run = log_list};
