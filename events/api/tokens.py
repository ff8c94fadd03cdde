"""``/token/``: tokens that programs use instead of name and password."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import authenticate, user_logged_in
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.authtoken.models import Token
from rest_framework.exceptions import ErrorDetail, NotAuthenticated, Throttled, ValidationError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.settings import api_settings

from events.api.base import ApiView
from events.api.parameters import UI
from events.api.shapes.errors import answers
from events.api.shapes.others import CredentialsShape, TokenShape
from newsdesk.logins.guard import is_locked_out, pause
from newsdesk.logins.locked import wait_words


class TokenView(ApiView):
    #: Not limited by requests: wrong passwords are counted, as at the login page.
    throttle_classes = []

    def get_authenticators(self) -> Any:
        """None for POST, because a client that asks for a token may send an old one that is not valid any more."""
        return [] if self.request is not None and self.request.method == "POST" else super().get_authenticators()

    @extend_schema(
        operation_id="make_token",
        tags=["token"],
        summary="Get a token for a username and password",
        description="Send it as `Authorization: Token …`. It stays the same until it is revoked.",
        parameters=[UI],
        request=CredentialsShape,
        responses=answers(TokenShape, 400, 413, 415, 429),
        auth=[],
    )
    def post(self, request: Request) -> Response:
        sent = CredentialsShape(data=request.data)
        sent.is_valid(raise_exception=True)
        user = authenticate(request._request, **sent.validated_data)
        if user is None and is_locked_out(request._request):
            raise Throttled(pause().total_seconds(), wait_words())
        if user is None:
            fault = ErrorDetail(_("Wrong username or password."), "credentials")
            raise ValidationError({api_settings.NON_FIELD_ERRORS_KEY: [fault]})
        user_logged_in.send(type(user), request=request._request, user=user)
        token, _made = Token.objects.get_or_create(user=user)
        return Response({"token": token.key}, headers={"Cache-Control": "no-store"})

    @extend_schema(
        operation_id="take_back_token",
        tags=["token"],
        summary="Revoke the token",
        description="It stops working for every program that uses it.",
        parameters=[UI],
        request=None,
        responses=answers(None, 400, 401, 403, 429, status=204),
    )
    def delete(self, request: Request) -> Response:
        if not request.user or not request.user.is_authenticated:
            raise NotAuthenticated
        Token.objects.filter(user_id=request.user.pk).delete()
        return Response(status=status.HTTP_204_NO_CONTENT)
