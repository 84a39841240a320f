import { words } from "#app/i18n/index.ts";
import type { Letter, MailProps } from "./parts/letter.ts";
import { day, emailOf } from "./parts/words.ts";
import { type Personal, personalButton } from "./parts/written.ts";

/** `lettersUrl`: the page where everyone may read it. */
export type LetterRepliedProps = MailProps &
  Personal & { name: string; from: string; receivedOn: Date; lettersUrl: string };

/** Tells a writer that the company answered the dispatch their letter went with. */
export function letterReplied(props: LetterRepliedProps): Letter {
  const { locale, campaign, name, from } = props;
  const w = words(locale).letterMail.replied;
  return emailOf(props, w, [
    { kind: "paragraph", text: w.intro(name, campaign.company, from, day(locale, props.receivedOn)) },
    personalButton(locale, props, "answer"),
    { kind: "link", text: w.public, url: props.lettersUrl },
  ]);
}
