import { words } from "#app/i18n/index.ts";
import type { Letter, MailProps } from "./parts/letter.ts";
import { day, emailOf, timeOfDay } from "./parts/words.ts";

export type DataErasedProps = MailProps & { erasedAt: Date };

/** Writes the last email to someone erased. Names nobody: it is written from memory and not stored. */
export function dataErased(props: DataErasedProps): Letter {
  const { locale, campaign, erasedAt } = props;
  const w = words(locale).mail.dataErased;
  return emailOf(props, w, [
    { kind: "paragraph", text: w.intro(day(locale, erasedAt), timeOfDay(locale, erasedAt)) },
    {
      kind: "facts",
      rows: [
        { label: w.erased, value: w.erasedWhat },
        { label: w.kept, value: w.keptWhat },
        { label: w.outOfReach, value: w.outOfReachWhat(campaign.company) },
      ],
    },
    { kind: "paragraph", text: w.backups },
  ]);
}
