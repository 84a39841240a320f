import {
  type BallotItem,
  type Meeting,
  pledgeStage,
  votableItems,
} from "#app/domain/campaign/meetings/meeting.ts";
import { trustInItem } from "#app/domain/campaign/meetings/trust.ts";
import { voteIntentions } from "#app/domain/entries/pledges/pledge.ts";
import { useWords } from "#app/ui/locale.tsx";
import { QuotingSentence } from "#app/ui/quoting-sentence.tsx";
import { Choices } from "./choices.tsx";
import { choiceOf, type FormState } from "./form-state.ts";

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
