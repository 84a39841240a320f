import { uuidPattern } from "#app/lib/uuid.ts";
import { addresses, type PageClass, type Traits } from "#app/routes.ts";

type Shared = Pick<Traits, "class" | "machine" | "upload" | "needs">;
/** A prefix of addresses, up to one of their segments. */
type Front = { routes: Traits[]; shared: Shared; next: Map<string, Front> };

const newFront = (): Front => ({ routes: [], shared: { class: "public" }, next: new Map() });
const anyValue = ":";
const whole = newFront();
for (const route of addresses) {
  let front = whole;
  for (const segment of route.address.split("/").filter((part) => part && part !== "*")) {
    const name = segment.startsWith(anyValue) ? anyValue : segment;
    const next = front.next.get(name) ?? newFront();
    front.next.set(name, next);
    front = next;
  }
  front.routes.push(route);
}
settle(whole, whole.shared);

/** Gives each prefix what its own routes share, or if it has none, what all routes below it share. */
function settle(front: Front, above: Shared) {
  const routes = front.routes.length > 0 ? front.routes : routesFrom(front);
  const [first] = routes;
  const same = (trait: keyof Shared) => routes.every((route) => route[trait] === first?.[trait]);
  front.shared = {
    class: (same("class") && first?.class) || above.class,
    ...(same("machine") && first?.machine && { machine: first.machine }),
    ...(same("upload") && first?.upload && { upload: first.upload }),
    ...(same("needs") && first?.needs && { needs: first.needs }),
  };
  for (const next of front.next.values()) settle(next, front.shared);
}

function routesFrom(front: Front): Traits[] {
  return [...front.routes, ...[...front.next.values()].flatMap(routesFrom)];
}

/** Returns the traits of a path without language; with no route, those of addresses with the same start. */
export const traitsOf = (path: string): Shared =>
  follow((path.endsWith(".data") ? path.slice(0, -".data".length) : path).toLowerCase());

function follow(path: string): Shared {
  let front = whole;
  let at = 1;
  while (at < path.length) {
    const slash = path.indexOf("/", at);
    const end = slash < 0 ? path.length : slash;
    const segment = path.slice(at, end);
    const next = front.next.get(segment) ?? (segment ? front.next.get(anyValue) : undefined);
    if (!next) break;
    front = next;
    at = end + 1;
  }
  return front.shared;
}

/** Returns the class of a path without its language: with a query, some pages are personal. */
export const pageClass = (path: string, search = ""): PageClass =>
  isOwn(path, search) ? "personal" : traitsOf(path).class;

/** Returns what a page must know about its address. */
export const placeOf = (path: string, search: string) => ({
  path,
  isPersonal: pageClass(path, search) === "personal",
  isEmbedded: isEmbeddable(path),
});

/** Patterns for the parameters in the address of a cached page. */
const shapes: Record<string, string> = {
  campaign: "[a-z0-9-]{3,64}",
  company: "[a-z0-9-]{1,64}",
  cursor: uuidPattern,
  letter: uuidPattern,
  number: "[1-9]\\d{0,8}",
  file: "packet\\.(?:pdf|txt)",
};

/** Matches the addresses of the routes that `of` accepts. */
function spelled(of: (route: Traits) => boolean | undefined): RegExp {
  const patterns = addresses
    .filter(of)
    .map(({ address }) =>
      address.replaceAll(".", "\\.").replace(/:(\w+)/g, (_, name) => shapes[name] ?? "[^/]+"),
    );
  return new RegExp(`^(?:${patterns.join("|")})$`);
}

const posted = spelled(({ machine }) => machine === "webhook" || machine === "one-click");
const cacheable = spelled(({ cached }) => cached);
const own = spelled(({ ownBy }) => ownBy !== undefined);
const embeddable = spelled(({ embeddable }) => embeddable);

/** Tells which pages are the same for everyone, so that one rendering answers all. */
export const isCacheable = (path: string) => cacheable.test(path);

/** Returns whether one person requests a shared page: their address is sealed in the query. */
export const isOwn = (path: string, search: string) => /[?&]for=/.test(search) && own.test(path);

/** Tells what other sites may frame: only the widgets. */
export const isEmbeddable = (path: string) => embeddable.test(path);

/**
 * Tells where programs post without an origin: webhooks are signed, one-click unsubscribing holds a token,
 * and so do the API's actions, which read no cookie.
 */
export const isForMachines = (path: string): boolean =>
  follow(path).machine === "token" || posted.test(path.replace(/\/$/, ""));
