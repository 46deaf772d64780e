"""The headers that go with every page of the paper, whoever serves it."""

from __future__ import annotations


def content_security_policy(*, form_origins: tuple[str, ...] = ()) -> str:
    """What a page of the paper may do: everything with us, nothing elsewhere.

    A form of it may be answered by a redirect to `form_origins` besides: browsers hold redirects
    to form-action too, and signing in with somebody else is one.
    """
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self'",
            "font-src 'self'",
            "media-src 'self'",
            "connect-src 'self'",
            "manifest-src 'self'",
            " ".join(("form-action 'self'", *form_origins)),
            "base-uri 'none'",
            "frame-ancestors 'none'",
        )
    )


CONTENT_SECURITY_POLICY = content_security_policy()

PAPER_HEADERS: dict[str, str] = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), interest-cohort=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}

# And what goes with the files of one folder. Podcast apps that run in a browser fetch a sound and
# its captions from an origin of their own; both are for everybody.
FOLDER_HEADERS: dict[str, dict[str, str]] = {"/sound/": {"Access-Control-Allow-Origin": "*"}}

# Requests that Django answers; everything else on the site is a file.
DYNAMIC_PATHS = ("/desk/", "/search/", "/letters/", "/reader/", "/talk/")
