#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Feeds the program damaged files for some seconds: YAML, dumps, minutes, books, command lines.

  run.py PROGRAM SECONDS [SEED]

PROGRAM is best the sanitised one. A run fails when the program dies of a signal, a sanitiser or GLib complains, it leaves with another status
than 0 to 4, or takes longer than ten seconds. What failed is kept in the folder that is named at the end; run N of a seed is always the same.
"""
import collections
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
COMPLAINTS = re.compile(rb"AddressSanitizer|LeakSanitizer|runtime error:|GLib-CRITICAL|-CRITICAL \*\*|-ERROR \*\*|Assertion .* failed")
LONGEST = 10
WORDS = [b"board", b"meeting", b"year", b"roll", b"items", b"actions", b"due", b"restricted", b"{", b"}", b"[", b"]", b"- ", b": ", b"&a ", b"*a", b"!!str ", b"|\n", b">\n", b"---\n", b"...\n", b"\t",
         b"\"", b"'", b"#", b"%YAML 1.1\n", b"null", b"~", b"0", b"-1", b"99999999999999999999", b"2026-02-30", b"0000-00-00", b"9999-12-31", b"\"25:61\"", b"\xff", b"\x00", b"\xef\xbb\xbf",
         b"\xe2\x80\xae", b"\xf4\x8f\xbf\xbf", b"\xcc\x81" * 40, b"x" * 3000, b"**", b"| a | b |\n", b"## ", b"9A", b"14(a)", b"1.1.1.1.1", b"every: meeting", b"\x1b]0;x\x07"]


def mutated(random_, data):
    """DATA with some bytes, words or pieces changed, lost, doubled or moved."""
    data = bytearray(data)
    for _ in range(random_.choice((1, 1, 2, 3, 8, 30))):
        at = random_.randrange(len(data) + 1)
        kind = random_.randrange(7)
        if kind == 0 and data:
            data[at % len(data)] ^= 1 << random_.randrange(8)
        elif kind == 1:
            data[at:at] = random_.choice(WORDS)
        elif kind == 2:
            del data[at:at + random_.choice((1, 2, 10, 100, 1000))]
        elif kind == 3:
            length = random_.choice((1, 5, 40, 400))
            data[at:at] = data[at:at + length] * random_.choice((1, 2, 20))
        elif kind == 4:
            length = random_.choice((5, 40, 400))
            other = random_.randrange(len(data) + 1)
            data[at:at + length] = data[other:other + length]
        elif kind == 5:
            del data[at:]
        else:
            data[at:at] = bytes(random_.randrange(256) for _ in range(random_.randrange(1, 9)))
    return bytes(data)


class Fuzz:
    def __init__(self, program, seed):
        self.program, self.seed = program, seed
        self.folder = tempfile.mkdtemp(prefix="minutebook-fuzz.")
        self.kept = os.path.join(self.folder, "failed")
        self.lock = threading.Lock()
        self.runs = collections.Counter()
        self.failures = []
        self.env = {name: value for name, value in os.environ.items() if name in ("PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS")}
        self.env.update(HOME=self.folder, TZ="UTC", LC_ALL="C.UTF-8", MINUTEBOOK_NOW="2026-01-15T09:00:00Z", MINUTEBOOK_USER="Fuzz", G_DEBUG="fatal-criticals")
        self.prepare()

    def prepare(self):
        self.book = os.path.join(self.folder, "seed.minutebook")
        samples = os.path.join(ROOT, "sample-data", "charity")
        self.yaml = [self.read(os.path.join(samples, name)) for name in sorted(os.listdir(samples))]
        self.whole = b"---\n".join(self.yaml)
        self.run_once(["init"], book=self.book)
        self.run_once(["load"] + [os.path.join(samples, name) for name in ("board.yaml", "plan-2025-26.yaml", "2025-12-02.yaml")], book=self.book)
        self.dump = self.run_once(["dump"], book=self.book).stdout
        self.help = self.run_once(["--help"], book=self.book).stdout.decode()
        self.commands = [line.split() for line in re.findall(r"^  ([a-z]+(?: [a-z]+)?)  +\S", self.help, re.MULTILINE)]

    @staticmethod
    def read(path):
        with open(path, "rb") as file:
            return file.read()

    def run_once(self, words, book, stdin=b""):
        return subprocess.run([self.program] + words, input=stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=dict(self.env, MINUTEBOOK_BOOK=book), timeout=LONGEST, check=False)

    def case(self, random_, place):
        """One run: its kind, command line and standard input. Files lie in PLACE."""
        book = os.path.join(place, "book.minutebook")
        given = os.path.join(place, "given")
        kind = random_.choice(("yaml", "yaml", "yaml", "dump", "text", "book", "words", "words"))
        stdin = b""
        if kind != "book":
            for name in os.listdir(self.folder):
                if name.startswith("seed.minutebook"):
                    shutil.copy(os.path.join(self.folder, name), os.path.join(place, name.replace("seed", "book")))
        if kind == "yaml":
            given += ".yaml"
            self.write(given, mutated(random_, random_.choice(self.yaml + [self.whole])))
            words = [random_.choice(("load", "check")), given]
        elif kind == "dump":
            self.write(given, mutated(random_, self.dump))
            words, book = ["load", "--dump", given], os.path.join(place, "fresh.minutebook")
        elif kind == "text":
            words, stdin = ["minutes", "add", "2025-12-02", "2"], mutated(random_, random_.choice(self.yaml))
        elif kind == "book":
            self.write(book, mutated(random_, self.read(self.book)))
            words = random_.choice((["dump"], ["doctor"], ["actions", "--overdue"], ["log", "--verify"], ["actions", "add", "x", "--owner", "y"], ["search", "the"], ["agenda", "draft", "next"],
                                    ["export", "minutes", "last"]))
        else:
            words = list(random_.choice(self.commands))
            for _ in range(random_.randrange(5)):
                words.append(random_.choice((b"next", b"last", b"2025-12-02", b"--json", b"--board", b"--owner", b"--why", b"--due", b"1", b"2", b"--", mutated(random_, b"2025-12-02@10:00"),
                                             mutated(random_, b"Any other business"), b"present")).replace(b"\0", b""))
        return kind, words, book, stdin

    @staticmethod
    def write(path, data):
        with open(path, "wb") as file:
            file.write(data)

    def one(self, number):
        random_ = random.Random("%s/%d" % (self.seed, number))
        place = tempfile.mkdtemp(dir=self.folder)
        kind, words, book, stdin = self.case(random_, place)
        try:
            done = self.run_once(words, book, stdin)
            trouble = None
            if not 0 <= done.returncode <= 4:
                trouble = "left with %d" % done.returncode
            elif COMPLAINTS.search(done.stderr):
                trouble = "complained"
            output = done.stderr
        except subprocess.TimeoutExpired:
            trouble, output = "took longer than %d s" % LONGEST, b""
        with self.lock:
            self.runs[kind] += 1
            if trouble:
                self.keep(number, kind, words, stdin, place, trouble, output)
        shutil.rmtree(place, ignore_errors=True)

    def keep(self, number, kind, words, stdin, place, trouble, output):
        where = os.path.join(self.kept, str(number))
        shutil.copytree(place, where)
        shown = [word if isinstance(word, str) else word.decode("utf-8", "backslashreplace") for word in words]
        self.write(os.path.join(where, "stdin"), stdin)
        self.write(os.path.join(where, "stderr"), output)
        self.write(os.path.join(where, "words"), json.dumps(shown).encode())
        self.failures.append("run %d (%s): %s: %s" % (number, kind, " ".join(shown), trouble))

    def go(self, seconds):
        end = time.monotonic() + seconds
        numbers = iter(range(1 << 60))

        def work():
            while time.monotonic() < end:
                with self.lock:
                    number = next(numbers)
                self.one(number)
        threads = [threading.Thread(target=work) for _ in range(os.cpu_count() or 1)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()


def main():
    program, seconds = os.path.abspath(sys.argv[1]), int(sys.argv[2])
    fuzz = Fuzz(program, sys.argv[3] if len(sys.argv) > 3 else "1")
    fuzz.go(seconds)
    for failure in fuzz.failures[:50]:
        print(failure)
    print("%d runs (%s), seed %s, %d failed" % (sum(fuzz.runs.values()), ", ".join("%s %d" % pair for pair in sorted(fuzz.runs.items())), fuzz.seed, len(fuzz.failures)))
    if fuzz.failures:
        print("What failed is kept in %s" % fuzz.kept)
        return 1
    shutil.rmtree(fuzz.folder, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
