/* SPDX-License-Identifier: MIT */
/* The minutes as a text: gaps left while typing, items without a minute, paragraphs that break off, papers named and
 * not there, decisions that were asked for and not recorded. Dates are check_dates.c, speakers check_speakers.c. */
#include "check_written.h"

#include "minutebook/base/text.h"

#include <string.h>

static gboolean is_minute(const MbMinute *minute)
{
    return minute->layer == MB_LAYER_MINUTE && !mb_text_empty(minute->text);
}

/* ---- gaps ---- */

/* ?? stands for what was missed, ?1: for a stranger to be named later. */
static gboolean has_gap(const char *text)
{
    return strstr(text, "??") || (text[0] == '?' && g_ascii_isdigit(text[1]));
}

static void look_gap_mark(MbCase *c)
{
    for (guint i = 0; i < c->minutes->len; i++) {
        const MbMinute *minute = c->minutes->pdata[i];
        g_autofree char *text = NULL;
        if (!is_minute(minute) || !has_gap(minute->text))
            continue;
        text = mb_case_short(minute->text);
        mb_case_report(c, mb_case_item_place(c, mb_case_item(c, minute->item)),
                       g_strdup_printf("A gap is still to be filled in: “%s”.", text),
                       g_strdup("Write what is missing, or take the mark out."));
    }
}

/* ---- items without a minute ---- */

static gboolean any_of_item(const MbCase *c, const MbNoun *noun, const MbItem *item)
{
    return mb_dossier_first(c->dossier, noun, "item", item->id) != NULL;
}

static gboolean has_text(const MbCase *c, const MbItem *item)
{
    for (guint i = 0; i < c->minutes->len; i++) {
        const MbMinute *minute = c->minutes->pdata[i];
        if ((is_minute(minute) || (minute->layer == MB_LAYER_MINUTE && minute->style == MB_STYLE_TABLE)) &&
            g_strcmp0(minute->item, item->id) == 0)
            return TRUE;
    }
    return FALSE;
}

static gboolean has_nested(const MbCase *c, const MbItem *item)
{
    for (guint i = 0; i < c->items->len; i++)
        if (g_strcmp0(((const MbItem *)c->items->pdata[i])->parent, item->id) == 0)
            return TRUE;
    return FALSE;
}

static gboolean was_put_off(const MbItem *item)
{
    return item->carried_forward || item->deferred_to;
}

static gboolean is_empty(const MbCase *c, const MbItem *item)
{
    if (!item->title || item->lettered || item->taken_with || was_put_off(item) || has_text(c, item) ||
        has_nested(c, item))
        return FALSE;
    return !any_of_item(c, &MB_DECISION, item) && !any_of_item(c, &MB_UPDATE, item) &&
           !any_of_item(c, &MB_ACTION, item) && !any_of_item(c, &MB_MOTION, item) &&
           !any_of_item(c, &MB_ELECTION, item) && !any_of_item(c, &MB_DECLARATION, item);
}

static gboolean any_text(const MbCase *c)
{
    for (guint i = 0; i < c->minutes->len; i++)
        if (((const MbMinute *)c->minutes->pdata[i])->layer == MB_LAYER_MINUTE)
            return TRUE;
    return FALSE;
}

static GPtrArray *empty_items(const MbCase *c)
{
    GPtrArray *empty = g_ptr_array_new();

    for (guint i = 0; i < c->items->len; i++)
        if (is_empty(c, c->items->pdata[i]))
            g_ptr_array_add(empty, c->items->pdata[i]);
    return empty;
}

static void report_together(MbCase *c, const GPtrArray *empty)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *list = NULL;

    for (guint i = 0; i < empty->len; i++) {
        const MbItem *item = empty->pdata[i];
        g_ptr_array_add(names,
                        item->number ? g_strdup_printf("%s %s", item->number, item->title) : g_strdup(item->title));
    }
    g_ptr_array_add(names, NULL);
    list = mb_text_join((const char *const *)names->pdata);
    mb_case_report(c, mb_case_place(c),
                   g_strdup_printf("%u items have no minute, no text and no decision: %s.", empty->len, list),
                   g_strdup("Write what happened under each, or carry it forward."));
}

/* A few are found one by one; many, as in minutes that are being written, are one finding that lists them. */
static void report_empty(MbCase *c)
{
    enum { MANY = 4 };
    g_autoptr(GPtrArray) empty = empty_items(c);

    if (empty->len >= MANY) {
        report_together(c, empty);
        return;
    }
    for (guint i = 0; i < empty->len; i++) {
        g_autofree char *name = mb_case_item_name(empty->pdata[i]);
        mb_case_report(c, mb_case_item_place(c, empty->pdata[i]),
                       g_strdup_printf("%s has no minute: no text, no decision.", name),
                       g_strdup("Write what happened, or carry the item forward."));
    }
}

/* Minutes that are not written at all are one finding, not one an item. */
static void look_empty_item(MbCase *c)
{
    if (!c->over || !c->items->len)
        return;
    if (!any_text(c) && !c->decisions->len) {
        g_autofree char *items = mb_case_count((int)c->items->len, "item");
        mb_case_report(
            c, mb_case_place(c),
            g_strdup_printf("The minutes are not written yet: the agenda has %s, and none of them a text.", items),
            g_strdup("Write up the meeting."));
        return;
    }
    report_empty(c);
}

/* ---- paragraphs that break off ---- */

enum { RUNNING_TEXT = 8, TAIL = 40 };

static guint words_in(const char *text)
{
    guint count = 0;
    gboolean inside = FALSE;

    for (; *text; text++) {
        gboolean space = g_ascii_isspace(*text);
        count += !space && !inside;
        inside = !space;
    }
    return count;
}

static gboolean ends_sentence(const char *text)
{
    static const char *const endings[] = {".", "!", "?", ":", ";", "…", ")", "]", "\"", "”", "'", "’", "|", "—", "/"};
    g_autofree char *bare = g_strchomp(g_strdup(text));

    for (gsize length = strlen(bare); length > 0 && strchr("*_ ", bare[length - 1]); length--)
        bare[length - 1] = '\0';
    for (gsize i = 0; i < G_N_ELEMENTS(endings); i++)
        if (g_str_has_suffix(bare, endings[i]))
            return TRUE;
    return FALSE;
}

/* "Action: Julie to …", "AGREED", "Resolved – that …" are notes in the margin, often without a full stop. */
static gboolean is_label(const char *text)
{
    return g_regex_match_simple(
        "^\\W*(action|agreed|resolved|noted|approved|decision|recommended|ref\\b|present|apologies|in attendance)",
        text, G_REGEX_CASELESS, 0);
}

/* The end of TEXT from a word's beginning. Borrowed. */
static const char *last_words(const char *text)
{
    gsize length = strlen(text);
    const char *space = length > TAIL ? strchr(text + length - TAIL, ' ') : NULL;

    return space ? space + 1 : text;
}

static void look_breaks_off(MbCase *c)
{
    for (guint i = 0; i < c->minutes->len; i++) {
        const MbMinute *minute = c->minutes->pdata[i];
        if (!is_minute(minute) || minute->style != MB_STYLE_PARAGRAPH || words_in(minute->text) <= RUNNING_TEXT ||
            ends_sentence(minute->text) || is_label(minute->text))
            continue;
        mb_case_report(c, mb_case_item_place(c, mb_case_item(c, minute->item)),
                       g_strdup_printf("A paragraph breaks off: “… %s”.", last_words(minute->text)),
                       g_strdup("Finish the sentence."));
    }
}

/* ---- papers that are named ---- */

static gboolean is_that_appendix(const MbPaper *paper, const char *letter, const char *words)
{
    return mb_text_same(paper->appendix, letter) || (paper->title && mb_text_contains(paper->title, words));
}

static gboolean has_appendix(const MbCase *c, const char *letter)
{
    GPtrArray *papers = mb_dossier_all(c->dossier, &MB_PAPER);
    g_autofree char *words = g_strdup_printf("appendix %s", letter);

    for (guint i = 0; i < papers->len; i++) {
        const MbPaper *paper = papers->pdata[i];
        if (g_strcmp0(paper->meeting, c->meeting->id) == 0 && is_that_appendix(paper, letter, words))
            return TRUE;
    }
    return FALSE;
}

static void find_appendices(MbCase *c, const MbItem *item, const char *text, gpointer data)
{
    g_autoptr(GMatchInfo) match = NULL;

    for (g_regex_match(data, text, 0, &match); g_match_info_matches(match); g_match_info_next(match, NULL)) {
        g_autofree char *letter = g_match_info_fetch(match, 1);
        if (!has_appendix(c, letter))
            mb_case_report(
                c, mb_case_item_place(c, item),
                g_strdup_printf("Appendix %s is named, and no paper of this meeting is Appendix %s.", letter, letter),
                g_strdup("Attach the paper, or correct the letter."));
    }
}

static void look_missing_appendix(MbCase *c)
{
    g_autoptr(GRegex) pattern = g_regex_new("\\bAppendix ([A-Z]|\\d{1,2})\\b", G_REGEX_OPTIMIZE, 0, NULL);

    mb_written_each(c, MB_WRITTEN_MINUTE, find_appendices, pattern);
}

/* ---- decisions asked for ---- */

static gboolean any_within(const MbCase *c, const MbNoun *noun, const MbItem *item)
{
    const MbField *field = mb_noun_field(noun, "item");
    GPtrArray *all = mb_dossier_all(c->dossier, noun);

    for (guint i = 0; i < all->len; i++)
        if (mb_case_within(c, *(char *const *)((const char *)all->pdata[i] + field->offset), item->id))
            return TRUE;
    return FALSE;
}

/* Where an action came of it, the board decided to do something else first: worth knowing, no fault. */
static void look_signoff(MbCase *c)
{
    for (guint i = 0; c->over && i < c->items->len; i++) {
        const MbItem *item = c->items->pdata[i];
        g_autofree char *name = mb_case_item_name(item);
        if (item->purpose != MB_PURPOSE_DECISION || was_put_off(item) || item->taken_with || is_empty(c, item))
            continue;
        if (any_within(c, &MB_DECISION, item) || any_within(c, &MB_MOTION, item) || any_within(c, &MB_ELECTION, item))
            continue;
        mb_case_report_as(c, any_within(c, &MB_ACTION, item) ? MB_SEVERITY_INFORMATION : MB_SEVERITY_WARNING,
                          mb_case_item_place(c, item),
                          g_strdup_printf("%s was for decision, and no decision is recorded.", name),
                          g_strdup("Record what was decided, or that it was deferred."));
    }
}

const MbCheckRow mb_check_text_rows[] = {
    {.rule = "gap-mark", .severity = MB_SEVERITY_WARNING, .look = look_gap_mark},
    {.rule = "empty-item", .severity = MB_SEVERITY_WARNING, .look = look_empty_item},
    {.rule = "signoff-without-decision", .severity = MB_SEVERITY_WARNING, .look = look_signoff},
    {.rule = "text-breaks-off", .severity = MB_SEVERITY_WARNING, .look = look_breaks_off},
    {.rule = "table-vs-text", .severity = MB_SEVERITY_ERROR, .look = mb_check_table_totals},
    {.rule = "overspend-row", .severity = MB_SEVERITY_WARNING, .look = mb_check_overspend},
    {.rule = "missing-appendix", .severity = MB_SEVERITY_INFORMATION, .look = look_missing_appendix},
    {.rule = NULL},
};
