/* SPDX-License-Identifier: MIT */
/* Papers of an item, and the approval of earlier minutes under it with its corrections. */
#include "loading.h"

#include "minutebook/base/text.h"

#include <stdlib.h>
#include <string.h>

static MbPaper *paper_known(MbLoading *loading, const MbItem *item, const char *title)
{
    g_autoptr(GPtrArray) papers = mb_loading_of(loading, &MB_PAPER, "item", item->id);

    for (guint i = 0; i < papers->len; i++) {
        MbPaper *paper = papers->pdata[i];
        if (mb_text_same(paper->title, title) && !mb_loading_seen(loading, paper))
            return mb_loading_edit(loading, paper);
    }
    return mb_loading_new(loading, &MB_PAPER);
}

/* "11-30", or one page. */
static void load_pages(MbPaper *paper, const MbFields *fields)
{
    g_autofree char *text = mb_fields_text(fields, "pages");
    g_auto(GStrv) parts = NULL;
    guint64 first = 0, last = 0;

    if (!text)
        return;
    for (char *dash; (dash = strstr(text, "–")) != NULL;) { /* a long dash is three bytes */
        *dash = '-';
        memmove(dash + 1, dash + strlen("–"), strlen(dash + strlen("–")) + 1);
    }
    parts = g_strsplit(text, "-", 2);
    if (!g_ascii_string_to_unsigned(g_strstrip(parts[0]), 10, 1, 100000, &first, NULL) ||
        !g_ascii_string_to_unsigned(parts[1] ? g_strstrip(parts[1]) : parts[0], 10, 1, 100000, &last, NULL) ||
        last < first) {
        g_autofree char *shown = mb_fields_shown(mb_value_text(mb_fields_get(fields, "pages")));
        mb_faults_add(fields->faults, mb_value_place(mb_fields_get(fields, "pages")),
                      "%s is no range of pages: expected one such as 11-30", shown);
        return;
    }
    paper->first_page = (int)first;
    paper->last_page = (int)last;
}

static void load_paper_restriction(MbLoading *loading, const MbBoard *board, const MbPaper *paper,
                                   const MbFields *fields)
{
    g_autoptr(GPtrArray) known = mb_loading_of(loading, &MB_RESTRICTION, "paper", paper->id);

    if (!mb_fields_has(fields, "paragraph"))
        return;
    mb_loading_check_paragraph(loading, board, fields, "paragraph");
    MbRestriction *restriction =
        known->len ? mb_loading_edit(loading, known->pdata[0]) : mb_loading_new(loading, &MB_RESTRICTION);
    mb_set(&restriction->paper, paper->id);
    mb_fields_set(fields, "paragraph", &restriction->paragraph);
    mb_fields_set(fields, "reason", &restriction->reason);
}

static void load_paper(MbLoading *loading, const MbBoard *board, const MbMeeting *meeting, const MbItem *item,
                       const MbValue *value, int position)
{
    static const char *const known[] = {"title",  "pages",  "state",   "security", "paragraph",
                                        "reason", "author", "contact", "appendix", NULL};
    MbFields fields;

    if (!mb_fields_open(&fields, loading->faults, value, "a paper", "{title: Hate crime report, pages: 11-30}",
                        known) ||
        !mb_fields_need(&fields, "title", "a paper"))
        return;
    g_autofree char *title = mb_fields_text(&fields, "title");
    MbPaper *paper = paper_known(loading, item, title);
    mb_loading_see(loading, paper);
    mb_set(&paper->meeting, meeting->id);
    mb_set(&paper->item, item->id);
    mb_set(&paper->title, title);
    paper->position = position;
    load_pages(paper, &fields);
    mb_fields_set_word(&fields, "state", mb_paper_state_words, "state of a paper", &paper->state);
    mb_fields_set(&fields, "security", &paper->security);
    mb_fields_set(&fields, "author", &paper->author);
    mb_fields_set(&fields, "contact", &paper->contact);
    mb_fields_set(&fields, "appendix", &paper->appendix);
    load_paper_restriction(loading, board, paper, &fields);
}

void mb_load_papers(MbLoading *loading, const MbBoard *board, const MbMeeting *meeting, const MbItem *item,
                    const MbFields *fields)
{
    const MbValue *list = mb_fields_list(fields, "papers", "- {title: Hate crime report, pages: 11-30}");

    for (guint i = 0; i < mb_value_length(list); i++)
        load_paper(loading, board, meeting, item, mb_value_at(list, i), (int)i);
}

/* The one paragraph of those minutes that holds the old words; NULL where none or several do. */
static const MbMinute *paragraph_with(MbLoading *loading, const MbMeeting *meeting, const char *words)
{
    g_autoptr(GPtrArray) minutes = mb_loading_of(loading, &MB_MINUTE, "meeting", meeting->id);
    const MbMinute *found = NULL;

    for (guint i = 0; words && i < minutes->len; i++) {
        const MbMinute *minute = minutes->pdata[i];
        if (minute->layer != MB_LAYER_MINUTE || !minute->text || !strstr(minute->text, words))
            continue;
        if (found)
            return NULL;
        found = minute;
    }
    return found;
}

static MbCorrection *correction_known(MbLoading *loading, const MbItem *item, const char *old_text)
{
    g_autoptr(GPtrArray) all = mb_loading_of(loading, &MB_CORRECTION, "at_item", item->id);

    for (guint i = 0; i < all->len; i++) {
        MbCorrection *correction = all->pdata[i];
        if (g_strcmp0(correction->old_text, old_text) == 0 && !mb_loading_seen(loading, correction))
            return mb_loading_edit(loading, correction);
    }
    return mb_loading_new(loading, &MB_CORRECTION);
}

static void load_correction(MbLoading *loading, const MbMeeting *of, const MbMeeting *at, const MbItem *item,
                            const MbValue *value, int position)
{
    static const char *const known[] = {"page", "item", "old", "new", NULL};
    MbFields fields;

    if (!mb_fields_open(&fields, loading->faults, value, "a correction", "{item: \"4.2\", old: twelve, new: twenty}",
                        known) ||
        !mb_fields_need(&fields, "new", "a correction"))
        return;
    g_autofree char *old_text = mb_fields_text(&fields, "old");
    const MbMinute *paragraph = of ? paragraph_with(loading, of, old_text) : NULL;
    MbCorrection *correction = correction_known(loading, item, old_text);
    mb_loading_see(loading, correction);
    mb_set(&correction->meeting, of ? of->id : NULL);
    mb_set(&correction->at, at->id);
    mb_set(&correction->at_item, item->id);
    correction->position = position;
    mb_set(&correction->minute, paragraph ? paragraph->id : NULL);
    mb_set(&correction->old_text, old_text);
    mb_fields_set(&fields, "new", &correction->new_text);
    mb_fields_set(&fields, "page", &correction->page);
    mb_fields_set(&fields, "item", &correction->item);
}

static gboolean was_held(const MbMeeting *meeting)
{
    return meeting->state >= MB_STATE_LIVE && meeting->state <= MB_STATE_SIGNED;
}

/* The minutes of APPROVED went to ITEM; once the meeting that has the item was held, they are approved. */
static void approve(MbLoading *loading, const MbMeeting *meeting, const MbItem *item, MbMeeting *approved)
{
    if (!was_held(meeting))
        return;
    mb_loading_edit(loading, approved);
    if (!approved->received_as)
        mb_set(&approved->received_as, item->id);
    if (was_held(approved) && approved->state < MB_STATE_APPROVED && approved->state > MB_STATE_LIVE)
        approved->state = MB_STATE_APPROVED;
}

static MbMeeting *approved_meeting(MbLoading *loading, const MbBoard *board, const MbMeeting *meeting,
                                   const MbFields *fields)
{
    MbDay day = MB_NO_DAY;

    mb_fields_set_day(fields, "approves", &day);
    MbMeeting *approved = day == MB_NO_DAY ? NULL : mb_loading_meeting(loading, board->id, day, MB_NO_TIME);
    if (day == MB_NO_DAY || approved)
        return approved;
    g_autofree char *of = mb_day_long(day);
    g_autofree char *on = mb_day_long(meeting->day);
    mb_loading_find(loading, "approves-unknown-meeting", MB_SEVERITY_WARNING,
                    g_strdup_printf("%s, %s", mb_loading_board_name(board), on),
                    g_strdup_printf("The minutes approved are of %s, when the book has no meeting of this board.", of),
                    g_strdup("Load that meeting too, or correct the date."));
    return NULL;
}

void mb_load_approval(MbLoading *loading, const MbBoard *board, const MbMeeting *meeting, MbItem *item,
                      const MbFields *fields)
{
    const MbValue *list = mb_fields_list(fields, "corrections", "- {item: \"4.2\", old: twelve, new: twenty}");
    MbMeeting *approved = mb_fields_has(fields, "approves") ? approved_meeting(loading, board, meeting, fields) : NULL;

    if (list && !mb_fields_has(fields, "approves"))
        mb_faults_add(loading->faults, mb_value_place(list),
                      "corrections: stand under an item that approves no minutes: expected approves: with the date of "
                      "the meeting whose minutes they correct");
    if (approved == meeting) {
        mb_faults_add(loading->faults, mb_value_place(mb_fields_get(fields, "approves")),
                      "a meeting does not approve its own minutes: expected the date of an earlier one");
        return;
    }
    if (approved) {
        mb_set(&item->approves, approved->id);
        approve(loading, meeting, item, approved);
    }
    for (guint i = 0; i < mb_value_length(list); i++)
        load_correction(loading, approved, meeting, item, mb_value_at(list, i), (int)i);
}
