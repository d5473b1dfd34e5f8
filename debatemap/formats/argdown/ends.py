"""Which links of a debate lead from something to something."""

from debatemap.core.debate import Debate
from debatemap.formats.loss import Loss, losses_of, repeated_premises

__all__ = ["Ends"]


class Ends:
    """The links that have both ends.

    Attributes:
        premises: The premises of each such link that exist and are not its target, each once.
        losses: What is left out.
    """

    def __init__(self, debate: Debate) -> None:
        self._debate = debate
        self._siblings: dict[str, dict[str, int]] = {}
        self.premises: dict[str, tuple[str, ...]] = {}
        cut: list[str] = []
        for key, link in debate.links.items():
            ends = tuple(
                each for each in dict.fromkeys(link.premises)
                if each in debate.claims and each != link.target
            )  # fmt: skip
            self.premises[key] = ends
            if ends and len(ends) < len(set(link.premises)):
                cut.append(key)
        loose = [key for key, ends in self.premises.items() if not ends or not self._lands(key)]
        dropped: dict[str, None] = {}
        while loose:
            key = loose.pop()
            if self.premises.pop(key, None) is not None:
                dropped[key] = None
                loose += debate.links_into(key)
        cut = [key for key in cut if key in self.premises]
        self.losses: tuple[Loss, ...] = (
            *losses_of("steps that lack an end", dropped),
            *losses_of("steps with premises that are missing", cut, "keep the others"),
            *repeated_premises(debate),
        )

    def _lands(self, key: str) -> bool:
        target = self._debate.links[key].target
        return target in self._debate.claims or target in self._debate.links

    def siblings(self, target: str) -> dict[str, int]:
        """Returns the places of the links into a target."""
        if target not in self._siblings:
            into = [key for key in self._debate.links_into(target) if key in self.premises]
            self._siblings[target] = {key: number for number, key in enumerate(into)}
        return self._siblings[target]
