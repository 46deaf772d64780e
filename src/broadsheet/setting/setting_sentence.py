"""What pydantic says of a wrong setting → one sentence: what, what was found, what to do."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

_WANTED = {
    "int_parsing": "write a whole number",
    "int_type": "write a whole number",
    "int_from_float": "write a whole number",
    "string_type": "write a text in quotes",
    "bool_parsing": "write true or false",
    "bool_type": "write true or false",
    "string_too_short": "write at least one character",
    "extra_forbidden": "there is no such setting; take it out or mend its name",
    "model_type": "write a table",
    "tuple_type": "write it with two brackets, [[voice]], once for each",
    "float_parsing": "write a number",
    "float_type": "write a number",
    "string_too_long": "write less",
    "string_pattern_mismatch": "write a language tag such as en or ko",
}


def setting_sentence(error: Any, tables: Mapping[str, type[BaseModel]]) -> str:
    """`[server] port is 99999; write a whole number from 1 to 65535`.

    `tables` are those of the file by name, one that may stand there several times with `[]`.
    """
    group, *rest = error["loc"]
    head, model = f"[{group}]", tables.get(str(group))
    if model is None and f"{group}[]" in tables:
        number, *rest = rest or [None]
        head, model = f"[[{group}]]", tables.get(f"{group}[]")
        if number is not None:
            head += f" no. {number + 1}"
    where = " ".join((head, ".".join(str(part) for part in rest))).strip()
    context = error.get("ctx", {})
    if error["type"] in {"greater_than_equal", "less_than_equal"} and model:
        wanted = _between(model.model_fields[str(rest[-1])])
    elif error["type"] == "value_error":
        wanted = str(context["error"])
    else:
        wanted = _WANTED.get(error["type"], error["msg"].lower())
    return f"{where} is {_without_password(error['input'])!r}; {wanted}"


def _without_password(value: Any) -> Any:
    """An address as it was written, but for a password in it: the sentence goes into logs."""
    if not isinstance(value, str):
        return value
    return re.sub(r"^([a-z]+://[^/?#@:]*:)[^/?#]*@", r"\1…@", value)


def _between(field: FieldInfo) -> str:
    limits: dict[str, Any] = {type(limit).__name__: limit for limit in field.metadata}
    number = "a whole number" if field.annotation is int else "a number"
    return f"write {number} from {limits['Ge'].ge} to {limits['Le'].le}"
