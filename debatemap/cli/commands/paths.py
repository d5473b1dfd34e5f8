"""`debatemap paths`: where the program keeps its things."""

from debatemap.cli.output import put, put_json
from debatemap.cli.shared_options import AsJson
from debatemap.core.text import SafeText, safe_line

__all__ = ["paths"]


def paths(*, as_json: AsJson = False) -> None:
    """Print where the settings, the state and the sample maps are.

    Examples:
      debatemap paths
      debatemap "$(debatemap paths --json | jq -r '.samples[0]')"
    """
    from debatemap.store.locations import config_file, samples, state_folder  # noqa: PLC0415  (light)

    config, state, maps = str(config_file()), str(state_folder()), list(map(str, samples()))
    if as_json:
        put_json({"config": config, "state": state, "samples": maps})
        return
    for label, path in (("config", config), ("state", state), *(("sample", m) for m in maps)):
        put(SafeText(f"{label:<6}  {safe_line(path)}"))
