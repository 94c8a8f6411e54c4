"""What the newsroom's own screens may load: nothing from any other host."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

# Wagtail 8 writes a few starting lines of its date pickers and inline panels into the page, so
# inline scripts stay allowed here. Readers' pages have a policy of their own without them.
POLICY = "; ".join(
    [
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'self'",
        "form-action 'self'",
    ]
)


class ContentPolicy:
    """Send the content policy with every answer that has none of its own."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request and add the policy."""
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        return response
