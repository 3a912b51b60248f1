/* SPDX-License-Identifier: MIT */
/* Whether words such as an item's printed number or title name something that is withheld. */
#include "cut_private.h"

#include "minutebook/base/text.h"

#include <string.h>

/* "5" of "5.0", "item 5", "5."; folded. */
static char *stem_of(const char *number)
{
    g_autofree char *folded = mb_text_fold(number ? number : "");
    char *stem = g_strstrip(g_strdup(g_str_has_prefix(folded, "item ") ? folded + 5 : folded));

    if (g_str_has_suffix(stem, ".0"))
        stem[strlen(stem) - 2] = '\0';
    if (g_str_has_suffix(stem, "."))
        stem[strlen(stem) - 1] = '\0';
    return stem;
}

gboolean mb_judge_within_number(const char *words, const char *number)
{
    g_autofree char *stem = stem_of(number);
    g_autofree char *wanted = stem_of(words);
    gsize length = strlen(stem);

    return length && strncmp(wanted, stem, length) == 0 && !g_ascii_isdigit(wanted[length]);
}

gboolean mb_judge_words_name_withheld(const MbJudge *judge, const char *meeting, const char *words)
{
    const GPtrArray *items = meeting ? g_hash_table_lookup(judge->meetings, meeting) : NULL;

    for (guint i = 0; items && words && i < items->len; i++) {
        const MbItem *item = items->pdata[i];

        if (mb_judge_within_number(words, item->number) || mb_judge_within_number(words, item->minute_number))
            return TRUE;
        if (item->title && (mb_text_contains(words, item->title) || mb_text_contains(item->title, words)))
            return TRUE;
    }
    return FALSE;
}
