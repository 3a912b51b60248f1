/* SPDX-License-Identifier: MIT */
/* Words in a range, clauses and readings, as the rules for actions and decisions look at them. */
#include "deeds.h"

#include "minutebook/base/text.h"
#include "minutebook/model/item.h"

#include <string.h>

gboolean mb_is_mark(const MbWords *words, int i, char mark)
{
    const MbWord *word = mb_words_at(words, i);

    return word && word->kind == MB_WORD_MARK && word->fold[0] == mark && !word->fold[1];
}

gboolean mb_is_any_mark(const MbWords *words, int i, const char *marks)
{
    const MbWord *word = mb_words_at(words, i);

    return word && word->kind == MB_WORD_MARK && !word->fold[1] && strchr(marks, word->fold[0]);
}

gboolean mb_is_one(const MbWords *words, int i, const char *choices)
{
    return mb_words_match(words, i, choices) == 1;
}

gboolean mb_is_word(const MbWords *words, int i)
{
    const MbWord *word = mb_words_at(words, i);

    return word && word->kind == MB_WORD_WORD;
}

const char *mb_fold_at(const MbWords *words, int i)
{
    const MbWord *word = mb_words_at(words, i);

    return word ? word->fold : "";
}

int mb_last_word(const MbWords *words)
{
    return (int)mb_words_count(words) - 1;
}

int mb_find_in(const MbWords *words, int from, int to, const char *phrase)
{
    for (int i = MAX(from, 0); i <= to; i++) {
        int taken = mb_words_match(words, i, phrase);
        if (taken && i + taken - 1 <= to)
            return i;
    }
    return -1;
}

int mb_after_bullet(const MbWords *words, int i)
{
    for (;; i++) {
        const MbWord *word = mb_words_at(words, i);
        if (!word || word->kind != MB_WORD_MARK || strchr("([\"'", word->fold[0]))
            return i;
    }
}

/* "a", "iv", "B": what may letter a clause. */
static gboolean letters_clause(const MbWords *words, int i)
{
    const char *fold = mb_fold_at(words, i);

    return mb_is_word(words, i) && (strlen(fold) == 1 || (strlen(fold) <= 4 && strspn(fold, "ivx") == strlen(fold)));
}

static int one_number(const MbWords *words, int i)
{
    const MbWord *word = mb_words_at(words, i);
    gboolean number =
        word && word->kind == MB_WORD_NUMBER && strspn(word->fold, "0123456789.") >= strlen(word->fold) - 1;

    if (mb_is_any_mark(words, i, "([") && mb_is_any_mark(words, i + 2, ")]")) {
        const MbWord *inner = mb_words_at(words, i + 1);
        return (inner->kind == MB_WORD_NUMBER && inner->length <= 4) || letters_clause(words, i + 1) ? 3 : 0;
    }
    if (number && mb_is_any_mark(words, i + 1, ".)"))
        return 2;
    if (number && strchr(word->fold, '.') && mb_words_at(words, i + 1))
        return 1;
    if (letters_clause(words, i) && mb_is_mark(words, i + 1, ')'))
        return 2;
    return word && letters_clause(words, i) && !word->capital && mb_is_mark(words, i + 1, '.') ? 2 : 0;
}

int mb_after_number(const MbWords *words, int i)
{
    for (int round = 0; round < 3; round++) {
        i = mb_after_bullet(words, i);
        int taken = one_number(words, i);
        if (!taken)
            return i;
        i += taken;
    }
    return mb_after_bullet(words, i);
}

int mb_count_at(const MbWords *words, int i)
{
    static const char *const names[] = {"no",       "one",      "two",      "three",   "four",    "five",
                                        "six",      "seven",    "eight",    "nine",    "ten",     "eleven",
                                        "twelve",   "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
                                        "eighteen", "nineteen", "twenty"};
    const MbWord *word = mb_words_at(words, i);

    if (!word || word->kind == MB_WORD_MARK)
        return -1;
    if (word->kind == MB_WORD_NUMBER)
        return strspn(word->fold, "0123456789") == strlen(word->fold) && strlen(word->fold) < 5
                   ? (int)g_ascii_strtoll(word->fold, NULL, 10)
                   : -1;
    for (gsize n = 0; n < G_N_ELEMENTS(names); n++)
        if (strcmp(word->fold, names[n]) == 0)
            return (int)n;
    if (mb_is_one(words, i, "none|nil|nobody|zero"))
        return 0;
    return mb_is_one(words, i, "a|an") ? 1 : -1;
}

gboolean mb_is_deed(const char *word)
{
    static const char deeds[] =
        " add address advertise advise agree align allocate amend analyse apply appoint approach arrange ask assess "
        "assist "
        "attend audit bid book brief bring broker build buy calculate call cancel carry challenge change chase check "
        "choose "
        "circulate clarify clean close collate collect commission compare compile complete conduct confirm connect "
        "consider "
        "consolidate consult contact convene coordinate co-ordinate copy cost cover create deal define deliver design "
        "determine develop discuss display dispose distribute document download draft draw email e-mail encourage "
        "engage "
        "enquire ensure escalate establish evaluate examine expand explain explore extend facilitate feed feedback "
        "file fill "
        "finalise finalize find fix follow forward gather get give go hand help hold host identify implement improve "
        "include "
        "inform inquire insert inspect install instruct interview introduce investigate invite invoice issue join keep "
        "launch lead learn let liaise link list look maintain make map meet mend monitor move name negotiate nominate "
        "note "
        "notify number observe obtain offer open order organise organize outline oversee paint pass pay phone pick "
        "pilot plan "
        "post prepare present press print produce progress promote propose provide publish purchase pursue put query "
        "quote "
        "raise rate reach read rearrange re-circulate recirculate recommend reconcile reconsider record recruit "
        "redraft "
        "refer refresh register reissue reinstate relay release remind remove renew repair repeat replace reply report "
        "represent request reschedule research resend resolve respond return review revise revisit rewrite ring run "
        "scan "
        "schedule scope secure settle lodge hire fit erect install plant sell insure mark measure enter place produce "
        "rewrite renegotiate reprint rebook restore recover reclaim repay reimburse audit store seek select send set "
        "share show sign sort source speak specify start step store study "
        "submit "
        "summarise summarize supply support survey table take talk tell test tidy train transfer translate trial try "
        "turn "
        "undertake update upgrade upload verify view visit walk warn water weigh withdraw work write ";
    char sought[24];
    gsize length = strlen(word);

    if (!length || length > sizeof sought - 3)
        return FALSE;
    sought[0] = ' ';
    memcpy(sought + 1, word, length);
    memcpy(sought + 1 + length, " ", 2);
    return strstr(deeds, sought) != NULL;
}

void mb_clause_cut(MbClause *clause, int from, int to)
{
    from = MAX(from, clause->from);
    to = MIN(to, clause->to);
    if (from > to)
        return;
    if (from == clause->from) {
        clause->from = to + 1;
    } else if (to == clause->to) {
        clause->to = from - 1;
    } else if (clause->count < MB_CUTS) {
        clause->cuts[clause->count][0] = from;
        clause->cuts[clause->count++][1] = to;
    }
}

gboolean mb_clause_has(const MbClause *clause, int i)
{
    for (int k = 0; k < clause->count; k++)
        if (i >= clause->cuts[k][0] && i <= clause->cuts[k][1])
            return FALSE;
    return i >= clause->from && i <= clause->to;
}

/* A closing bracket whose opening one stands outside. */
static gboolean closes_nothing(const MbWords *words, const MbClause *clause, int i)
{
    int depth = 0;

    if (!mb_is_any_mark(words, i, ")]"))
        return FALSE;
    for (int k = i - 1; k >= clause->from && depth >= 0; k--)
        if (mb_clause_has(clause, k))
            depth += mb_is_any_mark(words, k, ")]") - mb_is_any_mark(words, k, "([");
    return depth >= 0;
}

static gboolean ends_badly(const MbWords *words, const MbClause *clause, int i)
{
    return mb_is_any_mark(words, i, ".,;:-([/=|>") || mb_is_one(words, i, "and") || closes_nothing(words, clause, i);
}

void mb_clause_close(const MbWords *words, MbClause *clause)
{
    int opened = -1;

    for (int i = clause->from; i <= clause->to; i++) {
        if (!mb_clause_has(clause, i))
            continue;
        if (mb_is_any_mark(words, i, "(["))
            opened = i;
        else if (mb_is_any_mark(words, i, ")]") && closes_nothing(words, clause, i))
            mb_clause_cut(clause, i, i);
        else if (mb_is_any_mark(words, i, ")]") && opened >= 0)
            mb_clause_cut(clause, opened, i);
        else if (!mb_is_any_mark(words, i, ",;"))
            opened = -1;
    }
}

void mb_clause_trim(const MbWords *words, MbClause *clause)
{
    while (clause->from <= clause->to &&
           (!mb_clause_has(clause, clause->from) || mb_is_any_mark(words, clause->from, ".,;:-)]/=|>")))
        clause->from++;
    while (clause->from <= clause->to && (!mb_clause_has(clause, clause->to) || ends_badly(words, clause, clause->to)))
        clause->to--;
}

/* The next stretch that is kept, from *I on; FALSE where none is left. */
static gboolean next_kept(const MbClause *clause, int *i, int *last)
{
    while (*i <= clause->to && !mb_clause_has(clause, *i))
        (*i)++;
    if (*i > clause->to)
        return FALSE;
    *last = *i;
    while (*last < clause->to && mb_clause_has(clause, *last + 1))
        (*last)++;
    return TRUE;
}

char *mb_clause_text(const MbWords *words, const MbClause *clause)
{
    MbClause left = *clause;
    GString *out = g_string_new(NULL);
    int last;

    mb_clause_trim(words, &left);
    for (int i = left.from; next_kept(&left, &i, &last); i = last + 1) {
        g_autofree char *part = mb_words_text(words, i, last);
        gboolean glued = mb_is_any_mark(words, i, ",.;:)]");
        while (glued && out->len && strchr(",;: ", out->str[out->len - 1]))
            g_string_truncate(out, out->len - 1);
        if (out->len && !glued)
            g_string_append_c(out, ' ');
        g_string_append(out, part);
    }
    return g_string_free(out, FALSE);
}

void mb_doubt(MbReading *reading, int sure, const char *why)
{
    reading->sure = MIN(reading->sure, sure);
    if (!reading->doubt)
        reading->doubt = g_strdup(why);
}

void mb_place(const MbReadingCase *c, MbReading *reading, int from, int to)
{
    const MbWord *first = mb_words_at(c->words, from);
    const MbWord *last = mb_words_at(c->words, MIN(to, mb_last_word(c->words)));

    reading->start = reading->length = 0;
    if (!first || !last || last->start < first->start)
        return;
    reading->start = first->start;
    reading->length = last->start + last->length - first->start;
}

void mb_add(MbReadingCase *c, MbReading *reading)
{
    if (reading->sure < 30)
        mb_reading_free(reading);
    else
        g_ptr_array_add(c->readings, reading);
}

/* The first word that ends behind BYTE. */
static int word_behind(const MbWords *words, int byte)
{
    int low = 0, high = mb_last_word(words) + 1;

    while (low < high) {
        int middle = (low + high) / 2;
        const MbWord *word = mb_words_at(words, middle);
        if (word->start + word->length > byte)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

gboolean *mb_words_read(const MbReadingCase *c)
{
    gboolean *read = NULL;

    for (guint i = c->readings->len; i > 0; i--) {
        const MbReading *reading = c->readings->pdata[i - 1];
        if (reading->last_line < c->line)
            break;
        if (reading->line != c->line || (reading->kind != MB_READ_UPDATE && reading->kind != MB_READ_APPROVAL &&
                                         reading->kind != MB_READ_CORRECTION))
            continue;
        if (!read)
            read = g_new0(gboolean, mb_words_count(c->words) + 1);
        for (int k = word_behind(c->words, reading->start); k <= mb_last_word(c->words); k++) {
            if (mb_words_at(c->words, k)->start >= reading->start + reading->length)
                break;
            read[k] = TRUE;
        }
    }
    return read;
}

gboolean mb_any_read(const gboolean *read, int from, int to)
{
    for (int i = from; read && i <= to; i++)
        if (read[i])
            return TRUE;
    return FALSE;
}

MbReadingCase mb_read_case_at(const MbReadingCase *c, int line, const char *text)
{
    MbReadingCase other = *c;

    other.line = line;
    other.words = mb_words_new(text);
    return other;
}

void mb_read_case_end(MbReadingCase *c)
{
    g_clear_pointer(&c->words, mb_words_free);
}

const char *mb_line_text(const MbReadingCase *c, int line)
{
    const char *text = line >= 0 && line < c->count ? c->lines[line].text : NULL;

    return text ? text : "";
}

gboolean mb_line_empty(const MbReadingCase *c, int line)
{
    const char *text = mb_line_text(c, line);

    return !text[strspn(text, " \t\r\n")];
}

MbDay mb_read_case_day(const MbReadingCase *c)
{
    return c->meeting ? c->meeting->day : MB_NO_DAY;
}

gboolean mb_item_of_actions(const MbReadingCase *c)
{
    const MbItem *item = mb_dossier_find(c->dossier, &MB_ITEM, c->item);

    for (int depth = 0; item && depth < 8; depth++) {
        if (item->matters_arising || (item->title && (mb_text_contains(item->title, "matters arising") ||
                                                      mb_text_contains(item->title, "action"))))
            return TRUE;
        item = mb_dossier_find(c->dossier, &MB_ITEM, item->parent);
    }
    return FALSE;
}
