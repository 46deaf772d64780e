"""The moderators' part of the desk, under `/desk/talk/`: each view is one `for_moderators`."""

from __future__ import annotations

from django.urls import path

from broadsheet.talk.moderation.views import (
    appeals,
    claims,
    comment,
    decisions,
    log,
    modes,
    queue,
    reader,
    words,
)

urlpatterns = [
    path("talk/", queue.begin, name="moderation_begin"),
    path("talk/comments/<int:comment_id>/", comment.comment, name="moderation_comment"),
    path("talk/comments/<int:comment_id>/decide/", decisions.decide_on, name="moderation_decide"),
    path(
        "talk/decisions/<int:decision_id>/take-back/",
        decisions.take_back_again,
        name="moderation_take_back",
    ),
    path("talk/readers/<int:reader_id>/", reader.reader, name="moderation_reader"),
    path("talk/sanctions/<int:sanction_id>/lift/", reader.lift_sanction, name="moderation_lift"),
    path("talk/appeals/", appeals.appeals, name="moderation_appeals"),
    path("talk/appeals/<int:appeal_id>/", appeals.appeal, name="moderation_appeal"),
    path("talk/claims/", claims.claims, name="moderation_claims"),
    path("talk/claims/<int:claim_id>/", claims.claim, name="moderation_claim"),
    path("talk/modes/", modes.modes, name="moderation_modes"),
    path("talk/modes/paper/", modes.paper_mode, name="moderation_paper_mode"),
    path(
        "talk/modes/sections/<int:section_id>/", modes.section_mode, name="moderation_section_mode"
    ),
    path("talk/modes/reports/<int:report_id>/", modes.report_mode, name="moderation_report_mode"),
    path("talk/words/try/", words.try_text, name="moderation_try_text"),
    path("talk/log/", log.log, name="moderation_log"),
    path("talk/log.csv", log.log_file, name="moderation_log_file"),
    path("talk/<slug:name>/", queue.queue, name="moderation_queue"),
]
