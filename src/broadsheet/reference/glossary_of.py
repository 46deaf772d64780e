"""What the newsroom says of words and names → what holds for a report."""

from __future__ import annotations

from broadsheet.desk.models import ReportPage, Topic
from broadsheet.lexicon.folded import folded
from broadsheet.lexicon.glossary import GlossaryEntry
from broadsheet.lexicon.phrases import MOST_WORDS
from broadsheet.reference.models import Term


def glossary_of(report: ReportPage) -> tuple[GlossaryEntry, ...]:
    """The glossary in the report's language, and the topics that the desk has described.

    Of two entries for one phrase the one for this language alone holds; a topic comes after both,
    and leaves what dictionaries say of its words.
    """
    terms = Term.objects.for_language(report.language).select_related("topic", "author")
    own = {folded(one.phrase): one.entry for one in terms}
    topics = {
        folded(one.name): topic_entry(one)
        for one in Topic.objects.exclude(description="")
        if len(one.name.split()) <= MOST_WORDS
    }
    return tuple({**topics, **own}.values())


def topic_entry(topic: Topic) -> GlossaryEntry:
    """A topic as an entry of the glossary. Its page stands while a published report has it."""
    has_page = ReportPage.objects.live().filter(topics=topic).exists()
    return GlossaryEntry(
        phrase=topic.name,
        gloss=" ".join(topic.description.split()),
        path=topic.path if has_page else "",
        is_alone=False,
    )
