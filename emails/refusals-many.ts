import { words } from "#app/i18n/index.ts";
import type { Letter, MailProps } from "./parts/letter.ts";
import { emailOf } from "./parts/words.ts";

export type RefusalsManyProps = MailProps & {
  /** The owner's. */
  name: string;
  /** Within one hour. */
  wrong: number;
  locked: number;
  refused: number;
  /** The audit log, filtered. */
  signInsUrl: string;
  pagesUrl: string;
};

/** Warns the owners of a campaign that many tries to get in were refused, and says what to do. */
export function refusalsMany(props: RefusalsManyProps): Letter {
  const { locale, campaign, name, wrong, locked, refused, signInsUrl, pagesUrl } = props;
  const w = words(locale).organizerMail.refusalsMany;
  const counted = [
    { n: wrong, text: w.wrong(wrong) },
    { n: locked, text: w.locked(locked) },
    { n: refused, text: w.refused(refused) },
  ];
  const value = counted.filter(({ n }) => n > 0).map(({ text }) => text);
  return emailOf(props, { ...w, heading: w.subject }, [
    { kind: "paragraph", text: w.intro(name, campaign.title) },
    {
      kind: "facts",
      rows: [
        { label: w.counted, value },
        { label: w.means, value: w.meaning },
        { label: w.todo, value: w.doing },
      ],
    },
    wrong + locked > 0
      ? { kind: "button", label: w.button, url: signInsUrl }
      : { kind: "button", label: w.pages, url: pagesUrl },
    ...(wrong + locked > 0 && refused > 0
      ? [{ kind: "link", text: w.alsoPages, label: w.pages, url: pagesUrl } as const]
      : []),
  ]);
}
