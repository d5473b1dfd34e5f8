"""The grade of a quote as a line: what the text of its source says of it."""

from typing import TYPE_CHECKING, Final

from textual.content import Content

if TYPE_CHECKING:
    from debatemap.texts.grading import Grading

__all__ = ["grade_line"]

_COLOURS: Final = {"exact": "$quiet", "folded": "$quiet", "near": "$warning", "absent": "$error"}


def grade_line(grading: "Grading", at: str = "") -> Content:
    """Returns the grade of a quote, where it stands, and in what it differs.

    Args:
        grading: The grade.
        at: What the citation says of the place.
    """
    from debatemap.texts.grading import grading_in_words  # noqa: PLC0415  (a map opens without it)

    grade = grading.found.grade.value
    colour = _COLOURS[grade]
    if colour == "$quiet" and (grading.is_ambiguous or grading.is_misplaced):
        colour = "$warning"
    joint = ": " if grading.is_absent else ", "
    return Content.assemble(
        (f"{grade}{joint}", f"bold {colour}"), (grading_in_words(grading, at), colour)
    )
