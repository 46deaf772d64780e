"""The newsroom's settings → whether its machines are told of work, or look for it themselves."""

from __future__ import annotations

from importlib.util import find_spec

from broadsheet.config import FILE_NAME, Config, ConfigError


def has_messenger(config: Config) -> bool:
    """Raises ConfigError where a broker is named and Celery is not installed."""
    if not config.tasks.broker:
        return False
    if find_spec("celery") is None or find_spec("redis") is None:
        raise ConfigError(
            f"{FILE_NAME}: [tasks] broker is {config.tasks.broker!r}, but Celery is not here; "
            "install it with: pip install 'broadsheet[celery]'"
        )
    return True
