#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Whoever types minutes loses nothing that was on the screen, whatever ends the program. A few lives only; more of them:

  MINUTEBOOK_LIVES=1000 test_kill.py PROGRAM
"""
import os
import shlex
import shutil
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "cli"))
from harness import PROGRAM, check, harbour, main, test  # noqa: E402
import kill  # noqa: E402

LIVES = int(os.environ.get("MINUTEBOOK_LIVES", "8"))


def lives(desk, signal, rounds):
    """Types into an item of the meeting to come, in a copy of the small book a life."""
    harbour(desk)
    desk.run("agenda", "draft", "next")
    book = os.path.join(desk.folder, "kept")
    os.mkdir(book)
    for name in os.listdir(desk.folder):
        if name.startswith("book.minutebook"):
            shutil.copy2(os.path.join(desk.folder, name), book)
    program = shlex.quote(PROGRAM) + " --as-of 2026-02-11"
    env = dict(desk.env, TERM="xterm-256color", MINUTEBOOK_BOOK="{folder}/book.minutebook", MINUTEBOOK_NOW="2026-02-11T18:30:00Z")
    job = kill.Job(program + " live 2026-02-11 Dredging", program + " minutes 2026-02-11", signal=signal, rounds=rounds, jobs=4, env=env, ready="Dredging",
                   prepare="cp %s/book.minutebook* {folder}/" % shlex.quote(book), check=program + " log --verify", shortest=0.3, longest=1.5)
    done = kill.run(job)
    text, met = kill.figure(done)
    print("# %s: %s" % (signal, text))
    check(met, "\n".join([text] + [one.sentence() for one in done if not one.good][:5]))


@test("killed at any moment, nothing that was on the screen is lost and the book is clean")
def _(desk):
    lives(desk, "KILL", LIVES)


@test("TERM, HUP, INT, QUIT, PIPE and a closed window lose nothing either, and it is gone within a second")
def _(desk):
    lives(desk, "MIX", LIVES)


main()
