"""The lines of shell that git runs to merge and to compare maps by meaning.

Each looks for the program first. A driver whose program is missing, or cannot start, would
leave one side of a merge without a word, and the other would be lost: so the lines fall back to
merging and comparing line by line.
"""

import os
import shlex
import shutil
import sys
from pathlib import Path
from typing import Final

__all__ = [
    "CONFLICTS_LEFT",
    "FAULT",
    "is_ours",
    "our_settings",
    "program_in",
    "program_path",
]

CONFLICTS_LEFT: Final = 100
"""How the program tells the line of shell that it merged, and that conflicts are left. It is
not 1, which is how Python ends where it cannot even load the program."""

FAULT: Final = 129
"""What tells git that a merge failed: it stops, and leaves both sides as they were."""

_NAME: Final = "debate maps, merged by meaning"
_FUNCTIONS: Final = {
    "merge.debatemap.driver": "debatemap_merge",
    "diff.debatemap.command": "debatemap_diff",
    "diff.debatemap.textconv": "debatemap_text",
}
_LOOK: Final = (
    'for p in PROGRAM; do command -v "$p" >/dev/null 2>&1 || continue; '
    '"$p" git COMMAND -- "$@"; s=$?; '
)
"""Runs the first program that is there. After it 1, 2, 126 and 127 mean that it did not start."""

_MERGE: Final = (
    _LOOK.replace("COMMAND", "merge-driver")
    + f"case $s in 0) return 0 ;; {CONFLICTS_LEFT}) return 1 ;; 1|2|126|127) ;; "
    # Git before 2.42 takes every status for a conflict, and our side for the result, unless
    # there is none. The file is a copy that git made for the driver.
    f'*) rm -f -- "$2"; return {FAULT} ;; esac; done; '
    'echo "debatemap cannot be run; a file was merged line by line" >&2; '
    'git merge-file -L ours -L base -L theirs --marker-size="$4" "$2" "$1" "$3"; '
    # Above 128 the whole merge would stop, as for a file that is no text; git calls that a
    # conflict.
    "s=$?; [ $s -lt 128 ] || s=1; return $s; "
)
_DIFF: Final = (
    _LOOK.replace("COMMAND", "diff-driver")
    + "case $s in 1|2|126|127) ;; *) return 0 ;; esac; done; "
    '[ $# -ge 7 ] || { echo "* Unmerged path"; return 0; }; '
    'git --no-pager diff --no-index --no-ext-diff --no-textconv -- "$2" "$5"; return 0; '
)
_TEXTCONV: Final = (
    _LOOK.replace("COMMAND", "textconv") + "case $s in 1|2|126|127) ;; *) return 0 ;; esac; done; "
    'cat "$1"; '
)


def program_path() -> Path | None:
    """Returns where the program is installed, or None where only the PATH can tell."""
    started, beside = Path(sys.argv[0]), Path(sys.executable).parent / "debatemap"
    found = shutil.which("debatemap")
    # Links are not followed: an upgrade moves what they lead to.
    named = [started] if started.name == "debatemap" and started.parent != Path() else []
    candidates = [*named, beside, *([Path(found)] if found else [])]
    usable = (path for path in candidates if path.is_file() and os.access(path, os.X_OK))
    return next((path.absolute() for path in usable), None)


def our_settings(program: Path | None) -> dict[str, str]:
    """Returns, by their keys, the settings that have git run a program for maps."""
    words = f"{shlex.quote(str(program))} debatemap" if program else "debatemap"
    # Git reads per cent signs in a merge driver, and nowhere else.
    merge = _MERGE.replace("PROGRAM", words.replace("%", "%%"))
    bodies = (merge, *(body.replace("PROGRAM", words) for body in (_DIFF, _TEXTCONV)))
    lines = {
        key: f"{name}() {{ {body}}}; {name}"
        for (key, name), body in zip(_FUNCTIONS.items(), bodies, strict=True)
    }
    lines["merge.debatemap.driver"] += " %O %A %B %L %P"
    return {"merge.debatemap.name": _NAME, **lines}


def is_ours(key: str, value: str) -> bool:
    """Tells whether a setting is one that this program wrote, now or in another version."""
    name = _FUNCTIONS.get(key)
    return value.startswith(f"{name}()") if name else value == _NAME


def program_in(key: str, value: str) -> Path | None:
    """Returns the program that a line of ours names, or None where it names only the PATH."""
    words = shlex.split(value.partition(" in ")[2].partition("; do")[0] or "debatemap")
    path = words[0].replace("%%", "%") if key.startswith("merge.") else words[0]
    return None if path == "debatemap" else Path(path)
