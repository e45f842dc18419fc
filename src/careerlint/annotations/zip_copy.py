"""A copy of a zip archive in which some entries are new: the packed bytes of all others are taken over as they are."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_LENGTHS = struct.Struct("<HH")
_LENGTHS_AT = 26
# Sizes stand in the header of every entry that is written here, never behind its content.
_SIZES_BEHIND = 0x8
_UTF8 = 0x800
_VERSION = 20


@dataclass(frozen=True, slots=True)
class _Packed:
    """An entry as it is written: its name, how it is packed, its size and checksum, its packed bytes and what else is known of it."""

    name: bytes
    flags: int
    method: int
    moment: tuple[int, int]
    checksum: int
    size: int
    data: bytes
    system: int = 0
    internal: int = 0
    external: int = 0

    def local(self) -> bytes:
        """The header before the content."""
        return _LOCAL.pack(
            b"PK\x03\x04", _VERSION, self.flags, self.method, *self.moment, self.checksum, len(self.data), self.size, len(self.name), 0
        ) + self.name  # fmt: skip

    def central(self, offset: int) -> bytes:
        """The line of the directory."""
        return _CENTRAL.pack(
            b"PK\x01\x02", _VERSION | self.system << 8, _VERSION, self.flags, self.method, *self.moment, self.checksum, len(self.data),
            self.size, len(self.name), 0, 0, 0, self.internal, self.external, offset,
        ) + self.name  # fmt: skip


def entry_name(info: zipfile.ZipInfo) -> str:
    """The name of an entry with forward slashes, whatever the program that wrote it used."""
    return info.orig_filename.replace("\\", "/").lstrip("/")


def copy_archive(content: bytes, changed: Mapping[str, bytes]) -> bytes:
    """The archive with the entries of `changed` in their old places, those that are new behind all others.

    Order, names, dates and packing stay. Nothing but what `changed` holds is packed or unpacked, so an entry that is damaged or
    packed too tightly does no harm here. The archive must have been looked through by `readers.zip_guard` before.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        infos = archive.infolist()
    entries: list[_Packed] = []
    left = dict(changed)
    for info in infos:
        data = left.pop(entry_name(info), None)
        entries.append(_taken_over(info, content) if data is None else _packed(info, data))
    model = infos[0]
    entries += [_packed(_like(model, name), data) for name, data in left.items()]
    return _written(entries)


def _written(entries: list[_Packed]) -> bytes:
    output = bytearray()
    directory = bytearray()
    for entry in entries:
        directory += entry.central(len(output))
        output += entry.local()
        output += entry.data
    end = _END.pack(b"PK\x05\x06", 0, 0, len(entries), len(entries), len(directory), len(output), 0)
    return bytes(output + directory + end)


def _taken_over(info: zipfile.ZipInfo, content: bytes) -> _Packed:
    name, extra = _LENGTHS.unpack_from(content, info.header_offset + _LENGTHS_AT)
    start = info.header_offset + _LOCAL.size + name + extra
    return _entry(info, content[start : start + info.compress_size], info.CRC, info.file_size)


def _packed(info: zipfile.ZipInfo, data: bytes) -> _Packed:
    packed = data
    if info.compress_type == zipfile.ZIP_DEFLATED:
        packing = zlib.compressobj(zlib.Z_DEFAULT_COMPRESSION, zlib.DEFLATED, -zlib.MAX_WBITS)
        packed = packing.compress(data) + packing.flush()
    return _entry(info, packed, zlib.crc32(data), len(data))


def _entry(info: zipfile.ZipInfo, data: bytes, checksum: int, size: int) -> _Packed:
    year, month, day, hour, minute, second = info.date_time
    moment = (hour << 11 | minute << 5 | second // 2, max(year - 1980, 0) << 9 | month << 5 | day)
    name = info.orig_filename.encode("utf-8" if info.flag_bits & _UTF8 else "cp437")
    return _Packed(
        name, info.flag_bits & ~_SIZES_BEHIND, info.compress_type, moment, checksum, size, data,
        info.create_system, info.internal_attr & 0xFFFF, info.external_attr & 0xFFFFFFFF,
    )  # fmt: skip


def _like(model: zipfile.ZipInfo, name: str) -> zipfile.ZipInfo:
    """An entry of this name that is packed and dated like the model."""
    info = zipfile.ZipInfo(name, model.date_time)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.create_system = model.create_system
    info.external_attr = model.external_attr
    return info
