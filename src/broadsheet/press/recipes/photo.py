from __future__ import annotations

from broadsheet.desk.models import Photo
from broadsheet.desk.picture import printed_files
from broadsheet.press.models import Ingredient
from broadsheet.press.recipes.made import Made, Round


def make(key: str, now: Round) -> Made | None:
    """`photo:9` → its renditions, while some page shows it."""
    if not Ingredient.objects.filter(name=key).exists():
        return None
    return renditions(key, now)


def renditions(key: str, now: Round) -> Made | None:
    """The photo's files, for a page that is about to show it."""
    photo = Photo.objects.filter(pk=int(key.partition(":")[2])).first()
    if photo is None or photo.is_withheld(now=now.at):
        return None
    files = {}
    for printed in printed_files(photo):
        with printed.file.open("rb") as file:
            files[printed.rendition.path.lstrip("/")] = file.read()
    return Made(files)
