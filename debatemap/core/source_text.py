"""The text of a source as a map's file names or keeps it.

A file is named by a path from the map's folder that cannot leave it, in letters that every system
takes. Whatever else a map has there is kept as it stands, and never opened.
"""

import re
from typing import Any, Final

from debatemap.core.model import SourceText

__all__ = ["KINDS", "fits_text", "is_inside", "kind_of", "read_text", "summary", "text_shape"]

KINDS: Final = {
    "": "plain",
    ".txt": "plain",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".srt": "srt",
    ".vtt": "vtt",
}
"""What a text is, by the ending of its file's name; any other ending is of plain text."""
_KEPT_AS: Final = frozenset(KINDS.values()) - {"plain"}
_SHA256: Final = re.compile(r"[0-9a-f]{64}")
_LONGEST: Final = 400
_REFUSED: Final = re.compile(
    r"[\x00-\x1f\x7f-\x9f\\\\:*?\"<>|\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""Characters that no system's file names have in common, and those that hide a name."""
_DEVICES: Final = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)
"""Names that stand for devices on Windows, with any ending."""


def is_inside(path: str) -> bool:
    """Tells whether a path names something beneath the folder that it starts from.

    Examples:
        >>> is_inside("texts/khan.txt"), is_inside("../khan.txt"), is_inside("/etc/passwd")
        (True, False, False)
    """
    parts = path.split("/")
    if not 0 < len(path) <= _LONGEST or _REFUSED.search(path):
        return False
    return not any(_is_refused(part) for part in parts)


def _is_refused(part: str) -> bool:
    return (
        not part
        or part.strip() != part
        or part.rstrip(".") != part
        or bool(_DEVICES.fullmatch(part))
    )


def fits_text(value: Any) -> bool:  # noqa: ANN401  (any JSON)
    """Tells whether a file's value is a text of a source, and would be written as it stands.

    Examples:
        >>> fits_text({"file": "a.txt"}), fits_text({"file": "../a.txt"}), fits_text({"lines": []})
        (True, False, False)
    """
    if not isinstance(value, dict):
        return False
    if "file" in value:
        sha256 = value.get("sha256", "")
        return (
            value.keys() <= {"file", "sha256"}
            and isinstance(value["file"], str)
            and is_inside(value["file"])
            and isinstance(sha256, str)
            and ("sha256" not in value or _SHA256.fullmatch(sha256) is not None)
        )
    lines, kind = value.get("lines"), value.get("type")
    return (
        value.keys() <= {"lines", "type"}
        and isinstance(lines, list)
        and lines not in ([], [""])
        and all(isinstance(line, str) and "\n" not in line for line in lines)
        and ("type" not in value or (isinstance(kind, str) and kind in _KEPT_AS))
    )


def read_text(value: Any) -> SourceText:  # noqa: ANN401  (JSON that fits)
    """Returns the text in a value that fits."""
    if "file" in value:
        return SourceText(value["file"], value.get("sha256", ""))
    return SourceText(kept="\n".join(value["lines"]), kind=value.get("type", ""))


def text_shape(text: SourceText) -> dict[str, Any]:
    """Returns a text as the file has it.

    Examples:
        >>> text_shape(SourceText("a.txt")), text_shape(SourceText(kept="One.", kind="markdown"))
        ({'file': 'a.txt'}, {'lines': ['One.'], 'type': 'markdown'})
    """
    if text.file:
        return {"file": text.file, **({"sha256": text.sha256} if text.sha256 else {})}
    return {"lines": text.kept.split("\n"), **({"type": text.kind} if text.kind else {})}


def kind_of(text: SourceText) -> str:
    """Returns what a text is: plain, markdown, html, srt or vtt."""
    if not text.file:
        return text.kind or "plain"
    name = text.file.rpartition("/")[2]
    return KINDS.get(name[name.rfind(".") :].lower() if "." in name else "", "plain")


def summary(text: SourceText | None) -> str:
    """Returns in a few words where a text is; empty where there is none."""
    if text is None:
        return ""
    return text.file or f"{len(text.kept):,} characters in the map"
