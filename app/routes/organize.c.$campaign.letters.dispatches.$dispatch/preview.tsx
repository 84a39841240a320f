import { Form, Link, useSearchParams } from "@remix-run/react";
import { partFiles } from "#app/domain/dispatches/part-files.ts";
import { Button } from "#app/ui/button.tsx";
import { Select } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import type { DispatchPage } from "./load.server.ts";

/** One mail exactly as it would be sent, in a frame that may do nothing, with its annexes to take. */
export function Preview({ page }: { page: DispatchPage }) {
  const { preview: say } = useWords().letterConsole.dispatches;
  const [search] = useSearchParams();
  const { parts } = page.progress;
  const asked = Number(search.get("mail") ?? "1");
  const { letters, names } = page.sheet.figures;
  const draft = { part: 1, letters, names: page.dispatch.withNames ? names : 0 };
  const part = parts.find((each) => each.part === asked) ?? parts[0] ?? draft;
  const asText = search.get("as") === "text";
  const base = `/organize/c/${page.slug}/letters/dispatches/${page.dispatch.publicId}/preview/${part.part}`;
  const what = asText ? say.plain : say.html;
  const address = `${base}.${asText ? "txt" : "html"}?v=${page.dispatch.version}`;
  const view = (as: "html" | "text") => `?${new URLSearchParams({ mail: String(part.part), as })}#preview`;
  return (
    <section className="letter-part" aria-labelledby="preview">
      <h2 id="preview">{say.heading}</h2>
      <p className="small muted">{say.text}</p>
      {page.dispatch.stage === "draft" && <p>{say.draft}</p>}
      {!page.rights.names && <p>{say.noNames}</p>}
      {page.rights.names && (
        <>
          {parts.length > 1 && (
            <Form method="get" action="#preview" className="which-mail" key={part.part}>
              <input type="hidden" name="as" value={asText ? "text" : "html"} />
              <Select name="mail" label={say.choose} defaultValue={String(part.part)}>
                {parts.map((each) => (
                  <option key={each.part} value={each.part}>
                    {say.partOf(each.part, parts.length)}
                  </option>
                ))}
              </Select>
              <Button>{say.show}</Button>
            </Form>
          )}
          <nav className="preview-views" aria-label={say.heading}>
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
          <iframe key={address} className="mail-frame" src={address} title={say.frame(what)} loading="lazy" />
          <Files page={page} base={base} part={part} />
        </>
      )}
    </section>
  );
}

type FilesProps = {
  page: DispatchPage;
  base: string;
  part: { letters: number; names: number };
};

/** The annexes of a mail. Each is taken by a POST, since taking one is on record. */
function Files({ page: { dispatch, rights }, base, part }: FilesProps) {
  const { preview: say } = useWords().letterConsole.dispatches;
  return (
    <>
      <h3>{say.files}</h3>
      {rights.export ? (
        <div className="file-acts">
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
