"""Sets of many claims: a byte for each claim there is, combined as a whole."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from itertools import compress
from typing import Any, TypeVar

from debatemap.core.claim_flags import both, either, flags_of_numbers, without

__all__ = ["ClaimNumbers", "ClaimSet"]

Other = TypeVar("Other")


class ClaimNumbers:
    """A number for each claim, which stays the same even where the claim is deleted and restored.

    Attributes:
        claims: The claims by their numbers.
        of: The numbers by their claims.
    """

    __slots__ = ("claims", "of")

    def __init__(self, claims: Iterable[str]) -> None:
        self.claims = [*claims]
        self.of = dict(zip(self.claims, range(len(self.claims)), strict=True))

    def add(self, claim: str) -> int:
        """Returns the number of a claim, which gets the next one where it has none."""
        number = self.of.setdefault(claim, len(self.claims))
        if number == len(self.claims):
            self.claims.append(claim)
        return number

    def flags(self, claims: Iterable[str]) -> bytes:
        """Returns a 1 for each of some claims and a 0 for all others that have a number.

        Examples:
            >>> [*ClaimNumbers("abc").flags("cx")]
            [0, 0, 1]
        """
        if isinstance(claims, ClaimSet) and claims.numbers is self:
            return claims.flags.ljust(len(self.claims), b"\0")
        numbers = (number for number in map(self.of.get, claims) if number is not None)
        return flags_of_numbers(numbers, len(self.claims))


class ClaimSet(AbstractSet[str]):
    """Some of the claims that have a number; a claim that got one later is not among them.

    Args:
        numbers: The numbers.
        flags: A 1 for each number whose claim is in the set, and a 0 for each other one.

    Examples:
        >>> numbers = ClaimNumbers("abc")
        >>> some, others = (ClaimSet(numbers, numbers.flags(each)) for each in ("ab", "bc"))
        >>> [*some & others], [*some - others], len(some | others), "c" in some
        (['b'], ['a'], 3, False)
    """

    __slots__ = ("_count", "flags", "numbers")

    def __init__(self, numbers: ClaimNumbers, flags: bytes) -> None:
        self.numbers, self.flags = numbers, flags
        self._count = flags.count(1)

    @classmethod
    def _from_iterable(cls, claims: Iterable[Other]) -> AbstractSet[Other]:
        return {*claims}

    def __contains__(self, claim: object) -> bool:
        number = self.numbers.of.get(claim)  # type: ignore[call-overload]  # any key may be asked for
        return number is not None and number < len(self.flags) and self.flags[number] == 1

    def __iter__(self) -> Iterator[str]:
        return compress(self.numbers.claims, self.flags)

    def __len__(self) -> int:
        return self._count

    def __and__(self, other: AbstractSet[Any]) -> AbstractSet[str]:
        if isinstance(other, ClaimSet) and other.numbers is self.numbers:
            return ClaimSet(self.numbers, both(self.flags, other.flags))
        few, many = (self, other) if len(self) < len(other) else (other, self)
        return {claim for claim in few if claim in many}

    __rand__ = __and__

    def __or__(self, other: AbstractSet[Other]) -> AbstractSet[str | Other]:
        is_of_same = isinstance(other, ClaimSet) and other.numbers is self.numbers
        if is_of_same or other <= self.numbers.of.keys():
            flags = self.numbers.flags(other)  # type: ignore[arg-type]  # all of them are claims
            return ClaimSet(self.numbers, either(self.flags, flags))
        return {*self, *other}

    __ror__ = __or__

    def __sub__(self, other: AbstractSet[Any]) -> AbstractSet[str]:
        if isinstance(other, ClaimSet) and other.numbers is self.numbers:
            return ClaimSet(self.numbers, without(self.flags, other.flags))
        return {claim for claim in self if claim not in other}

    def __rsub__(self, other: AbstractSet[Other]) -> AbstractSet[Other]:
        return {claim for claim in other if claim not in self}
