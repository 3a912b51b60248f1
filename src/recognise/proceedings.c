/* SPDX-License-Identifier: MIT */
/* What happens to the meeting itself: who takes the chair; adjourned, resumed, closed; the date of the next one. An
   item that is adjourned, a group that somebody chairs, a road that is closed are none of it.

   How sure: the meeting, its verb and a time 95; without a time 90; "X took the chair", "chaired the meeting" 95;
   "handed over to X" 60, since it may only give the floor; "that the meeting be adjourned" 70; the next meeting's date
   95, or 75 where the book has another. */
#include "cues.h"
#include "deeds.h"
#include "people.h"

static int match(const MbReadingCase *c, int index, const char *phrase)
{
    return mb_words_match(c->words, index, phrase);
}

/* The meeting's own verbs. */
static const struct {
    int kind;
    const char *verbs;
} happenings[] = {
    {MB_READ_ADJOURNED, "adjourned|adjourns|broke|paused|suspended"},
    {MB_READ_RESUMED, "resumed|resumes|reconvened|reconvenes|recommenced|restarted"},
    {MB_READ_CLOSED, "closed|closes|ended|finished|concluded"},
};

static int happening(const MbReadingCase *c, int index)
{
    for (gsize i = 0; i < G_N_ELEMENTS(happenings); i++)
        if (match(c, index, happenings[i].verbs))
            return happenings[i].kind;
    return -1;
}

/* The time of a happening: right after the verb, in brackets, or at the sentence's beginning. */
static int read_at(MbReadingCase *c, int index, int to, MbTime *time)
{
    for (int i = index; i <= MIN(to, index + 9); i++) {
        int lead = match(c, i, "at|(|,|:|-|from|around|approximately");
        lead += match(c, i + lead, "about|around|approximately|approx|at");
        int taken = lead || i == index ? mb_read_time(c, i + lead, time) : 0;
        if (taken)
            return i + lead + taken - index;
    }
    return 0;
}

static void add_happening(MbReadingCase *c, int kind, int first, int verb, int sure)
{
    int from = mb_words_sentence_start(c->words, verb), to = mb_words_sentence_end(c->words, verb);
    MbReading *reading = mb_reading_new((MbReadingKind)kind, c->line);
    int taken = read_at(c, verb + 1, to, &reading->at);

    if (!taken)
        mb_read_time(c, from + match(c, from, "at"), &reading->at);
    reading->sure = reading->at == MB_NO_TIME ? MIN(sure, 90) : sure;
    mb_place(c, reading, first, verb + MAX(taken, 0));
    mb_add(c, reading);
}

/* "the meeting" that ends right before INDEX, and not "the last meeting" or "a meeting": where it begins, or -1. */
static int meeting_before(const MbReadingCase *c, int from, int index)
{
    int i = index - 1;

    while (i > from &&
           match(c, i, "was|then|is|formally|stood|had|be|has|been|therefore|duly|also|briefly|temporarily"))
        i--;
    if (!match(c, i, "meeting"))
        return -1;
    int start = i - (match(c, i - 1, "board|committee|partnership|council|zoom|teams|online") > 0);
    if (match(c, start - 1, "the|this|today's"))
        return start - 1;
    const MbWord *before = start > from ? mb_words_at(c->words, start - 1) : NULL;
    if (!before || before->kind != MB_WORD_WORD || match(c, start - 1, "and|then|business"))
        return start;
    return -1;
}

/* What may not follow: "closed to the public", "ended with a presentation on" is a meeting's end all the same. */
static gboolean of_something_else(const MbReadingCase *c, int verb)
{
    return match(c, verb + 1, "to the") || match(c, verb + 1, "to members|public|new|press") ||
           (match(c, verb, "broke|paused") && !match(c, verb + 1, "for|at|up"));
}

/* "… adjourned at 15:00 and resumed at 15:10": whether the sentence from FROM on has told of the meeting. */
static gboolean happened_before(const MbReadingCase *c, int from)
{
    const MbReading *last = c->readings->len ? c->readings->pdata[c->readings->len - 1] : NULL;

    return last && last->line == c->line && last->kind >= MB_READ_ADJOURNED && last->kind <= MB_READ_CLOSED &&
           last->start >= mb_words_at(c->words, from)->start;
}

/* "The meeting closed at 16:05." */
static gboolean meeting_and_verb(MbReadingCase *c, int verb, int kind)
{
    int from = mb_words_sentence_start(c->words, verb);
    int start = meeting_before(c, from, verb);
    gboolean motion = match(c, verb - 1, "be") > 0;

    if (start < 0 && happened_before(c, from) && match(c, verb - 1, "and|then|before|,")) {
        add_happening(c, kind, verb, verb, 95);
        return TRUE;
    }

    if (start < 0 || of_something_else(c, verb) ||
        mb_find_in(c->words, from, start - 1, "if|when|until|before|after|since|once|by|how|why|whether|asked|that") >=
            (motion ? mb_find_in(c->words, from, start - 1, "that") + 1 : 0))
        return FALSE;
    add_happening(c, kind, start, verb, motion ? 70 : 95);
    return TRUE;
}

/* "The Chair closed the meeting at 16:05", "declared the meeting closed". */
static gboolean verb_and_meeting(MbReadingCase *c, int verb, int kind)
{
    int taken = match(c, verb + 1, "the|this meeting");

    if (match(c, verb + 1, "the|this board|committee|partnership|council meeting"))
        taken = 3;
    if (!taken || match(c, verb + 1 + taken, "room|with the|house|to the"))
        return FALSE;
    g_autoptr(GPtrArray) people = g_ptr_array_new_with_free_func((GDestroyNotify)mb_named_free);
    int start = mb_read_people_before(c, mb_words_sentence_start(c->words, verb), verb, people);
    if (start < 0 && !match(c, verb - 1, "and|then|,|who|therefore|formally"))
        return FALSE;
    add_happening(c, kind, start < 0 ? verb : start, verb + taken, 95);
    return TRUE;
}

/* "Close of meeting: 16:05", "Meeting close 16:05". */
static gboolean close_label(MbReadingCase *c, int index)
{
    int taken = match(c, index, "close|closure of meeting");
    MbTime time;

    taken = taken ? taken : match(c, index, "close of the meeting|business");
    taken = taken ? taken : match(c, index, "meeting close|closes|finish|ends");
    if (!taken || index > mb_after_number(c->words, mb_after_bullet(c->words, 0)) ||
        !read_at(c, index + taken, mb_last_word(c->words), &time))
        return FALSE;
    add_happening(c, MB_READ_CLOSED, index, index + taken - 1, 95);
    return TRUE;
}

/* The chair */

static void add_chair(MbReadingCase *c, GPtrArray *people, int from, int to, int sure, const char *doubt)
{
    MbReading *reading = mb_reading_new(MB_READ_CHAIR, c->line);

    g_ptr_array_remove_range(people, 0, people->len - 1); /* "In the absence of the Chair and Vice-chair, X" */
    g_ptr_array_extend_and_steal(reading->people, g_ptr_array_ref(people));
    reading->sure = sure;
    if (doubt)
        mb_doubt(reading, sure, doubt);
    mb_reading_weigh(reading);
    const MbNamed *named = reading->people->pdata[0];
    const MbFace *face = mb_roll_face(c->reader, named->person);
    if (face && reading->sure >= MB_UNSURE)
        c->chair = face->person->id;
    mb_place(c, reading, from, to);
    mb_add(c, reading);
}

/* What is chaired, after "chaired" or "chair": words taken, 0 where it is something else than this meeting. */
static int chaired_words(const MbReadingCase *c, int index)
{
    g_autoptr(GPtrArray) ids = g_ptr_array_new();
    int lead = match(c, index, "for");

    lead += match(c, index + lead, "the remainder|rest|start|duration of");
    int taken = match(c, index + lead, "the|this|today's meeting|session|proceedings");
    taken = taken ? taken : mb_read_items(c, index + lead, ids);
    return taken ? lead + taken : 0;
}

static gboolean absence_before(const MbReadingCase *c, int from, int index)
{
    return mb_find_in(c->words, from, index - 1, "absence of") >= 0 ||
           mb_find_in(c->words, from, index - 1, "absence") >= 0;
}

/* "X took the chair", "X chaired the meeting", "In the absence of the Chair, X chaired". */
static gboolean takes_chair(MbReadingCase *c, int index, GPtrArray *people)
{
    int from = mb_words_sentence_start(c->words, index);
    int verb = -1, end = index;

    if (match(c, index, "chaired")) {
        int taken = chaired_words(c, index + 1);
        if (!taken &&
            !(absence_before(c, from, index) && (!mb_is_word(c->words, index + 1) || match(c, index + 1, "in"))))
            return FALSE;
        verb = index;
        end = index + taken;
    } else if (match(c, index - 1, "the") && !match(c, index + 1, "of|person") &&
               !match(c, index + 1, "and vice|vice-chair|deputy|treasurer|secretary")) {
        verb = index - 2;
        if (match(c, verb - 1, "took|taken over|up"))
            verb--;
        if (match(c, verb, "in") && match(c, verb - 1, "was|were|is"))
            verb--;
        else if (!match(c, verb, "took|takes|assumed|assumes|resumed|resumes|retook"))
            return FALSE;
    }
    int start = verb > from ? mb_read_people_before(c, from, verb, people) : -1;
    if (start < 0 || !mb_people_keep_persons(people))
        return FALSE;
    if (mb_is_word(c->words, start - 1) && start > from &&
        match(c, start - 1, "if|when|while|that|of|by|to|with|asked|as|because|where|until"))
        return FALSE;
    add_chair(c, people, start, end, 95, NULL);
    return TRUE;
}

/* "The chair was taken by X", "with X in the chair", "handed the chair to X". */
static gboolean chair_given(MbReadingCase *c, int index, GPtrArray *people)
{
    int from = mb_words_sentence_start(c->words, index);
    int to = 0, start = index;

    if (match(c, index, "chair was|then taken by"))
        to = 4;
    else if (match(c, index, "chair to") &&
             mb_find_in(c->words, MAX(from, index - 5), index, "handed|passed|gave|ceded|yielded") >= 0)
        to = 2;
    else if (match(c, index, "chair over to"))
        to = 3;
    if (to) {
        int taken = mb_read_person(c, index + to, people);
        if (!taken || !mb_people_keep_persons(people))
            return FALSE;
        add_chair(c, people, index, index + to + taken - 1, 95, NULL);
        return TRUE;
    }
    if (!match(c, index - 2, "in the") || (mb_is_word(c->words, index + 1) && !match(c, index + 1, "for")))
        return FALSE;
    start = mb_find_in(c->words, from, index - 3, "with") + 1;
    start = MAX(start, mb_after_number(c->words, mb_after_bullet(c->words, from)));
    int taken = mb_read_person(c, start, people);
    if (!taken || start + taken != index - 2 || !mb_people_keep_persons(people))
        return FALSE;
    add_chair(c, people, start, index, 92, NULL);
    return TRUE;
}

/* "The Chair handed over to X to chair the item", "X was elected to chair the meeting". */
static gboolean chair_handed(MbReadingCase *c, int index, GPtrArray *people)
{
    int to = 0;

    if (match(c, index, "handed over to"))
        to = 3;
    else if (match(c, index, "handed the|this meeting|proceedings over to"))
        to = 5;
    else if (match(c, index, "handed the|this meeting|proceedings to"))
        to = 4;
    int taken = to ? mb_read_person(c, index + to, people) : 0;
    int end = index + to + taken;
    if (!taken || !mb_people_keep_persons(people))
        return FALSE;
    gboolean chair =
        match(c, end, "to chair|lead") || match(c, end, "as chair") || match(c, end, "for the remainder|rest");
    if (!chair && to == 3 && mb_is_word(c->words, end) && !match(c, end, "for item|this|the"))
        return FALSE; /* "handed over to Mark for his update" */
    add_chair(c, people, index, end - 1, chair ? 92 : 60, chair ? NULL : "They may only have been given the floor.");
    return TRUE;
}

/* "Chair: Leonard Fisk", and nothing else. */
static gboolean chair_label(MbReadingCase *c, int index, GPtrArray *people)
{
    int mark = match(c, index + 1, ":");
    int taken = mark && index == mb_after_bullet(c->words, 0) ? mb_read_person(c, index + 2, people) : 0;

    if (!taken || index + 2 + taken <= mb_last_word(c->words) || !mb_people_keep_persons(people))
        return FALSE;
    add_chair(c, people, index, index + 1 + taken, 90, NULL);
    return TRUE;
}

static gboolean elected_for(MbReadingCase *c, int index, GPtrArray *people)
{
    static const char deed[] = "elected|appointed|chosen|nominated|agreed|asked";
    int verb = index - 1;

    while (match(c, verb, "as|to|a|the|temporary|acting"))
        verb--;
    if (!match(c, verb, deed) || !chaired_words(c, index + 1))
        return FALSE;
    int end = verb;
    while (match(c, end - 1, "was|been|had"))
        end--;
    int start = mb_read_people_before(c, mb_words_sentence_start(c->words, index), end, people);
    if (start < 0 || !mb_people_keep_persons(people))
        return FALSE;
    add_chair(c, people, start, index, 92, NULL);
    return TRUE;
}

/* The next meeting */

/* The meeting of this board on DAY, or after the one at hand where DAY is MB_NO_DAY. */
static const MbMeeting *next_in_book(const MbReadingCase *c, MbDay day)
{
    GPtrArray *all = mb_dossier_all(c->dossier, &MB_MEETING);
    const MbMeeting *found = NULL;

    for (guint i = 0; i < all->len; i++) {
        const MbMeeting *meeting = all->pdata[i];
        if (g_strcmp0(meeting->board, c->board) != 0 || meeting->day == MB_NO_DAY ||
            meeting->state == MB_STATE_CANCELLED)
            continue;
        if (day != MB_NO_DAY ? meeting->day == day
                             : meeting->day > c->reader->day && (!found || meeting->day < found->day))
            found = meeting;
    }
    return found;
}

static void add_next(MbReadingCase *c, MbDay day, int from, int date, int taken)
{
    MbReading *reading = mb_reading_new(MB_READ_NEXT_MEETING, c->line);
    const MbMeeting *known = next_in_book(c, day);
    const MbMeeting *next = known ? NULL : next_in_book(c, MB_NO_DAY);

    reading->due = day;
    reading->due_words = mb_words_text(c->words, date, date + taken - 1);
    reading->due_meeting = known ? g_strdup(known->id) : NULL;
    reading->sure = 95;
    if (c->reader->day != MB_NO_DAY && day <= c->reader->day) {
        mb_doubt(reading, 60, "That day is not after this meeting.");
    } else if (next) {
        g_autofree char *written = mb_day_long(next->day);
        g_autofree char *doubt = g_strdup_printf("The next meeting in the book is on %s.", written);
        mb_doubt(reading, 75, doubt);
    }
    int time = read_at(c, date + taken, MIN(date + taken + 8, mb_words_sentence_end(c->words, date)), &reading->at);
    mb_place(c, reading, from, date + taken + time - 1);
    mb_add(c, reading);
}

/* The words from "next meeting" on to its date: -1 where another board's or another matter is meant. */
static int to_date(const MbReadingCase *c, int index)
{
    static const char between[] =
        "is|will|be|held|on|of|the|take|place|takes|to|was|agreed|as|scheduled|for|set|due|arranged|"
        ":|-|,|planned|fixed|at|has|been|provisionally|confirmed|board|committee|partnership|"
        "council|s|(|a|meeting|meetings|are|would";
    for (int i = index; i < index + 14; i++) {
        const MbWord *word = mb_words_at(c->words, i);
        if (!word || word->kind == MB_WORD_NUMBER || !match(c, i, between))
            return word ? i : -1;
    }
    return -1;
}

/* "Date of next meeting" alone on a line, and the date on the next. */
static gboolean next_beneath(MbReadingCase *c, int from, int index)
{
    int line = c->line + 1;
    MbDay day;

    while (mb_words_match(c->words, index, ":|-|."))
        index++;
    while (line < c->count && mb_line_empty(c, line))
        line++;
    if (index <= mb_last_word(c->words) || line >= c->count)
        return FALSE;
    MbReadingCase other = mb_read_case_at(c, line, mb_line_text(c, line));
    int date = mb_after_bullet(other.words, 0);
    int taken = mb_read_date(&other, date, FALSE, &day);
    if (taken && day != MB_NO_DAY) {
        add_next(&other, day, date, date, taken);
        MbReading *reading = c->readings->pdata[c->readings->len - 1];
        reading->line = c->line; /* it ends where the date stands */
        mb_place(c, reading, from, index - 1);
    }
    mb_read_case_end(&other);
    return taken > 0;
}

static gboolean next_meeting(MbReadingCase *c, int index)
{
    int words = match(c, index, "next meeting|meetings");
    int start = mb_after_number(c->words, mb_after_bullet(c->words, mb_words_sentence_start(c->words, index)));
    MbDay day;

    words = words ? words
                  : match(c, index, "next board|committee|partnership|council|ordinary|scheduled|quarterly meeting");
    if (!words)
        return FALSE;
    for (int i = start; i < index; i++)
        if (!match(
                c, i,
                "the|date|dates|time|and|of|,|venue|members|noted|that|were|reminded|advised|chair|confirmed|it|was"))
            return FALSE;
    if (next_beneath(c, start, index + words))
        return TRUE;
    int date = to_date(c, index + words);
    gboolean found = FALSE;
    while (date >= 0) {
        int taken = mb_read_date(c, date, FALSE, &day);
        if (!taken || day == MB_NO_DAY)
            break;
        add_next(c, day, found ? date : start, date, taken);
        found = TRUE;
        int more = match(c, date + taken, ",|and|;|&");
        date = more && mb_find_in(c->words, start, index + words, "meetings|dates") >= 0 ? date + taken + more : -1;
    }
    return found;
}

static gboolean try_chair(MbReadingCase *c, int index)
{
    static gboolean (*const rules[])(MbReadingCase *, int, GPtrArray *) = {takes_chair, chair_given, elected_for,
                                                                           chair_label};

    for (gsize i = 0; i < G_N_ELEMENTS(rules); i++) {
        g_autoptr(GPtrArray) people = g_ptr_array_new_with_free_func((GDestroyNotify)mb_named_free);
        if (rules[i](c, index, people))
            return TRUE;
    }
    return FALSE;
}

static gboolean try_meeting(MbReadingCase *c, int index)
{
    g_autoptr(GPtrArray) people = g_ptr_array_new_with_free_func((GDestroyNotify)mb_named_free);
    int kind = happening(c, index);

    if (match(c, index, "next"))
        return next_meeting(c, index);
    if (kind >= 0)
        return meeting_and_verb(c, index, kind) || verb_and_meeting(c, index, kind) ||
               (match(c, index, "closed") && close_label(c, index));
    return match(c, index, "handed") ? chair_handed(c, index, people) : close_label(c, index);
}

void mb_rule_proceedings(MbReadingCase *c)
{
    for (int i = 0; i < (int)mb_words_count(c->words); i++) {
        int cue = mb_cue_of(c->reader, mb_words_at(c->words, i));
        if (cue & MB_CUE_CHAIR)
            try_chair(c, i);
        else if (cue & MB_CUE_MEETING)
            try_meeting(c, i);
    }
}
