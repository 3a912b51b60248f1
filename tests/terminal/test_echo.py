#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The screens' own back end in a real terminal, with the smallest of faces (echo.c): what the hand does arrives, what is shown is fit for a terminal,
and the terminal is as before whatever happens."""
import os
import re
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "cli"))
from harness import PROGRAM, check, holds, lacks, main, same, skip, test  # noqa: E402
from terminal import Terminal, key_bytes  # noqa: E402
from whitelist import strays  # noqa: E402

# A second, and little of the processor: looking for a terminal that is gone for ever takes all of it.
SECOND, CPU = 1000, 60


def start(desk, *options, term="xterm-256color", rows=24, columns=80, utf8=True, **env):
    """The face, once its first screen is there; env NAME=None takes NAME away."""
    env = dict(desk.env, TERM=term, **env)
    terminal = Terminal([PROGRAM, *options], env={name: value for name, value in env.items() if value is not None}, folder=desk.folder, rows=rows,
                        columns=columns, utf8=utf8)
    terminal.first()
    return terminal


def as_before(terminal, term="xterm-256color", encoding="utf-8"):
    """Settings, modes, pen and cursor are those of before, and nothing went out that may not."""
    state, screen = terminal.state(), terminal.screen()
    same(state["now"], state["before"], "the terminal's settings")
    same((screen.modes, screen.keypad, screen.plain, screen.visible), (Terminal.UNTOUCHED, False, True, True), "the terminal's modes")
    same(strays(terminal.raw(), term, encoding=encoding), [], "strays")
    same(state["replied"], 0, "bytes that the terminal was made to answer")


def at(screen, text):
    """The row that is TEXT."""
    check(text in screen.rows, "no row is %r:\n%s" % (text, screen.text))
    return screen.rows.index(text)


def settled(terminal):
    """The screen once all of it has come: a text may be there before the cursor is."""
    terminal.quiet()
    return terminal.screen()


def leave(terminal, said=None, **more):
    """Ctrl-Q; what it said at the end."""
    terminal.send("\x11")
    end = terminal.exit()
    same((end["code"], end["signal"]), (0, 0), "the exit status")
    if said:
        holds(terminal.screen().text, said)
    as_before(terminal, **more)


def stroked(terminal, sentence):
    terminal.wait(sentence, within=2)


@test("what is typed is shown, with its cursor, and Ctrl-Q gives the terminal back")
def _(desk):
    with start(desk) as terminal:
        terminal.type("Apologies: Zoë Łęcka, 李")
        terminal.wait("Apologies: Zoë Łęcka, 李")
        screen = settled(terminal)
        same(screen.cursor, (at(screen, "Apologies: Zoë Łęcka, 李"), 24), "the cursor")
        terminal.type("\nnone")
        terminal.wait("none")
        screen = settled(terminal)
        same(at(screen, "none") - at(screen, "Apologies: Zoë Łęcka, 李"), 1, "the lines between the text's two")
        leave(terminal, "done after")


@test("keys arrive by their names, with every modifier an xterm can say")
def _(desk):
    with start(desk) as terminal:
        check(1049 in terminal.screen().modes and 2004 in terminal.screen().modes, "no alternate screen or no bracketed paste")
        for base in ("Up", "Down", "Left", "Right", "Home", "End", "Insert", "Delete", "F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9", "F10", "F11", "F12"):
            for modifier in ("", "Shift-", "Ctrl-", "Alt-", "Ctrl-Shift-"):
                terminal.keys(modifier + base)
                stroked(terminal, "key %s%s" % (modifier, base))
        for name, shown in (("PageUp", "PageUp"), ("Ctrl-PageDown", "Ctrl-PageDown"), ("Shift-Tab", "Shift-Tab"), ("Enter", "Enter"), ("Backspace", "Backspace"),
                            ("Tab", "Tab"), ("Ctrl-P", "Ctrl-P"), ("Alt-x", "Alt-X"), ("Ctrl-S", "Ctrl-S"), ("Escape", "Escape"), ("A", "A"), ("é", "é")):
            terminal.keys(name)
            stroked(terminal, "key " + shown)
        leave(terminal)


@test("both forms of the cursor keys are known, and those of other terminals")
def _(desk):
    with start(desk) as terminal:
        for data, shown in (("\x1b[A", "Up"), ("\x1bOA", "Up"), ("\x1b[1~", "Home"), ("\x1b[7~", "Home"), ("\x1b[4~", "End"), ("\x1b[[A", "F1"), ("\x1b[11~", "F1"),
                            ("\x1b[5^", "Ctrl-PageUp"), ("\x1bOd", "Ctrl-Left"), ("\x1b[98;5u", "Ctrl-B")):
            terminal.send(data)
            stroked(terminal, "key " + shown)
            terminal.send("=")
            stroked(terminal, "key =")
        leave(terminal)


@test("Escape alone acts within 50 ms, and not before what might follow")
def _(desk):
    with start(desk) as terminal:
        cost = terminal.measure(["\x1b"], pace=0.2)
        check(0 < cost["first"][0] < 120, "Escape took %r ms" % cost["first"])
        stroked(terminal, "key Escape")
        for piece in ("\x1b", "[", "1", ";", "5", "D"):
            terminal.send(piece)
        stroked(terminal, "key Ctrl-Left")
        leave(terminal)


@test("a paste is one stroke, whatever is in it; nothing of it acts as a key")
def _(desk):
    with start(desk) as terminal:
        terminal.paste("one\ntwo\r\nthree")
        stroked(terminal, "paste 13 one")
        holds(terminal.screen().text, "0 keys 1 pastes 13 bytes")
        # Ctrl-Q would end it, Ctrl-X crash it, Ctrl-Z suspend it.
        for number, evil in enumerate((b"\x11\x18\x1a\x03", b"\x1b[201~\x11\x18", b"\x1b[200~\x11", b"a\x1b[201~\x1b[201~\x1a", b"\x1b[201\x11~", b"\x00\x80\xff\xc3", b"")):
            terminal.paste(evil + b"still here %d" % number)
            terminal.wait("still here %d" % number)
            holds(terminal.screen().text, "0 keys")
        same(terminal.state()["ended"], False, "whether it has ended")
        leave(terminal)


@test("100 KB pasted at once arrive whole, in brackets and without")
def _(desk):
    text = ("The chair welcomed members and noted apologies. " * 40)[:1023] + "\n"
    for bracketed in (True, False):
        with start(desk, "--bare") as terminal:
            if bracketed:
                terminal.flood(b"\x1b[200~" + text.encode() * 100 + b"\x1b[201~")
            else:
                terminal.flood(text.replace("\n", "\r").encode() * 100)
            terminal.type("The end.")
            terminal.wait("The end.")
            leave(terminal, "%d pastes, %d bytes" % (bracketed, 102408))


@test("the mouse reports clicks, double clicks, drags and the wheel, and only when asked to")
def _(desk):
    with start(desk) as terminal:
        check(not terminal.mouse("click", 1, 1), "the mouse was asked for")
        leave(terminal)
    with start(desk, "--mouse") as terminal:
        terminal.mouse("press", 2, 30)
        stroked(terminal, "mouse press button 1 clicks 1 at 2,30")
        terminal.mouse("drag", 3, 31)
        stroked(terminal, "mouse drag button 1 clicks 1 at 3,31")
        terminal.mouse("release", 3, 31)
        stroked(terminal, "mouse release button 1 clicks 1 at 3,31")
        terminal.mouse("click", 5, 5)
        terminal.mouse("click", 5, 5)
        stroked(terminal, "mouse press button 1 clicks 2 at 5,5")
        terminal.mouse("wheel down", 0, 0, ctrl=True)
        stroked(terminal, "mouse wheel-down")
        terminal.mouse("press", 1, 1, button=3)
        stroked(terminal, "mouse press button 3 clicks 1 at 1,1")
        leave(terminal)


@test("a storm of sizes from one cell to 500 by 500 loses no key, and the last size is painted at once")
def _(desk):
    sizes = [(1, 1), (500, 500), (1, 500), (500, 1), (2, 2), (24, 80), (10, 40), (3, 7), (60, 200)]
    with start(desk) as terminal:
        for number in range(100):
            terminal.resize(*sizes[number % len(sizes)])
            terminal.type("abcdefghij"[number % 10])
            terminal.pump(0.004)
        terminal.resize(24, 120)
        check(terminal.wait("100 keys 0 pastes 100 bytes") < 1000, "it was long in painting")
        terminal.type("x")
        terminal.wait("101 keys")
        screen = settled(terminal)
        same(screen.cursor, (at(screen, "abcdefghij" * 10 + "x"), 101), "the cursor")
        # What is there is what a fresh painting gives.
        terminal.resize(25, 120)
        terminal.quiet()
        terminal.resize(24, 120)
        terminal.quiet()
        same(terminal.screen().rows[:13], screen.rows[:13], "the screen painted anew")
        leave(terminal, "done after 102 keys")


@test("it starts in one cell and in 500 by 500")
def _(desk):
    for rows, columns in ((1, 1), (2, 3), (500, 500)):
        with start(desk, rows=rows, columns=columns) as terminal:
            terminal.type("hello")
            terminal.quiet()
            leave(terminal)


@test("INT, TERM, HUP, QUIT and PIPE end it within a second, with the terminal as before and nothing typed lost")
def _(desk):
    for name in ("INT", "TERM", "HUP", "QUIT", "PIPE"):
        with start(desk, "--mouse") as terminal:
            terminal.type("Agreed")
            terminal.wait("Agreed")
            terminal.send(".")
            terminal.signal(name)
            end = terminal.exit()
            same((end["code"], end["signal"]), (0, 0), "the exit status after " + name)
            check(end["ms"] < SECOND and end["cpu"] < CPU, "%s took %r" % (name, end))
            holds(terminal.screen().text, "hung up after 7 keys, 0 pastes, 7 bytes")
            as_before(terminal)


@test("when its window closes it ends within a second and does not spin, with SIGHUP or without")
def _(desk):
    for signalled in (True, False):
        with start(desk) as terminal:
            terminal.type("Agreed")
            terminal.wait("Agreed")
            terminal.hang_up(signalled)
            end = terminal.exit()
            check(end["ms"] < SECOND and end["cpu"] < CPU, "it took %r" % end)


@test("a crash gives the terminal back before it dies")
def _(desk):
    with start(desk, "--mouse") as terminal:
        terminal.keys("Ctrl-X")
        end = terminal.exit()
        check(end["signal"] == 11 or "ASAN_OPTIONS" in desk.env, "it died of %r" % end)
        state, screen = terminal.state(), terminal.screen()
        same(state["now"], state["before"], "the terminal's settings")
        same((screen.modes, screen.plain), (Terminal.UNTOUCHED, True), "the modes")


@test("suspended it leaves the terminal as before, and paints everything when it goes on")
def _(desk):
    with start(desk, "--mouse") as terminal:
        terminal.type("Before the pause")
        terminal.wait("Before the pause")
        terminal.keys("Ctrl-Z")
        terminal.stopped()
        state, screen = terminal.state(), terminal.screen()
        same(state["now"], state["before"], "the terminal's settings while suspended")
        same((screen.modes, screen.plain), (Terminal.UNTOUCHED, True), "the modes while suspended")
        lacks(screen.text, "Before the pause")
        terminal.resize(20, 60)
        terminal.resume()
        terminal.wait("went on")
        terminal.type(", and after")
        terminal.wait("Before the pause, and after")
        screen = settled(terminal)
        same(screen.cursor, (at(screen, "Before the pause, and after"), 27), "the cursor")
        leave(terminal)


HOSTILE = ["".join(map(chr, range(0x20))), "\x7f", "".join(map(chr, range(0x80, 0xA0))), "\u202e\u2066\u2069\u200b\u200f\ufeff\u2028", "\U000e0041\U000e007f", "\ue000\uf8ff",
           "\x1b]0;x\x07", "\x1b]52;c;aGk=\x07", "\x1b[c\x1b[6n\x1b[>c\x1b[21t", "\x1bP$qm\x1b\\", "\x1bP+q544e\x1b\\", "\x1b_G\x1b\\", "\x1bc", "\x1b]8;;http://x\x1b\\y",
           "\x1b]1337;x\x07", "\x1b[?1003h\x1b[5i", "\x9b6n\x9d0;x\x9c", "\x0e\x0f\x05", "\x1b]11;?\x07", "\x1b]2;unterminated", "e" + "\u0301" * 300, "\u0915\u094d\u200d\u0937"]


@test("nothing that is pasted or typed reaches the terminal as a command: controls, directions, tags, sequences, in title and clipboard too")
def _(desk):
    with start(desk) as terminal:
        for number, text in enumerate(HOSTILE):
            terminal.paste("<%s>%d\n" % (text, number))
        terminal.paste(bytes(range(256)))
        terminal.quiet()
        check("<" in terminal.screen() and ">0" not in terminal.screen().title, "the text is not shown")
        terminal.keys("Ctrl-T Ctrl-C")
        terminal.quiet()
        same(strays(terminal.raw()), [], "strays")
        same(terminal.state()["replied"], 0, "bytes that the terminal was made to answer")
        terminal.resize(40, 120)
        terminal.quiet()
        leave(terminal)
    with start(desk) as terminal:
        for text in HOSTILE:
            terminal.send(text.replace("\x11", "").replace("\x18", "").replace("\x1a", ""))
            terminal.quiet(0.06)
        terminal.send("\x1b\\")
        terminal.quiet(0.1)
        leave(terminal)


@test("what goes to the clipboard is what was copied")
def _(desk):
    with start(desk) as terminal:
        terminal.type("Zoë said “no”")
        terminal.keys("Ctrl-C")
        terminal.quiet()
        same(terminal.screen().clipboard.decode(), "Zoë said “no”", "the clipboard")
        leave(terminal)


@test("no more than the cell that changed is sent: a key costs twenty bytes at most, whatever the size")
def _(desk):
    for rows, columns in ((24, 80), (60, 200)):
        with start(desk, "--bare", rows=rows, columns=columns) as terminal:
            terminal.type("x" * 20)
            terminal.quiet()
            cost = terminal.measure("The chair", pace=0.01)
            check(sorted(cost["bytes"])[4] <= 20, "bytes a key: %r" % cost["bytes"])
            leave(terminal)


@test("a terminal that cannot be used is refused in one sentence")
def _(desk):
    for term in ("dumb", "no-such-terminal", "", None, "x" * 5000, "../../etc/passwd", "a\x1b[31mb"):
        env = dict(desk.env, **({} if term is None else {"TERM": term}))
        with Terminal([PROGRAM], env=env, folder=desk.folder, columns=200) as terminal:
            end = terminal.exit()
            same(end["code"], 2, "the exit status with TERM=%r" % term)
            raw = terminal.raw()
            same(strays(raw, own=()), [], "strays with TERM=%r" % term)
            same(len(raw.decode().strip().split("\r\n")), 1, "lines of the sentence")
            holds(raw.decode(), "TERM")
            same(terminal.screen().modes, Terminal.UNTOUCHED, "the modes")


@test("it works in terminals old and new")
def _(desk):
    known = [term for term in ("vt100", "vt220", "linux", "xterm", "xterm-color", "xterm-256color", "screen", "screen-256color", "tmux-256color", "rxvt", "ansi")
             if subprocess.run(["infocmp", term], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode == 0]
    check(len(known) >= 5, "few terminals are described here")
    for term in known:
        with start(desk, "--mouse", term=term) as terminal:
            check(not terminal.state()["ended"], "with TERM=%s: %s" % (term, terminal.screen().text))
            terminal.type("Minutes – approved")
            terminal.wait("approved")
            terminal.resize(10, 40)
            terminal.quiet()
            leave(terminal, term=term)


@test("with NO_COLOR, or the theme mono, no colour is sent; else there are colours")
def _(desk):
    colour = re.compile(rb"\x1b\[[0-9;]*\b(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;[0-9;]*)?m")
    for options, env, coloured in (((), {}, True), ((), {"NO_COLOR": "1"}, False), (("--theme", "mono"), {}, False), (("--theme", "light"), {}, True), ((), {"NO_COLOR": ""}, True)):
        with start(desk, *options, **env) as terminal:
            terminal.type("text")
            terminal.wait("text")
            same(bool(colour.search(terminal.raw())), coloured, "whether colour was sent with %r %r" % (options, env))
            leave(terminal)


@test("in the locale C everything sent is ASCII, and what is typed is kept whole")
def _(desk):
    for locale, options in (("C", ()), ("POSIX", ()), ("xx_XX.UTF-8", ()), ("C.UTF-8", ("--ascii",))):
        with start(desk, *options, LC_ALL=locale) as terminal:
            terminal.type("Zoë – 李 …")
            terminal.quiet()
            check("Zo" in terminal.screen(), "the text is not shown")
            leave(terminal, "16 bytes", encoding="utf-8" if options else "ascii")


@test("in a locale of ISO 8859-1 only its bytes are sent")
def _(desk):
    where = os.path.join(desk.folder, "locale")
    os.mkdir(where)
    try:
        done = subprocess.run(["localedef", "-i", "en_GB", "-f", "ISO-8859-1", os.path.join(where, "en_GB.ISO-8859-1")], stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL, check=False)
    except FileNotFoundError:
        done = None
    if done is None or not os.path.isdir(os.path.join(where, "en_GB.ISO-8859-1")):
        skip("this machine cannot make that locale")
    with start(desk, utf8=False, LC_ALL="en_GB.ISO-8859-1", LOCPATH=where) as terminal:
        terminal.type("Zoë – 李 …")
        terminal.quiet()
        check("Zo" in terminal.screen(), "the text is not shown")
        leave(terminal, "16 bytes", encoding="latin-1")


@test("a wide character that would be cut by the edge, and combining marks, leave the columns right")
def _(desk):
    with start(desk, columns=20) as terminal:
        terminal.paste("e\u0301" * 3 + "李李" + "|")
        terminal.wait("|")
        row = at(settled(terminal), "e\u0301e\u0301e\u0301李李|")
        same(terminal.cell(row, 7)["text"], "|", "the cell after the wide ones")
        leave(terminal)


@test("keys from xterm's table are all different")
def _(_desk):
    names = ["Up", "Shift-Up", "Ctrl-Up", "Alt-Up", "F1", "F5", "Shift-F5", "Home", "Delete", "Ctrl-Delete", "Tab", "Shift-Tab", "Ctrl-A", "Alt-a"]
    same(len({key_bytes(name) for name in names}), len(names), "the number of sequences")


main()
