import type { SignatureDisplay } from "#app/domain/entries/signatures/signature.ts";
import type { ConsentPurpose } from "#app/domain/supporters/consent.ts";
import { chance, oneOf } from "./chance.ts";
import { comments, countries, familyNames, givenNames, sources, spanishSpeaking } from "./words.ts";

const hour = 3_600_000;

/** Days since the campaign opened. */
const days = 61;

/** Returns when the campaign opened: nobody signed before. */
export const launchOf = (now: Date) => new Date(now.getTime() - days * 24 * hour);

export type DemoSigner = {
  n: number;
  name: string;
  email: string;
  country: string;
  locale: "en" | "es";
  signedAt: Date;
  /** Null if not confirmed. */
  confirmedAt: Date | null;
  withdrawnAt: Date | null;
  comment: string | null;
  display: SignatureDisplay;
  source: string | null;
  consents: ConsentPurpose[];
  /** One of a series signed within seconds from one network, apparently by a program. */
  isOfSeries: boolean;
};

/** Makes signers over two months up to `now`: many at first, fewer at night, more after an update. */
export function makeSigners(many: number, now: Date): DemoSigner[] {
  const hours = weighHours(now);
  const total = hours.reduce((sum, { weight }) => sum + weight, 0);
  let sum = 0;
  const signers: DemoSigner[] = [];
  for (const { at, weight } of hours) {
    sum += weight;
    while (signers.length < (sum / total) * many) {
      const n = signers.length;
      signers.push(makeSigner(n, at, now, n >= many - 80 && n < many - 60));
    }
  }
  return signers;
}

function weighHours(now: Date) {
  return Array.from({ length: days * 24 }, (_, n) => {
    const at = new Date(launchOf(now).getTime() + n * hour);
    const age = n / 24;
    const launch = 1 + 8 * Math.exp(-age / 5);
    const news = 1 + 3 * Math.exp(-(((age - 14 + days) % 28) / 2));
    const daylight = 0.2 + (1 - Math.cos(((at.getUTCHours() - 7) / 24) * 2 * Math.PI)) / 2;
    return { at, weight: launch * news * daylight };
  });
}

function makeSigner(n: number, from: Date, now: Date, isOfSeries: boolean): DemoSigner {
  const given = givenNames[n % givenNames.length] ?? "";
  const family = familyNames[(n * 7 + Math.floor(n / givenNames.length)) % familyNames.length] ?? "";
  const country = oneOf(countries, n, 1);
  const locale = spanishSpeaking.has(country) || (country === "US" && chance(n, 2) < 0.08) ? "es" : "en";
  const signedAt = new Date(from.getTime() + chance(n, 3) * hour);
  const confirmed = new Date(signedAt.getTime() + (20 + 900 * chance(n, 4) ** 4) * 1000);
  const isConfirmed = chance(n, 5) < 0.93 && confirmed < now;
  const withdrawn = new Date(confirmed.getTime() + 9 * 24 * hour);
  const display = oneOf(["anonymous", "anonymous", "initials", "public"] as const, n, 6);
  const { ofResidents, ofAnyone, asks } = comments[locale];
  const reasons = country === "US" ? [...ofResidents, ...ofAnyone] : ofAnyone;
  const agreed = (purpose: ConsentPurpose, part: number, salt: number) =>
    chance(n, salt) < part ? [purpose] : [];
  return {
    n,
    name: `${given} ${family}`,
    email:
      `${given}.${family}.${n}@${oneOf(["example.org", "example.com", "example.net"], n, 8)}`.toLowerCase(),
    country,
    locale,
    signedAt,
    confirmedAt: isConfirmed ? confirmed : null,
    withdrawnAt: isConfirmed && chance(n, 9) < 0.012 && withdrawn < now ? withdrawn : null,
    comment: chance(n, 10) < 0.07 ? `${oneOf(reasons, n, 7)} ${oneOf(asks, n, 11)}` : null,
    display,
    source: chance(n, 12) < 0.5 ? oneOf(sources, n, 13) : null,
    consents: [
      "sign",
      ...agreed("updates", 0.62, 14),
      ...agreed("deliver_to_company", 0.55, 15),
      ...(display === "anonymous" ? [] : (["public_name"] as const)),
    ],
    isOfSeries,
  };
}
