import {
  type BallotItem,
  type Meeting,
  pledgeStage,
  recordDatePassed,
  votableItems,
} from "#app/domain/campaign/meetings/meeting.ts";
import { trustInItem } from "#app/domain/campaign/meetings/trust.ts";
import { firstHeldMonth, tenureBuckets, voteIntentions } from "#app/domain/entries/pledges/pledge.ts";
import type { PledgeWay } from "#app/domain/entries/pledges/pledge-way.ts";
import { maxSharesLength } from "#app/domain/entries/pledges/read-shares.ts";
import { formatDate } from "#app/i18n/index.ts";
import { Select, TextInput } from "#app/ui/field.tsx";
import { useLocale, useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { QuotingSentence } from "#app/ui/quoting-sentence.tsx";
import { Choices } from "./choices.tsx";
import { choiceOf, type FormState, lineOf } from "./form-state.ts";

type HoldingProps = { state: FormState; meeting: Meeting; now: Date };

/** Asks how many shares, in one field for a number, a range or nothing. */
export function SharesField({ state, way }: { state: FormState; way: PledgeWay }) {
  const { second } = useWords().pledge;
  return (
    <div className="ask one">
      <TextInput
        {...lineOf(state, "shares")}
        label={way === "institution" ? second.sharesOfInstitution : second.shares}
        hint={second.sharesHint}
        autoComplete="off"
        maxLength={maxSharesLength}
      />
    </div>
  );
}

/** Asks if shares were held on the record date, once it has passed. */
export function RecordDateField({ state, meeting, now }: HoldingProps) {
  const { second } = useWords().pledge;
  const locale = useLocale();
  const { recordDate } = meeting;
  if (recordDate === null || !recordDatePassed(meeting, now)) return null;
  return (
    <Choices
      {...choiceOf(state, "held_on_record_date")}
      legend={second.recordDate(formatDate(locale, recordDate))}
      hint={second.recordDateHint}
      options={(["yes", "no", "unsure"] as const).map((value) => ({
        value,
        label: second.recordDates[value],
      }))}
      inRow
      required
    />
  );
}

/**
 * Asks since when they are held: a month or roughly. `coFile`: the path of the page on co-filing, if there is
 * one.
 */
export function SinceField({ state, now, coFile }: { state: FormState; now: Date; coFile: string | null }) {
  const { pledge, common } = useWords();
  const { second } = pledge;
  const to = useLocalizedPath();
  return (
    <fieldset className="ask">
      <legend>{second.since}</legend>
      <div className="either">
        <TextInput
          {...lineOf(state, "held_since_month")}
          type="month"
          label={second.month}
          min={firstHeldMonth}
          max={now.toISOString().slice(0, 7)}
          placeholder={common.monthShape}
          autoComplete="off"
        />
        <Select {...lineOf(state, "tenure_bucket")} label={second.tenure}>
          <option value="">{second.noTenure}</option>
          {tenureBuckets.map((bucket) => (
            <option key={bucket} value={bucket}>
              {second.tenures[bucket]}
            </option>
          ))}
        </Select>
      </div>
      {coFile !== null && (
        <p className="hint">
          {second.sinceHint} {/* Opens a new tab, so that nothing typed here is lost. */}
          <a href={to(coFile)} target="_blank" rel="noreferrer">
            {second.toCoFile}
          </a>
        </p>
      )}
    </fieldset>
  );
}

type IntentionFieldsProps = {
  state: FormState;
  company: string;
  meeting: Meeting;
  now: Date;
  ofInstitution: boolean;
};

/** Asks for voting intentions: in general while the agenda is unknown, then for each item. */
export function IntentionFields({ state, company, meeting, now, ofInstitution }: IntentionFieldsProps) {
  const { second } = useWords().pledge;
  const legend = ofInstitution ? second.intentionOfInstitution : second.intention;
  const options = voteIntentions.map((value) => ({ value, label: second.intentions[value] }));
  if (pledgeStage(meeting, now) !== "items") {
    return (
      <Choices
        {...choiceOf(state, "intention")}
        legend={legend}
        hint={second.intentionHint(company)}
        options={options}
        inRow
      />
    );
  }
  return (
    <section className="items" aria-labelledby="items">
      <h2 id="items">{legend}</h2>
      <p className="hint">{second.intentionItemsHint}</p>
      {votableItems(meeting).map((item) => (
        <Choices
          key={item.id}
          {...choiceOf(state, `intention_${item.id}`)}
          legend={
            <QuotingSentence
              say={(title) => second.item(item.number, title)}
              words={item.title}
              language={item.titleLanguage}
            />
          }
          hint={<AboutItem item={item} now={now} />}
          options={options}
          inRow
        />
      ))}
    </section>
  );
}

/** Asks for an intention on topics not on the ballot, besides its items. */
export function IntentionInGeneral({ state }: { state: FormState }) {
  const { second } = useWords().pledge;
  const options = voteIntentions.map((value) => ({ value, label: second.intentions[value] }));
  return (
    <Choices {...choiceOf(state, "intention")} legend={second.intentionInGeneral} options={options} inRow />
  );
}

/** An item's state, and who recommends what; says so if nobody has checked it. */
function AboutItem({ item, now }: { item: BallotItem; now: Date }) {
  const { second } = useWords().pledge;
  return [
    second.itemStates[item.status],
    item.boardRecommendation && second.board(recommended(second.intentions, item.boardRecommendation)),
    item.campaignRecommendation &&
      second.campaign(recommended(second.intentions, item.campaignRecommendation)),
    trustInItem(item, now) !== "verified" && second.notVerified,
  ]
    .filter(Boolean)
    .join(" ");
}

/** A recommendation in the words of the answers, if it is one of them. */
const recommended = (intentions: Record<string, string>, recommendation: string) =>
  (intentions[recommendation] ?? recommendation).toLowerCase();
