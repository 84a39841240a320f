import { type Chance, chance } from "./chance.ts";

/** One posted form, its sender, and what happens to its email. Times in milliseconds from the start. */
export type Posted = {
  who: string;
  honest: boolean;
  at: number;
  /** Milliseconds until it is confirmed; null: never. */
  wait: number | null;
  name: string;
  email: string;
  country: string;
  address: string;
  honeypot: boolean;
  acceptLanguage: string | null;
};

const words = (text: string) => text.trim().split(/\s+/);
export const firstNames = words(`
  James Mary Robert Patricia John Jennifer Michael Linda David Elizabeth William Barbara Richard Susan Joseph
  Jessica Thomas Sarah Charles Karen Maria Ana Luis Carlos José Emily Daniel Nancy Matthew Lisa Anthony Betty
  Mark Sandra Donald Ashley Steven Kimberly Andrew Donna Paul Carol Joshua Michelle Kenneth Amanda Kevin
  Melissa Brian Deborah Timothy Stephanie Ronald Rebecca Jason Laura Jeffrey Sharon Ryan Cynthia Jacob Dorothy
  Gary Amy Nicholas Kathleen Eric Angela Jonathan Shirley Stephen Emma Larry Brenda Justin Pamela Scott Nicole
  Brandon Anna Benjamin Samantha Samuel Katherine Wei Fatima Mohammed Aisha Yuki Priya Rahul Mei Olga Ivan
  Ingrid Sven Chiara Luca Zofia Jakub Amara Kwame Nia Tariq`);
export const lastNames = words(`
  Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Hernandez Lopez Gonzalez Wilson
  Anderson Thomas Taylor Moore Jackson Martin Lee Perez Thompson White Harris Sanchez Clark Ramirez Lewis
  Robinson Walker Young Allen King Wright Scott Torres Nguyen Hill Flores Green Adams Nelson Baker Hall Rivera
  Campbell Mitchell Carter Roberts Gomez Phillips Evans Turner Diaz Parker Cruz Edwards Collins Reyes Stewart
  Morris Morales Murphy Cook Rogers Gutierrez Ortiz Morgan Cooper Peterson Bailey Reed Kelly Howard Ramos Kim
  Cox Ward Richardson Watson Brooks Chavez Wood James Bennett Gray Mendoza Ruiz Hughes Price Alvarez Castillo
  Sanders Patel Myers Long Ross Foster Jimenez Schmidt Müller Rossi Novak Kowalski Okafor Mensah Haddad Khan
  Singh Chen Wang Li Zhang Tanaka Sato Ivanova Petrov Jansen Larsen Nilsson Dubois Lefebvre Silva Santos Costa
  Almeida Keller Fischer Weber Wagner Becker Hoffmann Schulz Koch Richter Klein Wolf Neumann`);

export const nets = (seed: number, many: number) => {
  const { below } = chance(seed);
  return Array.from({ length: many }, () => `${20 + below(180)}.${below(256)}.${below(256)}`);
};

const providers = [
  ...Array<string>(11).fill("gmail.com"),
  ...words(
    "outlook.com hotmail.com yahoo.com yahoo.com icloud.com proton.me aol.com comcast.net gmx.de " +
      "web.de me.com",
  ),
];
const relays = words("duck.com mozmail.com passmail.net simplelogin.com privaterelay.appleid.com");

export const plain = (name: string) =>
  name
    .normalize("NFKD")
    .replace(/[^a-z]/gi, "")
    .toLowerCase();

/** Makes an address as people choose one. */
export function ownAddress({ pick, is, below, letters }: Chance, first: string, last: string): string {
  const [f, l] = [plain(first), plain(last)];
  if (is(0.015)) return `${letters(9)}@${pick(relays)}`;
  if (is(0.12))
    return `${pick([f, `${f}.${l}`, "mail", "hello"])}@${l}${pick(["", "family", "design", "-law"])}${below(900)}.org`;
  const year = 50 + below(56);
  const short = String(year % 100).padStart(2, "0");
  const local = pick([
    `${f}.${l}`,
    `${f}${l}`,
    `${f[0]}${l}`,
    `${l}.${f}`,
    `${f}_${l}`,
    `${f}${l}${short}`,
    `${f}.${l}${short}`,
    `${f}${1900 + year}`,
    `${l}${f[0]}${below(10)}`,
    `${letters(4, "bcdfgklmnprst")}${l}${below(100)}`,
  ]);
  return `${local}${is(0.55) ? letters(2, "abcdefghijklmnopqrst") : ""}@${pick(providers)}`;
}

const countries = [
  ...Array<string>(14).fill("US"),
  "US",
  "GB",
  "CA",
  "DE",
  "FR",
  "ES",
  "NL",
  "IE",
  "AU",
  "MX",
  "BR",
  "IN",
];
const native: Record<string, string> = {
  DE: "de-DE,de",
  FR: "fr-FR,fr",
  ES: "es-ES,es",
  NL: "nl-NL,nl",
  MX: "es-MX,es",
  BR: "pt-BR,pt",
};
const otherLanguages = ["pl-PL,pl", "zh-CN,zh", "tr-TR,tr", "ja-JP", "ru-RU,ru"];

/**
 * Makes `many` people in three days: most of them in a spike of fifty times the usual rate on the second, at
 * home, at work or with a telephone company, of which eighty sit in one office. One in five never confirms;
 * some use addresses that are thrown away, have a browser that fills every field, or live where they do not
 * speak the language.
 */
export function honestPeople(seed: number, many: number): Posted[] {
  const random = chance(seed);
  const { pick, often, is, below, between, exponential, logNormal } = random;
  const office = Math.min(80, Math.floor(many / 6));
  const [homes, carriers] = [nets(seed + 1, 4000), nets(seed + 2, 12)];
  // A spike of two hours at fifty times the rate of the other 70 hours.
  const usual = (many - office) / (70 + 2 * 50);
  const people: Posted[] = [];
  for (let i = 0; i < many - office; i++) {
    const inSpike = i >= 70 * usual;
    const at = (inSpike ? 30 + between(0, 2) : pick([between(0, 30), between(32, 72)])) * 3_600_000;
    const [first, last, country] = [often(firstNames), often(lastNames), pick(countries)];
    people.push({
      who: inSpike ? "spike" : "usual",
      honest: true,
      at,
      country,
      name: `${first} ${last}`,
      wait: is(0.2) ? null : Math.max(9000, logNormal(110_000, 1.4)),
      email: is(0.002) ? `${plain(first)}${below(99)}@yopmail.com` : ownAddress(random, first, last),
      address: `${is(0.35) ? pick(carriers) : pick(homes)}.${below(254)}`,
      honeypot: is(0.001),
      acceptLanguage: is(0.08) ? pick(otherLanguages) : (native[country] ?? "en-US,en"),
    });
  }
  let at = 52 * 3_600_000;
  for (let i = 0; i < office; i++) {
    at += exponential(30_000);
    const [first, last] = [pick(firstNames), pick(lastNames)];
    const atWork = `${plain(first)}.${plain(last)}${is(0.2) ? below(9) : ""}@newsroom-office.com`;
    people.push({
      who: "office",
      honest: true,
      at,
      country: "US",
      name: `${first} ${last}`,
      honeypot: false,
      wait: is(0.1) ? null : Math.max(9000, logNormal(75_000, 1.3)),
      email: is(0.85) ? atWork : ownAddress(random, first, last),
      address: "198.51.100.7",
      acceptLanguage: is(0.1) ? pick(otherLanguages) : "en-US,en",
    });
  }
  return [...people, ...neighbors(random, many)];
}

/**
 * Makes people of small domains, each group behind one connection: a school whose addresses are numbers, a
 * union's branch, and families of five.
 */
function neighbors(random: Chance, many: number): Posted[] {
  const { pick, is, below, exponential, logNormal } = random;
  const groups = [
    { who: "school", domain: "county-school.org", size: 30, every: 40_000 },
    { who: "union", domain: "local-union-12.org", size: 40, every: 90_000 },
    ...[1, 2, 3, 4].map((n) => ({ who: "family", domain: `family${n}-home.net`, size: 5, every: 120_000 })),
  ];
  return groups.flatMap(({ who, domain, size, every }, group) => {
    let at = (40 + 3 * group) * 3_600_000;
    const [last, order] = [pick(lastNames), random.shuffled(size)];
    return Array.from({ length: Math.min(size, Math.ceil(many / 15)) }, (_, i): Posted => {
      at += exponential(every);
      const [first, family] = [pick(firstNames), who === "family" ? last : pick(lastNames)];
      const local = who === "school" ? `pupil${4000 + (order[i] ?? 0)}` : `${plain(first)}.${plain(family)}`;
      return {
        who,
        honest: true,
        at,
        country: "US",
        name: `${first} ${family}`,
        honeypot: false,
        wait: Math.max(9000, logNormal(75_000, 1.3)),
        email: `${local}@${domain}`,
        address: `198.51.${101 + group}.${below(6)}`,
        acceptLanguage: is(0.1) ? pick(otherLanguages) : "en-US,en",
      };
    });
  });
}
