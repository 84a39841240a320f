import type { Audience } from "#app/domain/outgoing/updates/audience/audience.ts";
import { describeAudience } from "#app/i18n/describe-audience.ts";
import { writeMoment } from "#app/ui/console/moment.tsx";
import { useWords } from "#app/ui/locale.tsx";
import type { UpdatePage } from "./load.server.ts";
import { People } from "./people.tsx";
import { Preview } from "./preview.tsx";

/** Shows what readers of each language get. */
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

/** Describes the audience in a sentence, and counts it now. */
export function AudienceFacts({ page }: { page: UpdatePage }) {
  const { audience: say, byItself } = useWords().updates;
  const tell = useAudienceWords(page);
  const { update, people } = page;
  return (
    <section className="block">
      <h2>{say.heading}</h2>
      {people !== null && update.stage !== "sent" && !update.audience.after && (
        <p>
          <People reach={people} />
        </p>
      )}
      <p>{tell(update.audience)}</p>
      {update.audience.after ? (
        <p className="muted small">{byItself.rule}</p>
      ) : (
        <p className="muted small">{update.hasPage ? say.inArchive : say.notInArchive}</p>
      )}
    </section>
  );
}

/** Returns how to write an audience as a sentence, with the names that the page loaded. */
export function useAudienceWords({ countries, companies }: Pick<UpdatePage, "countries" | "companies">) {
  const words = useWords();
  const country = (code: string) => countries.find((one) => one.code === code)?.name ?? code;
  const company = (slug: string) => companies.find((one) => one.slug === slug)?.name ?? slug;
  return (audience: Audience) => describeAudience(words, audience, { country, company });
}

export function Hands({ update }: { update: UpdatePage["update"] }) {
  const { approval: say } = useWords().updates;
  const { author, editor, submitter, approver } = update;
  const facts = [
    say.wroteIt(author?.name ?? say.operator),
    say.editedBy(editor?.name ?? say.operator, writeMoment(update.editedAt)),
    update.submittedAt && say.submittedBy(submitter?.name ?? say.operator, writeMoment(update.submittedAt)),
    update.approvedAt &&
      (update.approvedAlone ? say.approvedAlone : say.approvedBy)(
        approver?.name ?? say.operator,
        writeMoment(update.approvedAt),
      ),
  ];
  return (
    <section className="block">
      <h2>{say.factsHeading}</h2>
      <ul className="lines ruled">{facts.map((fact) => fact && <li key={fact}>{fact}</li>)}</ul>
    </section>
  );
}
