"""By which method and through whose eyes a command judges."""

from typing import TYPE_CHECKING, Annotated

import typer

from debatemap.cli.error_reporting import UseError
from debatemap.core.text import safe_line

if TYPE_CHECKING:
    from debatemap.core.debate import Debate
    from debatemap.judge import methods

__all__ = ["Method", "Person", "method_of", "person_of"]

Method = Annotated[
    str,
    typer.Option(
        "--method",
        metavar="METHOD",
        help="How strengths are computed: quadratic-energy (what is used otherwise), df-quad, "
        "euler, log-odds, squared-df-quad or euler-top.",
        show_default=False,
    ),
]
Person = Annotated[
    str,
    typer.Option(
        "--person",
        metavar="NAME",
        help="Judge by this person's ratings alone, not by everybody's mean.",
        show_default=False,
    ),
]


def method_of(name: str) -> "methods.Method":
    """Returns the method of that name; the default one where none is given.

    Raises:
        UseError: There is no such method; the message names those that there are.
    """
    from debatemap.judge.methods import BY_ID, DEFAULT  # noqa: PLC0415  (`--help` stays light)

    if not name:
        return DEFAULT
    if name not in BY_ID:
        raise UseError(f"there is no method {safe_line(name)}; there are {', '.join(BY_ID)}")
    return BY_ID[name]


def person_of(debate: "Debate", name: str) -> str:
    """Returns the name of somebody who rated; nothing, for everybody's mean, where none is given.

    Raises:
        UseError: Nobody of that name rated anything; the message names those who did.
    """
    if not name or debate.stances.get(name):
        return name
    people = sorted(safe_line(person) for person, ratings in debate.stances.items() if ratings)
    rated = f"{', '.join(people)} did" if people else "nobody did"
    raise UseError(f"{safe_line(name)} has rated nothing in this map; {rated}")
