/* SPDX-License-Identifier: MIT */
/* What is left for the public of a meeting's parts: events, papers, people, paragraphs, spans; and for members. */
#include "cut_help.h"

static void test_events_objectives_attendance(void)
{
    Book book = new_book("one");
    g_autoptr(MbDossier) cut = NULL;
    MbEvent *excluded = add_canary(&book, &MB_EVENT, "excluded");
    MbEvent *inside = add_canary(&book, &MB_EVENT, "inside");
    MbAttendance *attendance = add_canary(&book, &MB_ATTENDANCE, "attendance");

    set_ref(excluded, "meeting", "meeting");
    set_ref(excluded, "item", "secret");
    excluded->what = MB_EVENT_PUBLIC_EXCLUDED;
    excluded->position = 10;
    set_ref(inside, "meeting", "meeting");
    inside->what = MB_EVENT_QUORUM_LOST;
    inside->position = 11;
    set_ref(add_canary(&book, &MB_OBJECTIVE, NULL), "meeting", "meeting");
    set_ref(attendance, "meeting", "meeting");
    set_ref(attendance, "left_item", "secret");
    mb_set(&attendance->name, "First Last");
    mb_set(&attendance->initials, NULL);
    mb_set(&attendance->role, NULL);
    mb_set(&attendance->post, NULL);
    mb_set(&attendance->organisation, NULL);
    mb_set(&attendance->group_name, NULL);
    mb_set(&attendance->status_words, NULL);
    mb_set(&attendance->represented_by_name, NULL);
    cut = cut_clean(&book);
    excluded = mb_dossier_find(cut, &MB_EVENT, "excluded");
    attendance = mb_dossier_find(cut, &MB_ATTENDANCE, "attendance");
    g_assert_cmpstr(excluded->text, ==,
                    "RESOLVED that the public be excluded under paragraph 3, Information about business affairs.");
    g_assert_null(mb_dossier_find(cut, &MB_EVENT, "inside"));
    g_assert_cmpint(attendance->left, ==, MB_NO_TIME);
    g_assert_null(attendance->left_item);
    g_assert_null(attendance->note);
    free_book(&book);
}

/* Who came for the private part only would tell by the clock how long it took. */
static void test_comings_and_goings(void)
{
    Book book = new_book("one");
    g_autoptr(MbDossier) cut = NULL;
    MbEvent *excluded = add(&book, &MB_EVENT, "excluded");
    MbEvent *back = add(&book, &MB_EVENT, "back");
    MbAttendance *adviser = add(&book, &MB_ATTENDANCE, "adviser");
    MbAttendance *late = add(&book, &MB_ATTENDANCE, "late");
    MbPresence *presence = add(&book, &MB_PRESENCE, "presence");

    set_ref(excluded, "meeting", "meeting");
    excluded->what = MB_EVENT_PUBLIC_EXCLUDED;
    excluded->at = mb_time_parse("23:50");
    set_ref(back, "meeting", "meeting");
    back->what = MB_EVENT_PUBLIC_READMITTED;
    back->at = mb_time_parse("00:20");
    back->position = 1;
    ((MbMeeting *)mb_dossier_find(book.dossier, &MB_MEETING, "meeting"))->starts = mb_time_parse("20:00");
    set_ref(adviser, "meeting", "meeting");
    adviser->arrived = mb_time_parse("23:55");
    adviser->left = mb_time_parse("00:20");
    set_ref(late, "meeting", "meeting");
    late->arrived = mb_time_parse("20:15");
    late->left = mb_time_parse("00:30");
    set_ref(presence, "attendance", "late");
    presence->arrived = mb_time_parse("00:01");
    cut = cut_clean(&book);
    adviser = mb_dossier_find(cut, &MB_ATTENDANCE, "adviser");
    late = mb_dossier_find(cut, &MB_ATTENDANCE, "late");
    g_assert_cmpint(adviser->arrived, ==, MB_NO_TIME);
    g_assert_cmpint(adviser->left, ==, MB_NO_TIME);
    g_assert_cmpint(late->arrived, ==, mb_time_parse("20:15"));
    g_assert_cmpint(late->left, ==, mb_time_parse("00:30"));
    g_assert_null(mb_dossier_find(cut, &MB_PRESENCE, "presence"));
    free_book(&book);
}

static void test_papers(void)
{
    Book book = new_book("one");
    g_autoptr(MbDossier) cut = NULL;
    MbPaper *paper = add_canary(&book, &MB_PAPER, "paper");
    MbPaper *appendix = add_canary(&book, &MB_PAPER, "appendix");
    MbPaper *open = add_open(&book, &MB_PAPER, "report");

    set_ref(paper, "item", "open");
    set_ref(paper, "meeting", "meeting");
    set_ref(appendix, "item", "open");
    set_ref(appendix, "parent", "paper");
    set_ref(open, "item", "open");
    set_ref(open, "meeting", "meeting");
    open->first_page = 31;
    restrict_to(&book, "paper", "paper");
    cut = cut_clean(&book);
    g_assert_cmpstr(((MbPaper *)mb_dossier_find(cut, &MB_PAPER, "paper"))->title, ==, "Restricted paper");
    g_assert_null(mb_dossier_find(cut, &MB_PAPER, "appendix"));
    g_assert_cmpstr(((MbPaper *)mb_dossier_find(cut, &MB_PAPER, "report"))->title, ==, "open title");
    g_assert_cmpint(((MbPaper *)mb_dossier_find(cut, &MB_PAPER, "report"))->first_page, ==, MB_NO_INT);
    g_assert_null(((MbItem *)mb_dossier_find(cut, &MB_ITEM, "open"))->pages);
    free_book(&book);
}

/* People, posts and bodies who are named in withheld business only are not in the cut at all. */
static void test_people_of_withheld_business(void)
{
    Book book = new_book("one");
    g_autoptr(MbDossier) cut = NULL;
    MbTenure *tenure = add(&book, &MB_TENURE, "tenure");

    add_canary(&book, &MB_PERSON, "stranger");
    add_canary(&book, &MB_PERSON, "holder");
    set_ref(add_canary(&book, &MB_POST, "post"), "organisation", "body");
    add_canary(&book, &MB_ORGANISATION, "body");
    set_ref(tenure, "person", "holder");
    set_ref(tenure, "post", "post");
    set_ref(mb_dossier_find(book.dossier, &MB_PRESENTER, "secret-presenter"), "person", "stranger");
    set_ref(mb_dossier_first(book.dossier, &MB_OWNER, "action", "action-secret"), "post", "post");
    add_open(&book, &MB_PERSON, "member");
    set_ref(add_open(&book, &MB_SEAT, NULL), "person", "member");
    cut = cut_clean(&book);
    g_assert_cmpuint(mb_dossier_all(cut, &MB_PERSON)->len, ==, 1);
    g_assert_nonnull(mb_dossier_find(cut, &MB_PERSON, "member"));
    free_book(&book);
}

static void test_paragraphs(void)
{
    Book book = new_book("one");
    g_autoptr(MbDossier) cut = NULL;
    g_autoptr(GPtrArray) minutes = NULL;
    MbMinute *first = (book.next = 100, add_minute(&book, "open", "First, openly."));
    MbMinute *second = (book.next = 110, add_minute(&book, "open", "The canary flew over the northern bank at noon."));
    MbMinute *third = (book.next = 120, add_minute(&book, "open", "The canary came back."));
    MbMinute *last = (book.next = 130, add_minute(&book, "open", "Last, openly."));
    MbMinute *note = (book.next = 140, add_minute(&book, "open", "canary note"));
    MbMinute *private = (book.next = 150, add_minute(&book, "open", "canary line"));

    note->layer = MB_LAYER_NOTE;
    private->layer = MB_LAYER_PRIVATE;
    set_ref(restrict_to(&book, "minute", second->id), "minute", second->id);
    restrict_to(&book, "minute", third->id);
    add_action(&book, "told", "open", FALSE);
    mb_set(&((MbAction *)mb_dossier_find(book.dossier, &MB_ACTION, "told"))->text,
           "Ask why the Canary flew over the northern bank");
    add_action(&book, "whole", "open", FALSE);
    mb_set(&((MbAction *)mb_dossier_find(book.dossier, &MB_ACTION, "whole"))->text, "Canary came back");
    add_action(&book, "other", "open", FALSE);
    cut = cut_clean(&book);
    minutes = mb_dossier_of(cut, &MB_MINUTE, "item", "open");
    g_assert_cmpuint(minutes->len, ==, 3); /* adjoining withheld paragraphs share a notice */
    g_assert_cmpstr(((MbMinute *)minutes->pdata[0])->text, ==, first->text);
    g_assert_cmpstr(((MbMinute *)minutes->pdata[1])->text, ==,
                    "Not for publication: paragraph 3, Information about business affairs.");
    g_assert_cmpstr(((MbMinute *)minutes->pdata[2])->text, ==, last->text);
    g_assert_cmpint(((MbMinute *)minutes->pdata[2])->position, ==, 2);
    g_assert_cmpuint(mb_dossier_all(cut, &MB_ACTION)->len, ==, 1);
    g_assert_nonnull(mb_dossier_find(cut, &MB_ACTION, "other"));
    free_book(&book);
}

static void withhold_span(Book *book, const MbMinute *minute, const char *words)
{
    MbRestriction *restriction = restrict_to(book, "minute", minute->id);
    const char *at = strstr(minute->text, words);

    g_assert_nonnull(at);
    restriction->start = (int)g_utf8_pointer_to_offset(minute->text, at);
    restriction->length = (int)g_utf8_strlen(words, -1);
}

static void test_spans(void)
{
    Book book = new_book("one");
    g_autoptr(MbDossier) cut = NULL;
    MbMinute *minute = add_minute(&book, "open", "Žofie said that Canary Wharf and the Canary Yard were sold.");
    MbAction *action = add_action(&book, "action", "open", FALSE);

    withhold_span(&book, minute, "Canary Wharf");
    withhold_span(&book, minute, "and");
    withhold_span(&book, minute, "the Canary Yard");
    mb_set(&action->text, "Write to canary  wharf about it");
    cut = cut_clean(&book);
    g_assert_cmpstr(((MbMinute *)mb_dossier_first(cut, &MB_MINUTE, "item", "open"))->text, ==,
                    "Žofie said that [withheld] were sold.");
    g_assert_cmpstr(((MbAction *)mb_dossier_find(cut, &MB_ACTION, "action"))->text, ==, "Write to [withheld] about it");
    free_book(&book);
}

/* The text was changed since: nobody can tell what the span meant, so all of it is withheld. */
static void test_span_outside(void)
{
    Book book = new_book("one");
    g_autoptr(MbDossier) cut = NULL;
    MbMinute *minute = add_minute(&book, "open", "A canary.");
    MbRestriction *restriction = restrict_to(&book, "minute", minute->id);

    restriction->start = 5;
    restriction->length = 40;
    cut = cut_clean(&book);
    g_assert_cmpstr(((MbMinute *)mb_dossier_first(cut, &MB_MINUTE, "item", "open"))->text, ==,
                    "Not for publication: paragraph 3, Information about business affairs.");
    free_book(&book);
}

static void test_lifted(void)
{
    Book book = new_book("one");
    MbRestriction *restriction = mb_dossier_first(book.dossier, &MB_RESTRICTION, "item", "secret");
    g_autoptr(MbDossier) before = NULL;
    g_autoptr(MbDossier) after = NULL;

    restriction->lifted_on = TODAY + 1;
    before = cut_clean(&book);
    restriction->lifted_on = TODAY;
    after = cut_public(book.dossier);
    g_assert_cmpstr(((MbItem *)mb_dossier_find(after, &MB_ITEM, "secret"))->title, ==, "canary one item title");
    g_assert_nonnull(mb_dossier_find(after, &MB_ITEM, "nested"));
    g_assert_cmpuint(mb_dossier_all(after, &MB_RESTRICTION)->len, ==, 0);
    free_book(&book);
}

static void test_public_titles(void)
{
    Book book = new_book("one");
    MbItem *same = add_item(&book, "same", "3", NULL, FALSE);
    MbItem *none = add_item(&book, "none", "4", NULL, TRUE);
    MbRestriction *restriction = restrict_to(&book, "item", same->id);
    g_autoptr(MbDossier) cut = NULL;

    mb_set(&restriction->public_title, "same");
    mb_set(&restrict_to(&book, "item", none->id)->reason, "reserved business");
    cut = cut_clean(&book);
    g_assert_cmpstr(((MbItem *)mb_dossier_find(cut, &MB_ITEM, "same"))->title, ==, "open title");
    g_assert_null(((MbItem *)mb_dossier_find(cut, &MB_ITEM, "same"))->standing_text);
    g_assert_cmpstr(((MbItem *)mb_dossier_find(cut, &MB_ITEM, "none"))->title, ==, "Restricted item");
    free_book(&book);
}

static void test_members(void)
{
    Book book = new_book("one");
    g_autoptr(MbDossier) cut = NULL;
    MbMinute *note = add_minute(&book, "open", "the clerk's own");
    g_autofree char *text = NULL;

    note->layer = MB_LAYER_NOTE;
    add_item(&book, "listed", "3", NULL, TRUE);
    set_ref(restrict_to(&book, "item", "listed"), "audience", "some list");
    hang_on(&book, "listed");
    cut = mb_cut_dossier(book.dossier, NULL, MB_CUT_MEMBERS, TODAY);
    text = dump(cut);
    g_assert_cmpstr(((MbItem *)mb_dossier_find(cut, &MB_ITEM, "secret"))->title, ==, "canary one item title");
    g_assert_nonnull(mb_dossier_first(cut, &MB_RESTRICTION, "item", "secret"));
    g_assert_nonnull(mb_dossier_find(cut, &MB_ACTION, "action-secret"));
    g_assert_cmpstr(((MbItem *)mb_dossier_find(cut, &MB_ITEM, "listed"))->title, ==, "Restricted item");
    g_assert_null(mb_dossier_find(cut, &MB_DECISION, "listed-decision"));
    g_assert_null(strstr(text, "the clerk's own"));
    free_book(&book);
}

/* Items that lead back to themselves are withheld, and the cut comes to an end. */
static void test_circles(void)
{
    Book book = new_book("one");
    g_autoptr(MbDossier) cut = NULL;

    set_ref(add_item(&book, "egg", "3", "hen", TRUE), "carried_from", "hen");
    set_ref(add_item(&book, "hen", "4", "egg", TRUE), "carried_from", "egg");
    set_ref(add_canary(&book, &MB_ENTRY, "a"), "parent", "b");
    set_ref(add_canary(&book, &MB_ENTRY, "b"), "parent", "a");
    cut = cut_clean(&book);
    g_assert_null(mb_dossier_find(cut, &MB_ITEM, "egg"));
    free_book(&book);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/cut-parts/events", test_events_objectives_attendance);
    g_test_add_func("/cut-parts/comings-and-goings", test_comings_and_goings);
    g_test_add_func("/cut-parts/papers", test_papers);
    g_test_add_func("/cut-parts/people", test_people_of_withheld_business);
    g_test_add_func("/cut-parts/paragraphs", test_paragraphs);
    g_test_add_func("/cut-parts/spans", test_spans);
    g_test_add_func("/cut-parts/span-outside", test_span_outside);
    g_test_add_func("/cut-parts/lifted", test_lifted);
    g_test_add_func("/cut-parts/titles", test_public_titles);
    g_test_add_func("/cut-parts/members", test_members);
    g_test_add_func("/cut-parts/circles", test_circles);
    return g_test_run();
}
