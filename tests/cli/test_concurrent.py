#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Several windows on one book at once."""
import fcntl
import os
import signal
import sqlite3
import struct
import subprocess
import threading

from harness import PROGRAM, check, harbour, main, same, test


def side_by_side(desk, jobs):
    """Runs each of JOBS (a list of command lines) in a thread of its own; gives the failures."""
    failures = []

    def work(lines):
        for words in lines:
            done = subprocess.run([PROGRAM] + words, env=desk.env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False, timeout=60)
            if done.returncode != 0:
                failures.append((words, done.returncode, done.stderr.decode("utf-8", "replace")))
    threads = [threading.Thread(target=work, args=(lines,)) for lines in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return failures


@test("eight programs add actions at once: all are there, each ref once, the history is whole")
def _(desk):
    harbour(desk)
    jobs = [[["actions", "add", "Job %d of program %d" % (number, program), "--owner", "Ada Quill"] for number in range(10)] for program in range(8)]
    same(side_by_side(desk, jobs), [], "failures")
    rows = desk.json("actions")
    same(sorted(row["text"] for row in rows if row["text"].startswith("Job")), sorted("Job %d of program %d" % (number, program) for number in range(10) for program in range(8)), "the actions")
    refs = [row["ref"] for row in rows]
    same(len(set(refs)), len(refs), "refs, each once")
    same(sorted(int(ref) for ref in refs), list(range(1, 84)), "the refs")
    desk.run("log", "--verify")
    desk.run("doctor")


@test("readers see one state while others write")
def _(desk):
    harbour(desk)
    jobs = [[["actions", "add", "Read while written %d" % number, "--owner", "Ada Quill"] for number in range(15)],
            [["actions", "--json"]] * 15, [["log", "--verify"]] * 15, [["dump"]] * 15, [["search", "channel"]] * 15, [["agenda", "draft", "next"]] * 5]
    same(side_by_side(desk, jobs), [], "failures")
    same(len(desk.json("actions")), 18, "actions")


def deed_is_waiting(path):
    """Whether somebody has begun, or wants to begin, a deed: a shared lock on the second byte of the side file."""
    with open(path + "-lock", "r+b") as file:
        found = fcntl.fcntl(file, 36, struct.pack("hhqqi4x", fcntl.F_WRLCK, os.SEEK_SET, 1, 1, 0))  # F_OFD_GETLK
    return struct.unpack("hhqqi4x", found)[0] == fcntl.F_RDLCK


@test("what another window writes while a file is being read is seen before anything is saved")
def _(desk):
    harbour(desk)
    path = desk.write("mark.yaml", "board: HTB\nmarking: FOR MEMBERS\n")
    other = sqlite3.connect(desk.book, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    load = subprocess.Popen([PROGRAM, "load", path], env=desk.env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    while load.poll() is None and not deed_is_waiting(desk.book):
        os.sched_yield()  # it has read the book, and waits for its turn to write
    other.execute("UPDATE board SET strapline = 'Safe together' WHERE short_name = 'HTB'")
    other.execute("COMMIT")
    other.close()
    error = load.communicate()[1].decode("utf-8", "replace")
    same(load.returncode, 0, "the exit status (%s)" % error)
    with sqlite3.connect(desk.book) as book:
        same(book.execute("SELECT marking, strapline FROM board WHERE short_name = 'HTB'").fetchall(), [("FOR MEMBERS", "Safe together")], "marking and strapline")


@test("backups under writing are whole")
def _(desk):
    harbour(desk)
    copies = ["%s/copy%d.minutebook" % (desk.folder, number) for number in range(6)]
    jobs = [[["actions", "add", "Copied %d" % number, "--owner", "Ada Quill"] for number in range(15)], [["backup", copy] for copy in copies]]
    same(side_by_side(desk, jobs), [], "failures")
    for copy in copies:
        desk.run("log", "--verify", "--book", copy)
        refs = [int(row["ref"]) for row in desk.json("actions", "--book", copy)]
        same(sorted(refs), list(range(1, len(refs) + 1)), "the refs of a copy")


@test("one that is killed holds up nobody and leaves nothing half done")
def _(desk):
    harbour(desk)
    done = 0
    for number in range(25):
        process = subprocess.Popen([PROGRAM, "actions", "add", "Killed %d" % number, "--owner", "Ada Quill", "--owner", "Dov Pell"], env=desk.env,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            process.wait(0.001 * number)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
        done += process.returncode == 0
    rows = [row for row in desk.json("actions") if row["text"].startswith("Killed")]
    check(len(rows) >= done, "%d were done, %d are there" % (done, len(rows)))
    for row in rows:
        same(row["owners"], ["Ada Quill", "Dov Pell"], "owners")
    desk.run("actions", "add", "After all", "--owner", "Ada Quill")
    desk.run("log", "--verify")


@test("one book is made where eight try to make it")
def _(desk):
    failures = side_by_side(desk, [[["init"]] for _ in range(8)])
    same(len(failures), 7, "programs that were refused")
    same({code for _, code, _ in failures}, {4}, "their exit status")
    desk.run("log", "--verify")
    desk.run("doctor")


main()
