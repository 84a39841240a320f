import { addresses } from "#app/routes.ts";

/** Whether a route is a page: all else answers with a file, or data. */
export const isPage = (id: string) =>
  addresses.some((route) => route.id === id && route.file.endsWith(".tsx"));

/** An address with a value in place of each of its parameters. */
export const filled = (address: string, values: Record<string, string>, other: string) =>
  address.replace(/:(\w+)|\*/g, (_, name) => values[name] ?? other);
