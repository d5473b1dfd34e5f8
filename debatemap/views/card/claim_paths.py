"""Paths from the top of a debate to a claim, and what is left of one after a change."""

from itertools import pairwise

from debatemap.core.debate import Debate

__all__ = ["Path", "Step", "is_there", "shortened"]

Step = tuple[str | None, str]
"""One step: the link taken, None at the top, and the claim reached."""

Path = tuple[Step, ...]
"""Steps from the top."""


def is_there(debate: Debate, path: Path) -> bool:
    """Tells whether a path leads to a claim of the debate."""
    return bool(path) and shortened(debate, path) == path


def shortened(debate: Debate, path: Path) -> Path:
    """Returns as much of a path, from its beginning, as leads somewhere.

    Examples:
        >>> from debatemap.core.model import Claim, Header, Link
        >>> debate = Debate(Header("m", theses=("t",)), {"t": Claim("T."), "c": Claim("C.")},
        ...     {"l": Link(("c",), "attacks", "t")})
        >>> shortened(debate, ((None, "t"), ("l", "c"), ("gone", "x")))
        ((None, 't'), ('l', 'c'))
    """
    if not path or path[0][1] not in debate.claims or path[0][0] is not None:
        return ()
    for number, (above, step) in enumerate(pairwise(path), 1):
        if not _leads_on(debate, above, step):
            return path[:number]
    return path


def _leads_on(debate: Debate, above: Step, step: Step) -> bool:
    link = debate.links.get(step[0] or "")
    if link is None or step[1] not in link.premises or step[1] not in debate.claims:
        return False
    if link.target == above[1]:
        return True
    # What is said of a step stands beneath the first of its premises.
    return link.target == above[0] and debate.links[above[0]].premises[0] == above[1]
