#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The program's screens in a real terminal: storms of resizing, hostile text in every field, pastes, locales and terminals, windows closed.

  test_screens.py PROGRAM [PART OF A NAME…]        (MINUTEBOOK_STORM=100000: so many resizes)
"""
import os
import random
import sys
import unicodedata

sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "cli"))
from harness import BOARD, MEETING, PLAN, PROGRAM, check, harbour, lacks, main, same, test  # noqa: E402
from terminal import Terminal, Trouble  # noqa: E402
from whitelist import HIDDEN, strays  # noqa: E402

STORM = int(os.environ.get("MINUTEBOOK_STORM", "300"))
NOW = "2026-02-11T18:30:00Z"


def ready(desk):
    """The small book, the agenda of February drafted and the meeting begun."""
    harbour(desk)
    desk.run("agenda", "draft", "2026-02-11")
    desk.run("meeting", "start", "2026-02-11", env={"MINUTEBOOK_NOW": NOW})
    return desk


def opened(desk, *words, rows=24, columns=80, term="xterm-256color", utf8=True, **env):
    surroundings = dict(desk.env, TERM=term, MINUTEBOOK_NOW=NOW, **env)
    return Terminal([PROGRAM, *words], rows=rows, columns=columns, env={name: value for name, value in surroundings.items() if value is not None},
                    folder=desk.folder, utf8=utf8)


def leave(terminal, within=5):
    """Out of whatever is open, as Ctrl-Q does; the program must leave with 0."""
    terminal.keys("Ctrl-q")
    end = terminal.exit(within=within)
    same((end["code"], end["signal"]), (0, 0), "the end")
    return end


def item_text(desk, title):
    """The text under an item of the meeting of February, paragraphs a list."""
    meeting = desk.run("minutes", "2026-02-11", "--json").json()
    meeting = meeting[0] if isinstance(meeting, list) else meeting
    for item in meeting["items"]:
        if item["title"] == title:
            return [paragraph["text"] for paragraph in item.get("text", [])] if isinstance(item.get("text"), list) else (item.get("text") or "").split("\n\n")
    raise Trouble("there is no item %r" % title)


@test("a storm of sizes from 1×1 to 500×500 while typing loses no key, and the screen is right afterwards")
def _(desk):
    ready(desk)
    chance = random.Random(1)
    words = ["w%03d" % number for number in range(STORM // 6)]
    with opened(desk, "live", "2026-02-11", "Dredging") as terminal:
        terminal.first("Dredging")
        letters = list(" ".join(words))
        for number in range(STORM):
            terminal.resize(chance.choice([1, 2, 5, 24, 60, 200, 500]) if number % 3 else chance.randint(1, 500), chance.choice([1, 2, 19, 20, 80, 200, 500]) if number % 3 else chance.randint(1, 500))
            if letters:
                terminal.send(letters.pop(0))
        terminal.send("".join(letters))
        terminal.resize(24, 80)
        terminal.wait(words[-1], within=20)
        terminal.quiet(0.2, within=20)
        screen = terminal.screen()
        check("Dredging" in screen and "^P All" in screen.rows[-1], "the screen is not whole:\n" + screen.text)
        before = screen.text
        terminal.resize(25, 81)
        terminal.quiet(0.1)
        terminal.resize(24, 80)
        terminal.quiet(0.1)
        same(terminal.screen().text, before, "the screen painted anew")
        terminal.resize(1, 1)
        terminal.quiet(0.1)
        leave(terminal)
    same(" ".join(item_text(desk, "Dredging")).split(), words, "the text")


# Each would do something to a terminal, or to how a name is read.
PAYLOADS = ["\x1b]0;owned\x07", "\x1b]52;c;b3duZWQ=\x07", "\x1b[2J\x1b[31m", "\x1bPq#0;2\x1b\\", "\x1b_Gf=24\x1b\\", "\x1bc", "\x1b[6n", "\x1b]8;;http://example.org\x1b\\link", "\x1b]7;file:///\x07",
            "\u009b31m", "\u0090q", "\u202eevil\u202c", "\u2066a\u2069", "a\u200bb\u200dc\ufeff", "\U000e0041\U000e0042", "\x07\x08\x0e\x0f", "\x7f\x00x".replace("\x00", ""), "\u2028\u2029", "\ufffe\ue000", "\x1b]1337;File=:AAAA\x07",
            "\x1b[201~:q", "\x1b[?1049l\x1b[?25l", "\x1b]2;unterminated"]
SEQUENCE = "".join(PAYLOADS)


def hostile_words(number):
    """A field's value: a letter at each end, so that no loader trims it away."""
    return "A%s%dZ" % (PAYLOADS[number % len(PAYLOADS)], number)


def quoted(text):
    """As YAML writes it."""
    out = []
    for character in text:
        code = ord(character)
        out.append("\\U%08x" % code if code > 0xffff else "\\u%04x" % code if code < 0x20 or code >= 0x7f or character in '"\\' else character)
    return '"%s"' % "".join(out)


def load_hostile(desk):
    """Every text field that the screens show holds such a text where the loader takes it; where it refuses, with a sentence, the plain one stays."""
    desk.run("init")
    taken = 0
    for name, text, fields in (("board", BOARD, ["Ada Quill", "Chair of Trustees", "Harbour Master", "Trustees"]), ("plan", PLAN, ["Custom House", "Dredging", "Wreck of the Sybil", "A vessel"]),
                               ("meeting", MEETING, ["Dov Pell had sent apologies.", "Ask three firms for tenders", "Write to the pilots"])):
        desk.load(text, name + ".yaml")
        for number, field in enumerate(fields):
            for payload in range(number, len(PAYLOADS), len(fields)):
                hostile = text.replace("{title: " + field, "{title: " + quoted(field + hostile_words(payload))).replace("text: " + field, "text: " + quoted(field + hostile_words(payload)))
                hostile = hostile.replace("venue: " + field, "venue: " + quoted(field + hostile_words(payload))).replace("post: " + field, "post: " + quoted(field + hostile_words(payload)))
                hostile = hostile.replace("name: " + field, "name: " + quoted(field + hostile_words(payload))) if field == "Ada Quill" and name == "board" else hostile
                taken += desk.load(hostile, name + ".yaml", code=None).code == 0
    check(taken >= 10, "only %d hostile texts were taken" % taken)


def clean(terminal, what, term="xterm-256color"):
    terminal.quiet(0.15)
    found = strays(terminal.raw(), term)
    check(not found, "%s: bytes that no terminal should see: %r" % (what, found[:5]))


TOUR = ["F5", "Escape", "Alt-q", "Escape", "Ctrl-p", "Escape", "F1", "Escape", "F4", "Escape", "Alt-r", "Escape", "Alt-n", "Escape", "Alt-a", "Escape", "F8", "F8", "F7"]


def tour(terminal, what):
    clean(terminal, what)
    for key in TOUR:
        terminal.keys(key)
        clean(terminal, "%s, %s" % (what, key))


@test("no stored text reaches the terminal as anything but text, on any screen")
def _(desk):
    load_hostile(desk)
    desk.run("agenda", "draft", "2026-02-11")
    desk.run("meeting", "start", "2026-02-11", env={"MINUTEBOOK_NOW": NOW})
    desk.run("attendance", "all", "2026-02-11")
    for payload in PAYLOADS:
        desk.run("minutes", "add", "2026-02-11", "1", stdin="Here%sthere\n\nAction: Bram Oake to mend%sit by 1 March." % (payload, payload), code=None)
        desk.run("actions", "add", "Mend%sit" % payload, "--owner", "Bram Oake", "--board", "HTB", code=None)
        desk.run("attendance", "set", "2026-02-11", "Guest%sOne" % payload, "present", "--guest", code=None)
    desk.run("minutes", "read", "2026-02-11", code=None)
    with opened(desk, "live", "2026-02-11", "1", rows=40, columns=170) as terminal:
        terminal.first("^P All")
        check(terminal.screen().text.count("there") >= 5, "the hostile text is not on the screen:\n" + terminal.screen().text)
        tour(terminal, "live")
        leave(terminal)
    with opened(desk, "room", "2026-02-11") as terminal:
        terminal.first()
        clean(terminal, "room")
        leave(terminal)
    with opened(desk, "live", "2026-02-11") as terminal:
        terminal.first("^P All")
        terminal.keys("Escape")
        clean(terminal, "meetings")
        leave(terminal)


@test("what is pasted, whatever its bytes, is text: nothing in it is a key, and no byte of it comes back to the terminal")
def _(desk):
    ready(desk)
    with opened(desk, "live", "2026-02-11", "Dredging") as terminal:
        terminal.first("Dredging")
        for number, payload in enumerate(PAYLOADS + [SEQUENCE]):
            # What ends a paste in the middle ends it: a terminal that sends such a text has said so. All others are whole.
            if "\x1b[201~" not in payload:
                terminal.paste("p%02d" % number + payload + "q%02d" % number)
                terminal.keys("Enter")
        terminal.paste("the end\x11\x13\x10 of it\x1bOP\x1b[18~")
        terminal.keys("Enter")
        clean(terminal, "pasted")
        for start, end in (("Alt-a", "Escape"), ("Ctrl-f", "Escape"), ("F4", "Escape"), ("F5", "Escape"), ("Alt-n", "Escape")):
            terminal.keys(start)
            terminal.quiet(0.1)
            terminal.paste("x" + PAYLOADS[0] + "\x11" + PAYLOADS[2] + PAYLOADS[11] + "\r\n\x03y")
            clean(terminal, "pasted after " + start)
            terminal.keys("Escape")
            clean(terminal, "left after " + start)
            if start == "F5" or terminal.screen().text.startswith(" Attendance"):
                continue
        check(not terminal.state()["ended"], "a paste has ended the program")
        terminal.keys("Ctrl-q")
        terminal.exit()
    text = "\n".join(item_text(desk, "Dredging"))
    for number, payload in enumerate(PAYLOADS):
        if "\x1b[201~" not in payload:
            check("p%02d" % number in text and "q%02d" % number in text, "the paste %d is not whole: %r" % (number, text))


@test("typed escapes are keys or nothing: no piece of them is typed into the text, none reaches the terminal")
def _(desk):
    ready(desk)
    with opened(desk, "live", "2026-02-11", "Dredging") as terminal:
        terminal.first("Dredging")
        terminal.type("before ")
        for payload in ("\x1b[99;99~", "\x1b[1;99Z", "\x1b[?1;2c", "\x1b[24;80R", "\x1b]10;rgb:0000/0000/0000\x1b\\", "\x1bP1$r0m\x1b\\", "\x1b[I\x1b[O", "\x1b[<0;999;999M\x1b[<0;999;999m"):
            terminal.send(payload)
            terminal.quiet(0.05)
        terminal.type("after")
        terminal.wait("after")
        clean(terminal, "typed")
        leave(terminal)
    same(item_text(desk, "Dredging"), ["before after"], "the text")


# A letter of every block that a hand may type.
LETTERS = "aéßŁđơαЖשعहकกကក한日本語ㄅ🙂€½∑→█"
PAIRS = [("C.UTF-8", "xterm-256color"), ("C", "xterm-256color"), ("POSIX", "vt100"), ("en_GB.ISO-8859-1", "xterm"), ("ja_JP.EUC-JP", "linux"), ("xx_YY.nowhere", "vt100"), ("", "linux"), ("C.UTF-8", "vt100"), ("C.UTF-8", "linux"), ("C.UTF-8", "screen"), ("C.UTF-8", "tmux-256color")]


@test("in every locale and on every terminal the same bytes are stored; a terminal that is none is refused with one line")
def _(desk):
    ready(desk)
    texts = {}
    for locale, term in PAIRS:
        with opened(desk, "live", "2026-02-11", "Dredging", term=term, LC_ALL=locale or None, LANG=None) as terminal:
            terminal.first("Dredging")
            terminal.keys("Ctrl-a Backspace")
            terminal.type(LETTERS + " end")
            terminal.wait("end")
            terminal.quiet(0.1)
            leave(terminal)
        texts[locale, term] = item_text(desk, "Dredging")
    first = [unicodedata.normalize("NFC", LETTERS) + " end"]
    for pair, text in texts.items():
        same(text, first, "the text stored under %s" % (pair,))
    for term in ("dumb", "nowhere-at-all", "", None):
        with opened(desk, "live", "2026-02-11", "Dredging", term=term) as terminal:
            end = terminal.exit()
            check(end["signal"] == 0 and end["code"] not in (0, 1), "TERM=%r: %r" % (term, end))
            lines = [row for row in terminal.screen().text.split("\n") if row.strip()]
            check(0 < len(lines) <= 3, "TERM=%r says %r" % (term, lines))


@test("whatever screen is open, a window that is closed ends the program within a second and without the processor")
def _(desk):
    ready(desk)
    for keys in ("", "F5", "Alt-q", "Ctrl-p", "F1", "F4", "Alt-a", "F12", "Escape"):
        for signalled in (True, False):
            with opened(desk, "live", "2026-02-11", "Dredging") as terminal:
                terminal.first("Dredging")
                if keys:
                    terminal.keys(keys)
                    terminal.quiet(0.05)
                terminal.hang_up(signalled=signalled)
                end = terminal.exit()
                check(end["ms"] < 1000 and end["cpu"] < (200 if not sanitised() else 500), "after %r (%s): %r" % (keys, signalled, end))
    with opened(desk, "room", "2026-02-11") as terminal:
        terminal.first()
        terminal.hang_up(signalled=False)
        check(terminal.exit()["ms"] < 1000, "the room window stays")


def sanitised():
    with open(PROGRAM, "rb") as file:
        return b"__asan_init" in file.read()


@test("all keys of a terminal at once, and a flood of them, are taken in order")
def _(desk):
    ready(desk)
    words = " ".join("flood%04d" % number for number in range(400))
    with opened(desk, "live", "2026-02-11", "Dredging") as terminal:
        terminal.first("Dredging")
        terminal.type(words)
        terminal.wait("flood0399", within=20)
        leave(terminal)
    same(" ".join(item_text(desk, "Dredging")), words, "the text")
    lacks(desk.run("doctor").out, "fault", "the doctor")


HIDDEN.search("")
main()
