"""Put several claims under a new one, which takes their place."""

from collections.abc import Sequence

from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Link
from debatemap.core.node_names import name_of
from debatemap.core.text import excerpt
from debatemap.edit.add import UNSIGNED, Signature, worded
from debatemap.edit.builder import ChangeBuilder, EditRefusedError

__all__ = ["group_claims", "group_refusal"]


def group_refusal(debate: Debate, links: Sequence[str]) -> str:
    """Returns why the claims of some links cannot be grouped; empty where they can."""
    found = [debate.links[link] for link in links if link in debate.links]
    if len(found) < len(links) or not found:
        return "a thesis or an unplaced claim has no place to group it in"
    if len({link.target for link in found}) > 1:
        return "they stand under different claims; those of one claim can be grouped"
    if len({link.stance for link in found}) > 1:
        return "some are pros and some are cons; those of one stance can be grouped"
    return ""


def group_claims(
    debate: Debate, links: Sequence[str], text: str, *, signed: Signature = UNSIGNED
) -> Change:
    """Puts a new claim where some links of one stance lead, and lets them support it instead.

    The new claim stands where the first of them stood, with their stance; each link keeps what
    was said of it and rated.

    Args:
        debate: The debate.
        links: The links of the places that are grouped.
        text: The new claim.
        signed: Who adds it, and when.

    Raises:
        EditRefusedError: The links differ in target or stance, or the text is empty.

    Examples:
        >>> from debatemap.core.model import Header
        >>> debate = Debate(Header("m"), {"a": Claim("A."), "b": Claim("B.")},
        ...     {"l": Link(("b",), "attacks", "a", "a0")})
        >>> group_claims(debate, ["l"], "All of it.").said
        'group 1 claim under “All of it.”'
    """
    links = list(dict.fromkeys(links))
    reason = group_refusal(debate, links)
    if reason:
        raise EditRefusedError(reason)
    builder = ChangeBuilder(debate)
    ordered = sorted(links, key=lambda link: (debate.links[link].pos, link))
    first = debate.links[ordered[0]]
    new = builder.put_claim(Claim(worded(text), by=signed.by, created=signed.created))
    builder.put_link(Link((new,), first.stance, first.target, first.pos))
    for link in ordered:
        builder.put_link(builder.link(link)._replace(stance="supports"), link)
    builder.retarget(ordered, new)
    count = sum(len(debate.links[link].premises) for link in ordered)
    claims = f"{count} claim{'' if count == 1 else 's'}"
    if first.target in debate.links and not builder.has(first.target):
        raise EditRefusedError(f"{name_of(debate, first.target)} is one of them")
    return builder.change(f"group {claims} under “{excerpt(text, 32)}”")
