"""`harkara nginx`: the configuration of an nginx in front of the site."""

import argparse
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from harkara.cli.refusal import Refusal
from harkara.cli.site import need_site
from harkara.config import Config
from harkara.press.caching import FOR_EVER
from harkara.press.media import PICTURES
from harkara.press.paths import FRAGMENTS
from harkara.press.stores.types import BY_SUFFIX, BYTES

BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
# Where the usual tool for certificates puts them.
CERTIFICATES = "/etc/letsencrypt/live"
# Feeds have types of their own, which their names do not tell.
FEEDS = {
    "feed.xml": "application/rss+xml; charset=utf-8",
    "atom.xml": "application/atom+xml; charset=utf-8",
    "feed.json": "application/feed+json; charset=utf-8",
}
# What the application alone answers: nobody looks for a page there.
DYNAMIC = ("newsroom", "static", "documents", "khoj", "intake", "tippani", "padha")
# What asks the front page for something else (`newsroom.addresses.BY_OLD_ID`).
OLD_ID = "(^|&)(p|page_id|attachment_id|cat)=[0-9]"
# An editor's photos, in megabytes.
LARGEST_UPLOAD = 60
RETRY_AFTER = 30

Lines = Iterator[str]


def add(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `nginx`."""
    nginx = subparsers.add_parser(
        "nginx",
        help="print the configuration of an nginx in front of the site",
        epilog="example: harkara nginx > /etc/nginx/sites-enabled/khabar",
    )
    nginx.add_argument(
        "--application",
        default="127.0.0.1:8000",
        metavar="HOST:PORT",
        help="where `harkara serve` listens",
    )
    nginx.add_argument("--listen", help="where nginx listens (default: 80, or 443 with TLS)")
    nginx.add_argument("--certificate", help="the TLS certificate's file (with an https url)")
    nginx.add_argument("--key", help="the file of its key")
    nginx.add_argument(
        "--brotli",
        action=argparse.BooleanOptionalAction,
        default=BROTLI.exists(),
        help="send Brotli files (default: if Debian's module is installed)",
    )
    nginx.set_defaults(run=run_nginx)


def run_nginx(args: argparse.Namespace) -> int:
    """Print the configuration."""
    site = need_site(args.home)
    if re.search(r"[\s;{}\"'$\\]", str(site.home)):
        message = f"nginx cannot be told of the folder {str(site.home)!r}; move the site to another"
        raise Refusal(message)
    for line in configuration(site, args):
        print(line)
    return 0


def configuration(site: Config, args: argparse.Namespace) -> Lines:
    """Give the lines of the configuration."""
    yield "# Written by `harkara nginx`; write it anew when harkara.toml changes."
    yield f"upstream {_name(site)} {{"
    yield f"    server {args.application} max_fails=0;"
    yield "    keepalive 16;"
    yield "}"
    secure = site.url.startswith("https:")
    if secure:
        yield from _to_https(site)
    yield "server {"
    yield from _indented(_listening(site, args, secure=secure))
    yield from _indented(_static(site, args, secure=secure))
    yield from _indented(_to_application(site, secure=secure))
    yield "}"


def _listening(site: Config, args: argparse.Namespace, *, secure: bool) -> Lines:
    if args.listen:
        yield f"listen {args.listen}{' ssl http2' if secure else ''};"
    else:
        for address in ("", "[::]:"):
            yield f"listen {address}{'443 ssl http2' if secure else '80'};"
    yield f"server_name {_names(site)};"
    if secure:
        folder = f"{CERTIFICATES}/{site.host}"
        yield f"ssl_certificate {args.certificate or f'{folder}/fullchain.pem'};"
        yield f"ssl_certificate_key {args.key or f'{folder}/privkey.pem'};"
        yield "ssl_protocols TLSv1.2 TLSv1.3;"
        yield "ssl_session_cache shared:harkara:10m;"
        yield "ssl_session_timeout 1d;"
        yield "ssl_session_tickets off;"
    yield "server_tokens off;"
    yield "keepalive_requests 10000;"
    yield f"client_max_body_size {LARGEST_UPLOAD}m;"


def _static(site: Config, args: argparse.Namespace, *, secure: bool) -> Lines:
    pages = site.cache.of_pages()
    yield f"root {site.pages};"
    yield "sendfile on;"
    yield "tcp_nopush on;"
    yield "log_not_found off;"
    yield "gzip off;"
    yield "gzip_static on;"
    yield "gzip_vary on;"
    if args.brotli:
        yield "brotli_static on;"
    yield "types {"
    yield from _indented(f'"{kind}" {suffix[1:]};' for suffix, kind in BY_SUFFIX.items())
    yield "}"
    yield f"default_type {BYTES};"
    yield "# What is not stored yet, or not for reading alone, is the application's."
    yield "error_page 404 405 = @application;"
    yield "recursive_error_pages on;"
    yield from _location(r"~ /\.|/index\.html$|\.(br|gz)$", ["return 404;"])
    yield from _location("~ ^/assets/", _headers(FOR_EVER, secure=secure))
    pictures = "|".join(sorted(suffix[1:] for suffix in PICTURES))
    yield from _location(
        rf"~ ^/media/images/.+\.({pictures})$",
        [
            f"root {site.home};",
            f"disable_symlinks on from={site.media};",
            *_headers(FOR_EVER, secure=secure),
        ],
    )
    for name, kind in FEEDS.items():
        told = ["types {}", f'default_type "{kind}";', "try_files $uri @application;"]
        pattern = re.escape(name)
        yield from _location(f"~ /{pattern}$", [*told, *_headers(pages, secure=secure)])
    # No `try_files`: it would look at the disk once more for every page.
    whole = ["rewrite ^ ${uri}index.html break;", *_headers(pages, secure=secure)]
    brief = ["rewrite ^ ${uri}index.html break;"]
    brief += _headers(site.cache.of_fragments(), secure=secure)
    yield from _location(f"~ ^{FRAGMENTS}.*/$", brief)
    yield from _location("~ /$", whole)
    # An address by an id of the site's former system (`/?p=41`) leads to its story.
    asked = f'if ($args ~ "{OLD_ID}") {{ return 418; }}'
    front = ["error_page 404 405 418 = @application;", asked, *whole]
    yield from _location("= /", front)
    yield from _location("/", ["try_files $uri @application;", *_headers(pages, secure=secure)])


def _to_application(site: Config, *, secure: bool) -> Lines:
    proxied = [
        f"proxy_pass http://{_name(site)}$request_uri;",
        "proxy_http_version 1.1;",
        'proxy_set_header Connection "";',
        "proxy_set_header Host $http_host;",
        "# The reader's own address: whatever the reader says of it is overwritten.",
        "proxy_set_header X-Forwarded-For $remote_addr;",
        "proxy_set_header X-Forwarded-Proto $scheme;",
        "proxy_connect_timeout 3s;",
        "proxy_read_timeout 60s;",
        "error_page 502 504 =503 /assets/away.html;",
    ]
    doors = "|".join(DYNAMIC)
    yield from _location(f"~ ^/({doors})(/|$)", ["error_page 418 = @application;", "return 418;"])
    yield from _location("@application", proxied)
    away = ["internal;", f'add_header Retry-After "{RETRY_AFTER}" always;']
    yield from _location(
        "= /assets/away.html", [*away, *_headers("no-store", secure=secure, always=" always")]
    )


def _headers(caching: str, *, secure: bool, always: str = "") -> list[str]:
    from harkara.web.headers import READER_HEADERS

    given = {"Cache-Control": caching, **READER_HEADERS}
    if secure:
        given["Strict-Transport-Security"] = "max-age=31536000"
    return [f'add_header {name} "{value}"{always};' for name, value in given.items()]


def _to_https(site: Config) -> Lines:
    yield "server {"
    yield "    listen 80;"
    yield "    listen [::]:80;"
    yield f"    server_name {_names(site)};"
    yield "    location /.well-known/acme-challenge/ { root /var/www/html; }"
    yield f"    location / {{ return 301 {site.url}$request_uri; }}"
    yield "}"


def _location(where: str, lines: Iterable[str]) -> Lines:
    yield f"location {where} {{" if "{" not in where else f'location "{where}" {{'
    yield from _indented(lines)
    yield "}"


def _indented(lines: Iterable[str]) -> Lines:
    return (f"    {line}" for line in lines)


def _names(site: Config) -> str:
    return " ".join(dict.fromkeys([site.host, *site.allowed_hosts]))


def _name(site: Config) -> str:
    return f"harkara_{re.sub('[^a-z0-9]', '_', site.host.lower())}"
