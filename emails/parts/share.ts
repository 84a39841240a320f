import { words } from "#app/i18n/index.ts";
import type { JustDone } from "#app/i18n/share-texts.ts";
import type { Block, FootLink, MailProps } from "./letter.ts";
import { type Next, nextBlocks } from "./words.ts";

/** Links that each open a message to share. */
export type Share = { share: FootLink[] };

/**
 * Asks for the next act, with the email's button: after signing to share, otherwise to take the step that is
 * left, if any. The other follows as links.
 */
export function actBlocks(props: MailProps & Share & Next, just: JustDone): Block[] {
  const shareFirst = just === "signed" || !props.next;
  const step = nextBlocks(props.locale, props, !shareFirst);
  return shareFirst ? [shareBlock(props, just, true), ...step] : [...step, shareBlock(props, just, false)];
}

/** Lists ways to share, and the address for others. */
function shareBlock(
  { locale, campaign, share }: MailProps & Share,
  just: JustDone,
  withButton: boolean,
): Block {
  const w = words(locale).mail.parts;
  const [first, ...rest] = share;
  const text = w.share[just];
  const address = campaign.url;
  if (!first || !withButton) return { kind: "links", text, links: share, address };
  return { kind: "links", text, act: { ...first, label: w.shareBy(first.label) }, links: rest, address };
}
