"""The user's settings: one typed object, read from a TOML file that need not exist."""

import tomllib
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from debatemap.store.errors import MapError
from debatemap.store.paths import config_file

__all__ = ["Config", "load_config"]


class Config(BaseModel):
    """What `config.toml` may say."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: Annotated[str, Field(description="Signs new claims and ratings.")] = ""
    theme: Annotated[str, Field(description="A theme's name.")] = "debatemap-dark"
    keys: Annotated[
        dict[str, list[str]], Field(description="Keys by command, in place of the usual ones.")
    ] = {}


def load_config(path: Path | None = None) -> Config:
    """Returns the user's settings, or the usual ones where there is no file.

    Raises:
        MapError: The file is no TOML, or says what the program does not know.
    """
    path = path or config_file()
    try:
        return Config.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return Config()
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(map(str, first["loc"]))
        raise MapError(path, first["msg"], place=place, advice="Mend or remove it.") from error
    except (OSError, ValueError) as error:
        raise MapError(path, str(error), advice="Mend the file or remove it.") from error
