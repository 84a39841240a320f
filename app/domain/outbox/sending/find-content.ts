import type { Content } from "#app/domain/outbox/content.server.ts";
import { contents, emailsQueued } from "#app/domain/outbox/contents/index.ts";

export const emailNames = emailsQueued.map(({ name }) => name);

/** Finds a claimed email's content: a worker claims those it knows. */
export function contentOf(name: string): Content {
  const found = contents.find((one) => one.name === name);
  if (!found) throw new Error(`no content of the email ${name}`);
  return found;
}
