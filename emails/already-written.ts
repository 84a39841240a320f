import { words } from "#app/i18n/index.ts";
import type { Letter, MailProps } from "./parts/letter.ts";
import { day, emailOf } from "./parts/words.ts";

export type AlreadyWrittenProps = MailProps & {
  name: string;
  confirmedAt: Date;
  /**
   * When the letter was sent or, `filed`, only saved to a file, and when the next one is possible. Null while
   * it is under way.
   */
  handedOver: { at: Date; nextFrom: Date; filed: boolean } | null;
  manageUrl: string;
};

/** Tells the state of a letter under way or recently sent. Holds no personal link. */
export function alreadyWritten(props: AlreadyWrittenProps): Letter {
  const { locale, campaign, name, handedOver } = props;
  const { company } = campaign;
  const w = words(locale).letterMail.already;
  const introOf = handedOver?.filed ? w.introFiled : w.introHandedOver;
  const intro = handedOver
    ? introOf(name, company, day(locale, handedOver.at), day(locale, handedOver.nextFrom))
    : w.intro(name, company, day(locale, props.confirmedAt));
  return emailOf(
    props,
    { ...w, heading: handedOver && !handedOver.filed ? w.headingHandedOver : w.heading },
    [
      { kind: "paragraph", text: intro },
      { kind: "paragraph", text: handedOver ? w.unchangedHandedOver : w.unchanged },
      { kind: "button", label: w.button, url: props.manageUrl, note: w.buttonNote },
      { kind: "paragraph", text: w.notYou },
    ],
  );
}
