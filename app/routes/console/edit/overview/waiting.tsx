import { correctionKinds } from "#app/domain/campaign/campaign.ts";
import { atMost } from "#app/domain/campaign/wording.ts";
import { Button } from "#app/ui/button.tsx";
import { ChangedFields, changesBetween } from "#app/ui/editing/changed-fields.tsx";
import { ClaimState } from "#app/ui/editing/claim-state.tsx";
import { CorrectionLanguages } from "#app/ui/editing/correction-languages.tsx";
import { LanguageGaps } from "#app/ui/editing/language-gaps.tsx";
import { messageFor, Select, TextArea } from "#app/ui/field.tsx";
import { messagesOf } from "#app/ui/form-state.ts";
import { useWords } from "#app/ui/locale.tsx";
import { Form } from "#app/ui/remix.ts";
import type { Answer } from "./action.server.ts";
import type { OverviewPage } from "./load.server.ts";

/** Lists each draft with what it would change, and the button that publishes those chosen. */
export function Waiting({ page, answer }: { page: OverviewPage; answer: Answer | undefined }) {
  const { editing } = useWords();
  const { overview: say } = editing;
  const { slug, words, claims, mayManage, hasPetitionDraft, lacking } = page;
  const nameOf = (locale: string) => editing.page.languageNames[locale] ?? locale;
  const nothing = words.draft === null && claims.length === 0;
  const base = `/organize/c/${slug}/edit`;
  return (
    <section className="block" aria-labelledby="waiting">
      <h2 id="waiting">{say.waiting}</h2>
      {hasPetitionDraft && (
        <p className="notice">
          {say.petition} <a href={`${base}/petition`}>{say.petitionOpen}</a>.{" "}
          <span className="small muted">{say.petitionText}</span>
        </p>
      )}
      {nothing && !hasPetitionDraft && <p className="muted">{say.nothing}</p>}
      {lacking.map(({ locale, written, texts }) => (
        <p className="notice" key={locale}>
          {editing.gaps.now(nameOf(locale), texts, nameOf(written))}{" "}
          <a href={`${base}/translations?in=${locale}&show=missing`}>{editing.gaps.open}</a>
        </p>
      ))}
      {!nothing && (
        <Form method="post" noValidate>
          {words.draft && (
            <Draft
              value={`words ${words.version}`}
              label={say.page}
              href={`${base}/page`}
              may={mayManage}
              isChosen
            >
              <ChangedFields fields={changesBetween(words.live, words.draft)} />
              <LanguageGaps gaps={words.gaps} slug={slug} />
            </Draft>
          )}
          {claims.map((claim) => (
            <Draft
              key={claim.id}
              value={`claim ${claim.id} ${claim.version}`}
              label={claim.published ? say.claim(claim.position) : say.newClaim(claim.position)}
              href={`${base}/claims/${claim.id}`}
              may={mayManage && claim.ready}
              isChosen={claim.published && claim.ready}
            >
              <ClaimState claim={claim} />
              {claim.draft ? (
                <ChangedFields fields={changesBetween(claim.live, claim.draft)} />
              ) : (
                <p className="prose">{claim.live.text}</p>
              )}
              <LanguageGaps gaps={claim.gaps} slug={slug} />
              {!claim.ready && <p className="small problem">{say.noSource}</p>}
            </Draft>
          ))}
          {mayManage ? (
            <Publish page={page} answer={answer} />
          ) : (
            <p className="muted small">{editing.noManage}</p>
          )}
        </Form>
      )}
    </section>
  );
}

type DraftProps = {
  value: string;
  label: string;
  href: string;
  may: boolean;
  isChosen: boolean;
  children: React.ReactNode;
};

function Draft({ value, label, href, may, isChosen, children }: DraftProps) {
  const { overview: say } = useWords().editing;
  const id = value.replaceAll(" ", "-");
  return (
    <div className="border-t-1 border-rule pt-3 pb-4">
      <div className="spread">
        {may ? (
          <span className="cluster">
            <input type="checkbox" id={id} name="chosen" value={value} defaultChecked={isChosen} />
            <label htmlFor={id}>
              <span className="vh">{say.choose("")}</span>
              {label}
            </label>
          </span>
        ) : (
          <b>{label}</b>
        )}
        <a href={href}>
          {say.edit}
          <span className="vh"> {label}</span>
        </a>
      </div>
      {children}
    </div>
  );
}

function Publish({ page, answer }: { page: OverviewPage; answer: Answer | undefined }) {
  const { editing, case: caseWords } = useWords();
  const { overview: say, corrections } = editing;
  const messages = messagesOf({ values: {}, errors: answer?.errors ?? [] }, editing.errors);
  return (
    <>
      <details className="asked" open={Boolean(answer?.values?.text)}>
        <summary>{say.correct}</summary>
        <div>
          <Select
            name="correction_kind"
            label={corrections.kind}
            error={messageFor(messages, "correction_kind")}
            defaultValue={answer?.values?.kind ?? ""}
          >
            {["", ...correctionKinds].map((kind) => (
              <option key={kind} value={kind}>
                {kind === "" ? editing.claims.precisions[""] : caseWords.corrections.kinds[kind as "figure"]}
              </option>
            ))}
          </Select>
          <TextArea
            name="correction"
            label={corrections.what}
            hint={say.correctHint}
            error={messageFor(messages, "correction")}
            defaultValue={answer?.values?.text ?? ""}
            rows={3}
            maxLength={atMost.correction}
            optional
          />
          <CorrectionLanguages languages={page.otherLanguages} slug={page.slug} />
        </div>
      </details>
      <p className="act-row">
        <Button variant="act" name="intent" value="publish">
          {say.publish}
        </Button>
      </p>
    </>
  );
}
