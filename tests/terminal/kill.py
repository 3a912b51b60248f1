#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""How much of what was on the screen is gone when a program is killed while somebody types?

  kill.py --program "nano {file}" --recover "cat {file}" [--start KEYS] [--signal KILL] [--rounds 20] …

Each round has a folder and a home of its own. It starts PROGRAM in a terminal, sends the START keys, types numbered words (w0001 w0002 …) at
a hand's pace and, at a random moment, ends it: KILL, TERM, HUP, INT, QUIT, PIPE, HANGUP (the window closed, with SIGHUP) or CLOSED (the same
without: only the terminal is gone), or MIX (any of them but KILL). What had been on the screen by then is compared with what RECOVER prints.
Words are counted, and characters, of a word just begun too. Words that come twice or out of order are counted as astray. After any signal but
KILL the program must end within a second, without using the CPU while it does.

{file}, {folder} and {home} are filled in. PREPARE (a shell line) runs before a round, CHECK after RECOVER: it must leave with 0.
Exit status 0 only if nothing was lost, astray or unclean and every round was whole. Seeds are fixed: a round can be had again with --only N.
"""
import argparse
import concurrent.futures
import os
import random
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from terminal import Terminal, Trouble  # noqa: E402

WORD = re.compile(r"\bw\d{4}\b")
BEGUN = re.compile(r"\bw\d{0,3}\b")
KINDS = ["TERM", "HUP", "INT", "QUIT", "PIPE", "HANGUP", "CLOSED"]
SECOND = 1000.0  # milliseconds within which a program ends when it is asked to
IDLE = 200.0     # milliseconds of CPU that it may take for that: the last line is read and settled; one that spins takes the whole second


class Job:
    """What is tried, and how."""

    def __init__(self, program, recover, start="", signal="KILL", prepare="", check="", rounds=20, jobs=3, seed=1, pace=35.0, shortest=0.3, longest=2.5, row=6,
                 after="Enter", ready=None, rows=40, columns=100, env=None, drive=None, idle=IDLE):
        self.__dict__.update(locals())
        del self.__dict__["self"]


class Round:
    """One life."""

    def __init__(self, job, number):
        self.job, self.number, self.random = job, number, random.Random("%s:%s:%s" % (job.seed, number, job.signal))
        self.fault, self.kind = "", job.signal if job.signal != "MIX" else self.random.choice(KINDS)
        self.shown, self.typed, self.part = {}, [], ""
        self.lost, self.lost_characters, self.characters, self.astray, self.unclean, self.late, self.cpu = [], 0, 0, 0, False, 0.0, 0.0

    def run(self):
        self.folder = tempfile.mkdtemp(prefix="minutebook-kill.")
        try:
            self.home = os.path.join(self.folder, "home")
            os.mkdir(self.home)
            self.env = dict(self.job.env if self.job.env is not None else {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "TERM": "xterm-256color", "TZ": "UTC"})
            self.env.update(HOME=self.home)
            self.env = {name: self.filled(value) for name, value in self.env.items()}
            self.shell(self.job.prepare)
            with Terminal(shlex.split(self.filled(self.job.program)), env=self.env, folder=self.folder, rows=self.job.rows, columns=self.job.columns,
                          drive=self.job.drive) as terminal:
                self.live(terminal)
                self.end(terminal)
            self.compare(self.shell(self.job.recover))
            if self.job.check:
                self.unclean = self.shell(self.job.check, may_fail=True) is None
        except (Trouble, OSError, subprocess.SubprocessError) as trouble:
            self.fault = str(trouble).split("\n")[0]
        finally:
            shutil.rmtree(self.folder, ignore_errors=True)
        return self

    def filled(self, text):
        return text.replace("{file}", os.path.join(self.folder, "text.txt")).replace("{folder}", self.folder).replace("{home}", self.home)

    def shell(self, line, may_fail=False):
        if not line:
            return ""
        done = subprocess.run(self.filled(line), shell=True, cwd=self.folder, env=self.env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, timeout=60, check=False)
        if done.returncode and may_fail:
            return None
        if done.returncode:
            raise Trouble("`%s` left with %d: %s" % (self.filled(line), done.returncode, done.stderr.decode("utf-8", "replace")[-300:]))
        return done.stdout.decode("utf-8", "replace")

    def live(self, terminal):
        """Types until the moment has come, which may be in the middle of a word."""
        terminal.first(self.job.ready)
        if self.job.start:
            terminal.keys(self.job.start)
            terminal.quiet(0.1)
        moment = time.monotonic() + self.random.uniform(self.job.shortest, self.job.longest)
        for number in range(1, 9999):
            self.typed.append("w%04d" % number)
            row_ends = number % self.job.row == 0
            for key in list(self.typed[-1]) + [self.job.after if row_ends else "Space"]:
                over = time.monotonic() >= moment
                if over and self.random.random() < 0.3:
                    return
                terminal.keys(key) if len(key) > 1 else terminal.send(key)
                # Most lives end while the last key is being dealt with.
                terminal.pump(self.random.uniform(0, 0.002) if over else self.random.uniform(0.5, 1.5) / self.job.pace)
                if over:
                    return
            self.look(terminal)

    def look(self, terminal):
        """Notes the words that are on the screen now, and the one just begun before the cursor."""
        screen = terminal.screen()
        for word in WORD.findall(screen.text):
            self.shown.setdefault(word, True)
        row, column = screen.cursor
        before = re.search(r"w\d{0,3}$", screen.rows[row][:column])
        last = self.typed[-1]
        self.part = before.group(0) if before and last.startswith(before.group(0)) and last not in self.shown else ""

    def end(self, terminal):
        if self.kind != "KILL":
            self.look(terminal)
        if self.kind in ("HANGUP", "CLOSED"):
            terminal.hang_up(signalled=self.kind == "HANGUP")
        else:
            terminal.signal(self.kind)
        end = terminal.exit(within=5)
        # What was written before it died did reach the screen.
        if self.kind == "KILL":
            self.look(terminal)
        else:
            self.late, self.cpu = end["ms"], end["cpu"]

    def compare(self, stored):
        stored_words = WORD.findall(stored)
        kept = set(stored_words)
        mine = [word for word in self.shown if word in set(self.typed)]
        self.lost = [word for word in mine if word not in kept]
        begun = [word for word in BEGUN.findall(stored)]
        self.characters = 5 * len(mine) + len(self.part)
        self.lost_characters = 5 * len(self.lost)
        if self.part and self.typed[-1] not in kept:
            common = [len(os.path.commonprefix([self.part, word])) for word in begun]
            self.lost_characters += len(self.part) - max(common, default=0)
        self.astray = len(stored_words) - len(kept) + sum(a > b for a, b in zip(stored_words, stored_words[1:]))

    @property
    def good(self):
        return not (self.fault or self.lost_characters or self.astray or self.unclean or self.stubborn or not self.characters)

    @property
    def stubborn(self):
        return self.late > SECOND or self.cpu > self.job.idle

    def sentence(self):
        return "round %d (%s): %s" % (self.number, self.kind, self.fault or "%d of %d characters lost %s, %d astray%s, ended after %.0f ms with %.1f ms of CPU" % (
            self.lost_characters, self.characters, " ".join(self.lost[-3:]), self.astray, ", not clean" if self.unclean else "", self.late, self.cpu))


def run(job, only=None):
    """All rounds, some at a time."""
    numbers = [only] if only is not None else range(job.rounds)
    with concurrent.futures.ThreadPoolExecutor(job.jobs) as pool:
        return list(pool.map(lambda number: Round(job, number).run(), numbers))


def figure(rounds):
    """One line, and whether the bar is met."""
    whole = [one for one in rounds if not one.fault]
    shown, lost = sum(one.characters for one in whole), sum(one.lost_characters for one in whole)
    text = "%d lives, %d words and %d characters shown, %d words and %d characters lost (%.1f %%)" % (
        len(whole), sum(len(one.shown) for one in whole), shown, sum(len(one.lost) for one in whole), lost, 100 * lost / max(shown, 1))
    for count, what in ((sum(one.astray for one in whole), "astray"), (sum(one.unclean for one in whole), "not clean"),
                        (sum(one.stubborn for one in whole), "slow to end"), (len(rounds) - len(whole), "broken")):
        if count:
            text += ", %d %s" % (count, what)
    worst = max(whole, key=lambda one: one.late, default=None)
    if worst and worst.late:
        text += ", at most %.0f ms and %.1f ms of CPU to the end" % (worst.late, max(one.cpu for one in whole))
    return text, bool(rounds) and all(one.good for one in rounds)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add = parser.add_argument
    add("--program", required=True)
    add("--recover", required=True)
    add("--start", default="", help="keys by name, spaces between")
    add("--after", default="Enter", help="the key at the end of a row of words (Enter)")
    add("--row", type=int, default=6, help="words in a row (6)")
    add("--ready", default=None, help="text on the first screen")
    add("--prepare", default="")
    add("--check", default="")
    add("--signal", default="KILL", choices=["KILL", "MIX"] + KINDS)
    add("--rounds", type=int, default=20)
    add("--jobs", type=int, default=3)
    add("--seed", default=1)
    add("--pace", type=float, default=35.0, help="characters a second (35)")
    add("--shortest", type=float, default=0.3, help="seconds of typing (0.3)")
    add("--longest", type=float, default=2.5, help="(2.5)")
    add("--idle", type=float, default=IDLE, help="milliseconds of CPU it may take to end (200)")
    add("--rows", type=int, default=40)
    add("--columns", type=int, default=100)
    add("--only", type=int, default=None, help="this round alone")
    add("--drive", default=None)
    given = vars(parser.parse_args())
    only = given.pop("only")
    rounds = run(Job(**given), only)
    text, good = figure(rounds)
    for one in [one for one in rounds if not one.good][:5]:
        print(one.sentence())
    print("%s, %s: %s" % (shlex.split(given["program"])[0], given["signal"], text))
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
