"""The OpenAPI document, and a page to read and try it that keeps to our Content-Security-Policy."""

from __future__ import annotations

from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView


class SchemaView(SpectacularAPIView):
    throttle_classes = []


class DocsView(SpectacularSwaggerSplitView):
    """The split view keeps its script in an address of its own, and our template has no inline style."""

    url_name = "api:schema"
    template_name = "api/docs.html"
    throttle_classes = []
