#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The terminal that other tests use, tried on programs that are everywhere and on sample.c and mini.c, which stand beside `drive`."""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "cli"))
from harness import PROGRAM, check, holds, main, same, skip, test  # noqa: E402
import kill  # noqa: E402
from terminal import Terminal, Trouble, key_bytes  # noqa: E402
from whitelist import strays  # noqa: E402

MINI = os.path.join(os.path.dirname(PROGRAM), "mini")
# Raw, no echo, and back again at the end.
RAW = "stty raw -echo; printf 'go\\r\\n'; %s; stty sane"


def start(desk, *words, term="xterm-256color", **more):
    return Terminal(words, env=dict(desk.env, TERM=term), folder=desk.folder, **more)


def shell(desk, script, **more):
    return start(desk, "/bin/sh", "-c", script, **more)


@test("what is typed into cat stands on the screen, and its cursor after it")
def _(desk):
    with start(desk, "cat") as terminal:
        terminal.type("Apologies: Zoë, 李")
        check(terminal.wait("Zoë, 李") < 1000, "slow")
        same(terminal.screen().cursor, (0, 18), "the cursor")
        same(terminal.cell(0, 16)["width"], 2, "a wide character's width")
        terminal.type("\n")
        terminal.quiet()
        same(terminal.screen().rows[:2], ["Apologies: Zoë, 李", "Apologies: Zoë, 李"], "the rows")
        terminal.send("\x04")
        same(terminal.exit()["code"], 0, "the exit status")


@test("waiting fails in time with what is there instead, and for what is gone too")
def _(desk):
    with shell(desk, "printf here; cat") as terminal:
        terminal.wait("here")
        for wait in (lambda: terminal.wait("there", 0.1), lambda: terminal.gone("here", 0.1), lambda: terminal.exit(0.1)):
            try:
                wait()
            except Trouble as trouble:
                holds(str(trouble), "here")
            else:
                check(False, "nothing was amiss")


@test("colours and attributes of a cell, title, clipboard, bell, modes, and a character repeated")
def _(desk):
    with shell(desk, r"printf '\033[1;4;31;48;5;200mA\033[0mB\033]2;Harbour\007\033]52;c;aGVsbG8=\007\007\033[?2004h\033[?25l=\033[9bx'; cat") as terminal:
        terminal.wait("==========x")
        first, second = terminal.cell(0, 0), terminal.cell(0, 1)
        same([first[name] for name in ("text", "bold", "underline", "reverse", "foreground", "background")], ["A", True, True, False, 1, 200], "the first cell")
        same([second["bold"], second["foreground"]], [False, None], "the second cell")
        screen = terminal.screen()
        same((screen.title, screen.clipboard, screen.bells, screen.visible), ("Harbour", b"hello", 1, False), "the rest")
        same(screen.modes, {7, 2004}, "the modes")


@test("it answers what an xterm answers, and nothing else is answered")
def _(desk):
    asked = r"printf '\033[c\033[>c\033[6n\033[18t\033]11;?\007\033[5n'"
    with shell(desk, RAW % (asked + "; dd bs=1 count=72 2>/dev/null | od -An -c -w200")) as terminal:
        terminal.exit()
        holds(terminal.raw().decode().replace(" ", ""), r"033[?64;1;2;6;22c033[>41;372;0c033[2;1R033[8;24;80t033]11;rgb:0000/0000/0000033\033[0n")


@test("the program learns of a new size, from one cell to 500 rows and columns")
def _(desk):
    with shell(desk, "trap 'echo; stty size' WINCH; echo go; while :; do read -r _; done") as terminal:
        terminal.wait("go")
        for rows, columns in ((500, 500), (2, 12), (30, 100)):
            terminal.resize(rows, columns)
            terminal.wait("%d %d" % (rows, columns))
        terminal.resize(1, 1)
        same(terminal.screen().cursor, (0, 0), "the cursor in one cell")


@test("a paste has brackets only when they were asked for, and the mouse reports only then")
def _(desk):
    with shell(desk, RAW % "cat -v") as terminal:
        terminal.wait("go")
        terminal.paste("a\nb")
        terminal.wait("a^Mb")
        check(not terminal.mouse("click", 3, 4), "a mouse nobody asked for")
    with shell(desk, RAW % r"printf '\033[?2004h\033[?1002h\033[?1006h'; cat -v") as terminal:
        terminal.wait("go")
        terminal.quiet()
        terminal.paste("a\nb")
        terminal.wait("^[[200~a^Mb^[[201~")
        terminal.mouse("click", 3, 4, ctrl=True)
        terminal.mouse("wheel down", 0, 0)
        terminal.wait("^[[<16;5;4M^[[<16;5;4m^[[<65;1;1M")


@test("keys are those of an xterm, in both cursor modes and with modifiers")
def _(desk):
    for name, expected in (("Up", "\x1b[A"), ("Ctrl-Left", "\x1b[1;5D"), ("Ctrl-Shift-End", "\x1b[1;6F"), ("F1", "\x1bOP"), ("Shift-F5", "\x1b[15;2~"),
                           ("F12", "\x1b[24~"), ("Delete", "\x1b[3~"), ("Ctrl-Delete", "\x1b[3;5~"), ("PageUp", "\x1b[5~"), ("Shift-Tab", "\x1b[Z"),
                           ("Ctrl-Z", "\x1a"), ("Ctrl-q", "\x11"), ("Alt-x", "\x1bx"), ("Alt-Enter", "\x1b\r"), ("Escape", "\x1b"), ("Backspace", "\x7f"),
                           ("Ctrl-Space", "\0"), ("é", "é"), ("-", "-"), ("Alt--", "\x1b-"), ("Ctrl-_", "\x1f"), ("Alt-Up", "\x1b[1;3A")):
        same(key_bytes(name), expected, name)
    same(key_bytes("Up", cursor_keys=True), "\x1bOA", "Up, where the program asked for it")


@test("signals, hanging up with and without SIGHUP, and the time until the end")
def _(desk):
    with start(desk, "cat") as terminal:
        terminal.signal("TERM")
        same(terminal.exit()["signal"], 15, "the signal")
    with start(desk, "cat") as terminal:
        terminal.quiet()
        terminal.hang_up()
        end = terminal.exit()
        check(end["signal"] in (0, 1) and end["ms"] < 1000, "hung up: %r" % end)
    with shell(desk, "trap '' HUP; echo go; while read -r _; do :; done; exit 5") as terminal:
        terminal.wait("go")
        terminal.hang_up(signalled=False)
        same(terminal.exit()["code"], 5, "the exit status")


@test("a job that stops itself is seen to stop, and goes on in the foreground")
def _(desk):
    with shell(desk, "echo one; kill -TSTP $$; echo two; read -r line; echo got $line") as terminal:
        terminal.stopped()
        check("two" not in terminal.screen(), "it went on")
        terminal.resume()
        terminal.wait("two")
        terminal.type("three\n")
        terminal.wait("got three")


@test("settings that a program leaves behind are seen after its end")
def _(desk):
    for last, equal in (("stty raw", False), ("true", True)):
        with shell(desk, last) as terminal:
            terminal.exit()
            state = terminal.state()
            same(state["before"] == state["now"], equal, "whether nothing is left by %s" % last)


@test("a program that does not exist says so")
def _(desk):
    with start(desk, "no-such-program") as terminal:
        same(terminal.exit()["code"], 127, "the exit status")
        holds(terminal.screen().text, "no-such-program cannot be started")


@test("keys and floods are measured: every key is answered, every byte comes back")
def _(desk):
    with start(desk, MINI) as terminal:
        first = terminal.first("A line of text")
        check(0 < first["first"] <= first["last"] < 5000 and first["bytes"] > 900, "the first screen: %r" % first)
        cost = terminal.measure("abcdefghij", pace=0.005)
        check(all(0 <= a <= b for a, b in zip(cost["first"], cost["last"])), "times: %r" % cost)
        check(cost["cpu"] > 0, "no CPU time")
        same(cost["bytes"], [1] * 10, "bytes a key")
        terminal.wait("abcdefghij")
        terminal.keys("Ctrl-Q")
        same(terminal.exit()["code"], 0, "the exit status")
    with shell(desk, RAW % "dd bs=1000 iflag=fullblock count=100 2>/dev/null") as terminal:
        terminal.wait("go")
        flood = terminal.flood(b"0123456789" * 10000, gap=2)
        same(flood["bytes"], 100000, "bytes that came back")
        check(0 < flood["taken"] <= flood["last"], "times: %r" % flood)


@test("a curses program passes the whitelist in every terminal, whatever its size")
def _(desk):
    for term in ("xterm-256color", "vt100", "linux", "xterm"):
        with start(desk, MINI, term=term) as terminal:
            terminal.first("A line")
            terminal.type("Minutes of the meeting, approved – nem. con.\nMatters arising")
            for size in ((5, 20), (40, 120), (24, 80)):
                terminal.resize(*size)
                terminal.quiet()
            terminal.keys("Ctrl-Q")
            terminal.exit()
            same(strays(terminal.raw(), term), [], "strays in a %s" % term)


@test("the whitelist finds what may not be there")
def _(_desk):
    good = b"\x1b[?1049h\x1b[22;0;0t\x1b[1;24r\x1b(B\x1b[m\x1b[4;1HMinutes \xe2\x80\x93 caf\xc3\xa9\x1b[0;1;4m\x1b(B\x1b[38;5;200m\r\n\x1b]2;Harbour\x07\x1b[K"
    same(strays(good), [], "strays in what is good")
    for bad in (b"\x1b]0;x\x07", b"\x1b]2;a\x1b[cb\x07", b"\x1b]2;a\xc2\x9bb\x07", b"\x1b[c", b"\x1b[6n", b"\x1bc", b"\x1bP$qm\x1b\\", b"\x1b_x\x1b\\", b"\x1b]52;c;?\x07",
                b"\x1b]8;;http://x\x07", b"\x1b[21t", b"\x1b[?1003h", b"\x1b]1337;x\x07", b"\x9b31m", b"\xc2\x9b31m", b"\x00", b"\x0e", b"\x05", b"\x7f",
                b"\x1b[5i", b"\x1b]2;unterminated", b"\x1b", b"\x1b[", "\u202e".encode(), "\u200b".encode(), "\u2066".encode(), "\U000e0041".encode(), b"\xff", b"\xed\xa0\x80"):
        check(strays(b"ab" + bad + b"cd"), "%r went unseen" % bad)
    same(strays(b"\x07\x08\r\n"), [], "bell and the like")
    same(strays(b"caf\xe9", encoding="latin-1"), [], "an é of ISO 8859-1")
    check(strays(b"caf\xe9\x85", encoding="latin-1"), "a control of ISO 8859-1 went unseen")
    check(strays("é".encode(), encoding="ascii"), "an é in ASCII went unseen")


@test("killed at any moment, a writer that stores before it shows loses nothing; one that does not is found out")
def _(desk):
    for every, good in ((1, True), (9, False)):
        job = kill.Job("%s {file} %d" % (PROGRAM, every), "cat {file}", ready="Ready", rounds=8, jobs=4, shortest=0.2, longest=0.8, env=dict(desk.env, TERM="xterm-256color"))
        text, met = kill.figure(kill.run(job))
        same(met, good, "the bar (%s)" % text)


@test("asked to end in any way, that writer loses nothing and is gone in a moment")
def _(desk):
    job = kill.Job(PROGRAM + " {file}", "cat {file}", ready="Ready", rounds=12, jobs=4, signal="MIX", shortest=0.2, longest=0.6, env=dict(desk.env, TERM="xterm-256color"))
    text, met = kill.figure(kill.run(job))
    check(met, text)


@test("nano, where it is, is driven like any other")
def _(desk):
    if not os.access("/usr/bin/nano", os.X_OK):
        skip("there is no nano here")
    with start(desk, "nano", "-I", "note.txt") as terminal:
        terminal.wait("Exit")
        terminal.type("The chair opened the meeting.")
        terminal.keys("Home Delete")
        terminal.wait("he chair")
        terminal.keys("Ctrl-O Enter")
        terminal.wait("Wrote 1 line")
        terminal.keys("Ctrl-X")
        same(terminal.exit()["code"], 0, "the exit status")
        state = terminal.state()
        same(state["before"], state["now"], "the settings")
        same(terminal.screen().modes, Terminal.UNTOUCHED, "the modes")
    same(desk.read("note.txt"), b"he chair opened the meeting.\n", "the file")


main()
