/** Reads files out of a package as npm packs it. Where it comes from is not trusted: nothing is written, and no more is read than allowed. */
import { gunzipSync } from "node:zlib";

const BLOCK = 512;
const NAME_LENGTH = 100;
const SIZE_AT = 124;
const SIZE_LENGTH = 12;
const TYPE_AT = 156;
/** A plain file, as old and as new archives mark it. */
const FILE = new Set(["0", "\0"]);

/**
 * The wanted files of the folder that the archive holds, by their paths in it; of two with one path the last one, as where it is unpacked.
 * Throws for what is no such archive, or unpacked has more bytes than `most`.
 */
export function filesInTarball(
  packed: Uint8Array,
  wanted: ReadonlySet<string>,
  most: number,
): ReadonlyMap<string, string> {
  const archive = gunzipSync(packed, { maxOutputLength: most });
  const found = new Map<string, string>();
  for (let at = 0; at + BLOCK <= archive.length;) {
    const header = archive.subarray(at, at + BLOCK);
    const [name, size] = [textOf(header.subarray(0, NAME_LENGTH)), sizeOf(header)];
    if (name === "") break;
    if (size === undefined) throw new Error("it is no archive of files");
    const start = at + BLOCK;
    const path = name.slice(name.indexOf("/") + 1);
    if (FILE.has(String.fromCharCode(header[TYPE_AT] ?? 0)) && wanted.has(path))
      found.set(path, archive.toString("utf8", start, Math.min(start + size, archive.length)));
    at = start + Math.ceil(size / BLOCK) * BLOCK;
  }
  return found;
}

function textOf(field: Uint8Array): string {
  const end = field.indexOf(0);
  return Buffer.from(field.subarray(0, end < 0 ? field.length : end)).toString("utf8");
}

/** Written in octal digits; undefined for what is none. */
function sizeOf(header: Uint8Array): number | undefined {
  const digits = textOf(header.subarray(SIZE_AT, SIZE_AT + SIZE_LENGTH)).trim();
  return /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : undefined;
}
