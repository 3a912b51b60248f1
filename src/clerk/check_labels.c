/* SPDX-License-Identifier: MIT */
/* Actions that the text states ("Action: Julie Redfern to circulate the slides") and the log has not got: a row of the
 * actions' table. */
#include "check_written.h"

#include "minutebook/base/text.h"

static gboolean is_about(const MbCase *c, const char *other, const MbItem *item)
{
    return other && (mb_case_within(c, other, item->id) || mb_case_within(c, item->id, other));
}

/* Raised, or reported on, under the item, what is nested in it, what it is nested in, or what it was taken together
 * with. */
static gboolean any_action(const MbCase *c, const MbItem *item)
{
    const MbItem *together = mb_case_item(c, item->taken_with);

    for (guint i = 0; i < c->actions->len; i++) {
        const MbAction *action = c->actions->pdata[i];
        if (is_about(c, action->item, item) || (together && is_about(c, action->item, together)))
            return TRUE;
    }
    for (guint i = 0; i < c->updates->len; i++)
        if (is_about(c, ((const MbUpdate *)c->updates->pdata[i])->item, item))
            return TRUE;
    return FALSE;
}

typedef struct {
    GRegex *label;
    GHashTable *seen; /* items, each said once */
} Looking;

static void find_label(MbCase *c, const MbItem *item, const char *text, gpointer data)
{
    Looking *looking = data;
    g_autoptr(GMatchInfo) match = NULL;
    g_autofree char *sentence = NULL;
    g_autofree char *shown = NULL;

    if (!item || !g_regex_match(looking->label, text, 0, &match) || !g_hash_table_add(looking->seen, (gpointer)item) ||
        any_action(c, item))
        return;
    sentence = g_match_info_fetch(match, 1);
    shown = mb_case_short(sentence);
    mb_case_report(c, mb_case_item_place(c, item),
                   g_strdup_printf("The text states an action, “%s”, and none is recorded under the item.", shown),
                   g_strdup("Record the action, so that it is followed up."));
}

/* A label at the beginning of a sentence, a colon or dash, and somebody who is to do something; "Action 84: done" is a
 * report on an old one. */
void mb_check_labels(MbCase *c)
{
    g_autoptr(GRegex) label =
        g_regex_new("(?:^|[.;!?)]\\s+|\\n)[\\s*_\\[(•-]*(?:Actions?|ACTIONS?)(?: "
                    "points?)?[*_]*\\s*(?::|[–—]|-\\s)[\\s*_]*((?!(?i:none|nil|no\\b))[^.\\n]*?\\bto\\b[^.\\n]*)",
                    G_REGEX_OPTIMIZE, 0, NULL);
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
    Looking looking = {.label = label, .seen = seen};

    if (c->held)
        mb_written_each(c, MB_WRITTEN_MINUTE, find_label, &looking);
}
