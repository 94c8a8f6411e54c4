"""What goes out with every reader's page besides the page: what a browser may do with it.

Pages carry no inline style or script and ask nothing of another host, so the policy can say so.
The one exception is a video, after the reader's own click.
"""

VIDEO_HOSTS = "https://www.youtube-nocookie.com"

READER_HEADERS = {
    "Content-Security-Policy": "; ".join(
        [
            "default-src 'none'",
            "img-src 'self'",
            "style-src 'self'",
            "script-src 'self'",
            "connect-src 'self'",
            "worker-src 'self'",
            "manifest-src 'self'",
            f"frame-src {VIDEO_HOSTS}",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'self'",
        ]
    ),
    "X-Content-Type-Options": "nosniff",
    # The video's host refuses to play for a page that does not say which site it is of.
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
