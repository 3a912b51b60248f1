/* SPDX-License-Identifier: MIT */
/* The agenda: a table with number, item, presenter, clock time, minutes and paper. */
#include "documents.h"

#include "facts.h"

#include "minutebook/base/text.h"
#include "minutebook/clerk/number.h"
#include "minutebook/clerk/timing.h"
#include "minutebook/compose/paper.h"
#include "minutebook/model/minute.h"
#include "minutebook/model/paper.h"

/* Times that follow a withheld item would tell how long it takes; a public agenda has none from there on, and no total.
 */
typedef struct {
    const MbComposition *composition;
    GPtrArray *items;
    gboolean clock_stopped;
} Agenda;

static void append_line(GString *out, const char *text)
{
    if (!text || !*text)
        return;
    if (out->len)
        g_string_append_c(out, '\n');
    g_string_append(out, text);
}

static void append_papers(GString *out, const MbDossier *dossier, const MbItem *item)
{
    g_autoptr(GPtrArray) papers = mb_facts_parts(dossier, &MB_PAPER, "item", item->id);

    for (guint i = 0; i < papers->len; i++) {
        const MbPaper *paper = papers->pdata[i];
        g_autofree char *line =
            g_strdup_printf("%s%s: %s", paper->appendix ? "Appendix " : "Paper", paper->appendix ? paper->appendix : "",
                            paper->title ? paper->title : "");

        append_line(out, line);
    }
}

static void append_recommendations(GString *out, const MbDossier *dossier, const MbItem *item)
{
    g_autoptr(GPtrArray) recommendations = mb_facts_parts(dossier, &MB_RECOMMENDATION, "item", item->id);

    for (guint i = 0; i < recommendations->len; i++) {
        const MbRecommendation *recommendation = recommendations->pdata[i];
        g_autofree char *line = g_strdup_printf("Recommended: %s", recommendation->text ? recommendation->text : "");

        append_line(out, line);
    }
}

/* For members a restricted item is marked; for the public its text is the notice. */
static char *mark_of(const Agenda *agenda, const MbRestriction *restriction)
{
    if (!restriction || agenda->composition->public_copy)
        return NULL;
    return restriction->paragraph ? g_strdup_printf("RESTRICTED: paragraph %s", restriction->paragraph)
                                  : g_strdup("RESTRICTED");
}

static gboolean is_due(const MbAction *action, const MbMeeting *meeting)
{
    gboolean before = g_strcmp0(action->raised_at, meeting->id) != 0 &&
                      (action->raised_on == MB_NO_DAY || action->raised_on < meeting->day);
    gboolean due =
        g_strcmp0(action->due_meeting, meeting->id) == 0 || (action->due != MB_NO_DAY && action->due <= meeting->day);

    return before && due && action->status == MB_ACTION_OPEN && action->ref;
}

/* "Actions due to report: 70, 76 and 79."; NULL where none is. */
static char *due_text(const MbComposition *composition)
{
    g_autoptr(GPtrArray) actions =
        mb_dossier_of(composition->dossier, &MB_ACTION, "board", composition->meeting->board);
    g_autoptr(GPtrArray) refs = g_ptr_array_new();
    g_autofree char *joined = NULL;

    g_ptr_array_sort(actions, mb_compose_by_ref);
    for (guint i = 0; i < actions->len; i++)
        if (is_due(actions->pdata[i], composition->meeting))
            g_ptr_array_add(refs, ((MbAction *)actions->pdata[i])->ref);
    if (!refs->len)
        return NULL;
    g_ptr_array_add(refs, NULL);
    joined = mb_text_join((const char *const *)refs->pdata);
    return g_strdup_printf("Actions due to report: %s.", joined);
}

/* Matters arising name the actions instead of counting them, until the meeting is held; the public copy has no count
 * that tells of withheld ones. */
static char *standing_text(const Agenda *agenda, const MbItem *item)
{
    const MbComposition *composition = agenda->composition;
    gboolean counted = item->source == MB_SOURCE_MATTERS_ARISING && item->standing_text &&
                       g_str_has_prefix(item->standing_text, "Actions due to report:");
    char *due = counted && composition->meeting->state <= MB_STATE_CALLED ? due_text(composition) : NULL;

    return due || (counted && composition->public_copy) ? due : g_strdup(item->standing_text);
}

static char *item_text(const Agenda *agenda, const MbItem *item)
{
    const MbDossier *dossier = agenda->composition->dossier;
    const MbRestriction *restriction = mb_facts_restriction(dossier, item);
    g_autofree char *mark = mark_of(agenda, restriction);
    g_autofree char *standing = standing_text(agenda, item);
    g_autofree char *notice = restriction && agenda->composition->public_copy ? mb_paper_text(dossier, item->id) : NULL;
    g_autofree char *purpose =
        item->purpose == MB_PURPOSE_NONE ? NULL : g_strdup_printf("For %s", mb_purpose_words[item->purpose]);
    g_autofree char *urgent = item->urgent_why ? g_strdup_printf("Urgent: %s", item->urgent_why) : NULL;
    GString *out = g_string_new(item->title);

    append_line(out, mark);
    append_line(out, purpose);
    append_line(out, standing);
    append_line(out, notice);
    append_line(out, urgent);
    append_papers(out, dossier, item);
    append_recommendations(out, dossier, item);
    return g_string_free(out, FALSE);
}

static char *paper_text(const MbItem *item)
{
    const char *words = mb_facts_item_paper(item);

    if (!item->pages)
        return g_strdup(words);
    return *words ? g_strdup_printf("%s, pages %s", words, item->pages) : g_strdup_printf("pages %s", item->pages);
}

static void add_item(Agenda *agenda, MbNode *table, guint index)
{
    const MbComposition *composition = agenda->composition;
    const MbItem *item = agenda->items->pdata[index];
    MbNode *row = mb_node_row(table, FALSE);
    g_autofree char *text = item_text(agenda, item);
    g_autofree char *presenter = mb_facts_presenters(composition->dossier, item);
    g_autofree char *minutes = item->minutes == MB_NO_INT ? NULL : g_strdup_printf("%d", item->minutes);
    g_autofree char *paper = paper_text(item);
    g_autofree char *clock = NULL;

    agenda->clock_stopped =
        agenda->clock_stopped || (composition->public_copy && mb_facts_restriction(composition->dossier, item));
    if (!agenda->clock_stopped && !item->lettered)
        clock = mb_time_text(mb_timing_starts(composition->dossier, composition->meeting, agenda->items, index));
    mb_node_cell(row, item->number);
    mb_node_cell(row, text);
    mb_node_cell(row, presenter);
    mb_node_cell(row, clock);
    mb_node_cell(row, minutes);
    mb_node_cell(row, paper);
}

static void add_objectives(const MbComposition *composition, MbNode *root)
{
    g_autoptr(GPtrArray) objectives =
        mb_facts_parts(composition->dossier, &MB_OBJECTIVE, "meeting", composition->meeting->id);
    MbNode *list;

    if (!objectives->len)
        return;
    mb_node_heading(root, 3, "Objectives");
    list = mb_node_list(root);
    for (guint i = 0; i < objectives->len; i++)
        mb_node_list_item(list, NULL, ((MbObjective *)objectives->pdata[i])->text);
}

static void add_total(const Agenda *agenda, MbNode *root)
{
    MbTiming timing = mb_timing_of(agenda->composition->dossier, agenda->composition->meeting);
    g_autofree char *text = NULL;

    if (agenda->clock_stopped || !timing.planned)
        return;
    text = timing.available ? g_strdup_printf("%d minutes of %d", timing.planned, timing.available)
                            : g_strdup_printf("%d minutes", timing.planned);
    mb_compose_fact(root, "Total", text);
}

void mb_compose_agenda(const MbComposition *composition, MbNode *root)
{
    static const char *const headings[] = {"No.", "Item", "Presenter", "Time", "Minutes", "Paper"};
    g_autoptr(GPtrArray) items = mb_number_items(composition->dossier, composition->meeting->id);
    Agenda agenda = {.composition = composition, .items = items};
    MbNode *table;

    mb_node_heading(root, 2, "Agenda");
    mb_compose_facts(composition, root, TRUE);
    add_objectives(composition, root);
    if (!items->len)
        mb_node_paragraph(root, "There is nothing on this agenda yet.");
    table = items->len ? mb_compose_table(root, headings, "lllrrl") : NULL;
    for (guint i = 0; i < items->len; i++)
        add_item(&agenda, table, i);
    add_total(&agenda, root);
    mb_compose_next_meeting(composition, root);
}
