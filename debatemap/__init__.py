"""Map a debate: claims, counterclaims and the links between them.

In a notebook:

    from debatemap import load

    debate = load("maps/open-source-ai.json")
    debate.graph            # a networkx.DiGraph: premise → link → target
    debate.claim_graph()    # claims only, with a stance on each edge
"""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from debatemap.core.debate import Debate

__all__ = ["__version__", "load", "save"]

__version__ = "0.1.0"


def load(path: str | Path) -> "Debate":
    """Returns the debate in a map's file.

    Raises:
        debatemap.core.errors.MapError: The file cannot be read.
    """
    from debatemap.workspace.session import open_session  # noqa: PLC0415  (`--help` must stay light)

    return open_session(Path(path)).debate


def save(debate: "Debate", path: str | Path) -> None:
    """Writes a debate to a file, in place of what stands there.

    Raises:
        debatemap.core.errors.MapError: The disk refused.
    """
    from debatemap.workspace.session import Session  # noqa: PLC0415  (as above)

    Session(debate).save(Path(path), overwrite=True)
