"""The OpenAPI document, and a page for reading and trying it that complies with our Content-Security-Policy."""

from __future__ import annotations

from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView


class SchemaView(SpectacularAPIView):
    throttle_classes = []


class DocsView(SpectacularSwaggerSplitView):
    """The split view has its script at its own address, and our template has no inline styles."""

    url_name = "api:schema"
    template_name = "api/docs.html"
    throttle_classes = []
