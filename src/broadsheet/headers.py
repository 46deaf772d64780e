"""The headers that go with every page of the paper, whoever serves it."""

from __future__ import annotations

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "media-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)

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
DYNAMIC_PATHS = ("/desk/", "/search/", "/letters/")
