#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The book as a file: where it lies, who may read it, what happens when it is none, damaged, newer, read-only, or the disk is full."""
import os
import resource
import shutil
import signal
import sqlite3
import stat
import subprocess

from harness import BOARD, MEETING, PLAN, PROGRAM, check, harbour, holds, lacks, main, same, skip, test


def digest(path):
    with open(path, "rb") as file:
        return file.read()


def settle(desk):
    with sqlite3.connect(desk.book) as book:
        book.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    for side in ("-wal", "-shm"):
        if os.path.exists(desk.book + side):
            os.remove(desk.book + side)


@test("init makes the book, its owner's alone, and refuses to make it twice")
def _(desk):
    os.umask(0)
    desk.run("init")
    for name in os.listdir(desk.folder):
        if name.startswith("book.minutebook"):
            same(stat.S_IMODE(os.stat(os.path.join(desk.folder, name)).st_mode), 0o600, "the mode of " + name)
    before = desk.dump()
    desk.refused("init", code=4).sentence(desk.book)
    desk.refused("init", "--sample", code=4).sentence(desk.book)
    desk.unchanged(before)


@test("without a book every command says where it would be and how to make one")
def _(desk):
    for words in (["boards"], ["actions", "--overdue"], ["dump"], ["actions", "add", "x", "--owner", "y"], ["load", desk.write("b.yaml", "board: B\n")], ["doctor"], ["log", "--verify"]):
        result = desk.refused(*words, code=4)
        result.sentence(desk.book, "init")
    same([name for name in os.listdir(desk.folder) if name.startswith("book")], [], "files made")


@test("the book is --book, else $MINUTEBOOK_BOOK, else in the XDG data folder, else under HOME")
def _(desk):
    data = os.path.join(desk.folder, "data")
    desk.run("init", "--book", os.path.join(desk.folder, "one.minutebook"))
    desk.run("init", env={"MINUTEBOOK_BOOK": os.path.join(desk.folder, "two.minutebook")})
    desk.run("init", env={"MINUTEBOOK_BOOK": None, "XDG_DATA_HOME": data})
    desk.run("init", env={"MINUTEBOOK_BOOK": None})
    for path in ("one.minutebook", "two.minutebook"):
        check(os.path.exists(os.path.join(desk.folder, path)), path + " was not made")
    def made(folder):
        return [os.path.join(place, name) for place, _, names in os.walk(folder) for name in names if name == "book.minutebook"]
    same(len(made(data)), 1, "books under XDG_DATA_HOME")
    check(made(desk.home) and made(desk.home)[0].startswith(os.path.join(desk.home, ".local/share/")), "no book under ~/.local/share: %s" % made(desk.home))
    same(stat.S_IMODE(os.stat(os.path.dirname(made(data)[0])).st_mode), 0o700, "the mode of the folder that was made")


@test("without HOME it still works with --book, and says what is missing without")
def _(desk):
    harbour(desk)
    none = {"HOME": None, "XDG_DATA_HOME": None, "XDG_CONFIG_HOME": None, "XDG_STATE_HOME": None, "MINUTEBOOK_BOOK": None}
    same(desk.json("boards", "--book", desk.book, env=none)[0]["short"], "HTB", "the board")
    odd = dict(none, HOME="/nowhere/at/all")
    desk.refused("boards", code=4, env=odd).sentence("/nowhere/at/all")


@test("without a locale, in C and in a locale that is not there, the bytes are the same")
def _(desk):
    harbour(desk)
    desk.run("actions", "add", "Café – ‘naïve’ £5 日本", "--owner", "Ada Quill")
    expected = desk.run("actions", "--json").raw
    plain = desk.run("actions").raw
    for names in ({"LC_ALL": None}, {"LC_ALL": "C"}, {"LC_ALL": "POSIX"}, {"LC_ALL": "xx_YY.ISO-8859-1"}, {"LC_ALL": None, "LANG": "de_DE"}, {"TERM": "dumb"}, {"TERM": None}):
        check(desk.run("actions", "--json", env=names).raw == expected, "other bytes with %s" % names)
        check(desk.run("actions", env=names).raw == plain, "other columns with %s" % names)


@test("what is no book is refused in a sentence and not touched")
def _(desk):
    settled = os.path.join(desk.folder, "other.db")
    with sqlite3.connect(settled) as other:
        other.execute("CREATE TABLE board (id TEXT)")
    cases = {"text": b"Dear members,\n" * 100, "empty": b"", "short": b"SQLite format 3\0", "noise": bytes((i * 37 + 11) % 256 for i in range(20000)), "another program's": digest(settled)}
    for kind, content in cases.items():
        path = desk.write("no.minutebook", content)
        for words in (["boards"], ["actions", "add", "x", "--owner", "y"], ["log", "--verify"], ["dump"]):
            desk.refused(*words, "--book", path, code=4).sentence(path)
            check(digest(path) == content, "a file that is no book (%s) was changed by %s" % (kind, words))
        for side in ("-wal", "-shm", "-journal"):
            check(not os.path.exists(path + side) or os.path.getsize(path + side) == 0, "%s left beside what is no book (%s)" % (side, kind))
        os.remove(path)
    desk.refused("boards", "--book", desk.folder, code=4).sentence(desk.folder)
    fifo = os.path.join(desk.folder, "pipe.minutebook")
    os.mkfifo(fifo)
    desk.refused("boards", "--book", fifo, code=4, wait=10).sentence(fifo)


@test("a truncated book is refused or read, never crashed on, and its bytes stay")
def _(desk):
    harbour(desk)
    settle(desk)
    whole = digest(desk.book)
    for part in (len(whole) - 1, len(whole) - 4096, len(whole) // 2, len(whole) // 3, 4096, 1000, 100, 17):
        path = desk.write("cut.minutebook", whole[:part])
        for words in (["actions"], ["actions", "add", "x", "--owner", "Ada Quill"], ["dump"]):
            result = desk.run(*words, "--book", path, code=None)
            check(result.code in (0, 4), "%d bytes: %s" % (part, result))
            if result.code == 4:
                result.sentence(path)
        if part <= len(whole) // 2:
            check(digest(path)[:part] == whole[:part], "a book cut to %d bytes was changed" % part)
        desk.run("doctor", "--book", path, code=None)


@test("a book with damaged pages is refused or read, and doctor tells")
def _(desk):
    harbour(desk)
    settle(desk)
    whole = bytearray(digest(desk.book))
    size = 1 << 9
    told = 0
    for at in range(4096, len(whole), max(size, len(whole) // 40)):
        spoilt = bytearray(whole)
        spoilt[at:at + size] = bytes(size)
        path = desk.write("spoilt.minutebook", bytes(spoilt))
        for words in (["dump"], ["actions", "--overdue"]):
            result = desk.run(*words, "--book", path, code=None)
            check(result.code in (0, 4), "damaged at %d: %s" % (at, result))
        told += desk.run("doctor", "--book", path, code=None).code != 0
    check(told > 10, "doctor found fault in only %d of the damaged books" % told)


@test("a book of a newer version is refused kindly and not touched")
def _(desk):
    harbour(desk)
    settle(desk)
    with sqlite3.connect(desk.book) as book:
        version = book.execute("PRAGMA user_version").fetchone()[0]
        book.execute("PRAGMA user_version = %d" % (version + 7))
    settle(desk)
    before = digest(desk.book)
    for words in (["boards"], ["actions", "close", "1"], ["log", "--verify"]):
        desk.refused(*words, code=4).sentence("newer", desk.book)
    check(digest(desk.book) == before, "the newer book was changed")


@test("a read-only book is read, and what would change it is refused")
def _(desk):
    harbour(desk)
    settle(desk)
    folder = os.path.join(desk.folder, "media")
    os.mkdir(folder)
    path = os.path.join(folder, "book.minutebook")
    shutil.copy(desk.book, path)
    os.chmod(path, 0o400)
    os.chmod(folder, 0o500)
    if os.access(path, os.W_OK):
        mounted = subprocess.run(["mount", "--bind", "-o", "ro", folder, folder], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode == 0
        if mounted:
            mounted = subprocess.run(["mount", "-o", "remount,bind,ro", folder], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode == 0
        if not mounted:
            skip("root may write everywhere, and nothing can be mounted here")
    try:
        same(len(desk.json("actions", "--book", path)), 3, "actions")
        desk.run("dump", "--book", path)
        desk.run("log", "--verify", "--book", path)
        desk.refused("actions", "close", "1", "--book", path, code=4).sentence(path)
        same(sorted(os.listdir(folder)), ["book.minutebook"], "files in the folder")
    finally:
        subprocess.run(["umount", folder], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        os.chmod(folder, 0o700)


def small_disk(desk, size):
    folder = os.path.join(desk.folder, "disk")
    os.mkdir(folder)
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=%d" % size, "none", folder], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return folder if done.returncode == 0 else None


@test("on a full disk what is refused is said, and what was there stays")
def _(desk):
    harbour(desk)
    settle(desk)
    folder = small_disk(desk, os.path.getsize(desk.book) + 300 * 1024)
    if not folder:
        skip("nothing can be mounted here")
    path = os.path.join(folder, "book.minutebook")
    try:
        shutil.copy(desk.book, path)
        text = "A long action about the channel. " * 200
        refs = {"1", "2", "3"}
        for number in range(200):
            result = desk.run("actions", "add", text, "--owner", "Ada Quill", "--json", "--book", path, code=None)
            check(result.code in (0, 4), str(result))
            if result.code == 4:
                break
            refs.add(result.json()["ref"])
        check(result.code == 4, "the disk never became full")
        result.sentence(path)
        check("full" in result.err or "room" in result.err or "space" in result.err, "the sentence does not say why: " + result.err)
        same({row["ref"] for row in desk.json("actions", "--book", path)}, refs, "the actions that are there")
        desk.refused("export", "minutes", "last", "--audience", "members", "-o", os.path.join(folder, "minutes.txt"), "--book", path, code=None)
        desk.run("log", "--verify", "--book", path)
        left = [name for name in os.listdir(folder) if not name.startswith("book.minutebook")]
        check(all(name == "minutes.txt" for name in left), "left on the full disk: %s" % left)
    finally:
        subprocess.run(["umount", folder], check=False)


@test("where no file may grow, what is refused is said, and what was there stays")
def _(desk):
    harbour(desk)
    before = desk.dump()
    size = os.path.getsize(desk.book)

    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
    result = desk.run("actions", "add", "x " * 20000, "--owner", "Ada Quill", code=4, limits=limit)
    result.sentence(desk.book)
    desk.unchanged(before)
    check(os.path.getsize(desk.book) >= size, "the book has become shorter")
    desk.run("log", "--verify")
    desk.run("actions", "add", "and on", "--owner", "Ada Quill")


@test("output that cannot be written is said")
def _(desk):
    harbour(desk)
    with open("/dev/full", "wb") as full:
        done = subprocess.run([PROGRAM, "dump"], stdout=full, stderr=subprocess.PIPE, env=desk.env, check=False)
    same(done.returncode, 4, "exit status")
    holds(done.stderr.decode(), "written")


@test("closed standard streams do not end up in the book")
def _(desk):
    harbour(desk)
    for streams in ("<&-", ">&-", "2>&-", "<&- >&- 2>&-"):
        subprocess.run(["sh", "-c", "\"$0\" actions add 'streams %s' --owner Nobody %s" % (streams, streams), PROGRAM], env=desk.env, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    same(len(desk.json("actions")), 7, "actions")
    desk.run("log", "--verify")


@test("control characters and bytes that are no UTF-8 in arguments are stored and printed harmlessly")
def _(desk):
    harbour(desk)
    for word in (b"ring \x07 the \x1b[31mbell\x1b[0m", b"\x1b]52;c;aGVsbG8=\x07", b"caf\xe9", b"\xff\xfe\xfd", "‮evil‬".encode(), b"a\rb\nc\x0bd", b"\xc2\x9b31m"):
        desk.run(b"actions", b"add", word, b"--owner", word)
    for words in (["actions"], ["actions", "--json"], ["log"], ["log", "--json"], ["dump"], ["search", "bell"], ["export", "actions", "last", "--audience", "members"],
                  ["export", "actions", "last", "--audience", "members", "--format", "csv"], ["export", "actions", "last", "--audience", "members", "--format", "markdown"]):
        raw = desk.run(*words).raw
        raw.decode("utf-8")
        for byte in list(range(0, 9)) + [11, 12] + list(range(14, 32)) + [127]:
            check(bytes([byte]) not in raw, "byte %d comes out of %s" % (byte, words))
        for mark in ("\u202e", "\u202c", "\u009b"):
            check(mark.encode() not in raw or words[0] == "dump" or "--json" in words, "%r comes out of %s" % (mark, words))
    result = desk.run(b"actions", b"close", b"no\x1b[2Jsuch\x07", code=2)
    lacks(result.err, "\x1b")
    result = desk.run(b"acti\x1b[2Jons\xff", code=2)
    lacks(result.err, "\x1b")


@test("a book whose path is odd is opened all the same")
def _(desk):
    for name in ("with space.minutebook", "naïve –.minutebook", "-dash.minutebook", "per%20cent?mode=ro#x.minutebook", "quote'\".minutebook"):
        path = os.path.join(desk.folder, name)
        desk.run("init", "--book", path)
        check(os.path.exists(path), "not made: " + name)
        same(desk.json("boards", "--book", path), [], "boards")
        os.remove(path)


@test("backup copies the book as it is, restore brings it back and keeps the other")
def _(desk):
    harbour(desk)
    copy = os.path.join(desk.folder, "copy.minutebook")
    desk.run("backup", copy)
    same(stat.S_IMODE(os.stat(copy).st_mode), 0o600, "the mode of the copy")
    at_copy = desk.json("actions")
    desk.refused("backup", copy, code=4).sentence(copy)
    desk.run("actions", "close", "1")
    same(desk.json("actions", "--book", copy), at_copy, "the copy")
    out = desk.run("restore", copy).out
    same(desk.json("actions"), at_copy, "what was restored")
    kept = [name for name in os.listdir(desk.folder) if "before-restore" in name and not name.endswith(("-wal", "-shm", "-lock"))]
    same(len(kept), 1, "the book that was set aside")
    holds(out, kept[0])
    same([row["status"] for row in desk.json("actions", "--book", os.path.join(desk.folder, kept[0])) if row["ref"] == "1"], ["closed"], "the book set aside")
    same(desk.json("log")[0]["deed"], "restore", "the newest deed")
    desk.run("log", "--verify")


@test("a copy that is none is not restored, and the book stays")
def _(desk):
    harbour(desk)
    before = desk.dump()
    path = desk.write("no.minutebook", b"Dear members,\n" * 500)
    desk.refused("restore", path, code=4).sentence(path)
    desk.refused("restore", os.path.join(desk.folder, "absent.minutebook"), code=4).sentence("absent.minutebook")
    desk.unchanged(before)
    same([name for name in os.listdir(desk.folder) if "before-restore" in name], [], "set aside")


@test("doctor is content with a sound book, and finds one that others may read")
def _(desk):
    harbour(desk)
    desk.run("doctor")
    os.chmod(desk.book, 0o644)
    rows = desk.json("doctor", code=1)
    check([row for row in rows if row["rule"] == "book-readable"], rows)


@test("killed in the middle of a load, the book is as before or as after")
def _(desk):
    desk.run("init")
    before = desk.dump()
    files = [desk.write("b.yaml", BOARD), desk.write("p.yaml", PLAN), desk.write("m.yaml", MEETING)]
    outcomes = set()
    shutil.copy(desk.book, desk.book + ".first")
    for delay in (0.001, 0.003, 0.006, 0.01, 0.015, 0.02, 0.03, 0.05, 0.1):
        process = subprocess.Popen([PROGRAM, "load"] + files, env=desk.env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            process.wait(delay)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
        boards = len(desk.json("boards"))
        same(len(desk.json("meetings")), 3 * boards, "meetings beside %d boards" % boards)
        desk.run("log", "--verify")
        outcomes.add(boards)
        if boards == 0:
            desk.unchanged(before)
    check(outcomes <= {0, 1}, outcomes)


main()
