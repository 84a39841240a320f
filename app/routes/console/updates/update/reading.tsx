import { formatNumber } from "#app/i18n/index.ts";
import type { Country } from "#app/ui/country-select.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import type { UpdatePage } from "./load.server.ts";
import { Preview } from "./preview.tsx";

/** What the readers of each language will get. */
export function Reading({ page: { slug, update } }: { page: UpdatePage }) {
  const { updates: say } = useWords();
  const address = `/organize/c/${slug}/updates/${update.publicId}`;
  const languageOf = (locale: string) => say.languages[locale] ?? locale;
  const [first = "en"] = update.languages;
  const written = new Set(update.texts.map(({ locale }) => locale));
  return (
    <div className="reading">
      {update.languages.map((locale) => (
        <div key={locale} className="in-language">
          {update.languages.length > 1 && <h2>{languageOf(locale)}</h2>}
          {written.has(locale) ? (
            <Preview locale={locale} page={address} version={update.version} language={languageOf(locale)} />
          ) : (
            <p className="muted">{say.preview.asWritten(languageOf(first))}</p>
          )}
        </div>
      ))}
    </div>
  );
}

/** Whom it is for, in a sentence, with how many people that is now. */
export function AudienceFacts({ page: { update, people, countries } }: { page: UpdatePage }) {
  const { audience: say } = useWords().updates;
  const locale = useLocale();
  const { did, since } = update.audience;
  const names = namesOf(countries, update.audience.countries);
  return (
    <section className="aside">
      <h2>{say.heading}</h2>
      {people !== null && update.stage !== "sent" && (
        <p>
          <b className="figure">{formatNumber(locale, people)}</b> {say.people(people)}
        </p>
      )}
      <p>{say.sentence(say.deeds[did], names, since)}</p>
      <p className="muted small">{update.hasPage ? say.inArchive : say.notInArchive}</p>
    </section>
  );
}

/** The names of some countries, as the page brought them. */
export const namesOf = (countries: readonly Country[], codes: readonly string[]) =>
  codes.map((code) => countries.find((country) => country.code === code)?.name ?? code);

export function Hands({ update }: { update: UpdatePage["update"] }) {
  const { approval: say } = useWords().updates;
  const { author, editor, submitter, approver } = update;
  const at = (moment: string) => `${new Date(moment).toISOString().slice(0, 16).replace("T", " ")}`;
  const facts = [
    say.wroteIt(author?.name ?? say.operator),
    say.editedBy(editor?.name ?? say.operator, at(update.editedAt)),
    update.submittedAt && say.submittedBy(submitter?.name ?? say.operator, at(update.submittedAt)),
    update.approvedAt &&
      (update.approvedAlone ? say.approvedAlone : say.approvedBy)(
        approver?.name ?? say.operator,
        at(update.approvedAt),
      ),
  ];
  return (
    <section className="aside">
      <h2>{say.factsHeading}</h2>
      <ul className="hands">{facts.map((fact) => fact && <li key={fact}>{fact}</li>)}</ul>
    </section>
  );
}
