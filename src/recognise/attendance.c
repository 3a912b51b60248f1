/* SPDX-License-Identifier: MIT */
/* Arrivals and departures: "Cllr Redfern joined the meeting at 14:20", "MT left for item 6". Apologies are
   absentees.c. A verb of coming or going counts only where a person stands right before it and what follows is a place
   of meeting, a time, an item or the end of the clause: nothing is read from "joined the scheme", "left it to the
   chair", "the item was left open", "arrived at a figure".

   How sure:
     person, verb and the meeting's place or a time   95
     the same without either ("Cllr Redfern left.")   85
     after "noted that"                               85
     "had to leave early"                             85
     carried on from before ("… and left at 15:10")   the first one's, at most 88
     told in passing ("when Cllr Redfern joined …")   65, with a doubt
     announced ("will have to leave at 15:00")        60, with a doubt
   and never surer than who it was (people.c). */
#include "absentees.h"
#include "cues.h"
#include "deeds.h"
#include "people.h"

#include <string.h>

/* A verb at hand, with what was understood of it. */
typedef struct {
    MbReadingCase *c;
    int from, to; /* the sentence */
    int verb;
    MbReading *reading;
    int parts;      /* of place, time, item … that follow */
    gboolean place; /* the meeting's place or a time among them */
    int after;      /* first word not taken */
} Move;

/* The verbs, and what may follow them. */
static const struct {
    const char *verbs;
    int kind;
    gboolean bare;  /* may end the clause */
    const char *go; /* words that must or may follow at once: "into", "back" */
    gboolean must;
} verbs[] = {
    {"joined|joins|rejoined|rejoins|re-joined|re-joins|joining|rejoining|re-joining", MB_READ_ARRIVAL, TRUE, NULL,
     FALSE},
    {"arrived|arrives|arriving", MB_READ_ARRIVAL, TRUE, NULL, FALSE},
    {"entered|re-entered|reentered", MB_READ_ARRIVAL, FALSE, NULL, FALSE},
    {"returned|returns|returning", MB_READ_ARRIVAL, TRUE, NULL, FALSE},
    {"came", MB_READ_ARRIVAL, TRUE, "in|back|into", TRUE},
    {"dialled|logged", MB_READ_ARRIVAL, TRUE, "in|on|into", TRUE},
    {"left|leaves|leave|leaving", MB_READ_DEPARTURE, TRUE, NULL, FALSE},
    {"departed|departs", MB_READ_DEPARTURE, TRUE, NULL, FALSE},
    {"withdrew|withdraws", MB_READ_DEPARTURE, TRUE, NULL, FALSE},
    {"stepped", MB_READ_DEPARTURE, TRUE, "out|away", TRUE},
    {"dropped|logged", MB_READ_DEPARTURE, TRUE, "off|out", TRUE},
};

static const MbWord *at(const Move *move, int index)
{
    return index <= move->to ? mb_words_at(move->c->words, index) : NULL;
}

static int match(const Move *move, int index, const char *phrase)
{
    int taken = mb_words_match(move->c->words, index, phrase);

    return taken && index + taken - 1 <= move->to ? taken : 0;
}

/* "the meeting", "the Teams call", "the room". */
static int place_words(const Move *move, int index)
{
    int taken = match(move, index, "into|from|to|at|of|in");
    int article = match(move, index + taken, "the|this|our|today's");

    taken += article;
    taken += match(move, index + taken, "board|committee|teams|zoom|online|virtual|video|main|council|partnership");
    if (match(move, index + taken, "meeting|call|room|chamber|session|videoconference|teleconference|conference"))
        return taken + 1;
    return 0;
}

static int time_words(const Move *move, int index, MbTime *time)
{
    int taken = match(move, index, "at|from|until|till|by|around|about|@");

    taken += match(move, index + taken, "about|around|approximately|approx|circa|c");
    taken += match(move, index + taken, ".");
    int more = mb_read_time(move->c, index + taken, time);
    if (!more || index + taken + more - 1 > move->to)
        return 0;
    return taken + more;
}

/* How somebody takes part from afar. */
static int remote_words(const Move *move, int index)
{
    static const char means[] = "teams|zoom|video|videolink|video-link|telephone|phone|skype|webex|link|conference|"
                                "microsoft|ms|audio|google";
    int taken = match(move, index, "remotely|online|virtually");

    if (taken)
        return taken;
    taken = match(move, index, "via|by|over|through|on");
    taken += taken ? match(move, index + taken, "the|a") : 0;
    if (!taken || !match(move, index + taken, means))
        return 0;
    while (match(move, index + taken, means) || match(move, index + taken, "call"))
        taken++;
    return taken;
}

static void set_item(const Move *move, int from, int taken, const GPtrArray *ids)
{
    MbReading *reading = move->reading;
    const char *id = ids->len == 1 ? ids->pdata[0] : "";

    g_free(reading->item_words);
    g_free(reading->item_id);
    reading->item_words = mb_words_text(move->c->words, from, from + taken - 1);
    reading->item_id = *id ? g_strdup(id) : NULL;
}

/* "for item 6", "during this item", "for the remainder of the item", "while the item was discussed". */
static int item_words(const Move *move, int index)
{
    g_autoptr(GPtrArray) ids = g_ptr_array_new();
    int taken = match(move, index, "for|during|before|after|following|from|at|on|until|while|whilst|as");
    gboolean away = match(move, index, "for|while|whilst") ||
                    (move->reading->kind == MB_READ_DEPARTURE &&
                     (match(move, index, "during the discussion|consideration|debate|vote") ||
                      (match(move, index, "during") && match(move, index - 1, "room|chamber"))));

    if (!taken)
        taken = match(move, index, "prior to") + match(move, index, "ahead of");
    if (match(move, index, "in time for"))
        taken = 3;
    taken += match(move, index + taken,
                   "the start|end|beginning|middle|remainder|rest|duration|discussion|consideration of");
    int item = taken ? mb_read_items(move->c, index + taken, ids) : 0;
    if (!item || index + taken + item - 1 > move->to)
        return 0;
    set_item(move, index + taken, item, ids);
    move->reading->for_item |= away;
    taken += item;
    taken += match(move, index + taken, "only");
    if (match(move, index + taken, "was|were") &&
        match(move, index + taken + 1, "discussed|considered|debated|taken|heard|voted|under|being|decided"))
        taken += 2 + match(move, index + taken + 2, "discussed|considered|discussion|on");
    return taken;
}

/* A reason that leaves no doubt that the meeting was left: "to attend another meeting". */
static int reason_words(const Move *move, int index)
{
    if (move->reading->kind != MB_READ_DEPARTURE)
        return 0;
    if (match(move, index, "to attend|go|collect|catch|travel|take|return|join|be"))
        return 2;
    if (match(move, index, "for another|a|an|other meeting|appointment|engagement|commitment|commitments"))
        return 3;
    return match(move, index, "due to") + match(move, index, "because of") + match(move, index, "owing to");
}

static int manner_words(const Move *move, int index)
{
    static const char *const manners[] = {
        "late|early|temporarily|briefly|shortly|midway|partway|again|together|here",
        "part way",
        "part-way through",
        "at this point|juncture|stage|time",
        "at the start|end|beginning|conclusion",
        "us|back",
        "after the break|interval|adjournment|lunch",
        "during the discussion|presentation|update|vote|break",
        "for the remainder",
        "for the remainder of the meeting",
        "for the rest of the meeting",
    };
    int longest = 0;

    for (gsize i = 0; i < G_N_ELEMENTS(manners); i++)
        longest = MAX(longest, match(move, index, manners[i]));
    return longest;
}

/* One part of what follows the verb; words taken. */
static int part_words(Move *move, int index)
{
    int skip = match(move, index, ",|(|-");
    int taken;
    MbTime time;

    if ((taken = place_words(move, index + skip)) > 0)
        move->place = TRUE;
    else if ((taken = time_words(move, index + skip, &time)) > 0) {
        if (move->reading->at == MB_NO_TIME)
            move->reading->at = time;
        move->place = TRUE;
    } else if ((taken = item_words(move, index + skip)) > 0)
        move->place = TRUE;
    else if ((taken = remote_words(move, index + skip)) > 0)
        move->reading->remote = move->place = TRUE;
    else if ((taken = manner_words(move, index + skip)) == 0)
        taken = reason_words(move, index + skip);
    return taken ? taken + skip : 0;
}

/* Whether the clause is over at INDEX. */
static gboolean clause_ends(const Move *move, int index)
{
    const MbWord *word = at(move, index);

    return !word || match(move, index, ".|,|;|)|]|!|and|but|-|then");
}

/* What follows the verb; FALSE where it is nothing of a meeting. */
static gboolean read_after(Move *move, gboolean bare)
{
    int taken;

    while ((taken = part_words(move, move->after)) > 0) {
        move->after += taken;
        move->parts++;
    }
    if (!move->parts)
        return bare && clause_ends(move, move->after);
    return TRUE;
}

/* What comes before whoever came or went, in the same clause. */
typedef enum { SAID, NOTED, PASSING, NOT_SAID } Telling;

static Telling telling(const Move *move, int subject)
{
    int before = subject - 1;
    MbTime time;

    for (int i = MAX(move->from, before - 4); i <= before; i++) /* "At 14:20 Cllr …", "14:20 – Cllr …" */
        if (i + time_words(move, i, &time) == subject)
            return SAID;
    if (before < move->from || mb_words_at(move->c->words, before)->kind != MB_WORD_WORD)
        return SAID;
    if (match(move, before, "and|but|then|unfortunately|meanwhile|also|next|point|break"))
        return SAID;
    if (match(move, before, "that|noted|reported|recorded|minuted"))
        return mb_find_in(move->c->words, move->from, before, "if|whether|suggested|asked|requested|proposed") < 0
                   ? NOTED
                   : NOT_SAID;
    return match(move, before, "when|after|once|as|before|since|while|where") ? PASSING : NOT_SAID;
}

/* Another time than this meeting: "joined the meeting last month". */
static gboolean of_another_time(const Move *move)
{
    static const char when[] =
        "last|previous|earlier|next|following|september's|monthly|weekly|regular|every|each|future";

    for (int i = move->verb + 1; i <= move->to && i < move->verb + 12; i++)
        if (match(move, i, when) && match(move, i + 1, "week|month|year|meeting|meetings|time|session|call|calls"))
            return TRUE;
    return mb_find_in(move->c->words, move->verb, move->to, "yesterday|tomorrow|since|ago") >= 0;
}

static void time_before(Move *move, int subject)
{
    MbTime time;

    for (int i = MAX(move->from, subject - 5); i < subject && move->reading->at == MB_NO_TIME; i++) {
        int taken = time_words(move, i, &time);
        if (taken && i + taken <= subject) {
            move->reading->at = time;
            move->place = TRUE;
        }
    }
}

static void weigh(Move *move, Telling how)
{
    MbReading *reading = move->reading;

    reading->sure = move->place ? 95 : 85;
    if (how == NOTED)
        reading->sure = MIN(reading->sure, 85);
    if (how == PASSING)
        mb_doubt(reading, 65, "It is told in passing and may be of another time.");
    mb_reading_weigh(reading);
}

static void add_move(Move *move, int subject)
{
    mb_place(move->c, move->reading, subject, MAX(move->after - 1, move->verb));
    mb_add(move->c, g_steal_pointer(&move->reading));
}

/* The aux verbs before "leave": where they begin; PLANNED where it has not happened. */
static int aux_start(const Move *move, gboolean *planned)
{
    int i = move->verb;

    *planned = FALSE;
    while (i > move->from && match(move, i - 1, "to|will|would|have|had|has|need|needed|needs|must|may|might|be")) {
        *planned |= match(move, i - 1, "will|would|may|might|must|needs|has|need") > 0;
        i--;
    }
    return i;
}

/* "had to leave at 15:00", "will have to leave early". */
static void read_leaving(Move *move)
{
    gboolean planned;
    int aux = aux_start(move, &planned);
    int subject = aux < move->verb ? mb_read_people_before(move->c, move->from, aux, move->reading->people) : -1;

    if (subject < 0 || !mb_people_keep_persons(move->reading->people) || telling(move, subject) == NOT_SAID ||
        !read_after(move, FALSE))
        return;
    move->reading->sure = 85;
    if (planned)
        mb_doubt(move->reading, 60, "It is announced, not told.");
    mb_reading_weigh(move->reading);
    add_move(move, subject);
}

static void copy_people(GPtrArray *to, const GPtrArray *from)
{
    for (guint i = 0; i < from->len; i++)
        g_ptr_array_add(to, mb_named_copy(from->pdata[i]));
}

/* The last reading of a coming or going in this sentence, or NULL. */
static const MbReading *move_before(const Move *move)
{
    const GPtrArray *all = move->c->readings;
    const MbReading *last = all->len ? all->pdata[all->len - 1] : NULL;

    if (!last || (last->kind != MB_READ_ARRIVAL && last->kind != MB_READ_DEPARTURE) || last->line != move->c->line)
        return NULL;
    return last->start >= mb_words_at(move->c->words, move->from)->start ? last : NULL;
}

/* "… and left at 15:10": whoever the sentence is about. A member who declared an interest and left is the
 * declaration's. */
static void read_carried(Move *move)
{
    int join = move->verb;
    const MbReading *last = move_before(move);

    while (join > move->from && match(move, join - 1, "then|later|subsequently|briefly|had"))
        join--;
    if (join <= move->from || !match(move, join - 1, "and|but|,|before|;") ||
        mb_find_in(move->c->words, move->from, move->verb, "declared|declares|interest") >= 0)
        return;
    if (last)
        copy_people(move->reading->people, last->people);
    else
        mb_read_people(move->c, mb_after_number(move->c->words, move->from), move->reading->people);
    if (!mb_people_keep_persons(move->reading->people) || of_another_time(move) || !read_after(move, last != NULL) ||
        !(move->place || last))
        return;
    weigh(move, SAID);
    move->reading->sure = MIN(move->reading->sure, 88);
    add_move(move, move->verb);
}

/* "The meeting was joined by Cllr Redfern at 14:20." */
static gboolean read_joined_by(Move *move)
{
    int by = match(move, move->verb, "joined by");

    if (!by || !match(move, move->verb - 2, "meeting|board|members was|were|is"))
        return FALSE;
    int taken = mb_read_people(move->c, move->verb + by, move->reading->people);
    if (!taken || !mb_people_keep_persons(move->reading->people))
        return TRUE;
    move->after = move->verb + by + taken;
    read_after(move, TRUE);
    move->place = TRUE;
    weigh(move, SAID);
    add_move(move, move->verb);
    return TRUE;
}

static void read_move(Move *move, gboolean bare)
{
    if (move->reading->kind == MB_READ_ARRIVAL && read_joined_by(move))
        return;
    if (match(move, move->verb, "leave")) {
        read_leaving(move);
        return;
    }
    int subject = match(move, move->verb, "leaving|joining|returning|rejoining|re-joining|arriving")
                      ? -1
                      : mb_read_people_before(move->c, move->from, move->verb, move->reading->people);
    if (subject < 0) {
        read_carried(move);
        return;
    }
    Telling how = telling(move, subject);
    if (how == NOT_SAID || !mb_people_keep_persons(move->reading->people) || of_another_time(move) ||
        !read_after(move, bare))
        return;
    time_before(move, subject);
    weigh(move, how);
    add_move(move, subject);
}

/* "Cllr Redfern attended until 15:00", "… attended from item 5". */
static void read_attended(Move *move)
{
    int after = move->verb + 1 + place_words(move, move->verb + 1);

    if (match(move, after, "until|till|up"))
        move->reading->kind = MB_READ_DEPARTURE;
    else if (!match(move, after, "from"))
        return;
    int subject = mb_read_people_before(move->c, move->from, move->verb, move->reading->people);
    move->after = after;
    if (subject < 0 || !mb_people_keep_persons(move->reading->people) || telling(move, subject) == NOT_SAID ||
        !read_after(move, FALSE) || !move->place)
        return;
    weigh(move, SAID);
    add_move(move, subject);
}

static void try_verb(MbReadingCase *c, int verb, gsize row)
{
    int go = verbs[row].go ? mb_words_match(c->words, verb + 1, verbs[row].go) : 0;

    if (verbs[row].must && !go)
        return;
    Move move = {.c = c,
                 .from = mb_words_sentence_start(c->words, verb),
                 .to = mb_words_sentence_end(c->words, verb),
                 .verb = verb,
                 .after = verb + 1 + go,
                 .reading = mb_reading_new(verbs[row].kind, c->line)};
    read_move(&move, verbs[row].bare);
    mb_reading_free(move.reading);
}

static void try_attended(MbReadingCase *c, int verb)
{
    Move move = {.c = c,
                 .from = mb_words_sentence_start(c->words, verb),
                 .to = mb_words_sentence_end(c->words, verb),
                 .verb = verb,
                 .reading = mb_reading_new(MB_READ_ARRIVAL, c->line)};

    read_attended(&move);
    mb_reading_free(move.reading);
}

void mb_rule_attendance(MbReadingCase *c)
{
    gboolean heading = c->lines && c->lines[c->line].heading;

    for (int i = 0; i < (int)mb_words_count(c->words); i++) {
        int cue = mb_cue_of(c->reader, mb_words_at(c->words, i));
        if (cue & MB_CUE_APOLOGIES)
            mb_read_apologies(c, i);
        if (heading || !(cue & (MB_CUE_COMING | MB_CUE_GOING)))
            continue;
        if (mb_words_match(c->words, i, "attended"))
            try_attended(c, i);
        for (gsize row = 0; row < G_N_ELEMENTS(verbs); row++)
            if (mb_words_match(c->words, i, verbs[row].verbs))
                try_verb(c, i, row);
    }
}
