"""What indented lines are read as: claims, each with the claim that it stands under."""

from typing import NamedTuple

from debatemap.core.model import Stance
from debatemap.core.word_lists import listed

__all__ = ["Entry", "Outlined", "Remark", "stance_of"]


class Entry(NamedTuple):
    """A claim that was read, and how it stands.

    Attributes:
        text: Its words.
        parent: The index of the claim that it stands under; None at the top.
        stance: What the lines say of its stance; None where they do not.
        note: Its note.
        is_undercut: Whether it speaks to the step of the claim that it stands under.
        joined: The index of the claim that it holds together with.
        same_as: The index of an earlier claim that stands here once more.
        line: Its line, counted from 1.
        sign: What its bullet says, where that is a sign; None for a bullet that may be none.
        is_by_sign: Whether its stance comes from its bullet alone, which a heading outweighs.
        is_labelled: Whether a label such as `Thesis:` says that its words are a claim's.
    """

    text: str
    parent: int | None = None
    stance: Stance | None = None
    note: str = ""
    is_undercut: bool = False
    joined: int | None = None
    same_as: int | None = None
    line: int = 0
    sign: Stance | None = None
    is_by_sign: bool = False
    is_labelled: bool = False


class Remark(NamedTuple):
    """Something that the lines left open, and how it was read.

    Attributes:
        kind: What the lines have or are, as a report of an import counts it.
        becomes: What it was read as.
        lines: The lines that it is about, counted from 1; none for all of them.
        own_words: What is said of one line, where that is not what it has and what it becomes.
    """

    kind: str
    becomes: str
    lines: tuple[int, ...] = ()
    own_words: str = ""

    @property
    def words(self) -> str:
        """What is said of one of the lines."""
        return self.own_words or f"{self.kind}; {self.becomes}"

    @property
    def sentence(self) -> str:
        """The remark with its lines, the first few of them by number.

        Examples:
            >>> Remark("a level is skipped", "read as one level", (3, 7)).sentence
            'lines 3 and 7: a level is skipped; read as one level'
        """
        more = len(self.lines) - _NAMED
        rest = [f"{more:,} more"] if more > 0 else []
        named = listed([*(f"{line:,}" for line in self.lines[:_NAMED]), *rest])
        return f"line{'s' if self.lines[1:] else ''} {named}: {self.words}" if named else self.words


_MEANT = {True: "a con, and one with + as a pro", False: "a bullet, without a stance"}
_NAMED = 4
"""Lines that a remark names by number."""


class Outlined(NamedTuple):
    """A tree of claims, in the order of the lines.

    Attributes:
        entries: The claims; one always stands before those under it.
        remarks: What was guessed, and what was left out.
        has_signs: Whether the lines begin with `-`, so that it may be a con or a mere bullet.
        reads_signs: Whether such a line is read as a con.
    """

    entries: tuple[Entry, ...]
    remarks: tuple[Remark, ...] = ()
    has_signs: bool = False
    reads_signs: bool = False

    @property
    def sign_remarks(self) -> tuple[Remark, ...]:
        """What lines that begin with `-` are read as, where there are any."""
        kind, becomes = "lines that begin with -", f"read as {_MEANT[self.reads_signs]}"
        said = f"a line that begins with - is {becomes}"
        return (Remark(kind, becomes, own_words=said),) if self.has_signs else ()


def stance_of(entry: Entry, unmarked: Stance) -> Stance:
    """Returns the stance of a claim, with the one of claims of which the lines say none."""
    return entry.stance or ("attacks" if entry.is_undercut else unmarked)
