import { claimKinds, claimSections } from "#app/domain/campaign/campaign.ts";
import { atMost, datePrecisions } from "#app/domain/campaign/wording.ts";
import { Button } from "#app/ui/button.tsx";
import { Check } from "#app/ui/check.tsx";
import { MoreSources, PictureFields, TimelineFields } from "#app/ui/editing/claim-parts.tsx";
import { CountedArea, CountedInput } from "#app/ui/editing/counted.tsx";
import { EditForm } from "#app/ui/editing/edit-head.tsx";
import { messageFor, Select, TextInput } from "#app/ui/field.tsx";
import { type FormState, messagesOf, wireFields } from "#app/ui/form-state.ts";
import { LearnMore } from "#app/ui/learn-more.tsx";
import { useWords } from "#app/ui/locale.tsx";

/** The button that publishes is outside the form and sends it along. */
export const claimFormId = "claim";

type ClaimFormProps = { version: number; form: FormState };

/** Asks for all of a claim: the statement, who says so, and what it does not show. */
export function ClaimForm({ version, form }: ClaimFormProps) {
  const { editing, case: caseWords } = useWords();
  const { claims: say, errors } = editing;
  const wire = wireFields(form, errors);
  return (
    <EditForm id={claimFormId}>
      <input type="hidden" name="version" value={version} />
      <section>
        <h3>{say.what}</h3>
        <div className="pair">
          <Select {...wire("section", say.section)}>
            {claimSections.map((section) => (
              <option key={section} value={section}>
                {say.sections[section]}
              </option>
            ))}
          </Select>
          <Select {...wire("kind", say.kind)}>
            {claimKinds.map((kind) => (
              <option key={kind} value={kind}>
                {caseWords.kinds[kind].label}
              </option>
            ))}
          </Select>
        </div>
        <CountedArea {...wire("text", say.text, say.textHint)} most={atMost.claim} rows={6} />
        <LearnMore about={editing.formatting.about}>{editing.formatting.text}</LearnMore>
        <CountedInput {...wire("brief", say.brief, say.briefHint)} most={atMost.brief} optional />
        <CountedArea
          {...wire("quotation", say.quotation, say.quotationHint)}
          most={atMost.quotation}
          rows={2}
          optional
        />
      </section>
      <section>
        <h3>{say.who}</h3>
        <CountedInput
          {...wire("attribution", say.attribution, say.attributionHint)}
          most={atMost.attribution}
        />
        <TextInput {...wire("publisher", say.publisher, say.publisherHint)} maxLength={atMost.publisher} />
        <div className="pair">
          <TextInput {...wire("published_on", say.publishedOn, say.publishedOnHint)} type="date" />
          <Select {...wire("published_precision", say.precision)}>
            {["", ...datePrecisions].map((precision) => (
              <option key={precision} value={precision}>
                {say.precisions[precision]}
              </option>
            ))}
          </Select>
        </div>
        <TextInput {...wire("source_title", say.sourceTitle, say.sourceTitleHint)} optional />
        <TextInput
          {...wire("source_url", say.sourceUrl, say.sourceUrlHint)}
          type="url"
          maxLength={2000}
          spellCheck={false}
          optional
        />
        <TextInput
          {...wire("archive_url", say.archiveUrl, say.archiveHint)}
          type="url"
          maxLength={2000}
          spellCheck={false}
          optional
        />
        <Check
          name="opened"
          label={say.opened}
          hint={say.openedHint}
          error={messageFor(messagesOf(form, errors), "opened")}
          checked={form.values.opened === "on"}
        />
      </section>
      <MoreSources form={form} />
      <section>
        <h3>{say.limitsHeading}</h3>
        <CountedArea {...wire("limits", say.limits, say.limitsHint)} most={atMost.limits} rows={3} optional />
        <CountedInput
          {...wire("open_question", say.openQuestion, say.openQuestionHint)}
          most={atMost.openQuestion}
          optional
        />
        <TextInput {...wire("review_by", say.review.by, say.review.byHint)} type="date" optional />
        {!form.values.review_by && (
          <Check name="ongoing" label={say.review.ongoing} checked={form.values.ongoing === "on"} />
        )}
      </section>
      <PictureFields form={form} />
      <TimelineFields form={form} />
      <p className="act-row">
        <Button variant="act">{editing.save}</Button>
      </p>
    </EditForm>
  );
}
