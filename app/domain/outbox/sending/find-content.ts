import type { Content } from "#app/domain/outbox/content.server.ts";
import { contents, emailsQueued } from "#app/domain/outbox/contents/index.ts";

export const emailNames = emailsQueued.map(({ name }) => name);

/** The content of a claimed email: a worker claims those that it knows. */
export function contentOf(name: string): Content {
  const found = contents.find((one) => one.name === name);
  if (!found) throw new Error(`no content of the email ${name}`);
  return found;
}
