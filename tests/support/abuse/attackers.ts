import { type Chance, chance } from "./chance.ts";
import { firstNames, lastNames, nets, ownAddress, type Posted, plain } from "./people.ts";

type Made = Pick<Posted, "name" | "email" | "address" | "wait"> & Partial<Posted>;
type Kind = {
  /** Percent. */
  share: number;
  /** Milliseconds between two, on average, and whether they are regular. */
  every: number;
  steady?: true;
  make: (
    random: Chance,
    i: number,
    person: { first: string; last: string; proxy: string; split: number },
  ) => Made;
};

const throwaway = [
  "mailinator.com",
  "yopmail.com",
  "guerrillamail.com",
  "sharklasers.com",
  "10minutemail.com",
  "trashmail.com",
];
const byProgram = ({ between }: Chance) => between(1500, 5500);
const byPolling = ({ between }: Chance) => between(3000, 45_000);
const byHand = ({ logNormal }: Chance) => Math.max(9000, logNormal(110_000, 1.4));

/** Ways to fake signatures, each with the mailboxes it needs: an unconfirmed one never counts. */
const kinds: Record<string, Kind> = {
  /** One server, mailboxes bought at a large provider, links followed by a program. */
  flood: {
    share: 12,
    every: 4000,
    make: (random, _i, { first, last }) => ({
      name: `${first} ${last}`,
      email: ownAddress(random, first, last),
      wait: byProgram(random),
      address: `185.20.30.${random.below(16)}`,
    }),
  },
  /** Their own domain that takes any address, through rented connections. */
  ownDomain: {
    share: 14,
    every: 20_000,
    make: (random, _i, { first, last, proxy }) => ({
      name: `${first} ${last}`,
      wait: byPolling(random),
      address: proxy,
      email: `${plain(first)}.${plain(last)}${random.below(99)}@citizens-mail.net`,
    }),
  },
  /** The same with three domains, confirmed with human delays, from one hosting company. */
  ownDomains: {
    share: 8,
    every: 25_000,
    steady: true,
    make: (random, i, { first, last, split }) => ({
      name: `${first} ${last}`,
      wait: byHand(random),
      address: `45.90.${i % split}.${random.below(200)}`,
      email: `${plain(first)}${plain(last)[0]}${random.letters(2)}@voters${i % split}.info`,
    }),
  },
  throwaway: {
    share: 14,
    every: 30_000,
    make: (random, _i, { first, last, proxy }) => ({
      name: `${first} ${last}`,
      wait: byHand(random),
      address: proxy,
      email: `${plain(first)}${random.letters(4)}@${random.pick(throwaway)}`,
    }),
  },
  countingUp: {
    share: 10,
    every: 15_000,
    make: (random, i, { first, last, proxy }) => ({
      name: `${first} ${last}`,
      wait: byHand(random),
      address: proxy,
      email: `freevoter${1000 + i}@gmail.com`,
    }),
  },
  numbers: {
    share: 8,
    every: 20_000,
    make: (random, i, { first, last, proxy, split }) => ({
      name: `${first} ${last}`,
      wait: byPolling(random),
      address: proxy,
      email: `${["sam.park", "kim.lane", "alex.voter"][i % split]}${random.below(100_000)}@outlook.com`,
    }),
  },
  /** One network, every 40 seconds, otherwise like people. */
  clockwork: {
    share: 8,
    every: 40_000,
    steady: true,
    make: (random, _i, { first, last }) => ({
      name: `${first} ${last}`,
      email: ownAddress(random, first, last),
      wait: byHand(random),
      address: `77.88.9.${random.below(200)}`,
    }),
  },
  fillsEverything: {
    share: 10,
    every: 12_000,
    make: (random, _i, { first, last, proxy }) => ({
      name: `${first} ${last}`,
      wait: byHand(random),
      address: proxy,
      honeypot: true,
      email: `${plain(first)}${random.letters(3)}@gmail.com`,
    }),
  },
  aliases: {
    share: 6,
    every: 30_000,
    make: (random, i, { first, last, proxy }) => ({
      name: `${first} ${last}`,
      wait: byHand(random),
      address: proxy,
      email: `${dotted(random, "onepersonwithmanynames")}@box${Math.floor(i / 60)}.net`,
    }),
  },
  sameNames: {
    share: 6,
    every: 25_000,
    make: (random, i, { proxy, split }) => ({
      name: `${firstNames[(i % split) + 40]} ${lastNames[(i % split) + 60]}`,
      wait: byPolling(random),
      address: proxy,
      email: `${random.letters(10)}@gmail.com`,
    }),
  },
  /** One network, a few an hour for days. */
  drip: {
    share: 2,
    every: 900_000,
    make: (random, _i, { first, last }) => ({
      name: `${first} ${last}`,
      email: ownAddress(random, first, last),
      wait: byProgram(random),
      address: `91.10.20.${random.below(250)}`,
    }),
  },
  /** Like people in every way, so nothing identifies them: they keep the recall honest. */
  careful: {
    share: 2,
    every: 400_000,
    make: (random, _i, { first, last, proxy }) => ({
      name: `${first} ${last}`,
      email: ownAddress(random, first, last),
      wait: byHand(random),
      address: proxy,
      acceptLanguage: "en-US,en",
    }),
  },
};

const dotted = ({ is }: Chance, local: string) =>
  [...local].map((letter, i) => (i > 0 && is(0.3) ? `.${letter}` : letter)).join("");

/**
 * Makes what strangers without a mailbox type, and nobody confirms. At each domain that honest people share
 * and from its network, a crowd like clockwork, with numbers in order; and the addresses of two in three of
 * these people, with every mark of a program, a minute before or after their own form.
 */
export function strangers(seed: number, honest: readonly Posted[]): Posted[] {
  const random = chance(seed + 9);
  const shared = honest.filter(({ who }) => ["office", "school", "union", "family"].includes(who));
  const domainOf = ({ email }: Posted) => email.split("@")[1] ?? "";
  return [...new Set(shared.map(domainOf))].flatMap((domain) => {
    const people = shared.filter((person) => domainOf(person) === domain);
    const from = Math.min(...people.map(({ at }) => at)) - 600_000;
    const marks = {
      who: "stranger",
      honest: false,
      wait: null,
      country: "US",
      acceptLanguage: null,
    } as const;
    const crowd = people.flatMap((person, i) =>
      [0, 1].map((half): Posted => {
        const n = 2 * i + half;
        const email = `${half ? "pupil" : "guess"}${4000 + n}${half ? "" : random.letters(3)}@${domain}`;
        return {
          ...marks,
          at: from + n * 10_000,
          name: person.name,
          email,
          address: person.address,
          honeypot: false,
        };
      }),
    );
    const guesses = people.flatMap((person, i): Posted[] =>
      i % 3 === 0
        ? []
        : [
            {
              ...person,
              ...marks,
              at: person.at + (i % 3 === 1 ? -60_000 : 5000),
              address: "185.20.30.9",
              honeypot: true,
            },
          ],
    );
    return [...crowd, ...guesses];
  });
}

/** Domains of those who sign many times from one mailbox. */
export const onePersons = {
  proton: "proton.me",
  catchAll: "one-persons-mail.net",
  subdomains: "one-persons-hosts.org",
  relay: "aleeas.com",
};

const protonDomains = ["proton.me", "protonmail.com", "pm.me"];

/**
 * Makes four people who sign many times within seven minutes, each with one mailbox, and otherwise as people
 * do: Proton's spellings and domains, any address at their own domain, any host below it, aliases of a relay.
 */
export function repeaters(seed: number, many: number): Posted[] {
  const random = chance(seed + 10);
  const proxies = nets(seed + 11, 500);
  const ways = {
    proton: () => `${dotted(random, "onepersonwithmanyspellings")}@${random.pick(protonDomains)}`,
    catchAll: (local: string) => `${local}@${onePersons.catchAll}`,
    subdomains: (local: string) => `${local}@${random.letters(5, "bcdaeo")}.${onePersons.subdomains}`,
    relay: (local: string) => `${local}.${random.letters(4)}@${onePersons.relay}`,
  };
  return Object.entries(ways).flatMap(([who, address], turn): Posted[] => {
    let at = (20 + turn) * 3_600_000;
    return Array.from({ length: Math.max(26, Math.round(many / 38)) }, (): Posted => {
      at += random.exponential(3200);
      const [first, last] = [random.often(firstNames), random.often(lastNames)];
      return {
        who,
        honest: false,
        at,
        country: "US",
        name: `${first} ${last}`,
        honeypot: false,
        wait: byHand(random),
        email: address(`${plain(first)}.${plain(last)}${random.letters(2, "abcdefgh")}`),
        address: `${random.pick(proxies)}.${random.below(254)}`,
        acceptLanguage: "en-US,en",
      };
    });
  });
}

/** Makes `many` attackers' signatures of all kinds, each kind beginning at its own time. */
export function attackers(seed: number, many: number): Posted[] {
  const random = chance(seed + 7);
  const proxies = nets(seed + 8, 3000);
  return Object.entries(kinds).flatMap(([who, kind]) => {
    let at = random.between(0, 40) * 3_600_000;
    const own = Math.round((many * kind.share) / 100);
    // Fewer signatures have fewer domains, stems and names.
    const split = Math.min(3, Math.max(1, Math.floor(own / 60)));
    return Array.from({ length: own }, (_, i): Posted => {
      at += kind.steady ? kind.every * random.between(0.8, 1.2) : random.exponential(kind.every);
      const [first, last] = [random.often(firstNames), random.often(lastNames)];
      const proxy = `${random.pick(proxies)}.${random.below(254)}`;
      return {
        who,
        honest: false,
        at,
        country: "US",
        honeypot: false,
        acceptLanguage: random.is(0.4) ? null : "en-US,en;q=0.9",
        ...kind.make(random, i, { first, last, proxy, split }),
      };
    });
  });
}
