import type { DbOrTx } from "#db/index.ts";
import { readTranslations } from "../campaigns/translations.server.ts";
import type { Meeting } from "./meeting.ts";

/** What a campaign's texts say in `locale`, each as it was written where it is not known in it. */
export async function sayingIn(
  db: DbOrTx,
  campaignId: number,
  locale: string | undefined,
): Promise<(text: string) => string> {
  const other = locale ? await readTranslations(db, campaignId, locale) : null;
  return (text) => other?.known.get(text) ?? text;
}

/** A meeting with the titles of its proposals as `said` has them. */
export const meetingIn = <M extends Pick<Meeting, "items">>(
  said: (text: string) => string,
  meeting: M,
): M => ({
  ...meeting,
  items: meeting.items.map((item) => ({ ...item, title: said(item.title) })),
});
