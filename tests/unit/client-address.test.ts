import { expect, test } from "vitest";
import { addressBlock, clientAddress } from "#app/http/client-address.ts";

test("without a trusted proxy a forwarded address is not believed", () => {
  expect(clientAddress("192.0.2.1", "198.51.100.7", 0)).toBe("192.0.2.1");
});

test("with N proxies the Nth address from the right counts, never a forged one", () => {
  expect(clientAddress("10.0.0.1", "198.51.100.7", 1)).toBe("198.51.100.7");
  expect(clientAddress("10.0.0.1", "203.0.113.9, 198.51.100.7", 1)).toBe("198.51.100.7");
  expect(clientAddress("10.0.0.1", "203.0.113.9, 198.51.100.7, 10.0.0.2", 2)).toBe("198.51.100.7");
});

test("a forwarded value that is no address falls back to the peer", () => {
  expect(clientAddress("192.0.2.1", "unknown", 1)).toBe("192.0.2.1");
  expect(clientAddress("192.0.2.1", "198.51.100.7", 2)).toBe("192.0.2.1");
});

test("a proxy may write the port with the address, brackets, spaces and a zone", () => {
  const written = {
    "198.51.100.2:51000": "198.51.100.2",
    " 198.51.100.2 ": "198.51.100.2",
    "[2001:db8::1]:443": "2001:db8::1",
    "[2001:db8::1]": "2001:db8::1",
    "2001:db8::1": "2001:db8::1",
    "2001:db8::1%eth0": "2001:db8::1",
    "[fe80::1%25eth0]:1": "fe80::1",
    "::ffff:198.51.100.2": "::ffff:198.51.100.2",
    '"198.51.100.2:51000"': "198.51.100.2",
  };
  for (const [entry, address] of Object.entries(written)) {
    expect([entry, clientAddress("10.0.0.1", entry, 1)]).toEqual([entry, address]);
    expect([entry, clientAddress("10.0.0.1", `203.0.113.9, ${entry}`, 1)]).toEqual([entry, address]);
  }
});

test("an entry that is no address counts as the peer, not as one further left", () => {
  const unusable = [
    "",
    "unknown",
    "_hidden",
    "198.51.100.2:",
    "198.51.100.2:x",
    "198.51.100.2:99999999",
    "[::1",
    "::1]:2",
  ];
  for (const entry of [
    ...unusable,
    "198.51.100",
    "1.2.3.4.5",
    "[198.51.100.2]",
    "2001:db8::1:zz",
    "[[::1]]",
    "x".repeat(9999),
  ])
    expect([entry, clientAddress("192.0.2.1", `203.0.113.9, ${entry}`, 1)]).toEqual([entry, "192.0.2.1"]);
});

test("addresses of one IPv6 household are one block", () => {
  expect(addressBlock("2001:db8:1:2::1")).toBe(addressBlock("2001:DB8:0001:2:ffff::9"));
  expect(addressBlock("2001:db8:1:3::1")).not.toBe(addressBlock("2001:db8:1:2::1"));
  expect(addressBlock("::ffff:192.0.2.1")).toBe("192.0.2.1");
});
