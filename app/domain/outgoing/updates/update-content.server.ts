import { createHash } from "node:crypto";
import type { UpdateContent } from "./update-form.ts";

const sorted = (content: UpdateContent) => [...content.texts].sort((a, b) => (a.locale < b.locale ? -1 : 1));

/** Omits empty lists, so that updates approved before these lists existed keep their hash. */
function audienceOf({ audience }: UpdateContent) {
  const { countries, did, since, languages, holding, willing, companies } = audience;
  const lists = [languages, holding, willing, companies].map((list) => [...list].sort());
  return [[...countries].sort(), did, since, ...(lists.some((list) => list.length > 0) ? [lists] : [])];
}

const sha256 = (value: unknown) => createHash("sha256").update(JSON.stringify(value)).digest();

/** Hashes the texts by language, the audience and the archive setting: what an approval covers. */
export const hashOfContent = (content: UpdateContent): Buffer =>
  sha256([
    sorted(content).map(({ locale, subject, body }) => [locale, subject, body]),
    audienceOf(content),
    content.inArchive,
  ]);

/** Returns 16 hex digits of each part's sha256: enough to tell what differs, not what it says. */
export function partsOf(content: UpdateContent): Record<string, string> {
  const digits = (value: unknown) => sha256(value).toString("hex").slice(0, 16);
  const texts = sorted(content).map(({ locale, subject, body }) => [locale, digits([subject, body])]);
  return {
    ...Object.fromEntries(texts),
    audience: digits(audienceOf(content)),
    archive: digits(content.inArchive),
  };
}

/** Names the parts two differ in, such as `subject-en`: what they say is in no log. */
export function differingParts(one: UpdateContent, other: UpdateContent): string[] {
  const parts = (content: UpdateContent) =>
    new Map<string, string>([
      ...sorted(content).flatMap(({ locale, subject, body }): [string, string][] => [
        [`subject-${locale}`, subject],
        [`body-${locale}`, body],
      ]),
      ["audience", JSON.stringify(audienceOf(content))],
      ["archive", String(content.inArchive)],
    ]);
  const [before, after] = [parts(one), parts(other)];
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (part) => before.get(part) !== after.get(part),
  );
}
