import { formatDate, type Locale, words } from "#app/i18n/index.ts";
import type { Block } from "./letter.ts";

/** A company's vote of this year; `endsOn`: the verified day on which it ends (`YYYY-MM-DD`). */
export type VoteOf = { company: string; endsOn: string | null };

/** Tells a company's owners that this year's vote may be open. `asks`: it is not known if they own shares. */
export function ownersBlock(locale: Locale, { company, endsOn }: VoteOf, asks: boolean): Block {
  const { owners } = words(locale).pledge;
  const search = owners.search(company, endsOn && formatDate(locale, endsOn));
  return { kind: "paragraph", text: asks ? `${owners.ask(company)} ${search}` : search };
}
