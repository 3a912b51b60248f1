#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Measures the program as whole processes beside others, interleaved (A B C A B C …), and prints medians and ratios.

  run.py PROGRAM [--rounds N] [--years N] [--boards N] [--quick]

Absolute times drift with the machine; the ratios within a run hold. Nothing here can fail a build. The sqlite3 shell does the same SQL on a copy
of the same book; Taskwarrior has as many tasks. What is not installed is left out (`./bootstrap deps --bench` installs both).
"""
import argparse
import datetime
import json
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import books  # noqa: E402

OVERDUE_SQL = """SELECT b.short_name, a.ref, a.text, group_concat(p.name, ', '), a.due, julianday('2026-01-15') - julianday(a.due),
 (SELECT count(*) FROM chaser c WHERE c.action = a.id), a.status FROM action a JOIN board b ON b.id = a.board LEFT JOIN owner o ON o.action = a.id
 LEFT JOIN person p ON p.id = o.person WHERE a.status = 'open' AND a.due < '2026-01-15' GROUP BY a.id ORDER BY a.due;"""
ADD_SQL = """PRAGMA synchronous=FULL; BEGIN IMMEDIATE;
INSERT INTO action (id, board, ref, text, status, due, raised_on{flags}) SELECT 's{n}', id, next_ref, 'Circulate the slides', 'open', '2026-03-01', '2026-01-15'{zeros} FROM board LIMIT 1;
INSERT INTO owner (id, action, position, person) SELECT 'o{n}', 's{n}', 0, id FROM person LIMIT 1;
UPDATE board SET next_ref = next_ref + 1;
INSERT INTO search_text (doc, noun, record, board, text) SELECT max(doc) + 1, 'action', 's{n}', NULL, 'Circulate the slides' FROM search_text;
INSERT INTO search (rowid, text) SELECT doc, text FROM search_text WHERE record = 's{n}';
INSERT INTO history (seq, at, who, deed, summary, chain) SELECT max(seq) + 1, '2026-01-15T09:00:00Z', 'Bench', 'actions add', 'Action added', hex(randomblob(32)) FROM history;
INSERT INTO change (seq, position, noun, record, kind, salt, digest) SELECT max(seq), 0, 'action', 's{n}', 'insert', hex(randomblob(16)), hex(randomblob(32)) FROM history;
INSERT INTO change (seq, position, noun, record, kind, salt, digest) SELECT max(seq), 1, 'owner', 'o{n}', 'insert', hex(randomblob(16)), hex(randomblob(32)) FROM history;
INSERT INTO change (seq, position, noun, record, kind, salt, digest) SELECT max(seq), 2, 'board', 'b', 'update', hex(randomblob(16)), hex(randomblob(32)) FROM history;
COMMIT;"""
CLOSE_SQL = """PRAGMA synchronous=FULL; BEGIN IMMEDIATE;
UPDATE action SET status = 'closed', closed_on = '2026-01-15' WHERE board = (SELECT id FROM board) AND ref = '{ref}';
INSERT INTO history (seq, at, who, deed, summary, chain) SELECT max(seq) + 1, '2026-01-15T09:00:00Z', 'Bench', 'actions close', 'Action closed', hex(randomblob(32)) FROM history;
INSERT INTO change (seq, position, noun, record, kind, salt, digest) SELECT max(seq), 0, 'action', '{ref}', 'update', hex(randomblob(16)), hex(randomblob(32)) FROM history;
COMMIT;"""


class Runner:
    """One program's command: PREPARE (untimed) and then the command line, each given the round's number."""

    def __init__(self, name, command, env, prepare=None, stdin=None):
        self.name, self.command, self.env, self.prepare, self.stdin = name, command, env, prepare, stdin
        self.times = []

    def once(self, number, out, keep):
        if self.prepare:
            self.prepare(number)
        out.seek(0)
        out.truncate()
        command = self.command(number)
        data = self.stdin(number) if self.stdin else None
        start = time.perf_counter()
        process = subprocess.Popen(command, stdin=subprocess.PIPE if data else subprocess.DEVNULL, stdout=out, stderr=subprocess.DEVNULL, env=self.env)
        if data:
            process.communicate(data.encode())
        code = process.wait()
        elapsed = time.perf_counter() - start
        if code != 0:
            raise SystemExit("%s: `%s` left with %d" % (self.name, " ".join(command), code))
        if keep:
            self.times.append(elapsed * 1e3)

    @property
    def median(self):
        return statistics.median(self.times)


def measure(runners, rounds):
    with tempfile.TemporaryFile() as out:
        for number in range(rounds + 1):
            for runner in runners:
                runner.once(number, out, number > 0)


class Table:
    def __init__(self):
        self.rows = []

    def add(self, job, runner, beside, other, goal):
        """The ratio is the median of the rounds' own ratios, so that a machine that slows down under way does not matter. GOAL: the highest that is good, or None."""
        ratio = statistics.median(a / b for a, b in zip(runner.times, other.times))
        verdict = "" if goal is None else "met" if ratio <= goal else "NOT MET"
        self.rows.append((job, "%.1f" % runner.median, beside, "%.1f" % other.median, "%.2f" % ratio, "≤ %.2f" % goal if goal else "", verdict))

    def print(self):
        rows = [("job", "ms", "beside", "ms", "ratio", "goal", "")] + self.rows
        widths = [max(len(row[i]) for row in rows) for i in range(7)]
        for row in rows:
            print("  ".join(cell.rjust(width) if i in (1, 3, 4, 5) else cell.ljust(width) for i, (cell, width) in enumerate(zip(row, widths))).rstrip())


class Bench:
    def __init__(self, program, folder, options):
        self.program, self.folder, self.options = program, folder, options
        self.env = books.environment(folder)
        self.table = Table()
        self.shell = shutil.which("sqlite3")
        self.task = shutil.which("task")

    def ours(self, name, book, *words, prepare=None):
        return Runner(name, lambda number: [self.program, "--book", book] + [word.replace("{n}", str(number)) for word in words], self.env, prepare)

    def flags(self, book):
        """Columns of action that may not be null, for the shell's INSERT."""
        with sqlite3.connect(book) as db:
            return [row[1] for row in db.execute("PRAGMA table_info(action)") if row[3] and row[1] != "id"]

    def open_refs(self, book):
        with sqlite3.connect(book) as db:
            return [ref for (ref,) in db.execute("SELECT ref FROM action WHERE status = 'open' AND due > '2026-01-15' ORDER BY due DESC, id")]

    def sqlite(self, name, book, sql):
        return Runner(name, lambda number: [self.shell, "-batch", "-bail", book], self.env, stdin=sql)

    def taskwarrior(self, count):
        """As many tasks, as many overdue; its own file format written directly."""
        home = os.path.join(self.folder, "task-%d" % count)
        os.makedirs(os.path.join(home, ".task"))
        with open(os.path.join(home, ".taskrc"), "w", encoding="utf-8") as file:
            file.write("data.location=%s/.task\nconfirmation=no\nverbose=nothing\ngc=off\nrecurrence=no\nhooks=no\n" % home)
        now = int(time.time())
        pending, completed = [], []
        for i in range(count):
            uuid = "00000000-0000-4000-8000-%012d" % i
            if i >= count - books.OVERDUE:
                pending.append('[description:"%s" due:"%d" entry:"%d" status:"pending" uuid:"%s"]' % (books.WORDS[i % 40] * 3, now - 86400 * (1 + i % 300), now - 9999999, uuid))
            elif i % 10 == 0:
                pending.append('[description:"%s" due:"%d" entry:"%d" status:"pending" uuid:"%s"]' % (books.WORDS[i % 40] * 3, now + 86400 * (9 + i % 300), now - 9999999, uuid))
            else:
                completed.append('[description:"%s" end:"%d" entry:"%d" status:"completed" uuid:"%s"]' % (books.WORDS[i % 40] * 3, now - 99999, now - 9999999, uuid))
        for name, lines in (("pending.data", pending), ("completed.data", completed), ("backlog.data", []), ("undo.data", [])):
            with open(os.path.join(home, ".task", name), "w", encoding="utf-8") as file:
                file.write("".join(line + "\n" for line in lines))
        env = dict(self.env, HOME=home, TASKRC=os.path.join(home, ".taskrc"), TASKDATA=os.path.join(home, ".task"))
        return {"overdue": Runner("task", lambda number: [self.task, "overdue"], env),
                "add": Runner("task", lambda number: [self.task, "add", "Circulate the slides", "due:2030-01-01"], env),
                "close": Runner("task", lambda number: [self.task, "00000000-0000-4000-8000-%012d" % (10 * number), "done"], env)}

    def check_overdue(self, book):
        out = subprocess.run([self.program, "--book", book, "actions", "--overdue", "--json", "--board", "B00"], env=self.env, stdout=subprocess.PIPE, check=True).stdout
        found = len(json.loads(out))
        if found != books.OVERDUE:
            raise SystemExit("%s has %d overdue actions instead of %d" % (book, found, books.OVERDUE))

    def jobs(self, count):
        """The three jobs on a book of COUNT actions: (ours, the shell's, Taskwarrior's), those not installed left out."""
        print("making a book of %d actions …" % count, flush=True)
        book = books.book_of_actions(self.program, self.folder, count)
        self.check_overdue(book)
        copy = book + ".shell"
        shutil.copy(book, copy)
        peers = self.taskwarrior(count) if self.task and count <= 10000 else {}
        refs, flags = self.open_refs(book), self.flags(book)
        mine = {"overdue": self.ours("minutebook", book, "actions", "--overdue"),
                "add": self.ours("minutebook", book, "actions", "add", "Circulate the slides", "--owner", books.people()[0], "--due", "2026-03-01"),
                "close": Runner("minutebook", lambda number: [self.program, "--book", book, "actions", "close", refs[number]], self.env)}
        sql = {"overdue": lambda number: OVERDUE_SQL,
               "add": lambda number: ADD_SQL.format(n=number, flags="".join(", \"%s\"" % flag for flag in flags), zeros=", 0" * len(flags)),
               "close": lambda number: CLOSE_SQL.format(ref=refs[number])}
        return {job: (mine[job], self.sqlite("sqlite3", copy, sql[job]) if self.shell else None, peers.get(job)) for job in mine}

    def actions(self, sizes):
        jobs = {count: self.jobs(count) for count in sizes}
        for job in ("overdue", "add", "close"):
            measure([runner for count in sizes for runner in jobs[count][job] if runner], self.options.rounds)
            for count in sizes:
                mine, shell, task = jobs[count][job]
                label = "actions %s, %d" % (job, count)
                if shell:
                    self.table.add(label, mine, "sqlite3 shell", shell, 1.5)
                if task:
                    self.table.add(label, mine, "Taskwarrior", task, 0.03 if count == 10000 else None)
                if count != sizes[0]:
                    self.table.add(label, mine, "the same, %d" % sizes[0], jobs[sizes[0]][job][0], 1.1)

    @staticmethod
    def undraft(book):
        """Takes the next meeting's agenda away again, so that each round drafts afresh."""
        def prepare(_):
            db = sqlite3.connect(book, isolation_level=None)
            db.execute("PRAGMA foreign_keys=OFF")
            db.execute("BEGIN")
            db.execute("CREATE TEMP TABLE gone AS SELECT item.id FROM item JOIN meeting ON meeting.id = item.meeting JOIN board ON board.id = meeting.board "
                       "WHERE meeting.day = '2026-01-29' AND board.short_name = 'B00'")
            for doc, text in db.execute("SELECT doc, text FROM search_text WHERE record IN (SELECT id FROM gone)").fetchall():
                db.execute("INSERT INTO search(search, rowid, text) VALUES('delete', ?, ?)", (doc, text))
                db.execute("DELETE FROM search_text WHERE doc = ?", (doc,))
            for table in ("presenter", "recommendation", "restriction"):
                db.execute("DELETE FROM %s WHERE item IN (SELECT id FROM gone)" % table)
            db.execute("DELETE FROM item WHERE id IN (SELECT id FROM gone)")
            db.execute("COMMIT")
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            db.close()
        return prepare

    def growth(self, years, boards):
        print("making a book of one meeting …", flush=True)
        one = books.book_of_one(self.program, self.folder)
        print("making a book of %d years of %d boards …" % (years, boards), flush=True)
        many = books.book_of_years(self.program, self.folder, years, boards)
        with sqlite3.connect(many) as db:
            meetings, words = db.execute("SELECT (SELECT count(*) FROM meeting), (SELECT sum(length(text) - length(replace(text, ' ', '')) + 1) FROM minute)").fetchone()
        print("%d meetings, %.1f million words, %.0f MB" % (meetings, words / 1e6, os.path.getsize(many) / 1e6), flush=True)
        for book in (one, many):
            self.check_overdue(book)
        jobs = [("agenda draft", ["agenda", "draft", "next", "--board", "B00"], True), ("agenda draft again", ["agenda", "draft", "next", "--board", "B00"], False),
                ("agenda show", ["agenda", "show", "next", "--board", "B00"], False), ("search, ten hits", ["search", books.RARE], False),
                ("search, 20 of many hits", ["search", books.WORDS[0]], False), ("actions --overdue --board", ["actions", "--overdue", "--board", "B00"], False),
                ("minutes last", ["minutes", "last", "--board", "B00"], False), ("meetings since", ["meetings", "--since", "2026-01-01", "--board", "B00"], False)]
        for name, words, fresh in jobs:
            runners = [self.ours("many", many, *words, prepare=self.undraft(many) if fresh else None), self.ours("one", one, *words, prepare=self.undraft(one) if fresh else None)]
            measure(runners, self.options.rounds)
            self.table.add("%s, %d meetings" % (name, meetings), runners[0], "one meeting", runners[1], 1.1)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--years", type=int, default=50)
    parser.add_argument("--boards", type=int, default=30)
    parser.add_argument("--quick", action="store_true", help="small books: does it run at all")
    options = parser.parse_args()
    folder = tempfile.mkdtemp(prefix="minutebook-bench.")
    try:
        bench = Bench(os.path.abspath(options.program), folder, options)
        if options.quick:
            options.rounds, options.years, options.boards = 3, 2, 2
        bench.actions([100, 200] if options.quick else [1000, 10000, 100000])
        bench.growth(options.years, options.boards)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print()
    print("Medians of %d rounds on %s, %d cores, %s." % (options.rounds, os.uname().machine, os.cpu_count(), datetime.date.today()))
    for name, there in (("sqlite3", bench.shell), ("Taskwarrior", bench.task)):
        if not there:
            print("%s is not installed and was left out; `./bootstrap deps --bench` installs it." % name)
    bench.table.print()


if __name__ == "__main__":
    main()
