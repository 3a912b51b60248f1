#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Measures a program as it is typed into, beside others, interleaved (A B C A B C …), and prints ratios.

  keys.py PROGRAM [--mini MINI] [--start KEYS] [--long-start KEYS] [--ready TEXT] [--rounds N] [--keys N] [--pace MS] [--only NAME…]

PROGRAM is a command line; {file} in it becomes a text file: empty for most, of 2,000 lines for "long". A program that opens no file gets
the lines pasted. START: keys by name before anything is typed. Beside it run mini (mini.c), nano and vim where they are installed. Nothing
here can fail a build; absolute times drift with the machine, the ratios within a run hold. Ratios are medians over the rounds of ours / theirs.

For other scripts: keys.run([Program("minutebook", "minutebook live …"), *keys.others(mini)], rounds=5) and keys.report(results).
"""
import argparse
import math
import os
import shlex
import shutil
import statistics
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from terminal import Terminal, Trouble  # noqa: E402

PROSE = ("The chair welcomed members and noted apologies from three trustees. It was resolved that the minutes of the last meeting be approved as a "
         "correct record, subject to one amendment on page four. Action: the clerk will write to the council before Friday, 14 March. ")
LINE = PROSE[:75].rstrip() + "\n"
LONG_LINES = 2000
END = " the end Zyxw."
PASTE = (LINE * (100 * 1024 // len(LINE) + 1))[:100 * 1024 - len(END)] + END


class Program:
    """One of those that are measured. COMMAND may hold {file} and {folder}; START and LONG_START are keys by name; ENV is added; PREPARE(folder) is
    called, untimed, before each start."""

    def __init__(self, name, command, start="", long_start=None, ready=None, env=None, prepare=None):
        self.name, self.command, self.start, self.ready, self.env, self.prepare = name, command, start, ready, env or {}, prepare
        self.long_start = start if long_start is None else long_start
        self.opens_files = "{file}" in command
        self.figures = {}

    def open(self, folder, long=False):
        folder = tempfile.mkdtemp(dir=folder)  # nothing of an earlier life is left in it
        path = os.path.join(folder, "text.txt")
        if long and self.opens_files:
            with open(path, "w", encoding="utf-8") as file:
                file.write(LINE * LONG_LINES)
        if self.prepare:
            self.prepare(folder)
        env = {"HOME": folder, "PATH": os.environ.get("PATH", "/usr/bin:/bin"), "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "TZ": "UTC"}
        words = [word.replace("{file}", path).replace("{folder}", folder) for word in shlex.split(self.command)]
        return Terminal(words, env=dict(env, **{name: value.replace("{folder}", folder) for name, value in self.env.items()}), folder=folder)

    def ready_to_type(self, terminal, keys):
        """The first screen, then KEYS; what has ended by then is not measured as if it were quick. Returns the first screen's figures."""
        first = terminal.first(self.ready)
        if keys:
            terminal.keys(keys)
            terminal.quiet(0.15)
        if terminal.state()["ended"]:
            raise Trouble("`%s` has ended before anything was typed:\n%s" % (self.command, terminal.screen().text))
        return first

    def keep(self, figure, value):
        self.figures.setdefault(figure, []).append(value)


def others(mini=None):
    """The peers that are here."""
    found = [Program("mini", mini, ready="A line")] if mini else []
    if shutil.which("nano"):
        found.append(Program("nano", "nano -I {file}", ready="Exit", long_start="Alt-/"))
    if shutil.which("vim"):
        found.append(Program("vim", "vim -N -u NONE {file}", start="i", long_start="G A", ready="text.txt"))
    return found


def percentile(values, percent):
    values = sorted(values)
    return values[min(len(values) - 1, math.ceil(len(values) * percent / 100) - 1)] if values else math.nan


def typed(program, terminal, prefix, keys, pace):
    """Keys at a hand's pace; what each cost."""
    terminal.measure(keys[:8], pace=pace)  # the first ones fill caches
    cost = terminal.measure(keys, pace=pace)
    times = [time for time in cost["last"] if time >= 0]
    if not times:
        return
    program.keep(prefix + "key", statistics.median(times))
    program.keep(prefix + "p99", percentile(times, 99))
    program.keep(prefix + "cpu", cost["cpu"] * 1000 / len(keys))
    program.keep(prefix + "bytes", statistics.median(cost["bytes"]))


def short(program, folder, keys, pace):
    with program.open(folder) as terminal:
        program.keep("first", program.ready_to_type(terminal, program.start)["last"])
        typed(program, terminal, "", keys, pace)
        program.keep("memory", terminal.state()["memory"] / 1024)


def long(program, folder, keys, pace):
    if program.name == "mini":
        return
    with program.open(folder, long=True) as terminal:
        program.ready_to_type(terminal, program.long_start)
        if not program.opens_files:
            terminal.flood(b"\x1b[200~" + (LINE * LONG_LINES + END).replace("\n", "\r").encode() + b"\x1b[201~", until="Zyxw.")
        typed(program, terminal, "long ", keys, pace)


def paste(program, folder, bracketed):
    with program.open(folder) as terminal:
        program.ready_to_type(terminal, program.start)
        if bracketed and 2004 not in terminal.screen().modes:
            return
        data = PASTE.replace("\n", "\r").encode()
        cost = terminal.flood(b"\x1b[200~" + data + b"\x1b[201~" if bracketed else data, within=30, until="Zyxw.")
        program.keep("bracketed" if bracketed else "flat", cost["last"] if cost["shown"] else math.inf)


def run(programs, rounds=5, count=60, pace=0.03, jobs=("short", "long", "paste")):
    """Measures all of them in turn, ROUNDS times; the figures are kept in each program."""
    keys = (PROSE * (count // len(PROSE) + 1))[:count]
    folder = tempfile.mkdtemp(prefix="minutebook-keys.")
    try:
        for _ in range(rounds):
            for program in programs:
                if "short" in jobs:
                    short(program, folder, keys, pace)
            for program in programs:
                if "long" in jobs:
                    long(program, folder, keys, pace)
                if "paste" in jobs:
                    paste(program, folder, True)
                    paste(program, folder, False)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return programs


# figure, what it is called, its unit, beside whom, and the highest ratio that is good.
ROWS = [
    ("first", "first full screen, 80×24", "ms", {"mini": 1.8, "nano": 1.0, "vim": 0.3}),
    ("key", "key to screen, median", "ms", {"mini": 1.9, "nano": None, "vim": 0.7}),
    ("p99", "key to screen, p99", "ms", {"mini": 2.0, "nano": None, "vim": None}),
    ("long key", "at the end of 2,000 lines", "ms", {"nano": None, "vim": None}),
    ("cpu", "CPU a key", "µs", {"mini": None, "nano": None, "vim": None}),
    ("bytes", "bytes a key, median", "", {"mini": None, "nano": None, "vim": None}),
    ("memory", "memory while typing", "MiB", {"mini": None, "nano": None, "vim": None}),
    ("bracketed", "paste of 100 KB, bracketed", "ms", {"nano": 0.2, "vim": None}),
    ("flat", "paste of 100 KB, flat", "ms", {"mini": None, "nano": 1.0, "vim": None}),
]
# Goals that need no peer.
CEILINGS = {"bytes": 20, "memory": 9, "cpu": 240}


def ratio(ours, theirs, figure):
    """Round by round, so that a machine that slows down under way does not matter."""
    pairs = [(a, b) for a, b in zip(ours.figures.get(figure, []), theirs.figures.get(figure, [])) if b]
    return statistics.median(a / b for a, b in pairs) if pairs else None


def verdict(value, goal):
    return "" if goal is None else " (≤ %g: %s)" % (goal, "met" if value <= goal else "NOT MET")


def report(programs):
    """Lines to print: a job a line, the first program beside the others."""
    ours, beside = programs[0], {program.name: program for program in programs[1:]}
    lines = []
    for figure, name, unit, goals in ROWS:
        if figure not in ours.figures:
            continue
        value = statistics.median(ours.figures[figure])
        line = "%-28s %s %.3g %s%s" % (name, ours.name, value, unit, verdict(value, CEILINGS.get(figure)))
        for peer, goal in goals.items():
            times = ratio(ours, beside[peer], figure) if peer in beside else None
            if times is not None:
                line += "; %.2f× %s (%.3g)%s" % (times, peer, statistics.median(beside[peer].figures[figure]), verdict(times, goal))
        lines.append(line)
    times = [a / b for a, b in zip(ours.figures.get("long key", []), ours.figures.get("key", []))]
    if times:
        lines.append("%-28s %s %.2f×%s" % ("long text / short text", ours.name, statistics.median(times), verdict(statistics.median(times), 1.1)))
    return lines


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add = parser.add_argument
    add("program")
    add("--mini", default=None)
    add("--start", default="")
    add("--long-start", default=None)
    add("--ready", default=None)
    add("--rounds", type=int, default=5)
    add("--keys", type=int, default=60)
    add("--pace", type=float, default=30)
    add("--only", nargs="*", default=["short", "long", "paste"], choices=["short", "long", "paste"])
    given = parser.parse_args()
    name = os.path.basename(shlex.split(given.program)[0])
    ours = Program(name, given.program, given.start, given.long_start, given.ready)
    for line in report(run([ours, *others(given.mini)], given.rounds, given.keys, given.pace / 1000, given.only)):
        print(line)


if __name__ == "__main__":
    main()
