import { words } from "#app/i18n/index.ts";
import type { Letter, MailProps } from "./parts/letter.ts";
import { buttonUntil, emailOf } from "./parts/words.ts";
import type { Personal } from "./parts/written.ts";

/** `percent`: of the votes for and against. `totalsUrl`: the page with all results. */
export type MeetingResultProps = MailProps &
  Personal & {
    name: string;
    company: string;
    year: number;
    results: { number: number | null; title: string; percent: string }[];
    totalsUrl: string;
  };

/** Tells a pledger how the meeting voted. */
export function meetingResult(props: MeetingResultProps): Letter {
  const { locale, name, company, year, results, totalsUrl } = props;
  const { pledgeMail, pledgeSummary } = words(locale);
  const w = pledgeMail.result;
  const { told } = pledgeSummary;
  return emailOf(props, w, [
    { kind: "paragraph", text: w.intro(name, told.meetingOf(company, year)) },
    {
      kind: "facts",
      rows: results.map(({ number, title, percent }) => ({
        label: told.item(number, title),
        value: w.percent(percent),
      })),
    },
    { kind: "paragraph", text: w.counted },
    { kind: "link", text: w.all, url: totalsUrl },
    buttonUntil(locale, pledgeMail.receipt, props.personalUrl, props.personalUntil, props.manageUrl),
  ]);
}
