"""What becomes of the features of a debate in an abstract argumentation framework."""

from typing import Final

from debatemap.formats.features import CARRIED, LOST, Carries

__all__ = ["CARRIES"]

CARRIES: Final = Carries(
    claims="became names without their texts",
    title=LOST,
    links="that support were left out",
    undercuts="were left out",
    joint_premises="were left out",
    reuse=CARRIED,
    loops=CARRIED,
    unplaced="became theses",
    theses="read as what attacks nothing",
)
