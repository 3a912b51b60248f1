/* SPDX-License-Identifier: MIT */
/* A whole meeting, typed key by key: the record is exactly what was said, also where the program was killed ten times
 * on the way and opened again. */
#include "meeting_script.h"
#include "screen_case.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#define MEETING "CSP/2026-01-29"

/* clang-format off */
static const char record[] =
    "meeting live\n"
    "Anselm Oyelaran: in part out 11:20\n"
    "Hamza Lockyer: in part in 10:12\n"
    "Lucian Haverstock: apologies\n"
    "Oluwaseun Prideaux: apologies\n"
    "26 present throughout\n"
    "decision 5 resolved: the strategic assessment be approved\n"
    "decision 7 resolved: the report on the serious violence duty be noted\n"
    "decision 8 resolved: a consultation on the order be opened in March; moved Hester Dunmallow; seconded Marguerite Sallow; 9 for, 2 against\n"
    "decision 10 resolved: the grants recommended by the panel be made\n"
    "decision 13 agreed: the reporting centres be kept open until March 2027\n"
    "action 97 4 2026-02-06 Jonquil Rosewarne: circulate the grant letter\n"
    "action 98 5 2026-02-20 Mina Castellow and Kofi Lindqvist: add a note on the method\n"
    "action 99 5 2026-02-13 Hester Dunmallow: supply the figures for deliberate fires\n"
    "action 100 6 2026-03-12 Bronagh Tallis: review a sample of repeat cases\n"
    "action 101 6 2026-02-27 Jonquil Rosewarne: obtain a recovery plan from the contractor\n"
    "action 102 7 2026-03-26 Idris Calloway: bring the agreement on sharing information to the next meeting\n"
    "action 103 7 2026-02-10 Tobias Wrenfield and Marguerite Sallow: list the tenancies at risk\n"
    "action 104 8 2026-03-09 Jonquil Rosewarne: publish the consultation\n"
    "action 105 10 2026-02-06 Mina Castellow: write to all applicants\n"
    "action 106 10 2026-03-31 Marguerite Sallow: visit the two projects turned down\n"
    "action 107 11 2026-02-13 Jonquil Rosewarne: invoke the penalty clause\n"
    "action 108 13 2026-02-20 Emrys Jalloh: draft a standard letter of thanks\n"
    "declaration Jasper Redfearn: 10 personal interest\n"
    "update 94 closed: complete.\n"
    "update 95 open: the draft had been received and was with the lawyers.\n"
    "mark decision offered: Rosalind Thwaite-Owusu and Emrys Jalloh spoke to their paper on hate crime. Reports had risen by a fifth, which was welcome in so far as more people came forward and worrying in so far as more had happened. The reporting centres in the two libraries had each taken a dozen reports since they opened. What was missing was a word back to those who had made them: most had heard nothing for weeks, and some had said that they would not report again. Members agreed that this was the single thing that would make the greatest difference, and that it would cost next to nothing.\n";
/* clang-format on */

/* Everything that the meeting left in the book, a fact a line. */
static const char *const facts[] = {
    "SELECT 'meeting ' || state FROM meeting WHERE id = $m",
    ("SELECT group_concat(line, char(10)) FROM (SELECT p.name || ': ' || a.status || coalesce(' in ' || a.arrived, '') "
     "|| coalesce(' out ' || a.left, '') "
     "AS line FROM attendance a JOIN person p ON p.id = a.person WHERE a.meeting = $m AND (a.status <> 'present') "
     "ORDER "
     "BY p.name)"),
    "SELECT count(*) || ' present throughout' FROM attendance WHERE meeting = $m AND status = 'present'",
    ("SELECT group_concat(line, char(10)) FROM (SELECT 'decision ' || i.number || ' ' || d.outcome || ': ' || d.text "
     "|| "
     "coalesce('; moved ' || m.name, '') || "
     "coalesce('; seconded ' || s.name, '') || coalesce('; ' || d.votes_for || ' for', '') || coalesce(', ' || "
     "d.votes_against || ' against', '') AS line "
     "FROM decision d JOIN item i ON i.id = d.item LEFT JOIN person m ON m.id = d.mover LEFT JOIN person s ON s.id = "
     "d.seconder WHERE d.meeting = $m "
     "ORDER BY i.position, d.position, d.text)"),
    ("SELECT group_concat(line, char(10)) FROM (SELECT 'action ' || a.ref || ' ' || i.number || ' ' || coalesce(a.due, "
     "'-') || ' ' || (SELECT "
     "group_concat(name, ' and ') FROM (SELECT p.name FROM owner o JOIN person p ON p.id = o.person WHERE o.action = "
     "a.id ORDER BY o.position)) || ': ' || "
     "a.text AS line FROM action a LEFT JOIN item i ON i.id = a.item WHERE a.raised_at = $m ORDER BY cast(a.ref AS "
     "INTEGER))"),
    ("SELECT group_concat(line, char(10)) FROM (SELECT 'declaration ' || p.name || ': ' || coalesce(i.number, '-') || "
     "' "
     "' || coalesce(d.kind, '-') AS line FROM "
     "declaration d JOIN person p ON p.id = d.person LEFT JOIN item i ON i.id = d.item WHERE d.meeting = $m)"),
    ("SELECT group_concat(line, char(10)) FROM (SELECT 'update ' || a.ref || ' ' || coalesce(a.status, '-') || ': ' || "
     "u.text AS line FROM \"update\" u JOIN action a ON "
     "a.id = u.action WHERE u.meeting = $m ORDER BY a.ref)"),
    ("SELECT group_concat(line, char(10)) FROM (SELECT 'mark ' || reading || ' ' || state || ': ' || words AS line "
     "FROM "
     "mark WHERE meeting = $m AND state = 'offered' ORDER BY words)"),
};

static char *record_of(ScreenCase *test)
{
    g_autofree char *meeting = case_ask(test, "SELECT '''' || id || '''' FROM meeting WHERE day = '2026-01-29'");
    GString *out = g_string_new(NULL);

    for (guint i = 0; i < G_N_ELEMENTS(facts); i++) {
        g_autoptr(GString) sql = g_string_new(facts[i]);
        g_autofree char *lines = NULL;

        g_string_replace(sql, "$m", meeting, 0);
        lines = case_ask(test, sql->str);
        if (*lines)
            g_string_append_printf(out, "%s\n", lines);
    }
    return g_string_free(out, FALSE);
}

/* The text of all items, as typed. */
static char *text_of(ScreenCase *test)
{
    return case_ask(test, "SELECT group_concat(line, char(10)) FROM (SELECT i.position || ' ' || t.text AS line FROM "
                          "minute t JOIN item i ON i.id = t.item JOIN "
                          "meeting m ON m.id = i.meeting WHERE m.day = '2026-01-29' AND t.text IS NOT NULL AND t.text "
                          "<> '' ORDER BY i.position, t.position, t.id)");
}

static void clock_at(const char *time)
{
    g_autofree char *stamp = g_strdup_printf("2026-01-29T%s:00Z", time);

    case_clock(stamp);
}

static void meeting_begins(ScreenCase *test)
{
    case_book(test);
    clock_at("10:00");
    case_do(test->desk, "meeting start", MEETING, NULL);
    case_do(test->desk, "agenda take", MEETING, "1", NULL);
    case_do(test->desk, "attendance all", MEETING, NULL);
    case_do(test->desk, "attendance clear", MEETING, "Hamza Lockyer", NULL);
    case_do(test->desk, "attendance clear", MEETING, "Lucian Haverstock", NULL);
    case_do(test->desk, "attendance clear", MEETING, "Oluwaseun Prideaux", NULL);
}

/* Steps FROM to where so many keys of text have been typed, then the end: nothing is closed, nothing said. Without an
 * END to the last. Returns the step that was being typed and sets *AT to the bytes of its text that are. */
static guint type_on(ScreenCase *test, guint from, gsize *at, int end)
{
    gsize begun = *at;

    for (guint i = from; i < G_N_ELEMENTS(meeting_script); i++, begun = 0) {
        const MeetingStep *step = &meeting_script[i];

        clock_at(step->time);
        if (step->keys && !begun)
            mb_headless_keys(test->screen, step->keys);
        for (*at = begun; step->text && step->text[*at]; (*at)++) {
            const char key[] = {step->text[*at], '\0'};

            /* Not before the first letter: the keys would be pressed again. */
            if (end > 0)
                end--;
            else if (end == 0 && *at > 0)
                return i;
            mb_headless_type(test->screen, key);
        }
        case_rest(test);
    }
    return G_N_ELEMENTS(meeting_script);
}

static void typed_in_one_go(ScreenCase *test)
{
    gsize at = 0;

    meeting_begins(test);
    case_show(test, "live", MEETING, "1", 24, 80);
    type_on(test, 0, &at, -1);
    case_close(test);
}

static void is_recorded_exactly(void)
{
    g_autofree char *seen = NULL;
    int words = 0;
    ScreenCase test;

    for (guint i = 0; i < G_N_ELEMENTS(meeting_script); i++)
        for (const char *at = meeting_script[i].text; at && *at; at++)
            words += *at == ' ' || *at == '\n';
    g_assert_cmpint(words, >=, 1500);
    typed_in_one_go(&test);
    seen = record_of(&test);
    case_compare("record", seen, record);
    case_end(&test);
}

/* A life: opens the meeting where the hand was last, types so many keys, and dies. */
static void live_and_die(ScreenCase *test, guint from, gsize at, int keys, const int *told)
{
    struct {
        guint step;
        gsize at;
    } where = {0};

    clock_at(meeting_script[from].time);
    test->desk = mb_desk_new(test->path, "Ann Clerk", MB_NO_DAY);
    case_show(test, "live", MEETING, from == 0 && at == 0 ? "1" : NULL, 24, 80);
    where.step = type_on(test, from, &at, keys);
    where.at = at;
    if (write(told[1], &where, sizeof where) == (gssize)sizeof where && where.step == G_N_ELEMENTS(meeting_script))
        case_close(test);
    kill(getpid(), SIGKILL);
}

static void killed_and_resumed(void)
{
    g_autofree char *expected_text = NULL;
    g_autofree char *seen = NULL;
    g_autofree char *text = NULL;
    GRand *chance = g_rand_new_with_seed(2026);
    guint step = 0, lives = 0;
    gsize at = 0;
    ScreenCase test;

    if (g_strcmp0(g_getenv("MINUTEBOOK_RECORD"), "1") == 0)
        return;
    typed_in_one_go(&test);
    expected_text = text_of(&test);
    case_end(&test);
    meeting_begins(&test);
    g_clear_pointer(&test.desk, mb_desk_free);
    while (step < G_N_ELEMENTS(meeting_script)) {
        int told[2], keys = lives < 10 ? g_rand_int_range(chance, 200, 1100) : -1;
        struct {
            guint step;
            gsize at;
        } where = {0};
        pid_t child;

        g_assert_cmpint(pipe(told), ==, 0);
        child = fork();
        if (child == 0)
            live_and_die(&test, step, at, keys, told);
        close(told[1]);
        g_assert_cmpint((int)read(told[0], &where, sizeof where), ==, (int)sizeof where);
        close(told[0]);
        waitpid(child, NULL, 0);
        step = where.step;
        at = where.at;
        lives++;
    }
    g_rand_free(chance);
    g_assert_cmpint((int)lives, ==, 11);
    text = text_of(&test);
    g_assert_cmpstr(text, ==, expected_text);
    seen = record_of(&test);
    g_assert_cmpstr(seen, ==, record);
    case_end(&test);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/meeting/record", is_recorded_exactly);
    g_test_add_func("/meeting/killed", killed_and_resumed);
    return g_test_run();
}
