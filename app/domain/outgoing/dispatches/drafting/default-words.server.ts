import { sql } from "drizzle-orm";
import type { DispatchKind } from "#app/domain/outgoing/dispatches/dispatch.ts";
import { localeOf } from "#app/domain/queue/common-props.ts";
import { words } from "#app/i18n/index.ts";
import type { DbOrTx } from "#db/index.ts";

export type DefaultWords = { locale: string; subject: string; body: string };

/** Returns the first words of a draft to a company, in the campaign's first language. Null without such. */
export async function defaultWords(
  db: DbOrTx,
  { campaignId, companyId }: { campaignId: number; companyId: number },
  kind: DispatchKind,
): Promise<DefaultWords | null> {
  const [campaign] = await db.execute<{ locale: string; title: string; company: string }>(sql`
    select c.languages[1] as locale, c.title, t.name as company
    from campaigns c join targets t on t.id = ${companyId} where c.id = ${campaignId}`);
  if (!campaign) return null;
  const { locale, title, company } = campaign;
  const { subject, body } = words(localeOf(locale)).letterPapers.dispatch.draft[kind];
  return { locale, subject: subject(company), body: body({ title, company }) };
}
