import { expect, test } from "vitest";
import { isDisposable, markAddress, markName, numberIn } from "#app/domain/review/scoring/address-marks.ts";
import { speaksForeign } from "#app/domain/review/scoring/languages.ts";
import {
  type Crowd,
  countsUp,
  type Facts,
  isClockwork,
  isPrompt,
  scoreSignature,
} from "#app/domain/review/scoring/score.ts";
import { holdsFrom } from "#app/domain/review/scoring/signal.ts";
import { network, outsideNetwork } from "#app/http/client-address.ts";

const facts = (values: Partial<Facts> = {}): Facts => ({
  honeypot: false,
  foreignLanguage: false,
  proof: "not-asked",
  wait: 90_000,
  ofDay: 500,
  crowds: {},
  marks: { disposable: false, random: false, everybodys: true },
  ...values,
});
const crowd = (size: number, values: Partial<Crowd> = {}): Crowd => ({
  size,
  arrivals: [],
  waits: [],
  numbers: [],
  ...values,
});
const isOnHold = (values: Partial<Facts>) => scoreSignature(facts(values)).score >= holdsFrom;
const every = (ms: number, many: number, off: (i: number) => number = () => 0) =>
  Array.from({ length: many }, (_, i) => i * ms + off(i));

test("an unremarkable signer has no score, and a weak sign holds nobody", () => {
  expect(scoreSignature(facts())).toEqual({ score: 0, reasons: [] });
  expect(scoreSignature(facts({ foreignLanguage: true }))).toEqual({ score: 10, reasons: ["language"] });
  const marks = { disposable: true, random: true, everybodys: false };
  expect(isOnHold({ foreignLanguage: true, marks })).toBe(false);
});

test("an office, a university or a telephone company is held back by no size alone", () => {
  for (const size of [80, 400, 5000, 100_000]) {
    const both = { block: crowd(size), domain: crowd(size) };
    expect(isOnHold({ ofDay: size, foreignLanguage: true, crowds: both })).toBe(false);
  }
});

test("a crowd that acts like a program is held, the heaviest reason first", () => {
  const prompt = crowd(200, { waits: every(100, 40, () => 4000) });
  expect(scoreSignature(facts({ crowds: { domain: prompt } })).reasons).toEqual(["quick", "domain"]);
  expect(isOnHold({ crowds: { domain: prompt } })).toBe(true);
  expect(
    isOnHold({ crowds: { block: crowd(60, { arrivals: every(40_000, 60, (i) => (i % 5) * 900) }) } }),
  ).toBe(true);
  expect(isOnHold({ wait: 3000, crowds: { block: crowd(20) } })).toBe(true);
});

test("what no person does holds back by itself", () => {
  expect(isOnHold({ honeypot: true })).toBe(true);
  expect(isOnHold({ proof: "went-on", foreignLanguage: true, crowds: { block: crowd(20) } })).toBe(false);
  expect(isOnHold({ proof: "went-on", crowds: { block: crowd(21) } })).toBe(true);
  expect(isOnHold({ crowds: { alias: crowd(3) } })).toBe(true);
  expect(isOnHold({ crowds: { series: crowd(9, { numbers: [7, 8, 9, 11, 12, 13, 14, 15, 16] }) } })).toBe(
    true,
  );
  const millions = { ofDay: 200_000, crowds: { series: crowd(60, { numbers: every(1, 60) }) } };
  expect(isOnHold(millions)).toBe(true);
});

test("a throwaway address alone is let through, a wave of them is not", () => {
  const marks = { disposable: true, random: false, everybodys: false };
  expect(isOnHold({ marks, crowds: { domain: crowd(3) } })).toBe(false);
  expect(isOnHold({ marks, crowds: { domain: crowd(40) } })).toBe(true);
});

test("many of one name are rare among few and usual among many", () => {
  expect(scoreSignature(facts({ crowds: { name: crowd(60) } })).score).toBeGreaterThan(60);
  expect(scoreSignature(facts({ ofDay: 200_000, crowds: { name: crowd(60) } })).score).toBeLessThan(20);
});

test("years of birth are no series, and people do not come like clockwork", () => {
  expect(countsUp([1985, 1972, 1990, 1961, 2001, 1988])).toBe(false);
  expect(countsUp([1, 2, 3, 4])).toBe(false);
  expect(isClockwork({ arrivals: every(1000, 16) })).toBe(false);
  expect(isClockwork({ arrivals: every(1000, 17) })).toBe(true);
  let at = 0;
  const people = Array.from({ length: 60 }, (_, i) => (at += 1000 * -Math.log(1 - ((i * 37) % 60) / 60.5)));
  expect(isClockwork({ arrivals: people })).toBe(false);
  expect(isPrompt({ waits: [...every(1, 8, () => 9000), 3_600_000, 7_200_000] })).toBe(false);
});

test("addresses that forward in private are not disposable", () => {
  expect(["mailinator.com", "yopmail.com"].every(isDisposable)).toBe(true);
  const private_ = [
    "duck.com",
    "mozmail.com",
    "opayq.com",
    "simplelogin.com",
    "privaterelay.appleid.com",
    "gmail.com",
  ];
  expect(private_.filter(isDisposable)).toEqual([]);
});

test("an address is marked by what it shares with others", () => {
  expect(markAddress("user17@own.net")).toMatchObject({
    series: "user#@own.net",
    domain: "own.net",
    everybodys: false,
  });
  expect([markAddress("a@x.own.net").domain, markAddress("a@dept.uni.ac.uk").domain]).toEqual([
    "own.net",
    "uni.ac.uk",
  ]);
  expect(markAddress("x@ana.anonaddy.com")).toMatchObject({ relay: "anonaddy.com", domain: null });
  expect(markAddress("a.nn-lee@own.net").alias).toBe(markAddress("ann.l_ee@own.net").alias);
  expect(markAddress("ann@gmail.com")).toMatchObject({
    series: null,
    domain: null,
    alias: null,
    random: false,
  });
  expect(markAddress("ann-petition1@yahoo.com").alias).toBe("ann@yahoo.com");
  expect(markAddress("a@yopmail.com").domain).toBe(markAddress("b@mailinator.com").domain);
  expect(markAddress("x7k2p9qv@gmail.com").random).toBe(true);
  expect([numberIn("a12b345@x.org"), numberIn("ann@x1.org")]).toEqual([345, null]);
  expect(markName("  Zoë  Smith 12")).toBe(markName("ZOE smith 7"));
});

test("a language is foreign only where the country speaks none requested", () => {
  expect(speaksForeign("de-DE,de;q=0.9", "DE")).toBe(false);
  expect(speaksForeign("en-GB", "JP")).toBe(false);
  expect(speaksForeign("fr-CH", "CH")).toBe(false);
  expect(speaksForeign("es-US,es", "US")).toBe(false);
  expect(speaksForeign("ru-RU,ru", "MX")).toBe(true);
  expect(speaksForeign(null, "US")).toBe(true);
  expect(speaksForeign(";;;,*", "US")).toBe(true);
});

test("a network is the /24 or the /48, and nothing where the address is none", () => {
  expect(network("192.0.2.77")).toBe("192.0.2");
  expect(network("::ffff:192.0.2.77")).toBe("192.0.2");
  expect(network("2001:db8:1:2::5")).toBe("2001:db8:1");
  expect(network("")).toBe(null);
});

test("this machine and private networks are no network to see a crowd by", () => {
  for (const address of [
    "127.0.0.1",
    "::ffff:10.1.2.3",
    "192.168.0.9",
    "172.31.0.1",
    "100.64.3.2",
    "::1",
    "fe80::1%eth0",
    "fd00::2",
    "",
  ])
    expect(outsideNetwork(address), address).toBe(null);
  expect(outsideNetwork("192.0.2.77")).toBe("192.0.2");
  expect(outsideNetwork("172.32.0.1")).toBe("172.32.0");
  expect(outsideNetwork("2001:db8:1:2::5")).toBe("2001:db8:1");
});
