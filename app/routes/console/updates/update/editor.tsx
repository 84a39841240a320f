import { type ReactNode, useEffect, useRef, useState } from "react";
import { willingnesses } from "#app/domain/entries/pledges/pledge.ts";
import { pledgeWays } from "#app/domain/entries/pledges/pledge-way.ts";
import { seriesActs } from "#app/domain/outgoing/updates/audience/acts.ts";
import { type Audience, audienceActions, everyone } from "#app/domain/outgoing/updates/audience/audience.ts";
import { isWritten } from "#app/domain/outgoing/updates/update.ts";
import type { UpdateText } from "#app/domain/outgoing/updates/update-form.ts";
import type { MarkdownError } from "#app/domain/outgoing/updates/words/markdown.ts";
import { Button } from "#app/ui/button.tsx";
import { AskedOnce } from "#app/ui/console/action-button.tsx";
import { writeMoment } from "#app/ui/console/moment.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { type FieldMessage, messageFor } from "#app/ui/field.tsx";
import { textOf } from "#app/ui/form-state.ts";
import { useWords } from "#app/ui/locale.tsx";
import { Form } from "#app/ui/remix.ts";
import { AudienceFields } from "./audience-fields.tsx";
import type { Answer, UpdatePage } from "./load.server.ts";
import { MissingNote } from "./missing-note.tsx";
import { Preview } from "./preview.tsx";
import { Stale } from "./stale.tsx";
import { ClaimNumbers, EditNote, TextFields } from "./text-fields.tsx";
import { useAutosave } from "./use-autosave.ts";

type EditorProps = { page: UpdatePage; answer: Answer | undefined };

/** Edits a draft: its words in every language next to their preview, its audience, and what to do next. */
export function Editor({ page, answer }: EditorProps) {
  const { updates: say } = useWords();
  const form = useRef<HTMLFormElement>(null);
  const works = useWorks();
  const { update, slug } = page;
  const address = `/organize/c/${slug}/updates/${update.publicId}`;
  const auto = useAutosave(form, { address, loadedAt: page.now, answer });
  const latest = latestOf(page, answer, auto.answer);
  const typed = typedOf(page, answer);
  // A later save can also conflict with somebody else's.
  const [met] = [auto.answer, answer]
    .filter((result) => result?.stale !== undefined)
    .sort((one, other) => (other?.stale?.version ?? 0) - (one?.stale?.version ?? 0));
  const stale = met?.stale;
  const codes = answer?.errors ?? auto.answer?.errors ?? [];
  const worded = (errors: typeof codes) =>
    errors.map((error) => ({
      field: error.field,
      message: textOf(error, say.errors) ?? say.errors.unreadable ?? "",
    }));
  const messages = worded(codes);
  const ofLines = worded(latest.lines).filter(({ field }) => messageFor(messages, field) === undefined);
  // Although it cannot be submitted, it was stored.
  const isSubmission = codes.some(({ code }) =>
    /^(subject|body)-missing$|^markdown$|^merge-field$|^audience|^series-full$/.test(code),
  );
  const isOver = answer?.lost !== undefined && auto.answer?.saved !== undefined && !auto.trouble;
  const refused = auto.answer?.refused ?? (isOver ? undefined : answer?.refused);
  const languageOf = (locale: string) => say.languages[locale] ?? locale;
  return (
    <>
      <Form
        method="post"
        action={address}
        ref={form}
        onInput={auto.onInput}
        onSubmit={auto.onSubmit}
        className="editor"
        data-autosaves
        preventScrollReset
        noValidate
      >
        <ErrorSummary heading={isSubmission ? say.summary : say.summarySave} errors={messages} />
        {/* Enter in a field presses the first button, so this one saves; during a conflict it does nothing. */}
        <button
          type="submit"
          name="intent"
          value="save"
          hidden
          tabIndex={-1}
          disabled={stale !== undefined}
        />
        {!stale && <input type="hidden" name="version" value={latest.version} />}
        <input type="hidden" name="digest" value={page.campaignDigest} />

        <Step n={1} heading={say.write.heading}>
          {update.languages.map((locale) => (
            <Language
              key={locale}
              locale={locale}
              address={address}
              messages={[...messages, ...ofLines]}
              works={works}
              languages={update.languages}
              text={typed.texts[locale] ?? { subject: "", body: "", greeting: null }}
              greeting={page.greetings[locale] ?? ""}
              version={latest.version}
              problems={latest.errors[locale] ?? []}
            />
          ))}
          <ClaimNumbers claims={page.claims} />
        </Step>

        <Step n={2} heading={say.audience.heading}>
          <AudienceFields
            audience={typed.audience}
            countries={page.countries}
            companies={page.companies}
            works={works}
            inArchive={typed.inArchive}
            people={latest.people}
            errors={messages}
          />
        </Step>

        <Step n={3} heading={say.next.heading}>
          <p>{works ? say.next.autosaved : say.next.text}</p>
          <MissingNote missing={page.missing} rehearsed={page.rehearsed} />
          {stale ? (
            <Stale
              page={page}
              stale={stale}
              address={address}
              mine={typedOf(page, met)}
              wasPressed={met === answer || auto.isOvertaken}
            />
          ) : (
            <div className="act-row">
              <Button name="intent" value="save">
                {say.next.save}
              </Button>
              {update.languages.map((locale) => (
                <Button key={locale} name="intent" value={`test-${locale}`}>
                  {update.languages.length === 1 ? say.next.test : say.next.testIn(languageOf(locale))}
                </Button>
              ))}
              <Button variant="act" name="intent" value="submit">
                {page.approval.approving === "alone" ? say.next.askAlone : say.next.ask(page.approval.others)}
              </Button>
            </div>
          )}
          {refused && (
            <p className="banner banner-error" role="alert">
              {say.refused[refused]}
            </p>
          )}
          <p className="muted small mt-3" role="status">
            {auto.isSaving
              ? say.saving
              : auto.isDirty ||
                  auto.trouble ||
                  stale ||
                  auto.answer?.refused ||
                  (codes.length > 0 && !isSubmission)
                ? say.notSaved
                : say.savedAt(`${writeMoment(latest.at, { seconds: true })} UTC`)}
          </p>
        </Step>
        <EditNote trouble={auto.trouble} isStale={stale !== undefined} />
      </Form>
      <AskedOnce
        intent="cancel"
        summary={say.next.cancel}
        text={say.next.cancelText}
        button={say.next.cancelButton}
      />
    </>
  );
}

type LanguageProps = {
  locale: string;
  languages: readonly string[];
  text: TypedText;
  /** The default greeting. */
  greeting: string;
  works: boolean;
  address: string;
  version: number;
  problems: readonly MarkdownError[];
  messages: readonly FieldMessage[];
};

/** The text in one language with its preview. Empty languages after the first are collapsed. */
function Language({ locale, languages, text, greeting, address, version, ...rest }: LanguageProps) {
  const { works, problems, messages } = rest;
  const { updates: say } = useWords();
  const languageOf = (code: string) => say.languages[code] ?? code;
  const language = languageOf(locale);
  const first = languages[0] ?? locale;
  const isEmpty = !isWritten(text);
  const isFirst = locale === first;
  const fields = (
    <div className="language">
      <TextFields
        locale={locale}
        problems={problems}
        works={works}
        {...text}
        greeting={text.greeting ?? greeting}
        standard={greeting}
        hint={isFirst ? say.write.first(language) : say.write.other(languageOf(first))}
        errors={messages}
      />
      <Preview
        locale={locale}
        language={language}
        version={version}
        page={address}
        note={!isFirst && isEmpty ? say.preview.asEnglish(languageOf(first)) : undefined}
      />
    </div>
  );
  if (languages.length === 1) return fields;
  if (!isFirst) {
    return (
      <details className="other-language" open={!isEmpty}>
        <summary>{isEmpty ? say.write.notWritten(language) : language}</summary>
        {fields}
      </details>
    );
  }
  return (
    <section aria-labelledby={`language-${locale}`}>
      <h3 id={`language-${locale}`}>{language}</h3>
      {fields}
    </section>
  );
}

function Step({ n, heading, children }: { n: number; heading: string; children: ReactNode }) {
  return (
    <section className="step">
      <span className="n" aria-hidden="true">
        {n}
      </span>
      <h2>{heading}</h2>
      {children}
    </section>
  );
}

/** True once JavaScript runs. */
function useWorks() {
  const [works, setWorks] = useState(false);
  useEffect(() => setWorks(true), []);
  return works;
}

/** What was stored last, by the page's load or by autosave. */
function latestOf(page: UpdatePage, answer: Answer | undefined, auto: Answer | undefined) {
  const loaded = {
    version: page.update.version,
    at: page.update.editedAt,
    people: page.people,
    errors: page.errors as Record<string, MarkdownError[]>,
    lines: page.lines,
  };
  const saved = auto?.saved as typeof loaded | undefined;
  const newest = saved && saved.version >= loaded.version ? saved : loaded;
  if (answer?.values?.version === undefined) return newest;
  // A refused form keeps the version it was based on, until a save of its own makes another.
  return { ...newest, version: Math.max(Number(answer.values.version), saved?.version ?? 0) };
}

type TypedText = Omit<UpdateText, "locale">;

/** The values of the fields: what was typed if a form came back, else what is stored. */
function typedOf({ update, greetings }: UpdatePage, answer: Answer | undefined) {
  const { values } = answer ?? {};
  if (values?.version === undefined) {
    const texts = update.texts.map(({ locale, ...text }) => [locale, text] as const);
    return {
      audience: update.audience,
      inArchive: update.inArchive,
      texts: Object.fromEntries(texts) as Record<string, TypedText>,
    };
  }
  const text = (name: string) => (typeof values[name] === "string" ? values[name] : "");
  const texts = update.languages.map((locale): [string, TypedText] => {
    const given = values[`greeting_${locale}`];
    const greeting = typeof given === "string" && given !== greetings[locale] ? given : null;
    return [locale, { subject: text(`subject_${locale}`), body: text(`body_${locale}`), greeting }];
  });
  const boxes = (name: string) => (Array.isArray(values[name]) ? values[name] : []);
  const act = seriesActs.find((one) => one === values.after);
  const audience: Audience = {
    countries: boxes("countries"),
    did: audienceActions.find((action) => action === values.did) ?? everyone.did,
    since: text("since") || null,
    languages: boxes("languages"),
    holding: pledgeWays.filter((way) => boxes("holding").includes(way)),
    willing: willingnesses.filter((what) => boxes("willing").includes(what)),
    companies: boxes("companies"),
    after: act
      ? {
          act,
          days: Number(text("days") || Number.NaN),
          unless: seriesActs.find((one) => one === values.unless) ?? null,
        }
      : null,
  };
  return { audience, inArchive: values.in_archive === "on", texts: Object.fromEntries(texts) };
}
