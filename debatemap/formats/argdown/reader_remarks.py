"""What a reader says of an Argdown text: what is odd in it, and what no map holds."""

import re
from typing import Final

from debatemap.formats.argdown.argdown_model import Model
from debatemap.formats.argdown.places import Places
from debatemap.formats.assembly import Assembly

__all__ = ["remark"]

_INDENTED: Final = re.compile(r"^([ \t]+)(?:\+|-(?!-)|_|<[+\-_]|><)", re.MULTILINE)
_BLOCK: Final = re.compile(r"^[^\n]*\{[ \t]*\n(?=[^{}\n]*:)", re.MULTILINE)


def remark(model: Model, places: Places, assembly: Assembly, *, crlf: bool) -> None:
    """Counts in an assembly what was mended in a text and what was left out."""
    for start in model.odd_numbers:
        assembly.repair("premises out of number", places.short(start), "taken in their order")
    for start in model.stray_indents:
        becomes = "read as beside the line further out"
        assembly.repair("lines between two levels", places.short(start), becomes)
    for start in model.comments:
        assembly.lose("comments", places.short(start))
    for start in model.marked:
        assembly.lose("bold and italic texts", places.short(start), "became plain")
    _remark_on_tabs(places, assembly)
    if crlf:
        for found in _BLOCK.finditer(places.text):
            becomes = "read as text, as between lines that end in CR LF"
            assembly.repair("data over several lines", places.short(found.start()), becomes)


def _remark_on_tabs(places: Places, assembly: Assembly) -> None:
    """Counts lines that are indented by tabs where others are by blanks, or the other way."""
    if "\t" not in places.text:
        return
    tabbed, spaced = [], []
    for found in _INDENTED.finditer(places.text):
        if "\t" in found[1]:
            tabbed.append(found.start())
        if " " in found[1]:
            spaced.append(found.start())
    if tabbed and spaced:
        becomes = "counted as one column a tab and one a blank"
        for start in min(tabbed, spaced, key=len):
            assembly.repair("lines that mix tabs and blanks", places.short(start), becomes)
