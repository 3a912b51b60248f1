/* SPDX-License-Identifier: MIT */
/* YAML read into values: what is read, where it stood, every fault, and files made to do harm (base/yaml.h). */
#include "minutebook/base/yaml.h"

#include <string.h>

/* Appends VALUE in a line: 'text' plain, "text" quoted, [lists], {maps}, null. */
static void describe(GString *out, const MbValue *value)
{
    switch (mb_value_kind(value)) {
    case MB_VALUE_TEXT:
        g_string_append_printf(out, mb_value_plain(value) ? "'%s'" : "\"%s\"", mb_value_text(value));
        break;
    case MB_VALUE_LIST:
        g_string_append_c(out, '[');
        for (guint i = 0; i < mb_value_length(value); i++) {
            g_string_append(out, i > 0 ? ", " : "");
            describe(out, mb_value_at(value, i));
        }
        g_string_append_c(out, ']');
        break;
    case MB_VALUE_MAP:
        g_string_append_c(out, '{');
        for (guint i = 0; i < mb_value_length(value); i++) {
            g_string_append_printf(out, "%s%s: ", i > 0 ? ", " : "", mb_value_key(value, i));
            describe(out, mb_value_value(value, i));
        }
        g_string_append_c(out, '}');
        break;
    default:
        g_string_append(out, "null");
        break;
    }
}

/* Reads LENGTH bytes of YAML: the documents are VALUES ("-" for NULL), the faults are FAULTS. */
static void assert_bytes(const char *yaml, gsize length, const char *values, const char *faults)
{
    g_autoptr(MbFaults) found = mb_faults_new();
    g_autoptr(MbValue) documents = mb_yaml_read("f", yaml, length, found);
    g_autoptr(GString) described = g_string_new(NULL);
    if (documents == NULL)
        g_string_append_c(described, '-');
    else
        describe(described, documents);
    g_autofree char *told = mb_faults_text(found);
    g_assert_cmpstr(told, ==, faults);
    g_assert_cmpstr(described->str, ==, values);
}

static void assert_yaml(const char *yaml, const char *values, const char *faults)
{
    assert_bytes(yaml, strlen(yaml), values, faults);
}

static void test_values(void)
{
    assert_yaml("board: HTB\nroll:\n  - {name: A, post: \"12\"}\n  - name: B\n",
                "[{board: 'HTB', roll: [{name: 'A', post: \"12\"}, {name: 'B'}]}]", "");
    assert_yaml("a:\nb: ~\nc: null\nd: 'null'\ne: ''\nf: Null\n",
                "[{a: null, b: null, c: null, d: \"null\", e: \"\", f: 'Null'}]", "");
    assert_yaml("t: |\n  one\n\n  two\nu: >\n  a\n  b\n", "[{t: \"one\n\ntwo\n\", u: \"a b\n\"}]", "");
    assert_yaml("a: 1 # remark\n---\n- x\n...\n", "[{a: '1'}, ['x']]", "");
    assert_yaml("---\n---\n", "[null, null]", "");
    assert_yaml("", "[]", "");
    assert_yaml("# remark only\n", "[]", "");
    assert_yaml("\357\273\277a: 1\n", "[{a: '1'}]", "");
    assert_yaml("a: !!str 12\nb: !!str\n", "[{a: \"12\", b: \"\"}]", "");
    assert_yaml("<<: 3\n", "[{<<: '3'}]", "");
    assert_yaml("a: 1\r\nb: 2\r\n", "[{a: '1', b: '2'}]", "");
}

static void assert_place(MbPlace place, int line, int column)
{
    g_assert_cmpstr(place.file, ==, "plan.yaml");
    g_assert_cmpint(place.line, ==, line);
    g_assert_cmpint(place.column, ==, column);
}

static void test_places(void)
{
    static const char yaml[] = "é: {ü: x}\nlist:\n  - one\n  -\n---\n\nk: \"v\"\n";
    g_autoptr(MbFaults) faults = mb_faults_new();
    g_autoptr(MbValue) documents = mb_yaml_read("plan.yaml", yaml, sizeof yaml - 1, faults);
    const MbValue *first = mb_value_at(documents, 0);
    assert_place(mb_value_place(first), 1, 1);
    assert_place(mb_value_place(mb_value_get(first, "é")), 1, 4);
    assert_place(mb_value_key_place(mb_value_get(first, "é"), 0), 1, 5);
    assert_place(mb_value_place(mb_value_get(mb_value_get(first, "é"), "ü")), 1, 8);
    assert_place(mb_value_key_place(first, 1), 2, 1);
    assert_place(mb_value_place(mb_value_at(mb_value_get(first, "list"), 0)), 3, 5);
    assert_place(mb_value_place(mb_value_get(mb_value_at(documents, 1), "k")), 7, 4);
    g_assert_cmpuint(mb_faults_count(faults), ==, 0);
}

static void test_aliases(void)
{
    assert_yaml("a: &x {n: [1]}\nb: *x\n", "[{a: {n: ['1']}, b: {n: ['1']}}]", "");
    assert_yaml("&k key: &v text\n*v : *k\n", "[{key: 'text', text: 'key'}]", "");
    assert_yaml("- &a 1\n- &a 2\n- *a\n", "[['1', '2', '2']]", "");
    assert_yaml("a: *x\n", "[{a: null}]",
                "f:1:4: the alias *x: nothing before it has that name; expected quotes around text that begins with *");
    assert_yaml("- &a 1\n---\n- *a\n", "[['1'], [null]]",
                "f:3:3: the alias *a: nothing before it has that name; expected quotes around text that begins with *");
    assert_yaml("a: &b [*b]\n", "[{a: [null]}]",
                "f:1:8: the alias *b: it stands within what it names; expected it after");
    assert_yaml("*x : {y: 1}\nz: 2\n", "[{z: '2'}]",
                "f:1:1: the alias *x: nothing before it has that name; expected quotes around text that begins with *");
    /* An anchor in a value that is refused can still be named. */
    assert_yaml("a: 1\na: &x [2]\nb: *x\n", "[{a: '1', b: ['2']}]",
                "f:2:1: the key “a” stands twice; expected it once, as in line 1");
}

static void test_alias_places(void)
{
    static const char yaml[] = "a: &x\n  n: 1\nb: *x\n";
    g_autoptr(MbFaults) faults = mb_faults_new();
    g_autoptr(MbValue) documents = mb_yaml_read("plan.yaml", yaml, sizeof yaml - 1, faults);
    const MbValue *copy = mb_value_get(mb_value_at(documents, 0), "b");
    assert_place(mb_value_place(copy), 3, 4);
    assert_place(mb_value_key_place(copy, 0), 2, 3);
}

static void test_keys(void)
{
    assert_yaml("a: 1\nb: 2\na: {c: 3, c: 4}\n", "[{a: '1', b: '2'}]",
                "f:3:1: the key “a” stands twice; expected it once, as in line 1\n"
                "f:3:11: the key “c” stands twice; expected it once, as in line 3");
    assert_yaml("? [a, b]\n: 1\nc: 2\n", "[{c: '2'}]",
                "f:1:3: a list or a map cannot be a key; expected text, in quotes where it begins with [ or {");
    assert_yaml("t: {{ title }}\n", "[{t: {}}]",
                "f:1:5: a list or a map cannot be a key; expected text, in quotes where it begins with [ or {");
}

static void test_tags(void)
{
    assert_yaml("a: !important x\n", "[{a: \"x\"}]",
                "f:1:4: the tag “!important” has no meaning here; expected quotes around text that begins with !");
    assert_yaml(
        "a: !!int 3\nb: !!map {}\n", "[{a: \"3\", b: {}}]",
        "f:1:4: the tag “tag:yaml.org,2002:int” has no meaning here; expected quotes around text that begins with !\n"
        "f:2:4: the tag “tag:yaml.org,2002:map” has no meaning here; expected quotes around text that begins with !");
}

/* A syntax error ends its document; those before and after are read. */
static void test_syntax(void)
{
    assert_yaml("a: 1\n---\nb: [1, 2\nc: 3\n---\nd: 4\n", "[{a: '1'}, {d: '4'}]",
                "f:4:2: this does not go on the [list] that begins in line 3; expected , or ]");
    assert_yaml(
        "a: 1\n---\nb: \"x\n--- {d: 4}\n", "[{a: '1'}, {d: '4'}]",
        "f:3:4: this quoted text has no end; expected a closing quote before the line that begins with --- or ...");
    assert_yaml("a: 1\n b: 2\n", "-",
                "f:2:3: a “:” where no key can stand; expected the key indented as its neighbours, or quotes around "
                "text that holds “: ”");
    assert_yaml("a: x: y\n", "-",
                "f:1:5: a “:” where no key can stand; expected the key indented as its neighbours, or quotes around "
                "text that holds “: ”");
    assert_yaml("a: 1\nfoo\nb: 2\n", "-", "f:2:1: this is no key; expected “key: value”");
    assert_yaml("a:\n\tb: 1\n", "-", "f:2:1: a tab in the indentation; expected spaces");
    assert_yaml("a: @x\n", "-", "f:1:4: text cannot begin with @ here; expected it in quotes");
    assert_yaml("a: \"b\" c\n", "-",
                "f:1:8: this is no key of the map that begins in line 1; expected “key: value”, indented as its "
                "neighbours, and quotes around text that begins with a quote");
    assert_yaml("a: 'b\n", "-", "f:1:4: this quoted text has no end; expected a closing quote");
    assert_yaml("a: 1\n--- ]\n", "[{a: '1'}]", "f:2:5: there is no value here; expected text, a list or a map");
    /* Each of two documents on the line of their "---" is told of once. */
    assert_yaml("--- ]\n--- ]\n--- ok\n", "['ok']",
                "f:1:5: there is no value here; expected text, a list or a map\nf:2:5: there is no value here; "
                "expected text, a list or a map");
}

static void test_bytes(void)
{
    static const char nul[] = "a: b\0c\nd: caf\351\ne: \033\n";
    assert_bytes(nul, sizeof nul - 1, "[{a: 'b\357\277\275c', d: 'caf\357\277\275', e: '\357\277\275'}]",
                 "f:1:5: the character U+0000 cannot stand in a file; expected text without control characters\n"
                 "f:2:7: the byte E9 is not UTF-8 text; expected a file saved as UTF-8\n"
                 "f:3:4: the character U+001B cannot stand in a file; expected text without control characters");
    assert_yaml("a: \"x\\0y\"\n", "[{a: \"x\"}]",
                "f:1:4: the text holds the character U+0000; expected text without it");
    assert_bytes("\377\376a\0", 4, "-", "f:1:1: the file is in UTF-16; expected a file saved as UTF-8");
    assert_yaml("é: 1\né: \"\001\"\n", "[{é: '1'}]",
                "f:2:1: the key “é” stands twice; expected it once, as in line 1\n"
                "f:2:5: the character U+0001 cannot stand in a file; expected text without control characters");
}

static MbValue *read_repeated(const char *start, const char *part, guint count, const char *end, char **told)
{
    g_autoptr(GString) yaml = g_string_new(start);
    for (guint i = 0; i < count; i++)
        g_string_append(yaml, part);
    g_string_append(yaml, end);
    g_autoptr(MbFaults) faults = mb_faults_new();
    MbValue *documents = mb_yaml_read("f", yaml->str, yaml->len, faults);
    *told = mb_faults_text(faults);
    return documents;
}

static void assert_refused(const char *start, const char *part, guint count, const char *end, const char *expected)
{
    g_autofree char *told = NULL;
    g_autoptr(MbValue) documents G_GNUC_UNUSED = read_repeated(start, part, count, end, &told);
    g_assert_cmpstr(told, ==, expected);
}

static void test_depth(void)
{
    g_autofree char *told = NULL;
    g_autofree char *closed = g_strnfill(64, ']');
    g_autoptr(MbValue) documents = read_repeated("", "[", 64, closed, &told);
    g_assert_cmpstr(told, ==, "");
    g_assert_cmpuint(mb_value_length(documents), ==, 1);
    static const char rest[] =
        "lists and maps lie deeper than 64 in one another; the rest of the document was not read";
    static const char *const parts[] = {"[", "- ", "? ", "{a: "};
    static const int columns[] = {65, 129, 129, 257};
    for (guint i = 0; i < G_N_ELEMENTS(parts); i++) {
        g_autofree char *expected = g_strdup_printf("f:1:%d: %s", columns[i], rest);
        assert_refused("", parts[i], 1000000, "", expected);
    }
}

static void test_depth_goes_on(void)
{
    g_autofree char *told = NULL;
    g_autoptr(MbValue) documents = read_repeated("---\n", "[", 1000, "\n---\n- next\n", &told);
    g_assert_cmpstr(told, ==,
                    "f:2:65: lists and maps lie deeper than 64 in one another; the rest of the document was not read");
    g_assert_cmpuint(mb_value_length(documents), ==, 1);
    g_assert_cmpstr(mb_value_text(mb_value_at(mb_value_at(documents, 0), 0)), ==, "next");
}

/* An alias may not lead past the depth either: [[…*a…]] with 33 outside and 32 behind the alias. */
static void test_depth_alias(void)
{
    g_autofree char *inner = g_strnfill(32, '[');
    g_autofree char *inner_end = g_strnfill(32, ']');
    g_autofree char *outer = g_strnfill(32, '[');
    g_autofree char *outer_end = g_strnfill(32, ']');
    g_autofree char *yaml = g_strdup_printf("[&a %s%s, %s*a%s]", inner, inner_end, outer, outer_end);
    g_autoptr(MbFaults) faults = mb_faults_new();
    g_autoptr(MbValue) documents G_GNUC_UNUSED = mb_yaml_read("f", yaml, strlen(yaml), faults);
    g_autofree char *told = mb_faults_text(faults);
    g_assert_cmpstr(told, ==, "f:1:103: the alias *a: what it names would lie deeper than 64; expected a flatter file");
}

static void test_laughs(void)
{
    g_autoptr(GString) yaml = g_string_new("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 10; i++) {
        g_string_append_printf(yaml, "a%d: &a%d [", i, i);
        for (int j = 0; j < 10; j++)
            g_string_append_printf(yaml, "*a%d, ", i - 1);
        g_string_append(yaml, "]\n");
    }
    g_autoptr(MbFaults) faults = mb_faults_new();
    gint64 start = g_get_monotonic_time();
    g_autoptr(MbValue) documents = mb_yaml_read("f", yaml->str, yaml->len, faults);
    g_assert_cmpint(g_get_monotonic_time() - start, <, G_USEC_PER_SEC);
    g_autofree char *told = mb_faults_text(faults);
    /* 11,111 values behind each *a3: the eighth is too much. */
    g_assert_cmpstr(
        told, ==,
        "f:5:45: too many aliases, or too much text behind them; expected the text itself; the rest was not read");
    g_assert_null(documents);
}

static void test_alias_limits(void)
{
    static const char refused[] =
        "too many aliases, or too much text behind them; expected the text itself; the rest was not read";
    g_autofree char *told = NULL;
    g_autoptr(MbValue) allowed = read_repeated("- &a x\n", "- *a\n", 1000, "", &told);
    g_assert_cmpstr(told, ==, "");
    g_assert_cmpuint(mb_value_length(mb_value_at(allowed, 0)), ==, 1001);
    g_autofree char *one_more = g_strdup_printf("f:1002:3: %s", refused);
    assert_refused("- &a x\n", "- *a\n", 1001, "", one_more);
    g_autofree char *long_text = g_strnfill(3 * 1024 * 1024, 'x');
    g_autofree char *start = g_strdup_printf("- &a %s\n", long_text);
    g_autofree char *too_long = g_strdup_printf("f:3:3: %s", refused);
    assert_refused(start, "- *a\n", 900, "", too_long);
}

static void test_sizes(void)
{
    assert_refused("", "- \n", 1100000, "",
                   "f:1000000:2: more than 1000000 values; expected them in several files; the rest was not read");
    assert_refused("a: 1 #", "0123456789abcdef", 1024 * 1024, "",
                   "f:1:1: the file is larger than 16 MiB; expected it in smaller parts");
    assert_refused("", "%TAG !a! b\n", 200, "", "f:102:1: more than 100 lines begin with %; the rest was not read");
}

/* Faults are told by file as first met, then by line and column, whatever the order of finding. */
static void test_fault_order(void)
{
    g_autoptr(MbFaults) faults = mb_faults_new();
    mb_faults_add(faults, (MbPlace){"b.yaml", 10, 1}, "third");
    mb_faults_add(faults, (MbPlace){"a.yaml", 1, 1}, "last");
    mb_faults_add(faults, (MbPlace){"b.yaml", 9, 12}, "second");
    mb_faults_add(faults, (MbPlace){"b.yaml", 9, 2}, "first of %d", 4);
    g_autofree char *told = mb_faults_text(faults);
    g_assert_cmpstr(told, ==, "b.yaml:9:2: first of 4\nb.yaml:9:12: second\nb.yaml:10:1: third\na.yaml:1:1: last");
    g_assert_cmpuint(mb_faults_count(faults), ==, 4);
}

static void test_fault_lines(void)
{
    g_autoptr(MbFaults) faults = mb_faults_new();
    mb_faults_add(faults, (MbPlace){"a\nb.yaml", 1, 2}, "key \033[2J");
    mb_faults_add(faults, (MbPlace){"c.yaml", 0, 0}, "no line");
    mb_faults_add(faults, (MbPlace){NULL, 0, 0}, "no file");
    g_autofree char *told = mb_faults_text(faults);
    g_assert_cmpstr(told, ==, "a␊b.yaml:1:2: key ␛[2J\nc.yaml: no line\nno file");
}

static void test_fault_count(void)
{
    g_autoptr(MbFaults) faults = mb_faults_new();
    for (int i = 1; i <= 20000; i++)
        mb_faults_add(faults, (MbPlace){"f", i, 1}, "wrong");
    g_autofree char *told = mb_faults_text(faults);
    g_auto(GStrv) lines = g_strsplit(told, "\n", -1);
    g_assert_cmpuint(g_strv_length(lines), ==, 201);
    g_assert_cmpstr(lines[199], ==, "f:200:1: wrong");
    g_assert_cmpstr(lines[200], ==, "… and 19800 more");
    g_assert_cmpuint(mb_faults_count(faults), ==, 20000);
}

/* Bytes thrown together from YAML's own signs: nothing worse than faults, and as many documents or faults as there must
 * be. */
static void test_chance(void)
{
    static const char *const pieces[] = {
        "a", ": ",  "- ", "\n",     "\n  ", "[",  "]",    "{", "}", ", ", "&x ", "*x", "---\n", "...\n",       "\"",
        "'", "|\n", "? ", "!!str ", "#",    "\t", "\351", "é", "%", "~",  "<<",  "\\", "\r",    "\342\200\250"};
    GRand *chance = g_rand_new_with_seed(20260115);
    for (int round = 0; round < 20000; round++) {
        g_autoptr(GString) yaml = g_string_new(NULL);
        for (int i = g_rand_int_range(chance, 1, 40); i > 0; i--)
            g_string_append(yaml, pieces[g_rand_int_range(chance, 0, G_N_ELEMENTS(pieces))]);
        g_autoptr(MbFaults) faults = mb_faults_new();
        g_autoptr(MbValue) documents = mb_yaml_read("f", yaml->str, yaml->len, faults);
        g_assert_true(documents != NULL || mb_faults_count(faults) > 0);
    }
    g_rand_free(chance);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/yaml/values", test_values);
    g_test_add_func("/yaml/places", test_places);
    g_test_add_func("/yaml/aliases", test_aliases);
    g_test_add_func("/yaml/alias-places", test_alias_places);
    g_test_add_func("/yaml/keys", test_keys);
    g_test_add_func("/yaml/tags", test_tags);
    g_test_add_func("/yaml/syntax", test_syntax);
    g_test_add_func("/yaml/bytes", test_bytes);
    g_test_add_func("/yaml/depth", test_depth);
    g_test_add_func("/yaml/depth-goes-on", test_depth_goes_on);
    g_test_add_func("/yaml/depth-alias", test_depth_alias);
    g_test_add_func("/yaml/laughs", test_laughs);
    g_test_add_func("/yaml/alias-limits", test_alias_limits);
    g_test_add_func("/yaml/sizes", test_sizes);
    g_test_add_func("/yaml/chance", test_chance);
    g_test_add_func("/faults/order", test_fault_order);
    g_test_add_func("/faults/lines", test_fault_lines);
    g_test_add_func("/faults/count", test_fault_count);
    return g_test_run();
}
