"""Words of a query that exclude claims, on a command line, where they look like options."""

from collections.abc import Sequence
from typing import Final

__all__ = ["set_apart"]

_END: Final = "--"


def set_apart(arguments: Sequence[str]) -> list[str]:
    """Returns the arguments of `find` with the words of its query behind the end of its options.

    Options begin with two dashes, or are `-h`; what begins with one excludes claims.

    Examples:
        >>> set_apart(["debate.json", "-con", "--json"])
        ['--json', '--', 'debate.json', '-con']
        >>> set_apart(["debate.json", "con"]), set_apart(["--", "debate.json", "-con"])
        (['debate.json', 'con'], ['--', 'debate.json', '-con'])
    """
    words = [word for word in arguments if not word.startswith("--") and word != "-h"]
    if _END in arguments or not any(word.startswith("-") and word != "-" for word in words):
        return list(arguments)
    options = [word for word in arguments if word.startswith("--") or word == "-h"]
    return [*options, _END, *words]
