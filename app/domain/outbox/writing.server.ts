import type { readTranslations } from "#app/domain/campaign/translations/translations.server.ts";
import { commonProps, localeOf } from "#app/domain/queue/common-props.ts";
import type { Mailing } from "#app/domain/queue/mailing.ts";
import type { MailingCampaign } from "#app/domain/queue/mailing-campaign.server.ts";
import type { CampaignSender } from "#app/domain/queue/sender-of.ts";
import { type Locale, localizedPath } from "#app/i18n/index.ts";
import { createToken, type TokenPurpose } from "#app/lib/token.server.ts";
import type { Db } from "#db/index.ts";

/** An email with its person and the campaign it speaks for. Times as the database writes them. */
export type Row = MailingCampaign &
  CampaignSender & {
    id: number;
    publicId: string;
    createdAt: string;
    to: string;
    replyTo: string | null;
    /** The public id of a supporter, or the id of an organizer. */
    personId: string;
    name: string;
    /** The language of a supporter, or the one an organizer asked for a test in. */
    locale: string | null;
    campaignId: number;
    /** The campaign's own language. */
    written: string;
    /** The campaign in the reader's language; null if that is its own. */
    translated: Awaited<ReturnType<typeof readTranslations>>;
  };

/** Days that a link to a person's own data works. */
export const personalLinkDays = 7;

export const inDays = (time: Date, days: number) => new Date(time.getTime() + days * 86_400_000);

/** What every email is written with. Links derive from ids and times of rows. */
export type Writing = {
  db: Db;
  mailing: Mailing;
  locale: Locale;
  /** What every email of a campaign says of it. */
  common: ReturnType<typeof commonProps>;
  queuedAt: Date;
  /** The address of a page in the reader's language. */
  url(path: string): string;
  token(purpose: TokenPurpose, subject: string, issuedAt: Date, expiresAt: Date): string;
  /** A link to everything stored about a supporter. */
  personal(): { personalUrl: string; personalUntil: Date };
  /** A link that takes back what the email is about. */
  undo(kind: "signature" | "pledge" | "letter", publicId: string): { undoUrl: string; undoUntil: Date };
};

export function writingOf(db: Db, mailing: Mailing, row: Row): Writing {
  const locale = localeOf(row.locale);
  const queuedAt = new Date(row.createdAt);
  const url = (path: string) => mailing.appUrl + localizedPath(locale, path);
  const token: Writing["token"] = (purpose, subject, issuedAt, expiresAt) =>
    createToken(mailing.keys, purpose, { subject, issuedAt, expiresAt });
  const personal = () => {
    const personalUntil = inDays(queuedAt, personalLinkDays);
    return {
      personalUrl: url(`/manage/${token("manage", row.personId, queuedAt, personalUntil)}`),
      personalUntil,
    };
  };
  const undo: Writing["undo"] = (kind, publicId) => {
    const undoUntil = inDays(queuedAt, personalLinkDays);
    return { undoUrl: url(`/undo/${token(`undo-${kind}`, publicId, queuedAt, undoUntil)}`), undoUntil };
  };
  const common = commonProps(mailing, locale, row);
  return { db, mailing, locale, common, queuedAt, url, token, personal, undo };
}
