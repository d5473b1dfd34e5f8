"""Opens a map on a screen, adds a con, takes it back, saves and quits: `screen.py MAP`."""

import asyncio
import sys
from pathlib import Path

from debatemap import load
from tests.tui.driver import opened


async def _play(path: Path) -> None:
    async with opened(path) as driver:
        await driver.press("-")
        await driver.type("delays")
        await driver.press("enter", "escape")
        assert "delays" in str(driver.rows)
        await driver.press("u")
        assert "delays" not in str(driver.rows)
        await driver.press("U", "ctrl+s")
        await driver.rest()
        await driver.press("q")
        await driver.rest_until_closed()
        assert driver.app.return_code == 0, driver.app.failure


if __name__ == "__main__":
    file = Path(sys.argv[1])
    asyncio.run(_play(file))
    assert "delays" in {claim.text for claim in load(file).claims.values()}
    sys.stdout.write("done\n")
