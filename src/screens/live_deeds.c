/* SPDX-License-Identifier: MIT */
/* What the live meeting offers by key: the rows of its keys, and the deeds behind them. */
#include "live.h"

#include "minutebook/base/text.h"
#include "minutebook/clerk/pace.h"
#include "minutebook/model/name.h"

#include <string.h>

static gboolean has_text(MbView *view)
{
    return ((Live *)view->data)->writing != NULL;
}

static gboolean has_item(MbView *view)
{
    return mb_live_item(view->data) != NULL;
}

static gboolean no_agenda(MbView *view)
{
    return !((Live *)view->data)->items->len;
}

static gboolean not_started(MbView *view)
{
    return !no_agenda(view) && ((Live *)view->data)->meeting->state < MB_STATE_LIVE;
}

/* --- the meeting --- */

static void simple_deed(MbView *view, const char *command)
{
    g_autofree char *meeting = mb_live_meeting_key(view->data);

    mb_live_do(view->data, command, meeting, NULL);
}

static void start(MbView *view)
{
    Live *live = view->data;
    g_autofree char *meeting = mb_live_meeting_key(live);
    g_autofree char *item = mb_live_item_key(live);

    if (mb_live_do(live, "meeting start", meeting, NULL) && item)
        mb_live_do(live, "agenda take", meeting, item, NULL);
    /* Ctrl-Z in the text is not to take these back: `undo` does. */
    g_array_set_size(live->deeds, 0);
}

static void draft(MbView *view)
{
    simple_deed(view, "agenda draft");
}

static void adjourn(MbView *view)
{
    simple_deed(view, mb_pace_adjourned(((Live *)view->data)->dossier, ((Live *)view->data)->meeting)
                          ? "meeting resume"
                          : "meeting adjourn");
}

static void carry(MbView *view)
{
    Live *live = view->data;
    g_autofree char *meeting = mb_live_meeting_key(live);
    g_autofree char *item = mb_live_item_key(live);

    if (mb_live_item(live)->carried_forward)
        mb_live_do(live, "agenda carry", meeting, item, "--undo", NULL);
    else
        mb_live_do(live, "agenda carry", meeting, item, NULL);
}

static void agreed(MbView *view)
{
    Live *live = view->data;
    g_autofree char *meeting = mb_live_meeting_key(live);
    g_autofree char *item = mb_live_item_key(live);
    g_autofree char *paragraph = mb_live_paragraph_key(live);

    if (mb_live_do(live, "decision agree", meeting, item, paragraph ? "--after" : NULL, paragraph, NULL))
        mb_passage_move(mb_writing_passage(live->writing), MB_UNIT_PASSAGE, TRUE, FALSE);
}

/* --- paragraphs --- */

static void toggle_private(MbView *view)
{
    Live *live = view->data;
    MbPassage *passage = mb_writing_passage(live->writing);
    MbSpot start_spot, end_spot;
    int layer, usual = live->board->live_notes ? MB_LAYER_NOTE : MB_LAYER_MINUTE;

    if (!mb_passage_selection(passage, &start_spot, &end_spot))
        start_spot = end_spot = mb_passage_caret(passage);
    layer = mb_passage_paragraph(passage, start_spot.paragraph)->layer == MB_LAYER_PRIVATE ? usual : MB_LAYER_PRIVATE;
    mb_passage_set_layer(passage, start_spot.paragraph, end_spot.paragraph, layer);
    for (int i = start_spot.paragraph; i <= end_spot.paragraph; i++)
        g_hash_table_add(live->unread, g_strdup(mb_passage_paragraph(passage, i)->id));
    mb_app_say(view->app, MB_LOOK_PRIVATE, "%s",
               layer == MB_LAYER_PRIVATE ? "Private: this goes to nobody, and what was read from it is withdrawn."
                                         : "This is minuted.");
}

static void style_bullet(MbView *view)
{
    mb_passage_set_style(mb_writing_passage(((Live *)view->data)->writing), MB_STYLE_BULLET);
}

static void style_number(MbView *view)
{
    mb_passage_set_style(mb_writing_passage(((Live *)view->data)->writing), MB_STYLE_NUMBERED);
}

static void style_heading(MbView *view)
{
    mb_passage_set_style(mb_writing_passage(((Live *)view->data)->writing), MB_STYLE_HEADING);
}

static void style_plain(MbView *view)
{
    mb_passage_set_style(mb_writing_passage(((Live *)view->data)->writing), MB_STYLE_PARAGRAPH);
}

static void insert_table(MbView *view)
{
    mb_passage_insert_table(mb_writing_passage(((Live *)view->data)->writing), 3, 3);
}

static void move_up(MbView *view)
{
    mb_passage_move_paragraphs(mb_writing_passage(((Live *)view->data)->writing), FALSE);
}

static void move_down(MbView *view)
{
    mb_passage_move_paragraphs(mb_writing_passage(((Live *)view->data)->writing), TRUE);
}

/* --- people --- */

/* DATA: the command. */
static void person_chosen(MbView *view, const MbChoice *choice, gpointer data)
{
    Live *live = view->data;
    g_autofree char *person = choice->key ? g_strconcat("@", choice->key, NULL) : g_strdup(choice->text);
    g_autofree char *meeting = mb_live_meeting_key(live);
    g_autofree char *item = mb_live_item_key(live);

    mb_live_do(live, data, meeting, person, item ? "--item" : NULL, item, NULL);
}

static const char *status_word(const Live *live, const char *person)
{
    const MbAttendance *line = mb_live_attendance(live, person);

    return line ? mb_attendance_words[line->status] : "";
}

static void choose_person(MbView *view, const char *title, const char *command)
{
    Live *live = view->data;
    GPtrArray *people = mb_dossier_all(live->dossier, &MB_PERSON);
    GPtrArray *choices = mb_choices_new();

    for (guint i = 0; i < people->len; i++) {
        const MbPerson *person = people->pdata[i];
        g_autofree char *name = mb_person_print(person);

        if (mb_seat_on(live->dossier, live->board->id, person->id, live->meeting->day) ||
            *status_word(live, person->id))
            mb_choices_add(choices, name, status_word(live, person->id), NULL, g_strdup(person->id));
    }
    mb_app_choose(view, title, choices, TRUE, person_chosen, (gpointer)command);
}

static void arrived(MbView *view)
{
    choose_person(view, "Who arrived?", "attendance arrive");
}

static void left(MbView *view)
{
    choose_person(view, "Who left?", "attendance leave");
}

static void public_answered(MbView *view, const char *text, gpointer data)
{
    g_autofree char *meeting = mb_live_meeting_key(view->data);

    (void)data;
    mb_live_do(view->data, "meeting public", meeting, text, NULL);
}

static void public_number(MbView *view)
{
    mb_app_ask(view, "Members of the public", NULL, "A number; names are not recorded.", public_answered, NULL);
}

/* --- deeds with words: the sentence is typed, the reader does the rest; or the command is filled in --- */

static void typed_action(MbView *view, const char *text, gpointer data)
{
    Live *live = view->data;
    MbPassage *passage = mb_writing_passage(live->writing);
    g_autofree char *line = g_strconcat((const char *)data, text, NULL);
    int index = mb_passage_caret(passage).paragraph;

    if (!*text)
        return;
    index = mb_passage_insert(passage, index, line, MB_STYLE_PARAGRAPH,
                              live->board->live_notes ? MB_LAYER_NOTE : MB_LAYER_MINUTE);
    g_hash_table_add(live->unread, g_strdup(mb_passage_paragraph(passage, index)->id));
    mb_passage_move(passage, MB_UNIT_PASSAGE, TRUE, FALSE);
}

static void new_action(MbView *view)
{
    mb_app_ask(view, "Action:", NULL,
               "Who is to do what by when: “JRe and M Collins to circulate the draft by 30 June”.", typed_action,
               (gpointer) "Action: ");
}

static void new_decision(MbView *view)
{
    mb_app_ask(view, "RESOLVED that", NULL,
               "“the budget be approved, moved by A Shah and seconded by C Pike, 7 for, 1 against”.", typed_action,
               (gpointer) "RESOLVED that ");
}

static void new_interest(MbView *view)
{
    mb_app_ask(view, "Interest:", NULL,
               "“M Collins declared a personal interest in item 6 as a trustee and left the meeting”.", typed_action,
               (gpointer) "");
}

/* --- reading back --- */

static void add_decisions(const Live *live, const char *item, GString *out)
{
    GPtrArray *all = mb_dossier_all(live->dossier, &MB_DECISION);

    for (guint i = 0; i < all->len; i++) {
        const MbDecision *decision = all->pdata[i];

        if (g_strcmp0(decision->meeting, live->id) == 0 && (!item || g_strcmp0(decision->item, item) == 0))
            g_string_append_printf(out, "%s: %s\n\n", mb_outcome_words[decision->outcome],
                                   decision->text ? decision->text : "");
    }
}

static void add_owners(const Live *live, const MbAction *action, GString *out)
{
    g_autoptr(GPtrArray) owners = mb_dossier_of(live->dossier, &MB_OWNER, "action", action->id);

    for (guint i = 0; i < owners->len; i++) {
        const MbOwner *owner = owners->pdata[i];
        const MbPerson *person = mb_dossier_find(live->dossier, &MB_PERSON, owner->person);

        g_string_append_printf(out, "%s%s", i ? ", " : "", person ? person->name : owner->name ? owner->name : "?");
    }
}

static void add_actions(const Live *live, const char *item, GString *out)
{
    GPtrArray *all = mb_dossier_all(live->dossier, &MB_ACTION);

    for (guint i = 0; i < all->len; i++) {
        const MbAction *action = all->pdata[i];
        g_autofree char *due = mb_day_long(action->due);

        if (g_strcmp0(action->raised_at, live->id) != 0 || (item && g_strcmp0(action->item, item) != 0))
            continue;
        g_string_append_printf(out, "Action %s, ", action->ref);
        add_owners(live, action, out);
        g_string_append_printf(out, ": %s%s%s\n\n", action->text ? action->text : "",
                               *due                ? ", by "
                               : action->due_words ? ", "
                                                   : "",
                               *due                ? due
                               : action->due_words ? action->due_words
                                                   : "");
    }
}

static void add_updates(const Live *live, const char *item, GString *out)
{
    GPtrArray *all = mb_dossier_all(live->dossier, &MB_UPDATE);

    for (guint i = 0; i < all->len; i++) {
        const MbUpdate *update = all->pdata[i];
        const MbAction *action = mb_dossier_find(live->dossier, &MB_ACTION, update->action);

        if (!action || g_strcmp0(update->meeting, live->id) != 0 || (item && g_strcmp0(update->item, item) != 0))
            continue;
        g_string_append_printf(out, "Action %s%s%s: %s\n\n", action->ref, update->outcome ? ", " : "",
                               mb_update_words[update->outcome], update->text ? update->text : "");
    }
}

static void read_back_of(MbView *view, const char *item, const char *title)
{
    Live *live = view->data;
    GString *text = g_string_new(NULL);

    mb_live_read(live);
    add_decisions(live, item, text);
    add_actions(live, item, text);
    add_updates(live, item, text);
    if (!text->len)
        g_string_append(text, "No decision and no action so far.");
    mb_app_show(view->app, title, text->str, TRUE);
    g_string_free(text, TRUE);
}

static void read_back(MbView *view)
{
    const MbItem *item = mb_live_item(view->data);
    g_autofree char *title = g_strdup_printf("%s %s", item->number ? item->number : "", item->title ? item->title : "");
    g_autofree char *id = g_strdup(item->id);

    read_back_of(view, id, title);
}

static void read_back_all(MbView *view)
{
    read_back_of(view, NULL, "Decisions and actions of this meeting");
}

/* --- other screens and settings of this one --- */

static void toggle_marks(MbView *view)
{
    Live *live = view->data;

    live->hide_marks = !live->hide_marks;
    mb_app_say(view->app, MB_LOOK_QUIET, "%s",
               live->hide_marks ? "Marks are hidden; lines are still read." : "Marks are shown.");
}

static void toggle_clocks(MbView *view)
{
    Live *live = view->data;

    live->hide_clocks = !live->hide_clocks;
}

static void go_to_screen(MbView *view, const char *screen)
{
    Live *live = view->data;
    const MbItem *item = mb_live_item(live);
    g_autofree char *argument = item ? g_strdup_printf("%s %s", live->id, item->id) : g_strdup(live->id);

    mb_app_go(view->app, screen, argument);
}

static void attendance(MbView *view)
{
    go_to_screen(view, "attendance");
}

static void votes(MbView *view)
{
    mb_live_read(view->data);
    go_to_screen(view, "votes");
}

static void marks(MbView *view)
{
    mb_live_read(view->data);
    go_to_screen(view, "marks");
}

const MbKeyRow mb_live_rows[] = {
    {"F6", "Draft the agenda", "Draft the agenda", "From the forward plan, what was carried over and matters arising.",
     draft, no_agenda},
    {"F9", "Start", "Start the meeting", "Stamps the time; the first item is taken.", start, not_started},
    {"F8", "Next", "Next item", "Takes the next item; its clock runs.", mb_live_next, has_item},
    {"F4", "Go to", "Go to item", "Any item by its number, or part of its title.", mb_live_go_to, has_item},
    {"F7", "Back", "Back to the item before", "The item you came from.", mb_live_go_back, NULL},
    {"F6", "Agreed", "Agreed as recommended",
     "Writes the sentence and records the decision of this item's recommendations.", agreed, has_text},
    {"F5", "Who's here", "Attendance", "The register: present, apologies, deputies, comings and goings.", attendance,
     NULL},
    {"Alt-R", "Read back", "Read back this item", "Its decisions and actions, large, to be read aloud.", read_back,
     has_item},
    {"Alt-Q", "Unsure", "What was understood", "Marks that wait to be looked at: accept, correct, refuse.", marks,
     has_item},
    {"Alt-A", NULL, "New action", "Asks for its words.", new_action, has_text},
    {"Alt-D", NULL, "New decision", "Asks for its words.", new_decision, has_text},
    {"Alt-V", NULL, "Votes", "Motions and amendments of this item: moved, put to the vote, counted or by name.", votes,
     has_item},
    {"Alt-I", NULL, "Declaration of interest", "Asks for its words.", new_interest, has_text},
    {"Alt-N", NULL, "Somebody arrived", "Stamps the time.", arrived, NULL},
    {"Alt-L", NULL, "Somebody left", "Stamps the time.", left, NULL},
    {"Alt-P", NULL, "Private line", "This paragraph goes to nobody; again: it is minuted.", toggle_private, has_text},
    {"Alt-X", NULL, "Don't minute that", "The selected passage becomes private and what was read from it is withdrawn.",
     toggle_private, has_text},
    {"Alt-T", NULL, "Time now", "Types the time.", mb_live_time_now, has_text},
    {"Alt-G", NULL, "Gap", "Types ?? for what was missed; gaps are listed before the draft goes out.", mb_live_gap,
     has_text},
    {"Alt-Shift-G", NULL, "Gaps", "Every ?? of this meeting; Enter goes there.", mb_live_gaps, NULL},
    {"Alt-W", NULL, "Action sweep", "The open actions in turn, a key each; minuted under this item.", mb_live_sweep,
     has_item},
    {"", NULL, "Stock sentences", "A short key and Tab types one; here are all.", mb_live_sentences, has_text},
    {"Alt-S", NULL, "Suggestions",
     "For the misspelt word at the caret, or the next one: choose, or put it on the list.", mb_live_suggest, has_text},
    {"Alt-U", NULL, "Write up", "Notes beside the minute, and a tick for each item that is done.", mb_live_write_up,
     mb_live_begun},
    {"Alt-C", NULL, "Carry this item forward", "To the next agenda; again: takes it back.", carry, has_item},
    {"Alt-Up", NULL, "Move the paragraph up", "Past the one before it.", move_up, has_text},
    {"Alt-Down", NULL, "Move the paragraph down", "Past the next one.", move_down, has_text},
    {"Ctrl-F", NULL, "Find", "Under this item.", mb_live_find, has_text},
    {"F3", NULL, "Find the next", "What was looked for last.", mb_live_find_next, has_text},
    {"Ctrl-R", NULL, "Find and replace", "Every place under this item.", mb_live_replace, has_text},
    {"Shift-F7", NULL, "Previous item", "The item before this one on the agenda.", mb_live_previous, has_item},
    {"", NULL, "Adjourn or resume", "Stamps the time.", adjourn, mb_live_under_way},
    {"", NULL, "Close the meeting", "Says what is still open, and stamps the time.", mb_live_close, mb_live_under_way},
    {"", NULL, "Exclude the public",
     "Asks for the reason and who stays; writes the resolution, and what follows is withheld.", mb_live_exclude,
     mb_live_may_exclude},
    {"", NULL, "Readmit the public", "Stamps the time; what was minuted in private stays withheld.", mb_live_readmit,
     mb_live_may_readmit},
    {"", NULL, "Withhold this paragraph", "Asks for the reason, and what the public are told.",
     mb_live_restrict_paragraph, has_text},
    {"", NULL, "Withhold the selected words", "Of one paragraph; asks for the reason.", mb_live_restrict_selection,
     mb_live_has_selection},
    {"", NULL, "Withhold this item", "Asks for the reason and the public title.", mb_live_restrict_item, has_item},
    {"", NULL, "Open what is withheld", "The paragraph, or else the item, is public again.", mb_live_open_again,
     mb_live_is_withheld},
    {"", NULL, "Take items together", "This item and others: one text, their numbers and decisions apart.",
     mb_live_together, has_item},
    {"", NULL, "Take the item by itself again", "Parts what was taken together.", mb_live_apart, mb_live_is_together},
    {"", NULL, "Late item", "An urgent item after this one, with the chair's reason.", mb_live_urgent, NULL},
    {"", NULL, "Hand over the chair", "Stamps the time and the item.", mb_live_chair, mb_live_under_way},
    {"", NULL, "Election", "An office, its candidates, the votes round by round, who is elected.", mb_live_election,
     has_item},
    {"", NULL, "Name a stranger", "Who ?1 was, on the register and in the text.", mb_live_stranger,
     mb_live_has_stranger},
    {"", NULL, "Members of the public", "How many there are.", public_number, NULL},
    {"", NULL, "Read back the whole meeting", "All decisions and actions, to be read aloud.", read_back_all, NULL},
    {"", NULL, "What did this say at …?", "The text of this item at an earlier time.", mb_live_words, has_text},
    {"", NULL, "Bullets", "Makes the paragraph a bullet; “- ” at its start does the same.", style_bullet, has_text},
    {"", NULL, "Numbers", "Makes the paragraph numbered; “1. ” at its start does the same.", style_number, has_text},
    {"", NULL, "Heading", "Makes the paragraph a sub-heading; “## ” at its start does the same.", style_heading,
     has_text},
    {"", NULL, "Plain paragraph", "No bullet, number or heading.", style_plain, has_text},
    {"", NULL, "Insert a table", "Three rows of three; Tab goes from cell to cell, Enter to a new row.", insert_table,
     has_text},
    {"Alt-M", NULL, "Show or hide marks", "Reading goes on.", toggle_marks, NULL},
    {"", NULL, "Show or hide clocks", "They are never printed.", toggle_clocks, NULL},
    {.name = NULL},
};
