"""Keys of the screen in what a command says: those that the user's settings name."""

__all__ = ["how_to_settle", "with_user_keys"]


def how_to_settle() -> str:
    """Returns what to do about conflicts in a map that is open."""
    return with_user_keys("press {key:conflicts} to settle them, and save")


def with_user_keys(sentence: str) -> str:
    """Returns a sentence with the user's keys in the place of `{key:ID}`.

    Words of a map or names of files are put into it only afterwards.
    """
    from debatemap.config import Config, load_config  # noqa: PLC0415  (few commands name keys)
    from debatemap.core.errors import MapError  # noqa: PLC0415
    from debatemap.tui.commands.key_settings import read_keys  # noqa: PLC0415

    try:
        settings = load_config()
    except MapError:
        # A merge must not fail as the settings are broken; the screen tells what is wrong there.
        settings = Config()
    return read_keys(settings.keys, settings.keymap, settings.commands).keymap.fill(sentence)
