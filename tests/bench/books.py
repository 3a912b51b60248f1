# SPDX-License-Identifier: MIT
"""Books for measuring: made by the program, then filled row by row through Python's sqlite3 with a fixed seed. The same call gives the same book.

The rows that are filled in have no line in the history; nothing that is measured asks for it.
"""
import datetime
import os
import random
import re
import sqlite3
import subprocess

TODAY = datetime.date(2026, 1, 15)
NOW = "2026-01-15T09:00:00Z"
LOADED = "2025-12-01T09:00:00Z"  # boards and plans; ids begin with the time, so what is measured writes after them, as it would in life
OVERDUE = 20
FIRST = "Ada Bram Cleo Dov Edie Fay Gwen Hal Ivo Joan Kit Lena Mara Nell Odo Pia Quin Rhea Sten Tess".split()
LAST = "Quill Oake Marsh Pell Lark Thorn Hythe Brine Berg Reed Fenn Holt Swale Croft Mead Stour Wick Yarrow Vane Dell".split()
WORDS = """harbour channel survey tender budget lease mooring pilot dredge quay licence report figure quarter member officer letter scheme delay cost
ferry slipway light buoy wreck insurance auditor school safety volunteer contract flood crane parish council trustee campaign grant review policy""".split()
RARE = "zugzwang"
EPOCH = datetime.date(1970, 1, 1)


def people(count=20):
    return ["%s %s" % (FIRST[i % 20], LAST[(i * 7 + i // 20) % 20]) for i in range(count)]


def board_yaml(number):
    rows = "".join("  - {name: %s, group: Members}\n" % name for name in people())
    return "board: Board %02d of the Harbour\nshort: B%02d\nrules: charity-trustees\ngroups: [Members]\nquorum: {members: 5}\nroll:\n%s" % (number, number, rows)


def plan_yaml(number):
    """Some fifteen items a meeting; the next meeting is on 29 January 2026. The plan's year is the calendar year, so that in every book the same three
    meetings belong to it: drafting makes the entries of a plan's whole year."""
    days = "".join("  - {date: %s, time: \"10:00-13:00\"}\n" % day for day in ("2026-01-29", "2026-02-26", "2026-03-26"))
    names = people()
    business = "".join("  - {title: %s %s, lead: %s, every: meeting, minutes: 10}\n" % (WORDS[i].capitalize(), WORDS[i + 9], names[i]) for i in range(9))
    return ("board: B%02d\nyear: 2026\nstarts: January\nmeetings:\n%s"
            "opening:\n  - {title: Apologies, minutes: 2}\n  - {title: Declarations of interest, minutes: 2}\n  - {title: Minutes and matters arising, minutes: 5, matters_arising: true}\n"
            "business:\n%sclosing:\n  - {title: Any other business, minutes: 5}\n  - {title: Date of the next meeting, minutes: 1}\n" % (number, days, business))


def environment(folder):
    kept = {name: value for name, value in os.environ.items() if name == "PATH"}
    kept.update(HOME=folder, TZ="UTC", LC_ALL="C.UTF-8", MINUTEBOOK_NOW=NOW, MINUTEBOOK_USER="Bench")
    return kept


def title_of(position, month):
    return "%s %s" % (WORDS[(position * 3 + month) % len(WORDS)].capitalize(), WORDS[(position * 5 + 2) % len(WORDS)])


class Maker:
    """One book under way."""

    def __init__(self, program, path, boards, plans=True):
        self.path, self.random = path, random.Random(1)
        self.env = dict(environment(os.path.dirname(path)), MINUTEBOOK_NOW=LOADED)
        self.program = program
        self.run("init")
        files = []
        for number in range(boards):
            for kind, text in (("board", board_yaml(number)), ("plan", plan_yaml(number) if plans else "")):
                if text:
                    files.append("%s.%d.%s.yaml" % (path, number, kind))
                    with open(files[-1], "w", encoding="utf-8") as file:
                        file.write(text)
        self.run("load", *files)
        for name in files:
            os.remove(name)
        self.book = sqlite3.connect(path, isolation_level=None)
        self.book.execute("PRAGMA synchronous=OFF")
        self.book.execute("PRAGMA foreign_keys=OFF")
        self.book.execute("BEGIN")
        self.columns = {}
        self.number = 0
        self.docs = {}
        self.words = set()
        self.plans = {}
        self.boards = [row[0] for row in self.book.execute("SELECT id FROM board ORDER BY short_name")]
        self.people = [row[0] for row in self.book.execute("SELECT id FROM person ORDER BY name")]

    def run(self, *words):
        subprocess.run([self.program, "--book", self.path] + list(words), env=self.env, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def add(self, table, **values):
        """A row; columns that may not be null and are not given are 0. Gives its id."""
        if table not in self.columns:
            info = self.book.execute("PRAGMA table_info(\"%s\")" % table).fetchall()
            self.columns[table] = {row[1] for row in info if row[3] and row[1] != "id"}
        self.number += 1
        values = dict({name: 0 for name in self.columns[table]}, **values)
        values["id"] = "0%017d" % self.number  # earlier than all
        names = sorted(values)
        self.book.execute("INSERT INTO \"%s\" (%s) VALUES (%s)" % (table, ",".join('"%s"' % name for name in names), ",".join("?" * len(names))), [values[name] for name in names])
        return values["id"]

    def index(self, noun, record, board, day, text):
        """What the search finds: numbered by day, as the program does."""
        key = (day - EPOCH).days << 24 if day else 0
        last = self.docs.get(key) or self.book.execute("SELECT coalesce(max(doc), ?) FROM search_text WHERE doc >= ? AND doc < ?", (key, key, key + (1 << 24))).fetchone()[0]
        self.docs[key] = last + 1
        self.words.update(re.findall("[a-z0-9]+", text.lower()))
        self.book.execute("INSERT INTO search_text (doc, noun, record, board, text) VALUES (?,?,?,?,?)", (last + 1, noun, record, board, text))

    def sentence(self, count):
        return " ".join(self.random.choice(WORDS) for _ in range(count)).capitalize() + "."

    def action(self, board, ref, text, status, due, raised, closed=None, meeting=None, item=None):
        record = self.add("action", board=board, ref=str(ref), text=text, status=status, due=str(due), raised_on=str(raised), raised_at=meeting, item=item, closed_on=str(closed) if closed else None)
        self.add("owner", action=record, position=0, person=self.random.choice(self.people))
        self.index("action", record, board, raised, text)

    def actions(self, board, count, first=1):
        """COUNT actions: the last OVERDUE are overdue, a tenth are open and not due, the rest is closed."""
        for i in range(count):
            raised = TODAY - datetime.timedelta(days=40 + (count - i) % 15000)
            if i >= count - OVERDUE:
                self.action(board, first + i, self.sentence(8), "open", TODAY - datetime.timedelta(days=1 + i % 300), raised)
            elif i % 10 == 0:
                self.action(board, first + i, self.sentence(8), "open", TODAY + datetime.timedelta(days=1 + i % 300), raised)
            else:
                self.action(board, first + i, self.sentence(8), "closed", raised + datetime.timedelta(days=30), raised, raised + datetime.timedelta(days=25))
        self.book.execute("UPDATE board SET next_ref = ? WHERE id = ?", (first + count, board))

    def plan(self, board, year):
        """A past year's plan of ten lines, made once: its id and those of its lines."""
        if (board, year) not in self.plans:
            plan = self.add("plan", board=board, year=str(year), since="%d-01-01" % year, until="%d-12-31" % year)
            lines = [self.add("line", plan=plan, section="business", position=position, title=title_of(position, 0), every="meeting", minutes=10) for position in range(10)]
            self.plans[board, year] = plan, lines
        return self.plans[board, year]

    def meeting(self, board, day, state, rare=0):
        """A meeting with ten items from its year's plan, a register, twelve paragraphs and two decisions."""
        plan, lines = self.plan(board, day.year)
        meeting = self.add("meeting", board=board, day=str(day), starts="10:00", ends="13:00", venue="Custom House", kind="ordinary", state=state, chair=self.people[0])
        for position, person in enumerate(self.people[:12]):
            self.add("attendance", meeting=meeting, position=position, person=person, status="apologies" if (position + day.month) % 5 == 0 else "present")
        for position in range(10):
            title = title_of(position, day.month)
            entry = self.add("entry", board=board, plan=plan, line=lines[position], meeting=meeting, planned_day=str(day), section="business", position=position,
                             title=title, minutes=10)
            self.index("entry", entry, board, day, title)
            item = self.add("item", meeting=meeting, position=position, number=str(position + 1), number_kept=1, title=title, minutes=10, source="plan", entry=entry)
            self.index("item", item, board, day, title)
            self.add("presenter", item=item, position=0, person=self.random.choice(self.people))
            for paragraph in range(2 if position in (3, 7) else 1):
                text = " ".join(self.sentence(12) for _ in range(3)) + (" The %s was discussed." % RARE if position < rare and paragraph == 0 else "")
                minute = self.add("minute", meeting=meeting, item=item, position=paragraph, layer="minute", style="paragraph", level=0, text=text)
                self.index("minute", minute, board, day, text)
            if position in (3, 7):
                text = "That the %s be agreed" % title.lower()
                decision = self.add("decision", board=board, meeting=meeting, item=item, position=0, text=text, outcome="agreed")
                self.index("decision", decision, board, day, text)
        return meeting

    def done(self):
        self.book.execute("INSERT INTO search(search) VALUES('rebuild')")
        self.book.executemany("INSERT INTO search_word (word) VALUES (?) ON CONFLICT DO NOTHING", [(word,) for word in sorted(self.words)])
        self.book.execute("COMMIT")
        self.book.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self.book.close()
        return self.path


def book_of_actions(program, folder, count):
    """One board and COUNT actions, OVERDUE of them overdue."""
    maker = Maker(program, os.path.join(folder, "actions-%d.minutebook" % count), 1)
    maker.actions(maker.boards[0], count)
    return maker.done()


def book_of_one(program, folder):
    """One board, its last meeting, its next, and its open actions."""
    maker = Maker(program, os.path.join(folder, "one.minutebook"), 1)
    maker.meeting(maker.boards[0], datetime.date(2025, 12, 18), "circulated", rare=10)
    maker.actions(maker.boards[0], 60)
    return maker.done()


def book_of_years(program, folder, years, boards):
    """YEARS of monthly meetings of so many BOARDS; the first board's last meeting, next and open actions are those of book_of_one."""
    maker = Maker(program, os.path.join(folder, "years.minutebook"), boards)
    for number, board in enumerate(maker.boards):
        for month in range(years * 12):
            year, rest = divmod(2025 * 12 + 11 - month, 12)
            newest = month == 0
            maker.meeting(board, datetime.date(year, rest + 1, 18 if newest else 1 + (number + month) % 28), "circulated" if newest else "approved", rare=10 if newest and number == 0 else 0)
        # Open actions as in the small book; the rest of their fifty years is closed.
        for i in range(years * 24):
            raised = TODAY - datetime.timedelta(days=100 + i * 15)
            maker.action(board, i + 1, maker.sentence(8), "closed", raised + datetime.timedelta(days=30), raised, raised + datetime.timedelta(days=25))
        maker.actions(board, 60, first=years * 24 + 1)
    return maker.done()
