/* SPDX-License-Identifier: MIT */
/* The least that can be done: paints one screen with curses and echoes keys. What others take is told in its measure.
   Ctrl-Q ends it. */
#include <curses.h>
#include <locale.h>

int main(void)
{
    wint_t key;

    setlocale(LC_ALL, "");
    initscr();
    raw();
    noecho();
    for (int row = 0; row < LINES - 1; row++)
        mvprintw(row, 0, "%3d A line of text as a screen has them.", row);
    move(LINES - 1, 0);
    for (refresh(); get_wch(&key) != ERR && key != 'q' - 'a' + 1; refresh()) {
        const wchar_t text[] = {(wchar_t)key, 0};

        if (key == '\r' || key == '\n' || getcurx(stdscr) >= COLS - 2) {
            move(LINES - 1, 0);
            clrtoeol();
        } else
            addnwstr(text, 1);
    }
    return endwin() == ERR;
}
