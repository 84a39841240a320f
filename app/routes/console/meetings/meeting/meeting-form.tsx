import { meetingStatuses } from "#app/domain/campaign/meetings/meeting.ts";
import { Button } from "#app/ui/button.tsx";
import { useLaw } from "#app/ui/console/law.ts";
import { Select, TextInput } from "#app/ui/field.tsx";
import { type FormState, wireFields } from "#app/ui/form-state.ts";
import { useWords } from "#app/ui/locale.tsx";
import { MomentFields } from "#app/ui/meetings/moment-fields.tsx";
import { SourceFields } from "#app/ui/meetings/source-fields.tsx";
import { zoneName } from "#app/ui/meetings/zone-name.ts";
import { Form } from "#app/ui/remix.ts";

type MeetingFormProps = {
  isNew: boolean;
  /** Fingerprint of the meeting when this edit began. */
  seen: string;
  form: FormState;
  /** Time zone of the company's exchange. */
  zone: string;
};

/** Asks for all of a meeting. */
export function MeetingForm({ isNew, seen, form, zone }: MeetingFormProps) {
  const { meeting: say } = useWords().meetings;
  return (
    <Form method="post" reloadDocument className="keep-form" noValidate aria-labelledby="change">
      <h2 id="change" className={isNew ? "vh" : undefined}>
        {isNew ? say.newTitle : say.change}
      </h2>
      <input type="hidden" name="seen" value={seen} />
      <section className="step">
        <span className="n">1</span>
        <h3>{say.step.status}</h3>
        <StatusFields isNew={isNew} form={form} />
      </section>
      <section className="step">
        <span className="n">2</span>
        <h3>{say.step.dates}</h3>
        <DateFields form={form} zone={zoneName(zone)} />
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

function StatusFields({ isNew, form }: Pick<MeetingFormProps, "isNew" | "form">) {
  const { meeting: say, statuses, statusMeans, errors } = useWords().meetings;
  const wire = wireFields(form, errors);
  return (
    <>
      <div className="short">
        {isNew && (
          <TextInput {...wire("year", say.year, say.yearHint)} inputMode="numeric" maxLength={4} required />
        )}
        <Select {...wire("status", say.status)}>
          {meetingStatuses.map((status) => (
            <option key={status} value={status}>
              {statuses[status]}
            </option>
          ))}
        </Select>
      </div>
      <details>
        <summary>{say.statusMeaning}</summary>
        <dl className="facts ruled">
          {meetingStatuses.map((status) => (
            <div key={status}>
              <dt>{statuses[status]}</dt>
              <dd>{statusMeans[status]}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  );
}

function DateFields({ form, zone }: Pick<MeetingFormProps, "form" | "zone">) {
  const { meeting: say, errors } = useWords().meetings;
  const wire = wireFields(form, errors);
  const { what, dateHints: hints } = say;
  const { rule, recordDate } = useLaw();
  return (
    <>
      <p>{say.datesText(zone)}</p>
      <MomentFields
        form={form}
        zone={zone}
        legend={what.meeting}
        day="meeting_on"
        time="meeting_time"
        timeOptional
      />
      <div className="pair">
        {recordDate && <TextInput {...wire("record_date", what.recordDate, hints.recordDate)} type="date" />}
        <TextInput {...wire("ballot_open_on", what.ballotOpenOn)} type="date" />
      </div>
      <MomentFields
        form={form}
        zone={zone}
        legend={what.voteBy}
        hint={hints.voteBy}
        day="vote_by"
        time="vote_by_time"
      />
      <MomentFields
        form={form}
        zone={zone}
        legend={what.planVoteBy}
        hint={hints.planVoteBy}
        day="plan_vote_by"
        time="plan_vote_by_time"
      />
      <div className="pair">
        {rule && (
          <TextInput
            {...wire("proposal_deadline", what.proposalDeadline, say.deadlineHint(rule))}
            type="date"
          />
        )}
        <TextInput {...wire("proxy_filed_on", what.proxyFiledOn)} type="date" />
      </div>
      <TextInput
        {...wire("portal_url", say.portal, say.portalHint)}
        type="url"
        maxLength={2000}
        spellCheck={false}
      />
    </>
  );
}
