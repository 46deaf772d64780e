"""The addresses at `/talk/`."""

from __future__ import annotations

from django.urls import path

from broadsheet.talk.moderation import urls as moderation
from broadsheet.talk.views import comment, mine, stop_notices, writing

urlpatterns = [
    *moderation.urlpatterns,
    path("<int:report_id>/", writing.under_report, name="talk_write"),
    path("<int:report_id>/mine.json", mine.mine, name="talk_mine"),
    path("comments/<int:comment_id>/", comment.comment, name="talk_comment"),
    path("comments/<int:comment_id>/change/", comment.change, name="talk_change"),
    path("comments/<int:comment_id>/delete/", comment.take_back, name="talk_delete"),
    path("comments/<int:comment_id>/recommend/", comment.favour, name="talk_recommend"),
    path("comments/<int:comment_id>/report/", comment.report, name="talk_report"),
    path("notices/<str:token>/", stop_notices.stop_notices, name="talk_stop_notices"),
]
