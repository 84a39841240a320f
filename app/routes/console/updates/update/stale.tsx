import { useEffect, useRef } from "react";
import { isWritten } from "#app/domain/outgoing/updates/update.ts";
import type { UpdateContent, UpdateText } from "#app/domain/outgoing/updates/update-form.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { writeClock } from "#app/ui/console/moment.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { TextBox } from "#app/ui/text-box.tsx";
import type { Answer, UpdatePage } from "./load.server.ts";
import { useAudienceWords } from "./reading.tsx";

type StaleProps = {
  page: UpdatePage;
  stale: NonNullable<Answer["stale"]>;
  /** What the refused save contained. */
  mine: { audience: UpdateContent["audience"]; inArchive: boolean; texts: Texts };
  /** A button was pressed, so the conflict is shown where that person is. */
  wasPressed: boolean;
  /** The address that shows the saved version. */
  address: string;
};
type Texts = Record<string, Omit<UpdateText, "locale">>;

/** Shows what another organizer saved in between, next to mine; one of two buttons resolves it. */
export function Stale({ page, stale, mine, wasPressed, address }: StaleProps) {
  const { stale: say, languages } = useWords().updates;
  const { theirs } = stale;
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (wasPressed) section.current?.focus();
  }, [wasPressed]);
  const texts = page.update.languages
    .map((locale) => ({
      locale,
      theirs: written(
        theirs.texts.find((text) => text.locale === locale),
        page.greetings[locale],
      ),
      mine: written(mine.texts[locale], page.greetings[locale]),
    }))
    .filter((text) => text.theirs !== text.mine);
  return (
    <section className="stale" id="stale" aria-labelledby="stale-heading" tabIndex={-1} ref={section}>
      <h3 id="stale-heading">{say.title}</h3>
      <p>{say.text(stale.who ?? say.somebody, writeClock(stale.at))}</p>
      <Decisions page={page} theirs={theirs} mine={mine} />
      {texts.map((text) => (
        <div key={text.locale}>
          <h4>{say.theirs(languages[text.locale] ?? text.locale)}</h4>
          <TextBox
            readOnly
            rows={10}
            lang={text.locale}
            aria-label={say.theirs(languages[text.locale] ?? text.locale)}
            value={text.theirs || say.none}
          />
        </div>
      ))}
      <input type="hidden" name="intent" value="save" />
      <div className="act-row">
        <Button name="version" value={stale.version}>
          {say.keepMine}
        </Button>
        <ButtonLink href={address}>{say.takeTheirs}</ButtonLink>
      </div>
      <p className="small">{say.either}</p>
    </section>
  );
}

const written = (text: Texts[string] | undefined, greeting: string | undefined) =>
  (text && isWritten(text) ? [text.subject, text.greeting ?? greeting, text.body] : [])
    .map((part) => part?.replace(/\r\n?/g, "\n").trim())
    .filter(Boolean)
    .join("\n\n");

type DecisionsProps = Pick<StaleProps, "page" | "mine"> & { theirs: UpdateContent };

/** Audience and archive page, if theirs differ from mine. */
function Decisions({ page, theirs, mine }: DecisionsProps) {
  const { stale: say, audience, approval } = useWords().updates;
  const tell = useAudienceWords(page);
  const sentence = (of: UpdateContent["audience"]) => tell({ ...of, countries: [...of.countries].sort() });
  const archive = (inArchive: boolean) => (inArchive ? audience.inArchive : audience.notInArchive);
  const rows = [
    { of: approval.parts.audience, theirs: sentence(theirs.audience), mine: sentence(mine.audience) },
    { of: approval.parts.archive, theirs: archive(theirs.inArchive), mine: archive(mine.inArchive) },
  ].filter((row) => row.theirs !== row.mine);
  return rows.map((row) => (
    <div key={row.of}>
      <h4>{row.of}</h4>
      <dl className="pair">
        <div>
          <dt>{say.theirsShort}</dt>
          <dd>{row.theirs}</dd>
        </div>
        <div>
          <dt>{say.mineShort}</dt>
          <dd>{row.mine}</dd>
        </div>
      </dl>
    </div>
  ));
}
