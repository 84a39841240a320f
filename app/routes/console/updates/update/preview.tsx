import { useWords } from "#app/ui/locale.tsx";

type PreviewProps = {
  /** The update's page. */
  page: string;
  locale: string;
  language: string;
  /** The version saved last: a new one reloads the frame. */
  version: number;
  /** Text above it, if it is not what one would expect. */
  note?: string | undefined;
};

/** Shows the email in one language: at the width of a phone, of a computer, and as text. */
export function Preview({ page, locale, language, version, note }: PreviewProps) {
  const { preview: say } = useWords().updates;
  const address = (ending: string) => `${page}/preview/${locale}.${ending}?v=${version}`;
  const frameOf = (ending: string) => `preview-${locale}-${ending}`;
  return (
    <section className="preview" aria-label={say.label(language)}>
      <fieldset className="views">
        <legend className="vh">{say.label(language)}</legend>
        {(["phone", "wide", "text"] as const).map((view, n) => (
          <label key={view} className={`view-${view}`}>
            <input type="radio" name={`view_${locale}`} value={view} defaultChecked={n === 0} />
            <span>{say[view]}</span>
          </label>
        ))}
        <a className="alone-html" href={address("html")} target="_blank" rel="noreferrer">
          {say.alone}
        </a>
        <a className="alone-text" href={address("txt")} target="_blank" rel="noreferrer">
          {say.alone}
        </a>
      </fieldset>
      {note && <p className="hint">{note}</p>}
      {(["html", "txt"] as const).map((ending) => (
        <p key={ending} className={`hint as-reader ${ending === "html" ? "alone-html" : "alone-text"}`}>
          {say.as}{" "}
          {say.readers.map(({ kind, label }, n) => (
            <span key={kind}>
              {n > 0 && " · "}
              <a href={`${address(ending)}&as=${kind}`} target={frameOf(ending)}>
                {label}
              </a>
            </span>
          ))}
        </p>
      ))}
      <div className="mail-view">
        {/* Replaces the frame, so that reloading it adds nothing to the browser's history. */}
        <iframe
          key={`html ${version}`}
          name={frameOf("html")}
          className="as-mail"
          src={address("html")}
          title={say.frame(language, "HTML")}
        />
        <iframe
          key={`text ${version}`}
          name={frameOf("txt")}
          className="as-text"
          src={address("txt")}
          title={say.frame(language, say.text)}
          loading="lazy"
        />
      </div>
    </section>
  );
}
