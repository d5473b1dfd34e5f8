"""Obsidian: a note for each claim and one for the map, linked by `[[…]]`; it is only written."""

from collections.abc import Iterator
from typing import ClassVar

from debatemap.core.debate import Debate
from debatemap.core.text import safe_line
from debatemap.formats.drawn_steps import claims_to_draw, steps_to_draw
from debatemap.formats.features import CARRIED, Carries, losses_by_declaration
from debatemap.formats.folder_format import FolderFormat, WrittenFiles
from debatemap.formats.format import Verdicts
from debatemap.formats.loss import Loss, losses_of
from debatemap.formats.obsidian.note_names import note_names
from debatemap.formats.unshown import left_out

__all__ = ["Obsidian"]


class Obsidian(FolderFormat):
    """A folder of notes."""

    name: ClassVar[str] = "obsidian"
    title: ClassVar[str] = "a folder of Obsidian notes"
    writes: ClassVar[bool] = True
    shows_verdicts: ClassVar[bool] = True
    carries: ClassVar[Carries] = Carries(
        undercuts=CARRIED, joint_premises=CARRIED, reuse=CARRIED, loops=CARRIED, unplaced=CARRIED,
        question=CARRIED, sources=CARRIED, quotes=CARRIED, notes=CARRIED, tags=CARRIED,
        authors=CARRIED, dates=CARRIED, ratings=CARRIED, ids=CARRIED,
    )  # fmt: skip

    def write_files(self, debate: Debate, verdicts: Verdicts | None = None) -> WrittenFiles:
        """Writes the notes by the names of their files."""
        from debatemap.formats.obsidian.notes import Notes  # noqa: PLC0415  (names are asked for without it)

        steps = steps_to_draw(debate)
        (top,) = note_names({"map": debate.header.title}, other="Debate map").values()
        texts = {key: debate.claims[key].text for key in claims_to_draw(debate)}
        names = note_names(texts, [top])
        notes = Notes(debate, steps, names, verdicts)
        files = {f"{top}.md": _file(notes.of_map())}
        files |= {f"{names[key]}.md": _file(notes.of_claim(key)) for key in texts}
        losses = (
            *losses_by_declaration(debate, self.carries),
            *_changed_tags(debate),
            *left_out(debate, {step.link for step in steps}),
        )
        return WrittenFiles(files, losses)


def _file(lines: Iterator[str]) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode()


def _changed_tags(debate: Debate) -> tuple[Loss, ...]:
    from debatemap.formats.obsidian.notes import tag_word  # noqa: PLC0415  (as above)

    changed = (
        key
        for key, claim in debate.claims.items()
        if any(tag_word(tag) != safe_line(tag) for tag in claim.tags)
    )
    return losses_of("tags", changed, "became words of letters, digits and -")
