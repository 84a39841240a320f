import { words } from "#app/i18n/index.ts";
import { fillBlocks, fillFirstNames, firstNameOf } from "#app/lib/first-name.ts";
import type { Letter, MailProps } from "./parts/letter.ts";
import { paragraphOf, type RichBlock } from "./parts/rich-text.ts";
import { day, footer } from "./parts/words.ts";

export type UpdateProps = MailProps & {
  subject: string;
  /** Null: the default. Empty: none. */
  greeting?: string | null | undefined;
  blocks: RichBlock[];
  /** The update's number, and the day it began to be sent. */
  issue?: { number: number; startedAt: Date } | undefined;
  /** The reader's. */
  name: string;
  /** Fills `{first_name|…}` in, by its fallback. By default with `firstNameOf` of the name. */
  firstName?: ((fallback: string) => string) | undefined;
  /** The reader's own: can only unsubscribe, and never expires. */
  unsubscribeUrl: string;
  /** The page that requests a personal link. Updates get forwarded, so they contain none. */
  manageUrl: string;
  /** The update's page; null if it is not public. */
  pageUrl: string | null;
};

/** Renders an update for a subscriber. Only first name and unsubscribe link differ between readers. */
export function update(props: UpdateProps): Letter {
  const { locale, campaign, issue, pageUrl } = props;
  const { firstName = (fallback: string) => firstNameOf(props.name) ?? fallback } = props;
  const subject = fillFirstNames(props.subject, firstName);
  const w = words(locale).mail.update;
  const greeting = fillFirstNames(props.greeting ?? w.greeting, firstName);
  return {
    locale,
    subject,
    preview: w.preview,
    ...(issue && { eyebrow: w.eyebrow(issue.number, day(locale, issue.startedAt)) }),
    heading: subject,
    blocks: [
      ...(greeting === "" ? [] : [{ kind: "rich" as const, of: [paragraphOf(greeting)] }]),
      { kind: "rich", of: fillBlocks(props.blocks, firstName) },
      ...(campaign.operator
        ? [{ kind: "paragraph" as const, text: w.signOff(campaign.operator, campaign.title) }]
        : []),
      ...(pageUrl ? [{ kind: "link" as const, text: w.onTheWeb, url: pageUrl }] : []),
    ],
    footer: footer(props, w.reason, [
      { label: w.stop, url: props.unsubscribeUrl },
      { label: w.manage, url: props.manageUrl },
    ]),
  };
}
