/* SPDX-License-Identifier: MIT */
#include "minutebook/desk/desk.h"

#include "minutebook/base/clock.h"
#include "minutebook/base/error.h"
#include "minutebook/base/file.h"
#include "minutebook/base/text.h"
#include "minutebook/exchange/rules.h"
#include "minutebook/store/dossier.h"
#include "minutebook/store/query.h"

#include <unistd.h>

struct MbDesk {
    char *path;
    char *user;
    MbDay as_of;
    MbBook *book;
    MbBookMode mode;
    MbDossier *dossier;
    gboolean boards_loaded;
    GHashTable *rules; /* name → MbRules */
};

MbDesk *mb_desk_new(const char *path, const char *user, MbDay as_of)
{
    MbDesk *desk = g_new0(MbDesk, 1);

    desk->path = g_strdup(path);
    desk->user = mb_text_empty(user) ? NULL : mb_text_store(user, -1);
    desk->as_of = as_of;
    desk->dossier = mb_dossier_new();
    desk->rules = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)mb_rules_free);
    return desk;
}

void mb_desk_free(MbDesk *desk)
{
    if (!desk)
        return;
    mb_desk_close(desk);
    mb_dossier_free(desk->dossier);
    g_hash_table_unref(desk->rules);
    g_free(desk->path);
    g_free(desk->user);
    g_free(desk);
}

/* Makes the folders above the usual book, for nobody else to read. */
static char *usual_path(GError **error)
{
    return mb_file_xdg(MB_XDG_DATA, "book.minutebook", TRUE, error);
}

const char *mb_desk_path(MbDesk *desk, GError **error)
{
    const char *environment = g_getenv("MINUTEBOOK_BOOK");

    if (!desk->path)
        desk->path = mb_text_empty(environment) ? usual_path(error) : g_strdup(environment);
    return desk->path;
}

static gboolean no_book_yet(MbDesk *desk, GError **error)
{
    if (access(desk->path, F_OK) == 0)
        return FALSE;
    g_set_error(error, MB_ERROR, MB_ERROR_BOOK,
                "%s: there is no book here yet; `minutebook init` makes one, `minutebook init --sample` one filled "
                "with the sample.",
                desk->path);
    return TRUE;
}

MbBook *mb_desk_open(MbDesk *desk, MbBookMode mode, GError **error)
{
    if (desk->book && (mode == MB_BOOK_READ || desk->mode == MB_BOOK_WRITE))
        return desk->book;
    mb_desk_close(desk);
    if (!mb_desk_path(desk, error) || (mode != MB_BOOK_CREATE && no_book_yet(desk, error)))
        return NULL;
    desk->book = mb_book_open(desk->path, mode, error);
    desk->mode = mode == MB_BOOK_READ ? MB_BOOK_READ : MB_BOOK_WRITE;
    return desk->book;
}

MbBook *mb_desk_book(MbDesk *desk)
{
    return desk->book;
}

void mb_desk_close(MbDesk *desk)
{
    mb_desk_clear(desk);
    g_clear_pointer(&desk->book, mb_book_close);
}

static char *login_name(void)
{
    const char *real = g_get_real_name();
    const char *name = real && *real && g_strcmp0(real, "Unknown") != 0 ? real : g_get_user_name();

    return mb_text_store(name ? name : "unknown", -1);
}

const char *mb_desk_user(MbDesk *desk)
{
    const char *environment = g_getenv("MINUTEBOOK_USER");

    if (!desk->user && !mb_text_empty(environment))
        desk->user = mb_text_store(environment, -1);
    if (!desk->user && desk->book)
        desk->user = mb_store_setting(desk->book, "user");
    if (!desk->user)
        desk->user = login_name();
    return desk->user;
}

MbDay mb_desk_today(const MbDesk *desk, const MbBoard *board)
{
    return desk->as_of != MB_NO_DAY ? desk->as_of : mb_clock_today(board ? board->zone : NULL);
}

MbDossier *mb_desk_dossier(MbDesk *desk)
{
    return desk->dossier;
}

void mb_desk_clear(MbDesk *desk)
{
    mb_dossier_free(desk->dossier);
    desk->dossier = mb_dossier_new();
    desk->boards_loaded = FALSE;
}

gboolean mb_desk_boards(MbDesk *desk, GError **error)
{
    if (!desk->boards_loaded)
        desk->boards_loaded = mb_store_dossier_boards(desk->book, desk->dossier, error);
    return desk->boards_loaded;
}

const MbRules *mb_desk_rules(MbDesk *desk, const MbBoard *board, GError **error)
{
    MbRules *rules;

    if (!board || !board->rules)
        return NULL;
    rules = g_hash_table_lookup(desk->rules, board->rules);
    if (rules)
        return rules;
    rules = mb_rules_load(board->rules, error);
    if (rules)
        g_hash_table_insert(desk->rules, g_strdup(board->rules), rules);
    return rules;
}
