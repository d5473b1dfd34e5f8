"""Keep a what-if as a scenario of the map, rename it, drop it, or make what it assumes true."""

from debatemap.core.change import Change, Effect
from debatemap.core.debate import Debate
from debatemap.core.scenarios import (
    ABSENT,
    TRUE,
    Assumptions,
    scenarios_in,
    with_name,
    with_scenario,
)
from debatemap.core.text import clean, excerpt, safe_line
from debatemap.edit.builder import ChangeBuilder, EditRefusedError
from debatemap.edit.consequences import count_links_gone, counted, telling, unplaced_by
from debatemap.edit.delete import drop_claims

__all__ = ["apply_assumptions", "drop_scenario", "keep_scenario", "rename_scenario"]

_FULL, _NONE = 100.0, 0.0
"""How far who takes something for true, or for false, holds it."""


def keep_scenario(debate: Debate, name: str, assumed: Assumptions) -> Change:
    """Keeps what is assumed under a name, in place of a scenario of that name.

    Raises:
        EditRefusedError: The name is empty, nothing is assumed, or there is no such claim or
            link; or the file has something under that name that this program does not know.

    Examples:
        >>> from debatemap.core.model import Claim, Header
        >>> debate = Debate(Header("m"), {"a": Claim("It rains.")})
        >>> debate.apply(keep_scenario(debate, "Dry", {"a": "false"}))
        >>> scenarios_in(debate.header)
        {'Dry': {'a': 'false'}}
    """
    builder = ChangeBuilder(debate)
    name = _named(name)
    _check(builder, assumed)
    try:
        builder.put_header(with_scenario(debate.header, name, assumed))
    except ValueError as error:
        raise EditRefusedError(str(error)) from error
    return builder.change(f"keep the scenario “{excerpt(name)}”")


def drop_scenario(debate: Debate, name: str) -> Change:
    """Takes a scenario out of the map; nothing else changes.

    Raises:
        EditRefusedError: There is no such scenario.
    """
    builder = ChangeBuilder(debate)
    _find(debate, name)
    builder.put_header(with_scenario(debate.header, name, None))
    return builder.change(f"drop the scenario “{excerpt(name)}”")


def rename_scenario(debate: Debate, name: str, new: str) -> Change:
    """Gives a scenario another name.

    Raises:
        EditRefusedError: There is no such scenario, the new name is empty, or another has it.
    """
    builder = ChangeBuilder(debate)
    _find(debate, name)
    new = _named(new)
    try:
        builder.put_header(with_name(debate.header, name, new))
    except KeyError as error:
        raise EditRefusedError(f"there is a scenario “{excerpt(new)}” already") from error
    return builder.change(f"call the scenario “{excerpt(name)}” “{excerpt(new)}”")


def apply_assumptions(debate: Debate, assumed: Assumptions, person: str = "") -> Change:
    """Makes what is assumed part of the map, as one step.

    What is true or false gets a person's rating of 100 or 0. An absent claim is deleted
    everywhere, an absent link is unlinked.

    All that is left then has the strength that it has in the what-if, where only things are
    absent: what is not there contributes as little as what is false. There is one exception. A
    joint step counts for nothing without one of its premises; but when that claim is deleted,
    the step goes on with the others. A rating is what one person holds, and moves a strength
    only as far as ratings do; what goes together with something absent gets none.

    Args:
        debate: The debate.
        assumed: What is assumed of claims and links.
        person: Whose ratings they become; a name is needed where there are any.

    Raises:
        EditRefusedError: Nothing is assumed, there is no such claim or link, or nobody rates.
    """
    builder = ChangeBuilder(debate)
    person = safe_line(clean(person))
    _check(builder, assumed)
    absent = [node for node, how in assumed.items() if how == ABSENT]
    if len(absent) < len(assumed) and not person:
        raise EditRefusedError("a rating needs the name of a person")
    for link in absent:
        if link in debate.links and builder.has(link):
            builder.drop_link(link)
    drop_claims(builder, [claim for claim in absent if claim in debate.claims])
    rated = {
        node: _FULL if how == TRUE else _NONE
        for node, how in assumed.items()
        if how != ABSENT and builder.has(node)
    }
    if rated:
        builder.rate(person, rated)
    change = builder.change("")
    links = count_links_gone(change) - sum(node in debate.links for node in absent)
    effects = [_deletion(links, len(absent))] if links else []
    said = f"apply {counted(len(assumed), 'assumption')}"
    return telling(change, said, [*effects, *unplaced_by(debate, change)])


def _deletion(links: int, absent: int) -> Effect:
    what = counted(links, "link")
    return Effect(f"{what} deleted", f"{what} will go with {'it' if absent == 1 else 'them'}")


def _named(name: str) -> str:
    name = safe_line(clean(name))
    if not name:
        raise EditRefusedError("a scenario needs a name")
    return name


def _check(builder: ChangeBuilder, assumed: Assumptions) -> None:
    if not assumed:
        raise EditRefusedError("nothing is assumed")
    missing = next((node for node in assumed if not builder.has(node)), None)
    if missing is not None:
        raise EditRefusedError(f"there is no claim or link {excerpt(missing)}")


def _find(debate: Debate, name: str) -> None:
    if name not in scenarios_in(debate.header):
        raise EditRefusedError(f"there is no scenario “{excerpt(name)}”")
