from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TalkConfig(AppConfig):
    name = "broadsheet.talk"
    label = "talk"
    verbose_name = "Talk"

    def ready(self) -> None:
        # Models can be read only when every app is there.
        from broadsheet.desk.models import ReportPage, SectionPage  # noqa: PLC0415  # models come first
        from broadsheet.desk.proofs import add_to_reports  # noqa: PLC0415  # likewise
        from broadsheet.readers.holdings import register  # noqa: PLC0415  # likewise
        from broadsheet.talk import renamed  # noqa: PLC0415  # likewise
        from broadsheet.talk.holding import HOLDING  # noqa: PLC0415  # likewise
        from broadsheet.talk.moderation import house_rules  # noqa: PLC0415  # likewise
        from broadsheet.talk.moderation.holding import HOLDING as MODERATION  # noqa: PLC0415  # likewise
        from broadsheet.talk.moderation.panels import ThreadPanel  # noqa: PLC0415  # likewise
        from broadsheet.talk.moderation.told_of import (  # noqa: PLC0415  # likewise
            told_of_report,
            told_of_section,
        )
        from broadsheet.talk.talk_under import with_talk  # noqa: PLC0415  # likewise

        # Its objections are found by a comment's writer, so it forgets before the comments do.
        register(MODERATION)
        register(HOLDING)
        add_to_reports(with_talk)
        renamed.connect()
        house_rules.connect()
        ReportPage.add_panel(ThreadPanel(told_of_report, heading=_("Comments")))
        SectionPage.add_panel(ThreadPanel(told_of_section, heading=_("Comments")))
