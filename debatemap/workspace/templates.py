"""Templates: map files that a new map begins as, the program's own and the user's."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from debatemap.core.debate import Debate
from debatemap.core.errors import MapError
from debatemap.core.model import new_id
from debatemap.core.renamed_ids import with_other_ids
from debatemap.formats.registry import map_suffixes
from debatemap.store.locations import config_file
from debatemap.workspace.session import Session, open_session

__all__ = ["Template", "debate_from", "session_from", "templates", "templates_folder"]

_PACKAGE: Final = Path(__file__).parents[1]
_OWN: Final = tuple(folder / "maps" / "templates" for folder in (_PACKAGE, _PACKAGE.parent))
"""Where the program's are: in an installed program, and in its repository."""


class Template(NamedTuple):
    """A map file to begin a new map from.

    Attributes:
        name: What it is called: its file's name without the ending.
        path: The file.
        said: What it is for, which is the title of that map.
        problem: Why it cannot be used, with the file; empty where it can.
    """

    name: str
    path: Path
    said: str = ""
    problem: str = ""


def templates_folder() -> Path:
    """Returns the folder of the user's own templates."""
    return config_file().parent / "templates"


def templates() -> list[Template]:
    """Returns the templates: the program's, then the user's, which replace those of their name."""
    found = {path.stem: path for folder in (*_OWN, templates_folder()) for path in _maps_in(folder)}
    return [_read(name, path) for name, path in found.items()]


def session_from(template: Template) -> Session:
    """Returns a new map that begins as a template, without a file.

    Raises:
        MapError: The template cannot be read.
    """
    session = Session(debate_from(open_session(template.path, read_only=True).debate))
    session.samples = frozenset(claim.text for claim in session.debate.claims.values())
    return session


def debate_from(template: Debate) -> Debate:
    """Returns a map with everything that a template holds, under ids of its own.

    The title says what the template is for, so that the new map has none; nor has it the dates on
    which the template's claims were written.

    Examples:
        >>> from debatemap.core.model import Claim, Header
        >>> made = debate_from(Debate(Header("m", "For one", ("a",)), {"a": Claim("A.")}))
        >>> made.header.title, [claim.text for claim in made.claims.values()], "a" in made.claims
        ('', ['A.'], False)
    """
    made = with_other_ids(
        template,
        claims={key: new_id() for key in template.claims},
        links={key: new_id() for key in template.links},
        sources={key: new_id() for key in template.sources},
    )
    header = made.header._replace(id=new_id(), title="")
    claims = {key: claim._replace(created="") for key, claim in made.claims.items()}
    return Debate(header, claims, made.links, made.sources, made.stances)


def _maps_in(folder: Path) -> Iterator[Path]:
    endings = map_suffixes()
    try:
        yield from sorted(
            path for path in folder.iterdir() if path.suffix.lower() in endings and path.is_file()
        )
    except OSError:
        # There need be no such folder.
        return


def _read(name: str, path: Path) -> Template:
    try:
        title = open_session(path, read_only=True).debate.header.title
    except MapError as error:
        return Template(name, path, problem=str(error))
    return Template(name, path, title)
