"""The part of the table of commands that is about other programs' formats."""

from typing import Final

from debatemap.tui.commands import conditions as when
from debatemap.tui.commands.command import Command

__all__ = ["EXCHANGING"]

_SHARE: Final = "Compare and share"

EXCHANGING: Final[tuple[Command, ...]] = (
    Command(
        "import_file",
        ("B i",),
        "Import a file of another program",
        _SHARE,
        "Argdown, Kialo, AIF, mind maps and more; what comes in and what does not is shown first. "
        "A newer version of a file that came before updates the map.",
        reason=when.editable,
    ),
    Command(
        "export_map",
        ("B e",),
        "Export the map in another format",
        _SHARE,
        "The whole, the branch, or what the filter shows; what the format loses is shown first.",
        also=(("save as", "HTML, Argdown, CSV and more"), ("print", "HTML prints well")),
    ),
    Command(
        "cite_from_file",
        ("B b",),
        "Cite from a bibliography file",
        _SHARE,
        "Finds a source of a .bib, .ris or CSL .json file by a few letters.",
        reason=when.editable_claim,
        also=(("BibTeX", "reads it"), ("RIS", "reads it"), ("references", "reads a list of them")),
    ),
    Command(
        "write_bibliography",
        ("B w",),
        "Write the sources as a bibliography",
        _SHARE,
        "As Markdown for readers, or as BibTeX for programs, into a new file.",
        also=(("BibTeX", "writes it"), ("references", "writes a list of them")),
    ),
)
