"""What Django answers to readers whom a decision concerns, under `/talk/`."""

from __future__ import annotations

from django.urls import path

from broadsheet.talk.moderation.views.reader_appeal import reader_appeal
from broadsheet.talk.moderation.views.reader_claim import reader_claim
from broadsheet.talk.moderation.views.reader_objection import reader_objection

urlpatterns = [
    path("appeals/<int:decision_id>/", reader_appeal, name="talk_appeal"),
    path("claims/new/", reader_claim, name="talk_claim"),
    path("objections/<int:claim_id>/", reader_objection, name="talk_objection"),
]
