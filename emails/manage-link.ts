import { words } from "#app/i18n/index.ts";
import type { Letter, MailProps } from "./parts/letter.ts";
import { buttonUntil, emailOf } from "./parts/words.ts";

export type ManageLinkProps = MailProps & { personalUrl: string; personalUntil: Date };

/** Links to the page with all we hold about one person, emailed on request. */
export function manageLink(props: ManageLinkProps): Letter {
  const { locale } = props;
  const w = words(locale).mail.manageLink;
  return emailOf(props, w, [
    { kind: "paragraph", text: w.intro },
    buttonUntil(locale, w, props.personalUrl, props.personalUntil),
    { kind: "paragraph", text: w.notYou },
  ]);
}
