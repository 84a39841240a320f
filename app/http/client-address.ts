import { BlockList, isIP } from "node:net";

/**
 * Finds the client's address: the peer, or with `trustProxy` = N the Nth entry from the right of
 * X-Forwarded-For, which is what the outermost of our N proxies saw. A client may have made up entries
 * further left, so if that entry is missing or no address, the peer counts.
 */
export function clientAddress(peer: string, forwardedFor: string | null, trustProxy: number): string {
  if (trustProxy === 0 || !forwardedFor) return peer;
  return readEntry(forwardedFor.split(",").at(-trustProxy) ?? "") ?? peer;
}

/** Matches `198.51.100.2`, `198.51.100.2:51000`, `2001:db8::1`, `[2001:db8::1]:443`, quoted or not. */
const written = /^"?(?:\[(?<v6>[0-9a-f:.]{2,45})(?:%[\w.%-]{1,40})?\]|(?<v4>[0-9.]{7,15}))(?::\d{1,5})?"?$/i;

function readEntry(entry: string): string | null {
  const plain = entry.trim().slice(0, 100);
  const { v6, v4 } = written.exec(plain)?.groups ?? {};
  const address = v6 ?? v4 ?? plain.replace(/%[\w.-]*$/, "");
  const version = isIP(address);
  if (version === 0 || (v6 !== undefined && version === 4)) return null;
  return address;
}

/** Returns what limits count by: an IPv4 address, or the /64 of an IPv6 one (a household's whole range). */
export function addressBlock(address: string): string {
  const plain = plainAddress(address);
  return isIP(plain) === 6 ? groupsOf(plain, 4) : plain;
}

/** Returns the network of an address: the /24 of IPv4, the /48 of IPv6. Null where none is known. */
export function network(address: string): string | null {
  const plain = plainAddress(address);
  const version = isIP(plain);
  if (version === 0) return null;
  return version === 6 ? groupsOf(plain, 3) : plain.split(".").slice(0, 3).join(".");
}

/** Loopback, link-local, private (RFC 1918), shared (RFC 6598). A BlockList is 100 times slower. */
const insideIPv4 =
  /^(?:10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01])|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./;
const insideIPv6 = new BlockList();
insideIPv6.addAddress("::1", "ipv6");
insideIPv6.addSubnet("fc00::", 7, "ipv6");
insideIPv6.addSubnet("fe80::", 10, "ipv6");

/**
 * Returns the network somebody signs from, to detect crowds. Null for this machine and private networks:
 * behind a proxy missing from TRUST_PROXY, everyone would seem to come from one.
 */
export function outsideNetwork(address: string): string | null {
  const plain = plainAddress(address);
  const version = isIP(plain);
  const isInside = version === 6 ? insideIPv6.check(plain, "ipv6") : insideIPv4.test(plain);
  return isInside ? null : network(address);
}

const plainAddress = (address: string) =>
  address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, "").replace(/%.*/s, "");

/** The first groups of an IPv6 address, normalized. */
function groupsOf(plain: string, count: number): string {
  const [head = "", tail = ""] = plain.split("::");
  const left = head ? head.split(":") : [];
  const right = tail ? tail.split(":") : [];
  const zeros = plain.includes("::") ? Array(8 - left.length - right.length).fill("0") : [];
  return [...left, ...zeros, ...right]
    .slice(0, count)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ""))
    .join(":");
}
