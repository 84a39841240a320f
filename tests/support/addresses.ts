import { addresses } from "#app/routes.ts";

/** Tells a page from a route that answers with a file, or data. */
export const isPage = (id: string) =>
  addresses.some((route) => route.id === id && route.file.endsWith(".tsx"));

/** Fills each parameter of an address with a value. */
export const filled = (address: string, values: Record<string, string>, other: string) =>
  address.replace(/:(\w+)|\*/g, (_, name) => values[name] ?? other);
