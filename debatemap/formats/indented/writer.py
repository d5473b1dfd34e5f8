"""Write claims as indented lines, or as a Markdown list, that can be read again."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final, Literal

from debatemap.core.branch_places import BranchPlace, branch_places
from debatemap.core.debate import Debate
from debatemap.core.model import Stance
from debatemap.core.text import clean
from debatemap.formats.indented.marks import behind_label, label_of

__all__ = ["Form", "write_outline"]

Form = Literal["text", "markdown"]

_INDENT: Final = "  "
_NO_STANCES: Final[Mapping[str, Stance]] = MappingProxyType({})


def write_outline(
    debate: Debate,
    tops: Sequence[str],
    form: Form = "text",
    stances: Mapping[str, Stance] = _NO_STANCES,
) -> str:
    r"""Returns claims and all beneath them as lines, two blanks a level; notes stand behind `>`.

    What a claim stands for is its sign: `+`, `-`, `_` for an undercut, `&` for a further joint
    premise; or a word, in Markdown and where its own words would be taken for one. A claim that
    stands in a second place is written there without what is beneath it.

    Args:
        debate: The debate.
        tops: The claims to begin with.
        form: Signs, or a Markdown list.
        stances: What the tops are for what they are to be put under.

    Examples:
        >>> from debatemap.core.model import Claim, Header, Link
        >>> links = {"l": Link(("b",), "attacks", "a")}
        >>> debate = Debate(Header("m"), {"a": Claim("A."), "b": Claim("B.")}, links)
        >>> write_outline(debate, ["a"]), write_outline(debate, ["a"], "markdown")
        ('+ A.\n  - B.\n', '- Pro: A.\n  - Con: B.\n')
    """
    lines: list[str] = []
    for place in branch_places(debate, tops):
        lines += _lines(debate, place, form, stances)
    return "".join(f"{line}\n" for line in lines)


def _lines(
    debate: Debate, place: BranchPlace, form: Form, stances: Mapping[str, Stance]
) -> Iterator[str]:
    claim = debate.claims[place.claim]
    link = debate.links.get(place.link or "")
    stance = link.stance if link is not None else stances.get(place.claim, "supports")
    is_step = link is not None and link.target in debate.links
    words = " ".join(clean(claim.text).split())
    pad = _INDENT * place.depth
    mark = _mark(stance, form, is_step=is_step, is_joined=place.is_joined)
    if not mark.endswith(":"):
        words = behind_label(words, label_of(stance, is_step=is_step))
    yield f"{pad}{mark} {words}"
    for line in [] if place.is_again or not claim.note else clean(claim.note).split("\n"):
        yield f"{pad}{_INDENT}> {line}".rstrip()


def _mark(stance: Stance, form: Form, *, is_step: bool, is_joined: bool) -> str:
    if is_joined:
        return "&"
    if form == "text":
        signs = "⊢⊣" if is_step else "+-"
        return signs[stance == "attacks"]
    if is_step:
        return "- Undercut:" if stance == "attacks" else "⊢"
    return "- Pro:" if stance == "supports" else "- Con:"
