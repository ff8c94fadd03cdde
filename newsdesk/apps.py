"""Django's admin with the newsroom's own site object."""

from django.contrib.admin.apps import AdminConfig


class NewsroomAdminConfig(AdminConfig):
    default_site = "newsdesk.admin_site.NewsroomAdminSite"
