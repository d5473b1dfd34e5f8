"""Bullets `+` and `-` that tell the levels of a list apart, and are no signs of pros and cons."""

from collections.abc import Iterable
from typing import Final

from debatemap.core.model import Stance
from debatemap.formats.indented.outlined import Entry, Outlined, Remark

__all__ = ["LEVEL_BULLETS", "alternates", "with_level_signs_named", "without_level_bullets"]

LEVEL_BULLETS: Final = Remark(
    "bullets + and -, each at levels of its own", "read as bullets, and no signs"
)
_LEVEL_SIGNS: Final = LEVEL_BULLETS._replace(becomes="read as signs of a pro and a con")


def alternates(bullets: Iterable[tuple[int, Stance]]) -> bool:
    """Tells whether `-` stands outermost and `+` further in, and no level of a list has both.

    Where `+` stands outermost, as pros with cons beneath them do, they are signs.

    Args:
        bullets: How deep each bullet stands, and what it would say as a sign.

    Examples:
        >>> alternates([(0, "attacks"), (1, "supports"), (0, "attacks")])
        True
        >>> alternates([(0, "attacks"), (0, "supports")]), alternates([(0, "attacks")])
        (False, False)
        >>> alternates([(0, "supports"), (1, "attacks")])
        False
    """
    found: dict[int, set[Stance]] = {}
    for depth, sign in bullets:
        found.setdefault(depth, set()).add(sign)
    one_each = all(len(signs) == 1 for signs in found.values())
    begins = bool(found) and found[min(found)] == {"attacks"}
    return begins and one_each and len(set().union(*found.values())) > 1


def without_level_bullets(outlined: Outlined) -> Outlined:
    r"""Returns claims without stances of bullets, where these change with the level only.

    Examples:
        >>> from debatemap.formats.indented.reader import read_outline
        >>> read = without_level_bullets(read_outline("- Trains\n  + By night\n- Buses"))
        >>> [entry.stance for entry in read.entries], len(read.remarks)
        ([None, None, None], 1)
    """
    lines = tuple(entry.line for entry in outlined.entries if entry.is_by_sign)
    if not lines or not alternates(_bullets(outlined.entries)):
        return outlined
    entries = tuple(
        entry._replace(stance=None, is_by_sign=False) if entry.is_by_sign else entry
        for entry in outlined.entries
    )
    remarks = (*outlined.remarks, LEVEL_BULLETS._replace(lines=lines))
    return outlined._replace(entries=entries, remarks=remarks, reads_signs=False)


def with_level_signs_named(outlined: Outlined) -> Outlined:
    """Returns claims with a remark, where bullets change with the level and `-` stands outside.

    For such lines `+` and `-` are signs; no list that this program writes begins with `-`.
    """
    bullets = _bullets(outlined.entries)
    lines = tuple(entry.line for entry in outlined.entries if entry.is_by_sign)
    if not lines or not alternates(bullets):
        return outlined
    return outlined._replace(remarks=(*outlined.remarks, _LEVEL_SIGNS._replace(lines=lines)))


def _bullets(entries: tuple[Entry, ...]) -> list[tuple[int, Stance]]:
    """Returns the bullets that may be signs, each with how many such bullets it stands under."""
    depths: list[int] = []
    found: list[tuple[int, Stance]] = []
    for entry in entries:
        above = entry.parent
        is_below = above is not None and entries[above].sign is not None
        depths.append(0 if above is None else depths[above] + is_below)
        if entry.sign is not None:
            found.append((depths[-1], entry.sign))
    return found
