# SPDX-License-Identifier: MIT
"""Runs the program as a person or a script would, and says in TAP what came of it. Python's standard library only.

A test file is

    from harness import check, main, test

    @test("an action that is closed is not overdue")
    def _(desk):
        desk.sample()
        desk.run("actions", "close", "CSP/84")
        check(84 not in …, "…")

    main()

and is run as `test_x.py PROGRAM [PART OF A NAME…]`. Each test has a desk of its own: a private home, no book yet, Thursday 15 January 2026,
nine o'clock UTC. Whatever a test runs must neither crash nor make the sanitisers or GLib complain; desk.run looks.
"""
import atexit
import itertools
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import traceback

PROGRAM = os.path.abspath(sys.argv[1]) if len(sys.argv) > 1 else ""
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
NOW = "2026-01-15T09:00:00Z"
COMPLAINTS = re.compile(r"AddressSanitizer|LeakSanitizer|runtime error:|GLib-CRITICAL|-WARNING \*\*|-CRITICAL \*\*|-ERROR \*\*|Assertion .* failed")
_tests = []
_scratch = tempfile.mkdtemp(prefix="minutebook-test.")
_numbers = itertools.count(1)
atexit.register(shutil.rmtree, _scratch, True)


class Failed(Exception):
    """What a test expected did not happen."""


class Skipped(Exception):
    """This machine cannot show it."""


def check(condition, sentence):
    if not condition:
        raise Failed(sentence)


def same(found, expected, what="it"):
    if found != expected:
        raise Failed("%s is %s, expected %s" % (what, short(found), short(expected)))


def holds(text, part, what="the text"):
    if part not in text:
        raise Failed("%s does not hold %r:\n%s" % (what, part, short(text, 4000)))


def lacks(text, part, what="the text"):
    if part in text:
        at = text.index(part)
        raise Failed("%s holds %r: …%s…" % (what, part, text[max(0, at - 200):at + 200]))


def skip(why):
    raise Skipped(why)


def short(value, limit=1500):
    text = value if isinstance(value, str) else repr(value)
    return text if len(text) <= limit else text[:limit] + "…"


class Result:
    """What a run left: code, out, err (text; bytes that are no UTF-8 as surrogates)."""

    def __init__(self, words, code, out, err):
        self.words, self.code, self.raw, self.raw_err = words, code, out, err
        self.out = out.decode("utf-8", "surrogateescape")
        self.err = err.decode("utf-8", "surrogateescape")

    def __str__(self):
        return "`minutebook %s` left with %s\nstandard output:\n%s\nstandard error:\n%s" % (
            " ".join(self.words), self.code, short(self.out, 3000), short(self.err, 3000))

    def json(self):
        try:
            return json.loads(self.out)
        except ValueError as problem:
            raise Failed("no JSON (%s) from %s" % (problem, self)) from None

    def sentence(self, *parts):
        """Standard error is one clear sentence with PARTS in it."""
        lines = [line for line in self.err.split("\n") if line]
        if len(lines) != 1:
            raise Failed("expected one sentence on standard error: %s" % self)
        line = lines[0]
        if not re.search(r"[.?!]$| is missing: minutebook .*$|: expected .*$", line):
            raise Failed("this sentence has no end: %r" % line)
        jargon = re.search(r"\bSQLITE_|\bsqlite3_|\berrno\b|\bGError\b|\(null\)|\bg_[a-z]+_|\byaml_|\bNULL\b", line.replace(_scratch, ""))
        if jargon:
            raise Failed("%r is nothing that a secretary can read: %s" % (jargon.group(0), line))
        for part in parts:
            if part.lower() not in line.lower():
                raise Failed("the sentence does not say %r: %s" % (part, line))
        return line


class Desk:
    """A place to work: a home and, once made, a book."""

    def __init__(self):
        self.folder = os.path.join(_scratch, "desk%d" % next(_numbers))
        os.mkdir(self.folder, 0o700)
        self.home = os.path.join(self.folder, "home")
        os.mkdir(self.home, 0o700)
        self.book = os.path.join(self.folder, "book.minutebook")
        self.env = environment(self.home, self.book)

    def run(self, *words, code=0, stdin="", env=None, cwd=None, limits=None, wait=60):
        """Runs the program; CODE None: any exit status."""
        words = [os.fspath(word) if isinstance(word, os.PathLike) else word for word in words]
        surroundings = dict(self.env)
        for name, value in (env or {}).items():
            if value is None:
                surroundings.pop(name, None)
            else:
                surroundings[name] = value
        data = stdin if isinstance(stdin, bytes) else stdin.encode("utf-8")
        try:
            done = subprocess.run([PROGRAM] + words, input=data, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=surroundings, cwd=cwd or self.folder,
                                  timeout=wait, preexec_fn=limits, check=False)
        except subprocess.TimeoutExpired:
            raise Failed("`minutebook %s` was not done after %d s" % (" ".join(map(str, words)), wait)) from None
        shown = [word if isinstance(word, str) else word.decode("utf-8", "backslashreplace") for word in words]
        result = Result(shown, done.returncode, done.stdout, done.stderr)
        if done.returncode < 0:
            raise Failed("died of signal %d: %s" % (-done.returncode, result))
        if COMPLAINTS.search(result.err):
            raise Failed("complained: %s" % result)
        if code is not None and done.returncode != code:
            raise Failed("expected exit status %s: %s" % (code, result))
        return result

    def json(self, *words, **more):
        """What a list says with --json."""
        return self.run(*words, "--json", **more).json()

    def refused(self, *words, code=2, **more):
        """Runs what must be refused with one clear sentence, and nothing on standard output."""
        result = self.run(*words, code=code, **more)
        if result.out:
            raise Failed("refused, and yet: %s" % result)
        return result

    def sample(self):
        """The sample book, made once a file."""
        if not os.path.isdir(SAMPLE):
            maker = Desk()
            maker.run("init", "--sample")
            shutil.move(maker.folder, SAMPLE)
        for name in os.listdir(SAMPLE):
            if name.startswith("book.minutebook"):
                shutil.copy2(os.path.join(SAMPLE, name), self.folder)
        return self

    def write(self, name, text):
        path = os.path.join(self.folder, name)
        with open(path, "wb") as file:
            file.write(text if isinstance(text, bytes) else text.encode("utf-8"))
        return path

    def read(self, name):
        with open(os.path.join(self.folder, name), "rb") as file:
            return file.read()

    def load(self, text, name="given.yaml", **more):
        """Loads YAML given as text."""
        return self.run("load", self.write(name, text), **more)

    def dump(self):
        return self.run("dump").raw

    def unchanged(self, before):
        """The book is what it was when BEFORE = desk.dump() was taken."""
        if self.dump() != before:
            raise Failed("something was refused, and yet the book has changed")


SAMPLE = os.path.join(_scratch, "sample")


def environment(home, book):
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "LD_LIBRARY_PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS", "ASAN_SYMBOLIZER_PATH")}
    kept.update(HOME=home, MINUTEBOOK_BOOK=book, MINUTEBOOK_NOW=NOW, MINUTEBOOK_USER="Test Clerk", TZ="UTC", LC_ALL="C.UTF-8", G_DEBUG="fatal-criticals")
    return kept


# A board of five, small enough to be counted by hand; two meetings to come, one gone.
BOARD = """\
board: Harbour Trust Board
short: HTB
organisation: Harbour Trust
zone: Europe/London
rules: charity-trustees
quorum: {members: 3}
groups: [Trustees, {name: Officers, voting: false, quorum: false}]
roll:
  - {name: Ada Quill, initials: AQ, post: Chair of Trustees, group: Trustees, office: Chair, email: ada@example.org}
  - {name: Bram Oake, initials: BO, group: Trustees, deputies: [Fay Thorn]}
  - {name: Dr Cleo Marsh, initials: CM, group: Trustees, aliases: [C. Marsh]}
  - {name: Dov Pell, initials: DP, group: Trustees}
  - {name: Edie Lark, initials: EL, post: Harbour Master, organisation: Harbour Trust, group: Officers}
"""
PLAN = """\
board: HTB
year: 2025/26
meetings:
  - {date: 2025-10-08, time: "18:00-20:00", venue: Custom House}
  - {date: 2026-02-11, time: "18:00-20:00", venue: Custom House}
  - {date: 2026-03-25, time: "18:00-20:00", venue: Custom House}
opening:
  - {title: Apologies, presenter: Chair, minutes: 2, paper: verbal}
  - {title: Minutes and matters arising, presenter: Chair, minutes: 5, matters_arising: true}
business:
  - {title: Dredging, lead: Edie Lark, every: meeting, purpose: decision, minutes: 30}
  - {title: Budget, lead: Bram Oake, every: March, purpose: decision, minutes: 45}
  - {title: Wreck of the Sybil, lead: Edie Lark, at: [2026-02-11], minutes: 10, restricted: {paragraph: commercial, public_title: A vessel, reason: under negotiation}}
closing:
  - {title: Any other business, presenter: Chair, minutes: 5}
"""
MEETING = """\
meeting: 2025-10-08
board: HTB
state: circulated
time: "18:00-20:00"
closed: "19:40"
venue: Custom House
chair: Ada Quill
attendance:
  - {name: Ada Quill, status: present}
  - {name: Bram Oake, status: represented, by: Fay Thorn}
  - {name: Dr Cleo Marsh, status: present, mode: remote}
  - {name: Dov Pell, status: apologies}
  - {name: Edie Lark, status: in part, from: "18:20"}
items:
  - number: "1"
    title: Apologies
    text: Dov Pell had sent apologies.
  - number: "2"
    title: Dredging
    presenter: [Edie Lark]
    minutes: 30
    text: |
      Edie Lark reported that the north channel had silted by forty centimetres since May.

      It was resolved to dredge it before the spring tides.
    decisions:
      - {text: That the north channel be dredged before the spring tides, outcome: resolved, mover: Ada Quill, seconder: Dr Cleo Marsh, for: 3, against: 0, abstained: 0}
    actions:
      - {ref: 1, text: Ask three firms for tenders, owners: [Edie Lark], due: 2025-12-01, status: open}
      - {ref: 2, text: Write to the pilots, owners: [Ada Quill, Bram Oake], due: 2026-01-15, status: open}
      - {ref: 3, text: Tell the yacht club, owners: [Dov Pell], due: 2025-11-01, status: closed}
"""


def harbour(desk):
    """The small book above."""
    desk.run("init")
    desk.run("load", desk.write("board.yaml", BOARD), desk.write("plan.yaml", PLAN), desk.write("meeting.yaml", MEETING))
    return desk


def test(name):
    def keep(function):
        _tests.append((name, function))
        return function
    return keep


def _outcome(function):
    desk = Desk()
    try:
        function(desk)
        return "ok", ""
    except Skipped as why:
        return "skip", str(why)
    except Failed as why:
        return "not ok", "%s\nat %s" % (why, _place())
    except Exception:
        return "not ok", traceback.format_exc()
    finally:
        shutil.rmtree(desk.folder, ignore_errors=True)


def _place():
    """The line of the test file that failed."""
    for frame in reversed(traceback.extract_tb(sys.exc_info()[2])):
        if not frame.filename.endswith("harness.py"):
            return "%s:%d: %s" % (os.path.basename(frame.filename), frame.lineno, frame.line)
    return "?"


def main():
    if not os.access(PROGRAM, os.X_OK):
        print("Bail out! There is no program at %r; usage: test_x.py PROGRAM [PART OF A NAME…]" % PROGRAM)
        sys.exit(2)
    wanted = sys.argv[2:]
    failed = 0
    chosen = [(name, function) for name, function in _tests if not wanted or any(part in name for part in wanted)]
    print("1..%d" % len(chosen), flush=True)
    for number, (name, function) in enumerate(chosen, 1):
        word, more = _outcome(function)
        if word == "skip":
            print("ok %d - %s # SKIP %s" % (number, name, more), flush=True)
            continue
        print("%s %d - %s" % (word, number, name), flush=True)
        for line in more.splitlines():
            print("#   " + line.encode("utf-8", "backslashreplace").decode())
        failed += word == "not ok"
    sys.exit(1 if failed else 0)
