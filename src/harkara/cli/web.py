"""The web server's own process, begun by `harkara serve` on a socket that it is handed."""

import gc
import os
import threading
import time
from collections.abc import Callable
from typing import Any

from granian._granian import SocketHolder
from granian.constants import HTTPModes, Loops, RuntimeModes, SSLProtocols, TaskImpl
from granian.log import LogLevels
from granian.server.mp import MPServer

from harkara.press.bodies import WAITING
from harkara.press.door import INSIDE, ON_THE_BENCH
from harkara.press.processors import keep_to_one

# Whatever waits behind the door, these are left for stored pages.
FOR_PAGES = 2
THREADS = WAITING + INSIDE + ON_THE_BENCH + FOR_PAGES
BACKLOG = 1024
ORPHAN_CHECK = 1.0


def serve(fd: int, parent: int, on_ready: Callable[[], None]) -> None:
    """Answer requests that come to the socket until SIGTERM, then finish those under way.

    Granian's own parent process gives each server a socket of its own, and closing one resets the
    connections that wait in it. One socket for all of them loses nobody.
    """
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    keep_to_one()
    os.set_blocking(fd, False)
    # The file descriptor, that it is no Unix socket, and how many may wait: its types are untold.
    held: tuple[Any, ...] = (fd, False, BACKLOG)
    MPServer._spawn_wsgi_worker(
        1,
        None,
        lambda: _application(on_ready),
        ((None, SocketHolder(*held)), None),
        None,
        Loops.auto,
        True,  # noqa: FBT003 (Granian names it no other way)
        LogLevels.warning,
        None,
        (),
        runtime_mode=RuntimeModes.mt,
        runtime_threads=1,
        runtime_blocking_threads=512,
        blocking_threads=THREADS,
        blocking_threads_idle_timeout=30,
        backpressure=BACKLOG,
        task_impl=TaskImpl.asyncio,
        http_mode=HTTPModes.http1,
        http1_settings=None,
        http2_settings=None,
        websockets=False,
        static_path=None,
        log_access_fmt=None,
        ssl_ctx=(False, None, None, None, str(SSLProtocols.tls13), None, [], False),
        scope_opts={"url_path_prefix": None},
        metrics=(None, None),
    )


def _application(on_ready: Callable[[], None]) -> Callable[..., Any]:
    from django.urls import resolve

    from harkara.wsgi import application

    # What is read now stays for as long as the process does. Looking through it for what nobody
    # holds any more would keep all readers waiting for a seventh of a second now and then.
    resolve("/")
    gc.collect()
    gc.freeze()
    # Whoever comes from now on waits in the socket for a moment at most.
    on_ready()
    return application


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(ORPHAN_CHECK)
    os._exit(1)
