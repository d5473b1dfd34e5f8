"""Which addresses of a hostile map's sources may be opened, and what to know of one before."""

import re
import unicodedata
from typing import Final, NamedTuple
from urllib.parse import SplitResult, urlsplit

from debatemap.core.text import SafeText, safe

__all__ = ["Address", "AddressError", "read_address"]

_OPENED: Final = ("https", "http", "mailto")
_LONGEST: Final = 2_000
"""Characters: what every browser takes, and a person can still look through."""
_MISREAD: Final = re.compile(r"[\s\\]")
"""What one program reads as the end of a host, and another as a part of it."""
_HOST: Final = re.compile(r"[\w.:-]+")


class AddressError(Exception):
    """An address may not be opened; the message says why."""


class Address(NamedTuple):
    """An address that may be opened once it was shown."""

    url: SafeText
    """The whole of it: what is shown is what is opened."""
    leads: SafeText
    """A sentence that tells where it leads."""


def read_address(url: str) -> Address:
    """Returns an address that may be opened.

    Raises:
        AddressError: It is of another kind, or does not lead where it seems to.

    Examples:
        >>> read_address("https://bank.com@example.org/login").leads
        'It leads to example.org. What stands before the @ is only a name.'
    """
    try:
        parts = urlsplit(url)
        scheme, host = parts.scheme, parts.hostname or ""
    except ValueError:
        raise AddressError("It has no address that can be read.") from None
    if scheme not in _OPENED:
        raise AddressError("It has no address that can be opened: only https, http and mailto are.")
    if len(url) > _LONGEST:
        raise AddressError(f"Its address is longer than {_LONGEST:,} characters.")
    if safe(url) != url or _MISREAD.search(url):
        raise AddressError("Its address holds spaces, or characters that cannot be seen.")
    if scheme == "mailto":
        return Address(safe(url), safe(f"It begins a mail to {parts.path or 'nobody'}."))
    if not _HOST.fullmatch(host) or unicodedata.normalize("NFKC", host) != host:
        raise AddressError("Its address does not say where it leads.")
    return Address(safe(url), safe(_leads(parts, host)))


def _leads(parts: SplitResult, host: str) -> str:
    spelled = ".".join(_spelled(label) for label in host.split("."))
    words = f"It leads to {host}."
    if spelled != host:
        words = f"It leads to {host}, which the net spells {spelled}."
    if parts.username is not None:
        words += " What stands before the @ is only a name."
    return words


def _spelled(label: str) -> str:
    """Returns a part of a host's name as the net spells it, where no two letters look alike."""
    return label if label.isascii() else f"xn--{label.encode('punycode').decode()}"
