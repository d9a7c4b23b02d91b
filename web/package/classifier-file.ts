/**
 * A classifier as bytes: 8 bytes of magic, length and checksum of the head (32 bits each, little
 * end first), the head as JSON, then what the engine saved, which has a checksum of its own.
 */
import { RnnError } from '../shared/rnn-error';
import type { Unit } from './types';

/** What the engine does not know of a classifier. */
export interface Head {
  readonly unit: Unit;
  readonly tokens: readonly string[];
  readonly classes: readonly string[];
  /** Epochs done. */
  readonly epochs: number;
}

const magic = new TextEncoder().encode('rnntext1');
const headAt = magic.length + 8;

export function pack(head: Head, model: Uint8Array): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(head));
  const file = new Uint8Array(headAt + text.length + model.length);
  file.set(magic);
  const numbers = new DataView(file.buffer, magic.length);
  numbers.setUint32(0, text.length, true);
  numbers.setUint32(4, checksum(text), true);
  file.set(text, headAt);
  file.set(model, headAt + text.length);
  return file;
}

/** @throws RnnError `argument` for bytes that `pack` did not make. */
export function unpack(file: Uint8Array): { head: Head; model: Uint8Array } {
  if (file.length < headAt || !magic.every((byte, place) => file[place] === byte)) {
    throw new RnnError(
      'argument',
      `The ${file.length} bytes are no saved classifier. Give what its save() returned.`,
    );
  }
  const numbers = new DataView(file.buffer, file.byteOffset + magic.length);
  const modelAt = headAt + numbers.getUint32(0, true);
  const text = file.subarray(headAt, modelAt);
  if (modelAt > file.length || checksum(text) !== numbers.getUint32(4, true)) {
    throw new RnnError(
      'argument',
      'The saved classifier was cut short or changed. Take another copy of it.',
    );
  }
  const head = JSON.parse(new TextDecoder().decode(text)) as Head;
  return { head, model: file.subarray(modelAt) };
}

/** FNV-1a, 32 bits. */
function checksum(bytes: Uint8Array): number {
  return bytes.reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193) >>> 0, 0x811c9dc5);
}
