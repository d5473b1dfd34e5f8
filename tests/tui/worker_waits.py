"""Waiting for what workers find beside the keyboard."""

from tests.tui.driver import Driver


async def looked(user: Driver) -> None:
    """Waits until everything is found; a screen that is open waits for its user."""
    quiet = 0
    while quiet < 3:
        await user.pilot.pause(0.01)
        waits = [worker for worker in user.app.workers if worker.group != "command"]
        if waits:
            await user.app.workers.wait_for_complete(waits)
        quiet = 0 if waits else quiet + 1
    await user.press()
