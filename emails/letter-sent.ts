import { words } from "#app/i18n/index.ts";
import type { Letter, MailProps } from "./parts/letter.ts";
import { day, emailOf, timeOfDay } from "./parts/words.ts";
import { type Personal, personalButton } from "./parts/written.ts";

export type LetterSentProps = MailProps &
  Personal & {
    name: string;
    handedOverAt: Date;
    /** True if it was only written to a file. */
    filed: boolean;
    /** Null: it was handed over in person. */
    dispatch: { number: number; kind: "consolidated" | "individual" } | null;
    /** When its writer had withdrawn it, if before. */
    withdrawnAt: Date | null;
    /** SHA-256 of the exact text, in hex. */
    sha256: string;
  };

/** A hash in groups, so that lines can break. */
const grouped = (sha256: string) => sha256.replace(/.{16}(?=.)/g, "$& ");

/** Tells a writer by which dispatch their letter went, when, and with which hash. */
export function letterSent(props: LetterSentProps): Letter {
  const { locale, campaign, name, dispatch, filed, handedOverAt } = props;
  const w = words(locale).letterMail.sent;
  const { inPerson } = words(locale).letterMail;
  const on = day(locale, handedOverAt);
  const intro = dispatch === null ? inPerson.intro : filed ? w.introFiled : w.intro;
  const withdrawn = props.withdrawnAt && w.withdrawn(day(locale, props.withdrawnAt));
  return emailOf(
    props,
    dispatch !== null && filed
      ? { ...w, subject: w.subjectFiled, preview: w.previewFiled, heading: w.subjectFiled }
      : { ...w, heading: dispatch === null ? inPerson.heading : w.heading },
    [
      { kind: "paragraph", text: intro(name, campaign.company, on) },
      ...(withdrawn ? [{ kind: "paragraph" as const, text: withdrawn }] : []),
      {
        kind: "facts",
        rows: [
          {
            label: w.dispatch,
            value: dispatch === null ? inPerson.delivery : w.dispatchOf(dispatch.number, dispatch.kind),
          },
          {
            label: dispatch === null ? inPerson.handedOverAt : filed ? w.filedAt : w.handedOverAt,
            value: w.moment(on, timeOfDay(locale, handedOverAt)),
          },
          { label: w.sha256, value: grouped(props.sha256) },
        ],
      },
      { kind: "paragraph", text: w.check },
      personalButton(locale, props, filed ? "text" : "see"),
    ],
  );
}
