"""Headers that hold the browser to what the pages need: no outside source, no inline script or style, no frame."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import Flask, Response, current_app, request, url_for

from app.web.auth.access import Access, access_of

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
    )
)

# The editor reads pasted HTML with the browser's own parser, in a document apart: ProseMirror's policy by this name.
EDITOR_CONTENT_SECURITY_POLICY = f"{CONTENT_SECURITY_POLICY}; trusted-types ProseMirrorClipboard"

HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # Not no-referrer: over HTTPS the CSRF check reads the referrer of this site's own pages.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


def add_headers(app: Flask) -> None:
    """Send the headers with every answer, and say which no cache may keep."""

    @app.after_request
    def secure(response: Response) -> Response:
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if request.method not in ("GET", "HEAD") or _is_private(app):
            response.headers["Cache-Control"] = "no-store"
        elif request.endpoint != "static":
            # Asked for again each time, yet the browser's own Back still finds what was typed into the form.
            response.headers.setdefault("Cache-Control", "private, no-cache")
        return response


def public_address(endpoint: str, **values: Any) -> str:
    """Return a page's whole address for people elsewhere: by PUBLIC_URL, for a request may name whatever host it likes."""
    if base := current_app.config["PUBLIC_URL"]:
        return f"{base}{url_for(endpoint, **values)}"
    return url_for(endpoint, _external=True, **values)


def base_url(config: Mapping[str, Any]) -> str:
    """Return the address at which people reach Copydesk, where no request says it: for commands and notices."""
    return str(config["PUBLIC_URL"] or f"http://{config['HOST']}:{config['PORT']}")


def _is_private(app: Flask) -> bool:
    """Whether an address shows drafts or accounts, or has a one-time link's token: Back must not after signing out."""
    endpoint = request.endpoint or ""
    if not endpoint or endpoint == "static":
        return False
    return endpoint.startswith("sign_in.") or access_of(app, endpoint) not in (Access.ALL, Access.CHECK)
