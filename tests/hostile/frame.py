# Makes bad session files: what a damaged disk, a newer Avow or somebody with bad intent would leave.
#   frame.py change FILE LINE FROM TO   the line's JSON with TO instead of the first FROM, its CRC right again
#   frame.py put FILE LINE JSON         that line as this JSON, its CRC right; LINE after the last one adds it
#   frame.py flip FILE LINE AT          one bit of that byte of the line, its CRC left as it was
import sys


def table():
    for byte in range(256):
        crc = byte
        for _ in range(8):
            crc = crc >> 1 ^ (0x82F63B78 if crc & 1 else 0)
        yield crc


TABLE = list(table())


def framed(json):
    crc = 0xFFFFFFFF
    for byte in json:
        crc = TABLE[(crc ^ byte) & 255] ^ crc >> 8
    return b"%08x " % (crc ^ 0xFFFFFFFF) + json


what, file, number, *rest = sys.argv[1:]
lines = open(file, "rb").read().split(b"\n")[:-1]
at = int(number) - 1
if what == "change":
    old, new = (word.encode("utf-8", "surrogateescape") for word in rest)
    json = lines[at][9:]
    if old not in json:
        sys.exit(f"line {number} of {file} has no {rest[0]}: {json[:200]}")
    lines[at] = framed(json.replace(old, new, 1))
elif what == "put":
    lines[at : at + 1] = [framed(rest[0].encode("utf-8", "surrogateescape"))]
else:
    line = bytearray(lines[at])
    line[int(rest[0])] ^= 1
    lines[at] = bytes(line)
sys.stdout.buffer.write(b"\n".join(lines) + b"\n")
