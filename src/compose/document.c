/* SPDX-License-Identifier: MIT */
#include "documents.h"

#include "facts.h"

#include "minutebook/compose/paper.h"

const char *const mb_document_words[] = {"agenda", "minutes", "actions", "attendance", "plan", "decisions", NULL};

static const char *const names[] = {"Agenda", "Minutes", "Action log", "Attendance", "Forward plan", "Decisions"};

typedef void (*Compose)(const MbComposition *composition, MbNode *root);
static const Compose composers[] = {mb_compose_agenda,     mb_compose_minutes, mb_compose_actions,
                                    mb_compose_attendance, mb_compose_plan,    mb_compose_decisions};

typedef MbValue *(*Rows)(const MbComposition *composition);
static const Rows row_makers[] = {
    NULL, NULL, mb_compose_action_rows, mb_compose_attendance_rows, mb_compose_plan_rows, mb_compose_decision_rows};

static const char *strapline_of(const MbComposition *composition)
{
    const MbBoard *board = mb_dossier_find(composition->dossier, &MB_BOARD, composition->meeting->board);

    return composition->meeting->strapline || !board ? composition->meeting->strapline : board->strapline;
}

MbDoc *mb_compose_document(const MbComposition *composition, MbDocumentKind kind)
{
    const char *board = mb_facts_board(composition->dossier, composition->meeting->board);
    g_autofree char *day = mb_compose_day(composition->meeting);
    g_autofree char *title = g_strdup_printf("%s: %s, %s", board ? board : "", names[kind], day);
    MbDoc *doc = mb_doc_new(title, "en-GB");

    doc->marking = g_strdup(mb_facts_marking(composition->dossier, composition->meeting));
    doc->footer = g_strdup(strapline_of(composition));
    mb_node_heading(doc->root, 1, board && *board ? board : names[kind]);
    composers[kind](composition, doc->root);
    return doc;
}

MbValue *mb_compose_rows(const MbComposition *composition, MbDocumentKind kind)
{
    return row_makers[kind] ? row_makers[kind](composition) : NULL;
}

static const char *const action_columns[] = {"ref", "board",     "text",   "owners",    "raised",  "item",
                                             "due", "due_words", "status", "days_late", "chasers", NULL};
static const char *const attendance_columns[] = {"name", "post", "organisation", "group", "status", "represented_by",
                                                 "mode", "from", "to",           "note",  NULL};
static const char *const plan_columns[] = {"board", "meeting", "item", "lead", "minutes", "status", "moved", NULL};
static const char *const decision_columns[] = {"board",  "meeting",  "item",     "text",    "outcome",   "condition",
                                               "mover",  "seconder", "for",      "against", "abstained", "votes",
                                               "method", "body",     "taken_by", "on",      NULL};
static const char *const *const columns[] = {
    NULL, NULL, action_columns, attendance_columns, plan_columns, decision_columns};

const char *const *mb_compose_columns(MbDocumentKind kind)
{
    return columns[kind];
}

MbValue *mb_compose_value(const MbComposition *composition, MbDocumentKind kind)
{
    if (kind == MB_DOCUMENT_PLAN)
        return mb_compose_plan_value(composition);
    if (row_makers[kind])
        return row_makers[kind](composition);
    return mb_paper_value(composition->dossier, composition->meeting, mb_document_words[kind]);
}
