import { words } from "#app/i18n/index.ts";
import type { Block, Letter, MailProps } from "./parts/letter.ts";
import { buttonUntil, emailOf, type Proposal, proposalIn } from "./parts/words.ts";
import type { Personal } from "./parts/written.ts";

/**
 * `corrected`: what the earlier email got wrong; null: no votes. `percent`: of the votes for and against.
 * `totalsUrl`: the page with all results.
 */
export type MeetingResultProps = MailProps &
  Personal & {
    name: string;
    /** A fund's manager votes, not its holder. */
    fund: boolean;
    company: string;
    year: number;
    corrected: (Proposal & { was: string | null; is: string | null })[];
    results: (Proposal & { percent: string })[];
    totalsUrl: string;
  };

/** Tells a pledger how the meeting voted, or what the earlier email got wrong. */
export function meetingResult(props: MeetingResultProps): Letter {
  const { locale, name, company, year, corrected, results, totalsUrl } = props;
  const { pledgeMail, pledgeSummary } = words(locale);
  const { correctedResult } = pledgeMail;
  const w = { ...pledgeMail.result, ...(props.fund && pledgeMail.resultFund) };
  const { told } = pledgeSummary;
  const meeting = told.meetingOf(company, year);
  const correction: Block[] = [
    { kind: "paragraph", text: correctedResult.intro(name, meeting) },
    {
      kind: "facts",
      rows: corrected.map(({ was, is, ...item }) => ({
        label: proposalIn(locale, item),
        value: [
          correctedResult.was(was ?? correctedResult.none),
          correctedResult.is(is ?? correctedResult.none),
        ],
      })),
    },
  ];
  const all: Block[] = [
    {
      kind: "facts",
      rows: results.map(({ percent, ...item }) => ({
        label: proposalIn(locale, item),
        value: w.percent(percent),
      })),
    },
    { kind: "paragraph", text: w.counted },
  ];
  const isCorrection = corrected.length > 0;
  return emailOf(props, { ...w, ...(isCorrection && correctedResult.head) }, [
    ...(isCorrection ? correction : [{ kind: "paragraph", text: w.intro(name, meeting) } as const]),
    ...(isCorrection && results.length > 0
      ? [{ kind: "paragraph", text: correctedResult.now } as const]
      : []),
    ...(results.length > 0 ? all : []),
    ...(props.fund ? [{ kind: "paragraph", text: pledgeMail.resultFund.next } as const] : []),
    { kind: "link", text: w.all, url: totalsUrl },
    buttonUntil(locale, pledgeMail.receipt, props.personalUrl, props.personalUntil, props.manageUrl),
  ]);
}
