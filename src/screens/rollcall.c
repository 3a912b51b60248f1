/* SPDX-License-Identifier: MIT */
/* A vote by name: who may vote in the roll's order, one digit each; whoever may not stands there with the reason. */
#include "ballot.h"
#include "screens.h"

#include "minutebook/base/text.h"
#include "minutebook/clerk/quorum.h"
#include "minutebook/model/name.h"
#include "minutebook/screens/list.h"

#include <string.h>

enum { OPEN = -1 };

typedef struct {
    char *word;   /* names the voter in the command */
    char *name;   /* as shown */
    char *barred; /* why there is no vote; NULL: there is */
    int vote;     /* MbVoteKind or OPEN */
} Voter;

typedef struct {
    Ballot ballot; /* first */
    GArray *voters;
    GString *typed; /* part of a name */
    MbList list;
} Call;

static void voter_clear(gpointer data)
{
    Voter *voter = data;

    g_free(voter->word);
    g_free(voter->name);
    g_free(voter->barred);
}

/* --- who may vote --- */

/* "disclosable pecuniary interest: lives in Quay Street". */
static char *reason_of(const MbDeclaration *declaration)
{
    const char *kind = declaration->kind ? declaration->kind : "declared an interest";

    return g_strdup_printf("%s%s%s", kind, declaration->nature ? ": " : "",
                           declaration->nature ? declaration->nature : "");
}

/* Somebody of the register: the member, or whoever was sent. FALSE where there is no vote and no interest to be told.
 */
static gboolean voter_of(const Call *call, const MbAttendance *line, Voter *voter)
{
    const Ballot *ballot = &call->ballot;
    gboolean sent = line->status == MB_ATTENDANCE_REPRESENTED;
    const char *id = sent ? line->represented_by : line->person;
    const MbPerson *person = mb_dossier_find(ballot->dossier, &MB_PERSON, id);
    const MbPerson *member = sent ? mb_dossier_find(ballot->dossier, &MB_PERSON, line->person) : NULL;
    const char *plain = sent ? line->represented_by_name : line->name;
    const MbSeat *seat = mb_seat_on(ballot->dossier, ballot->board->id, line->person, ballot->meeting->day);
    const MbDeclaration *interest = mb_vote_barred(ballot->dossier, ballot->rules, ballot->item_id, id);
    g_autofree char *name = person ? mb_person_print(person) : g_strdup(plain);

    if (!name || !seat || !mb_seat_votes(ballot->dossier, seat) ||
        (!interest && mb_quorum_no_vote(ballot->dossier, ballot->rules, ballot->meeting, line, ballot->item_id)))
        return FALSE;
    voter->word = person ? mb_ballot_key(id) : g_strdup(name);
    voter->name = member ? g_strdup_printf("%s for %s", name, member->name) : g_strdup(name);
    voter->barred = interest ? reason_of(interest) : NULL;
    voter->vote = interest ? MB_VOTE_BARRED : OPEN;
    return TRUE;
}

static int vote_before(const GArray *before, const char *word)
{
    for (guint i = 0; before && i < before->len; i++)
        if (strcmp(g_array_index(before, Voter, i).word, word) == 0)
            return g_array_index(before, Voter, i).vote;
    return OPEN;
}

/* Votes called before the register changed are kept. */
static gboolean load(MbView *view, GError **error)
{
    Call *call = view->data;
    g_autoptr(GArray) before = NULL;
    g_autoptr(GPtrArray) lines = NULL;

    if (!mb_ballot_load(&call->ballot, view->app, error))
        return FALSE;
    before = g_steal_pointer(&call->voters);
    call->voters = g_array_new(FALSE, FALSE, sizeof(Voter));
    g_array_set_clear_func(call->voters, voter_clear);
    lines = mb_dossier_of(call->ballot.dossier, &MB_ATTENDANCE, "meeting", call->ballot.meeting_id);
    for (guint i = 0; i < lines->len; i++) {
        Voter voter = {0};

        if (!voter_of(call, lines->pdata[i], &voter))
            continue;
        if (!voter.barred) {
            voter.vote = vote_before(before, voter.word);
            voter.vote = voter.vote == MB_VOTE_BARRED ? OPEN : voter.vote;
        }
        g_array_append_val(call->voters, voter);
    }
    mb_list_set_count(&call->list, (int)call->voters->len);
    return TRUE;
}

static void close_view(MbView *view)
{
    Call *call = view->data;

    if (call->voters)
        g_array_unref(call->voters);
    g_string_free(call->typed, TRUE);
    mb_ballot_clear(&call->ballot);
    g_free(call);
}

static gboolean open_view(MbView *view, const char *argument, GError **error)
{
    Call *call = g_new0(Call, 1);

    view->data = call;
    call->typed = g_string_new(NULL);
    mb_ballot_init(&call->ballot, argument);
    if (load(view, error) && call->ballot.motion)
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

/* --- one key each --- */

static Voter *voter_at(Call *call, guint index)
{
    return index < call->voters->len ? &g_array_index(call->voters, Voter, index) : NULL;
}

/* The next one who is to be called, past those who may not vote. */
static void go_on(Call *call)
{
    for (guint i = (guint)call->list.at + 1; i < call->voters->len; i++)
        if (!voter_at(call, i)->barred) {
            call->list.at = (int)i;
            return;
        }
}

static void set_vote(MbView *view, int vote)
{
    Call *call = view->data;
    Voter *voter = voter_at(call, (guint)call->list.at);

    g_string_truncate(call->typed, 0);
    if (!voter)
        return;
    if (voter->barred) {
        mb_app_say(view->app, MB_LOOK_WARNING, "%s may not vote on this item: %s.", voter->name, voter->barred);
        return;
    }
    voter->vote = vote;
    go_on(call);
}

static void vote_for(MbView *view)
{
    set_vote(view, MB_VOTE_FOR);
}

static void vote_against(MbView *view)
{
    set_vote(view, MB_VOTE_AGAINST);
}

static void vote_abstained(MbView *view)
{
    set_vote(view, MB_VOTE_ABSTAINED);
}

static void vote_none(MbView *view)
{
    set_vote(view, OPEN);
}

static void everyone(MbView *view)
{
    Call *call = view->data;

    for (guint i = 0; i < call->voters->len; i++)
        if (voter_at(call, i)->vote == OPEN)
            voter_at(call, i)->vote = MB_VOTE_FOR;
    g_string_truncate(call->typed, 0);
}

static MbVoteCount counted(const Call *call)
{
    int counts[4] = {0};

    for (guint i = 0; i < call->voters->len; i++)
        if (g_array_index(call->voters, Voter, i).vote != OPEN)
            counts[g_array_index(call->voters, Voter, i).vote]++;
    return mb_ballot_count(&call->ballot, counts[MB_VOTE_FOR], counts[MB_VOTE_AGAINST], counts[MB_VOTE_ABSTAINED]);
}

static void record(MbView *view)
{
    Call *call = view->data;
    MbVoteCount votes = counted(call);

    if (!(votes.for_ + votes.against + votes.abstained)) {
        mb_app_say(view->app, MB_LOOK_WARNING, "Nobody has voted yet: 1 for, 2 against, 3 abstained; F6 everyone for.");
        return;
    }
    mb_ballot_begin(&call->ballot);
    for (guint i = 0; i < call->voters->len; i++) {
        const Voter *voter = voter_at(call, i);

        if (voter->vote == OPEN)
            continue;
        g_ptr_array_add(call->ballot.asked, g_strdup("--names"));
        g_ptr_array_add(call->ballot.asked, g_strdup_printf("%s: %s", voter->word, mb_vote_words[voter->vote]));
    }
    mb_ballot_record(view, &votes);
}

/* --- part of a name --- */

/* A surname that begins so before any part of a name. */
static gboolean focus_typed(Call *call, const char *typed)
{
    g_autofree char *wanted = mb_text_fold(typed);
    int found = -1;

    for (guint i = 0; i < call->voters->len; i++) {
        g_autofree char *name = mb_text_fold(voter_at(call, i)->name);
        const char *surname = strrchr(name, ' ');
        gboolean first = surname && g_str_has_prefix(surname + 1, wanted);

        if (first) {
            found = (int)i;
            break;
        }
        if (found < 0 && strstr(name, wanted))
            found = (int)i;
    }
    if (found >= 0)
        call->list.at = found;
    return found >= 0;
}

static void type(MbView *view, guint32 character)
{
    Call *call = view->data;
    gsize before = call->typed->len;

    g_string_append_unichar(call->typed, character);
    if (!focus_typed(call, call->typed->str)) {
        mb_app_say(view->app, MB_LOOK_WARNING, "“%s” fits nobody who may vote here.", call->typed->str);
        g_string_truncate(call->typed, before);
    }
}

static gboolean stroke(MbView *view, const MbStroke *stroke_)
{
    Call *call = view->data;
    gboolean letter = stroke_->kind == MB_STROKE_KEY && mb_stroke_types(stroke_) && !g_unichar_isdigit(stroke_->key);

    if (letter && (stroke_->key != ' ' || call->typed->len)) {
        type(view, stroke_->key);
        return TRUE;
    }
    if ((stroke_->kind == MB_STROKE_KEY && stroke_->key == MB_KEY_BACKSPACE) || mb_list_stroke(&call->list, stroke_)) {
        g_string_truncate(call->typed, 0);
        return TRUE;
    }
    return letter;
}

/* --- painting --- */

static void paint_row(gpointer data, int index, MbGrid *grid, int at, int column, int columns, gboolean in_focus)
{
    static const char *const signs[] = {"✓ for", "✗ against", "○ abstained", "■ barred"};
    static const MbLook looks[] = {MB_LOOK_GOOD, MB_LOOK_BAD, MB_LOOK_WARNING, MB_LOOK_QUIET};
    const Call *call = data;
    const Voter *voter = &g_array_index(call->voters, Voter, index);
    const char *sign = voter->vote == OPEN ? "·" : signs[voter->vote];
    MbLook look = in_focus ? MB_LOOK_FOCUS : voter->vote == OPEN ? MB_LOOK_QUIET : looks[voter->vote];
    int width = MIN(40, columns / 2);

    mb_grid_put_fit(grid, at, column, width, voter->name,
                    in_focus        ? MB_LOOK_FOCUS
                    : voter->barred ? MB_LOOK_QUIET
                                    : MB_LOOK_TEXT,
                    0);
    mb_grid_put_fit(grid, at, column + width + 1, 12, sign, look, 0);
    if (voter->barred)
        mb_grid_put_fit(grid, at, column + width + 12, columns - width - 12, voter->barred, look, 0);
}

static void paint(MbView *view, MbGrid *grid, MbArea area, gboolean whole)
{
    Call *call = view->data;
    MbVoteCount votes = counted(call);
    g_autofree char *typed = g_strdup_printf("Name: %s", call->typed->str);
    int row;

    (void)whole;
    mb_grid_fill(grid, area, MB_LOOK_TEXT);
    row = mb_ballot_paint(&call->ballot, grid, area, &votes);
    mb_ballot_paint_result(&call->ballot, grid, area, row - 1, &votes);
    if (call->typed->len)
        mb_grid_put_right(grid, row - 1, area.column + area.columns - 26, 24, typed, MB_LOOK_TITLE);
    mb_list_paint(&call->list, grid,
                  (MbArea){row + 1, area.column + 1, MAX(1, area.row + area.rows - row - 1), area.columns - 2},
                  paint_row, call);
    if (!call->voters->len)
        mb_grid_put_fit(grid, row + 1, area.column + 2, area.columns - 4,
                        "Nobody on the register may vote here: mark who is present first (F5 in the minutes).",
                        MB_LOOK_WARNING, 0);
}

static char *headline(MbView *view, char **right)
{
    const Call *call = view->data;
    const Ballot *ballot = &call->ballot;
    int open = 0;

    for (guint i = 0; i < call->voters->len; i++)
        open += g_array_index(call->voters, Voter, i).vote == OPEN;
    *right = g_strdup_printf("vote by name, %d open", open);
    return g_strdup_printf("%s  %s", ballot->item->number ? ballot->item->number : "",
                           ballot->item->title ? ballot->item->title : "");
}

static const MbKeyRow rows[] = {
    {"Enter", "Record", "Record the vote", "With all names; whoever is open did not vote.", record, NULL},
    {"F6", "All for", "Everyone for", "All who have not voted yet; then mark the exceptions.", everyone, NULL},
    {"1", "for", "For", "And on to the next name.", vote_for, NULL},
    {"2", "against", "Against", "And on to the next name.", vote_against, NULL},
    {"3", "abstained", "Abstained", "And on to the next name.", vote_abstained, NULL},
    {"0", "none", "Did not vote", "Takes the vote back.", vote_none, NULL},
    {.name = NULL},
};

const MbScreen mb_screen_rollcall = {
    .name = "rollcall",
    .title = "Vote by name",
    .about =
        "A recorded vote. Read the names out and press 1 for, 2 against, 3 abstained: the next name follows by itself. "
        "Or "
        "F6 for everyone, then the exceptions: part of a name, and the digit. Whoever is barred by an interest stands "
        "there with the reason. Enter records it and writes the sentence; Escape leaves the motion open.",
    .keys = rows,
    .open = open_view,
    .close = close_view,
    .stroke = stroke,
    .paint = paint,
    .refresh = refresh,
    .headline = headline,
};
