/* SPDX-License-Identifier: MIT */
#include "minutebook/desk/output.h"

#include "minutebook/exchange/json.h"
#include "minutebook/store/book.h"

char *mb_output_json(const MbValue *value)
{
    return mb_json_write(value);
}

char *mb_output_version(void)
{
    return g_strdup_printf("minutebook %s (SQLite %s, GLib %u.%u.%u)\n", MB_VERSION, mb_book_library(),
                           glib_major_version, glib_minor_version, glib_micro_version);
}
