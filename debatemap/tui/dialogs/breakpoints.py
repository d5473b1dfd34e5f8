"""At which height a screen leaves out what is not needed."""

from typing import Final

__all__ = ["SHORT_OR_TALL", "TALL"]

TALL: Final = 20
"""Lines from which a screen has room for margins, hints and details below the outline."""

SHORT_OR_TALL: Final = [(0, "-short"), (TALL, "-tall")]
