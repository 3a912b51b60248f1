/* SPDX-License-Identifier: MIT */
#include "minutebook/model/by_hand.h"

#include "minutebook/model/record.h"

#include <string.h>

gboolean mb_by_hand(const char *by_hand, const char *field)
{
    gsize length = strlen(field);

    for (const char *at = by_hand ? strstr(by_hand, field) : NULL; at; at = strstr(at + 1, field))
        if ((at == by_hand || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
            return TRUE;
    return FALSE;
}

void mb_by_hand_note(char **by_hand, const char *field)
{
    if (!mb_by_hand(*by_hand, field))
        mb_set_take(by_hand, *by_hand ? g_strdup_printf("%s %s", *by_hand, field) : g_strdup(field));
}
