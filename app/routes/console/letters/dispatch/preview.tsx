import { partFiles } from "#app/domain/outgoing/dispatches/parts/part.ts";
import { Button } from "#app/ui/button.tsx";
import { Select } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Form, Link, useSearchParams } from "#app/ui/remix.ts";
import type { DispatchPage } from "./load.server.ts";

type Mail = DispatchPage["mails"][number];

/** Shows an email exactly as it would be sent, in a frame that may do nothing, with its annexes. */
export function Preview({ page }: { page: DispatchPage }) {
  const { preview: say } = useWords().letterConsole.dispatches;
  const [search] = useSearchParams();
  const { mails } = page;
  const asked = Number(search.get("mail") ?? "1");
  const part = mails.find((mail) => mail.part === asked) ?? mails[0] ?? { part: 1, letters: 0, names: 0 };
  const asText = search.get("as") === "text";
  const base = `/organize/c/${page.slug}/letters/dispatches/${page.dispatch.publicId}/preview/${part.part}`;
  const what = asText ? say.plain : say.html;
  const address = `${base}.${asText ? "txt" : "html"}?v=${page.dispatch.version}`;
  const view = (as: "html" | "text", mail = part.part) =>
    `?${new URLSearchParams({ mail: String(mail), as })}#preview`;
  return (
    <section className="block" aria-labelledby="preview">
      <h2 id="preview">{say.heading}</h2>
      <p className="small muted">{say.text}</p>
      {page.dispatch.stage === "draft" && <p>{say.draft}</p>}
      {!page.rights.names && <p>{say.noNames}</p>}
      {page.rights.names && (
        <>
          {mails.length > 1 && <WhichMail mails={mails} part={part} view={view} asText={asText} />}
          <nav className="cluster loose small gap" aria-label={say.heading}>
            <Link to={view("html")} aria-current={asText ? undefined : "page"} preventScrollReset>
              {say.html}
            </Link>
            <Link to={view("text")} aria-current={asText ? "page" : undefined} preventScrollReset>
              {say.plain}
            </Link>
            <a href={address} target="_blank" rel="noreferrer">
              {say.alone}
            </a>
          </nav>
          <iframe
            key={address}
            className="mail-frame block h-160 w-full border-1 border-muted bg-raised"
            src={address}
            title={say.frame(what)}
            loading="lazy"
          />
          <Files page={page} base={base} part={part} />
        </>
      )}
    </section>
  );
}

type WhichMailProps = {
  mails: DispatchPage["mails"];
  part: Mail;
  /** The address of the email in view. */
  view: (as: "html" | "text", part: number) => string;
  asText: boolean;
};

/** Links to the next email and to any other. */
function WhichMail({ mails, part: { part }, view, asText }: WhichMailProps) {
  const { preview: say } = useWords().letterConsole.dispatches;
  const as = asText ? "text" : "html";
  return (
    <div className="fields compact">
      <Form method="get" action="#preview" key={part}>
        <input type="hidden" name="as" value={as} />
        <Select name="mail" label={say.choose} defaultValue={String(part)}>
          {mails.map((mail) => (
            <option key={mail.part} value={mail.part}>
              {say.partOf(mail.part, mails.length)}: {say.holds(mail.letters, mail.names)}
            </option>
          ))}
        </Select>
        <Button>{say.show}</Button>
      </Form>
      <nav aria-label={say.choose}>
        {part > 1 && (
          <Link to={view(as, part - 1)} rel="prev" preventScrollReset>
            {say.before}
          </Link>
        )}
        {part < mails.length && (
          <Link to={view(as, part + 1)} rel="next" preventScrollReset>
            {say.next}
          </Link>
        )}
      </nav>
    </div>
  );
}

type FilesProps = { page: DispatchPage; base: string; part: Mail };

/** The attachments of an email. Each is fetched by a POST, since that is logged. */
function Files({ page: { dispatch, rights }, base, part }: FilesProps) {
  const { preview: say } = useWords().letterConsole.dispatches;
  return (
    <>
      <h3>{say.files}</h3>
      {rights.export ? (
        <div className="acts">
          {partFiles(dispatch.kind, part).map((file) => (
            <Form key={file} method="post" action={`${base}-${file}`} reloadDocument>
              <Button>{say.file(file)}</Button>
            </Form>
          ))}
        </div>
      ) : (
        <p className="small muted">{say.noRight}</p>
      )}
    </>
  );
}
