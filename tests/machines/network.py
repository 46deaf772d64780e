"""Machines on one switch, all of them on this one: each is a network namespace with a name of its
own, and a wire that can be cut.

A namespace has no name in the file system and no process that keeps it: it is held by files that
are open here. So nothing of it is left when this process ends, however it ends.
"""

from __future__ import annotations

import ctypes
import os
import signal
import socket
import subprocess
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

BLOCK = "10.88.0.0/24"

# sched.h. Python has had os.unshare and os.setns since 3.12.
_UTS, _NET = 0x04000000, 0x40000000
_KINDS = {"net": _NET, "uts": _UTS}
_LIBC = ctypes.CDLL(None, use_errno=True)


class NotAllowed(Exception):
    """Why there are no namespaces here, in a sentence."""


@dataclass(frozen=True)
class Machine:
    """What stands at the end of one wire. `spaces` are its namespaces, as open files."""

    name: str
    address: str
    spaces: dict[str, int]
    switch: Machine | None = None

    @contextmanager
    def inside(self) -> Iterator[None]:
        """This thread, and every thread and process that it starts, are on that machine.

        A connection stays where it was made, whoever uses it.
        """
        before = _open_spaces()
        _enter(self.spaces)
        try:
            yield
        finally:
            _enter(before)
            _close(before)

    def cut_off(self) -> None:
        """Nothing goes over the wire any more, and nobody is told: no connection is closed."""
        self._set_wire("down")

    def join(self) -> None:
        self._set_wire("up")

    def kill(self, words: str = "") -> int:
        """End the processes there whose command lines have these words. Gives how many."""
        here = os.fstat(self.spaces["net"]).st_ino
        killed = 0
        for process in Path("/proc").glob("[0-9]*"):
            with suppress(OSError):  # it has ended meanwhile, or is somebody else's
                line = (process / "cmdline").read_text(errors="replace").replace("\0", " ")
                if (process / "ns/net").stat().st_ino == here and words in line:
                    os.kill(int(process.name), signal.SIGKILL)
                    killed += 1
        return killed

    def _set_wire(self, state: str) -> None:
        assert self.switch, "the switch hangs on no wire"
        with self.switch.inside():
            _ip("link", "set", f"wire-{self.name}", state)


@dataclass(frozen=True)
class Network:
    """`street` is the switch itself: whoever comes from outside comes from there."""

    street: Machine
    machines: dict[str, Machine]

    def __getitem__(self, name: str) -> Machine:
        return self.machines[name]

    def at(self, address: str) -> Machine:
        return next(one for one in self.machines.values() if one.address == address)


@contextmanager
def network(*names: str) -> Iterator[Network]:
    """Machines so called, on one switch, until this ends. Raises NotAllowed."""
    with ExitStack() as stack:
        try:
            street = _made(stack, "street", "10.88.0.1", None)
        except OSError as error:
            raise NotAllowed(f"this process may make no network namespace: {error}") from error
        with street.inside():
            _ip("link", "set", "lo", "up")
            _ip("link", "add", "switch", "type", "bridge")
            _ip("link", "set", "switch", "up")
            _ip("address", "add", f"{street.address}/24", "dev", "switch")
        machines = {
            name: _made(stack, name, f"10.88.0.{number}", street)
            for number, name in enumerate(names, 10)
        }
        for machine in machines.values():
            _wire(machine, street)
        yield Network(street, machines)


def _made(stack: ExitStack, name: str, address: str, switch: Machine | None) -> Machine:
    machine = Machine(name, address, _new_spaces(name), switch)
    stack.callback(_close, machine.spaces)
    stack.callback(machine.kill)  # whatever runs there
    return machine


def _new_spaces(name: str) -> dict[str, int]:
    """In a thread that ends in them: namespaces are a thread's."""
    made: dict[str, int] = {}
    trouble: list[OSError] = []

    def make() -> None:
        try:
            _checked(_LIBC.unshare(_NET | _UTS))
            socket.sethostname(name)
            made.update(_open_spaces())
        except OSError as error:
            trouble.append(error)

    thread = threading.Thread(target=make)
    thread.start()
    thread.join()
    if trouble:
        raise trouble[0]
    return made


def _wire(machine: Machine, street: Machine) -> None:
    there = f"/proc/{os.getpid()}/fd/{machine.spaces['net']}"
    wire = f"wire-{machine.name}"
    with street.inside():
        _ip("link", "add", wire, "type", "veth", "peer", "name", "eth0", "netns", there)
        _ip("link", "set", wire, "master", "switch", "up")
    with machine.inside():
        _ip("link", "set", "lo", "up")
        _ip("address", "add", f"{machine.address}/24", "dev", "eth0")
        _ip("link", "set", "eth0", "up")


def _open_spaces() -> dict[str, int]:
    return {kind: os.open(f"/proc/thread-self/ns/{kind}", os.O_RDONLY) for kind in _KINDS}


def _enter(spaces: dict[str, int]) -> None:
    for kind, handle in spaces.items():
        _checked(_LIBC.setns(handle, _KINDS[kind]))


def _close(spaces: dict[str, int]) -> None:
    for handle in spaces.values():
        os.close(handle)


def _checked(result: int) -> None:
    if result:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))


def _ip(*words: str) -> None:
    done = subprocess.run(["ip", *words], capture_output=True, text=True, check=False)
    if done.returncode:
        raise NotAllowed(f"ip {' '.join(words)}: {done.stderr.strip()}")
