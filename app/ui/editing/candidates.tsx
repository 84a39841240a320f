import type { Candidate } from "#app/domain/campaign/campaign.ts";
import type { ClaimWords } from "#app/domain/campaign/wording.ts";
import { atMost } from "#app/domain/campaign/wording.ts";
import { Button } from "#app/ui/button.tsx";
import { TextInput } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Form } from "#app/ui/remix.ts";

type CandidatesProps = {
  candidates: readonly Candidate[];
  words: ClaimWords;
  version: number;
  mayManage: boolean;
};

/** Lists sources without a link: the page to check or a search, and the button to link it once compared. */
export function Candidates({ candidates, words, version, mayManage }: CandidatesProps) {
  const { candidates: say } = useWords().editing.claims;
  if (candidates.length === 0) return null;
  return (
    <section className="candidates" aria-labelledby="candidates">
      <h3 id="candidates">{say.heading}</h3>
      <p className="small">{say.text}</p>
      <ul>
        {candidates.map(({ publisher, title, url }, n) => (
          <li key={publisher}>
            <p>
              <b>{publisher}</b>
              {title && <span className="small"> {title}</span>}
            </p>
            <p>
              <a href={url ?? searchFor(publisher, title, words)} target="_blank" rel="noreferrer">
                {url ? say.open : say.search}
                <span className="vh"> {publisher}</span>
              </a>
            </p>
            {mayManage && (
              <Form method="post">
                <input type="hidden" name="version" value={version} />
                <input type="hidden" name="publisher" value={publisher} />
                {url ? (
                  <>
                    <input type="hidden" name="url" value={url} />
                    <input type="hidden" name="title" value={title ?? ""} />
                  </>
                ) : (
                  <>
                    <TextInput
                      name="url"
                      id={`candidate_url_${n}`}
                      label={say.address}
                      type="url"
                      maxLength={2000}
                      spellCheck={false}
                    />
                    <TextInput
                      name="title"
                      id={`candidate_title_${n}`}
                      label={say.title}
                      maxLength={atMost.sourceTitle}
                      defaultValue={title ?? ""}
                      optional
                    />
                  </>
                )}
                <Button name="intent" value="verify">
                  {say.verify}
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A web search for publisher, title (or statement) and date. Opened only by a click. */
function searchFor(publisher: string, title: string | null, words: ClaimWords): string {
  const source = [words, ...words.moreSources].find((one) => one.publisher === publisher);
  const quoted = title ?? words.text.slice(0, 100);
  const query = [publisher, title ? `"${quoted}"` : quoted, source?.publishedOn?.slice(0, 7)].filter(Boolean);
  return `https://duckduckgo.com/?${new URLSearchParams({ q: query.join(" ") })}`;
}
