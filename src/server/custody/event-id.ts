// An event's identifier outside: a UUID made of its thing and its number (RFC 9562, version 5, the thing being the name
// space), so that it is the same in every export, and anybody who knows both can make it again.
import { createHash } from 'node:crypto';

/** A name space that is a UUID, and a name in it. */
export const uuidOfName = (nameSpace: string, name: string): string => {
  const bytes = createHash('sha1').update(Buffer.from(nameSpace.replaceAll('-', ''), 'hex')).update(name).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5');
};

export const eventUri = (thingId: string, eventNo: number): string => `urn:uuid:${uuidOfName(thingId, String(eventNo))}`;
