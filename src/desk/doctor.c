/* SPDX-License-Identifier: MIT */
/* Checks of the book and of the machine under it. */
#include "commands.h"
#include "deed.h"
#include "findings.h"

#include "minutebook/base/clock.h"
#include "minutebook/model/finding.h"
#include "minutebook/store/history.h"

#include <sys/stat.h>
#include <sys/statvfs.h>

static void add(GPtrArray *findings, MbSeverity severity, const char *rule, const char *place, char *text,
                const char *fix)
{
    mb_findings_add(findings, rule, severity, g_strdup(place), text, g_strdup(fix));
}

static void check_mode(const char *path, GPtrArray *findings)
{
    struct stat status;

    if (stat(path, &status) == 0 && (status.st_mode & 077) != 0)
        add(findings, MB_SEVERITY_WARNING, "book-readable", path,
            g_strdup_printf("Others on this machine may open the book (mode %03o).", (unsigned)status.st_mode & 0777),
            "Make it 600: nobody but you.");
}

static void check_room(const char *path, GPtrArray *findings)
{
    g_autofree char *folder = g_path_get_dirname(path);
    struct statvfs disk;

    if (statvfs(folder, &disk) == 0 && (guint64)disk.f_bavail * disk.f_frsize < 64 * 1024 * 1024)
        add(findings, MB_SEVERITY_WARNING, "disk-nearly-full", folder,
            g_strdup("Less than 64 MB are free on the disk of the book."), "Make room before the next meeting.");
}

static void check_history(MbBook *book, GPtrArray *findings)
{
    g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GError) problem = NULL;

    if (!mb_history_verify(book, faults, &problem))
        add(findings, MB_SEVERITY_ERROR, "history-unreadable", mb_book_path(book), g_strdup(problem->message), NULL);
    for (guint i = 0; i < faults->len; i++)
        add(findings, MB_SEVERITY_ERROR, "history-broken", mb_book_path(book), g_strdup(faults->pdata[i]),
            "Compare with a backup.");
}

static void check_zones(MbDesk *desk, GPtrArray *findings)
{
    GPtrArray *boards = mb_dossier_all(mb_desk_dossier(desk), &MB_BOARD);

    for (guint i = 0; i < boards->len; i++) {
        const MbBoard *board = boards->pdata[i];

        if (board->zone && !mb_clock_zone_known(board->zone))
            add(findings, MB_SEVERITY_WARNING, "zone-unknown", board->name,
                g_strdup_printf("This machine does not know the time zone %s.", board->zone),
                "Install the package tzdata.");
    }
}

static gboolean doctor(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    MbBook *book = mb_desk_book(desk);
    g_autoptr(GPtrArray) findings = mb_findings_new();
    g_autoptr(GError) problem = NULL;

    (void)arguments;
    if (!mb_desk_boards(desk, error))
        return FALSE;
    if (!mb_book_integrity(book, &problem))
        add(findings, MB_SEVERITY_ERROR, "book-damaged", mb_book_path(book), g_strdup(problem->message),
            "Keep the file; bring back a copy with `restore`.");
    check_mode(mb_book_path(book), findings);
    check_room(mb_book_path(book), findings);
    check_history(book, findings);
    check_zones(desk, findings);
    mb_findings_answer(answer, findings, "Book and machine are well.");
    answer->status = findings->len ? 1 : 0;
    return TRUE;
}

static const MbArgument no_arguments[] = {{.name = NULL}};
const MbCommand mb_command_doctor = {.name = "doctor",
                                     .help = "checks the book and the machine under it",
                                     .example = "",
                                     .arguments = no_arguments,
                                     .need = MB_NEED_BOOK,
                                     .run = doctor};
