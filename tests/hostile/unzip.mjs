//! Reads a file out of a ZIP archive.

import { inflateRawSync } from 'node:zlib';

/** The text of the file `name` in the archive `bytes`. */
export function unzipped(bytes, name) {
  for (let at = bytes.indexOf('PK\u0001\u0002'); at >= 0; at = bytes.indexOf('PK\u0001\u0002', at + 4)) {
    const length = bytes.readUInt16LE(at + 28);
    if (bytes.toString('utf8', at + 46, at + 46 + length) !== name) continue;
    const method = bytes.readUInt16LE(at + 10);
    const size = bytes.readUInt32LE(at + 20);
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const data = bytes.subarray(start, start + size);
    return (method === 0 ? data : inflateRawSync(data)).toString('utf8');
  }
  throw new Error(`no ${name} in the archive`);
}
