#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Participant reports of online meetings, in the forms in which they come."""
from harness import check, harbour, holds, lacks, main, same, test

DAY = "2026-02-11"
TEAMS = """\
1. Summary
Meeting title\tHarbour Trust Board
Attended participants\t6
Start time\t2/11/26, 5:50:12 PM
End time\t2/11/26, 8:02:00 PM
Meeting duration\t2h 11m 48s
Average attendance time\t1h 20m

2. Participants
Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole
Quill, Ada (HTB)\t2/11/26, 5:50:12 PM\t2/11/26, 8:02:00 PM\t2h 11m\tADA@example.org\tada@example.org\tOrganizer
Bram Oake - Oake Yards\t2/11/26, 6:20:00 PM\t2/11/26, 8:01:00 PM\t1h 31m\t\t\tPresenter
C. MARSH\t2/11/26, 5:58:00 PM\t2/11/26, 7:00:00 PM\t1h 2m\t\t\tPresenter
Dove Pell (Guest)\t2/11/26, 5:58:00 PM\t2/11/26, 8:01:00 PM\t2h 3m\t\t\tAttendee
Fay Thorn\t2/11/26, 5:58:00 PM\t2/11/26, 8:01:00 PM\t2h 3m\t\t\tAttendee
01234 567890\t2/11/26, 5:58:00 PM\t2/11/26, 8:01:00 PM\t2h 3m\t\t\tAttendee

3. In-Meeting Activities
Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole
Quill, Ada (HTB)\t2/11/26, 5:50:12 PM\t2/11/26, 8:02:00 PM\t2h 11m\tADA@example.org\tOrganizer
Bram Oake - Oake Yards\t2/11/26, 6:20:00 PM\t2/11/26, 6:50:00 PM\t30m\t\tPresenter
Bram Oake - Oake Yards\t2/11/26, 7:00:00 PM\t2/11/26, 7:30:00 PM\t30m\t\tPresenter
Bram Oake - Oake Yards\t2/11/26, 7:32:00 PM\t2/11/26, 8:01:00 PM\t29m\t\tPresenter
C. MARSH\t2/11/26, 5:58:00 PM\t2/11/26, 7:00:00 PM\t1h 2m\t\tPresenter
Dove Pell (Guest)\t2/11/26, 5:58:00 PM\t2/11/26, 8:01:00 PM\t2h 3m\t\tAttendee
Fay Thorn\t2/11/26, 5:58:00 PM\t2/11/26, 8:01:00 PM\t2h 3m\t\tAttendee
01234 567890\t2/11/26, 5:58:00 PM\t2/11/26, 8:01:00 PM\t2h 3m\t\tAttendee
"""
ENTERED = [("Ada Quill", "present", None, None), ("Bram Oake", "in part", "18:20", None), ("Dr Cleo Marsh", "in part", None, "19:00")]


def entered(desk, day=DAY):
    return [(one["name"], one["status"], one["from"], one["to"]) for one in desk.json("attendance", day) if one["status"]]


def tried(desk, text, day=DAY, **more):
    """What would be entered: {name in the report: (person, times, outcome)}."""
    rows = desk.json("attendance", "import", day, "-", "--dry-run", stdin=text, **more)
    return {row["name"]: (row["person"], row["times"], row["outcome"]) for row in rows}


@test("the report of Teams, in UTF-16: times, gaps, and names as people write them there")
def _(desk):
    harbour(desk)
    result = desk.run("attendance", "import", DAY, desk.write("report.csv", b"\xff\xfe" + TEAMS.encode("utf-16-le")))
    same(entered(desk), ENTERED, "the register")
    holds(result.out, "3 of the 6 in the report entered as remote: Ada Quill, Bram Oake from 18:20 to 18:50 and from 19:00 and Dr Cleo Marsh to 19:00.")
    holds(result.out, "3 were not recognised for sure and not entered.")
    holds(result.err, "“Dove Pell (Guest)” may be Dov Pell; not entered.")
    holds(result.err, '`attendance set 2026-02-11 "Bram Oake" represented --by "Fay Thorn"`')
    holds(result.err, "“01234 567890” is nobody in the book; not entered.")
    same([one["mode"] for one in desk.json("attendance", DAY) if one["status"]], ["remote"] * 3, "how they came")
    line = next(line for line in desk.run("attendance", DAY).out.splitlines() if "Bram Oake" in line)
    holds(line, "out from 18:50 to 19:00")
    desk.run("log", "--verify")
    desk.run("undo")
    same(entered(desk), [], "after undo")


@test("UTF-8, with and without a mark; big-endian; commas instead of tabs: all the same")
def _(desk):
    harbour(desk)
    rows = [line.split("\t") for line in TEAMS.split("\n")]
    commas = "\r\n".join(",".join('"%s"' % cell if "," in cell else cell for cell in row) for row in rows)
    semicolons = commas.replace('","', "\0").replace(",", ";") if False else "\n".join(";".join(row) for row in rows)
    forms = [TEAMS.encode(), b"\xef\xbb\xbf" + TEAMS.encode(), b"\xfe\xff" + TEAMS.encode("utf-16-be"), TEAMS.encode("utf-16-le"), commas.encode(), semicolons.encode()]
    for number, form in enumerate(forms):
        desk.run("attendance", "import", DAY, desk.write("report%d.csv" % number, form))
        same(entered(desk), ENTERED, "the register from form %d" % number)
        desk.run("undo")


@test("trying it out enters nothing")
def _(desk):
    harbour(desk)
    before = desk.dump()
    rows = tried(desk, TEAMS)
    same(rows["Quill, Ada (HTB)"], ("Ada Quill", "all the time", "entered"))
    same(rows["Bram Oake - Oake Yards"], ("Bram Oake", "from 18:20 to 18:50 and from 19:00", "entered"))
    same(rows["Fay Thorn"][2], "not entered")
    desk.unchanged(before)


@test("whoever is marked by hand stays so")
def _(desk):
    harbour(desk)
    desk.run("attendance", "set", DAY, "Ada", "present")
    desk.run("attendance", "set", DAY, "Bram", "represented", "--by", "Dov Pell")
    result = desk.run("attendance", "import", DAY, "-", stdin="Ada Quill\t18:30\t19:00\nBram Oake\nDov Pell\nEdie Lark\n")
    holds(result.out, "1 of the 4 in the report entered as remote: Edie Lark. 3 were marked already and stay so.")
    same([one[:2] for one in entered(desk)], [("Ada Quill", "present"), ("Bram Oake", "represented"), ("Edie Lark", "present")], "the register")


@test("the older report of Teams: joined and left; the lobby is not the meeting")
def _(desk):
    harbour(desk)
    rows = tried(desk, "Full Name\tUser Action\tTimestamp\n"
                       "Ada Quill\tJoined before\t2/11/2026, 5:59:00 PM\n"
                       "Bram Oake\tWaiting in lobby\t2/11/2026, 6:00:00 PM\n"
                       "Bram Oake\tJoined\t2/11/2026, 6:30:00 PM\n"
                       "Bram Oake\tLeft\t2/11/2026, 7:15:00 PM\n"
                       "Dov Pell\tJoined\t2/11/2026, 6:00:00 PM\n"
                       "Dov Pell\tLeft\t2/11/2026, 6:10:00 PM\n"
                       "Dov Pell\tJoined\t2/11/2026, 6:12:00 PM\n")
    same(rows, {"Ada Quill": ("Ada Quill", "all the time", "entered"), "Bram Oake": ("Bram Oake", "from 18:30 to 19:15", "entered"),
                "Dov Pell": ("Dov Pell", "all the time", "entered")}, "the rows")


@test("the report of Zoom: original names, the waiting room, a second device")
def _(desk):
    harbour(desk)
    rows = tried(desk, "Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants\n"
                       "812 3456,HTB,11/02/2026 17:55:00,11/02/2026 20:00:00,host@example.org,125,4\n\n"
                       "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,In Waiting Room\n"
                       "Harbour iPad (Ada Quill),,11/02/2026 17:55:00,11/02/2026 18:40:00,45,No,No\n"
                       "Chair,ada@example.org,11/02/2026 18:30:00,11/02/2026 20:00:00,90,No,No\n"
                       "\"Pell, Dov\",,11/02/2026 17:55:00,11/02/2026 18:44:00,49,Yes,Yes\n"
                       "\"Pell, Dov\",,11/02/2026 18:45:00,11/02/2026 20:00:00,75,Yes,No\n")
    same(rows, {"Harbour iPad (Ada Quill)": ("Ada Quill", "all the time", "entered"), "Pell, Dov": ("Dov Pell", "from 18:45", "entered")}, "the rows")


@test("pasted lines: a name, with times after it or none")
def _(desk):
    harbour(desk)
    rows = tried(desk, "Ada Quill\n  Dr Marsh, Cleo  18:20 – 19:00\nEdie Lark <edie@example.org>, 11/02/2026 6:30 PM\n\nCM\n")
    same(rows["Ada Quill"], ("Ada Quill", "all the time", "entered"))
    same(rows["Edie Lark"], ("Edie Lark", "from 18:30", "entered"))
    same(rows["CM"][::2], (None, "not entered"))
    check([row for name, row in rows.items() if row[1] == "from 18:20 to 19:00"], rows)


@test("times with an offset are told in the board's zone, in summer too")
def _(desk):
    harbour(desk)
    rows = tried(desk, "Name,Join Time,Leave Time\nAda Quill,2026-02-11T18:30:00Z,2026-02-11T20:15:00+01:00\n")
    same(rows["Ada Quill"][1], "from 18:30", "in winter")
    desk.run("meeting", "add", "HTB", "2026-07-15", "--time", "18:00-20:00")
    rows = tried(desk, "Name,Join Time,Leave Time\nAda Quill,2026-07-15T17:30:00Z,2026-07-15T18:15:00Z\nDov Pell,2026-07-15T17:00:00Z,2026-07-15T19:00:00Z\n",
                 day="2026-07-15")
    same(rows["Ada Quill"][1], "from 18:30 to 19:15", "in summer")


@test("the report of another day is remarked on")
def _(desk):
    harbour(desk)
    result = desk.run("attendance", "import", DAY, "-", stdin="Name,Join Time,Leave Time\nAda Quill,2026-02-12T18:00:00Z,2026-02-12T20:00:00Z\n")
    holds(result.err, "The report says 2026-02-12, and the meeting is dated Wednesday 11 February 2026.")
    lacks(desk.run("attendance", "import", DAY, "-", "--dry-run", stdin=TEAMS).err, "report-other-day")


@test("an empty report, a picture, a missing file are refused and nothing changes")
def _(desk):
    harbour(desk)
    before = desk.dump()
    desk.refused("attendance", "import", DAY, "-", code=3, stdin="\n \n").sentence("standard input", "nobody is named")
    desk.refused("attendance", "import", DAY, "nowhere.csv", code=3).sentence("nowhere.csv")
    picture = desk.write("picture", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)
    desk.refused("attendance", "import", DAY, picture, code=3).sentence("picture", "no text", "CSV")
    desk.refused("attendance", "import", "2031-01-01", "-", stdin="Ada Quill\n").sentence("2031-01-01")
    desk.unchanged(before)


@test("an import during the meeting counts towards the quorum")
def _(desk):
    harbour(desk)
    desk.run("meeting", "start", DAY, "--at", "18:00")
    desk.env["MINUTEBOOK_NOW"] = "2026-02-11T18:30:00Z"
    holds(desk.run("attendance", "import", DAY, "-", stdin="Ada Quill\t17:58\nBram Oake\t17:59\n").out, "Not quorate: 2 of 3 members.")
    result = desk.run("attendance", "import", DAY, "-", "--json", stdin="Ada Quill\t17:58\nDov Pell\t18:20\n").json()
    same(result["quorate"], True, "quorate")
    same(entered(desk), [("Ada Quill", "present", None, None), ("Bram Oake", "present", None, None), ("Dov Pell", "in part", "18:20", None)], "the register")


main()
