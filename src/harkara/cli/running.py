"""Keeping a site running: the web server and the press's workers, each started again if it dies.

The socket that readers come to belongs to this process. Whatever happens to the web server, a new
connection waits in the socket's queue until there is one again.
"""

import queue
import signal
import threading
from collections.abc import Callable
from types import FrameType

from harkara.cli.keeping import Keeper
from harkara.cli.ports import listening
from harkara.cli.refusal import LeftBehind

STOPPING = (signal.SIGINT, signal.SIGTERM)


class Site:
    """A web server and its workers, which run until a signal stops them all; SIGHUP renews them.

    Raises Refusal if something else listens on the port.
    """

    def __init__(
        self, host: str, port: int, on_ready: Callable[[], None] | None, workers: int
    ) -> None:
        self._socket = listening(host, port)
        self._on_ready = on_ready
        self._renewing = threading.Lock()
        fd = self._socket.fileno()
        self._web = Keeper("web server", ("web", "--fd", str(fd)), [fd])
        self._workers = [Keeper("worker", ("worker",)) for _ in range(workers)]

    def run(self) -> int:
        """Run until stopped; return the exit status."""
        said: queue.SimpleQueue[int] = queue.SimpleQueue()
        refused = threading.Event()

        def say(number: int, _frame: FrameType | None) -> None:
            said.put(number)

        def refuse() -> None:
            # The process itself has said why.
            refused.set()
            said.put(STOPPING[0])

        for number in (*STOPPING, signal.SIGHUP):
            signal.signal(number, say)
        try:
            self._web.start(self._on_ready, refuse)
            for worker in self._workers:
                worker.start(on_refused=refuse)
            while said.get() not in STOPPING:
                threading.Thread(target=self._renew, daemon=True).start()
        finally:
            # Requests under way may still want the workers; nobody new comes in.
            self._socket.close()
            self._web.stop()
            stopping = [threading.Thread(target=worker.stop) for worker in self._workers]
            for one in stopping:
                one.start()
            for one in stopping:
                one.join()
        return LeftBehind.status if refused.is_set() else 0

    def _renew(self) -> None:
        """Put new processes in the place of the old ones, one after the other."""
        with self._renewing:
            self._web.renew()
            for worker in self._workers:
                worker.renew()
