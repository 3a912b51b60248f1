/* SPDX-License-Identifier: MIT */
/* Faults in files that people edit: gathered in any order, told in the order of the files, each line fit to be shown.
 */
#include "minutebook/base/text.h"
#include "minutebook/base/yaml.h"

#include <stdarg.h>
#include <string.h>

#define KEPT_MOST    10000 /* so that a hostile file cannot fill the memory with its faults */
#define TOLD_MOST    200
#define LINE_COLUMNS 600

typedef struct {
    guint file; /* the order in which files were met */
    int line;
    int column;
    guint order;
    char *text;
} Fault;

struct MbFaults {
    GPtrArray *files; /* names, owned; the place in it is Fault.file */
    GArray *kept;
    guint count;
};

static void clear_fault(gpointer item)
{
    g_free(((Fault *)item)->text);
}

MbFaults *mb_faults_new(void)
{
    MbFaults *faults = g_new0(MbFaults, 1);
    faults->files = g_ptr_array_new_with_free_func(g_free);
    faults->kept = g_array_new(FALSE, FALSE, sizeof(Fault));
    g_array_set_clear_func(faults->kept, clear_fault);
    return faults;
}

void mb_faults_free(MbFaults *faults)
{
    if (faults == NULL)
        return;
    g_ptr_array_unref(faults->files);
    g_array_unref(faults->kept);
    g_free(faults);
}

static guint file_index(MbFaults *faults, const char *name)
{
    for (guint i = faults->files->len; i > 0; i--) /* from the end: mostly the same file as last time */
        if (strcmp(g_ptr_array_index(faults->files, i - 1), name) == 0)
            return i - 1;
    g_ptr_array_add(faults->files, g_strdup(name));
    return faults->files->len - 1;
}

void mb_faults_add(MbFaults *faults, MbPlace place, const char *format, ...)
{
    if (++faults->count > KEPT_MOST)
        return;
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *message = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    g_autofree char *shown = mb_text_visible(message, FALSE);
    Fault fault = {
        .file = file_index(faults, place.file != NULL ? place.file : ""),
        .line = place.line,
        .column = place.column,
        .order = faults->kept->len,
        .text = mb_text_fit(shown, LINE_COLUMNS),
    };
    g_array_append_val(faults->kept, fault);
}

guint mb_faults_count(const MbFaults *faults)
{
    return faults != NULL ? faults->count : 0;
}

static int sign(gint64 difference)
{
    return (difference > 0) - (difference < 0);
}

static int compare_faults(gconstpointer left, gconstpointer right)
{
    const Fault *a = *(const Fault *const *)left;
    const Fault *b = *(const Fault *const *)right;
    if (a->file != b->file)
        return sign((gint64)a->file - b->file);
    if (a->line != b->line)
        return sign((gint64)a->line - b->line);
    if (a->column != b->column)
        return sign((gint64)a->column - b->column);
    return sign((gint64)a->order - b->order);
}

static GPtrArray *faults_sorted(const MbFaults *faults)
{
    GPtrArray *sorted = g_ptr_array_sized_new(faults->kept->len);
    for (guint i = 0; i < faults->kept->len; i++)
        g_ptr_array_add(sorted, &g_array_index(faults->kept, Fault, i));
    g_ptr_array_sort(sorted, compare_faults);
    return sorted;
}

static void append_fault(GString *out, const MbFaults *faults, const Fault *fault)
{
    g_autofree char *name = mb_text_visible(g_ptr_array_index(faults->files, fault->file), FALSE);
    g_string_append_printf(out, "%s%s", out->len > 0 ? "\n" : "", name);
    if (fault->line > 0)
        g_string_append_printf(out, "%s%d:%d", name[0] != '\0' ? ":" : "", fault->line, fault->column);
    g_string_append_printf(out, "%s%s", name[0] != '\0' || fault->line > 0 ? ": " : "", fault->text);
}

char *mb_faults_text(const MbFaults *faults)
{
    GString *out = g_string_new(NULL);
    if (faults == NULL)
        return g_string_free(out, FALSE);
    g_autoptr(GPtrArray) sorted = faults_sorted(faults);
    guint told = MIN(sorted->len, TOLD_MOST);
    for (guint i = 0; i < told; i++)
        append_fault(out, faults, g_ptr_array_index(sorted, i));
    if (faults->count > told)
        g_string_append_printf(out, "\n… and %u more", faults->count - told);
    return g_string_free(out, FALSE);
}
