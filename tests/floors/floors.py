#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Checks that each folder of the source includes only what stands beneath it, and a few habits of the house. TAP.

  floors.py ROOT

ARCHITECTURE.md has the same table with its reasons. At the end the checks are tried on small trees with one fault each: a check that finds
nothing in them has gone blind.
"""
import os
import re
import sys
import tempfile

# folder: what it may use.
FLOORS = {
    "base": "",
    "model": "base",
    "clerk": "base model",
    "edit": "base model",
    "doc": "base",
    "recognise": "base model doc",
    "store": "base model",
    "compose": "base model clerk doc exchange",
    "write": "base doc",
    "read": "base doc process",
    "exchange": "base model",
    "process": "base",
    "desk": "base model edit clerk doc recognise store compose write read exchange process",
    "grid": "base",
    "screens": "base model edit clerk doc desk grid",
    "terminal": "base grid",
    "cli": "base model desk doc write",
}
FLOORS = {folder: set(below.split()) | {folder} for folder, below in FLOORS.items()}

# What an outside header is called, where alone it may be included (None: anywhere).
OUTSIDE = [
    (r"glib(/.*|-object|-unix|-2\.0/.*)?\.h", None),
    (r"gio/.*\.h", {"base", "process"}),
    (r"gmodule\.h", {"base", "desk"}),
    (r"sqlite3(ext)?\.h", {"store"}),
    (r"yaml\.h", {"base", "exchange"}),
    (r"jansson\.h", {"exchange"}),
    (r"csv\.h", {"write", "read"}),
    (r"(mz|zip|unzip|minizip/.*)\.h", {"write", "read"}),
    (r"(cairo.*|pango/.*|qpdf/.*)\.h", {"write"}),
    (r"(expat|gumbo|cmark.*)\.h", {"read"}),
    (r"(curses|ncurses|ncursesw/.*|term|panel|menu|form)\.h", {"terminal"}),
    (r"utf8proc\.h", {"edit", "screens"}),
    (r"linebreak\.h", {"screens"}),
    (r"hunspell/.*\.h", {"screens", "desk"}),
]
# libc and Linux.
PLAIN = re.compile(r"(sys|linux|netinet|arpa)/[a-z0-9_]+\.h|(assert|ctype|dirent|dlfcn|errno|fcntl|float|fnmatch|getopt|grp|inttypes|langinfo|limits|locale"
                   r"|math|poll|pthread|pty|pwd|sched|signal|spawn|stdarg|stdatomic|stdbool|stddef|stdint|stdio|stdlib|stdnoreturn|string|strings"
                   r"|syslog|termios|time|unistd|utmp|wchar|wctype)\.h")
FORBIDDEN = ["system", "popen", "strcpy", "stpcpy", "strcat", "sprintf", "vsprintf", "gets", "tmpnam", "tempnam", "mktemp", "strtok"]
LONGEST = 600
INCLUDE = re.compile(r"^[ \t]*#[ \t]*include[ \t]*([<\"])([^>\"]+)[>\"]", re.MULTILINE)


def without_comments_and_strings(text):
    """TEXT with comments and the contents of strings blanked; lines stay where they are."""
    def blank(match):
        found = match.group(0)
        if found[0] in "\"'":
            return found[0] + " " * (len(found) - 2) + found[-1]
        return re.sub(r"[^\n]", " ", found)
    return re.sub(r"/\*.*?\*/|//[^\n]*|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'", blank, text, flags=re.DOTALL)


def line_of(text, position):
    return text.count("\n", 0, position) + 1


class Tree:
    """The C files under src/ and include/minutebook/ of ROOT, with what each includes."""

    def __init__(self, root):
        self.root = root
        self.texts = {}
        self.includes = {}
        for top in ("src", "include"):
            for folder, _, names in os.walk(os.path.join(root, top)):
                for name in names:
                    if name.endswith((".c", ".h")):
                        path = os.path.relpath(os.path.join(folder, name), root)
                        with open(os.path.join(root, path), encoding="utf-8") as file:
                            self.texts[path] = file.read()
        for path, text in self.texts.items():
            self.includes[path] = [(line_of(text, match.start()), match.group(1), match.group(2)) for match in INCLUDE.finditer(text)]

    @staticmethod
    def folder(path):
        """src/store/book.c and include/minutebook/store/book.h are of store; src/main.c is of main."""
        parts = path.split("/")
        if parts[0] == "src":
            return parts[1] if len(parts) > 2 else "main"
        return parts[2] if len(parts) > 3 else "main"

    def resolve(self, path, mark, name):
        """The file of this tree that an include line means, or None where it is outside."""
        if mark == "\"":
            beside = os.path.normpath(os.path.join(os.path.dirname(path), name))
            if beside in self.texts:
                return beside
        public = os.path.normpath(os.path.join("include", name))
        return public if public in self.texts else None


def check_floors(tree):
    """Each folder includes only what HOUSE allows it, and nothing that is no folder of the house."""
    for path, includes in sorted(tree.includes.items()):
        folder = tree.folder(path)
        if folder == "main":
            continue
        if folder not in FLOORS:
            yield "%s: there is no floor %s; put the file where the table of floors has a place for it" % (path, folder)
            continue
        for line, mark, name in includes:
            target = tree.resolve(path, mark, name)
            other = tree.folder(target) if target else (name.split("/")[1] if name.startswith("minutebook/") and name.count("/") > 1 else None)
            if other and other not in FLOORS[folder]:
                yield "%s:%d: %s must not include %s, which is of %s" % (path, line, folder, name, other)
            elif not target and (mark == "\"" or name.startswith("minutebook/")):
                yield "%s:%d: %s is included and does not exist" % (path, line, name)


def check_private(tree):
    """A header beside the code is for its own folder."""
    for path, includes in sorted(tree.includes.items()):
        for line, mark, name in includes:
            target = tree.resolve(path, mark, name)
            if target and target.startswith("src/") and os.path.dirname(target) != os.path.dirname(path):
                yield "%s:%d: %s is private to %s" % (path, line, name, os.path.dirname(target))


def check_outside(tree):
    """Each outside library is included only in its folder."""
    for path, includes in sorted(tree.includes.items()):
        folder = tree.folder(path)
        for line, mark, name in includes:
            if mark == "\"" or name.startswith("minutebook/") or PLAIN.fullmatch(name):
                continue
            homes = next((homes for pattern, homes in OUTSIDE if re.fullmatch(pattern, name)), set())
            if homes is not None and folder not in homes:
                yield "%s:%d: %s belongs only in %s" % (path, line, name, ", ".join(sorted(homes)) or "no folder: add it to the table of libraries first")


def check_circles(tree):
    """No header includes itself by way of others; public and private ones alike, within a folder and across."""
    edges = {path: [] for path in tree.texts}
    for path, includes in tree.includes.items():
        for _, mark, name in includes:
            target = tree.resolve(path, mark, name)
            if target and path.endswith(".h"):
                edges[path].append(target)
    state = {}

    def visit(path, trail):
        state[path] = "open"
        for target in edges[path]:
            if state.get(target) == "open":
                yield " → ".join(trail[trail.index(target):] + [target])
            elif target not in state:
                yield from visit(target, trail + [target])
        state[path] = "done"

    for path in sorted(edges):
        if path not in state:
            for circle in visit(path, [path]):
                yield "headers include each other: " + circle


DEFINITION = re.compile(r"^(?!static\b|extern\b|typedef\b)[A-Za-z][\w \t*]*?\b(\w+)\([^;{}]*\)\s*\n\{", re.MULTILINE)


def users(tree):
    """Of each C file the files of its folder whose functions it uses, each with one such function."""
    plain = {path: without_comments_and_strings(text) for path, text in tree.texts.items() if path.endswith(".c")}
    home = {}
    for path, text in plain.items():
        home.update({(tree.folder(path), match.group(1)): path for match in DEFINITION.finditer(text)})
    uses = {}
    for path, text in sorted(plain.items()):
        for word in sorted(set(re.findall(r"\b[a-z]\w+", text))):
            other = home.get((tree.folder(path), word))
            if other and other != path:
                uses.setdefault(path, {}).setdefault(other, word)
    return uses


def check_modules(tree):
    """No file of a folder uses functions of another that uses its own, directly or by way of others; tables of data may name each other."""
    uses = users(tree)
    state = {}

    def visit(path, trail):
        state[path] = "open"
        for target, word in uses.get(path, {}).items():
            if state.get(target) == "open":
                circle = trail[trail.index(target):] + [target]
                yield "files use each other: " + ", ".join("%s uses %s() of %s" % (a, uses[a][b], b) for a, b in zip(circle, circle[1:]))
            elif target not in state:
                yield from visit(target, trail + [target])
        state[path] = "done"

    for path in sorted(uses):
        if path not in state:
            yield from visit(path, [path])


def check_length(tree):
    """What grows past 600 lines is two things."""
    for path, text in sorted(tree.texts.items()):
        lines = text.count("\n")
        if lines > LONGEST:
            yield "%s has %d lines; past %d a file is two things" % (path, lines, LONGEST)


def check_licence(tree):
    """One SPDX line at the top."""
    for path, text in sorted(tree.texts.items()):
        if "SPDX-License-Identifier: MIT" not in text.split("\n", 1)[0]:
            yield "%s: the first line is no SPDX line" % path


def check_calls(tree):
    """No call that cannot be made safely."""
    pattern = re.compile(r"(?<![A-Za-z0-9_])(%s)[ \t]*\(" % "|".join(FORBIDDEN))
    for path, text in sorted(tree.texts.items()):
        plain = without_comments_and_strings(text)
        for match in pattern.finditer(plain):
            yield "%s:%d: %s() is forbidden" % (path, line_of(plain, match.start()), match.group(1))


CHECKS = [check_floors, check_private, check_outside, check_circles, check_modules, check_length, check_licence, check_calls]

SPDX = "/* SPDX-License-Identifier: MIT */\n"
PUBLIC = "include/minutebook/"
# What is planted, and the check that must find it.
PLANTED = [
    ("base uses the model", check_floors, {"src/base/a.c": "#include \"minutebook/model/b.h\"\n", PUBLIC + "model/b.h": ""}),
    ("the clerk asks the store", check_floors, {"src/clerk/a.c": "#include <minutebook/store/b.h>\n", PUBLIC + "store/b.h": ""}),
    ("a writer sees records", check_floors, {"src/write/a.c": "#include \"minutebook/model/b.h\"\n", PUBLIC + "model/b.h": ""}),
    ("the command line asks the store, by a path", check_floors, {"src/cli/a.c": "#include \"../store/b.h\"\n", "src/store/b.h": ""}),
    ("a screen writes to the store", check_floors, {"src/screens/a.c": "#include \"minutebook/store/b.h\"\n", PUBLIC + "store/b.h": ""}),
    ("a floor that is none", check_floors, {"src/attic/a.c": ""}),
    ("a header that is not there", check_floors, {"src/base/a.c": "#include \"gone.h\"\n"}),
    ("a private header of another folder", check_private, {"src/desk/a.c": "#include \"../store/b.h\"\n", "src/store/b.h": ""}),
    ("SQLite on the desk", check_outside, {"src/desk/a.c": "#include <sqlite3.h>\n"}),
    ("libyaml in the model", check_outside, {"src/model/a.c": "#include <yaml.h>\n"}),
    ("curses on a screen", check_outside, {"src/screens/a.c": "#include <ncursesw/curses.h>\n"}),
    ("a library nobody spoke of", check_outside, {"src/base/a.c": "#include <openssl/ssl.h>\n"}),
    ("two headers in a circle", check_circles, {PUBLIC + "base/a.h": "#include \"minutebook/base/b.h\"\n", PUBLIC + "base/b.h": "#include \"minutebook/base/a.h\"\n"}),
    ("three private headers in a circle", check_circles,
     {"src/desk/a.h": "#include \"b.h\"\n", "src/desk/b.h": "#include \"c.h\"\n", "src/desk/c.h": "#include \"a.h\"\n"}),
    ("two files that use each other's functions", check_modules,
     {"src/desk/a.c": "int mb_a(int n)\n{\n    return mb_b(n);\n}\n", "src/desk/b.c": "int mb_b(int n)\n{\n    return n ? mb_a(n - 1) : 0;\n}\n"}),
    ("three files in a circle, one by a pointer to a function", check_modules,
     {"src/desk/a.c": "int mb_a(int n)\n{\n    return mb_b(n);\n}\n", "src/desk/b.c": "int mb_b(int n)\n{\n    return mb_c(n);\n}\n",
      "src/desk/c.c": "int mb_c(int n)\n{\n    return each(mb_a);\n}\n"}),
    ("a file of 601 lines", check_length, {"src/base/a.c": "\n" * 600}),
    ("no SPDX line", check_licence, {"src/base/a.c": None}),
    ("strcpy", check_calls, {"src/base/a.c": "void f(char *a)\n{\n    strcpy(a, \"b\");\n}\n"}),
    ("system", check_calls, {"src/process/a.c": "int f(void)\n{\n    return system (\"true\");\n}\n"}),
]
HARMLESS = {
    "src/base/a.c": "/* strcpy(a, b) is forbidden. */\n#include <glib.h>\n#include <string.h>\n#include <yaml.h>\n#include \"a.h\"\n#include \"minutebook/base/c.h\"\n"
                    "const char *f(void)\n{\n    return \"system(1)\" + g_strlcpy(0, 0, 0) + file_system(1);\n}\n",
    "src/base/a.h": "#include \"minutebook/base/c.h\"\n",
    PUBLIC + "base/c.h": "",
    "src/base/d.c": "#include \"a.h\"\nstatic int own(int n)\n{\n    return f(n);\n}\nint d(void)\n{\n    return own(1);\n}\n",
    "src/base/e.c": "static int own(int n)\n{\n    return d();\n}\n/* f() uses e() */\nint e(void)\n{\n    return own(2);\n}\n",
    "src/store/s.c": "#include <sqlite3.h>\n#include \"minutebook/base/c.h\"\n",
    "src/main.c": "#include \"minutebook/cli/main.h\"\n",
    PUBLIC + "cli/main.h": "",
}


def plant(root, files):
    for path, text in files.items():
        os.makedirs(os.path.dirname(os.path.join(root, path)), exist_ok=True)
        with open(os.path.join(root, path), "w", encoding="utf-8") as file:
            file.write("int a;\n" if text is None else SPDX + text)


class Tap:
    def __init__(self):
        self.number = self.failed = 0

    def result(self, good, name, faults=()):
        self.number += 1
        self.failed += not good
        print("%s %d - %s" % ("ok" if good else "not ok", self.number, name))
        for fault in faults:
            print("#   " + fault)


def main(root):
    tap = Tap()
    tree = Tree(root)
    tap.result(len(tree.texts) > 100, "the source is here", ["%d files under %s" % (len(tree.texts), root)] if len(tree.texts) <= 100 else [])
    for check in CHECKS:
        faults = list(check(tree))
        tap.result(not faults, check.__doc__.split(";")[0].split("\n")[0].rstrip("."), faults)
    for name, check, files in PLANTED:
        with tempfile.TemporaryDirectory(prefix="minutebook-floors.") as planted:
            plant(planted, files)
            tap.result(len(list(check(Tree(planted)))) >= 1, "finds: " + name)
    with tempfile.TemporaryDirectory(prefix="minutebook-floors.") as planted:
        plant(planted, HARMLESS)
        faults = [fault for check in CHECKS for fault in check(Tree(planted))]
        tap.result(not faults, "finds nothing in a tree without faults", faults)
    print("1..%d" % tap.number)
    return 1 if tap.failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
