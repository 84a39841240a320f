import { recommendations } from "#app/domain/campaign/meetings/items/proposer.ts";
import { ballotItemStatuses } from "#app/domain/campaign/meetings/meeting.ts";
import { Button } from "#app/ui/button.tsx";
import { Select, TextInput } from "#app/ui/field.tsx";
import { type FormState, wireFields } from "#app/ui/form-state.ts";
import { useWords } from "#app/ui/locale.tsx";
import { ProposerSelect } from "#app/ui/meetings/proposer-select.tsx";
import { SourceFields } from "#app/ui/meetings/source-fields.tsx";
import { Form } from "#app/ui/remix.ts";

type ItemFormProps = {
  isNew: boolean;
  /** Fingerprint of the proposal when this edit began. */
  seen: string;
  form: FormState;
};

/** Asks for all of a proposal. */
export function ItemForm({ isNew, seen, form }: ItemFormProps) {
  const { item: say } = useWords().meetings;
  return (
    <Form method="post" reloadDocument className="keep-form" noValidate aria-labelledby="change">
      <h2 id="change" className={isNew ? "vh" : undefined}>
        {isNew ? say.newTitle : say.change}
      </h2>
      <input type="hidden" name="seen" value={seen} />
      <section className="step">
        <span className="n">1</span>
        <h3>{say.step.proposal}</h3>
        <ProposalFields form={form} />
      </section>
      <section className="step">
        <span className="n">2</span>
        <h3>{say.step.result}</h3>
        <ResultFields form={form} />
      </section>
      <section className="step">
        <span className="n">3</span>
        <h3>{say.step.source}</h3>
        <SourceFields form={form} />
        <div className="act-row">
          <Button variant="act">{say.save}</Button>
        </div>
      </section>
    </Form>
  );
}

function ProposalFields({ form }: { form: FormState }) {
  const { item: say, errors } = useWords().meetings;
  const wire = wireFields(form, errors);
  const asked = [
    ["board_recommendation", say.board],
    ["campaign_recommendation", say.campaign],
  ] as const;
  return (
    <>
      <TextInput {...wire("title", say.titleField, say.titleHint)} maxLength={200} required />
      <div className="pair">
        <ProposerSelect {...wire("proposed_by", say.proposer)} />
        <TextInput {...wire("proponent", say.proponent)} maxLength={200} optional />
      </div>
      <div className="pair">
        <TextInput
          {...wire("number", say.number, say.numberHint)}
          inputMode="numeric"
          maxLength={2}
          optional
        />
        <Select {...wire("status", say.status, say.statusHint)}>
          {ballotItemStatuses.map((status) => (
            <option key={status} value={status}>
              {say.statuses[status]}
            </option>
          ))}
        </Select>
      </div>
      <div className="pair">
        {asked.map(([name, label]) => (
          <Select key={name} {...wire(name, label)}>
            <option value="">{say.noRecommendation}</option>
            {recommendations.map((recommendation) => (
              <option key={recommendation} value={recommendation}>
                {say.recommendations[recommendation]}
              </option>
            ))}
          </Select>
        ))}
      </div>
    </>
  );
}

function ResultFields({ form }: { form: FormState }) {
  const { item: say, errors } = useWords().meetings;
  const wire = wireFields(form, errors);
  const pairs = [
    [["votes_for", say.votes.for] as const, ["votes_against", say.votes.against] as const],
    [["votes_abstain", say.votes.abstain] as const, ["broker_non_votes", say.votes.brokerNonVotes] as const],
  ];
  return (
    <>
      <p>{say.resultText}</p>
      {pairs.map((pair) => (
        <div key={pair[0]?.[0]} className="pair">
          {pair.map(([name, label]) => (
            <TextInput
              key={name}
              {...wire(name, label)}
              inputMode="numeric"
              autoComplete="off"
              maxLength={30}
              optional
            />
          ))}
        </div>
      ))}
      <TextInput
        {...wire("reported_result", say.reported, say.reportedHint)}
        autoComplete="off"
        maxLength={100}
        optional
      />
    </>
  );
}
