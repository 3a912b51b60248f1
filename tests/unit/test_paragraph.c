/* SPDX-License-Identifier: MIT */
/* Paragraphs between the book's notation and text with fonts, without loss. */
#include "test_passage.h"

#include "minutebook/doc/doc.h"

static MbParagraph *paragraph_of(int style, const char *notation)
{
    MbParagraph *paragraph = mb_paragraph_new();

    paragraph->style = style;
    mb_paragraph_set_notation(paragraph, notation);
    return paragraph;
}

/* The fonts as digits: 1 bold, 2 italic, 3 both. */
static char *fonts_of(const MbParagraph *paragraph)
{
    char *digits = g_malloc(paragraph->fonts->len + 1);

    for (guint i = 0; i < paragraph->fonts->len; i++)
        digits[i] = (char)('0' + paragraph->fonts->data[i]);
    digits[paragraph->fonts->len] = '\0';
    return digits;
}

static const struct {
    const char *notation, *text, *fonts;
    const char *again; /* as written back; NULL: the same */
} notations[] = {
    {"", "", "", NULL},
    {"plain", "plain", "00000", NULL},
    {"**bold**", "bold", "1111", NULL},
    {"*it*", "it", "22", NULL},
    {"***both***", "both", "3333", NULL},
    {"a **b** c", "a b c", "00100", NULL},
    {"**a***b*", "ab", "12", NULL},
    {"*a***b**", "ab", "21", NULL},
    {"**a*****b***", "ab", "13", NULL},
    {"***a*****b**", "ab", "31", NULL},
    {"*a****b***", "ab", "23", NULL},
    {"***a****b*", "ab", "32", NULL},
    {"**two words**", "two words", "111111111", NULL},
    /* a space between two of one font has theirs */
    {"**a** **b**", "a b", "111", "**a b**"},
    {"**a** *b*", "a b", "102", NULL},
    {"**a** ***b***", "a b", "103", NULL},
    /* what is no mark is text, and needs no backslash */
    {"5 * 3 * 2", "5 * 3 * 2", "000000000", NULL},
    {"Cllr Smith*", "Cllr Smith*", "00000000000", NULL},
    {"** not bold**", "** not bold**", "0000000000000", NULL},
    {"**not closed", "**not closed", "000000000000", NULL},
    {"****", "****", "0000", NULL},
    {"*a **b*", "a *b*", "22200", NULL},
    /* what would be one has a backslash */
    {"\\*a\\*", "*a*", "000", NULL},
    {"\\*\\*a\\*\\*", "**a**", "00000", NULL},
    {"**a\\***", "a*", "11", NULL},
    {"**\\*a**", "*a", "11", NULL},
    /* backslashes elsewhere are themselves */
    {"C:\\a\\\\b", "C:\\a\\\\b", "0000000", NULL},
    {"end\\", "end\\", "0000", NULL},
    {"**a\\\\**", "a\\", "11", NULL},
    {"\\\\**a**", "\\a", "01", NULL},
    {"\\\\\\*a*", "\\*a*", "0000", "\\\\\\*a\\*"},
    {"**Ünïcode** – *ﬁn*", "Ünïcode – ﬁn", "111111111000002222", NULL},
};

static void test_notation(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(notations); i++) {
        MbParagraph *paragraph = paragraph_of(MB_STYLE_PARAGRAPH, notations[i].notation);
        g_autofree char *fonts = fonts_of(paragraph);
        g_autofree char *again = mb_paragraph_notation(paragraph);

        g_assert_cmpstr(paragraph->text->str, ==, notations[i].text);
        g_assert_cmpstr(fonts, ==, notations[i].fonts);
        g_assert_cmpstr(again, ==, notations[i].again ? notations[i].again : notations[i].notation);
        mb_paragraph_free(paragraph);
    }
}

/* Any text with any fonts comes back, but for the fonts of spaces. */
static void test_notation_any(void)
{
    static const char letters[] = "a*\\ b";
    g_autoptr(GRand) rand = g_rand_new_with_seed(7);

    for (int i = 0; i < 100000; i++) {
        MbParagraph *first = mb_paragraph_new();
        MbParagraph *second = mb_paragraph_new();

        for (int n = g_rand_int_range(rand, 0, 12); n > 0; n--) {
            char c = letters[g_rand_int_range(rand, 0, 5)];
            guint8 font = c == ' ' ? 0 : (guint8)g_rand_int_range(rand, 0, 4);

            g_string_append_c(first->text, c);
            g_byte_array_append(first->fonts, &font, 1);
        }
        g_autofree char *notation = mb_paragraph_notation(first);
        mb_paragraph_set_notation(second, notation);
        g_assert_cmpstr(second->text->str, ==, first->text->str);
        for (guint n = 0; n < first->fonts->len; n++)
            if (first->text->str[n] != ' ')
                g_assert_cmpint(second->fonts->data[n], ==, first->fonts->data[n]);
        mb_paragraph_free(first);
        mb_paragraph_free(second);
    }
}

static char *any_notation(GRand *rand)
{
    static const char *const pieces[] = {"a", "b ", " ", "c", "*", "**", ".", "* ", " **"};
    GString *out = g_string_new(NULL);

    for (int n = g_rand_int_range(rand, 0, 14); n > 0; n--)
        g_string_append(out, pieces[g_rand_int_range(rand, 0, 9)]);
    return g_string_free(out, FALSE);
}

/* The fonts of the letters as the printed minutes have them. */
static void assert_printed(const MbParagraph *paragraph, const char *notation)
{
    MbDoc *doc = mb_doc_new("", "en-GB");
    MbNode *node = mb_node_paragraph(doc->root, NULL);
    gsize at = 0;

    mb_node_rich(node, notation);
    for (guint i = 0; i < node->children->len; i++) {
        const MbNode *span = node->children->pdata[i];

        for (const char *c = span->text; *c; c++, at++) {
            g_assert_cmpint(paragraph->text->str[at], ==, *c);
            if (*c != ' ')
                g_assert_cmpint(paragraph->fonts->data[at], ==, span->style);
        }
    }
    g_assert_cmpuint(at, ==, paragraph->text->len);
    mb_doc_free(doc);
}

/* What is written here is printed so: the two readers of ** and * agree. */
static void test_notation_printed(void)
{
    g_autoptr(GRand) rand = g_rand_new_with_seed(11);

    for (int i = 0; i < 20000; i++) {
        g_autofree char *notation = any_notation(rand);
        MbParagraph *paragraph = paragraph_of(MB_STYLE_PARAGRAPH, notation);

        if (!strstr(notation, "***"))
            assert_printed(paragraph, notation);
        mb_paragraph_free(paragraph);
    }
}

/* A megabyte of marks that never close is read in one go. */
static void read_long(const char *mark)
{
    g_autoptr(GString) text = g_string_new(NULL);
    gint64 began = g_get_monotonic_time();
    MbParagraph *paragraph;

    while (text->len < 1024 * 1024)
        g_string_append(text, mark);
    paragraph = paragraph_of(MB_STYLE_PARAGRAPH, text->str);
    g_assert_cmpuint(paragraph->text->len, ==, text->len);
    mb_paragraph_free(paragraph);
    g_test_message("1 MB of \"%s\": %d ms", mark, (int)((g_get_monotonic_time() - began) / 1000));
    g_assert_cmpint(g_get_monotonic_time() - began, <, 20 * G_USEC_PER_SEC);
}

static void test_notation_long(void)
{
    read_long("*a ");
    read_long("**b ");
    read_long("***c ");
}

static void test_no_breaks_in_text(void)
{
    MbParagraph *paragraph = paragraph_of(MB_STYLE_BULLET, "a\nb\tc\xff");

    g_assert_cmpstr(paragraph->text->str, ==, "a b c\xEF\xBF\xBD");
    mb_paragraph_free(paragraph);
}

static void test_frozen(void)
{
    MbParagraph *paragraph = paragraph_of(MB_STYLE_TABLE, "**Name**\tVotes\nA \\ B\t4");
    g_autofree char *frozen = NULL;
    g_autofree char *again = NULL;
    MbParagraph *thawed;

    g_free(paragraph->id);
    paragraph->id = g_strdup("p1");
    paragraph->position = 2048;
    paragraph->layer = MB_LAYER_PRIVATE;
    paragraph->typed_at = g_strdup("2026-01-15T10:00:00Z");
    paragraph->speaker_words = g_strdup("the Chair");
    frozen = mb_paragraph_freeze(paragraph);
    g_assert_cmpstr(
        frozen, ==,
        "p1\t2048\tprivate\ttable\t0\t\t2026-01-15T10:00:00Z\t\tthe Chair\t**Name**\\tVotes\\nA \\\\ B\\t4");
    thawed = mb_paragraph_thaw(frozen);
    again = mb_paragraph_freeze(thawed);
    g_assert_cmpstr(again, ==, frozen);
    g_assert_cmpstr(thawed->text->str, ==, "Name\tVotes\nA \\ B\t4");
    g_assert_null(thawed->speaker);
    mb_paragraph_free(paragraph);
    mb_paragraph_free(thawed);
}

static void test_frozen_damaged(void)
{
    static const char *const damaged[] = {
        "",
        "p1",
        "\t0\tminute\tparagraph\t0\t\t\t\t\ttext",
        "p1\tx\tminute\tparagraph\t0\t\t\t\t\ttext",
        "p1\t-1\tminute\tparagraph\t0\t\t\t\t\ttext",
        "p1\t0\tminute\tparagraf\t0\t\t\t\t\ttext",
        "p1\t0\tminute\tparagraph\t0\t\t\t\t\ttext\\",
        "p1\t0\tminute\tparagraph\t0\t\t\t\t\ttext\ttoo much",
        "p1\t0\tminute\tparagraph\t0\t\t\t\t\t\xff",
    };

    g_assert_null(mb_paragraph_thaw(NULL));
    for (gsize i = 0; i < G_N_ELEMENTS(damaged); i++)
        g_assert_null(mb_paragraph_thaw(damaged[i]));
}

static void test_record(void)
{
    MbMinute *minute = mb_record_new(&MB_MINUTE);
    MbMinute *again = mb_record_new(&MB_MINUTE);
    g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func(mb_record_free);
    MbParagraph *paragraph;

    minute->position = 3072;
    minute->style = MB_STYLE_NUMBERED;
    minute->level = 1;
    mb_set(&minute->number, "4.2");
    mb_set(&minute->text, "The **Chair** said *so*.");
    mb_set(&minute->typed_at, "2026-01-15T10:00:00Z");
    paragraph = mb_paragraph_of(minute, NULL);
    g_assert_cmpstr(paragraph->text->str, ==, "The Chair said so.");
    mb_paragraph_store(paragraph, again, cells);
    g_assert_true(mb_record_equal(minute, again));
    g_assert_cmpuint(cells->len, ==, 0);
    mb_record_free(minute);
    mb_record_free(again);
    mb_paragraph_free(paragraph);
}

static MbCell *add_cell(MbDossier *dossier, const MbMinute *minute, int row, int col, const char *text)
{
    MbCell *cell = mb_dossier_new_record(dossier, &MB_CELL);

    mb_set(&cell->minute, minute->id);
    cell->row = row;
    cell->col = col;
    mb_set(&cell->text, text);
    return cell;
}

/* Cells that are missing stand empty, rows are of one length, and a cell that stays keeps its id. */
static void test_table(void)
{
    g_autoptr(MbDossier) dossier = mb_dossier_new();
    g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func(mb_record_free);
    g_autoptr(GPtrArray) again = g_ptr_array_new_with_free_func(mb_record_free);
    MbMinute *minute = mb_dossier_new_record(dossier, &MB_MINUTE);
    MbParagraph *paragraph;

    minute->style = MB_STYLE_TABLE;
    add_cell(dossier, minute, 2, 1, "4\n5");
    add_cell(dossier, minute, 0, 0, "**Name**");
    add_cell(dossier, minute, 0, 2, "Votes");
    paragraph = mb_paragraph_of(minute, dossier);
    g_assert_cmpstr(paragraph->text->str, ==, "Name\t\tVotes\n\t\t\n\t4 5\t");
    mb_paragraph_store(paragraph, minute, cells);
    g_assert_cmpuint(cells->len, ==, 9);
    g_assert_cmpstr(((MbCell *)cells->pdata[0])->text, ==, "**Name**");
    g_assert_true(((MbCell *)cells->pdata[2])->header);
    g_assert_false(((MbCell *)cells->pdata[3])->header);
    g_assert_null(((MbCell *)cells->pdata[3])->text);
    g_assert_null(minute->text);
    mb_paragraph_store(paragraph, minute, again);
    g_assert_true(mb_record_equal(cells->pdata[7], again->pdata[7]));
    mb_paragraph_free(paragraph);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/paragraph/notation and back", test_notation);
    g_test_add_func("/paragraph/any text and fonts come back from notation", test_notation_any);
    g_test_add_func("/paragraph/notation is printed as it is shown", test_notation_printed);
    g_test_add_func("/paragraph/a megabyte of open marks is read at once", test_notation_long);
    g_test_add_func("/paragraph/no line break, tab or damaged byte stands in a text", test_no_breaks_in_text);
    g_test_add_func("/paragraph/frozen and thawed", test_frozen);
    g_test_add_func("/paragraph/what is damaged does not thaw", test_frozen_damaged);
    g_test_add_func("/paragraph/record and back", test_record);
    g_test_add_func("/paragraph/table and its cells", test_table);
    return g_test_run();
}
