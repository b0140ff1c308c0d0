#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A planner's Monday morning, by keyboard, seen as a screen reader sees it.

Opens the example region, chooses a ward, changes its target occupancy, sees the need change, undoes,
changes again, saves, and opens what was saved: the same figures. The keys go through the display, the
words come over the real accessibility bus.

Usage: session.py PROGRAM (on a display, on a session bus of its own)
"""
import os
import subprocess
import sys
import tempfile
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

WAIT = 30.0  # seconds that anything may take on a busy machine
WARD = "Medicin 1"


class Failed(Exception):
    pass


def walk(node):
    """The node and all below it; what vanishes meanwhile is passed over."""
    try:
        yield node
        for i in range(node.get_child_count()):
            child = node.get_child_at_index(i)
            if child is not None:
                yield from walk(child)
    except GLib.Error:
        return


def wait_for(what, func):
    """What func() returns as soon as it is something."""
    end = time.monotonic() + WAIT
    while time.monotonic() < end:
        found = func()
        if found:
            return found
        time.sleep(0.2)
    raise Failed(f"waited {WAIT:.0f} s in vain for {what}")


def find_application():
    desktop = Atspi.get_desktop(0)
    for i in range(desktop.get_child_count()):
        application = desktop.get_child_at_index(i)
        if application is not None and "ardbalans" in application.get_name():
            return application
    return None


def find(role, begins, top=None):
    """The first node of a role whose name begins so, and that has a place on the display."""
    application = top if top is not None else find_application()
    if application is None:
        return None
    # Names change under way, and without a main loop nobody tells the cache.
    application.clear_cache()
    for node in walk(application):
        try:
            if (
                node.get_role_name() == role
                and node.get_name().startswith(begins)
                # The page of a stack is no widget, and has no place of its own.
                and (role == "panel" or is_shown(node))
            ):
                return node
        except GLib.Error:
            pass
    return None


def is_shown(node):
    """What has never been laid out stays in the tree with empty bounds."""
    extents = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
    return extents.width > 0 and extents.height > 0


def key(*keys):
    for each in keys:
        subprocess.run(["xdotool", "key", "--clearmodifiers", each], check=True)
        time.sleep(0.15)


def type_text(text):
    subprocess.run(["xdotool", "type", "--delay", "25", text], check=True)
    time.sleep(0.3)


def read_need():
    """The page's key figure as it is told: "Need of beds: 31.2, beds at 88% occupancy"."""
    page = find("panel", "Need and Gap")
    node = find("push button", "Need of beds: ", page) if page is not None else None
    return node.get_name() if node is not None else None


def start(program, *arguments):
    process = subprocess.Popen([program, *arguments], stdin=subprocess.DEVNULL)
    wait_for("the window", lambda: find("frame", ""))
    return process


def stop(process):
    key("ctrl+q")
    try:
        process.wait(WAIT)
    except subprocess.TimeoutExpired:
        process.kill()
        raise Failed("the program did not end on Ctrl+Q")
    if process.returncode != 0:
        raise Failed(f"the program ended with status {process.returncode}")
    wait_for("the window to go", lambda: find_application() is None)


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


def tab_to(role, begins):
    """Walks by Tab until the control has the focus."""
    for _ in range(80):
        node = find(role, begins)
        if node is not None and node.get_state_set().contains(Atspi.StateType.FOCUSED):
            return
        key("Tab")
    raise Failed(f"Tab does not reach “{begins}”")


passed = 0


def ok(text):
    global passed
    passed += 1
    print(f"ok {passed} {text}", flush=True)


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


def main():
    print("1..6", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        try:
            run(sys.argv[1], folder)
        except Failed as failure:
            print(f"not ok {passed + 1} {failure}", flush=True)
            return 1
    return 0


sys.exit(main())
