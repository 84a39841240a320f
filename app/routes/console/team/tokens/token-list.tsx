import { AskedOnce } from "#app/ui/console/action-button.tsx";
import { writeMoment } from "#app/ui/console/moment.tsx";
import { useWords } from "#app/ui/locale.tsx";
import type { TokensPage } from "./load.server.ts";

/** Lists tokens with what each may do, when it was last used and how to end it. */
export function TokenList({ page: { tokens, all, appUrl } }: { page: TokensPage }) {
  const { tokens: say } = useWords();
  const { list } = say;
  return (
    <section aria-labelledby="tokens" className="tokens">
      <h2 id="tokens">{all ? list.all : list.mine}</h2>
      {tokens.length === 0 && <p>{list.none}</p>}
      {tokens.length > 0 && (
        <ul className="rows">
          {tokens.map(({ id, name, scopes, by, lastUsedOn, expiresAt, state }) => (
            <li key={id} className={state === "works" ? undefined : "over"}>
              <div>
                <b>{name}</b>
                <span>{scopes.map((scope) => say.scopes[scope]?.label ?? scope).join(", ")}</span>
                <span className="muted">
                  {all && `${by} · `}
                  {list.columns.used}: {lastUsedOn ?? list.never}
                  {" · "}
                  {state === "works" ? `${list.columns.until} ${writeMoment(expiresAt)}` : list.states[state]}
                </span>
              </div>
              {state === "works" && (
                <AskedOnce
                  intent="revoke"
                  fields={{ token: id }}
                  summary={list.end}
                  text={list.endText}
                  button={list.endButton}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      <p className="small">
        <a href={`${appUrl}/api/v1/openapi.json`}>{say.document}</a>
      </p>
    </section>
  );
}
