"""What was pasted, read as claims: indented lines, or a map as JSON."""

from typing import Final, NamedTuple

from debatemap.core.model import Stance
from debatemap.edit import UNSIGNED, Parcel, Signature, pack
from debatemap.formats.clipped import stances_in
from debatemap.formats.indented.group_headings import without_group_headings
from debatemap.formats.indented.outlined import Outlined, Remark
from debatemap.formats.indented.reader import read_outline
from debatemap.formats.indented.to_debate import to_debate
from debatemap.formats.registry import read_map

__all__ = ["Pasted", "read_paste"]

_OTHER: Final[dict[Stance, Stance]] = {"supports": "attacks", "attacks": "supports"}


class Pasted(NamedTuple):
    """Claims that were pasted.

    Attributes:
        text: What was pasted.
        parcel: The claims, to be put into a map.
        outlined: The lines that they are from; None for JSON.
        remarks: What was guessed, and what was left out.
        unmarked: What claims without a stance are read as.
        signed: Who pastes, and on which day.
    """

    text: str
    parcel: Parcel
    outlined: Outlined | None
    remarks: tuple[Remark, ...]
    unmarked: Stance = "supports"
    signed: Signature = UNSIGNED

    @property
    def unmarked_count(self) -> int:
        """How many claims have no stance."""
        entries = self.outlined.entries if self.outlined is not None else ()
        return sum(each.stance is None and each.joined is None for each in entries)

    @property
    def has_signs(self) -> bool:
        """Whether lines begin with `-`, so that these can be read in two ways."""
        return self.outlined is not None and self.outlined.has_signs

    @property
    def reads_cons(self) -> bool:
        """Whether a line that begins with `-` is read as a con."""
        return self.outlined is not None and self.outlined.reads_signs

    def turned(self, *, unmarked: bool = False, signs: bool = False) -> "Pasted":
        """Returns the same text, read in the other way."""
        if self.outlined is None:
            return self
        stance = _OTHER[self.unmarked] if unmarked else self.unmarked
        outlined = _outlined(self.text, signs=not self.reads_cons) if signs else self.outlined
        return _of_lines(self.text, outlined, stance, self.signed)


def read_paste(text: str, signed: Signature = UNSIGNED) -> Pasted:
    """Returns what was pasted as claims.

    Raises:
        MapError: It is JSON, and no map.
    """
    if text.lstrip().startswith("{"):
        data = text.encode("utf-8", "surrogatepass")
        debate = read_map(data, "what was pasted", "debatemap").debate
        tops = [thesis for thesis in debate.header.theses if thesis in debate.claims]
        hanging = {premise for link in debate.links.values() for premise in link.premises}
        tops += [claim for claim in debate.claims if claim not in hanging and claim not in tops]
        parcel = pack(debate, tops or list(debate.claims))
        parcel = parcel._replace(stances=stances_in(debate), origin="from the clipboard")
        return Pasted(text, parcel, None, ())
    return _of_lines(text, _outlined(text), "supports", signed)


def _outlined(text: str, *, signs: bool | None = None) -> Outlined:
    return without_group_headings(read_outline(text, signs=signs), text)


def _of_lines(text: str, outlined: Outlined, unmarked: Stance, signed: Signature) -> Pasted:
    tops = to_debate(outlined, unmarked, by=signed.by, created=signed.created)
    parcel = pack(tops.debate, tops.debate.header.theses)
    parcel = parcel._replace(stances=tops.stances, origin="from the clipboard")
    remarks = (*outlined.sign_remarks, *outlined.remarks)
    return Pasted(text, parcel, outlined, remarks, unmarked, signed)
