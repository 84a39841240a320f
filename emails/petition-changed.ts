import { words } from "#app/i18n/index.ts";
import type { Letter, MailProps } from "./parts/letter.ts";
import { buttonUntil, day, emailOf } from "./parts/words.ts";

type PetitionChangedProps = MailProps & {
  name: string;
  /** What the new text changes, in an organizer's words. */
  change: string;
  /** The language of `change`, if not the reader’s. */
  changeIn: string | null;
  signedOn: Date;
  /** Of the text that was signed. */
  version: number;
  /** The page with both texts, and when the link expires. */
  answerUrl: string;
  until: Date;
  /** The reader's own: stops emails about new texts, and never expires. */
  unsubscribeUrl: string;
};

/** Tells somebody, once, that the petition they signed has a new text which asks for something else. */
export function petitionChanged(props: PetitionChangedProps): Letter {
  const { locale, campaign } = props;
  const w = words(locale).mail.petitionChanged;
  return emailOf(
    props,
    w,
    [
      { kind: "paragraph", text: w.intro(props.name, campaign.title, day(locale, props.signedOn)) },
      { kind: "facts", rows: [{ label: w.change, value: props.change, lang: props.changeIn ?? undefined }] },
      { kind: "paragraph", text: w.stands(props.version) },
      buttonUntil(locale, w, props.answerUrl, props.until),
      { kind: "notes", heading: w.choose, items: [w.keep, w.move, w.withdraw] },
    ],
    [{ label: w.stop, url: props.unsubscribeUrl }],
  );
}
