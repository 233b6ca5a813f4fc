// Links with an article, as another program would write them.

import { deflateRawSync } from "node:zlib";

const crc = (bytes) => {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
  }
  return ~crc >>> 0;
};

/** A field of a link. */
export function field(letter, value) {
  const bytes = Buffer.from(value);
  const length = [];
  let rest = bytes.length;
  for (; rest >= 128; rest >>= 7) length.push((rest & 127) | 128);
  return Buffer.concat([Buffer.from(letter), Buffer.from([...length, rest]), bytes]);
}

/** A link of fields. */
export function seal(...fields) {
  const data = deflateRawSync(Buffer.concat(fields)).toString("base64url");
  const check = crc(Buffer.from(`${data}1`)).toString(36).padStart(7, "0");
  return `1${data.length}.${data}.${check}`;
}
