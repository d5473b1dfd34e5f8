"""The address of a claim, as people send it to each other: `debatemap:/maps/rain.json#ID`."""

import re
from collections.abc import Iterable
from pathlib import Path, PurePath
from typing import Final, NamedTuple
from urllib.parse import quote, unquote

__all__ = ["Address", "address_of", "ids_beginning", "read_address"]

_SCHEME: Final = "debatemap:"
_COMMAND: Final = re.compile(r"(?:debatemap\s+(?:open\s+)?)?(.*?)\s*--at[\s=]+(\S+)\s*")
_SHORTEST: Final = 3
"""Characters of the beginning of an id that name it."""


class Address(NamedTuple):
    """What an address names.

    Attributes:
        path: The map's file; None where the address is an id alone.
        id: The id of the claim, or its beginning.
    """

    path: Path | None
    id: str


def address_of(path: PurePath | None, claim: str) -> str:
    """Returns the address of a claim of a map; of a map without a file, the id alone.

    Examples:
        >>> from pathlib import PurePosixPath
        >>> address_of(PurePosixPath("/my maps/rain.json"), "3f8k2m9xqz")
        'debatemap:/my%20maps/rain.json#3f8k2m9xqz'
        >>> address_of(None, "3f8k2m9xqz")
        '3f8k2m9xqz'
    """
    return claim if path is None else f"{_SCHEME}{quote(path.as_posix())}#{claim}"


def read_address(text: str) -> Address:
    """Returns what an address names, with or without its scheme, or an id alone, or a command.

    Examples:
        >>> read_address(" debatemap:/my%20maps/rain.json#3f8k ").id
        '3f8k'
        >>> read_address("rain.json#3f8k").path.name, read_address("3f8k").path
        ('rain.json', None)
        >>> read_address("debatemap 'my rain.json' --at 3f8k").path.name
        'my rain.json'
    """
    named = text.strip().strip("<>")
    command = _COMMAND.fullmatch(named)
    if command is not None:
        path = command[1].strip("'\"")
        return Address(Path(path) if path and "\0" not in path else None, command[2].strip("'\""))
    is_link = named.startswith(_SCHEME)
    path, mark, claim = named.removeprefix(_SCHEME).rpartition("#")
    if not mark:
        return Address(None, named)
    path = unquote(path) if is_link else path
    return Address(Path(path) if path and "\0" not in path else None, claim.strip())


def ids_beginning(ids: Iterable[str], given: str) -> list[str]:
    """Returns the id that is given, or else all that begin so, where that is no less than three.

    Examples:
        >>> ids_beginning(["abc", "abcd", "xyz"], "abc"), ids_beginning(["abcd", "abce"], "abc")
        (['abc'], ['abcd', 'abce'])
        >>> ids_beginning(["abcd"], "ab")
        []
    """
    if len(given) < _SHORTEST:
        return [key for key in ids if key == given]
    found = [key for key in ids if key.startswith(given)]
    return [given] if given in found else found
