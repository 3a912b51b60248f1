/* SPDX-License-Identifier: MIT */
/* A motion put to the vote and counted: three numbers, and how it stands while they are typed. */
#include "ballot.h"
#include "screens.h"

#include "minutebook/screens/field.h"

#include <stdlib.h>

enum { FOR, AGAINST, ABSTAINED, FIELDS, DIGITS = 6 };

typedef struct {
    Ballot ballot; /* first */
    MbLineField fields[FIELDS];
    int at;
} Count;

static const char *const labels[] = {"For", "Against", "Abstained"};

static int number_in(const Count *count, int field)
{
    return atoi(count->fields[field].text->str);
}

static MbVoteCount counted(const Count *count)
{
    return mb_ballot_count(&count->ballot, number_in(count, FOR), number_in(count, AGAINST),
                           number_in(count, ABSTAINED));
}

static gboolean is_empty(const Count *count)
{
    return !count->fields[FOR].text->len && !count->fields[AGAINST].text->len && !count->fields[ABSTAINED].text->len;
}

static void close_view(MbView *view)
{
    Count *count = view->data;

    for (int i = 0; i < FIELDS; i++)
        mb_field_release(&count->fields[i]);
    mb_ballot_clear(&count->ballot);
    g_free(count);
}

static gboolean open_view(MbView *view, const char *argument, GError **error)
{
    Count *count = g_new0(Count, 1);

    view->data = count;
    mb_ballot_init(&count->ballot, argument);
    for (int i = 0; i < FIELDS; i++)
        mb_field_init(&count->fields[i], NULL);
    if (mb_ballot_load(&count->ballot, view->app, error) && count->ballot.motion)
        return TRUE;
    close_view(view);
    return FALSE;
}

static void refresh(MbView *view, gboolean others)
{
    Count *count = view->data;
    GError *error = NULL;

    (void)others;
    if (!mb_ballot_load(&count->ballot, view->app, &error))
        mb_app_fault(view->app, error);
}

/* --- deeds --- */

static void record(MbView *view)
{
    static const char *const options[] = {"--for", "--against", "--abstained"};
    Count *count = view->data;
    MbVoteCount votes = counted(count);

    mb_ballot_begin(&count->ballot);
    if (is_empty(count)) {
        mb_ballot_record(view, NULL);
        return;
    }
    for (int i = 0; i < FIELDS; i++) {
        g_ptr_array_add(count->ballot.asked, g_strdup(options[i]));
        g_ptr_array_add(count->ballot.asked, g_strdup_printf("%d", number_in(count, i)));
    }
    mb_ballot_record(view, &votes);
}

static void next_field(MbView *view)
{
    Count *count = view->data;

    count->at = (count->at + 1) % FIELDS;
}

static void previous_field(MbView *view)
{
    Count *count = view->data;

    count->at = (count->at + FIELDS - 1) % FIELDS;
}

static void all_for(MbView *view)
{
    Count *count = view->data;
    g_autofree char *all = g_strdup_printf("%d", count->ballot.present);

    mb_field_set(&count->fields[FOR], all);
    mb_field_set(&count->fields[AGAINST], "0");
    mb_field_set(&count->fields[ABSTAINED], "0");
    record(view);
}

static gboolean is_known(MbView *view)
{
    return ((Count *)view->data)->ballot.present > 0;
}

/* --- strokes and painting --- */

/* Digits only; where they are at hand. */
static gboolean stroke(MbView *view, const MbStroke *stroke_)
{
    Count *count = view->data;
    MbLineField *field = &count->fields[count->at];

    if (stroke_->kind != MB_STROKE_KEY)
        return FALSE;
    if (mb_stroke_types(stroke_) && (stroke_->key > '9' || stroke_->key < '0' || field->text->len >= DIGITS))
        return TRUE;
    return mb_field_stroke(field, stroke_);
}

static void paint(MbView *view, MbGrid *grid, MbArea area, gboolean whole)
{
    Count *count = view->data;
    MbVoteCount votes = counted(count);
    int row;

    (void)whole;
    mb_grid_fill(grid, area, MB_LOOK_TEXT);
    row = mb_ballot_paint(&count->ballot, grid, area, &votes);
    for (int step = 1; step <= FIELDS; step++) {
        /* The one in focus last: it sets the cursor. */
        int i = (count->at + step) % FIELDS;

        mb_grid_put(grid, row + i, area.column + 4, 12, labels[i], i == count->at ? MB_LOOK_TITLE : MB_LOOK_TEXT, 0);
        mb_grid_fill(grid, (MbArea){row + i, area.column + 16, 1, DIGITS + 2},
                     i == count->at ? MB_LOOK_FOCUS : MB_LOOK_BAR);
        mb_field_paint(&count->fields[i], grid, row + i, area.column + 17, DIGITS);
    }
    mb_ballot_paint_result(&count->ballot, grid, area, row + FIELDS + 1, &votes);
}

static char *headline(MbView *view, char **right)
{
    const Ballot *ballot = view->data;

    *right = g_strdup("put to the vote");
    return g_strdup_printf("%s  %s", ballot->item->number ? ballot->item->number : "",
                           ballot->item->title ? ballot->item->title : "");
}

static const MbKeyRow rows[] = {
    {"Enter", "Record", "Record the vote", "With no number: asks whether it was carried.", record, NULL},
    {"Tab Space Down", "next number", "Next number", "For, against, abstained.", next_field, NULL},
    {"Shift-Tab Up", NULL, "Number before", "Abstained, against, for.", previous_field, NULL},
    {"F6", "All for", "Everyone for", "All who may vote, and records it.", all_for, is_known},
    {.name = NULL},
};

const MbScreen mb_screen_count = {
    .name = "count",
    .title = "Vote",
    .about =
        "The motion is put to the vote. Type the votes for, Space, those against, Space, the abstentions; the line "
        "below "
        "says how it stands by the board's rules, and Enter records it and writes the sentence into the minute. Enter "
        "without a number asks whether it was carried. Escape leaves it open.",
    .keys = rows,
    .open = open_view,
    .close = close_view,
    .stroke = stroke,
    .paint = paint,
    .refresh = refresh,
    .headline = headline,
};
