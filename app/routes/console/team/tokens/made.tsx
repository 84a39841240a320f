import { writeMoment } from "#app/ui/console/moment.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { TextBox } from "#app/ui/text-box.tsx";
import type { TokensPage } from "./load.server.ts";

type MadeProps = {
  made: { token: string; name: string; expiresAt: string };
  page: Pick<TokensPage, "appUrl" | "slug">;
};

/** Shows a new token, once. */
export function Made({ made: { token, name, expiresAt }, page: { appUrl } }: MadeProps) {
  const { made: say } = useWords().tokens;
  return (
    <section className="made-token" aria-labelledby="made">
      <h2 id="made" tabIndex={-1}>
        {say.title(name)}
      </h2>
      <p>{say.once}</p>
      <label htmlFor="token">{say.label}</label>
      <TextBox id="token" readOnly value={token} rows={2} spellCheck={false} autoComplete="off" />
      <p className="small">{say.until(writeMoment(expiresAt))}</p>
      <p className="small">{say.use}</p>
      <pre>
        <code>{`curl -H "Authorization: Bearer $TOKEN" ${appUrl}/api/v1/token`}</code>
      </pre>
    </section>
  );
}
