import { readerOf } from "#app/domain/outgoing/updates/unsubscribe-link.server.ts";
import { readUpdate } from "#app/domain/outgoing/updates/words/read-update.server.ts";
import type { FrameIn } from "#app/domain/queue/frame.server.ts";
import type { Mailing } from "#app/domain/queue/mailing.ts";
import type { CampaignSender } from "#app/domain/queue/sender-of.ts";
import type { Locale } from "#app/i18n/index.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { CompiledUpdate } from "#app/mail/render.server.ts";
import type { Db } from "#db/index.ts";

/** An update in one language, ready to be rendered for any reader. */
export type WrittenUpdate = CompiledUpdate & {
  sender: CampaignSender;
  replyTo: string | null;
  /** What it says besides its words. */
  frame: FrameIn;
};

/** Compiles an update as readUpdate finds it. Null when none can be read. */
export async function writeUpdate(
  db: Db,
  mailing: Pick<Mailing, "compileUpdate" | "appUrl" | "localMode">,
  updateId: number,
  reader: Locale,
): Promise<WrittenUpdate | null> {
  const update = await readUpdate(db, mailing, updateId, reader);
  if (!update) return null;
  const { props, ...rest } = update;
  return { ...(await mailing.compileUpdate(props)), ...rest };
}

type UpdateMail = { campaign: string; title: string; agrees: boolean; isTest: boolean };

/**
 * Finds what a link to unsubscribe is about: of which campaign, and whether its reader agrees to more. A test
 * went to an organizer, whom nothing unsubscribes. Null when the email or its reader is gone.
 */
export async function findUpdateMail(db: Db, keys: Keys, subject: string): Promise<UpdateMail | null> {
  const reader = readerOf(keys, subject);
  if (reader) {
    const [found] = await db.$client<UpdateMail[]>`
      select c.slug as campaign, c.title, false as "isTest",
        exists (select from consents a where a.supporter_id = s.id and a.campaign_id = c.id
          and a.purpose = 'updates' and a.revoked_at is null) as agrees
      from supporters s, campaigns c where s.id = ${reader.supporterId} and c.id = ${reader.campaignId}`;
    return found ?? null;
  }
  const [mail] = await db.$client<UpdateMail[]>`
    select c.slug as campaign, c.title, d.template = 'update-test' as "isTest",
      d.template = 'update-test' or exists (select from consents a
        where a.supporter_id = d.supporter_id and a.campaign_id = d.campaign_id
        and a.purpose = 'updates' and a.revoked_at is null) as agrees
    from outbox d join campaigns c on c.id = d.campaign_id
    where d.public_id = ${subject} and d.template in ('update', 'update-test')`;
  return mail ?? null;
}
