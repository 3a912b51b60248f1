#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Help, wrong words, exit status 2."""
import re

from harness import check, harbour, holds, main, same, test

COMMANDS = """init load dump backup restore doctor log boards people meetings roll actions attendance decisions minutes plan check search export
agenda·draft agenda·show agenda·add agenda·move agenda·defer agenda·restrict attendance·set interest·add decision·add vote·add minutes·add actions·add actions·update
actions·close actions·reopen actions·redate plan·add plan·move board·add board·edit person·add person·edit meeting·add meeting·edit meeting·move meeting·cancel"""
COMMANDS = [name.replace("·", " ") for name in COMMANDS.split()]


def listed(desk):
    """The commands that the help lists."""
    text = desk.run("--help").out
    return re.findall(r"^  ([a-z]+(?: [a-z]+)?)  +\S", text, re.MULTILINE)


@test("the help lists every command that scripts rely on")
def _(desk):
    names = listed(desk)
    for name in COMMANDS:
        check(name in names, "%s is not in the help: %s" % (name, names))


@test("the help of every command has a line that says what it does, its usage and an example")
def _(desk):
    for name in listed(desk):
        result = desk.run(*name.split(), "--help")
        same(result.err, "", "standard error of %s --help" % name)
        check(re.match(r"%s: [a-z].{8,}" % name, result.out), "no first line in the help of %s: %s" % (name, result.out))
        holds(result.out, "minutebook " + name, "the usage of " + name)
        check(re.search(r"^Example: minutebook %s\b" % name, result.out, re.MULTILINE), "no example in the help of %s: %s" % (name, result.out))


@test("help COMMAND is COMMAND --help, and no line of it is wider than 100 cells")
def _(desk):
    for name in ("actions add", "agenda restrict", "export"):
        out = desk.run("help", *name.split()).out
        same(out, desk.run(*name.split(), "--help").out, "help " + name)
        wide = [line for line in out.splitlines() if len(line) > 140]
        same(wide, [], "lines too wide")


@test("the version names the program and the SQLite in use")
def _(desk):
    out = desk.run("--version").out
    check(re.match(r"minutebook \d+\.\d+\.\d+ .*SQLite 3\.\d+", out), out)


@test("a mistyped command is refused with the nearest one")
def _(desk):
    desk.refused("acitons").sentence("actions")
    desk.refused("agenda", "drfat", "next").sentence("agenda draft")
    desk.refused("wibble-wobble").sentence("--help")


@test("the first word of several commands alone is refused with what there is")
def _(desk):
    for word in ("agenda", "person", "vote"):
        desk.refused(word).sentence(word + " ")


@test("a mistyped option is refused with the nearest one")
def _(desk):
    harbour(desk)
    desk.refused("actions", "--overdu").sentence("--overdue")
    desk.refused("agenda", "show", "next", "--bord", "HTB").sentence("--board")
    desk.refused("boards", "--frobnicate").sentence("--frobnicate")


@test("a missing argument, a word too many, an option without its value are refused in a sentence")
def _(desk):
    harbour(desk)
    before = desk.dump()
    desk.refused("actions", "add").sentence("TEXT")
    desk.refused("actions", "add", "Mend the gate").sentence("--owner")
    desk.refused("actions", "add", "Mend the gate", "--owner").sentence("--owner", "value")
    desk.refused("boards", "HTB").sentence("HTB")
    desk.refused("agenda", "draft").sentence("MEETING")
    desk.refused("actions", "--board", "HTB", "--board", "HTB").sentence("--board")
    desk.unchanged(before)


@test("wrong values are refused with what was expected")
def _(desk):
    harbour(desk)
    before = desk.dump()
    desk.refused("--as-of", "2026-02-30", "actions").sentence("2026-02-30", "YYYY-MM-DD")
    desk.refused("--as-of", "tomorrow", "actions").sentence("tomorrow")
    desk.refused("agenda", "show", "someday").sentence("someday", "next")
    desk.refused("agenda", "show", "2026-02-12").sentence("2026-02-12", "2026-02-11")
    desk.refused("meeting", "add", "HTB", "2026-13-01").sentence("2026-13-01")
    desk.refused("meeting", "add", "HTB", "2026-06-10", "--time", "25:00-26:00").sentence("25:00")
    desk.refused("agenda", "draft", "next", "--board", "Nobody").sentence("Nobody", "Harbour Trust Board")
    desk.refused("plan", "add", "next", "Rates", "--minutes", "-5").sentence("--minutes")
    desk.refused("attendance", "set", "last", "Dov Pell", "asleep").sentence("asleep", "apologies")
    desk.refused("actions", "close", "99").sentence("99")
    desk.unchanged(before)


@test("what is ambiguous is refused with the candidates")
def _(desk):
    desk.sample()
    desk.refused("roll", "o").sentence(*[board["short"] for board in desk.json("boards") if "o" in (board["name"] + board["short"]).lower()][:2])
    shorts = ["CSP", "Lanthorn", "School"]
    refs = {short: {action["ref"] for action in desk.json("actions", "--board", short)} for short in shorts}
    shared = sorted(refs[shorts[0]] & (refs[shorts[1]] | refs[shorts[2]]))
    check(shared, "no ref of the sample stands in two boards")
    holders = [short for short in shorts if shared[0] in refs[short]]
    desk.refused("actions", "update", shared[0], "heard").sentence(*["%s/%s" % (short, shared[0]) for short in holders])
    desk.run("actions", "update", "%s/%s" % (holders[0], shared[0]), "heard")
    desk.run("actions", "update", shared[0], "heard", "--board", holders[1])


@test("options stand before or after the command, with a space or an equals sign")
def _(desk):
    harbour(desk)
    expected = desk.json("actions", "--overdue", "--board", "HTB", "--as-of", "2026-01-20")
    same(len(expected), 2, "overdue on 20 January")
    for words in (["--as-of", "2026-01-20", "--json", "actions", "--overdue", "--board=HTB"],
                  ["--as-of=2026-01-20", "actions", "--board", "Harbour", "--json", "--overdue"],
                  ["--book=" + desk.book, "actions", "--as-of", "2026-01-20", "--overdue", "--json"]):
        same(desk.run(*words, env={"MINUTEBOOK_BOOK": "/nowhere/else"} if words[0].startswith("--book") else None).json(), expected, " ".join(words))


@test("after -- a text may begin with a dash")
def _(desk):
    harbour(desk)
    desk.run("actions", "add", "--owner", "Ada Quill", "--", "--overdue actions are to be read out")
    same(desk.json("actions")[-1]["text"], "--overdue actions are to be read out", "the text")


@test("lists print aligned columns under headings, and say so where there is nothing")
def _(desk):
    harbour(desk)
    lines = desk.run("boards").out.splitlines()
    check(len(lines) >= 2 and "Harbour Trust Board" in desk.run("boards").out, lines)
    same(desk.run("actions", "--overdue", "--as-of", "2025-01-01").out, "Nothing is overdue.\n", "an empty list")
    same(desk.json("actions", "--overdue", "--as-of", "2025-01-01"), [], "an empty list as JSON")
    lines = desk.run("actions", "--board", "HTB").out.splitlines()
    starts = lines[0].index("Action")
    for word in ("Ask", "Write", "Tell"):
        line = next(line for line in lines if word in line)
        same(line.index(word), starts, "the column of " + word)


main()
