"""What Django answers. Every other address of the site is a file."""

from __future__ import annotations

from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls

from broadsheet.desk.views.chosen_pages import chosen_pages
from broadsheet.desk.views.letters import letter
from broadsheet.desk.views.media import media
from broadsheet.desk.views.new_page import new_page
from broadsheet.desk.views.search import search

handler404 = "broadsheet.desk.views.errors.not_found"
handler500 = "broadsheet.desk.views.errors.unavailable"

urlpatterns = [
    path("desk/media/<path:name>", media, name="desk_media"),
    # Before Wagtail's own at these addresses.
    path("desk/choose-page/chosen-multiple/", chosen_pages),
    path(
        "desk/pages/add/<slug:content_type_app_name>/<slug:content_type_model_name>/"
        "<int:parent_page_id>/",
        new_page,
    ),
    path("desk/", include(wagtailadmin_urls)),
    path("search/", search, name="search"),
    path("letters/<str:slug>/", letter, name="letter"),
    path("reader/", include("broadsheet.readers.urls")),
    path("talk/", include("broadsheet.talk.urls")),
    # The desk asks these for the addresses of pages; readers are given the files at them.
    path("", include(wagtail_urls)),
]
