"""The house is in order: what the documents say is so, and the rules of STYLE.md hold."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from django.core.management import call_command

from broadsheet.cli import broadsheet
from broadsheet.commands.new import settings_page
from broadsheet.config import tables

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src/broadsheet"
LONGEST_MODULE = 400
NAMES_THAT_SAY_NOTHING = {"utils", "helpers", "core", "common", "services", "managers", "base"}
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def modules() -> Iterator[Path]:
    return (file for file in PACKAGE.rglob("*.py") if "migrations" not in file.parts)


def packages() -> list[Path]:
    return sorted(file.parent for file in PACKAGE.glob("*/__init__.py"))


def test_no_module_is_over_400_lines() -> None:
    long = [file for file in modules() if len(file.read_text().splitlines()) > LONGEST_MODULE]
    assert long == []


def test_no_module_is_named_for_nothing() -> None:
    assert [file for file in modules() if file.stem in NAMES_THAT_SAY_NOTHING] == []


@pytest.mark.parametrize("package", packages(), ids=lambda path: path.name)
def test_every_package_says_what_goes_in_and_what_comes_out(package: Path) -> None:
    tree = ast.parse((package / "__init__.py").read_text())
    assert ast.get_docstring(tree), f"{package.name} has no docstring"
    assert len(tree.body) == 1


@pytest.mark.parametrize("package", packages(), ids=lambda path: path.name)
def test_every_package_is_on_the_map(package: Path) -> None:
    assert f"broadsheet.{package.name}" in (ROOT / "ARCHITECTURE.md").read_text()


def test_every_setting_is_explained_as_it_is() -> None:
    assert (ROOT / "docs/settings.md").read_text() == settings_page(), "run: make docs"


@pytest.mark.parametrize("table", tables())
def test_every_setting_has_help(table: str) -> None:
    assert all(field.description for field in tables()[table].model_fields.values())


@pytest.mark.parametrize("name", [n for n, c in broadsheet.commands.items() if not c.hidden])
def test_every_command_is_in_the_readme_and_has_help(name: str) -> None:
    assert f"`broadsheet {name}" in (ROOT / "README.md").read_text()
    result = CliRunner().invoke(broadsheet, [name, "--help"])
    assert result.exit_code == 0
    assert len(result.output.splitlines()) > 3


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_between_documents_leads_somewhere(document: Path) -> None:
    for target in re.findall(r"\]\((?!https?://|#)([^)#]+)", document.read_text()):
        assert (document.parent / target).exists(), f"{document.name} links to {target}"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_path_that_a_document_names_is_there(document: Path) -> None:
    text = re.sub(r"```.*?```", "", document.read_text(), flags=re.DOTALL)
    for name in re.findall(
        r"`((?:press|desk|paper|wire|server|commands|feeds)/[\w/]+(?:\.\w+)?/?)`", text
    ):
        assert (PACKAGE / name).exists(), f"{document.name} names {name}"


@pytest.mark.parametrize(
    "decision", sorted((ROOT / "docs/decisions").glob("*.md")), ids=lambda p: p.name
)
def test_every_decision_has_its_three_parts(decision: Path) -> None:
    text = decision.read_text()
    assert text.startswith(f"# {int(decision.name[:4])}. ")
    for part in ("**Context.**", "**Decision.**", "**Consequences.**"):
        assert part in text


def test_migrations_are_in_step_with_the_models() -> None:
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def test_no_pattern_has_a_possessive_group() -> None:
    """Python before 3.11.5, Debian 12's among them, matches such a group wrongly (issue 106052)."""
    possessive = re.compile(r"\br[fb]?\".*\)(?:[*+?]|\{[\d,]+\})\+")
    found = [
        f"{file.name}:{number}"
        for file in modules()
        for number, line in enumerate(file.read_text().splitlines(), 1)
        if possessive.search(line)
    ]
    assert found == []


def test_every_lint_exception_says_why() -> None:
    bare = [
        f"{file}:{number}"
        for file in [*modules(), *(ROOT / "tests").rglob("*.py")]
        for number, line in enumerate(file.read_text().splitlines(), 1)
        if re.search(r"#\s*noqa(?!: [A-Z0-9, ]+  # \w)", line) and "re.search" not in line
    ]
    assert bare == []
