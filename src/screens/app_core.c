/* SPDX-License-Identifier: MIT */
/* What screens ask of the app: views opened and closed, deeds done, things said. The face is app.c. */
#include "app_private.h"

#include "minutebook/base/clock.h"
#include "minutebook/base/error.h"
#include "minutebook/desk/sight.h"
#include "minutebook/model/finding.h"

#include <string.h>

MbOpenView *mb_app_top(MbApp *app)
{
    return app->views->len ? app->views->pdata[app->views->len - 1] : NULL;
}

MbDesk *mb_app_desk(MbApp *app)
{
    return app->desk;
}

MbSpell *mb_app_spell(MbApp *app)
{
    if (!app->spell) {
        g_autofree char *language = mb_sight_setting(app->desk, "spelling");

        app->spell = mb_spell_new(language ? language : "en_GB", app->modules);
    }
    return app->spell;
}

/* --- views --- */

void mb_app_view_free(gpointer data)
{
    MbOpenView *open = data;

    if (open->view.screen->close)
        open->view.screen->close(&open->view);
    g_array_unref(open->bound);
    g_free(open);
}

static const MbScreen *screen_named(const char *name)
{
    for (guint i = 0; mb_screens[i]; i++)
        if (strcmp(mb_screens[i]->name, name) == 0)
            return mb_screens[i];
    return NULL;
}

gboolean mb_app_open(MbApp *app, const char *name, const char *argument, GError **error)
{
    const MbScreen *screen = screen_named(name);
    MbOpenView *open;

    if (!screen) {
        g_set_error(error, MB_ERROR, MB_ERROR_USAGE, "There is no screen “%s”.", name);
        return FALSE;
    }
    open = g_new0(MbOpenView, 1);
    open->view.app = app;
    open->view.screen = screen;
    open->bound = mb_app_bind(screen->keys);
    if (!screen->open(&open->view, argument, error)) {
        g_array_unref(open->bound);
        g_free(open);
        return FALSE;
    }
    g_ptr_array_add(app->views, open);
    app->dirty = app->whole = TRUE;
    return TRUE;
}

gboolean mb_app_go(MbApp *app, const char *screen, const char *argument)
{
    GError *error = NULL;

    if (mb_app_open(app, screen, argument, &error))
        return TRUE;
    mb_app_fault(app, error);
    return FALSE;
}

static void drop_overlays_of(MbApp *app, const MbView *view)
{
    for (guint i = 0; i < app->overlays->len; i++) {
        MbOverlay *overlay = app->overlays->pdata[i];

        if (overlay->view == view)
            overlay->closed = TRUE;
    }
}

void mb_app_back(MbApp *app)
{
    MbOpenView *open = mb_app_top(app);

    if (!open)
        return;
    if (open->view.screen->may_leave && !open->view.screen->may_leave(&open->view))
        return;
    drop_overlays_of(app, &open->view);
    g_ptr_array_set_size(app->views, (int)app->views->len - 1);
    if (!app->views->len && app->beneath) {
        g_autofree char *meeting = g_steal_pointer(&app->beneath);

        app->quitting = !mb_app_go(app, "meetings", meeting);
    } else if (!app->views->len)
        app->quitting = TRUE;
    else
        mb_app_refresh(app);
    app->dirty = app->whole = TRUE;
}

void mb_app_quit(MbApp *app)
{
    for (guint i = 0; i < app->views->len; i++) {
        MbOpenView *open = app->views->pdata[i];

        if (open->view.screen->may_leave && !open->view.screen->may_leave(&open->view))
            return;
    }
    app->quitting = TRUE;
}

/* --- what screens ask --- */

void mb_app_say(MbApp *app, MbLook look, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    g_free(app->message);
    app->message = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    g_strdelimit(app->message, "\n", ' ');
    app->message_look = look;
    app->dirty = app->whole = TRUE;
}

void mb_app_fault(MbApp *app, GError *error)
{
    mb_app_say(app, MB_LOOK_BAD, "%s", error ? error->message : "That did not work.");
    g_clear_error(&error);
}

void mb_app_repaint(MbApp *app)
{
    app->dirty = app->whole = TRUE;
}

void mb_app_repaint_part(MbApp *app)
{
    app->part = TRUE;
}

void mb_app_refresh_all(MbApp *app, gboolean others)
{
    for (guint i = 0; i < app->views->len; i++) {
        MbOpenView *open = app->views->pdata[i];

        if (open->view.screen->refresh)
            open->view.screen->refresh(&open->view, others);
    }
    app->dirty = app->whole = TRUE;
}

void mb_app_refresh(MbApp *app)
{
    mb_app_refresh_all(app, FALSE);
}

void mb_app_release(MbApp *app)
{
    MbOpenView *open = app->held;

    app->held = NULL;
    if (open)
        open->view.screen->hold(&open->view, FALSE);
}

gboolean mb_app_do_quietly(MbApp *app, const char *command, const char *const *words, const char *input,
                           MbAnswer *answer)
{
    GError *error = NULL;

    mb_app_release(app);
    if (mb_sight_do(app->desk, command, words, input, answer, &error)) {
        mb_app_refresh(app);
        return TRUE;
    }
    mb_app_fault(app, error);
    return FALSE;
}

/* The first finding is said with the answer: there is one line. */
static void say_answer(MbApp *app, const MbAnswer *answer)
{
    const MbFinding *finding = answer->findings && answer->findings->len ? answer->findings->pdata[0] : NULL;

    if (finding)
        mb_app_say(app, MB_LOOK_WARNING, "%s %s", answer->text ? answer->text : "", finding->text);
    else if (answer->text)
        mb_app_say(app, MB_LOOK_GOOD, "%s", answer->text);
}

gboolean mb_app_do_words(MbApp *app, const char *command, const char *const *words, const char *input)
{
    MbAnswer answer = {0};
    gboolean done = mb_app_do_quietly(app, command, words, input, &answer);

    if (done)
        say_answer(app, &answer);
    mb_answer_clear(&answer);
    return done;
}

gboolean mb_app_do(MbApp *app, const char *command, ...)
{
    g_autoptr(GPtrArray) words = g_ptr_array_new();
    va_list arguments;
    const char *word;

    va_start(arguments, command);
    while ((word = va_arg(arguments, const char *)))
        g_ptr_array_add(words, (gpointer)word);
    va_end(arguments);
    g_ptr_array_add(words, NULL);
    return mb_app_do_words(app, command, (const char *const *)words->pdata, NULL);
}

void mb_app_clip(MbApp *app, char *text)
{
    g_free(app->clipboard);
    g_free(app->clip_out);
    app->clipboard = text;
    app->clip_out = g_strdup(text);
}

const char *mb_app_clipboard(MbApp *app)
{
    return app->clipboard ? app->clipboard : "";
}

static GTimeZone *zone_of(const char *name)
{
    GTimeZone *zone = name ? g_time_zone_new_identifier(name) : NULL;

    return zone ? zone : g_time_zone_new_local();
}

static MbTime time_in(GTimeZone *zone, gint64 seconds)
{
    g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc(seconds);
    g_autoptr(GDateTime) now = g_date_time_to_timezone(utc, zone);

    return g_date_time_get_hour(now) * 60 + g_date_time_get_minute(now);
}

/* Zones are dear to look up: once a minute is enough. As long as one is kept GLib reads it no second time, for whoever
 * asks what day it is there. */
MbTime mb_app_time(MbApp *app, const MbBoard *board)
{
    const char *zone = board ? board->zone : NULL;
    gint64 now = mb_clock_now();

    if (app->minute != now / 60 || g_strcmp0(app->zone, zone) != 0) {
        app->minute = now / 60;
        g_free(app->zone);
        app->zone = g_strdup(zone);
        if (app->clock)
            g_time_zone_unref(app->clock);
        app->clock = zone_of(zone);
        app->time = time_in(app->clock, now);
    }
    return app->time;
}

char *mb_app_stamp(MbApp *app)
{
    (void)app;
    return mb_clock_stamp(mb_clock_now());
}
