/* SPDX-License-Identifier: MIT */
#include "minutebook/desk/output.h"

#include "minutebook/exchange/json.h"
#include "minutebook/store/book.h"

char *mb_output_json(const MbValue *value)
{
    return mb_json_write(value);
}

char *mb_output_text(const MbAnswer *answer, int width)
{
    g_autofree char *columns = NULL;

    if (!answer->columns)
        return g_strdup(answer->text);
    if (!mb_value_length(answer->value))
        return g_strdup(answer->empty);
    columns = mb_write_columns(answer->shown ? answer->shown : answer->value, answer->columns, width, NULL);
    return g_strconcat(answer->title ? answer->title : "", columns, answer->note ? "\n" : "",
                       answer->note ? answer->note : "", NULL);
}

char *mb_output_version(void)
{
    return g_strdup_printf("minutebook %s (SQLite %s, GLib %u.%u.%u)\n", MB_VERSION, mb_book_library(),
                           glib_major_version, glib_minor_version, glib_micro_version);
}
