/* SPDX-License-Identifier: MIT */
/* The motions of an item: moved, amended, put to the vote, withdrawn. An amendment stands under what it amends and is
 * put first. */
#include "ballot.h"
#include "screens.h"

#include "minutebook/base/text.h"
#include "minutebook/clerk/quorum.h"
#include "minutebook/desk/sight.h"
#include "minutebook/model/name.h"
#include "minutebook/screens/list.h"

#include <string.h>

typedef struct {
    const MbMotion *motion;
    int depth;
} Row;

typedef struct {
    Ballot ballot; /* first; its motion is the one in focus */
    GArray *rows;  /* of Row: each motion with its amendments under it */
    MbList list;
    gint64 opened; /* the last deed before this screen: what came later can be taken back here */
    GArray *spent; /* gint64: deeds that were taken back, and those that did so */
} Votes;

/* --- looking --- */

static void add_rows(Votes *votes, const GPtrArray *all, const char *amends, int depth)
{
    for (guint i = 0; i < all->len; i++) {
        Row row = {all->pdata[i], depth};

        if (g_strcmp0(row.motion->amends, amends) != 0)
            continue;
        g_array_append_val(votes->rows, row);
        add_rows(votes, all, row.motion->id, depth + 1);
    }
}

static const MbMotion *focus(const Votes *votes)
{
    return votes->list.at >= 0 && votes->list.at < (int)votes->rows->len
               ? g_array_index(votes->rows, Row, votes->list.at).motion
               : NULL;
}

/* The focus goes to MOTION; where that is gone it stays. */
static void set_focus(Votes *votes, const char *motion)
{
    for (guint i = 0; motion && i < votes->rows->len; i++)
        if (g_strcmp0(g_array_index(votes->rows, Row, i).motion->id, motion) == 0)
            votes->list.at = (int)i;
    mb_list_set_count(&votes->list, (int)votes->rows->len);
}

/* After every deed the eyes want what is put next. */
static gboolean load(MbView *view, GError **error)
{
    Votes *votes = view->data;
    g_autoptr(GPtrArray) all = NULL;
    const MbMotion *next;

    if (!mb_ballot_load(&votes->ballot, view->app, error))
        return FALSE;
    all = mb_ballot_motions(&votes->ballot);
    g_array_set_size(votes->rows, 0);
    add_rows(votes, all, NULL, 0);
    next = mb_ballot_next(&votes->ballot);
    set_focus(votes, next ? next->id : NULL);
    return TRUE;
}

static void close_view(MbView *view)
{
    Votes *votes = view->data;

    g_array_unref(votes->rows);
    g_array_unref(votes->spent);
    mb_ballot_clear(&votes->ballot);
    g_free(votes);
}

static gboolean open_view(MbView *view, const char *argument, GError **error)
{
    Votes *votes = g_new0(Votes, 1);

    view->data = votes;
    votes->rows = g_array_new(FALSE, FALSE, sizeof(Row));
    votes->spent = g_array_new(FALSE, FALSE, sizeof(gint64));
    votes->opened = mb_sight_last_deed(mb_app_desk(view->app));
    mb_ballot_init(&votes->ballot, argument);
    if (load(view, error) && votes->ballot.item)
        return TRUE;
    close_view(view);
    return FALSE;
}

static void refresh(MbView *view, gboolean others)
{
    GError *error = NULL;

    (void)others;
    if (!load(view, &error))
        mb_app_fault(view->app, error);
}

static gboolean is_open(MbView *view)
{
    const MbMotion *motion = focus(view->data);

    return motion && motion->outcome == MB_MOTION_OPEN;
}

/* --- moved: text, mover, seconder --- */

static void ask_person(MbView *view, const char *option);

static void do_asked(MbView *view)
{
    Ballot *ballot = view->data;
    g_autofree char *command = g_steal_pointer(&ballot->asked->pdata[0]);

    g_ptr_array_add(ballot->asked, NULL);
    mb_app_do_words(view->app, command, (const char *const *)ballot->asked->pdata + 1, NULL);
}

/* DATA: the option. The seconder is asked for where there is a mover. */
static void person_chosen(MbView *view, const MbChoice *choice, gpointer data)
{
    Ballot *ballot = view->data;
    gboolean nobody = choice->key && !*choice->key;

    if (!nobody) {
        g_ptr_array_add(ballot->asked, g_strdup(data));
        g_ptr_array_add(ballot->asked, choice->key ? mb_ballot_key(choice->key) : g_strdup(choice->text));
    }
    if (nobody || strcmp(data, "--seconder") == 0)
        do_asked(view);
    else
        ask_person(view, "--seconder");
}

static gboolean is_asked(const Ballot *ballot, const char *person)
{
    for (guint i = 1; i < ballot->asked->len; i++)
        if (*(const char *)ballot->asked->pdata[i] == '@' &&
            strcmp((const char *)ballot->asked->pdata[i] + 1, person) == 0)
            return TRUE;
    return FALSE;
}

/* Members who are here; who may not vote on it is told, and may be named all the same. */
static void ask_person(MbView *view, const char *option)
{
    const Ballot *ballot = view->data;
    g_autoptr(GPtrArray) lines = mb_dossier_of(ballot->dossier, &MB_ATTENDANCE, "meeting", ballot->meeting_id);
    gboolean mover = strcmp(option, "--mover") == 0;
    GPtrArray *choices = mb_choices_new();

    mb_choices_add(choices, mover ? "(nobody is named)" : "(no seconder)", NULL, NULL, g_strdup(""));
    for (guint i = 0; i < lines->len; i++) {
        const MbAttendance *line = lines->pdata[i];
        const char *id = line->status == MB_ATTENDANCE_REPRESENTED ? line->represented_by : line->person;
        const MbPerson *person = mb_dossier_find(ballot->dossier, &MB_PERSON, id);
        g_autofree char *name = person ? mb_person_print(person) : NULL;

        if (name && !is_asked(ballot, id) && mb_quorum_here(ballot->dossier, ballot->meeting, line, ballot->item_id))
            mb_choices_add(choices, name,
                           mb_vote_barred(ballot->dossier, ballot->rules, ballot->item_id, id) ? "declared an interest"
                                                                                               : NULL,
                           NULL, g_strdup(id));
    }
    mb_app_choose(view, mover ? "Moved by" : "Seconded by", choices, TRUE, person_chosen, (gpointer)option);
}

static void begin(Ballot *ballot, const char *command)
{
    g_ptr_array_set_size(ballot->asked, 0);
    g_ptr_array_add(ballot->asked, g_strdup(command));
    g_ptr_array_add(ballot->asked, mb_ballot_key(ballot->meeting_id));
    g_ptr_array_add(ballot->asked, mb_ballot_key(ballot->item_id));
}

static void motion_answered(MbView *view, const char *text, gpointer data)
{
    Ballot *ballot = view->data;

    (void)data;
    if (!*text)
        return;
    begin(ballot, "motion add");
    g_ptr_array_add(ballot->asked, g_strdup(text));
    ask_person(view, "--mover");
}

static void new_motion(MbView *view)
{
    mb_app_ask(view, "Motion", "That ",
               "What is moved: “That the harbour be closed in May”. Mover and seconder come next.", motion_answered,
               NULL);
}

/* The words that differ, whole words: "replaced" and "repaired". FALSE where words are only added, or those replaced
 * stand in the motion earlier too: then the whole text says it better. */
static gboolean differing(const char *before, const char *after, char **old_words, char **new_words)
{
    gsize start = 0, ends = 0, left = strlen(before), right = strlen(after);

    for (gsize i = 0; before[i] && before[i] == after[i]; i++)
        if (before[i] == ' ')
            start = i + 1;
    for (gsize i = 0; i < left - start && i < right - start && before[left - i - 1] == after[right - i - 1]; i++)
        if (before[left - i - 1] == ' ')
            ends = i;
    *old_words = g_strndup(before + start, left - start - ends - (ends ? 1 : 0));
    *new_words = g_strndup(after + start, right - start - ends - (ends ? 1 : 0));
    return **old_words && **new_words && strstr(before, *old_words) == before + start;
}

static void add_amended(Ballot *ballot, const MbMotion *motion, const char *text)
{
    g_autofree char *old_words = NULL;
    g_autofree char *new_words = NULL;

    if (!differing(motion->text, text, &old_words, &new_words)) {
        g_ptr_array_add(ballot->asked, g_strdup(text));
        return;
    }
    g_ptr_array_add(ballot->asked, g_strdup("--old"));
    g_ptr_array_add(ballot->asked, g_steal_pointer(&old_words));
    g_ptr_array_add(ballot->asked, g_strdup("--new"));
    g_ptr_array_add(ballot->asked, g_steal_pointer(&new_words));
}

static void amendment_answered(MbView *view, const char *text, gpointer data)
{
    Votes *votes = view->data;
    Ballot *ballot = &votes->ballot;
    const MbMotion *motion = focus(votes);

    (void)data;
    if (!*text || !motion)
        return;
    if (mb_text_same(text, motion->text)) {
        mb_app_say(view->app, MB_LOOK_WARNING, "Nothing is amended: the words are as they were.");
        return;
    }
    begin(ballot, "motion amend");
    add_amended(ballot, motion, text);
    g_ptr_array_add(ballot->asked, g_strdup("--amends"));
    g_ptr_array_add(ballot->asked, mb_ballot_key(motion->id));
    ask_person(view, "--mover");
}

static void amend(MbView *view)
{
    const MbMotion *motion = focus(view->data);

    mb_app_ask(view, "As amended", motion->text,
               "Change the words to what the motion is to read. Mover and seconder come next.", amendment_answered,
               NULL);
}

/* --- voted on --- */

static void vote_on(MbView *view, const char *screen)
{
    Votes *votes = view->data;
    g_autofree char *argument =
        g_strdup_printf("%s %s %s", votes->ballot.meeting_id, votes->ballot.item_id, focus(votes)->id);

    mb_app_go(view->app, screen, argument);
}

static void count(MbView *view)
{
    vote_on(view, "count");
}

static void by_name(MbView *view)
{
    vote_on(view, "rollcall");
}

static void take_away(MbView *view, const char *option)
{
    const Votes *votes = view->data;
    g_autofree char *meeting = mb_ballot_key(votes->ballot.meeting_id);
    g_autofree char *item = mb_ballot_key(votes->ballot.item_id);
    g_autofree char *motion = mb_ballot_key(focus(votes)->id);

    mb_app_do(view->app, "motion withdraw", meeting, item, motion, option, NULL);
}

static void withdraw(MbView *view)
{
    take_away(view, NULL);
}

static void not_put(MbView *view)
{
    take_away(view, "--not-put");
}

/* --- taken back --- */

static gboolean is_spent(const Votes *votes, gint64 seq)
{
    for (guint i = 0; i < votes->spent->len; i++)
        if (g_array_index(votes->spent, gint64, i) == seq)
            return TRUE;
    return FALSE;
}

/* Takes back the last deed of this screen; FALSE where there is none, or it has said why not. */
static gboolean undo_one(MbView *view)
{
    Votes *votes = view->data;
    gint64 seq = mb_sight_last_deed(mb_app_desk(view->app));
    g_autofree char *word = NULL;

    while (seq > votes->opened && is_spent(votes, seq))
        seq--;
    if (seq <= votes->opened) {
        mb_app_say(view->app, MB_LOOK_QUIET, "Nothing was done here that could be taken back.");
        return FALSE;
    }
    word = g_strdup_printf("%" G_GINT64_FORMAT, seq);
    if (!mb_app_do(view->app, "undo", word, NULL))
        return FALSE;
    g_array_append_val(votes->spent, seq);
    seq = mb_sight_last_deed(mb_app_desk(view->app));
    g_array_append_val(votes->spent, seq);
    return TRUE;
}

/* Changes with everything that is done to a motion, and not with the sentence about it. */
static guint state_of(const Votes *votes)
{
    guint state = votes->rows->len;

    for (guint i = 0; i < votes->rows->len; i++)
        state = state * 8 + (guint)g_array_index(votes->rows, Row, i).motion->outcome;
    return state;
}

/* A vote goes with the sentence that told it. */
static void undo(MbView *view)
{
    guint before = state_of(view->data);

    if (undo_one(view) && state_of(view->data) == before)
        undo_one(view);
}

/* --- painting --- */

static char *outcome_of(const Votes *votes, const MbMotion *motion)
{
    if (motion->outcome == MB_MOTION_OPEN)
        return g_strdup(mb_ballot_next(&votes->ballot) == motion ? "▶ put next" : "open");
    if (motion->votes_for == MB_NO_INT)
        return g_strdup(mb_motion_words[motion->outcome]);
    return g_strdup_printf("%s %d–%d–%d", mb_motion_words[motion->outcome], motion->votes_for,
                           MAX(0, motion->votes_against), MAX(0, motion->votes_abstained));
}

static void paint_row(gpointer data, int index, MbGrid *grid, int at, int column, int columns, gboolean in_focus)
{
    const Votes *votes = data;
    const Row *row = &g_array_index(votes->rows, Row, index);
    g_autofree char *outcome = outcome_of(votes, row->motion);
    g_autofree char *text = g_strdup_printf("%*s%s%s", row->depth * 3, "", row->depth ? "└ " : "",
                                            row->motion->text ? row->motion->text : "");
    MbLook look = in_focus ? MB_LOOK_FOCUS : row->motion->outcome == MB_MOTION_OPEN ? MB_LOOK_TEXT : MB_LOOK_QUIET;

    mb_grid_put_fit(grid, at, column, columns - 20, text, look, 0);
    mb_grid_put_right(grid, at, column + columns - 18, 18, outcome, look);
}

/* The one in focus in full, and by whom. */
static void paint_focus(const Votes *votes, MbGrid *grid, MbArea area)
{
    const MbMotion *motion = focus(votes);
    g_autofree char *speakers = motion ? mb_ballot_speakers(&votes->ballot, motion) : NULL;
    g_autofree char *text =
        motion ? g_strdup_printf("%s: %s", motion->amends ? "Amendment" : "Motion", motion->text) : NULL;
    g_auto(GStrv) lines = motion ? mb_text_wrap(text, MAX(10, area.columns - 3)) : NULL;
    int row = area.row;

    for (char **line = lines; line && *line && row < area.row + area.rows - 1; line++)
        mb_grid_put(grid, row++, area.column + 1, area.columns - 2, *line, MB_LOOK_TEXT, 0);
    if (motion && *speakers)
        mb_grid_put_fit(grid, row, area.column + 1, area.columns - 2, speakers, MB_LOOK_QUIET, 0);
}

static void paint(MbView *view, MbGrid *grid, MbArea area, gboolean whole)
{
    Votes *votes = view->data;
    int below = CLAMP(area.rows / 3, 3, 8);

    (void)whole;
    mb_grid_fill(grid, area, MB_LOOK_TEXT);
    paint_focus(votes, grid, (MbArea){area.row + area.rows - below, area.column, below, area.columns});
    mb_grid_horizontal(grid, area.row + area.rows - below - 1, area.column, area.columns, MB_LOOK_FRAME);
    mb_list_paint(&votes->list, grid, (MbArea){area.row + 1, area.column + 1, area.rows - below - 3, area.columns - 2},
                  paint_row, votes);
    if (!votes->rows->len)
        mb_grid_put_fit(grid, area.row + 1, area.column + 1, area.columns - 2,
                        "No motion is moved yet: F6 records one.", MB_LOOK_QUIET, 0);
}

static gboolean stroke(MbView *view, const MbStroke *stroke_)
{
    return mb_list_stroke(&((Votes *)view->data)->list, stroke_);
}

static char *headline(MbView *view, char **right)
{
    const Ballot *ballot = view->data;

    *right = ballot->present == MB_NO_INT
                 ? g_strdup("nobody is on the register")
                 : g_strdup_printf("%d of %d members may vote", ballot->present, ballot->members);
    return g_strdup_printf("Votes: %s  %s", ballot->item->number ? ballot->item->number : "",
                           ballot->item->title ? ballot->item->title : "");
}

static const MbKeyRow rows[] = {
    {"F6", "Motion", "New motion", "Its words, then mover and seconder by part of a name.", new_motion, NULL},
    {"F7", "Amend", "Amend the motion", "Its words are changed to what it is to read; the amendment is put first.",
     amend, is_open},
    {"F8 Enter", "Vote", "Put to the vote", "Counted: for, against, abstained; or only whether it was carried.", count,
     is_open},
    {"F9", "By name", "Vote by name", "A recorded vote: the roll of those who may vote.", by_name, is_open},
    {"Delete", "Withdraw", "Withdraw", "The motion or amendment in focus.", withdraw, is_open},
    {"", NULL, "Not put", "It was never voted on, and not withdrawn either.", not_put, is_open},
    {"Ctrl-Z", NULL, "Undo", "Takes the last motion or vote back, with its sentence.", undo, NULL},
    {.name = NULL},
};

const MbScreen mb_screen_votes = {
    .name = "votes",
    .title = "Votes",
    .about =
        "Motions and amendments of this item. F6 records what is moved, F7 an amendment of the motion in focus; F8 or "
        "Enter takes the counts of what is put next, F9 the votes by name. What was carried is a decision, and its "
        "sentence stands in the minute. Escape goes back to the minutes.",
    .keys = rows,
    .open = open_view,
    .close = close_view,
    .stroke = stroke,
    .paint = paint,
    .refresh = refresh,
    .headline = headline,
};
