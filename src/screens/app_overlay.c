/* SPDX-License-Identifier: MIT */
/* What lies over a screen: a question with a line to type into, a list to choose from, a text to read. */
#include "app_private.h"

#include "minutebook/base/text.h"
#include "minutebook/screens/field.h"
#include "minutebook/screens/list.h"

#include <string.h>

void mb_app_push(MbApp *app, MbOverlay *overlay)
{
    overlay->app = app;
    g_ptr_array_add(app->overlays, overlay);
    app->dirty = app->whole = TRUE;
}

MbOverlay *mb_app_overlay(MbApp *app)
{
    for (guint i = app->overlays->len; i-- > 0;)
        if (!((MbOverlay *)app->overlays->pdata[i])->closed)
            return app->overlays->pdata[i];
    return NULL;
}

void mb_app_sweep(MbApp *app)
{
    for (guint i = app->overlays->len; i-- > 0;) {
        MbOverlay *overlay = app->overlays->pdata[i];

        if (overlay->closed) {
            g_ptr_array_remove_index(app->overlays, i);
            overlay->kind->free(overlay);
        }
    }
}

static gboolean is_key(const MbStroke *stroke, guint32 key)
{
    return stroke->kind == MB_STROKE_KEY && stroke->key == key && !stroke->modifiers;
}

/* --- a question --- */

typedef struct {
    MbOverlay overlay;
    char *title;
    char *hint;
    MbLineField field;
    MbAnswered answered;
    gpointer data;
} Question;

static void question_stroke(MbOverlay *overlay, const MbStroke *stroke)
{
    Question *question = (Question *)overlay;

    if (is_key(stroke, MB_KEY_ESCAPE))
        overlay->closed = TRUE;
    else if (is_key(stroke, MB_KEY_ENTER)) {
        g_autofree char *text = g_strdup(question->field.text->str);

        overlay->closed = TRUE;
        question->answered(overlay->view, g_strstrip(text), question->data);
    } else
        mb_field_stroke(&question->field, stroke);
}

/* On the two lines above the bottom one: the text that the question is about stays in sight. */
static void question_paint(MbOverlay *overlay, MbGrid *grid, MbArea area)
{
    Question *question = (Question *)overlay;
    int row = area.row + area.rows - 2;
    int width = MIN(mb_text_width(question->title) + 2, area.columns / 2);

    mb_grid_fill(grid, (MbArea){row, area.column, 2, area.columns}, MB_LOOK_BAR);
    mb_grid_put_fit(grid, row + 1, area.column + 1, area.columns - 2, question->hint, MB_LOOK_BAR, 0);
    mb_grid_put_fit(grid, row, area.column + 1, width, question->title, MB_LOOK_BAR, MB_ATTRIBUTE_BOLD);
    mb_field_paint(&question->field, grid, row, area.column + 1 + width, area.columns - width - 2);
}

static void question_free(MbOverlay *overlay)
{
    Question *question = (Question *)overlay;

    g_free(question->title);
    g_free(question->hint);
    mb_field_release(&question->field);
    g_free(question);
}

static const MbOverlayKind QUESTION = {.stroke = question_stroke,
                                       .paint = question_paint,
                                       .free = question_free,
                                       .keys = "Enter does it   Esc leaves it as it was"};

void mb_app_ask(MbView *view, const char *title, const char *text, const char *hint, MbAnswered answered, gpointer data)
{
    Question *question = g_new0(Question, 1);

    question->overlay.kind = &QUESTION;
    question->overlay.view = view;
    question->title = g_strdup(title);
    question->hint = g_strdup(hint ? hint : "");
    question->answered = answered;
    question->data = data;
    mb_field_init(&question->field, text);
    mb_app_push(view->app, &question->overlay);
}

/* --- a list to choose from --- */

static void choice_free(gpointer data)
{
    MbChoice *choice = data;

    g_free(choice->text);
    g_free(choice->detail);
    g_free(choice->number);
    g_free(choice->key);
    g_free(choice);
}

GPtrArray *mb_choices_new(void)
{
    return g_ptr_array_new_with_free_func(choice_free);
}

MbChoice *mb_choices_add(GPtrArray *choices, const char *text, const char *detail, char *number, char *key)
{
    MbChoice *choice = g_new0(MbChoice, 1);

    choice->text = g_strdup(text);
    choice->detail = g_strdup(detail);
    choice->number = number;
    choice->key = key;
    g_ptr_array_add(choices, choice);
    return choice;
}

typedef struct {
    MbOverlay overlay;
    char *title;
    GPtrArray *all;
    GPtrArray *shown; /* borrowed from ALL */
    MbLineField field;
    MbList list;
    gboolean free_text;
    MbChosen chosen;
    gpointer data;
    gpointer owned; /* freed with it, or NULL */
} Chooser;

/* Every word typed stands somewhere in the choice; or its number begins so. */
static gboolean fits(const MbChoice *choice, char **words, const char *typed)
{
    if (choice->number && g_ascii_isdigit(*typed))
        return g_str_has_prefix(choice->number, typed);
    for (; *words; words++)
        if (!mb_text_contains(choice->text, *words) && !(choice->detail && mb_text_contains(choice->detail, *words)))
            return FALSE;
    return TRUE;
}

static void narrow(Chooser *chooser)
{
    const char *typed = chooser->field.text->str;
    g_auto(GStrv) words = g_strsplit(typed, " ", -1);
    int first = 0;

    g_ptr_array_set_size(chooser->shown, 0);
    for (guint i = 0; i < chooser->all->len; i++) {
        MbChoice *choice = chooser->all->pdata[i];

        if (fits(choice, words, typed)) {
            /* What begins as typed comes first, in its own order. */
            g_autofree char *start = mb_text_fold(choice->text);
            g_autofree char *wanted = mb_text_fold(typed);

            if (*wanted && g_str_has_prefix(start, wanted))
                g_ptr_array_insert(chooser->shown, first++, choice);
            else
                g_ptr_array_add(chooser->shown, choice);
        }
    }
    mb_list_set_count(&chooser->list, (int)chooser->shown->len);
    chooser->list.at = 0;
}

static void choose(Chooser *chooser, const MbChoice *choice)
{
    chooser->overlay.closed = TRUE;
    chooser->chosen(chooser->overlay.view, choice, chooser->data);
}

static void choose_entered(Chooser *chooser)
{
    if (chooser->shown->len)
        choose(chooser, chooser->shown->pdata[chooser->list.at]);
    else if (chooser->free_text && chooser->field.text->len) {
        MbChoice typed = {.text = chooser->field.text->str};

        choose(chooser, &typed);
    }
}

/* A number that no other begins with is enough by itself. */
static void choose_number(Chooser *chooser)
{
    const char *typed = chooser->field.text->str;

    if (g_ascii_isdigit(*typed) && chooser->shown->len == 1 &&
        g_strcmp0(((MbChoice *)chooser->shown->pdata[0])->number, typed) == 0)
        choose(chooser, chooser->shown->pdata[0]);
}

static void chooser_stroke(MbOverlay *overlay, const MbStroke *stroke)
{
    Chooser *chooser = (Chooser *)overlay;
    gboolean click = stroke->kind == MB_STROKE_MOUSE && stroke->mouse == MB_MOUSE_PRESS;

    if (is_key(stroke, MB_KEY_ESCAPE))
        overlay->closed = TRUE;
    else if (is_key(stroke, MB_KEY_ENTER) || is_key(stroke, MB_KEY_TAB))
        choose_entered(chooser);
    else if (!(stroke->kind == MB_STROKE_KEY && (stroke->key == MB_KEY_HOME || stroke->key == MB_KEY_END)) &&
             mb_list_stroke(&chooser->list, stroke)) {
        if (click)
            choose_entered(chooser);
    } else if (mb_field_stroke(&chooser->field, stroke)) {
        narrow(chooser);
        choose_number(chooser);
    }
}

static void paint_choice(gpointer data, int index, MbGrid *grid, int row, int column, int columns, gboolean focus)
{
    Chooser *chooser = data;
    const MbChoice *choice = chooser->shown->pdata[index];
    int detail = choice->detail ? MIN(mb_text_width(choice->detail), columns / 2) : 0;
    int used = 0;

    if (choice->number)
        used = mb_grid_put(grid, row, column, 5, choice->number, focus ? MB_LOOK_FOCUS : MB_LOOK_QUIET, 0);
    used = choice->number ? MAX(used + 1, 5) : 0;
    mb_grid_put_fit(grid, row, column + used, columns - used - (detail ? detail + 1 : 0), choice->text,
                    focus ? MB_LOOK_FOCUS : MB_LOOK_TEXT, 0);
    if (detail)
        mb_grid_put_right(grid, row, column + columns - detail, detail, choice->detail,
                          focus ? MB_LOOK_FOCUS : MB_LOOK_QUIET);
}

static void chooser_paint(MbOverlay *overlay, MbGrid *grid, MbArea area)
{
    Chooser *chooser = (Chooser *)overlay;
    int columns = MIN(area.columns, 76);
    int rows = CLAMP((int)chooser->all->len + 3, 4, MAX(4, area.rows - 1));
    MbArea box = {area.row + MAX(0, (area.rows - rows) / 3), area.column + (area.columns - columns) / 2, rows, columns};

    mb_grid_fill(grid, box, MB_LOOK_TEXT);
    mb_grid_box(grid, box, chooser->title, MB_LOOK_FRAME);
    mb_list_paint(&chooser->list, grid, (MbArea){box.row + 2, box.column + 2, rows - 3, columns - 4}, paint_choice,
                  chooser);
    if (!chooser->shown->len)
        mb_grid_put_fit(grid, box.row + 2, box.column + 2, columns - 4,
                        chooser->free_text ? "None fits; Enter takes what you typed." : "None fits.", MB_LOOK_QUIET, 0);
    mb_field_paint(&chooser->field, grid, box.row + 1, box.column + 2, columns - 4);
}

static void chooser_free(MbOverlay *overlay)
{
    Chooser *chooser = (Chooser *)overlay;

    g_free(chooser->title);
    g_ptr_array_unref(chooser->shown);
    g_ptr_array_unref(chooser->all);
    mb_field_release(&chooser->field);
    g_free(chooser->owned);
    g_free(chooser);
}

static const MbOverlayKind CHOOSER = {.stroke = chooser_stroke,
                                      .paint = chooser_paint,
                                      .free = chooser_free,
                                      .keys = "Type to narrow   ↑ ↓ Enter chooses   Esc leaves it as it was"};

static Chooser *chooser_open(MbView *view, const char *title, GPtrArray *choices, gboolean free_text, MbChosen chosen,
                             gpointer data)
{
    Chooser *chooser = g_new0(Chooser, 1);

    chooser->overlay.kind = &CHOOSER;
    chooser->overlay.view = view;
    chooser->title = g_strdup(title);
    chooser->all = choices;
    chooser->shown = g_ptr_array_new();
    chooser->free_text = free_text;
    chooser->chosen = chosen;
    chooser->data = data;
    mb_field_init(&chooser->field, NULL);
    narrow(chooser);
    mb_app_push(view->app, &chooser->overlay);
    return chooser;
}

void mb_app_choose(MbView *view, const char *title, GPtrArray *choices, gboolean free_text, MbChosen chosen,
                   gpointer data)
{
    chooser_open(view, title, choices, free_text, chosen, data);
}

/* --- yes or no --- */

typedef struct {
    MbAnswered yes;
    gpointer data;
} Confirmation;

static void confirmed(MbView *view, const MbChoice *choice, gpointer data)
{
    Confirmation *confirmation = data;

    if (g_strcmp0(choice->key, "yes") == 0)
        confirmation->yes(view, "yes", confirmation->data);
}

void mb_app_confirm(MbView *view, const char *question, MbAnswered yes, gpointer data)
{
    GPtrArray *choices = mb_choices_new();
    Confirmation *confirmation = g_new(Confirmation, 1);

    *confirmation = (Confirmation){yes, data};
    mb_choices_add(choices, "Yes", NULL, NULL, g_strdup("yes"));
    mb_choices_add(choices, "No", NULL, NULL, g_strdup("no"));
    chooser_open(view, question, choices, FALSE, confirmed, confirmation)->owned = confirmation;
}

/* --- a text to read --- */

typedef struct {
    MbOverlay overlay;
    char *title;
    char *text;
    gboolean large;
    int top;
    int rows; /* seen */
    int lines;
} Reading;

static void reading_stroke(MbOverlay *overlay, const MbStroke *stroke)
{
    Reading *reading = (Reading *)overlay;
    MbList list = {.count = MAX(0, reading->lines - reading->rows) + 1, .at = reading->top};

    list.area.rows = reading->rows;
    if (mb_list_stroke(&list, stroke))
        reading->top = list.at;
    else if (stroke->kind == MB_STROKE_KEY)
        overlay->closed = TRUE;
}

static void reading_paint(MbOverlay *overlay, MbGrid *grid, MbArea area)
{
    Reading *reading = (Reading *)overlay;
    int side = reading->large ? MAX(1, area.columns / 12) : 1;
    int columns = MAX(8, MIN(area.columns - 2 * side, reading->large ? 100 : 96));
    int gap = reading->large ? 2 : 1;
    g_auto(GStrv) lines = mb_text_wrap(reading->text, columns);

    mb_grid_fill(grid, area, MB_LOOK_TEXT);
    mb_grid_put_fit(grid, area.row, area.column + side, columns, reading->title, MB_LOOK_TITLE, MB_ATTRIBUTE_BOLD);
    reading->rows = MAX(1, (area.rows - 2) / gap);
    reading->lines = (int)g_strv_length(lines);
    reading->top = CLAMP(reading->top, 0, MAX(0, reading->lines - reading->rows));
    for (int i = 0; i < reading->rows && reading->top + i < reading->lines; i++)
        mb_grid_put(grid, area.row + 2 + i * gap, area.column + side, columns, lines[reading->top + i], MB_LOOK_TEXT,
                    reading->large ? MB_ATTRIBUTE_BOLD : 0);
    if (reading->top + reading->rows < reading->lines)
        mb_grid_put_right(grid, area.row, area.column, area.columns - 1, "↓ more", MB_LOOK_QUIET);
    mb_grid_set_cursor(grid, area.row + 2, area.column + side);
}

static void reading_free(MbOverlay *overlay)
{
    Reading *reading = (Reading *)overlay;

    g_free(reading->title);
    g_free(reading->text);
    g_free(reading);
}

static const MbOverlayKind READING = {.stroke = reading_stroke,
                                      .paint = reading_paint,
                                      .free = reading_free,
                                      .keys = "↑ ↓ PgUp PgDn scroll   any other key goes back"};

void mb_app_show(MbApp *app, const char *title, const char *text, gboolean large)
{
    Reading *reading = g_new0(Reading, 1);

    reading->overlay.kind = &READING;
    reading->title = g_strdup(title);
    reading->text = g_strdup(text);
    reading->large = large;
    mb_app_push(app, &reading->overlay);
}
