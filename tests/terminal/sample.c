/* SPDX-License-Identifier: MIT */
/* A small writer that shows a key only once it is in the file, so that a kill loses nothing: what kill.py must find
   without loss. With N as its second argument it writes every N keys only, and must be found out. Ctrl-Q ends it. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static int run(int file, size_t every)
{
    char kept[256];
    size_t waiting = 0;
    char key;

    while (read(STDIN_FILENO, &key, 1) == 1 && key != 'q' - 'a' + 1) {
        kept[waiting++] = key == '\r' ? '\n' : key;
        if (waiting >= every) {
            if (write(file, kept, waiting) != (ssize_t)waiting)
                return 1;
            waiting = 0;
        }
        if (write(STDOUT_FILENO, key == '\r' ? "\r\n" : &key, key == '\r' ? 2 : 1) < 0)
            return 1;
    }
    return write(file, kept, waiting) != (ssize_t)waiting;
}

int main(int argc, char **argv)
{
    const int file = argc < 2 ? -1 : open(argv[1], O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    const size_t every = argc < 3 ? 1 : strtoul(argv[2], NULL, 10);
    struct termios before, raw;
    int result;

    if (file < 0 || every == 0 || every > 200 || tcgetattr(STDIN_FILENO, &before) != 0)
        return 2;
    raw = before;
    cfmakeraw(&raw);
    tcsetattr(STDIN_FILENO, TCSANOW, &raw);
    if (write(STDOUT_FILENO, "\033[2J\033[HReady.\r\n", 15) < 0)
        return 1;
    result = run(file, every);
    tcsetattr(STDIN_FILENO, TCSANOW, &before);
    return result;
}
