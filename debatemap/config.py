"""The user's settings: one typed object, read from a TOML file that need not exist."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal, get_args

from debatemap.core.errors import MapError
from debatemap.core.glyphs import Glyphs
from debatemap.store.locations import config_file

if TYPE_CHECKING:
    from pydantic import BaseModel

__all__ = [
    "Config",
    "Density",
    "Hook",
    "Output",
    "OwnCommand",
    "Strengths",
    "glyphs_setting",
    "load_config",
]

Strengths = Literal["number", "bar", "both"]
Density = Literal["comfortable", "compact"]
Hook = Literal["open", "save"]
Output = Literal["ask", "show", "note", "pro", "con", "drop"]
"""What becomes of what a command of the user's own writes."""


@dataclass(frozen=True, slots=True)
class OwnCommand:
    """A line of shell that a key runs on the selected claim.

    Attributes:
        run: The line. The claim is in its environment and on its input, never in the line.
        keys: The keys that run it.
        title: What it does, for the palette; without it, the line.
        output: What becomes of what it writes: asked for, shown, taken as text, or dropped.
        limit: Seconds after which it is ended.
    """

    run: str
    keys: Sequence[str] = ()
    title: str = ""
    output: Output = "ask"
    limit: float = 30.0


@dataclass(frozen=True, slots=True)
class Config:
    """What `config.toml` may say.

    Attributes:
        name: Signs new claims and ratings.
        theme: A theme's name.
        strengths: How it is shown how far each claim holds: "number", "bar" or "both"; false for
            not at all, true for as usual.
        labels: Whether it is shown beside that what is unanswered.
        method: How arguments are weighed: the id of a method, as of `debatemap judge`.
        overview: Whether a column at the edge shows where in the whole map things are.
        glyphs: Whether signs are ASCII: "unicode", "ascii", or "auto" for as the terminal needs.
        keymap: Whose keys count: "default", "vim", "emacs" or "arrows".
        plain: Whether rows read as sentences, without signs and bars, as for a screen reader.
        keys: Keys by command, in place of those of the keymap.
        density: Whether rows stand close together, or with a free line below each.
        commands: The user's own commands, by name.
        hooks: Lines of shell that run when a map was opened or saved.
    """

    name: str = ""
    theme: str = "debatemap-dark"
    strengths: Strengths | bool = "number"
    labels: bool = False
    method: str = "quadratic-energy"
    overview: bool = True
    glyphs: Glyphs = "auto"
    keymap: str = "default"
    plain: bool = False
    keys: Mapping[str, Sequence[str]] = field(default_factory=dict)
    density: Density = "compact"
    commands: Mapping[str, OwnCommand] = field(default_factory=dict)
    hooks: Mapping[str, str] = field(default_factory=dict)

    @property
    def shows_strengths(self) -> bool:
        """Whether strengths are shown at first."""
        return self.strengths is not False

    @property
    def strength_form(self) -> Strengths:
        """How strengths are shown where they are."""
        return "number" if isinstance(self.strengths, bool) else self.strengths


_EITHER: Final = {"strengths": 'it is "number", "bar", "both", true or false'}
"""What a setting may be that has several kinds of values, each of which has an error of its own."""
_LONGEST: Final = 3_600
"""Seconds that a command of the user's own may be given at most."""
_ADVICE: Final = "Mend the file or remove it."


def load_config(path: Path | None = None) -> Config:
    """Returns the user's settings, or the usual ones where there is no file.

    Raises:
        MapError: The file is no TOML, or says what the program does not know.
    """
    path = path or config_file()
    try:
        return _checked(path, _read(path))
    except (FileNotFoundError, NotADirectoryError):
        return Config()
    except RecursionError:
        raise MapError(path, "it is nested too deep", advice=_ADVICE) from None
    except (OSError, ValueError) as error:
        raise MapError(path, _reason(error), advice=_ADVICE) from error


def _reason(error: OSError | ValueError) -> str:
    """Returns why the settings cannot be read, in words for people."""
    if isinstance(error, UnicodeDecodeError):
        return f"it is no text in UTF-8: the byte 0x{error.object[error.start]:02x} is none of it"
    if isinstance(error, OSError):
        why = error.strerror or str(error)
        return f"it cannot be read: {why[:1].lower()}{why[1:]}"
    return f"it is no TOML: {str(error)[:1].lower()}{str(error)[1:]}"


def glyphs_setting(path: Path | None = None) -> Glyphs:
    """Returns what the settings say of signs, without looking at the rest of them.

    What is wrong with the settings is said by the command that needs them.
    """
    try:
        said = _read(path or config_file()).get("glyphs")
    except (OSError, ValueError, RecursionError):
        return "auto"
    return next((known for known in get_args(Glyphs) if known == said), "auto")


def _read(path: Path) -> dict[str, Any]:
    text = path.read_text(encoding="utf-8")
    # Few have such a file.
    import tomllib  # noqa: PLC0415

    return tomllib.loads(text)


def _checked(path: Path, settings: Mapping[str, object]) -> Config:
    # Few have such a file, and to build the checks would hold up every start.
    from pydantic import ConfigDict, Field, TypeAdapter, ValidationError, create_model  # noqa: PLC0415

    strict = ConfigDict(extra="forbid", strict=True)
    command = create_model(
        "OwnCommand",
        __config__=strict,
        run=(str, ...),
        keys=(list[str], []),
        title=(str, ""),
        output=(Output, "ask"),
        limit=(Annotated[float, Field(gt=0, le=_LONGEST)], 30.0),
    )
    shape = create_model(
        "Config",
        __config__=strict,
        name=(str, ""),
        theme=(str, ""),
        strengths=(Strengths | bool, "number"),
        labels=(bool, False),
        method=(str, "quadratic-energy"),
        overview=(bool, True),
        glyphs=(Glyphs, "auto"),
        keymap=(str, "default"),
        plain=(bool, False),
        keys=(dict[str, list[str]], {}),
        density=(Density, "compact"),
        commands=(dict[str, command], {}),  # type: ignore[valid-type]  # made just now
        hooks=(dict[Hook, str], {}),
    )
    try:
        TypeAdapter(shape).validate_python(settings)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        name = str(first["loc"][0])
        place = name if name in _EITHER else ".".join(map(str, first["loc"]))
        problem = _EITHER.get(name, first["msg"])
        if first["type"] == "extra_forbidden":
            problem = _unknown(str(first["loc"][-1]), shape if len(first["loc"]) == 1 else command)
        raise MapError(path, problem, place=place, advice=_ADVICE) from error
    own: Any = settings.get("commands", {})
    commands = {name: OwnCommand(**given) for name, given in own.items()}
    return Config(**{**settings, "commands": commands})  # type: ignore[arg-type]  # just checked


def _unknown(name: str, shape: "type[BaseModel]") -> str:
    """Returns what to say of a setting that there is none of, with the nearest one."""
    from difflib import get_close_matches  # noqa: PLC0415

    near = get_close_matches(name, shape.model_fields, 1)
    return f"there is no such setting{f'; did you mean {near[0]}?' if near else ''}"
