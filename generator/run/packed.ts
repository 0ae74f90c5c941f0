/** Values as bytes, as `node:v8` writes them: what threads hand over is what caches keep. */
import { deserialize, serialize } from "node:v8";

/** The bytes of a `T`; who packs a value says so by the type, since bytes themselves do not. */
export type Packed<T> = Uint8Array & { readonly packed?: T };

/** Throws where `value` holds what no thread could be handed, such as a function. */
export function pack<T>(value: T): Packed<T> {
  return serialize(value);
}

export function unpack<T>(bytes: Packed<T>): T {
  return deserialize(bytes) as T;
}
