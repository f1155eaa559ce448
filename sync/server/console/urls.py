"""The addresses of the console."""

from __future__ import annotations

from django.contrib.auth.views import LoginView, LogoutView
from django.urls import include, path

from sync.server.console import files, help, inbox, report, requests, tablets, walks

urlpatterns = [
    path("", inbox.home, name="home"),
    path("login", LoginView.as_view(template_name="console/login.html"), name="login"),
    path("logout", LogoutView.as_view(next_page="login"), name="logout"),
    path("language/", include("django.conf.urls.i18n")),
    path("reports", inbox.inbox, name="inbox"),
    path("reports/<str:number>", report.report, name="report"),
    path("reports/<str:number>/<slug:act>", report.act, name="act"),
    path("requests", requests.requests, name="requests"),
    path("walks", walks.walks, name="walks"),
    path("walks/<str:walk_id>", walks.walk, name="walk"),
    path("walks/<str:walk_id>/next-visit", walks.next_visit, name="next_visit"),
    path("tablets", tablets.tablets, name="tablets"),
    path("tablets/code", tablets.new_code, name="new_code"),
    path("tablets/carried/<str:name>", tablets.set_aside, name="set_aside"),
    path("tablets/<str:device_id>/revoke", tablets.revoke, name="revoke"),
    path("photos/<str:photo_id>/<str:size>", files.photo, name="photo"),
    path("font/<str:weight>.ttf", files.font, name="font"),
    path("help", help.contents, name="help"),
    path("help/<str:name>", help.help_page, name="help_page"),
]
