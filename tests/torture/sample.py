"""The maps of the torture, and edits that are numbered, so that a lost one is known."""

from pathlib import Path
from typing import Final

from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.core.model import Claim
from debatemap.formats.native.codec import dump
from debatemap.workspace.session import Session, open_session
from tests.strategies import chain

__all__ = [
    "leftovers",
    "numbered",
    "opened",
    "put",
    "said_by",
    "texts_after",
    "texts_of",
    "write_map",
]

_NUMBER: Final = "number"
"""The claim that says how many edits were made."""
_PLACES: Final = 23
"""How many claims come and go."""


def write_map(path: Path, claims: int = 4) -> bytes:
    """Writes a map to begin with, and returns what stands in it."""
    data = dump(chain(claims))
    path.write_bytes(data)
    return data


def opened(path: Path, text: str = "Edited.") -> tuple[Session, bytes]:
    """Opens a map, makes an edit and returns the session and what its file is to hold."""
    session = open_session(path)
    session.do(put(session.debate, "c0", text))
    return session, dump(session.debate)


def put(debate: Debate, key: str, text: str | None) -> Change:
    """Returns the change that gives a claim a text, or makes it, or takes it away."""
    after = None if text is None else Claim(text)
    return Change(f"put {text}", claims={key: (debate.claims.get(key), after)})


def numbered(debate: Debate, number: int) -> Change:
    """Returns the edit of a number: it adds, rewords or deletes one of a few claims."""
    texts = {_NUMBER: str(number), _place(number): _text(number)}
    claims = {k: v for key in texts for k, v in put(debate, key, texts[key]).claims.items()}
    return Change(f"edit {number}", claims={k: v for k, v in claims.items() if v[0] != v[1]})


def texts_after(number: int) -> dict[str, str]:
    """Returns what the claims say after so many edits: the plain dict that a map must equal."""
    if number == 0:
        return {}
    texts = {_place(n): _text(n) for n in range(max(1, number - _PLACES + 1), number + 1)}
    return {_NUMBER: str(number)} | {key: text for key, text in texts.items() if text}


def texts_of(debate: Debate) -> dict[str, str]:
    """Returns what the claims of numbered edits say."""
    edited = (key for key in debate.claims if key == _NUMBER or key.startswith("edited-"))
    return {key: debate.claims[key].text for key in edited}


def said_by(debate: Debate) -> int:
    """Returns the number of the last edit that a map has."""
    claim = debate.claims.get(_NUMBER)
    return int(claim.text) if claim else 0


def leftovers(folder: Path) -> list[str]:
    """Returns the names of temporary files in a folder."""
    return [file.name for file in folder.iterdir() if file.name.endswith(".tmp")]


def _place(number: int) -> str:
    """Returns the claim that an edit is about; each of them has its turn."""
    return f"edited-{number * 7 % _PLACES}"


def _text(number: int) -> str | None:
    return f"Edit {number}." if number % 3 else None
