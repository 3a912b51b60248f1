# SPDX-License-Identifier: MIT
"""A program in a terminal, for tests and measurements: keys go in, a screen comes out. Works through the program `drive` (drive.c), which is
an xterm without a window.

    with Terminal([program, "live"], env=env) as terminal:
        terminal.wait("Matters arising")
        terminal.keys("Down Down Enter")
        terminal.type("The chair welcomed everybody.")
        terminal.wait("everybody.")

Nothing sleeps: waiting is for a text on the screen, for quiet, or for the end. Times are in seconds where given, in milliseconds where told.
Where `drive` is: found_drive().
"""
import base64
import json
import os
import re
import signal
import subprocess
import sys

ARROWS = {"Up": "A", "Down": "B", "Right": "C", "Left": "D", "Home": "H", "End": "F"}
TILDES = {"Insert": 2, "Delete": 3, "PageUp": 5, "PageDown": 6, "F5": 15, "F6": 17, "F7": 18, "F8": 19, "F9": 20, "F10": 21, "F11": 23, "F12": 24}
SS3 = {"F1": "P", "F2": "Q", "F3": "R", "F4": "S"}
PLAIN = {"Enter": "\r", "Tab": "\t", "Escape": "\x1b", "Backspace": "\x7f", "Space": " "}
WHEELS = {"wheel up": 64, "wheel down": 65}


class Trouble(Exception):
    """The terminal did not show, or do, what was expected."""


def key_bytes(name, cursor_keys=False):
    """What an xterm sends for the key NAME ("Ctrl-Left", "Shift-Tab", "Alt-x", "F5", "a"); CURSOR_KEYS: the program asked for that mode."""
    shift, ctrl, alt = [bool(re.match("(?:(?:Shift|Ctrl|Alt)-)*" + word + "-.", name)) for word in ("Shift", "Ctrl", "Alt")]
    key = re.sub("^((?:Shift|Ctrl|Alt)-)+(?=.)", "", name)
    modifier = 1 + shift + 2 * alt + 4 * ctrl
    if key in ARROWS:
        return "\x1b[1;%d%s" % (modifier, ARROWS[key]) if modifier > 1 else ("\x1bO" if cursor_keys else "\x1b[") + ARROWS[key]
    if key in SS3:
        return "\x1b[1;%d%s" % (modifier, SS3[key]) if modifier > 1 else "\x1bO" + SS3[key]
    if key in TILDES:
        return "\x1b[%d;%d~" % (TILDES[key], modifier) if modifier > 1 else "\x1b[%d~" % TILDES[key]
    return ("\x1b" if alt else "") + _character(key, shift, ctrl)


def _character(key, shift, ctrl):
    if key == "Tab" and shift:
        return "\x1b[Z"
    if key == "Backspace" and ctrl:
        return "\b"
    character = PLAIN.get(key, key)
    if len(character) != 1:
        raise ValueError("there is no key %r" % key)
    if ctrl and key not in PLAIN:
        return "\x7f" if key == "?" else chr(ord(character.upper()) & 0x1F)
    return "\0" if ctrl and key == "Space" else character.upper() if shift else character


def found_drive():
    """Where `drive` is: as MINUTEBOOK_DRIVE says, beside the program that is tried, in its build folder, or in the clone's own."""
    folder = os.path.dirname(os.path.abspath(sys.argv[1])) if len(sys.argv) > 1 else ""
    places = [os.environ.get("MINUTEBOOK_DRIVE"), os.path.join(folder, "drive"), os.path.join(folder, "../tests/terminal/drive"),
              os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../build/tests/terminal/drive")]
    for place in places:
        if place and os.path.isfile(place) and os.access(place, os.X_OK):
            return place
    raise Trouble("the program that drives a terminal is nowhere; MINUTEBOOK_DRIVE is to say where it was built")


class Screen:
    """What is seen: rows (trailing spaces cut), cursor (row, column), visible (the cursor), title, clipboard (bytes), modes (a set of DEC private
    modes), keypad, plain (the pen), bells."""

    def __init__(self, answer):
        self.__dict__.update(answer)
        self.cursor = tuple(self.cursor)
        self.modes = set(self.modes)
        self.clipboard = base64.b64decode(self.clipboard)
        self.text = "\n".join(self.rows).rstrip("\n")

    def __contains__(self, text):
        return any(text in row for row in self.rows)


class Terminal:
    """A program in a terminal of its own, an interactive shell's foreground job."""

    # What a terminal has on when nobody has asked for anything: lines wrap, the cursor shows.
    UNTOUCHED = {7, 25}

    def __init__(self, words, rows=24, columns=80, env=None, folder=None, utf8=True, drive=None):
        drive = drive or found_drive()
        env = dict(env if env is not None else os.environ)
        self.process = subprocess.Popen([drive], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        try:
            self.pid = self.ask("start", argv=[os.fspath(word) for word in words], env=["%s=%s" % pair for pair in env.items()], rows=rows, columns=columns,
                                folder=folder or os.getcwd(), utf8=utf8)["pid"]
        except BaseException:
            self.close()
            raise

    def ask(self, what, **more):
        """One command of drive.c."""
        self.process.stdin.write(json.dumps(dict(more, do=what)).encode() + b"\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise Trouble("the terminal itself has died: %s" % self.process.wait())
        answer = json.loads(line)
        if "fault" in answer:
            raise Trouble("%s: %s" % (what, answer["fault"]))
        return answer

    def close(self):
        """Ends the program at once, if it has not ended."""
        if self.process.stdin and not self.process.stdin.closed:
            self.process.stdin.close()
            self.process.stdout.close()
            code = self.process.wait()
            if code:
                raise Trouble("the terminal itself left with %d" % code)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    # What the hand does.

    def send(self, data):
        """Bytes as they are."""
        self.ask("send", bytes=base64.b64encode(data if isinstance(data, bytes) else data.encode("utf-8")).decode())

    def type(self, text):
        self.send(text.replace("\n", "\r"))

    def keys(self, names):
        """Keys by their names, spaces between."""
        cursor_keys = 1 in self.screen().modes
        self.send("".join(key_bytes(name, cursor_keys) for name in names.split()))

    def paste(self, text):
        """As xterm does: in brackets if the program has asked for them, lines ending in CR. TEXT may hold anything."""
        data = text if isinstance(text, bytes) else text.encode("utf-8")
        data = data.replace(b"\r\n", b"\r").replace(b"\n", b"\r")
        self.send(b"\x1b[200~" + data + b"\x1b[201~" if 2004 in self.screen().modes else data)

    def mouse(self, what, row, column, button=1, shift=False, alt=False, ctrl=False):
        """"press", "release", "drag", "click" or a wheel; SGR reports, and none if the program has not asked for any. Counted from 0."""
        modes = self.screen().modes
        if not modes & {1000, 1002, 1003} or 1006 not in modes or (what == "drag" and not modes & {1002, 1003}):
            return False
        if what == "click":
            return self.mouse("press", row, column, button, shift, alt, ctrl) and self.mouse("release", row, column, button, shift, alt, ctrl)
        code = WHEELS.get(what, button - 1) + 4 * shift + 8 * alt + 16 * ctrl + 32 * (what == "drag")
        self.send("\x1b[<%d;%d;%d%s" % (code, column + 1, row + 1, "m" if what == "release" else "M"))
        return True

    def resize(self, rows, columns):
        self.ask("resize", rows=rows, columns=columns)

    def signal(self, name):
        """To the whole job: "TERM", "HUP" …"""
        self.ask("signal", number=int(getattr(signal, "SIG" + name)))

    def hang_up(self, signalled=True):
        """The window is closed; SIGNALLED: with SIGHUP, as a shell passes it on."""
        self.ask("hang up", signalled=signalled)

    def resume(self):
        """As `fg` does."""
        self.ask("resume")

    # Waiting.

    def wait(self, text, within=5):
        """Until TEXT stands in a row; milliseconds it took."""
        answer = self.ask("wait", text=text, within=within * 1000)
        if not answer["done"]:
            raise Trouble("%r is not on the screen after %g s:\n%s" % (text, within, self.screen().text))
        return answer["ms"]

    def gone(self, text, within=5):
        answer = self.ask("wait", text=text, gone=True, within=within * 1000)
        if not answer["done"]:
            raise Trouble("%r is still on the screen after %g s:\n%s" % (text, within, self.screen().text))
        return answer["ms"]

    def quiet(self, gap=0.05, within=5):
        """Until nothing has come for GAP seconds."""
        if not self.ask("quiet", gap=gap * 1000, within=within * 1000)["done"]:
            raise Trouble("the screen is not quiet after %g s:\n%s" % (within, self.screen().text))

    def pump(self, seconds):
        """Listens that long, whatever comes."""
        self.ask("pump", ms=seconds * 1000)

    def first(self, text=None, gap=0.05, within=10):
        """The first whole screen (with TEXT on it): first and last byte in milliseconds since the start, and bytes."""
        return self.ask("first", text=text, gap=gap * 1000, within=within * 1000)

    def exit(self, within=5):
        """Its end: code (-1: a signal), signal (a number), ms and cpu (milliseconds since the last key, signal or hang-up), peak (KiB)."""
        answer = self.ask("exit", within=within * 1000)
        if not answer["done"]:
            shown = self.screen().text
            raise Trouble("the program has not ended after %g s:\n%s" % (within, shown))
        return answer

    def stopped(self, within=5):
        if not self.ask("stopped", within=within * 1000)["done"]:
            raise Trouble("the program was not suspended after %g s" % within)

    # What is seen.

    def screen(self):
        return Screen(self.ask("screen"))

    def cell(self, row, column):
        """text, width, bold, underline, italic, reverse, blink, foreground, background (None, a palette's number or "#rrggbb")."""
        return self.ask("cell", row=row, column=column)

    def raw(self):
        """The bytes that came since this was last asked."""
        return base64.b64decode(self.ask("raw")["bytes"])

    def state(self):
        """bytes (of output, in all), replied (bytes the terminal answered), cpu (ms), memory and peak (KiB), ended, before and now (the terminal's settings)."""
        return self.ask("state")

    # Measuring.

    def measure(self, keys, pace=0.03, timeout=0.3):
        """Each of KEYS (texts) at its time: lists first, last (ms; -1: nothing came) and bytes; cpu (ms) in all."""
        return self.ask("keys", keys=list(keys), pace=pace * 1000, timeout=timeout * 1000)

    def flood(self, data, gap=0.15, within=60, until=None):
        """All at once: taken and last output in ms (-1: never), bytes of output. It is over after GAP seconds without output, and once UNTIL is on
        the screen (shown: whether it was)."""
        return self.ask("flood", bytes=base64.b64encode(data).decode(), gap=gap * 1000, within=within * 1000, until=until)
