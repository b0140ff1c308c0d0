#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A planner's Monday morning, by keyboard, seen as a screen reader sees it.

Opens the example region, chooses a ward, changes its target occupancy, sees the need change, undoes,
changes again, saves, and opens what was saved: the same figures. The keys go through the display, the
words come over the real accessibility bus.

Usage: session.py PROGRAM (on a display, on a session bus of its own)
"""
import os
import sys
import tempfile
import time

sys.dont_write_bytecode = True
from keyboard import Failed, find, key, main, ok, start, stop, tab_to, type_text, wait_for  # noqa: E402

WARD = "Medicin 1"


def read_need():
    """The page's key figure as it is told: "Need of beds: 31.2, beds at 88% occupancy"."""
    page = find("panel", "Need and Gap")
    node = find("push button", "Need of beds: ", page) if page is not None else None
    return node.get_name() if node is not None else None


def choose_ward():
    key("ctrl+f")
    time.sleep(0.5)
    type_text(WARD)
    key("Return")
    wait_for(f"{WARD} to be chosen", lambda: find("push button", f"Unit: {WARD}"))
    key("ctrl+2")
    wait_for("the page Need and Gap", lambda: find("slider", "Target occupancy"))
    wait_for("the need", lambda: read_need() and "–" not in read_need() and read_need())
    time.sleep(1.0)
    return read_need()


def run(program, folder):
    path = os.path.join(folder, "monday.vardbalans")

    process = start(program)
    wait_for("the start page", lambda: find("list item", "Open Example Region"))
    tab_to("list item", "Open Example Region")
    key("Return")
    wait_for("the example", lambda: find("push button", "Unit: Region Exempel"))
    ok("the example region opens")

    before = choose_ward()
    ok(f"{WARD} is chosen: {before}")

    tab_to("slider", "Target occupancy")
    key("Left", "Left", "Left")
    lowered = wait_for("another need", lambda: read_need() != before and read_need())
    need_before = float(before.split()[3].rstrip(","))
    need_lowered = float(lowered.split()[3].rstrip(","))
    if need_lowered <= need_before:
        raise Failed(f"a lower target must raise the need: {before} → {lowered}")
    ok(f"a lower target raises the need: {lowered}")

    time.sleep(1.0)
    for _ in range(3):
        if read_need() == before:
            break
        key("ctrl+z")
        time.sleep(1.0)
    wait_for("the need as it was", lambda: read_need() == before)
    ok("undo brings the need back")

    key("ctrl+shift+z")
    time.sleep(1.0)
    changed = wait_for("the change again", lambda: read_need() != before and read_need())
    key("ctrl+s")
    time.sleep(1.5)
    key("ctrl+a")
    type_text(path)
    key("Return")
    wait_for("the file", lambda: os.path.exists(path) and os.path.getsize(path) > 0)
    wait_for("the title", lambda: find("frame", "monday"))
    ok("the plan is saved")
    stop(process)

    process = start(program, path)
    wait_for("the saved plan", lambda: find("push button", "Unit: Region Exempel"))
    again = choose_ward()
    if again != changed:
        raise Failed(f"saved {changed}, read {again}")
    ok(f"the saved plan tells the same: {again}")
    stop(process)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        sys.exit(main(6, lambda: run(sys.argv[1], place)))
